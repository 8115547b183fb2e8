//! The search field: results as one types, all by keys.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent, Url};

use super::{after_paint, all, attribute, below, listen, selection::parameters};
use crate::search::{GROUPS, Index, group, highlights};

/// How many results of a group are shown at first, and how many at most.
const SHOWN: [usize; 2] = [8, 200];

/// The parts of the page.
struct Desk {
    slot: Element,
    input: HtmlInputElement,
    said: Element,
    found: Element,
    index: RefCell<Option<Index>>,
    /// Groups whose further results were asked for.
    opened: Cell<[bool; 4]>,
    asked: Cell<bool>,
}

/// Starts on the search page.
pub(super) fn start() {
    let Some(slot) = all("[data-island=search]").into_iter().next() else {
        return;
    };
    let part = |selector: &str| below(&slot, selector).into_iter().next();
    let (Some(input), Some(said), Some(found)) = (
        part("input").and_then(|i| i.dyn_into::<HtmlInputElement>().ok()),
        part("[role=status]"),
        part("#found"),
    ) else {
        return;
    };
    let desk = Rc::new(Desk {
        slot: slot.clone(),
        input: input.clone(),
        said,
        found: found.clone(),
        index: RefCell::default(),
        opened: Cell::default(),
        asked: Cell::default(),
    });
    if let Some(q) = parameters().and_then(|p| p.get("q"))
        && input.value().is_empty()
    {
        input.set_value(&q);
    }
    let own = desk.clone();
    listen(&input, "focus", move |_| own.load());
    for event in ["input", "compositionend"] {
        let own = desk.clone();
        listen(&input, event, move |event| {
            let composing = Reflect::get(&event, &"isComposing".into());
            if !composing.is_ok_and(|c| c.is_truthy()) {
                own.opened.set([false; 4]);
                own.load();
                // The letter first, what it finds in the next frame.
                let own = own.clone();
                after_paint(move || {
                    own.remember();
                    own.show();
                });
            }
        });
    }
    let own = desk.clone();
    listen(&slot, "keydown", move |event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
            own.key(key);
        }
    });
    let own = desk.clone();
    listen(&found, "click", move |event| own.more(&event));
    let focused = document().active_element().is_some_and(|e| e == **input);
    if focused || !input.value().is_empty() {
        desk.load();
    }
}

impl Desk {
    /// Fetches the index once, as a script: pages opened from disk may fetch nothing else.
    fn load(self: &Rc<Self>) {
        if self.asked.get() {
            return;
        }
        self.asked.set(true);
        // A one-file edition has it already.
        if self.take() {
            return;
        }
        let Ok(script) = document().create_element("script") else {
            return;
        };
        let _ = script.set_attribute("src", &attribute(&self.slot, "data-index"));
        let own = self.clone();
        listen(&script, "load", move |_| {
            if !own.take() {
                own.say(&own.word("search.failed"));
            }
        });
        let own = self.clone();
        listen(&script, "error", move |_| {
            own.asked.set(false);
            own.say(&own.word("search.failed"));
        });
        if let Some(head) = document().head() {
            let _ = head.append_child(&script);
        }
    }

    /// Takes the index that a script has left, and shows what it finds.
    fn take(&self) -> bool {
        let text = Reflect::get(&window(), &"explorerIndex".into());
        let Some(index) = text.ok().and_then(|t| t.as_string()).and_then(Index::parse) else {
            return false;
        };
        // The program has its own copy now.
        let _ = Reflect::set(&window(), &"explorerIndex".into(), &JsValue::UNDEFINED);
        self.index.replace(Some(index));
        self.show();
        true
    }

    fn word(&self, key: &str) -> String {
        below(&self.slot, &format!("[data-word=\"{key}\"]"))
            .first()
            .and_then(|w| w.text_content())
            .unwrap_or_default()
    }

    fn say(&self, text: &str) {
        self.said.set_text_content(Some(text));
    }

    /// The address keeps the query, without a step of history for every letter.
    fn remember(&self) {
        let href = window().location().href().unwrap_or_default();
        let (Ok(url), Ok(history)) = (Url::new(&href), window().history()) else {
            return;
        };
        let query = self.input.value();
        if query.trim().is_empty() {
            url.search_params().delete("q");
        } else {
            url.search_params().set("q", &query);
        }
        // Some browsers count such changes and refuse too many: the results are there all the same.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url.href()));
    }

    fn show(&self) {
        let query = self.input.value();
        let idle = query.trim().is_empty();
        for below_it in all(".lexicon") {
            let _ = below_it.toggle_attribute_with_force("hidden", !idle);
        }
        if idle {
            self.found.set_inner_html("");
            return self.say("");
        }
        let index = self.index.borrow();
        let Some(index) = index.as_ref() else { return };
        let hits = index.search(&query).hits;
        self.found.set_inner_html(&self.list(index, &hits, &query));
        self.say(&if hits.is_empty() {
            self.word("search.nothing").replace("{q}", query.trim())
        } else {
            self.word("search.found")
                .replace("{n}", &hits.len().to_string())
        });
    }

    fn list(&self, index: &Index, hits: &[usize], query: &str) -> String {
        let mut out = String::new();
        for (g, name) in GROUPS.iter().enumerate() {
            let own: Vec<[&str; 8]> = hits
                .iter()
                .map(|n| index.fields(*n))
                .filter(|f| group(f[0]) == g)
                .collect();
            if own.is_empty() {
                continue;
            }
            let shown = SHOWN[usize::from(self.opened.get()[g])];
            let heading = escape(&self.word(&format!("search.{name}")));
            out += &format!(
                "<section><h2>{heading} <small>{}</small></h2><ol>",
                own.len()
            );
            for fields in own.iter().take(shown) {
                out += &self.item(fields, query);
            }
            out += "</ol>";
            if own.len() > shown && shown < SHOWN[1] {
                let left = (own.len().min(SHOWN[1]) - shown).to_string();
                let label = escape(&self.word("search.more").replace("{n}", &left));
                out += &format!(
                    "<button type=\"button\" class=\"chip\" data-more=\"{g}\">{label}</button>"
                );
            }
            out += "</section>";
        }
        out
    }

    /// A result: its words in the edition's language, and in the other where the query stands there.
    fn item(&self, f: &[&str; 8], query: &str) -> String {
        let [kind, status, href, at, ..] = *f;
        let own = usize::from(attribute(&self.slot, "data-lang") != "zh");
        let (title, text) = ([f[4], f[5]], [f[6], f[7]]);
        let tags = ["zh-Hans", "en"];
        let other = 1 - own;
        let mut words = String::new();
        if !title[own].is_empty() {
            words += &format!("<b>{}</b>", marked(title[own], query));
        }
        words += &format!("<span>{}</span>", marked(text[own], query));
        let found_here =
            !highlights(text[own], query).is_empty() || !highlights(title[own], query).is_empty();
        if !found_here {
            for t in [title[other], text[other]] {
                if !highlights(t, query).is_empty() {
                    words += &format!(
                        "<span class=\"gloss\" lang=\"{}\">{}</span>",
                        tags[other],
                        marked(t, query)
                    );
                }
            }
        }
        let badge = if status.is_empty() {
            String::new()
        } else {
            format!(
                "<span class=\"badge\" data-status=\"{status}\">{}</span> {} ",
                escape(&self.word(&format!("status.{status}"))),
                escape(&self.word(&format!("claim.{kind}")))
            )
        };
        let up = attribute(&self.slot, "data-up");
        format!(
            "<li><a class=\"hit\" href=\"{}{}\">{words}</a><p class=\"note\">{badge}{}</p></li>",
            escape(&up),
            escape(href),
            escape(at)
        )
    }

    /// Shows a group's further results, and goes to the first of them.
    fn more(&self, event: &web_sys::Event) {
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let Some(g) = target.and_then(|t| t.get_attribute("data-more")?.parse::<usize>().ok())
        else {
            return;
        };
        let before = below(
            &self.found,
            &format!("section:has([data-more=\"{g}\"]) .hit"),
        )
        .len();
        let earlier = below(&self.found, ".hit")
            .iter()
            .position(|h| {
                h.closest("section").ok().flatten().is_some_and(|s| {
                    s.query_selector(&format!("[data-more=\"{g}\"]"))
                        .ok()
                        .flatten()
                        .is_some()
                })
            })
            .unwrap_or(0);
        let mut opened = self.opened.get();
        if let Some(open) = opened.get_mut(g) {
            *open = true;
        }
        self.opened.set(opened);
        self.show();
        focus(below(&self.found, ".hit").get(earlier + before));
    }

    /// Down and Enter go from the field to the results, arrows walk them, Enter opens, Escape goes back and clears.
    fn key(&self, key: &KeyboardEvent) {
        let hits = below(&self.found, ".hit");
        let here = document()
            .active_element()
            .and_then(|e| hits.iter().position(|h| *h == e));
        let in_field = document()
            .active_element()
            .is_some_and(|e| e == **self.input);
        if key.is_composing() || !(in_field || here.is_some()) {
            return;
        }
        let input: &Element = &self.input;
        let to = match (key.key().as_str(), here) {
            ("ArrowDown" | "Enter", None) => hits.first(),
            ("ArrowDown", Some(n)) => hits.get(n + 1).or(hits.get(n)),
            ("ArrowUp", Some(0)) | ("Escape", Some(_)) => Some(input),
            ("ArrowUp", Some(n)) => hits.get(n - 1),
            ("Home", Some(_)) => hits.first(),
            ("End", Some(_)) => hits.last(),
            ("Escape", None) => {
                self.input.set_value("");
                self.remember();
                self.show();
                Some(input)
            }
            _ => return,
        };
        key.prevent_default();
        focus(to);
    }
}

fn focus(element: Option<&Element>) {
    if let Some(e) = element.and_then(|e| e.dyn_ref::<HtmlElement>()) {
        let _ = e.focus();
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// A text as HTML, what was asked for marked.
fn marked(text: &str, query: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for range in highlights(text, query) {
        out += &escape(&text[at..range.start]);
        at = range.end;
        out += &format!("<mark>{}</mark>", escape(&text[range]));
    }
    out + &escape(&text[at..])
}
