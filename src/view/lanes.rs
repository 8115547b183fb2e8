//! Where events stand on an axis of years: columns at true scale, and rows in
//! which no card touches another.

use crate::model::{Event, When};

/// More columns than this would be too narrow to see: then one stands for several years.
const COLUMNS: u16 = 40;

/// An axis of years, cut into equal columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    first: u16,
    years: u16,
    step: u16,
}

impl Scale {
    /// From the first year to the last that the events name; `None` without any.
    pub(super) fn of<'a>(events: impl Iterator<Item = &'a Event>) -> Option<Scale> {
        let (first, last) = events
            .filter_map(|e| ends(e.when))
            .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
        let years = last - first + 1;
        Some(Scale {
            first,
            years,
            step: years.div_ceil(COLUMNS),
        })
    }

    /// How many columns there are.
    pub(super) fn columns(self) -> u16 {
        self.years.div_ceil(self.step)
    }

    /// The first year of each column.
    pub(super) fn years(self) -> impl Iterator<Item = u16> {
        (0..self.columns()).map(move |c| self.first + c * self.step)
    }

    fn column(self, year: u16) -> u16 {
        (year - self.first) / self.step + 1
    }

    /// Columns that a card's words take: about a fifth of the axis.
    pub(super) fn width(self) -> u16 {
        self.columns().div_ceil(5)
    }

    /// Where an event stands; `None` without a date.
    pub(super) fn spot(self, when: When) -> Option<Spot> {
        let (from, to) = ends(when).map(|(a, b)| (self.column(a), self.column(b)))?;
        let width = self.width();
        let ahead = matches!(when, When::Target { .. });
        let before = to > width && (ahead || from + width - 1 > self.columns());
        let taken = if before {
            (from.min(to - width), to)
        } else {
            (from, to.max(from + width - 1))
        };
        Some(Spot {
            from,
            to,
            before,
            taken,
        })
    }
}

/// The first and last year of a date.
fn ends(when: When) -> Option<(u16, u16)> {
    match when {
        When::Year { year } => Some((year, year)),
        When::Target { year, set_in } => Some((set_in.min(year), year)),
        When::Range { from, to } => Some((from, to)),
        When::Undated => None,
    }
}

/// Columns of an event, counted from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    pub from: u16,
    pub to: u16,
    /// Its words stand before the mark and end there.
    pub before: bool,
    /// First and last column that mark and words take.
    pub taken: (u16, u16),
}

/// How many columns the words of each card may take: what stands free beside it in its row, up to
/// twice the usual.
pub(super) fn widths(scale: Scale, spots: &[(Spot, usize)]) -> Vec<u16> {
    let most = scale.width() * 2;
    spots
        .iter()
        .map(|(spot, row)| {
            let others = || spots.iter().filter(move |(_, r)| r == row).map(|(o, _)| o);
            let (from, to) = spot.taken;
            if spot.before {
                let edge = others().map(|o| o.taken.1).filter(|e| *e < from).max();
                (spot.to - edge.unwrap_or(0) - 1).min(most)
            } else {
                let edge = others().map(|o| o.taken.0).filter(|e| *e > to).min();
                let room = edge.unwrap_or(scale.columns() + 1) - from;
                (to - from + 1).max(room.min(most))
            }
        })
        .collect()
}

/// A row, counted from one, for each span of columns, so that no two in a row meet.
pub(super) fn pack(spans: impl Iterator<Item = (u16, u16)>) -> Vec<usize> {
    let mut rows: Vec<Vec<(u16, u16)>> = Vec::new();
    spans
        .map(|(from, to)| {
            let free = |row: &Vec<(u16, u16)>| row.iter().all(|(a, b)| to < *a || *b < from);
            let at = rows.iter().position(free).unwrap_or(rows.len());
            if at == rows.len() {
                rows.push(Vec::new());
            }
            rows[at].push((from, to));
            at + 1
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCALE: Scale = Scale {
        first: 2006,
        years: 15,
        step: 1,
    };

    #[test]
    fn a_year_has_its_column_and_words_after_it() {
        let spot = SCALE.spot(When::Year { year: 2014 }).expect("dated");
        assert_eq!((spot.from, spot.to, spot.before), (9, 9, false));
        assert_eq!(spot.taken, (9, 11));
    }

    #[test]
    fn a_target_reaches_from_the_year_it_was_set_in() {
        let when = When::Target {
            year: 2020,
            set_in: 2011,
        };
        let spot = SCALE.spot(when).expect("dated");
        assert_eq!((spot.from, spot.to, spot.before), (6, 15, true));
        assert_eq!(spot.taken, (6, 15));
    }

    #[test]
    fn words_near_the_end_stand_before_their_mark() {
        let spot = SCALE.spot(When::Year { year: 2019 }).expect("dated");
        assert_eq!((spot.before, spot.taken), (true, (11, 14)));
    }

    #[test]
    fn what_has_no_date_has_no_spot() {
        assert_eq!(SCALE.spot(When::Undated), None);
    }

    #[test]
    fn long_axes_keep_few_columns() {
        let scale = Scale {
            first: 1800,
            years: 221,
            step: 221_u16.div_ceil(COLUMNS),
        };
        assert!(scale.columns() <= COLUMNS);
        assert_eq!(scale.years().next(), Some(1800));
        assert_eq!(scale.column(2020), scale.columns());
    }

    #[test]
    fn words_take_what_is_free_beside_them() {
        let spots: Vec<_> = [2006, 2011, 2015]
            .map(|year| (SCALE.spot(When::Year { year }).expect("dated"), 1))
            .to_vec();
        assert_eq!(widths(SCALE, &spots), [5, 4, 6]);
        let target = When::Target {
            year: 2020,
            set_in: 2011,
        };
        let alone = [(SCALE.spot(target).expect("dated"), 2)];
        assert_eq!(widths(SCALE, &alone), [6]);
    }

    #[test]
    fn no_two_of_a_row_meet() {
        let spans = [(1, 4), (6, 9), (6, 15), (10, 13), (4, 5)];
        assert_eq!(pack(spans.into_iter()), [1, 1, 2, 1, 2]);
    }
}
