//! The selection that all views share, kept in the page's address: places, a
//! theme, a level, an actor, and the claim that was opened last.

use std::cell::RefCell;

use leptos::{ev, mount::mount_to, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Url, UrlSearchParams};

use super::{after_paint, all, attribute, below, put};

/// Facets that an address may hold, whether or not this page offers them.
const FACETS: &[&str] = &["place", "theme", "level", "actor"];

/// The values of one facet, as the page's bar lists them.
#[derive(Clone)]
struct Facet {
    id: String,
    name: String,
    /// Value and label; a list of buttons where `many`, else a drop-down.
    values: Vec<(String, String)>,
    many: bool,
}

/// One choice: facet and value.
type Choice = (String, String);

/// Makes the page's bar work, opens the claim that the address names, and
/// keeps the links to other views in step.
pub(super) fn start() {
    for slot in all("[data-island=selection]") {
        let Ok(parent) = slot.clone().dyn_into::<HtmlElement>() else {
            continue;
        };
        let facets: Vec<Facet> = below(&slot, "[data-facet]").iter().map(facet).collect();
        let words = ["reset", "count", "foreign", "elsewhere"]
            .map(|w| attribute(&slot, &format!("data-label-{w}")));
        let all_label = below(&slot, "option")
            .first()
            .and_then(|o| o.text_content())
            .unwrap_or_default();
        slot.set_inner_html("");
        mount_to(parent, move || view! { <Bar facets words all_label /> }).forget();
    }
    follow_claims();
    carry();
}

thread_local! {
    /// The query that the links to other views hold; the page is written without one.
    static CARRIED: RefCell<String> = RefCell::default();
}

fn facet(element: &Element) -> Facet {
    let many = element.tag_name() == "UL";
    let labelled = if many { "button" } else { "option" };
    let values = below(element, labelled)
        .iter()
        .map(|v| {
            let value = v
                .get_attribute("value")
                .unwrap_or_else(|| attribute(v, "data-value"));
            (value, v.text_content().unwrap_or_default())
        })
        .filter(|v| !v.0.is_empty())
        .collect();
    let name = if many {
        attribute(element, "aria-label")
    } else {
        let label = element.closest("label").ok().flatten();
        let span = label.and_then(|l| l.query_selector("span").ok().flatten());
        span.and_then(|s| s.text_content()).unwrap_or_default()
    };
    Facet {
        id: attribute(element, "data-facet"),
        name,
        values,
        many,
    }
}

pub(super) fn parameters() -> Option<UrlSearchParams> {
    UrlSearchParams::new_with_str(&window().location().search().ok()?).ok()
}

/// The address's choices that this page offers, and whether it holds any that no page has.
fn read_address(facets: &[Facet]) -> (Vec<Choice>, bool) {
    let Some(params) = parameters() else {
        return (Vec::new(), false);
    };
    let mut foreign = false;
    let mut chosen = Vec::new();
    for f in facets {
        for value in params
            .get(&f.id)
            .iter()
            .flat_map(|v| v.split(','))
            .filter(|v| !v.is_empty())
        {
            if f.values.iter().any(|v| v.0 == value) {
                let choice = (f.id.clone(), value.to_owned());
                if !chosen.contains(&choice) {
                    chosen.push(choice);
                }
            } else {
                foreign = true;
            }
        }
    }
    (chosen, foreign)
}

/// Changes the address's query; a page opened from disk may refuse, and all else works the same.
pub(super) fn write_address(change: impl FnOnce(&UrlSearchParams), push: bool) {
    let Ok(href) = window().location().href() else {
        return;
    };
    let Ok(url) = Url::new(&href) else { return };
    change(&url.search_params());
    let text = url.href().replace("%2C", ",");
    if text != href
        && let Ok(history) = window().history()
    {
        let _ = if push {
            history.push_state_with_url(&JsValue::NULL, "", Some(&text))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&text))
        };
    }
    carry();
}

/// Links to other views hold the same selection, from the next frame on: nobody presses one sooner.
fn carry() {
    after_paint(renew_links);
}

fn renew_links() {
    let Ok(search) = window().location().search() else {
        return;
    };
    if CARRIED.replace(search.clone()) == search {
        return;
    }
    for link in all("a[data-view]") {
        let href = attribute(&link, "href");
        let (path, hash) = href
            .split_once('#')
            .map_or((href.as_str(), None), |(p, h)| (p, Some(h)));
        let path = path.split('?').next().unwrap_or_default();
        let hash = hash.map(|h| format!("#{h}")).unwrap_or_default();
        let _ = link.set_attribute("href", &format!("{path}{search}{hash}"));
    }
}

/// Something that the selection shows or hides, as the page describes it.
struct Item {
    element: Element,
    /// Its ids in each of `FACETS` that it has.
    facets: Vec<Option<String>>,
    /// Whether it is one of those that the bar counts.
    counted: bool,
}

fn items() -> Vec<Item> {
    let names: Vec<String> = FACETS.iter().map(|f| format!("data-{f}s")).collect();
    all("[data-item]")
        .into_iter()
        .map(|element| Item {
            facets: names.iter().map(|n| element.get_attribute(n)).collect(),
            counted: !attribute(&element, "data-item").is_empty(),
            element,
        })
        .collect()
}

impl Item {
    /// One of the chosen in every facet that has any.
    fn fits(&self, chosen: &[Choice]) -> bool {
        FACETS.iter().zip(&self.facets).all(|(facet, own)| {
            let mut of_facet = chosen.iter().filter(|c| c.0 == *facet).peekable();
            match (of_facet.peek(), own) {
                (None, _) | (_, None) => true,
                (_, Some(ids)) => of_facet.any(|c| ids.split(' ').any(|id| id == c.1)),
            }
        })
    }
}

/// Tells items whether they fit.
fn apply(items: &[Item], chosen: &[Choice]) {
    for item in items {
        let told = if item.fits(chosen) { "yes" } else { "no" };
        put(
            &item.element,
            "data-fit",
            (!chosen.is_empty()).then_some(told),
        );
    }
}

#[component]
fn Bar(facets: Vec<Facet>, words: [String; 4], all_label: String) -> impl IntoView {
    let [reset, count, foreign_note, _] = words;
    let facets = StoredValue::new(facets);
    let (first, foreign) = facets.with_value(|f| read_address(f));
    let chosen = RwSignal::new(first);
    let foreign = RwSignal::new(foreign);
    let said = RwSignal::new(String::new());
    let items = StoredValue::new_local(items());
    Effect::new(move |begun: Option<()>| {
        let (shown, total) = items.with_value(|items| {
            let counted = || items.iter().filter(|i| i.counted);
            let fits = |c: &Vec<Choice>| counted().filter(|i| i.fits(c)).count();
            (chosen.with(fits), counted().count())
        });
        let tell = move || {
            // By then the page may have gone on to another choice, or away.
            let now = chosen.try_with_untracked(Vec::clone);
            let _ = items.try_with_value(|items| now.map(|c| apply(items, &c)));
        };
        // A page that opens with a choice shows no other; a press is answered before its effect.
        match begun {
            None => tell(),
            Some(()) => after_paint(tell),
        }
        let counted = if chosen.with(Vec::is_empty) {
            String::new()
        } else {
            count
                .replace("{n}", &shown.to_string())
                .replace("{m}", &total.to_string())
        };
        let note = if foreign.get() {
            foreign_note.as_str()
        } else {
            ""
        };
        said.set(format!("{counted} {note}").trim().to_owned());
    });
    let back = window_event_listener(ev::popstate, move |_| {
        let (now, odd) = facets.with_value(|f| read_address(f));
        foreign.set(odd);
        chosen.set(now);
        carry();
    });
    on_cleanup(move || back.remove());
    let choose = move |new: Vec<Choice>| {
        write_address(
            |params| {
                facets.with_value(|f| f.iter().for_each(|f| params.delete(&f.id)));
                for (facet, value) in &new {
                    let joined = params
                        .get(facet)
                        .map_or(value.clone(), |v| format!("{v},{value}"));
                    params.set(facet, &joined);
                }
            },
            true,
        );
        foreign.set(false);
        chosen.set(new);
    };
    let parts = facets
        .get_value()
        .into_iter()
        .map(|f| {
            let facet = StoredValue::new(f.id.clone());
            if f.many {
                let chips = f
                    .values
                    .into_iter()
                    .map(|(value, label)| {
                        let choice = StoredValue::new((facet.get_value(), value));
                        let pressed = move || chosen.with(|c| choice.with_value(|x| c.contains(x)));
                        let toggle = move |_| {
                            let mut new = chosen.get_untracked();
                            let before = new.len();
                            choice.with_value(|x| new.retain(|c| c != x));
                            if new.len() == before {
                                new.push(choice.get_value());
                            }
                            choose(new);
                        };
                        view! { <li><button type="button" class="chip" data-value=choice.get_value().1 aria-pressed=move || pressed().to_string() on:click=toggle>{label}</button></li> }
                    })
                    .collect_view();
                view! { <ul class="chips" aria-label=f.name>{chips}</ul> }.into_any()
            } else {
                let current = move || chosen.with(|c| c.iter().find(|c| facet.with_value(|f| c.0 == *f)).map(|c| c.1.clone()).unwrap_or_default());
                let options = f
                    .values
                    .into_iter()
                    .map(|(value, label)| {
                        let own = value.clone();
                        view! { <option value=value selected=move || current() == own>{label}</option> }
                    })
                    .collect_view();
                let pick = move |event| {
                    let value = event_target_value(&event);
                    let mut new = chosen.get_untracked();
                    facet.with_value(|f| new.retain(|c| c.0 != *f));
                    if !value.is_empty() {
                        new.push((facet.get_value(), value));
                    }
                    choose(new);
                };
                view! { <label class="pick"><span>{f.name}</span><select prop:value=current on:change=pick><option value="">{all_label.clone()}</option>{options}</select></label> }.into_any()
            }
        })
        .collect_view();
    view! {
        {parts}
        <p class="told"><span role="status">{said}</span>" "
            <button type="button" class="chip" hidden=move || chosen.with(Vec::is_empty) on:click=move |_| choose(Vec::new())>{reset}</button></p>
    }
}

/// A claim whose sentences are opened goes into the address; one that the address names is shown.
fn follow_claims() {
    for details in all("[data-claim] > details.src, .because > details.src") {
        let Some(id) = details
            .closest("[data-claim]")
            .ok()
            .flatten()
            .map(|c| attribute(&c, "data-claim"))
        else {
            continue;
        };
        super::listen(&details.clone(), "toggle", move |_| {
            let open = details.has_attribute("open");
            let current = parameters().and_then(|p| p.get("claim"));
            if open && current.as_deref() != Some(&id) {
                write_address(|p| p.set("claim", &id), false);
            } else if !open && current.as_deref() == Some(&id) {
                write_address(|p| p.delete("claim"), false);
            }
        });
    }
    let Some(claim) = parameters().and_then(|p| p.get("claim")) else {
        return;
    };
    // Claim ids are words with hyphens; anything else would be no id and might be no selector.
    if claim.is_empty()
        || !claim
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    {
        return;
    }
    let here = all(&format!("[data-claim={claim}]"));
    let citing: Vec<Element> = all(&format!("[data-cited~={claim}]"));
    for sentence in &citing {
        let _ = sentence.set_attribute("data-chosen", "");
    }
    if let Some(element) = here.first() {
        let _ = element.set_attribute("data-chosen", "");
        if let Some(details) = element.query_selector("details.src").ok().flatten() {
            let _ = details.set_attribute("open", "");
        }
    }
    let at_hash = window().location().hash().is_ok_and(|h| h.len() > 1);
    match here.first().or(citing.first()) {
        Some(element) if !at_hash => element.scroll_into_view(),
        Some(_) => {}
        None => {
            if let Some(bar) = all("[data-island=selection]").first()
                && let Some(told) = bar.query_selector(".told").ok().flatten()
            {
                let note = document().create_element("span");
                if let Ok(note) = note {
                    note.set_text_content(Some(&attribute(bar, "data-label-elsewhere")));
                    let _ = told.append_child(&note);
                }
            }
        }
    }
}
