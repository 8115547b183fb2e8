//! The whole site from the real text: same bytes twice, honest files, and the
//! layers of the house.

use std::{collections::BTreeMap, fs, path::Path};

use policy_explorer::{chart, check, model::Lang, site, view};

fn model() -> policy_explorer::model::Model {
    check::load(Path::new(env!("CARGO_MANIFEST_DIR")), &view::labels())
        .expect("the real content passes the gate")
}

fn files(dir: &Path, base: &Path, out: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(dir).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, base, out);
        } else {
            let name = path
                .strip_prefix(base)
                .expect("below")
                .to_string_lossy()
                .into_owned();
            out.insert(name, fs::read(&path).expect("a file"));
        }
    }
}

fn build(public_url: Option<&str>) -> BTreeMap<String, Vec<u8>> {
    let dir = tempfile::tempdir().expect("a folder");
    let input = site::Input {
        root: env!("CARGO_MANIFEST_DIR").into(),
        out: dir.path().join("site"),
        public_url: public_url.map(str::to_owned),
        preview: false,
        editions: false,
    };
    site::build(&model(), &input).expect("a site");
    let mut out = BTreeMap::new();
    files(&input.out, &input.out, &mut out);
    out
}

#[test]
fn two_builds_are_the_same_bytes() {
    assert!(build(None) == build(None));
}

#[test]
fn every_range_of_claims_json_cuts_its_quotation_from_the_published_source() {
    let site = build(None);
    let claims: serde_json::Value =
        serde_json::from_slice(&site["data/claims.json"]).expect("JSON");
    let seed = &site["data/seeds/000_d6fc2e7d11204695.txt"];
    let solid = |t: &str| t.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let mut count = 0;
    for quote in claims
        .as_array()
        .expect("a list")
        .iter()
        .flat_map(|c| c["quotes"].as_array().expect("a list"))
    {
        let byte =
            |k: &str| usize::try_from(quote[k].as_u64().expect("a number")).expect("an offset");
        let cut = std::str::from_utf8(&seed[byte("start")..byte("end")]).expect("whole characters");
        assert_eq!(solid(cut), solid(quote["text"].as_str().expect("words")));
        count += 1;
    }
    assert!(count > 200, "{count} quotations");
}

#[test]
fn pages_hold_no_style_attribute_and_no_foreign_address() {
    for (name, bytes) in build(None)
        .into_iter()
        .filter(|(n, _)| n.ends_with(".html"))
    {
        let html = String::from_utf8(bytes).expect("UTF-8");
        assert!(!html.contains(" style="), "{name}");
        let foreign = html
            .replace("http://www.w3.org/2000/svg", "")
            .replace("\"https://schema.org\"", "");
        assert!(
            !foreign.contains("http://") && !foreign.contains("https://"),
            "{name}"
        );
    }
}

#[test]
fn a_public_address_gives_a_map_and_twins() {
    let site = build(Some("https://example.org/x/"));
    let text = |f: &str| String::from_utf8_lossy(&site[f]).into_owned();
    assert!(text("sitemap.xml").contains("<loc>https://example.org/x/en/timeline/</loc>"));
    assert!(
        text("en/timeline/index.html")
            .contains("hreflang=\"zh-Hans\" href=\"https://example.org/x/timeline/\"")
    );
    assert!(!build(None).contains_key("sitemap.xml"));
}

#[test]
fn a_chart_s_table_holds_its_values() {
    let model = model();
    for figure in Lang::ALL.iter().flat_map(|l| chart::figures(&model, *l)) {
        let series = figure.option["series"].as_array().expect("series");
        for (i, s) in series.iter().enumerate() {
            let values: Vec<String> = s["data"]
                .as_array()
                .expect("data")
                .iter()
                .map(ToString::to_string)
                .collect();
            let column: Vec<String> = figure.table.rows.iter().map(|r| r[i + 1].clone()).collect();
            assert_eq!(values, column, "{}", figure.id);
        }
        assert!(
            figure.claims.iter().all(|id| model.claim(id).is_some()),
            "{}",
            figure.id
        );
    }
}

#[test]
fn charts_are_as_they_were() {
    let model = model();
    let found: String = Lang::ALL
        .iter()
        .flat_map(|l| chart::figures(&model, *l).into_iter().map(move |f| (l, f)))
        .map(|(l, f)| format!("{} {}\n{}\n{:#}\n", f.id, l.code(), f.description, f.option))
        .collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/charts.txt");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &found).expect("a golden file");
    }
    let wanted = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        wanted == found,
        "charts differ; to accept them: BLESS=1 cargo test --test site\n{found}"
    );
}

/// A module imports only from those before it (rooms of the house, in order).
#[test]
fn rooms_import_one_way() {
    let rooms = [
        "source", "content", "model", "check", "chart", "deck", "view", "site",
    ];
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = BTreeMap::new();
    files(&src, &src, &mut all);
    for (name, bytes) in all {
        let room = name.split(['/', '.']).next().unwrap_or_default();
        let Some(own) = rooms.iter().position(|r| *r == room) else {
            continue;
        };
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for later in &rooms[own + 1..] {
            assert!(
                !text.contains(&format!("crate::{later}")),
                "{name} looks ahead at {later}"
            );
        }
        assert!(
            room != "content" || !text.contains("crate::source"),
            "content looks at the source"
        );
    }
}

/// The program holds no word of the text: every name of a place or actor stays in content.
#[test]
fn the_program_knows_no_names() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = BTreeMap::new();
    files(&src, &src, &mut all);
    let model = model();
    for (name, bytes) in all {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for place in &model.places {
            assert!(
                !text.contains(&place.name.zh) && !text.contains(&place.name.en),
                "{name} names {}",
                place.id
            );
        }
    }
}
