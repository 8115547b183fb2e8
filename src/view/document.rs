//! The frame of every page: head, navigation, heading, footer.

use leptos::prelude::*;

use super::{PAGES, POLICY, Page, Scene, links::markdown, selection};
use crate::model::Lang;

pub(super) const LABELS: &[&str] = &["elder.toggle", "footer.key", "language", "nav", "skip"];

/// Strips the marks that only hydration needs: our islands mount, they do not hydrate.
pub(super) fn render(view: impl RenderHtml) -> String {
    view.to_html().replace("<!>", "").replace("<!---->", "")
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

pub(super) fn document(
    s: Scene<'_>,
    id: &str,
    folder: &str,
    body: AnyView,
    public_url: Option<&str>,
    preview: bool,
) -> Page {
    let (prefix, other) = match s.lang {
        Lang::Zh => ("", Lang::En),
        Lang::En => ("en/", Lang::Zh),
    };
    let path = format!("{prefix}{folder}index.html");
    let up = "../".repeat(path.matches('/').count());
    let prose = s
        .model
        .prose
        .get(&(id.to_owned(), s.lang))
        .cloned()
        .unwrap_or_default();
    let title = s.model.title.get(s.lang).to_owned();
    // A cut of the briefing is a page below the briefing's own.
    let cut = (s.model.cuts.iter()).find(|c| folder == format!("briefing/{}/", c.id));
    let heading = if let Some(cut) = cut {
        cut.name.get(s.lang).to_owned()
    } else if prose.title.is_empty() {
        s.say(&format!("nav.{id}"))
    } else {
        prose.title.clone()
    };
    let page_title = if id == "overview" {
        title.clone()
    } else {
        format!("{heading} · {title}")
    };
    let nav = PAGES
        .iter()
        .map(|(to, f)| {
            let here = (*to == id).then_some("page");
            view! { <li><a href=format!("{up}{prefix}{f}index.html") data-view="" aria-current=here aria-keyshortcuts=(*to == "search").then_some("Control+K Meta+K")>{s.say(&format!("nav.{to}"))}</a></li> }
        })
        .collect_view();
    let twin = format!(
        "{up}{}{folder}index.html",
        if other == Lang::En { "en/" } else { "" }
    );
    let intro = cut.map_or_else(|| markdown(&prose.markdown), |_| String::new());
    let lead = (id == "overview")
        .then(|| view! { <p class="lead">{s.model.subtitle.get(s.lang).to_owned()}</p> });
    let inner = render(view! {
        <a class="skip" href="#main">{s.say("skip")}</a>
        <header class="top">
            <a class="brand" data-view="" href=format!("{up}{prefix}index.html")>{title.clone()}</a>
            <nav aria-label=s.say("nav")><ul>{nav}</ul></nav>
            <button type="button" class="large" aria-pressed="false">{s.say("elder.toggle")}</button>
            <a class="twin" data-view="" href=twin.clone() lang=other.tag() hreflang=other.tag()>{s.model.label("language", other).to_owned()}</a>
        </header>
        <main id="main" class=format!("page-{id}")>
            <h1>{heading.clone()}</h1>
            {lead}
            <div class="prose" inner_html=intro></div>
            {selection::bar(s, id)}
            {body}
        </main>
        <footer><p>{s.model.publisher.get(s.lang).to_owned()}" · "{s.model.licence.get(s.lang).to_owned()}</p>
        <p>{s.say("footer.key")}</p></footer>
    });
    let (index, twin_index) = (
        format!("{prefix}{folder}"),
        format!("{}{folder}", if other == Lang::En { "en/" } else { "" }),
    );
    let links = public_url.map_or(String::new(), |base| {
        let base = base.trim_end_matches('/');
        format!(
            "<link rel=\"canonical\" href=\"{base}/{index}\"><link rel=\"alternate\" hreflang=\"{}\" href=\"{base}/{index}\"><link rel=\"alternate\" hreflang=\"{}\" href=\"{base}/{twin_index}\"><meta property=\"og:title\" content=\"{}\"><meta property=\"og:url\" content=\"{base}/{index}\">",
            s.lang.tag(),
            other.tag(),
            escape(&page_title)
        )
    });
    let data = structured(s, id, &heading);
    let preview = if preview {
        format!("<script src=\"{up}assets/preview.js\" defer></script>\n")
    } else {
        String::new()
    };
    let description = if prose.description.is_empty() {
        s.model.description.get(s.lang)
    } else {
        &prose.description
    };
    let head = format!(
        "<meta name=\"description\" content=\"{}\">\n{links}{data}<script src=\"{up}assets/boot.js\" defer></script>\n{preview}",
        escape(description)
    );
    let html = framed(
        s.lang,
        &page_title,
        &format!("{up}assets/{id}.css"),
        &head,
        &inner,
    );
    Page { path, html }
}

/// A whole document: the same head everywhere, with one style sheet.
pub(super) fn framed(lang: Lang, title: &str, style: &str, head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"{style}\">\n{head}</head>\n<body>{body}</body>\n</html>\n",
        lang.tag(),
        escape(title)
    )
}

/// Keeps a page out of search engines.
pub(super) const UNLISTED: &str = "<meta name=\"robots\" content=\"noindex\">\n";

/// What search engines read (schema.org), no more than the page says.
fn structured(s: Scene<'_>, id: &str, heading: &str) -> String {
    let kind = match id {
        "overview" => "Article",
        "data" => "Dataset",
        _ => return String::new(),
    };
    let m = s.model;
    let data = serde_json::json!({
        "@context": "https://schema.org",
        "@type": kind,
        "name": heading,
        "headline": m.title.get(s.lang),
        "description": m.description.get(s.lang),
        "inLanguage": s.lang.tag(),
        "publisher": { "@type": "Organization", "name": m.publisher.get(s.lang) },
        "version": m.version,
    });
    // "</" would end the element.
    format!(
        "<script type=\"application/ld+json\">{}</script>\n",
        data.to_string().replace("</", "<\\/")
    )
}
