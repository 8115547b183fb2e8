//! Pictures of slides. Sizes are the style's, in parts of the slide's height;
//! elements with `data-step` come one after the other while presenting.

use leptos::prelude::*;

use super::{Scene, fit, plot, status};
use crate::{
    deck::{Card, Edge, Node, Picture, Row, Wire},
    model::Status,
};

pub(super) fn draw(s: Scene<'_>, picture: &Picture, alt: &str) -> AnyView {
    match picture {
        Picture::Timeline {
            from,
            to,
            lanes,
            undated,
        } => plot::timeline(s, *from, *to, lanes, undated, alt),
        Picture::Table { head, rows } => table(s, head, rows),
        Picture::Cards {
            ordered,
            items,
            open,
        } => cards(s, *ordered, items, open.clone()),
        Picture::Marks {
            count,
            label,
            claim,
        } => {
            let marks = (0..*count).map(|_| view! { <i></i> }).collect_view();
            view! {
                <div class="marks-picture" data-claim=claim.clone()>
                    <p class="big">{count.to_string()}</p>
                    <div><p class="squares" aria-hidden="true">{marks}</p><p>{label.clone()}</p></div>
                </div>
            }
            .into_any()
        }
        Picture::Thread {
            columns,
            nodes,
            edges,
        } => thread(columns, nodes, edges, alt),
        Picture::Bars {
            categories,
            series,
            note,
            ..
        } => plot::bars(categories, series, note, alt),
        Picture::Edges { edges } => relations(s, edges),
        Picture::Quote {
            text, translation, lang, ..
        } => view! {
            <blockquote class="said-so"><p lang=*lang>{text.clone()}</p>{translation.clone().map(|t| view! { <p class="small">{t}</p> })}</blockquote>
        }
        .into_any(),
    }
}

/// How a statement that is not simply stated says so.
fn mark(s: Scene<'_>, of: Status) -> Option<AnyView> {
    (of == Status::Inferred).then(|| {
        view! { <span class="badge" data-status=of.code()>{status(s, of)}</span> }.into_any()
    })
}

fn cards(s: Scene<'_>, ordered: bool, items: &[Card], open: Option<String>) -> AnyView {
    let card = |c: &Card| {
        let tag = c
            .tag
            .as_ref()
            .map(|t| view! { <span class="tag">{t.clone()}</span> });
        let name = (!c.name.is_empty()).then(|| view! { <b>{c.name.clone()}</b> });
        let text =
            (!c.text.is_empty()).then(|| view! { <span class="text">{c.text.clone()}</span> });
        view! { <li data-claim=c.claim.clone() data-status=c.status.code()>{tag}{name}{text}{mark(s, c.status)}</li> }
    };
    let list = items.iter().map(card).collect_view();
    let n = items.len().to_string();
    let names = items.iter().all(|i| i.text.is_empty()).then_some("");
    let open = open.map(|o| view! { <p class="small">{o}</p> });
    if ordered {
        view! { <ol class="tiles ordered" data-n=n data-names=names>{list}</ol>{open} }.into_any()
    } else {
        view! { <ul class="tiles" data-n=n data-names=names>{list}</ul>{open} }.into_any()
    }
}

fn table(s: Scene<'_>, head: &[String], rows: &[Row]) -> AnyView {
    let head = head
        .iter()
        .map(|h| match h.as_str() {
            "" => view! { <td></td> }.into_any(),
            _ => view! { <th scope="col">{h.clone()}</th> }.into_any(),
        })
        .collect_view();
    let rows = rows
        .iter()
        .enumerate()
        .map(|(i, r)| {
            let cells = r
                .cells
                .iter()
                .map(|c| view! { <td data-claim=c.claim.clone() data-status=c.status.code()>{c.text.clone()}{mark(s, c.status)}</td> })
                .collect_view();
            view! { <tr data-step=plot::step(i)><th scope="row">{r.name.clone()}</th>{cells}</tr> }
        })
        .collect_view();
    view! { <table class="grid"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table> }
        .into_any()
}

/// One row for all who do the same to the same.
fn relations(s: Scene<'_>, edges: &[Edge]) -> AnyView {
    let n = fit::grouped(edges).count().to_string();
    let rows = fit::grouped(edges)
        .map(|group| {
            let from = group
                .iter()
                .map(|e| view! { <li data-claim=e.claim.clone() data-status=e.status.code()><b>{e.from.clone()}</b></li> })
                .collect_view();
            group.first().map(|e| {
                view! {
                    <li data-status=e.status.code()>
                        <ul>{from}</ul><span class="verb">{e.verb.clone()}</span><div><b>{e.to.clone()}</b>{mark(s, e.status)}</div>
                    </li>
                }
            })
        })
        .collect_view();
    view! { <ul class="relations" data-n=n>{rows}</ul> }.into_any()
}

/// Three columns, joined by lines; the lines of one node come together.
fn thread(columns: &[String; 3], nodes: &[Node], edges: &[Wire], alt: &str) -> AnyView {
    let column = |i: usize| nodes.iter().filter(move |n| n.column == i);
    let y = |n: &Node| {
        let at = column(n.column).position(|m| m.id == n.id).unwrap_or(0);
        plot::percent(2 * at + 1, 2 * column(n.column).count())
    };
    // Edges of the columns: where a line leaves one and reaches the other.
    let sides = [("0", "26%"), ("37%", "63%"), ("74%", "100%")];
    let mut starts: Vec<&str> = Vec::new();
    let lines = edges
        .iter()
        .filter_map(|e| {
            let (from, to) = (
                nodes.iter().find(|n| n.id == e.from)?,
                nodes.iter().find(|n| n.id == e.to)?,
            );
            let at = starts.iter().position(|id| *id == from.id).unwrap_or_else(|| {
                starts.push(&from.id);
                starts.len() - 1
            });
            let far = to.column - from.column > 1;
            Some(view! { <line data-far=far.then_some("") data-step=(at + 1).to_string() data-claim=e.claim.clone() data-status=e.status.code() x1=sides[from.column].1 y1=y(from) x2=sides[to.column].0 y2=y(to)></line> })
        })
        .collect_view();
    let boxes = [0, 1, 2]
        .map(|i| {
            let list = column(i)
                .map(|n| view! { <li>{n.text.clone()}</li> })
                .collect_view();
            view! { <div><p class="tag">{columns[i].clone()}</p><ul>{list}</ul></div> }
        })
        .into_iter()
        .collect_view();
    view! { <div class="strands"><svg role="img" aria-label=alt.to_owned()>{lines}</svg>{boxes}</div> }
        .into_any()
}
