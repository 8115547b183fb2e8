//! What each claim is about, as ids: what readers select by.

use std::collections::{BTreeMap, BTreeSet};

use super::{Model, Quote};

/// What a claim is about, as ids: what readers select by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    places: BTreeSet<String>,
    levels: BTreeSet<String>,
    actors: BTreeSet<String>,
    themes: BTreeSet<String>,
}

impl Facets {
    fn add(&mut self, other: Facets) {
        self.places.extend(other.places);
        self.levels.extend(other.levels);
        self.actors.extend(other.actors);
        self.themes.extend(other.themes);
    }

    fn list(ids: &BTreeSet<String>) -> String {
        ids.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// Place ids, separated by spaces: the value of `data-places`.
    #[must_use]
    pub fn places(&self) -> String {
        Facets::list(&self.places)
    }

    /// Level ids: the value of `data-levels`.
    #[must_use]
    pub fn levels(&self) -> String {
        Facets::list(&self.levels)
    }

    /// Actor ids: the value of `data-actors`.
    #[must_use]
    pub fn actors(&self) -> String {
        Facets::list(&self.actors)
    }

    /// Theme ids: the value of `data-themes`.
    #[must_use]
    pub fn themes(&self) -> String {
        Facets::list(&self.themes)
    }
}

fn facets<'a>(
    places: impl IntoIterator<Item = &'a String>,
    levels: impl IntoIterator<Item = &'a String>,
    actors: impl IntoIterator<Item = &'a String>,
    themes: impl IntoIterator<Item = &'a String>,
) -> Facets {
    Facets {
        places: places.into_iter().cloned().collect(),
        levels: levels.into_iter().cloned().collect(),
        actors: actors.into_iter().cloned().collect(),
        themes: themes.into_iter().cloned().collect(),
    }
}

impl Model {
    /// What a claim is about. Links and gaps are about what they join; terms,
    /// notes and questions about what the sentences they quote are about.
    #[must_use]
    pub fn facets(&self, claim: &str) -> Facets {
        let own = self.own_facets();
        if let Some(f) = own.get(claim) {
            return f.clone();
        }
        let mut out = Facets::default();
        let ends = self
            .links
            .iter()
            .filter(|l| l.claim.id == claim)
            .flat_map(|l| [&l.from, &l.to])
            .chain(
                self.gaps
                    .iter()
                    .filter(|g| g.claim.id == claim)
                    .map(|g| &g.of),
            );
        let mut joined = false;
        for end in ends {
            joined = true;
            out.add(own.get(end.as_str()).cloned().unwrap_or_default());
        }
        if let Some(c) = self.claim(claim).filter(|_| !joined) {
            let ids: Vec<_> = c
                .quotes
                .iter()
                .flat_map(Quote::sentences)
                .cloned()
                .collect();
            out = self.facets_of_sentences(&ids);
        }
        out
    }

    /// What the claims that quote some sentences are about.
    #[must_use]
    pub fn facets_of_sentences(&self, ids: &[String]) -> Facets {
        let own = self.own_facets();
        let mut out = Facets::default();
        self.claims()
            .filter(|c| {
                c.quotes
                    .iter()
                    .flat_map(Quote::sentences)
                    .any(|s| ids.contains(s))
            })
            .filter_map(|c| own.get(c.id.as_str()))
            .for_each(|f| out.add(f.clone()));
        out
    }

    /// By claim id, for the claims that content places themselves.
    fn own_facets(&self) -> BTreeMap<&str, Facets> {
        let home: Vec<String> = self
            .places
            .iter()
            .filter(|p| p.home)
            .map(|p| p.id.clone())
            .collect();
        let mut out = BTreeMap::new();
        for e in &self.events {
            out.insert(
                e.claim.id.as_str(),
                facets(&e.places, &e.levels, &e.actors, &e.themes),
            );
        }
        for d in &self.dimensions {
            for (place, cell) in &d.cells {
                out.insert(&cell.claim.id, facets([place], [], [], &d.themes));
            }
        }
        for s in &self.sets {
            let mut whole = facets(&s.place, [], [], []);
            for i in &s.items {
                let one = facets(i.place.iter().chain(&s.place), &i.level, &i.actors, []);
                whole.add(one.clone());
                out.insert(&i.claim.id, one);
            }
            out.insert(&s.claim.id, whole);
        }
        for p in &self.problems {
            out.insert(&p.claim.id, facets(&home, [], [], &p.themes));
        }
        for p in &self.lessons {
            out.insert(&p.claim.id, facets(&p.places, [], [], &p.themes));
        }
        for r in &self.recommendations {
            let whole = facets(&home, [], [], &r.themes);
            for p in &r.parts {
                out.insert(&p.claim.id, whole.clone());
            }
            out.insert(&r.claim.id, whole);
        }
        for r in &self.relations {
            let ends = [&r.from, &r.to];
            let places = self
                .actors
                .iter()
                .filter(|a| ends.contains(&&a.id))
                .filter_map(|a| a.place.as_ref());
            let themes = self
                .events
                .iter()
                .filter(|e| Some(&e.id) == r.event.as_ref())
                .flat_map(|e| &e.themes);
            out.insert(&r.claim.id, facets(places, [], ends, themes));
        }
        out
    }
}
