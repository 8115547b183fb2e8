//! Problems and recommendations of the place that the advice is for.

use leptos::prelude::*;

use super::{
    Scene,
    claim::{badge, statement},
    figure::figure,
    structures::{of_home, set},
};
use crate::model::{Link, Part, Point, Recommendation, Status, Text};

pub(super) const LABELS: &[&str] = &[
    "advice.marks",
    "advice.matrix",
    "advice.matrix-note",
    "advice.none",
    "advice.problem",
    "advice.recommendation",
    "advice.sets",
    "advice.unanswering",
    "part.means",
    "part.what",
    "part.who",
    "part.whom",
];

fn point(s: Scene<'_>, p: &Point) -> AnyView {
    let f = s.facets(&p.claim.id);
    view! { <li data-item="point" data-places=f.places() data-themes=f.themes()><h3>{p.title.get(s.lang).to_owned()}</h3>{statement(s, &p.claim)}</li> }.into_any()
}

pub(super) fn page(s: Scene<'_>) -> AnyView {
    let m = s.model;
    view! {
        <section class="problems"><h2>{s.say("overview.problems")}</h2>
            <ul>{m.problems.iter().map(|p| point(s, p)).collect_view()}</ul>{figure(s, "problems")}</section>
        {matrix(s)}
        {m.recommendations.iter().map(|r| recommendation(s, r)).collect_view()}
        {sets(s)}
        {figure(s, "recommendations")}
    }
    .into_any()
}

/// Problems by recommendations, with the link that joins them; empty where none does.
fn matrix(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let link = |p: &Point, r: &Recommendation| {
        m.links
            .iter()
            .find(|l| l.from == p.claim.id && l.to == r.claim.id)
    };
    let joined: Vec<&Link> = m
        .problems
        .iter()
        .flat_map(|p| m.recommendations.iter().filter_map(move |r| link(p, r)))
        .collect();
    let of = |status| {
        joined
            .iter()
            .filter(|l| l.claim.status == status)
            .count()
            .to_string()
    };
    let note = s
        .say("advice.matrix-note")
        .replace("{n}", &joined.len().to_string())
        .replace("{stated}", &of(Status::Stated))
        .replace("{inferred}", &of(Status::Inferred));
    let head = m
        .recommendations
        .iter()
        .map(|r| {
            let unanswering = (!answers(s, r))
                .then(|| view! { <small>{s.say("advice.unanswering")}</small> });
            view! { <th scope="col"><a href=format!("#{}", r.claim.id)>{r.title.get(s.lang).to_owned()}</a>{unanswering}</th> }
        })
        .collect_view();
    let rows = m
        .problems
        .iter()
        .map(|p| {
            let cells = m
                .recommendations
                .iter()
                .map(|r| {
                    let title = r.title.get(s.lang).to_owned();
                    match link(p, r) {
                        Some(l) => view! { <td data-label=title class="joined" data-status=l.claim.status.code()><a data-view="" href=format!("#{}", l.claim.id)>{badge(s, l.claim.status)}</a></td> }.into_any(),
                        None => view! { <td data-label=title class="empty">{s.say("advice.none")}</td> }.into_any(),
                    }
                })
                .collect_view();
            view! { <tr><th scope="row">{p.title.get(s.lang).to_owned()}</th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <section class="pairs"><h2 id="matrix">{s.say("advice.matrix")}</h2><p>{note}</p>
            <table aria-labelledby="matrix"><thead><tr><th scope="col">{s.say("advice.problem")}</th>{head}</tr></thead><tbody>{rows}</tbody></table>
        </section>
    }
    .into_any()
}

/// Whether any problem is joined to a recommendation.
fn answers(s: Scene<'_>, r: &Recommendation) -> bool {
    let m = s.model;
    let from_problem = |l: &&Link| m.problems.iter().any(|p| p.claim.id == l.from);
    m.links
        .iter()
        .filter(from_problem)
        .any(|l| l.to == r.claim.id)
}

/// A recommendation with its measures: what, who, by which means, for whom.
fn recommendation(s: Scene<'_>, r: &Recommendation) -> AnyView {
    let f = s.facets(&r.claim.id);
    let heading = format!("measures-{}", r.id);
    let columns = ["part.what", "part.who", "part.means", "part.whom"];
    let head = columns
        .map(|c| view! { <th scope="col">{s.say(c)}</th> })
        .into_iter()
        .collect_view();
    let rows = r.parts.iter().map(|p| measure(s, p)).collect_view();
    let unanswering = (!answers(s, r)).then(|| format!(" · {}", s.say("advice.unanswering")));
    view! {
        <section class="rec" data-item="rec" data-places=f.places() data-themes=f.themes()>
            <p class="note">{s.say("advice.recommendation")}{unanswering}</p><h2 id=heading.clone()>{r.title.get(s.lang).to_owned()}</h2>{statement(s, &r.claim)}
            <table class="measures" aria-labelledby=heading><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
        </section>
    }
    .into_any()
}

fn measure(s: Scene<'_>, p: &Part) -> AnyView {
    let fact = |key: &'static str, t: &Option<Text>| {
        match t {
        Some(t) => {
            view! { <td data-label=s.say(key)>{t.get(s.lang).to_owned()}</td> }.into_any()
        }
        None => {
            view! { <td data-label=s.say(key) data-status="absent" class="empty">{s.say("status.absent")}</td> }
                .into_any()
        }
    }
    };
    let items = (!p.items.is_empty()).then(|| {
        let items = p
            .items
            .iter()
            .map(|i| view! { <li>{i.get(s.lang).to_owned()}</li> })
            .collect_view();
        view! { <ul class="items">{items}</ul> }
    });
    view! {
        <tr><td>{statement(s, &p.claim)}{items}</td>
            {fact("part.who", &p.who)}{fact("part.means", &p.means)}{fact("part.whom", &p.whom)}</tr>
    }
    .into_any()
}

/// The structures of the home place, and what the text leaves out of them.
fn sets(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let sets = m
        .sets
        .iter()
        .filter(|x| of_home(m, x))
        .map(|x| {
            let note = x
                .count
                .map(|_| view! { <p class="note">{s.say("advice.marks")}</p> });
            view! { <div data-item="set" data-places=s.facets(&x.claim.id).places()>{set(s, x)}{note}</div> }
        })
        .collect_view();
    view! { <section class="own"><h2>{s.say("advice.sets")}</h2><div class="sets">{sets}</div></section> }
        .into_any()
}
