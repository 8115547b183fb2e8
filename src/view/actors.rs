//! Who did what with whom: a dossier for every actor, with all and only the
//! sentences that name it.

use leptos::prelude::*;

use super::{
    Scene,
    claim::{badge, statement},
    figure::figure,
};
use crate::model::{Actor, Status};

pub(super) const LABELS: &[&str] = &[
    "actor.agency",
    "actor.alliance",
    "actor.document",
    "actor.events",
    "actor.firm",
    "actor.group",
    "actor.index",
    "actor.institute",
    "actor.named",
    "actor.no-relations",
    "actor.placeless",
    "actor.platform",
    "actor.programme",
    "actor.referred",
    "actor.relations",
    "actor.sentences",
    "actor.state",
];

/// Kinds in the order of a dossier list: who acts before what they made.
const KINDS: &[&str] = &[
    "state",
    "agency",
    "alliance",
    "firm",
    "group",
    "institute",
    "programme",
    "document",
    "platform",
];

pub(super) fn page(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let places = m.places.iter().map(|p| Some(p.id.as_str())).chain([None]);
    let groups: Vec<(String, Vec<&Actor>)> = places
        .map(|place| {
            let mut here: Vec<_> = m
                .actors
                .iter()
                .filter(|a| a.place.as_deref() == place)
                .collect();
            here.sort_by_key(|a| KINDS.iter().position(|k| *k == a.kind));
            let name = place.map_or(s.say("actor.placeless"), |p| s.name_of(p));
            (name, here)
        })
        .filter(|(_, actors)| !actors.is_empty())
        .collect();
    let index = groups
        .iter()
        .map(|(name, actors)| {
            let links = actors
                .iter()
                .map(|a| view! { <li><a href=format!("#actor-{}", a.id)>{a.name.get(s.lang).to_owned()}</a></li> })
                .collect_view();
            view! { <li><b>{name.clone()}" "<span class="n">{actors.len()}</span></b><ul>{links}</ul></li> }
        })
        .collect_view();
    let list = groups
        .iter()
        .map(|(name, actors)| {
            let dossiers = actors.iter().map(|a| dossier(s, a)).collect_view();
            view! { <section class="country"><h2>{name.clone()}</h2><div class="dossiers">{dossiers}</div></section> }
        })
        .collect_view();
    view! {
        <div class="front">{figure(s, "network")}<nav class="index" aria-label=s.say("actor.index")><ul>{index}</ul></nav></div>
        {figure(s, "levels")}
        {list}
    }
    .into_any()
}

fn dossier(s: Scene<'_>, a: &Actor) -> AnyView {
    let m = s.model;
    let relations: Vec<_> = m
        .relations
        .iter()
        .filter(|r| r.from == a.id || r.to == a.id)
        .map(|r| {
            let edge = view! { <p class="edge">{s.name_of(&r.from)}" "<b>{r.verb.get(s.lang).to_owned()}</b>" → "{s.name_of(&r.to)}</p> };
            // The statement stands once on the page, with whoever acts.
            let body = if r.from == a.id {
                statement(s, &r.claim)
            } else {
                view! { <p>{badge(s, r.claim.status)}" "<a href=format!("#{}", r.claim.id)>{r.claim.text.get(s.lang).to_owned()}</a></p> }.into_any()
            };
            view! { <li>{edge}{body}</li> }
        })
        .collect();
    let events: Vec<_> = m
        .events
        .iter()
        .filter(|e| e.actors.contains(&a.id))
        .map(|e| view! { <li><a data-view="" href=format!("#{}", e.claim.id)>{e.title.get(s.lang).to_owned()}</a></li> })
        .collect();
    let named = a
        .named_in
        .iter()
        .map(|id| sentence(s, id, &a.names, Some(a.name.get(s.lang))))
        .collect_view();
    let referred = a
        .referred_in
        .iter()
        .map(|(id, by)| {
            view! {
                <div data-status="inferred"><p class="note">{badge(s, Status::Inferred)}" "{s.say("actor.referred")}" "<span lang=s.model.sentence(id).map(|x| x.lang.tag())>{by.clone()}</span></p>
                {sentence(s, id, std::slice::from_ref(by), None)}</div>
            }
        })
        .collect_view();
    let summary = s
        .say("actor.sentences")
        .replace("{n}", &a.named_in.len().to_string())
        .replace("{m}", &relations.len().to_string());
    let relations = if relations.is_empty() {
        view! { <p class="note">{s.say("actor.no-relations")}</p> }.into_any()
    } else {
        view! { <h3>{s.say("actor.relations")}</h3><ul>{relations}</ul> }.into_any()
    };
    let events = (!events.is_empty())
        .then(|| view! { <h3>{s.say("actor.events")}</h3><ul class="events">{events}</ul> });
    view! {
        <details class="actor" data-item="actor" data-places=a.place.clone() data-actors=a.id.clone() data-kind=a.kind.clone()>
            <summary><b>{a.name.get(s.lang).to_owned()}</b>" "<span>{s.say(&format!("actor.{}", a.kind))}" · "{summary}</span></summary>
            <div id=format!("actor-{}", a.id)>
                {relations}{events}
                <h3>{s.say("actor.named")}</h3><div class="named">{named}</div>{referred}
            </div>
        </details>
    }
    .into_any()
}

/// A sentence with some of its words marked; in the edition of the other language its translation, too.
fn sentence(s: Scene<'_>, id: &str, words: &[String], translated: Option<&str>) -> Option<AnyView> {
    let x = s.model.sentence(id)?;
    let translation = x.gloss(s.lang).map(|t| {
        let words: Vec<String> = translated.iter().map(|w| (*w).to_owned()).collect();
        view! { <p class="gloss">{marked(t, &words)}</p> }
    });
    Some(
        view! {
            <blockquote data-sentence=x.id.clone()><p lang=x.lang.tag()>{marked(&x.text, words)}</p>{translation}
                <a data-view="" href=format!("@source@#{id}")>{s.say("src.open")}" "{x.id.clone()}</a></blockquote>
        }
        .into_any(),
    )
}

/// A text with every occurrence of some words in `<mark>`.
fn marked(text: &str, words: &[String]) -> AnyView {
    let mut parts = Vec::new();
    let mut from = 0;
    while let Some((start, end)) = first_of(text, from, words) {
        parts.push(
            view! { {text[from..start].to_owned()}<mark>{text[start..end].to_owned()}</mark> }
                .into_any(),
        );
        from = end;
    }
    parts.push(text[from..].to_owned().into_any());
    parts.into_any()
}

/// Where the first of some words stands in a text, from a byte on, the longest
/// of several; white space within counts for nothing, as in the source's line breaks.
fn first_of(text: &str, from: usize, words: &[String]) -> Option<(usize, usize)> {
    text[from..].char_indices().find_map(|(at, first)| {
        let start = from + at;
        (!first.is_whitespace())
            .then(|| words.iter().filter_map(|w| prefix(&text[start..], w)).max())
            .flatten()
            .map(|length| (start, start + length))
    })
}

/// How many bytes of a text some words take at its start.
fn prefix(text: &str, words: &str) -> Option<usize> {
    let mut wanted = words.chars().filter(|c| !c.is_whitespace()).peekable();
    for (at, c) in text.char_indices() {
        match wanted.peek() {
            None => return Some(at),
            Some(w) if *w == c => {
                wanted.next();
            }
            Some(_) if c.is_whitespace() => {}
            Some(_) => return None,
        }
    }
    wanted.peek().is_none().then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::first_of;

    #[test]
    fn the_longest_name_is_found_across_white_space() {
        let words = ["AB".to_owned(), "AB C".to_owned()];
        assert_eq!(first_of("x ABC y", 0, &words), Some((2, 5)));
        assert_eq!(first_of("x A B y", 0, &words), Some((2, 5)));
        assert_eq!(first_of("x ABC y", 3, &words), None);
        assert_eq!(first_of("AB", 0, &words), Some((0, 2)));
    }
}
