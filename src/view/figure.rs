//! A chart with its finding, table, sentences and menu, and the page of its
//! own that other sites embed.

use leptos::prelude::*;

use super::{
    Page, Scene,
    document::{UNLISTED, framed, render},
};
use crate::{
    chart::{Figure, Form},
    model::{Lang, Quote},
};

pub(super) const LABELS: &[&str] = &[
    "figure.back",
    "figure.citation",
    "figure.citation-online",
    "figure.cite",
    "figure.code",
    "figure.done",
    "figure.embed",
    "figure.failed",
    "figure.link",
    "figure.menu",
    "figure.png",
    "figure.sentences",
    "figure.source",
    "figure.table",
];

/// The folder of the page that shows a chart.
fn folder(id: &str) -> &'static str {
    match id {
        "events-by-place" | "events-by-year" | "events-by-level" => "timeline/",
        "coverage-dimensions" => "compare/",
        "network" | "levels" => "actors/",
        "problems" | "recommendations" => "advice/",
        "link-map" => "thread/",
        _ => "data/",
    }
}

fn prefix(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "",
        Lang::En => "en/",
    }
}

/// A chart's picture with its finding, table and menu; nothing where there is no such chart.
pub(super) fn figure(s: Scene<'_>, id: &str) -> Option<AnyView> {
    let (f, pictures) = s.charts.iter().find(|(f, _)| f.id == id)?;
    let title = view! { <figcaption>{f.finding.clone()}</figcaption> }.into_any();
    let after = view! { {sentences(s, f)}{menu(s, f)} }.into_any();
    Some(frame(s, f, pictures, title, after))
}

/// What a chart is wherever it stands. One that is too small to draw is its finding alone.
fn frame(s: Scene<'_>, f: &Figure, pictures: &[String], title: AnyView, after: AnyView) -> AnyView {
    let head = f
        .table
        .head
        .iter()
        .map(|h| view! { <th scope="col">{h.clone()}</th> })
        .collect_view();
    let row = |r: &Vec<String>| {
        let cells = r
            .iter()
            .skip(1)
            .map(|c| view! { <td>{c.clone()}</td> })
            .collect_view();
        view! { <tr><th scope="row">{r.first().cloned()}</th>{cells}</tr> }
    };
    let rows = f.table.rows.iter().map(row).collect_view();
    let picture = (!pictures.is_empty()).then(|| {
        let forms = pictures
            .iter()
            .zip(Form::ALL)
            .map(|(svg, form)| view! { <div class=form.code() inner_html=svg.clone()></div> })
            .collect_view();
        view! {
            <div class="drawn">
                <div class="picture" tabindex="0" role="group" aria-label=f.description.clone()>{forms}</div>
                <p class="note said" role="status"></p>
            </div>
        }
        .into_any()
    });
    let table = view! {
        <details class="src"><summary>{s.say("figure.table")}</summary><div class="scroll"><table><caption>{f.finding.clone()}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></details>
    }
    .into_any();
    let island = picture.is_some().then_some("chart");
    view! {
        <figure data-island=island data-chart=f.id data-file=format!("{}.{}", f.id, s.lang.code()) id=format!("chart-{}", f.id)>
            {title}
            <div class="parts">{picture}<div class="beside"><p class="note">{f.note.clone()}</p>{table}{after}</div></div>
        </figure>
    }
    .into_any()
}

/// The sentences behind the claims that a chart rests on, in the text's order.
fn sentences(s: Scene<'_>, f: &Figure) -> AnyView {
    let behind: Vec<_> = s
        .model
        .claims()
        .filter(|c| f.claims.contains(&c.id))
        .flat_map(|c| c.quotes.iter().flat_map(Quote::sentences))
        .collect();
    let ids: Vec<_> = s
        .model
        .sentences
        .iter()
        .map(|x| &x.id)
        .filter(|id| behind.contains(id))
        .collect();
    let label = s
        .say("figure.sentences")
        .replace("{n}", &ids.len().to_string());
    let list = ids
        .iter()
        .map(|id| view! { <li><a data-view="" href=format!("@source@#{id}")>{(*id).clone()}</a></li> })
        .collect_view();
    view! { <details class="src basis"><summary>{label}</summary><ul>{list}</ul></details> }
        .into_any()
}

/// How to cite a chart: in words, and as BibTeX in English. Nothing is said that nobody knows.
fn citation(s: Scene<'_>, f: &Figure) -> (String, Option<String>) {
    let m = s.model;
    let (publisher, title) = (m.publisher.get(s.lang), m.title.get(s.lang));
    let address = s.public_url.map(|base| {
        let base = base.trim_end_matches('/');
        format!("{base}/{}{}#chart-{}", prefix(s.lang), folder(f.id), f.id)
    });
    let key = if address.is_some() {
        "figure.citation-online"
    } else {
        "figure.citation"
    };
    let words = [
        ("{publisher}", publisher),
        ("{finding}", &f.finding),
        ("{title}", title),
        ("{version}", &m.version),
        ("{url}", address.as_deref().unwrap_or_default()),
    ]
    .iter()
    .fold(s.say(key), |text, (gap, value)| text.replace(gap, value));
    let bibtex = (s.lang == Lang::En).then(|| {
        let url = address.map_or(String::new(), |a| format!(",\n  url = {{{a}}}"));
        format!(
            "@misc{{{},\n  title = {{{}}},\n  howpublished = {{{title}}},\n  publisher = {{{publisher}}},\n  note = {{Version {}}}{url}\n}}",
            f.id, f.finding, m.version
        )
    });
    (words, bibtex)
}

/// What a reader may take away. Files are plain links; what needs a program shows up with it.
fn menu(s: Scene<'_>, f: &Figure) -> AnyView {
    let file = |ext: &str| format!("@root@data/charts/{}.{}.{ext}", f.id, s.lang.code());
    let link =
        |ext: &str, name: &'static str| view! { <li><a href=file(ext) download="">{name}</a></li> };
    let button = |what: &'static str, key: &'static str| view! { <li hidden=""><button type="button" data-do=what>{s.say(key)}</button></li> };
    let (words, bibtex) = citation(s, f);
    let drawn = !f.pictures.is_empty();
    let files = drawn.then(|| view! { {link("svg", "SVG")}{link("json", "JSON")} });
    let png = drawn.then(|| button("png", "figure.png"));
    let bibtex = bibtex.map(|b| view! { <pre>{b}</pre> });
    let embed = format!("@root@{}embed/{}/index.html", prefix(s.lang), f.id);
    view! {
        <details class="menu" data-done=s.say("figure.done") data-failed=s.say("figure.failed")>
            <summary>{s.say("figure.menu")}</summary>
            <ul>{png}{files}{link("csv", "CSV")}{button("link", "figure.link")}{button("code", "figure.code")}<li><a href=embed data-embed="">{s.say("figure.embed")}</a></li>{button("cite", "figure.cite")}</ul>
            <p class="cite">{words}</p>{bibtex}
            <p class="note" role="status"></p>
        </details>
    }
    .into_any()
}

/// A page for each chart that other sites show in a frame.
pub(super) fn embeds(s: Scene<'_>) -> Vec<Page> {
    s.charts
        .iter()
        .map(|(f, pictures)| {
            let title = view! { <figcaption><h1>{f.finding.clone()}</h1></figcaption> }.into_any();
            let source = s
                .say("figure.source")
                .replace("{title}", s.model.title.get(s.lang))
                .replace("{version}", &s.model.version);
            let home = format!("@root@{}{}index.html#chart-{}", prefix(s.lang), folder(f.id), f.id);
            let after = view! { <p class="note">{source}" · "<a href=home target="_top">{s.say("figure.back")}</a></p> }.into_any();
            let body = render(view! { <main class="embed">{frame(s, f, pictures, title, after)}</main> });
            let title = format!("{} · {}", f.finding, s.model.title.get(s.lang));
            let head = UNLISTED.to_owned() + "<script src=\"@root@assets/boot.js\" defer></script>
";
            let html = framed(s.lang, &title, "@root@assets/embed.css", &head, &body);
            Page { path: format!("{}embed/{}/index.html", prefix(s.lang), f.id), html }
        })
        .collect()
}
