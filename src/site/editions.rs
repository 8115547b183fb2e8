//! What can be taken along, made of files that the site already has: decks as PowerPoint files.

use std::{fs, thread};

use serde_json::{Value, json};

use super::{
    Files, Input, Press,
    single::{self, Single},
};
use crate::{
    model::{Lang, Model},
    view::{PAGES, handout},
};

/// The words a deck needs beyond its own.
#[must_use]
pub fn words(model: &Model, lang: Lang) -> Value {
    let say = |key| model.label(key, lang);
    json!({
        "stated": say("status.stated"),
        "inferred": say("status.inferred"),
        "absent": say("status.absent"),
        "why": say("src.why"),
        "sought": say("src.sought"),
        "sources": say("deck.sources"),
        "undated": say("deck.undated"),
        "open": say("deck.open"),
    })
}

/// Adds what is made of the site's own files: slides, single files.
pub(super) fn add(model: &Model, input: &Input, files: &mut Files) -> Result<(), String> {
    decks(model, input, files)?;
    for lang in Lang::ALL {
        singles(model, lang, files)?;
    }
    Ok(())
}

/// One file with all pages of a language, and one with its briefing.
fn singles(model: &Model, lang: Lang, files: &mut Files) -> Result<(), String> {
    let prefix = if lang == Lang::En { "en/" } else { "" };
    let explorer: Vec<String> = PAGES
        .iter()
        .map(|(_, folder)| format!("{prefix}{folder}index.html"))
        .collect();
    let keys: Vec<String> = PAGES.iter().map(|(id, _)| format!("nav.{id}")).collect();
    let names: Vec<&str> = keys.iter().map(|key| model.label(key, lang)).collect();
    let briefing: Vec<String> = files
        .keys()
        .filter(|name| {
            name.starts_with(&format!("{prefix}briefing/"))
                && name.ends_with("index.html")
                && !name.ends_with("text/index.html")
        })
        .cloned()
        .collect();
    for (name, pages, names) in [
        ("explorer", explorer, names.as_slice()),
        ("briefing", briefing, &[]),
    ] {
        if pages.is_empty() {
            continue;
        }
        let what = Single {
            pages: &pages,
            names,
            title: model.title.get(lang),
            lang,
        };
        let html = single::write(&what, model, files)?;
        files.insert(format!("{name}.{}.html", lang.code()), html);
    }
    Ok(())
}

/// For every deck a `briefing/<cut>.<lang>.pptx` and the page of its text handout.
fn decks(model: &Model, input: &Input, files: &mut Files) -> Result<(), String> {
    let path = "target/web/pptx.js";
    let bundle = fs::read_to_string(input.root.join(path))
        .map_err(|e| format!("{path}: {e}; the slides need it: run `cargo xtask assets`"))?;
    let decks: Vec<String> = files
        .keys()
        .filter(|name| name.starts_with("data/decks/") && name.ends_with(".json"))
        .cloned()
        .collect();
    let press = Press::new(bundle);
    let make = |name: &String| -> Result<_, String> {
        let deck: Value =
            serde_json::from_slice(&files[name]).map_err(|e| format!("{name}: {e}"))?;
        let lang = match deck["lang"].as_str() {
            Some("en") => Lang::En,
            _ => Lang::Zh,
        };
        let bytes = press.pptx(&deck, &words(model, lang))?;
        let cut = deck["id"].as_str().unwrap_or_default();
        let page = handout(model, lang, &deck);
        Ok([
            (format!("briefing/{cut}.{}.pptx", lang.code()), bytes),
            (page.path, page.html.into_bytes()),
        ])
    };
    // Each deck has a script of its own to run: they run side by side.
    let made: Vec<_> = thread::scope(|scope| {
        let running: Vec<_> = (decks.iter())
            .map(|name| scope.spawn(|| make(name)))
            .collect();
        (running.into_iter())
            .map(|one| {
                one.join()
                    .map_err(|_| "a deck's thread stopped".to_owned())?
            })
            .collect::<Result<_, String>>()
    })?;
    files.extend(made.into_iter().flatten());
    Ok(())
}
