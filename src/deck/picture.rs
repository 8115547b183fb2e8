//! What a slide shows, as data: short words in a shape.

use std::collections::BTreeSet;

use serde::Serialize;

use super::translation;
use crate::{
    chart::Figure,
    model::{Claim, Event, Lang, Model, Point, Recommendation, Set, Slide, Status, Text, When},
};

/// What a slide shows.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Picture {
    /// Events along the years.
    Timeline {
        /// First year.
        from: u16,
        /// Last year.
        to: u16,
        /// One for each place and level.
        lanes: Vec<Lane>,
        /// What the text does not date.
        undated: Vec<Undated>,
    },
    /// Dimensions by places.
    Table {
        /// Column headings, the first one empty.
        head: Vec<String>,
        /// One for each dimension.
        rows: Vec<Row>,
    },
    /// Members of a structure, problems, lessons, advice or gaps.
    Cards {
        /// Their order means something.
        ordered: bool,
        /// The cards.
        items: Vec<Card>,
        /// Says that the text leaves the list open.
        open: Option<String>,
    },
    /// A count, one mark for each thing counted.
    Marks {
        /// How many.
        count: u32,
        /// Of what.
        label: String,
        /// Id of the claim.
        claim: String,
    },
    /// From problem to lesson to recommendation.
    Thread {
        /// Headings.
        columns: [String; 3],
        /// What stands in the columns.
        nodes: Vec<Node>,
        /// What is joined.
        edges: Vec<Wire>,
    },
    /// A chart.
    Bars {
        /// Names of the bars.
        categories: Vec<String>,
        /// Their numbers.
        series: Vec<Series>,
        /// What the categories are.
        axis: String,
        /// What is counted.
        note: String,
        /// Id of the chart.
        chart: String,
    },
    /// Who does what with whom.
    Edges {
        /// The relations.
        edges: Vec<Edge>,
    },
    /// A sentence of the source.
    Quote {
        /// Its id.
        sentence: String,
        /// The source's words.
        text: String,
        /// In the edition's language, where that is another.
        translation: Option<String>,
        lang: &'static str,
    },
}

/// A lane of a timeline.
#[derive(Debug, Clone, Serialize)]
pub struct Lane {
    /// Place and level.
    pub name: String,
    /// Events, the earliest first.
    pub marks: Vec<Mark>,
}

/// A dated event.
#[derive(Debug, Clone, Serialize)]
pub struct Mark {
    /// `year`, `target` or `range`.
    pub kind: &'static str,
    /// Its year, its first year, or the year a target was set in.
    pub from: u16,
    /// Its year, its last year, or the year aimed at.
    pub to: u16,
    /// Its title.
    pub label: String,
    /// Id of the claim.
    pub claim: String,
}

/// An event without a date.
#[derive(Debug, Clone, Serialize)]
pub struct Undated {
    /// Its title.
    pub label: String,
    /// Its places.
    pub place: String,
    /// Id of the claim.
    pub claim: String,
}

/// A row of a table.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// The dimension.
    pub name: String,
    /// One for each place.
    pub cells: Vec<TableCell>,
}

/// What is said of one place.
#[derive(Debug, Clone, Serialize)]
pub struct TableCell {
    /// Short words.
    pub text: String,
    /// Where the claim stands.
    pub status: Status,
    /// Id of the claim.
    pub claim: String,
}

/// A card.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    /// A heading; may be empty.
    pub name: String,
    /// Whose, or by whom.
    pub tag: Option<String>,
    /// A statement; empty where the heading says it all.
    pub text: String,
    /// Where the claim stands.
    pub status: Status,
    /// Id of the claim.
    pub claim: String,
}

/// A problem, a lesson or a recommendation in a thread.
#[derive(Debug, Clone, Serialize)]
pub struct Node {
    /// Id of the claim.
    pub id: String,
    /// 0, 1 or 2.
    pub column: usize,
    /// Its title.
    pub text: String,
}

/// What joins two nodes.
#[derive(Debug, Clone, Serialize)]
pub struct Wire {
    /// Id of a node.
    pub from: String,
    /// Id of a node.
    pub to: String,
    /// Where the claim stands.
    pub status: Status,
    /// Id of the claim.
    pub claim: String,
}

/// Numbers of a chart.
#[derive(Debug, Clone, Serialize)]
pub struct Series {
    /// What they count.
    pub name: String,
    /// One for each category.
    pub values: Vec<u64>,
    /// Drawn as an outline: what is not there.
    pub hollow: bool,
}

/// A relation between two actors.
#[derive(Debug, Clone, Serialize)]
pub struct Edge {
    /// Who.
    pub from: String,
    /// Does what.
    pub verb: String,
    /// With whom or what.
    pub to: String,
    /// Where the claim stands.
    pub status: Status,
    /// Id of the claim.
    pub claim: String,
}

/// The picture of a slide; `None` where its lines are the picture.
pub(super) fn picture(m: &Model, figures: &[Figure], lang: Lang, s: &Slide) -> Option<Picture> {
    let of = s.of.as_deref().unwrap_or_default();
    let deck = Drawing { m, lang, s };
    match s.picture.as_str() {
        "timeline" => deck.timeline(),
        "comparison" => Some(deck.table()),
        "problems" => Some(deck.points(&m.problems)),
        "lessons" => Some(deck.points(&m.lessons)),
        "recommendations" => Some(deck.advice()),
        "recommendation" => m
            .recommendations
            .iter()
            .find(|r| r.id == of)
            .map(|r| deck.measures(r)),
        "set" => m.sets.iter().find(|x| x.id == of).map(|x| deck.set(x)),
        "gaps" => Some(deck.gaps()),
        "thread" => Some(deck.thread()),
        "actors" => Some(deck.edges(of)),
        "chart" => figures.iter().find(|f| f.id == of).map(bars),
        "quote" => m.sentence(of).map(|x| Picture::Quote {
            sentence: x.id.clone(),
            text: x.text.clone(),
            translation: translation(m, lang, &x.id),
            lang: x.lang.tag(),
        }),
        _ => None,
    }
}

/// A slide being drawn.
struct Drawing<'a> {
    m: &'a Model,
    lang: Lang,
    s: &'a Slide,
}

impl Drawing<'_> {
    fn say(&self, t: &Text) -> String {
        t.get(self.lang).to_owned()
    }

    fn cites(&self, claim: &Claim) -> bool {
        self.s.claims.contains(&claim.id)
    }

    fn card(&self, name: String, tag: Option<String>, text: String, claim: &Claim) -> Card {
        Card {
            name,
            tag,
            text,
            status: claim.status,
            claim: claim.id.clone(),
        }
    }

    fn places(&self, ids: &[String]) -> String {
        let names: Vec<_> = self
            .m
            .places
            .iter()
            .filter(|p| ids.contains(&p.id))
            .map(|p| self.say(&p.short))
            .collect();
        names.join(" · ")
    }

    fn timeline(&self) -> Option<Picture> {
        let cited = || self.m.events.iter().filter(|e| self.cites(&e.claim));
        let mut lanes: Vec<Lane> = Vec::new();
        let mut undated = Vec::new();
        for e in cited() {
            let label = self.say(&e.title);
            let claim = e.claim.id.clone();
            let (kind, from, to) = match e.when {
                When::Year { year } => ("year", year, year),
                When::Target { year, set_in } => ("target", set_in, year),
                When::Range { from, to } => ("range", from, to),
                When::Undated => {
                    let place = self.places(&e.places);
                    undated.push(Undated {
                        label,
                        place,
                        claim,
                    });
                    continue;
                }
            };
            let mark = Mark {
                kind,
                from,
                to,
                label,
                claim,
            };
            let name = self.lane(e);
            match lanes.iter_mut().find(|l| l.name == name) {
                Some(lane) => lane.marks.push(mark),
                None => lanes.push(Lane {
                    name,
                    marks: vec![mark],
                }),
            }
        }
        let marks = || lanes.iter().flat_map(|l| &l.marks);
        let from = marks().map(|x| x.from).min()?;
        let to = marks().map(|x| x.to).max()?;
        for lane in &mut lanes {
            lane.marks.sort_by_key(|x| (x.from, x.to));
        }
        // Lanes in the order of the places and their levels, not of their first events.
        let order: Vec<String> = self.lane_order();
        lanes.sort_by_key(|l| order.iter().position(|n| *n == l.name));
        Some(Picture::Timeline {
            from,
            to,
            lanes,
            undated,
        })
    }

    /// Place and level of an event.
    fn lane(&self, e: &Event) -> String {
        let levels = self.m.levels.iter().filter(|l| e.levels.contains(&l.id));
        std::iter::once(self.places(&e.places))
            .chain(levels.map(|l| self.say(&l.name)))
            .collect::<Vec<_>>()
            .join(" · ")
    }

    fn lane_order(&self) -> Vec<String> {
        let mut events: Vec<&Event> = self.m.events.iter().collect();
        let at = |ids: &[String], known: Vec<&String>| {
            known
                .iter()
                .position(|k| ids.contains(k))
                .unwrap_or(usize::MAX)
        };
        events.sort_by_key(|e| {
            let places = self.m.places.iter().map(|p| &p.id).collect();
            let levels = self.m.levels.iter().map(|l| &l.id).collect();
            let home = self
                .m
                .places
                .iter()
                .any(|p| p.home && e.places.contains(&p.id));
            (home, at(&e.places, places), at(&e.levels, levels))
        });
        events.iter().map(|e| self.lane(e)).collect()
    }

    fn table(&self) -> Picture {
        let compared: Vec<_> = self.m.places.iter().filter(|p| !p.home).collect();
        let rows = self.s.dimensions.iter().filter_map(|id| {
            let d = self.m.dimensions.iter().find(|d| d.id == *id)?;
            let cells = compared.iter().filter_map(|p| {
                let cell = d.cells.get(&p.id)?;
                let text = match cell.claim.status {
                    Status::Absent => self.m.label("deck.missing", self.lang).to_owned(),
                    _ => self.say(&cell.claim.text),
                };
                Some(TableCell {
                    text,
                    status: cell.claim.status,
                    claim: cell.claim.id.clone(),
                })
            });
            Some(Row {
                name: self.say(&d.name),
                cells: cells.collect(),
            })
        });
        Picture::Table {
            rows: rows.collect(),
            head: std::iter::once(String::new())
                .chain(compared.iter().map(|p| self.say(&p.short)))
                .collect(),
        }
    }

    /// Where there are many, their titles say enough.
    fn points(&self, points: &[Point]) -> Picture {
        let cited = || points.iter().filter(|p| self.cites(&p.claim));
        let many = cited().count() > 4;
        let items = cited().map(|p| {
            let tag = Some(self.places(&p.places)).filter(|t| !t.is_empty());
            let text = if many {
                String::new()
            } else {
                self.say(&p.claim.text)
            };
            self.card(self.say(&p.title), tag, text, &p.claim)
        });
        Picture::Cards {
            ordered: false,
            items: items.collect(),
            open: None,
        }
    }

    fn advice(&self) -> Picture {
        let items = self.m.recommendations.iter().map(|r| {
            let text = self.say(&r.claim.text);
            self.card(self.say(&r.title), None, text, &r.claim)
        });
        Picture::Cards {
            ordered: false,
            items: items.collect(),
            open: None,
        }
    }

    fn measures(&self, r: &Recommendation) -> Picture {
        let parts = r.parts.iter().filter(|p| self.cites(&p.claim)).map(|p| {
            let who = p.who.as_ref().map(|w| self.say(w));
            let name = p.means.as_ref().map_or(String::new(), |w| self.say(w));
            self.card(name, who, self.say(&p.claim.text), &p.claim)
        });
        Picture::Cards {
            ordered: false,
            items: parts.collect(),
            open: None,
        }
    }

    fn set(&self, x: &Set) -> Picture {
        if let Some(count) = x.count {
            return Picture::Marks {
                count,
                label: self.say(&x.claim.text),
                claim: x.claim.id.clone(),
            };
        }
        let items = x.items.iter().map(|i| {
            let place = i.place.as_ref().filter(|p| Some(*p) != x.place.as_ref());
            let tag = place.map(|p| self.places(std::slice::from_ref(p)));
            // A statement that only repeats the name is left out.
            let (name, text) = (i.name.zh.chars().count(), i.claim.text.zh.chars().count());
            let text = if text <= name + 8 {
                String::new()
            } else {
                self.say(&i.claim.text)
            };
            self.card(self.say(&i.name), tag, text, &i.claim)
        });
        Picture::Cards {
            ordered: matches!(x.kind.as_str(), "tiers" | "directions"),
            items: items.collect(),
            open: x
                .open
                .then(|| self.m.label("deck.others", self.lang).to_owned()),
        }
    }

    fn gaps(&self) -> Picture {
        // In the slide's own order.
        let gaps = self
            .s
            .claims
            .iter()
            .filter_map(|id| self.m.gaps.iter().find(|g| g.claim.id == *id));
        Picture::Cards {
            ordered: false,
            items: gaps
                .map(|g| self.card(String::new(), None, self.say(&g.claim.text), &g.claim))
                .collect(),
            open: None,
        }
    }

    fn thread(&self) -> Picture {
        let m = self.m;
        let points = |points: &[Point], column| {
            points
                .iter()
                .map(|p| Node {
                    id: p.claim.id.clone(),
                    column,
                    text: self.say(&p.title),
                })
                .collect::<Vec<_>>()
        };
        let mut nodes = points(&m.problems, 0);
        nodes.extend(points(&m.lessons, 1));
        nodes.extend(m.recommendations.iter().map(|r| Node {
            id: r.claim.id.clone(),
            column: 2,
            text: self.say(&r.title),
        }));
        let known: BTreeSet<_> = nodes.iter().map(|n| n.id.clone()).collect();
        let edges = m
            .links
            .iter()
            .filter(|l| known.contains(&l.from) && known.contains(&l.to))
            .map(|l| Wire {
                from: l.from.clone(),
                to: l.to.clone(),
                status: l.claim.status,
                claim: l.claim.id.clone(),
            });
        let head = ["overview.problems", "overview.lessons", "overview.advice"];
        Picture::Thread {
            edges: edges.collect(),
            columns: head.map(|k| m.label(k, self.lang).to_owned()),
            nodes,
        }
    }

    fn edges(&self, actor: &str) -> Picture {
        let name = |id: &str| {
            let a = self.m.actors.iter().find(|a| a.id == id);
            a.map_or(String::new(), |a| self.say(&a.name))
        };
        let of =
            |r: &&crate::model::Relation| r.from == actor || r.to == actor || self.cites(&r.claim);
        // In the order of their events.
        let mut relations: Vec<_> = self.m.relations.iter().filter(of).collect();
        relations.sort_by_key(|r| {
            let event = self
                .m
                .events
                .iter()
                .position(|e| Some(&e.id) == r.event.as_ref());
            (event.unwrap_or(usize::MAX), &r.to, &r.verb.zh)
        });
        let edges = relations.into_iter().map(|r| Edge {
            from: name(&r.from),
            verb: self.say(&r.verb),
            to: name(&r.to),
            status: r.claim.status,
            claim: r.claim.id.clone(),
        });
        Picture::Edges {
            edges: edges.collect(),
        }
    }
}

/// A chart's table as series.
fn bars(f: &Figure) -> Picture {
    let series = f.table.head.iter().enumerate().skip(1).map(|(i, name)| {
        let drawn = f
            .pictures
            .first()
            .map(|p| &p.option["series"][i - 1]["itemStyle"]);
        Series {
            name: name.clone(),
            values: f
                .table
                .rows
                .iter()
                .map(|r| r[i].parse().unwrap_or_default())
                .collect(),
            hollow: drawn.is_some_and(|d| !d["borderType"].is_null()),
        }
    });
    Picture::Bars {
        categories: f.table.rows.iter().map(|r| r[0].clone()).collect(),
        series: series.collect(),
        axis: f.table.head.first().cloned().unwrap_or_default(),
        note: f.note.clone(),
        chart: f.id.to_owned(),
    }
}

impl Picture {
    /// The picture in words, for those who cannot see it.
    pub(super) fn described(&self, figures: &[Figure]) -> String {
        let parts: Vec<String> = match self {
            Picture::Timeline { lanes, undated, .. } => {
                let dated = lanes.iter().flat_map(|l| {
                    l.marks.iter().map(move |x| {
                        let years = if x.from == x.to {
                            x.from.to_string()
                        } else {
                            format!("{}–{}", x.from, x.to)
                        };
                        format!("{years} {} ({})", x.label, l.name)
                    })
                });
                dated
                    .chain(
                        undated
                            .iter()
                            .map(|u| format!("– {} ({})", u.label, u.place)),
                    )
                    .collect()
            }
            Picture::Table { head, rows } => rows
                .iter()
                .map(|r| {
                    let cells = head.iter().skip(1).zip(&r.cells);
                    let cells: Vec<_> = cells.map(|(h, c)| format!("{h}: {}", c.text)).collect();
                    format!("{} – {}", r.name, cells.join(", "))
                })
                .collect(),
            Picture::Cards { items, .. } => items
                .iter()
                .map(|i| {
                    let parts = [i.tag.as_deref().unwrap_or_default(), &i.name, &i.text];
                    let parts: Vec<_> = parts.into_iter().filter(|p| !p.is_empty()).collect();
                    parts.join(": ")
                })
                .collect(),
            Picture::Marks { count, label, .. } => vec![format!("{count}: {label}")],
            Picture::Thread { nodes, edges, .. } => {
                let name = |id: &str| {
                    let n = nodes.iter().find(|n| n.id == id);
                    n.map_or(String::new(), |n| n.text.clone())
                };
                edges
                    .iter()
                    .map(|e| format!("{} → {}", name(&e.from), name(&e.to)))
                    .collect()
            }
            Picture::Bars { chart, .. } => figures
                .iter()
                .filter(|f| f.id == chart)
                .map(|f| f.description.clone())
                .collect(),
            Picture::Edges { edges } => edges
                .iter()
                .map(|e| format!("{} – {} → {}", e.from, e.verb, e.to))
                .collect(),
            Picture::Quote {
                text, translation, ..
            } => vec![translation.clone().unwrap_or_else(|| text.clone())],
        };
        parts.join("; ")
    }
}
