//! Pointing: one part of a slide stands out, and what is known of it is told in a line.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::{
    super::{attribute, below},
    Deck, mark,
};

/// What can be pointed at, in the order of the page.
const PARTS: &str = ".show :is([data-claim], [data-say], .lines li)";
/// What answers to the mouse as well; elsewhere a click goes on.
const LIVE: &str = ".show :is(.bars [data-say], .mark, .strands line)";

fn shown(part: &Element) -> bool {
    let step = part.closest("[data-step]").ok().flatten();
    step.is_none_or(|s| s.has_attribute("data-on"))
}

impl Deck {
    fn parts(&self) -> Vec<Element> {
        below(&self.slides[self.place.get_value().slide], PARTS)
    }

    /// Points at the next part that is built, or at the one before; beyond the ends at none.
    pub(super) fn point(&self, on: bool) {
        let parts = self.parts();
        let built = (1..=parts.len()).filter(|n| shown(&parts[n - 1]));
        let now = self.place.get_value().point as usize;
        let to = match (on, now) {
            (true, _) => built.into_iter().find(|n| *n > now),
            (false, 0) => built.into_iter().next_back(),
            (false, _) => built.into_iter().rfind(|n| *n < now),
        };
        self.point_at(to.unwrap_or(0) as u32);
    }

    /// Points at a part by its number, counted from one; at none with zero.
    pub(super) fn point_at(&self, point: u32) {
        let was = self.place.get_value();
        if was.point == point {
            return;
        }
        self.settle(super::Place {
            point,
            turn: was.turn + 1,
            ..was
        });
        self.tell();
    }

    /// Points at the live part below the mouse, if there is one. A press on it is kept, and
    /// a second one lets it go.
    pub(super) fn point_under(&self, event: &Event, press: bool) -> bool {
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let part = target.and_then(|t| t.closest(LIVE).ok().flatten());
        let at = part.and_then(|p| self.parts().iter().position(|x| *x == p));
        let kept = self.kept.get_value();
        match at.map(|n| n as u32 + 1) {
            Some(n) if press => {
                self.kept.set_value(if kept == n { 0 } else { n });
                self.point_at(if kept == n { 0 } else { n });
                true
            }
            Some(n) => {
                self.hovered.set_value(true);
                self.point_at(n);
                true
            }
            None => {
                // Keys' pointing stays where the mouse only passes by.
                if !press && self.hovered.get_value() {
                    self.hovered.set_value(false);
                    self.point_at(kept);
                }
                false
            }
        }
    }

    /// Marks the part that is pointed at, and tells of it on the slide and aloud.
    pub(super) fn draw_point(&self) {
        for old in below(&self.root, ".pointed") {
            old.remove();
        }
        let p = self.place.get_value();
        let slide = &self.slides[p.slide];
        let parts = self.parts();
        let at = (p.point as usize).checked_sub(1);
        for old in below(&self.root, "[data-at]") {
            mark(&old, "data-at", false);
        }
        for other in &self.slides {
            mark(other, "data-pointing", false);
        }
        let Some(part) = at.and_then(|n| parts.get(n)) else {
            return;
        };
        mark(slide, "data-pointing", true);
        mark(part, "data-at", true);
        let words = self.told_of(slide, part);
        self.say(&words, false);
        // A line of a slide says what it says; nothing is to be added.
        if !part.has_attribute("data-claim") && !part.has_attribute("data-say") {
            return;
        }
        if let Ok(line) = document().create_element("p")
            && let Some(inner) = below(slide, ".inner").first()
        {
            line.set_class_name("pointed");
            let _ = line.set_attribute("aria-hidden", "true");
            line.set_text_content(Some(&words));
            let _ = inner.append_child(&line);
        }
    }

    /// The statement and the numbers of its sentences; of a chart's part, its number and what is counted.
    fn told_of(&self, slide: &Element, part: &Element) -> String {
        let text = |e: &Element| e.text_content().unwrap_or_default().trim().to_owned();
        let said = attribute(part, "data-say");
        let mut words = if said.is_empty() {
            let claim = attribute(part, "data-claim");
            let sources = below(slide, "details [data-claim]");
            match sources.iter().find(|s| attribute(s, "data-claim") == claim) {
                Some(source) => below(source, ".text, .badge, a").iter().map(text).collect(),
                None => vec![text(part)],
            }
        } else {
            let notes = below(slide, ".show > .small");
            std::iter::once(said)
                .chain(notes.iter().map(text))
                .collect()
        };
        words.dedup();
        words.join(" · ")
    }
}
