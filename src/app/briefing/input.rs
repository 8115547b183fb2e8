//! Keys, buttons, the mouse and fingers.

use std::rc::Rc;

use js_sys::Reflect;
use leptos::{ev, prelude::*};
use web_sys::{Event, KeyboardEvent};

use super::{
    super::{attribute, below, listen},
    Deck,
};

pub(super) fn start(deck: &Rc<Deck>) {
    keys(deck);
    buttons(deck);
    boards(deck);
    fingers(deck);
}

fn keys(deck: &Rc<Deck>) {
    let deck = deck.clone();
    window_event_listener(ev::keydown, move |key: KeyboardEvent| {
        let composing = key.is_composing() || key.key() == "Process" || key.key_code() == 229;
        let other = key.ctrl_key() || key.meta_key() || key.alt_key();
        let modal = !below(&deck.root, "dialog[open]").is_empty();
        if composing || other || modal || key.default_prevented() || deck.mode().is_empty() {
            return;
        }
        let on = document().active_element();
        let control = on.is_some_and(|e| {
            ["BUTTON", "A", "SUMMARY", "INPUT", "SELECT"].contains(&e.tag_name().as_str())
        });
        let name = key.key();
        if control && matches!(name.as_str(), " " | "Enter") {
            return;
        }
        match name.as_str() {
            " " if key.shift_key() => deck.back(),
            "ArrowRight" if key.shift_key() => deck.point(true),
            "ArrowLeft" if key.shift_key() => deck.point(false),
            "]" => deck.point(true),
            "[" => deck.point(false),
            "ArrowRight" | "ArrowDown" | "PageDown" | " " => deck.next(),
            "ArrowLeft" | "ArrowUp" | "PageUp" => deck.back(),
            "Enter" if deck.mode() == "overview" => deck.show("slides"),
            "Home" => deck.go(0, 0, false),
            "End" => deck.go(usize::MAX, 0, false),
            "f" | "F" => deck.act("fullscreen"),
            "b" | "B" | "." => deck.act("black"),
            "o" | "O" => deck.act("overview"),
            "p" | "P" => deck.act("presenter"),
            "r" | "R" => deck.act("restart"),
            "?" => deck.act("help"),
            "Escape" if deck.place.get_value().point > 0 => deck.point_at(0),
            "Escape" => deck.act("stop"),
            _ => return,
        }
        key.prevent_default();
    });
}

fn buttons(deck: &Rc<Deck>) {
    for button in below(&deck.root, "[data-do]") {
        let (does, deck) = (attribute(&button, "data-do"), deck.clone());
        listen(&button, "click", move |_| deck.act(&does));
    }
}

fn number(object: &wasm_bindgen::JsValue, name: &str) -> Option<f64> {
    Reflect::get(object, &name.into()).ok()?.as_f64()
}

/// The left third of a slide goes back and the rest goes on; a chart's parts answer to the mouse.
fn boards(deck: &Rc<Deck>) {
    for (i, slide) in deck.slides.iter().enumerate() {
        for board in below(slide, ".board") {
            let clicked = deck.clone();
            listen(&board, "click", move |event| {
                let x = number(&event, "clientX").unwrap_or(0.0);
                let width = window().inner_width().ok().and_then(|w| w.as_f64());
                match clicked.mode().as_str() {
                    "overview" => {
                        clicked.go(i, 0, false);
                        clicked.show("slides");
                    }
                    "" => {}
                    _ if clicked.point_under(&event, true) => {}
                    _ if x < width.unwrap_or(1.0) / 3.0 => clicked.back(),
                    _ => clicked.next(),
                }
            });
            let moved = deck.clone();
            listen(&board, "mouseover", move |event| {
                if !["", "overview"].contains(&moved.mode().as_str()) {
                    moved.point_under(&event, false);
                }
            });
        }
    }
}

fn finger(event: &Event) -> Option<(f64, f64)> {
    let list = Reflect::get(event, &"changedTouches".into()).ok()?;
    let first = Reflect::get(&list, &0.into()).ok()?;
    Some((number(&first, "clientX")?, number(&first, "clientY")?))
}

/// A stroke from side to side turns the slide.
fn fingers(deck: &Rc<Deck>) {
    let at = StoredValue::new(None::<(f64, f64)>);
    listen(&deck.root, "touchstart", move |event| {
        at.set_value(finger(&event));
    });
    let swiped = deck.clone();
    listen(&deck.root, "touchend", move |event| {
        let (Some(from), Some(to)) = (at.get_value(), finger(&event)) else {
            return;
        };
        let (x, y) = (to.0 - from.0, to.1 - from.1);
        // Notes are scrolled up and down.
        if !["slides", "presenter", "split"].contains(&swiped.mode().as_str()) || x.abs() < y.abs()
        {
            return;
        }
        match x {
            x if x < -40.0 => swiped.next(),
            x if x > 40.0 => swiped.back(),
            _ => return,
        }
        // A stroke is no click.
        event.prevent_default();
    });
}
