//! The program knows no text: another one, with other places, gives a whole site.

mod common;

use std::fs;

use policy_explorer::{check, site, view};

#[test]
fn another_text_gives_a_whole_site() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    common::copy(&common::root().join("tests/fixtures/water"), root);
    for shared in ["content/labels", "public", "target/web"] {
        common::copy(&common::root().join(shared), &root.join(shared));
    }
    let model = check::load(root, &view::labels()).unwrap_or_else(|problems| {
        let list: String = problems.iter().map(|p| format!("{p}\n")).collect();
        panic!("{list}")
    });
    let input = site::Input {
        root: root.into(),
        out: root.join("site"),
        public_url: None,
        preview: false,
        editions: false,
    };
    site::build(&model, &input).expect("a site");
    let page = |path: &str| fs::read_to_string(input.out.join(path)).expect("a page");
    for path in [
        "index.html",
        "en/timeline/index.html",
        "compare/index.html",
        "en/source/index.html",
    ] {
        // One element a line, so that a difference is a line.
        let lines = page(path).replace("><", ">\n<");
        common::golden(&format!("water/{}", path.replace('/', "-")), &lines);
    }
}
