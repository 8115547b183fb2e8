//! What can be counted in a text: mentions, and how much of it is used.

use std::collections::BTreeSet;

use super::{
    Figure, Words,
    bars::{Bars, Series, Span},
};
use crate::model::{Event, Status, When};

/// Pages and the kinds of claim that stand on them, as in the site's own navigation.
const PAGES: &[(&str, &[&str])] = &[
    ("timeline", &["event"]),
    ("compare", &["cell", "set", "item"]),
    ("home", &["problem", "recommendation", "part"]),
    ("actors", &["relation"]),
    (
        "thread",
        &["problem", "lesson", "recommendation", "link", "gap"],
    ),
    ("questions", &["question"]),
    ("search", &["term"]),
    ("source", &["note"]),
];

fn dated<'a>(w: Words<'a>) -> impl Iterator<Item = &'a Event> {
    w.model.events.iter().filter(|e| e.when != When::Undated)
}

/// The names that share the highest number, and that number.
fn top(w: Words<'_>, rows: &[(String, Option<String>, Vec<usize>)]) -> Option<(String, usize)> {
    let most = rows.iter().map(|r| r.2.iter().sum::<usize>()).max()?;
    let names: Vec<_> = rows
        .iter()
        .filter(|r| r.2.iter().sum::<usize>() == most)
        .map(|r| r.0.clone())
        .collect();
    Some((w.list(&names), most))
}

/// Counts of dated events by what they belong to.
fn mentions(
    w: Words<'_>,
    id: &'static str,
    axis: &str,
    rows: Vec<(String, Option<String>, Vec<usize>)>,
) -> Option<Figure> {
    let (name, n) = top(w, &rows)?;
    Bars {
        id,
        finding: w.fill(
            &format!("chart.{id}"),
            &[("top", &name), ("n", &n.to_string())],
        ),
        note: w.say(&format!("chart.{id}.note")),
        axis: w.say(axis),
        series: vec![Series {
            name: w.say("chart.count"),
            color: "var(--c1)".into(),
            hollow: false,
        }],
        claims: dated(w).map(|e| e.claim.id.clone()).collect(),
        rows,
        spans: Vec::new(),
        upright: false,
    }
    .figure(w)
}

pub(super) fn by_place(w: Words<'_>) -> Option<Figure> {
    let rows = w
        .model
        .places
        .iter()
        .map(|p| {
            let n = dated(w).filter(|e| e.places.contains(&p.id)).count();
            let color = Some(format!("var(--c{})", p.color.max(1)));
            (p.name.get(w.lang).to_owned(), color, vec![n])
        })
        .collect();
    mentions(w, "events-by-place", "chart.place", rows)
}

pub(super) fn by_level(w: Words<'_>) -> Option<Figure> {
    let rows = w
        .model
        .levels
        .iter()
        .map(|l| {
            let n = dated(w).filter(|e| e.levels.contains(&l.id)).count();
            (l.name.get(w.lang).to_owned(), None, vec![n])
        })
        .collect();
    let mut figure = mentions(w, "events-by-level", "chart.level", rows)?;
    figure.claims = dated(w)
        .filter(|e| !e.levels.is_empty())
        .map(|e| e.claim.id.clone())
        .collect();
    Some(figure)
}

/// Events stand in their year, targets as outlines, periods as spans above.
pub(super) fn by_year(w: Words<'_>) -> Option<Figure> {
    let years = |e: &Event| match e.when {
        When::Year { year } | When::Target { year, .. } => vec![year],
        When::Range { from, to } => vec![from, to],
        When::Undated => Vec::new(),
    };
    let first = dated(w).flat_map(years).min()?;
    let last = dated(w).flat_map(years).max()?;
    let mut rows: Vec<_> = (first..=last)
        .map(|y| {
            let happened = dated(w)
                .filter(|e| e.when == When::Year { year: y })
                .count();
            let aimed = dated(w)
                .filter(|e| matches!(e.when, When::Target { year, .. } if year == y))
                .count();
            (y.to_string(), None, vec![happened, aimed, 0])
        })
        .collect();
    let (name, n) = top(w, &rows)?;
    let mut spans: Vec<Span> = Vec::new();
    let mut ranges: Vec<(u16, u16)> = dated(w)
        .filter_map(|e| match e.when {
            When::Range { from, to } => Some((from, to)),
            _ => None,
        })
        .collect();
    ranges.dedup();
    for (from, to) in ranges {
        let n = dated(w)
            .filter(|e| e.when == When::Range { from, to })
            .count();
        spans.push(Span {
            row: rows.len(),
            from: usize::from(from - first),
            to: usize::from(to - first),
        });
        rows.push((format!("{from}–{to}"), None, vec![0, 0, n]));
    }
    let series = [
        ("chart.event", "--c1", false),
        ("chart.target", "--ink", true),
        ("chart.range", "--c2", false),
    ];
    Bars {
        id: "events-by-year",
        finding: w.fill(
            "chart.events-by-year",
            &[("top", &name), ("n", &n.to_string())],
        ),
        note: w.say("chart.events-by-year.note"),
        axis: w.say("chart.year"),
        series: series
            .iter()
            .map(|(key, color, hollow)| Series {
                name: w.say(key),
                color: format!("var({color})"),
                hollow: *hollow,
            })
            .collect(),
        rows,
        spans,
        upright: true,
        claims: dated(w).map(|e| e.claim.id.clone()).collect(),
    }
    .figure(w)
}

pub(super) fn dimensions(w: Words<'_>) -> Option<Figure> {
    let m = w.model;
    let states = [
        (Status::Stated, "status.stated", "--c1"),
        (Status::Inferred, "status.inferred", "--c2"),
        (Status::Absent, "status.absent", "--ink"),
    ];
    let rows: Vec<_> = m
        .places
        .iter()
        .filter(|p| !p.home)
        .map(|p| {
            let count = |s: Status| {
                m.dimensions
                    .iter()
                    .filter(|d| d.cells.get(&p.id).is_some_and(|c| c.claim.status == s))
                    .count()
            };
            (
                p.name.get(w.lang).to_owned(),
                None,
                states.iter().map(|s| count(s.0)).collect::<Vec<_>>(),
            )
        })
        .collect();
    let least = rows.iter().map(|r| r.2[2]).max()?;
    let names: Vec<_> = rows
        .iter()
        .filter(|r| r.2[2] == least)
        .map(|r| r.0.clone())
        .collect();
    let all = m.dimensions.len().to_string();
    let finding = if least == 0 {
        w.fill("chart.all", &[("n", &all)])
    } else {
        w.fill(
            "chart.coverage-dimensions",
            &[
                ("top", &w.list(&names)),
                ("k", &least.to_string()),
                ("n", &all),
            ],
        )
    };
    // A state that nothing has is no part of the picture.
    let kept: Vec<usize> = (0..states.len())
        .filter(|i| rows.iter().any(|r| r.2[*i] > 0))
        .collect();
    Bars {
        id: "coverage-dimensions",
        finding,
        note: w.fill("chart.coverage-dimensions.note", &[("n", &all)]),
        axis: w.say("chart.place"),
        series: kept
            .iter()
            .map(|i| Series {
                name: w.say(states[*i].1),
                color: format!("var({})", states[*i].2),
                hollow: states[*i].0 == Status::Absent,
            })
            .collect(),
        rows: rows
            .into_iter()
            .map(|(k, c, n)| (k, c, kept.iter().map(|i| n[*i]).collect()))
            .collect(),
        spans: Vec::new(),
        upright: false,
        claims: m
            .dimensions
            .iter()
            .flat_map(|d| d.cells.values().map(|c| c.claim.id.clone()))
            .collect(),
    }
    .figure(w)
}

/// How many sentences of the text each page rests on, out of all.
pub(super) fn sentences(w: Words<'_>) -> Option<Figure> {
    let m = w.model;
    let all = m.sentences.len();
    let used = |kinds: &[&str]| {
        m.claims()
            .filter(|c| kinds.contains(&c.kind))
            .flat_map(|c| c.quotes.iter().flat_map(|q| q.sentences()))
            .collect::<BTreeSet<_>>()
            .len()
    };
    let mut rows: Vec<_> = PAGES
        .iter()
        .map(|(page, kinds)| {
            let n = used(kinds);
            (w.say(&format!("nav.{page}")), None, vec![n, all - n])
        })
        .filter(|r| r.2[0] > 0)
        .collect();
    rows.sort_by_key(|r| std::cmp::Reverse(r.2[0]));
    let cited = m
        .sentences
        .iter()
        .filter(|s| !s.cited_by.is_empty())
        .count();
    let n = all.to_string();
    let finding = w.fill(
        "chart.coverage-sentences",
        &[("n", &n), ("k", &cited.to_string())],
    );
    Bars {
        id: "coverage-sentences",
        finding,
        note: w.fill("chart.coverage-sentences.note", &[("n", &n)]),
        axis: w.say("chart.page"),
        series: vec![
            Series {
                name: w.say("chart.cited"),
                color: "var(--c1)".into(),
                hollow: false,
            },
            Series {
                name: w.say("chart.uncited"),
                color: "var(--ink)".into(),
                hollow: true,
            },
        ],
        rows,
        spans: Vec::new(),
        upright: false,
        claims: m.claims().map(|c| c.id.clone()).collect(),
    }
    .figure(w)
}
