//! A source text: bytes in, paragraphs and sentences out, each with its byte
//! range in the file it came from. Knows nothing of what the text is about.

use std::ops::Range;

use serde::Serialize;

use crate::encoding::{NotText, decode};

/// Marks that end a sentence.
const TERMINATORS: &[char] = &['。', '！', '？'];
/// Marks that may close a sentence behind its terminator.
const CLOSERS: &[char] = &['”', '’', '）', '》', '」', '』', '"', ')'];
/// Marks that may open a Latin sentence before its capital.
const OPENERS: &[char] = &['"', '“', '‘', '(', '['];
/// Marks between clauses; with [`TERMINATORS`], where a quotation may begin or end.
const CLAUSE_MARKS: &[char] = &['，', '；', '：', '、', ',', ';'];

/// Marks that end a sentence in Latin script, where they may also stand inside one.
const LATIN_TERMINATORS: &[char] = &['.', '!', '?'];

/// The language of a text, and of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Chinese; its edition stands at the site's root.
    Zh,
    /// English; its edition stands under `en/`.
    En,
}

impl Lang {
    /// Both, the root's edition first.
    pub const ALL: [Lang; 2] = [Lang::Zh, Lang::En];

    /// The language of a code in content, file names and URLs.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|l| l.code() == code)
    }

    /// The code in content, file names and URLs.
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

    /// The one that a text of this language is translated into.
    #[must_use]
    pub fn other(self) -> Lang {
        match self {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        }
    }
}

/// One source text.
#[derive(Debug, Clone)]
pub struct Source {
    /// The id that content uses for it.
    pub id: String,
    /// What it is written in.
    pub lang: Lang,
    /// The whole file, byte for byte.
    pub text: String,
    /// In reading order.
    pub sentences: Vec<Sentence>,
    /// The text without white space.
    solid: String,
    /// For each character of `solid`: its byte offset there and in `text`.
    places: Vec<(usize, usize)>,
}

/// A sentence: `text[start..end]` of its source, without surrounding white space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// `p2s7`: paragraph 2, sentence 7, both counted from one; in a site's further sources the
    /// source's id stands before it: `annex-p2s7`.
    pub id: String,
    /// Counted from one.
    pub paragraph: usize,
    /// Within its paragraph, counted from one.
    pub number: usize,
    /// Bytes of the original file.
    pub range: Range<usize>,
    /// The sentence with hard wrapping undone.
    pub text: String,
}

impl Source {
    /// Reads a text file. `prefix` goes before the ids of its sentences.
    ///
    /// # Errors
    /// [`NotText`] when the bytes are empty or not UTF-8; the usual other encodings are named.
    pub fn read(id: &str, lang: Lang, prefix: &str, bytes: &[u8]) -> Result<Source, NotText> {
        let text = decode(bytes)?;
        let mut solid = String::new();
        let mut places = Vec::new();
        for (at, c) in text.char_indices() {
            if !c.is_whitespace() && c != '\u{feff}' {
                places.push((solid.len(), at));
                solid.push(c);
            }
        }
        if solid.is_empty() {
            return Err(NotText {
                at: 0,
                found: "an empty file",
                mend: "put the text into it, as UTF-8",
            });
        }
        let sentences = sentences(&text, prefix);
        Ok(Source {
            id: id.into(),
            lang,
            text,
            sentences,
            solid,
            places,
        })
    }

    /// Every place where `quote` stands, white space aside: byte ranges of the file.
    #[must_use]
    pub fn find(&self, quote: &str) -> Vec<Range<usize>> {
        let wanted: String = quote.chars().filter(|c| !c.is_whitespace()).collect();
        let Some(last) = wanted.chars().last() else {
            return Vec::new();
        };
        let place = |at: usize| {
            let i = self.places.partition_point(|p| p.0 < at);
            self.places[i].1
        };
        let mut out = Vec::new();
        let mut from = 0;
        while let Some(at) = self.solid[from..].find(&wanted).map(|i| from + i) {
            let end = at + wanted.len() - last.len_utf8();
            out.push(place(at)..place(end) + last.len_utf8());
            from = at + wanted.chars().next().map_or(1, char::len_utf8);
        }
        out
    }

    /// The source's own words in a byte range, hard wrapping undone.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> String {
        unwrap(&self.text[range])
    }

    /// The sentences that a byte range touches.
    pub fn touched(&self, range: Range<usize>) -> impl Iterator<Item = &Sentence> {
        self.sentences
            .iter()
            .filter(move |s| s.range.start < range.end && range.start < s.range.end)
    }

    /// Whether a range is whole clauses: it starts where one starts, stops
    /// right before the mark that ends one, and has no such mark at its ends.
    /// The stop of a Latin sentence is such a mark, one inside a number is not.
    #[must_use]
    pub fn is_whole_clauses(&self, range: &Range<usize>) -> bool {
        let mark = |c: char| CLAUSE_MARKS.contains(&c) || TERMINATORS.contains(&c);
        let inside = &self.text[range.clone()];
        let before = self.text[..range.start]
            .chars()
            .rev()
            .find(|c| !c.is_whitespace());
        let after = self.text[range.end..].chars().find(|c| !c.is_whitespace());
        let starts = range.start == self.sentence_at(range.start).map_or(0, |s| s.range.start)
            || before.is_none_or(mark);
        let stops = after.is_none_or(mark)
            || self.sentence_at(range.end).is_some_and(|s| {
                let rest = self.text[range.end..s.range.end].trim_end_matches(CLOSERS);
                !rest.is_empty() && rest.chars().all(|c| LATIN_TERMINATORS.contains(&c))
            });
        let edge = |c: char| mark(c) || LATIN_TERMINATORS.contains(&c);
        starts && stops && !inside.starts_with(edge) && !inside.ends_with(edge)
    }

    /// The sentence a byte offset stands in.
    #[must_use]
    pub fn sentence_at(&self, at: usize) -> Option<&Sentence> {
        self.sentences.iter().find(|s| s.range.contains(&at))
    }

    /// The sentence of an id such as `p2s7`.
    #[must_use]
    pub fn sentence(&self, id: &str) -> Option<&Sentence> {
        self.sentences.iter().find(|s| s.id == id)
    }
}

/// Undoes hard wrapping: a line break between Latin words is a space, any
/// other vanishes; runs of blanks are one.
fn unwrap(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if !c.is_whitespace() {
            out.push(c);
            continue;
        }
        let mut breaks = c == '\n' || c == '\r';
        while let Some(next) = chars.next_if(|c| c.is_whitespace()) {
            breaks |= next == '\n' || next == '\r';
        }
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii());
        if !out.is_empty()
            && chars.peek().is_some()
            && (!breaks || latin(out.chars().last()) && latin(chars.peek().copied()))
        {
            out.push(' ');
        }
    }
    out
}

/// Columns on a terminal or a page set in one width: two for a full-width character.
fn width(line: &str) -> usize {
    line.trim()
        .chars()
        .map(|c| if c.is_ascii() { 1 } else { 2 })
        .sum()
}

fn ends_sentence(line: &str) -> bool {
    let bare = line.trim_end().trim_end_matches(CLOSERS);
    bare.ends_with(TERMINATORS) || bare.ends_with(LATIN_TERMINATORS)
}

/// Byte ranges of the paragraphs. Where lines are wrapped (most stop in the
/// middle of a sentence) a paragraph ends with a line that ends a sentence and
/// had room for more; elsewhere each line is a paragraph.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if !line.trim().is_empty() {
            lines.push((at..at + line.len(), line));
        }
        at += line.len();
    }
    let mut widths: Vec<_> = lines.iter().map(|(_, l)| width(l)).collect();
    widths.sort_unstable();
    let measure = widths.get(widths.len() / 2).copied().unwrap_or(0);
    let wrapped = lines.iter().filter(|(_, l)| !ends_sentence(l)).count() * 2 > lines.len();
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (range, line) in lines {
        match out.last_mut() {
            Some(last) if open => last.end = range.end,
            _ => out.push(range),
        }
        // Two full-width characters may be carried over to keep a mark off the line's start.
        open = wrapped && !(ends_sentence(line) && width(line) + 4 < measure);
    }
    out
}

fn sentences(text: &str, prefix: &str) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (p, range) in paragraphs(text).into_iter().enumerate() {
        let body = &text[range.clone()];
        let mut start = 0;
        let mut number = 0;
        for end in sentence_ends(body) {
            let piece =
                body[start..end].trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            if !piece.is_empty() {
                number += 1;
                let from = range.start + (piece.as_ptr() as usize - body.as_ptr() as usize);
                out.push(Sentence {
                    id: format!("{prefix}p{}s{number}", p + 1),
                    paragraph: p + 1,
                    number,
                    range: from..from + piece.len(),
                    text: unwrap(piece),
                });
            }
            start = end;
        }
    }
    out
}

/// Byte offsets right behind each sentence of a paragraph, the paragraph's end last.
fn sentence_ends(body: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut chars = body.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let latin_stop = LATIN_TERMINATORS.contains(&c);
        if !TERMINATORS.contains(&c) && !latin_stop {
            continue;
        }
        while chars
            .next_if(|(_, c)| CLOSERS.contains(c) || TERMINATORS.contains(c))
            .is_some()
        {}
        let at = chars.peek().map_or(body.len(), |(i, _)| *i);
        let rest = &body[at..];
        // A Latin full stop ends a sentence before a blank and a capital ("4.0" and "e.g. this" go
        // on), unless it stands behind an initial ("U.S. Senate").
        let mut before = body[..i].chars().rev();
        let initial = before.next().is_some_and(char::is_uppercase)
            && before.next().is_none_or(|c| !c.is_alphanumeric());
        let starts_anew = !initial
            && rest.starts_with(char::is_whitespace)
            && rest
                .trim_start()
                .trim_start_matches(OPENERS)
                .starts_with(char::is_uppercase);
        if !latin_stop || starts_anew {
            ends.push(at);
        }
    }
    if ends.last() != Some(&body.len()) {
        ends.push(body.len());
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn latin_lines_join_with_a_space() {
        let s = Source::read(
            "x",
            Lang::En,
            "",
            b"The first line\ngoes on. Second 4.0\nsentence here.\n",
        )
        .expect("a text");
        let texts: Vec<_> = s.sentences.iter().map(|x| x.text.as_str()).collect();
        assert_eq!(
            texts,
            ["The first line goes on.", "Second 4.0 sentence here."]
        );
    }

    #[test]
    fn other_encodings_are_named() {
        let gbk = [0xc3, 0xc0, 0xb9, 0xfa, 0xb5, 0xc2];
        assert_eq!(
            Source::read("x", Lang::Zh, "", &gbk)
                .expect_err("GBK")
                .found,
            "GBK"
        );
        assert_eq!(
            Source::read("x", Lang::Zh, "", &[0xff, 0xfe, 0x41, 0])
                .expect_err("UTF-16")
                .found,
            "UTF-16"
        );
        assert_eq!(
            Source::read("x", Lang::Zh, "", b" \n")
                .expect_err("empty")
                .found,
            "an empty file"
        );
        assert_eq!(
            Source::read("x", Lang::Zh, "", &[b'a', 0xff, b'b'])
                .expect_err("bytes")
                .at,
            1
        );
    }

    proptest! {
        #[test]
        fn ranges_are_disjoint_ordered_and_complete(text in "[a-zA-Z0-9 .，。！？”“\n中文字政策]{1,400}") {
            if let Ok(s) = Source::read("x", Lang::Zh, "", text.as_bytes()) {
                let mut last = 0;
                let mut seen = String::new();
                for x in &s.sentences {
                    prop_assert!(x.range.start >= last && x.range.end > x.range.start);
                    last = x.range.end;
                    seen.push_str(&s.text[x.range.clone()]);
                    let solid = |t: &str| t.chars().filter(|c| !c.is_whitespace()).collect::<String>();
                    prop_assert_eq!(solid(&x.text), solid(&s.text[x.range.clone()]));
                }
                let solid: String = text.chars().filter(|c| !c.is_whitespace()).collect();
                prop_assert_eq!(seen.chars().filter(|c| !c.is_whitespace()).collect::<String>(), solid);
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = Source::read("x", Lang::Zh, "", &bytes);
        }
    }
}
