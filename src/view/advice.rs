//! Problems and recommendations of the place that the advice is for.

use leptos::prelude::*;

use super::{
    Scene,
    claim::statement,
    overview::point,
    structures::{of_home, set},
};
use crate::model::Text;

pub(super) const LABELS: &[&str] = &["part.means", "part.who", "part.whom"];

pub(super) fn page(s: Scene<'_>) -> AnyView {
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
            let f = s.facets(&r.claim.id);
            view! { <section class="rec" data-item="rec" data-places=f.places() data-themes=f.themes()><h2>{r.title.get(s.lang).to_owned()}</h2>{statement(s, &r.claim)}<ol>{parts}</ol></section> }
        })
        .collect_view();
    view! {
        <section><h2>{s.say("overview.problems")}</h2><ol class="cards">{problems}</ol></section>
        {advice}
        <div class="sets">{m.sets.iter().filter(|x| of_home(m, x)).map(|x| set(s, x)).collect_view()}</div>
    }
    .into_any()
}
