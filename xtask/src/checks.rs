//! Every check, in one command: the cheap ones first, all of them even after a failure.

use crate::Result;
use crate::assets;
use crate::run::{program, root, run, run_and_read, step};
use crate::setup;
use crate::site;
use std::time::Instant;

/// Tests that ran, over all runners.
#[derive(Default)]
struct Count {
    passed: usize,
    failed: usize,
}

pub fn all() -> Result {
    let mut count = Count::default();
    let mut lines = Vec::new();
    let mut failures = 0;
    let mut check = |name: &str, work: &mut dyn FnMut(&mut Count) -> Result| {
        let begun = Instant::now();
        let failed_before = count.failed;
        let outcome = step(name, || work(&mut count));
        let word = match &outcome {
            Ok(()) => "ok".to_owned(),
            Err(problem) => {
                failures += 1;
                count.failed += usize::from(count.failed == failed_before);
                format!("FAILED  {}", problem.lines().next().unwrap_or_default())
            }
        };
        let seconds = begun.elapsed().as_secs_f32();
        lines.push(format!("{seconds:8.1} s  {name:<14} {word}"));
        outcome.is_ok()
    };

    check("format", &mut |_| {
        run(program("cargo").args(["fmt", "--all", "--check"]))
    });
    check("lint", &mut |_| {
        let clippy = ["clippy", "--workspace", "--all-targets", "--"];
        run(program("cargo").args(clippy).args(["-D", "warnings"]))
    });
    check("scripts", &mut |_| assets::ensure());
    check("native tests", &mut |count| {
        let mut cargo = program("cargo");
        run_and_read(
            cargo.args(["test", "--workspace", "--no-fail-fast"]),
            |line| count.cargo(line),
        )
    });
    let built = check("site", &mut |_| site::trunk(&["build", "--release"], &[]));
    check("browser tests", &mut |count| {
        if !built {
            return Err("no site to test".to_owned());
        }
        browser_tests(count)
    });

    println!("\n{}\n", lines.join("\n"));
    println!("{} passed, {} failed", count.passed, count.failed);
    match failures {
        0 => Ok(()),
        1 => Err("1 check failed".to_owned()),
        more => Err(format!("{more} checks failed")),
    }
}

/// Prints the site in dist/ against the budgets.
pub fn bench() -> Result {
    if !root().join("dist").join("index.html").is_file() {
        return Err("there is no site in dist/: run `cargo xtask build` first".to_owned());
    }
    run(program("cargo").args(["build", "--release", "--bin", "policy-explorer"]))?;
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), Into::into);
    let mut node = program("node");
    node.arg("tests/bench/budgets.mjs");
    node.env(
        "EXPLORER_PROGRAM",
        target.join("release").join("policy-explorer"),
    );
    if let Some(chromium) = setup::chromium() {
        node.env("CHROMIUM", chromium);
    }
    run(&mut node)
}

fn browser_tests(count: &mut Count) -> Result {
    if !root().join("tests").join("browser").is_dir() {
        return Err("tests/browser is missing".to_owned());
    }
    let mut playwright = program("node");
    playwright.args(["node_modules/@playwright/test/cli.js", "test"]);
    playwright.args(["--config", "tests/browser"]);
    if let Some(chromium) = setup::chromium() {
        playwright.env("CHROMIUM", chromium);
    }
    run_and_read(&mut playwright, |line| count.playwright(line))
}

impl Count {
    /// `test result: ok. 12 passed; 0 failed; 1 ignored; …`
    fn cargo(&mut self, line: &str) {
        let Some((_, result)) = line.split_once("test result: ") else {
            return;
        };
        for part in result.split(['.', ';']) {
            self.add(part);
        }
    }

    /// `  12 passed (3.4s)`, at the end of its report
    fn playwright(&mut self, line: &str) {
        if line.starts_with("  ") {
            self.add(line);
        }
    }

    fn add(&mut self, part: &str) {
        let mut words = part.split_whitespace();
        let number = words.next().and_then(|word| word.parse::<usize>().ok());
        match (number, words.next()) {
            (Some(number), Some("passed" | "flaky")) => self.passed += number,
            (Some(number), Some("failed" | "interrupted")) => self.failed += number,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn counts_what_runners_say() {
        let mut count = Count::default();
        count.cargo("test result: FAILED. 12 passed; 2 failed; 1 ignored; 0 measured; finished");
        count.cargo("test a_test ... ok");
        count.playwright("  30 passed (3.4s)\n");
        count.playwright("  1 failed\n");
        assert_eq!((count.passed, count.failed), (42, 3));
    }
}
