//! The parts of a model that need more than a line each.

use super::super::{Context, by_id, solid};
use super::{claim, pair, small, text, word};
use crate::{
    content::Draft,
    model::{Actor, Model, Part, Recommendation, SentenceText, Set, SetItem, Slide},
};

pub(super) fn slide(d: &Draft) -> Slide {
    Slide {
        id: d.id.clone(),
        cut: word(d, "cut"),
        title: pair(d, "title"),
        picture: word(d, "picture"),
        of: d.word("of").map(|w| w.value.clone()),
        dimensions: d.strings("dimensions"),
        lines: d
            .pair_lists
            .get("lines")
            .into_iter()
            .flatten()
            .map(text)
            .collect(),
        claims: d.strings("claims"),
        notes: pair(d, "notes"),
    }
}

/// The sentences that hold one of some forms.
pub(super) fn naming(c: &Context<'_>, forms: &[String]) -> Vec<String> {
    let forms: Vec<_> = forms.iter().map(|f| solid(f)).collect();
    c.sources
        .iter()
        .flat_map(|s| &s.sentences)
        .filter(|x| forms.iter().any(|f| solid(&x.text).contains(f)))
        .map(|x| x.id.clone())
        .collect()
}

pub(super) fn actors(c: &Context<'_>) -> Vec<Actor> {
    c.content
        .of("actors")
        .iter()
        .map(|d| Actor {
            id: d.id.clone(),
            name: pair(d, "name"),
            kind: word(d, "kind"),
            place: d.word("place").map(|w| w.value.clone()),
            names: d.strings("names"),
            named_in: naming(c, &d.strings("names")),
            referred_in: d
                .mentions
                .iter()
                .map(|(s, by)| (s.value.clone(), by.value.clone()))
                .collect(),
        })
        .collect()
}

pub(super) fn set(c: &Context<'_>, d: &Draft) -> Set {
    Set {
        id: d.id.clone(),
        title: pair(d, "title"),
        kind: word(d, "kind"),
        place: d.word("place").map(|w| w.value.clone()),
        open: d.flags.get("open").copied().unwrap_or(false),
        count: small(d, "count"),
        claim: claim(c, format!("set-{}", d.id), "set"),
        items: d
            .inner
            .iter()
            .map(|i| SetItem {
                id: i.id.clone(),
                name: pair(i, "name"),
                place: i.word("place").map(|w| w.value.clone()),
                level: i.word("level").map(|w| w.value.clone()),
                actors: i.strings("actors"),
                claim: claim(c, format!("set-{}-{}", d.id, i.id), "item"),
            })
            .collect(),
    }
}

pub(super) fn recommendation(c: &Context<'_>, d: &Draft) -> Recommendation {
    Recommendation {
        id: d.id.clone(),
        title: pair(d, "title"),
        themes: d.strings("themes"),
        claim: claim(c, format!("rec-{}", d.id), "recommendation"),
        parts: d
            .inner
            .iter()
            .map(|i| Part {
                id: i.id.clone(),
                who: i.pairs.get("who").map(text),
                means: i.pairs.get("means").map(text),
                whom: i.pairs.get("whom").map(text),
                items: i
                    .pair_lists
                    .get("items")
                    .into_iter()
                    .flatten()
                    .map(text)
                    .collect(),
                claim: claim(c, format!("rec-{}-{}", d.id, i.id), "part"),
            })
            .collect(),
    }
}

pub(super) fn sentences(c: &Context<'_>, model: &Model) -> Vec<SentenceText> {
    let translated = |id: &str| {
        let all = c.content.translations.iter();
        let words = all.filter_map(|t| t.1.get(id)).next();
        words.map(|w| w.value.clone()).unwrap_or_default()
    };
    let sources = by_id(&c.content.site.inner);
    c.sources
        .iter()
        .filter(|s| sources.contains_key(s.id.as_str()))
        .flat_map(|s| s.sentences.iter().map(move |x| (s, x)))
        .map(|(s, x)| SentenceText {
            id: x.id.clone(),
            source: s.id.clone(),
            lang: s.lang,
            paragraph: x.paragraph,
            start: x.range.start,
            end: x.range.end,
            text: x.text.clone(),
            translation: translated(&x.id),
            cited_by: model
                .claims()
                .filter(|k| {
                    k.quotes
                        .iter()
                        .any(|q| q.source() == s.id && q.sentences().contains(&x.id))
                })
                .map(|k| k.id.clone())
                .collect(),
            unused: c.content.unused.get(&x.id).map(text),
        })
        .collect()
}
