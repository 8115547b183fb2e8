//! Who did what with whom, and every sentence that names an actor.

use leptos::prelude::*;

use super::{Scene, claim::statement};

pub(super) const LABELS: &[&str] = &[
    "actor.agency",
    "actor.alliance",
    "actor.document",
    "actor.firm",
    "actor.group",
    "actor.institute",
    "actor.named",
    "actor.platform",
    "actor.programme",
    "actor.state",
];

pub(super) fn page(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let list = m
        .actors
        .iter()
        .map(|a| {
            let relations = m
                .relations
                .iter()
                .filter(|r| r.from == a.id || r.to == a.id)
                .map(|r| {
                    let own = r.from == a.id;
                    let body = if own { statement(s, &r.claim) } else { view! { <p><a href=format!("#{}", r.claim.id)>{r.claim.text.get(s.lang).to_owned()}</a></p> }.into_any() };
                    view! { <li><span class="tags">{s.name_of(&r.from)}" — "{r.verb.get(s.lang).to_owned()}" → "{s.name_of(&r.to)}</span>{body}</li> }
                })
                .collect_view();
            let named = a.named_in.iter().map(|id| view! { <a href=format!("@source@#{id}")>{id.clone()}</a>" " }).collect_view();
            let referred = a
                .referred_in
                .iter()
                .map(|(id, by)| view! { <a href=format!("@source@#{id}")>{id.clone()}</a>" “"<span lang="zh-Hans">{by.clone()}</span>"” "<span class="badge" data-status="inferred">{s.say("status.inferred")}</span>" " })
                .collect_view();
            view! {
                <section class="actor" data-item="actor" data-places=a.place.clone().unwrap_or_default() id=format!("actor-{}", a.id)><h2>{a.name.get(s.lang).to_owned()}" "<small>{s.say(&format!("actor.{}", a.kind))}</small></h2>
                <p class="note">{s.say("actor.named")}" "{named}{referred}</p><ul>{relations}</ul></section>
            }
        })
        .collect_view();
    view! { <div class="sets">{list}</div> }.into_any()
}
