//! The gate on the real content, on the same content with one character
//! changed, and on input that is wrong in every way we know.

mod common;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use common::{copy, golden, root};
use policy_explorer::check;

/// A copy of the project's texts that a test may spoil.
struct Copy(tempfile::TempDir);

impl Copy {
    fn new() -> Copy {
        let dir = tempfile::tempdir().expect("a folder for the test");
        for part in ["content", "seeds"] {
            copy(&root().join(part), &dir.path().join(part));
        }
        Copy(dir)
    }

    fn path(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    fn edit(&self, file: &str, from: &str, to: &str) -> &Copy {
        let text = fs::read_to_string(self.path(file)).expect("a content file");
        assert!(
            text.contains(from),
            "{file} no longer contains {from}: the test needs another place"
        );
        fs::write(self.path(file), text.replacen(from, to, 1)).expect("a writable copy");
        self
    }

    /// All problems, one a paragraph.
    fn report(&self) -> String {
        match check::load(self.0.path(), &[]) {
            Ok(_) => "no problem\n".into(),
            Err(problems) => problems.iter().map(|p| format!("{p}\n")).collect(),
        }
    }
}

#[test]
fn the_real_content_passes() {
    if let Err(problems) = check::load(&root(), &[]) {
        let list: String = problems.iter().map(|p| format!("{p}\n")).collect();
        panic!("mend the content, then: cargo run -- check\n{list}");
    }
}

#[test]
fn every_kind_of_mistake_is_reported_at_once() {
    let c = Copy::new();
    c.edit(
        "content/events/amp.toml",
        "quotes = [\"美国联邦政府 2011 年推出“先进制造业伙伴计划”",
        "quotes = [\"美国联邦政府 2011 年推出“先进制造业合作计划”",
    )
    .edit("content/events/iic.toml", "year = 2014", "year = 2015")
    .edit(
        "content/events/smlc-founded.toml",
        "status = \"stated\"",
        "status = \"stated\"\nmood = \"glad\"",
    )
    .edit("content/problems/smes.toml", "order", "ordre")
    // A syntax error, and what refers to that file must not be called missing.
    .edit("content/actors/ge.toml", "kind = ", "kind: ")
    // Ids: dangling, and taken twice.
    .edit(
        "content/links/smes-to-rec-smes.toml",
        "problem-smes",
        "problem-sme",
    )
    .edit(
        "content/sets/kr-tiers.toml",
        "id = \"strong-smes\"",
        "id = \"most-smes\"",
    )
    // One language only.
    .edit(
        "content/themes/talent.toml",
        "zh = \"人才\", en = \"Talent\"",
        "zh = \"人才\"",
    )
    // Words that stand in two sentences, and a clause cut short.
    .edit(
        "content/problems/vertical.toml",
        "quotes = [\"还是智能制造企业与供应链上下游的纵向集成，都需要实质性地建设和提升\"]",
        "quotes = [\"智能制造企业\"]",
    )
    .edit(
        "content/problems/horizontal.toml",
        "都需要实质性地建设和提升\"]",
        "都需要实质性地建设\"]",
    )
    // An absence that is none, and a reading without its reasons.
    .edit(
        "content/dimensions/talent.toml",
        "sought = [\"人才\", \"培训\"",
        "sought = [\"战略\", \"培训\"",
    )
    .edit("content/notes/mechanism.toml", "why = ", "#why = ");
    fs::write(
        c.path("content/labels/old.toml"),
        [0xc3, 0xc0, 0xb9, 0xfa, 0xb5, 0xc2],
    )
    .expect("a writable copy");
    fs::write(c.path("content/events/New Event.toml"), "").expect("a writable copy");
    golden("mistakes.txt", &c.report());
}

#[test]
fn what_editors_save_on_windows_is_read() {
    let c = Copy::new();
    for file in ["content/events/amp.toml", "content/prose/overview.zh.md"] {
        let text = fs::read_to_string(c.path(file)).expect("a content file");
        let saved = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        fs::write(c.path(file), saved).expect("a writable copy");
    }
    assert_eq!(c.report(), "no problem\n");
}

/// Whatever stands in a file, the answer is a list of problems or a model: never a panic.
#[test]
fn damaged_files_never_panic() {
    let c = Copy::new();
    let mut all = Vec::new();
    spots(&c.path("content"), &mut all);
    let mut files: Vec<_> = all.into_iter().map(|s| s.0).collect();
    files.dedup();
    files.extend(["overview.zh.md", "home.en.md"].map(|f| c.path("content/prose").join(f)));
    files.push(c.path("content/site.toml"));
    files.push(c.path("seeds/000_d6fc2e7d11204695.txt"));
    for (n, path) in files.iter().enumerate() {
        let whole = fs::read(path).expect("a file");
        let at = (n * 7919) % whole.len();
        let cut = whole[..at].to_vec();
        let mut spoilt = whole.clone();
        spoilt[at] = [b'"', b'[', 0xff, b'=', b'\n', b'{', 0][n % 7];
        let mut doubled = whole.clone();
        doubled.extend_from_slice(&whole);
        for bytes in [cut, spoilt, doubled] {
            fs::write(path, bytes).expect("a writable copy");
            drop(check::load(c.0.path(), &[]));
        }
        fs::write(path, whole).expect("a writable copy");
    }
}

#[test]
fn bad_prose_is_refused() {
    let c = Copy::new();
    let path = c.path("content/prose/overview.zh.md");
    let text = fs::read_to_string(&path).expect("prose")
        + "\n\n<b>x</b>\n\n[x](javascript:alert) [y](claim:nothing)\n";
    fs::write(&path, text).expect("a writable copy");
    fs::remove_file(c.path("content/prose/timeline.en.md")).expect("a twin");
    golden("prose.txt", &c.report());
}

#[test]
fn a_changed_or_unreadable_seed_is_named() {
    let seed = "seeds/000_d6fc2e7d11204695.txt";
    let c = Copy::new();
    c.edit(seed, "2006 年美国高校", "2007 年美国高校");
    let report = c.report();
    assert!(
        report.contains("is not the text that content was written for")
            && report.contains("event-smlc-founded"),
        "{report}"
    );
    for (bytes, word) in [
        (&b""[..], "an empty file"),
        (&[0xff, 0xfe, 0x00, 0x4e], "UTF-16"),
        (&[0xc3, 0xc0, 0xb9, 0xfa, 0xb5, 0xc2], "GBK"),
        (&[b'a', 0xff, b'a'], "not UTF-8"),
    ] {
        fs::write(c.path(seed), bytes).expect("a writable copy");
        let report = c.report();
        assert!(report.contains(word), "{word}: {report}");
    }
}

/// A character of the content that may be changed: file and byte range.
type Spot = (PathBuf, std::ops::Range<usize>);

/// Every character of a quotation, and every digit of a date or number, in the real content.
fn spots(dir: &Path, out: &mut Vec<Spot>) {
    let mut entries: Vec<_> = fs::read_dir(dir)
        .expect("content")
        .flatten()
        .map(|e| e.path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() && !path.ends_with("translations") && !path.ends_with("prose") {
            spots(&path, out);
            continue;
        }
        if path.extension().is_none_or(|e| e != "toml") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a content file");
        let mut at = 0;
        let mut quoting = false;
        for line in text.split_inclusive('\n') {
            let key = line.split('=').next().unwrap_or_default().trim();
            quoting |= key == "quotes";
            let dated = ["year", "target", "set_in", "from", "to", "count"].contains(&key)
                && !line.contains('"');
            let said = ["zh", "en"].contains(&key);
            let mut string = false;
            let own = line.find("in = \"p").unwrap_or(line.len());
            for (i, c) in line.char_indices().take_while(|(i, _)| *i < own) {
                string ^= c == '"';
                let quoted = quoting
                    && string
                    && c != '"'
                    && !c.is_whitespace()
                    && (c as u32 > 0x7f
                        || line[..i].rfind("text =").is_some()
                        || !line.contains("text ="));
                if quoted || (dated || said && string) && c.is_ascii_digit() {
                    out.push((path.clone(), at + i..at + i + c.len_utf8()));
                }
            }
            if quoting && line.trim_end().ends_with(']') {
                quoting = false;
            }
            at += line.len();
        }
    }
}

#[test]
fn one_changed_character_is_always_caught() {
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let missed: BTreeMap<String, String> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..workers)
            .map(|first| scope.spawn(move || missed(first, workers)))
            .collect();
        let joined = threads.into_iter().map(|t| t.join().expect("a worker"));
        joined.flatten().collect()
    });
    assert!(
        missed.is_empty(),
        "{} of 1000 changes were not caught: {missed:#?}",
        missed.len()
    );
}

/// Every `step`th of a thousand changes, spread over all places: those that nobody noticed.
fn missed(first: usize, step: usize) -> BTreeMap<String, String> {
    let c = Copy::new();
    let mut all = Vec::new();
    spots(&c.path("content"), &mut all);
    assert!(all.len() > 5000, "{} places to change", all.len());
    let mut missed = BTreeMap::new();
    for n in (first..1000).step_by(step) {
        // 0 changes, 1 drops, 2 adds.
        let (path, range) = &all[n * all.len() / 1000];
        let text = fs::read_to_string(path).expect("a content file");
        let old = &text[range.clone()];
        let digit = old.chars().next().is_some_and(|c| c.is_ascii_digit());
        let new = match (n % 3, digit) {
            (0, true) => (if old == "7" { "8" } else { "7" }).to_owned(),
            (0, false) => "某".to_owned(),
            (1, _) => String::new(),
            _ => format!("{old}{old}"),
        };
        fs::write(
            path,
            format!("{}{new}{}", &text[..range.start], &text[range.end..]),
        )
        .expect("a writable copy");
        if check::load(c.0.path(), &[]).is_ok() {
            let line = text[..range.start].matches('\n').count() + 1;
            let file = path.strip_prefix(c.0.path()).unwrap_or(path);
            missed.insert(
                format!("{}:{line}", file.display()),
                format!("{old} → {new}"),
            );
        }
        fs::write(path, &text).expect("a writable copy");
    }
    missed
}
