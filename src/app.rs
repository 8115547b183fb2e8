//! What runs in the browser: filters mounted on pages that are complete
//! without it. Holds no content: every word comes from the page.

mod actors;
mod briefing;
mod chart;
mod comparison;
mod figure;
mod reader;
mod search;
mod selection;
mod thread;
mod timeline;

use std::time::Duration;

use js_sys::{Function, Promise};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event};

/// Starts every island of the page.
pub fn start() {
    selection::start();
    reader::start();
    search::start();
    actors::start();
    thread::start();
    timeline::start();
    comparison::start();
    chart::start();
    figure::start();
}

/// Starts the briefing: a program of its own, so that no other page carries it.
pub fn present() {
    briefing::start();
}

/// Every element that a selector finds, in order.
fn all(selector: &str) -> Vec<Element> {
    listed(document().query_selector_all(selector).ok())
}

/// The same, below an element.
fn below(element: &Element, selector: &str) -> Vec<Element> {
    listed(element.query_selector_all(selector).ok())
}

fn listed(list: Option<web_sys::NodeList>) -> Vec<Element> {
    list.iter()
        .flat_map(|l| (0..l.length()).filter_map(|i| l.get(i)?.dyn_into().ok()))
        .collect()
}

/// An attribute's value, empty where there is none.
fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// Writes an attribute, or takes it away, only where that changes something: each write costs the
/// browser a look at the whole page's rules.
fn put(element: &Element, name: &str, value: Option<&str>) {
    if element.get_attribute(name).as_deref() != value {
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    }
}

/// Does what a reader need not wait for: once the answer to a press has been painted.
fn after_paint(work: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(work, Duration::ZERO));
}

/// Resolves once what was changed has been painted.
async fn painted() {
    let mut soon = |resolve: Function, _| {
        after_paint(move || drop(resolve.call0(&JsValue::NULL)));
    };
    // Nothing rejects it.
    let _ = JsFuture::from(Promise::new(&mut soon)).await;
}

/// Listens for as long as the page lives.
fn listen(element: &Element, event: &str, handler: impl FnMut(Event) + 'static) {
    let handler = Closure::<dyn FnMut(Event)>::new(handler);
    if element
        .add_event_listener_with_callback(event, handler.as_ref().unchecked_ref())
        .is_ok()
    {
        handler.forget();
    }
}
