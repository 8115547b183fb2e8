//! Bytes as text: UTF-8, and by name whatever else an editor may have saved.

/// Why bytes are not a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotText {
    /// Byte offset of the first byte that cannot be read.
    pub at: usize,
    /// What the bytes seem to be.
    pub found: &'static str,
    /// How to mend it.
    pub mend: &'static str,
}

/// Reads bytes as UTF-8.
///
/// # Errors
/// [`NotText`] when they are not; the usual other encodings are named.
pub fn decode(bytes: &[u8]) -> Result<String, NotText> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(NotText {
            at: 0,
            found: "UTF-16",
            mend: "convert it: iconv -f UTF-16 -t UTF-8 old.txt > new.txt",
        });
    }
    match std::str::from_utf8(bytes) {
        Ok(s) if !s.contains('\0') => Ok(s.to_owned()),
        Ok(s) => Err(NotText {
            at: s.find('\0').unwrap_or(0),
            found: "a zero byte (UTF-16 without a mark, or not a text)",
            mend: "convert it: iconv -f UTF-16LE -t UTF-8 old.txt > new.txt",
        }),
        Err(e) => {
            let at = e.valid_up_to();
            let (found, mend) = if looks_like_gbk(&bytes[at..]) {
                (
                    "GBK",
                    "convert it: iconv -f GB18030 -t UTF-8 old.txt > new.txt",
                )
            } else {
                ("bytes that are not UTF-8", "save the file as UTF-8")
            };
            Err(NotText { at, found, mend })
        }
    }
}

/// GBK writes a Chinese character as two bytes, 0x81–0xFE then 0x40–0xFE.
fn looks_like_gbk(rest: &[u8]) -> bool {
    let mut pairs = 0;
    let mut i = 0;
    while i < rest.len() && pairs < 64 {
        match (rest[i], rest.get(i + 1)) {
            (..=0x80, _) => i += 1,
            (0x81..=0xfe, Some(0x40..=0xfe)) => {
                pairs += 1;
                i += 2;
            }
            _ => return false,
        }
    }
    pairs >= 2
}
