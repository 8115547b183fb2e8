//! How large a slide's words may be: the largest step of type at which they fill their room, for
//! a face of 16:9 and one of 4:3. All lengths are hundredths of the face's height.

use super::Scene;
use crate::{
    chart::{longest, width, wrap},
    deck::{Card, DeckSlide, Edge, Picture, Row},
    model::{Lang, Status},
};

/// Steps of type, as `.wide1`… (16:9) and `.tall1`… (4:3) in the style; the last is just above a fortieth.
const STEPS: [f64; 9] = [7.0, 6.2, 5.5, 4.9, 4.3, 3.8, 3.3, 2.9, 2.6];
/// Letters wider than estimated must not push anything off the slide.
const SURE: f64 = 0.94;

/// The room below the title.
struct Room {
    width: f64,
    height: f64,
}

/// A face's width and the name of its steps.
const FACES: [(f64, &str); 2] = [(177.7, "wide"), (133.3, "tall")];

fn lines(text: &str, size: f64, width: f64) -> f64 {
    // A line may break after a dash.
    let text = text.replace('–', "– ");
    if longest(&text, size) > width * SURE {
        return f64::INFINITY;
    }
    wrap(&text, width * SURE, size, usize::MAX).len() as f64
}

/// Bold letters are wider; Chinese ones are not.
fn bold(text: &str, size: f64, width: f64) -> f64 {
    let letters = text.chars().count();
    let wide = text.chars().filter(|c| !c.is_ascii()).count() * 2 > letters;
    // A short Chinese name is not broken within a word.
    if wide && letters <= 6 && size > 4.0 && crate::chart::width(text, size) > width * SURE {
        return f64::INFINITY;
    }
    lines(text, size * if wide { 1.0 } else { 1.1 }, width)
}

fn room(face: f64, x: &DeckSlide, lang: Lang) -> Room {
    let wide = face > 150.0;
    let title = match lang {
        Lang::Zh => 6.4,
        Lang::En if wide => 5.4,
        Lang::En => 4.6,
    };
    let width = face - 12.0;
    Room {
        width,
        height: 81.0 - bold(&x.title, title, width) * title * 1.25,
    }
}

/// The classes of what a slide shows.
pub(super) fn classes(s: Scene<'_>, x: &DeckSlide) -> String {
    FACES
        .map(|(face, name)| {
            let room = room(face, x, s.lang);
            let fits = |t: &f64| *t <= most(x) && height(x, *t, room.width) <= room.height * SURE;
            let step = STEPS.iter().position(fits).unwrap_or(STEPS.len() - 1);
            format!("{name}{}", step + 1)
        })
        .join(" ")
}

/// Larger looks coarse.
fn most(x: &DeckSlide) -> f64 {
    match &x.picture {
        Some(Picture::Cards { items, .. }) if items.iter().all(|c| c.text.is_empty()) => 6.2,
        Some(Picture::Edges { .. } | Picture::Table { .. }) => 4.9,
        Some(Picture::Quote { .. }) => 7.0,
        _ => 5.5,
    }
}

/// How high a slide's words stand at a size.
fn height(x: &DeckSlide, t: f64, width: f64) -> f64 {
    match &x.picture {
        Some(Picture::Cards {
            items,
            ordered,
            open,
        }) => cards(items, *ordered, t, width) + open.as_ref().map_or(0.0, |_| 6.4),
        Some(Picture::Table { head, rows }) => {
            let cell = width * 0.83 / (head.len().max(2) - 1) as f64 - 2.0;
            t * 1.2 * 1.4
                + 4.0
                + rows
                    .iter()
                    .map(|r| row(r, t, cell, width * 0.17 - 2.0))
                    .sum::<f64>()
        }
        Some(Picture::Edges { edges }) => relations(edges, t, width),
        Some(Picture::Quote {
            text, translation, ..
        }) => {
            let said = |text: &str, t: f64| lines(text, t, width - 4.9) * t * 1.6;
            said(text, t) + translation.as_ref().map_or(0.0, |o| 2.0 + said(o, t * 0.8))
        }
        Some(_) => 0.0,
        None => {
            let led = x.lines.iter().all(|l| lead(l).is_some());
            let tall = |l: &String| {
                let of = match lead(l) {
                    Some((head, rest)) if led => {
                        bold(head, t, width * 0.34).max(lines(rest, t, width * 0.62))
                    }
                    _ => lines(l, t, width - 4.0),
                };
                of * t * 1.35 + 5.0
            };
            x.lines.iter().map(tall).sum()
        }
    }
}

/// Cards stand in two or three columns; see the style.
fn cards(items: &[Card], ordered: bool, t: f64, width: f64) -> f64 {
    let columns = match items.len() {
        1 => 1,
        2 | 4 => 2,
        _ => 3,
    };
    let column = |i: usize| {
        // Two of five share the second row.
        let columns = if items.len() == 5 && i > 2 {
            2
        } else {
            columns
        };
        (width - 2.4 * (columns - 1) as f64) / columns as f64 - 5.6
    };
    let named = items.iter().all(|c| c.text.is_empty());
    let one = |(i, c): (usize, &Card)| {
        let column = column(i);
        let name = if named || c.text.is_empty() {
            t
        } else {
            t * 1.2
        };
        let mut tall = 5.2;
        if c.tag.is_some() {
            tall += 5.1;
        }
        if ordered {
            tall += t * 1.8 + 1.2;
        }
        if !c.name.is_empty() {
            tall += bold(&c.name, name, column) * name * 1.3 + 1.2;
        }
        if !c.text.is_empty() {
            tall += lines(&c.text, t, column) * t * 1.45;
        }
        tall + badge(c.status)
    };
    let rows = items.len().div_ceil(columns) as f64;
    let tallest = items.iter().enumerate().map(one).fold(0.0, f64::max);
    rows * tallest + (rows - 1.0) * 2.4
}

fn badge(status: Status) -> f64 {
    if status == Status::Inferred { 4.8 } else { 0.0 }
}

fn row(r: &Row, t: f64, cell: f64, head: f64) -> f64 {
    let tall = |c: &crate::deck::TableCell| lines(&c.text, t, cell) * t * 1.4 + badge(c.status);
    r.cells
        .iter()
        .map(tall)
        .fold(bold(&r.name, t, head) * t * 1.4, f64::max)
        + 3.2
}

/// Rows of those who do the same to the same.
pub(super) fn grouped(edges: &[Edge]) -> impl Iterator<Item = &[Edge]> {
    edges.chunk_by(|a, b| {
        a.to == b.to && a.from != b.to && (&a.verb, a.status) == (&b.verb, b.status)
    })
}

fn relations(edges: &[Edge], t: f64, width: f64) -> f64 {
    let side = (width - 28.0 - 4.8) / 2.0 - 4.4;
    let tall = |name: &str| bold(name, t, side) * t * 1.3 + 2.4;
    let alone = grouped(edges).count() == 1;
    let one = |g: &[Edge]| {
        // Boxes stand one below the other where there is but one row, else side by side.
        let mut from = 0.0;
        let mut filled = f64::INFINITY;
        for e in g {
            let wide = width_of(&e.from, t) + 5.0;
            if alone || filled + wide > side {
                from += tall(&e.from) + 1.0;
                filled = wide;
            } else {
                filled += wide;
            }
        }
        let to = g.first().map_or(0.0, |e| tall(&e.to) + badge(e.status));
        from.max(to) + 1.8
    };
    grouped(edges).map(one).sum()
}

fn width_of(text: &str, size: f64) -> f64 {
    width(text, size * 1.1)
}

/// What a line is about, where it says so before a colon or in a question.
pub(super) fn lead(line: &str) -> Option<(&str, &str)> {
    let marks = ['\u{ff1a}', ':', '\u{ff1f}', '?'];
    let (at, mark) = line.char_indices().find(|(_, c)| marks.contains(c))?;
    let end = at + mark.len_utf8();
    let kept = if matches!(mark, '?' | '\u{ff1f}') {
        end
    } else {
        at
    };
    let rest = line[end..].trim_start();
    (!rest.is_empty()).then_some((&line[..kept], rest))
}

/// Whether notes need smaller type to stand below their slide on half a sheet of A4 across.
pub(super) fn long(notes: &str, lang: Lang) -> bool {
    // Millimetres: type of 11 pt for Chinese and of 8.75 pt for English, 132 wide.
    let (size, leading) = match lang {
        Lang::Zh => (3.88, 1.7),
        Lang::En => (3.09, 1.5),
    };
    notes.lines().map(|p| lines(p, size, 132.0)).sum::<f64>() * size * leading > 88.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_led_by_what_it_is_about() {
        assert_eq!(lead("Parks: whole"), Some(("Parks", "whole")));
        assert_eq!(lead("Met? Not said"), Some(("Met?", "Not said")));
        assert_eq!(lead("No lead"), None);
        assert_eq!(lead("Ends in a question?"), None);
    }

    #[test]
    fn notes_shrink_only_where_they_are_long() {
        assert!(!long("short", Lang::En));
        assert!(long(&"word ".repeat(500), Lang::En));
    }
}
