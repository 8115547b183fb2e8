//! The scripts and styles that readers get: `web/` made small, in `target/web/`.

use crate::Result;
use crate::run::{program, root, run, step};
use crate::setup;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Each with the global that a module's exports become.
const SCRIPTS: [(&str, &str); 4] = [
    ("boot.js", ""),
    ("deck/pptx.mjs", "decks"),
    ("echarts.mjs", "echarts"),
    ("preview.js", ""),
];

/// Makes them, unless those there are of the same sources and packages.
pub fn ensure() -> Result {
    setup::packages()?;
    warn_about_path();
    let (from, to) = (root().join("web"), root().join("target").join("web"));
    let stamp = to.join("stamp");
    let now = fingerprint()?;
    if fs::read_to_string(&stamp).is_ok_and(|then| then == now) {
        return Ok(());
    }
    step("scripts and styles: target/web", || {
        let styles = to.join("style");
        if styles.exists() {
            fs::remove_dir_all(&styles)
                .map_err(|error| format!("{}: {error}", styles.display()))?;
        }
        for page in files(&from.join("style").join("pages"))? {
            let name = page.file_name().unwrap_or_default();
            let out = styles.join(name);
            run(minified(&page, &out).arg("--bundle"))?;
            said(&name.to_string_lossy(), &out);
        }
        for (name, global) in SCRIPTS {
            let file = Path::new(name).file_name().unwrap_or_default();
            let out = to.join(file).with_extension("js");
            let mut esbuild = minified(&from.join(name), &out);
            if !global.is_empty() {
                esbuild.args(["--bundle", "--format=iife"]);
                esbuild.arg(format!("--global-name={global}"));
                // Decks are packed by our own program, and need no Node.
                esbuild.args(["--alias:jszip=./web/deck/zip.mjs", "--external:node:*"]);
            }
            esbuild.arg("--target=es2020");
            run(&mut esbuild)?;
            said(name, &out);
        }
        fs::write(&stamp, now).map_err(|error| format!("{}: {error}", stamp.display()))
    })
}

/// The files of a folder, in order.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let paths = entries.flatten().map(|entry| entry.path());
    let mut files: Vec<_> = paths.filter(|path| path.is_file()).collect();
    files.sort();
    Ok(files)
}

fn said(name: &str, file: &Path) {
    let size = fs::metadata(file).map_or(0, |file| file.len());
    println!("    {name}: {size} bytes");
}

/// esbuild on one style sheet or classic script; names at a script's top level stay.
pub fn minified(from: &Path, to: &Path) -> Command {
    let mut command = program("node");
    command
        .arg("node_modules/esbuild/bin/esbuild")
        .arg(from)
        .arg(format!("--outfile={}", to.display()))
        .args(["--minify", "--legal-comments=none"])
        .args(["--log-level=warning", "--allow-overwrite"]);
    command
}

/// Changes with the sources, with the versions of the packages, and with these lines' own version.
fn fingerprint() -> Result<String> {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325; // FNV-1a
    let web = root().join("web");
    let mut all = vec![root().join("package-lock.json")];
    for folder in ["", "deck", "style", "style/pages"] {
        all.extend(files(&web.join(folder))?);
    }
    for file in all {
        let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        for byte in bytes {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    Ok(format!("3 {hash:016x}\n"))
}

/// Under a Trunk that was started by hand, its tools are what `PATH` has.
fn warn_about_path() {
    if std::env::var_os("TRUNK_STAGING_DIR").is_none() {
        return;
    }
    let found = |name: &str| {
        let output = Command::new(name).arg("--version").output();
        output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let wanted = setup::locked("wasm-bindgen").unwrap_or_default();
    let bindgen = found("wasm-bindgen").is_ok_and(|line| line.contains(&wanted));
    if !bindgen || found("wasm-opt").is_err() {
        eprintln!(
            "note: wasm-bindgen {wanted} and wasm-opt are not both on PATH, so Trunk will try to \
             download them; `cargo xtask serve` and `cargo xtask build` bring their own"
        );
    }
}
