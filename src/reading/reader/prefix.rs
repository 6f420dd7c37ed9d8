//! What logs put in front of each line of an output: a clock, a host, a file with its line number ("[2026-11-24 09:12:02] Name: ...",
//! "PC1: Name: ...", "dlv.txt:3:Name: ...").

use super::{Reader, classify::split_label, foreign::fits};
use crate::{reading::label, text};

/// The longest prefix, in bytes.
const LONGEST: usize = 100;

/// A prefix by its form: runs of digits and of letters may differ from line to line, all else is the same.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Prefix(Vec<Piece>);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece {
    Digits,
    Letters,
    Sign(char),
}

impl Piece {
    fn of(c: char) -> Self {
        match c {
            c if c.is_ascii_digit() => Piece::Digits,
            c if c.is_alphabetic() => Piece::Letters,
            c => Piece::Sign(c),
        }
    }
}

impl Prefix {
    fn of(text: &str) -> Self {
        let mut pieces: Vec<Piece> = Vec::new();
        for piece in text.chars().map(Piece::of) {
            if matches!(piece, Piece::Sign(_)) || pieces.last() != Some(&piece) {
                pieces.push(piece);
            }
        }
        Prefix(pieces)
    }

    /// How long it is at the beginning of a line; `None` where the line does not begin so.
    fn length_in(&self, line: &str) -> Option<usize> {
        let mut rest = line;
        for piece in &self.0 {
            let run = match piece {
                Piece::Sign(sign) => sign.len_utf8() * usize::from(rest.starts_with(*sign)),
                piece => rest.len() - rest.trim_start_matches(|c| Piece::of(c) == *piece).len(),
            };
            if run == 0 {
                return None;
            }
            rest = &rest[run..];
        }
        Some(line.len() - rest.len())
    }
}

impl<'t> Reader<'t> {
    /// The line without the prefix that lines above had. One that begins with a label of its own has none.
    pub(super) fn without_prefix(&self, raw: &'t str) -> &'t str {
        let Some(prefix) = &self.prefix else {
            return raw;
        };
        let labelled =
            split_label(text::bare(raw)).is_some_and(|(name, _)| label::is_printed(name, false));
        match prefix.length_in(raw) {
            Some(length) if !labelled => raw.get(length..).unwrap_or(raw),
            _ => raw,
        }
    }

    /// Where the output begins in a line that nothing is known of, behind a prefix; the form of the prefix is kept.
    pub(super) fn find_prefix(&mut self, raw: &'t str) -> Option<&'t str> {
        let start = start_of_label(raw)?;
        let (prefix, output) = raw.split_at_checked(start)?;
        self.prefix = Some(Prefix::of(prefix));
        Some(output)
    }
}

/// Where a label begins behind a prefix.
fn start_of_label(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let colons = memchr::memchr_iter(b':', bytes)
        .filter(|colon| {
            bytes
                .get(colon + 1)
                .is_none_or(|next| matches!(next, b' ' | b'\t'))
        })
        .take(3);
    for colon in colons {
        let found = starts(line, colon).find(|start| {
            let (Some(prefix), Some(name)) = (line.get(..*start), line.get(*start..colon)) else {
                return false;
            };
            let value = line.get(colon + 1..).unwrap_or_default().trim();
            is_prefix(prefix)
                && label::is_printed(name, false)
                && label::field(name, false).is_some_and(|(field, _)| fits(field, value))
        });
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Where words begin before the colon, the first one first.
fn starts(line: &str, colon: usize) -> impl Iterator<Item = usize> {
    let bytes = line.as_bytes();
    (1..colon.min(LONGEST)).filter(move |&at| {
        bytes[at].is_ascii_alphabetic()
            && matches!(bytes[at - 1], b' ' | b'\t' | b':' | b']' | b'|')
    })
}

/// Whether a text is what logs put in front: it ends with a sign, or holds a clock.
fn is_prefix(text: &str) -> bool {
    let ends = |c: char| matches!(c, ':' | ']' | '|' | '\t' | '>');
    let clock = || {
        text.as_bytes()
            .windows(3)
            .any(|three| three[0].is_ascii_digit() && three[1] == b':' && three[2].is_ascii_digit())
    };
    let bare = text.trim_end_matches(' ');
    !bare.is_empty() && (bare.ends_with(ends) || clock())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_and_none() {
        for (line, expected) in [
            (
                "[2026-11-24 09:12:02] Name: Windows(R), Professional edition",
                Some("[2026-11-24 09:12:02] "),
            ),
            ("PC1: License Status: Licensed", Some("PC1: ")),
            (
                "dlv.txt:3:Name: Windows(R), Core edition",
                Some("dlv.txt:3:"),
            ),
            (
                "Nov 24 09:12:02 gw-07 slmgr[4411]: License Status: Licensed",
                Some("Nov 24 09:12:02 gw-07 slmgr[4411]: "),
            ),
            ("Log Name: Application", None),
            ("OS Name: Microsoft Windows 10 Enterprise", None),
            ("PC1: Name: somebody", None),
            ("Requests with License Status Licensed: 5", None),
            ("a: b: c: d", None),
            ("", None),
        ] {
            assert_eq!(
                start_of_label(line).map(|start| &line[..start]),
                expected,
                "{line}"
            );
        }
    }

    #[test]
    fn a_form_fits_the_next_line() {
        let prefix = Prefix::of("[2026-11-24 09:12:02] ");
        assert_eq!(
            prefix.length_in("[2026-11-24 9:12:03] DNS publishing enabled"),
            Some(21)
        );
        assert_eq!(prefix.length_in("DNS publishing enabled"), None);
    }
}
