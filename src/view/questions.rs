//! What readers ask, answered by sentences of the text alone.

use leptos::prelude::*;

use super::{PAGES, Scene, claim};
use crate::model::{Question, Status};

pub(super) const LABELS: &[&str] = &[
    "asker.journalist",
    "asker.minister",
    "asker.student",
    "questions.answer",
    "questions.count",
    "questions.more",
    "questions.none",
];

/// Who asks, in the order of the page.
const ASKERS: [&str; 3] = ["minister", "journalist", "student"];

pub(super) fn page(s: Scene<'_>) -> AnyView {
    let of = |asker: &'static str| s.model.questions.iter().filter(move |q| q.asker == asker);
    let jumps = ASKERS
        .iter()
        .map(|asker| {
            let answered = of(asker).filter(|q| q.claim.status != Status::Absent).count();
            let count = s
                .say("questions.count")
                .replace("{n}", &of(asker).count().to_string())
                .replace("{m}", &answered.to_string());
            let list = of(asker)
                .map(|q| view! { <li data-status=q.claim.status.code()><a href=format!("#{}", q.claim.id)>{q.question.get(s.lang).to_owned()}</a></li> })
                .collect_view();
            view! { <section><h2>{s.say(&format!("asker.{asker}"))}</h2><p class="note">{count}</p><ol>{list}</ol></section> }
        })
        .collect_view();
    let groups = ASKERS
        .iter()
        .map(|asker| {
            let list = of(asker).map(|q| question(s, q)).collect_view();
            view! { <h2 id=format!("asker-{asker}")>{s.say(&format!("asker.{asker}"))}</h2><ol class="questions">{list}</ol> }
        })
        .collect_view();
    view! { <nav class="asked" aria-label=s.say("nav.questions")>{jumps}</nav>{groups}<p class="note">{s.say("footer.key")}</p> }.into_any()
}

fn question(s: Scene<'_>, q: &Question) -> AnyView {
    let c = &q.claim;
    let folder = PAGES.iter().find(|p| p.0 == q.view).map_or("", |p| p.1);
    let anchor = q
        .anchor
        .as_ref()
        .map(|a| format!("#{a}"))
        .unwrap_or_default();
    let answer = if c.status == Status::Absent {
        view! { <p class="none">{s.say("questions.none")}</p><p>{c.text.get(s.lang).to_owned()}</p>{claim::sought(s, c)} }
        .into_any()
    } else {
        let quotes = c
            .quotes
            .iter()
            .map(|x| {
                let id = x.sentence().to_owned();
                let translation = claim::gloss(s, &id).map(|t| view! { <p class="gloss">{t}</p> });
                view! { <blockquote>{translation}<p lang=x.lang().tag()>{x.text().to_owned()}</p><a data-view="" href=format!("@source@#{id}")>{s.say("src.open")}" "{id.clone()}</a></blockquote> }
            })
            .collect_view();
        let why = c.why.as_ref().map(
            |w| view! { <p class="why"><b>{s.say("src.why")}</b>" "{w.get(s.lang).to_owned()}</p> },
        );
        let status = s.say(if c.status == Status::Stated {
            "status.stated"
        } else {
            "status.inferred"
        });
        view! { <p class="short"><span class="badge" data-status=c.status.code()>{status}</span>" "{c.text.get(s.lang).to_owned()}</p>
        <p class="note">{s.say("questions.answer")}</p>{quotes}{why} }
        .into_any()
    };
    let f = s.facets(&c.id);
    view! {
        <li class="claim" data-item="question" data-places=f.places() data-themes=f.themes() id=c.id.clone() data-claim=c.id.clone() data-status=c.status.code()>
            <h3>{q.question.get(s.lang).to_owned()}</h3>{answer}
            <p class="note">{s.say("questions.more")}" "<a data-view="" href=format!("../{folder}index.html{anchor}")>{s.say(&format!("nav.{}", q.view))}</a></p>
        </li>
    }
    .into_any()
}
