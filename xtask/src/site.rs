//! Trunk, and what follows it: our own program writes the pages around the compiled Wasm.

use crate::Result;
use crate::assets;
use crate::editions;
use crate::run::{program, root, run, run_and_keep};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// Trunk with our tools. Whatever follows the command's name goes to it.
pub fn trunk(command: &[&str], options: &[String]) -> Result {
    println!("==> trunk {}", command.join(" "));
    let mut trunk = program("trunk");
    trunk
        .args(command)
        .args(options)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .env("RUST_LIB_BACKTRACE", "0");
    if env::var("NO_COLOR").is_ok_and(|value| value == "1") {
        trunk.env("NO_COLOR", "true"); // the only spelling it takes
    }
    run(&mut trunk)
}

/// Trunk's last hook: `policy-explorer build` into the folder that Trunk is about to publish.
pub fn after_trunk() -> Result {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("`cargo xtask site` is for Trunk to run; you may want `cargo xtask build`")?;
    let address = env::var("TRUNK_PUBLIC_URL").unwrap_or_default();
    let preview = is_preview(&folder);

    if env::var("TRUNK_PROFILE").as_deref() == Ok("release") {
        for program in ["browser.js", "presenter.js"] {
            let glue = folder.join(program);
            run(&mut assets::minified(&glue, &glue))?;
        }
    }

    let mut build = program("cargo");
    build
        .args(["run", "--quiet", "--bin", "policy-explorer", "--"])
        .args(["build", "--editions", "--out"])
        .arg(&folder);
    if address.starts_with("http") {
        build.args(["--public-url", &address]);
    }
    if preview {
        build.arg("--preview");
    }

    let compiled = run_and_keep(program("cargo").args(["build", "--bin", "policy-explorer"]));
    let outcome = compiled.and_then(|()| run_and_keep(&mut build));
    match outcome {
        Err(said) if preview => write_error_page(&folder, &path_of(&address), &said)
            .map_err(|error| format!("{}: {error}", folder.display())),
        Err(_) => Err("the site was not built; the reasons are above".to_owned()),
        Ok(()) => {
            editions::sizes(&folder);
            editions::make(&folder)
        }
    }
}

/// Trunk puts its reload script into the page when it serves, and only then.
fn is_preview(folder: &Path) -> bool {
    let asked = env::var("EXPLORER_PREVIEW").is_ok_and(|value| value == "1");
    let shell = fs::read_to_string(folder.join("index.html")).unwrap_or_default();
    asked || shell.contains(".well-known/trunk/ws")
}

/// A preview shows what went wrong where the page would be. Trunk answers every address with it,
/// since no other file is there; it reloads by itself when the mistake is mended.
fn write_error_page(folder: &Path, base: &str, said: &str) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        match entry.file_type()?.is_dir() {
            true => fs::remove_dir_all(entry.path())?,
            false => fs::remove_file(entry.path())?,
        }
    }
    fs::create_dir_all(folder.join("assets"))?;
    fs::copy(
        root().join("web").join("preview.js"),
        folder.join("assets").join("preview.js"),
    )?;
    fs::write(folder.join("index.html"), error_page(base, said))
}

fn error_page(base: &str, said: &str) -> String {
    let said = said
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    format!(
        r#"<!doctype html>
<html lang="zh-Hans">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>构建失败 · Build failed</title>
<style>
:root {{ color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif }}
body {{ max-width: 72rem; margin: 2rem auto; padding: 0 1rem }}
pre {{ font: 0.9375rem/1.6 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere }}
</style>
<h1>构建失败 <span lang="en">Build failed</span></h1>
<p>改好下面所列之处并存盘，本页会自行刷新。<br>
<span lang="en">Mend what is listed below and save: this page reloads by itself.</span></p>
<pre>{said}</pre>
<script src="{base}assets/preview.js"></script>
</html>
"#
    )
}

/// The path of an address: `https://host/a/b/` and `/a/b/` both give `/a/b/`.
fn path_of(address: &str) -> String {
    let path = match address.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("", |slash| &rest[slash..]),
        None => address,
    };
    let path = path.trim_matches('/');
    match path {
        "" | "." => "/".to_owned(),
        path => format!("/{path}/"),
    }
}

#[cfg(test)]
mod tests {
    use super::{error_page, path_of};

    #[test]
    fn the_path_of_an_address() {
        for (address, path) in [
            ("/", "/"),
            ("", "/"),
            ("./", "/"),
            ("/a/b/", "/a/b/"),
            ("https://example.org", "/"),
            ("https://example.org/a/b", "/a/b/"),
        ] {
            assert_eq!(path_of(address), path, "{address}");
        }
    }

    #[test]
    fn an_error_page_shows_the_error_as_text() {
        let page = error_page("/", "a.toml:3:1 <b> & 原文");
        assert!(page.contains("<pre>a.toml:3:1 &lt;b&gt; &amp; 原文</pre>"));
    }
}
