//! What runs in the browser: filters mounted on pages that are complete
//! without it. Holds no content: every word comes from the page.

mod chart;

use leptos::{ev, mount::mount_to, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// A choice of a filter, read from the link that stands in its place.
#[derive(Clone, PartialEq)]
struct Choice {
    facet: String,
    value: String,
    label: String,
}

/// What an island filters.
#[derive(Clone, Copy, PartialEq)]
enum Target {
    /// Whole events, by the ids in `data-<facet>s`.
    Events,
    /// Columns of the comparison, by `data-place`.
    Columns,
}

/// Starts every island of the page.
pub fn start() {
    for slot in all("[data-island]") {
        let target = match slot.get_attribute("data-island").as_deref() {
            Some("timeline") => Target::Events,
            Some("compare") => Target::Columns,
            _ => continue,
        };
        let Ok(parent) = slot.clone().dyn_into::<HtmlElement>() else {
            continue;
        };
        let groups = groups(&slot);
        if groups.is_empty() {
            continue;
        }
        let (reset, count) = (
            slot.get_attribute("data-label-reset").unwrap_or_default(),
            slot.get_attribute("data-label-count").unwrap_or_default(),
        );
        slot.set_inner_html("");
        mount_to(
            parent,
            move || view! { <Filter target groups reset count /> },
        )
        .forget();
    }
    walk_events();
    chart::start();
}

fn all(selector: &str) -> Vec<Element> {
    let Ok(list) = document().query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|i| list.get(i)?.dyn_into().ok())
        .collect()
}

/// The choices of a slot by list, with each list's accessible name.
fn groups(slot: &Element) -> Vec<(String, Vec<Choice>)> {
    let mut out: Vec<(String, Vec<Choice>)> = Vec::new();
    let Ok(chips) = slot.query_selector_all("[data-facet]") else {
        return out;
    };
    for chip in (0..chips.length()).filter_map(|i| chips.get(i)?.dyn_into::<Element>().ok()) {
        let (Some(facet), Some(value)) = (
            chip.get_attribute("data-facet"),
            chip.get_attribute("data-value"),
        ) else {
            continue;
        };
        let name = chip
            .closest("ul")
            .ok()
            .flatten()
            .and_then(|l| l.get_attribute("aria-label"))
            .unwrap_or_default();
        let choice = Choice {
            facet,
            value,
            label: chip.text_content().unwrap_or_default(),
        };
        match out.last_mut().filter(|g| g.0 == name) {
            Some(group) => group.1.push(choice),
            None => out.push((name, vec![choice])),
        }
    }
    out
}

/// The chosen of `known` in the page's address; foreign values are left aside.
fn read_address(known: &[Choice]) -> Vec<Choice> {
    let search = window().location().search().unwrap_or_default();
    let Ok(params) = web_sys::UrlSearchParams::new_with_str(&search) else {
        return Vec::new();
    };
    known
        .iter()
        .filter(|c| {
            params
                .get(&c.facet)
                .is_some_and(|v| v.split(',').any(|x| x == c.value))
        })
        .cloned()
        .collect()
}

/// Puts the chosen into the page's address, so that it can be copied and gone back to.
fn write_address(known: &[Choice], chosen: &[Choice]) {
    let Ok(href) = window().location().href() else {
        return;
    };
    let Ok(url) = web_sys::Url::new(&href) else {
        return;
    };
    let params = url.search_params();
    for c in known {
        params.delete(&c.facet);
    }
    for c in chosen {
        let value = params
            .get(&c.facet)
            .map_or(c.value.clone(), |v| format!("{v},{}", c.value));
        params.set(&c.facet, &value);
    }
    let text = url.href().replace("%2C", ",");
    if text != href
        && let Ok(history) = window().history()
    {
        // A page opened from disk may refuse; the filter works all the same.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&text));
    }
}

/// Shows what fits: one of the chosen in every facet that has any. Gives how many of how many.
fn apply(target: Target, chosen: &[Choice]) -> (usize, usize) {
    let facets: Vec<&str> = chosen.iter().map(|c| c.facet.as_str()).collect();
    let selector = match target {
        Target::Events => ".event",
        Target::Columns => "#table [data-place]",
    };
    let (mut shown, mut total) = (0, 0);
    for item in all(selector) {
        let fits = facets.iter().all(|facet| {
            let name = if target == Target::Events {
                format!("data-{facet}s")
            } else {
                format!("data-{facet}")
            };
            let ids = item.get_attribute(&name).unwrap_or_default();
            chosen
                .iter()
                .filter(|c| c.facet == *facet)
                .any(|c| ids.split_whitespace().any(|id| id == c.value))
        });
        let _ = if fits {
            item.remove_attribute("hidden")
        } else {
            item.set_attribute("hidden", "")
        };
        if target == Target::Events || item.closest("thead").ok().flatten().is_some() {
            total += 1;
            shown += usize::from(fits);
        }
    }
    (shown, total)
}

/// Toggle buttons where links stood; the page's items follow them.
#[component]
fn Filter(
    target: Target,
    groups: Vec<(String, Vec<Choice>)>,
    reset: String,
    count: String,
) -> impl IntoView {
    let known: Vec<Choice> = groups.iter().flat_map(|g| g.1.clone()).collect();
    let known = StoredValue::new(known);
    let chosen = RwSignal::new(read_address(&known.get_value()));
    let said = RwSignal::new(String::new());
    Effect::new(move |_| {
        let chosen = chosen.get();
        let (shown, total) = apply(target, &chosen);
        said.set(if chosen.is_empty() {
            String::new()
        } else {
            count
                .replace("{n}", &shown.to_string())
                .replace("{m}", &total.to_string())
        });
    });
    let back = window_event_listener(ev::popstate, move |_| {
        chosen.set(read_address(&known.get_value()))
    });
    on_cleanup(move || back.remove());
    let choose = move |new: Vec<Choice>| {
        write_address(&known.get_value(), &new);
        chosen.set(new);
    };
    let toggle = move |c: Choice| {
        let mut new = chosen.get_untracked();
        match new.iter().position(|x| *x == c) {
            Some(i) => {
                new.remove(i);
            }
            None => new.push(c),
        }
        choose(new);
    };
    let lists = groups
        .into_iter()
        .map(|(name, choices)| {
            let chips = choices
                .into_iter()
                .map(|c| {
                    let (own, pressed, label) = (c.clone(), c.clone(), c.label.clone());
                    view! {
                        <li><button type="button" class="chip" aria-pressed=move || chosen.with(|v| v.contains(&pressed)).to_string() on:click=move |_| toggle(own.clone())>{label}</button></li>
                    }
                })
                .collect_view();
            view! { <ul class="chips" aria-label=name>{chips}</ul> }
        })
        .collect_view();
    view! {
        {lists}
        <p class="told"><span role="status">{said}</span>" "
            <button type="button" class="chip" hidden=move || chosen.with(Vec::is_empty) on:click=move |_| choose(Vec::new())>{reset}</button></p>
    }
}

/// Arrow keys, Home and End walk the events that are shown; Enter opens the sentences of one.
fn walk_events() {
    let events = all(".event");
    let Some(first) = events.first() else { return };
    let _ = first.set_attribute("tabindex", "0");
    window_event_listener(ev::keydown, move |key| {
        let Some(here) = document()
            .active_element()
            .filter(|e| e.class_list().contains("event"))
        else {
            return;
        };
        let shown: Vec<_> = events
            .iter()
            .filter(|e| !e.has_attribute("hidden"))
            .collect();
        let at = shown.iter().position(|e| **e == here).unwrap_or(0);
        let to = match key.key().as_str() {
            "ArrowRight" | "ArrowDown" => at + 1,
            "ArrowLeft" | "ArrowUp" => at.saturating_sub(1),
            "Home" => 0,
            "End" => shown.len().saturating_sub(1),
            "Enter" => {
                if let Some(details) = here.query_selector("details").ok().flatten() {
                    let _ = details.toggle_attribute("open");
                }
                return;
            }
            _ => return,
        };
        key.prevent_default();
        if let Some(next) = shown
            .get(to.min(shown.len().saturating_sub(1)))
            .and_then(|e| e.dyn_ref::<HtmlElement>())
        {
            let _ = here.set_attribute("tabindex", "-1");
            let _ = next.set_attribute("tabindex", "0");
            let _ = next.focus();
        }
    });
}
