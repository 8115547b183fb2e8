//! Dossiers open when the address names their actor, or something within.

use leptos::{ev, prelude::*};
use web_sys::Element;

use super::{all, attribute, listen, selection::parameters};

/// Opens what the address names, now and whenever it changes.
pub(super) fn start() {
    if all("details.actor").is_empty() {
        return;
    }
    for bar in all("main") {
        listen(&bar, "change", |_| open());
    }
    window_event_listener(ev::popstate, |_| open());
    window_event_listener(ev::hashchange, |_| open());
    open();
    if let Some(chosen) = all("details.actor [data-chosen]").first() {
        chosen.scroll_into_view();
    }
}

fn open() {
    let named = parameters()
        .and_then(|p| p.get("actor"))
        .unwrap_or_default();
    let dossier = |inner: &Element| inner.closest("details.actor").ok().flatten();
    let hash = window().location().hash().unwrap_or_default();
    let target = (hash.strip_prefix('#')).and_then(|id| document().get_element_by_id(id));
    let within = target
        .into_iter()
        .chain(all("details.actor [data-chosen]"))
        .filter_map(|e| dossier(&e));
    let asked = all("details.actor").into_iter().filter(|d| {
        named
            .split(',')
            .any(|a| !a.is_empty() && attribute(d, "data-actors") == a)
    });
    for details in within.chain(asked) {
        let _ = details.set_attribute("open", "");
    }
}
