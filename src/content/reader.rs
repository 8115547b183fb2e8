//! Reads the values of one file and says what is wrong with them.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use toml_span::{
    Span, Value,
    value::{Table, ValueInner},
};

use super::{
    At, ClaimDraft, Draft, Located, PairDraft, Problem, QuoteDraft,
    schema::{Schema, Shape},
};

/// Reads one file's values and collects what is wrong with them.
pub(super) struct Reader<'a> {
    pub(super) path: Rc<str>,
    pub(super) text: &'a str,
    pub(super) problems: &'a RefCell<Vec<Problem>>,
}

impl Reader<'_> {
    pub(super) fn at(&self, span: Span) -> At {
        let before = &self.text[..self.text.floor_char_boundary(span.start)];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        At {
            path: self.path.clone(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    pub(super) fn problem(&self, span: Span, what: impl Into<String>, mend: impl Into<String>) {
        self.problems.borrow_mut().push(Problem {
            at: self.at(span),
            what: what.into(),
            mend: mend.into(),
        });
    }

    pub(super) fn parse(&self) -> Option<Value<'_>> {
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

    pub(super) fn word(&self, key: &str, mut value: Value<'_>) -> Option<Located<String>> {
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

    pub(super) fn pair(&self, key: &str, mut value: Value<'_>) -> Option<PairDraft> {
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

    pub(super) fn table<'v>(&self, key: &str, mut value: Value<'v>) -> Option<(Span, Table<'v>)> {
        let span = value.span;
        match value.take() {
            ValueInner::Table(t) => Some((span, t)),
            other => {
                self.wrong(key, &Value::with_span(other, span), span, "a table");
                None
            }
        }
    }

    pub(super) fn unknown(&self, table: Table<'_>, known: &[&str]) {
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

    pub(super) fn draft(
        &self,
        id: String,
        span: Span,
        mut table: Table<'_>,
        schema: &Schema,
    ) -> Draft {
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
            Shape::Word => {
                self.word(key, value).and_then(|w| d.words.insert(key, w));
            }
            Shape::Pair => {
                self.pair(key, value).and_then(|p| d.pairs.insert(key, p));
            }
            Shape::List => {
                d.lists
                    .insert(key, self.array(key, value, |v| self.word(key, v)));
            }
            Shape::PairList => {
                d.pair_lists
                    .insert(key, self.array(key, value, |v| self.pair(key, v)));
            }
            Shape::Number => match value.take() {
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
            Shape::Flag => match value.take() {
                ValueInner::Boolean(b) => {
                    d.flags.insert(key, b);
                }
                other => self.wrong(key, &Value::with_span(other, span), span, "true or false"),
            },
            Shape::Mentions => {
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
            Shape::Table(schema) => {
                if let Some((_, table)) = self.table(key, value) {
                    for (k, v) in table {
                        if let Some((_, t)) = self.table(&k.name, v) {
                            d.inner
                                .push(self.draft(k.name.to_string(), k.span, t, schema));
                        }
                    }
                }
            }
            Shape::Array(schema) => {
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
