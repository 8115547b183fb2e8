//! Presents a cut of the briefing. The page is complete without it: this only
//! decides which slide is shown, how much of it, and where.

mod clock;
mod link;

use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use leptos::{ev, prelude::*};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, HtmlElement, KeyboardEvent, Url};

use super::{all, attribute, below, listen};
use link::{Link, Message};

/// Where the presentation stands.
#[derive(Clone, Copy, Default, PartialEq)]
struct Place {
    slide: usize,
    step: u32,
    black: bool,
    /// Counts the moves: the later one is right when two windows differ.
    turn: u32,
}

struct Deck {
    root: Element,
    slides: Vec<Element>,
    place: StoredValue<Place>,
    link: Option<Link>,
}

/// Finds the deck of the page and listens.
pub(super) fn start() {
    let Some(root) = all("[data-island=briefing]").into_iter().next() else {
        return;
    };
    let deck = Rc::new(Deck {
        slides: below(&root, ".slide"),
        place: StoredValue::new(Place::default()),
        link: Link::open(),
        root,
    });
    if deck.slides.is_empty() {
        return;
    }
    for part in below(&deck.root, ".bar") {
        let _ = part.remove_attribute("hidden");
    }
    // Before the address is followed, and rewritten.
    let asked = parameter();
    deck.follow_address();
    keys(&deck);
    pointer(&deck);
    {
        let deck = deck.clone();
        window_event_listener(ev::hashchange, move |_| deck.follow_address());
    }
    if let Some(link) = &deck.link {
        let heard = deck.clone();
        link.listen(move |m| heard.hear(m));
        link.send(&Message::hello());
    }
    clock::start(deck.clone());
    match asked.as_deref() {
        Some("presenter") => deck.show("presenter"),
        Some("slides") => deck.show("slides"),
        _ => {}
    }
}

/// What the address asks for.
fn parameter() -> Option<String> {
    let url = Url::new(&window().location().href().ok()?).ok()?;
    let asked = url.search_params();
    match (asked.has("presenter"), asked.has("present")) {
        (true, _) => Some("presenter".into()),
        (_, true) => Some("slides".into()),
        _ => None,
    }
}

fn call(object: &JsValue, name: &str, args: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &name.into())?.dyn_into()?;
    function.apply(object, &args.iter().collect())
}

impl Deck {
    fn page(&self) -> Option<Element> {
        document().document_element()
    }

    /// How the deck is shown: empty, `slides`, `presenter`, `split` or `overview`.
    fn mode(&self) -> String {
        self.page()
            .map_or(String::new(), |p| attribute(&p, "data-show"))
    }

    fn steps(&self, slide: usize) -> u32 {
        let steps = below(&self.slides[slide], "[data-step]");
        steps.iter().map(step_of).max().unwrap_or(0)
    }

    fn show(&self, mode: &str) {
        let Some(page) = self.page() else { return };
        if mode.is_empty() {
            let _ = page.remove_attribute("data-show");
            let _ = page.remove_attribute("data-black");
        } else {
            let _ = page.set_attribute("data-show", mode);
        }
        self.draw();
        self.write_address();
        if mode == "slides" {
            keep_awake();
        }
        if let Some(here) = self.slides[self.place.get_value().slide].dyn_ref::<HtmlElement>() {
            let _ = here.focus();
            if mode.is_empty() {
                here.scroll_into_view();
            }
        }
    }

    /// Moves, tells the other window, and says where we are.
    fn go(&self, slide: usize, step: u32, black: bool) {
        let was = self.place.get_value();
        let slide = slide.min(self.slides.len() - 1);
        let to = Place {
            slide,
            step: step.min(self.steps(slide)),
            black,
            turn: was.turn + 1,
        };
        self.place.set_value(to);
        self.draw();
        self.write_address();
        self.tell();
        if was.slide != slide {
            self.announce();
        }
    }

    fn tell(&self) {
        if let Some(link) = &self.link {
            let p = self.place.get_value();
            link.send(&Message::state(
                &self.slides[p.slide].id(),
                p.step,
                p.black,
                p.turn,
            ));
        }
    }

    fn hear(&self, m: Message) {
        let mine = self.place.get_value();
        if m.is_hello() {
            self.tell();
            return;
        }
        let later = m.turn > mine.turn || (m.turn == mine.turn && self.mode() == "presenter");
        let Some(slide) = self.slides.iter().position(|s| s.id() == m.slide) else {
            return;
        };
        let to = Place {
            slide,
            step: m.step.min(self.steps(slide)),
            black: m.black,
            turn: m.turn,
        };
        if later && to != mine {
            self.place.set_value(to);
            self.draw();
            self.write_address();
            if mine.slide != slide {
                self.announce();
            }
        }
    }

    fn draw(&self) {
        let p = self.place.get_value();
        for (i, slide) in self.slides.iter().enumerate() {
            mark(slide, "data-here", i == p.slide);
            mark(slide, "data-next", i == p.slide + 1);
        }
        for part in below(&self.slides[p.slide], "[data-step]") {
            mark(&part, "data-on", step_of(&part) <= p.step);
        }
        if let Some(page) = self.page() {
            mark(&page, "data-black", p.black && self.mode() == "slides");
        }
        let number = format!("{} / {}", p.slide + 1, self.slides.len());
        for n in below(&self.root, "[data-number]") {
            n.set_text_content(Some(&number));
        }
        for n in below(&self.root, "progress") {
            let _ = n.set_attribute("value", &(p.slide + 1).to_string());
        }
    }

    fn say(&self, words: &str, note: bool) {
        for told in below(&self.root, ".told") {
            told.set_text_content(Some(words));
            mark(&told, "data-note", note);
        }
    }

    fn announce(&self) {
        let p = self.place.get_value();
        let title = below(&self.slides[p.slide], "h2");
        let title = title
            .first()
            .and_then(|t| t.text_content())
            .unwrap_or_default();
        let words = attribute(&self.root, "data-said")
            .replace("{n}", &(p.slide + 1).to_string())
            .replace("{m}", &self.slides.len().to_string())
            .replace("{title}", &title);
        self.say(&words, false);
    }

    fn next(&self) {
        let p = self.place.get_value();
        if p.step < self.steps(p.slide) {
            self.go(p.slide, p.step + 1, false);
        } else if p.slide + 1 < self.slides.len() {
            self.go(p.slide + 1, 0, false);
        }
    }

    fn back(&self) {
        let p = self.place.get_value();
        if p.step > 0 {
            self.go(p.slide, p.step - 1, false);
        } else if p.slide > 0 {
            self.go(p.slide - 1, self.steps(p.slide - 1), false);
        }
    }

    /// The slide, and the step after a slash, in the address's fragment.
    fn follow_address(&self) {
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

    fn write_address(&self) {
        let mode = self.mode();
        let p = self.place.get_value();
        let Ok(url) = window().location().href().and_then(|h| Url::new(&h)) else {
            return;
        };
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
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url.href()));
        }
    }

    /// Opens the presenter's window; where it may not open, shows its parts here.
    fn presenter(&self) {
        let Ok(url) = window().location().href().and_then(|h| Url::new(&h)) else {
            return;
        };
        url.search_params().delete("present");
        url.search_params().set("presenter", "1");
        let args = [
            url.href().into(),
            "presenter".into(),
            "popup,width=1100,height=750".into(),
        ];
        let opened = call(&window(), "open", &args);
        if opened.is_ok_and(|w| !w.is_null() && !w.is_undefined()) {
            if self.mode().is_empty() {
                self.show("slides");
            }
        } else {
            self.show("split");
            self.say(&attribute(&self.root, "data-blocked"), true);
        }
    }

    fn fullscreen(self: &Rc<Self>) {
        if let Ok(now) = Reflect::get(&document(), &"fullscreenElement".into())
            && !now.is_null()
            && !now.is_undefined()
        {
            let _ = call(&document(), "exitFullscreen", &[]);
            return;
        }
        let asked = self.page().map(|p| call(&p, "requestFullscreen", &[]));
        let refused = self.clone();
        let note = move || {
            let words = attribute(&refused.root, "data-refused");
            refused.say(&words, true);
        };
        match asked
            .and_then(Result::ok)
            .and_then(|p| p.dyn_into::<Promise>().ok())
        {
            Some(promise) => {
                wasm_bindgen_futures::spawn_local(async move {
                    if wasm_bindgen_futures::JsFuture::from(promise).await.is_err() {
                        note();
                    }
                });
            }
            None => note(),
        }
    }

    fn help(&self) {
        for dialog in below(&self.root, "dialog") {
            let _ = call(&dialog, "showModal", &[]);
        }
    }

    fn act(self: &Rc<Self>, what: &str) {
        let p = self.place.get_value();
        match what {
            "start" => self.show("slides"),
            "presenter" => self.presenter(),
            "previous" => self.back(),
            "next" => self.next(),
            "overview" if self.mode() == "overview" => self.show("slides"),
            "overview" => self.show("overview"),
            "fullscreen" => self.fullscreen(),
            "black" => self.go(p.slide, p.step, !p.black),
            "help" => self.help(),
            "close" => {
                for dialog in below(&self.root, "dialog") {
                    let _ = call(&dialog, "close", &[]);
                }
            }
            "stop" => match self.mode().as_str() {
                "overview" => self.show("slides"),
                "presenter" => drop(call(&window(), "close", &[])),
                _ => self.show(""),
            },
            _ => {}
        }
    }
}

fn mark(element: &Element, name: &str, on: bool) {
    let _ = if on {
        element.set_attribute(name, "")
    } else {
        element.remove_attribute(name)
    };
}

fn step_of(part: &Element) -> u32 {
    attribute(part, "data-step").parse().unwrap_or(0)
}

/// A screen that stays on is a kindness; without it nothing is lost.
fn keep_awake() {
    let lock = Reflect::get(&window(), &"navigator".into())
        .and_then(|n| Reflect::get(&n, &"wakeLock".into()));
    if let Ok(promise) = lock
        .and_then(|l| call(&l, "request", &["screen".into()]))
        .and_then(|p| p.dyn_into::<Promise>())
    {
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
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
        let p = deck.place.get_value();
        match name.as_str() {
            " " if key.shift_key() => deck.back(),
            "ArrowRight" | "ArrowDown" | "PageDown" | " " => deck.next(),
            "ArrowLeft" | "ArrowUp" | "PageUp" => deck.back(),
            "Enter" if deck.mode() == "overview" => deck.show("slides"),
            "Home" => deck.go(0, 0, false),
            "End" => deck.go(usize::MAX, 0, false),
            "f" | "F" => deck.act("fullscreen"),
            "b" | "B" | "." => deck.go(p.slide, p.step, !p.black),
            "o" | "O" => deck.act("overview"),
            "p" | "P" => deck.act("presenter"),
            "?" => deck.act("help"),
            "Escape" => deck.act("stop"),
            _ => return,
        }
        key.prevent_default();
    });
}

/// Buttons; the left third of a slide goes back and the rest goes on; so do strokes of a finger.
fn pointer(deck: &Rc<Deck>) {
    for button in below(&deck.root, "[data-do]") {
        let (does, deck) = (attribute(&button, "data-do"), deck.clone());
        listen(&button, "click", move |_| deck.act(&does));
    }
    for (i, slide) in deck.slides.iter().enumerate() {
        let deck = deck.clone();
        for stage in below(slide, ".stage") {
            let deck = deck.clone();
            listen(&stage, "click", move |event| {
                let x = Reflect::get(&event, &"clientX".into());
                let x = x.ok().and_then(|x| x.as_f64()).unwrap_or(0.0);
                let width = window()
                    .inner_width()
                    .ok()
                    .and_then(|w| w.as_f64())
                    .unwrap_or(1.0);
                match deck.mode().as_str() {
                    "overview" => {
                        deck.go(i, 0, false);
                        deck.show("slides");
                    }
                    "" => {}
                    _ if x < width / 3.0 => deck.back(),
                    _ => deck.next(),
                }
            });
        }
    }
    let at = StoredValue::new(None::<f64>);
    let finger = |event: &web_sys::Event| {
        let list = Reflect::get(event, &"changedTouches".into()).ok()?;
        let first = Reflect::get(&list, &0.into()).ok()?;
        Reflect::get(&first, &"clientX".into()).ok()?.as_f64()
    };
    listen(&deck.root, "touchstart", move |event| {
        at.set_value(finger(&event))
    });
    let swiped = deck.clone();
    listen(&deck.root, "touchend", move |event| {
        let (Some(from), Some(to)) = (at.get_value(), finger(&event)) else {
            return;
        };
        if ["slides", "presenter", "split"].contains(&swiped.mode().as_str()) {
            match to - from {
                d if d < -40.0 => swiped.next(),
                d if d > 40.0 => swiped.back(),
                _ => return,
            }
            // A stroke is no click.
            event.prevent_default();
        }
    });
}

/// Calls back for as long as the page lives.
fn forever(handler: impl FnMut(JsValue) + 'static) -> JsValue {
    Closure::<dyn FnMut(JsValue)>::new(handler).into_js_value()
}
