//! Keys on the timeline.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{all, attribute};

/// Arrow keys, Home and End walk the events that are shown; Enter opens the sentences of one.
pub(super) fn start() {
    let events = all(".event");
    let Some(first) = events.first() else { return };
    let _ = first.set_attribute("tabindex", "0");
    window_event_listener(ev::keydown, move |key| {
        let Some(here) = document()
            .active_element()
            .filter(|e| e.class_list().contains("event"))
        else {
            return;
        };
        let shown: Vec<_> = events
            .iter()
            .filter(|e| attribute(e, "data-fit") != "no")
            .collect();
        let at = shown.iter().position(|e| **e == here).unwrap_or(0);
        let to = match key.key().as_str() {
            "ArrowRight" | "ArrowDown" => at + 1,
            "ArrowLeft" | "ArrowUp" => at.saturating_sub(1),
            "Home" => 0,
            "End" => shown.len().saturating_sub(1),
            "Enter" => {
                if let Some(details) = here.query_selector("details").ok().flatten() {
                    let _ = details.toggle_attribute("open");
                }
                return;
            }
            _ => return,
        };
        key.prevent_default();
        if let Some(next) = shown
            .get(to.min(shown.len().saturating_sub(1)))
            .and_then(|e| e.dyn_ref::<HtmlElement>())
        {
            let _ = here.set_attribute("tabindex", "-1");
            let _ = next.set_attribute("tabindex", "0");
            let _ = next.focus();
        }
    });
}
