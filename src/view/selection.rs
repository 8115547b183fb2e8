//! The selection that all views share: places, a theme, a level, an actor.
//! The bar is there before any script; the program makes it work, and a style
//! rule hides it where no script runs.

use leptos::prelude::*;

use super::Scene;

pub(super) const LABELS: &[&str] = &[
    "filter.all",
    "filter.claim-elsewhere",
    "filter.count",
    "filter.foreign",
    "filter.reset",
    "filter.title",
    "facet.actor",
    "facet.level",
    "facet.place",
    "facet.theme",
];

/// The facets that a page offers, in order.
fn offered(page: &str) -> &'static [&'static str] {
    match page {
        "timeline" => &["place", "level", "theme", "actor"],
        "overview" | "compare" | "home" | "thread" | "questions" => &["place", "theme"],
        "source" => &["place", "theme", "actor"],
        "actors" => &["place", "actor"],
        _ => &[],
    }
}

/// The bar of a page; nothing where there is nothing to choose.
pub(super) fn bar(s: Scene<'_>, page: &str) -> Option<AnyView> {
    let facets = offered(page);
    if facets.is_empty() {
        return None;
    }
    let m = s.model;
    let parts = facets
        .iter()
        .map(|facet| {
            let name = s.say(match *facet {
                "place" => "facet.place",
                "level" => "facet.level",
                "theme" => "facet.theme",
                _ => "facet.actor",
            });
            let values: Vec<(String, String)> = match *facet {
                "place" => m.places.iter().map(|p| (p.id.clone(), p.short.get(s.lang).to_owned())).collect(),
                "level" => m.levels.iter().map(|l| (l.id.clone(), l.name.get(s.lang).to_owned())).collect(),
                "theme" => m.themes.iter().map(|t| (t.id.clone(), t.name.get(s.lang).to_owned())).collect(),
                _ => m.actors.iter().map(|a| (a.id.clone(), a.name.get(s.lang).to_owned())).collect(),
            };
            if *facet == "place" {
                let chips = values
                    .into_iter()
                    .map(|(id, name)| view! { <li><button type="button" class="chip" aria-pressed="false" data-value=id>{name}</button></li> })
                    .collect_view();
                view! { <ul class="chips" data-facet=*facet aria-label=name>{chips}</ul> }.into_any()
            } else {
                let options = values
                    .into_iter()
                    .map(|(id, name)| view! { <option value=id>{name}</option> })
                    .collect_view();
                view! { <label class="pick"><span>{name}</span><select data-facet=*facet><option value="">{s.say("filter.all")}</option>{options}</select></label> }
                    .into_any()
            }
        })
        .collect_view();
    Some(
        view! {
            <div class="selection" role="group" aria-label=s.say("filter.title") data-island="selection"
                data-label-reset=s.say("filter.reset") data-label-count=s.say("filter.count")
                data-label-foreign=s.say("filter.foreign") data-label-elsewhere=s.say("filter.claim-elsewhere")>
                {parts}
                <p class="told"><span role="status"></span></p>
            </div>
        }
        .into_any(),
    )
}
