//! Whether quotations stand in the source, and what is most like one that does not.

use std::{collections::BTreeSet, ops::Range};

use super::{Context, Stated, problem, solid};
use crate::{
    content::{Located, Problem},
    source::Source,
};

/// Ensure each quotation stands in the source exactly once and is whole clauses of it.
pub(super) fn stand(c: &Context<'_>, problems: &mut Vec<Problem>) {
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

fn not_whole(s: &Stated<'_>, q: &Located<String>, x: &Source, r: &Range<usize>) -> Problem {
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
