//! Pictures and PDFs of the finished pages, by the system's Chromium; unchanged pages cost nothing.

use crate::Result;
use crate::run::{program, root, run, step};
use crate::setup;
use std::fs;
use std::path::Path;

/// Makes them inside the folder that is about to be published.
pub fn make(folder: &Path) -> Result {
    let chromium = setup::chromium().ok_or(
        "the long picture, the card and the handouts need Chromium: `cargo xtask setup` installs \
         it, or install your system's package (Debian: `apt-get install chromium fonts-noto-cjk`); \
         CHROMIUM names a Chromium or Chrome elsewhere",
    )?;
    let cache = root().join("target").join("editions");
    step("pictures and PDFs: target/editions", || {
        run(program("node")
            .arg("web/editions.mjs")
            .arg(folder)
            .arg(cache)
            .arg(chromium))
    })
}

/// Says how large the files are that readers take along.
pub fn sizes(folder: &Path) {
    let mut lines = Vec::new();
    for below in ["", "briefing"] {
        let Ok(entries) = fs::read_dir(folder.join(below)) else {
            continue;
        };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let single =
                below.is_empty() && name.ends_with(".html") && name.matches('.').count() == 2;
            if single || name.ends_with(".pptx") {
                let bytes = entry.metadata().map_or(0, |file| file.len());
                let path = Path::new(below).join(name);
                lines.push(format!("    {}: {bytes} bytes", path.display()));
            }
        }
    }
    lines.sort();
    println!("==> slides and single files\n{}", lines.join("\n"));
}
