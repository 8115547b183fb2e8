//! What the site is made from, how to check it, and how to take it away.

use leptos::prelude::*;

use super::{Scene, cite, claim::statement, figure::figure};
use crate::model::{Claim, Lang, Quote, SourceInfo, Status};

pub(super) const LABELS: &[&str] = &[
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
    "data.about",
    "data.address",
    "data.all",
    "data.author",
    "data.bytes",
    "data.charts",
    "data.check",
    "data.cite",
    "data.cite-bibtex",
    "data.cite-gbt",
    "data.cite-note",
    "data.cite-plain",
    "data.embed",
    "data.embed-note",
    "data.file",
    "data.file-build-json",
    "data.file-claims-csv",
    "data.file-claims-json",
    "data.file-explorer-json",
    "data.file-seed",
    "data.files",
    "data.how",
    "data.kind",
    "data.licence",
    "data.source",
    "data.states",
    "data.states-note",
    "data.step-compare",
    "data.step-cut",
    "data.step-find",
    "data.step-get",
    "data.title",
];

pub(super) fn page(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let sources = m.sources.iter().map(|x| particulars(s, x)).collect_view();
    let contents = [
        "source", "states", "check", "files", "cite", "embed", "licence",
    ]
    .map(|id| view! { <li><a href=format!("#{id}")>{s.say(&format!("data.{id}"))}</a></li> })
    .to_vec();
    view! {
        <ul class="jump words">{contents}</ul>
        <h2 id="source">{s.say("data.source")}</h2>{sources}
        <h2 id="states">{s.say("data.states")}</h2>{states(s)}{figure(s, "coverage-sentences")}
        <h2 id="check">{s.say("data.check")}</h2>{by_hand(s)}
        <h2 id="files">{s.say("data.files")}</h2>{downloads(s)}
        <h2 id="cite">{s.say("data.cite")}</h2>{citing(s)}
        <h2 id="embed">{s.say("data.embed")}</h2>{embedding(s)}
        <h2 id="licence">{s.say("data.licence")}</h2><p>{m.licence.get(s.lang).to_owned()}</p>
    }
    .into_any()
}

fn particulars(s: Scene<'_>, x: &SourceInfo) -> AnyView {
    view! {
        <dl class="facts"><div><dt>{s.say("data.title")}</dt><dd>{x.title.get(s.lang).to_owned()}</dd></div>
        <div><dt>{s.say("data.author")}</dt><dd>{x.author.get(s.lang).to_owned()}</dd></div>
        <div><dt>{s.say("data.about")}</dt><dd>{x.about.get(s.lang).to_owned()}</dd></div>
        <div><dt>{s.say("data.file")}</dt><dd><a href=format!("@root@data/seeds/{}", x.file)>{x.file.clone()}</a></dd></div>
        <div><dt>{s.say("data.bytes")}</dt><dd>{x.bytes}</dd></div>
        <div><dt>"SHA-256"</dt><dd><code>{x.sha256.clone()}</code></dd></div></dl>
    }
    .into_any()
}

/// Statements by kind and state.
fn states(s: Scene<'_>) -> AnyView {
    let claims: Vec<&Claim> = s.model.claims().collect();
    let mut kinds: Vec<&str> = Vec::new();
    for c in &claims {
        if !kinds.contains(&c.kind) {
            kinds.push(c.kind);
        }
    }
    let states = [Status::Stated, Status::Inferred, Status::Absent];
    let head = states
        .iter()
        .map(|x| view! { <th scope="col"><span class="badge" data-status=x.code()>{s.say(&format!("status.{}", x.code()))}</span></th> })
        .collect_view();
    let row = |of: &dyn Fn(&Claim) -> bool| {
        states
            .iter()
            .map(|x| view! { <td>{claims.iter().filter(|c| of(c) && c.status == *x).count()}</td> })
            .collect_view()
    };
    let rows = kinds
        .iter()
        .map(|kind| {
            let total = claims.iter().filter(|c| c.kind == *kind).count();
            view! { <tr><th scope="row">{s.say(&format!("claim.{kind}"))}</th>{row(&|c| c.kind == *kind)}<td>{total}</td></tr> }
        })
        .collect_view();
    let note = s
        .say("data.states-note")
        .replace("{n}", &claims.len().to_string())
        .replace("{m}", &s.model.sentences.len().to_string());
    view! {
        <p>{note}</p>
        <table class="counts"><thead><tr><th scope="col">{s.say("data.kind")}</th>{head}<th scope="col">{s.say("data.all")}</th></tr></thead>
        <tbody>{rows}</tbody><tfoot><tr><th scope="row">{s.say("data.all")}</th>{row(&|_| true)}<td>{claims.len()}</td></tr></tfoot></table>
    }
    .into_any()
}

/// A worked example: one claim, one quotation, and the commands that cut it out.
fn by_hand(s: Scene<'_>) -> Option<AnyView> {
    let (claim, quote): (&Claim, &Quote) = s
        .model
        .events
        .iter()
        .filter(|e| e.claim.status == Status::Stated)
        .find_map(|e| Some((&e.claim, e.claim.quotes.first()?)))?;
    let source = s.model.sources.iter().find(|x| x.id == quote.source())?;
    let (file, range) = (&source.file, quote.range());
    let commands = [
        (
            "Linux",
            format!("sha256sum {file}"),
            format!(
                "tail -c +{} {file} | head -c {} | tr -d '\\r\\n'",
                range.start + 1,
                range.len()
            ),
        ),
        (
            "macOS",
            format!("shasum -a 256 {file}"),
            format!(
                "dd if={file} bs=1 skip={} count={} 2>/dev/null | tr -d '\\r\\n'",
                range.start,
                range.len()
            ),
        ),
        (
            "PowerShell",
            format!("Get-FileHash {file}"),
            format!(
                "[Text.Encoding]::UTF8.GetString([IO.File]::ReadAllBytes(\"$PWD/{file}\"), {}, {}) -replace '[\\r\\n]'",
                range.start,
                range.len()
            ),
        ),
        (
            "Python",
            format!(
                "python3 -c \"import hashlib; print(hashlib.sha256(open('{file}','rb').read()).hexdigest())\""
            ),
            format!(
                "python3 -c \"b=open('{file}','rb').read(); print(''.join(b[{}:{}].decode().splitlines()))\"",
                range.start, range.end
            ),
        ),
    ];
    let table = |which: fn(&(&'static str, String, String)) -> String| {
        let rows = commands
            .iter()
            .map(|c| view! { <div><dt>{c.0}</dt><dd><pre tabindex="0">{which(c)}</pre></dd></div> })
            .collect_view();
        view! { <dl class="commands">{rows}</dl> }
    };
    let find = s
        .say("data.step-find")
        .replace("{claim}", &claim.id)
        .replace("{sentence}", quote.sentence())
        .replace("{start}", &range.start.to_string())
        .replace("{end}", &range.end.to_string());
    Some(
        view! {
            <p>{s.say("data.how")}</p>
            {statement(s, claim)}
            <ol class="steps">
                <li><p>{s.say("data.step-get")}</p>{table(|c| c.1.clone())}</li>
                <li><p>{find}</p></li>
                <li><p>{s.say("data.step-cut")}</p>{table(|c| c.2.clone())}</li>
                <li><p>{s.say("data.step-compare")}</p><blockquote lang=quote.lang().tag()><p>{quote.text().to_owned()}</p></blockquote></li>
            </ol>
        }
        .into_any(),
    )
}

fn downloads(s: Scene<'_>) -> AnyView {
    let files = [
        ("data/claims.csv", "data.file-claims-csv"),
        ("data/claims.json", "data.file-claims-json"),
        ("data/explorer.json", "data.file-explorer-json"),
        ("build.json", "data.file-build-json"),
    ]
    .map(|(file, label)| (file.to_owned(), label))
    .into_iter()
    .chain(
        s.model
            .sources
            .iter()
            .map(|x| (format!("data/seeds/{}", x.file), "data.file-seed")),
    )
    .map(|(file, label)| {
        let name = file.rsplit('/').next().unwrap_or_default().to_owned();
        view! { <li><a href=format!("@root@{file}") download="">{name}</a>" — "{s.say(label)}</li> }
    })
    .collect_view();
    let charts = s
        .charts
        .iter()
        .map(|(figure, _)| {
            let links = ["svg", "csv", "json"]
                .map(|end| {
                    let href = format!("@root@data/charts/{}.{}.{end}", figure.id, s.lang.code());
                    view! { " "<a href=href download="" aria-label=format!("{} {}", figure.finding, end.to_uppercase())>{end.to_uppercase()}</a> }
                })
                .to_vec();
            view! { <li>{figure.finding.clone()}<span class="note">{links}</span></li> }
        })
        .collect_view();
    view! { <ul class="files">{files}</ul><h3>{s.say("data.charts")}</h3><ul class="files">{charts}</ul> }
        .into_any()
}

fn citing(s: Scene<'_>) -> AnyView {
    let styles = cite::STYLES
        .iter()
        .map(|(id, _, name)| {
            let text = s
                .say(&format!("data.cite-{id}"))
                .replace("{publisher}", s.model.publisher.get(s.lang))
                .replace("{site}", s.model.title.get(s.lang))
                .replace("{version}", &s.model.version);
            view! { <div><dt>{s.say(name)}</dt><dd><pre tabindex="0">{text}</pre></dd></div> }
        })
        .collect_view();
    view! { <p>{s.say("data.cite-note")}</p><dl class="commands">{styles}</dl> }.into_any()
}

fn embedding(s: Scene<'_>) -> Option<AnyView> {
    let (figure, _) = s.charts.first()?;
    let prefix = if s.lang == Lang::En { "en/" } else { "" };
    let code = format!(
        "<iframe src=\"{}/{prefix}embed/{}/index.html\" title=\"{}\" width=\"100%\" height=\"520\" loading=\"lazy\"></iframe>",
        s.say("data.address"),
        figure.id,
        figure.finding
    );
    Some(view! { <p>{s.say("data.embed-note")}</p><pre tabindex="0">{code}</pre> }.into_any())
}
