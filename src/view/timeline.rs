//! Events by date; what the text does not date stands apart.

use leptos::prelude::*;

use super::{Scene, claim::statement};
use crate::model::{Event, When};

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

fn kind(when: When) -> &'static str {
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
    view! {
        <li class="event" data-when=kind(e.when) data-places=e.places.join(" ") data-levels=e.levels.join(" ") data-actors=e.actors.join(" ") tabindex="-1">
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
    let chips = |facet: &'static str, items: Vec<(String, String)>| {
        let items = items.into_iter().map(|(id, name)| view! { <li><a class="chip" href="#events" data-facet=facet data-value=id>{name}</a></li> }).collect_view();
        view! { <ul class="chips" aria-label=s.say(&format!("facet.{facet}"))>{items}</ul> }
    };
    let places = m
        .places
        .iter()
        .map(|p| (p.id.clone(), p.short.get(s.lang).to_owned()))
        .collect();
    let levels = m
        .levels
        .iter()
        .map(|l| (l.id.clone(), l.name.get(s.lang).to_owned()))
        .collect();
    let (undated, dated): (Vec<_>, Vec<_>) = m.events.iter().partition(|e| e.when == When::Undated);
    view! {
        <div class="controls" data-island="timeline" data-label-reset=s.say("filter.reset") data-label-count=s.say("filter.count")>
            {chips("place", places)}{chips("level", levels)}<p class="told"></p>
        </div>
        <h2 id="events">{s.say("timeline.dated")}</h2>
        <ol class="timeline">{dated.into_iter().map(|e| event(s, e)).collect_view()}</ol>
        <h2>{s.say("timeline.undated")}</h2>
        <ol class="timeline undated">{undated.into_iter().map(|e| event(s, e)).collect_view()}</ol>
        {super::evidence::figure(s, "events-by-place")}
    }
    .into_any()
}
