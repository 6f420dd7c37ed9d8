//! Pasted text made regular: full product keys masked, lines with their numbers, decoration taken off.
//!
//! ```
//! use activation_desk::text;
//! let lines: Vec<_> = text::lines("> Name: A\r\n\r\nB").collect();
//! assert_eq!(lines, [(1, "> Name: A"), (2, ""), (3, "B")]);
//! assert_eq!(text::bare("> > Name: A  "), "Name: A");
//! ```

use std::borrow::Cow;

use crate::id::{product_key, shape};

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
    }
}

/// Iterator of [`lines`].
#[derive(Clone, Debug)]
pub struct Lines<'t> {
    rest: Option<&'t str>,
    number: u32,
}

impl Lines<'_> {
    /// The number of the line given last; 0 before the first.
    pub fn number(&self) -> u32 {
        self.number
    }
}

impl<'t> Iterator for Lines<'t> {
    type Item = (u32, &'t str);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.rest?;
        self.number += 1;
        let Some(at) = memchr::memchr2(b'\n', b'\r', rest.as_bytes()) else {
            self.rest = None;
            return (!rest.is_empty()).then_some((self.number, rest));
        };
        let (line, end) = rest.split_at(at);
        self.rest = Some(end.strip_prefix("\r\n").unwrap_or(&end[1..]));
        Some((self.number, line))
    }
}

/// The line without what people and mail programs put around it: white space of any kind, byte order and direction
/// marks, quote marks, list bullets, table bars, code ticks and line-level HTML tags. Never looks inside the line.
#[inline]
pub fn bare(line: &str) -> &str {
    // Most lines begin with a letter behind blanks and end with a printable character: nothing else to take off.
    let trimmed = line.trim_ascii();
    match (trimmed.as_bytes().first(), trimmed.as_bytes().last()) {
        (Some(first), Some(last)) if first.is_ascii_alphanumeric() && is_plain_end(*last) => {
            trimmed
        }
        _ => bare_slowly(trimmed),
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
        line = line.trim_matches(is_blank);
        for mark in ["> ", ">\t", "* ", "- ", "• ", "· ", "| ", "|\t"] {
            line = line.strip_prefix(mark).unwrap_or(line);
        }
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
pub fn bare_value(value: &str) -> &str {
    let value = value.trim_matches(is_blank);
    let decorated = |byte: &u8| matches!(byte, b'<' | b'>' | b'`' | b'*' | b'_') || *byte >= 0x80;
    match (value.as_bytes().first(), value.as_bytes().last()) {
        (Some(first), Some(last)) if decorated(first) || decorated(last) => bare_slowly(value),
        _ => value,
    }
}

/// Markdown's emphasis at either end; rows of stars alone are a mask.
fn without_emphasis(line: &str) -> &str {
    let mut line = line;
    for mark in ["**", "__"] {
        // WMI's own properties begin with two bars ("__CLASS"): emphasis ends, too.
        if let Some(rest) = line.strip_prefix(mark).filter(|rest| {
            rest.contains(|c: char| c.is_alphanumeric()) && (mark == "**" || rest.contains(mark))
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
    shape::is_blank(c) || c.is_control() || matches!(c, '\u{2061}'..='\u{2069}')
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
    fn every_line_end_counts_once() {
        let numbered: Vec<_> = lines("a\nb\r\nc\rd\n\ne\n").collect();
        assert_eq!(
            numbered,
            [(1, "a"), (2, "b"), (3, "c"), (4, "d"), (5, ""), (6, "e")]
        );
        assert_eq!(lines("").count(), 0);
    }
}
