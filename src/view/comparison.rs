//! The comparison, and the structures that stand beside it.

use leptos::prelude::*;

use super::{Scene, claim::statement};
use crate::model::{Set, Status};

pub(super) const LABELS: &[&str] = &["compare.dimension", "set.open"];

pub(super) fn page(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let compared: Vec<_> = m.places.iter().filter(|p| !p.home).collect();
    let head = compared.iter().map(|p| view! { <th scope="col" data-item="" data-places=p.id.clone()>{p.name.get(s.lang).to_owned()}</th> }).collect_view();
    let rows = m
        .dimensions
        .iter()
        .enumerate()
        .map(|(i, d)| {
            let absent = d.cells.values().filter(|c| c.claim.status == Status::Absent).count();
            let cells = compared
                .iter()
                .filter_map(|p| d.cells.get(&p.id).map(|c| (p, c)))
                .map(|(p, c)| {
                    let words = c.words.as_ref().map(|w| view! { <p class="words"><b>{w.get(s.lang).to_owned()}</b></p> });
                    view! { <td data-item="" data-places=p.id.clone() data-label=p.short.get(s.lang).to_owned()>{words}{statement(s, &c.claim)}</td> }
                })
                .collect_view();
            view! {
                <tr data-item="dimension" data-themes=d.themes.join(" ") data-order=i.to_string() data-absent=absent.to_string()>
                    <th scope="row">{d.name.get(s.lang).to_owned()}<small>{d.question.get(s.lang).to_owned()}</small></th>{cells}
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=s.say("nav.compare")>
        <table id="table" class="matrix"><thead><tr><th scope="col">{s.say("compare.dimension")}</th>{head}</tr></thead><tbody>{rows}</tbody></table></div>
        {super::figure::figure(s, "coverage-dimensions")}
        <div class="sets">{m.sets.iter().filter(|x| x.kind != "count").map(|x| set(s, x)).collect_view()}</div>
    }
    .into_any()
}

/// A structure of the text: its members in the text's order, an open end where the text leaves one.
pub(super) fn set(s: Scene<'_>, x: &Set) -> AnyView {
    let items = x
        .items
        .iter()
        .map(|i| {
            let place = i
                .place
                .as_ref()
                .map(|p| view! { <span class="tags">{s.name_of(p)}</span>" " });
            view! { <li>{place}<b>{i.name.get(s.lang).to_owned()}</b>{statement(s, &i.claim)}</li> }
        })
        .collect_view();
    let open = x
        .open
        .then(|| view! { <li class="open">{s.say("set.open")}</li> });
    let marks = x
        .count
        .map(|n| view! { <p class="marks" aria-hidden="true">{"■ ".repeat(n as usize)}</p> });
    view! {
        <section class="set" data-kind=x.kind.clone()>
            <h2>{x.title.get(s.lang).to_owned()}</h2>
            {marks}{statement(s, &x.claim)}<ol>{items}{open}</ol>
        </section>
    }
    .into_any()
}
