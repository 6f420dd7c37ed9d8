//! What was forgiven while an identifier was read: each liberty that was taken is told, so that nothing is corrected in silence.

use super::shape::narrow;

/// Something that was not as it should be and was read all the same. The words are in `wording::ids`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Liberty {
    /// Brackets, quotes or marks around it were left out.
    Wrapping,
    /// A character was taken for the one that it looks like.
    LookAlike {
        /// 1-based, in characters of the text given.
        position: usize,
        /// The character that stands there.
        found: char,
        /// What it was read as.
        read_as: char,
    },
    /// Full-width characters were read as their usual forms.
    FullWidth,
    /// Dashes of another kind stand in place of hyphens.
    Dashes,
    /// Blanks or other marks stand in place of hyphens, or between the digits.
    Separators,
    /// Hyphens are missing.
    NoHyphens,
    /// The hyphens stand elsewhere: the digits between them.
    HyphensMoved(Vec<usize>),
    /// It was broken over lines.
    Wrapped,
    /// Letters or numbers that only name the groups ("A:", "1.") were left out.
    Labels,
    /// Upper and lower case were exchanged where it matters.
    Case,
    /// A 64-bit value: the upper half repeats the sign.
    SignExtended,
    /// Marks between thousands were left out.
    Thousands,
}

/// The decimal digit that a character is easily taken for. Latin, Greek and Cyrillic letters; never a digit itself.
pub(super) const fn digit_like(c: char) -> Option<char> {
    Some(match c {
        'O' | 'o' | 'Q' | '\u{39f}' | '\u{3bf}' | '\u{41e}' | '\u{43e}' => '0',
        'l' | 'I' | 'i' | '|' | '\u{406}' | '\u{456}' | '\u{399}' => '1',
        'Z' | 'z' => '2',
        '\u{417}' | '\u{437}' => '3',
        'S' | 's' | '\u{405}' | '\u{455}' => '5',
        _ => return None,
    })
}

/// The same for hexadecimal digits: here A to F are digits, and their Greek and Cyrillic doubles are taken for them.
pub(super) const fn hexadecimal_like(c: char) -> Option<char> {
    Some(match c {
        '\u{391}' | '\u{410}' | '\u{430}' => 'a',
        '\u{392}' | '\u{412}' => 'b',
        '\u{421}' | '\u{441}' | '\u{3f2}' => 'c',
        '\u{395}' | '\u{415}' | '\u{435}' => 'e',
        _ => return digit_like(c),
    })
}

/// Notes a liberty once.
pub(super) fn once(liberties: &mut Vec<Liberty>, liberty: Liberty) {
    if !liberties.contains(&liberty) {
        liberties.push(liberty);
    }
}

/// The usual form of a character; a full-width one is told.
pub(super) fn usual(c: char, liberties: &mut Vec<Liberty>) -> char {
    let narrowed = narrow(c);
    if narrowed != c {
        once(liberties, Liberty::FullWidth);
    }
    narrowed
}
