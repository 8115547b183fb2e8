//! How to cite: each style as a template that the browser program fills.

use leptos::prelude::*;

use super::Scene;

pub(super) const LABELS: &[&str] = &[
    "cite.bibtex",
    "cite.bibtex-name",
    "cite.format",
    "cite.gbt",
    "cite.gbt-name",
    "cite.plain",
    "cite.plain-name",
];

/// Styles: the label of the template and that of its name.
pub(super) const STYLES: [(&str, &str, &str); 3] = [
    ("plain", "cite.plain", "cite.plain-name"),
    ("gbt", "cite.gbt", "cite.gbt-name"),
    ("bibtex", "cite.bibtex", "cite.bibtex-name"),
];

/// A style's template; what belongs to a sentence and its source stays open.
fn template(s: Scene<'_>, label: &'static str) -> String {
    let m = s.model;
    s.say(label)
        .replace("{site}", m.title.get(s.lang))
        .replace("{version}", &m.version)
}

/// The panel that a sentence's button opens below it; it lies hidden until then.
pub(super) fn panel(s: Scene<'_>) -> AnyView {
    let styles = STYLES
        .iter()
        .enumerate()
        .map(|(i, (id, label, name))| {
            view! { <button type="button" class="chip" data-style=*id data-template=template(s, label) aria-pressed=(i == 0).to_string()>{s.say(name)}</button> }
        })
        .collect_view();
    view! {
            <div class="cite" hidden data-copied=s.say("reader.copied") data-failed=s.say("reader.copy-failed")>
                <div class="chips" role="group" aria-label=s.say("cite.format")>{styles}</div>
                <textarea readonly rows="4" aria-label=s.say("reader.copy-text")></textarea>
                <p class="told"><span role="status"></span></p>
                <button type="button" class="chip close">{s.say("reader.copy-close")}</button>
            </div>
        }
    .into_any()
}
