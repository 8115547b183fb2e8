//! The slides of the real content as PowerPoint shows them: words that are
//! large enough and fit their boxes, lines that pass no box.

#[path = "common/made.rs"]
mod made;
#[path = "common/package.rs"]
mod package;

use made::{made, named};
use package::text;
use policy_explorer::deck::Picture;
use roxmltree::{Document, Node};

const EMU_PER_POINT: f64 = 12_700.0;

fn number(node: Node, attribute: &str) -> f64 {
    let value = node.attribute(attribute).unwrap_or_default();
    value.parse().unwrap_or_default()
}

#[test]
fn no_words_are_smaller_than_a_fortieth_of_the_slide() {
    for made in made() {
        let whole = text(&made.parts["ppt/presentation.xml"]);
        let whole = Document::parse(&whole).expect("XML");
        let high = number(named(whole.root(), "sldSz").next().expect("a size"), "cy");
        let least = high / EMU_PER_POINT / 40.0 * 100.0;
        for (path, xml) in ["ppt/slides/", "ppt/slideLayouts/", "ppt/charts/"]
            .iter()
            .flat_map(|p| made.xml(p))
        {
            let xml = Document::parse(&xml).expect("XML");
            for node in xml.descendants() {
                if node.attribute("sz").is_some() && node.tag_name().name() != "ph" {
                    assert!(number(node, "sz") >= least, "{path}: {node:?}");
                }
            }
            // A run without a size of its own would take one from elsewhere; only the slide number may.
            for run in named(xml.root(), "r").filter(|_| path.contains("ppt/slides/")) {
                let how = named(run, "rPr").next().expect("how it looks");
                assert!(how.attribute("sz").is_some(), "{path}: {:?}", run.text());
            }
        }
    }
}

/// Width of a letter in ems, in Arial or among Chinese.
fn em(letter: char, chinese: bool) -> f64 {
    match letter {
        '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}' => 1.0,
        '“' | '”' | '‘' | '’' | '·' if chinese => 1.0,
        ' ' | 'f' | 'i' | 'j' | 'l' | 't' | 'r' | '.' | ',' | ':' | ';' | '\'' | '’' | '-'
        | '(' | ')' | 'I' | '“' | '”' => 0.29,
        'm' | 'M' | 'W' | '&' => 0.84,
        'w' | 'A'..='Z' => 0.7,
        _ => 0.54,
    }
}

/// Lines that words need in a width of so many ems.
fn lines(words: &str, wide: f64, bold: bool) -> usize {
    let chinese = words
        .chars()
        .any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let (mut count, mut line, mut word) = (1, 0.0, 0.0);
    for letter in words.chars() {
        let own = em(letter, chinese);
        let own = if bold && own < 1.0 { own * 1.06 } else { own };
        word += own;
        if line + word > wide && letter != ' ' {
            count += 1;
            line = 0.0;
        }
        if em(letter, chinese) == 1.0 || matches!(letter, ' ' | '-' | '–') {
            line += word;
            word = 0.0;
        }
    }
    count
}

/// Height in points of the paragraphs of a body, in a width in points.
fn needed(body: Node, wide: f64) -> f64 {
    let mut sum = 0.0;
    for paragraph in named(body, "p") {
        let words: String = named(paragraph, "t").filter_map(|t| t.text()).collect();
        let size = named(paragraph, "rPr")
            .map(|r| number(r, "sz") / 100.0)
            .fold(0.0, f64::max);
        let bold = named(paragraph, "rPr").any(|r| r.attribute("b") == Some("1"));
        let chinese = words
            .chars()
            .any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        let leading = if chinese { 1.4 } else { 1.18 };
        let after: f64 = named(paragraph, "spcAft")
            .flat_map(|s| named(s, "spcPts"))
            .map(|s| number(s, "val") / 100.0)
            .sum();
        sum += lines(&words, wide / size.max(1.0), bold) as f64 * size * leading + after;
    }
    sum
}

/// A rectangle in points.
#[derive(Debug, Clone, Copy)]
struct Box {
    x: f64,
    y: f64,
    w: f64,
    h: f64,
}

fn frame(shape: Node) -> Option<Box> {
    let xfrm = named(shape, "xfrm").next()?;
    let (off, ext) = (named(xfrm, "off").next()?, named(xfrm, "ext").next()?);
    let points = |n, a| number(n, a) / EMU_PER_POINT;
    Some(Box {
        x: points(off, "x"),
        y: points(off, "y"),
        w: points(ext, "cx"),
        h: points(ext, "cy"),
    })
}

/// The shapes with words in them, and where they stand.
fn worded<'a>(xml: &'a Document) -> Vec<(Box, Node<'a, 'a>, String)> {
    named(xml.root(), "sp")
        .filter_map(|sp| {
            let body = named(sp, "txBody").next()?;
            let words: String = named(body, "t").filter_map(|t| t.text()).collect();
            let field = named(body, "fld").next().is_some();
            (!words.is_empty() && !field).then_some(())?;
            Some((frame(sp)?, body, words))
        })
        .collect()
}

#[test]
fn words_fit_their_boxes_and_boxes_the_slide() {
    for made in made() {
        for (path, xml) in made.xml("ppt/slides/") {
            let xml = Document::parse(&xml).expect("XML");
            let boxes = worded(&xml);
            for (at, body, words) in &boxes {
                let how = named(*body, "bodyPr").next().expect("its properties");
                let inset = |a| number(how, a) / EMU_PER_POINT;
                let wide = at.w - inset("lIns") - inset("rIns");
                let high = at.h - inset("tIns") - inset("bIns");
                let single = how.attribute("wrap") == Some("none");
                let need = needed(*body, wide);
                let one = needed(*body, f64::MAX);
                assert!(
                    need <= high + 1.0 || (single && need <= one),
                    "{path}: {words}: {need} in {high}"
                );
                assert!(
                    !single || need <= one,
                    "{path}: {words} is wider than its box"
                );
                assert!(
                    at.x >= 0.0 && at.y >= 0.0 && at.x + at.w <= 960.5 && at.y + at.h <= 540.5,
                    "{path}: {words}: {at:?}"
                );
            }
            for (i, (a, _, one)) in boxes.iter().enumerate() {
                for (b, _, other) in &boxes[i + 1..] {
                    let apart = a.x + a.w <= b.x + 0.5
                        || b.x + b.w <= a.x + 0.5
                        || a.y + a.h <= b.y + 0.5
                        || b.y + b.h <= a.y + 0.5;
                    assert!(apart, "{path}: “{one}” lies over “{other}”");
                }
            }
            let foot = boxes.iter().map(|(b, ..)| b.y).fold(0.0, f64::max);
            for table in
                named(xml.root(), "graphicFrame").filter(|f| named(*f, "tbl").next().is_some())
            {
                let columns: Vec<f64> = named(table, "gridCol")
                    .map(|c| number(c, "w") / EMU_PER_POINT)
                    .collect();
                let mut bottom = frame(table).expect("a frame").y;
                for row in named(table, "tr") {
                    let high = number(row, "h") / EMU_PER_POINT;
                    for (cell, wide) in named(row, "tc").zip(&columns) {
                        let how = named(cell, "tcPr").next().expect("its properties");
                        let inset = |a, b| (number(how, a) + number(how, b)) / EMU_PER_POINT;
                        let need =
                            needed(cell, wide - inset("marL", "marR")) + inset("marT", "marB");
                        assert!(need <= high + 1.0, "{path}: a row of {high} for {need}");
                    }
                    bottom += high;
                }
                assert!(
                    bottom <= foot,
                    "{path}: the table ends at {bottom}, the foot begins at {foot}"
                );
            }
        }
    }
}

/// Points along what is drawn, in points of the slide.
fn along(shape: Node) -> Vec<(f64, f64)> {
    let at = frame(shape).expect("a frame");
    let flipped = named(shape, "xfrm").any(|x| x.attribute("flipV") == Some("1"));
    let mut out: Vec<(f64, f64)> = Vec::new();
    let Some(path) = named(shape, "path").next() else {
        let (from, to) = if flipped {
            (at.y + at.h, at.y)
        } else {
            (at.y, at.y + at.h)
        };
        return (0..=100)
            .map(|i| f64::from(i) / 100.0)
            .map(|t| (at.x + t * at.w, from + t * (to - from)))
            .collect();
    };
    for step in path.children().filter(Node::is_element) {
        let p: Vec<(f64, f64)> = named(step, "pt")
            .map(|n| {
                (
                    at.x + number(n, "x") / EMU_PER_POINT,
                    at.y + number(n, "y") / EMU_PER_POINT,
                )
            })
            .collect();
        let a = out.last().copied().unwrap_or(p[0]);
        let (b, c, d) = if p.len() == 3 {
            (p[0], p[1], p[2])
        } else {
            (a, p[0], p[0])
        };
        let mix = |t: f64, a: f64, b: f64, c: f64, d: f64| {
            let s = 1.0 - t;
            s * s * s * a + 3.0 * s * s * t * b + 3.0 * s * t * t * c + t * t * t * d
        };
        out.extend(
            (0..=100)
                .map(|i| f64::from(i) / 100.0)
                .map(|t| (mix(t, a.0, b.0, c.0, d.0), mix(t, a.1, b.1, c.1, d.1))),
        );
    }
    out
}

#[test]
fn lines_join_boxes_at_their_edges_and_pass_no_other() {
    let mut seen = 0;
    for made in made() {
        for (at, slide) in made.deck.slides.iter().enumerate() {
            let joined = match &slide.picture {
                Some(Picture::Thread { edges, .. }) => edges.len(),
                Some(Picture::Edges { edges }) => edges.len(),
                _ => continue,
            };
            let xml = made.slide(at);
            let xml = Document::parse(&xml).expect("XML");
            let boxes: Vec<Box> = worded(&xml)
                .into_iter()
                .filter(|(_, body, _)| {
                    named(body.parent().expect("a shape"), "ln").any(|l| l.has_children())
                })
                .map(|(b, ..)| b)
                .collect();
            let drawn: Vec<Node> = xml
                .descendants()
                .filter(|n| {
                    n.tag_name().name() == "cxnSp"
                        || (n.tag_name().name() == "sp" && named(*n, "custGeom").next().is_some())
                })
                .collect();
            assert_eq!(drawn.len(), joined, "{} {}", made.name(), slide.id);
            for line in drawn {
                let points = along(line);
                let (first, last) = (points[0], points[points.len() - 1]);
                let begins = boxes.iter().any(|b| {
                    (first.0 - b.x - b.w).abs() < 0.5 && (first.1 - b.y - b.h / 2.0).abs() < 0.5
                });
                let ends = boxes
                    .iter()
                    .any(|b| (last.0 - b.x).abs() < 0.5 && (last.1 - b.y - b.h / 2.0).abs() < 0.5);
                assert!(
                    begins && ends,
                    "{} {}: {first:?} {last:?}",
                    made.name(),
                    slide.id
                );
                for (x, y) in points {
                    let under = boxes.iter().find(|b| {
                        x > b.x + 0.5 && x < b.x + b.w - 0.5 && y > b.y + 0.5 && y < b.y + b.h - 0.5
                    });
                    assert!(
                        under.is_none(),
                        "{} {}: a line runs through {under:?}",
                        made.name(),
                        slide.id
                    );
                }
                seen += 1;
            }
        }
    }
    assert!(seen > 0);
}
