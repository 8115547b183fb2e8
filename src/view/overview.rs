//! The argument at a glance: what is wrong, what others did, what may be done.

use leptos::prelude::*;

use super::{Scene, claim::statement, figure::figure};
use crate::model::Point;

pub(super) const LABELS: &[&str] = &["overview.advice", "overview.lessons", "overview.problems"];

pub(super) fn point(s: Scene<'_>, p: &Point) -> AnyView {
    let f = s.facets(&p.claim.id);
    view! { <li data-item="point" data-places=f.places() data-themes=f.themes()><h3>{p.title.get(s.lang).to_owned()}</h3>{statement(s, &p.claim)}</li> }.into_any()
}

pub(super) fn page(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let advice = m.recommendations.iter().map(|r| { let f = s.facets(&r.claim.id); view! { <li data-item="point" data-places=f.places() data-themes=f.themes()><h3>{r.title.get(s.lang).to_owned()}</h3>{statement(s, &r.claim)}</li> } }).collect_view();
    view! {
        <div class="argument">
            <section><h2>{s.say("overview.problems")}</h2><ol>{m.problems.iter().map(|p| point(s, p)).collect_view()}</ol></section>
            <section><h2>{s.say("overview.lessons")}</h2><ol>{m.lessons.iter().map(|p| point(s, p)).collect_view()}</ol></section>
            <section><h2>{s.say("overview.advice")}</h2><ol>{advice}</ol></section>
        </div>
        {figure(s, "events-by-place")}
    }
    .into_any()
}
