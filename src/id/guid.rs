//! GUIDs as they are printed, copied and typed: Activation IDs, Application IDs, client machine IDs (CMID).

use std::fmt;

use uuid::Uuid;

use super::shape::{is_blank, is_dash, is_mask, narrow, says_masked};

/// The digits of the five groups.
pub(super) const WIDTHS: [usize; 5] = [8, 4, 4, 4, 12];

/// Why a text is no GUID. `Display` gives sentences for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuidError(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Empty,
    Masked,
    NotHexadecimal {
        position: usize,
        found: char,
    },
    /// Five groups, not all as long as they should be.
    Widths([usize; 5]),
    /// Another number of groups than five.
    Groups {
        groups: usize,
        digits: usize,
    },
    /// No hyphens at all.
    Digits(usize),
}

/// A group of a GUID that is too short or too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OddGroup {
    /// 1 to 5.
    pub group: usize,
    /// The digits it should have.
    pub expected: usize,
    /// The digits it has.
    pub found: usize,
}

/// Reads a text that is one GUID and nothing else.
///
/// Accepted: either case; braces, parentheses or quotes around it; blanks and line breaks anywhere; en dashes and other
/// look-alikes for the hyphens; full-width characters; hyphens left out. A hyphen in a wrong place is not forgiven, since a
/// digit may be missing there.
///
/// # Errors
/// The first of: empty, masked by a person, a character that is no hexadecimal digit, groups of a wrong length.
pub fn parse(text: &str) -> Result<Uuid, GuidError> {
    match plain(text.as_bytes()) {
        Some(id) => Ok(id),
        None => parse_carefully(text),
    }
}

/// The first well-formed 8-4-4-4-12 GUID in a text, with its byte range (start, end). It must not touch other letters or digits.
pub fn find(text: &str) -> Option<(usize, usize, Uuid)> {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'-', bytes).find_map(|hyphen| {
        let start = hyphen.checked_sub(WIDTHS[0])?;
        let end = start + 36;
        let id = plain(bytes.get(start..end)?)?;
        let free = |at: Option<usize>| {
            !at.and_then(|at| bytes.get(at))
                .is_some_and(u8::is_ascii_alphanumeric)
        };
        (free(start.checked_sub(1)) && free(Some(end))).then_some((start, end, id))
    })
}

impl GuidError {
    /// Whether a person wrote X, *, # or "<redacted>" over it.
    pub fn is_masked(&self) -> bool {
        self.0 == Kind::Masked
    }

    /// Whether there was nothing but blanks and brackets.
    pub fn is_empty(&self) -> bool {
        self.0 == Kind::Empty
    }

    /// The character that is no hexadecimal digit, and its position: 1-based, in characters of the text given.
    pub fn stray(&self) -> Option<(usize, char)> {
        match self.0 {
            Kind::NotHexadecimal { position, found } => Some((position, found)),
            _ => None,
        }
    }

    /// The groups that are too short or too long, where the text has five groups.
    pub fn odd_groups(&self) -> Vec<OddGroup> {
        let Kind::Widths(found) = self.0 else {
            return Vec::new();
        };
        (1..)
            .zip(WIDTHS.iter().zip(found))
            .filter(|&(_, (&expected, found))| expected != found)
            .map(|(group, (&expected, found))| OddGroup {
                group,
                expected,
                found,
            })
            .collect()
    }
}

impl fmt::Display for GuidError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kind::Empty => f.write_str("There is nothing here."),
            Kind::Masked => f.write_str("Somebody masked it, so it can't be read."),
            Kind::NotHexadecimal { position, found } => {
                write!(
                    f,
                    "Character {position} is \u{201c}{found}\u{201d}, which is no hexadecimal digit (0 to 9, A to F)."
                )?;
                match likely(found) {
                    Some(digit) => write!(f, " The digit {digit} may be meant."),
                    None => Ok(()),
                }
            }
            Kind::Widths(_) => {
                let mut blank = "";
                for OddGroup {
                    group,
                    expected,
                    found,
                } in self.odd_groups()
                {
                    write!(
                        f,
                        "{blank}Group {group} has {found} of {expected} digits: {}.",
                        amount(expected, found)
                    )?;
                    blank = " ";
                }
                Ok(())
            }
            Kind::Groups { groups, digits } => write!(
                f,
                "A GUID has five groups of 8, 4, 4, 4 and 12 digits; this has {} with {digits} of 32 digits in all.",
                if groups == 1 {
                    "1 group".to_owned()
                } else {
                    format!("{groups} groups")
                }
            ),
            Kind::Digits(digits) => write!(
                f,
                "A GUID has 32 digits; this has {digits}: {}.",
                amount(32, digits)
            ),
        }
    }
}

impl std::error::Error for GuidError {}

/// "1 is missing", "2 are too many".
fn amount(expected: usize, found: usize) -> String {
    let by = expected.abs_diff(found);
    let verb = if by == 1 { "is" } else { "are" };
    format!(
        "{by} {verb} {}",
        if found < expected {
            "missing"
        } else {
            "too many"
        }
    )
}

/// The digit that a letter is easily taken for.
const fn likely(c: char) -> Option<char> {
    match c {
        'O' | 'o' | 'Q' => Some('0'),
        'l' | 'I' | 'i' | '|' => Some('1'),
        'S' | 's' => Some('5'),
        _ => None,
    }
}

/// The usual spelling: 36 bytes, hyphens in their places, either case.
fn plain(bytes: &[u8]) -> Option<Uuid> {
    if bytes.len() != 36 {
        return None;
    }
    let mut value = 0u128;
    for (at, &byte) in bytes.iter().enumerate() {
        if matches!(at, 8 | 13 | 18 | 23) {
            if byte != b'-' {
                return None;
            }
        } else {
            value = value << 4 | u128::from(char::from(byte).to_digit(16)?);
        }
    }
    Some(Uuid::from_u128(value))
}

fn parse_carefully(text: &str) -> Result<Uuid, GuidError> {
    let wrapping = |c: char| {
        is_blank(c)
            || matches!(
                narrow(c),
                '{' | '}' | '(' | ')' | '[' | ']' | '"' | '\'' | ',' | ';'
            )
            || matches!(c, '\u{2018}'..='\u{201e}')
    };
    let core = text.trim_matches(wrapping);
    if core.is_empty() {
        return Err(GuidError(Kind::Empty));
    }
    if says_masked(core) || core.chars().map(narrow).any(is_mask) {
        return Err(GuidError(Kind::Masked));
    }
    // Positions count from the first character of the text as given.
    let before = text.chars().take_while(|&c| wrapping(c)).count();
    let (mut value, mut digits) = (0u128, 0usize);
    let mut cuts = Vec::new();
    for (at, c) in core.chars().enumerate() {
        if is_dash(c) || c == '_' {
            cuts.push(digits);
        } else if let Some(digit) = narrow(c).to_digit(16) {
            // Digits beyond the 32nd push the first ones out; such a text is refused below.
            value = value << 4 | u128::from(digit);
            digits += 1;
        } else if !is_blank(c) {
            return Err(GuidError(Kind::NotHexadecimal {
                position: before + at + 1,
                found: c,
            }));
        }
    }
    if digits == 32 && cuts.iter().all(|cut| matches!(cut, 8 | 12 | 16 | 20)) {
        return Ok(Uuid::from_u128(value));
    }
    if cuts.is_empty() {
        return Err(GuidError(Kind::Digits(digits)));
    }
    if let &[a, b, c, d] = cuts.as_slice() {
        return Err(GuidError(Kind::Widths([
            a,
            b - a,
            c - b,
            d - c,
            digits - d,
        ])));
    }
    Err(GuidError(Kind::Groups {
        groups: cuts.len() + 1,
        digits,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "59a52881-a989-479d-af46-f275c6370663";

    #[track_caller]
    fn reads(text: &str) {
        assert_eq!(parse(text).map(|id| id.to_string()), Ok(ID.to_owned()));
    }

    #[track_caller]
    fn explains(text: &str, sentence: &str) {
        assert_eq!(parse(text).unwrap_err().to_string(), sentence);
    }

    #[test]
    fn spellings_that_are_read() {
        reads(ID);
        reads("59A52881-A989-479D-AF46-F275C6370663");
        reads("{59a52881-a989-479d-af46-f275c6370663}");
        reads("  (59a52881-a989-479d-af46-f275c6370663)\r\n");
        reads("\u{feff}\"59a52881-a989-479d-af46-f275c6370663\",");
        reads("59a52881a989479daf46f275c6370663");
        reads("59a52881\u{2013}a989\u{2014}479d\u{2011}af46\u{2212}f275c6370663");
        reads("59a52881 a989 479d af46 f275c6370663");
        reads("59a52881-a989-479d-af46-\n   f275c6370663");
        reads("59a52881-a989-479daf46f275c6370663");
        reads("\u{ff15}\u{ff19}a52881-a989-479d-af46-f275c6370663");
    }

    #[test]
    fn explanations() {
        explains("", "There is nothing here.");
        explains(" {} ", "There is nothing here.");
        explains(
            "59a52881-a989-479d-af4-f275c6370663",
            "Group 4 has 3 of 4 digits: 1 is missing.",
        );
        explains(
            "59a52881-a989-479d-af46-f275c637066345",
            "Group 5 has 14 of 12 digits: 2 are too many.",
        );
        explains(
            "59a5288-1a989-479d-af46-f275c6370663",
            "Group 1 has 7 of 8 digits: 1 is missing. Group 2 has 5 of 4 digits: 1 is too many.",
        );
        explains(
            "59a52881-a989-479d",
            "A GUID has five groups of 8, 4, 4, 4 and 12 digits; this has 3 groups with 16 of 32 digits in all.",
        );
        explains(
            "59a52881a989479daf46f275c637066",
            "A GUID has 32 digits; this has 31: 1 is missing.",
        );
        explains(
            "{59a52881-a989-479d-af46-f275c637O663}",
            "Character 34 is \u{201c}O\u{201d}, which is no hexadecimal digit (0 to 9, A to F). The digit 0 may be meant.",
        );
        explains(
            "59g",
            "Character 3 is \u{201c}g\u{201d}, which is no hexadecimal digit (0 to 9, A to F).",
        );
        explains(
            "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
            "Somebody masked it, so it can't be read.",
        );
    }

    #[test]
    fn masks_are_told_apart() {
        for text in [
            "59a52881-****-****-****-************",
            "59a52881-####",
            "<redacted>",
            "[REMOVED]",
            "XXXXXXXX",
        ] {
            assert!(parse(text).is_err_and(|why| why.is_masked()), "{text}");
        }
        assert!(
            parse("nothing").is_err_and(|why| !why.is_masked() && why.stray() == Some((1, 'n')))
        );
    }

    #[test]
    fn found_in_a_sentence() {
        let text = format!("caf\u{e9} 1-2-3 /ato {ID}.");
        let (start, end, id) = find(&text).unwrap();
        assert_eq!((&text[start..end], id.to_string().as_str()), (ID, ID));
        assert_eq!(find(&format!("a{ID}")), None);
        assert_eq!(find(&format!("{ID}0")), None);
        assert_eq!(
            find("05426-00206-234-001162-03-1033-9200.0000-0992013"),
            None
        );
        assert_eq!(find(""), None);
    }
}
