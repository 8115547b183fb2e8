//! What the two windows tell each other: plain data of two kinds, nothing
//! else is taken.

use js_sys::{Function, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

use super::{call, forever};

/// What a window says.
pub(super) enum Message {
    /// Asks for the other's state.
    Hello,
    State(State),
}

/// Where a window stands.
pub(super) struct State {
    /// Id of the slide.
    pub slide: String,
    pub step: u32,
    /// What is pointed at, counted from one; 0 for nothing.
    pub point: u32,
    pub black: bool,
    /// Counts the moves.
    pub turn: u32,
    /// When the presentation began, in milliseconds since 1970; 0 where it has not.
    pub began: f64,
}

impl Message {
    fn read(data: &JsValue) -> Option<Message> {
        let get = |key: &str| Reflect::get(data, &key.into()).ok();
        let whole = |key: &str, most: f64| {
            let n = get(key)?.as_f64()?;
            (n.fract() == 0.0 && (0.0..most).contains(&n)).then_some(n)
        };
        let number = |key: &str| whole(key, 1e9).map(|n| n as u32);
        match get("kind")?.as_string()?.as_str() {
            "hello" => Some(Message::Hello),
            "state" => Some(Message::State(State {
                slide: get("slide")?.as_string()?,
                step: number("step")?,
                point: number("point")?,
                black: get("black")?.as_bool()?,
                turn: number("turn")?,
                began: whole("began", 1e15)?,
            })),
            _ => None,
        }
    }

    fn write(&self) -> Object {
        let data = Object::new();
        let set = |key: &str, value: JsValue| {
            // An object of our own takes every key.
            let _ = Reflect::set(&data, &key.into(), &value);
        };
        match self {
            Message::Hello => set("kind", "hello".into()),
            Message::State(s) => {
                set("kind", "state".into());
                set("slide", s.slide.as_str().into());
                set("step", s.step.into());
                set("point", s.point.into());
                set("black", s.black.into());
                set("turn", s.turn.into());
                set("began", s.began.into());
            }
        }
        data
    }
}

/// The channel of one deck.
pub(super) struct Link(JsValue);

impl Link {
    /// `None` where the browser has no such channel: each window goes on alone.
    pub(super) fn open() -> Option<Link> {
        let make: Function = Reflect::get(&window(), &"BroadcastChannel".into())
            .ok()?
            .dyn_into()
            .ok()?;
        let name = format!("briefing {}", window().location().pathname().ok()?);
        let made = Reflect::construct(&make, &[JsValue::from(name)].iter().collect()).ok()?;
        Some(Link(made))
    }

    pub(super) fn send(&self, m: &Message) {
        let _ = call(&self.0, "postMessage", &[m.write().into()]);
    }

    pub(super) fn listen(&self, hear: impl Fn(Message) + 'static) {
        let handler = forever(move |event| {
            let data = Reflect::get(&event, &"data".into()).unwrap_or(JsValue::NULL);
            if let Some(m) = Message::read(&data) {
                hear(m);
            }
        });
        let _ = Reflect::set(&self.0, &"onmessage".into(), &handler);
    }
}
