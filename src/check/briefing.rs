//! Checks on the briefing: its slides say and show what the site does, in the
//! time they are given.

use std::collections::BTreeSet;

use super::{
    Context, problem,
    wording::{
        Saying, foreign_latin, foreign_names, foreign_numbers, foreign_titles, unequal_numbers,
    },
};
use crate::{
    content::{Draft, Located, PairDraft, Problem},
    model::{CHARTS, Lang, PICTURES, spoken},
};

/// How far the notes of a cut may be from its minutes, in percent.
const LEEWAY: usize = 10;

/// Ensure each slide belongs to a cut, shows something that is there, and rests on claims.
pub(super) fn slides(c: &Context<'_>, problems: &mut Vec<Problem>) {
    let ids = |kind: &str| -> Vec<&str> {
        match kind {
            "charts" => CHARTS.to_vec(),
            "claims" => c.claims.iter().map(|s| s.id.as_str()).collect(),
            "sentences" => c
                .sources
                .iter()
                .flat_map(|s| s.sentences.iter().map(|x| x.id.as_str()))
                .collect(),
            _ => c.content.of(kind).iter().map(|d| d.id.as_str()).collect(),
        }
    };
    let mut refer = |d: &Draft, what: &Located<String>, key: &str, kind: &str| {
        let known = ids(kind);
        if !known.contains(&what.value.as_str()) {
            problems.push(problem(
                &what.at,
                format!(
                    "slide {}: {key}: “{}” is none of the {kind}",
                    d.id, what.value
                ),
                format!("use one of: {}", nearest(&what.value, &known)),
            ));
        }
    };
    for d in c.content.of("slides") {
        if let Some(cut) = d.word("cut") {
            refer(d, cut, "cut", "cuts");
        }
        for (key, kind) in [("claims", "claims"), ("dimensions", "dimensions")] {
            for id in d.list(key) {
                refer(d, id, key, kind);
            }
        }
        let picture = d.word("picture");
        let wanted = picture.and_then(|p| PICTURES.iter().find(|(name, _)| *name == p.value));
        if let (Some((_, Some(kind))), Some(of)) = (wanted, d.word("of")) {
            refer(d, of, "of", kind);
        }
    }
    for d in c.content.of("slides") {
        let Some(picture) = d.word("picture") else {
            continue;
        };
        let wanted = PICTURES.iter().find(|(name, _)| *name == picture.value);
        let (what, mend) = match (wanted, d.word("of")) {
            (None, _) => (
                format!("picture: “{}” is none of the pictures", picture.value),
                format!("use one of: {}", PICTURES.map(|p| p.0).join(", ")),
            ),
            (Some((name, Some(kind))), None) => (
                format!("the picture {name} does not say of what"),
                format!("add of = \"…\", an id of the {kind}"),
            ),
            (Some((name, None)), Some(_)) => (
                format!("the picture {name} shows no single thing"),
                "delete `of`".into(),
            ),
            (Some(("comparison", _)), _) if d.list("dimensions").is_empty() => (
                "a comparison without rows".into(),
                "add dimensions = [\"…\"]".into(),
            ),
            (Some(("lines", _)), _) if !d.pair_lists.contains_key("lines") => (
                "the picture lines has no lines".into(),
                "add lines = [{ zh = \"…\", en = \"…\" }]".into(),
            ),
            _ if d.list("claims").is_empty() => {
                ("rests on no claim".into(), "add claims = [\"…\"]".into())
            }
            _ => continue,
        };
        problems.push(problem(
            &picture.at,
            format!("slide {}: {what}", d.id),
            mend,
        ));
    }
    for cut in c.content.of("cuts") {
        let own = |d: &&Draft| d.word("cut").is_some_and(|w| w.value == cut.id);
        if !c.content.of("slides").iter().any(|d| own(&d)) {
            problems.push(problem(
                &cut.at,
                format!("cut {}: no slide of its own", cut.id),
                format!("give a slide cut = \"{}\", or delete the cut", cut.id),
            ));
        }
    }
}

/// A few ids that begin most like one that is not there.
fn nearest(id: &str, known: &[&str]) -> String {
    let mut near = known.to_vec();
    near.sort_by_key(|k| {
        let same = k
            .chars()
            .zip(id.chars())
            .take_while(|(a, b)| a == b)
            .count();
        (std::cmp::Reverse(same), *k)
    });
    near.truncate(6);
    near.join(", ")
}

/// Ensure a slide's title, lines and notes hold no number, name or quoted word that its claims' quotations lack.
pub(super) fn sayings(c: &Context<'_>, problems: &mut Vec<Problem>) {
    for d in c.content.of("slides") {
        let cited: BTreeSet<&str> = d.list("claims").iter().map(|x| x.value.as_str()).collect();
        let claims = || c.claims.iter().filter(|s| cited.contains(s.id.as_str()));
        let evidence: String = claims().map(|s| c.evidence(s)).collect();
        let absent: String = claims()
            .filter(|s| s.claim.status.value == "absent")
            .map(|s| format!("{}\n{}\n", s.claim.text.zh.value, s.claim.text.en.value))
            .collect();
        let lang = claims().next().map_or(Lang::Zh, |s| s.lang);
        let id = format!("slide {}", d.id);
        let lines = d.pair_lists.get("lines").into_iter().flatten();
        let words: Vec<&PairDraft> = ["title", "notes"]
            .iter()
            .filter_map(|k| d.pairs.get(k))
            .chain(lines)
            .collect();
        for words in words {
            let saying = Saying {
                id: &id,
                lang,
                words,
                evidence: &evidence,
                absent: &absent,
            };
            foreign_numbers(&id, &words.zh, &evidence, problems);
            unequal_numbers(&id, words, problems);
            foreign_names(c, &saying, problems);
            foreign_titles(&saying, problems);
            foreign_latin(&saying, problems);
        }
    }
}

/// Ensure the notes of each cut take its minutes at the stated rate, within a tenth.
pub(super) fn minutes(c: &Context<'_>, problems: &mut Vec<Problem>) {
    let number = |d: &Draft, key: &str| {
        let n = d.numbers.get(key).map(|n| n.value);
        n.and_then(|n| usize::try_from(n).ok()).unwrap_or_default()
    };
    let mut cuts: Vec<&Draft> = c.content.of("cuts").iter().collect();
    cuts.sort_by_key(|d| number(d, "order"));
    let mut held: Vec<&str> = Vec::new();
    for cut in cuts {
        held.push(&cut.id);
        for (lang, key, unit) in [
            (Lang::Zh, "rate_zh", "characters"),
            (Lang::En, "rate_en", "words"),
        ] {
            let mut slides: Vec<_> = c
                .content
                .of("slides")
                .iter()
                .filter(|d| {
                    d.word("cut")
                        .is_some_and(|w| held.contains(&w.value.as_str()))
                })
                .filter_map(|d| {
                    let notes = d.pairs.get("notes")?;
                    let side = if lang == Lang::Zh {
                        &notes.zh
                    } else {
                        &notes.en
                    };
                    Some((number(d, "order"), &d.id, spoken(&side.value, lang)))
                })
                .collect();
            slides.sort();
            let found: usize = slides.iter().map(|s| s.2).sum();
            let wanted = number(cut, "minutes") * number(&c.content.site, key);
            let off = found.abs_diff(wanted);
            if off * 100 > wanted * LEEWAY {
                let list: Vec<_> = slides.iter().map(|s| format!("{} {}", s.1, s.2)).collect();
                let (more, fewer) = if found > wanted {
                    ("too many", "shorten")
                } else {
                    ("too few", "lengthen")
                };
                let at = cut.numbers.get("minutes").map_or(&cut.at, |n| &n.at);
                problems.push(problem(
                    at,
                    format!(
                        "cut {} in {}: expected {wanted} {unit} of notes, within {LEEWAY} %; found {found}, {off} {more}\n    {}",
                        cut.id,
                        lang.code(),
                        list.join(", ")
                    ),
                    format!("{fewer} the notes of these slides, or change the cut's minutes"),
                ));
            }
        }
    }
}
