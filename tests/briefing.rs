//! The briefing: its gate, its cuts, and that decks say what the site says.

mod common;

use std::{collections::BTreeSet, fs};

use common::{copy, golden, root};
use policy_explorer::{
    chart, check,
    deck::{self, Picture},
    model::{Lang, Model, spoken},
    view,
};
use serde_json::Value;

fn model() -> Model {
    check::load(&root(), &view::labels()).expect("the real content passes the gate")
}

/// What the gate says of the content after some edits: file, words, other words.
fn report(edits: &[(&str, &str, &str)]) -> String {
    let dir = tempfile::tempdir().expect("a folder for the test");
    for part in ["content", "seeds"] {
        copy(&root().join(part), &dir.path().join(part));
    }
    for (file, from, to) in edits {
        let path = dir.path().join("content").join(file);
        let text = fs::read_to_string(&path).expect("a content file");
        assert!(text.contains(from), "{file} no longer contains {from}");
        fs::write(&path, text.replacen(from, to, 1)).expect("a writable copy");
    }
    match check::load(dir.path(), &[]) {
        Ok(_) => "no problem\n".into(),
        Err(problems) => problems.iter().map(|p| format!("{p}\n")).collect(),
    }
}

#[test]
fn slides_that_show_nothing_are_refused() {
    golden(
        "briefing-slides.txt",
        &report(&[
            ("slides/problems.toml", "cut = \"short\"", "cut = \"tiny\""),
            (
                "slides/gaps.toml",
                "picture = \"gaps\"",
                "picture = \"film\"",
            ),
            ("slides/germany.toml", "of = \"p4s4\"", "of = \"p4s9\""),
            ("slides/us-levels.toml", "of = \"us-levels\"\n", ""),
            (
                "slides/thread.toml",
                "picture = \"thread\"",
                "picture = \"thread\"\nof = \"x\"",
            ),
            ("slides/timeline.toml", "\"event-amp\"", "\"event-amb\""),
            (
                "slides/us-de-focus.toml",
                "dimensions = [\"strategic-focus\"",
                "dimensions = [\"focus\"",
            ),
        ]),
    );
}

#[test]
fn slides_that_say_more_than_the_text_are_refused() {
    golden(
        "briefing-sayings.txt",
        &report(&[
            (
                "slides/korea-tiers.toml",
                "zh = \"韩国对不同企业",
                "zh = \"2031 年，韩国对“三级”企业",
            ),
            (
                "slides/gaps.toml",
                "en = \"\"\"Please",
                "en = \"\"\"IBM and Siemens: please",
            ),
        ]),
    );
}

#[test]
fn notes_that_do_not_fit_are_refused() {
    golden(
        "briefing-minutes.txt",
        &report(&[("cuts/short.toml", "minutes = 3", "minutes = 5")]),
    );
}

#[test]
fn cuts_are_nested_and_fit_their_minutes() {
    let m = model();
    let mut shorter: Vec<String> = Vec::new();
    for cut in &m.cuts {
        let ids: Vec<_> = m.slides_of(&cut.id).map(|s| s.id.clone()).collect();
        assert!(ids.len() > shorter.len());
        let kept: Vec<_> = ids.iter().filter(|i| shorter.contains(i)).collect();
        assert!(kept.into_iter().eq(shorter.iter()), "{} in order", cut.id);
        shorter = ids;
        for lang in Lang::ALL {
            let said: usize = m
                .slides_of(&cut.id)
                .map(|s| spoken(s.notes.get(lang), lang))
                .sum();
            let wanted = (cut.minutes * m.rate.get(lang)) as f64;
            assert!(
                (said as f64 - wanted).abs() <= wanted * 0.1,
                "{}: {said}",
                cut.id
            );
        }
    }
}

/// Every `claim` and `sentence` below a value.
fn named<'a>(key: &str, value: &'a Value, out: &mut BTreeSet<&'a str>) {
    match value {
        Value::Object(map) => {
            out.extend(map.get(key).and_then(Value::as_str));
            map.values().for_each(|v| named(key, v, out));
        }
        Value::Array(list) => list.iter().for_each(|v| named(key, v, out)),
        _ => {}
    }
}

#[test]
fn decks_say_what_the_site_says() {
    let m = model();
    for lang in Lang::ALL {
        let figures = chart::figures(&m, lang);
        for deck in deck::decks(&m, &figures, lang) {
            assert_eq!(
                deck.count,
                deck.slides.iter().map(|s| s.count).sum::<usize>()
            );
            for s in &deck.slides {
                assert!(
                    s.picture.is_some() || !s.lines.is_empty(),
                    "{} shows nothing",
                    s.id
                );
                assert_eq!(s.picture.is_some(), !s.alt.is_empty(), "{}", s.id);
                for n in &s.sources {
                    let claim = m.claim(&n.claim).expect("a claim of the site");
                    assert_eq!(n.text, claim.text.get(lang));
                    assert!(
                        n.quotes
                            .iter()
                            .map(|q| q.text.as_str())
                            .eq(claim.quotes.iter().map(|q| q.text()))
                    );
                }
                if let Some(Picture::Bars {
                    categories,
                    series,
                    chart,
                    ..
                }) = &s.picture
                {
                    let figure = figures
                        .iter()
                        .find(|f| f.id == chart)
                        .expect("a chart of the site");
                    for (i, row) in figure.table.rows.iter().enumerate() {
                        assert_eq!(row[0], categories[i]);
                        let values: Vec<_> =
                            series.iter().map(|x| x.values[i].to_string()).collect();
                        assert_eq!(row[1..], values);
                    }
                }
            }
            let data = serde_json::to_value(&deck).expect("JSON");
            let mut claims = BTreeSet::new();
            named("claim", &data, &mut claims);
            assert!(claims.iter().all(|id| m.claim(id).is_some()));
            let mut sentences = BTreeSet::new();
            named("sentence", &data, &mut sentences);
            assert!(!sentences.is_empty() && sentences.iter().all(|id| m.sentence(id).is_some()));
        }
    }
}

/// What `content/README.md` says of a cut of one's own, done as it says.
#[test]
fn an_editor_makes_a_cut_of_their_own() {
    let dir = tempfile::tempdir().expect("a folder for the test");
    for part in ["content", "seeds"] {
        copy(&root().join(part), &dir.path().join(part));
    }
    let cuts = dir.path().join("content/cuts");
    let text = fs::read_to_string(cuts.join("medium.toml")).expect("a cut to copy");
    let own = text
        .replace("minutes = 10", "minutes = 15")
        .replace("order = 20", "order = 25");
    assert_ne!(text, own, "the cut to copy has other numbers now");
    fs::write(cuts.join("own.toml"), own).expect("a writable copy");

    let longest: Vec<String> = model()
        .slides
        .iter()
        .filter(|s| s.cut == "long")
        .map(|s| format!("content/slides/{}.toml", s.id))
        .collect();
    let mut said = String::new();
    for slide in longest {
        let path = dir.path().join(slide);
        let text = fs::read_to_string(&path).expect("a slide");
        let text = text.replace("cut = \"long\"", "cut = \"own\"");
        fs::write(&path, text).expect("a writable copy");
        match check::load(dir.path(), &view::labels()) {
            Ok(model) => {
                let slides = |lang| {
                    let decks = deck::decks(&model, &chart::figures(&model, lang), lang);
                    decks.iter().map(|d| d.slides.len()).collect::<Vec<_>>()
                };
                let (zh, en) = (slides(Lang::Zh), slides(Lang::En));
                assert_eq!(zh, en);
                assert_eq!(zh.len(), 4, "the new cut is a deck of its own");
                assert!(
                    zh.is_sorted(),
                    "{zh:?} slides: shorter cuts stand in longer ones"
                );
                return;
            }
            Err(problems) => said = problems.iter().map(|p| format!("{p}\n")).collect(),
        }
    }
    panic!("no number of slides filled fifteen minutes:\n{said}");
}
