//! From problem to lesson to recommendation, and what has no answer.

use leptos::prelude::*;

use super::{
    Scene,
    claim::{badge, evidence, statement},
    figure::figure,
};
use crate::model::{Claim, Gap, Lang, Link, Status, Text};

pub(super) const LABELS: &[&str] = &[
    "thread.all",
    "thread.balance",
    "thread.gaps",
    "thread.gaps-note",
    "thread.joins",
    "thread.joins-none",
    "thread.links",
    "thread.other-gaps",
    "thread.pick",
    "thread.picked",
    "thread.to-gaps",
];

/// Every end that a link may have: problems, lessons, recommendations.
fn ends<'a>(s: Scene<'a>) -> [(&'static str, Vec<(&'a Text, &'a Claim)>); 3] {
    let m = s.model;
    [
        (
            "overview.problems",
            m.problems.iter().map(|p| (&p.title, &p.claim)).collect(),
        ),
        (
            "overview.lessons",
            m.lessons.iter().map(|p| (&p.title, &p.claim)).collect(),
        ),
        (
            "overview.advice",
            m.recommendations
                .iter()
                .map(|r| (&r.title, &r.claim))
                .collect(),
        ),
    ]
}

pub(super) fn page(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let of = |status| {
        m.links
            .iter()
            .filter(|l| l.claim.status == status)
            .count()
            .to_string()
    };
    let balance = s
        .say("thread.balance")
        .replace("{n}", &m.links.len().to_string())
        .replace("{stated}", &of(Status::Stated))
        .replace("{inferred}", &of(Status::Inferred));
    let to_gaps = s
        .say("thread.to-gaps")
        .replace("{n}", &m.gaps.len().to_string());
    // Stated links first: they weigh more than the editors' own.
    let mut links: Vec<&Link> = m.links.iter().collect();
    links.sort_by_key(|l| l.claim.status);
    let known: Vec<&str> = ends(s)
        .iter()
        .flat_map(|(_, c)| c.iter().map(|(_, c)| c.id.as_str()))
        .collect();
    let (loose, other): (Vec<&Gap>, Vec<&Gap>) =
        m.gaps.iter().partition(|g| known.contains(&g.of.as_str()));
    view! {
        <p class="balance">{balance}" "<a href="#gaps">{to_gaps}</a></p>
        {figure(s, "link-map")}
        {picker(s)}
        <h2 id="links">{s.say("thread.links")}</h2>
        <ol class="links">{links.into_iter().map(|l| link(s, l)).collect_view()}</ol>
        <section class="gaps"><h2 id="gaps">{s.say("thread.gaps")}</h2><p>{s.say("thread.gaps-note")}</p>
            <ul class="cards">{loose.into_iter().map(|g| gap(s, g)).collect_view()}</ul>
            <h3>{s.say("thread.other-gaps")}</h3>
            <ul class="cards">{other.into_iter().map(|g| gap(s, g)).collect_view()}</ul></section>
    }
    .into_any()
}

/// Three columns of ends; choosing one shows what it is joined to.
fn picker(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let columns = ends(s)
        .into_iter()
        .map(|(heading, claims)| {
            let nodes = claims
                .into_iter()
                .map(|(title, c)| {
                    let f = s.facets(&c.id);
                    let joins = m.links.iter().filter(|l| l.from == c.id || l.to == c.id).count();
                    let told = if joins == 0 { s.say("thread.joins-none") } else { s.say("thread.joins").replace("{n}", &joins.to_string()) };
                    view! {
                        <li data-item="end" data-places=f.places() data-themes=f.themes()>
                            <a class="node" href=format!("#{}", c.id) data-claim=c.id.clone() data-status=c.status.code() data-joins=joins.to_string()><b>{title.get(s.lang).to_owned()}</b><span>{badge(s, c.status)}" "{told}</span></a></li>
                    }
                })
                .collect_view();
            view! { <section><h3>{s.say(heading)}</h3><ul>{nodes}</ul></section> }
        })
        .collect_view();
    view! {
        <section class="picker" data-island="thread" data-label-all=s.say("thread.all") data-label-picked=s.say("thread.picked")>
            <h2>{s.say("thread.pick")}</h2><div class="ends">{columns}</div>
            <p class="told"><span role="status"></span></p>
        </section>
    }
    .into_any()
}

/// One end of a link or gap: its heading and its first sentence.
fn end(s: Scene<'_>, id: &str) -> AnyView {
    let m = s.model;
    let title = ends(s)
        .into_iter()
        .flat_map(|(_, c)| c)
        .find(|(_, c)| c.id == id)
        .map(|(t, _)| t);
    let words = title
        .or_else(|| m.claim(id).map(|c| &c.text))
        .map_or(String::new(), |t| t.get(s.lang).to_owned());
    let claim = m.claim(id);
    // The English edition gives the statement, too: the sentence itself is Chinese.
    let english = claim
        .filter(|_| s.lang == Lang::En && title.is_some())
        .map(|c| view! { <p>{c.text.en.clone()}</p> });
    let quote = claim
        .and_then(|c| c.quotes.first())
        .map(|q| q.text().to_owned());
    view! { <div class="end"><b><a data-view="" href=format!("#{id}")>{words}</a></b>{english}<p class="gloss" lang="zh-Hans">{quote}</p></div> }
        .into_any()
}

fn link(s: Scene<'_>, l: &Link) -> AnyView {
    let f = s.facets(&l.claim.id);
    view! {
        <li class="link" data-item="link" data-places=f.places() data-themes=f.themes() id=l.claim.id.clone() data-claim=l.claim.id.clone() data-status=l.claim.status.code() data-from=l.from.clone() data-to=l.to.clone()>
            {end(s, &l.from)}<span class="arrow" aria-hidden="true">"→"</span>{end(s, &l.to)}
            <div class="because"><p>{l.claim.text.get(s.lang).to_owned()}</p>{evidence(s, &l.claim)}</div>
        </li>
    }
    .into_any()
}

fn gap(s: Scene<'_>, g: &Gap) -> AnyView {
    let f = s.facets(&g.claim.id);
    view! { <li data-item="gap" data-places=f.places() data-themes=f.themes()>{end(s, &g.of)}{statement(s, &g.claim)}</li> }
        .into_any()
}
