//! The glossary.

use leptos::prelude::*;

use super::{Scene, claim::statement};

pub(super) fn page(s: Scene<'_>) -> AnyView {
    let list = s
        .model
        .terms
        .iter()
        .map(|t| {
            let places = t.sentences.iter().map(|id| view! { <a href=format!("@source@#{id}")>{id.clone()}</a>" " }).collect_view();
            view! { <li><h2>{t.name.get(s.lang).to_owned()}</h2>{statement(s, &t.claim)}<p class="note">{places}</p></li> }
        })
        .collect_view();
    view! { <ul class="cards">{list}</ul> }.into_any()
}
