//! What the browser is asked for and may refuse: a second window, the whole screen, a screen that
//! stays on.

use std::rc::Rc;

use js_sys::{Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{super::attribute, Deck, address, call};

impl Deck {
    /// Opens the presenter's window; where it may not open, shows its parts here.
    pub(super) fn presenter(&self) {
        let Some(url) = address::of_presenter() else {
            return;
        };
        let args = [
            url.into(),
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

    pub(super) fn fullscreen(self: &Rc<Self>) {
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
            Some(promise) => spawn_local(async move {
                if JsFuture::from(promise).await.is_err() {
                    note();
                }
            }),
            None => note(),
        }
    }
}

/// A screen that stays on is a kindness; without it nothing is lost. The browser takes it back when
/// the page is hidden, so it is asked for again.
pub(super) fn keep_awake() {
    let lock = Reflect::get(&window(), &"navigator".into())
        .and_then(|n| Reflect::get(&n, &"wakeLock".into()));
    if let Ok(promise) = lock
        .and_then(|l| call(&l, "request", &[JsValue::from("screen")]))
        .and_then(|p| p.dyn_into::<Promise>())
    {
        spawn_local(async move {
            let _ = JsFuture::from(promise).await;
        });
    }
}
