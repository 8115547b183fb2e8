//! The decks of the real content as files, and their XML.

use std::{collections::BTreeMap, fs, path::Path};

use policy_explorer::{
    chart, check,
    deck::{self, Deck},
    model::{Lang, Model},
    site::{Press, editions},
    view,
};
use roxmltree::Node;

use crate::package::{text, unzipped};

/// A deck and its file.
pub struct Made {
    pub deck: Deck,
    pub parts: BTreeMap<String, Vec<u8>>,
}

impl Made {
    pub fn name(&self) -> String {
        format!("{}.{}", self.deck.id, self.deck.lang.code())
    }

    /// The XML of the parts whose path begins so.
    pub fn xml(&self, begin: &str) -> Vec<(String, String)> {
        let parts = self.parts.iter();
        parts
            .filter(|(path, _)| path.starts_with(begin) && path.ends_with(".xml"))
            .map(|(path, bytes)| (format!("{} {path}", self.name()), text(bytes)))
            .collect()
    }

    /// A slide of the briefing, counted from nought; the cover comes first.
    pub fn slide(&self, at: usize) -> String {
        text(&self.parts[&format!("ppt/slides/slide{}.xml", at + 2)])
    }
}

pub fn model() -> Model {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    check::load(root, &view::labels()).expect("the real content passes the gate")
}

/// Every cut in both languages.
pub fn made() -> Vec<Made> {
    let bundle = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/web/pptx.js");
    let bundle = fs::read_to_string(bundle).expect("pptx.js: run `cargo xtask assets`");
    let (model, press) = (model(), Press::new(bundle));
    let mut all = Vec::new();
    for lang in Lang::ALL {
        let figures = chart::figures(&model, lang);
        for deck in deck::decks(&model, &figures, lang) {
            let value = serde_json::to_value(&deck).expect("JSON");
            let words = editions::words(&model, lang);
            let parts = unzipped(&press.pptx(&value, &words).expect("a deck"));
            all.push(Made { deck, parts });
        }
    }
    all
}

pub fn named<'a, 'd>(node: Node<'a, 'd>, name: &'a str) -> impl Iterator<Item = Node<'a, 'd>> {
    node.descendants()
        .filter(move |n| n.tag_name().name() == name)
}
