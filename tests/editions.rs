//! What readers take along: PowerPoint decks and single files, looked into part by part.

#[path = "common/package.rs"]
mod package;
#[path = "common/within.rs"]
mod within;

use std::{fs, path::Path};

use package::{text, unzipped};

use policy_explorer::{
    check,
    model::{Lang, Model},
    site::{self, Press, editions},
    view,
};
use serde_json::Value;
use sha2::Digest;
use within::within;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn model() -> Model {
    check::load(root(), &view::labels()).expect("the real content passes the gate")
}

fn press() -> Press {
    let bundle = fs::read_to_string(root().join("target/web/pptx.js"))
        .expect("target/web/pptx.js: run `cargo xtask assets`");
    Press::new(bundle)
}

fn sample(lang: Lang) -> Value {
    let path = root().join(format!("tests/decks/sample.{}.json", lang.code()));
    serde_json::from_slice(&fs::read(path).expect("a sample deck")).expect("JSON")
}

/// The part of a slide, counted from nought; the cover comes first.
fn on(part: &str, slide: usize) -> String {
    format!("ppt/{part}{}.xml", slide + 2)
}

fn made(lang: Lang) -> (Value, Vec<u8>) {
    let deck = sample(lang);
    let words = editions::words(&model(), lang);
    let bytes = press().pptx(&deck, &words).expect("a deck");
    fs::write(
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("sample.{}.pptx", lang.code())),
        &bytes,
    )
    .expect("written");
    (deck, bytes)
}

#[test]
fn the_same_deck_is_the_same_bytes() {
    let words = editions::words(&model(), Lang::Zh);
    let deck = sample(Lang::Zh);
    let press = press();
    let first = press.pptx(&deck, &words).expect("a deck");
    assert!(first == press.pptx(&deck, &words).expect("again"));
    assert!(first == self::press().pptx(&deck, &words).expect("by another press"));
}

#[test]
fn charts_are_native_and_hold_the_values_of_the_deck_twice() {
    for lang in Lang::ALL {
        let (deck, bytes) = made(lang);
        let parts = unzipped(&bytes);
        let wanted: Vec<&Value> = deck["slides"]
            .as_array()
            .expect("slides")
            .iter()
            .map(|s| &s["picture"])
            .filter(|p| p["kind"] == "bars")
            .collect();
        assert_eq!(wanted.len(), 2);
        for (i, picture) in wanted.iter().enumerate() {
            let chart = text(&parts[&format!("ppt/charts/chart{}.xml", i + 1)]);
            let series = picture["series"].as_array().expect("series");
            let drawn = within(&chart, "c:ser");
            assert_eq!(drawn.len(), series.len());
            for (wanted, drawn) in series.iter().zip(&drawn) {
                let values = &within(drawn, "c:val")[0];
                let numbers: Vec<f64> = within(values, "c:v")
                    .iter()
                    .map(|v| v.parse().expect("a number"))
                    .collect();
                let asked: Vec<f64> = wanted["values"]
                    .as_array()
                    .expect("values")
                    .iter()
                    .map(|v| v.as_f64().expect("a number"))
                    .collect();
                assert_eq!(numbers, asked);
                let names = within(&within(drawn, "c:cat")[0], "c:v");
                let asked: Vec<&str> = picture["categories"]
                    .as_array()
                    .expect("categories")
                    .iter()
                    .filter_map(Value::as_str)
                    .collect();
                assert_eq!(names, asked);
                assert_eq!(
                    drawn.contains("<a:noFill/><a:ln"),
                    wanted["hollow"] == true,
                    "a hollow series has no fill"
                );
            }
            let book = &parts[&format!("ppt/embeddings/Microsoft_Excel_Worksheet{}.xlsx", i + 1)];
            let sheet = text(&unzipped(book)["xl/worksheets/sheet1.xml"]);
            let rows = within(&sheet, "row");
            assert_eq!(
                rows.len(),
                picture["categories"].as_array().expect("categories").len() + 1
            );
            for (n, row) in rows[1..].iter().enumerate() {
                let values: Vec<f64> = within(row, "v")[1..]
                    .iter()
                    .map(|v| v.parse().expect("a number"))
                    .collect();
                let asked: Vec<f64> = series
                    .iter()
                    .map(|s| s["values"][n].as_f64().expect("a number"))
                    .collect();
                assert_eq!(values, asked, "row {n} of the workbook");
            }
        }
    }
}

#[test]
fn every_slide_has_a_title_notes_with_its_sentences_and_a_number() {
    for lang in Lang::ALL {
        let (deck, bytes) = made(lang);
        let parts = unzipped(&bytes);
        for (i, slide) in deck["slides"]
            .as_array()
            .expect("slides")
            .iter()
            .enumerate()
        {
            let drawn = text(&parts[&on("slides/slide", i)]);
            let words = within(&drawn, "a:t").concat();
            assert!(words.contains(slide["title"].as_str().expect("a title")));
            assert!(
                drawn.contains("type=\"slidenum\""),
                "slide {i} has no number"
            );
            assert!(drawn.contains("type=\"title\""), "slide {i} has no title");
            let picture = &slide["picture"];
            if [
                "timeline", "table", "cards", "marks", "thread", "edges", "bars",
            ]
            .iter()
            .any(|kind| picture["kind"] == *kind)
            {
                let alt = format!("descr=\"{}\"", slide["alt"].as_str().expect("words"));
                assert!(
                    drawn.contains(&alt),
                    "{} has no words for its picture",
                    slide["id"]
                );
                assert!(!drawn.contains("<p:pic>"), "{} is a picture", slide["id"]);
            }
            let notes = text(&parts[&on("notesSlides/notesSlide", i)]);
            let lines = within(&notes, "a:t");
            for line in slide["notes"].as_str().expect("notes").lines() {
                assert!(lines.iter().any(|l| l == line), "{line}");
            }
            for quote in slide["sources"]
                .as_array()
                .expect("sources")
                .iter()
                .flat_map(|s| s["quotes"].as_array().expect("quotes"))
            {
                let line = format!(
                    "{} {}",
                    quote["sentence"].as_str().expect("an id"),
                    quote["text"].as_str().expect("words")
                );
                assert!(lines.contains(&line), "{line}");
            }
        }
        assert!(text(&parts["ppt/slideMasters/slideMaster1.xml"]).contains("sldLayoutId"));
    }
}

#[test]
fn pictures_are_shapes_tables_and_connectors_in_chinese_faces() {
    let (deck, bytes) = made(Lang::Zh);
    let parts = unzipped(&bytes);
    let slide = |kind: &str| {
        let slides = deck["slides"].as_array().expect("slides");
        let at = slides.iter().position(|s| s["picture"]["kind"] == kind);
        text(&parts[&on("slides/slide", at.expect(kind))])
    };
    assert!(slide("table").contains("<a:tbl>"));
    let marks = slide("marks");
    assert_eq!(marks.matches("prst=\"ellipse\"").count(), 20);
    assert_eq!(marks.matches("<p:grpSp>").count(), 1);
    let thread = slide("thread");
    // One line goes past the middle column, and is a shape of its own.
    assert_eq!(thread.matches("<p:cxnSp>").count(), 3);
    assert_eq!(thread.matches("<a:stCxn id=\"").count(), 3);
    assert_eq!(thread.matches("<a:custGeom>").count(), 1);
    assert!(!thread.contains("id=\"undefined\""));
    let timeline = slide("timeline");
    assert!(timeline.contains("prst=\"diamond\"") && timeline.contains("prst=\"ellipse\""));
    for (name, part) in parts
        .iter()
        .filter(|(n, _)| n.starts_with("ppt/slides/slide"))
    {
        let xml = text(part);
        assert!(xml.contains("<a:ea typeface=\"Microsoft YaHei\""), "{name}");
        assert!(xml.contains("lang=\"zh-CN\""), "{name}");
    }
}

#[test]
fn a_deck_tells_nothing_of_the_machine_that_made_it() {
    for lang in Lang::ALL {
        let (deck, bytes) = made(lang);
        let parts = unzipped(&bytes);
        let core = text(&parts["docProps/core.xml"]);
        assert_eq!(
            within(&core, "dc:title"),
            [deck["title"].as_str().expect("a title")]
        );
        assert_eq!(
            within(&core, "dc:creator"),
            [deck["publisher"].as_str().expect("a publisher")]
        );
        assert!(!core.contains("dcterms:"));
        for (name, part) in &parts {
            assert!(!name.starts_with('/') && !name.contains(".."), "{name}");
            let part = String::from_utf8_lossy(part);
            for path in ["/home/", "/root/", "/tmp/", "C:\\", "file:"] {
                assert!(!part.contains(path), "{name} holds {path}");
            }
        }
    }
}

#[test]
fn a_single_file_holds_all_and_asks_for_nothing() {
    let dir = tempfile::tempdir().expect("a folder");
    let input = site::Input {
        root: root().into(),
        out: dir.path().join("site"),
        public_url: Some("https://example.org/x/".into()),
        preview: false,
        editions: true,
    };
    let model = model();
    site::build(&model, &input).expect("a site");
    for lang in Lang::ALL {
        let name = format!("explorer.{}.html", lang.code());
        let html = fs::read_to_string(input.out.join(&name)).expect("the single file");
        for claim in model.claims().filter(|c| c.kind != "term") {
            let mark = format!("data-claim=\"{}\"", claim.id);
            assert!(html.contains(&mark), "{name} lacks {}", claim.id);
        }
        let markup: String = html
            .split("<script>")
            .enumerate()
            .map(|(i, part)| {
                if i == 0 {
                    part
                } else {
                    part.split_once("</script>").expect("closed").1
                }
            })
            .collect();
        // Code to copy is text, not markup.
        let markup = markup.replace("&lt;iframe src=", "");
        for attribute in [" src=\"", " href=\"", " data-option=\""] {
            for value in markup.split(attribute).skip(1) {
                let value = value.split('"').next().expect("quoted");
                assert!(
                    ["#", "?", "data:"].iter().any(|own| value.starts_with(own)),
                    "{name} points to {value}"
                );
            }
        }
        assert!(!markup.contains("unsafe-inline") && !markup.contains(" style=\""));
        for (tag, end) in [("<script>", "</script>"), ("<style>", "</style>")] {
            for text in html.split(tag).skip(1) {
                let text = text.split(end).next().expect("closed");
                let hash = data_encoding::BASE64.encode(&sha2::Sha256::digest(text));
                assert!(
                    markup.contains(&format!("'sha256-{hash}'")),
                    "{name}: {tag}"
                );
            }
        }
    }
    let home = fs::read_to_string(input.out.join("index.html")).expect("a page");
    assert!(home.contains("content=\"https://example.org/x/images/card.zh.png\""));
}

#[test]
fn a_text_handout_holds_every_sentence_of_its_deck_once() {
    let model = model();
    for lang in Lang::ALL {
        let deck = sample(lang);
        let page = view::handout(&model, lang, &deck);
        let prefix = if lang == Lang::En { "en/" } else { "" };
        let file = format!("handout.{}.html", lang.code());
        let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(file);
        fs::write(kept, &page.html).expect("written");
        assert_eq!(
            page.path,
            format!("{prefix}briefing/sample/text/index.html")
        );
        for slide in deck["slides"].as_array().expect("slides") {
            let title = slide["title"].as_str().expect("a title");
            assert!(page.html.contains(title), "{title}");
            for line in slide["notes"].as_str().expect("notes").lines() {
                assert!(page.html.contains(line), "{line}");
            }
        }
        let quotes: std::collections::BTreeSet<&str> = deck["slides"]
            .as_array()
            .expect("slides")
            .iter()
            .flat_map(|s| s["sources"].as_array().expect("sources"))
            .flat_map(|s| s["quotes"].as_array().expect("quotes"))
            .filter_map(|q| q["text"].as_str())
            .collect();
        assert_eq!(page.html.matches("<li id=\"note-").count(), quotes.len());
        for quote in quotes {
            assert_eq!(page.html.matches(quote).count(), 1, "{quote}");
        }
    }
}
