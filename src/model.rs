//! What is known of a text once everything has been checked: plain data.
//! A [`Quote`] can only be cut from a [`Source`], so whatever holds one holds
//! the source's own words.

use std::{collections::BTreeMap, ops::Range};

use serde::Serialize;

use crate::source::Source;

pub use crate::source::Lang;

mod briefing;
mod facets;
mod parts;

pub use briefing::*;
pub use facets::Facets;
pub use parts::*;

/// The same words in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Text {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Text {
    /// The words of one edition.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// Where a statement stands towards the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The text says so.
    Stated,
    /// The editors read it so, leaning on the quotations.
    Inferred,
    /// The text does not say.
    Absent,
}

impl Status {
    /// The value of `data-status`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Status::Stated => "stated",
            Status::Inferred => "inferred",
            Status::Absent => "absent",
        }
    }
}

/// Words of a source, cut from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quote {
    source: String,
    #[serde(skip)]
    lang: Lang,
    start: usize,
    end: usize,
    text: String,
    paragraph: usize,
    sentence: String,
    #[serde(skip)]
    sentences: Vec<String>,
}

impl Quote {
    /// Cuts a byte range out of a source; `None` where no sentence stands.
    #[must_use]
    pub fn cut(source: &Source, range: Range<usize>) -> Option<Quote> {
        let sentences: Vec<String> = source
            .touched(range.clone())
            .map(|s| s.id.clone())
            .collect();
        let first = source.sentence(sentences.first()?)?;
        Some(Quote {
            source: source.id.clone(),
            lang: source.lang,
            start: range.start,
            end: range.end,
            paragraph: first.paragraph,
            sentence: first.id.clone(),
            text: source.slice(range),
            sentences,
        })
    }

    /// The id of the source.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The language of the words.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Bytes of the seed file.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// The source's words, hard wrapping undone.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The sentence it begins in, such as `p2s7`.
    #[must_use]
    pub fn sentence(&self) -> &str {
        &self.sentence
    }

    /// Every sentence it touches.
    #[must_use]
    pub fn sentences(&self) -> &[String] {
        &self.sentences
    }
}

/// A statement with its evidence.
#[derive(Debug, Clone, Serialize)]
pub struct Claim {
    /// Unique in the site, such as `event-amp` or `cell-focus-us`.
    pub id: String,
    /// `event`, `cell`, `set`, `item`, `problem`, `lesson`, `recommendation`, `part`, `relation`, `link`, `gap`, `term`, `note` or `question`.
    pub kind: &'static str,
    /// Stated, inferred or absent.
    pub status: Status,
    /// The statement.
    pub text: Text,
    /// The sentences it rests on; empty for an absence alone.
    pub quotes: Vec<Quote>,
    /// How the editors read an inferred one.
    pub why: Option<Text>,
    /// The words that were looked for and not found, of an absent one.
    pub sought: Vec<String>,
}

/// Everything that a site is made from.
#[derive(Debug, Clone, Serialize)]
pub struct Model {
    /// Site title.
    pub title: Text,
    /// Site subtitle.
    pub subtitle: Text,
    /// For search engines and cards.
    pub description: Text,
    /// Who answers for the site.
    pub publisher: Text,
    /// Licence of our own words.
    pub licence: Text,
    /// Version of the content.
    pub version: String,
    /// SHA-256 over every content file, in hex.
    pub content_sha256: String,
    /// Sources in order.
    pub sources: Vec<SourceInfo>,
    /// Places in order.
    pub places: Vec<Place>,
    /// Levels in order.
    pub levels: Vec<Named>,
    /// Themes in order.
    pub themes: Vec<Named>,
    /// Actors by id.
    pub actors: Vec<Actor>,
    /// Events by date, undated last.
    pub events: Vec<Event>,
    /// Dimensions in order.
    pub dimensions: Vec<Dimension>,
    /// Sets in order.
    pub sets: Vec<Set>,
    /// Problems in order.
    pub problems: Vec<Point>,
    /// Lessons in order.
    pub lessons: Vec<Point>,
    /// Recommendations in order.
    pub recommendations: Vec<Recommendation>,
    /// Relations by id.
    pub relations: Vec<Relation>,
    /// Links by id.
    pub links: Vec<Link>,
    /// Gaps by id.
    pub gaps: Vec<Gap>,
    /// Terms by id.
    pub terms: Vec<Term>,
    /// Notes by id.
    pub notes: Vec<Note>,
    /// Questions in order.
    pub questions: Vec<Question>,
    /// How fast a speaker is taken to speak.
    pub rate: Rate,
    /// Cuts of the briefing, the shortest first.
    pub cuts: Vec<Cut>,
    /// Slides in order.
    pub slides: Vec<Slide>,
    /// Every sentence of every source.
    pub sentences: Vec<SentenceText>,
    /// Prose by page id and language.
    #[serde(skip)]
    pub prose: BTreeMap<(String, Lang), Prose>,
    /// Words of the interface by key.
    #[serde(skip)]
    pub labels: BTreeMap<String, Text>,
}

impl Model {
    /// Every claim, in the order of the model.
    pub fn claims(&self) -> impl Iterator<Item = &Claim> {
        let events = self.events.iter().map(|x| &x.claim);
        let cells = self
            .dimensions
            .iter()
            .flat_map(|d| d.cells.values().map(|c| &c.claim));
        let sets = self
            .sets
            .iter()
            .flat_map(|s| std::iter::once(&s.claim).chain(s.items.iter().map(|i| &i.claim)));
        let points = self.problems.iter().chain(&self.lessons).map(|x| &x.claim);
        let advice = self
            .recommendations
            .iter()
            .flat_map(|r| std::iter::once(&r.claim).chain(r.parts.iter().map(|p| &p.claim)));
        events
            .chain(cells)
            .chain(sets)
            .chain(points)
            .chain(advice)
            .chain(self.relations.iter().map(|x| &x.claim))
            .chain(self.links.iter().map(|x| &x.claim))
            .chain(self.gaps.iter().map(|x| &x.claim))
            .chain(self.terms.iter().map(|x| &x.claim))
            .chain(self.notes.iter().map(|x| &x.claim))
            .chain(self.questions.iter().map(|x| &x.claim))
    }

    /// The claim of an id.
    #[must_use]
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.claims().find(|c| c.id == id)
    }

    /// The place of an id.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.places.iter().find(|p| p.id == id)
    }

    /// The sentence of an id.
    #[must_use]
    pub fn sentence(&self, id: &str) -> Option<&SentenceText> {
        self.sentences.iter().find(|s| s.id == id)
    }

    /// The language of the source's words that a claim rests on, or in which they were sought.
    #[must_use]
    pub fn lang_of(&self, claim: &Claim) -> Lang {
        let quoted = claim.quotes.first().map(Quote::lang);
        quoted.unwrap_or_else(|| self.lang())
    }

    /// The first source's language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.sources.first().map_or(Lang::Zh, |s| s.lang)
    }

    /// A word of the interface; the key itself when content lacks it, which the gate refuses.
    #[must_use]
    pub fn label<'a>(&'a self, key: &'a str, lang: Lang) -> &'a str {
        self.labels.get(key).map_or(key, |t| t.get(lang))
    }
}
