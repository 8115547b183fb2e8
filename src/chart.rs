//! Charts: pure functions from the model to data for ECharts, each with its
//! table, and a painter that turns them into pictures while the site is built.

mod advice;
mod bars;
mod counts;
mod diagram;
mod layers;
mod painter;
mod palette;
mod relations;
mod text;
mod tree;

use serde::Serialize;
use serde_json::Value;

use crate::model::{Lang, Model};

pub use painter::{Painter, framed};
pub use palette::{palette, settled};
pub use text::{longest, width, wrap};

/// Words that charts ask content for.
pub const LABELS: &[&str] = &[
    "chart.actor",
    "chart.advice",
    "chart.all",
    "chart.and",
    "chart.apart",
    "chart.cited",
    "chart.count",
    "chart.coverage-dimensions",
    "chart.coverage-dimensions.note",
    "chart.coverage-sentences",
    "chart.coverage-sentences.note",
    "chart.does",
    "chart.event",
    "chart.events-by-level",
    "chart.events-by-level.note",
    "chart.events-by-place",
    "chart.events-by-place.note",
    "chart.events-by-year",
    "chart.events-by-year.note",
    "chart.from",
    "chart.lesson",
    "chart.level",
    "chart.levels",
    "chart.levels.note",
    "chart.link-map",
    "chart.link-map.inferred",
    "chart.link-map.note",
    "chart.measure",
    "chart.network",
    "chart.network.note",
    "chart.page",
    "chart.place",
    "chart.problem",
    "chart.problems",
    "chart.problems.note",
    "chart.range",
    "chart.recommendations",
    "chart.recommendations.note",
    "chart.root",
    "chart.status",
    "chart.target",
    "chart.theme",
    "chart.to",
    "chart.uncited",
    "chart.verb",
    "chart.walk",
    "chart.year",
];

/// Ids of the charts, in the order of [`figures`].
pub const IDS: &[&str] = &[
    "events-by-place",
    "events-by-year",
    "events-by-level",
    "network",
    "levels",
    "problems",
    "recommendations",
    "link-map",
    "coverage-dimensions",
    "coverage-sentences",
];

/// Room for a picture. Each chart is drawn for both, so that its words keep their size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A column of text or wider.
    Wide,
    /// A phone.
    Narrow,
}

impl Form {
    /// Both, the wide one first.
    pub const ALL: [Form; 2] = [Form::Wide, Form::Narrow];

    /// Its name in class names.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Form::Wide => "wide",
            Form::Narrow => "narrow",
        }
    }

    /// CSS pixels that a picture is made for.
    #[must_use]
    pub fn width(self) -> f64 {
        match self {
            Form::Wide => 720.0,
            Form::Narrow => 340.0,
        }
    }
}

/// A bar, a box or a line of a picture, as ECharts' actions name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// Series.
    #[serde(rename = "seriesIndex")]
    pub series: usize,
    /// Item of the series.
    #[serde(rename = "dataIndex")]
    pub item: usize,
    /// `edge` for a line of a graph.
    #[serde(rename = "dataType", skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'static str>,
}

impl Mark {
    fn item(series: usize, item: usize) -> Mark {
        Mark {
            series,
            item,
            kind: None,
        }
    }

    fn node(item: usize) -> Mark {
        Mark {
            kind: Some("node"),
            ..Mark::item(0, item)
        }
    }

    fn edge(item: usize) -> Mark {
        Mark {
            kind: Some("edge"),
            ..Mark::item(0, item)
        }
    }
}

/// A drawing for one [`Form`].
#[derive(Debug, Clone, Serialize)]
pub struct Picture {
    /// ECharts' option, with the page's colours by their custom properties.
    pub option: Value,
    /// What stands for each row of the table.
    pub marks: Vec<Vec<Mark>>,
    /// CSS pixels.
    pub width: u32,
    /// CSS pixels.
    pub height: u32,
}

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
    /// What is counted or drawn.
    pub note: String,
    /// The chart in words.
    pub description: String,
    /// The same facts.
    pub table: Table,
    /// Wide and narrow; none where there is too little to draw, and the finding says it all.
    pub pictures: Vec<Picture>,
    /// Claims that it rests on.
    pub claims: Vec<String>,
}

/// Every chart of a text that holds anything for it.
#[must_use]
pub fn figures(model: &Model, lang: Lang) -> Vec<Figure> {
    let w = Words { model, lang };
    [
        counts::by_place(w),
        counts::by_year(w),
        counts::by_level(w),
        relations::network(w),
        relations::levels(w),
        advice::problems(w),
        advice::recommendations(w),
        advice::link_map(w),
        counts::dimensions(w),
        counts::sentences(w),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A model in one language.
#[derive(Clone, Copy)]
struct Words<'a> {
    model: &'a Model,
    lang: Lang,
}

impl Words<'_> {
    fn say(self, key: &str) -> String {
        self.model
            .labels
            .get(key)
            .map_or(key, |t| t.get(self.lang))
            .to_owned()
    }

    /// A label with its gaps filled.
    fn fill(self, key: &str, values: &[(&str, &str)]) -> String {
        values.iter().fold(self.say(key), |text, (name, value)| {
            text.replace(&format!("{{{name}}}"), value)
        })
    }

    /// Names one after another.
    fn list(self, names: &[String]) -> String {
        names.join(&self.say("chart.and"))
    }
}

/// A chart of boxes and lines: what it says aloud is its finding and how to walk it.
fn drawn(
    w: Words<'_>,
    id: &'static str,
    finding: String,
    table: Table,
    claims: Vec<String>,
    picture: impl Fn(Form) -> Option<Picture>,
) -> Option<Figure> {
    if table.rows.is_empty() {
        return None;
    }
    let pictures = if table.rows.len() < 2 {
        Vec::new()
    } else {
        Form::ALL.into_iter().map(picture).collect::<Option<_>>()?
    };
    let walk = w.fill("chart.walk", &[("n", &table.rows.len().to_string())]);
    Some(Figure {
        id,
        description: format!("{finding} {walk}"),
        note: w.say(&format!("chart.{id}.note")),
        finding,
        table,
        pictures,
        claims,
    })
}
