//! The presenter's clock, and the beat that brings two windows together again.

use std::{rc::Rc, time::Duration};

use js_sys::{Date, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::{
    super::{attribute, below},
    Deck, call,
};

/// Where a window keeps when its presentation began, to go on after a reload. Storage may be
/// forbidden: then the other window knows, or the clock starts anew.
fn storage() -> Option<JsValue> {
    let found = Reflect::get(&window(), &"sessionStorage".into()).ok()?;
    found.is_object().then_some(found)
}

fn key() -> JsValue {
    format!(
        "briefing {}",
        window().location().pathname().unwrap_or_default()
    )
    .into()
}

/// When the presentation of this page began, in milliseconds since 1970; 0 where it has not.
pub(super) fn remembered() -> f64 {
    let text = storage()
        .and_then(|s| call(&s, "getItem", &[key()]).ok())
        .and_then(|v| v.as_string());
    // Whole seconds: reading fractions would cost the program 10 kB.
    let seconds = text.and_then(|t| t.parse::<u32>().ok()).unwrap_or(0);
    f64::from(seconds) * 1000.0
}

fn remember(began: f64) {
    if let Some(storage) = storage() {
        let seconds = (began / 1000.0) as u32;
        let _ = match seconds {
            0 => call(&storage, "removeItem", &[key()]),
            s => call(&storage, "setItem", &[key(), s.to_string().into()]),
        };
    }
}

/// The time now, in whole seconds.
pub(super) fn now() -> f64 {
    (Date::now() / 1000.0).floor() * 1000.0
}

/// Shows the times while presenting; tells where we are twice a second.
pub(super) fn start(deck: Rc<Deck>) {
    let tick = move || {
        deck.show_times();
        if !deck.mode().is_empty() {
            deck.tell();
        }
    };
    let _ = set_interval_with_handle(tick, Duration::from_millis(500));
}

impl Deck {
    /// Sets when the presentation began; 0 when it is over.
    pub(super) fn begin(&self, began: f64) {
        if self.began.get_value() != began {
            self.began.set_value(began);
            remember(began);
        }
        self.show_times();
    }

    fn show_times(&self) {
        let began = self.began.get_value();
        if began == 0.0 {
            return;
        }
        let elapsed = ((now() - began) / 1000.0).max(0.0);
        let count = |s: &web_sys::Element| number(s, "data-count");
        let all: f64 = self.slides.iter().map(count).sum();
        let here = self.place.get_value().slide + 1;
        let until: f64 = self.slides.iter().take(here).map(count).sum();
        let planned = number(&self.root, "data-minutes") * 60.0;
        let date = Date::new_0();
        for (name, words) in [
            (
                "clock",
                format!("{:02}:{:02}", date.get_hours(), date.get_minutes()),
            ),
            ("elapsed", spelt(elapsed)),
            ("left", spelt(planned - elapsed)),
            ("planned", spelt(planned * until / all.max(1.0))),
        ] {
            for time in below(&self.root, &format!("[data-time={name}]")) {
                time.set_text_content(Some(&words));
            }
        }
    }
}

/// A whole number: reading fractions would cost the program 10 kB.
fn number(element: &web_sys::Element, name: &str) -> f64 {
    f64::from(attribute(element, name).parse::<u32>().unwrap_or(0))
}

/// Minutes and seconds; beyond the end with a minus.
fn spelt(seconds: f64) -> String {
    let (sign, s) = (if seconds < 0.0 { "−" } else { "" }, seconds.abs() as u32);
    format!("{sign}{}:{:02}", s / 60, s % 60)
}
