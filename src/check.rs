//! The gate: drafts and sources in, a model or every problem out. Each check
//! is one function with one sentence that begins "Ensure".

mod briefing;
mod build;
mod evidence;
mod quotations;
mod structure;
mod wording;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    path::Path,
};

use crate::{
    content::{self, At, ClaimDraft, Content, Draft, Located, PairDraft, Problem},
    model::{Lang, Model},
    source::Source,
};

/// A draft claim with all that its checks need.
pub(crate) struct Stated<'a> {
    /// Id of the claim.
    pub id: String,
    /// The draft.
    pub claim: &'a ClaimDraft,
    /// Titles and names beside the claim, which obey the same rules.
    pub titles: Vec<&'a PairDraft>,
    /// Phrases that must stand verbatim in its quotations.
    pub verbatim: Vec<&'a Located<String>>,
    /// Places it is about.
    pub places: Vec<&'a str>,
    /// Numbers in keys of their own.
    pub numbers: Vec<(&'static str, &'a Located<i64>)>,
    /// Where its quotations stand; `None` for one that does not.
    pub found: Vec<Option<(usize, Range<usize>)>>,
    /// The language of the source it rests on; of the first source, when on none.
    pub lang: Lang,
}

/// What the checks look at.
pub(crate) struct Context<'a> {
    pub content: &'a Content,
    pub sources: &'a [Source],
    pub claims: Vec<Stated<'a>>,
    pub labels: &'a [&'a str],
    /// Some claim lacks what makes it one.
    pub unread_claims: bool,
}

impl Context<'_> {
    /// The words of a claim's quotations, white space left out. A quotation
    /// that is not found is reported once and taken at its word here.
    fn evidence(&self, s: &Stated<'_>) -> String {
        let quotes = s.claim.quotes.iter().zip(&s.found);
        quotes
            .map(|(q, found)| match found {
                Some((i, r)) => solid(&self.sources[*i].text[r.clone()]) + "\n",
                None => solid(&q.text.value) + "\n",
            })
            .collect()
    }
}

type Check = fn(&Context<'_>, &mut Vec<Problem>);

/// Every check by name.
const CHECKS: &[(&str, Check)] = &[
    ("ids are unique", structure::unique_ids),
    ("references lead somewhere", structure::references),
    ("values are of their list", structure::choices),
    ("comparison is complete", structure::complete_comparison),
    ("statuses have their evidence", evidence::statuses),
    ("quotations stand in the source", quotations::stand),
    ("dates are the text's", wording::dates),
    ("numbers are the text's", wording::numbers),
    ("names are the text's", wording::names),
    ("phrases are verbatim", evidence::verbatim),
    ("absences are absent", evidence::absences),
    ("slides show what there is", briefing::slides),
    ("slides say what the text says", briefing::sayings),
    ("notes fit their minutes", briefing::minutes),
    ("every sentence is used", structure::sentences_used),
    ("translations are complete", structure::translations),
    ("prose cites claims", structure::prose),
    ("labels are complete", structure::labels),
];

/// Text without its white space: what comparisons are made on.
pub(crate) fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

pub(crate) fn problem(at: &At, what: impl Into<String>, mend: impl Into<String>) -> Problem {
    Problem {
        at: at.clone(),
        what: what.into(),
        mend: mend.into(),
    }
}

/// Claims by the folder that holds them: folder, then the first word of their ids.
const PREFIXES: &[(&str, &str)] = &[
    ("events", "event"),
    ("dimensions", "cell"),
    ("sets", "set"),
    ("problems", "problem"),
    ("lessons", "lesson"),
    ("recommendations", "rec"),
    ("relations", "relation"),
    ("links", "link"),
    ("gaps", "gap"),
    ("terms", "term"),
    ("notes", "note"),
    ("questions", "question"),
];

/// Ids that content may name: of what it holds, and of files too broken to
/// read, so that one mistake is not reported as many.
pub(crate) struct Ids(BTreeSet<String>);

impl Ids {
    /// The ids of one kind of file.
    fn of(content: &Content, kind: &str) -> Ids {
        let folder = format!("content/{kind}/");
        let unread = content.unread.iter().filter_map(|p| {
            let name = p.strip_prefix(&folder)?.strip_suffix(".toml")?;
            Some(name.to_owned())
        });
        let read = content.of(kind).iter().map(|d| d.id.clone());
        Ids(read.chain(unread).collect())
    }

    /// The ids of all claims; of an unread file, everything that begins with its own.
    fn of_claims(content: &Content) -> Ids {
        let mut ids = BTreeSet::new();
        for (kind, prefix) in PREFIXES {
            for id in Ids::of(content, kind).0 {
                let inner = content.of(kind).iter().find(|d| d.id == id);
                match inner {
                    Some(d) => {
                        ids.extend(d.inner.iter().map(|i| format!("{prefix}-{id}-{}", i.id)))
                    }
                    None => drop(ids.insert(format!("{prefix}-{id}-*"))),
                }
                ids.insert(format!("{prefix}-{id}"));
            }
        }
        Ids(ids)
    }

    pub(crate) fn has(&self, id: &str) -> bool {
        self.0.contains(id)
            || self.0.iter().any(|x| {
                x.strip_suffix('*')
                    .is_some_and(|start| id.starts_with(start))
            })
    }

    /// The id most like one that does not exist.
    pub(crate) fn near(&self, id: &str) -> Option<&String> {
        let alike = |x: &String| {
            x.chars()
                .zip(id.chars())
                .take_while(|(a, b)| a == b)
                .count()
        };
        self.0.iter().max_by_key(|x| alike(x))
    }
}

/// Reads `root/content` and `root/seeds` and checks them. `labels` are the
/// words that the interface needs.
///
/// # Errors
/// All problems of all files, in the order of the files.
pub fn load(root: &Path, labels: &[&str]) -> Result<Model, Vec<Problem>> {
    let (content, mut problems) = content::load(root);
    let sources = read_sources(root, &content, &mut problems);
    if content.unread.iter().any(|p| p == "content/site.toml") {
        problems.sort();
        return Err(problems); // it names the sources: without them nothing can be compared
    }
    let context = Context {
        content: &content,
        sources: &sources,
        claims: claims(&content, &sources),
        labels,
        unread_claims: !problems.is_empty(),
    };
    for (_, check) in CHECKS {
        check(&context, &mut problems);
    }
    problems.sort();
    problems.dedup();
    if problems.is_empty() {
        Ok(build::model(&context))
    } else {
        Err(problems)
    }
}

/// Ensure each source is there, readable, and the one that content was written for.
fn read_sources(root: &Path, content: &Content, problems: &mut Vec<Problem>) -> Vec<Source> {
    use sha2::{Digest, Sha256};
    let mut sources = Vec::new();
    for draft in &content.site.inner {
        let Some(file) = draft.word("file") else {
            continue;
        };
        let path = format!("seeds/{}", file.value);
        let bytes = match std::fs::read(root.join(&path)) {
            Ok(b) => b,
            Err(e) => {
                problems.push(problem(
                    &file.at,
                    format!("{path} cannot be read: {e}"),
                    "name a file of seeds/",
                ));
                continue;
            }
        };
        let lang = draft.word("lang").and_then(|w| Lang::of_code(&w.value));
        // The first source's sentences go by their bare ids.
        let prefix = match content.site.inner.first() {
            Some(first) if first.id != draft.id => format!("{}-", draft.id),
            _ => String::new(),
        };
        match Source::read(&draft.id, lang.unwrap_or(Lang::Zh), &prefix, &bytes) {
            Ok(s) => sources.push(s),
            Err(e) => {
                problems.push(problem(
                    &At::file(&path),
                    format!("byte {}: expected UTF-8 text, found {}", e.at, e.found),
                    e.mend,
                ));
                continue;
            }
        }
        let hash = format!("{:x}", Sha256::digest(&bytes));
        if let Some(expected) = draft.word("sha256").filter(|w| w.value != hash) {
            let touched: Vec<_> = claims(content, &sources)
                .iter()
                .filter(|c| c.found.iter().any(Option::is_none))
                .map(|c| c.id.clone())
                .collect();
            let list = if touched.is_empty() {
                "no quotation is touched".into()
            } else {
                format!("quotations no longer found in: {}", touched.join(", "))
            };
            problems.push(problem(
                &expected.at,
                format!("{path} is not the text that content was written for: expected {}, found {hash}; {list}", expected.value),
                "restore the file, or mend what it touches and write the new hash here",
            ));
        }
    }
    sources
}

/// Every claim of the content, its quotations looked up.
fn claims<'a>(content: &'a Content, sources: &[Source]) -> Vec<Stated<'a>> {
    let mut out = Vec::new();
    let mut push = |id: String, outer: &'a Draft, d: &'a Draft, places: Vec<&'a str>| {
        let Some(claim) = &d.claim else { return };
        let find = |q: &content::QuoteDraft| {
            let mut hits = sources.iter().enumerate().flat_map(|(i, s)| {
                let within = q
                    .within
                    .as_ref()
                    .map(|w| s.sentence(&w.value).map_or(0..0, |x| x.range.clone()));
                let inside = move |r: &Range<usize>| {
                    within
                        .as_ref()
                        .is_none_or(|w| w.start <= r.start && r.start < w.end)
                };
                s.find(&q.text.value)
                    .into_iter()
                    .filter(inside)
                    .map(move |r| (i, r))
            });
            let first = hits.next()?;
            (hits.next().is_none() && sources[first.0].is_whole_clauses(&first.1)).then_some(first)
        };
        let found: Vec<_> = claim.quotes.iter().map(find).collect();
        let source = found.iter().flatten().next().map_or(0, |f| f.0);
        let lang = sources.get(source).map_or(Lang::Zh, |s| s.lang);
        let mut verbatim: Vec<_> = ["words", "who", "means", "whom", "verb"]
            .iter()
            .filter_map(|k| d.pairs.get(k))
            .map(|p| words(p, lang))
            .collect();
        if std::ptr::eq(outer, d) {
            verbatim.extend(
                d.pairs
                    .get("name")
                    .filter(|_| d.lists.contains_key("forms"))
                    .map(|p| words(p, lang)),
            );
            verbatim.extend(d.words.get("phrase"));
        } else {
            verbatim.extend(d.pairs.get("name").map(|p| words(p, lang)));
        }
        verbatim.extend(d.pair_lists.values().flatten().map(|p| words(p, lang)));
        let numbers = ["year", "target", "from", "to", "count", "set_in"]
            .iter()
            .filter_map(|k| Some((*k, d.numbers.get(k)?)))
            .collect();
        out.push(Stated {
            id,
            claim,
            titles: d.pairs.get("title").into_iter().collect(),
            verbatim,
            places,
            numbers,
            found,
            lang,
        });
    };
    for (kind, prefix) in PREFIXES {
        for d in content.of(kind) {
            let mut places: Vec<&str> = d.list("places").iter().map(|p| p.value.as_str()).collect();
            places.extend(d.word("place").map(|p| p.value.as_str()));
            push(format!("{prefix}-{}", d.id), d, d, places.clone());
            for inner in &d.inner {
                let own = if *prefix == "cell" {
                    vec![inner.id.as_str()]
                } else {
                    inner
                        .word("place")
                        .map_or(places.clone(), |p| vec![p.value.as_str()])
                };
                push(format!("{prefix}-{}-{}", d.id, inner.id), d, inner, own);
            }
        }
    }
    out
}

/// One language of words in both.
pub(crate) fn words(pair: &PairDraft, lang: Lang) -> &Located<String> {
    match lang {
        Lang::Zh => &pair.zh,
        Lang::En => &pair.en,
    }
}

/// Drafts by id.
pub(crate) fn by_id(drafts: &[Draft]) -> BTreeMap<&str, &Draft> {
    drafts.iter().map(|d| (d.id.as_str(), d)).collect()
}
