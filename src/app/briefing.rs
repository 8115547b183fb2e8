//! Presents a cut of the briefing. The page is complete without it: this only
//! decides which slide is shown, how much of it, and where.

mod address;
mod clock;
mod input;
mod link;
mod point;
mod screen;

use std::rc::Rc;

use js_sys::{Function, Reflect};
use leptos::{ev, prelude::*};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, HtmlElement};

use super::{all, attribute, below};
use link::{Link, Message, State};

/// Where the presentation stands.
#[derive(Clone, Copy, Default, PartialEq)]
struct Place {
    slide: usize,
    step: u32,
    /// What is pointed at, counted from one; 0 for nothing.
    point: u32,
    black: bool,
    /// Counts the moves: the later one is right when two windows differ.
    turn: u32,
}

struct Deck {
    root: Element,
    slides: Vec<Element>,
    place: StoredValue<Place>,
    /// When the presentation began; 0 where it has not.
    began: StoredValue<f64>,
    /// What the mouse pressed, and whether it is on anything.
    kept: StoredValue<u32>,
    hovered: StoredValue<bool>,
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
        began: StoredValue::new(0.0),
        kept: StoredValue::new(0),
        hovered: StoredValue::new(false),
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
    let asked = address::asked();
    if asked.is_some() {
        deck.began.set_value(clock::remembered());
    }
    deck.follow_address();
    input::start(&deck);
    {
        let deck = deck.clone();
        window_event_listener(ev::hashchange, move |_| deck.follow_address());
    }
    {
        let deck = deck.clone();
        let seen = forever(move |_| {
            if !document().hidden() && deck.mode() == "slides" {
                screen::keep_awake();
            }
        });
        let _ = call(
            &document(),
            "addEventListener",
            &["visibilitychange".into(), seen],
        );
    }
    if let Some(mode) = asked {
        deck.show(mode);
    }
    if let Some(link) = &deck.link {
        let heard = deck.clone();
        link.listen(move |m| heard.hear(m));
        link.send(&Message::Hello);
    }
    clock::start(deck);
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
            self.begin(0.0);
        } else {
            let _ = page.set_attribute("data-show", mode);
            let began = self.began.get_value();
            self.begin(if began > 0.0 { began } else { clock::now() });
        }
        self.draw();
        self.write_address();
        if mode == "slides" {
            screen::keep_awake();
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
        self.settle(Place {
            slide,
            step: step.min(self.steps(slide)),
            point: 0,
            black,
            turn: was.turn + 1,
        });
        self.tell();
    }

    /// Shows another place, wherever it was decided.
    fn settle(&self, to: Place) {
        let was = self.place.get_value();
        self.place.set_value(to);
        if to.point == 0 {
            self.kept.set_value(0);
        }
        self.draw();
        self.write_address();
        if was.slide != to.slide {
            self.announce();
        }
        if was.slide != to.slide || was.point != to.point {
            self.draw_point();
        }
    }

    fn tell(&self) {
        if let Some(link) = &self.link {
            let p = self.place.get_value();
            link.send(&Message::State(State {
                slide: self.slides[p.slide].id(),
                step: p.step,
                point: p.point,
                black: p.black,
                turn: p.turn,
                began: self.began.get_value(),
            }));
        }
    }

    fn hear(&self, m: Message) {
        let m = match m {
            Message::Hello => return self.tell(),
            Message::State(state) => state,
        };
        let mine = self.place.get_value();
        let later = m.turn > mine.turn || (m.turn == mine.turn && self.mode() == "presenter");
        let Some(slide) = self.slides.iter().position(|s| s.id() == m.slide) else {
            return;
        };
        // A window that has just opened takes the other's clock; else the later move's counts.
        let presenting = !self.mode().is_empty() && m.began > 0.0;
        if presenting && (later || self.began.get_value() == 0.0) {
            self.begin(m.began);
        }
        let to = Place {
            slide,
            step: m.step.min(self.steps(slide)),
            point: m.point,
            black: m.black,
            turn: m.turn,
        };
        if later && to != mine {
            self.settle(to);
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
            "restart" => {
                self.begin(clock::now());
                self.go(p.slide, p.step, p.black);
            }
            "help" => {
                for dialog in below(&self.root, "dialog") {
                    let _ = call(&dialog, "showModal", &[]);
                }
            }
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

/// Calls back for as long as the page lives.
fn forever(handler: impl FnMut(JsValue) + 'static) -> JsValue {
    Closure::<dyn FnMut(JsValue)>::new(handler).into_js_value()
}
