//! A cut of the briefing as a text to hand out, set in Chinese as official documents are: its notes
//! as prose, and at the end every sentence they rest on, numbered.

use leptos::prelude::*;
use serde_json::Value;

use super::{Page, document::framed};
use crate::model::{Lang, Model};

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn word<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// The page of a deck of `data/decks/`.
#[must_use]
pub fn handout(model: &Model, lang: Lang, deck: &Value) -> Page {
    let say = |key| model.label(key, lang).to_owned();
    let mut notes: Vec<(&str, &str, &str, &str)> = Vec::new();
    let sections = list(deck, "slides")
        .iter()
        .map(|slide| {
            let mut numbers = Vec::new();
            for quote in list(slide, "sources").iter().flat_map(|x| list(x, "quotes")) {
                let note = (word(quote, "sentence"), word(quote, "text"), word(quote, "translation"), word(quote, "lang"));
                let at = notes.iter().position(|n| n.1 == note.1 && n.0 == note.0);
                let number = 1 + at.unwrap_or_else(|| {
                    notes.push(note);
                    notes.len() - 1
                });
                if !numbers.contains(&number) {
                    numbers.push(number);
                }
            }
            numbers.sort_unstable();
            let marks = numbers
                .into_iter()
                .map(|n| view! { <a href=format!("#note-{n}")>{format!("[{n}]")}</a> })
                .collect_view();
            let paragraphs: Vec<&str> = word(slide, "notes").lines().filter(|l| !l.trim().is_empty()).collect();
            let last = paragraphs.len().saturating_sub(1);
            let mut marks = Some(view! { <sup>{marks}</sup> });
            let prose = paragraphs
                .into_iter()
                .enumerate()
                .map(|(i, line)| view! { <p>{line.to_owned()}{(i == last).then(|| marks.take())}</p> })
                .collect_view();
            view! { <section><h2>{word(slide, "title").to_owned()}</h2>{prose}</section> }
        })
        .collect_view();
    let notes = notes
        .into_iter()
        .enumerate()
        .map(|(i, (sentence, text, translation, tag))| {
            let gloss = (!translation.is_empty()).then(|| view! { <br/>{translation.to_owned()} });
            view! { <li id=format!("note-{}", i + 1)><a href=format!("@source@#{sentence}")>{sentence.to_owned()}</a>" "<span lang=tag.to_owned()>{text.to_owned()}</span>{gloss}</li> }
        })
        .collect_view();
    let prefix = if lang == Lang::En { "en/" } else { "" };
    let path = format!("{prefix}briefing/{}/text/index.html", word(deck, "id"));
    let title = format!("{} · {}", word(deck, "title"), word(deck, "name"));
    let inner = view! {
        <main id="main" class="page-handout">
            <p class="back"><a href="../index.html">{say("handout.back")}</a></p>
            <h1>{word(deck, "title").to_owned()}<br/><small>{word(deck, "name").to_owned()}</small></h1>
            {sections}
            <section class="notes"><h2>{say("handout.notes")}</h2><p>{say("footer.key")}</p><ol>{notes}</ol></section>
            <p class="by">{model.publisher.get(lang).to_owned()}</p>
        </main>
    }
    .to_html()
    .replace("<!>", "");
    let up = "../".repeat(path.matches('/').count());
    let html = framed(lang, &title, &format!("{up}assets/handout.css"), "", &inner)
        .replace("@source@", &format!("{up}{prefix}source/index.html"));
    Page { path, html }
}
