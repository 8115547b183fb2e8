//! Problems, recommendations, and the lines that lead from one to the other.

use super::{
    Figure, Table, Words,
    diagram::Look,
    drawn,
    layers::{self, Tie},
    tree::{self, Twig},
};
use crate::model::Status;

/// Problems by their first theme.
pub(super) fn problems(w: Words<'_>) -> Option<Figure> {
    let m = w.model;
    let theme_of = |id: Option<&String>| {
        let theme = m.themes.iter().find(|t| Some(&t.id) == id);
        theme.map_or(w.say("chart.apart"), |t| t.name.get(w.lang).to_owned())
    };
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut branches: Vec<Twig> = Vec::new();
    for p in &m.problems {
        let theme = theme_of(p.themes.first());
        let leaf = Twig::new(p.title.get(w.lang), Look::Plain, Vec::new());
        match branches.iter_mut().find(|b| b.name == theme) {
            Some(branch) => branch.twigs.push(leaf),
            None => branches.push(Twig::new(&theme, Look::Plain, vec![leaf])),
        }
    }
    // The rows stand in the order of the leaves.
    for branch in &branches {
        for leaf in &branch.twigs {
            let point = m
                .problems
                .iter()
                .find(|p| p.title.get(w.lang) == leaf.name)?;
            rows.push(vec![
                branch.name.clone(),
                leaf.name.clone(),
                point.claim.text.get(w.lang).to_owned(),
            ]);
        }
    }
    let home = m.places.iter().find(|p| p.home);
    let place = home.map_or(String::new(), |p| p.name.get(w.lang).to_owned());
    let color = home.map_or(4, |p| p.color.max(1));
    let finding = w.fill(
        "chart.problems",
        &[
            ("place", &place),
            ("n", &rows.len().to_string()),
            ("k", &branches.len().to_string()),
        ],
    );
    let root = w.fill("chart.root", &[("place", &place)]);
    let twigs = [Twig::new(&root, Look::Filled(color), branches)];
    let table = Table {
        head: ["chart.theme", "chart.problem", "chart.does"]
            .map(|k| w.say(k))
            .into(),
        rows,
    };
    let claims = m.problems.iter().map(|p| p.claim.id.clone()).collect();
    drawn(w, "problems", finding, table, claims, |form| {
        tree::picture(&twigs, &[150.0, 190.0, 240.0], 3, form)
    })
}

/// Every recommendation with its measures, all of the same weight.
pub(super) fn recommendations(w: Words<'_>) -> Option<Figure> {
    let m = w.model;
    let mut rows = Vec::new();
    let mut twigs = Vec::new();
    for (i, r) in m.recommendations.iter().enumerate() {
        let title = r.title.get(w.lang);
        let parts: Vec<_> = if r.parts.is_empty() {
            vec![r.claim.text.get(w.lang)]
        } else {
            r.parts.iter().map(|p| p.claim.text.get(w.lang)).collect()
        };
        rows.extend(
            parts
                .iter()
                .map(|p| vec![title.to_owned(), (*p).to_owned()]),
        );
        let leaves = parts
            .iter()
            .map(|p| Twig::new(p, Look::Plain, Vec::new()))
            .collect();
        twigs.push(Twig::new(title, Look::Filled((i % 8 + 1) as u8), leaves));
    }
    let finding = w.fill(
        "chart.recommendations",
        &[
            ("n", &twigs.len().to_string()),
            ("k", &rows.len().to_string()),
        ],
    );
    let table = Table {
        head: ["chart.advice", "chart.measure"].map(|k| w.say(k)).into(),
        rows,
    };
    let claims = m
        .recommendations
        .iter()
        .flat_map(|r| std::iter::once(&r.claim).chain(r.parts.iter().map(|p| &p.claim)))
        .map(|c| c.id.clone())
        .collect();
    drawn(w, "recommendations", finding, table, claims, |form| {
        tree::picture(&twigs, &[170.0, 506.0], 2, form)
    })
}

/// From problems through lessons to recommendations: equal lines, the editors' own dashed.
pub(super) fn link_map(w: Words<'_>) -> Option<Figure> {
    let m = w.model;
    let ends: Vec<(&str, &str, usize)> = m
        .problems
        .iter()
        .map(|p| (p.claim.id.as_str(), p.title.get(w.lang), 0))
        .chain(
            m.lessons
                .iter()
                .map(|p| (p.claim.id.as_str(), p.title.get(w.lang), 1)),
        )
        .chain(
            m.recommendations
                .iter()
                .map(|r| (r.claim.id.as_str(), r.title.get(w.lang), 2)),
        )
        .collect();
    let number = |id: &str| ends.iter().position(|e| e.0 == id);
    // In the order of the text, so that neighbours in the table are neighbours in the picture.
    let mut links: Vec<_> = m
        .links
        .iter()
        .filter_map(|l| Some((number(&l.from)?, number(&l.to)?, &l.claim)))
        .filter(|(from, to, _)| ends[*from].2 < ends[*to].2)
        .collect();
    links.sort_by_key(|l| (l.0, l.1));
    let ties: Vec<_> = links
        .iter()
        .map(|(from, to, claim)| Tie {
            from: *from,
            to: *to,
            label: String::new(),
            dashed: claim.status == Status::Inferred,
            arrow: true,
            color: match (ends[*from].2, ends[*to].2) {
                (0, 1) => "var(--c4)",
                (0, _) => "var(--edge)",
                _ => "var(--c3)",
            },
        })
        .collect();
    let looks = [Look::Filled(4), Look::Plain, Look::Filled(3)];
    let names: Vec<_> = ends.iter().map(|e| (e.1.to_owned(), looks[e.2])).collect();
    let ranks: Vec<_> = ends.iter().map(|e| e.2).collect();
    let heads = ["chart.problem", "chart.lesson", "chart.advice"].map(|k| w.say(k));
    let stated = links
        .iter()
        .filter(|l| l.2.status == Status::Stated)
        .count();
    let finding = w.fill(
        if stated == 0 {
            "chart.link-map.inferred"
        } else {
            "chart.link-map"
        },
        &[
            ("n", &links.len().to_string()),
            ("k", &stated.to_string()),
            ("i", &(links.len() - stated).to_string()),
        ],
    );
    let table = Table {
        head: ["chart.from", "chart.to", "chart.status"]
            .map(|k| w.say(k))
            .into(),
        rows: links
            .iter()
            .map(|(from, to, c)| {
                vec![
                    ends[*from].1.to_owned(),
                    ends[*to].1.to_owned(),
                    w.status(c.status),
                ]
            })
            .collect(),
    };
    let claims = links.iter().map(|l| l.2.id.clone()).collect();
    drawn(w, "link-map", finding, table, claims, |form| {
        layers::picture(&names, &ties, &ranks, &heads, form)
    })
}
