//! Events along the years, a lane for each place and level.

use super::{Drawing, Lane, Mark, Picture, Undated};
use crate::model::{Event, When};

impl Drawing<'_> {
    pub(super) fn timeline(&self) -> Option<Picture> {
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
}
