//! What can be taken along, made of files that the site already has: decks as PowerPoint files.

use std::fs;

use serde_json::{Value, json};

use super::{Files, Input, Press};
use crate::model::{Lang, Model};

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

/// Adds a `briefing/<cut>.<lang>.pptx` for every deck.
pub(super) fn add(model: &Model, input: &Input, files: &mut Files) -> Result<(), String> {
    let path = "target/web/pptx.js";
    let bundle = fs::read_to_string(input.root.join(path))
        .map_err(|e| format!("{path}: {e}; the slides need it: run `cargo xtask assets`"))?;
    let decks: Vec<String> = files
        .keys()
        .filter(|name| name.starts_with("data/decks/") && name.ends_with(".json"))
        .cloned()
        .collect();
    if decks.is_empty() {
        return Ok(());
    }
    let press = Press::new(bundle);
    for name in decks {
        let deck: Value =
            serde_json::from_slice(&files[&name]).map_err(|e| format!("{name}: {e}"))?;
        let lang = match deck["lang"].as_str() {
            Some("en") => Lang::En,
            _ => Lang::Zh,
        };
        let bytes = press.pptx(&deck, &words(model, lang))?;
        let cut = deck["id"].as_str().unwrap_or_default();
        files.insert(format!("briefing/{cut}.{}.pptx", lang.code()), bytes);
    }
    Ok(())
}
