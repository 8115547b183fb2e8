//! The argument: what is wrong, what others did, what may be done.

use leptos::prelude::*;

use super::{
    Scene,
    claim::{evidence, statement},
};
use crate::model::{Link, Point, Text};

fn point(s: Scene<'_>, p: &Point) -> AnyView {
    view! { <li><h3>{p.title.get(s.lang).to_owned()}</h3>{statement(s, &p.claim)}</li> }.into_any()
}

pub(super) fn overview(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let advice = m.recommendations.iter().map(|r| view! { <li><h3>{r.title.get(s.lang).to_owned()}</h3>{statement(s, &r.claim)}</li> }).collect_view();
    view! {
        <div class="argument">
            <section><h2>{s.say("overview.problems")}</h2><ol>{m.problems.iter().map(|p| point(s, p)).collect_view()}</ol></section>
            <section><h2>{s.say("overview.lessons")}</h2><ol>{m.lessons.iter().map(|p| point(s, p)).collect_view()}</ol></section>
            <section><h2>{s.say("overview.advice")}</h2><ol>{advice}</ol></section>
        </div>
        {super::evidence::figure(s, "events-by-place")}
    }
    .into_any()
}

pub(super) fn advice(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let problems = m.problems.iter().map(|p| point(s, p)).collect_view();
    let advice = m
        .recommendations
        .iter()
        .map(|r| {
            let parts = r
                .parts
                .iter()
                .map(|p| {
                    let fact = |key: &'static str, t: &Option<Text>| {
                        let absent = t.is_none();
                        let words = t.as_ref().map_or(s.say("status.absent"), |t| t.get(s.lang).to_owned());
                        view! { <div><dt>{s.say(key)}</dt><dd class:none=absent>{words}</dd></div> }
                    };
                    let items = (!p.items.is_empty()).then(|| {
                        let items = p.items.iter().map(|i| view! { <li>{i.get(s.lang).to_owned()}</li> }).collect_view();
                        view! { <ul class="items">{items}</ul> }
                    });
                    view! {
                        <li class="part">{statement(s, &p.claim)}{items}
                            <dl>{fact("part.who", &p.who)}{fact("part.means", &p.means)}{fact("part.whom", &p.whom)}</dl></li>
                    }
                })
                .collect_view();
            view! { <section class="rec"><h2>{r.title.get(s.lang).to_owned()}</h2>{statement(s, &r.claim)}<ol>{parts}</ol></section> }
        })
        .collect_view();
    view! {
        <section><h2>{s.say("overview.problems")}</h2><ol class="cards">{problems}</ol></section>
        {advice}
        <div class="sets">{m.sets.iter().filter(|x| x.kind == "count").map(|x| super::comparison::set(s, x)).collect_view()}</div>
    }
    .into_any()
}

pub(super) fn thread(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let end = |id: &str| {
        let title = m
            .problems
            .iter()
            .chain(&m.lessons)
            .find(|p| p.claim.id == id)
            .map(|p| &p.title);
        let title = title.or_else(|| {
            m.recommendations
                .iter()
                .find(|r| r.claim.id == id)
                .map(|r| &r.title)
        });
        let words = title
            .or_else(|| m.claim(id).map(|c| &c.text))
            .map_or(String::new(), |t| t.get(s.lang).to_owned());
        let quote = m
            .claim(id)
            .and_then(|c| c.quotes.first())
            .map(|q| q.text().to_owned());
        view! { <div class="end"><b>{words}</b><p class="gloss" lang="zh-Hans">{quote}</p></div> }
    };
    let link = |l: &Link| {
        view! {
            <li class="link" id=l.claim.id.clone() data-claim=l.claim.id.clone() data-status=l.claim.status.code()>
                {end(&l.from)}<span class="arrow" aria-hidden="true">"→"</span>{end(&l.to)}
                <div class="because"><p>{l.claim.text.get(s.lang).to_owned()}</p>{evidence(s, &l.claim)}</div>
            </li>
        }
    };
    let gaps = m
        .gaps
        .iter()
        .map(|g| view! { <li>{end(&g.of)}{statement(s, &g.claim)}</li> })
        .collect_view();
    view! {
        <h2>{s.say("thread.links")}</h2><ol class="links">{m.links.iter().map(link).collect_view()}</ol>
        <h2>{s.say("thread.gaps")}</h2><ul class="cards">{gaps}</ul>
    }
    .into_any()
}
