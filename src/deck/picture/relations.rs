//! What is joined to what: the thread of the argument, and actors.

use std::collections::BTreeSet;

use super::{Drawing, Edge, Node, Picture, Wire};
use crate::model::{Point, Relation};

impl Drawing<'_> {
    pub(super) fn thread(&self) -> Picture {
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

    pub(super) fn edges(&self, actor: &str) -> Picture {
        let name = |id: &str| {
            let a = self.m.actors.iter().find(|a| a.id == id);
            a.map_or(String::new(), |a| self.say(&a.name))
        };
        let of = |r: &&Relation| r.from == actor || r.to == actor || self.cites(&r.claim);
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
