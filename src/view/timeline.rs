//! Events in lanes of places and their levels, on an axis of years; what the
//! text does not date stands apart from the axis.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::{
    Scene,
    claim::{badge, sentences},
    lanes::{Scale, Spot, pack, widths},
};
use crate::model::{Event, Lang, Named, Place, When};

pub(super) const LABELS: &[&str] = &[
    "kind.range",
    "kind.target",
    "timeline.also",
    "timeline.axis",
    "timeline.dated",
    "timeline.none",
    "timeline.undated",
    "timeline.undated-note",
    "when.target",
    "when.undated",
];

/// The date in words.
pub(super) fn date(s: Scene<'_>, when: When) -> String {
    match when {
        When::Year { year } => year.to_string(),
        When::Target { year, set_in } => s
            .say("when.target")
            .replace("{year}", &year.to_string())
            .replace("{set}", &set_in.to_string()),
        When::Range { from, to } => format!("{from}–{to}"),
        When::Undated => s.say("when.undated"),
    }
}

/// The date's kind: the value of `data-when`.
pub(super) fn kind(when: When) -> &'static str {
    match when {
        When::Year { .. } => "year",
        When::Target { .. } => "target",
        When::Range { .. } => "range",
        When::Undated => "undated",
    }
}

/// The year an event is sought by when keys lead from lane to lane.
fn year(when: When) -> Option<u16> {
    match when {
        When::Year { year } | When::Target { year, .. } => Some(year),
        When::Range { from, .. } => Some(from),
        When::Undated => None,
    }
}

/// What a summary or a link to it says: date, place and level, title.
fn words(s: Scene<'_>, e: &Event) -> AnyView {
    let (and, then) = match s.lang {
        Lang::Zh => ("，", "："),
        Lang::En => (", ", ": "),
    };
    let who: String = e
        .places
        .iter()
        .chain(&e.levels)
        .map(|id| format!("{and}{}", s.name_of(id)))
        .collect();
    let sort = match e.when {
        When::Target { .. } => Some(s.say("kind.target")),
        When::Range { .. } => Some(s.say("kind.range")),
        _ => None,
    };
    let sort = sort.map(|k| view! { " "<span class="kind">{k}</span> });
    view! {
        <span class="when"><b>{date(s, e.when)}</b>{sort}</span>
        <span class="who">{who}{then}</span>
        <span class="title">{e.title.get(s.lang).to_owned()}</span>
    }
    .into_any()
}

/// Classes that say which columns and row an event takes, and how many stand before it in its row.
fn classes(spot: Spot, row: usize, width: u16, nth: usize) -> String {
    let before = if spot.before { " before" } else { "" };
    let nth = match nth {
        0 => String::new(),
        n => format!(" n{n}"),
    };
    format!(
        "event f{} t{} r{row} w{width}{nth}{before}",
        spot.from, spot.to
    )
}

/// An event, opening its statement and sentences in place.
fn event(s: Scene<'_>, e: &Event, class: String) -> AnyView {
    let (c, f) = (&e.claim, s.facets(&e.claim.id));
    view! {
        <li class=class id=c.id.clone() data-claim=c.id.clone() data-status=c.status.code() data-item="event" data-when=kind(e.when) data-year=year(e.when)
            data-places=f.places() data-levels=f.levels() data-actors=f.actors() data-themes=f.themes()>
            <details class="src"><summary>{words(s, e)}" "{badge(s, c.status)}</summary>
            <div class="detail"><p>{c.text.get(s.lang).to_owned()}</p><div>{sentences(s, c)}</div></div></details>
        </li>
    }
    .into_any()
}

/// An event that stands in an earlier lane too: a link to it.
fn again(s: Scene<'_>, e: &Event, class: String) -> AnyView {
    let f = s.facets(&e.claim.id);
    let first = e.places.first().map_or(String::new(), |p| s.name_of(p));
    view! {
        <li class=format!("{class} again") data-item="" data-when=kind(e.when) data-year=year(e.when)
            data-places=f.places() data-levels=f.levels() data-actors=f.actors() data-themes=f.themes()>
            <a href=format!("#{}", e.claim.id)>{words(s, e)}" "<span class="kind">{s.say("timeline.also").replace("{place}", &first)}</span></a>
        </li>
    }
    .into_any()
}

/// The events of a place at one of its levels, or at none of them.
fn of_lane<'a>(
    events: &[&'a Event],
    place: &Place,
    levels: &[&Named],
    level: Option<&Named>,
) -> Vec<&'a Event> {
    events
        .iter()
        .filter(|e| e.places.contains(&place.id))
        .filter(|e| match level {
            Some(l) => e.levels.contains(&l.id),
            None => !levels.iter().any(|l| e.levels.contains(&l.id)),
        })
        .copied()
        .collect()
}

/// The lanes of a place; nothing where it has no such event.
fn place(
    s: Scene<'_>,
    p: &Place,
    events: &[&Event],
    scale: Option<Scale>,
    placed: &mut BTreeSet<String>,
) -> Option<AnyView> {
    let levels: Vec<&Named> = s
        .model
        .levels
        .iter()
        .filter(|l| l.place.as_ref() == Some(&p.id))
        .collect();
    let lanes: Vec<_> = levels
        .iter()
        .map(|l| Some(*l))
        .chain([None])
        .map(|level| (level, of_lane(events, p, &levels, level)))
        .filter(|(_, found)| !found.is_empty())
        .collect();
    if lanes.is_empty() {
        return None;
    }
    let plain = lanes.iter().all(|(level, _)| level.is_none());
    let lanes = lanes
        .into_iter()
        .map(|(level, found)| {
            let classes = scale.map_or(Vec::new(), |scale| {
                let spots: Vec<Spot> = found.iter().filter_map(|e| scale.spot(e.when)).collect();
                let rows = pack(spots.iter().map(|x| x.taken));
                let spots: Vec<(Spot, usize)> = spots.into_iter().zip(rows).collect();
                let widths = widths(scale, &spots);
                let nth = |at: usize, row| spots[..at].iter().filter(|(_, r)| *r == row).count();
                spots
                    .iter()
                    .zip(widths)
                    .enumerate()
                    .map(|(at, ((spot, row), width))| classes(*spot, *row, width, nth(at, *row)))
                    .collect()
            });
            let items = found
                .into_iter()
                .zip(
                    classes
                        .into_iter()
                        .chain(std::iter::repeat("event".to_owned())),
                )
                .map(|(e, class)| {
                    if placed.insert(e.id.clone()) {
                        event(s, e, class)
                    } else {
                        again(s, e, class)
                    }
                })
                .collect_view();
            let name = level.map(|l| view! { <h4>{l.name.get(s.lang).to_owned()}</h4> });
            view! { <div class="lane">{name}<ol>{items}</ol></div> }
        })
        .collect_view();
    Some(
        view! {
            <section class="place" class:plain=plain data-color=p.color.to_string()><h3>{p.name.get(s.lang).to_owned()}</h3>{lanes}</section>
        }
        .into_any(),
    )
}

pub(super) fn page(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let (undated, dated): (Vec<_>, Vec<_>) = m.events.iter().partition(|e| e.when == When::Undated);
    let mut placed = BTreeSet::new();
    let mut lanes = |events: &[&Event], scale| {
        m.places
            .iter()
            .filter_map(|p| place(s, p, events, scale, &mut placed))
            .collect_view()
    };
    let axis = Scale::of(dated.iter().copied()).map(|scale| {
        let ticks = scale
            .years()
            .map(|y| view! { <span><b>{y}</b></span> })
            .collect_view();
        let class = format!("chart t{}", scale.columns());
        view! {
            <section class="dated">
                <h2 id="events">{s.say("timeline.dated")}</h2>
                <p class="note axis-note">{s.say("timeline.axis")}</p>
                <p class="nothing">{s.say("timeline.none")}</p>
                <div class=class><div class="axis" aria-hidden="true">{ticks}</div>{lanes(&dated, Some(scale))}</div>
            </section>
        }
    });
    view! {
        <div class="timeline" data-island="timeline">{axis}
            <section class="undated">
                <h2>{s.say("timeline.undated")}</h2>
                <p class="note">{s.say("timeline.undated-note")}</p>
                {lanes(&undated, None)}
            </section>
        </div>
        {super::figure::figure(s, "events-by-year")}{super::figure::figure(s, "events-by-place")}{super::figure::figure(s, "events-by-level")}
    }
    .into_any()
}
