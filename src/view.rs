//! The pages: the model as Leptos views, complete before any script. No word
//! of any one text stands here; what readers see comes from content.

mod argument;
mod claim;
mod comparison;
mod evidence;
mod timeline;

use leptos::prelude::*;
use pulldown_cmark::{Event as Md, Options, Parser, Tag, html};

use crate::model::{Lang, Model};

/// Every word of the interface that pages and charts ask content for.
pub const LABELS: &[&str] = &[
    "actor.agency",
    "actor.alliance",
    "actor.document",
    "actor.firm",
    "actor.group",
    "actor.institute",
    "actor.named",
    "actor.platform",
    "actor.programme",
    "actor.state",
    "asker.journalist",
    "asker.minister",
    "asker.student",
    "chart.count",
    "chart.coverage-dimensions",
    "chart.coverage-dimensions.note",
    "chart.coverage-sentences",
    "chart.coverage-sentences.note",
    "chart.events-by-place",
    "chart.events-by-place.note",
    "chart.kind",
    "chart.place",
    "chart.table",
    "claim.cell",
    "claim.event",
    "claim.gap",
    "claim.item",
    "claim.lesson",
    "claim.link",
    "claim.note",
    "claim.part",
    "claim.problem",
    "claim.question",
    "claim.recommendation",
    "claim.relation",
    "claim.set",
    "claim.term",
    "compare.dimension",
    "data.about",
    "data.author",
    "data.bytes",
    "data.check",
    "data.file",
    "data.files",
    "data.how",
    "data.source",
    "data.title",
    "facet.level",
    "facet.place",
    "filter.count",
    "filter.reset",
    "footer.key",
    "kind.range",
    "kind.target",
    "kind.undated",
    "kind.year",
    "language",
    "missing",
    "nav",
    "nav.actors",
    "nav.compare",
    "nav.data",
    "nav.home",
    "nav.overview",
    "nav.questions",
    "nav.search",
    "nav.source",
    "nav.thread",
    "nav.timeline",
    "overview.advice",
    "overview.lessons",
    "overview.problems",
    "part.means",
    "part.who",
    "part.whom",
    "reader.cited",
    "reader.notes",
    "set.open",
    "skip",
    "src.open",
    "src.sought",
    "src.why",
    "status.absent",
    "status.inferred",
    "status.stated",
    "thread.gaps",
    "thread.links",
    "timeline.dated",
    "timeline.undated",
    "when.target",
    "when.undated",
];

/// Our policy for what a page may load and run; hosts send the same as a header.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'";

/// A finished page.
#[derive(Debug)]
pub struct Page {
    /// Path below the site's root.
    pub path: String,
    /// The whole document.
    pub html: String,
}

/// Page ids with their folders, in the order of the navigation.
pub const PAGES: &[(&str, &str)] = &[
    ("overview", ""),
    ("timeline", "timeline/"),
    ("compare", "compare/"),
    ("home", "advice/"),
    ("actors", "actors/"),
    ("thread", "thread/"),
    ("source", "source/"),
    ("questions", "questions/"),
    ("search", "terms/"),
    ("data", "data/"),
];

/// What a page is drawn from.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub model: &'a Model,
    pub lang: Lang,
    /// Chart pictures by id.
    pub charts: &'a [(crate::chart::Figure, String)],
}

impl<'a> Scene<'a> {
    fn say(self, key: &'a str) -> String {
        self.model.label(key, self.lang).to_owned()
    }

    fn name_of(self, id: &str) -> String {
        let m = self.model;
        let place = m.places.iter().find(|p| p.id == id).map(|p| &p.short);
        let named = m
            .levels
            .iter()
            .chain(&m.themes)
            .find(|n| n.id == id)
            .map(|n| &n.name);
        let actor = m.actors.iter().find(|a| a.id == id).map(|a| &a.name);
        place
            .or(named)
            .or(actor)
            .map_or(id, |t| t.get(self.lang))
            .to_owned()
    }
}

/// Every page of one edition.
#[must_use]
pub fn pages(
    model: &Model,
    charts: &[(crate::chart::Figure, String)],
    lang: Lang,
    public_url: Option<&str>,
    preview: bool,
) -> Vec<Page> {
    let scene = Scene {
        model,
        lang,
        charts,
    };
    PAGES
        .iter()
        .map(|(id, folder)| {
            let body = match *id {
                "overview" => argument::overview(scene),
                "timeline" => timeline::page(scene),
                "compare" => comparison::page(scene),
                "home" => argument::advice(scene),
                "actors" => evidence::actors(scene),
                "thread" => argument::thread(scene),
                "source" => evidence::reader(scene),
                "questions" => evidence::questions(scene),
                "search" => evidence::terms(scene),
                _ => evidence::data(scene),
            };
            document(scene, id, folder, body, public_url, preview)
        })
        .collect()
}

/// Strips the marks that only hydration needs: our islands mount, they do not hydrate.
fn render(view: impl RenderHtml) -> String {
    view.to_html().replace("<!>", "").replace("<!---->", "")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn document(
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
    let heading = if prose.title.is_empty() {
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
            view! { <li><a href=format!("{up}{prefix}{f}index.html") aria-current=here>{s.say(&format!("nav.{to}"))}</a></li> }
        })
        .collect_view();
    let twin = format!(
        "{up}{}{folder}index.html",
        if other == Lang::En { "en/" } else { "" }
    );
    let intro = markdown(&prose.markdown);
    let lead = (id == "overview")
        .then(|| view! { <p class="lead">{s.model.subtitle.get(s.lang).to_owned()}</p> });
    let inner = render(view! {
        <a class="skip" href="#main">{s.say("skip")}</a>
        <header class="top">
            <a class="brand" href=format!("{up}{prefix}index.html")>{title.clone()}</a>
            <nav aria-label=s.say("nav")><ul>{nav}</ul></nav>
            <a class="twin" href=twin.clone() lang=other.tag() hreflang=other.tag()>{s.model.label("language", other).to_owned()}</a>
        </header>
        <main id="main" class=format!("page-{id}")>
            <h1>{heading.clone()}</h1>
            {lead}
            <div class="prose" inner_html=intro></div>
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
    let script = if preview {
        format!("<script src=\"{up}assets/preview.js\" defer></script>")
    } else {
        String::new()
    };
    let html = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n<meta name=\"description\" content=\"{}\">\n<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"{up}assets/site.css\">\n{links}{data}<script src=\"{up}assets/boot.js\" defer></script>{script}\n</head>\n<body>{inner}</body>\n</html>\n",
        s.lang.tag(),
        escape(&page_title),
        escape(if prose.description.is_empty() {
            s.model.description.get(s.lang)
        } else {
            &prose.description
        }),
    );
    Page { path, html }
}

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

/// Markdown to HTML; a `claim:` link becomes the words and a way to the claim's sentences.
fn markdown(text: &str) -> String {
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
    let counts = model.sets.iter().filter(|x| x.kind == "count");
    let on_advice = counts
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
