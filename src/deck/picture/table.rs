//! Dimensions by places.

use super::{Drawing, Picture, Row, TableCell};
use crate::model::Status;

impl Drawing<'_> {
    pub(super) fn table(&self) -> Picture {
        let compared: Vec<_> = self.m.places.iter().filter(|p| !p.home).collect();
        let rows = self.s.dimensions.iter().filter_map(|id| {
            let d = self.m.dimensions.iter().find(|d| d.id == *id)?;
            let cells = compared.iter().filter_map(|p| {
                let cell = d.cells.get(&p.id)?;
                let text = match cell.claim.status {
                    Status::Absent => self.m.label("deck.missing", self.lang).to_owned(),
                    _ => self.say(&cell.claim.text),
                };
                Some(TableCell {
                    text,
                    status: cell.claim.status,
                    claim: cell.claim.id.clone(),
                })
            });
            Some(Row {
                name: self.say(&d.name),
                cells: cells.collect(),
            })
        });
        Picture::Table {
            rows: rows.collect(),
            head: std::iter::once(String::new())
                .chain(compared.iter().map(|p| self.say(&p.short)))
                .collect(),
        }
    }
}
