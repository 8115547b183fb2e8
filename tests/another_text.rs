//! The program knows no text: others, in either language, with other places, give whole sites.

mod common;

use std::{
    fs,
    path::{Path, PathBuf},
};

use policy_explorer::{
    check,
    model::{Lang, Model},
    site, view,
};

/// Checks a text of `tests/fixtures` and builds its site into `folder`.
fn built(name: &str, folder: &Path) -> (Model, PathBuf) {
    common::copy(&common::root().join("tests/fixtures").join(name), folder);
    for shared in ["content/labels", "public", "target/web"] {
        common::copy(&common::root().join(shared), &folder.join(shared));
    }
    let model = check::load(folder, &view::labels()).unwrap_or_else(|problems| {
        let list: String = problems.iter().map(|p| format!("{p}\n")).collect();
        panic!("{list}")
    });
    let input = site::Input {
        root: folder.into(),
        out: folder.join("site"),
        public_url: None,
        preview: false,
        editions: false,
    };
    site::build(&model, &input).expect("a site");
    (model, input.out)
}

/// Compares pages with their golden files.
fn compare(name: &str, out: &Path, pages: &[&str]) {
    for path in pages {
        let page = fs::read_to_string(out.join(path)).expect("a page");
        // One element a line, so that a difference is a line; the style is no matter of the text.
        let (head, rest) = page.split_once("<style>").expect("a style");
        let (_, body) = rest.split_once("</style>").expect("a whole style");
        let (before, rest) = head.split_once("style-src ").expect("a policy");
        let (hash, after) = rest.split_once(';').expect("a directive");
        assert!(
            hash.starts_with("'sha256-") && !hash.contains(' '),
            "{hash}"
        );
        let lines = format!("{before}style-src …;{after}{body}").replace("><", ">\n<");
        common::golden(&format!("{name}/{}", path.replace('/', "-")), &lines);
    }
}

#[test]
fn another_text_gives_a_whole_site() {
    let folder = tempfile::tempdir().expect("a folder");
    let (_, out) = built("water", folder.path());
    let pages = [
        "index.html",
        "en/timeline/index.html",
        "compare/index.html",
        "en/source/index.html",
    ];
    compare("water", &out, &pages);
}

#[test]
fn an_english_text_with_a_chinese_annex_gives_a_whole_site() {
    let folder = tempfile::tempdir().expect("a folder");
    let (model, out) = built("harbour", folder.path());
    let own = |id: &str| model.sentence(id).map(|x| (x.lang, x.gloss(Lang::Zh)));
    assert_eq!(own("p1s1"), Some((Lang::En, Some("我港收费偏高。"))));
    assert_eq!(own("annex-p1s1"), Some((Lang::Zh, None)));
    let pages = [
        "timeline/index.html",
        "en/source/index.html",
        "source/index.html",
        "questions/index.html",
    ];
    compare("harbour", &out, &pages);
}
