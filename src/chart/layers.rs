//! Boxes in columns with lines between them: a network, a map of links.
//! The same input always gives the same places.

use std::collections::BTreeSet;

use super::{
    Form, Picture,
    diagram::{Block, Diagram, LINE_HEIGHT, Look, Part, SIZE, Wire},
    text,
};

/// A line between two boxes, by number.
#[derive(Debug, Clone)]
pub(super) struct Tie {
    pub from: usize,
    pub to: usize,
    pub label: String,
    pub dashed: bool,
    pub arrow: bool,
    pub color: &'static str,
}

/// Where what stands in a column stands: a box, or a line on its way through.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Slot {
    Block(usize),
    Through(usize),
}

/// Columns in which every line runs to the right: as near to what it leads to as it can stand.
pub(super) fn ranks(count: usize, ties: &[Tie]) -> Vec<usize> {
    let mut rank = vec![0; count];
    for _ in 0..count {
        for t in ties {
            if rank[t.to] <= rank[t.from] && rank[t.from] + 1 < count {
                rank[t.to] = rank[t.from] + 1;
            }
        }
    }
    for i in 0..count {
        let first = !ties.iter().any(|t| t.to == i);
        if let Some(to) = ties
            .iter()
            .filter(|t| t.from == i)
            .map(|t| rank[t.to])
            .min()
            && first
        {
            rank[i] = to.saturating_sub(1);
        }
    }
    rank
}

/// Two columns, so that lines run between them and not within; what has most lines stands right.
pub(super) fn sides(count: usize, ties: &[Tie]) -> Vec<usize> {
    let lines = |i: usize| ties.iter().filter(|t| t.from == i || t.to == i).count();
    let mut side = vec![0; count];
    for group in groups(count, ties) {
        let hub = group
            .iter()
            .copied()
            .max_by_key(|i| (lines(*i), *i))
            .unwrap_or(0);
        let (mut seen, mut next) = (BTreeSet::from([hub]), vec![hub]);
        side[hub] = 1;
        while let Some(i) = next.pop() {
            for t in ties.iter().filter(|t| t.from == i || t.to == i) {
                let other = if t.from == i { t.to } else { t.from };
                if seen.insert(other) {
                    side[other] = 1 - side[i];
                    next.push(other);
                }
            }
        }
    }
    side
}

/// What hangs together, the largest first.
fn groups(count: usize, ties: &[Tie]) -> Vec<Vec<usize>> {
    let mut mark: Vec<usize> = (0..count).collect();
    for _ in 0..count {
        for t in ties {
            let low = mark[t.from].min(mark[t.to]);
            (mark[t.from], mark[t.to]) = (low, low);
        }
    }
    let mut out: Vec<Vec<usize>> = (0..count)
        .map(|m| (0..count).filter(|i| mark[*i] == m).collect())
        .filter(|g: &Vec<usize>| !g.is_empty())
        .collect();
    out.sort_by_key(|g| std::cmp::Reverse(g.len()));
    out
}

/// Draws them. `heads` are words above the columns, or none.
pub(super) fn picture(
    names: &[(String, Look)],
    ties: &[Tie],
    rank: &[usize],
    heads: &[String],
    form: Form,
) -> Option<Picture> {
    let width = form.width();
    let columns = rank.iter().max().map_or(1, |r| r + 1);
    let room = if form == Form::Wide { 150.0 } else { 84.0 };
    let labels: Vec<_> = ties
        .iter()
        .map(|t| {
            if t.label.is_empty() {
                Vec::new()
            } else {
                text::wrap(&t.label, room, SIZE, 3)
            }
        })
        .collect();
    let widest = labels
        .iter()
        .flatten()
        .map(|l| text::width(l, SIZE))
        .fold(0.0, f64::max);
    let tall = labels.iter().map(Vec::len).max().unwrap_or(0) as f64;
    // Lines fan out or in before the level stretch that carries their label.
    let fan = match form {
        Form::Wide => 40.0,
        Form::Narrow => 16.0,
    };
    let between = match (widest > 0.0, form) {
        (true, _) => widest + 30.0 + fan,
        (false, Form::Wide) => 110.0,
        (false, Form::Narrow) => 28.0,
    };
    let gap = 14.0;
    let w = ((width - 4.0 - between * (columns as f64 - 1.0)) / columns as f64).min(230.0);
    let width = w * columns as f64 + between * (columns as f64 - 1.0) + 4.0;
    let mut d = Diagram {
        width,
        ..Diagram::default()
    };
    for (i, (name, look)) in names.iter().enumerate() {
        let mut b = Block::new(name, w, 6, *look);
        b.x = 2.0 + (w + between) * rank[i] as f64;
        // Room for what is written on the lines of either side.
        let lines = [true, false].map(|left| bundles(ties, rank, i, left).len());
        let most = lines.into_iter().max().unwrap_or(0) as f64;
        b.h = b.h.max(most * (tall * LINE_HEIGHT + 4.0));
        d.blocks.push(b);
    }
    let mut top = 2.0;
    for (i, head) in heads.iter().enumerate() {
        let mut b = Block::new(head, w, 2, Look::Heading);
        (b.x, b.y) = (2.0 + (w + between) * i as f64, top);
        d.blocks.push(b);
    }
    if !heads.is_empty() {
        top += d.blocks[names.len()..]
            .iter()
            .map(|b| b.h)
            .fold(0.0, f64::max);
    }
    let mut heights = vec![0.0; ties.len()];
    for group in groups(names.len(), ties) {
        top = stack(&mut d, &group, ties, rank, columns, gap, top, &mut heights) + 22.0;
    }
    d.height = (top - 20.0).ceil();
    let middle = |i: usize| d.blocks[i].middle();
    let mut starts: Vec<_> = ties.iter().map(|t| middle(t.from)).collect();
    let mut ends: Vec<_> = ties.iter().map(|t| middle(t.to)).collect();
    let mut first = vec![true; ties.len()];
    for (i, b) in d.blocks[..names.len()].iter().enumerate() {
        for left in [true, false] {
            let mut bundles = bundles(ties, rank, i, left);
            let far = |bundle: &Vec<usize>| {
                let other = |t: &usize| {
                    middle(if ties[*t].to == i {
                        ties[*t].from
                    } else {
                        ties[*t].to
                    })
                };
                bundle.iter().map(other).sum::<f64>() / bundle.len() as f64
            };
            bundles.sort_by(|x, y| far(x).total_cmp(&far(y)));
            let step = b.h / bundles.len().max(1) as f64;
            for (k, bundle) in bundles.iter().enumerate() {
                let y = b.y + step * (k as f64 + 0.5);
                for (n, t) in bundle.iter().enumerate() {
                    if ties[*t].to == i {
                        (ends[*t], first[*t]) = (y, n == 0);
                    } else {
                        starts[*t] = y;
                    }
                }
            }
        }
    }
    for (i, t) in ties.iter().enumerate() {
        let (a, b) = (&d.blocks[t.from], &d.blocks[t.to]);
        let forward = rank[t.from] <= rank[t.to];
        let start = (if forward { a.x + a.w } else { a.x }, starts[i]);
        let end = (if forward { b.x } else { b.x + b.w }, ends[i]);
        let mut points = vec![start];
        for column in rank[t.from] + 1..rank[t.to] {
            let x = 2.0 + (w + between) * column as f64;
            points.extend([(x, heights[i]), (x + w, heights[i])]);
        }
        if !labels[i].is_empty() {
            let back = if forward {
                fan - between
            } else {
                between - fan
            };
            points.push((end.0 + back, end.1));
        }
        points.push(end);
        d.wires.push(Wire {
            points,
            label: if first[i] {
                labels[i].clone()
            } else {
                Vec::new()
            },
            dashed: t.dashed,
            arrow: t.arrow,
            color: t.color,
        });
    }
    let rows: Vec<_> = ties
        .iter()
        .enumerate()
        .map(|(i, t)| vec![Part::Block(t.from), Part::Wire(i), Part::Block(t.to)])
        .collect();
    d.picture(&rows)
}

/// The lines on one side of a box that need a height of their own there: those that end there and
/// say the same share it; those that begin there need one beside others that end.
fn bundles(ties: &[Tie], rank: &[usize], of: usize, left: bool) -> Vec<Vec<usize>> {
    let here = |other: usize| (rank[other] < rank[of]) == left;
    let mut out: Vec<Vec<usize>> = Vec::new();
    let labelled = |t: &&Tie| !t.label.is_empty();
    if !ties
        .iter()
        .filter(labelled)
        .any(|t| t.to == of && here(t.from))
    {
        return out;
    }
    for (i, t) in ties.iter().enumerate() {
        if t.to == of && here(t.from) {
            let alike = |o: &Tie| o.to == of && (&o.label, o.dashed) == (&t.label, t.dashed);
            match out.iter_mut().find(|b| alike(&ties[b[0]])) {
                Some(bundle) => bundle.push(i),
                None => out.push(vec![i]),
            }
        } else if t.from == of && here(t.to) {
            out.push(vec![i]);
        }
    }
    out
}

/// Stands a group's boxes in their columns from `top` down, and gives its foot. Lines that pass
/// a column get a height there of their own, between the boxes.
#[expect(clippy::too_many_arguments, reason = "one step of `picture`")]
fn stack(
    d: &mut Diagram,
    group: &[usize],
    ties: &[Tie],
    rank: &[usize],
    columns: usize,
    gap: f64,
    top: f64,
    heights: &mut [f64],
) -> f64 {
    let mut slots: Vec<Vec<(f64, Slot)>> = Vec::new();
    for c in 0..columns {
        // So that labelled lines cross less: first what they lead to, in later columns what stands
        // near their other ends. Columns without labels keep the order of the text.
        let order = |i: usize| {
            if ties.iter().all(|t| t.label.is_empty()) {
                return 0.0;
            }
            if c == 0 {
                return f64::from(u8::from(!ties.iter().any(|t| t.to == i)));
            }
            let others = ties.iter().filter_map(|t| match (t.from == i, t.to == i) {
                (true, _) => Some(t.to),
                (_, true) => Some(t.from),
                _ => None,
            });
            let before: Vec<f64> = others
                .filter_map(|o| slots.get(rank[o])?.iter().find(|s| s.1 == Slot::Block(o)))
                .map(|s| s.0)
                .collect();
            match before.len() {
                0 => 1.0,
                n => before.iter().sum::<f64>() / n as f64,
            }
        };
        let mut own: Vec<usize> = group.iter().copied().filter(|i| rank[*i] == c).collect();
        own.sort_by(|a, b| order(*a).total_cmp(&order(*b)));
        let n = own.len().max(1) as f64;
        let places = own.into_iter().enumerate();
        slots.push(
            places
                .map(|(k, i)| ((k as f64 + 0.5) / n, Slot::Block(i)))
                .collect(),
        );
    }
    let at = |slots: &[Vec<(f64, Slot)>], i: usize| {
        slots[rank[i]]
            .iter()
            .find(|s| s.1 == Slot::Block(i))
            .map_or(0.5, |s| s.0)
    };
    for (k, t) in ties
        .iter()
        .enumerate()
        .filter(|(_, t)| group.contains(&t.from))
    {
        for c in rank[t.from] + 1..rank[t.to] {
            let part = (c - rank[t.from]) as f64 / (rank[t.to] - rank[t.from]) as f64;
            let y = at(&slots, t.from) * (1.0 - part) + at(&slots, t.to) * part;
            slots[c].push((y, Slot::Through(k)));
        }
    }
    for column in &mut slots {
        column.sort_by(|a, b| a.0.total_cmp(&b.0));
    }
    let high = |d: &Diagram, s: Slot| match s {
        Slot::Block(i) => d.blocks[i].h,
        Slot::Through(_) => 4.0,
    };
    let total = |d: &Diagram, column: &[(f64, Slot)]| {
        column.iter().map(|s| high(d, s.1)).sum::<f64>() + gap * (column.len().max(1) - 1) as f64
    };
    let full = slots.iter().map(|c| total(d, c)).fold(0.0, f64::max);
    for column in &slots {
        let spare = full - total(d, column);
        let step = if column.len() > 1 {
            gap + spare / column.len() as f64
        } else {
            gap
        };
        let used = total(d, column) + (step - gap) * (column.len().max(1) - 1) as f64;
        let mut y = top + (full - used) / 2.0;
        for (_, slot) in column {
            let h = high(d, *slot);
            match slot {
                Slot::Block(i) => d.blocks[*i].y = y,
                Slot::Through(k) => heights[*k] = y + h / 2.0,
            }
            y += h + step;
        }
    }
    top + full
}
