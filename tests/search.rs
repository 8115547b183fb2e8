//! Search over the real text, and over a hundred times as much.

use std::path::Path;

use policy_explorer::{
    check,
    search::{self, Entry, Index},
    view,
};

fn entries() -> Vec<Entry> {
    let model = check::load(Path::new(env!("CARGO_MANIFEST_DIR")), &view::labels())
        .expect("the real content passes the gate");
    view::entries(&model)
}

fn index(entries: &[Entry]) -> Index {
    Index::parse(search::build(entries)).expect("an index")
}

fn entry(zh: &str, en: &str) -> Entry {
    Entry {
        kind: "event".into(),
        status: "stated".into(),
        href: "index.html#x".into(),
        at: "p1s1".into(),
        title: [String::new(), String::new()],
        text: [zh.into(), en.into()],
    }
}

/// What a reader's eye would find: the reference that the index is held to.
fn by_eye(entries: &[Entry], han: &str) -> Vec<usize> {
    let holds = |e: &Entry| e.title.iter().chain(&e.text).any(|t| t.contains(han));
    (0..entries.len()).filter(|n| holds(&entries[*n])).collect()
}

#[test]
fn every_run_of_the_text_is_found_wherever_it_stands() {
    let entries = entries();
    let index = index(&entries);
    let mut tried = 0;
    for e in entries.iter().filter(|e| e.kind == "sentence").step_by(5) {
        let run: Vec<char> = e.text[0]
            .chars()
            .filter(|c| !c.is_whitespace())
            .take_while(|c| *c > '\u{4dff}' && *c < '\u{a000}')
            .collect();
        for length in 1..=run.len().min(6) {
            let query: String = run[..length].iter().collect();
            let mut hits = index.search(&query).hits;
            hits.sort_unstable();
            assert_eq!(hits, by_eye(&entries, &query), "{query}");
            tried += 1;
        }
    }
    assert!(tried > 10);
}

#[test]
fn words_are_found_by_their_beginnings_in_any_case() {
    let index = index(&[
        entry("智能制造", "Smart manufacturing and co-operation"),
        entry("工业 4.0", "Industrie 4.0"),
        entry("AT&T 与 IT+", "AT&T and IT+"),
    ]);
    let hits = |q: &str| index.search(q).hits;
    assert_eq!(hits("manu"), [0]);
    assert_eq!(hits("SMART m"), [0]);
    assert_eq!(hits("cooperation"), [0]);
    assert_eq!(hits("co-operation"), [0]);
    assert_eq!(hits("4.0"), [1]);
    assert_eq!(hits("4."), [1]);
    assert_eq!(hits("工业4.0"), [1]);
    assert_eq!(hits("at&t"), [2]);
    assert_eq!(hits("it+"), [2]);
    assert_eq!(hits("anufacturing"), [0; 0]);
    assert_eq!(hits("smart industrie"), [0; 0]);
    assert_eq!(hits(" ，。? "), [0; 0]);
}

#[test]
fn pairs_that_stand_apart_are_no_run() {
    let index = index(&[entry("制造智能，能制造", ""), entry("智能制造", "")]);
    assert_eq!(index.search("智能制造").hits, [1]);
    assert_eq!(index.search("智能 制造").hits, [0, 1]);
    assert_eq!(index.search("造").hits, [0, 1]);
}

#[test]
fn highlights_are_what_was_asked_for() {
    let marked = |text: &str, query: &str| {
        search::highlights(text, query)
            .into_iter()
            .map(|r| text[r].to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(marked("智能制造的智能", "智能"), ["智能", "智能"]);
    assert_eq!(marked("Smart smarter art", "SMART"), ["Smart", "smart"]);
    assert_eq!(marked("Co-operation", "cooper"), ["Co-oper"]);
    assert_eq!(marked("IT技术", "it 技"), ["IT技"]);
    assert!(marked("智", "x").is_empty());
}

#[test]
fn results_stand_in_groups_and_name_real_places() {
    let entries = entries();
    let index = index(&entries);
    for query in ["工业互联网", "industrial internet"] {
        let hits = index.search(query).hits;
        let groups: Vec<_> = hits
            .iter()
            .map(|n| search::group(index.fields(*n)[0]))
            .collect();
        assert!(groups.is_sorted(), "{query}");
        for group in 0..search::GROUPS.len() {
            assert!(
                groups.contains(&group),
                "{query}: {}",
                search::GROUPS[group]
            );
        }
        let first_term = hits.iter().find(|n| index.fields(**n)[0] == "term");
        assert_eq!(
            index.fields(*first_term.expect("a term"))[2],
            "terms/index.html#term-industrial-internet"
        );
    }
    assert!(entries.iter().all(|e| e.href.contains("index.html#")));
}

/// What a search costs is the numbers it looks at, whatever the machine: they
/// grow with the text and no faster, and stay within a few for each entry.
#[test]
fn a_hundred_times_the_text_costs_no_more_than_its_postings() {
    let once = entries();
    let many: Vec<Entry> = (0..100).flat_map(|_| once.clone()).collect();
    let (small, large) = (index(&once), index(&many));
    for query in [
        "智能制造",
        "制",
        "s",
        "smart manufacturing",
        "2011",
        "美国联邦政府",
    ] {
        let (a, b) = (small.search(query), large.search(query));
        assert!(!a.hits.is_empty(), "{query}");
        assert_eq!(b.hits.len(), a.hits.len() * 100, "{query}");
        assert_eq!(b.work, a.work * 100, "{query}");
        assert!(
            b.work <= 6 * large.len(),
            "{query}: {} numbers for {} entries",
            b.work,
            large.len()
        );
    }
    assert_eq!(large.search("无此词语").hits, [0; 0]);
}

#[test]
fn what_is_no_index_is_refused() {
    let good = search::build(&[entry("智能", "smart")]);
    assert!(Index::parse(good.clone()).is_some());
    for bad in [
        "",
        "search 1 x\n",
        "search 1 9\nkind\n",
        "<!doctype html>\n<p>",
    ] {
        assert!(Index::parse(bad.into()).is_none(), "{bad}");
    }
    assert!(Index::parse(good.replace('\t', " ")).is_none());
}
