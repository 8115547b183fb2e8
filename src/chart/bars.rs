//! Bars with their numbers on them.

use charming::{
    Chart,
    component::{Axis, Grid},
    element::{
        AxisLabel, AxisTick, AxisType, BorderType, ItemStyle, Label, LabelPosition, SplitLine,
    },
    series::Bar,
};
use serde_json::{Value, json};

use super::{Figure, Form, Mark, Picture, Table, Words, text};

const SIZE: f64 = 13.0;

/// One number a row.
pub(super) struct Series {
    pub name: String,
    /// A custom property of the page.
    pub color: String,
    /// An outline, for what is not there or not yet.
    pub hollow: bool,
}

/// A span along the categories, drawn beside the bars: `rows[row]` from one category to another.
pub(super) struct Span {
    pub row: usize,
    pub from: usize,
    pub to: usize,
}

/// A bar chart before it is drawn.
pub(super) struct Bars {
    pub id: &'static str,
    pub finding: String,
    pub note: String,
    pub axis: String,
    pub series: Vec<Series>,
    /// Category, colour of its own, numbers.
    pub rows: Vec<(String, Option<String>, Vec<usize>)>,
    pub spans: Vec<Span>,
    /// Bars stand up where there is room: for years.
    pub upright: bool,
    pub claims: Vec<String>,
}

impl Bars {
    /// The chart; a chart of fewer than two bars is not drawn, its finding says it.
    pub(super) fn figure(self, w: Words<'_>) -> Option<Figure> {
        let count = self
            .rows
            .iter()
            .flat_map(|r| &r.2)
            .filter(|n| **n > 0)
            .count();
        if count == 0 {
            return None;
        }
        let pictures = if count < 2 {
            Vec::new()
        } else {
            Form::ALL
                .into_iter()
                .map(|f| self.picture(f))
                .collect::<Option<_>>()?
        };
        let mut head = vec![self.axis.clone()];
        head.extend(self.series.iter().map(|s| s.name.clone()));
        let rows: Vec<_> = self
            .rows
            .iter()
            .filter(|r| r.2.iter().any(|n| *n > 0) || !self.upright)
            .collect();
        let spoken: Vec<_> = rows
            .iter()
            .map(|(k, _, n)| {
                let values: Vec<_> = n
                    .iter()
                    .zip(&self.series)
                    .filter(|(n, _)| **n > 0)
                    .map(|(n, s)| format!("{} {n}", s.name))
                    .collect();
                format!(
                    "{k}: {}",
                    if values.is_empty() {
                        "0".to_owned()
                    } else {
                        values.join(", ")
                    }
                )
            })
            .collect();
        let table = Table {
            head,
            rows: rows
                .iter()
                .map(|(k, _, n)| {
                    std::iter::once(k.clone())
                        .chain(n.iter().map(ToString::to_string))
                        .collect()
                })
                .collect(),
        };
        let walk = w.fill("chart.walk", &[("n", &table.rows.len().to_string())]);
        Some(Figure {
            id: self.id,
            description: format!("{} {}. {walk}", self.finding, spoken.join("; ")),
            finding: self.finding,
            note: self.note,
            table,
            pictures,
            claims: self.claims,
        })
    }

    /// Categories on the axis: every row but those that a span draws.
    fn axis_rows(&self) -> Vec<usize> {
        (0..self.rows.len())
            .filter(|i| self.spans.iter().all(|s| s.row != *i))
            .collect()
    }

    fn picture(&self, form: Form) -> Option<Picture> {
        let upright = self.upright && form == Form::Wide;
        let shown = self.axis_rows();
        let (wide, long) = (form.width(), shown.len() as f64);
        let stacked = self.series.len() > 1;
        let most = shown
            .iter()
            .map(|i| self.rows[*i].2.iter().sum::<usize>())
            .max()?;
        // One more where a span has its own lane beyond the longest bar.
        let reach = most as f64 + if self.spans.is_empty() { 0.0 } else { 1.0 };
        let names = shown
            .iter()
            .map(|i| text::width(&self.rows[*i].0, SIZE))
            .fold(0.0, f64::max);
        let left = if upright { 8.0 } else { names + 18.0 };
        let unit = (wide - left - 40.0) / reach;
        let fits = |s: &Series, n: usize| {
            n > 0 && text::width(&format!("{} {n}", s.name), SIZE) + 10.0 < unit * n as f64
        };
        // Every series is named on a bar where it is wide enough; else above, in a legend.
        let direct = !upright
            && !self.upright
            && self
                .series
                .iter()
                .enumerate()
                .all(|(i, s)| shown.iter().any(|r| fits(s, self.rows[*r].2[i])));
        let legend = stacked && !direct;
        let top = if legend {
            if form == Form::Wide { 34.0 } else { 58.0 }
        } else {
            6.0
        };
        let row = if self.upright { 26.0 } else { 38.0 };
        let height = if upright {
            280.0
        } else {
            top + row * long + 8.0
        };
        let category = Axis::new()
            .type_(AxisType::Category)
            .data(
                shown
                    .iter()
                    .map(|i| self.rows[*i].0.clone())
                    .collect::<Vec<_>>(),
            )
            .axis_tick(AxisTick::new().show(false))
            .axis_label(AxisLabel::new().color("var(--ink)").font_size(if upright {
                12.0
            } else {
                SIZE
            }));
        let value = Axis::new()
            .type_(AxisType::Value)
            .max(reach)
            .axis_label(AxisLabel::new().show(false))
            .split_line(SplitLine::new().show(false));
        let grid = Grid::new()
            .left(left)
            .right(if upright { 8.0 } else { 36.0 })
            .top(top);
        let grid = grid.bottom(if upright { 28.0 } else { 6.0 });
        let mut chart = Chart::new().grid(grid);
        chart = if upright {
            chart.x_axis(category).y_axis(value)
        } else {
            chart.x_axis(value).y_axis(category.inverse(true))
        };
        for s in &self.series {
            let style = ItemStyle::new().color(if s.hollow {
                "var(--ground)"
            } else {
                s.color.as_str()
            });
            let style = if s.hollow {
                style
                    .border_color("var(--ink)")
                    .border_width(1.5)
                    .border_type(BorderType::Dashed)
            } else {
                style
            };
            let outside = if upright {
                LabelPosition::Top
            } else {
                LabelPosition::Right
            };
            let label = Label::new()
                .show(true)
                .font_size(SIZE)
                .color(if stacked && !s.hollow && !self.upright {
                    "var(--ground)"
                } else {
                    "var(--ink)"
                })
                .position(if stacked && !self.upright {
                    LabelPosition::Inside
                } else {
                    outside
                });
            let bar = Bar::new()
                .name(s.name.as_str())
                .item_style(style)
                .label(label)
                .data(vec![0]);
            chart = chart.series(if stacked { bar.stack("all") } else { bar });
        }
        let mut option = serde_json::to_value(&chart).ok()?;
        for (i, s) in self.series.iter().enumerate() {
            let data: Vec<Value> = shown
                .iter()
                .map(|r| {
                    let (_, color, numbers) = &self.rows[*r];
                    let n = numbers[i];
                    let mut item = json!({ "value": n });
                    if n == 0 && stacked {
                        // No outline around nothing.
                        item["value"] = json!("-");
                    } else if direct && stacked && fits(s, n) {
                        item["label"] = json!({ "formatter": "{a} {c}" });
                    }
                    if let Some(color) = color {
                        item["itemStyle"] = json!({ "color": color });
                    }
                    item
                })
                .collect();
            option["series"][i]["data"] = json!(data);
            option["series"][i]["barCategoryGap"] = json!("30%");
            option["series"][i]["emphasis"] = json!({ "itemStyle": { "borderColor": "var(--accent)", "borderWidth": 3, "borderType": "solid" } });
        }
        let axis = if upright { "xAxis" } else { "yAxis" };
        option[axis]["axisLine"] = json!({ "show": true, "lineStyle": { "color": "var(--edge)" } });
        option[axis]["axisLabel"]["interval"] = json!(0);
        if legend {
            option["legend"] = json!({ "top": 0, "left": 4, "selectedMode": false, "itemGap": 16, "textStyle": { "color": "var(--ink)", "fontSize": SIZE }, "data": self.series.iter().map(|s| &s.name).collect::<Vec<_>>() });
        }
        option["animation"] = json!(false);
        self.spans_into(&mut option, upright, most);
        Some(Picture {
            marks: self.marks(&shown),
            option,
            width: wide as u32,
            height: height.ceil() as u32,
        })
    }

    /// Spans as lines between two points of the same axes, with their categories written on them.
    fn spans_into(&self, option: &mut Value, upright: bool, most: usize) {
        if self.spans.is_empty() {
            return;
        }
        let mut nodes = Vec::new();
        let mut links = Vec::new();
        for (k, s) in self.spans.iter().enumerate() {
            let lane = most as f64 + 0.55;
            for (end, at) in [("a", s.from), ("b", s.to)] {
                let value = if upright {
                    json!([at, lane])
                } else {
                    json!([lane, at])
                };
                nodes.push(json!({ "id": format!("{end}{k}"), "name": "", "value": value, "symbol": "rect", "symbolSize": if upright { [3, 14] } else { [14, 3] } }));
            }
            links.push(json!({ "source": format!("a{k}"), "target": format!("b{k}"), "label": { "show": true, "formatter": self.rows[s.row].0 } }));
        }
        let series = json!({
            "type": "graph", "coordinateSystem": "cartesian2d", "layout": "none",
            "itemStyle": { "color": "var(--c2)" },
            "lineStyle": { "color": "var(--c2)", "width": 4, "opacity": 1 },
            "edgeLabel": { "rotate": 0, "fontSize": SIZE, "color": "var(--ink)", "backgroundColor": "var(--ground)", "padding": [1, 4], "position": "middle", "distance": 0, "verticalAlign": "middle" },
            "emphasis": { "scale": false, "lineStyle": { "color": "var(--accent)", "width": 7 } },
            "data": nodes, "links": links,
        });
        if let Some(list) = option["series"].as_array_mut() {
            list.push(series);
        }
    }

    fn marks(&self, shown: &[usize]) -> Vec<Vec<Mark>> {
        let mut out = Vec::new();
        for (row, (_, _, numbers)) in self.rows.iter().enumerate() {
            if self.upright && numbers.iter().all(|n| *n == 0) {
                continue;
            }
            let bar = shown.iter().position(|r| *r == row);
            let span = self.spans.iter().position(|s| s.row == row);
            out.push(match (bar, span) {
                (Some(at), _) => (0..self.series.len()).map(|s| Mark::item(s, at)).collect(),
                (None, Some(k)) => vec![Mark {
                    series: self.series.len(),
                    ..Mark::edge(k)
                }],
                _ => Vec::new(),
            });
        }
        out
    }
}
