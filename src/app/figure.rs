//! What a figure's menu does with a program: a picture in pixels, and words
//! for the clipboard. All of it works from disk.

use js_sys::{Promise, Reflect, encode_uri_component};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    CanvasRenderingContext2d, Element, HtmlAnchorElement, HtmlCanvasElement, HtmlElement,
    HtmlImageElement,
};

use super::{all, attribute, below, chart::call, listen};

/// How many pixels of the picture file stand for one of the page.
const DENSITY: f64 = 2.0;

/// Shows the buttons that a page without program hides.
pub(super) fn start() {
    for figure in all("figure[data-chart]") {
        for button in below(&figure, ".menu button[data-do]") {
            if let Some(item) = button.parent_element() {
                let _ = item.toggle_attribute_with_force("hidden", false);
            }
            let figure = figure.clone();
            listen(&button.clone(), "click", move |_| {
                let (figure, what) = (figure.clone(), attribute(&button, "data-do"));
                spawn_local(async move {
                    let text = words(&figure, &what);
                    let done = match what.as_str() {
                        "png" => save(&figure).await,
                        _ => copy(&text).await,
                    };
                    tell(&figure, done.is_ok(), &what, &text);
                });
            });
        }
    }
}

/// What a button copies.
fn words(figure: &Element, what: &str) -> String {
    let text = |selector: &str| {
        let found = figure.query_selector(selector).ok().flatten();
        found.and_then(|e| e.text_content()).unwrap_or_default()
    };
    match what {
        "cite" => {
            let bibtex = text(".menu pre");
            format!("{}\n{bibtex}", text(".cite")).trim_end().to_owned()
        }
        "link" => {
            let page = location().href().unwrap_or_default();
            let page = page.split('#').next().unwrap_or_default();
            format!("{page}#{}", figure.id())
        }
        "code" => {
            let link = figure.query_selector("[data-embed]").ok().flatten();
            let address = link.and_then(|a| a.dyn_into::<HtmlAnchorElement>().ok());
            let address = address.map(|a| a.href()).unwrap_or_default();
            let title = text("figcaption")
                .replace('&', "&amp;")
                .replace('"', "&quot;");
            let height = figure.query_selector(".picture").ok().flatten();
            let height = height.map_or(400, |p| p.client_height()) + 220;
            format!(
                "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\"></iframe>"
            )
        }
        _ => String::new(),
    }
}

fn tell(figure: &Element, done: bool, what: &str, text: &str) {
    let Ok(Some(menu)) = figure.query_selector(".menu") else {
        return;
    };
    let said = match (done, what) {
        (true, "png") => String::new(),
        (true, _) => attribute(&menu, "data-done"),
        (false, _) => format!("{} {text}", attribute(&menu, "data-failed")),
    };
    if let Ok(Some(status)) = menu.query_selector("[role=status]") {
        status.set_text_content(Some(&said));
    }
}

async fn copy(text: &str) -> Result<(), JsValue> {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into())?;
    let writing: Promise = call(&clipboard, "writeText", &[text.into()])?.dyn_into()?;
    JsFuture::from(writing).await.map(drop)
}

/// The picture with its title and source, in the colours that the reader sees.
async fn save(figure: &Element) -> Result<(), JsValue> {
    let file = attribute(figure, "data-file");
    let loading: Promise = call(&window(), "explorerOption", &[file.clone().into()])?.dyn_into()?;
    let data = JsFuture::from(loading).await?;
    let svg = Reflect::get(&data, &"svg".into())?
        .as_string()
        .ok_or(JsValue::NULL)?;
    let svg = colored(figure, svg)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&format!(
        "data:image/svg+xml;charset=utf-8,{}",
        String::from(encode_uri_component(&svg))
    ));
    JsFuture::from(image.decode()).await?;
    let (width, height) = (
        f64::from(image.width()) * DENSITY,
        f64::from(image.height()) * DENSITY,
    );
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&canvas.to_data_url()?);
    link.set_download(&format!("{file}.png"));
    link.click();
    Ok(())
}

/// `var(--ink)` and the like as the colours that they have on this page now.
fn colored(figure: &Element, mut svg: String) -> Result<String, JsValue> {
    let probe: HtmlElement = document().create_element("i")?.dyn_into()?;
    figure.append_child(&probe)?;
    while let Some(begin) = svg.find("var(--") {
        let Some(end) = svg[begin..].find(')') else {
            break;
        };
        let token = svg[begin..=begin + end].to_owned();
        probe.style().set_property("color", &token)?;
        let color = match window().get_computed_style(&probe)? {
            Some(style) => style.get_property_value("color")?,
            None => break,
        };
        svg = svg.replace(&token, &color);
    }
    probe.remove();
    Ok(svg)
}
