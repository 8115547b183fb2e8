//! The first text, read as a source.

use policy_explorer::source::{Lang, Source};

fn seed() -> Source {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/seeds/000_d6fc2e7d11204695.txt"
    );
    Source::read(
        "article",
        Lang::Zh,
        "",
        &std::fs::read(path).expect("the seed"),
    )
    .expect("a text")
}

#[test]
fn the_article_has_9_paragraphs_and_44_sentences() {
    let s = seed();
    assert_eq!(s.sentences.len(), 44);
    let per: Vec<_> = (1..=9)
        .map(|p| s.sentences.iter().filter(|x| x.paragraph == p).count())
        .collect();
    assert_eq!(per, [6, 9, 5, 5, 1, 6, 4, 4, 4]);
    assert!(s.sentences.iter().all(|x| x.text.ends_with('。')));
}

#[test]
fn wrapped_words_are_whole_again() {
    let s = seed();
    assert!(
        s.sentence("p2s4")
            .expect("p2s4")
            .text
            .starts_with("美国联邦政府 2011 年推出")
    );
    assert!(
        s.sentence("p4s2")
            .expect("p4s2")
            .text
            .contains("IT技术创新与产业化")
    );
    let found = s.find("打造产业的“航空母舰”");
    assert_eq!(found.len(), 1);
    assert!(s.text[found[0].clone()].contains('\n'));
    assert_eq!(s.slice(found[0].clone()), "打造产业的“航空母舰”");
}

#[test]
fn quotations_are_whole_clauses() {
    let s = seed();
    let whole = |q: &str| s.is_whole_clauses(&s.find(q)[0]);
    assert!(whole("韩国在 2014 年推出“制造业创新 3.0”战略"));
    assert!(!whole("韩国在 2014 年推出“制造业创新 3.0”战"));
    assert!(!whole("国在 2014 年推出“制造业创新 3.0”战略"));
    assert!(!whole("韩国在 2014 年推出“制造业创新 3.0”战略，"));
}

#[test]
fn an_english_quotation_stops_right_before_the_stop() {
    let text = b"Harbour A cut fees by 4.5 per cent in 2015, and trade grew. \"It worked,\" it says.\nThe U.S. port did not.\n";
    let s = Source::read("x", Lang::En, "annex-", text).expect("a text");
    let ids: Vec<_> = s.sentences.iter().map(|x| x.id.as_str()).collect();
    assert_eq!(ids, ["annex-p1s1", "annex-p1s2", "annex-p2s1"]);
    let whole = |q: &str| s.is_whole_clauses(&s.find(q)[0]);
    assert!(whole("and trade grew"));
    assert!(whole("The U.S. port did not"));
    assert!(!whole("and trade grew."));
    assert!(!whole("Harbour A cut fees by 4"));
    assert!(!whole("trade grew"));
}
