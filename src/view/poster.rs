//! The whole argument on one long page, which the build also takes a picture of, and the card that
//! stands for the site where somebody shares its address.

use leptos::prelude::*;

use super::{
    Page, Scene,
    document::{self, UNLISTED, framed},
    timeline,
};
use crate::model::{Claim, Dimension, Event, Lang, Quote, Status, When};

pub(super) const LABELS: &[&str] = &[
    "deck.open",
    "deck.sources",
    "deck.undated",
    "handout.back",
    "handout.notes",
    "nav.poster",
    "poster.advice",
    "poster.check",
    "poster.check-hash",
    "poster.check-how",
    "poster.check-states",
    "poster.compare",
    "poster.compare-more",
    "poster.gaps",
    "poster.lessons",
    "poster.problems",
    "poster.timeline",
];

/// A statement with its state in words and the sentences it rests on.
fn said(s: Scene<'_>, c: &Claim) -> AnyView {
    let mut ids: Vec<&str> = Vec::new();
    for id in c.quotes.iter().map(Quote::sentence) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let links = ids
        .into_iter()
        .map(|id| view! { " "<a href=format!("@source@#{id}")>{id.to_owned()}</a> })
        .collect_view();
    let state = s.say(match c.status {
        Status::Stated => "status.stated",
        Status::Inferred => "status.inferred",
        Status::Absent => "status.absent",
    });
    view! {
        <div class="said" data-claim=c.id.clone() data-status=c.status.code()>
            <p>{c.text.get(s.lang).to_owned()}</p>
            <p class="basis"><span class="badge" data-status=c.status.code()>{state}</span>{links}</p>
        </div>
    }
    .into_any()
}

fn cards<'a>(s: Scene<'_>, items: impl Iterator<Item = (&'a str, &'a Claim)>) -> AnyView {
    items
        .map(|(title, claim)| view! { <li><h3>{title.to_owned()}</h3>{said(s, claim)}</li> })
        .collect_view()
        .into_any()
}

fn event(s: Scene<'_>, e: &Event) -> AnyView {
    let places = e
        .places
        .iter()
        .map(|id| s.name_of(id))
        .collect::<Vec<_>>()
        .join(" · ");
    view! {
        <li data-when=timeline::kind(e.when)>
            <p class="when">{timeline::date(s, e.when)}</p>
            <div><h3><span class="where">{places}</span>" "{e.title.get(s.lang).to_owned()}</h3>{said(s, &e.claim)}</div>
        </li>
    }
    .into_any()
}

/// Rows that compare: the text says something of two places at least.
fn compares(d: &Dimension) -> bool {
    let said = d
        .cells
        .values()
        .filter(|c| c.claim.status != Status::Absent);
    said.count() > 1
}

pub(super) fn page(s: Scene<'_>, public_url: Option<&str>, preview: bool) -> Page {
    let m = s.model;
    let title = |t: &'_ crate::model::Text| t.get(s.lang).to_owned();
    let places: Vec<_> = m.places.iter().filter(|p| !p.home).collect();
    let rows = m
        .dimensions
        .iter()
        .filter(|d| compares(d))
        .map(|d| {
            let cells = places
                .iter()
                .filter_map(|p| {
                    let cell = d.cells.get(&p.id)?;
                    Some(view! { <div class="cell" data-color=p.color.to_string()><h4>{title(&p.short)}</h4>{said(s, &cell.claim)}</div> })
                })
                .collect_view();
            view! { <li><h3>{title(&d.name)}</h3><div class="cells">{cells}</div></li> }
        })
        .collect_view();
    let rest = m.dimensions.iter().filter(|d| !compares(d)).count();
    let more = s
        .say("poster.compare-more")
        .replace("{count}", &rest.to_string());
    let (undated, dated): (Vec<_>, Vec<_>) = m.events.iter().partition(|e| e.when == When::Undated);
    let problems = m.problems.iter().map(|p| (p.title.get(s.lang), &p.claim));
    let lessons = m.lessons.iter().map(|p| (p.title.get(s.lang), &p.claim));
    let advice = m
        .recommendations
        .iter()
        .map(|r| (r.title.get(s.lang), &r.claim));
    let gaps = m
        .gaps
        .iter()
        .map(|g| view! { <li>{said(s, &g.claim)}</li> })
        .collect_view();
    let sources = m
        .sources
        .iter()
        .map(|x| view! { <li>{title(&x.title)}" · "{title(&x.author)}<br/><code>{s.say("poster.check-hash")}" "{x.sha256.clone()}</code></li> })
        .collect_view();
    let body = view! {
        <div class="banner"><p class="name">{title(&m.title)}</p><p>{title(&m.subtitle)}</p></div>
        <section class="problems"><h2>{s.say("poster.problems")}</h2><ul>{cards(s, problems)}</ul></section>
        <section><h2>{s.say("poster.timeline")}</h2>
            <ol class="years">{dated.into_iter().map(|e| event(s, e)).collect_view()}</ol>
            <ul class="years undated">{undated.into_iter().map(|e| event(s, e)).collect_view()}</ul></section>
        <section><h2>{s.say("poster.compare")}</h2><ul class="rows">{rows}</ul><p class="aside">{more}</p></section>
        <section><h2>{s.say("poster.lessons")}</h2><ul>{cards(s, lessons)}</ul></section>
        <section class="advice"><h2>{s.say("poster.advice")}</h2><ul>{cards(s, advice)}</ul></section>
        <section class="gaps"><h2>{s.say("poster.gaps")}</h2><ul>{gaps}</ul></section>
        <section class="check"><h2>{s.say("poster.check")}</h2><p>{s.say("poster.check-states")}</p><p>{s.say("poster.check-how")}</p>
            <ul>{sources}</ul><p>{title(&m.publisher)}" · "{title(&m.licence)}</p></section>
    }
    .into_any();
    document::document(s, "poster", "poster/", body, public_url, preview)
}

/// What the picture on cards is taken of: title and the argument in three columns.
pub(super) fn card(s: Scene<'_>) -> Page {
    let m = s.model;
    let title = |t: &'_ crate::model::Text| t.get(s.lang).to_owned();
    let column = |key: &'static str, names: Vec<String>| {
        let items = names
            .into_iter()
            .map(|n| view! { <li>{n}</li> })
            .collect_view();
        view! { <section><h2>{s.say(key)}</h2><ul>{items}</ul></section> }
    };
    let problems = m.problems.iter().map(|p| title(&p.title)).collect();
    let lessons = m.lessons.iter().map(|p| title(&p.title)).collect();
    let advice = m.recommendations.iter().map(|r| title(&r.title)).collect();
    let inner = view! {
        <main id="main" class="page-card"><h1>{title(&m.title)}</h1><p>{title(&m.subtitle)}</p>
            <div class="columns">{column("overview.problems", problems)}{column("overview.lessons", lessons)}{column("overview.advice", advice)}</div>
            <p class="by">{title(&m.publisher)}</p></main>
    }
    .to_html()
    .replace("<!>", "");
    let path = format!("embed/card.{}.html", s.lang.code());
    let html = framed(
        s.lang,
        m.title.get(s.lang),
        "../assets/poster.css",
        UNLISTED,
        &inner,
    );
    Page { path, html }
}

/// Marks of the pages that the card's picture is of, for a site with an address.
#[must_use]
pub fn card_marks(base: &str, lang: Lang) -> String {
    let base = base.trim_end_matches('/');
    format!(
        "<meta property=\"og:image\" content=\"{base}/images/card.{}.png\"><meta property=\"og:image:width\" content=\"1200\"><meta property=\"og:image:height\" content=\"630\"><meta name=\"twitter:card\" content=\"summary_large_image\">",
        lang.code()
    )
}
