//! What we say about a text: TOML and Markdown files in, drafts out, every
//! value with the place it was written at. Nothing here looks at the source.

mod files;
mod reader;
mod schema;

use std::{collections::BTreeMap, fmt, rc::Rc};

pub use files::load;
pub use schema::keys;

/// Where something was written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// Relative to the project, with `/`.
    pub path: Rc<str>,
    /// Counted from one.
    pub line: usize,
    /// Characters, counted from one.
    pub column: usize,
}

impl At {
    /// A whole file.
    #[must_use]
    pub fn file(path: &str) -> At {
        At {
            path: path.into(),
            line: 1,
            column: 1,
        }
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.path, self.line, self.column)
    }
}

/// Something that an editor has to mend.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Where.
    pub at: At,
    /// What is wrong, with what was expected and found.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {}\n    = to mend: {}",
            self.at, self.what, self.mend
        )
    }
}

/// A value and where it was written.
#[derive(Debug, Clone)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it begins.
    pub at: At,
}

/// The same words in both languages.
#[derive(Debug, Clone)]
pub struct PairDraft {
    /// Chinese.
    pub zh: Located<String>,
    /// English.
    pub en: Located<String>,
}

/// A quotation, not yet compared with the source.
#[derive(Debug, Clone)]
pub struct QuoteDraft {
    /// The words.
    pub text: Located<String>,
    /// The sentence it stands in, for words that occur twice.
    pub within: Option<Located<String>>,
}

/// A statement, not yet checked.
#[derive(Debug, Clone)]
pub struct ClaimDraft {
    /// `stated`, `inferred` or `absent`.
    pub status: Located<String>,
    /// The statement.
    pub text: PairDraft,
    /// Its quotations.
    pub quotes: Vec<QuoteDraft>,
    /// The editors' reading.
    pub why: Option<PairDraft>,
    /// Words looked for.
    pub sought: Vec<Located<String>>,
}

/// One file of a kind, or one item in it: named values, and claims.
#[derive(Debug)]
pub struct Draft {
    /// File name without its ending, or the item's own id.
    pub id: String,
    /// Where it begins.
    pub at: At,
    /// Single strings.
    pub words: BTreeMap<&'static str, Located<String>>,
    /// Pairs.
    pub pairs: BTreeMap<&'static str, PairDraft>,
    /// Lists of strings.
    pub lists: BTreeMap<&'static str, Vec<Located<String>>>,
    /// Whole numbers.
    pub numbers: BTreeMap<&'static str, Located<i64>>,
    /// Lists of pairs.
    pub pair_lists: BTreeMap<&'static str, Vec<PairDraft>>,
    /// Yes or no.
    pub flags: BTreeMap<&'static str, bool>,
    /// The claim, where the kind has one.
    pub claim: Option<ClaimDraft>,
    /// Cells, parts or items, each a draft of its own.
    pub inner: Vec<Draft>,
    /// `mentions` of an actor: sentence and words.
    pub mentions: Vec<(Located<String>, Located<String>)>,
}

impl Draft {
    /// A string that the schema requires or that was given.
    #[must_use]
    pub fn word(&self, key: &str) -> Option<&Located<String>> {
        self.words.get(key)
    }

    /// The strings of a list, empty when the key is not there.
    #[must_use]
    pub fn list(&self, key: &str) -> &[Located<String>] {
        self.lists.get(key).map_or(&[], Vec::as_slice)
    }

    /// The values of a list.
    #[must_use]
    pub fn strings(&self, key: &str) -> Vec<String> {
        self.list(key).iter().map(|x| x.value.clone()).collect()
    }
}

/// The prose of a page.
#[derive(Debug)]
pub struct ProseDraft {
    /// Page id.
    pub page: String,
    /// `zh` or `en`.
    pub lang: String,
    /// Heading.
    pub title: String,
    /// For search engines.
    pub description: String,
    /// Markdown.
    pub body: String,
    /// The file's path.
    pub path: Rc<str>,
    /// Line of the file that the body begins on, counted from one.
    pub first_line: usize,
}

/// Every file of `content/`.
#[derive(Debug)]
pub struct Content {
    /// `site.toml`, the sources inside.
    pub site: Draft,
    /// Files by kind, in the order of their ids.
    pub kinds: BTreeMap<&'static str, Vec<Draft>>,
    /// Words of the interface.
    pub labels: BTreeMap<String, PairDraft>,
    /// Translations of sources, a file each: sentence id → words.
    pub translations: Vec<(At, BTreeMap<String, Located<String>>)>,
    /// Sentences that no claim quotes, and why.
    pub unused: BTreeMap<String, PairDraft>,
    /// Prose of the pages.
    pub prose: Vec<ProseDraft>,
    /// Paths of the files that could not be read at all.
    pub unread: Vec<String>,
    /// SHA-256 over all the files, in hex.
    pub sha256: String,
}

impl Content {
    /// The drafts of a kind.
    #[must_use]
    pub fn of(&self, kind: &str) -> &[Draft] {
        self.kinds.get(kind).map_or(&[], Vec::as_slice)
    }
}
