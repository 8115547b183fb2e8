//! The order of the comparison's rows, kept in the page's address.

use leptos::{ev, mount::mount_to, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{
    after_paint, all, attribute, below,
    selection::{parameters, write_address},
};

/// The address's key.
const KEY: &str = "sort";

/// Makes the page's choice of order work.
pub(super) fn start() {
    let Some(table) = all("#table").into_iter().next() else {
        return;
    };
    for slot in all("[data-island=sort]") {
        let Ok(parent) = slot.clone().dyn_into::<HtmlElement>() else {
            continue;
        };
        let orders: Vec<(String, String)> = below(&slot, "button")
            .iter()
            .map(|b| {
                (
                    attribute(b, "data-value"),
                    b.text_content().unwrap_or_default(),
                )
            })
            .collect();
        let rows = below(&table, "tbody > tr");
        let words = ["said", "none"].map(|w| attribute(&slot, &format!("data-label-{w}")));
        let name = attribute(&slot, "aria-label");
        let table = table.clone();
        slot.set_inner_html("");
        mount_to(
            parent,
            move || view! { <Order orders table rows words name /> },
        )
        .forget();
    }
}

/// The order that the address asks for, if the page offers it.
fn read(orders: &[(String, String)]) -> String {
    let asked = parameters().and_then(|p| p.get(KEY)).unwrap_or_default();
    let known = orders.iter().any(|o| o.0 == asked);
    if known { asked } else { String::new() }
}

#[component]
fn Order(
    orders: Vec<(String, String)>,
    table: Element,
    rows: Vec<Element>,
    words: [String; 2],
    name: String,
) -> impl IntoView {
    let order = RwSignal::new(read(&orders));
    let settled = StoredValue::new(String::new());
    let rows = StoredValue::new_local((table, rows, words));
    let settle = move || {
        let Some(now) = order.try_get_untracked() else {
            return;
        };
        if settled.get_value() != now {
            rows.with_value(|(table, rows, words)| arrange(table, rows, words, !now.is_empty()));
            settled.set_value(now);
        }
    };
    // The button answers first, the rows follow in the next frame.
    Effect::new(move |begun: Option<()>| {
        order.track();
        match begun {
            None => settle(),
            Some(()) => after_paint(settle),
        }
    });
    let known = StoredValue::new(orders.clone());
    let back = window_event_listener(ev::popstate, move |_| {
        order.set(known.with_value(|o| read(o)));
    });
    on_cleanup(move || back.remove());
    let buttons = orders
        .into_iter()
        .map(|(value, label)| {
            let value = StoredValue::new(value);
            let pressed = move || value.with_value(|v| order.with(|o| o == v)).to_string();
            let choose = move |_| {
                let new = value.get_value();
                write_address(
                    |p| if new.is_empty() { p.delete(KEY) } else { p.set(KEY, &new) },
                    true,
                );
                order.set(new);
            };
            view! { <button type="button" class="chip" aria-pressed=pressed on:click=choose>{label}</button> }
        })
        .collect_view();
    view! { <span>{name}</span>{buttons} }
}

/// Puts the rows in the text's order, or in groups by how many places each is said of, most first.
fn arrange(table: &Element, rows: &[Element], words: &[String; 2], grouped: bool) {
    for body in below(table, "tbody") {
        body.remove();
    }
    let said = |row: &Element| attribute(row, "data-said").parse::<usize>().unwrap_or(0);
    let mut groups: Vec<(Option<usize>, Vec<&Element>)> = vec![(None, rows.iter().collect())];
    if grouped {
        let most = rows.iter().map(said).max().unwrap_or(0);
        groups = (0..=most)
            .rev()
            .map(|n| (Some(n), rows.iter().filter(|r| said(r) == n).collect()))
            .filter(|(_, rows): &(_, Vec<_>)| !rows.is_empty())
            .collect();
    }
    for (count, rows) in groups {
        let Ok(body) = document().create_element("tbody") else {
            continue;
        };
        let [some, none] = words;
        let words = count.map(|n| match n {
            0 => none.clone(),
            n => some.replace("{n}", &n.to_string()),
        });
        if let Some(words) = words
            && let Some(head) = heading(&words, table)
        {
            let _ = body.append_child(&head);
        }
        for row in rows {
            let _ = body.append_child(row);
        }
        let _ = table.append_child(&body);
    }
}

/// A group's heading across the table.
fn heading(words: &str, table: &Element) -> Option<Element> {
    let (row, cell) = (
        document().create_element("tr").ok()?,
        document().create_element("th").ok()?,
    );
    let columns = below(table, "thead th").len().to_string();
    row.set_attribute("class", "group").ok()?;
    cell.set_attribute("scope", "rowgroup").ok()?;
    cell.set_attribute("colspan", &columns).ok()?;
    cell.set_text_content(Some(words));
    row.append_child(&cell).ok()?;
    Some(row)
}
