//! A chart by its numbers.

use super::{Picture, Series};
use crate::chart::Figure;

/// A chart's table as series.
pub(super) fn bars(f: &Figure) -> Picture {
    let series = f.table.head.iter().enumerate().skip(1).map(|(i, name)| {
        let drawn = f
            .pictures
            .first()
            .map(|p| &p.option["series"][i - 1]["itemStyle"]);
        Series {
            name: name.clone(),
            values: f
                .table
                .rows
                .iter()
                .map(|r| r[i].parse().unwrap_or_default())
                .collect(),
            hollow: drawn.is_some_and(|d| !d["borderType"].is_null()),
        }
    });
    Picture::Bars {
        categories: f.table.rows.iter().map(|r| r[0].clone()).collect(),
        series: series.collect(),
        axis: f.table.head.first().cloned().unwrap_or_default(),
        note: f.note.clone(),
        chart: f.id.to_owned(),
    }
}
