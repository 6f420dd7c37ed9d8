//! Installation IDs: nine groups of six or of seven digits, the last digit of each a check digit.
//!
//! The rule was proven on every published number found (104 of 104 groups, both lengths); it finds slips of copying and
//! says nothing about whether Microsoft would accept the number. Nothing here produces one.
//!
//! ```
//! use activation_desk::id::installation_id::{Inspection, inspect};
//! let Inspection::Groups(groups) = inspect("020650770493837252929082195773527024195725809211989214") else { panic!() };
//! assert_eq!((groups.size(), groups.all_hold()), (6, true));
//! ```

use std::{borrow::Cow, fmt};

use super::{
    liberty::Liberty,
    shape::{is_blank, is_dash, is_mask, narrow, plural, says_masked},
    written,
};

pub use super::{
    installation_break::{Break, OddGroup, locate},
    installation_length::{Cause, Suspect, WrongLength},
};

/// What a text given as an Installation ID turned out to be. `Display` gives sentences for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inspection {
    /// Nothing but blanks and separators.
    Empty,
    /// A person wrote X, *, # or "<redacted>" over some of it.
    Masked,
    /// A character that is neither a digit nor a separator.
    NotDigits {
        /// 1-based, in characters of the text given.
        position: usize,
        /// The character.
        found: char,
    },
    /// Digits that a document or a careful person put in place of a real number.
    Placeholder(Placeholder),
    /// Digits only, but neither 54 nor 63.
    WrongLength(WrongLength),
    /// 54 or 63 digits, cut into their nine groups.
    Groups(Groups),
}

/// The placeholders that were seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placeholder {
    /// Zeros only. They pass every check digit, so they are told by name.
    Zeros,
    /// 1, 2, 3, ... over and over.
    Counting,
}

/// The nine groups of a whole Installation ID.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Groups(Vec<Group>);

/// One group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// 1 to 9.
    pub index: usize,
    /// Six or seven digits.
    pub digits: String,
    /// Whether its last digit follows from the others.
    pub check: Check,
}

/// The check digit of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// It is the one that is due.
    Holds,
    /// It is another one: a digit of this group is wrong.
    Fails {
        /// The digit that is due, 0 to 6.
        expected: u8,
        /// The digit that stands there.
        found: u8,
    },
}

/// The digits of an Installation ID as it is given on the phone or the command line: separators and everything else left
/// out, full-width digits made plain. Borrowed where the text was digits already. Use [`inspect`] to learn whether
/// something other than separators was left out.
pub fn digits(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim_matches(is_separator);
    if trimmed.bytes().all(|byte| byte.is_ascii_digit()) {
        Cow::Borrowed(trimmed)
    } else {
        Cow::Owned(
            trimmed
                .chars()
                .map(narrow)
                .filter(char::is_ascii_digit)
                .collect(),
        )
    }
}

/// Looks at a text that should be one Installation ID, with or without separators (blanks, hyphens, dashes, dots, line breaks).
pub fn inspect(text: &str) -> Inspection {
    if says_masked(text) {
        return Inspection::Masked;
    }
    let stray = (1..)
        .zip(text.chars())
        .find(|&(_, c)| !narrow(c).is_ascii_digit() && !is_separator(c));
    if let Some((position, found)) = stray {
        let masked = text.chars().map(narrow).any(is_mask);
        return if masked {
            Inspection::Masked
        } else {
            Inspection::NotDigits { position, found }
        };
    }
    let digits = digits(text);
    if digits.is_empty() {
        return Inspection::Empty;
    }
    if let Some(placeholder) = placeholder(digits.as_bytes()) {
        return Inspection::Placeholder(placeholder);
    }
    match digits.len() {
        54 => Inspection::Groups(Groups::cut(&digits, 6)),
        63 => Inspection::Groups(Groups::cut(&digits, 7)),
        _ => Inspection::WrongLength(WrongLength::explain(digits.as_bytes())),
    }
}

/// An Installation ID as somebody typed it: what it is, and what was forgiven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspected {
    /// The digits; empty where none could be read.
    pub digits: String,
    /// What it is.
    pub inspection: Inspection,
    /// Where digits were lost or came in, if the check digits single it out.
    pub location: Option<Break>,
    /// Groups written with more or fewer digits than nearly all others: 1-based place, digits.
    pub odd_pieces: Vec<(usize, usize)>,
    /// What was forgiven.
    pub liberties: Vec<Liberty>,
}

/// Like [`inspect`], with more forgiveness: letters that look like digits are read as digits, labels of groups are left out; all
/// of that is told. And where groups fail or digits are missing, with the place where it happened.
pub fn inspect_typed(text: &str) -> Inspected {
    let Ok(written) = written::read(text) else {
        return Inspected {
            digits: String::new(),
            inspection: inspect(text),
            location: None,
            odd_pieces: Vec::new(),
            liberties: Vec::new(),
        };
    };
    let inspection = inspect(&written.digits);
    let (location, size) = match &inspection {
        Inspection::Groups(groups) if groups.failing().count() >= 2 => {
            (locate(&written.digits), Some(groups.size()))
        }
        Inspection::WrongLength(why) => {
            let location = locate(&written.digits);
            let size = location
                .as_ref()
                .map(|location| location.size)
                .or(why.first_suspect().map(|suspect| suspect.size));
            (location, size)
        }
        _ => (None, None),
    };
    Inspected {
        odd_pieces: size.map_or_else(Vec::new, |size| written::odd_pieces(&written.pieces, size)),
        digits: written.digits,
        inspection,
        location,
        liberties: written.liberties,
    }
}

/// The check digit (0 to 6) that is due after the other digits of a group: their sum, every second one counted twice,
/// modulo 7. Takes ASCII digits.
pub(super) fn check_digit(others: &[u8]) -> u8 {
    let sum: usize = others
        .iter()
        .enumerate()
        .map(|(at, byte)| usize::from(byte.wrapping_sub(b'0')) * (1 + at % 2))
        .sum();
    (sum % 7) as u8
}

/// The check of one group of ASCII digits.
pub(super) fn check(group: &[u8]) -> Check {
    let Some((last, others)) = group.split_last() else {
        return Check::Holds;
    };
    let (expected, found) = (check_digit(others), last.wrapping_sub(b'0'));
    if expected == found {
        Check::Holds
    } else {
        Check::Fails { expected, found }
    }
}

impl Groups {
    fn cut(digits: &str, size: usize) -> Self {
        let groups = digits
            .as_bytes()
            .chunks(size)
            .zip(1..)
            .map(|(group, index)| Group {
                index,
                digits: group.iter().copied().map(char::from).collect(),
                check: check(group),
            });
        Groups(groups.collect())
    }

    /// The digits of each group: 6 or 7.
    pub fn size(&self) -> usize {
        if self.0.first().is_some_and(|group| group.digits.len() == 6) {
            6
        } else {
            7
        }
    }

    /// The nine groups in order.
    pub fn groups(&self) -> &[Group] {
        &self.0
    }

    /// The groups whose check digit does not hold.
    pub fn failing(&self) -> impl Iterator<Item = &Group> {
        self.0.iter().filter(|group| group.check != Check::Holds)
    }

    /// Whether every check digit holds.
    pub fn all_hold(&self) -> bool {
        self.failing().next().is_none()
    }
}

impl fmt::Display for Inspection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Inspection::Empty => f.write_str("There is nothing here."),
            Inspection::Masked => f.write_str("Somebody masked it, so it can't be checked."),
            Inspection::NotDigits { position, found } => {
                write!(
                    f,
                    "Character {position} is \u{201c}{found}\u{201d}; an Installation ID has digits only."
                )
            }
            Inspection::Placeholder(Placeholder::Zeros) => {
                f.write_str("Zeros only: a placeholder, not a real Installation ID.")
            }
            Inspection::Placeholder(Placeholder::Counting) => f.write_str(
                "1, 2, 3 and so on: a placeholder from a document, not a real Installation ID.",
            ),
            Inspection::WrongLength(why) => why.fmt(f),
            Inspection::Groups(groups) => groups.fmt(f),
        }
    }
}

impl fmt::Display for Groups {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, size) = (self.0.len(), self.size());
        write!(f, "{} digits in {count} groups of {size}. ", count * size)?;
        let failing: Vec<_> = self.failing().collect();
        if failing.is_empty() {
            return write!(f, "The check digits of all {count} groups hold.");
        }
        write!(
            f,
            "The check digit fails in {} group{}: ",
            failing.len(),
            plural(failing.len())
        )?;
        for (at, group) in failing.iter().enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            write!(f, "{comma}{}", group.index)?;
        }
        f.write_str(". A digit there was copied wrongly.")
    }
}

fn is_separator(c: char) -> bool {
    is_blank(c) || is_dash(c) || matches!(c, '.' | ',' | '_' | '/' | '\u{b7}' | '"' | '\'')
}

/// Twelve digits or more that are all zero, or count up from 1 in rounds of six or of ten.
pub(super) fn placeholder(digits: &[u8]) -> Option<Placeholder> {
    let rounds = |pattern: &[u8]| digits.iter().eq(pattern.iter().cycle().take(digits.len()));
    if digits.len() < 12 {
        None
    } else if rounds(b"0") {
        Some(Placeholder::Zeros)
    } else if rounds(b"123456") || rounds(b"1234567") || rounds(b"1234567890") {
        Some(Placeholder::Counting)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFICE: &str = "020650770493837252929082195773527024195725809211989214";
    const WINDOWS: &str = "489126343257012289105546522085205332958764158851011127139061121";

    #[track_caller]
    fn says(text: &str, sentence: &str) {
        assert_eq!(inspect(text).to_string(), sentence);
    }

    #[test]
    fn whole_numbers() {
        says(
            OFFICE,
            "54 digits in 9 groups of 6. The check digits of all 9 groups hold.",
        );
        says(
            WINDOWS,
            "63 digits in 9 groups of 7. The check digits of all 9 groups hold.",
        );
        let spaced = "020650-770493\u{2013}837252 929082\u{a0}195773.527024\r\n  195725\u{2014}809211 \u{ff19}89214 ";
        assert_eq!(digits(spaced), OFFICE);
        assert_eq!(inspect(spaced), inspect(OFFICE));
        assert!(matches!(digits(OFFICE), Cow::Borrowed(OFFICE)));
    }

    #[test]
    fn slips_are_found_in_their_group() {
        let wrong = OFFICE.replacen("770493", "770593", 1);
        let Inspection::Groups(groups) = inspect(&wrong) else {
            panic!("{wrong}")
        };
        let failing: Vec<_> = groups.failing().cloned().collect();
        assert_eq!(
            failing,
            [Group {
                index: 2,
                digits: "770593".into(),
                check: Check::Fails {
                    expected: 5,
                    found: 3
                }
            }]
        );
        says(
            &wrong,
            "54 digits in 9 groups of 6. The check digit fails in 1 group: 2. A digit there was copied wrongly.",
        );
    }

    #[test]
    fn other_texts() {
        says("", "There is nothing here.");
        says(" - ", "There is nothing here.");
        says(
            "020650-xxxxxx",
            "Somebody masked it, so it can't be checked.",
        );
        says(
            "*************",
            "Somebody masked it, so it can't be checked.",
        );
        says("<redacted>", "Somebody masked it, so it can't be checked.");
        says(
            "02065O",
            "Character 6 is \u{201c}O\u{201d}; an Installation ID has digits only.",
        );
        says(
            &"0".repeat(63),
            "Zeros only: a placeholder, not a real Installation ID.",
        );
        says(
            &"123456".repeat(9),
            "1, 2, 3 and so on: a placeholder from a document, not a real Installation ID.",
        );
        says(
            "123456-789012-345678-901234-567890",
            "1, 2, 3 and so on: a placeholder from a document, not a real Installation ID.",
        );
    }

    /// The share of single wrong digits that go unseen is what the field's meaning says: 0/7, 1/8 and 2/9 before the check digit.
    #[test]
    fn blind_spots_are_those_named() {
        let (mut cases, mut unseen) = (0, 0);
        for at in 0..OFFICE.len() {
            for digit in b'0'..=b'9' {
                let mut changed = OFFICE.as_bytes().to_vec();
                let was = std::mem::replace(&mut changed[at], digit);
                if was == digit {
                    continue;
                }
                let start = at / 6 * 6;
                let holds = check(&changed[start..start + 6]) == Check::Holds;
                assert_eq!(
                    holds,
                    was.abs_diff(digit) == 7 && at % 6 != 5,
                    "{at} {digit}"
                );
                cases += 1;
                unseen += usize::from(holds);
            }
        }
        assert_eq!(cases, 54 * 9);
        assert!(
            (0.03..0.08).contains(&(unseen as f64 / cases as f64)),
            "{unseen} of {cases}"
        );
    }
}
