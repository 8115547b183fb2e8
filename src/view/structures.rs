//! Structures that the text itself builds, each drawn by its kind: levels,
//! strengths, tiers, directions, scope, roles, counts.

use leptos::prelude::*;

use super::{
    Scene,
    claim::{evidence, statement},
};
use crate::model::{Cell, Claim, Dimension, Model, Relation, Set, SetItem, Text};

pub(super) const LABELS: &[&str] = &["set.field", "set.not-to-scale", "set.open"];

/// Whether a structure is about the place that the advice is for.
pub(super) fn of_home(m: &Model, x: &Set) -> bool {
    m.places
        .iter()
        .any(|p| p.home && x.place.as_ref() == Some(&p.id))
}

/// A structure of the text: its members in the text's order, an open end where the text leaves one.
pub(super) fn set(s: Scene<'_>, x: &Set) -> AnyView {
    let ladder = (x.kind == "strengths").then(|| ladder(s, x)).flatten();
    let body = ladder.unwrap_or_else(|| list(s, x));
    let marks = x.count.map(|n| {
        let marks = (0..n).map(|_| view! { <i></i> }).collect_view();
        view! { <p class="marks" aria-hidden="true">{marks}</p> }
    });
    let f = s.facets(&x.claim.id);
    view! {
        <section class="set" data-kind=x.kind.clone() data-item="" data-places=f.places()>
            <h2>{x.title.get(s.lang).to_owned()}</h2>
            {marks}{statement(s, &x.claim)}{body}
        </section>
    }
    .into_any()
}

/// The members as a list, which the stylesheet draws as tiers, arrows or an open box.
fn list(s: Scene<'_>, x: &Set) -> AnyView {
    if x.items.is_empty() {
        return ().into_any();
    }
    let items = x
        .items
        .iter()
        .map(|i| {
            let acts = acts(s, i);
            let c = &i.claim;
            let headed = x.kind == "levels";
            let name = headed.then(|| view! { <h3>{i.name.get(s.lang).to_owned()}</h3> });
            let words = if headed {
                c.text.get(s.lang).to_owned().into_any()
            } else {
                emphasised(s, c, &i.name)
            };
            view! {
                <li>
                    <div class="claim" id=c.id.clone() data-claim=c.id.clone() data-status=c.status.code()>
                        {name}<p>{words}</p>{evidence(s, c)}
                    </div>
                    {acts}
                </li>
            }
        })
        .collect_view();
    let open = x
        .open
        .then(|| view! { <li class="open">{s.say("set.open")}</li> });
    view! { <ol class="members">{items}{open}</ol> }.into_any()
}

/// A statement with the member's name made bold in it, or before it where it does not hold it.
fn emphasised(s: Scene<'_>, c: &Claim, name: &Text) -> AnyView {
    let (text, name) = (c.text.get(s.lang), name.get(s.lang));
    let at = text
        .to_ascii_lowercase()
        .find(&name.to_ascii_lowercase())
        .map(|from| text.split_at(from))
        .map(|(before, rest)| (before, rest.split_at(name.len())));
    match at {
        Some((before, (name, after))) => {
            view! { {before.to_owned()}<b>{name.to_owned()}</b>{after.to_owned()} }.into_any()
        }
        None => view! { <b>{name.to_owned()}</b>" "{text.to_owned()} }.into_any(),
    }
}

/// Who does what with whom among a member's actors: those of one verb and one end together.
fn acts(s: Scene<'_>, i: &SetItem) -> Option<AnyView> {
    let m = s.model;
    let when = |r: &Relation| {
        let own = |e: &crate::model::Event| Some(&e.id) == r.event.as_ref();
        m.events.iter().position(own).unwrap_or(m.events.len())
    };
    let mut own: Vec<&Relation> = m
        .relations
        .iter()
        .filter(|r| i.actors.contains(&r.from) && i.actors.contains(&r.to))
        .collect();
    own.sort_by_key(|r| when(r));
    let mut groups: Vec<Vec<&Relation>> = Vec::new();
    for r in own {
        match groups
            .iter_mut()
            .find(|g| g[0].to == r.to && g[0].verb.zh == r.verb.zh)
        {
            Some(group) => group.push(r),
            None => groups.push(vec![r]),
        }
    }
    if groups.is_empty() {
        return None;
    }
    let rows = groups
        .into_iter()
        .map(|group| {
            let verb = group[0].verb.get(s.lang).to_owned();
            let to = s.name_of(&group[0].to);
            let from = group
                .into_iter()
                .map(|r| view! { <a href=format!("#{}", r.claim.id)>{s.name_of(&r.from)}</a>" " })
                .collect_view();
            view! { <li><span class="from">{from}</span><span class="verb">{verb}</span><span class="to">{to}</span></li> }
        })
        .collect_view();
    Some(view! { <ul class="acts">{rows}</ul> }.into_any())
}

/// The row and cell of the comparison that say what a member of `strengths` says.
fn rated<'a>(m: &'a Model, i: &SetItem) -> Option<(&'a Dimension, &'a Cell, &'a Text)> {
    m.dimensions.iter().find_map(|d| {
        let cell = d.cells.get(i.place.as_ref()?)?;
        let words = cell.words.as_ref()?;
        i.name.zh.contains(&words.zh).then_some((d, cell, words))
    })
}

/// Places on the steps of the text's own degree words, a column a field. The words' order is that
/// in which content lists them; `None` where a member has no such word.
fn ladder(s: Scene<'_>, x: &Set) -> Option<AnyView> {
    let m = s.model;
    let rated: Vec<_> = x
        .items
        .iter()
        .map(|i| rated(m, i).map(|(d, _, w)| (i, d, w)))
        .collect::<Option<_>>()?;
    let (mut fields, mut steps): (Vec<&Dimension>, Vec<&Text>) = (Vec::new(), Vec::new());
    for (_, d, w) in &rated {
        if !fields.iter().any(|f| f.id == d.id) {
            fields.push(d);
        }
        if !steps.iter().any(|t| t.zh == w.zh) {
            steps.push(w);
        }
    }
    let head = fields
        .iter()
        .map(|d| view! { <th scope="col">{d.name.get(s.lang).to_owned()}</th> })
        .collect_view();
    let rows = steps
        .iter()
        .map(|step| {
            let cells = fields
                .iter()
                .map(|field| {
                    let here = rated
                        .iter()
                        .filter(|(_, d, w)| d.id == field.id && w.zh == step.zh)
                        .map(|(i, _, _)| member(s, i))
                        .collect_view();
                    view! { <td data-label=field.name.get(s.lang).to_owned()>{here}</td> }
                })
                .collect_view();
            let source = s.model.lang_of(&x.claim);
            let own = (s.lang != source)
                .then(|| view! { <small lang=source.tag()>{step.get(source).to_owned()}</small> });
            view! { <tr><th scope="row">{step.get(s.lang).to_owned()}{own}</th>{cells}</tr> }
        })
        .collect_view();
    Some(
        view! {
            <table class="ladder"><caption>{s.say("set.not-to-scale")}</caption>
            <thead><tr><th scope="col">{s.say("set.field")}</th>{head}</tr></thead><tbody>{rows}</tbody></table>
        }
        .into_any(),
    )
}

/// A place on a step of the ladder.
fn member(s: Scene<'_>, i: &SetItem) -> AnyView {
    let place = i.place.as_ref().and_then(|id| s.model.place(id)).map(|p| {
        view! { <b class="at" data-color=p.color.to_string()>{p.short.get(s.lang).to_owned()}</b> }
    });
    view! { <div class="member">{place}{statement(s, &i.claim)}</div> }.into_any()
}
