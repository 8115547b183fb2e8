//! What a slide rests on: its statements with their sentences.

use leptos::prelude::*;

use super::{Scene, status};
use crate::{deck::DeckSlide, model::Lang};

pub(super) fn list(s: Scene<'_>, x: &DeckSlide) -> AnyView {
    let sources = x
        .sources
        .iter()
        .map(|c| {
            let quotes = c
                .quotes
                .iter()
                .map(|q| {
                    let id = q.sentence.clone();
                    view! { <span class="quote"><q lang=q.lang>{q.text.clone()}</q>" "<a href=format!("@source@#{id}")>{id.clone()}</a></span> }
                })
                .collect_view();
            let why = c.why.as_ref().map(|w| view! { <span class="why">{w.clone()}</span> });
            let sought = (!c.sought.is_empty()).then(|| {
                let words = c.sought.join(if s.lang == Lang::Zh { "、" } else { ", " });
                view! { <span class="why">{s.say("src.sought")}" "<span lang=c.lang>{words}</span></span> }
            });
            view! {
                <li data-claim=c.claim.clone() data-status=c.status.code()>
                    <span class="badge" data-status=c.status.code()>{status(s, c.status)}</span>" "<span class="text">{c.text.clone()}</span>{quotes}{why}{sought}
                </li>
            }
        })
        .collect_view();
    let count = s
        .say("briefing.sources")
        .replace("{n}", &x.sources.len().to_string());
    view! { <details class="src"><summary>{count}</summary><ul>{sources}</ul></details> }.into_any()
}
