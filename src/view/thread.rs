//! From problem to lesson to recommendation, and what has no answer.

use leptos::prelude::*;

use super::{
    Scene,
    claim::{badge, evidence, statement},
    figure::figure,
};
use crate::model::{Claim, Gap, Link, Status, Text};

pub(super) const LABELS: &[&str] = &[
    "thread.all",
    "thread.count-gaps",
    "thread.count-links",
    "thread.gaps",
    "thread.gaps-note",
    "thread.joins",
    "thread.joins-none",
    "thread.links",
    "thread.loose-gaps",
    "thread.other-gaps",
    "thread.pick",
    "thread.picked",
    "thread.see",
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
    view! {
        {picker(s)}
        <div class="map">{figure(s, "link-map")}{counts(s)}</div>
        <div id="shown">{gaps(s)}{links(s)}</div>
    }
    .into_any()
}

/// How many links of each status there are, and how many gaps.
fn counts(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let of = |status| m.links.iter().filter(|l| l.claim.status == status).count();
    view! {
        <ul class="counts">
            <li><b>{m.links.len()}</b>" "<a href="#links">{s.say("thread.count-links")}</a></li>
            <li><b>{of(Status::Stated)}</b>" "{badge(s, Status::Stated)}</li>
            <li><b>{of(Status::Inferred)}</b>" "{badge(s, Status::Inferred)}</li>
            <li><b>{m.gaps.len()}</b>" "<a href="#gaps">{s.say("thread.count-gaps")}</a></li>
        </ul>
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
                    let starts = m.links.iter().any(|l| l.from == c.id);
                    let told = if joins == 0 { s.say("thread.joins-none") } else { s.say("thread.joins").replace("{n}", &joins.to_string()) };
                    view! {
                        <li data-item="end" data-places=f.places() data-themes=f.themes()>
                            <a class="node" href=format!("#{}{}", if starts { "from-" } else { "" }, c.id) data-claim=c.id.clone() data-status=c.status.code() data-joins=joins.to_string()><b>{title.get(s.lang).to_owned()}</b><span>{badge(s, c.status)}" "{told}</span></a></li>
                    }
                })
                .collect_view();
            view! { <section><h3>{s.say(heading)}</h3><ul>{nodes}</ul></section> }
        })
        .collect_view();
    view! {
        <section class="picker" data-island="thread" data-label-all=s.say("thread.all") data-label-picked=s.say("thread.picked") data-label-see=s.say("thread.see")>
            <h2>{s.say("thread.pick")}</h2><div class="ends">{columns}</div>
            <p class="told"><span role="status"></span></p>
        </section>
    }
    .into_any()
}

/// The links by the end that they start from, in the order of the argument.
fn links(s: Scene<'_>) -> AnyView {
    let groups = ends(s)
        .into_iter()
        .flat_map(|(heading, claims)| claims.into_iter().map(move |(t, c)| (heading, t, c)))
        .filter_map(|(heading, title, c)| {
            let mut own: Vec<&Link> = s.model.links.iter().filter(|l| l.from == c.id).collect();
            // Stated links first: they weigh more than the editors' own.
            own.sort_by_key(|l| l.claim.status);
            let rows = own.iter().map(|l| link(s, l)).collect_view();
            (!own.is_empty()).then(|| {
                view! {
                    <section class="group" id=format!("from-{}", c.id)>
                        <div class="from"><p class="note">{s.say(heading)}</p><h3><a data-view="" href=format!("#{}", c.id)>{title.get(s.lang).to_owned()}</a></h3>{words(s, &c.id)}</div>
                        <ol>{rows}</ol>
                    </section>
                }
            })
        })
        .collect_view();
    view! { <section class="links"><h2 id="links">{s.say("thread.links")}</h2>{groups}</section> }
        .into_any()
}

/// What an end says: its first sentence, and in the other language's edition the statement before it.
fn words(s: Scene<'_>, id: &str) -> AnyView {
    let claim = s.model.claim(id);
    let statement = claim
        .filter(|c| s.lang != s.model.lang_of(c))
        .map(|c| view! { <p>{c.text.get(s.lang).to_owned()}</p> });
    let quote = claim
        .and_then(|c| c.quotes.first())
        .map(|q| view! { <p class="gloss" lang=q.lang().tag()>{q.text().to_owned()}</p> });
    view! { {statement}{quote} }.into_any()
}

/// The short name of what a link leads to or a gap is about.
fn title(s: Scene<'_>, id: &str) -> String {
    let m = s.model;
    let end = ends(s)
        .into_iter()
        .flat_map(|(_, c)| c)
        .find(|(_, c)| c.id == id)
        .map(|(t, _)| t);
    let event = m.events.iter().find(|e| e.claim.id == id).map(|e| &e.title);
    let set = m.sets.iter().find(|x| x.claim.id == id).map(|x| &x.title);
    end.or(event)
        .or(set)
        .or_else(|| m.claim(id).map(|c| &c.text))
        .map_or(String::new(), |t| t.get(s.lang).to_owned())
}

fn link(s: Scene<'_>, l: &Link) -> AnyView {
    let f = s.facets(&l.claim.id);
    view! {
        <li class="link" data-item="link" data-places=f.places() data-themes=f.themes() id=l.claim.id.clone() data-claim=l.claim.id.clone() data-status=l.claim.status.code() data-from=l.from.clone() data-to=l.to.clone()>
            <div class="to"><h4><a data-view="" href=format!("#{}", l.to)>{title(s, &l.to)}</a></h4>{words(s, &l.to)}</div>
            <div class="because"><p>{l.claim.text.get(s.lang).to_owned()}</p>{evidence(s, &l.claim)}</div>
        </li>
    }
    .into_any()
}

/// What the text leaves open: first where an end leads nowhere, then elsewhere.
fn gaps(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let is_end = |g: &&Gap| {
        ends(s)
            .iter()
            .any(|(_, c)| c.iter().any(|(_, c)| c.id == g.of))
    };
    let (loose, other): (Vec<&Gap>, Vec<&Gap>) = m.gaps.iter().partition(is_end);
    view! {
        <section class="gaps"><h2 id="gaps">{s.say("thread.gaps")}</h2><p>{s.say("thread.gaps-note")}</p>
            <div><h3>{s.say("thread.loose-gaps")}</h3><ul class="cards">{loose.into_iter().map(|g| gap(s, g)).collect_view()}</ul></div>
            <div><h3>{s.say("thread.other-gaps")}</h3><ul class="cards">{other.into_iter().map(|g| gap(s, g)).collect_view()}</ul></div></section>
    }
    .into_any()
}

fn gap(s: Scene<'_>, g: &Gap) -> AnyView {
    let f = s.facets(&g.claim.id);
    view! { <li data-item="gap" data-of=g.of.clone() data-places=f.places() data-themes=f.themes()><a class="of" data-view="" href=format!("#{}", g.of)>{title(s, &g.of)}</a>{statement(s, &g.claim)}</li> }
        .into_any()
}
