//! What we say about a text: TOML and Markdown files in, drafts out, every
//! value with the place it was written at. Nothing here looks at the source.

use std::{cell::RefCell, collections::BTreeMap, fmt, path::Path, rc::Rc};

use sha2::{Digest, Sha256};
use toml_span::{
    Span, Value,
    value::{Table, ValueInner},
};

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
    /// Translations of a source: source id, path, sentence id → words.
    pub translations: Vec<(String, At, BTreeMap<String, Located<String>>)>,
    /// Sentences that no claim quotes, and why.
    pub unused: BTreeMap<String, PairDraft>,
    /// Prose of the pages.
    pub prose: Vec<ProseDraft>,
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

/// How the value of a key is read.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Word,
    Pair,
    List,
    Number,
    PairList,
    Flag,
    Mentions,
    /// A table of drafts by id.
    Table(&'static Schema),
    /// An array of drafts, each with its `id`.
    Array(&'static Schema),
}

/// The keys of a kind of file.
#[derive(PartialEq)]
struct Schema {
    required: &'static [(&'static str, Shape)],
    optional: &'static [(&'static str, Shape)],
    claim: bool,
}

use Shape::{Array, Flag, List, Mentions, Number, Pair, PairList, Table as Tables, Word};

static SOURCE: Schema = Schema {
    required: &[
        ("file", Word),
        ("lang", Word),
        ("sha256", Word),
        ("title", Pair),
        ("author", Pair),
        ("about", Pair),
    ],
    optional: &[],
    claim: false,
};
static SITE: Schema = Schema {
    required: &[
        ("title", Pair),
        ("subtitle", Pair),
        ("description", Pair),
        ("publisher", Pair),
        ("licence", Pair),
        ("version", Word),
        ("home", Word),
        ("sources", Array(&SOURCE)),
    ],
    optional: &[],
    claim: false,
};
static CELL: Schema = Schema {
    required: &[],
    optional: &[("words", Pair)],
    claim: true,
};
static ITEM: Schema = Schema {
    required: &[("name", Pair)],
    optional: &[("place", Word), ("level", Word), ("actors", List)],
    claim: true,
};
static PART: Schema = Schema {
    required: &[],
    optional: &[
        ("who", Pair),
        ("means", Pair),
        ("whom", Pair),
        ("items", PairList),
    ],
    claim: true,
};
const POINT_REQUIRED: &[(&str, Shape)] = &[("title", Pair), ("order", Number), ("themes", List)];

static KINDS: &[(&str, Schema)] = &[
    (
        "places",
        Schema {
            required: &[
                ("name", Pair),
                ("short", Pair),
                ("names", List),
                ("role", Word),
                ("order", Number),
                ("color", Number),
            ],
            optional: &[("also", List)],
            claim: false,
        },
    ),
    (
        "levels",
        Schema {
            required: &[("name", Pair), ("place", Word), ("order", Number)],
            optional: &[],
            claim: false,
        },
    ),
    (
        "themes",
        Schema {
            required: &[("name", Pair), ("order", Number), ("color", Number)],
            optional: &[],
            claim: false,
        },
    ),
    (
        "actors",
        Schema {
            required: &[("name", Pair), ("names", List), ("kind", Word)],
            optional: &[("also", List), ("place", Word), ("mentions", Mentions)],
            claim: false,
        },
    ),
    (
        "events",
        Schema {
            required: &[("title", Pair), ("places", List)],
            optional: &[
                ("year", Number),
                ("target", Number),
                ("set_in", Number),
                ("from", Number),
                ("to", Number),
                ("undated", Flag),
                ("levels", List),
                ("actors", List),
                ("themes", List),
            ],
            claim: true,
        },
    ),
    (
        "dimensions",
        Schema {
            required: &[
                ("name", Pair),
                ("question", Pair),
                ("order", Number),
                ("cells", Tables(&CELL)),
            ],
            optional: &[("themes", List)],
            claim: false,
        },
    ),
    (
        "sets",
        Schema {
            required: &[("title", Pair), ("kind", Word), ("order", Number)],
            optional: &[
                ("place", Word),
                ("open", Flag),
                ("count", Number),
                ("items", Array(&ITEM)),
            ],
            claim: true,
        },
    ),
    ("problems", POINT),
    ("lessons", POINT),
    (
        "recommendations",
        Schema {
            required: &[
                ("title", Pair),
                ("order", Number),
                ("themes", List),
                ("parts", Array(&PART)),
            ],
            optional: &[],
            claim: true,
        },
    ),
    (
        "relations",
        Schema {
            required: &[("from", Word), ("to", Word), ("verb", Pair)],
            optional: &[("event", Word)],
            claim: true,
        },
    ),
    (
        "links",
        Schema {
            required: &[("from", Word), ("to", Word)],
            optional: &[],
            claim: true,
        },
    ),
    (
        "gaps",
        Schema {
            required: &[("of", Word)],
            optional: &[("themes", List)],
            claim: true,
        },
    ),
    (
        "terms",
        Schema {
            required: &[("name", Pair), ("forms", List)],
            optional: &[],
            claim: true,
        },
    ),
    (
        "notes",
        Schema {
            required: &[("phrase", Word)],
            optional: &[],
            claim: true,
        },
    ),
    (
        "questions",
        Schema {
            required: &[
                ("question", Pair),
                ("order", Number),
                ("asker", Word),
                ("view", Word),
            ],
            optional: &[("anchor", Word)],
            claim: true,
        },
    ),
];
const POINT: Schema = Schema {
    required: POINT_REQUIRED,
    optional: &[("places", List)],
    claim: true,
};

/// Reads one file's values and collects what is wrong with them.
struct Reader<'a> {
    path: Rc<str>,
    text: &'a str,
    problems: &'a RefCell<Vec<Problem>>,
}

impl Reader<'_> {
    fn at(&self, span: Span) -> At {
        let before = &self.text[..self.text.floor_char_boundary(span.start)];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        At {
            path: self.path.clone(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    fn problem(&self, span: Span, what: impl Into<String>, mend: impl Into<String>) {
        self.problems.borrow_mut().push(Problem {
            at: self.at(span),
            what: what.into(),
            mend: mend.into(),
        });
    }

    fn parse(&self) -> Option<Value<'_>> {
        match toml_span::parse(self.text) {
            Ok(v) => Some(v),
            Err(e) => {
                self.problem(
                    e.span,
                    format!("not TOML: {e}"),
                    "see https://toml.io; strings stand in \" \", lists in [ ]",
                );
                None
            }
        }
    }

    fn wrong(&self, key: &str, value: &Value<'_>, span: Span, wanted: &str) {
        self.problem(
            span,
            format!(
                "`{key}`: expected {wanted}, found {}",
                value.as_ref().type_str()
            ),
            format!("write {key} = {wanted}"),
        );
    }

    fn word(&self, key: &str, mut value: Value<'_>) -> Option<Located<String>> {
        let at = self.at(value.span);
        match value.take() {
            ValueInner::String(s) if !s.trim().is_empty() => Some(Located {
                value: s.into_owned(),
                at,
            }),
            ValueInner::String(_) => {
                self.problem(
                    value.span,
                    format!("`{key}`: expected words, found an empty string"),
                    "write it, or leave the key out if it may be left out",
                );
                None
            }
            other => {
                let span = value.span;
                self.wrong(
                    key,
                    &Value::with_span(other, span),
                    span,
                    "a string in \" \"",
                );
                None
            }
        }
    }

    fn pair(&self, key: &str, mut value: Value<'_>) -> Option<PairDraft> {
        let span = value.span;
        let ValueInner::Table(mut table) = value.take() else {
            self.problem(
                span,
                format!("`{key}`: expected both languages"),
                format!("write {key} = {{ zh = \"…\", en = \"…\" }}"),
            );
            return None;
        };
        let mut side = |lang: &str| match table.remove(lang) {
            Some(v) => self.word(&format!("{key}.{lang}"), v),
            None => {
                self.problem(
                    span,
                    format!("`{key}`: no `{lang}`"),
                    format!("write {key} = {{ zh = \"…\", en = \"…\" }}"),
                );
                None
            }
        };
        let (zh, en) = (side("zh"), side("en"));
        self.unknown(table, &["zh", "en"]);
        Some(PairDraft { zh: zh?, en: en? })
    }

    fn array<T>(
        &self,
        key: &str,
        mut value: Value<'_>,
        read: impl Fn(Value<'_>) -> Option<T>,
    ) -> Vec<T> {
        let span = value.span;
        match value.take() {
            ValueInner::Array(items) => items.into_iter().filter_map(read).collect(),
            other => {
                self.wrong(key, &Value::with_span(other, span), span, "a list in [ ]");
                Vec::new()
            }
        }
    }

    fn table<'v>(&self, key: &str, mut value: Value<'v>) -> Option<(Span, Table<'v>)> {
        let span = value.span;
        match value.take() {
            ValueInner::Table(t) => Some((span, t)),
            other => {
                self.wrong(key, &Value::with_span(other, span), span, "a table");
                None
            }
        }
    }

    fn unknown(&self, table: Table<'_>, known: &[&str]) {
        for key in table.into_keys() {
            self.problem(
                key.span,
                format!("unknown key `{}`", key.name),
                format!("use one of: {}", known.join(", ")),
            );
        }
    }

    fn quote(&self, mut value: Value<'_>) -> Option<QuoteDraft> {
        if value.as_table().is_none() {
            return Some(QuoteDraft {
                text: self.word("quotes", value)?,
                within: None,
            });
        }
        let span = value.span;
        let ValueInner::Table(mut table) = value.take() else {
            return None;
        };
        let text = table.remove("text").and_then(|v| self.word("text", v));
        let within = table.remove("in").and_then(|v| self.word("in", v));
        if text.is_none() {
            self.problem(
                span,
                "a quotation without `text`",
                "write { text = \"…\", in = \"p2s4\" }",
            );
        }
        self.unknown(table, &["text", "in"]);
        Some(QuoteDraft {
            text: text?,
            within,
        })
    }

    fn claim(&self, span: Span, table: &mut Table<'_>) -> Option<ClaimDraft> {
        let missing = |key: &str| {
            self.problem(
                span,
                format!("no `{key}`"),
                "a claim needs status, zh, en, and quotes or sought: see content/README.md",
            )
        };
        let mut word = |key: &'static str| match table.remove(key) {
            Some(v) => self.word(key, v),
            None => {
                missing(key);
                None
            }
        };
        let (status, zh, en) = (word("status"), word("zh"), word("en"));
        let quotes = table
            .remove("quotes")
            .map_or(Vec::new(), |v| self.array("quotes", v, |v| self.quote(v)));
        let sought = table.remove("sought").map_or(Vec::new(), |v| {
            self.array("sought", v, |v| self.word("sought", v))
        });
        let why = table.remove("why").and_then(|v| self.pair("why", v));
        Some(ClaimDraft {
            status: status?,
            text: PairDraft { zh: zh?, en: en? },
            quotes,
            why,
            sought,
        })
    }

    fn draft(&self, id: String, span: Span, mut table: Table<'_>, schema: &Schema) -> Draft {
        let mut d = Draft {
            id,
            at: self.at(span),
            words: BTreeMap::new(),
            pairs: BTreeMap::new(),
            lists: BTreeMap::new(),
            numbers: BTreeMap::new(),
            pair_lists: BTreeMap::new(),
            flags: BTreeMap::new(),
            claim: None,
            inner: Vec::new(),
            mentions: Vec::new(),
        };
        let keys = schema
            .required
            .iter()
            .map(|k| (k, true))
            .chain(schema.optional.iter().map(|k| (k, false)));
        for (&(key, shape), required) in keys {
            match table.remove(key) {
                Some(value) => self.read(&mut d, key, shape, value),
                None if required => self.problem(
                    span,
                    format!("no `{key}`"),
                    format!("add {key}: see content/README.md"),
                ),
                None => {}
            }
        }
        if schema.claim {
            d.claim = self.claim(span, &mut table);
        }
        let mut known: Vec<_> = schema
            .required
            .iter()
            .chain(schema.optional)
            .map(|k| k.0)
            .collect();
        if schema.claim {
            known.extend(["status", "zh", "en", "quotes", "why", "sought"]);
        }
        self.unknown(table, &known);
        d
    }

    fn read(&self, d: &mut Draft, key: &'static str, shape: Shape, mut value: Value<'_>) {
        let span = value.span;
        match shape {
            Word => {
                self.word(key, value).and_then(|w| d.words.insert(key, w));
            }
            Pair => {
                self.pair(key, value).and_then(|p| d.pairs.insert(key, p));
            }
            List => {
                d.lists
                    .insert(key, self.array(key, value, |v| self.word(key, v)));
            }
            PairList => {
                d.pair_lists
                    .insert(key, self.array(key, value, |v| self.pair(key, v)));
            }
            Number => match value.take() {
                ValueInner::Integer(n) => {
                    d.numbers.insert(
                        key,
                        Located {
                            value: n,
                            at: self.at(span),
                        },
                    );
                }
                other => self.wrong(key, &Value::with_span(other, span), span, "a whole number"),
            },
            Flag => match value.take() {
                ValueInner::Boolean(b) => {
                    d.flags.insert(key, b);
                }
                other => self.wrong(key, &Value::with_span(other, span), span, "true or false"),
            },
            Mentions => {
                d.mentions = self.array(key, value, |v| {
                    let (_, mut t) = self.table(key, v)?;
                    let pair = (
                        t.remove("in").and_then(|v| self.word("in", v)),
                        t.remove("by").and_then(|v| self.word("by", v)),
                    );
                    self.unknown(t, &["in", "by"]);
                    pair.0.zip(pair.1)
                });
            }
            Tables(schema) => {
                if let Some((_, table)) = self.table(key, value) {
                    for (k, v) in table {
                        if let Some((_, t)) = self.table(&k.name, v) {
                            d.inner
                                .push(self.draft(k.name.to_string(), k.span, t, schema));
                        }
                    }
                }
            }
            Array(schema) => {
                d.inner = self.array(key, value, |v| {
                    let (span, mut t) = self.table(key, v)?;
                    let Some(id) = t.remove("id").and_then(|v| self.word("id", v)) else {
                        self.problem(
                            span,
                            format!("an entry of `{key}` without `id`"),
                            "add id = \"…\"",
                        );
                        return None;
                    };
                    let mut inner = self.draft(id.value, span, t, schema);
                    inner.at = id.at;
                    Some(inner)
                });
            }
        }
    }
}

/// Reads every file below `root/content`.
///
/// # Errors
/// All problems of all files.
pub fn load(root: &Path) -> Result<Content, Vec<Problem>> {
    let problems = RefCell::new(Vec::new());
    let mut content = Content {
        site: Reader {
            path: "content/site.toml".into(),
            text: "",
            problems: &RefCell::default(),
        }
        .draft("site".into(), Span::default(), Table::new(), &SITE),
        kinds: BTreeMap::new(),
        labels: BTreeMap::new(),
        translations: Vec::new(),
        unused: BTreeMap::new(),
        prose: Vec::new(),
        sha256: String::new(),
    };
    let mut hash = Sha256::new();
    let mut files = Vec::new();
    list(&root.join("content"), "content", &mut files, &problems);
    files.sort();
    if !files.iter().any(|f| f == "content/site.toml") {
        problems.borrow_mut().push(Problem {
            at: At::file("content/site.toml"),
            what: "no such file".into(),
            mend: "write it: see content/README.md".into(),
        });
    }
    for path in files {
        let text = match std::fs::read(root.join(&path)).map(String::from_utf8) {
            Ok(Ok(text)) => text,
            Ok(Err(e)) => {
                let what = format!("byte {}: not UTF-8", e.utf8_error().valid_up_to());
                problems.borrow_mut().push(Problem {
                    at: At::file(&path),
                    what,
                    mend: "save the file as UTF-8".into(),
                });
                continue;
            }
            Err(e) => {
                problems.borrow_mut().push(Problem {
                    at: At::file(&path),
                    what: format!("cannot be read: {e}"),
                    mend: "check the file's permissions".into(),
                });
                continue;
            }
        };
        hash.update(path.as_bytes());
        hash.update([0]);
        hash.update(text.replace("\r\n", "\n").as_bytes());
        hash.update([0]);
        let reader = Reader {
            path: path.as_str().into(),
            text: &text,
            problems: &problems,
        };
        reader.file(&mut content, &path);
    }
    content.sha256 = format!("{:x}", hash.finalize());
    let problems = problems.into_inner();
    if problems.is_empty() {
        Ok(content)
    } else {
        Err(problems)
    }
}

fn list(dir: &Path, name: &str, files: &mut Vec<String>, problems: &RefCell<Vec<Problem>>) {
    let entries = match std::fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(e) => {
            problems.borrow_mut().push(Problem {
                at: At::file(name),
                what: format!("cannot be read: {e}"),
                mend: "run from the project's folder, or pass --root".into(),
            });
            return;
        }
    };
    for entry in entries.flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{name}/{file}");
        if entry.path().is_dir() {
            list(&entry.path(), &path, files, problems);
        } else if !file.starts_with('.') && path != "content/README.md" {
            files.push(path);
        }
    }
}

impl Reader<'_> {
    fn file(&self, content: &mut Content, path: &str) {
        let parts: Vec<_> = path.split('/').skip(1).collect();
        let whole = Span::new(0, 0);
        match parts[..] {
            ["site.toml"] => {
                if let Some((_, t)) = self.parse().and_then(|v| self.table("site", v)) {
                    content.site = self.draft("site".into(), whole, t, &SITE);
                }
            }
            [name] if name.starts_with("labels") && name.ends_with(".toml") => {
                self.pairs(&mut content.labels, "label")
            }
            ["unused.toml"] => self.pairs(&mut content.unused, "sentence"),
            ["translations", name] if name.ends_with(".en.toml") => {
                let mut sentences = BTreeMap::new();
                if let Some((_, t)) = self.parse().and_then(|v| self.table("translations", v)) {
                    for (k, v) in t {
                        if let Some(w) = self.word(&k.name, v) {
                            sentences.insert(k.name.to_string(), w);
                        }
                    }
                }
                content.translations.push((
                    name.trim_end_matches(".en.toml").into(),
                    self.at(whole),
                    sentences,
                ));
            }
            ["prose", name] if name.ends_with(".md") => self.prose(content, name),
            [kind, name] if name.ends_with(".toml") && KINDS.iter().any(|k| k.0 == kind) => {
                let Some((kind, schema)) = KINDS.iter().find(|k| k.0 == kind) else {
                    return;
                };
                let id = name.trim_end_matches(".toml");
                if !id
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
                {
                    self.problem(
                        whole,
                        format!("`{id}` is no id"),
                        "rename the file: lower-case letters, digits and hyphens only",
                    );
                }
                if let Some((_, t)) = self.parse().and_then(|v| self.table(kind, v)) {
                    content.kinds.entry(kind).or_default().push(self.draft(
                        id.into(),
                        whole,
                        t,
                        schema,
                    ));
                }
            }
            _ => {
                let kinds: Vec<_> = KINDS.iter().map(|k| k.0).collect();
                self.problem(
                    whole,
                    "a file that nothing reads",
                    format!(
                        "move or delete it; folders are: {}, translations, prose",
                        kinds.join(", ")
                    ),
                );
            }
        }
    }

    fn pairs(&self, into: &mut BTreeMap<String, PairDraft>, what: &str) {
        let Some((_, table)) = self.parse().and_then(|v| self.table(what, v)) else {
            return;
        };
        for (key, value) in table {
            if let Some(pair) = self.pair(&key.name, value)
                && into.insert(key.name.to_string(), pair).is_some()
            {
                self.problem(
                    key.span,
                    format!("{what} `{}` is given twice", key.name),
                    "delete one of them",
                );
            }
        }
    }

    fn prose(&self, content: &mut Content, name: &str) {
        let whole = Span::new(0, 0);
        let stem = name.trim_end_matches(".md");
        let Some((page, lang)) = stem
            .rsplit_once('.')
            .filter(|(_, l)| ["zh", "en"].contains(l))
        else {
            self.problem(
                whole,
                "prose without a language",
                "name the file <page>.zh.md or <page>.en.md",
            );
            return;
        };
        let Some((front, body)) = self
            .text
            .strip_prefix("+++\n")
            .and_then(|t| t.split_once("\n+++"))
        else {
            self.problem(
                whole,
                "no front matter",
                "begin the file with +++, title = \"…\", description = \"…\", +++",
            );
            return;
        };
        // The front matter's first line is the file's second: parsed with the line before it blanked out, spans hold.
        let padded = format!("   \n{front}");
        let inner = Reader {
            path: self.path.clone(),
            text: &padded,
            problems: self.problems,
        };
        let Some((span, mut table)) = inner.parse().and_then(|v| inner.table("front matter", v))
        else {
            return;
        };
        let mut get = |key: &'static str| match table.remove(key) {
            Some(v) => inner.word(key, v).map(|w| w.value),
            None => {
                inner.problem(
                    span,
                    format!("front matter without `{key}`"),
                    format!("add {key} = \"…\""),
                );
                None
            }
        };
        let (title, description) = (get("title"), get("description"));
        inner.unknown(table, &["title", "description"]);
        if let (Some(title), Some(description)) = (title, description) {
            let first_line = front.matches('\n').count() + 3;
            content.prose.push(ProseDraft {
                page: page.into(),
                lang: lang.into(),
                title,
                description,
                body: body.into(),
                path: self.path.clone(),
                first_line,
            });
        }
    }
}
