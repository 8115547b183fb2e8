//! Everything a fresh machine lacks: checked first, installed if we can, named if we cannot.

use crate::Result;
use crate::assets;
use crate::run::{printed, program, root, run, step, tools};
use std::env;
use std::fs;
use std::path::Path;

const TRUNK: &str = "0.21.14";
const NODE: u32 = 20;
const WASM: &str = "wasm32-unknown-unknown";

/// What building and serving the site needs.
pub fn for_site() -> Result {
    rust()?;
    wasm_target()?;
    node()?;
    packages()?;
    tool("trunk", "trunk", TRUNK)?;
    let bindgen = locked("wasm-bindgen")?;
    tool("wasm-bindgen-cli", "wasm-bindgen", &bindgen)?;
    browser()?;
    assets::ensure()
}

/// What the tests need beyond that.
pub fn for_tests() -> Result {
    for_site()?;
    component("rustfmt", "fmt")?;
    component("clippy", "clippy")
}

fn ready(what: &str) {
    println!("    {what}");
}

fn rust() -> Result {
    println!("==> checking what is here");
    let manifest = read("Cargo.toml")?;
    let wanted = manifest
        .lines()
        .find_map(|line| line.strip_prefix("rust-version = "))
        .ok_or("Cargo.toml names no rust-version")?
        .trim_matches('"');
    let found = printed(program("rustc").arg("--version"))
        .ok_or("rustc does not run: install Rust with rustup (https://rustup.rs)")?;
    let version = found.split(' ').nth(1).unwrap_or_default();
    if numbers(version) < numbers(wanted) {
        return Err(format!(
            "Rust {wanted} or newer is needed, this is {version}: run `rustup update stable`"
        ));
    }
    ready(&format!("Rust {version}"));
    Ok(())
}

fn wasm_target() -> Result {
    let sysroot = printed(program("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    if Path::new(&sysroot).join("lib/rustlib").join(WASM).is_dir() {
        ready(WASM);
        return Ok(());
    }
    step(&format!("rustup target add {WASM}"), || {
        run(program("rustup").args(["target", "add", WASM])).map_err(|problem| {
            format!("{problem}\nThe Rust target {WASM} is missing; without rustup, install your system's package for it")
        })
    })
}

fn component(name: &str, command: &str) -> Result {
    if printed(program("cargo").args([command, "--version"])).is_some() {
        return Ok(());
    }
    step(&format!("rustup component add {name}"), || {
        run(program("rustup").args(["component", "add", name]))
    })
}

fn node() -> Result {
    let how = format!("install Node.js {NODE} or newer, with npm (https://nodejs.org)");
    let found = printed(program("node").arg("--version"))
        .ok_or_else(|| format!("node does not run: {how}"))?;
    if numbers(found.trim_start_matches('v')) < vec![NODE] {
        return Err(format!("this is Node.js {found}: {how}"));
    }
    let npm = printed(program("npm").arg("--version"))
        .ok_or_else(|| format!("npm does not run: {how}"))?;
    ready(&format!("Node.js {found}, npm {npm}"));
    Ok(())
}

/// The packages of package-lock.json, in node_modules; a copy of the lock file there says which.
pub fn packages() -> Result {
    let lock = read("package-lock.json")?;
    let stamp = root().join("node_modules").join(".installed-lock.json");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    step("npm ci", || {
        run(program("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
    })?;
    fs::write(&stamp, lock).map_err(|error| format!("{}: {error}", stamp.display()))
}

/// A command from crates.io in the version we want: found, or installed into our tools folder.
fn tool(package: &str, command: &str, version: &str) -> Result {
    if has(command, version) {
        ready(&format!("{command} {version}"));
        return Ok(());
    }
    let folder = tools()?;
    let install = |locked: bool| {
        let mut cargo = program("cargo");
        cargo
            .args(["install", package, "--version", version, "--bin", command])
            .arg("--root")
            .arg(&folder)
            .args(["--force", "--no-default-features"]);
        if locked {
            cargo.arg("--locked");
        }
        // Built once for work of a second: compiling it fast matters more than its speed.
        for (key, value) in [
            ("OPT_LEVEL", "1"),
            ("LTO", "off"),
            ("CODEGEN_UNITS", "16"),
            ("DEBUG", "0"),
        ] {
            cargo.env(format!("CARGO_PROFILE_RELEASE_{key}"), value);
        }
        run(&mut cargo)
    };
    let what = format!("installing {package} {version}: once, a few minutes");
    step(&what, || {
        install(true).or_else(|_| {
            println!("    not with the versions it was published with; trying compatible ones");
            install(false)
        })
    })?;
    match has(command, version) {
        true => Ok(()),
        false => Err(format!(
            "{command} {version} was installed and does not run"
        )),
    }
}

/// Whether the command that `PATH` finds is of this version.
pub fn has(command: &str, version: &str) -> bool {
    printed(program(command).arg("--version"))
        .is_some_and(|line| line.split(' ').nth(1) == Some(version))
}

/// The version of a crate in Cargo.lock.
pub fn locked(package: &str) -> Result<String> {
    let lock = read("Cargo.lock")?;
    let (_, rest) = lock
        .split_once(&format!("\nname = \"{package}\"\nversion = \""))
        .ok_or_else(|| format!("Cargo.lock has no {package}: run `cargo generate-lockfile`"))?;
    Ok(rest.split('"').next().unwrap_or_default().to_owned())
}

/// A Chromium for pictures, PDFs and browser tests, and a font for the Chinese it shows.
fn browser() -> Result {
    let chromium = chromium();
    let font = !cfg!(target_os = "linux")
        || printed(program("fc-list").arg(":lang=zh")).is_some_and(|fonts| !fonts.is_empty());
    if let (Some(chromium), true) = (&chromium, font) {
        ready(&format!("{chromium}, a Chinese font"));
        return Ok(());
    }
    let mut missing = Vec::new();
    if chromium.is_none() {
        missing.push("chromium");
    }
    if !font {
        missing.extend(["fontconfig", "fonts-noto-cjk"]);
    }
    let named = missing.join(" ");
    let by_hand = format!(
        "the site's pictures and PDFs, and the tests, need: {named}. Install it with your system's packages (Debian, as root: \
         `apt-get install {named}`); CHROMIUM names a Chromium or Chrome elsewhere"
    );
    let Some(apt) = apt() else {
        return Err(by_hand);
    };
    step(&format!("apt-get install {named}"), || {
        let apt_get = |arguments: &[&str]| {
            let mut command = program(apt[0]);
            command.args(&apt[1..]).args([
                "env",
                "DEBIAN_FRONTEND=noninteractive",
                "apt-get",
                "-qq",
            ]);
            run(command.args(arguments))
        };
        apt_get(&["update"])?;
        apt_get(
            &[
                ["install", "-y", "--no-install-recommends"].as_slice(),
                &missing,
            ]
            .concat(),
        )
    })
    .map_err(|problem| format!("{problem}\n{by_hand}"))?;
    match self::chromium() {
        Some(_) => Ok(()),
        None => Err(by_hand),
    }
}

/// The browser that draws and tests: `CHROMIUM`, or one by its usual name or place.
pub fn chromium() -> Option<String> {
    let usual = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    ];
    let asked = env::var("CHROMIUM").ok().filter(|name| !name.is_empty());
    let names: Vec<String> = match asked {
        Some(name) => vec![name],
        None => usual.map(str::to_owned).to_vec(),
    };
    names.iter().find_map(|name| on_path(name))
}

fn on_path(name: &str) -> Option<String> {
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
        .map(|file| file.display().to_string())
}

/// How to run apt-get with the rights to install: as we are, or through sudo without a question.
fn apt() -> Option<&'static [&'static str]> {
    printed(program("apt-get").arg("--version"))?;
    if printed(program("id").arg("-u")).as_deref() == Some("0") {
        return Some(&["env"]);
    }
    printed(program("sudo").args(["-n", "true"])).map(|_| ["sudo", "-n"].as_slice())
}

fn numbers(version: &str) -> Vec<u32> {
    let plain = version.split(['-', '+']).next().unwrap_or_default();
    plain
        .split('.')
        .map_while(|part| part.parse().ok())
        .collect()
}

fn read(name: &str) -> Result<String> {
    fs::read_to_string(root().join(name)).map_err(|error| format!("{name}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn versions_compare_by_number() {
        assert!(numbers("1.100.0") > numbers("1.95"));
        assert!(numbers("1.95.0-nightly") >= numbers("1.95"));
        assert!(numbers("18.20.1") < vec![20]);
    }
}
