//! Confirmation IDs: the answer of the telephone, eight groups of six digits, A to H; an older form has seven.
//!
//! Only the form is looked at. Whether a number is the right one is known to Microsoft alone; nothing here can produce one. The
//! check digit of Installation IDs held in the one published number of the older form and is proven on no current one, so it is
//! handed out as a hint and refuses nothing.
//!
//! ```
//! use activation_desk::id::confirmation_id::{Inspection, inspect};
//! let Inspection::InstallationId(digits) = inspect("020650770493837252929082195773527024195725809211989214").inspection
//!     else { panic!() };
//! assert_eq!(digits, 54);
//! ```

use super::{
    installation_id::{self, Check, Placeholder},
    liberty::Liberty,
    written::{self, Unread},
};

/// The digits of a group.
pub const GROUP: usize = 6;
/// The digits of a Confirmation ID.
pub const LENGTH: usize = 48;
/// The digits of the older form.
pub const OLD_LENGTH: usize = 42;

/// What was looked at, and what was forgiven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspected {
    /// The digits; empty where none could be read.
    pub digits: String,
    /// What it is.
    pub inspection: Inspection,
    /// What was forgiven.
    pub liberties: Vec<Liberty>,
}

/// What a text given as a Confirmation ID turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inspection {
    /// Nothing but blanks and separators.
    Empty,
    /// A person wrote X, * or `<redacted>` over some of it.
    Masked,
    /// A character that is neither a digit nor a separator.
    NotDigits {
        /// 1-based, in characters of the text given.
        position: usize,
        /// The character.
        found: char,
    },
    /// Digits that stand in place of a real number.
    Placeholder(Placeholder),
    /// 54 or 63 digits, or six whole groups of seven: (a part of) an Installation ID, the number that is read out, not the answer.
    InstallationId(usize),
    /// The same 48 or 42 digits twice in a row.
    Twice(usize),
    /// Another number of digits.
    WrongLength(WrongLength),
    /// 48 digits, or 42 of the older form.
    Groups(Vec<Group>),
}

/// How far off a length is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongLength {
    /// The digits that there are.
    pub count: usize,
    /// Digits missing to make 48; negative where there are more.
    pub missing: isize,
    /// Groups that were written with more or fewer than six digits, where the writing shows groups.
    pub odd: Vec<OddGroup>,
}

/// A group written with more or fewer than six digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OddGroup {
    /// A to H, or none beyond the eighth.
    pub letter: Option<char>,
    /// The digits that it has.
    pub found: usize,
}

/// One group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// A to H.
    pub letter: char,
    /// Six digits.
    pub digits: String,
    /// Whether it follows the rule of Installation IDs: a soft hint only.
    pub follows_rule: bool,
}

/// The letter of a group, counted from 0.
pub const fn letter(index: usize) -> Option<char> {
    match index {
        0..8 => Some((b'A' + index as u8) as char),
        _ => None,
    }
}

/// Looks at a text that should be one Confirmation ID, with or without separators, labels (A to H) and line breaks. Letters
/// that look like digits are read as digits and told.
pub fn inspect(text: &str) -> Inspected {
    let written = match written::read(text) {
        Ok(written) => written,
        Err(why) => {
            let inspection = match why {
                Unread::Empty => Inspection::Empty,
                Unread::Masked => Inspection::Masked,
                Unread::Stray(position, found) => Inspection::NotDigits { position, found },
            };
            return Inspected {
                digits: String::new(),
                inspection,
                liberties: Vec::new(),
            };
        }
    };
    Inspected {
        inspection: judge(&written.digits, &written.pieces),
        digits: written.digits,
        liberties: written.liberties,
    }
}

fn judge(digits: &str, pieces: &[usize]) -> Inspection {
    let bytes = digits.as_bytes();
    let count = digits.len();
    if let Some(placeholder) = installation_id::placeholder(bytes) {
        return Inspection::Placeholder(placeholder);
    }
    let holds = |size: usize| {
        bytes
            .chunks_exact(size)
            .all(|group| installation_id::check(group) == Check::Holds)
    };
    let half = count / 2;
    match count {
        54 | 63 => Inspection::InstallationId(count),
        // Six groups of seven hold by chance in one number of a million.
        OLD_LENGTH if holds(7) && !holds(GROUP) => Inspection::InstallationId(count),
        LENGTH | OLD_LENGTH => Inspection::Groups(groups(bytes)),
        84 | 96 if bytes[..half] == bytes[half..] => Inspection::Twice(half),
        _ => Inspection::WrongLength(WrongLength {
            count,
            missing: LENGTH as isize - count as isize,
            odd: written::odd_pieces(pieces, GROUP)
                .into_iter()
                .map(|(place, found)| OddGroup {
                    letter: letter(place - 1),
                    found,
                })
                .collect(),
        }),
    }
}

fn groups(digits: &[u8]) -> Vec<Group> {
    ('A'..='H')
        .zip(digits.chunks_exact(GROUP))
        .map(|(letter, group)| Group {
            letter,
            digits: group.iter().copied().map(char::from).collect(),
            follows_rule: installation_id::check(group) == Check::Holds,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Made up; no answer to anything.
    const MADE_UP: &str = "314159265358979323846264338327950288419716939937";

    #[track_caller]
    fn is(text: &str, inspection: Inspection) {
        assert_eq!(inspect(text).inspection, inspection, "{text}");
    }

    #[test]
    fn groups_from_a_to_h() {
        let Inspection::Groups(groups) = inspect(MADE_UP).inspection else {
            panic!()
        };
        let letters: String = groups.iter().map(|group| group.letter).collect();
        assert_eq!(letters, "ABCDEFGH");
        assert_eq!(groups[1].digits, "265358");
        let Inspection::Groups(groups) = inspect(&MADE_UP[..42]).inspection else {
            panic!()
        };
        assert_eq!(groups.len(), 7);
    }

    #[test]
    fn as_people_type_it() {
        let labelled = "A 314159 B 265358 C 979323 D 846264 E 338327 F 950288 G 419716 H 939937";
        let inspected = inspect(labelled);
        assert_eq!(inspected.digits, MADE_UP);
        assert_eq!(inspected.liberties, [Liberty::Labels]);
        let spoken = inspect("314159-265358-979323\n846264-338327-950288-419716-93993Z");
        assert_eq!(spoken.digits.len(), 48);
        assert_eq!(spoken.liberties.len(), 1);
    }

    #[test]
    fn other_numbers() {
        is("", Inspection::Empty);
        is("314159-******", Inspection::Masked);
        is(
            "31415 hello",
            Inspection::NotDigits {
                position: 7,
                found: 'h',
            },
        );
        is(&"0".repeat(48), Inspection::Placeholder(Placeholder::Zeros));
        is(
            &"1234567".repeat(9),
            Inspection::Placeholder(Placeholder::Counting),
        );
        is(
            "489126343257012289105546522085205332958764158851011127139061121",
            Inspection::InstallationId(63),
        );
        is(
            "489126343257012289105546522085205332958764",
            Inspection::InstallationId(42),
        );
        is(&MADE_UP.repeat(2), Inspection::Twice(48));
        let short = "314159 265358 97932 846264 338327 950288 419716 939937";
        is(
            short,
            Inspection::WrongLength(WrongLength {
                count: 47,
                missing: 1,
                odd: vec![OddGroup {
                    letter: Some('C'),
                    found: 5,
                }],
            }),
        );
        is(
            &format!("{MADE_UP}1"),
            Inspection::WrongLength(WrongLength {
                count: 49,
                missing: -1,
                odd: vec![],
            }),
        );
    }

    #[test]
    fn every_truncation_is_told() {
        for end in 0..LENGTH {
            match inspect(&MADE_UP[..end]).inspection {
                Inspection::Empty => assert_eq!(end, 0),
                Inspection::Groups(groups) => assert_eq!((end, groups.len()), (42, 7)),
                Inspection::WrongLength(why) => {
                    assert_eq!((why.count, why.missing), (end, 48 - end as isize));
                }
                other => panic!("{end}: {other:?}"),
            }
        }
    }
}
