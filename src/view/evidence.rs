//! Pages that lead back to the text: reader, actors, terms, questions, data, and chart figures.

use leptos::prelude::*;

use super::{
    PAGES, Scene,
    claim::{evidence, statement},
};
use crate::model::Lang;

/// A chart's picture with its finding, table and downloads; nothing where there is no such chart.
pub(super) fn figure(s: Scene<'_>, id: &str) -> Option<AnyView> {
    let (f, svg) = s.charts.iter().find(|(f, _)| f.id == id)?;
    let file = |ext: &str| format!("@root@data/charts/{}.{}.{ext}", f.id, s.lang.code());
    let head = f
        .table
        .head
        .iter()
        .map(|h| view! { <th scope="col">{h.clone()}</th> })
        .collect_view();
    let rows = f.table.rows.iter().map(|r| view! { <tr>{r.iter().map(|c| view! { <td>{c.clone()}</td> }).collect_view()}</tr> }).collect_view();
    Some(
        view! {
            <figure data-island="chart" data-chart=f.id data-option=file("json") id=format!("chart-{}", f.id)>
                <figcaption>{f.finding.clone()}</figcaption>
                <div class="picture" tabindex="0" role="group" aria-label=f.finding.clone() inner_html=svg.clone()></div>
                <p class="note said" role="status"></p>
                <p class="note">{f.note.clone()}</p>
                <details class="src"><summary>{s.say("chart.table")}</summary><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></details>
                <p class="note"><a href=file("svg")>"SVG"</a>" · "<a href=file("csv")>"CSV"</a>" · "<a href=file("json")>"JSON"</a></p>
            </figure>
        }
        .into_any(),
    )
}

pub(super) fn reader(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let mut paragraphs: Vec<Vec<_>> = Vec::new();
    for x in &m.sentences {
        match paragraphs
            .last_mut()
            .filter(|p: &&mut Vec<&crate::model::SentenceText>| p[0].paragraph == x.paragraph)
        {
            Some(p) => p.push(x),
            None => paragraphs.push(vec![x]),
        }
    }
    let page_of = |id: &str| format!("../{}", super::place_of(m, id));
    let body = paragraphs
        .into_iter()
        .map(|p| {
            let sentences = p
                .into_iter()
                .map(|x| {
                    let cites = x.cited_by.iter().filter_map(|id| m.claim(id)).map(|c| view! { <li><a href=page_of(&c.id)>{c.text.get(s.lang).to_owned()}</a></li> }).collect_view();
                    let n = x.cited_by.len();
                    let cites = (n > 0).then(|| view! { <details class="src"><summary>{s.say("reader.cited").replace("{n}", &n.to_string())}</summary><ul>{cites}</ul></details> });
                    let unused = x.unused.as_ref().map(|t| view! { <p class="why">{t.get(s.lang).to_owned()}</p> });
                    view! {
                        <div class="sentence" id=x.id.clone() data-sentence=x.id.clone()>
                            <a class="n" href=format!("#{}", x.id)>{x.id.clone()}</a>
                            <p lang="zh-Hans">{x.text.clone()}</p><p lang="en">{x.translation.clone()}</p>{cites}{unused}
                        </div>
                    }
                })
                .collect_view();
            view! { <section class="paragraph">{sentences}</section> }
        })
        .collect_view();
    let notes = m.notes.iter().map(|n| view! { <li><b lang="zh-Hans">"“"{n.phrase.clone()}"”"</b>{statement(s, &n.claim)}</li> }).collect_view();
    view! { {body}<h2>{s.say("reader.notes")}</h2><ul class="cards">{notes}</ul> }.into_any()
}

pub(super) fn actors(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let list = m
        .actors
        .iter()
        .map(|a| {
            let relations = m
                .relations
                .iter()
                .filter(|r| r.from == a.id || r.to == a.id)
                .map(|r| {
                    let own = r.from == a.id;
                    let body = if own { statement(s, &r.claim) } else { view! { <p><a href=format!("#{}", r.claim.id)>{r.claim.text.get(s.lang).to_owned()}</a></p> }.into_any() };
                    view! { <li><span class="tags">{s.name_of(&r.from)}" — "{r.verb.get(s.lang).to_owned()}" → "{s.name_of(&r.to)}</span>{body}</li> }
                })
                .collect_view();
            let named = a.named_in.iter().map(|id| view! { <a href=format!("@source@#{id}")>{id.clone()}</a>" " }).collect_view();
            let referred = a
                .referred_in
                .iter()
                .map(|(id, by)| view! { <a href=format!("@source@#{id}")>{id.clone()}</a>" “"<span lang="zh-Hans">{by.clone()}</span>"” "<span class="badge" data-status="inferred">{s.say("status.inferred")}</span>" " })
                .collect_view();
            view! {
                <section class="actor" id=format!("actor-{}", a.id)><h2>{a.name.get(s.lang).to_owned()}" "<small>{s.say(&format!("actor.{}", a.kind))}</small></h2>
                <p class="note">{s.say("actor.named")}" "{named}{referred}</p><ul>{relations}</ul></section>
            }
        })
        .collect_view();
    view! { <div class="sets">{list}</div> }.into_any()
}

pub(super) fn questions(s: Scene<'_>) -> AnyView {
    let up = if s.lang == Lang::En {
        "../../en/"
    } else {
        "../"
    };
    let list = s
        .model
        .questions
        .iter()
        .map(|q| {
            let c = &q.claim;
            let folder = PAGES.iter().find(|p| p.0 == q.view).map_or("", |p| p.1);
            let anchor = q.anchor.as_ref().map(|a| format!("#{a}")).unwrap_or_default();
            let answer = c
                .quotes
                .iter()
                .map(|x| {
                    let translation = (s.lang == Lang::En).then(|| s.model.sentence(x.sentence()).map(|t| view! { <p class="gloss">{t.translation.clone()}</p> }));
                    view! { <blockquote><p lang="zh-Hans">{x.text().to_owned()}</p>{translation}</blockquote> }
                })
                .collect_view();
            view! {
                <li class="claim" id=c.id.clone() data-claim=c.id.clone() data-status=c.status.code()>
                    <h2>{q.question.get(s.lang).to_owned()}</h2><p>{c.text.get(s.lang).to_owned()}</p>{answer}{evidence(s, c)}
                    <p class="note">{s.say(&format!("asker.{}", q.asker))}" · "<a href=format!("{up}{folder}index.html{anchor}")>{s.say(&format!("nav.{}", q.view))}</a></p>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="questions">{list}</ol> }.into_any()
}

pub(super) fn terms(s: Scene<'_>) -> AnyView {
    let list = s
        .model
        .terms
        .iter()
        .map(|t| {
            let places = t.sentences.iter().map(|id| view! { <a href=format!("@source@#{id}")>{id.clone()}</a>" " }).collect_view();
            view! { <li><h2>{t.name.get(s.lang).to_owned()}</h2>{statement(s, &t.claim)}<p class="note">{places}</p></li> }
        })
        .collect_view();
    view! { <ul class="cards">{list}</ul> }.into_any()
}

pub(super) fn data(s: Scene<'_>) -> AnyView {
    let m = s.model;
    let sources = m
        .sources
        .iter()
        .map(|x| {
            view! {
                <dl><div><dt>{s.say("data.title")}</dt><dd>{x.title.get(s.lang).to_owned()}</dd></div><div><dt>{s.say("data.author")}</dt><dd>{x.author.get(s.lang).to_owned()}</dd></div>
                <div><dt>{s.say("data.about")}</dt><dd>{x.about.get(s.lang).to_owned()}</dd></div><div><dt>"SHA-256"</dt><dd><code>{x.sha256.clone()}</code></dd></div>
                <div><dt>{s.say("data.bytes")}</dt><dd>{x.bytes.to_string()}</dd></div>
                <div><dt>{s.say("data.file")}</dt><dd><a href=format!("@root@data/seeds/{}", x.file)>{x.file.clone()}</a></dd></div></dl>
            }
        })
        .collect_view();
    let files = ["claims.json", "claims.csv", "explorer.json"]
        .iter()
        .map(|f| view! { <li><a href=format!("@root@data/{f}")>{*f}</a></li> })
        .collect_view();
    view! { <h2>{s.say("data.source")}</h2>{sources}<h2>{s.say("data.files")}</h2><ul>{files}</ul><h2>{s.say("data.check")}</h2><p>{s.say("data.how")}</p>{figure(s, "coverage-sentences")} }.into_any()
}
