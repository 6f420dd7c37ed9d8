//! Activation IDs as a tired person types or copies them: read with forgiveness, each liberty told.
//!
//! [`guid::parse`](super::guid::parse) takes what programs print and refuses the rest; the reader of pastes uses that. This one
//! is for a box into which somebody types: it forgives as much as leaves no doubt about the 32 digits, and where it can't, it
//! says which group is short or long and by how much. Digits are never invented.
//!
//! ```
//! use activation_desk::id::{activation_id, liberty::Liberty};
//! let read = activation_id::read("98ebfe73-2O84-4c97-932c-c0cd1643bea7").unwrap();
//! assert_eq!(read.id.to_string(), "98ebfe73-2084-4c97-932c-c0cd1643bea7");
//! assert_eq!(read.liberties, [Liberty::LookAlike { position: 11, found: 'O', read_as: '0' }]);
//! ```

use uuid::Uuid;

pub use super::guid::OddGroup;
use super::{
    guid::WIDTHS,
    liberty::{Liberty, hexadecimal_like, once, usual},
    shape::{is_blank, is_dash, is_mask, says_masked},
};

/// Longer texts are no single GUID, however it was typed.
const LONGEST: usize = 400;

/// An ID and what was forgiven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The ID.
    pub id: Uuid,
    /// What was forgiven, in order of discovery.
    pub liberties: Vec<Liberty>,
}

/// Why a text is no ID, and how far it could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What is wrong.
    pub kind: TroubleKind,
    /// The digits in lower case, with strays in their places (`?` where they are no ASCII): to find an ID that is nearly this one.
    pub digits: String,
    /// What was forgiven on the way.
    pub liberties: Vec<Liberty>,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TroubleKind {
    /// Nothing but blanks and brackets.
    Empty,
    /// A person wrote X, * or `<redacted>` over some of it.
    Masked,
    /// A character that is no hexadecimal digit and looks like none.
    Stray {
        /// 1-based, in characters of the text given.
        position: usize,
        /// The character.
        found: char,
    },
    /// Groups as they stand there, with another number of digits than 32 in all.
    Groups(Vec<usize>),
    /// No groups, and another number of digits than 32.
    Digits(usize),
    /// Far too long for one ID.
    TooLong,
}

impl Trouble {
    /// The groups that are too short or too long, where there are five.
    pub fn odd_groups(&self) -> Vec<OddGroup> {
        match &self.kind {
            TroubleKind::Groups(found) => odd_groups(found),
            _ => Vec::new(),
        }
    }
}

/// The groups of five that are too short or too long; none where there are more or fewer than five.
pub fn odd_groups(found: &[usize]) -> Vec<OddGroup> {
    if found.len() != WIDTHS.len() {
        return Vec::new();
    }
    (1..)
        .zip(WIDTHS.iter().zip(found))
        .filter(|(_, (expected, found))| expected != found)
        .map(|(group, (&expected, &found))| OddGroup {
            group,
            expected,
            found,
        })
        .collect()
}

/// Reads a text that is meant to be one GUID.
///
/// Forgiven: brackets, quotes and marks around it; either case; blanks, line breaks, dots and underscores in between; dashes of
/// any kind; hyphens that are missing or stand elsewhere; full-width characters; letters that look like a digit (O, Q, l, I, S,
/// Z, and the Greek and Cyrillic doubles of A to F). Not forgiven: any other character, and any other number of digits than 32.
///
/// # Errors
/// What is wrong, with the digits that were read.
pub fn read(text: &str) -> Result<Read, Trouble> {
    let mut liberties = Vec::new();
    let fail = |kind, digits, liberties| {
        Err(Trouble {
            kind,
            digits,
            liberties,
        })
    };
    if text.len() > LONGEST {
        return fail(TroubleKind::TooLong, String::new(), liberties);
    }
    let core = text.trim_matches(is_around);
    if core.is_empty() {
        return fail(TroubleKind::Empty, String::new(), liberties);
    }
    if says_masked(core) || core.chars().map(super::shape::narrow).any(is_mask) {
        return fail(TroubleKind::Masked, String::new(), liberties);
    }
    if core.len() < text.trim_matches(is_blank).len() {
        liberties.push(Liberty::Wrapping);
    }
    let before = text.chars().take_while(|&c| is_around(c)).count();
    let mut row = Row::default();
    let mut stray = None;
    for (at, c) in core.chars().enumerate() {
        let position = before + at + 1;
        if let Err(()) = row.take(c, position, &mut liberties) {
            stray = stray.or(Some(TroubleKind::Stray { position, found: c }));
            // Its place is kept, so that the rest can be compared.
            let kept = Some(c.to_ascii_lowercase()).filter(char::is_ascii_alphanumeric);
            row.digits.push(kept.unwrap_or('?'));
        }
    }
    if let Some(stray) = stray {
        return fail(stray, row.digits, liberties);
    }
    let groups = row.groups();
    if row.digits.len() != 32 {
        let kind = if groups.len() > 1 {
            TroubleKind::Groups(groups)
        } else {
            TroubleKind::Digits(row.digits.len())
        };
        return fail(kind, row.digits, liberties);
    }
    let Ok(id) = Uuid::try_parse_ascii(row.digits.as_bytes()) else {
        return fail(TroubleKind::Digits(32), row.digits, liberties);
    };
    row.tell_hyphens(&groups, &mut liberties);
    Ok(Read { id, liberties })
}

/// Digits with what stands between them.
#[derive(Default)]
struct Row {
    digits: String,
    /// Digits before each dash.
    dashes: Vec<usize>,
    /// Digits before each gap of blanks.
    blanks: Vec<usize>,
    /// Whether a line ended just now: quote marks may follow.
    at_line_start: bool,
    other_marks: bool,
}

impl Row {
    fn take(&mut self, c: char, position: usize, liberties: &mut Vec<Liberty>) -> Result<(), ()> {
        let count = self.digits.len();
        if c == '\u{ad}' {
            // A soft hyphen is seen only where a line ends.
            return Ok(());
        } else if is_dash(c) {
            if c != '-' {
                once(liberties, Liberty::Dashes);
            }
            self.dashes.push(count);
        } else if c == '\n' || c == '\r' {
            once(liberties, Liberty::Wrapped);
            self.at_line_start = true;
            return Ok(());
        } else if is_blank(c) {
            if c.is_whitespace() {
                self.blanks.push(count);
            }
            return Ok(());
        } else if matches!(c, '.' | '_' | ':' | '/' | '\u{b7}') {
            self.other_marks = true;
            self.dashes.push(count);
        } else if c == '>' && self.at_line_start {
            return Ok(());
        } else {
            let usual = usual(c, liberties);
            if usual.is_ascii_hexdigit() {
                self.digits.push(usual.to_ascii_lowercase());
            } else if let Some(digit) = hexadecimal_like(usual) {
                liberties.push(Liberty::LookAlike {
                    position,
                    found: c,
                    read_as: digit,
                });
                self.digits.push(digit);
            } else {
                return Err(());
            }
        }
        self.at_line_start = false;
        Ok(())
    }

    /// The digits of each group: between dashes or, without any, between blanks.
    fn groups(&self) -> Vec<usize> {
        let mut cuts = if self.dashes.is_empty() {
            self.blanks.clone()
        } else {
            self.dashes.clone()
        };
        // Two marks beside each other are one cut.
        cuts.dedup();
        cuts.retain(|&cut| cut > 0 && cut < self.digits.len());
        let mut from = 0;
        let mut groups: Vec<usize> = cuts
            .iter()
            .map(|&cut| {
                let group = cut - from;
                from = cut;
                group
            })
            .collect();
        groups.push(self.digits.len() - from);
        groups
    }

    fn tell_hyphens(&self, groups: &[usize], liberties: &mut Vec<Liberty>) {
        let mut sum = 0;
        let in_place = groups[..groups.len() - 1].iter().all(|group| {
            sum += group;
            matches!(sum, 8 | 12 | 16 | 20)
        });
        if self.other_marks || (self.dashes.is_empty() && groups.len() > 1) {
            once(liberties, Liberty::Separators);
        }
        if !in_place && !self.dashes.is_empty() {
            once(liberties, Liberty::HyphensMoved(groups.to_vec()));
        } else if self.dashes.is_empty() && groups.len() == 1 || in_place && groups.len() < 5 {
            once(liberties, Liberty::NoHyphens);
        }
    }
}

/// What may stand around an ID.
fn is_around(c: char) -> bool {
    is_blank(c)
        || matches!(
            super::shape::narrow(c),
            '{' | '}'
                | '('
                | ')'
                | '['
                | ']'
                | '<'
                | '>'
                | '"'
                | '\''
                | '`'
                | ','
                | ';'
                | '.'
                | ':'
                | '='
                | '!'
        )
        || matches!(
            c,
            '\u{2018}'..='\u{201e}' | '\u{ab}' | '\u{bb}' | '\u{3002}' | '\u{3001}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "59a52881-a989-479d-af46-f275c6370663";

    #[track_caller]
    fn reads(text: &str, liberties: &[Liberty]) {
        let read = read(text).unwrap_or_else(|why| panic!("{text}: {why:?}"));
        assert_eq!(read.id.to_string(), ID, "{text}");
        assert_eq!(read.liberties, liberties, "{text}");
    }

    #[track_caller]
    fn fails(text: &str, kind: TroubleKind) -> Trouble {
        let why = read(text).expect_err(text);
        assert_eq!(why.kind, kind, "{text}");
        why
    }

    fn like(position: usize, found: char, read_as: char) -> Liberty {
        Liberty::LookAlike {
            position,
            found,
            read_as,
        }
    }

    #[test]
    fn liberties() {
        use Liberty::*;
        reads(ID, &[]);
        reads(&ID.to_uppercase(), &[]);
        reads(&format!(" {ID}\r\n"), &[]);
        reads(&format!("{{{ID}}}"), &[Wrapping]);
        reads(&format!("({ID})."), &[Wrapping]);
        reads(&format!("\u{201e}{ID}\u{201c}"), &[Wrapping]);
        reads(&ID.replace('-', ""), &[NoHyphens]);
        reads(&ID.replace('-', " "), &[Separators]);
        reads(&ID.replace('-', "_"), &[Separators]);
        reads(&ID.replace('-', "\u{2013}"), &[Dashes]);
        reads(&ID.replace('-', " - "), &[]);
        reads(&ID.replace('-', "--"), &[]);
        reads("59a52881-a989-479d-af46-f275c63\n70663", &[Wrapped]);
        reads("59a52881-a989-479d-\r\n> af46-f275c6370663", &[Wrapped]);
        reads("59a52881-a989-479d-af46f275c6370663", &[NoHyphens]);
        reads(
            "59a5288-1a989-479d-af46-f275c6370663",
            &[HyphensMoved(vec![7, 5, 4, 4, 12])],
        );
        reads(
            "59a52881-a989-479d-af46-f275c637O663",
            &[like(33, 'O', '0')],
        );
        reads(
            "{S9a5288l-a989-479d-af46-f275c6370663}",
            &[Wrapping, like(2, 'S', '5'), like(9, 'l', '1')],
        );
        reads(
            "\u{ff15}\u{ff19}a52881-a989-479d-af46-f275c6370663",
            &[FullWidth],
        );
        reads(
            "59\u{430}52881-a989-479d-af46-f275c6370663",
            &[like(3, '\u{430}', 'a')],
        );
    }

    #[test]
    fn troubles() {
        use TroubleKind::*;
        fails("", Empty);
        fails(" {} ", Empty);
        fails("59a52881-****-****-****-************", Masked);
        fails("<redacted>", Masked);
        fails(
            "59a52881-a989-479d-af46-f275c637g663",
            Stray {
                position: 33,
                found: 'g',
            },
        );
        fails(
            "Hello",
            Stray {
                position: 1,
                found: 'H',
            },
        );
        let short = fails(
            "59a52881-a989-479d-af4-f275c6370663",
            Groups(vec![8, 4, 4, 3, 12]),
        );
        assert_eq!(
            short.odd_groups(),
            [OddGroup {
                group: 4,
                expected: 4,
                found: 3
            }]
        );
        assert_eq!(short.digits, "59a52881a989479daf4f275c6370663");
        let blanks = fails(
            "59a52881 a989 479d af46 f275c637066",
            Groups(vec![8, 4, 4, 4, 11]),
        );
        assert_eq!(
            blanks.odd_groups(),
            [OddGroup {
                group: 5,
                expected: 12,
                found: 11
            }]
        );
        fails("59a52881-a989", Groups(vec![8, 4]));
        fails("59a52881a989479daf46f275c637066", Digits(31));
        fails(&"0".repeat(401), TooLong);
    }
}
