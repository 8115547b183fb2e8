//! Keys on the timeline: one stop of the tab order, arrows in time and from lane to lane.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement, KeyboardEvent, MutationObserver, MutationObserverInit};

use super::{after_paint, all, attribute, below, listen, put};

/// What keys walk: an event's words, which open it, or the link to where it stands.
const STOPS: &str = ".event > details > summary, .event > a";

/// Makes the page's timeline one stop of the tab order that keys walk.
pub(super) fn start() {
    for timeline in all("[data-island=timeline]") {
        settle(&timeline);
        watch(&timeline);
        let root = timeline.clone();
        listen(&timeline, "keydown", move |event| {
            if let Some(key) = event.dyn_ref::<KeyboardEvent>()
                && let Some(target) = key.target().and_then(|t| t.dyn_into::<Element>().ok())
                && !(key.alt_key() || key.ctrl_key() || key.meta_key())
            {
                press(&root, key, &target);
            }
        });
        let root = timeline.clone();
        listen(&timeline, "focusin", move |event| {
            if let Some(stop) = event.target().and_then(|t| t.dyn_into::<Element>().ok())
                && stop.matches(STOPS).unwrap_or(false)
            {
                only(&root, &stop);
            }
        });
    }
}

/// The stops that the selection shows.
fn shown(timeline: &Element) -> Vec<Element> {
    below(timeline, STOPS)
        .into_iter()
        .filter(|s| event_of(s).is_none_or(|e| attribute(&e, "data-fit") != "no"))
        .collect()
}

fn event_of(element: &Element) -> Option<Element> {
    element.closest(".event").ok().flatten()
}

/// Leaves one stop in the tab order.
fn only(timeline: &Element, stop: &Element) {
    for other in below(timeline, STOPS) {
        put(
            &other,
            "tabindex",
            Some(if other == *stop { "0" } else { "-1" }),
        );
    }
}

/// Keeps a stop in the tab order whatever the selection hides.
fn settle(timeline: &Element) {
    let stops = shown(timeline);
    let current = stops.iter().find(|s| attribute(s, "tabindex") == "0");
    if let Some(stop) = current.or(stops.first()) {
        only(timeline, stop);
    }
}

/// Settles again when the selection has marked the events anew.
fn watch(timeline: &Element) {
    let root = timeline.clone();
    let marked = Closure::<dyn FnMut()>::new(move || {
        let root = root.clone();
        after_paint(move || settle(&root));
    });
    let options = MutationObserverInit::new();
    options.set_subtree(true);
    options.set_attribute_filter(&js_sys::Array::of1(&"data-fit".into()));
    if let Ok(observer) = MutationObserver::new(marked.as_ref().unchecked_ref())
        && observer.observe_with_options(timeline, &options).is_ok()
    {
        marked.forget();
    }
}

fn press(timeline: &Element, key: &KeyboardEvent, target: &Element) {
    let Some(event) = event_of(target) else {
        return;
    };
    let Some(here) = event.query_selector("summary, a").ok().flatten() else {
        return;
    };
    if key.key() == "Escape" {
        if let Some(open) = event.query_selector("details[open]").ok().flatten() {
            let _ = open.remove_attribute("open");
            focus(&here);
        }
        return;
    }
    if here != *target {
        return;
    }
    let stops = shown(timeline);
    let at = stops.iter().position(|s| *s == here).unwrap_or(0);
    // Without an axis in sight the lanes run downwards, and so does time.
    let across = all(".axis").iter().any(|a| a.client_width() > 0);
    let lane = |stop: &Element| stop.closest(".lane").ok().flatten();
    let in_lane = |to: Option<&Element>| to.filter(|s| lane(s) == lane(&here)).cloned();
    let before = at.checked_sub(1).and_then(|i| stops.get(i));
    let after = stops.get(at + 1);
    let to = match (key.key().as_str(), across) {
        ("ArrowRight", true) => in_lane(after),
        ("ArrowLeft", true) => in_lane(before),
        ("ArrowDown", false) => after.cloned(),
        ("ArrowUp", false) => before.cloned(),
        ("ArrowDown", true) | ("ArrowRight", false) => {
            neighbour(&here, stops[at..].iter().filter(|s| lane(s) != lane(&here)))
        }
        ("ArrowUp", true) | ("ArrowLeft", false) => neighbour(
            &here,
            stops[..at].iter().rev().filter(|s| lane(s) != lane(&here)),
        ),
        ("Home", _) => stops.first().cloned(),
        ("End", _) => stops.last().cloned(),
        _ => return,
    };
    key.prevent_default();
    if let Some(to) = to {
        focus(&to);
    }
}

/// Of the nearest lane among some stops, the one nearest in time.
fn neighbour<'a>(here: &Element, mut stops: impl Iterator<Item = &'a Element>) -> Option<Element> {
    let year = |stop: &Element| {
        event_of(stop).and_then(|e| attribute(&e, "data-year").parse::<i32>().ok())
    };
    let lane = |stop: &Element| stop.closest(".lane").ok().flatten();
    let first = stops.next()?;
    let own = year(here);
    std::iter::once(first)
        .chain(stops.take_while(|s| lane(s) == lane(first)))
        .min_by_key(|s| own.zip(year(s)).map_or(0, |(a, b)| (a - b).abs()))
        .cloned()
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}
