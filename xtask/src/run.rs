//! Runs other programs: where they are found, what they print, how long they take.

use crate::Result;
use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// The repository's top folder.
pub fn root() -> PathBuf {
    let xtask = env::var_os("CARGO_MANIFEST_DIR").expect("started by cargo");
    Path::new(&xtask)
        .parent()
        .expect("xtask/ has a parent")
        .to_path_buf()
}

/// Where Trunk and wasm-bindgen are installed: outside `target/`, so that they outlive a clean.
pub fn tools() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("POLICY_EXPLORER_TOOLS") {
        return Ok(PathBuf::from(folder));
    }
    let home = || env::home_dir().ok_or("no home folder: set POLICY_EXPLORER_TOOLS to a folder");
    let cache = if cfg!(windows) {
        env::var_os("LOCALAPPDATA").map(PathBuf::from)
    } else if cfg!(target_os = "macos") {
        Some(home()?.join("Library/Caches"))
    } else {
        env::var_os("XDG_CACHE_HOME").map(PathBuf::from)
    };
    let cache = match cache {
        Some(cache) => cache,
        None => home()?.join(".cache"),
    };
    Ok(cache.join("policy-explorer").join("tools"))
}

/// A program run from the repository's top, with our own tools first on its `PATH`.
pub fn program(name: &str) -> Command {
    let script = cfg!(windows) && matches!(name, "npm" | "npx");
    let file = if script {
        format!("{name}.cmd")
    } else {
        name.to_owned()
    };
    let mut command = Command::new(file);
    command.current_dir(root()).env("PATH", search_path());
    command
}

fn search_path() -> OsString {
    let ours = tools().ok().map(|folder| folder.join("bin"));
    let packages = root().join("node_modules").join(".bin");
    let inherited = env::var_os("PATH").unwrap_or_default();
    let folders = ours
        .into_iter()
        .chain([packages])
        .chain(env::split_paths(&inherited));
    env::join_paths(folders).unwrap_or(inherited)
}

/// What a program prints, or nothing where it cannot run.
pub fn printed(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// Runs a program whose output goes straight to the terminal.
pub fn run(command: &mut Command) -> Result {
    let line = told(command);
    let status = command
        .status()
        .map_err(|error| format!("`{line}` cannot start: {error}"))?;
    match status.success() {
        true => Ok(()),
        false => Err(format!("`{line}` failed ({status})")),
    }
}

/// Runs a program, passes on what it prints, and gives each line of its standard output to `seen`.
pub fn run_and_read(command: &mut Command, mut seen: impl FnMut(&str)) -> Result {
    let line = told(command);
    if std::io::stdout().is_terminal() {
        command
            .env("CARGO_TERM_COLOR", "always")
            .env("FORCE_COLOR", "1");
    }
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("`{line}` cannot start: {error}"))?;
    let mut reader = BufReader::new(child.stdout.take().expect("piped"));
    let mut bytes = Vec::new();
    while reader.read_until(b'\n', &mut bytes).unwrap_or(0) > 0 {
        let _ = std::io::stdout().write_all(&bytes);
        let _ = std::io::stdout().flush();
        seen(&plain(&String::from_utf8_lossy(&bytes)));
        bytes.clear();
    }
    match child.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` failed ({status})")),
        Err(error) => Err(format!("`{line}`: {error}")),
    }
}

/// Runs a program, passes on what it says on standard error, and gives that back if it fails.
pub fn run_and_keep(command: &mut Command) -> Result {
    let line = told(command);
    if std::io::stderr().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let mut child = command
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("`{line}` cannot start: {error}"))?;
    let mut said = child.stderr.take().expect("piped");
    let mut kept = Vec::new();
    let mut part = [0; 4096];
    while let Ok(length @ 1..) = said.read(&mut part) {
        let _ = std::io::stderr().write_all(&part[..length]);
        kept.extend_from_slice(&part[..length]);
    }
    match child.wait() {
        Ok(status) if status.success() => Ok(()),
        _ => Err(plain(&String::from_utf8_lossy(&kept))),
    }
}

/// Says what is being done, does it, says how long it took.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("==> {what}");
    let begun = Instant::now();
    let outcome = work();
    let word = if outcome.is_ok() { "done" } else { "FAILED" };
    println!("    {word} in {:.1} s", begun.elapsed().as_secs_f32());
    outcome
}

fn told(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}

/// The text without the terminal's colour codes.
pub fn plain(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| c.is_ascii_alphabetic());
        out.push_str(end.map_or("", |end| &part[end + 1..]));
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn colour_codes_are_taken_out() {
        assert_eq!(
            super::plain("\u{1b}[1;31merror\u{1b}[0m: 政策"),
            "error: 政策"
        );
        assert_eq!(super::plain("plain"), "plain");
    }
}
