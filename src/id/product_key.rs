//! Full product keys (five groups of five), found so that they can be masked before anything else looks at the text.
//!
//! A key has no place in what this tool shows. What looks like one is masked even where it may be something else; what must
//! never be taken for one are the identifiers that people need: GUIDs, Extended PIDs, Installation IDs, short Product IDs.
//!
//! ```
//! use activation_desk::id::product_key::mask;
//! let key = ["BCDFG", "HJKMP", "QRTVW", "XY234", "6789N"].join("-");
//! let text = format!("slmgr /ipk {key}");
//! let (masked, lines) = mask(&text);
//! assert_eq!((&*masked, lines), ("slmgr /ipk XXXXX-XXXXX-XXXXX-XXXXX-6789N", vec![1]));
//! ```

use std::{borrow::Cow, ops::Range};

use super::product_key_shape::{self as shape, Bytes};

/// Text is searched in windows of this many bytes, so that asking again and again for the next key costs little.
const WINDOW: usize = 2048;

/// The byte range (letters and digits at both ends) of the next thing at or after byte `from` that is shaped like a full product key.
///
/// Found: five groups of five letters and digits, at least one a letter, joined by hyphens, dashes, underscores or dots, also
/// with blanks around these; 25 characters of the key alphabet in capitals, in a row or in fives; each also with a line
/// break (and indentation or `>` marks after it) inside, as consoles and mail programs make them. What is masked already
/// (twenty X) is not found. More than five groups in one chain are one range.
pub fn find(text: &str, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut start = from;
    while start < bytes.len() {
        let end = bytes.len().min(start + WINDOW);
        let joined = joined_in(bytes, from, start..end);
        let limit = joined
            .as_ref()
            .map_or(end, |key| key.start.clamp(start, end));
        if let Some(key) = plain_in(bytes, from, start..limit).or(joined) {
            return Some(key);
        }
        start = end;
    }
    None
}

/// Replaces each full key by `X`, all but its last five letters and digits; separators, line breaks and the length stay.
/// Gives the text, borrowed where there was no key, and the 1-based lines on which keys stood, each once.
pub fn mask(text: &str) -> (Cow<'_, str>, Vec<u32>) {
    let Some(first) = find(text, 0) else {
        return (Cow::Borrowed(text), Vec::new());
    };
    let mut masked = String::with_capacity(text.len());
    let mut lines: Vec<u32> = Vec::new();
    let (mut done, mut line) = (0, 1u32);
    let mut next = Some(first);
    while let Some(key) = next {
        let (before, found) = (&text[done..key.start], &text[key.clone()]);
        masked.push_str(before);
        line += breaks(before);
        let last = line + breaks(found);
        let known = lines.last().copied();
        lines.extend((line..=last).filter(|&line| known != Some(line)));
        line = last;
        let hide = found
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .count()
            .saturating_sub(5);
        let mut seen = 0;
        masked.extend(found.chars().map(|c| {
            seen += usize::from(c.is_ascii_alphanumeric());
            if c.is_ascii_alphanumeric() && seen <= hide {
                'X'
            } else {
                c
            }
        }));
        done = key.end;
        next = find(text, done);
    }
    masked.push_str(&text[done..]);
    (Cow::Owned(masked), lines)
}

fn breaks(text: &str) -> u32 {
    u32::try_from(memchr::memchr_iter(b'\n', text.as_bytes()).count()).unwrap_or(u32::MAX)
}

/// The first joined key whose first joiner stands in the window.
fn joined_in(bytes: Bytes, from: usize, window: Range<usize>) -> Option<Range<usize>> {
    let text = &bytes[window.clone()];
    let ascii = memchr::memchr3_iter(b'-', b'_', b'.', text);
    // Dashes beyond ASCII all begin with this byte.
    let dashes = memchr::memchr_iter(0xe2, text);
    let mut first: Option<Range<usize>> = None;
    for at in ascii {
        if let Some(key) = shape::joined_at(bytes, from, window.start + at) {
            first = Some(key);
            break;
        }
    }
    for at in dashes {
        if first
            .as_ref()
            .is_some_and(|key| key.start < window.start + at)
        {
            break;
        }
        if let Some(key) = shape::joined_at(bytes, from, window.start + at) {
            return Some(key);
        }
    }
    first
}

/// The first key without joiners that has a whole group in the window. Every fifth byte is looked at: one of five characters
/// in a row is always hit.
fn plain_in(bytes: Bytes, from: usize, window: Range<usize>) -> Option<Range<usize>> {
    let mut at = window.start;
    while at < window.end {
        if !shape::is_plain(bytes[at]) {
            at += 5;
            continue;
        }
        let run = shape::plain_run(bytes, from, at);
        if let Some(key) = shape::plain_around(bytes, from, run.clone()) {
            return Some(key);
        }
        // The end of a long run is not known; what follows in it is refused as quickly.
        at = run.end + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(text: &str, key: &str) {
        assert_eq!(
            find(text, 0).map(|range| &text[range]),
            Some(key),
            "{text:?}"
        );
    }

    #[track_caller]
    fn nothing(text: &str) {
        assert_eq!(find(text, 0).map(|range| &text[range]), None, "{text:?}");
    }

    /// The alphabet of keys in order, which is no key; put together here so that no file holds a whole one.
    const GROUPS: [&str; 5] = ["BCDFG", "HJKMP", "QRTVW", "XY234", "6789N"];

    fn key(joiner: &str) -> String {
        GROUPS.join(joiner)
    }

    #[test]
    fn joined() {
        let key = key("-");
        finds(&key, &key);
        finds(&format!("key={};", key.to_lowercase()), &key.to_lowercase());
        let slips = key.replace("HJKMP", "01OIL");
        finds(&format!("/ipk:{slips}"), &slips);
        for joiner in ["\u{2013}", "\u{2014}", "_", ".", " - ", "  \u{2212} "] {
            let key = GROUPS.join(joiner);
            finds(&format!("\u{5bc6}\u{94a5}{key}."), &key);
        }
        finds(&format!("backup-{key}-old"), &key);
        // A group of five before or after the key can't be told from a group of the key.
        finds(&format!("Other-{key}"), &format!("Other-{key}"));
        finds(&format!("{key}-draft"), &format!("{key}-draft"));
    }

    #[test]
    fn plain() {
        let row = key("");
        finds(&format!("PIDKEY={row}"), &row);
        finds(&key(" "), &key(" "));
        nothing(&row.to_lowercase());
        nothing(&key(" ").to_lowercase());
        nothing(&format!("{row}B"));
        nothing(&format!("a{row}"));
        nothing("BCDFG HJKMP QRTVW XY2346789N");
    }

    #[test]
    fn broken_by_a_line_end_anywhere() {
        for key in [key("-"), key(" "), key("")] {
            for at in 1..key.len() {
                for line_end in ["\n", "\r\n", "\r\n    ", "\n> > ", " \n"] {
                    let wrapped = format!("{}{line_end}{}", &key[..at], &key[at..]);
                    let text = format!("Key: {wrapped}\r\nnext");
                    // A blank left at the line end beside the blank between two groups is more than one blank.
                    if key[at..].starts_with(' ') || key[..at].ends_with(' ') {
                        continue;
                    }
                    finds(&text, &wrapped);
                }
            }
        }
    }

    #[test]
    fn other_identifiers() {
        nothing("59a52881-a989-479d-af46-f275c6370663");
        nothing("05426-00206-234-001162-03-1033-9200.0000-0992013");
        nothing("00331-10000-00001-AA171");
        nothing("00331-10000-00001-AA171\r\n- Other");
        nothing("00331-10000-00001-AAOEM\nBuild: 19045");
        nothing("020650-770493-837252-929082-195773-527024-195725-809211-989214");
        nothing("489126343257012289105546522085205332958764158851011127139061121");
        nothing("12345-67890-12345-67890-12345");
        nothing("SGVsbG8gd29ybGQhIFRoaXMgaXMgYmFzZTY0BCDFGHJKMPQRTVWXY2346789NBCDFG");
        nothing("THESE WORDS STAND UNDER LIGHT");
        nothing("apple - grape - lemon - mango - peach");
        nothing("Hello. World. Seven. Words. Again.");
        nothing("XXXXX-XXXXX-XXXXX-XXXXX-3V66T");
        nothing("xxxxx-xxxxx-xxxxx-xxxxx-xxxxx");
        nothing("");
    }

    #[test]
    fn masking() {
        let key = key("-");
        let text =
            format!("1\n2 {key}\r\n\u{e9} BCDFG-HJK\r\n  MP-QRTVW-XY234-6789N\r\n5 {key} {key}");
        let (masked, lines) = mask(&text);
        assert_eq!(
            masked,
            "1\n2 XXXXX-XXXXX-XXXXX-XXXXX-6789N\r\n\u{e9} XXXXX-XXX\r\n  XX-XXXXX-XXXXX-6789N\r\n\
             5 XXXXX-XXXXX-XXXXX-XXXXX-6789N XXXXX-XXXXX-XXXXX-XXXXX-6789N"
        );
        assert_eq!(lines, [2, 3, 4, 5]);
        assert_eq!(mask(&masked).1, []);
        assert!(matches!(mask("nothing here"), (Cow::Borrowed(_), lines) if lines.is_empty()));
    }

    #[test]
    fn on_both_sides_of_a_window() {
        for before in WINDOW - 40..WINDOW + 10 {
            for key in [key("-"), key(" "), key("")] {
                let text = format!("{}{key} {}", " ".repeat(before), ".".repeat(WINDOW));
                assert_eq!(find(&text, 0), Some(before..before + key.len()));
            }
        }
    }
}
