//! From problem to lesson to recommendation, and what has no answer.

use leptos::prelude::*;

use super::{
    Scene,
    claim::{evidence, statement},
};
use crate::model::Link;

pub(super) const LABELS: &[&str] = &["thread.gaps", "thread.links"];

pub(super) fn page(s: Scene<'_>) -> AnyView {
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
        let f = s.facets(&l.claim.id);
        view! {
            <li class="link" data-item="link" data-places=f.places() data-themes=f.themes() id=l.claim.id.clone() data-claim=l.claim.id.clone() data-status=l.claim.status.code()>
                {end(&l.from)}<span class="arrow" aria-hidden="true">"→"</span>{end(&l.to)}
                <div class="because"><p>{l.claim.text.get(s.lang).to_owned()}</p>{evidence(s, &l.claim)}</div>
            </li>
        }
    };
    let gaps = m
        .gaps
        .iter()
        .map(|g| {
            let f = s.facets(&g.claim.id);
            view! { <li data-item="gap" data-places=f.places() data-themes=f.themes()>{end(&g.of)}{statement(s, &g.claim)}</li> }
        })
        .collect_view();
    view! {
        <h2>{s.say("thread.links")}</h2><ol class="links">{m.links.iter().map(link).collect_view()}</ol>
        <h2>{s.say("thread.gaps")}</h2><ul class="cards">{gaps}</ul>
    }
    .into_any()
}
