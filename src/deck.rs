//! Decks: a cut of the briefing as plain data, from which the pages, the
//! editable slides and the handouts are all made.

mod picture;

use serde::Serialize;

use crate::{
    chart::Figure,
    model::{Claim, Lang, Model, Slide, Status, Text, spoken},
};

pub use picture::{Card, Edge, Lane, Mark, Node, Picture, Row, Series, TableCell, Undated, Wire};

/// Words that decks ask content for.
pub const LABELS: &[&str] = &["deck.missing", "deck.others"];

/// A cut in one language.
#[derive(Debug, Clone, Serialize)]
pub struct Deck {
    /// The cut's id.
    pub id: String,
    /// `zh` or `en`.
    pub lang: Lang,
    /// Language tag (BCP 47).
    pub tag: &'static str,
    /// The site's title.
    pub title: String,
    /// The cut's name.
    pub name: String,
    /// How long it takes.
    pub minutes: u32,
    /// Characters (Chinese) or words (English) a minute.
    pub rate: u32,
    /// Characters or words of all the notes.
    pub count: usize,
    /// Who answers for it.
    pub publisher: String,
    /// The text that it is about.
    pub source: String,
    /// In order.
    pub slides: Vec<DeckSlide>,
}

/// A slide with everything that is shown, said or looked up.
#[derive(Debug, Clone, Serialize)]
pub struct DeckSlide {
    /// The slide's id, and its fragment in the address.
    pub id: String,
    /// Counted from one.
    pub number: usize,
    /// The message.
    pub title: String,
    /// Stated where every claim is, absent where every claim is, else inferred.
    pub status: Status,
    /// Words beside the picture or in its place.
    pub lines: Vec<String>,
    /// What is drawn.
    pub picture: Option<Picture>,
    /// The picture in words.
    pub alt: String,
    /// What the speaker says.
    pub notes: String,
    /// Characters or words of the notes.
    pub count: usize,
    /// The claims that it rests on.
    pub sources: Vec<SourceNote>,
}

/// A claim with its sentences, for the notes.
#[derive(Debug, Clone, Serialize)]
pub struct SourceNote {
    /// Id of the claim.
    pub claim: String,
    /// Where it stands towards the source.
    pub status: Status,
    /// The statement.
    pub text: String,
    /// The editors' reading.
    pub why: Option<String>,
    /// Words looked for and not found.
    pub sought: Vec<String>,
    /// Their language tag (BCP 47).
    pub lang: &'static str,
    /// Its sentences.
    pub quotes: Vec<QuoteNote>,
}

/// Words of the source, in the source's language.
#[derive(Debug, Clone, Serialize)]
pub struct QuoteNote {
    /// Such as `p2s4`.
    pub sentence: String,
    /// The words.
    pub text: String,
    /// Their language tag (BCP 47).
    pub lang: &'static str,
    /// The sentence in the edition's language, where that is another.
    pub translation: Option<String>,
}

/// The deck of every cut, the shortest first.
#[must_use]
pub fn decks(model: &Model, figures: &[Figure], lang: Lang) -> Vec<Deck> {
    model
        .cuts
        .iter()
        .map(|cut| {
            let slides: Vec<_> = model
                .slides_of(&cut.id)
                .enumerate()
                .map(|(i, s)| slide(model, figures, lang, i + 1, s))
                .collect();
            Deck {
                id: cut.id.clone(),
                lang,
                tag: lang.tag(),
                title: model.title.get(lang).to_owned(),
                name: cut.name.get(lang).to_owned(),
                minutes: cut.minutes,
                rate: model.rate.get(lang),
                count: slides.iter().map(|s| s.count).sum(),
                publisher: model.publisher.get(lang).to_owned(),
                source: model
                    .sources
                    .first()
                    .map_or(String::new(), |s| s.title.get(lang).to_owned()),
                slides,
            }
        })
        .collect()
}

fn slide(m: &Model, figures: &[Figure], lang: Lang, number: usize, s: &Slide) -> DeckSlide {
    let claims: Vec<&Claim> = s.claims.iter().filter_map(|id| m.claim(id)).collect();
    let all = |status| claims.iter().all(|c| c.status == status);
    let status = match () {
        () if all(Status::Stated) => Status::Stated,
        () if all(Status::Absent) => Status::Absent,
        () => Status::Inferred,
    };
    let say = |t: &Text| t.get(lang).to_owned();
    let picture = picture::picture(m, figures, lang, s);
    let notes = say(&s.notes);
    DeckSlide {
        id: s.id.clone(),
        number,
        title: say(&s.title),
        status,
        lines: s.lines.iter().map(say).collect(),
        alt: picture
            .as_ref()
            .map_or(String::new(), |p| p.described(figures)),
        picture,
        count: spoken(&notes, lang),
        notes,
        sources: claims.iter().map(|c| source(m, lang, c)).collect(),
    }
}

fn source(m: &Model, lang: Lang, c: &Claim) -> SourceNote {
    SourceNote {
        claim: c.id.clone(),
        status: c.status,
        text: c.text.get(lang).to_owned(),
        why: c.why.as_ref().map(|w| w.get(lang).to_owned()),
        sought: c.sought.clone(),
        lang: m.lang_of(c).tag(),
        quotes: c
            .quotes
            .iter()
            .map(|q| QuoteNote {
                sentence: q.sentence().to_owned(),
                text: q.text().to_owned(),
                lang: q.lang().tag(),
                translation: translation(m, lang, q.sentence()),
            })
            .collect(),
    }
}

/// A sentence in the edition's language, where the source's is another.
fn translation(m: &Model, lang: Lang, sentence: &str) -> Option<String> {
    m.sentence(sentence)?.gloss(lang).map(str::to_owned)
}

/// A file that readers may take with them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Download {
    /// `pptx`, `handout`, `text`, `briefing` or `explorer`.
    pub kind: &'static str,
    /// Below the site's root.
    pub path: String,
}

/// The files of a cut: editable slides, the handout and the text handout.
#[must_use]
pub fn downloads(cut: &str, lang: Lang) -> Vec<Download> {
    let code = lang.code();
    [
        ("pptx", format!("briefing/{cut}.{code}.pptx")),
        ("handout", format!("briefing/{cut}-handout.{code}.pdf")),
        ("text", format!("briefing/{cut}-text.{code}.pdf")),
    ]
    .map(|(kind, path)| Download { kind, path })
    .to_vec()
}

/// What an edition gives to take away: briefing and explorer as single files, the argument as one picture.
#[must_use]
pub fn single_files(lang: Lang) -> Vec<Download> {
    let code = lang.code();
    let single = ["briefing", "explorer"].map(|kind| Download {
        kind,
        path: format!("{kind}.{code}.html"),
    });
    let poster = Download {
        kind: "poster",
        path: format!("images/poster.{code}.png"),
    };
    single.into_iter().chain([poster]).collect()
}
