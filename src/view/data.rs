//! What the site is made from, and how to check it.

use leptos::prelude::*;

use super::{Scene, figure::figure};

pub(super) const LABELS: &[&str] = &[
    "data.about",
    "data.author",
    "data.bytes",
    "data.check",
    "data.file",
    "data.files",
    "data.how",
    "data.source",
    "data.title",
];

pub(super) fn page(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let sources = m
        .sources
        .iter()
        .map(|x| {
            view! {
                <dl><div><dt>{s.say("data.title")}</dt><dd>{x.title.get(s.lang).to_owned()}</dd></div><div><dt>{s.say("data.author")}</dt><dd>{x.author.get(s.lang).to_owned()}</dd></div>
                <div><dt>{s.say("data.about")}</dt><dd>{x.about.get(s.lang).to_owned()}</dd></div><div><dt>"SHA-256"</dt><dd><code>{x.sha256.clone()}</code></dd></div>
                <div><dt>{s.say("data.bytes")}</dt><dd>{x.bytes.to_string()}</dd></div>
                <div><dt>{s.say("data.file")}</dt><dd><a href=format!("@root@data/seeds/{}", x.file)>{x.file.clone()}</a></dd></div></dl>
            }
        })
        .collect_view();
    let files = ["claims.json", "claims.csv", "explorer.json"]
        .iter()
        .map(|f| view! { <li><a href=format!("@root@data/{f}")>{*f}</a></li> })
        .collect_view();
    view! { <h2>{s.say("data.source")}</h2>{sources}<h2>{s.say("data.files")}</h2><ul>{files}</ul><h2>{s.say("data.check")}</h2><p>{s.say("data.how")}</p>{figure(s, "coverage-sentences")} }.into_any()
}
