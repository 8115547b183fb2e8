//! Puts each page's style into the page: it can be painted with the first bytes that arrive, and a
//! policy that names the style by its hash lets in no other.

use std::collections::BTreeSet;

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

use super::Files;

/// What the policies of pages and of hosts say of styles before it is known which there are.
const OWN: &str = "style-src 'self'";
/// What hosts can be told of the policy in: the files of `public/` that hold it.
const HOSTS: &[&str] = &["_headers", ".htaccess", "nginx.conf.sample"];
const LINK: &str = "<link rel=\"stylesheet\" href=\"";

/// How a policy names a style or script of the page itself (Content Security Policy 3, 2.3.1).
pub(super) fn hash(text: &str) -> String {
    format!(" 'sha256-{}'", BASE64.encode(&Sha256::digest(text)))
}

/// Replaces every page's link to its style sheet, and the sheets, by the styles themselves.
pub(super) fn inline(files: &mut Files) {
    let mut hashes = BTreeSet::new();
    let pages: Vec<String> = files
        .keys()
        .filter(|path| path.ends_with("/index.html") || *path == "index.html")
        .cloned()
        .collect();
    for path in pages {
        let html = String::from_utf8_lossy(&files[&path]).into_owned();
        let Some((before, rest)) = html.split_once(LINK) else {
            continue;
        };
        let Some((href, after)) = rest.split_once("\">") else {
            continue;
        };
        let sheet = href.trim_start_matches("../");
        let Some(style) = files.get(sheet).map(|b| String::from_utf8_lossy(b)) else {
            continue;
        };
        let hash = hash(&style);
        let policy = format!("style-src{hash}");
        let page = format!(
            "{}<style>{style}</style>{after}",
            before.replacen(OWN, &policy, 1)
        );
        hashes.insert(hash);
        files.insert(path, page.into_bytes());
    }
    let all: String = hashes.into_iter().collect();
    for name in HOSTS {
        if let Some(bytes) = files.get_mut(*name) {
            let text = String::from_utf8_lossy(bytes).replace(OWN, &format!("style-src{all}"));
            *bytes = text.into_bytes();
        }
    }
    files.retain(|path, _| !(path.starts_with("assets/") && path.ends_with(".css")));
}
