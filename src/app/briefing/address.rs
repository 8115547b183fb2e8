//! The slide and how it is shown, in the page's address.

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::Url;

use super::Deck;

fn here() -> Option<Url> {
    Url::new(&window().location().href().ok()?).ok()
}

/// What the address asks for.
pub(super) fn asked() -> Option<&'static str> {
    let url = here()?;
    let asked = url.search_params();
    match (asked.has("presenter"), asked.has("present")) {
        (true, _) => Some("presenter"),
        (_, true) => Some("slides"),
        _ => None,
    }
}

/// The same place for the presenter's window.
pub(super) fn of_presenter() -> Option<String> {
    let url = here()?;
    url.search_params().delete("present");
    url.search_params().set("presenter", "1");
    Some(url.href())
}

impl Deck {
    /// The slide, and the step after a slash, in the address's fragment.
    pub(super) fn follow_address(&self) {
        let hash = window().location().hash().unwrap_or_default();
        let (id, step) = hash
            .trim_start_matches('#')
            .split_once('/')
            .unwrap_or((hash.trim_start_matches('#'), "0"));
        let mine = self.place.get_value();
        if let Some(slide) = self.slides.iter().position(|s| s.id() == id) {
            let step = step.parse().unwrap_or(0);
            if (slide, step) != (mine.slide, mine.step) {
                self.go(slide, step, false);
            }
        }
        self.draw();
    }

    pub(super) fn write_address(&self) {
        let mode = self.mode();
        let p = self.place.get_value();
        let Some(url) = here() else { return };
        let asked = url.search_params();
        match mode.as_str() {
            "" => asked.delete("present"),
            "presenter" => {}
            _ => asked.set("present", "1"),
        }
        if !mode.is_empty() {
            let step = if p.step > 0 {
                format!("/{}", p.step)
            } else {
                String::new()
            };
            url.set_hash(&format!("{}{step}", self.slides[p.slide].id()));
        }
        if let Ok(history) = window().history() {
            // A page that may not rewrite its address presents all the same.
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url.href()));
        }
    }
}
