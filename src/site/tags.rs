//! Reads the tags of HTML that we wrote ourselves: quoted attributes, no comments in the way.

/// A tag; `name` begins with `/` where it closes.
pub(super) struct Tag {
    pub name: String,
    /// In order, values as they stand in the source, escapes and all.
    pub attributes: Vec<(String, String)>,
}

/// Gives every tag to `change` and puts the document together again.
pub(super) fn rewrite(html: &str, mut change: impl FnMut(&mut Tag)) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let Some(end) = end_of_tag(&rest[at..]) else {
            break;
        };
        let source = &rest[at..=at + end];
        rest = &rest[at + end + 1..];
        if source.starts_with("<!") {
            out.push_str(source);
            continue;
        }
        let (mut tag, empty) = read(source);
        change(&mut tag);
        out.push('<');
        out.push_str(&tag.name);
        for (name, value) in &tag.attributes {
            out.push(' ');
            out.push_str(name);
            if !value.is_empty() {
                out.push_str(&format!("=\"{value}\""));
            }
        }
        out.push_str(if empty { "/>" } else { ">" });
    }
    out.push_str(rest);
    out
}

/// Every id, in order.
pub(super) fn ids(html: &str) -> Vec<String> {
    let mut out = Vec::new();
    rewrite(html, |tag| {
        out.extend(
            tag.attributes
                .iter()
                .filter(|(name, _)| name == "id")
                .map(|(_, value)| value.clone()),
        );
    });
    out
}

/// The text alone.
pub(super) fn text(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let Some(end) = end_of_tag(&rest[at..]) else {
            break;
        };
        rest = &rest[at + end + 1..];
    }
    out.push_str(rest);
    out
}

/// Where the tag ends: at the first `>` outside quotes.
fn end_of_tag(source: &str) -> Option<usize> {
    let mut quoted = false;
    source.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    })
}

fn read(source: &str) -> (Tag, bool) {
    let inner = source.trim_start_matches('<').trim_end_matches('>');
    let empty = inner.ends_with('/') && inner.len() > 1;
    let inner = if empty {
        &inner[..inner.len() - 1]
    } else {
        inner
    };
    let cut = inner.find(char::is_whitespace).unwrap_or(inner.len());
    let mut tag = Tag {
        name: inner[..cut].to_owned(),
        attributes: Vec::new(),
    };
    let mut rest = inner[cut..].trim_start();
    while !rest.is_empty() {
        let cut = rest
            .find(|c: char| c == '=' || c.is_whitespace())
            .unwrap_or(rest.len());
        let name = rest[..cut].to_owned();
        rest = rest[cut..].trim_start();
        let value = match rest.strip_prefix("=\"") {
            Some(quoted) => {
                let end = quoted.find('"').unwrap_or(quoted.len());
                rest = quoted[end..].trim_start_matches('"');
                quoted[..end].to_owned()
            }
            None => {
                let bare = rest.strip_prefix('=').unwrap_or_default();
                let end = bare.find(char::is_whitespace).unwrap_or(bare.len());
                let value = bare[..end].to_owned();
                if rest.starts_with('=') {
                    rest = &bare[end..];
                }
                value
            }
        };
        tag.attributes.push((name, value));
        rest = rest.trim_start();
    }
    (tag, empty)
}

#[cfg(test)]
mod tests {
    use super::{ids, rewrite, text};

    #[test]
    fn what_is_not_changed_stands_as_it_was() {
        let html = "<p id=\"a\" class=\"x > y\" hidden>1 &lt; 2 <br/><svg viewBox=\"0 0 1 1\"><path d=\"M0/1\"/></svg></p>";
        assert_eq!(rewrite(html, |_| {}), html);
        assert_eq!(ids(html), ["a"]);
        assert_eq!(text(html), "1 &lt; 2 ");
    }
}
