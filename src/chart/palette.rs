//! The page's colours, for pictures that leave the page.

use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../../web/style/tokens.css");

/// One of the two palettes of the site's style: colour by custom property.
#[must_use]
pub fn palette(dark: bool) -> BTreeMap<&'static str, &'static str> {
    TOKENS
        .lines()
        .filter_map(|line| {
            let (name, value) = line.trim().split_once(": light-dark(")?;
            let (light, rest) = value.split_once(", ")?;
            let (night, _) = rest.split_once(')')?;
            Some((name, if dark { night } else { light }))
        })
        .collect()
}

/// `var(--ink)` and the like replaced by the light palette's colours.
#[must_use]
pub fn settled(text: &str) -> String {
    palette(false)
        .iter()
        .fold(text.to_owned(), |out, (name, color)| {
            out.replace(&format!("var({name})"), color)
        })
}
