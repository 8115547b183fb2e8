//! The presenter's clock, and the beat that brings two windows together again.

use std::{rc::Rc, time::Duration};

use js_sys::Date;
use leptos::prelude::*;

use super::{
    super::{attribute, below},
    Deck,
};

/// Shows the times while presenting; tells where we are twice a second.
pub(super) fn start(deck: Rc<Deck>) {
    let begun = StoredValue::new(None::<f64>);
    let counts: Vec<f64> = deck
        .slides
        .iter()
        .map(|s| number(s, "data-count"))
        .collect();
    let minutes = number(&deck.root, "data-minutes");
    let tick = move || {
        if deck.mode().is_empty() {
            begun.set_value(None);
            return;
        }
        let now = Date::now();
        let from = begun.get_value().unwrap_or(now);
        begun.set_value(Some(from));
        let elapsed = (now - from) / 1000.0;
        let all: f64 = counts.iter().sum();
        let until: f64 = counts.iter().take(deck.place.get_value().slide + 1).sum();
        let date = Date::new_0();
        for (name, words) in [
            (
                "clock",
                format!("{:02}:{:02}", date.get_hours(), date.get_minutes()),
            ),
            ("elapsed", spelt(elapsed)),
            ("left", spelt(minutes * 60.0 - elapsed)),
            ("planned", spelt(minutes * 60.0 * until / all.max(1.0))),
        ] {
            for time in below(&deck.root, &format!("[data-time={name}]")) {
                time.set_text_content(Some(&words));
            }
        }
        deck.tell();
    };
    let _ = set_interval_with_handle(tick, Duration::from_millis(500));
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
