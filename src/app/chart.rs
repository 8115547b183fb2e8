//! A chart comes to life when a reader turns to it. Until then, and whenever
//! anything fails, the picture of the page stays; the live one lies on it.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::{after_paint, all, attribute, below, listen, painted, put};

/// A chart of the page and what is alive of it.
#[derive(Clone, Copy)]
struct Figure {
    element: StoredValue<Element, LocalStorage>,
    live: StoredValue<Option<Live>, LocalStorage>,
    asked: StoredValue<bool>,
    at: StoredValue<Option<usize>>,
    /// The rows that the live chart highlights.
    lit: StoredValue<Vec<usize>>,
}

/// A live chart: ECharts' object, the rows' marks, and where and how large it is drawn.
#[derive(Clone)]
struct Live {
    chart: JsValue,
    marks: Array,
    host: Element,
    stage: HtmlElement,
    width: f64,
}

/// Listens on every chart of the page.
pub(super) fn start() {
    for element in all("figure[data-chart]") {
        let Ok(Some(picture)) = element.query_selector(".picture") else {
            continue;
        };
        let figure = Figure {
            element: StoredValue::new_local(element),
            live: StoredValue::new_local(None),
            asked: StoredValue::new(false),
            at: StoredValue::new(None),
            lit: StoredValue::default(),
        };
        for event in ["pointerenter", "focus", "touchstart"] {
            listen(&picture, event, move |_| figure.wake());
        }
        listen(&picture, "blur", move |_| figure.leave());
        listen(&picture, "keydown", move |event| {
            if let Some(key) = event.dyn_ref::<KeyboardEvent>()
                && figure.key(&key.key())
            {
                event.prevent_default();
            }
        });
        window_event_listener_untyped("resize", move |_| figure.fit());
        // The program often starts on the very gesture that turns to a chart.
        if picture.matches(":hover, :focus").unwrap_or(false) {
            figure.wake();
        }
    }
}

impl Figure {
    fn rows(self) -> Vec<Element> {
        self.element.with_value(|e| below(e, "tbody tr"))
    }

    /// Starts the live chart in the form that is shown now, and puts away one in the other form.
    fn wake(self) {
        let shown = self
            .live
            .with_value(|l| l.as_ref().is_none_or(|l| l.host.client_width() > 0));
        if self.asked.get_value() && shown {
            return;
        }
        self.asked.set_value(true);
        if let Some(old) = self.live.get_value() {
            self.live.set_value(None);
            old.remove();
        }
        spawn_local(async move {
            let Ok(live) = draw(&self.element.get_value()).await else {
                // The picture stays, and the next touch tries again.
                self.asked.set_value(false);
                return;
            };
            self.live.set_value(Some(live.clone()));
            self.hover(&live);
            self.lit.set_value(Vec::new());
            self.light(self.at.get_value().into_iter().collect());
        });
    }

    /// Moves along the rows; true where the key was one of ours.
    fn key(self, key: &str) -> bool {
        let last = self.rows().len().saturating_sub(1);
        let to = match (key, self.at.get_value()) {
            ("ArrowDown" | "ArrowRight", now) => now.map_or(0, |n| (n + 1).min(last)),
            ("ArrowUp" | "ArrowLeft", now) => now.map_or(last, |n| n.saturating_sub(1)),
            ("Home", _) => 0,
            ("End", _) => last,
            ("Escape", Some(_)) => {
                self.leave();
                return true;
            }
            _ => return false,
        };
        self.at.set_value(Some(to));
        self.show(&[to]);
        true
    }

    fn leave(self) {
        self.at.set_value(None);
        self.show(&[]);
    }

    /// Highlights rows in the chart and in the table, and says one that stands alone.
    fn show(self, rows: &[usize]) {
        for (i, row) in self.rows().iter().enumerate() {
            put(row, "data-at", rows.contains(&i).then_some(""));
        }
        self.say(if rows.len() == 1 {
            rows.first().copied()
        } else {
            None
        });
        // The words answer first; the picture follows in the next frame.
        let rows = rows.to_vec();
        after_paint(move || self.light(rows));
    }

    /// Highlights rows in the live chart, and those from before no longer.
    fn light(self, rows: Vec<usize>) {
        let before = self.lit.get_value();
        if let Some(live) = self.live.get_value()
            && before != rows
        {
            // A highlight that fails costs nothing: the words are said.
            let _ = live.act("downplay", &before);
            let _ = live.act("highlight", &rows);
            self.lit.set_value(rows);
        }
    }

    /// The twin table's row, with its headings, in the live region.
    fn say(self, row: Option<usize>) {
        let figure = self.element.get_value();
        let text = |e: &Element| e.text_content().unwrap_or_default();
        let cells = row.and_then(|n| self.rows().get(n).map(|r| below(r, "th, td")));
        let words: Vec<_> = below(&figure, "thead th")
            .iter()
            .zip(cells.unwrap_or_default())
            .map(|(head, cell)| format!("{} {}", text(head), text(&cell)))
            .collect();
        if let Ok(Some(said)) = figure.query_selector(".said") {
            said.set_text_content(Some(&words.join(" · ")));
        }
    }

    /// What the pointer is on shows like what a key leads to.
    fn hover(self, live: &Live) {
        let marks = live.marks.clone();
        let over = Closure::<dyn FnMut(JsValue)>::new(move |what: JsValue| {
            let same = |mark: &JsValue| {
                ["seriesIndex", "dataIndex", "dataType"].iter().all(|name| {
                    let value = |of: &JsValue| Reflect::get(of, &(*name).into()).ok();
                    let own = value(mark).unwrap_or_default();
                    own.is_undefined() || Some(own) == value(&what)
                })
            };
            let rows: Vec<usize> = (0..marks.length())
                .filter(|row| Array::from(&marks.get(*row)).iter().any(|m| same(&m)))
                .map(|row| row as usize)
                .collect();
            self.show(&rows);
        });
        let out = Closure::<dyn FnMut(JsValue)>::new(move |_: JsValue| {
            let kept: Vec<usize> = self.at.get_value().into_iter().collect();
            self.show(&kept);
        });
        for (event, handler) in [("mouseover", over), ("mouseout", out)] {
            // Without it the chart still answers to keys.
            let _ = call(&live.chart, "on", &[event.into(), handler.into_js_value()]);
        }
    }

    fn fit(self) {
        self.live.with_value(|live| {
            if let Some(live) = live {
                live.fit();
            }
        });
    }
}

impl Live {
    fn remove(&self) {
        // What cannot be disposed of goes with its stage.
        let _ = call(&self.chart, "dispose", &[]);
        self.stage.remove();
        let _ = self.host.toggle_attribute_with_force("data-live", false);
    }

    /// The stage is as large as the chart was made for, scaled to the picture's room.
    fn fit(&self) {
        let scale = f64::from(self.host.client_width()) / self.width;
        set_style(&self.stage, "transform", &format!("scale({scale})"));
    }

    fn act(&self, action: &str, rows: &[usize]) -> Result<(), JsValue> {
        for row in rows {
            for mark in Array::from(&self.marks.get(*row as u32)).iter() {
                let what = Object::assign(&Object::new(), mark.unchecked_ref());
                Reflect::set(&what, &"type".into(), &action.into())?;
                call(&self.chart, "dispatchAction", &[what.into()])?;
            }
        }
        Ok(())
    }
}

pub(super) fn call(object: &JsValue, name: &str, args: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &name.into())?.dyn_into()?;
    function.apply(object, &args.iter().collect::<Array>())
}

fn set_style(element: &HtmlElement, name: &str, value: &str) {
    // A value that is refused leaves the element as it was.
    let _ = element.style().set_property(name, value);
}

/// Loads ECharts and the chart's data, and lays the live chart on the picture that is shown.
async fn draw(figure: &Element) -> Result<Live, JsValue> {
    let file = attribute(figure, "data-file");
    let loading: Promise = call(&window(), "explorerCharts", &[file.into()])?.dyn_into()?;
    let loaded = Array::from(&JsFuture::from(loading).await?);
    let (echarts, data) = (loaded.get(0), loaded.get(1));
    // To load, to begin and to draw are three tasks: what a reader presses meanwhile gets its turn.
    painted().await;
    let hosts = below(figure, ".picture > div");
    let form = hosts.iter().position(|h| h.client_width() > 0).unwrap_or(0);
    let host = hosts.get(form).ok_or(JsValue::NULL)?.clone();
    let pictures = Array::from(&Reflect::get(&data, &"pictures".into())?);
    let picture = pictures.get(form as u32);
    let part = |name: &str| Reflect::get(&picture, &name.into());
    let (width, height) = (part("width")?, part("height")?);
    let stage: HtmlElement = document().create_element("div")?.dyn_into()?;
    stage.set_class_name("stage");
    for (name, value) in [("width", &width), ("height", &height)] {
        set_style(
            &stage,
            name,
            &format!("{}px", value.as_f64().unwrap_or(0.0)),
        );
    }
    host.append_child(&stage)?;
    let live = Live {
        marks: Array::from(&part("marks")?),
        width: width.as_f64().unwrap_or(1.0),
        chart: JsValue::NULL,
        host,
        stage,
    };
    live.fit();
    let size = Object::new();
    for (name, value) in [
        ("renderer", &"svg".into()),
        ("width", &width),
        ("height", &height),
    ] {
        Reflect::set(&size, &name.into(), value)?;
    }
    let begun = call(
        &echarts,
        "init",
        &[live.stage.clone().into(), JsValue::NULL, size.into()],
    );
    painted().await;
    let chart = begun.and_then(|chart| {
        call(&chart, "setOption", &[part("option")?])?;
        Ok(chart)
    });
    match chart {
        Ok(chart) => {
            live.host.set_attribute("data-live", "")?;
            figure.set_attribute("data-live", "")?;
            Ok(Live { chart, ..live })
        }
        Err(problem) => {
            live.stage.remove();
            Err(problem)
        }
    }
}
