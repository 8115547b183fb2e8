//! Picking an end of the thread: what it is joined to stays, the rest recedes.

use leptos::{ev, mount::mount_to, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};

use super::{
    after_paint, all, attribute, below, listen, put,
    selection::{parameters, write_address},
};

/// Makes the ends of the picker choosable; the choice is the address's claim.
pub(super) fn start() {
    let Some(picker) = all("[data-island=thread]").into_iter().next() else {
        return;
    };
    let Some(told) = below(&picker, ".told")
        .into_iter()
        .next()
        .and_then(|t| t.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    let [picked, see, all_label] =
        ["picked", "see", "all"].map(|w| attribute(&picker, &format!("data-label-{w}")));
    let chosen = RwSignal::new(in_address());
    window_event_listener(ev::popstate, move |_| chosen.set(in_address()));
    for node in all("a.node") {
        let id = attribute(&node, "data-claim");
        listen(&node, "click", move |event| {
            let plain = event
                .dyn_ref::<MouseEvent>()
                .is_none_or(|m| !(m.ctrl_key() || m.meta_key() || m.shift_key()));
            if plain {
                event.prevent_default();
                let again = chosen.get_untracked().as_ref() == Some(&id);
                choose(chosen, (!again).then(|| id.clone()));
            }
        });
    }
    told.set_inner_html("");
    mount_to(told, move || {
        Effect::new(move |_| show(chosen));
        let words = move || {
            chosen.with(|c| {
                c.as_ref().map_or(String::new(), |id| {
                    let name = all(&format!("a.node[data-claim={id}] b"))
                        .first()
                        .and_then(|b| b.text_content())
                        .unwrap_or_default();
                    let [n, gaps] = [joined(id), open_at(id)].map(|n| n.to_string());
                    picked
                        .replace("{name}", &name)
                        .replace("{n}", &n)
                        .replace("{gaps}", &gaps)
                })
            })
        };
        view! {
            <span role="status">{words}</span>" "
            <a class="chip" href="#shown" hidden=move || chosen.with(Option::is_none)>{see}</a>" "
            <button type="button" class="chip" hidden=move || chosen.with(Option::is_none) on:click=move |_| choose(chosen, None)>{all_label}</button>
        }
    })
    .forget();
}

/// The end that the address names, if it names one.
fn in_address() -> Option<String> {
    let claim = parameters()?.get("claim")?;
    all("a.node")
        .iter()
        .any(|n| attribute(n, "data-claim") == claim)
        .then_some(claim)
}

fn choose(chosen: RwSignal<Option<String>>, id: Option<String>) {
    write_address(
        |p| match &id {
            Some(id) => p.set("claim", id),
            None => p.delete("claim"),
        },
        true,
    );
    chosen.set(id);
}

fn joined(id: &str) -> usize {
    all(&format!(".link[data-from={id}], .link[data-to={id}]")).len()
}

/// How much the text leaves open at an end.
fn open_at(id: &str) -> usize {
    all(&format!(".gaps [data-of={id}]")).len()
}

/// Marks every end as near the chosen one or far from it, and, once that is painted, every link and gap.
fn show(chosen: RwSignal<Option<String>>) {
    let now = chosen.get();
    let is = |value: &str| now.as_deref() == Some(value);
    let ends: Vec<(String, String)> = all(".link").iter().map(ends_of).collect();
    for node in all("a.node") {
        let id = attribute(&node, "data-claim");
        let own = is(&id);
        let joined = |(a, b): &(String, String)| (is(a) && *b == id) || (is(b) && *a == id);
        mark(&node, now.is_some(), own || ends.iter().any(joined));
        put(&node, "aria-current", own.then_some("true"));
        put(&node, "data-chosen", None);
    }
    after_paint(move || {
        // By then another end may have been chosen.
        let now = chosen.try_get_untracked().flatten();
        let is = |value: &str| now.as_deref() == Some(value);
        for link in all(".link") {
            let (from, to) = ends_of(&link);
            mark(&link, now.is_some(), is(&from) || is(&to));
        }
        for gap in all(".gaps [data-of]") {
            mark(&gap, now.is_some(), is(&attribute(&gap, "data-of")));
        }
    });
}

/// The two ends of a link.
fn ends_of(link: &Element) -> (String, String) {
    (attribute(link, "data-from"), attribute(link, "data-to"))
}

fn mark(element: &Element, any: bool, near: bool) {
    let told = any.then_some(if near { "yes" } else { "no" });
    put(element, "data-near", told);
}
