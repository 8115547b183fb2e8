//! A statement as readers see it: its words, its state, its sentences.

use leptos::prelude::*;

use super::Scene;
use crate::model::{Claim, Lang, Status};

pub(super) const LABELS: &[&str] = &[
    "src.open",
    "src.sought",
    "src.why",
    "status.absent",
    "status.inferred",
    "status.stated",
];

/// The words of a claim, its state in words and form, and its sentences behind a disclosure.
pub(super) fn statement(s: Scene<'_>, c: &Claim) -> AnyView {
    view! {
        <div class="claim" id=c.id.clone() data-claim=c.id.clone() data-status=c.status.code()>
            <p>{c.text.get(s.lang).to_owned()}</p>
            {evidence(s, c)}
        </div>
    }
    .into_any()
}

/// A claim that a short title leads: state and title in sight, words and sentences behind them.
pub(super) fn titled(s: Scene<'_>, c: &Claim, title: String) -> AnyView {
    view! {
        <div class="claim titled" id=c.id.clone() data-claim=c.id.clone() data-status=c.status.code()>
            <details class="src">
                <summary><h3>{title}</h3>{badge(s, c.status)}</summary>
                <p>{c.text.get(s.lang).to_owned()}</p>{sentences(s, c)}
            </details>
        </div>
    }
    .into_any()
}

/// A state in words and form.
pub(super) fn badge(s: Scene<'_>, status: Status) -> AnyView {
    let words = s.say(match status {
        Status::Stated => "status.stated",
        Status::Inferred => "status.inferred",
        Status::Absent => "status.absent",
    });
    view! { <span class="badge" data-status=status.code()>{words}</span> }.into_any()
}

/// A claim whose words stand elsewhere: only state and sentences.
pub(super) fn evidence(s: Scene<'_>, c: &Claim) -> AnyView {
    let mut ids: Vec<&str> = Vec::new();
    for id in c.quotes.iter().map(crate::model::Quote::sentence) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    view! {
        <details class="src">
            <summary>{badge(s, c.status)}" "{ids.join(" ")}</summary>
            {sentences(s, c)}
        </details>
    }
    .into_any()
}

/// The sentences a claim rests on, and what the editors say of them.
pub(super) fn sentences(s: Scene<'_>, c: &Claim) -> AnyView {
    // Quotations of one sentence that stand together share its translation and the way to it.
    let next = c.quotes.iter().skip(1).map(Some).chain([None]);
    let quotes = c
        .quotes
        .iter()
        .zip(next)
        .map(|(q, next)| {
            let id = q.sentence().to_owned();
            let after = next.is_none_or(|n| n.sentence() != id).then(|| {
                let gloss = gloss(s, &id).map(|t| view! { <p class="gloss">{t}</p> });
                view! { {gloss}<a data-view="" href=format!("@source@#{id}")>{s.say("src.open")}" "{id.clone()}</a> }
            });
            view! { <blockquote><p lang=q.lang().tag()>{q.text().to_owned()}</p>{after}</blockquote> }
        })
        .collect_view();
    let why = c.why.as_ref().map(
        |w| view! { <p class="why"><b>{s.say("src.why")}</b>" "{w.get(s.lang).to_owned()}</p> },
    );
    view! { {quotes}{why}{sought(s, c)} }.into_any()
}

/// The words that were looked for and not found.
pub(super) fn sought(s: Scene<'_>, c: &Claim) -> Option<AnyView> {
    let words = c.sought.join(if s.lang == Lang::Zh { "、" } else { ", " });
    let tag = s.model.lang_of(c).tag();
    (!words.is_empty()).then(|| {
        view! { <p class="why"><b>{s.say("src.sought")}</b>" "<span lang=tag>{words}</span></p> }
            .into_any()
    })
}

/// A sentence's translation, in the edition of the other language.
pub(super) fn gloss(s: Scene<'_>, sentence: &str) -> Option<String> {
    let x = s.model.sentence(sentence)?;
    x.gloss(s.lang).map(str::to_owned)
}
