//! The search page, and what it can find.

use leptos::prelude::*;

use super::{Scene, place_of, terms};
use crate::{
    model::{Claim, Lang, Model, Text},
    search::{Entry, GROUPS},
};

pub(super) const LABELS: &[&str] = &[
    "search.failed",
    "search.field",
    "search.found",
    "search.help",
    "search.more",
    "search.nothing",
    "search.questions",
    "search.statements",
    "search.terms",
    "search.text",
];

/// The kinds of claims, for the labels of results.
const KINDS: &[&str] = &[
    "event",
    "cell",
    "set",
    "item",
    "problem",
    "lesson",
    "recommendation",
    "part",
    "relation",
    "link",
    "gap",
    "term",
    "note",
    "question",
];

pub(super) fn page(s: Scene<'_>) -> AnyView {
    // What the program says of results: it holds no word of its own.
    let words = GROUPS
        .iter()
        .map(|g| format!("search.{g}"))
        .chain(["found", "nothing", "failed", "more"].map(|w| format!("search.{w}")))
        .chain(["stated", "inferred", "absent"].map(|w| format!("status.{w}")))
        .chain(KINDS.iter().map(|k| format!("claim.{k}")))
        .map(|key| view! { <li data-word=key.clone()>{s.say(&key)}</li> })
        .collect_view();
    view! {
        <div class="search" role="search" data-island="search" data-index="@root@data/search.js" data-lang=s.lang.code() data-up="../">
            <label for="q">{s.say("search.field")}</label>
            <input id="q" type="search" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" aria-describedby="search-help" aria-controls="found" />
            <p class="note" id="search-help">{s.say("search.help")}</p>
            <p class="told" role="status"></p>
            <div id="found"></div>
            <ul hidden>{words}</ul>
        </div>
        <div class="lexicon">{terms::glossary(s)}{terms::names(s)}</div>
    }
    .into_any()
}

/// Everything that can be found: sentences, then claims, then terms, then questions.
#[must_use]
pub fn entries(model: &Model) -> Vec<Entry> {
    let pair = |t: &Text| [t.zh.clone(), t.en.clone()];
    let sentences = model.sentences.iter().map(|x| Entry {
        kind: "sentence".into(),
        status: String::new(),
        href: format!("source/index.html#{}", x.id),
        at: x.id.clone(),
        title: Default::default(),
        text: [x.get(Lang::Zh).to_owned(), x.get(Lang::En).to_owned()],
    });
    let claim = |c: &Claim, title: [String; 2]| Entry {
        kind: c.kind.into(),
        status: c.status.code().into(),
        href: place_of(model, &c.id),
        at: c
            .quotes
            .first()
            .map(|q| q.sentence().to_owned())
            .unwrap_or_default(),
        title,
        text: pair(&c.text),
    };
    let named = |c: &Claim| {
        let events = model.events.iter().map(|x| (&x.claim.id, &x.title));
        let cells = model
            .dimensions
            .iter()
            .flat_map(|d| d.cells.values().map(move |x| (&x.claim.id, &d.name)));
        let points = model
            .problems
            .iter()
            .chain(&model.lessons)
            .map(|x| (&x.claim.id, &x.title));
        let sets = model.sets.iter().map(|x| (&x.claim.id, &x.title));
        let advice = model
            .recommendations
            .iter()
            .map(|x| (&x.claim.id, &x.title));
        events
            .chain(cells)
            .chain(points)
            .chain(sets)
            .chain(advice)
            .find(|(id, _)| **id == c.id)
            .map(|(_, title)| pair(title))
            .unwrap_or_default()
    };
    let statements = model
        .claims()
        .filter(|c| !["term", "question"].contains(&c.kind))
        .map(|c| claim(c, named(c)));
    let terms = model.terms.iter().map(|t| claim(&t.claim, pair(&t.name)));
    let questions = model
        .questions
        .iter()
        .map(|q| claim(&q.claim, pair(&q.question)));
    sentences
        .chain(statements)
        .chain(terms)
        .chain(questions)
        .collect()
}
