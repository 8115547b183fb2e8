//! Whether the numbers, years and names that we write are those of the sentences behind them.

use super::{Context, problem, solid, words};
use crate::{
    content::{Located, PairDraft, Problem},
    model::Lang,
};

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

/// The years of a text: in Chinese, four digits before 年; in English, what can only be read as a year.
fn years(text: &str, lang: Lang) -> Vec<i64> {
    let text = solid(text);
    digits(&text)
        .into_iter()
        .filter(|d| d.len() == 4)
        .filter_map(|d| Some((d.parse().ok()?, d)))
        .filter(|(year, d)| match lang {
            Lang::Zh => text.contains(&format!("{d}年")),
            Lang::En => (1500..2200).contains(year),
        })
        .map(|(year, _)| year)
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
        let lang = c
            .claims
            .iter()
            .find(|s| std::ptr::eq(s.claim, claim))
            .map_or(Lang::Zh, |s| s.lang);
        let found = years(&claim.quotes[0].text.value, lang);
        if found != wanted {
            problems.push(problem(at, format!("event-{}: expected the first quotation to hold the years {wanted:?}, found {found:?}", d.id), "correct the date, or put the clause that dates the event first"));
        }
        if let Some(set_in) = n("set_in")
            && !claim
                .quotes
                .iter()
                .skip(1)
                .any(|q| years(&q.text.value, lang) == [set_in.value])
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
    /// The language of its evidence.
    pub lang: Lang,
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
                let own = words(pair, s.lang);
                for counted in counted(&own.value, s.lang)
                    .into_iter()
                    .filter(|w| !evidence.to_lowercase().contains(w.as_str()))
                {
                    problems.push(problem(
                        &own.at,
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

/// Numbers in words: in Chinese with a measure word, such as 三种; in English in small letters.
fn counted(text: &str, lang: Lang) -> Vec<String> {
    const ENGLISH: &[&str] = &[
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    if lang == Lang::En {
        return text
            .split(|c: char| !c.is_alphabetic())
            .map(str::to_lowercase)
            .filter(|w| ENGLISH.contains(&w.as_str()))
            .collect();
    }
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
            lang: s.lang,
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
    let own = words(s.words, s.lang);
    for title in quoted(&own.value)
        .into_iter()
        .filter(|t| !s.evidence.contains(&solid(t)) && !solid(s.absent).contains(&solid(t)))
    {
        problems.push(problem(
            &own.at,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_whole() {
        assert_eq!(digits("2011 年，工业 4.0，第 3。"), ["2011", "4.0", "3"]);
        assert_eq!(
            years("在 2015 年—2018 年公布的 21 世纪", Lang::Zh),
            [2015, 2018]
        );
        assert_eq!(
            counted("三种技术、一些工厂、两国", Lang::Zh),
            ["三种", "两国"]
        );
        assert_eq!(years("In 2012, 4000 litres", Lang::En), [2012]);
        assert_eq!(counted("Two or more of often", Lang::En), ["two"]);
    }

    #[test]
    fn latin_names_are_whole_words() {
        assert!(mentions("GE and IBM", "GE"));
        assert!(!mentions("GEAR", "GE"));
        assert!(mentions("在工业 4.0 中", "工业4.0"));
    }
}
