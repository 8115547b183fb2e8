//! The comparison, and the structures that stand beside it.

use leptos::prelude::*;

use super::{
    Scene,
    claim::statement,
    structures::{of_home, set},
};
use crate::model::{Dimension, Place, Status};

pub(super) const LABELS: &[&str] = &[
    "compare.coverage",
    "compare.dimension",
    "compare.none",
    "compare.order",
    "compare.said",
    "compare.said-none",
    "compare.sort",
];

/// A row: what the text says of each place in one dimension, or that it does not say.
fn row(s: Scene<'_>, d: &Dimension, compared: &[&Place]) -> AnyView {
    let said = d
        .cells
        .values()
        .filter(|c| c.claim.status != Status::Absent)
        .count();
    let cells = compared
        .iter()
        .filter_map(|p| d.cells.get(&p.id).map(|c| (p, c)))
        .map(|(p, c)| {
            let words = c
                .words
                .as_ref()
                .map(|w| view! { <p class="words"><b>{w.get(s.lang).to_owned()}</b></p> });
            let absent = c.claim.status == Status::Absent;
            view! { <td class:none=absent data-item="" data-places=p.id.clone() data-label=p.short.get(s.lang).to_owned()>{words}{statement(s, &c.claim)}</td> }
        })
        .collect_view();
    let places: Vec<&str> = compared.iter().map(|p| p.id.as_str()).collect();
    view! {
        <tr data-item="dimension" data-places=places.join(" ") data-themes=d.themes.join(" ") data-said=said.to_string()>
            <th scope="row">{d.name.get(s.lang).to_owned()}<small>{d.question.get(s.lang).to_owned()}</small></th>{cells}
        </tr>
    }
    .into_any()
}

/// The choice of order; the program makes it work.
fn sort(s: Scene<'_>, compared: usize) -> AnyView {
    let said = s.say("compare.said").replace("{m}", &compared.to_string());
    view! {
        <div class="sorting" role="group" aria-label=s.say("compare.sort") data-island="sort"
            data-label-said=said data-label-none=s.say("compare.said-none")>
            <span>{s.say("compare.sort")}</span>
            <button type="button" class="chip" data-value="" aria-pressed="true" disabled>{s.say("compare.order")}</button>
            <button type="button" class="chip" data-value="coverage" aria-pressed="false" disabled>{s.say("compare.coverage")}</button>
        </div>
    }
    .into_any()
}

pub(super) fn page(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let compared: Vec<&Place> = m.places.iter().filter(|p| !p.home).collect();
    let head = compared.iter().map(|p| view! { <th scope="col" data-item="" data-places=p.id.clone() data-color=p.color.to_string()>{p.name.get(s.lang).to_owned()}</th> }).collect_view();
    let rows = m
        .dimensions
        .iter()
        .map(|d| row(s, d, &compared))
        .collect_view();
    view! {
        {sort(s, compared.len())}
        <div class="comparison">
        <p class="nothing">{s.say("compare.none")}</p>
        <table id="table" class="matrix" aria-label=s.say("nav.compare")><thead><tr><th scope="col">{s.say("compare.dimension")}</th>{head}</tr></thead><tbody>{rows}</tbody></table>
        </div>
        {super::figure::figure(s, "coverage-dimensions")}
        <div class="structures">{m.sets.iter().filter(|x| !of_home(m, x)).map(|x| set(s, x)).collect_view()}</div>
    }
    .into_any()
}
