//! Pictures in words.

use super::Picture;
use crate::chart::Figure;

impl Picture {
    /// The picture in words, for those who cannot see it.
    pub(in crate::deck) fn described(&self, figures: &[Figure]) -> String {
        let parts: Vec<String> = match self {
            Picture::Timeline { lanes, undated, .. } => {
                let dated = lanes.iter().flat_map(|l| {
                    l.marks.iter().map(move |x| {
                        let years = if x.from == x.to {
                            x.from.to_string()
                        } else {
                            format!("{}–{}", x.from, x.to)
                        };
                        format!("{years} {} ({})", x.label, l.name)
                    })
                });
                dated
                    .chain(
                        undated
                            .iter()
                            .map(|u| format!("– {} ({})", u.label, u.place)),
                    )
                    .collect()
            }
            Picture::Table { head, rows } => rows
                .iter()
                .map(|r| {
                    let cells = head.iter().skip(1).zip(&r.cells);
                    let cells: Vec<_> = cells.map(|(h, c)| format!("{h}: {}", c.text)).collect();
                    format!("{} – {}", r.name, cells.join(", "))
                })
                .collect(),
            Picture::Cards { items, .. } => items
                .iter()
                .map(|i| {
                    // A name that begins the sentence is not said twice.
                    let name = if i.text.to_lowercase().starts_with(&i.name.to_lowercase()) {
                        ""
                    } else {
                        &i.name
                    };
                    let parts = [i.tag.as_deref().unwrap_or_default(), name, &i.text];
                    let parts: Vec<_> = parts.into_iter().filter(|p| !p.is_empty()).collect();
                    parts.join(": ")
                })
                .collect(),
            Picture::Marks { count, label, .. } => vec![format!("{count}: {label}")],
            Picture::Thread { nodes, edges, .. } => {
                let name = |id: &str| {
                    let n = nodes.iter().find(|n| n.id == id);
                    n.map_or(String::new(), |n| n.text.clone())
                };
                edges
                    .iter()
                    .map(|e| format!("{} → {}", name(&e.from), name(&e.to)))
                    .collect()
            }
            Picture::Bars { chart, .. } => figures
                .iter()
                .filter(|f| f.id == chart)
                .map(|f| f.description.clone())
                .collect(),
            Picture::Edges { edges } => edges
                .iter()
                .map(|e| format!("{} – {} → {}", e.from, e.verb, e.to))
                .collect(),
            Picture::Quote {
                text, translation, ..
            } => vec![translation.clone().unwrap_or_else(|| text.clone())],
        };
        parts.join("; ")
    }
}
