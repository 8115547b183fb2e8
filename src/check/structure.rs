//! Checks on how the content hangs together.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{Context, Ids, problem};
use crate::{
    content::{Located, Problem},
    model::Lang,
    source::Source,
};

/// Ensure no two things share an id.
pub(super) fn unique_ids(c: &Context<'_>, problems: &mut Vec<Problem>) {
    let mut seen = BTreeMap::new();
    for s in &c.claims {
        if let Some(first) = seen.insert(s.id.as_str(), &s.claim.status.at) {
            problems.push(problem(
                &s.claim.status.at,
                format!("the id {} is taken by {first}", s.id),
                "give one of them another id",
            ));
        }
    }
}

/// Ensure every id that is named belongs to something.
pub(super) fn references(c: &Context<'_>, problems: &mut Vec<Problem>) {
    let claims = Ids::of_claims(c.content);
    let known: BTreeMap<&str, Ids> = ["places", "levels", "themes", "actors", "events"]
        .into_iter()
        .map(|k| (k, Ids::of(c.content, k)))
        .collect();
    let mut refer = |what: &Located<String>, to: &Ids, kind: &str| {
        if !to.has(&what.value) {
            problems.push(problem(
                &what.at,
                format!("no {kind} has the id “{}”", what.value),
                to.near(&what.value).map_or("add it".into(), |n| {
                    format!("add it, or name another: {n}, perhaps")
                }),
            ));
        }
    };
    let all = c
        .content
        .kinds
        .iter()
        .flat_map(|(k, ds)| ds.iter().map(move |d| (*k, d)));
    for (kind, d) in
        all.flat_map(|(k, d)| std::iter::once((k, d)).chain(d.inner.iter().map(move |i| (k, i))))
    {
        for (key, list) in [
            ("places", "places"),
            ("levels", "levels"),
            ("themes", "themes"),
            ("actors", "actors"),
        ] {
            d.list(key).iter().for_each(|x| refer(x, &known[list], key));
        }
        for (key, list) in [
            ("place", "places"),
            ("level", "levels"),
            ("event", "events"),
        ] {
            d.words
                .get(key)
                .into_iter()
                .for_each(|x| refer(x, &known[list], key));
        }
        // What a slide shows has a list of its own: see `briefing::slides`.
        for key in ["from", "to", "of"].iter().filter(|_| kind != "slides") {
            let to = if kind == "relations" {
                &known["actors"]
            } else {
                &claims
            };
            d.words.get(*key).into_iter().for_each(|x| {
                refer(
                    x,
                    to,
                    if kind == "relations" {
                        "actor"
                    } else {
                        "claim"
                    },
                )
            });
        }
    }
    c.content
        .site
        .words
        .get("home")
        .into_iter()
        .for_each(|x| refer(x, &known["places"], "place"));
}

/// Ensure words with a fixed choice are of it.
pub(super) fn choices(c: &Context<'_>, problems: &mut Vec<Problem>) {
    let lists: &[(&str, &str, &[&str])] = &[
        ("places", "role", &["compared", "home"]),
        (
            "actors",
            "kind",
            &[
                "state",
                "agency",
                "firm",
                "alliance",
                "institute",
                "group",
                "programme",
                "document",
                "platform",
            ],
        ),
        (
            "sets",
            "kind",
            &[
                "levels",
                "tiers",
                "directions",
                "scope",
                "strengths",
                "roles",
                "count",
            ],
        ),
        ("questions", "asker", &["minister", "journalist", "student"]),
        (
            "questions",
            "view",
            &[
                "overview",
                "timeline",
                "compare",
                "actors",
                "home",
                "thread",
                "source",
                "questions",
                "search",
                "data",
                "briefing",
            ],
        ),
    ];
    for lang in c.content.site.inner.iter().filter_map(|d| d.word("lang")) {
        if Lang::of_code(&lang.value).is_none() {
            problems.push(problem(
                &lang.at,
                format!("lang: expected zh or en, found {}", lang.value),
                "give the language that the source is written in",
            ));
        }
    }
    for (kind, key, allowed) in lists {
        for word in c
            .content
            .of(kind)
            .iter()
            .filter_map(|d| d.word(key))
            .filter(|w| !allowed.contains(&w.value.as_str()))
        {
            problems.push(problem(
                &word.at,
                format!(
                    "{key}: expected one of {}, found {}",
                    allowed.join(", "),
                    word.value
                ),
                "use one of them",
            ));
        }
    }
    for n in ["places", "themes"]
        .iter()
        .flat_map(|k| c.content.of(k))
        .filter_map(|d| d.numbers.get("color"))
        .filter(|n| !(1..=8).contains(&n.value))
    {
        problems.push(problem(
            &n.at,
            format!("color: expected 1 to 8, found {}", n.value),
            "choose a colour of the palette",
        ));
    }
    for d in c.content.of("sets").iter().filter(|d| {
        d.numbers
            .get("count")
            .is_some_and(|n| !(1..=1000).contains(&n.value))
    }) {
        problems.push(problem(
            &d.at,
            format!("set-{}: count: expected 1 to 1000", d.id),
            "a count is drawn as so many marks",
        ));
    }
}

/// Ensure every dimension has a cell for every compared place, and no other.
pub(super) fn complete_comparison(c: &Context<'_>, problems: &mut Vec<Problem>) {
    let compared: BTreeSet<_> = c
        .content
        .of("places")
        .iter()
        .filter(|p| p.word("role").is_some_and(|r| r.value == "compared"))
        .map(|p| p.id.as_str())
        .collect();
    for d in c.content.of("dimensions") {
        let cells: BTreeSet<_> = d.inner.iter().map(|i| i.id.as_str()).collect();
        for place in compared.difference(&cells) {
            problems.push(problem(
                &d.at,
                format!("no cell for {place}"),
                format!("add [cells.{place}]; if the text says nothing, status = \"absent\""),
            ));
        }
        for cell in d.inner.iter().filter(|i| !compared.contains(i.id.as_str())) {
            problems.push(problem(
                &cell.at,
                format!("a cell for {}, which is not compared", cell.id),
                "delete it, or give that place role = \"compared\"",
            ));
        }
    }
}

/// Ensure every sentence is quoted by a claim or listed as unused, and not both.
pub(super) fn sentences_used(c: &Context<'_>, problems: &mut Vec<Problem>) {
    // A claim that could not be read, or whose quotation is not found, may be the one that quotes it.
    let incomplete = !c.content.unread.is_empty()
        || c.unread_claims
        || c.claims.iter().flat_map(|s| &s.found).any(Option::is_none);
    let used: BTreeSet<_> = c
        .claims
        .iter()
        .flat_map(|s| s.found.iter().flatten())
        .flat_map(|(i, r)| c.sources[*i].touched(r.clone()).map(|x| x.id.as_str()))
        .collect();
    for x in c.sources.iter().flat_map(|s| &s.sentences) {
        match (used.contains(x.id.as_str()), c.content.unused.get(&x.id)) {
            (false, None) if !incomplete => problems.push(problem(
                &crate::content::At::file("content/unused.toml"),
                format!("no claim quotes {}: {}", x.id, x.text),
                format!(
                    "quote it, or say why not: {} = {{ zh = \"…\", en = \"…\" }}",
                    x.id
                ),
            )),
            (true, Some(p)) => problems.push(problem(
                &p.zh.at,
                format!("{} is listed as unused but quoted", x.id),
                "delete the line",
            )),
            _ => {}
        }
    }
    for (id, p) in c
        .content
        .unused
        .iter()
        .filter(|(id, _)| c.sources.iter().all(|s| s.sentence(id).is_none()))
    {
        problems.push(problem(
            &p.zh.at,
            format!("there is no sentence {id}"),
            "delete the line",
        ));
    }
}

/// Ensure every sentence of every source has a translation, and every translation a sentence.
pub(super) fn translations(c: &Context<'_>, problems: &mut Vec<Problem>) {
    let path = |s: &Source| {
        format!(
            "content/translations/{}.{}.toml",
            s.id,
            s.lang.other().code()
        )
    };
    let paths: Vec<String> = c.sources.iter().map(path).collect();
    for (at, _) in c
        .content
        .translations
        .iter()
        .filter(|t| !paths.iter().any(|p| **p == *t.0.path))
    {
        problems.push(problem(
            at,
            "a translation of no source into the other language",
            format!("delete or rename it; expected: {}", paths.join(", ")),
        ));
    }
    for (s, path) in c.sources.iter().zip(paths) {
        if c.content.unread.contains(&path) {
            continue;
        }
        let Some((at, words)) = c.content.translations.iter().find(|t| *t.0.path == *path) else {
            problems.push(problem(
                &crate::content::At::file(&path),
                "no such file",
                format!(
                    "translate the source sentence by sentence: {} = \"…\"",
                    s.sentences.first().map_or("p1s1", |x| &x.id)
                ),
            ));
            continue;
        };
        for x in s.sentences.iter().filter(|x| !words.contains_key(&x.id)) {
            problems.push(problem(
                at,
                format!("no translation of {}: {}", x.id, x.text),
                format!("add {} = \"…\"", x.id),
            ));
        }
        for w in words
            .iter()
            .filter(|(id, _)| s.sentence(id).is_none())
            .map(|(_, w)| w)
        {
            problems.push(problem(
                &w.at,
                "a translation of no sentence",
                "delete it, or correct its key",
            ));
        }
    }
}

/// Ensure prose is plain Markdown in both languages, whose paragraphs cite claims and whose links are safe.
pub(super) fn prose(c: &Context<'_>, problems: &mut Vec<Problem>) {
    let claims = Ids::of_claims(c.content);
    for p in &c.content.prose {
        let other = if p.lang == "zh" { "en" } else { "zh" };
        let mut add = |offset: usize, what: String, mend: &str| {
            let before = &p.body[..p.body.floor_char_boundary(offset)];
            let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
            let at = crate::content::At {
                path: p.path.clone(),
                line: p.first_line + before.matches('\n').count(),
                column,
            };
            problems.push(problem(&at, what, mend));
        };
        let twin = format!("content/prose/{}.{other}.md", p.page);
        if !c.content.unread.contains(&twin)
            && !c
                .content
                .prose
                .iter()
                .any(|q| q.page == p.page && q.lang == other)
        {
            add(
                0,
                format!("no {other} twin"),
                "write the other language's file",
            );
        }
        let mut paragraph = None;
        for (event, range) in Parser::new(&p.body).into_offset_iter() {
            match event {
                Event::Html(_) | Event::InlineHtml(_) => {
                    add(range.start, "raw HTML".into(), "write Markdown")
                }
                Event::Start(Tag::Paragraph) => paragraph = Some((range.start, false)),
                Event::Start(Tag::Link { dest_url, .. }) => match dest_url.split_once(':') {
                    Some(("claim", id)) if claims.has(id) => {
                        paragraph = paragraph.map(|(at, _)| (at, true))
                    }
                    Some(("claim", id)) => add(
                        range.start,
                        format!("no claim has the id “{id}”"),
                        "cite a claim by its id: see content/README.md",
                    ),
                    Some(("https", _)) | None => {}
                    Some((scheme, _)) => add(
                        range.start,
                        format!("a {scheme}: link"),
                        "link to claims, to pages, or to https: addresses",
                    ),
                },
                Event::End(TagEnd::Paragraph) => {
                    if let Some((at, false)) = paragraph.take() {
                        add(
                            at,
                            "a paragraph that cites no claim".into(),
                            "cite one: [words](claim:event-id)",
                        );
                    }
                }
                _ => {}
            }
        }
    }
}

/// Ensure the interface has all its words and content has no others.
pub(super) fn labels(c: &Context<'_>, problems: &mut Vec<Problem>) {
    let file = crate::content::At::file("content/labels/site.toml");
    let unread = c
        .content
        .unread
        .iter()
        .any(|p| p.starts_with("content/labels/"));
    for key in c
        .labels
        .iter()
        .filter(|k| !unread && !c.content.labels.contains_key(**k))
    {
        problems.push(problem(
            &file,
            format!("no label “{key}”"),
            format!("add \"{key}\" = {{ zh = \"…\", en = \"…\" }}"),
        ));
    }
    for (key, p) in c
        .content
        .labels
        .iter()
        .filter(|(k, _)| !c.labels.is_empty() && !c.labels.contains(&k.as_str()))
    {
        problems.push(problem(
            &p.zh.at,
            format!("the interface has no label “{key}”"),
            "delete it, or correct its key",
        ));
    }
}
