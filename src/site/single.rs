//! Many pages as one file that opens from disk: style, scripts, program and data inside it, links
//! between pages as fragments, and a policy that lets in these very scripts and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use data_encoding::BASE64;

use super::{Files, styles::hash, tags};
use crate::model::{Lang, Model};

/// Shows one page at a time where scripts run; without them all pages stand one after another.
const PAGER: &str = include_str!("../../web/pager.js");
/// Until that has looked where the reader wants to go, nothing is shown.
const FIRST: &str = "document.documentElement.dataset.paged=\"\";self.explorerInlined=true;";
/// Larger files stay on the site.
const LARGEST: usize = 160 * 1024;

/// A file to make: its name, the pages in it, and what to call it.
pub(super) struct Single<'a> {
    pub pages: &'a [String],
    /// What the navigation calls them; their headings where it says nothing.
    pub names: &'a [&'a str],
    pub title: &'a str,
    pub lang: Lang,
}

/// A page taken apart.
struct Part<'a> {
    path: &'a str,
    slug: String,
    class: &'a str,
    main: &'a str,
    heading: String,
}

/// Writes the file, from pages and files that the site already has.
///
/// # Errors
/// A page that is not made as our pages are.
pub(super) fn write(what: &Single<'_>, model: &Model, files: &Files) -> Result<Vec<u8>, String> {
    let html: Vec<(&str, &str)> = what
        .pages
        .iter()
        .map(|path| {
            let bytes = files.get(path).ok_or(format!("{path} is not there"))?;
            let text = std::str::from_utf8(bytes).map_err(|e| format!("{path}: {e}"))?;
            Ok((path.as_str(), text))
        })
        .collect::<Result<_, String>>()?;
    let parts: Vec<Part<'_>> = html
        .iter()
        .map(|(path, text)| part(path, text).ok_or(format!("{path} has no <main id=\"main\">")))
        .collect::<Result<_, String>>()?;
    let names = Names::of(&parts);
    let sections: String = parts
        .iter()
        .map(|p| {
            let inner = Rewriter {
                part: p,
                names: &names,
                files,
            }
            .rewrite();
            format!(
                "<section class=\"page {}\" id=\"page-{}\" data-page=\"{}\">{inner}</section>\n",
                p.class, p.slug, p.slug
            )
        })
        .collect();
    let nav: String = parts
        .iter()
        .enumerate()
        .map(|(i, p)| {
            let name = what.names.get(i).map_or(p.heading.as_str(), |name| name);
            format!(
                "<li><a href=\"#page-{}\" data-view=\"\">{name}</a></li>",
                p.slug
            )
        })
        .collect();
    let (styles, scripts) = assets(&html, files);
    let say = |key| model.label(key, what.lang);
    let policy = policy(&styles, &scripts);
    let styles: String = styles
        .iter()
        .map(|s| format!("<style>{s}</style>\n"))
        .collect();
    let script = |text: &String| format!("<script>{text}</script>\n");
    let first: String = scripts.iter().take(1).map(script).collect();
    let scripts: String = scripts.iter().skip(1).map(script).collect();
    let footer = html
        .first()
        .and_then(|(_, text)| between(text, "<footer", "</footer>"))
        .and_then(|f| f.split_once('>'))
        .map_or("", |f| f.1);
    Ok(format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n<link rel=\"icon\" href=\"data:,\">\n{styles}{first}</head>\n<body class=\"single\"><a class=\"skip\" href=\"#main\">{skip}</a>\n<header class=\"top\"><a class=\"brand\" href=\"#page-{home}\">{title}</a><nav aria-label=\"{nav_label}\"><ul>{nav}</ul></nav></header>\n<main id=\"main\">\n{sections}</main>\n<footer>{footer}</footer>\n{scripts}</body>\n</html>\n",
        lang = what.lang.tag(),
        title = what.title,
        skip = say("skip"),
        nav_label = say("nav"),
        home = parts.first().map_or("", |p| p.slug.as_str()),
    )
    .into_bytes())
}

fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let start = text.find(open)? + open.len();
    let end = text[start..].rfind(close)? + start;
    Some(&text[start..end])
}

fn part<'a>(path: &'a str, text: &'a str) -> Option<Part<'a>> {
    let tag = text.find("<main id=\"main\"")?;
    let open = text[tag..].find('>')? + tag;
    let close = text.rfind("</main>")?;
    let class = between(&text[tag..=open], "class=\"", "\"").unwrap_or_default();
    let main = &text[open + 1..close];
    let heading = between(main, "<h1", "</h1>").unwrap_or_default();
    let heading = heading.split("</h1>").next().unwrap_or_default();
    let heading = tags::text(&format!("<h1{heading}"));
    let folder = path.trim_end_matches("index.html").trim_end_matches('/');
    let folder = folder.strip_prefix("en/").unwrap_or(folder);
    let slug = match folder {
        "" | "en" => "overview".to_owned(),
        f => f.replace('/', "-"),
    };
    Some(Part {
        path,
        slug,
        class,
        main,
        heading,
    })
}

/// What the ids of each page are called in the one file: an id that two pages have is told apart.
struct Names {
    by_page: BTreeMap<String, BTreeMap<String, String>>,
    slugs: BTreeMap<String, String>,
}

impl Names {
    fn of(parts: &[Part<'_>]) -> Names {
        let ids: Vec<Vec<String>> = parts.iter().map(|p| tags::ids(p.main)).collect();
        let mut once = BTreeSet::new();
        let mut twice = BTreeSet::new();
        for id in ids.iter().flatten() {
            if !once.insert(id) {
                twice.insert(id);
            }
        }
        let mut by_page = BTreeMap::new();
        for (p, own) in parts.iter().zip(&ids) {
            let named = own
                .iter()
                .map(|id| {
                    let name = match twice.contains(id) {
                        true => format!("{}--{id}", p.slug),
                        false => id.clone(),
                    };
                    (id.clone(), name)
                })
                .collect();
            by_page.insert(p.path.to_owned(), named);
        }
        let slugs = parts
            .iter()
            .map(|p| (p.path.to_owned(), p.slug.clone()))
            .collect();
        Names { by_page, slugs }
    }

    fn id(&self, page: &str, id: &str) -> String {
        self.by_page
            .get(page)
            .and_then(|names| names.get(id))
            .map_or_else(|| id.to_owned(), Clone::clone)
    }

    /// The fragment for a page, or for a place in it.
    fn fragment(&self, page: &str, id: &str) -> Option<String> {
        let slug = self.slugs.get(page)?;
        let known = self
            .by_page
            .get(page)
            .is_some_and(|names| names.contains_key(id));
        Some(if known {
            self.id(page, id)
        } else {
            format!("page-{slug}")
        })
    }
}

struct Rewriter<'a> {
    part: &'a Part<'a>,
    names: &'a Names,
    files: &'a Files,
}

impl Rewriter<'_> {
    /// The page's main part with its ids, links and files made those of the one file.
    fn rewrite(&self) -> String {
        let page = self.part.path;
        let mut unlinked = false;
        tags::rewrite(self.part.main, |tag| {
            if tag.name == "/a" && unlinked {
                unlinked = false;
                tag.name = "/span".to_owned();
                return;
            }
            let mut drop_link = false;
            let mut saved = None;
            for (name, value) in &mut tag.attributes {
                match name.as_str() {
                    "id" => *value = self.names.id(page, value),
                    "for" | "headers" | "aria-labelledby" | "aria-describedby"
                    | "aria-controls" | "aria-owns" | "aria-details" | "list" => {
                        let ids: Vec<String> =
                            value.split(' ').map(|id| self.names.id(page, id)).collect();
                        *value = ids.join(" ");
                    }
                    "href" | "xlink:href" | "src" => match self.link(value) {
                        Some(new) => {
                            if new.starts_with("data:") {
                                saved = value.rsplit('/').next().map(str::to_owned);
                            }
                            *value = new;
                        }
                        None => drop_link = name == "href",
                    },
                    n if n.starts_with("data-") => {
                        if let Some(new) = self.link(value).filter(|v| v.starts_with("data:")) {
                            *value = new;
                        }
                    }
                    _ => {
                        if let Some((before, rest)) = value.split_once("url(#")
                            && let Some((id, after)) = rest.split_once(')')
                        {
                            *value = format!("{before}url(#{}){after}", self.names.id(page, id));
                        }
                    }
                }
            }
            if let Some(file) = saved.filter(|_| tag.name == "a") {
                tag.attributes.retain(|(name, _)| name != "download");
                tag.attributes.push(("download".to_owned(), file));
            }
            if drop_link && tag.name == "a" {
                unlinked = true;
                tag.name = "span".to_owned();
                tag.attributes.retain(|(name, _)| {
                    !["href", "download", "hreflang", "rel", "target", "type"]
                        .contains(&name.as_str())
                });
            }
        })
    }

    /// A link to a page is a fragment, to a file its bytes; what is not here has no address.
    fn link(&self, value: &str) -> Option<String> {
        if value.starts_with("data:") || value.contains("://") || value.starts_with("mailto:") {
            return Some(value.to_owned());
        }
        let (rest, id) = value.split_once('#').unwrap_or((value, ""));
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let query = match query {
            "" => String::new(),
            q => format!("?{q}"),
        };
        let target = match path {
            "" => self.part.path.to_owned(),
            path => resolve(self.part.path, path),
        };
        if let Some(fragment) = self.names.fragment(&target, id) {
            return Some(format!("{query}#{fragment}"));
        }
        let bytes = self.files.get(&target).filter(|b| b.len() <= LARGEST)?;
        let kind = match target.rsplit_once('.')?.1 {
            "json" => "application/json",
            "csv" => "text/csv",
            "svg" => "image/svg+xml",
            "png" => "image/png",
            "txt" => "text/plain",
            "js" => "text/javascript",
            "xml" => "application/xml",
            _ => return None,
        };
        Some(format!("data:{kind};base64,{}", BASE64.encode(bytes)))
    }
}

/// A relative address below the site's root.
fn resolve(page: &str, path: &str) -> String {
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    for step in path.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(folders.pop()),
            step => folders.push(step),
        }
    }
    folders.join("/")
}

/// The style sheets and scripts that the pages ask for, once each, and what those load later.
fn assets(html: &[(&str, &str)], files: &Files) -> (Vec<String>, Vec<String>) {
    let (mut styles, mut scripts) = (Vec::<String>::new(), Vec::<String>::new());
    let mut seen = BTreeSet::new();
    let mut take = |path: String, out: &mut Vec<String>| {
        if seen.insert(path.clone())
            && let Some(bytes) = files.get(&path)
        {
            let text = String::from_utf8_lossy(bytes).replace("</script", "<\\/script");
            out.push(text);
        }
    };
    let presents = html
        .iter()
        .any(|(_, text)| text.contains("data-program=\"presenter\""));
    let later = match presents {
        true => ["presenter_wasm.js", "presenter.js", "echarts.js"],
        false => ["browser_wasm.js", "browser.js", "echarts.js"],
    };
    // One sheet for all these pages, where each has its own on the site.
    take("assets/all.css".into(), &mut styles);
    scripts.push(FIRST.to_owned());
    scripts.push(PAGER.to_owned());
    for file in later {
        take(format!("assets/{file}"), &mut scripts);
    }
    // What a page asks for by name later on: the data of its charts, the search's index.
    for (_, text) in html {
        for name in text.split("data-file=\"").skip(1) {
            let name = name.split('"').next().unwrap_or_default();
            take(format!("data/charts/{name}.js"), &mut scripts);
        }
        if text.contains("data-island=\"search\"") {
            take("data/search.js".into(), &mut scripts);
        }
    }
    for (page, text) in html {
        let head = text.split("</head>").next().unwrap_or_default();
        tags::rewrite(head, |tag| {
            let value = |wanted: &str| {
                tag.attributes
                    .iter()
                    .find(|(name, _)| name == wanted)
                    .map(|(_, v)| v.clone())
            };
            if tag.name == "script"
                && let Some(src) = value("src").filter(|s| !s.ends_with("preview.js"))
            {
                take(resolve(page, &src), &mut scripts);
            }
        });
    }
    (styles, scripts)
}

/// Only what is in the file, told by its hash.
fn policy(styles: &[String], scripts: &[String]) -> String {
    let hashes = |list: &[String]| list.iter().map(|text| hash(text)).collect::<String>();
    format!(
        "default-src 'none'; script-src{} 'wasm-unsafe-eval'; style-src{}; img-src data:; connect-src data:; base-uri 'none'; form-action 'none'; object-src 'none'",
        hashes(scripts),
        hashes(styles)
    )
}
