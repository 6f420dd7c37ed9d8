//! Pasted text made regular: full product keys masked, lines with their numbers, decoration taken off.
//!
//! ```
//! use activation_desk::text;
//! let lines: Vec<_> = text::lines("> Name: A\r\n\r\nB").collect();
//! assert_eq!(lines, [(1, "> Name: A"), (2, ""), (3, "B")]);
//! assert_eq!(text::bare("> > Name: A  "), "Name: A");
//! ```

use std::borrow::Cow;

use crate::{
    entity,
    id::{product_key, shape},
};

/// Masks everything shaped like a full product key: all but its last five characters become `X`, so that the number of
/// characters stays. Returns the text and the 1-based lines on which a key stood. Borrowed where there was none.
pub fn mask_product_keys(text: &str) -> (Cow<'_, str>, Vec<u32>) {
    product_key::mask(text)
}

/// The lines of a text with their 1-based numbers; LF, CR LF and lone CR end a line. No line ends are included.
pub fn lines(text: &str) -> Lines<'_> {
    Lines {
        rest: Some(text),
        number: 0,
        last: u32::MAX,
    }
}

/// Iterator of [`lines`].
#[derive(Clone, Debug)]
pub struct Lines<'t> {
    rest: Option<&'t str>,
    number: u32,
    last: u32,
}

impl<'t> Lines<'t> {
    /// The same lines up to and with the one of that number.
    pub(crate) fn up_to(&self, last: u32) -> Self {
        Lines {
            last,
            ..self.clone()
        }
    }

    /// What is behind the line given last.
    pub(crate) fn rest(&self) -> &'t str {
        self.rest.unwrap_or_default()
    }

    /// The number of the line given last; 0 before the first.
    pub fn number(&self) -> u32 {
        self.number
    }
}

impl<'t> Iterator for Lines<'t> {
    type Item = (u32, &'t str);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.rest.filter(|_| self.number < self.last)?;
        self.number += 1;
        let Some(at) = line_end(rest.as_bytes()) else {
            self.rest = None;
            return (!rest.is_empty()).then_some((self.number, rest));
        };
        let (line, end) = rest.split_at(at);
        self.rest = end.get(length_of_end(end.as_bytes())..);
        Some((self.number, line))
    }
}

/// How many line ends a text holds, as [`lines`] tells them.
pub(crate) fn count_ends(text: &str) -> usize {
    let bytes = text.as_bytes();
    // Those that are no part of a longer end, which its LF stands for.
    let alone = |at: &usize| length_of_end(&bytes[*at..]) == 1;
    memchr::memchr_iter(b'\n', bytes).count()
        + memchr::memchr_iter(b'\r', bytes).filter(alone).count()
}

/// The bytes of the line end that a text begins with: CR LF, also as UTF-16 read byte by byte, or one alone.
#[inline]
fn length_of_end(end: &[u8]) -> usize {
    match end {
        [b'\r', b'\n', ..] => 2,
        [b'\r', 0, b'\n', ..] => 3,
        _ => 1,
    }
}

/// The first CR or LF. Eight bytes at a look for signs below a blank, which are line ends but for a few; a wide search takes over
/// where the line is long.
#[inline]
fn line_end(bytes: &[u8]) -> Option<usize> {
    const NEAR: usize = 16;
    const LOW: u64 = 0x0e0e_0e0e_0e0e_0e0e;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let (chunks, rest) = bytes.as_chunks::<8>();
    let near = chunks.get(..NEAR).unwrap_or(chunks);
    for (number, chunk) in near.iter().enumerate() {
        let eight = u64::from_le_bytes(*chunk);
        // Finds all bytes below 0x0E; a borrow from one of them may find the next one, too.
        let mut low = eight.wrapping_sub(LOW) & !eight & HIGH;
        while low != 0 {
            let at = low.trailing_zeros() as usize / 8;
            if matches!(chunk[at], b'\n' | b'\r') {
                return Some(number * 8 + at);
            }
            low &= low - 1;
        }
    }
    let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
    if chunks.len() > NEAR {
        return memchr::memchr2(b'\n', b'\r', &bytes[NEAR * 8..]).map(|at| NEAR * 8 + at);
    }
    Some(chunks.len() * 8 + rest.iter().position(is_end)?)
}

/// The line without what people and mail programs put around it: white space of any kind, byte order and direction
/// marks, quote marks, list bullets, table bars, code ticks and line-level HTML tags. Never looks inside the line.
#[inline]
pub fn bare(line: &str) -> &str {
    // Most lines begin with a letter behind blanks and end with a printable character: nothing else to take off.
    let trimmed = line.trim_ascii();
    match (trimmed.as_bytes().first(), trimmed.as_bytes().last()) {
        (Some(first), Some(last)) if first.is_ascii_alphabetic() && is_plain_end(*last) => trimmed,
        (None, _) => trimmed,
        _ => bare_slowly(trimmed),
    }
}

/// The signs that Markdown's writers escape in these outputs.
const ESCAPED: [&str; 3] = ["\\_", "\\(", "\\)"];

/// Whether signs in a text are escaped as in Markdown: "VOLUME\_KMSCLIENT".
pub(crate) fn is_escaped(text: &str) -> bool {
    const SURE: [&str; 3] = ["(R\\)", "VOLUME\\_", "name: kms\\_"];
    SURE.iter()
        .any(|sign| memchr::memmem::find(text.as_bytes(), sign.as_bytes()).is_some())
}

/// The line without such escapes.
pub(crate) fn unescaped(line: Cow<'_, str>) -> Cow<'_, str> {
    let mut line = line;
    for escaped in ESCAPED {
        if line.contains(escaped) {
            line = Cow::Owned(line.replace(escaped, &escaped[1..]));
        }
    }
    line
}

/// The line as the reader wants it: [`bare`], and inside it plain blanks, plain forms of full-width characters, and nothing that
/// takes no room (direction marks, NULs of UTF-16 read as bytes, colour codes of a console). Borrowed where it is so already.
///
/// ```
/// use activation_desk::text;
/// assert_eq!(text::regular("\u{200f}Lizenz\u{200b}status：\u{a0}１"), "Lizenzstatus: 1");
/// assert_eq!(text::regular("N\0a\0m\0e\0:\0"), "Name:");
/// assert_eq!(text::regular("\u{1b}[32;1mName\u{1b}[0m : A"), "Name : A");
/// ```
pub fn regular(line: &str) -> Cow<'_, str> {
    if line.contains('\u{1b}') {
        return Cow::Owned(regular(&without_colours(line)).into_owned());
    }
    if let Some(decoded) = entity::decode(line) {
        return Cow::Owned(regular(&decoded).into_owned());
    }
    let bare = bare(line);
    // One tab lies between the cells of a table; where all blanks became tabs, there are more.
    let tabs = bare.bytes().filter(|byte| *byte == b'\t').count();
    let keeps_tabs = tabs == 0 || (tabs == 1 && !bare.contains(":\t"));
    if keeps_tabs && bare.chars().all(is_regular) {
        return Cow::Borrowed(bare);
    }
    let mut clean = String::with_capacity(bare.len());
    let mut chars = bare.chars();
    while let Some(c) = chars.next() {
        match c {
            '\t' if !keeps_tabs => clean.push(' '),
            '\u{fe55}' | '\u{2236}' => clean.push(':'),
            c if is_regular(c) => clean.push(c),
            // A hyphen that a program made soft; elsewhere it marks where a word may be cut.
            '\u{ad}' => {
                let hexadecimal = |c: char| c.is_ascii_hexdigit();
                if clean.ends_with(hexadecimal) && chars.clone().next().is_some_and(hexadecimal) {
                    clean.push('-');
                }
            }
            c if c.is_whitespace() => clean.push(' '),
            c if is_blank(c) => {}
            c => clean.push(shape::narrow(c)),
        }
    }
    Cow::Owned(self::bare(&clean).to_owned())
}

/// The line without the colour codes of a console ("ESC [ 32 ; 1 m") and without lone escapes.
fn without_colours(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let mut clean = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let code = part.strip_prefix('[').and_then(|code| {
            let end = code.find(|c: char| !c.is_ascii_digit() && c != ';')?;
            code.get(end + 1..)
        });
        clean.push_str(code.unwrap_or(part));
    }
    clean
}

/// The first of two ASCII bytes. Lines and labels are short: eight bytes at a look cost less than the call of a wide search,
/// which takes over where the text is long.
#[inline]
pub(crate) fn find_either(bytes: &[u8], one: u8, other: u8) -> Option<usize> {
    const NEAR: usize = 12;
    const LOW: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let (one_wide, other_wide) = (LOW * u64::from(one), LOW * u64::from(other));
    // Exact for the lowest byte that is zero, which is the one that counts.
    let zeros = |eight: u64| eight.wrapping_sub(LOW) & !eight & HIGH;
    let (chunks, rest) = bytes.as_chunks::<8>();
    let near = chunks.get(..NEAR).unwrap_or(chunks);
    for (at, chunk) in near.iter().enumerate() {
        let eight = u64::from_le_bytes(*chunk);
        let found = zeros(eight ^ one_wide) | zeros(eight ^ other_wide);
        if found != 0 {
            return Some(at * 8 + found.trailing_zeros() as usize / 8);
        }
    }
    if chunks.len() > NEAR {
        return memchr::memchr2(one, other, &bytes[NEAR * 8..]).map(|at| NEAR * 8 + at);
    }
    let at = rest
        .iter()
        .position(|byte| *byte == one || *byte == other)?;
    Some(chunks.len() * 8 + at)
}

/// Whether a line is printable ASCII throughout: no tab, no mark, no NUL, and no entity of a web page. Eight bytes at a look, since every line is asked.
#[inline]
pub(crate) fn is_plain(line: &str) -> bool {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    const LOW: u64 = 0x0101_0101_0101_0101;
    const BLANKS: u64 = 0x2020_2020_2020_2020;
    const AND: u64 = 0x2626_2626_2626_2626;
    let (chunks, rest) = line.as_bytes().as_chunks::<8>();
    // A byte below a blank borrows, one above ASCII has its high bit set.
    let odd = chunks.iter().fold(0, |odd, chunk| {
        let eight = u64::from_le_bytes(*chunk);
        let and = (eight ^ AND).wrapping_sub(LOW) & !(eight ^ AND);
        odd | (eight.wrapping_sub(BLANKS) | eight) | and
    });
    odd & HIGH == 0
        && rest
            .iter()
            .all(|byte| (0x20..0x7f).contains(byte) && *byte != b'&')
}

fn is_regular(c: char) -> bool {
    match c {
        ' '..='~' | '\t' => true,
        '\u{ff01}'..='\u{ff5e}' | '\u{fe55}' | '\u{2236}' | '\u{ad}' => false,
        c => !is_blank(c),
    }
}

fn is_plain_end(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'`' | b'|' | b'>')
}

fn bare_slowly(line: &str) -> &str {
    // Nested quoting takes one look, whatever its depth.
    let mut line = if line.starts_with('>') {
        line.trim_start_matches(|c| c == '>' || is_blank(c))
    } else {
        line
    };
    // Whoever decorates deeper than this does not want to be read.
    for _ in 0..12 {
        let before = line.len();
        line = line.trim_matches(is_blank).trim_start_matches('\u{fffd}');
        if !line.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            for mark in ["> ", ">\t", "* ", "- ", "• ", "· ", "| ", "|\t"] {
                line = line.strip_prefix(mark).unwrap_or(line);
            }
        }
        line = without_number(line);
        if line.bytes().all(|byte| byte == b'>') {
            return "";
        }
        line = line.trim_start_matches('>').trim_matches('`');
        line = line.strip_suffix(" |").unwrap_or(line);
        line = without_tag_in_front(line);
        line = without_tag_behind(line);
        line = without_emphasis(line);
        if line.len() == before {
            break;
        }
    }
    line
}

/// A value or a label without what stands around it: white space, tags, ticks, emphasis.
#[inline]
pub fn bare_value(value: &str) -> &str {
    let trimmed = value.trim_ascii();
    let plain =
        |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'`' | b'*' | b'_');
    match (trimmed.as_bytes().first(), trimmed.as_bytes().last()) {
        (None, _) | (_, None) => trimmed,
        (Some(first), Some(last)) if plain(first) && plain(last) => trimmed,
        _ => bare_value_slowly(trimmed),
    }
}

fn bare_value_slowly(value: &str) -> &str {
    let value = value.trim_matches(is_blank);
    let decorated = |byte: &u8| matches!(byte, b'<' | b'>' | b'`' | b'*' | b'_') || *byte >= 0x80;
    match (value.as_bytes().first(), value.as_bytes().last()) {
        (Some(first), Some(last)) if decorated(first) || decorated(last) => bare_slowly(value),
        _ => value,
    }
}

/// Quotation marks around a whole line; those of data (`"a","b"`) stay.
pub(crate) fn without_quotes(line: &str) -> &str {
    let inner = line
        .strip_prefix('"')
        .map(|rest| rest.strip_suffix(',').unwrap_or(rest))
        .and_then(|rest| rest.strip_suffix('"'));
    inner.filter(|inner| !inner.contains('"')).unwrap_or(line)
}

/// The number of a list: "1. ", "12) ". A date or an address goes on with a digit.
fn without_number(line: &str) -> &str {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line.get(digits..) {
        Some(rest) if (1..=3).contains(&digits) => rest
            .strip_prefix(['.', ')'])
            .filter(|rest| rest.starts_with([' ', '\t']))
            .map(str::trim_start)
            .filter(|rest| rest.starts_with(|c: char| c.is_alphabetic()))
            .unwrap_or(line),
        _ => line,
    }
}

/// Markdown's emphasis at either end; rows of stars alone are a mask.
fn without_emphasis(line: &str) -> &str {
    let mut line = line;
    for mark in ["**", "__"] {
        // WMI's own properties begin with two bars ("__CLASS"): emphasis ends, too.
        if let Some(rest) = line.strip_prefix(mark).filter(|rest| {
            // A mask of stars ("**/**/2026") has a sign behind it.
            let begins = rest.starts_with(|c: char| c.is_alphanumeric() || c == ' ');
            begins
                && rest.contains(|c: char| c.is_alphanumeric())
                && (mark == "**" || rest.contains(mark))
        }) {
            line = rest.trim_start();
        }
        if let Some(rest) = line
            .strip_suffix(mark)
            .filter(|rest| rest.contains(|c: char| c.is_alphanumeric()))
        {
            line = rest.trim_end();
        }
    }
    line
}

/// A value with plain blanks for those that do not break, and without marks that take no room.
pub fn plain(value: Cow<'_, str>) -> Cow<'_, str> {
    let odd = |c: char| c == '\u{a0}' || (is_blank(c) && !c.is_whitespace());
    if value.is_ascii() || !value.contains(odd) {
        return value;
    }
    let clean = value.chars().filter(|c| *c == '\u{a0}' || !odd(*c));
    Cow::Owned(clean.map(|c| if c == '\u{a0}' { ' ' } else { c }).collect())
}

/// White space as people paste it: all of Unicode's, and marks that take no room.
pub fn is_blank(c: char) -> bool {
    shape::is_blank(c)
}

/// Tags that stand for a line or a cell; others ("<Product activation successful>") are text.
const TAGS: [&str; 14] = [
    "p", "br", "div", "span", "pre", "code", "td", "tr", "th", "li", "b", "strong", "table",
    "tbody",
];

fn without_tag_in_front(line: &str) -> &str {
    let Some(rest) = line.strip_prefix('<') else {
        return line;
    };
    match rest.split_once('>') {
        Some((tag, after)) if is_line_tag(tag) => after,
        _ => line,
    }
}

fn without_tag_behind(line: &str) -> &str {
    let Some(rest) = line.strip_suffix('>') else {
        return line;
    };
    match rest.rsplit_once('<') {
        Some((before, tag)) if is_line_tag(tag) => before,
        _ => line,
    }
}

fn is_line_tag(tag: &str) -> bool {
    let name = tag
        .trim_start_matches('/')
        .split([' ', '/', '\t'])
        .next()
        .unwrap_or_default();
    TAGS.iter().any(|known| name.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn bared(line: &str, expected: &str) {
        assert_eq!(bare(line), expected, "{line:?}");
    }

    #[test]
    fn takes_off_decoration() {
        bared("Name: A", "Name: A");
        bared("   Name: A  ", "Name: A");
        bared("\u{feff}Name: A", "Name: A");
        bared("\u{a0}\u{a0}Name: A\u{a0}", "Name: A");
        bared(">> > Name: A", "Name: A");
        bared("* Name: A", "Name: A");
        bared("| Name: A |", "Name: A");
        bared("`Name: A`", "Name: A");
        bared("<p>Name: A<br />", "Name: A");
        bared(
            "<Product activation successful>",
            "<Product activation successful>",
        );
        bared("---Processing---", "---Processing---");
        bared("**License Status:** Licensed", "License Status:** Licensed");
        bared("**Name: A**", "Name: A");
        bared("__Name: A__", "Name: A");
        bared("__GENUS : 2", "__GENUS : 2");
        bared("*****", "*****");
        bared(&"> ".repeat(50_000), "");
        bared(">", "");
        bared("", "");
        bared("\u{200b}", "");
    }

    #[test]
    fn the_first_of_two_bytes_is_found_wherever_it_stands() {
        for length in 0..200 {
            let mut bytes = vec![b'x'; length];
            assert_eq!(find_either(&bytes, b':', b'='), None);
            for at in 0..length {
                bytes[at] = if at % 2 == 0 { b':' } else { b'=' };
                if let Some(behind) = bytes.get_mut(at + 1) {
                    *behind = b':';
                }
                assert_eq!(find_either(&bytes, b':', b'='), Some(at));
                bytes.fill(b'x');
            }
        }
    }

    #[test]
    fn every_line_end_counts_once() {
        let numbered: Vec<_> = lines("a\nb\r\nc\rd\n\ne\n").collect();
        assert_eq!(
            numbered,
            [(1, "a"), (2, "b"), (3, "c"), (4, "d"), (5, ""), (6, "e")]
        );
        assert_eq!(lines("").count(), 0);
    }

    #[test]
    fn ends_are_found_and_counted_wherever_they_stand() {
        let signs = ["x", "\t", "\n", "\r", "\0", "\u{e}", "é", "xxxxxxx"];
        let mut text = String::new();
        for seed in 0..2_000_usize {
            text.clear();
            text.push_str(&"x".repeat(seed % 150));
            let mut roll = seed * 7919 + 1;
            for _ in 0..6 {
                text.push_str(signs[roll % signs.len()]);
                roll = roll / signs.len() + seed;
            }
            let found = text.find(['\n', '\r']);
            assert_eq!(line_end(text.as_bytes()), found, "{text:?}");
            let behind = lines(&format!("{text}x")).count();
            assert_eq!(count_ends(&text) + 1, behind, "{text:?}");
        }
    }
}
