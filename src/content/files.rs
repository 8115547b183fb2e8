//! Finds the files of `content/` and gives each to the reader of its kind.

use std::{cell::RefCell, collections::BTreeMap, path::Path};

use sha2::{Digest, Sha256};
use toml_span::{Span, value::Table};

use crate::encoding::decode;

use super::{
    At, Content, PairDraft, Problem, ProseDraft,
    reader::Reader,
    schema::{KINDS, SITE},
};

/// Reads every file below `root/content`: what could be read, and all problems of all files.
#[must_use]
pub fn load(root: &Path) -> (Content, Vec<Problem>) {
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
        unread: Vec::new(),
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
        content.unread.push("content/site.toml".into());
    }
    for path in files {
        let Some(text) = text(root, &path, &problems) else {
            content.unread.push(path);
            continue;
        };
        for part in [path.as_str(), "\0", &text, "\0"] {
            hash.update(part.as_bytes());
        }
        let reader = Reader {
            path: path.as_str().into(),
            text: &text,
            problems: &problems,
        };
        if reader.file(&mut content, &path).is_none() {
            content.unread.push(path);
        }
    }
    content.sha256 = format!("{:x}", hash.finalize());
    (content, problems.into_inner())
}

/// A file's text without a byte order mark, its lines ended by `\n` alone.
fn text(root: &Path, path: &str, problems: &RefCell<Vec<Problem>>) -> Option<String> {
    let refuse = |what: String, mend: &str| {
        problems.borrow_mut().push(Problem {
            at: At::file(path),
            what,
            mend: mend.into(),
        });
    };
    match std::fs::read(root.join(path)).map(|bytes| decode(&bytes)) {
        Ok(Ok(text)) => Some(text.trim_start_matches('\u{feff}').replace("\r\n", "\n")),
        Ok(Err(e)) => {
            refuse(
                format!("byte {}: expected UTF-8 text, found {}", e.at, e.found),
                e.mend,
            );
            None
        }
        Err(e) => {
            refuse(
                format!("cannot be read: {e}"),
                "check the file's permissions",
            );
            None
        }
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
    /// Gives a file to the reader of its kind; `None` where nothing of it could be read.
    fn file(&self, content: &mut Content, path: &str) -> Option<()> {
        let parts: Vec<_> = path.split('/').skip(1).collect();
        let whole = Span::new(0, 0);
        match parts[..] {
            ["site.toml"] => {
                let (_, t) = self.table("site", self.parse()?)?;
                content.site = self.draft("site".into(), whole, t, &SITE);
            }
            ["labels", name] if name.ends_with(".toml") => {
                self.pairs(&mut content.labels, "label")?;
            }
            ["unused.toml"] => self.pairs(&mut content.unused, "sentence")?,
            ["translations", name] if name.ends_with(".toml") => {
                let (_, table) = self.table("translations", self.parse()?)?;
                let sentences = table
                    .into_iter()
                    .filter_map(|(k, v)| Some((k.name.to_string(), self.word(&k.name, v)?)))
                    .collect();
                content.translations.push((self.at(whole), sentences));
            }
            ["prose", name] if name.ends_with(".md") => self.prose(content, name)?,
            [kind, name] if name.ends_with(".toml") && KINDS.iter().any(|k| k.0 == kind) => {
                let (kind, schema) = KINDS.iter().find(|k| k.0 == kind)?;
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
                let (_, t) = self.table(kind, self.parse()?)?;
                let draft = self.draft(id.into(), whole, t, schema);
                content.kinds.entry(kind).or_default().push(draft);
            }
            _ => {
                let kinds: Vec<_> = KINDS.iter().map(|k| k.0).collect();
                self.problem(
                    whole,
                    "a file that nothing reads",
                    format!(
                        "move or delete it; folders are: {}, labels, translations, prose",
                        kinds.join(", ")
                    ),
                );
            }
        }
        Some(())
    }

    fn pairs(&self, into: &mut BTreeMap<String, PairDraft>, what: &str) -> Option<()> {
        let (_, table) = self.table(what, self.parse()?)?;
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
        Some(())
    }

    fn prose(&self, content: &mut Content, name: &str) -> Option<()> {
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
            return None;
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
            return None;
        };
        // The front matter's first line is the file's second: parsed with the line before it blanked out, spans hold.
        let padded = format!("   \n{front}");
        let inner = Reader {
            path: self.path.clone(),
            text: &padded,
            problems: self.problems,
        };
        let (span, mut table) = inner.table("front matter", inner.parse()?)?;
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
        content.prose.push(ProseDraft {
            page: page.into(),
            lang: lang.into(),
            title: title?,
            description: description?,
            body: body.into(),
            path: self.path.clone(),
            first_line: front.matches('\n').count() + 3,
        });
        Some(())
    }
}
