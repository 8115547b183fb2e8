//! What is known of a text once everything has been checked: plain data.
//! A [`Quote`] can only be cut from a [`Source`], so whatever holds one holds
//! the source's own words.

use std::{collections::BTreeMap, ops::Range};

use serde::Serialize;

use crate::source::Source;

/// An edition's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Chinese, at the site's root.
    Zh,
    /// English, under `en/`.
    En,
}

impl Lang {
    /// Both editions, the root's first.
    pub const ALL: [Lang; 2] = [Lang::Zh, Lang::En];

    /// The code in file names and URLs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
        }
    }

    /// The language tag for `lang` and `hreflang` (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-Hans",
            Lang::En => "en-GB",
        }
    }
}

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
    /// The source's words.
    pub text: String,
    /// The editors' translation.
    pub translation: String,
    /// Ids of the claims that quote it.
    pub cited_by: Vec<String>,
    /// Why no claim quotes it.
    pub unused: Option<Text>,
}

/// A source's particulars.
#[derive(Debug, Clone, Serialize)]
pub struct SourceInfo {
    /// The id that content uses.
    pub id: String,
    /// File name in `seeds/`.
    pub file: String,
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

    /// A word of the interface; the key itself when content lacks it, which the gate refuses.
    #[must_use]
    pub fn label<'a>(&'a self, key: &'a str, lang: Lang) -> &'a str {
        self.labels.get(key).map_or(key, |t| t.get(lang))
    }
}
