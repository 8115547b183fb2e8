//! The source, sentence by sentence, and what cites each.

use leptos::prelude::*;

use super::{Scene, claim::statement};

pub(super) const LABELS: &[&str] = &["reader.cited", "reader.notes"];

pub(super) fn page(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let mut paragraphs: Vec<Vec<_>> = Vec::new();
    for x in &m.sentences {
        match paragraphs
            .last_mut()
            .filter(|p: &&mut Vec<&crate::model::SentenceText>| p[0].paragraph == x.paragraph)
        {
            Some(p) => p.push(x),
            None => paragraphs.push(vec![x]),
        }
    }
    let page_of = |id: &str| format!("../{}", super::place_of(m, id));
    let body = paragraphs
        .into_iter()
        .map(|p| {
            let sentences = p
                .into_iter()
                .map(|x| {
                    let cites = x.cited_by.iter().filter_map(|id| m.claim(id)).map(|c| view! { <li><a href=page_of(&c.id)>{c.text.get(s.lang).to_owned()}</a></li> }).collect_view();
                    let n = x.cited_by.len();
                    let cites = (n > 0).then(|| view! { <details class="src"><summary>{s.say("reader.cited").replace("{n}", &n.to_string())}</summary><ul>{cites}</ul></details> });
                    let unused = x.unused.as_ref().map(|t| view! { <p class="why">{t.get(s.lang).to_owned()}</p> });
                    let f = m.facets_of_sentences(std::slice::from_ref(&x.id));
                    view! {
                        <div class="sentence" data-item="sentence" data-places=f.places() data-actors=f.actors() data-themes=f.themes() data-cited=x.cited_by.join(" ") id=x.id.clone() data-sentence=x.id.clone()>
                            <a class="n" href=format!("#{}", x.id)>{x.id.clone()}</a>
                            <p lang="zh-Hans">{x.text.clone()}</p><p lang="en">{x.translation.clone()}</p>{cites}{unused}
                        </div>
                    }
                })
                .collect_view();
            view! { <section class="paragraph">{sentences}</section> }
        })
        .collect_view();
    let notes = m.notes.iter().map(|n| view! { <li><b lang="zh-Hans">"“"{n.phrase.clone()}"”"</b>{statement(s, &n.claim)}</li> }).collect_view();
    view! { {body}<h2>{s.say("reader.notes")}</h2><ul class="cards">{notes}</ul> }.into_any()
}
