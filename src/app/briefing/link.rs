//! What the two windows tell each other: plain data of two kinds, nothing
//! else is taken.

use js_sys::{Function, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

use super::{call, forever};

/// `hello` asks for the other's state; `state` tells it.
pub(super) struct Message {
    kind: &'static str,
    pub slide: String,
    pub step: u32,
    pub black: bool,
    pub turn: u32,
}

impl Message {
    pub(super) fn hello() -> Message {
        Message {
            kind: "hello",
            slide: String::new(),
            step: 0,
            black: false,
            turn: 0,
        }
    }

    pub(super) fn state(slide: &str, step: u32, black: bool, turn: u32) -> Message {
        Message {
            kind: "state",
            slide: slide.to_owned(),
            step,
            black,
            turn,
        }
    }

    pub(super) fn is_hello(&self) -> bool {
        self.kind == "hello"
    }

    fn read(data: &JsValue) -> Option<Message> {
        let get = |key: &str| Reflect::get(data, &key.into()).ok();
        let number = |key: &str| {
            let n = get(key)?.as_f64()?;
            (n.fract() == 0.0 && (0.0..1e9).contains(&n)).then_some(n as u32)
        };
        match get("kind")?.as_string()?.as_str() {
            "hello" => Some(Message::hello()),
            "state" => Some(Message::state(
                &get("slide")?.as_string()?,
                number("step")?,
                get("black")?.as_bool()?,
                number("turn")?,
            )),
            _ => None,
        }
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
        let data = Object::new();
        for (key, value) in [
            ("kind", m.kind.into()),
            ("slide", m.slide.as_str().into()),
            ("step", m.step.into()),
            ("black", m.black.into()),
            ("turn", JsValue::from(m.turn)),
        ] {
            let _ = Reflect::set(&data, &key.into(), &value);
        }
        let _ = call(&self.0, "postMessage", &[data.into()]);
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
