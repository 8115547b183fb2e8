//! Checks that compare what we say with what the source says.

use super::{Context, problem, solid};
use crate::{content::Problem, model::Lang};

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

/// Ensure what is given as the text's own words stands in the claim's quotations.
pub(super) fn verbatim(c: &Context<'_>, problems: &mut Vec<Problem>) {
    for s in &c.claims {
        let evidence = c.evidence(s);
        // A phrase may begin with a capital where it leads a cell.
        let folded = |t: &str| match s.lang {
            Lang::Zh => solid(t),
            Lang::En => solid(t).to_lowercase(),
        };
        for phrase in s
            .verbatim
            .iter()
            .filter(|p| !folded(&evidence).contains(&folded(&p.value)))
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
            let wanted = solid(&word.value).to_lowercase();
            let hit = c.sources.iter().flat_map(|x| &x.sentences).find(|x| {
                let text = solid(&x.text);
                (names.is_empty() || names.iter().any(|n| text.contains(n)))
                    && text.to_lowercase().contains(&wanted)
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
