//! What readers ask, answered by sentences of the text alone.

use leptos::prelude::*;

use super::{PAGES, Scene, claim::evidence};
use crate::model::Lang;

pub(super) const LABELS: &[&str] = &["asker.journalist", "asker.minister", "asker.student"];

pub(super) fn page(s: Scene<'_>) -> AnyView {
    let up = if s.lang == Lang::En {
        "../../en/"
    } else {
        "../"
    };
    let list = s
        .model
        .questions
        .iter()
        .map(|q| {
            let c = &q.claim;
            let folder = PAGES.iter().find(|p| p.0 == q.view).map_or("", |p| p.1);
            let anchor = q.anchor.as_ref().map(|a| format!("#{a}")).unwrap_or_default();
            let answer = c
                .quotes
                .iter()
                .map(|x| {
                    let translation = (s.lang == Lang::En).then(|| s.model.sentence(x.sentence()).map(|t| view! { <p class="gloss">{t.translation.clone()}</p> }));
                    view! { <blockquote><p lang="zh-Hans">{x.text().to_owned()}</p>{translation}</blockquote> }
                })
                .collect_view();
            let f = s.facets(&c.id);
            view! {
                <li class="claim" data-item="question" data-places=f.places() data-themes=f.themes() id=c.id.clone() data-claim=c.id.clone() data-status=c.status.code()>
                    <h2>{q.question.get(s.lang).to_owned()}</h2><p>{c.text.get(s.lang).to_owned()}</p>{answer}{evidence(s, c)}
                    <p class="note">{s.say(&format!("asker.{}", q.asker))}" · "<a href=format!("{up}{folder}index.html{anchor}")>{s.say(&format!("nav.{}", q.view))}</a></p>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="questions">{list}</ol> }.into_any()
}
