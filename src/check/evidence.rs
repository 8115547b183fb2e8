//! Checks that compare what we say with what the source says.

use std::collections::BTreeSet;

use super::{Context, Stated, problem, solid};
use crate::{
    content::{Located, PairDraft, Problem},
    source::Source,
};

/// Ensure a stated or inferred claim has quotations, an inferred one its reading, and an absence the words looked for.
pub(super) fn statuses(c: &Context<'_>, problems: &mut Vec<Problem>) {
    for s in &c.claims {
        let (status, at) = (s.claim.status.value.as_str(), &s.claim.status.at);
        let mut refuse = |bad: bool, what: &str, mend: &str| {
            if bad {
                problems.push(problem(at, format!("{}: {what}", s.id), mend));
            }
        };
        match status {
            "stated" | "inferred" => {
                refuse(
                    s.claim.quotes.is_empty(),
                    "no quotations",
                    "add quotes = [\"…\"], or say status = \"absent\"",
                );
                refuse(
                    !s.claim.sought.is_empty(),
                    "`sought` belongs to absences",
                    "delete sought",
                );
                refuse(
                    status == "inferred" && s.claim.why.is_none(),
                    "an editors' reading without `why`",
                    "add why = { zh = \"…\", en = \"…\" }",
                );
                refuse(
                    status == "stated" && s.claim.why.is_some(),
                    "`why` belongs to editors' readings",
                    "delete why, or say status = \"inferred\"",
                );
            }
            "absent" => {
                refuse(
                    s.claim.sought.is_empty(),
                    "an absence without the words looked for",
                    "add sought = [\"…\"]",
                );
                refuse(
                    s.claim.why.is_some(),
                    "`why` belongs to editors' readings",
                    "delete why",
                );
            }
            other => refuse(
                true,
                &format!("status: expected stated, inferred or absent, found {other}"),
                "use one of the three",
            ),
        }
    }
}

/// Ensure each quotation stands in the source exactly once and is whole clauses of it.
pub(super) fn quotations(c: &Context<'_>, problems: &mut Vec<Problem>) {
    for s in &c.claims {
        for (q, _) in s
            .claim
            .quotes
            .iter()
            .zip(&s.found)
            .filter(|(_, f)| f.is_none())
        {
            let hits: Vec<_> = c
                .sources
                .iter()
                .flat_map(|x| x.find(&q.text.value).into_iter().map(move |r| (x, r)))
                .collect();
            let ids: Vec<_> = hits
                .iter()
                .filter_map(|(x, r)| x.sentence_at(r.start))
                .map(|x| x.id.as_str())
                .collect();
            problems.push(match (&hits[..], &q.within) {
                ([], _) => problem(
                    &q.text.at,
                    format!(
                        "{}: quotation not in the source\n{}",
                        s.id,
                        nearest(c.sources, &q.text.value)
                    ),
                    "copy the words from the source, character for character",
                ),
                ([(x, r)], None) => not_whole(s, &q.text, x, r),
                (_, None) => problem(
                    &q.text.at,
                    format!(
                        "{}: the quotation occurs {} times, in {}",
                        s.id,
                        hits.len(),
                        ids.join(" and ")
                    ),
                    "say which: { text = \"…\", in = \"p2s4\" }",
                ),
                (_, Some(w)) => match hits
                    .iter()
                    .find(|(x, r)| x.sentence_at(r.start).is_some_and(|y| y.id == w.value))
                {
                    Some((x, r)) => not_whole(s, &q.text, x, r),
                    None => problem(
                        &w.at,
                        format!(
                            "{}: expected the quotation in {}, found it in {}",
                            s.id,
                            w.value,
                            ids.join(" and ")
                        ),
                        "correct `in`",
                    ),
                },
            });
        }
    }
}

fn not_whole(
    s: &Stated<'_>,
    q: &Located<String>,
    x: &Source,
    r: &std::ops::Range<usize>,
) -> Problem {
    let text = &x.text;
    let before: String = text[..r.start]
        .chars()
        .rev()
        .filter(|c| !c.is_whitespace())
        .take(6)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let after: String = text[r.end..]
        .chars()
        .filter(|c| !c.is_whitespace())
        .take(6)
        .collect();
    problem(
        &q.at,
        format!(
            "{}: the quotation is no whole clause: the source has …{before}【{}】{after}…",
            s.id,
            x.slice(r.clone())
        ),
        "begin right after, and stop right before, one of ，。；：、, with none of them at either end",
    )
}

/// The passage most like a quotation, with what differs in 【】.
fn nearest(sources: &[Source], quote: &str) -> String {
    let wanted: Vec<char> = solid(quote).chars().collect();
    let pairs: BTreeSet<_> = wanted.windows(2).collect();
    let texts: Vec<(Vec<char>, &str)> = sources
        .iter()
        .flat_map(|s| &s.sentences)
        .map(|x| (solid(&x.text).chars().collect(), x.id.as_str()))
        .collect();
    // How many pairs of characters a window shares with the quotation, by prefix sums.
    let windows = texts.iter().flat_map(|(text, id)| {
        let n = wanted.len().min(text.len());
        let mut sums = vec![0_usize];
        for pair in text.windows(2) {
            sums.push(sums[sums.len() - 1] + usize::from(pairs.contains(pair)));
        }
        (0..=text.len() - n).map(move |i| (sums[i + n.max(1) - 1] - sums[i], &text[i..i + n], *id))
    });
    let windows: Vec<_> = windows.collect();
    let most = windows.iter().map(|w| w.0).max();
    let best = windows
        .into_iter()
        .filter(|w| Some(w.0) == most)
        .max_by_key(|(_, w, _)| w.iter().zip(&wanted).filter(|(a, b)| a == b).count())
        .map(|(_, found, id)| (found, id));
    let Some((found, id)) = best else {
        return String::new();
    };
    let head = wanted.iter().zip(found).take_while(|(a, b)| a == b).count();
    let rest = wanted.len().min(found.len()) - head;
    let tail = wanted
        .iter()
        .rev()
        .zip(found.iter().rev())
        .take(rest)
        .take_while(|(a, b)| a == b)
        .count();
    let mark = |t: &[char]| {
        let part = |r: &[char]| r.iter().collect::<String>();
        format!(
            "{}【{}】{}",
            part(&t[..head]),
            part(&t[head..t.len() - tail]),
            part(&t[t.len() - tail..])
        )
    };
    format!(
        "    expected: {}\n    nearest ({id}): {}",
        mark(&wanted),
        mark(found)
    )
}

/// The numbers in digits of a text, in order.
fn digits(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut chars = text.chars().peekable();
    let mut open = false;
    while let Some(c) = chars.next() {
        let point = c == '.' && open && chars.peek().is_some_and(char::is_ascii_digit);
        if c.is_ascii_digit() || point {
            if !open {
                out.push(String::new());
            }
            if let Some(last) = out.last_mut() {
                last.push(c);
            }
        }
        open = c.is_ascii_digit() || point;
    }
    out
}

/// The years of a text: four digits before 年.
fn years(text: &str) -> Vec<i64> {
    let text = solid(text);
    digits(&text)
        .into_iter()
        .filter(|d| d.len() == 4 && text.contains(&format!("{d}年")))
        .filter_map(|d| d.parse().ok())
        .collect()
}

/// Ensure an event has one date, and its first quotation holds exactly the date's years.
pub(super) fn dates(c: &Context<'_>, problems: &mut Vec<Problem>) {
    for d in c.content.of("events") {
        let n = |k: &str| d.numbers.get(k);
        let undated = d.flags.get("undated").copied().unwrap_or(false);
        let wanted = match (
            n("year"),
            n("target"),
            n("set_in"),
            n("from"),
            n("to"),
            undated,
        ) {
            (Some(y), None, None, None, None, false) => vec![y.value],
            (None, Some(t), Some(_), None, None, false) => vec![t.value],
            (None, None, None, Some(a), Some(b), false) if a.value < b.value => {
                vec![a.value, b.value]
            }
            (None, None, None, None, None, true) => continue,
            _ => {
                problems.push(problem(
                    &d.at,
                    format!("event-{}: no clear date", d.id),
                    "give one of: year; target with set_in; from before to; undated = true",
                ));
                continue;
            }
        };
        let at = ["year", "target", "from"]
            .iter()
            .find_map(|k| n(k))
            .map_or(&d.at, |x| &x.at);
        let Some(claim) = d.claim.as_ref().filter(|x| !x.quotes.is_empty()) else {
            continue;
        };
        let found = years(&claim.quotes[0].text.value);
        if found != wanted {
            problems.push(problem(at, format!("event-{}: expected the first quotation to hold the years {wanted:?}, found {found:?}", d.id), "correct the date, or put the clause that dates the event first"));
        }
        if let Some(set_in) = n("set_in")
            && !claim
                .quotes
                .iter()
                .skip(1)
                .any(|q| years(&q.text.value) == [set_in.value])
        {
            problems.push(problem(
                &set_in.at,
                format!(
                    "event-{}: no quotation says that the target was set in {}",
                    d.id, set_in.value
                ),
                "add the clause that dates the setting as a second quotation",
            ));
        }
    }
}

/// Words in both languages and what they may rest on.
pub(super) struct Saying<'a> {
    /// Who says it: the id that a problem begins with.
    pub id: &'a str,
    /// The words.
    pub words: &'a PairDraft,
    /// The quotations, white space left out.
    pub evidence: &'a str,
    /// Words of absences, whose names may be repeated.
    pub absent: &'a str,
}

/// Ensure every number in a claim stands in its quotations, and both languages give the same.
pub(super) fn numbers(c: &Context<'_>, problems: &mut Vec<Problem>) {
    for s in &c.claims {
        let evidence = c.evidence(s);
        let absent = s.claim.status.value == "absent";
        for pair in std::iter::once(&s.claim.text)
            .chain(s.titles.iter().copied())
            .chain(&s.claim.why)
        {
            if !absent {
                foreign_numbers(&s.id, &pair.zh, &evidence, problems);
            }
            unequal_numbers(&s.id, pair, problems);
            if s.claim.status.value == "stated" {
                for counted in counted(&pair.zh.value)
                    .into_iter()
                    .filter(|w| !evidence.contains(w.as_str()))
                {
                    problems.push(problem(
                        &pair.zh.at,
                        format!("{}: “{counted}” is in none of its quotations", s.id),
                        "count only as the text counts, or say status = \"inferred\"",
                    ));
                }
            }
        }
        let known = digits(&evidence);
        for (key, n) in s
            .numbers
            .iter()
            .filter(|(_, n)| !known.contains(&n.value.to_string()))
        {
            problems.push(problem(
                &n.at,
                format!("{}: {key} = {} is in none of its quotations", s.id, n.value),
                "use the text's number, or quote the sentence that has it",
            ));
        }
    }
}

/// Reports numbers that no quotation has.
pub(super) fn foreign_numbers(
    id: &str,
    words: &Located<String>,
    evidence: &str,
    problems: &mut Vec<Problem>,
) {
    let evidence = digits(evidence);
    for n in digits(&words.value)
        .iter()
        .filter(|n| !evidence.contains(n))
    {
        problems.push(problem(
            &words.at,
            format!("{id}: the number {n} is in none of its quotations"),
            "use the text's number, or quote the sentence that has it",
        ));
    }
}

/// Reports numbers that one language has and the other has not.
pub(super) fn unequal_numbers(id: &str, pair: &PairDraft, problems: &mut Vec<Problem>) {
    let (mut zh, mut en) = (digits(&pair.zh.value), digits(&pair.en.value));
    zh.sort();
    en.sort();
    if zh != en {
        problems.push(problem(
            &pair.en.at,
            format!("{id}: the numbers differ between languages: zh {zh:?}, en {en:?}"),
            "write the same numbers, in digits, in both",
        ));
    }
}

/// Chinese numerals with a measure word, such as 三种.
fn counted(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    chars
        .windows(2)
        .filter(|w| "两二三四五六七八九十".contains(w[0]) && "种项家层类条级大国".contains(w[1]))
        .map(|w| w.iter().collect())
        .collect()
}

/// Ensure a claim names nothing that its quotations do not name.
pub(super) fn names(c: &Context<'_>, problems: &mut Vec<Problem>) {
    for s in c.claims.iter().filter(|s| s.claim.status.value != "absent") {
        let saying = Saying {
            id: &s.id,
            words: &s.claim.text,
            evidence: &c.evidence(s),
            absent: "",
        };
        foreign_names(c, &saying, problems);
        if s.claim.status.value == "stated" {
            foreign_titles(&saying, problems);
        }
        foreign_latin(&saying, problems);
    }
}

/// Reports places and actors that no quotation names.
pub(super) fn foreign_names(c: &Context<'_>, s: &Saying<'_>, problems: &mut Vec<Problem>) {
    for d in c
        .content
        .of("places")
        .iter()
        .chain(c.content.of("actors"))
        .filter(|d| d.word("kind").is_none_or(|k| k.value != "group"))
    {
        if d.list("names")
            .iter()
            .any(|n| s.evidence.contains(&solid(&n.value)))
        {
            continue;
        }
        let own = d.pairs.get("name");
        let forms = |own: Option<&Located<String>>| {
            d.list("names")
                .iter()
                .chain(d.list("also"))
                .chain(own)
                .map(|n| n.value.clone())
                .collect::<Vec<_>>()
        };
        let (zh, en) = (forms(own.map(|p| &p.zh)), forms(own.map(|p| &p.en)));
        if zh.iter().chain(&en).any(|n| mentions(s.absent, n)) {
            continue;
        }
        let said = |words: &Located<String>, forms: &[String]| {
            forms.iter().find(|n| mentions(&words.value, n)).cloned()
        };
        let named = said(&s.words.zh, &zh)
            .map(|n| (&s.words.zh, n))
            .or_else(|| said(&s.words.en, &en).map(|n| (&s.words.en, n)));
        if let Some((at, name)) = named {
            problems.push(problem(
                &at.at,
                format!(
                    "{}: names “{name}”, which none of its quotations names",
                    s.id
                ),
                "add the sentence that names it, or leave the name out",
            ));
        }
    }
}

/// Reports what stands between “ ” or 《 》 and in no quotation.
pub(super) fn foreign_titles(s: &Saying<'_>, problems: &mut Vec<Problem>) {
    for title in quoted(&s.words.zh.value)
        .into_iter()
        .filter(|t| !s.evidence.contains(&solid(t)) && !solid(s.absent).contains(&solid(t)))
    {
        problems.push(problem(
            &s.words.zh.at,
            format!("{}: “{title}” is in none of its quotations", s.id),
            "copy the text's own words between “ ” or 《 》",
        ));
    }
}

/// Reports Latin words that no quotation has.
pub(super) fn foreign_latin(s: &Saying<'_>, problems: &mut Vec<Problem>) {
    for word in latin(&s.words.zh.value)
        .into_iter()
        .filter(|w| !s.evidence.contains(w.as_str()) && !s.absent.contains(w.as_str()))
    {
        problems.push(problem(
            &s.words.zh.at,
            format!("{}: “{word}” is in none of its quotations", s.id),
            "use the text's own name, or quote the sentence that has it",
        ));
    }
}

/// Whether a text names something: a Latin name as whole words, any other anywhere.
fn mentions(text: &str, name: &str) -> bool {
    if !name.is_ascii() {
        return solid(text).contains(&solid(name));
    }
    let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    text.match_indices(name)
        .any(|(i, m)| !word(text[..i].chars().last()) && !word(text[i + m.len()..].chars().next()))
}

/// What stands between “ ” or 《 》.
fn quoted(text: &str) -> Vec<&str> {
    [('“', '”'), ('《', '》')]
        .iter()
        .flat_map(|(open, close)| {
            text.match_indices(*open).filter_map(|(i, m)| {
                let inside = &text[i + m.len()..];
                inside.find(*close).map(|end| &inside[..end])
            })
        })
        .collect()
}

/// Runs of Latin letters.
fn latin(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_ascii_alphabetic())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Ensure what is given as the text's own words stands in the claim's quotations.
pub(super) fn verbatim(c: &Context<'_>, problems: &mut Vec<Problem>) {
    for s in &c.claims {
        let evidence = c.evidence(s);
        for phrase in s
            .verbatim
            .iter()
            .filter(|p| !evidence.contains(&solid(&p.value)))
        {
            problems.push(problem(
                &phrase.at,
                format!("{}: “{}” is not in its quotations", s.id, phrase.value),
                "copy the text's own words, or quote the sentence that has them",
            ));
        }
    }
    let whole: String = c.sources.iter().map(|s| solid(&s.text)).collect();
    let forms = ["places", "actors"]
        .iter()
        .flat_map(|k| c.content.of(k))
        .flat_map(|d| d.list("names"))
        .chain(c.content.of("terms").iter().flat_map(|d| d.list("forms")));
    for form in forms.filter(|f| !whole.contains(&solid(&f.value))) {
        problems.push(problem(
            &form.at,
            format!("“{}” is nowhere in the source", form.value),
            "give the forms that the source uses",
        ));
    }
    for (within, by) in c.content.of("actors").iter().flat_map(|d| &d.mentions) {
        let stands = c
            .sources
            .iter()
            .filter_map(|s| s.sentence(&within.value))
            .any(|x| solid(&x.text).contains(&solid(&by.value)));
        if !stands {
            problems.push(problem(
                &by.at,
                format!("“{}” is not in {}", by.value, within.value),
                "copy the words that refer to it, and name their sentence",
            ));
        }
    }
}

/// Ensure no sentence about a claim's places holds a word that an absence says was not found.
pub(super) fn absences(c: &Context<'_>, problems: &mut Vec<Problem>) {
    for s in c.claims.iter().filter(|s| s.claim.status.value == "absent") {
        let names: Vec<String> = c
            .content
            .of("places")
            .iter()
            .filter(|p| s.places.contains(&p.id.as_str()))
            .flat_map(|p| p.list("names"))
            .map(|n| solid(&n.value))
            .collect();
        for word in &s.claim.sought {
            let hit = c.sources.iter().flat_map(|x| &x.sentences).find(|x| {
                let text = solid(&x.text);
                (names.is_empty() || names.iter().any(|n| text.contains(n)))
                    && text.contains(&solid(&word.value))
            });
            if let Some(x) = hit {
                problems.push(problem(
                    &word.at,
                    format!(
                        "{}: “{}” is not absent: {} says {}",
                        s.id, word.value, x.id, x.text
                    ),
                    "state what the text says, or look for another word",
                ));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_whole() {
        assert_eq!(digits("2011 年，工业 4.0，第 3。"), ["2011", "4.0", "3"]);
        assert_eq!(years("在 2015 年—2018 年公布的 21 世纪"), [2015, 2018]);
        assert_eq!(counted("三种技术、一些工厂、两国"), ["三种", "两国"]);
    }

    #[test]
    fn latin_names_are_whole_words() {
        assert!(mentions("GE and IBM", "GE"));
        assert!(!mentions("GEAR", "GE"));
        assert!(mentions("在工业 4.0 中", "工业4.0"));
    }
}
