//! The charts of the real text: as they were, true to their tables, legible.

use std::{collections::BTreeSet, fs, path::Path};

use policy_explorer::{
    chart::{self, Figure, Mark, Painter, Picture},
    check,
    model::{Lang, Model},
    view,
};
use serde_json::Value;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn model() -> Model {
    check::load(root(), &view::labels()).expect("the real content passes the gate")
}

fn figures() -> Vec<(Lang, Figure)> {
    let model = model();
    Lang::ALL
        .iter()
        .flat_map(|l| chart::figures(&model, *l).into_iter().map(move |f| (*l, f)))
        .collect()
}

#[test]
fn charts_are_as_they_were() {
    let found: String = figures()
        .iter()
        .map(|(l, f)| {
            let pictures: String = f
                .pictures
                .iter()
                .map(|p| format!("{}\n", p.option))
                .collect();
            format!("{} {}\n{}\n{pictures}\n", f.id, l.code(), f.description)
        })
        .collect();
    let path = root().join("tests/golden/charts.txt");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &found).expect("a golden file");
    }
    let wanted = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        wanted == found,
        "charts differ; to accept them: BLESS=1 cargo test --test charts"
    );
}

#[test]
fn every_chart_of_the_list_is_drawn_for_this_text() {
    for lang in Lang::ALL {
        let model = model();
        let ids: Vec<_> = chart::figures(&model, lang).iter().map(|f| f.id).collect();
        assert_eq!(ids, chart::IDS);
    }
}

/// What a mark stands for: a bar's number, a box's words; nothing for a line.
fn meaning(picture: &Picture, mark: &Mark) -> Option<String> {
    let series = &picture.option["series"][mark.series];
    let item = &series["data"][mark.item];
    match mark.kind {
        None => Some(item["value"].as_u64().unwrap_or(0).to_string()),
        Some("node") => item["name"]
            .as_str()
            .filter(|n| !n.is_empty())
            .map(str::to_owned),
        _ => {
            assert!(!series["links"][mark.item].is_null());
            None
        }
    }
}

#[test]
fn a_table_holds_what_its_chart_shows() {
    let model = model();
    for (lang, f) in figures() {
        let name = format!("{} {}", f.id, lang.code());
        assert!(
            f.claims.iter().all(|id| model.claim(id).is_some()),
            "{name}"
        );
        assert!(
            f.table.rows.iter().all(|r| r.len() == f.table.head.len()),
            "{name}"
        );
        for p in &f.pictures {
            assert_eq!(p.marks.len(), f.table.rows.len(), "{name}");
            let mut seen = BTreeSet::new();
            for (row, marks) in f.table.rows.iter().zip(&p.marks) {
                assert!(!marks.is_empty(), "{name}: {row:?}");
                seen.extend(marks.iter().map(|m| (m.series, m.kind, m.item)));
                let shown: Vec<_> = marks.iter().filter_map(|m| meaning(p, m)).collect();
                if marks.iter().all(|m| m.kind.is_none()) {
                    assert_eq!(shown, row[1..], "{name}");
                } else {
                    // A tree's root is the title of all its rows.
                    let missing: Vec<_> = shown.iter().filter(|s| !row.contains(s)).collect();
                    assert!(
                        missing.len() <= usize::from(f.id == "problems"),
                        "{name}: {missing:?}"
                    );
                }
            }
            // No box of the picture is missing from the table, but for headings of columns.
            let boxes = p.option["series"][0]["data"].as_array().expect("data");
            for (i, node) in boxes.iter().enumerate() {
                let words = node["name"].as_str().unwrap_or_default();
                let heading = f.table.head.iter().any(|h| h == words);
                let apart = node["itemStyle"]["color"] == "none" || f.id == "link-map";
                assert!(
                    words.is_empty() || seen.contains(&(0, Some("node"), i)) || heading || apart,
                    "{name}: {words}"
                );
            }
        }
    }
}

/// A text of the picture as it stands: left, top, right, bottom.
fn texts(svg: &str) -> Vec<(String, [f64; 4])> {
    let attribute = |tag: &str, name: &str| {
        let begin = tag.find(&format!(" {name}=\""))? + name.len() + 3;
        Some(tag[begin..].split('"').next()?.to_owned())
    };
    svg.split("<text")
        .skip(1)
        .filter_map(|rest| {
            let (tag, rest) = rest.split_once('>')?;
            let words = rest
                .split('<')
                .next()?
                .replace("&amp;", "&")
                .replace("&lt;", "<");
            let size: f64 = attribute(tag, "font-size")?
                .trim_end_matches("px")
                .parse()
                .ok()?;
            let number = |name| {
                attribute(tag, name)
                    .and_then(|v| v.parse::<f64>().ok())
                    .unwrap_or(0.0)
            };
            let (mut x, mut y) = (number("x"), number("y"));
            if let Some(moved) = attribute(tag, "transform")
                .and_then(|t| Some(t.strip_prefix("translate(")?.split(')').next()?.to_owned()))
            {
                let mut by = moved
                    .split([' ', ','])
                    .filter_map(|n| n.parse::<f64>().ok());
                x += by.next().unwrap_or(0.0);
                y += by.next().unwrap_or(0.0);
            }
            let w = chart::width(&words, size);
            let left = match attribute(tag, "text-anchor").as_deref() {
                Some("middle") => x - w / 2.0,
                Some("end") => x - w,
                _ => x,
            };
            Some((words, [left, y - size / 2.0, left + w, y + size / 2.0]))
        })
        .collect()
}

#[test]
fn every_label_stands_inside_its_picture_and_apart_from_the_others() {
    let bundle =
        fs::read_to_string(root().join("target/web/echarts.js")).expect("cargo xtask assets");
    let painter = Painter::new(&bundle).expect("ECharts");
    for (lang, f) in figures() {
        for p in &f.pictures {
            let svg = painter.svg(f.id, p).expect("a picture");
            let found = texts(&svg);
            assert!(found.len() >= f.table.rows.len().min(3), "{}", f.id);
            for (words, [left, top, right, bottom]) in &found {
                let (w, h) = (f64::from(p.width), f64::from(p.height));
                assert!(
                    *left >= -1.0 && *top >= -1.0 && *right <= w + 1.0 && *bottom <= h + 1.0,
                    "{} {} {w}: {words} at {left} {top} {right} {bottom}",
                    f.id,
                    lang.code()
                );
            }
            for (i, (a, p1)) in found.iter().enumerate() {
                for (b, p2) in &found[i + 1..] {
                    let apart = p1[2] <= p2[0] + 1.0
                        || p2[2] <= p1[0] + 1.0
                        || p1[3] <= p2[1] + 1.0
                        || p2[3] <= p1[1] + 1.0;
                    assert!(
                        apart,
                        "{} {} {}: “{a}” lies on “{b}”",
                        f.id,
                        lang.code(),
                        p.width
                    );
                }
            }
        }
    }
}

fn luminance(hex: &str) -> f64 {
    let hex = hex.trim_start_matches('#');
    let full: String = if hex.len() == 3 {
        hex.chars().flat_map(|c| [c, c]).collect()
    } else {
        hex.into()
    };
    let part = |i: usize| {
        let c = f64::from(u8::from_str_radix(&full[i..i + 2], 16).expect("hex")) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

fn colors(value: &Value, out: &mut BTreeSet<String>) {
    match value {
        Value::String(s) => {
            if let Some(token) = s.strip_prefix("var(").and_then(|s| s.strip_suffix(')')) {
                out.insert(token.to_owned());
            }
        }
        Value::Array(list) => list.iter().for_each(|v| colors(v, out)),
        Value::Object(map) => map.values().for_each(|v| colors(v, out)),
        _ => {}
    }
}

#[test]
fn marks_stand_out_from_the_ground_in_both_schemes() {
    let mut used = BTreeSet::new();
    for (_, f) in figures() {
        f.pictures.iter().for_each(|p| colors(&p.option, &mut used));
    }
    assert!(used.len() > 6, "{used:?}");
    for dark in [false, true] {
        let palette = chart::palette(dark);
        let ground = luminance(palette["--ground"]);
        // The ground itself, and the tint of a box that is pointed at.
        for token in used
            .iter()
            .filter(|t| !["--ground", "--soft"].contains(&t.as_str()))
        {
            let own = luminance(palette.get(token.as_str()).expect("a token of the style"));
            let ratio = (own.max(ground) + 0.05) / (own.min(ground) + 0.05);
            assert!(ratio >= 3.0, "{token}: {ratio:.2}");
        }
    }
}

#[test]
fn a_chart_that_would_be_nearly_empty_is_a_sentence() {
    let mut model = model();
    model.events.truncate(1);
    let lang = Lang::En;
    let figures = chart::figures(&model, lang);
    let place = figures
        .iter()
        .find(|f| f.id == "events-by-place")
        .expect("its finding");
    assert!(place.pictures.is_empty());
    assert!(!place.finding.is_empty() && !place.table.rows.is_empty());
    let drawn = [(place.clone(), Vec::new())];
    let page = view::pages(&model, &drawn, lang, None, false, false)
        .into_iter()
        .find(|p| p.path == "en/timeline/index.html")
        .expect("a page");
    assert!(page.html.contains(&place.finding) && !page.html.contains("class=\"picture\""));
}
