//! From checked drafts to the model. Runs only when no check found anything,
//! so what is missing here was refused before.

mod parts;

use self::parts::{actors, naming, recommendation, sentences, set, slide};
use super::Context;
use crate::{
    content::{Draft, PairDraft},
    model::{
        Cell, Claim, Cut, Dimension, Event, Gap, Lang, Link, Model, Named, Note, Place, Point,
        Prose, Question, Quote, Rate, Relation, SourceInfo, Status, Term, Text, When,
    },
};

fn text(p: &PairDraft) -> Text {
    Text {
        zh: p.zh.value.clone(),
        en: p.en.value.clone(),
    }
}

fn pair(d: &Draft, key: &str) -> Text {
    d.pairs.get(key).map(text).unwrap_or_default()
}

fn word(d: &Draft, key: &str) -> String {
    d.word(key).map(|w| w.value.clone()).unwrap_or_default()
}

fn small<T: TryFrom<i64> + Default>(d: &Draft, key: &str) -> Option<T> {
    d.numbers
        .get(key)
        .map(|n| T::try_from(n.value).unwrap_or_default())
}

fn ordered<'a>(c: &'a Context<'_>, kind: &str) -> Vec<&'a Draft> {
    let mut drafts: Vec<_> = c.content.of(kind).iter().collect();
    drafts.sort_by_key(|d| (small::<i64>(d, "order"), d.id.clone()));
    drafts
}

fn claim(c: &Context<'_>, id: String, kind: &'static str) -> Claim {
    let found = c.claims.iter().find(|s| s.id == id);
    let quotes = found
        .iter()
        .flat_map(|s| s.found.iter().flatten())
        .filter_map(|(i, r)| Quote::cut(&c.sources[*i], r.clone()))
        .collect();
    let draft = found.map(|s| s.claim);
    Claim {
        status: match draft.map(|d| d.status.value.as_str()) {
            Some("stated") => Status::Stated,
            Some("inferred") => Status::Inferred,
            _ => Status::Absent,
        },
        text: draft.map(|d| text(&d.text)).unwrap_or_default(),
        why: draft.and_then(|d| d.why.as_ref()).map(text),
        sought: draft
            .map(|d| d.sought.iter().map(|w| w.value.clone()).collect())
            .unwrap_or_default(),
        id,
        kind,
        quotes,
    }
}

fn when(d: &Draft) -> When {
    match (
        small(d, "year"),
        small(d, "target"),
        small(d, "set_in"),
        small(d, "from"),
        small(d, "to"),
    ) {
        (Some(year), ..) => When::Year { year },
        (_, Some(year), Some(set_in), ..) => When::Target { year, set_in },
        (.., Some(from), Some(to)) => When::Range { from, to },
        _ => When::Undated,
    }
}

/// Years to sort by: undated last.
fn sort_key(when: When) -> (u16, u8) {
    match when {
        When::Year { year } => (year, 0),
        When::Range { from, .. } => (from, 1),
        When::Target { year, .. } => (year, 2),
        When::Undated => (u16::MAX, 3),
    }
}

pub(super) fn model(c: &Context<'_>) -> Model {
    let site = &c.content.site;
    let home = word(site, "home");
    let named = |kind: &str| {
        ordered(c, kind)
            .into_iter()
            .map(|d| Named {
                id: d.id.clone(),
                name: pair(d, "name"),
                place: d.word("place").map(|p| p.value.clone()),
                color: small(d, "color").unwrap_or_default(),
            })
            .collect::<Vec<_>>()
    };
    let points = |kind: &str, prefix: &str, name: &'static str| {
        ordered(c, kind)
            .into_iter()
            .map(|d| Point {
                id: d.id.clone(),
                title: pair(d, "title"),
                places: d.strings("places"),
                themes: d.strings("themes"),
                claim: claim(c, format!("{prefix}-{}", d.id), name),
            })
            .collect::<Vec<_>>()
    };
    let places: Vec<Place> = ordered(c, "places")
        .into_iter()
        .map(|d| Place {
            id: d.id.clone(),
            name: pair(d, "name"),
            short: pair(d, "short"),
            home: d.id == home,
            color: small(d, "color").unwrap_or(1),
        })
        .collect();
    let mut events: Vec<Event> = c
        .content
        .of("events")
        .iter()
        .map(|d| Event {
            id: d.id.clone(),
            title: pair(d, "title"),
            when: when(d),
            places: d.strings("places"),
            levels: d.strings("levels"),
            actors: d.strings("actors"),
            themes: d.strings("themes"),
            claim: claim(c, format!("event-{}", d.id), "event"),
        })
        .collect();
    events.sort_by_key(|e| {
        (
            sort_key(e.when),
            e.claim.quotes.first().map(|q| q.range().start),
            e.id.clone(),
        )
    });
    let mut model = Model {
        title: pair(site, "title"),
        subtitle: pair(site, "subtitle"),
        description: pair(site, "description"),
        publisher: pair(site, "publisher"),
        licence: pair(site, "licence"),
        version: word(site, "version"),
        content_sha256: c.content.sha256.clone(),
        sources: site
            .inner
            .iter()
            .zip(c.sources)
            .map(|(d, s)| SourceInfo {
                id: d.id.clone(),
                file: word(d, "file"),
                lang: s.lang,
                sha256: word(d, "sha256"),
                bytes: s.text.len(),
                title: pair(d, "title"),
                author: pair(d, "author"),
                about: pair(d, "about"),
            })
            .collect(),
        places,
        levels: named("levels"),
        themes: named("themes"),
        actors: actors(c),
        events,
        dimensions: ordered(c, "dimensions")
            .into_iter()
            .map(|d| Dimension {
                id: d.id.clone(),
                name: pair(d, "name"),
                question: pair(d, "question"),
                themes: d.strings("themes"),
                cells: d
                    .inner
                    .iter()
                    .map(|i| {
                        (
                            i.id.clone(),
                            Cell {
                                words: i.pairs.get("words").map(text),
                                claim: claim(c, format!("cell-{}-{}", d.id, i.id), "cell"),
                            },
                        )
                    })
                    .collect(),
            })
            .collect(),
        sets: ordered(c, "sets").into_iter().map(|d| set(c, d)).collect(),
        problems: points("problems", "problem", "problem"),
        lessons: points("lessons", "lesson", "lesson"),
        recommendations: ordered(c, "recommendations")
            .into_iter()
            .map(|d| recommendation(c, d))
            .collect(),
        relations: c
            .content
            .of("relations")
            .iter()
            .map(|d| Relation {
                id: d.id.clone(),
                from: word(d, "from"),
                to: word(d, "to"),
                verb: pair(d, "verb"),
                event: d.word("event").map(|w| w.value.clone()),
                claim: claim(c, format!("relation-{}", d.id), "relation"),
            })
            .collect(),
        links: c
            .content
            .of("links")
            .iter()
            .map(|d| Link {
                id: d.id.clone(),
                from: word(d, "from"),
                to: word(d, "to"),
                claim: claim(c, format!("link-{}", d.id), "link"),
            })
            .collect(),
        gaps: c
            .content
            .of("gaps")
            .iter()
            .map(|d| Gap {
                id: d.id.clone(),
                of: word(d, "of"),
                claim: claim(c, format!("gap-{}", d.id), "gap"),
            })
            .collect(),
        terms: c
            .content
            .of("terms")
            .iter()
            .map(|d| Term {
                id: d.id.clone(),
                name: pair(d, "name"),
                forms: d.strings("forms"),
                sentences: naming(c, &d.strings("forms")),
                claim: claim(c, format!("term-{}", d.id), "term"),
            })
            .collect(),
        notes: c
            .content
            .of("notes")
            .iter()
            .map(|d| Note {
                id: d.id.clone(),
                phrase: word(d, "phrase"),
                claim: claim(c, format!("note-{}", d.id), "note"),
            })
            .collect(),
        questions: ordered(c, "questions")
            .into_iter()
            .map(|d| Question {
                id: d.id.clone(),
                question: pair(d, "question"),
                asker: word(d, "asker"),
                view: word(d, "view"),
                anchor: d.word("anchor").map(|w| w.value.clone()),
                claim: claim(c, format!("question-{}", d.id), "question"),
            })
            .collect(),
        rate: Rate {
            zh: small(site, "rate_zh").unwrap_or_default(),
            en: small(site, "rate_en").unwrap_or_default(),
        },
        cuts: ordered(c, "cuts")
            .into_iter()
            .map(|d| Cut {
                id: d.id.clone(),
                name: pair(d, "name"),
                minutes: small(d, "minutes").unwrap_or_default(),
            })
            .collect(),
        slides: ordered(c, "slides").into_iter().map(slide).collect(),
        sentences: Vec::new(),
        prose: c
            .content
            .prose
            .iter()
            .map(|p| {
                let lang = if p.lang == "zh" { Lang::Zh } else { Lang::En };
                (
                    (p.page.clone(), lang),
                    Prose {
                        title: p.title.clone(),
                        description: p.description.clone(),
                        markdown: p.body.clone(),
                    },
                )
            })
            .collect(),
        labels: c
            .content
            .labels
            .iter()
            .map(|(k, p)| (k.clone(), text(p)))
            .collect(),
    };
    model.sentences = sentences(c, &model);
    model
}
