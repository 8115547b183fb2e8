//! Members of a structure, problems, lessons, recommendations, measures and gaps; a count.

use super::{Drawing, Picture};
use crate::model::{Point, Recommendation, Set};

impl Drawing<'_> {
    /// Where there are many, their titles say enough.
    pub(super) fn points(&self, points: &[Point]) -> Picture {
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

    pub(super) fn advice(&self) -> Picture {
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

    pub(super) fn measures(&self, r: &Recommendation) -> Picture {
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

    pub(super) fn set(&self, x: &Set) -> Picture {
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

    pub(super) fn gaps(&self) -> Picture {
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
}
