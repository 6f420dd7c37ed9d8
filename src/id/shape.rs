//! What people and programs put around and between the characters of an identifier.

/// A hyphen or something that was turned into one's look-alike on the way.
pub(crate) const fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{ad}' | '\u{2010}'
            ..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// White space of any width, and the marks that take no room at all.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{2061}'..='\u{2069}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// A character that people write over what they hide.
pub(super) const fn is_mask(c: char) -> bool {
    matches!(
        c,
        'x' | 'X' | '*' | '#' | '?' | '\u{2022}' | '\u{25cf}' | '\u{2588}' | '\u{2026}' | '\u{d7}'
    )
}

/// Whether the text says in words that something was taken out ("<redacted>").
pub(super) fn says_masked(text: &str) -> bool {
    const WORDS: [&str; 7] = [
        "redacted", "removed", "masked", "hidden", "censored", "snip", "omitted",
    ];
    const FIRST: &[u8] = b"rmhcso";
    let bytes = text.as_bytes();
    let begins = |word: &&str, at: usize| {
        bytes
            .get(at..at + word.len())
            .is_some_and(|part| part.eq_ignore_ascii_case(word.as_bytes()))
    };
    (0..bytes.len())
        .filter(|&at| FIRST.contains(&bytes[at].to_ascii_lowercase()))
        .any(|at| WORDS.iter().any(|word| begins(word, at)))
}

/// The ASCII form of a full-width letter, digit or sign; every other character as it is.
pub(crate) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// "s" unless there is exactly one.
pub(super) const fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}
