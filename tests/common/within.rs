//! Looks into XML as text.

/// What stands between `<tag>` or `<tag …>` and `</tag>`, in order.
pub fn within(xml: &str, tag: &str) -> Vec<String> {
    let close = format!("</{tag}>");
    let opens = [format!("<{tag}>"), format!("<{tag} ")];
    xml.split(&close)
        .filter_map(|part| {
            let at = opens.iter().filter_map(|open| part.rfind(open)).max()?;
            let (_, inner) = part[at..].split_once('>')?;
            Some(inner.to_owned())
        })
        .collect()
}
