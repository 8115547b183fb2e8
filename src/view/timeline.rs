//! Events by date; what the text does not date stands apart.

use leptos::prelude::*;

use super::{Scene, claim::statement};
use crate::model::{Event, When};

pub(super) const LABELS: &[&str] = &[
    "kind.range",
    "kind.target",
    "kind.undated",
    "kind.year",
    "timeline.dated",
    "timeline.undated",
    "when.target",
    "when.undated",
];

/// The date in words.
pub(super) fn date(s: Scene<'_>, when: When) -> String {
    match when {
        When::Year { year } => year.to_string(),
        When::Target { year, set_in } => s
            .say("when.target")
            .replace("{year}", &year.to_string())
            .replace("{set}", &set_in.to_string()),
        When::Range { from, to } => format!("{from}–{to}"),
        When::Undated => s.say("when.undated"),
    }
}

/// The date's kind: the value of `data-when`.
pub(super) fn kind(when: When) -> &'static str {
    match when {
        When::Year { .. } => "year",
        When::Target { .. } => "target",
        When::Range { .. } => "range",
        When::Undated => "undated",
    }
}

fn event(s: Scene<'_>, e: &Event) -> AnyView {
    let names = |ids: &[String]| {
        ids.iter()
            .map(|id| s.name_of(id))
            .collect::<Vec<_>>()
            .join(" · ")
    };
    let tags = [names(&e.places), names(&e.levels)]
        .into_iter()
        .filter(|t| !t.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    let f = s.facets(&e.claim.id);
    view! {
        <li class="event" data-item="event" data-when=kind(e.when) data-places=f.places() data-levels=f.levels() data-actors=f.actors() data-themes=f.themes() tabindex="-1">
            <p class="date"><span>{date(s, e.when)}</span>" "<span class="kind">{s.say(&format!("kind.{}", kind(e.when)))}</span></p>
            <h3>{e.title.get(s.lang).to_owned()}</h3>
            <p class="tags">{tags}</p>
            {statement(s, &e.claim)}
        </li>
    }
    .into_any()
}

pub(super) fn page(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let (undated, dated): (Vec<_>, Vec<_>) = m.events.iter().partition(|e| e.when == When::Undated);
    view! {
        <h2 id="events">{s.say("timeline.dated")}</h2>
        <ol class="timeline">{dated.into_iter().map(|e| event(s, e)).collect_view()}</ol>
        <h2>{s.say("timeline.undated")}</h2>
        <ol class="timeline undated">{undated.into_iter().map(|e| event(s, e)).collect_view()}</ol>
        {super::figure::figure(s, "events-by-place")}
    }
    .into_any()
}
