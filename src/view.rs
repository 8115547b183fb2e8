//! The pages: the model as Leptos views, complete before any script. No word
//! of any one text stands here; what readers see comes from content.

mod actors;
mod advice;
mod briefing;
mod cite;
mod claim;
mod comparison;
mod data;
mod document;
mod figure;
mod handout;
mod lanes;
mod links;
mod overview;
mod poster;
mod questions;
mod reader;
mod search;
mod selection;
mod structures;
mod terms;
mod thread;
mod timeline;

pub use handout::handout;
pub use links::{place_of, settle_links};
pub use poster::card_marks;
pub use search::entries;

use crate::{
    chart, deck,
    model::{Facets, Lang, Model},
};

const LABELS: &[&str] = &[
    "missing",
    "nav.actors",
    "nav.compare",
    "nav.data",
    "nav.home",
    "nav.overview",
    "nav.questions",
    "nav.search",
    "nav.source",
    "nav.thread",
    "nav.timeline",
];

/// Every word of the interface that pages and charts ask content for.
#[must_use]
pub fn labels() -> Vec<&'static str> {
    [
        LABELS,
        actors::LABELS,
        advice::LABELS,
        briefing::LABELS,
        chart::LABELS,
        cite::LABELS,
        claim::LABELS,
        comparison::LABELS,
        data::LABELS,
        deck::LABELS,
        document::LABELS,
        poster::LABELS,
        figure::LABELS,
        overview::LABELS,
        questions::LABELS,
        reader::LABELS,
        search::LABELS,
        selection::LABELS,
        terms::LABELS,
        structures::LABELS,
        thread::LABELS,
        timeline::LABELS,
    ]
    .concat()
}

/// Our policy for what a page may load and run; hosts send the same as a header.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'";

/// A finished page.
#[derive(Debug)]
pub struct Page {
    /// Path below the site's root.
    pub path: String,
    /// The whole document.
    pub html: String,
}

/// Page ids with their folders, in the order of the navigation.
pub const PAGES: &[(&str, &str)] = &[
    ("overview", ""),
    ("timeline", "timeline/"),
    ("compare", "compare/"),
    ("home", "advice/"),
    ("actors", "actors/"),
    ("thread", "thread/"),
    ("source", "source/"),
    ("questions", "questions/"),
    ("search", "terms/"),
    ("briefing", "briefing/"),
    ("data", "data/"),
];

/// What a page is drawn from.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub model: &'a Model,
    pub lang: Lang,
    /// Charts with their pictures, one for each form.
    pub charts: &'a [(chart::Figure, Vec<String>)],
    /// The site's address, where one is known.
    pub public_url: Option<&'a str>,
}

impl<'a> Scene<'a> {
    fn say(self, key: &'a str) -> String {
        self.model.label(key, self.lang).to_owned()
    }

    fn name_of(self, id: &str) -> String {
        let m = self.model;
        let place = m.places.iter().find(|p| p.id == id).map(|p| &p.short);
        let named = m
            .levels
            .iter()
            .chain(&m.themes)
            .find(|n| n.id == id)
            .map(|n| &n.name);
        let actor = m.actors.iter().find(|a| a.id == id).map(|a| &a.name);
        place
            .or(named)
            .or(actor)
            .map_or(id, |t| t.get(self.lang))
            .to_owned()
    }

    /// What a claim is about, for the attributes that the selection reads.
    fn facets(self, claim: &str) -> Facets {
        self.model.facets(claim)
    }
}

/// Every page of one edition.
#[must_use]
pub fn pages(
    model: &Model,
    charts: &[(chart::Figure, Vec<String>)],
    lang: Lang,
    public_url: Option<&str>,
    preview: bool,
    editions: bool,
) -> Vec<Page> {
    let scene = Scene {
        model,
        lang,
        charts,
        public_url,
    };
    let embeds = figure::embeds(scene);
    let decks = briefing::decks(scene);
    let cuts = decks.iter().map(|d| {
        let folder = format!("briefing/{}/", d.id);
        let body = briefing::page(scene, d);
        document::document(scene, "briefing", &folder, body, public_url, preview)
    });
    PAGES
        .iter()
        .map(|(id, folder)| {
            let body = match *id {
                "overview" => overview::page(scene),
                "timeline" => timeline::page(scene),
                "compare" => comparison::page(scene),
                "home" => advice::page(scene),
                "actors" => actors::page(scene),
                "thread" => thread::page(scene),
                "source" => reader::page(scene),
                "questions" => questions::page(scene),
                "search" => search::page(scene),
                "briefing" => briefing::entry(scene, &decks, editions),
                _ => data::page(scene),
            };
            document::document(scene, id, folder, body, public_url, preview)
        })
        .chain(embeds)
        .chain([
            poster::page(scene, public_url, preview),
            poster::card(scene),
        ])
        .chain(cuts)
        .collect()
}
