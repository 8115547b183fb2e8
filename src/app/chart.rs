//! A chart comes to life when a reader turns to it. Until then, and whenever
//! anything fails, the picture of the page stays.

use js_sys::{Array, Function, JSON, Object, Promise, Reflect};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, KeyboardEvent, Response};

use super::{all, listen};

/// Placeholders of the option and the page's colours they stand for; the
/// same list as the native `chart::TOKENS`, in its order.
const TOKENS: &[&str] = &[
    "--ink", "--muted", "--line", "--ground", "--c1", "--c2", "--c3",
];

/// Listens on every chart of the page.
pub(super) fn start() {
    for figure in all("figure[data-chart]") {
        let Ok(Some(picture)) = figure.query_selector(".picture") else {
            continue;
        };
        let live = StoredValue::new_local(None::<JsValue>);
        let asked = StoredValue::new(false);
        let wake = {
            let (figure, picture) = (figure.clone(), picture.clone());
            move || {
                if asked.get_value() {
                    return;
                }
                asked.set_value(true);
                let (figure, picture) = (figure.clone(), picture.clone());
                spawn_local(async move {
                    if let Ok(chart) = draw(&figure, &picture).await {
                        live.set_value(Some(chart));
                    }
                });
            }
        };
        for event in ["pointerenter", "focus", "touchstart"] {
            let wake = wake.clone();
            listen(&picture, event, move |_| wake());
        }
        let at = StoredValue::new(None::<usize>);
        listen(&picture, "keydown", move |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
                return;
            };
            let Ok(rows) = figure.query_selector_all("tbody tr") else {
                return;
            };
            let last = (rows.length() as usize).saturating_sub(1);
            let to = match (key.key().as_str(), at.get_value()) {
                ("ArrowDown" | "ArrowRight", now) => now.map_or(0, |n| (n + 1).min(last)),
                ("ArrowUp" | "ArrowLeft", now) => now.map_or(last, |n| n.saturating_sub(1)),
                ("Home", _) => 0,
                ("End", _) => last,
                _ => return,
            };
            key.prevent_default();
            at.set_value(Some(to));
            say(&figure, to);
            if let Some(chart) = live.get_value() {
                // A tooltip that cannot be shown costs nothing: the words are said.
                let _ = point_at(&chart, to);
            }
        });
    }
}

/// The twin table's row, with its headings, in the live region.
fn say(figure: &Element, row: usize) {
    let cells = |selector: &str| {
        let list = figure.query_selector_all(selector).ok();
        list.into_iter()
            .flat_map(|l| (0..l.length()).filter_map(move |i| l.get(i)?.text_content()))
            .collect::<Vec<_>>()
    };
    let head = cells("thead th");
    let values = cells(&format!("tbody tr:nth-child({}) td", row + 1));
    let words: Vec<_> = head
        .iter()
        .zip(&values)
        .map(|(h, v)| format!("{h} {v}"))
        .collect();
    if let Ok(Some(said)) = figure.query_selector(".said") {
        said.set_text_content(Some(&words.join(" · ")));
    }
}

fn call(object: &JsValue, name: &str, args: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &name.into())?.dyn_into()?;
    function.apply(object, &args.iter().collect::<Array>())
}

/// Loads ECharts and the option, and puts the live chart where the picture was.
async fn draw(figure: &Element, picture: &Element) -> Result<JsValue, JsValue> {
    let echarts: Promise = call(&window(), "explorerCharts", &[])?.dyn_into()?;
    let echarts = JsFuture::from(echarts).await?;
    let address = figure.get_attribute("data-option").ok_or(JsValue::NULL)?;
    let answer: Response = JsFuture::from(window().fetch_with_str(&address))
        .await?
        .dyn_into()?;
    let mut option = JsFuture::from(answer.text()?)
        .await?
        .as_string()
        .ok_or(JsValue::NULL)?;
    for (i, token) in TOKENS.iter().enumerate() {
        let placeholder = format!("#0{0}0{0}0{0}", i + 1);
        option = option.replace(&placeholder, &format!("var({token})"));
    }
    let option = JSON::parse(&option)?;
    let size = Object::new();
    Reflect::set(&size, &"renderer".into(), &"svg".into())?;
    Reflect::set(&size, &"width".into(), &picture.client_width().into())?;
    Reflect::set(&size, &"height".into(), &picture.client_height().into())?;
    let still = picture.inner_html();
    picture.set_inner_html("");
    let drawn = call(
        &echarts,
        "init",
        &[picture.into(), JsValue::NULL, size.into()],
    )
    .and_then(|chart| {
        call(&chart, "setOption", &[option])?;
        Ok(chart)
    });
    match &drawn {
        Ok(_) => drop(figure.set_attribute("data-live", "")),
        Err(_) => picture.set_inner_html(&still),
    }
    drawn
}

fn point_at(chart: &JsValue, row: usize) -> Result<JsValue, JsValue> {
    let action = Object::new();
    Reflect::set(&action, &"type".into(), &"showTip".into())?;
    Reflect::set(&action, &"seriesIndex".into(), &0.into())?;
    Reflect::set(&action, &"dataIndex".into(), &(row as u32).into())?;
    call(chart, "dispatchAction", &[action.into()])
}
