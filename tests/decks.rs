//! The decks of the real content as PowerPoint files: packages that need no
//! repair, that say what they are, with the site's numbers in native charts.

#[path = "common/made.rs"]
mod made;
#[path = "common/package.rs"]
mod package;
#[path = "common/within.rs"]
mod within;

use std::collections::{BTreeMap, BTreeSet};

use made::{made, named};
use package::{text, unzipped};
use policy_explorer::{chart, deck::Picture, model::Lang};
use roxmltree::{Document, Node};
use within::within;

/// Where a part's relation leads.
fn resolved(rels: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let folder = rels.split("_rels/").next().unwrap_or_default();
    let mut path: Vec<&str> = folder.split('/').filter(|s| !s.is_empty()).collect();
    for step in target.split('/') {
        if step == ".." {
            path.pop();
        } else {
            path.push(step);
        }
    }
    path.join("/")
}

/// Types name all parts and no others, relations lead to parts, ids are used once.
fn sound(name: &str, parts: &BTreeMap<String, Vec<u8>>) {
    let types = text(&parts["[Content_Types].xml"]);
    let types = Document::parse(&types).expect("XML");
    let of = |tag, key| -> BTreeSet<String> {
        let listed = named(types.root(), tag).filter_map(|n| n.attribute(key));
        listed
            .map(|v| v.trim_start_matches('/').to_owned())
            .collect()
    };
    let (defaults, overrides) = (of("Default", "Extension"), of("Override", "PartName"));
    for part in &overrides {
        assert!(parts.contains_key(part), "{name}: no part {part}");
    }
    for (path, bytes) in parts.iter().filter(|(p, _)| !p.starts_with('[')) {
        let ending = path.rsplit('.').next().expect("an ending");
        assert!(
            overrides.contains(path) || (defaults.contains(ending) && ending != "xml"),
            "{name}: {path} has no type"
        );
        if !path.ends_with(".xml") && !path.ends_with(".rels") {
            continue;
        }
        let xml = text(bytes);
        let xml = Document::parse(&xml).unwrap_or_else(|e| panic!("{name}: {path}: {e}"));
        let ids: Vec<&str> = named(xml.root(), "cNvPr")
            .filter_map(|n| n.attribute("id"))
            .collect();
        let unique: BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{name}: {path} uses an id twice");
        for end in ["stCxn", "endCxn"]
            .iter()
            .flat_map(|e| named(xml.root(), e))
        {
            let id = end.attribute("id").expect("an id");
            assert!(
                ids.contains(&id),
                "{name}: {path} holds on to no shape {id}"
            );
        }
        if path.ends_with(".rels") {
            let relations: Vec<Node> = named(xml.root(), "Relationship").collect();
            let ids: BTreeSet<_> = relations.iter().map(|r| r.attribute("Id")).collect();
            assert_eq!(ids.len(), relations.len(), "{name}: {path}");
            for relation in relations {
                let target = resolved(path, relation.attribute("Target").expect("a target"));
                assert!(parts.contains_key(&target), "{name}: {path}: no {target}");
            }
        } else {
            let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
            let rels = parts.get(&format!("{folder}/_rels/{file}.rels"));
            let rels = rels.map_or(String::new(), |r| text(r));
            let used = xml.descendants().flat_map(|n| n.attributes());
            for r in used.filter(|a| a.namespace().is_some_and(|n| n.ends_with("relationships"))) {
                assert!(
                    rels.contains(&format!("Id=\"{}\"", r.value())),
                    "{name}: {path}: {} leads nowhere",
                    r.value()
                );
            }
        }
    }
}

#[test]
fn a_deck_needs_no_repair() {
    for made in made() {
        let name = made.name();
        sound(&name, &made.parts);
        for (path, book) in made.parts.iter().filter(|(p, _)| p.ends_with(".xlsx")) {
            sound(&format!("{name} {path}"), &unzipped(book));
        }
        let whole = text(&made.parts["ppt/presentation.xml"]);
        let order: Vec<Option<usize>> = [
            "<p:sldMasterIdLst",
            "<p:notesMasterIdLst",
            "<p:sldIdLst",
            "<p:sldSz",
            "<p:notesSz",
        ]
        .iter()
        .map(|tag| whole.find(tag))
        .collect();
        assert!(order.is_sorted() && order[0].is_some(), "{name}: {order:?}");
        assert!(
            whole.contains("firstSlideNum=\"0\""),
            "{name} counts its cover"
        );
        assert_eq!(
            whole.matches("<p:sldId ").count(),
            made.deck.slides.len() + 1
        );
    }
}

#[test]
fn a_deck_says_what_it_is_and_in_which_language() {
    for made in made() {
        let (name, deck) = (made.name(), &made.deck);
        let core = text(&made.parts["docProps/core.xml"]);
        let app = text(&made.parts["docProps/app.xml"]);
        let plain = |xml: &str, tag| within(xml, tag).concat().replace("&amp;", "&");
        assert_eq!(plain(&core, "dc:title"), deck.title, "{name}");
        assert_eq!(plain(&core, "dc:subject"), deck.name, "{name}");
        assert_eq!(plain(&core, "dc:creator"), deck.publisher, "{name}");
        assert_eq!(plain(&app, "Company"), deck.publisher, "{name}");
        assert_eq!(
            plain(&core, "dc:language"),
            deck.tag.replace("zh-Hans", "zh-CN"),
            "{name}"
        );
        for (path, xml) in made.xml("ppt/") {
            assert!(!xml.contains("en-US"), "{path} is in American English");
            assert!(!xml.contains("type=\"dt\""), "{path} has a date");
            let xml = Document::parse(&xml).expect("XML");
            for run in named(xml.root(), "r") {
                let (Some(says), Some(how)) = (named(run, "t").next(), named(run, "rPr").next())
                else {
                    continue;
                };
                let words = says.text().unwrap_or_default();
                let chinese = words
                    .chars()
                    .any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
                let wanted = if chinese || deck.lang == Lang::Zh {
                    "zh-CN"
                } else {
                    "en-GB"
                };
                let lang = how.attribute("lang");
                assert!(
                    lang == Some(wanted) || (!chinese && lang.is_some()),
                    "{path}: {words}: {lang:?}"
                );
                if path.contains("ppt/slides/") {
                    let face = |kind| {
                        named(how, kind)
                            .next()
                            .and_then(|f| f.attribute("typeface"))
                    };
                    assert_eq!(face("latin"), Some("Arial"), "{path}: {words}");
                    assert!(
                        matches!(face("ea"), Some("Microsoft YaHei" | "KaiTi")),
                        "{path}: {words}"
                    );
                }
            }
        }
    }
}

#[test]
fn figures_are_native_charts_with_the_numbers_of_the_site() {
    let mut seen = 0;
    let model = made::model();
    for made in made() {
        let figures = chart::figures(&model, made.deck.lang);
        let mut chart = 0;
        for (at, slide) in made.deck.slides.iter().enumerate() {
            let xml = made.slide(at);
            assert!(
                !xml.contains("<p:pic>"),
                "{} {} is a picture",
                made.name(),
                slide.id
            );
            if let Some(Picture::Table { .. }) = slide.picture {
                assert!(xml.contains("<a:tbl>"), "{} {}", made.name(), slide.id);
            }
            let Some(Picture::Bars { chart: id, .. }) = &slide.picture else {
                continue;
            };
            chart += 1;
            let figure = figures.iter().find(|f| f.id == id).expect("the figure");
            let drawn = text(&made.parts[&format!("ppt/charts/chart{chart}.xml")]);
            let series = within(&drawn, "c:ser");
            assert_eq!(series.len(), figure.table.head.len() - 1);
            let book =
                &made.parts[&format!("ppt/embeddings/Microsoft_Excel_Worksheet{chart}.xlsx")];
            let sheet = text(&unzipped(book)["xl/worksheets/sheet1.xml"]);
            let rows = within(&sheet, "row");
            for (i, series) in series.iter().enumerate() {
                let shown = within(&within(series, "c:val").concat(), "c:v");
                let wanted: Vec<&String> = figure.table.rows.iter().map(|r| &r[i + 1]).collect();
                assert_eq!(
                    shown.iter().collect::<Vec<_>>(),
                    wanted,
                    "{} {id}",
                    made.name()
                );
                let kept: Vec<String> = rows[1..]
                    .iter()
                    .map(|r| within(r, "v")[i + 1].clone())
                    .collect();
                assert_eq!(
                    kept.iter().collect::<Vec<_>>(),
                    wanted,
                    "{} {id}: the workbook",
                    made.name()
                );
            }
            seen += 1;
        }
        assert_eq!(made.xml("ppt/charts/chart").len(), chart, "{}", made.name());
    }
    assert!(seen > 0);
}
