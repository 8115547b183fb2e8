//! The reader: which languages are shown, and citations to copy.

use std::{cell::RefCell, rc::Rc};

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, HtmlDocument, HtmlElement, HtmlTextAreaElement};

use super::{
    all, attribute, below, listen,
    selection::{parameters, write_address},
};

/// Starts on the reader page.
pub(super) fn start() {
    let Some(reader) = all("[data-island=reader]").into_iter().next() else {
        return;
    };
    languages(&reader);
    citations(&reader);
}

/// Shows one language or both; the address keeps which, and the sentence being read stays where it is.
fn languages(reader: &Element) {
    let buttons = below(reader, "[data-show]");
    let known: Vec<String> = buttons.iter().map(|b| attribute(b, "data-show")).collect();
    let Some(all_of_them) = known.last().cloned() else {
        return;
    };
    let show = {
        let (reader, buttons) = (reader.clone(), buttons.clone());
        move |value: &str| {
            let top = |e: &Element| e.get_bounding_client_rect().top();
            // Asked of paragraphs first: a question about each sentence would lay out the whole text.
            let reached = |of: &Element, selector: &str| {
                let mut parts = below(of, selector).into_iter();
                parts.find(|e| e.get_bounding_client_rect().bottom() > 80.0)
            };
            let read = (window().scroll_y().is_ok_and(|y| y > 200.0))
                .then(|| reached(&reached(&reader, ".paragraph")?, ".sentence"))
                .flatten()
                .filter(|e| top(e) < 400.0);
            let before = read.as_ref().map(top);
            let _ = reader.set_attribute("data-text", value);
            for b in &buttons {
                let pressed = attribute(b, "data-show") == value;
                let _ = b.set_attribute("aria-pressed", if pressed { "true" } else { "false" });
            }
            if let (Some(e), Some(before)) = (read, before) {
                window().scroll_by_with_x_and_y(0.0, top(&e) - before);
            }
        }
    };
    let from_address = {
        let (known, all_of_them) = (known.clone(), all_of_them.clone());
        move || {
            parameters()
                .and_then(|p| p.get("text"))
                .filter(|v| known.contains(v))
                .unwrap_or_else(|| all_of_them.clone())
        }
    };
    if parameters().is_some_and(|p| p.has("text")) {
        show(&from_address());
    }
    for button in &buttons {
        let value = attribute(button, "data-show");
        let (show, whole) = (show.clone(), value == all_of_them);
        listen(button, "click", move |_| {
            show(&value);
            write_address(
                |p| {
                    if whole {
                        p.delete("text")
                    } else {
                        p.set("text", &value)
                    }
                },
                true,
            );
        });
    }
    window_event_listener(ev::popstate, move |_| show(&from_address()));
}

/// What a citation is filled with.
fn filled(template: &str, quote: &str, ids: &str) -> String {
    // The date on which the reader looked, which the styles ask for.
    let date: String = js_sys::Date::new_0().to_iso_string().into();
    let first = ids.split(',').next().unwrap_or_default();
    let source = document()
        .get_element_by_id(first)
        .and_then(|x| x.closest("[data-source]").ok()?);
    let of = |name: &str| {
        source
            .as_ref()
            .map_or(String::new(), |x| attribute(x, name))
    };
    template
        .replace("{source}", &of("data-source"))
        .replace("{title}", &of("data-title"))
        .replace("{quote}", quote)
        .replace("{id}", ids)
        .replace("{date}", date.get(..10).unwrap_or_default())
        .replace("{url}", &address(first))
}

/// The public address of a sentence: the one the page declares, else the one it was read at.
/// A file on disk has none that others could use: then its place in the site.
fn address(id: &str) -> String {
    let declared = all("link[rel=canonical]")
        .first()
        .map(|l| attribute(l, "href"));
    let location = window().location();
    let page = declared.unwrap_or_else(|| {
        let path = location.pathname().unwrap_or_default();
        match location.origin() {
            Ok(origin) if origin.starts_with("http") => format!("{origin}{path}"),
            _ => {
                let parts: Vec<&str> = path.rsplit('/').take(2).collect();
                parts.into_iter().rev().collect::<Vec<_>>().join("/")
            }
        }
    });
    format!("{page}#{id}")
}

/// The words of a sentence in the languages that are shown.
fn words(reader: &Element, sentence: &Element) -> String {
    let shown = attribute(reader, "data-text");
    let texts = [("zh", "en"), ("en", "zh")]
        .iter()
        .filter(|(_, other)| shown != *other)
        .filter_map(|(own, _)| sentence.query_selector(&format!("p.{own}")).ok()?)
        .filter_map(|p| p.text_content());
    texts.collect::<Vec<_>>().join("\n")
}

/// A button below each sentence copies it with its source and opens the other
/// styles; what is copied by hand within the text carries its source too.
fn citations(reader: &Element) {
    let Some(panel) = below(reader, ".cite").into_iter().next() else {
        return;
    };
    let Some(area) = below(&panel, "textarea")
        .into_iter()
        .find_map(|a| a.dyn_into::<HtmlTextAreaElement>().ok())
    else {
        return;
    };
    let styles = below(&panel, "[data-style]");
    let at = Rc::new(RefCell::new(None::<Element>));
    let give = {
        let (reader, panel, styles, at) =
            (reader.clone(), panel.clone(), styles.clone(), at.clone());
        move |style: &Element| {
            let Some(sentence) = at.borrow().clone() else {
                return;
            };
            for s in &styles {
                let pressed = if s == style { "true" } else { "false" };
                let _ = s.set_attribute("aria-pressed", pressed);
            }
            let template = attribute(style, "data-template");
            area.set_value(&filled(
                &template,
                &words(&reader, &sentence),
                &sentence.id(),
            ));
            area.select();
            let done = document()
                .dyn_into::<HtmlDocument>()
                .is_ok_and(|d| d.exec_command("copy").unwrap_or(false));
            let said = attribute(&panel, if done { "data-copied" } else { "data-failed" });
            for status in below(&panel, "[role=status]") {
                status.set_text_content(Some(&said));
            }
            // What failed stays selected for the reader's own keys.
            if done && let Some(b) = style.dyn_ref::<HtmlElement>() {
                let _ = b.focus();
            }
        }
    };
    for style in &styles {
        let (give, own) = (give.clone(), style.clone());
        listen(style, "click", move |_| give(&own));
    }
    let first = styles.first().cloned();
    for button in below(reader, ".sentence .copy") {
        let (give, panel, first, at) = (give.clone(), panel.clone(), first.clone(), at.clone());
        listen(&button.clone(), "click", move |_| {
            let Some(sentence) = button.closest(".sentence").ok().flatten() else {
                return;
            };
            let _ = sentence.append_child(&panel);
            let _ = panel.remove_attribute("hidden");
            at.replace(Some(sentence));
            if let Some(style) = &first {
                give(style);
            }
        });
    }
    let close = {
        let panel = panel.clone();
        move || {
            let _ = panel.set_attribute("hidden", "");
            let copy = at
                .borrow()
                .as_ref()
                .and_then(|s| s.query_selector(".copy").ok()?);
            if let Some(copy) = copy.and_then(|c| c.dyn_into::<HtmlElement>().ok()) {
                let _ = copy.focus();
            }
        }
    };
    for button in below(&panel, ".close") {
        let close = close.clone();
        listen(&button, "click", move |_| close());
    }
    listen(&panel, "keydown", move |event| {
        if event
            .dyn_ref::<web_sys::KeyboardEvent>()
            .is_some_and(|k| k.key() == "Escape")
        {
            close();
        }
    });
    let (own, plain) = (
        reader.clone(),
        styles.first().map(|s| attribute(s, "data-template")),
    );
    listen(reader, "copy", move |event| {
        if let (Some(template), Some(event)) = (&plain, event.dyn_ref::<ClipboardEvent>()) {
            copied_by_hand(&own, template, event);
        }
    });
}

/// Adds the source to words that a reader selected within sentences.
fn copied_by_hand(reader: &Element, template: &str, event: &ClipboardEvent) {
    let in_field = event
        .target()
        .and_then(|t| t.dyn_into::<HtmlTextAreaElement>().ok())
        .is_some();
    let (false, Ok(Some(selection)), Some(data)) =
        (in_field, window().get_selection(), event.clipboard_data())
    else {
        return;
    };
    let ids: Vec<String> = below(reader, ".sentence")
        .iter()
        .filter(|s| {
            below(s, "p.zh, p.en").iter().any(|p| {
                selection
                    .contains_node_with_allow_partial_containment(p, true)
                    .unwrap_or(false)
            })
        })
        .map(Element::id)
        .collect();
    let text = String::from(selection.to_string());
    if ids.is_empty() || text.trim().is_empty() {
        return;
    }
    if data
        .set_data(
            "text/plain",
            &filled(template, text.trim(), &ids.join(", ")),
        )
        .is_ok()
    {
        event.prevent_default();
    }
}
