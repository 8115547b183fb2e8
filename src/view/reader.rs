//! The source, sentence by sentence, in both languages: what cites each, its
//! terms, and the editors' readings of odd wordings where they stand.

use std::ops::Range;

use leptos::prelude::*;

use super::{Scene, cite};
use crate::model::{Claim, Lang, Note, SentenceText};

pub(super) const LABELS: &[&str] = &[
    "reader.cited",
    "reader.cited-once",
    "reader.copied",
    "reader.copy",
    "reader.copy-close",
    "reader.copy-failed",
    "reader.copy-text",
    "reader.key",
    "reader.note",
    "reader.paragraph",
    "reader.paragraphs",
    "reader.show",
    "reader.show-both",
    "reader.show-en",
    "reader.show-zh",
    "reader.uncited",
];

pub(super) fn page(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let paragraphs: Vec<&[SentenceText]> = m
        .sentences
        .chunk_by(|a, b| (&a.source, a.paragraph) == (&b.source, b.paragraph))
        .collect();
    let jumps = paragraphs
        .iter()
        .map(
            |p| view! { <li><a href=format!("#{}", paragraph(&p[0]))>"¶"{p[0].paragraph}</a></li> },
        )
        .collect_view();
    let shown = [
        ("zh", "reader.show-zh", Some(Lang::Zh)),
        ("en", "reader.show-en", Some(Lang::En)),
        ("both", "reader.show-both", None),
    ]
    .map(|(id, label, lang)| {
        view! { <button type="button" class="chip" data-show=id aria-pressed=(id == "both").to_string() lang=lang.map(Lang::tag)>{s.say(label)}</button> }
    });
    let body = m
        .sources
        .iter()
        .map(|source| {
            let title = source.title.get(s.lang);
            let named = (m.sources.len() > 1).then(|| view! { <p class="of">{title.to_owned()}</p> });
            let own = paragraphs
                .iter()
                .filter(|p| p[0].source == source.id)
                .map(|p| {
                    let n = p[0].paragraph;
                    let said = s
                        .say("reader.paragraph")
                        .replace("{n}", &n.to_string())
                        .replace("{m}", &p.len().to_string());
                    let sentences = p.iter().map(|x| sentence(s, x)).collect_view();
                    view! { <section class="paragraph"><h2 id=paragraph(&p[0])>"¶"{n}" "<small>{said}</small></h2>{sentences}</section> }
                })
                .collect_view();
            view! { <div data-source=source.id.clone() data-title=title.to_owned()>{named}{own}</div> }
        })
        .collect_view();
    view! {
        <div class="reader" data-island="reader" data-text="both">
            <div class="tools">
                <nav aria-label=s.say("reader.paragraphs")><ol class="jump">{jumps}</ol></nav>
                <div class="chips shown" role="group" aria-label=s.say("reader.show")>{shown.to_vec()}</div>
            </div>
            <p class="note">{s.say("reader.key")}</p>
            {body}
            {cite::panel(s)}
        </div>
    }
    .into_any()
}

/// The anchor of a sentence's paragraph: the sentence's id without its number.
fn paragraph(x: &SentenceText) -> String {
    let at = x.id.rfind('s').unwrap_or(x.id.len());
    x.id[..at].to_owned()
}

fn sentence(s: Scene<'_>, x: &SentenceText) -> AnyView {
    let m = s.model;
    let notes: Vec<&Note> = m.notes.iter().filter(|n| stands_at(n, x)).collect();
    let mut marks: Vec<Mark> = notes
        .iter()
        .map(|n| Mark {
            form: n.phrase.clone(),
            class: "odd",
            href: format!("#{}", n.claim.id),
        })
        .collect();
    let terms = m.terms.iter().filter(|t| t.sentences.contains(&x.id));
    let term = |form: &str, id: &str| Mark {
        form: form.to_owned(),
        class: "term",
        href: format!("../terms/index.html#{id}"),
    };
    let translated: Vec<Mark> = terms
        .clone()
        .filter(|_| s.lang != x.lang)
        .map(|t| term(t.name.get(s.lang), &t.claim.id))
        .collect();
    marks.extend(terms.flat_map(|t| t.forms.iter().map(move |f| term(f, &t.claim.id))));
    let readings = notes
        .iter()
        .map(|n| {
            let c = &n.claim;
            let why = c.why.as_ref().map(|w| view! { <p class="why">{w.get(s.lang).to_owned()}</p> });
            view! {
                <div class="claim reading" id=c.id.clone() data-claim=c.id.clone() data-status=c.status.code()>
                    <p><span class="badge" data-status=c.status.code()>{s.say("reader.note")}</span>" "{c.text.get(s.lang).to_owned()}</p>{why}
                </div>
            }
        })
        .collect_view();
    let texts = [s.lang, s.lang.other()].map(|lang| {
        let marks = if lang == x.lang { &marks } else { &translated };
        view! { <p class=lang.code() lang=lang.tag()>{marked(x.get(lang), marks)}</p> }
    });
    let f = m.facets_of_sentences(std::slice::from_ref(&x.id));
    view! {
        <div class="sentence" data-item="sentence" data-places=f.places() data-actors=f.actors() data-themes=f.themes() data-cited=x.cited_by.join(" ") id=x.id.clone() data-sentence=x.id.clone()>
            <a class="n" href=format!("#{}", x.id)>{x.id.clone()}</a>
            {texts.into_iter().collect_view()}
            {readings}
            <div class="foot">{cited(s, x)}<button type="button" class="copy">{s.say("reader.copy")}</button></div>
        </div>
    }
    .into_any()
}

/// A note stands at the sentence whose wording it reads.
fn stands_at(note: &Note, x: &SentenceText) -> bool {
    let own = note
        .claim
        .quotes
        .iter()
        .find(|q| q.text().contains(&note.phrase));
    own.or(note.claim.quotes.first())
        .is_some_and(|q| q.source() == x.source && q.sentence() == x.id)
}

/// The claims that cite a sentence, by kind, each a way to its view.
fn cited(s: Scene<'_>, x: &SentenceText) -> AnyView {
    let m = s.model;
    let claims: Vec<&Claim> = x.cited_by.iter().filter_map(|id| m.claim(id)).collect();
    if claims.is_empty() {
        let why = x.unused.as_ref().map(|t| t.get(s.lang).to_owned());
        return view! { <p class="why">{s.say("reader.uncited")}{why.map(|w| format!(" · {w}"))}</p> }.into_any();
    }
    let mut kinds: Vec<&str> = Vec::new();
    for c in &claims {
        if !kinds.contains(&c.kind) {
            kinds.push(c.kind);
        }
    }
    let groups = kinds
        .into_iter()
        .map(|kind| {
            let links = claims
                .iter()
                .filter(|c| c.kind == kind)
                .map(|c| view! { <li><a data-view="" href=format!("../{}", super::place_of(m, &c.id))>{c.text.get(s.lang).to_owned()}</a></li> })
                .collect_view();
            view! { <div><dt>{s.say(&format!("claim.{kind}"))}</dt><dd><ul>{links}</ul></dd></div> }
        })
        .collect_view();
    let said = if claims.len() == 1 {
        s.say("reader.cited-once")
    } else {
        s.say("reader.cited")
            .replace("{n}", &claims.len().to_string())
    };
    view! { <details class="src"><summary>{said}</summary><dl>{groups}</dl></details> }.into_any()
}

/// Words to mark in a text, and where the mark leads.
struct Mark {
    form: String,
    class: &'static str,
    href: String,
}

/// A text with its marks as links.
fn marked(text: &str, marks: &[Mark]) -> AnyView {
    let mut at = 0;
    let mut parts: Vec<AnyView> = Vec::new();
    for (range, mark) in places(text, marks) {
        parts.push(text[at..range.start].to_owned().into_any());
        at = range.end;
        parts.push(
            view! { <a class=mark.class data-view=(mark.class == "term").then_some("") href=mark.href.clone()>{text[range].to_owned()}</a> }
                .into_any(),
        );
    }
    parts.push(text[at..].to_owned().into_any());
    parts.into_any()
}

/// Where each mark first stands, spaces and capitals aside: the longest first, none upon another.
fn places<'a>(text: &str, marks: &'a [Mark]) -> Vec<(Range<usize>, &'a Mark)> {
    let solid = |t: &str| -> Vec<(usize, char)> {
        t.char_indices()
            .filter(|(_, c)| !c.is_whitespace())
            .map(|(i, c)| (i, c.to_ascii_lowercase()))
            .collect()
    };
    let whole = solid(text);
    let mut forms: Vec<(Vec<(usize, char)>, &Mark)> =
        marks.iter().map(|m| (solid(&m.form), m)).collect();
    forms.sort_by_key(|f| std::cmp::Reverse(f.0.len()));
    let mut out: Vec<(Range<usize>, &Mark)> = Vec::new();
    for (form, mark) in forms {
        let found = whole
            .windows(form.len().max(1))
            .filter(|w| w.iter().zip(&form).all(|(a, b)| a.1 == b.1))
            .filter_map(|w| Some(w.first()?.0..w.last().map(|l| l.0 + l.1.len_utf8())?))
            .find(|r| {
                out.iter()
                    .all(|(o, _)| o.end <= r.start || r.end <= o.start)
            });
        if let Some(range) = found.filter(|_| out.iter().all(|o| o.1.href != mark.href)) {
            out.push((range, mark));
        }
    }
    out.sort_by_key(|o| o.0.start);
    out
}

#[cfg(test)]
mod tests {
    use super::{Mark, places};

    fn mark(form: &str, href: &str) -> Mark {
        Mark {
            form: form.into(),
            class: "term",
            href: href.into(),
        }
    }

    #[test]
    fn the_longest_form_is_marked_once_whatever_its_spaces() {
        let text = "建设 IT 技术与IT技术平台，平台";
        let marks = [
            mark("平台", "b"),
            mark("技术平台", "a"),
            mark("it技术", "c"),
        ];
        let found: Vec<_> = places(text, &marks)
            .into_iter()
            .map(|(r, m)| (&text[r], m.href.as_str()))
            .collect();
        assert_eq!(found, [("IT 技术", "c"), ("技术平台", "a"), ("平台", "b")]);
    }
}
