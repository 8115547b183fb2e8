//! How wide words are, by estimate: a chart is drawn where there is no font.

/// CSS pixels that a line takes in a sans serif face.
#[must_use]
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '’' | '‘' => 0.31,
        ' ' | 'f' | 'r' | 't' | '(' | ')' | '-' | '/' => 0.39,
        'm' | 'M' | 'W' | '—' | '@' | '%' => 0.92,
        'w' | 'A'..='Z' | '&' => 0.72,
        c if c.is_ascii() || ('\u{a0}'..'\u{2000}').contains(&c) => 0.61,
        '“' | '”' | '–' | '·' => 0.6,
        _ => 1.0,
    }
}

fn wide(c: char) -> bool {
    c >= '\u{2e80}'
}

fn closes(c: char) -> bool {
    "，。；：、！？）》”’」』】".contains(c)
}

fn opens(c: char) -> bool {
    "（《“‘「『【".contains(c)
}

/// Pieces that a line may not break within, each with the space before it.
fn pieces(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in text.chars() {
        let fresh = c == ' '
            || (before == '-' && c.is_alphabetic())
            || (before != ' ' && (wide(c) || wide(before)) && !closes(c) && !opens(before));
        match out.last_mut() {
            Some(piece) if !fresh => piece.push(c),
            _ => out.push(c.to_string()),
        }
        before = c;
    }
    out
}

/// How wide the longest piece is that a line may not break within.
#[must_use]
pub fn longest(text: &str, size: f64) -> f64 {
    let pieces = pieces(text);
    pieces
        .iter()
        .map(|p| width(p.trim_start(), size))
        .fold(0.0, f64::max)
}

/// Breaks words into at most `lines` lines of a width; what does not fit ends in "…".
#[must_use]
pub fn wrap(text: &str, max: f64, size: f64, lines: usize) -> Vec<String> {
    let mut out: Vec<String> = vec![String::new()];
    for piece in pieces(text) {
        let Some(line) = out.last_mut() else { break };
        if !line.is_empty() && width(&format!("{line}{piece}"), size) > max {
            out.push(piece.trim_start().to_owned());
        } else {
            line.push_str(&piece);
        }
    }
    if out.len() > lines {
        out.truncate(lines);
        if let Some(last) = out.last_mut() {
            let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            while !last.is_empty() && width(&format!("{last}…"), size) > max {
                let cut = last.pop();
                // No Latin word is cut in the middle.
                while latin(cut) && latin(last.chars().last()) && last.contains(' ') {
                    last.pop();
                }
            }
            *last = format!("{}…", last.trim_end_matches([' ', ',', '，', '、', '；']));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{width, wrap};

    #[test]
    fn no_line_begins_with_a_mark_or_is_too_long() {
        let lines = wrap("一二三四，五六七八。Latin words stay whole", 60.0, 12.0, 9);
        assert!(lines.iter().all(|l| width(l, 12.0) <= 61.0), "{lines:?}");
        assert!(
            lines.iter().all(|l| !l.starts_with(['，', '。', ' '])),
            "{lines:?}"
        );
        assert!(lines.iter().any(|l| l.starts_with("words")), "{lines:?}");
    }

    #[test]
    fn what_does_not_fit_says_so() {
        assert_eq!(
            wrap("一二三四五六七八九", 48.0, 12.0, 2),
            ["一二三四", "五六七…"]
        );
    }
}
