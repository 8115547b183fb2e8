//! The briefing: slides, and the cuts that hold them.

use serde::Serialize;

use super::{Lang, Model, Text};

/// How fast a speaker is taken to speak, a minute.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Rate {
    /// Chinese characters.
    pub zh: u32,
    /// English words.
    pub en: u32,
}

impl Rate {
    /// The rate of one edition.
    #[must_use]
    pub fn get(self, lang: Lang) -> u32 {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// A briefing of a certain length.
#[derive(Debug, Clone, Serialize)]
pub struct Cut {
    /// File name without its ending.
    pub id: String,
    /// What readers see.
    pub name: Text,
    /// How long it takes.
    pub minutes: u32,
}

/// A slide: one message.
#[derive(Debug, Clone, Serialize)]
pub struct Slide {
    /// File name without its ending.
    pub id: String,
    /// The shortest cut that holds it.
    pub cut: String,
    /// The message.
    pub title: Text,
    /// What is drawn: one of [`PICTURES`].
    pub picture: String,
    /// Id of what is drawn, where the picture shows one thing.
    pub of: Option<String>,
    /// Rows of a comparison, by dimension id.
    pub dimensions: Vec<String>,
    /// Words beside the picture or in its place.
    pub lines: Vec<Text>,
    /// Ids of the claims that it rests on.
    pub claims: Vec<String>,
    /// What the speaker says.
    pub notes: Text,
}

/// What a slide may show, and the kind of thing that `of` names.
pub const PICTURES: [(&str, Option<&str>); 13] = [
    ("actors", Some("actors")),
    ("chart", Some("charts")),
    ("comparison", None),
    ("gaps", None),
    ("lessons", None),
    ("lines", None),
    ("problems", None),
    ("quote", Some("sentences")),
    ("recommendation", Some("recommendations")),
    ("recommendations", None),
    ("set", Some("sets")),
    ("thread", None),
    ("timeline", None),
];

/// Ids of the charts that a slide may show.
pub const CHARTS: &[&str] = &[
    "coverage-dimensions",
    "coverage-sentences",
    "events-by-place",
];

impl Model {
    /// The slides of a cut: its own and those of every shorter one.
    pub fn slides_of(&self, cut: &str) -> impl Iterator<Item = &Slide> {
        let last = self
            .cuts
            .iter()
            .position(|c| c.id == cut)
            .map_or(0, |i| i + 1);
        let held: Vec<&str> = self.cuts[..last].iter().map(|c| c.id.as_str()).collect();
        self.slides
            .iter()
            .filter(move |s| held.contains(&s.cut.as_str()))
    }
}

/// How long a text is to a speaker: in Chinese every character and every run
/// of Latin letters counts one; in English every word.
#[must_use]
pub fn spoken(text: &str, lang: Lang) -> usize {
    match lang {
        Lang::En => text.split_whitespace().count(),
        Lang::Zh => {
            let mut count = 0;
            let mut latin = false;
            for c in text.chars() {
                let letter = c.is_ascii_alphabetic();
                count += usize::from(c.is_alphanumeric() && !(letter && latin));
                latin = letter;
            }
            count
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_and_words_are_counted_as_they_are_spoken() {
        assert_eq!(spoken("2014 年，GE 与 AT&T。", Lang::Zh), 4 + 1 + 1 + 1 + 2);
        assert_eq!(spoken("In 2014, GE and  AT&T.\n", Lang::En), 5);
        assert_eq!(spoken("", Lang::Zh), 0);
    }
}
