//! Boxes and lines at places that we compute: what trees, networks and maps
//! of links are drawn with. A line runs through points of its own, so it ends
//! at a box's edge and goes around what stands between.

use charming::{
    Chart,
    element::{LineStyle, LineStyleType},
    series::{Graph, GraphData, GraphLayout, GraphLink, GraphNode},
};
use serde_json::{Value, json};

use super::{Mark, Picture, text};

pub(super) const SIZE: f64 = 12.0;
pub(super) const LINE_HEIGHT: f64 = 17.0;
const PADDING: f64 = 9.0;

/// How a box looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// Filled with colour 1 to 8 of the palette.
    Filled(u8),
    /// An outline.
    Plain,
    /// Words alone.
    Heading,
}

/// Words in a box.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pub x: f64,
    pub y: f64,
    pub w: f64,
    pub h: f64,
    /// Between the edge and the words.
    pub pad: f64,
    /// Of the words: smaller where a long one would not fit.
    pub size: f64,
    pub lines: Vec<String>,
    pub look: Look,
    /// The words unshortened.
    pub name: String,
}

impl Block {
    /// A box as high as its words need, at the origin.
    pub(super) fn new(name: &str, w: f64, lines: usize, look: Look) -> Block {
        // Bold words run a little wider.
        let bold = if look == Look::Plain { 1.0 } else { 1.12 };
        let pad = if w < 110.0 { 6.0 } else { PADDING };
        let room = w - 2.0 * pad;
        let fits = |size: &f64| text::longest(name, size * bold) <= room;
        let size = [SIZE, 11.0, 10.0].into_iter().find(fits).unwrap_or(10.0);
        let lines = text::wrap(name, room, size * bold, lines);
        let h = lines.len() as f64 * LINE_HEIGHT + 12.0;
        Block {
            x: 0.0,
            y: 0.0,
            w,
            h,
            pad,
            size,
            lines,
            look,
            name: name.to_owned(),
        }
    }

    pub(super) fn middle(&self) -> f64 {
        self.y + self.h / 2.0
    }
}

/// A line through points.
#[derive(Debug, Clone)]
pub(super) struct Wire {
    pub points: Vec<(f64, f64)>,
    /// Stands on the last stretch.
    pub label: Vec<String>,
    pub dashed: bool,
    pub arrow: bool,
    pub color: &'static str,
}

/// What a row of the table is in the drawing.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    Block(usize),
    Wire(usize),
}

#[derive(Debug, Default)]
pub(super) struct Diagram {
    pub width: f64,
    pub height: f64,
    pub blocks: Vec<Block>,
    pub wires: Vec<Wire>,
}

impl Diagram {
    /// The drawing, with the parts of each row of its table.
    pub(super) fn picture(&self, rows: &[Vec<Part>]) -> Option<Picture> {
        let mut nodes: Vec<GraphNode> = Vec::new();
        let mut node = |x: f64, y: f64, name: &str| {
            nodes.push(GraphNode {
                id: nodes.len().to_string(),
                name: name.to_owned(),
                x: (x * 10.0).round() / 10.0,
                y: (y * 10.0).round() / 10.0,
                value: 1.0,
                category: 0,
                symbol_size: 0.0,
                label: None,
            });
            nodes.len() - 1
        };
        for b in &self.blocks {
            node(b.x + b.w / 2.0, b.middle(), &b.name);
        }
        // The inside of each outline, on top of it: ECharts would stretch a border with its box.
        for b in &self.blocks {
            node(b.x + b.w / 2.0, b.middle(), "");
        }
        let mut links = Vec::new();
        let mut looks: Vec<Value> = Vec::new();
        let mut spans = Vec::new();
        for wire in &self.wires {
            let ends: Vec<_> = wire.points.iter().map(|p| node(p.0, p.1, "")).collect();
            let begun = links.len();
            for (i, pair) in ends.windows(2).enumerate() {
                let last = i + 2 == ends.len();
                let named = last && !wire.label.is_empty();
                let mut look = json!({ "lineStyle": { "color": wire.color, "type": if wire.dashed { "dashed" } else { "solid" } } });
                if wire.arrow && last {
                    look["symbol"] = json!(["none", "arrow"]);
                }
                if named {
                    look["label"] = json!({ "show": true, "formatter": wire.label.join("\n") });
                }
                looks.push(look);
                links.push(GraphLink {
                    source: pair[0].to_string(),
                    target: pair[1].to_string(),
                    value: None,
                });
            }
            spans.push(begun..links.len());
        }
        // Corners that hold the scale at one to one.
        node(0.0, 0.0, "");
        node(self.width, self.height, "");
        let graph = Graph::new()
            .layout(GraphLayout::None)
            .roam(false)
            .line_style(LineStyle::new().width(1.5).type_(LineStyleType::Solid))
            .data(GraphData {
                nodes,
                links,
                categories: Vec::new(),
            });
        let mut option = serde_json::to_value(Chart::new().series(graph)).ok()?;
        let series = &mut option["series"][0];
        for (name, value) in [
            ("left", json!(0)),
            ("top", json!(0)),
            ("width", json!(self.width)),
            ("height", json!(self.height)),
            ("symbol", json!("none")),
            ("edgeSymbolSize", json!(8)),
            ("silent", json!(false)),
            (
                "edgeLabel",
                json!({ "rotate": 0, "fontSize": SIZE, "color": "var(--ink)", "backgroundColor": "var(--ground)", "padding": [2, 3], "position": "middle", "distance": 0, "verticalAlign": "middle" }),
            ),
            (
                "emphasis",
                json!({ "scale": false, "itemStyle": { "color": "var(--accent)" }, "lineStyle": { "color": "var(--accent)", "width": 3 } }),
            ),
        ] {
            series[name] = value;
        }
        series["lineStyle"]["opacity"] = json!(1);
        let (outer, inner) = series["data"]
            .as_array_mut()?
            .split_at_mut(self.blocks.len());
        for (block, (outer, inner)) in self.blocks.iter().zip(outer.iter_mut().zip(inner)) {
            let (fill, ink) = match block.look {
                Look::Filled(n) => (format!("var(--c{n})"), "var(--ground)"),
                Look::Plain => ("var(--edge)".into(), "var(--ink)"),
                Look::Heading => ("none".into(), "var(--muted)"),
            };
            let bold = block.look != Look::Plain;
            let label = json!({ "show": true, "position": "insideLeft", "distance": block.pad, "formatter": block.lines.join("\n"), "fontSize": block.size, "lineHeight": LINE_HEIGHT, "color": ink, "fontWeight": if bold { "bold" } else { "normal" } });
            outer["symbol"] = json!("rect");
            outer["symbolSize"] = json!([block.w, block.h]);
            outer["itemStyle"] = json!({ "color": fill });
            if bold {
                outer["label"] = label;
            } else {
                inner["symbol"] = json!("rect");
                inner["symbolSize"] = json!([block.w - 3.0, block.h - 3.0]);
                inner["itemStyle"] = json!({ "color": "var(--ground)" });
                inner["emphasis"] = json!({ "itemStyle": { "color": "var(--soft)" } });
                inner["label"] = label;
            }
        }
        for (link, look) in series["links"].as_array_mut()?.iter_mut().zip(looks) {
            if let (Some(link), Value::Object(look)) = (link.as_object_mut(), look) {
                link.extend(look);
            }
        }
        option["animation"] = json!(false);
        let marks = rows
            .iter()
            .map(|row| {
                row.iter()
                    .flat_map(|part| match part {
                        Part::Block(i) => vec![Mark::node(*i), Mark::node(*i + self.blocks.len())],
                        Part::Wire(i) => spans[*i].clone().map(Mark::edge).collect(),
                    })
                    .collect()
            })
            .collect();
        Some(Picture {
            option,
            marks,
            width: self.width.ceil() as u32,
            height: self.height.ceil() as u32,
        })
    }
}
