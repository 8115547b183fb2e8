//! The editors' reference in `content/README.md` lists what the program reads, all of it and no more.

use policy_explorer::content;

const REFERENCE: &str = include_str!("../content/README.md");

/// The words in backticks of the table row that describes a kind of file.
fn listed(kind: &str) -> Vec<&'static str> {
    let starts = [format!("| `{kind}/"), format!("| `{kind}`")];
    let row = REFERENCE
        .lines()
        .find(|l| starts.iter().any(|s| l.starts_with(s)))
        .unwrap_or_else(|| panic!("content/README.md has no row for {kind}"));
    let keys = row.rsplit_once(" | ").expect("a third column").1;
    let outside_examples = keys.split("`").skip(1).step_by(2);
    outside_examples
        .filter_map(|code| {
            let word = code.trim_matches(['[', ']']);
            let word = word.split(['.', ' ']).next().unwrap_or_default();
            let plain = !word.is_empty()
                && word
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
            plain.then_some(word)
        })
        .collect()
}

#[test]
fn every_key_is_described_and_no_other() {
    let mut wrong = Vec::new();
    for (kind, keys) in content::keys() {
        let listed = listed(kind);
        for key in &keys {
            if !listed.contains(key) {
                wrong.push(format!("{kind}: `{key}` is not described"));
            }
        }
        let claim = ["status", "zh", "en", "quotes", "why", "sought", "id"];
        for word in listed {
            if !keys.contains(&word) && !claim.contains(&word) {
                wrong.push(format!("{kind}: `{word}` is no key"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "mend content/README.md:\n{}",
        wrong.join("\n")
    );
}
