//! Full-text search: an inverted index, made with the site and read by the
//! browser program. Pure text in and out; compiled for both.
//!
//! Chinese is indexed by pairs of characters, everything else by lower-cased
//! words. A query finds keys by their beginnings, so one character, a pair
//! and the first letters of a word are all asked for in the same way.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// `sentence` or a claim's kind.
    pub kind: String,
    /// `stated`, `inferred` or `absent`; empty for a sentence.
    pub status: String,
    /// Where it stands, below its edition's root.
    pub href: String,
    /// The sentence it begins in; empty for an absence.
    pub at: String,
    /// A heading in Chinese and English; empty where it has none.
    pub title: [String; 2],
    /// Its words in Chinese and English.
    pub text: [String; 2],
}

/// What an index says on its first line.
const HEAD: &str = "search 1 ";

/// Writes the index: a line for each entry, then a line for each key with the
/// numbers of the entries that hold it, as differences in base 36.
#[must_use]
pub fn build(entries: &[Entry]) -> String {
    let mut keys: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut out = format!("{HEAD}{}\n", entries.len());
    for (n, e) in entries.iter().enumerate() {
        let fields = [&e.kind, &e.status, &e.href, &e.at]
            .into_iter()
            .chain(&e.title)
            .chain(&e.text);
        let line: Vec<_> = fields.map(|f| f.replace(['\t', '\n'], " ")).collect();
        out.push_str(&line.join("\t"));
        out.push('\n');
        let held: BTreeSet<String> = e
            .title
            .iter()
            .chain(&e.text)
            .flat_map(|t| keys_of(t))
            .collect();
        for key in held {
            keys.entry(key).or_default().push(n);
        }
    }
    for (key, numbers) in keys {
        out.push_str(&key);
        let mut before = 0;
        for (i, n) in numbers.into_iter().enumerate() {
            out.push(if i == 0 { '\t' } else { ' ' });
            out.push_str(&base36(n - before));
            before = n;
        }
        out.push('\n');
    }
    out
}

fn base36(mut n: usize) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from(b"0123456789abcdefghijklmnopqrstuvwxyz"[n % 36]));
        n /= 36;
        if n == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

/// An index that has been read.
#[derive(Debug)]
pub struct Index {
    text: String,
    entries: Vec<Range<usize>>,
    /// Sorted: a key, and where its numbers stand.
    keys: Vec<(Range<usize>, Range<usize>)>,
}

/// What a query found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Numbers of entries, in their order, those found by heading first within a group.
    pub hits: Vec<usize>,
    /// How many numbers of the index were looked at.
    pub work: usize,
}

/// The groups that results are shown in, in order.
pub const GROUPS: [&str; 4] = ["text", "statements", "terms", "questions"];

/// Which of [`GROUPS`] an entry's kind belongs to.
#[must_use]
pub fn group(kind: &str) -> usize {
    match kind {
        "sentence" => 0,
        "term" => 2,
        "question" => 3,
        _ => 1,
    }
}

impl Index {
    /// Reads what [`build`] wrote; `None` where it is something else.
    #[must_use]
    pub fn parse(text: String) -> Option<Index> {
        let (mut entries, mut keys) = (Vec::new(), Vec::new());
        let first = text.find('\n')?;
        let count: usize = text[..first].strip_prefix(HEAD)?.parse().ok()?;
        let mut at = first + 1;
        for line in text[at..].lines() {
            let end = at + line.len();
            if entries.len() < count {
                if line.split('\t').count() != 8 {
                    return None;
                }
                entries.push(at..end);
            } else {
                let tab = at + line.find('\t')?;
                keys.push((at..tab, tab + 1..end));
            }
            at = end + 1;
        }
        (entries.len() == count).then_some(Index {
            text,
            entries,
            keys,
        })
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// True where nothing can be found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn line(&self, n: usize) -> &str {
        self.entries
            .get(n)
            .map_or("", |range| &self.text[range.clone()])
    }

    /// The fields of an entry, in the order of [`Entry`].
    #[must_use]
    pub fn fields(&self, n: usize) -> [&str; 8] {
        let mut out = [""; 8];
        for (to, field) in out.iter_mut().zip(self.line(n).split('\t')) {
            *to = field;
        }
        out
    }

    /// The entries that hold every part of a query.
    #[must_use]
    pub fn search(&self, query: &str) -> Found {
        let mut work = 0;
        let asked = asked(query);
        if asked.is_empty() {
            return Found::default();
        }
        // How many parts each entry has met; one that misses a part falls behind for good.
        let mut met = vec![0_usize; self.len()];
        for (part, key) in asked.iter().enumerate() {
            let from = self
                .keys
                .partition_point(|k| self.text[k.0.clone()] < key[..]);
            let with = self.keys[from..]
                .iter()
                .take_while(|k| self.text[k.0.clone()].starts_with(key.as_str()));
            for (_, numbers) in with {
                let mut n = 0;
                for step in self.text[numbers.clone()].split(' ') {
                    n += usize::from_str_radix(step, 36).unwrap_or(0);
                    work += 1;
                    if let Some(m) = met.get_mut(n).filter(|m| **m == part) {
                        *m += 1;
                    }
                }
            }
        }
        // Pairs may meet apart from each other: longer runs must stand as they were typed.
        let runs: Vec<&str> = words(query)
            .into_iter()
            .filter(|w| w.han)
            .map(|w| &query[w.range])
            .collect();
        let mut ranks: [Vec<usize>; 2 * GROUPS.len()] = Default::default();
        let all = (0..self.len())
            .filter(|n| met[*n] == asked.len())
            .filter(|n| runs.iter().all(|run| self.line(*n).contains(run)));
        for n in all {
            let f = self.fields(n);
            let named = [f[4], f[5]]
                .iter()
                .any(|t| !highlights(t, query).is_empty());
            ranks[2 * group(f[0]) + usize::from(!named)].push(n);
        }
        let hits = ranks.concat();
        Found { hits, work }
    }
}

/// A run of Chinese characters, or a word of another script.
struct Word {
    range: Range<usize>,
    han: bool,
}

/// Characters of scripts that put no space between words.
fn unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// A mark that belongs to a word: in `4.0`, `AT&T`, `IT+`.
fn joins(before: char, mark: char, after: Option<char>) -> bool {
    match mark {
        '.' => before.is_ascii_digit() && after.is_some_and(|c| c.is_ascii_digit()),
        '&' => after.is_some_and(|c| c.is_alphanumeric() && !unspaced(c)),
        '+' => true,
        _ => false,
    }
}

fn words(text: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let han = unspaced(c);
        let open = out.last_mut().filter(|w| w.range.end == at);
        if han || c.is_alphanumeric() {
            match open.filter(|w| w.han == han) {
                Some(word) => word.range.end = end,
                None => out.push(Word {
                    range: at..end,
                    han,
                }),
            }
        } else if let Some(word) =
            open.filter(|w| !w.han && joins(before, c, text[end..].chars().next()))
        {
            word.range.end = end;
        }
        before = c;
    }
    out
}

/// Every pair of neighbours, and the last character alone, so that each character begins a key.
fn pairs(run: &str) -> Vec<String> {
    let c: Vec<char> = run.chars().collect();
    (0..c.len())
        .map(|i| c[i..c.len().min(i + 2)].iter().collect())
        .collect()
}

fn keys_of(text: &str) -> Vec<String> {
    let words = words(text);
    let mut out = Vec::new();
    let mut i = 0;
    while i < words.len() {
        let own = &text[words[i].range.clone()];
        if words[i].han {
            out.extend(pairs(own));
            i += 1;
            continue;
        }
        // A hyphenated word is found by its parts and as one word.
        let from = i;
        let mut whole = own.to_ascii_lowercase();
        out.push(whole.clone());
        i += 1;
        while i < words.len()
            && !words[i].han
            && &text[words[i - 1].range.end..words[i].range.start] == "-"
        {
            let part = text[words[i].range.clone()].to_ascii_lowercase();
            whole.push_str(&part);
            out.push(part);
            i += 1;
        }
        if i > from + 1 {
            out.push(whole);
        }
    }
    out
}

/// The beginnings of keys that a query asks for.
fn asked(query: &str) -> Vec<String> {
    words(query)
        .iter()
        .flat_map(|w| {
            let own = &query[w.range.clone()];
            if !w.han {
                return vec![own.to_ascii_lowercase()];
            }
            let mut keys = pairs(own);
            if keys.len() > 1 {
                keys.pop(); // the last character stands in the last pair
            }
            keys
        })
        .collect()
}

/// Where a text holds the parts of a query: byte ranges in order, none touching another.
#[must_use]
pub fn highlights(text: &str, query: &str) -> Vec<Range<usize>> {
    let own = words(text);
    let mut lit = vec![false; text.len()];
    for word in words(query) {
        let wanted = &query[word.range.clone()];
        if word.han {
            for (at, run) in text.match_indices(wanted) {
                lit[at..at + run.len()].fill(true);
            }
        } else {
            let wanted = wanted.to_ascii_lowercase();
            for start in own.iter().filter(|w| !w.han).map(|w| w.range.start) {
                let held = begins(&text[start..], &wanted).unwrap_or(0);
                lit[start..start + held].fill(true);
            }
        }
    }
    let mut out: Vec<Range<usize>> = Vec::new();
    for at in (0..lit.len()).filter(|at| lit[*at]) {
        match out.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = at + 1,
            None => out.push(at..at + 1),
        }
    }
    out
}

/// How many bytes of `text` say `wanted`, hyphens and capitals aside.
fn begins(text: &str, wanted: &str) -> Option<usize> {
    let mut left = wanted;
    for (at, c) in text.char_indices() {
        if left.is_empty() {
            return Some(at);
        }
        if c == '-' {
            continue;
        }
        left = left.strip_prefix(c.to_ascii_lowercase())?;
    }
    left.is_empty().then_some(text.len())
}
