//! Trees of boxes: columns where there is room, an indented list where not.

use super::{
    Form, Picture,
    diagram::{Block, Diagram, Look, Part, Wire},
};

/// A box with what hangs from it.
#[derive(Debug, Clone)]
pub(super) struct Twig {
    pub name: String,
    pub look: Look,
    pub twigs: Vec<Twig>,
}

impl Twig {
    pub(super) fn new(name: &str, look: Look, twigs: Vec<Twig>) -> Twig {
        Twig {
            name: name.to_owned(),
            look,
            twigs,
        }
    }
}

const GAP: f64 = 8.0;
const BETWEEN: f64 = 40.0;
const INDENT: f64 = 20.0;

struct Plan<'a> {
    diagram: Diagram,
    form: Form,
    columns: &'a [f64],
    lines: usize,
    rows: Vec<Vec<Part>>,
}

/// Draws a forest. `columns` are the widths in the wide form; each leaf is a row.
pub(super) fn picture(
    twigs: &[Twig],
    columns: &[f64],
    lines: usize,
    form: Form,
) -> Option<Picture> {
    let wide = columns.iter().sum::<f64>() + BETWEEN * (columns.len() as f64 - 1.0) + 4.0;
    let mut plan = Plan {
        diagram: Diagram {
            width: if form == Form::Wide {
                wide
            } else {
                form.width()
            },
            ..Diagram::default()
        },
        form,
        columns,
        lines,
        rows: Vec::new(),
    };
    let mut y = 2.0;
    for twig in twigs {
        y = plan.place(twig, 0, y, None, &[]) + GAP;
    }
    plan.diagram.height = (y - 2.0 * GAP + 2.0).ceil();
    plan.diagram.picture(&plan.rows)
}

impl Plan<'_> {
    /// Places a twig and all below it from `y` down, and gives where the next may begin.
    fn place(
        &mut self,
        twig: &Twig,
        depth: usize,
        y: f64,
        above: Option<usize>,
        path: &[Part],
    ) -> f64 {
        let narrow = self.form == Form::Narrow;
        let x = 2.0
            + if narrow {
                INDENT * depth as f64
            } else {
                self.columns[..depth].iter().map(|w| w + BETWEEN).sum()
            };
        let w = if narrow {
            self.diagram.width - x - 2.0
        } else {
            self.columns.get(depth).copied().unwrap_or(120.0)
        };
        let own = self.diagram.blocks.len();
        let mut block = Block::new(&twig.name, w, self.lines, twig.look);
        (block.x, block.y) = (x, y);
        let height = block.h;
        self.diagram.blocks.push(block);
        let mut path = path.to_vec();
        let wire = above.map(|_| {
            self.diagram.wires.push(Wire {
                points: Vec::new(),
                label: Vec::new(),
                dashed: false,
                arrow: false,
                color: "var(--edge)",
            });
            self.diagram.wires.len() - 1
        });
        path.extend(wire.map(Part::Wire));
        path.push(Part::Block(own));
        if twig.twigs.is_empty() {
            self.rows.push(path.clone());
        }
        let mut next = if narrow { y + height + GAP } else { y };
        let first = next;
        for t in &twig.twigs {
            next = self.place(t, depth + 1, next, Some(own), &path);
        }
        if !narrow {
            // Beside the middle of what hangs from it.
            let below = (next - GAP - first).max(0.0);
            if !twig.twigs.is_empty() && below > height {
                self.diagram.blocks[own].y = y + (below - height) / 2.0;
            }
            next = next.max(y + height + GAP);
        }
        // The lines to what hangs from it, now that all stands.
        self.join(own, &twig.twigs);
        if depth == 0 { next + GAP } else { next }
    }

    fn join(&mut self, parent: usize, twigs: &[Twig]) {
        let mut child = parent + 1;
        // Blocks and wires are numbered alike below a root, root by root.
        let roots = self.roots_before(child);
        for twig in twigs {
            let (p, c) = (&self.diagram.blocks[parent], &self.diagram.blocks[child]);
            let points = match self.form {
                Form::Wide => {
                    let mid = c.x - BETWEEN / 2.0;
                    let (from, to) = (p.middle(), c.middle());
                    if (from - to).abs() < 1.0 {
                        vec![(p.x + p.w, to), (c.x, to)]
                    } else {
                        vec![(p.x + p.w, from), (mid, from), (mid, to), (c.x, to)]
                    }
                }
                Form::Narrow => {
                    let x = p.x + INDENT / 2.0;
                    vec![(x, p.y + p.h), (x, c.middle()), (c.x, c.middle())]
                }
            };
            self.diagram.wires[child - roots].points = points;
            child += size(twig);
        }
    }

    /// How many of the first blocks are roots, which have no wire.
    fn roots_before(&self, block: usize) -> usize {
        self.diagram.blocks[..block]
            .iter()
            .filter(|b| b.x <= 2.0)
            .count()
    }
}

fn size(twig: &Twig) -> usize {
    1 + twig.twigs.iter().map(size).sum::<usize>()
}
