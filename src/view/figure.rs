//! A chart with its finding, table and downloads.

use leptos::prelude::*;

use super::Scene;

pub(super) const LABELS: &[&str] = &["chart.table"];

/// A chart's picture with its finding, table and downloads; nothing where there is no such chart.
pub(super) fn figure(s: Scene<'_>, id: &str) -> Option<AnyView> {
    let (f, svg) = s.charts.iter().find(|(f, _)| f.id == id)?;
    let file = |ext: &str| format!("@root@data/charts/{}.{}.{ext}", f.id, s.lang.code());
    let head = f
        .table
        .head
        .iter()
        .map(|h| view! { <th scope="col">{h.clone()}</th> })
        .collect_view();
    let rows = f.table.rows.iter().map(|r| view! { <tr>{r.iter().map(|c| view! { <td>{c.clone()}</td> }).collect_view()}</tr> }).collect_view();
    Some(
        view! {
            <figure data-island="chart" data-chart=f.id data-option=file("json") id=format!("chart-{}", f.id)>
                <figcaption>{f.finding.clone()}</figcaption>
                <div class="picture" tabindex="0" role="group" aria-label=f.finding.clone() inner_html=svg.clone()></div>
                <p class="note said" role="status"></p>
                <p class="note">{f.note.clone()}</p>
                <details class="src"><summary>{s.say("chart.table")}</summary><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></details>
                <p class="note"><a href=file("svg")>"SVG"</a>" · "<a href=file("csv")>"CSV"</a>" · "<a href=file("json")>"JSON"</a></p>
            </figure>
        }
        .into_any(),
    )
}
