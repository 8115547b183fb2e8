//! The site as files: the only room that writes, and it writes all or nothing.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::{
    chart::{self, Painter, csv_cell},
    deck,
    model::{Lang, Model},
    search, view,
};

pub mod editions;
mod single;
mod slides;
mod styles;
mod tags;

pub use slides::Press;

/// What a build is told.
#[derive(Debug, Clone)]
pub struct Input {
    /// The project's folder.
    pub root: PathBuf,
    /// Where the site goes; Trunk's compiled program, if any, is taken from there.
    pub out: PathBuf,
    /// The site's public address, if it has one.
    pub public_url: Option<String>,
    /// Pages reload by themselves.
    pub preview: bool,
    /// Images and PDFs will stand beside the pages: they may link to them.
    pub editions: bool,
}

type Files = BTreeMap<String, Vec<u8>>;

/// What Trunk compiles for readers: all views but the briefing, and the briefing.
const PROGRAMS: [&str; 2] = ["browser", "presenter"];

/// Builds the site and puts it in place of the old one.
///
/// # Errors
/// What could not be read, drawn or written; the old site then stands as it was.
pub fn build(model: &Model, input: &Input) -> Result<usize, String> {
    let mut files = Files::new();
    let read = |path: &str| fs::read(input.root.join(path)).map_err(|e| format!("{path}: {e}"));
    let bundle =
        read("target/web/echarts.js").map_err(|e| format!("{e}; run: cargo xtask assets"))?;
    let painter = Painter::new(&String::from_utf8_lossy(&bundle))?;
    for lang in Lang::ALL {
        edition(model, lang, &painter, input, &mut files)?;
    }
    files.insert("assets/boot.js".into(), read("target/web/boot.js")?);
    for entry in fs::read_dir(input.root.join("target/web/style"))
        .map_err(|e| format!("target/web/style: {e}; run: cargo xtask assets"))?
        .flatten()
    {
        let name = entry.file_name().to_string_lossy().into_owned();
        let style = read(&format!("target/web/style/{name}"))?;
        files.insert(format!("assets/{name}"), style);
    }
    if input.preview {
        files.insert("assets/preview.js".into(), read("target/web/preview.js")?);
    }
    files.insert("assets/echarts.js".into(), bundle);
    for entry in fs::read_dir(input.root.join("public"))
        .map_err(|e| format!("public: {e}"))?
        .flatten()
    {
        let name = entry.file_name().to_string_lossy().into_owned();
        files.insert(name.clone(), read(&format!("public/{name}"))?);
    }
    for s in &model.sources {
        files.insert(
            format!("data/seeds/{}", s.file),
            read(&format!("seeds/{}", s.file))?,
        );
    }
    data(model, &mut files)?;
    hosts(model, input, &mut files);
    program(&input.out, &mut files);
    editions::add(model, input, &mut files)?;
    styles::inline(&mut files);
    let count = files.len();
    replace(&input.out, &files).map_err(|e| format!("{}: {e}", input.out.display()))?;
    Ok(count)
}

fn edition(
    model: &Model,
    lang: Lang,
    painter: &Painter,
    input: &Input,
    files: &mut Files,
) -> Result<(), String> {
    let mut charts = Vec::new();
    let source = model
        .label("figure.source", lang)
        .replace("{title}", model.title.get(lang))
        .replace("{version}", &model.version);
    for figure in chart::figures(model, lang) {
        let name = format!("{}.{}", figure.id, lang.code());
        let pictures = figure
            .pictures
            .iter()
            .map(|p| painter.svg(figure.id, p))
            .collect::<Result<Vec<_>, _>>()?;
        let path = format!("data/charts/{name}");
        files.insert(format!("{path}.csv"), figure.table.csv().into_bytes());
        if let (Some(wide), Some(svg)) = (figure.pictures.first(), pictures.first()) {
            let option = String::from_utf8_lossy(&pretty(&wide.option)?).into_owned();
            let framed = chart::framed(&figure, wide, svg, &source);
            let live = serde_json::json!({ "pictures": figure.pictures, "svg": framed });
            files.insert(format!("{path}.json"), chart::settled(&option).into_bytes());
            files.insert(format!("{path}.svg"), chart::settled(&framed).into_bytes());
            files.insert(
                format!("{path}.js"),
                format!("(self.explorerOptions=self.explorerOptions||{{}})[\"{name}\"]={live};\n")
                    .into_bytes(),
            );
        }
        charts.push((figure, pictures));
    }
    let figures: Vec<_> = charts.iter().map(|(f, _)| f.clone()).collect();
    let decks = deck::decks(model, &figures, lang);
    for deck in &decks {
        let name = format!("data/decks/{}.{}.json", deck.id, lang.code());
        files.insert(name, pretty(deck)?);
    }
    let prefix = if lang == Lang::En { "en/" } else { "" };
    for page in view::pages(
        model,
        &charts,
        lang,
        input.public_url.as_deref(),
        input.preview,
        input.editions,
    ) {
        let root = "../".repeat(page.path.matches('/').count());
        let reader = format!("{root}{prefix}source/index.html");
        let html = page
            .html
            .replace("@source@", &reader)
            .replace("@root@", &root);
        let html = match &input.public_url {
            Some(base) if input.editions => {
                let title = "<meta property=\"og:title\"";
                html.replacen(title, &(view::card_marks(base, lang) + title), 1)
            }
            _ => html,
        };
        files.insert(
            page.path,
            view::settle_links(&html, &format!("{root}{prefix}"), model).into_bytes(),
        );
    }
    Ok(())
}

fn pretty(value: &impl serde::Serialize) -> Result<Vec<u8>, String> {
    let mut text = serde_json::to_vec_pretty(value).map_err(|e| e.to_string())?;
    text.push(b'\n');
    Ok(text)
}

/// The contracts that other people's programs rely on.
fn data(model: &Model, files: &mut Files) -> Result<(), String> {
    let rows: Vec<_> = model
        .claims()
        .map(|c| serde_json::json!({ "id": c.id, "kind": c.kind, "status": c.status, "text_zh": c.text.zh, "text_en": c.text.en, "quotes": c.quotes }))
        .collect();
    let mut csv = String::from("\u{feff}id,kind,status,text_zh,text_en,quotes\r\n");
    for c in model.claims() {
        let quotes = serde_json::to_string(&c.quotes).map_err(|e| e.to_string())?;
        let cells = [
            &c.id,
            c.kind,
            c.status.code(),
            &c.text.zh,
            &c.text.en,
            &quotes,
        ];
        csv.push_str(&(cells.map(csv_cell).join(",") + "\r\n"));
    }
    files.insert("data/claims.json".into(), pretty(&rows)?);
    files.insert("data/claims.csv".into(), csv.into_bytes());
    files.insert("data/explorer.json".into(), pretty(model)?);
    // A classic script: a page opened from disk may fetch nothing.
    let index =
        serde_json::to_string(&search::build(&view::entries(model))).map_err(|e| e.to_string())?;
    files.insert(
        "data/search.js".into(),
        format!("self.explorerIndex={index};\n").into_bytes(),
    );
    let sources: BTreeMap<_, _> = model.sources.iter().map(|s| (&s.id, &s.sha256)).collect();
    files.insert("build.json".into(), pretty(&serde_json::json!({ "version": model.version, "content": model.content_sha256, "sources": sources }))?);
    Ok(())
}

/// What hosts and search engines ask for.
fn hosts(model: &Model, input: &Input, files: &mut Files) {
    let mut robots = String::from("User-agent: *\nAllow: /\n");
    let base = input.public_url.as_deref().map(|u| u.trim_end_matches('/'));
    if let Some(base) = base {
        let urls: String = files
            .keys()
            .filter(|f| !f.trim_start_matches("en/").starts_with("embed/"))
            .filter_map(|f| f.strip_suffix("index.html"))
            .map(|f| format!("<url><loc>{base}/{f}</loc></url>\n"))
            .collect();
        files.insert("sitemap.xml".into(), format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n").into_bytes());
        robots.push_str(&format!("Sitemap: {base}/sitemap.xml\n"));
    }
    files.insert("robots.txt".into(), robots.into_bytes());
    // A host answers any depth with this page, so it loads nothing and links only where the root is known.
    let home = base.map_or(String::new(), |b| {
        format!(
            "<p><a href=\"{b}/\">{}</a> · <a href=\"{b}/en/\">{}</a></p>",
            model.title.zh, model.title.en
        )
    });
    let page = format!(
        "<!doctype html>\n<html lang=\"zh-Hans\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{}\"><meta name=\"viewport\" content=\"width=device-width\"><title>404</title></head><body><main><h1>404</h1><p>{}</p><p lang=\"en\">{}</p>{home}</main></body></html>\n",
        view::POLICY,
        model.label("missing", Lang::Zh),
        model.label("missing", Lang::En),
    );
    files.insert("404.html".into(), page.into_bytes());
}

/// Trunk's compiled programs, and the same as a script for pages opened from disk.
fn program(out: &Path, files: &mut Files) {
    for name in PROGRAMS {
        let (Ok(glue), Ok(wasm)) = (
            fs::read(out.join(format!("{name}.js"))),
            fs::read(out.join(format!("{name}_bg.wasm"))),
        ) else {
            continue;
        };
        let text = data_encoding::BASE64.encode(&wasm);
        files.insert(
            format!("assets/{name}_wasm.js"),
            format!("self.{name}Wasm=\"{text}\";\n").into_bytes(),
        );
        files.insert(format!("assets/{name}.js"), glue);
        files.insert(format!("assets/{name}_bg.wasm"), wasm);
    }
}

/// Writes beside `out`, then renames: a failure leaves the old site whole.
fn replace(out: &Path, files: &Files) -> std::io::Result<()> {
    let name = out
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let (new, old) = (
        out.with_file_name(format!("{name}.new")),
        out.with_file_name(format!("{name}.old")),
    );
    for leftover in [&new, &old] {
        if leftover.exists() {
            fs::remove_dir_all(leftover)?;
        }
    }
    for (path, bytes) in files {
        let path = new.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, bytes)?;
    }
    if out.exists() {
        fs::rename(out, &old)?;
    }
    fs::rename(&new, out)?;
    if old.exists() {
        fs::remove_dir_all(&old)?;
    }
    Ok(())
}
