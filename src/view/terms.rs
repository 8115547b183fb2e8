//! The glossary, and an index of names: what a reader searches with no script.

use leptos::prelude::*;

use super::{Scene, claim::statement};
use crate::model::Lang;

pub(super) const LABELS: &[&str] = &["terms.glossary", "terms.in", "terms.names"];

/// Terms in the alphabet's order in English, in the text's order in Chinese.
pub(super) fn glossary(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let mut terms: Vec<_> = m.terms.iter().collect();
    match s.lang {
        Lang::En => terms.sort_by_key(|t| t.name.en.to_lowercase()),
        Lang::Zh => terms.sort_by_key(|t| {
            let first = t.sentences.first();
            m.sentences.iter().position(|x| Some(&x.id) == first)
        }),
    }
    let other = if s.lang == Lang::Zh {
        Lang::En
    } else {
        Lang::Zh
    };
    let jumps = terms
        .iter()
        .map(|t| view! { <li><a href=format!("#{}", t.claim.id)>{t.name.get(s.lang).to_owned()}</a></li> })
        .collect_view();
    let list = terms
        .iter()
        .map(|t| {
            view! {
                <li><h3>{t.name.get(s.lang).to_owned()}" "<small lang=other.tag()>{t.name.get(other).to_owned()}</small></h3>
                {statement(s, &t.claim)}{places(s, &t.sentences)}</li>
            }
        })
        .collect_view();
    view! { <h2 id="glossary">{s.say("terms.glossary")}</h2><ul class="jump words">{jumps}</ul><ul class="cards">{list}</ul> }
        .into_any()
}

/// Every name with the sentences that hold it.
pub(super) fn names(s: Scene<'_>) -> AnyView {
    let mut actors: Vec<_> = s
        .model
        .actors
        .iter()
        .filter(|a| !a.named_in.is_empty())
        .collect();
    match s.lang {
        Lang::En => actors.sort_by_key(|a| a.name.en.to_lowercase()),
        Lang::Zh => actors.sort_by_key(|a| {
            let first = a.named_in.first();
            s.model.sentences.iter().position(|x| Some(&x.id) == first)
        }),
    }
    let list = actors
        .into_iter()
        .map(|a| view! { <li><b>{a.name.get(s.lang).to_owned()}</b>{places(s, &a.named_in)}</li> })
        .collect_view();
    view! { <h2 id="names">{s.say("terms.names")}</h2><ul class="names">{list}</ul> }.into_any()
}

fn places(s: Scene<'_>, sentences: &[String]) -> AnyView {
    let links = sentences
        .iter()
        .map(|id| view! { " "<a data-view="" href=format!("@source@#{id}")>{id.clone()}</a> })
        .collect_view();
    view! { <p class="note">{s.say("terms.in")}{links}</p> }.into_any()
}
