//! The things that content describes: places, events, comparisons, advice and
//! what stands beside them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Claim, Lang, Text};

/// A name of something with an id: a level, a theme.
#[derive(Debug, Clone, Serialize)]
pub struct Named {
    /// File name without its ending.
    pub id: String,
    /// What readers see.
    pub name: Text,
    /// The place a level belongs to.
    pub place: Option<String>,
    /// Token of the palette, 1 to 8; 0 for none.
    pub color: u8,
}

/// A country or region.
#[derive(Debug, Clone, Serialize)]
pub struct Place {
    /// File name without its ending.
    pub id: String,
    /// Full name.
    pub name: Text,
    /// Short name for chips and columns.
    pub short: Text,
    /// True for the place the advice is for, false for those compared.
    pub home: bool,
    /// Token of the palette, 1 to 8.
    pub color: u8,
}

/// Who or what acts.
#[derive(Debug, Clone, Serialize)]
pub struct Actor {
    /// File name without its ending.
    pub id: String,
    /// What readers see.
    pub name: Text,
    /// `state`, `agency`, `firm`, `alliance`, `institute`, `group`, `programme`, `document` or `platform`.
    pub kind: String,
    /// Where it belongs, if the text says so.
    pub place: Option<String>,
    /// The forms of its name in the source.
    pub names: Vec<String>,
    /// Sentences that name it.
    pub named_in: Vec<String>,
    /// Sentences that refer to it in other words: the sentence and the words.
    pub referred_in: Vec<(String, String)>,
}

/// When something happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum When {
    /// In a year.
    Year {
        /// The year.
        year: u16,
    },
    /// A target for a year, set in another.
    Target {
        /// The year aimed at.
        year: u16,
        /// The year it was set in.
        set_in: u16,
    },
    /// Within a range of years.
    Range {
        /// First year.
        from: u16,
        /// Last year.
        to: u16,
    },
    /// The text gives no date.
    Undated,
}

/// Something that happened.
#[derive(Debug, Clone, Serialize)]
pub struct Event {
    /// File name without its ending.
    pub id: String,
    /// A short heading.
    pub title: Text,
    /// Its date.
    pub when: When,
    /// Place ids.
    pub places: Vec<String>,
    /// Level ids.
    pub levels: Vec<String>,
    /// Actor ids.
    pub actors: Vec<String>,
    /// Theme ids.
    pub themes: Vec<String>,
    /// What happened.
    pub claim: Claim,
}

/// A row of the comparison.
#[derive(Debug, Clone, Serialize)]
pub struct Dimension {
    /// File name without its ending.
    pub id: String,
    /// Row heading.
    pub name: Text,
    /// The question that the row answers.
    pub question: Text,
    /// Theme ids.
    pub themes: Vec<String>,
    /// One for every compared place, by place id.
    pub cells: BTreeMap<String, Cell>,
}

/// What the text says of one place in one dimension.
#[derive(Debug, Clone, Serialize)]
pub struct Cell {
    /// The text's own degree word, verbatim in Chinese.
    pub words: Option<Text>,
    /// The statement, or its absence.
    pub claim: Claim,
}

/// A structure of its own: levels, tiers, scope, strengths, roles, a count.
#[derive(Debug, Clone, Serialize)]
pub struct Set {
    /// File name without its ending.
    pub id: String,
    /// Heading.
    pub title: Text,
    /// `levels`, `tiers`, `directions`, `scope`, `strengths`, `roles` or `count`.
    pub kind: String,
    /// Place id.
    pub place: Option<String>,
    /// The text leaves the list open.
    pub open: bool,
    /// How many, of a count.
    pub count: Option<u32>,
    /// What the set is.
    pub claim: Claim,
    /// Its members, in the text's order.
    pub items: Vec<SetItem>,
}

/// A member of a [`Set`].
#[derive(Debug, Clone, Serialize)]
pub struct SetItem {
    /// Unique in its set.
    pub id: String,
    /// Verbatim in Chinese.
    pub name: Text,
    /// Place id.
    pub place: Option<String>,
    /// Level id.
    pub level: Option<String>,
    /// Actor ids.
    pub actors: Vec<String>,
    /// What is said of it.
    pub claim: Claim,
}

/// A problem or a lesson.
#[derive(Debug, Clone, Serialize)]
pub struct Point {
    /// File name without its ending.
    pub id: String,
    /// Heading.
    pub title: Text,
    /// Place ids (lessons).
    pub places: Vec<String>,
    /// Theme ids.
    pub themes: Vec<String>,
    /// The statement.
    pub claim: Claim,
}

/// Advice.
#[derive(Debug, Clone, Serialize)]
pub struct Recommendation {
    /// File name without its ending.
    pub id: String,
    /// Heading.
    pub title: Text,
    /// Theme ids.
    pub themes: Vec<String>,
    /// The leading sentence.
    pub claim: Claim,
    /// Its measures.
    pub parts: Vec<Part>,
}

/// A measure within a [`Recommendation`]. What is `None` is not in the text.
#[derive(Debug, Clone, Serialize)]
pub struct Part {
    /// Unique in its recommendation.
    pub id: String,
    /// Who acts, verbatim in Chinese.
    pub who: Option<Text>,
    /// By which means, verbatim in Chinese.
    pub means: Option<Text>,
    /// For whom, verbatim in Chinese.
    pub whom: Option<Text>,
    /// What the text enumerates, in its order, verbatim in Chinese.
    pub items: Vec<Text>,
    /// What to do.
    pub claim: Claim,
}

/// An edge between two actors.
#[derive(Debug, Clone, Serialize)]
pub struct Relation {
    /// File name without its ending.
    pub id: String,
    /// Actor id.
    pub from: String,
    /// Actor id.
    pub to: String,
    /// The text's verb.
    pub verb: Text,
    /// Event id.
    pub event: Option<String>,
    /// The statement.
    pub claim: Claim,
}

/// A step of the argument, from one claim to another.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// File name without its ending.
    pub id: String,
    /// Claim id.
    pub from: String,
    /// Claim id.
    pub to: String,
    /// Why one leads to the other.
    pub claim: Claim,
}

/// What has no answer in the text.
#[derive(Debug, Clone, Serialize)]
pub struct Gap {
    /// File name without its ending.
    pub id: String,
    /// The claim that stands alone.
    pub of: String,
    /// The absence.
    pub claim: Claim,
}

/// A glossary term.
#[derive(Debug, Clone, Serialize)]
pub struct Term {
    /// File name without its ending.
    pub id: String,
    /// Verbatim in Chinese.
    pub name: Text,
    /// How the source writes it.
    pub forms: Vec<String>,
    /// Sentences that hold it.
    pub sentences: Vec<String>,
    /// What the text says of it.
    pub claim: Claim,
}

/// A reading of an odd wording, the editors' own.
#[derive(Debug, Clone, Serialize)]
pub struct Note {
    /// File name without its ending.
    pub id: String,
    /// The wording, verbatim.
    pub phrase: String,
    /// The reading.
    pub claim: Claim,
}

/// A question and the sentences that answer it.
#[derive(Debug, Clone, Serialize)]
pub struct Question {
    /// File name without its ending.
    pub id: String,
    /// The question.
    pub question: Text,
    /// `minister`, `journalist` or `student`.
    pub asker: String,
    /// Page id.
    pub view: String,
    /// Fragment within the page.
    pub anchor: Option<String>,
    /// The answer's sentences, or the absence.
    pub claim: Claim,
}

/// A sentence with its translation.
#[derive(Debug, Clone, Serialize)]
pub struct SentenceText {
    /// Such as `p2s7`.
    pub id: String,
    /// Source id.
    pub source: String,
    /// Counted from one.
    pub paragraph: usize,
    /// Bytes of the seed file.
    pub start: usize,
    /// Bytes of the seed file.
    pub end: usize,
    /// What the source is written in.
    pub lang: Lang,
    /// The source's words.
    pub text: String,
    /// The editors' translation into the other language.
    pub translation: String,
    /// Ids of the claims that quote it.
    pub cited_by: Vec<String>,
    /// Why no claim quotes it.
    pub unused: Option<Text>,
}

impl SentenceText {
    /// What readers of an edition read: the source's words or their translation.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        if lang == self.lang {
            &self.text
        } else {
            &self.translation
        }
    }

    /// The translation, for an edition in the other language.
    #[must_use]
    pub fn gloss(&self, lang: Lang) -> Option<&str> {
        (lang != self.lang).then_some(self.translation.as_str())
    }
}

/// A source's particulars.
#[derive(Debug, Clone, Serialize)]
pub struct SourceInfo {
    /// The id that content uses.
    pub id: String,
    /// File name in `seeds/`.
    pub file: String,
    /// What it is written in.
    pub lang: Lang,
    /// SHA-256 of the file, in hex.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: usize,
    /// Title, or what it is called here.
    pub title: Text,
    /// Author, or that none is given.
    pub author: Text,
    /// What is known of it.
    pub about: Text,
}

/// The prose of a page in one language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Prose {
    /// Heading.
    pub title: String,
    /// For search engines and cards.
    pub description: String,
    /// Markdown with `claim:` links, raw HTML refused.
    pub markdown: String,
}
