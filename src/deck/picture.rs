//! What a slide shows, as data: short words in a shape.

mod bars;
mod cards;
mod described;
mod relations;
mod table;
mod timeline;

use serde::Serialize;

use super::translation;
use crate::{
    chart::Figure,
    model::{Claim, Lang, Model, Slide, Status, Text},
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
        "chart" => figures.iter().find(|f| f.id == of).map(bars::bars),
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
}
