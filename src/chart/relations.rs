//! Who does what with whom: the network of actors and the tree of levels.

use super::{
    Figure, Form, Table, Words,
    diagram::Look,
    drawn,
    layers::{self, Tie},
    tree::{self, Twig},
};
use crate::model::{Set, Status};

impl Words<'_> {
    fn actor(self, id: &str) -> String {
        let actor = self.model.actors.iter().find(|a| a.id == id);
        actor.map_or(id, |a| a.name.get(self.lang)).to_owned()
    }

    pub(super) fn status(self, status: Status) -> String {
        self.say(&format!("status.{}", status.code()))
    }
}

/// Actors that the text relates, each line with the text's verb.
pub(super) fn network(w: Words<'_>) -> Option<Figure> {
    let m = w.model;
    let mut ids: Vec<&str> = Vec::new();
    for r in &m.relations {
        for id in [&r.from, &r.to] {
            if !ids.contains(&id.as_str()) {
                ids.push(id);
            }
        }
    }
    let number = |id: &str| ids.iter().position(|x| *x == id);
    let ties = m
        .relations
        .iter()
        .map(|r| {
            Some(Tie {
                from: number(&r.from)?,
                to: number(&r.to)?,
                label: r.verb.get(w.lang).to_owned(),
                dashed: r.claim.status == Status::Inferred,
                arrow: true,
                color: "var(--edge)",
            })
        })
        .collect::<Option<Vec<_>>>()?;
    let lines = |i: usize| ties.iter().filter(|t| t.from == i || t.to == i).count();
    let most = (0..ids.len()).map(lines).max()?;
    let hubs: Vec<_> = (0..ids.len())
        .filter(|i| lines(*i) == most)
        .map(|i| w.actor(ids[i]))
        .collect();
    let finding = w.fill(
        "chart.network",
        &[("top", &w.list(&hubs)), ("n", &most.to_string())],
    );
    let names: Vec<_> = ids
        .iter()
        .enumerate()
        .map(|(i, id)| {
            let place = m
                .actors
                .iter()
                .find(|a| a.id == *id)
                .and_then(|a| m.place(a.place.as_ref()?));
            let look = match place {
                Some(p) if lines(i) > 2 => Look::Filled(p.color.max(1)),
                _ => Look::Plain,
            };
            (w.actor(id), look)
        })
        .collect();
    let table = Table {
        head: ["chart.from", "chart.verb", "chart.to", "chart.status"]
            .map(|k| w.say(k))
            .into(),
        rows: m
            .relations
            .iter()
            .map(|r| {
                vec![
                    w.actor(&r.from),
                    r.verb.get(w.lang).to_owned(),
                    w.actor(&r.to),
                    w.status(r.claim.status),
                ]
            })
            .collect(),
    };
    let claims = m.relations.iter().map(|r| r.claim.id.clone()).collect();
    drawn(w, "network", finding, table, claims, |form| {
        let rank = match form {
            Form::Wide => layers::ranks(names.len(), &ties),
            Form::Narrow => layers::sides(names.len(), &ties),
        };
        layers::picture(&names, &ties, &rank, &[], form)
    })
}

/// Each level, what it does, and the actors that stand in it.
pub(super) fn levels(w: Words<'_>) -> Option<Figure> {
    let m = w.model;
    let set: &Set = m.sets.iter().find(|s| s.kind == "levels")?;
    let color = set
        .place
        .as_ref()
        .and_then(|p| m.place(p))
        .map_or(1, |p| p.color.max(1));
    let mut rows = Vec::new();
    let mut twigs = Vec::new();
    for item in &set.items {
        let (name, does) = (item.name.get(w.lang), item.claim.text.get(w.lang));
        let actors: Vec<_> = item.actors.iter().map(|a| w.actor(a)).collect();
        rows.extend(
            actors
                .iter()
                .map(|a| vec![name.to_owned(), does.to_owned(), a.clone()]),
        );
        if actors.is_empty() {
            rows.push(vec![name.to_owned(), does.to_owned(), String::new()]);
        }
        let leaves = actors
            .iter()
            .map(|a| Twig::new(a, Look::Plain, Vec::new()))
            .collect();
        twigs.push(Twig::new(
            name,
            Look::Filled(color),
            vec![Twig::new(does, Look::Plain, leaves)],
        ));
    }
    let table = Table {
        head: ["chart.level", "chart.does", "chart.actor"]
            .map(|k| w.say(k))
            .into(),
        rows,
    };
    let n = set.items.len().to_string();
    let finding = w.fill(
        "chart.levels",
        &[("text", set.claim.text.get(w.lang)), ("n", &n)],
    );
    let claims = std::iter::once(&set.claim)
        .chain(set.items.iter().map(|i| &i.claim))
        .map(|c| c.id.clone())
        .collect();
    drawn(w, "levels", finding, table, claims, |form| {
        tree::picture(&twigs, &[110.0, 230.0, 296.0], 5, form)
    })
}
