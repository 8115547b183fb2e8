//! The argument at a glance: what is wrong, what others did, what may be done;
//! then the ways into it.

use leptos::prelude::*;

use super::{
    PAGES, Scene,
    claim::{badge, titled},
    figure::figure,
};
use crate::model::{Claim, Status, Text};

pub(super) const LABELS: &[&str] = &[
    "overview.absent",
    "overview.advice",
    "overview.claims",
    "overview.inferred",
    "overview.key",
    "overview.lessons",
    "overview.problems",
    "overview.sentences",
    "overview.stated",
    "overview.way.actors",
    "overview.way.briefing",
    "overview.way.compare",
    "overview.way.data",
    "overview.way.home",
    "overview.way.questions",
    "overview.way.search",
    "overview.way.source",
    "overview.way.thread",
    "overview.way.timeline",
    "overview.ways",
];

fn column<'a>(
    s: Scene<'a>,
    heading: &'static str,
    points: impl Iterator<Item = (&'a Text, &'a Claim)>,
) -> AnyView {
    let items: Vec<_> = points
        .map(|(title, c)| {
            let f = s.facets(&c.id);
            view! { <li data-item="point" data-places=f.places() data-themes=f.themes()>{titled(s, c, title.get(s.lang).to_owned())}</li> }
        })
        .collect();
    let count = items.len();
    view! { <section><h2>{s.say(heading)}" "<span class="n">{count}</span></h2><ul>{items}</ul></section> }
        .into_any()
}

pub(super) fn page(s: Scene<'_>) -> AnyView {
    let m = s.model;
    view! {
        <div class="argument">
            {column(s, "overview.problems", m.problems.iter().map(|p| (&p.title, &p.claim)))}
            {column(s, "overview.lessons", m.lessons.iter().map(|p| (&p.title, &p.claim)))}
            {column(s, "overview.advice", m.recommendations.iter().map(|r| (&r.title, &r.claim)))}
        </div>
        {ways(s)}
        <div class="evidence">{figure(s, "events-by-place")}{key(s)}</div>
    }
    .into_any()
}

/// A card for every other page, with what it promises.
fn ways(s: Scene<'_>) -> AnyView {
    let cards = PAGES
        .iter()
        .filter(|(id, _)| *id != "overview")
        .map(|(id, folder)| {
            let promise = s
                .model
                .labels
                .get(&format!("overview.way.{id}"))
                .map(|t| t.get(s.lang).to_owned());
            view! { <li><a data-view="" href=format!("{folder}index.html")><b>{s.say(&format!("nav.{id}"))}</b><span>{promise}</span></a></li> }
        })
        .collect_view();
    view! { <section class="ways"><h2>{s.say("overview.ways")}</h2><ul>{cards}</ul></section> }
        .into_any()
}

/// How much stands on what: the key to the badges.
fn key(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let of = |status| m.claims().filter(|c| c.status == status).count();
    let states = [
        (Status::Stated, "overview.stated"),
        (Status::Inferred, "overview.inferred"),
        (Status::Absent, "overview.absent"),
    ]
    .map(|(status, meaning)| {
        view! { <div><dt><b>{of(status)}</b>" "{badge(s, status)}</dt><dd>{s.say(meaning)}</dd></div> }
    });
    view! {
        <section class="key"><h2>{s.say("overview.key")}</h2>
            <p class="totals"><b>{m.sentences.len()}</b>" "{s.say("overview.sentences")}" · "<b>{m.claims().count()}</b>" "{s.say("overview.claims")}</p>
            <dl>{states.into_iter().collect_view()}</dl>
        </section>
    }
    .into_any()
}
