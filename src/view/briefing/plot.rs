//! Pictures along an axis: events by their years, and bars.

use leptos::prelude::*;

use super::Scene;
use crate::deck::{Lane, Series, Undated};

/// The first thing is there from the start.
pub(super) fn step(i: usize) -> Option<String> {
    (i > 0).then(|| i.to_string())
}

pub(super) fn percent(part: usize, of: usize) -> String {
    format!("{:.2}%", 100.0 * part as f64 / of.max(1) as f64)
}

/// A row for each event, its mark at its year, its words beside the mark.
pub(super) fn timeline(
    s: Scene<'_>,
    from: u16,
    to: u16,
    lanes: &[Lane],
    undated: &[Undated],
    alt: &str,
) -> AnyView {
    let span = usize::from(to - from) + 1;
    let rows: usize = lanes.iter().map(|l| l.marks.len()).sum();
    let x = |year: u16| percent(2 * usize::from(year - from) + 1, 2 * span);
    let room = |year: u16| percent(2 * usize::from(to - year) + 1, 2 * span);
    let ticks = (from..=to)
        .filter(|y| {
            lanes
                .iter()
                .flat_map(|l| &l.marks)
                .any(|k| k.from == *y || k.to == *y)
        })
        .map(|y| {
            view! { <line class="tick" x1=x(y) x2=x(y) y1="0" y2="100%"></line> }
        })
        .collect_view();
    let mut row = 0;
    let bodies = lanes
        .iter()
        .enumerate()
        .map(|(i, lane)| {
            let marks = lane
                .marks
                .iter()
                .map(|k| {
                    let y = percent(2 * row + 1, 2 * rows);
                    let top = percent(row, rows);
                    row += 1;
                    let late = usize::from(k.from - from) * 2 > span;
                    let reach = k.from != k.to;
                    let years = if k.from == k.to {
                        k.from.to_string()
                    } else {
                        format!("{}–{}", k.from, k.to)
                    };
                    // Beside the mark where there is more room, or above a bar that begins early.
                    let (left, width, side) = match (late, reach) {
                        (true, _) => ("0".to_owned(), x(k.from), "before"),
                        (false, true) => (x(k.from), room(k.from), "over"),
                        (false, false) => (x(k.to), room(k.to), "after"),
                    };
                    let y = if side == "over" {
                        percent(5 * row - 1, 5 * rows)
                    } else {
                        y
                    };
                    let bar = reach.then(|| view! { <line class="reach" x1=x(k.from) x2=x(k.to) y1=y.clone() y2=y.clone()></line> });
                    view! {
                        <g class="mark" data-kind=k.kind data-claim=k.claim.clone()>
                            {bar}<circle cx=x(k.to) cy=y.clone()></circle>
                            <foreignObject x=left y=top width=width height=percent(1, rows)><p class=side><b>{years}</b>" "{k.label.clone()}</p></foreignObject>
                        </g>
                    }
                })
                .collect_view();
            view! { <g data-step=step(i)>{marks}</g> }
        })
        .collect_view();
    let names = lanes
        .iter()
        .enumerate()
        .map(|(i, l)| view! { <li data-step=step(i) data-rows=l.marks.len().to_string()>{l.name.clone()}</li> })
        .collect_view();
    let rest = (!undated.is_empty()).then(|| {
        let list = undated
            .iter()
            .map(|u| view! { <li data-claim=u.claim.clone()><span class="tag">{u.place.clone()}</span>{u.label.clone()}</li> })
            .collect_view();
        view! { <div class="no-date"><b>{s.say("briefing.undated")}</b><ul>{list}</ul></div> }
    });
    view! {
        <div class="years"><ul class="lanes">{names}</ul>
        <svg role="img" aria-label=alt.to_owned()>{ticks}{bodies}</svg></div>{rest}
    }
    .into_any()
}

/// A bar for each category, its parts one after the other, each with its number; `data-say` is what
/// is told of a part that the presenter points at.
pub(super) fn bars(categories: &[String], series: &[Series], note: &str, alt: &str) -> AnyView {
    let count = |v: u64| usize::try_from(v).unwrap_or(usize::MAX);
    let total = |row: usize| -> usize { series.iter().map(|x| count(x.values[row])).sum() };
    let most = (0..categories.len()).map(total).max().unwrap_or(0);
    let look = |i: usize| {
        if series[i].hollow {
            "hollow".to_owned()
        } else {
            format!("s{}", i + 1)
        }
    };
    let legend = (series.len() > 1).then(|| {
        let names = series
            .iter()
            .enumerate()
            .map(|(i, x)| view! { <li class=look(i)><i></i>{x.name.clone()}</li> });
        view! { <ul class="legend">{names.collect_view()}</ul> }
    });
    let rows = categories
        .iter()
        .enumerate()
        .map(|(row, category)| {
            let mut from = 0;
            let parts = series
                .iter()
                .enumerate()
                .filter(|(_, x)| x.values[row] > 0)
                .map(|(i, x)| {
                    let n = count(x.values[row]);
                    let at = from;
                    from += n;
                    let say = format!("{category} · {} {n}", x.name);
                    view! {
                        <g class=look(i) data-say=say>
                            <rect x=percent(at, most) width=percent(n, most) height="100%"></rect>
                            <text x=percent(2 * at + n, 2 * most) y="50%">{n.to_string()}</text>
                        </g>
                    }
                })
                .collect_view();
            view! { <li><b>{category.clone()}</b><svg>{parts}</svg></li> }
        })
        .collect_view();
    view! {
        {legend}<div class="bars" role="img" aria-label=alt.to_owned()><ul>{rows}</ul></div><p class="small">{note.to_owned()}</p>
    }
    .into_any()
}
