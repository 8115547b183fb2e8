//! The briefing: an entry, and a page for each cut that reads as a document
//! and is presented by the browser program.

mod fit;
mod picture;
mod plot;
mod sources;

use leptos::prelude::*;

use super::Scene;
use crate::{
    chart::Figure,
    deck::{self, Deck, DeckSlide, Download},
    model::Status,
};

pub(super) const LABELS: &[&str] = &[
    "briefing.blocked",
    "briefing.clock",
    "briefing.close",
    "briefing.cuts",
    "briefing.elapsed",
    "briefing.fullscreen",
    "briefing.help",
    "briefing.left",
    "briefing.minutes",
    "briefing.next",
    "briefing.notes",
    "briefing.open",
    "briefing.overview",
    "briefing.own",
    "briefing.own.1",
    "briefing.own.2",
    "briefing.own.3",
    "briefing.pace",
    "briefing.planned",
    "briefing.presenter",
    "briefing.previous",
    "briefing.progress",
    "briefing.refused",
    "briefing.rehearse",
    "briefing.rehearse.1",
    "briefing.rehearse.2",
    "briefing.rehearse.3",
    "briefing.said",
    "briefing.slides",
    "briefing.sources",
    "briefing.start",
    "briefing.stop",
    "briefing.take",
    "briefing.take.briefing",
    "briefing.take.explorer",
    "briefing.take.handout",
    "briefing.take.poster",
    "briefing.take.pptx",
    "briefing.take.text",
    "briefing.undated",
    "briefing.up-next",
    "keys.b",
    "keys.b.does",
    "keys.back",
    "keys.back.does",
    "keys.ends",
    "keys.ends.does",
    "keys.esc",
    "keys.esc.does",
    "keys.f",
    "keys.f.does",
    "keys.next",
    "keys.next.does",
    "keys.o",
    "keys.o.does",
    "keys.p",
    "keys.p.does",
    "keys.point",
    "keys.point.does",
    "keys.r",
    "keys.r.does",
    "nav.briefing",
];

/// Keys of the presentation, by label.
const KEYS: &[&str] = &[
    "next", "back", "ends", "point", "f", "b", "o", "p", "r", "esc",
];

/// The decks of an edition.
pub(super) fn decks(s: Scene<'_>) -> Vec<Deck> {
    let figures: Vec<Figure> = s.charts.iter().map(|(f, _)| f.clone()).collect();
    deck::decks(s.model, &figures, s.lang)
}

fn links(s: Scene<'_>, files: Vec<Download>) -> AnyView {
    files
        .into_iter()
        .map(|d| {
            let name = s.say(&format!("briefing.take.{}", d.kind));
            view! { <li><a href=format!("@root@{}", d.path) download="">{name}</a></li> }
        })
        .collect_view()
        .into_any()
}

/// What there is, how long it takes, what to take with you.
pub(super) fn entry(s: Scene<'_>, decks: &[Deck], editions: bool) -> AnyView {
    let number = |key: &'static str, n: usize| s.say(key).replace("{n}", &n.to_string());
    let cut = |d: &Deck| {
        let pace = number("briefing.pace", d.count).replace("{rate}", &d.rate.to_string());
        let files = editions.then(|| {
            view! { <ul class="files">{links(s, deck::downloads(&d.id, s.lang))}</ul> }
        });
        view! {
            <li>
                <h3><a href=format!("{}/index.html", d.id)>{d.name.clone()}</a></h3>
                <p>{number("briefing.slides", d.slides.len())}" · "{pace}</p>
                {files}
            </li>
        }
    };
    let steps = |keys: [&'static str; 3]| {
        keys.map(|k| view! { <li>{s.say(k)}</li> })
            .into_iter()
            .collect_view()
    };
    let take = editions.then(|| {
        view! { <h2>{s.say("briefing.take")}</h2><ul class="files">{links(s, deck::single_files(s.lang))}</ul> }
    });
    view! {
        <h2>{s.say("briefing.cuts")}</h2>
        <ul class="cuts">{decks.iter().map(cut).collect_view()}</ul>
        {take}
        <p><a href="../poster/index.html">{s.say("nav.poster")}</a></p>
        <h2>{s.say("briefing.rehearse")}</h2>
        <ol class="steps">{steps(["briefing.rehearse.1", "briefing.rehearse.2", "briefing.rehearse.3"])}</ol>
        <h2>{s.say("briefing.own")}</h2>
        <ol class="steps">{steps(["briefing.own.1", "briefing.own.2", "briefing.own.3"])}</ol>
    }
    .into_any()
}

/// A cut as a document, with all that its presentation needs.
pub(super) fn page(s: Scene<'_>, d: &Deck) -> AnyView {
    let button = |does: &'static str, key: &'static str| {
        view! { <button type="button" data-do=does>{s.say(key)}</button> }
    };
    let keys = KEYS
        .iter()
        .map(|k| {
            let (key, does) = (format!("keys.{k}"), format!("keys.{k}.does"));
            view! { <div><dt><kbd>{s.model.label(&key, s.lang).to_owned()}</kbd></dt><dd>{s.model.label(&does, s.lang).to_owned()}</dd></div> }
        })
        .collect_view();
    let times = ["clock", "elapsed", "left", "planned"].map(|k| {
        let key = format!("briefing.{k}");
        view! { <div><dt>{s.model.label(&key, s.lang).to_owned()}</dt><dd data-time=k>"–"</dd></div> }
    });
    let slides = d.slides.iter().map(|x| slide(s, x)).collect_view();
    view! {
        <div class="deck" data-island="briefing" data-program="presenter" data-minutes=d.minutes.to_string() data-said=s.say("briefing.said") data-refused=s.say("briefing.refused") data-blocked=s.say("briefing.blocked")>
            <p class="begin">{button("start", "briefing.start")}{button("presenter", "briefing.presenter")}</p>
            {slides}
            <div class="bar" role="toolbar" aria-label=s.say("briefing.start") hidden>
                <progress max=d.slides.len().to_string() value="1" aria-label=s.say("briefing.progress")></progress>
                <span class="number" data-number=""></span>
                <dl class="times">{times.into_iter().collect_view()}</dl>
                {button("previous", "briefing.previous")}{button("next", "briefing.next")}{button("overview", "briefing.overview")}{button("fullscreen", "briefing.fullscreen")}{button("presenter", "briefing.presenter")}{button("help", "briefing.help")}{button("stop", "briefing.stop")}
            </div>
            <p class="told" role="status"></p>
            <dialog class="keys" aria-label=s.say("briefing.help")><dl>{keys}</dl>{button("close", "briefing.close")}</dialog>
        </div>
    }
    .into_any()
}

fn slide(s: Scene<'_>, x: &DeckSlide) -> AnyView {
    // What every line is about stands beside it, where every line says so.
    let led = x.lines.iter().all(|l| fit::lead(l).is_some());
    let line = |l: &String| match fit::lead(l) {
        Some((head, rest)) if led => {
            view! { <li><b>{head.to_owned()}</b><span>{rest.to_owned()}</span></li> }.into_any()
        }
        _ => view! { <li>{l.clone()}</li> }.into_any(),
    };
    let lines = (!x.lines.is_empty()).then(|| {
        view! { <ul class="lines" data-led=led.then_some("")>{x.lines.iter().map(line).collect_view()}</ul> }
    });
    let picture = x.picture.as_ref().map(|p| picture::draw(s, p, &x.alt));
    view! {
        <section class="slide" id=x.id.clone() tabindex="-1" aria-labelledby=format!("{}-title", x.id) data-count=x.count.to_string() data-long=fit::long(&x.notes, s.lang).then_some("")>
            <div class="board"><div class="face"><div class="inner">
                <h2 id=format!("{}-title", x.id)>{x.title.clone()}</h2>
                <div class=format!("show {}", fit::classes(s, x))>{picture}{lines}</div>
                <p class="rim"><span class="badge" data-status=x.status.code()>{status(s, x.status)}</span><span>{x.number.to_string()}</span></p>
            </div></div></div>
            <div class="say"><h3>{s.say("briefing.notes")}</h3><p>{x.notes.clone()}</p></div>
            {sources::list(s, x)}
        </section>
    }
    .into_any()
}

pub(super) fn status(s: Scene<'_>, status: Status) -> String {
    s.say(match status {
        Status::Stated => "status.stated",
        Status::Inferred => "status.inferred",
        Status::Absent => "status.absent",
    })
}
