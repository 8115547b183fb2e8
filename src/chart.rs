//! Charts: pure functions from the model to data for ECharts, each with its
//! table, and a painter that turns them into pictures while the site is built.

mod painter;

use std::collections::BTreeSet;

use charming::{
    Chart,
    component::{Axis, Grid},
    element::{AxisLabel, AxisType, BorderType, ItemStyle, Label, LabelPosition, SplitLine},
    series::Bar,
};
use serde_json::{Value, json};

use crate::model::{Lang, Model, Status, When};

pub use painter::Painter;

/// Colours in a chart that stand for the page's own: placeholder, CSS custom property.
pub const TOKENS: &[(&str, &str)] = &[
    ("#010101", "--ink"),
    ("#020202", "--muted"),
    ("#030303", "--line"),
    ("#040404", "--ground"),
    ("#050505", "--c1"),
    ("#060606", "--c2"),
    ("#070707", "--c3"),
];

/// Words that charts ask content for.
pub const LABELS: &[&str] = &[
    "chart.count",
    "chart.coverage-dimensions",
    "chart.coverage-dimensions.note",
    "chart.coverage-sentences",
    "chart.coverage-sentences.note",
    "chart.events-by-place",
    "chart.events-by-place.note",
    "chart.kind",
    "chart.place",
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
];

const INK: &str = TOKENS[0].0;
const LINE: &str = TOKENS[2].0;

/// The numbers of a chart as readers and spreadsheets take them.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Column headings.
    pub head: Vec<String>,
    /// Rows, as many cells as headings.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// RFC 4180, with a byte order mark for spreadsheets.
    #[must_use]
    pub fn csv(&self) -> String {
        let line = |cells: &Vec<String>| {
            cells
                .iter()
                .map(|c| csv_cell(c))
                .collect::<Vec<_>>()
                .join(",")
                + "\r\n"
        };
        "\u{feff}".to_owned() + &line(&self.head) + &self.rows.iter().map(line).collect::<String>()
    }
}

/// A cell of a CSV file (RFC 4180, 2.5 to 2.7).
#[must_use]
pub fn csv_cell(text: &str) -> String {
    if text.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// A chart with all that a reader needs beside it.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Unique among the charts.
    pub id: &'static str,
    /// What the chart shows, in a sentence: its title.
    pub finding: String,
    /// What is counted.
    pub note: String,
    /// The chart in words.
    pub description: String,
    /// The same numbers.
    pub table: Table,
    /// ECharts' option.
    pub option: Value,
    /// CSS pixels.
    pub width: u32,
    /// CSS pixels.
    pub height: u32,
    /// Claims that it counts.
    pub claims: Vec<String>,
}

/// Every chart that has something to show.
#[must_use]
pub fn figures(model: &Model, lang: Lang) -> Vec<Figure> {
    [
        events_by_place(model, lang),
        coverage_dimensions(model, lang),
        coverage_sentences(model, lang),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn events_by_place(m: &Model, lang: Lang) -> Option<Figure> {
    let dated: Vec<_> = m
        .events
        .iter()
        .filter(|e| e.when != When::Undated)
        .collect();
    let counts: Vec<_> = m
        .places
        .iter()
        .map(|p| {
            (
                p.name.get(lang).to_owned(),
                dated.iter().filter(|e| e.places.contains(&p.id)).count(),
            )
        })
        .collect();
    let (top, n) = counts.iter().max_by_key(|c| c.1)?.clone();
    let finding = m
        .label("chart.events-by-place", lang)
        .replace("{top}", &top)
        .replace("{n}", &n.to_string());
    let claims = dated.iter().map(|e| e.claim.id.clone()).collect();
    bars(
        "events-by-place",
        finding,
        m.label("chart.events-by-place.note", lang).to_owned(),
        m.label("chart.place", lang),
        vec![(m.label("chart.count", lang).to_owned(), "#050505", false)],
        counts.into_iter().map(|(k, n)| (k, vec![n])).collect(),
        claims,
    )
}

fn coverage_dimensions(m: &Model, lang: Lang) -> Option<Figure> {
    let states = [
        (Status::Stated, "status.stated", "#050505"),
        (Status::Inferred, "status.inferred", "#060606"),
        (Status::Absent, "status.absent", "#040404"),
    ];
    let rows = m.places.iter().filter(|p| !p.home).map(|p| {
        let count = |s: Status| {
            m.dimensions
                .iter()
                .filter(|d| d.cells.get(&p.id).is_some_and(|c| c.claim.status == s))
                .count()
        };
        (
            p.name.get(lang).to_owned(),
            states.iter().map(|s| count(s.0)).collect(),
        )
    });
    let series = states
        .iter()
        .map(|s| (m.label(s.1, lang).to_owned(), s.2, s.0 == Status::Absent))
        .collect();
    let note = m
        .label("chart.coverage-dimensions.note", lang)
        .replace("{n}", &m.dimensions.len().to_string());
    let claims = m
        .dimensions
        .iter()
        .flat_map(|d| d.cells.values().map(|c| c.claim.id.clone()))
        .collect();
    bars(
        "coverage-dimensions",
        m.label("chart.coverage-dimensions", lang).to_owned(),
        note,
        m.label("chart.place", lang),
        series,
        rows.collect(),
        claims,
    )
}

fn coverage_sentences(m: &Model, lang: Lang) -> Option<Figure> {
    let mut kinds: Vec<&str> = Vec::new();
    m.claims().for_each(|c| {
        if !kinds.contains(&c.kind) {
            kinds.push(c.kind)
        }
    });
    let rows = kinds
        .iter()
        .map(|k| {
            let cited: BTreeSet<_> = m
                .claims()
                .filter(|c| c.kind == *k)
                .flat_map(|c| c.quotes.iter().flat_map(|q| q.sentences()))
                .collect();
            (
                m.label(&format!("claim.{k}"), lang).to_owned(),
                vec![cited.len()],
            )
        })
        .filter(|r| r.1[0] > 0)
        .collect();
    let finding = m
        .label("chart.coverage-sentences", lang)
        .replace("{n}", &m.sentences.len().to_string());
    let claims = m.claims().map(|c| c.id.clone()).collect();
    bars(
        "coverage-sentences",
        finding,
        m.label("chart.coverage-sentences.note", lang).to_owned(),
        m.label("chart.kind", lang),
        vec![(m.label("chart.count", lang).to_owned(), "#050505", false)],
        rows,
        claims,
    )
}

/// Horizontal bars with their numbers on them; a hollow series is drawn as an outline.
fn bars(
    id: &'static str,
    finding: String,
    note: String,
    axis: &str,
    series: Vec<(String, &'static str, bool)>,
    rows: Vec<(String, Vec<usize>)>,
    claims: Vec<String>,
) -> Option<Figure> {
    let (width, height) = (
        640,
        48 + 34 * u32::try_from(rows.len()).ok()? + if series.len() > 1 { 24 } else { 0 },
    );
    let mut chart = Chart::new()
        .grid(
            Grid::new()
                .left(8)
                .right(40)
                .top(if series.len() > 1 { 32 } else { 8 })
                .bottom(8)
                .contain_label(true),
        )
        .x_axis(
            Axis::new()
                .type_(AxisType::Value)
                .min_interval(1.0)
                .axis_label(AxisLabel::new().show(false))
                .split_line(SplitLine::new().show(false)),
        )
        .y_axis(
            Axis::new()
                .type_(AxisType::Category)
                .inverse(true)
                .data(rows.iter().map(|r| r.0.clone()).collect::<Vec<_>>())
                .axis_label(AxisLabel::new().color(INK).font_size(13)),
        );
    for (i, (name, color, hollow)) in series.iter().enumerate() {
        let style = ItemStyle::new().color(*color);
        let style = if *hollow {
            style
                .border_color(INK)
                .border_width(1.0)
                .border_type(BorderType::Dashed)
        } else {
            style
        };
        let label = Label::new()
            .show(true)
            .color(if *hollow { INK } else { "#040404" })
            .position(if series.len() > 1 {
                LabelPosition::Inside
            } else {
                LabelPosition::InsideRight
            });
        let mut bar = Bar::new()
            .name(name.as_str())
            .data(rows.iter().map(|r| r.1[i] as i64).collect::<Vec<_>>())
            .item_style(style)
            .label(label);
        if series.len() > 1 {
            bar = bar.stack("all");
        }
        chart = chart.series(bar);
    }
    let mut option = serde_json::to_value(&chart).ok()?;
    let description = format!(
        "{finding} {}",
        rows.iter()
            .map(|(k, n)| format!(
                "{k}: {}",
                n.iter()
                    .zip(&series)
                    .map(|(n, s)| format!("{} {n}", s.0))
                    .collect::<Vec<_>>()
                    .join(", ")
            ))
            .collect::<Vec<_>>()
            .join("; ")
    );
    option["textStyle"] = json!({ "color": INK, "fontSize": 13 });
    option["animation"] = json!(false);
    option["tooltip"] = json!({ "renderMode": "richText" });
    option["aria"] = json!({ "enabled": true, "label": { "description": description } });
    option["yAxis"]["axisLine"] = json!({ "lineStyle": { "color": LINE } });
    option["yAxis"]["axisTick"] = json!({ "show": false });
    if series.len() > 1 {
        option["legend"] =
            json!({ "top": 0, "left": 8, "textStyle": { "color": INK, "fontSize": 13 } });
    }
    let mut head = vec![axis.to_owned()];
    head.extend(series.iter().map(|s| s.0.clone()));
    let table = Table {
        head,
        rows: rows
            .into_iter()
            .map(|(k, n)| {
                std::iter::once(k)
                    .chain(n.iter().map(ToString::to_string))
                    .collect()
            })
            .collect(),
    };
    Some(Figure {
        id,
        finding,
        note,
        description,
        table,
        option,
        width,
        height,
        claims,
    })
}
