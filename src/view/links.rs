//! Markdown of the prose, and where its links lead.

use pulldown_cmark::{Event as Md, Options, Parser, Tag, html};

use crate::model::Model;

/// Markdown to HTML; a `claim:` link becomes the words and a way to the claim's sentences.
pub(super) fn markdown(text: &str) -> String {
    let events = Parser::new_ext(text, Options::empty()).map(|e| match e {
        Md::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => {
            let dest_url = dest_url
                .strip_prefix("claim:")
                .map_or(dest_url.clone(), |c| format!("#{c}").into());
            Md::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            })
        }
        other => other,
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    out
}

/// Where a claim stands, below its edition's root.
#[must_use]
pub fn place_of(model: &Model, id: &str) -> String {
    let on_advice = model
        .sets
        .iter()
        .filter(|x| super::structures::of_home(model, x))
        .flat_map(|x| std::iter::once(&x.claim).chain(x.items.iter().map(|i| &i.claim)))
        .any(|c| c.id == id);
    let folder = match id.split('-').next() {
        _ if on_advice => "advice/",
        Some("event") => "timeline/",
        Some("cell" | "set") => "compare/",
        Some("rec") => "advice/",
        Some("link" | "gap") => "thread/",
        Some("relation") => "actors/",
        Some("question") => "questions/",
        Some("term") => "terms/",
        Some("note") => "source/",
        _ => "",
    };
    format!("{folder}index.html#{id}")
}

/// Prose links lead to the claim on this page when it stands here, and to the
/// page where it stands when it does not. `up` leads to the edition's root.
#[must_use]
pub fn settle_links(html: &str, up: &str, model: &Model) -> String {
    model.claims().fold(html.to_owned(), |html, c| {
        let link = format!("href=\"#{}\"", c.id);
        if html.contains(&link) && !html.contains(&format!("id=\"{}\"", c.id)) {
            html.replace(&link, &format!("href=\"{up}{}\"", place_of(model, &c.id)))
        } else {
            html
        }
    })
}
