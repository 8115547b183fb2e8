//! What several tests need: the project's folder, copies of folders, golden files.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The project's folder.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// Compares with `tests/golden/<name>`; `BLESS=1` writes it.
pub fn golden(name: &str, found: &str) {
    let path = root().join("tests/golden").join(name);
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, found).expect("a golden file");
    }
    let wanted = fs::read_to_string(&path).unwrap_or_default();
    let same = wanted
        .lines()
        .zip(found.lines())
        .take_while(|(a, b)| a == b);
    let line = same.count() + 1;
    assert!(
        wanted == found,
        "tests/golden/{name} differs from line {line} on; to accept it: BLESS=1 cargo test\n--- expected\n{wanted}\n--- found\n{found}"
    );
}
