//! Long numbers as people write them down: digits in pieces, with separators, labels and look-alikes.

use super::{
    liberty::{Liberty, digit_like, once, usual},
    shape::{is_blank, is_dash, is_mask, says_masked},
};

/// A number taken from a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    /// Its digits.
    pub digits: String,
    /// The digits of each piece, as separators cut them.
    pub pieces: Vec<usize>,
    /// What was forgiven.
    pub liberties: Vec<Liberty>,
}

/// Why there is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// No digit at all.
    Empty,
    /// A person wrote X, * or `<redacted>` over some of it.
    Masked,
    /// A character that is neither a digit nor a separator, and looks like none; its 1-based position in characters.
    Stray(usize, char),
}

/// A run of letters and digits.
struct Piece {
    /// 1-based, in characters.
    position: usize,
    text: Vec<char>,
}

/// Takes the digits from a text that is meant to be one long number.
pub(super) fn read(text: &str) -> Result<Written, Unread> {
    let mut liberties = Vec::new();
    let trimmed = text.trim_end_matches(|c| c == '?' || is_blank(c));
    if says_masked(trimmed) {
        return Err(Unread::Masked);
    }
    let pieces = pieces(trimmed, &mut liberties)?;
    let labelled = labels(&pieces);
    let mut written = Written::default();
    for (piece, label) in pieces.iter().zip(labelled) {
        if label >= piece.text.len() {
            once(&mut liberties, Liberty::Labels);
            continue;
        }
        if label > 0 {
            once(&mut liberties, Liberty::Labels);
        }
        let start = written.digits.len();
        let has_digit = piece.text.iter().any(char::is_ascii_digit);
        for (position, &c) in (piece.position..).zip(&piece.text).skip(label) {
            match digit_like(c) {
                _ if c.is_ascii_digit() => written.digits.push(c),
                // Short words of such letters ("so", "is") are words.
                Some(digit) if has_digit || piece.text.len() > 4 => {
                    liberties.push(Liberty::LookAlike {
                        position,
                        found: c,
                        read_as: digit,
                    });
                    written.digits.push(digit);
                }
                _ => return Err(Unread::Stray(position, c)),
            }
        }
        written.pieces.push(written.digits.len() - start);
    }
    written.liberties = liberties;
    drop_numbering(&mut written);
    if written.digits.is_empty() {
        return Err(Unread::Empty);
    }
    Ok(written)
}

fn pieces(text: &str, liberties: &mut Vec<Liberty>) -> Result<Vec<Piece>, Unread> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut open = false;
    let mut stray = None;
    for (position, c) in (1..).zip(text.chars()) {
        if is_mask(super::shape::narrow(c)) {
            return Err(Unread::Masked);
        }
        let is_between =
            is_blank(c) || is_dash(c) || is_mark(super::shape::narrow(c)) || is_quote(c);
        if is_between {
            // A character without width cuts nothing.
            open &= is_blank(c) && !c.is_whitespace();
            continue;
        }
        let c = usual(c, liberties);
        if !c.is_alphanumeric() && digit_like(c).is_none() {
            stray = stray.or(Some(Unread::Stray(position, c)));
            open = false;
            continue;
        }
        match pieces.last_mut().filter(|_| open) {
            Some(piece) => piece.text.push(c),
            None => pieces.push(Piece {
                position,
                text: vec![c],
            }),
        }
        open = true;
    }
    match stray {
        Some(stray) => Err(stray),
        None => Ok(pieces),
    }
}

/// How many characters at the start of each piece only name it: the letters A, B, C ... in order, before groups.
fn labels(pieces: &[Piece]) -> Vec<usize> {
    let mut due = 'A';
    let found: Vec<usize> = pieces
        .iter()
        .map(|piece| {
            let is_due = piece.text[0].to_ascii_uppercase() == due && due <= 'H';
            let alone = piece.text.len() == 1;
            let before = piece.text.len() == 7 && piece.text[1..].iter().all(char::is_ascii_digit);
            if is_due && (alone || before) {
                due = char::from(due as u8 + 1);
                1
            } else {
                0
            }
        })
        .collect();
    // One letter alone may be a slip; a row of them is a form.
    if found.iter().sum::<usize>() < 3 {
        return vec![0; pieces.len()];
    }
    found
}

/// Takes out 1, 2, 3 ... where they only count the groups: before each, or all before the first.
fn drop_numbering(written: &mut Written) {
    let pieces = &written.pieces;
    let starts: Vec<usize> = pieces
        .iter()
        .scan(0, |at, piece| {
            let start = *at;
            *at += piece;
            Some(start)
        })
        .collect();
    let digit = |index: usize| written.digits.as_bytes()[starts[index]];
    let counts_up = |mut indices: std::iter::StepBy<std::ops::Range<usize>>| {
        (b'1'..)
            .zip(&mut indices)
            .all(|(due, index)| pieces[index] == 1 && digit(index) == due)
    };
    let count = pieces.len();
    let is_group = |size: &usize| (5..=8).contains(size);
    let each = count >= 12
        && count.is_multiple_of(2)
        && counts_up((0..count).step_by(2))
        && pieces.iter().skip(1).step_by(2).all(is_group);
    let heads = pieces.iter().take_while(|&&size| size == 1).count();
    let first = (6..=9).contains(&heads)
        && count == 2 * heads
        && counts_up((0..heads).step_by(1))
        && pieces[heads..].iter().all(is_group);
    if !each && !first {
        return;
    }
    let keep: Vec<usize> = (0..count)
        .filter(|&index| if each { index % 2 == 1 } else { index >= heads })
        .collect();
    let digits = keep
        .iter()
        .map(|&index| &written.digits[starts[index]..starts[index] + pieces[index]])
        .collect();
    written.pieces = keep.iter().map(|&index| pieces[index]).collect();
    written.digits = digits;
    once(&mut written.liberties, Liberty::Labels);
}

/// Pieces of another size than nearly all have, as groups were written: 1-based place, digits.
pub(super) fn odd_pieces(pieces: &[usize], size: usize) -> Vec<(usize, usize)> {
    let usual = pieces.iter().filter(|&&piece| piece == size).count();
    if pieces.len() < 4 || 2 * usual < pieces.len() {
        return Vec::new();
    }
    (1..)
        .zip(pieces.iter().copied())
        .filter(|&(_, piece)| piece != size)
        .collect()
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '.' | ','
            | '_'
            | '/'
            | '\\'
            | '\u{b7}'
            | '"'
            | '\''
            | ':'
            | ';'
            | '('
            | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '<'
            | '>'
            | '='
            | '+'
            | '~'
    )
}

fn is_quote(c: char) -> bool {
    matches!(c, '\u{2018}'..='\u{201e}' | '\u{ab}' | '\u{bb}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, digits: &str, liberties: &[Liberty]) {
        let written = read(text).unwrap_or_else(|why| panic!("{text}: {why:?}"));
        assert_eq!(written.digits, digits, "{text}");
        assert_eq!(written.liberties, liberties, "{text}");
        assert_eq!(written.pieces.iter().sum::<usize>(), digits.len());
    }

    #[test]
    fn numbers() {
        reads("020650-770493 837252", "020650770493837252", &[]);
        reads("\u{ff10}2", "02", &[Liberty::FullWidth]);
        let like = |position, found, read_as| Liberty::LookAlike {
            position,
            found,
            read_as,
        };
        reads("02O65l", "020651", &[like(3, 'O', '0'), like(6, 'l', '1')]);
        reads(
            "A 020650 B: 770493, c=837252 D929082",
            "020650770493837252929082",
            &[Liberty::Labels],
        );
        let counted = "1) 020650 2) 770493 3) 837252 4) 929082 5) 195773 6) 527024";
        reads(
            counted,
            "020650770493837252929082195773527024",
            &[Liberty::Labels],
        );
        let heads = "1 2 3 4 5 6\n020650 770493 837252 929082 195773 527024";
        reads(
            heads,
            "020650770493837252929082195773527024",
            &[Liberty::Labels],
        );
        reads("1 2 3", "123", &[]);
    }

    #[test]
    fn no_numbers() {
        assert_eq!(read(""), Err(Unread::Empty));
        assert_eq!(read(" - "), Err(Unread::Empty));
        assert_eq!(read("020650-xxxxxx"), Err(Unread::Masked));
        assert_eq!(read("is 5"), Err(Unread::Stray(1, 'i')));
        assert_eq!(read("12 \u{1f511}"), Err(Unread::Stray(4, '\u{1f511}')));
        assert_eq!(read("B12345"), Err(Unread::Stray(1, 'B')));
    }

    #[test]
    fn pieces_of_an_odd_size() {
        assert_eq!(odd_pieces(&[6, 6, 5, 6], 6), [(3, 5)]);
        assert_eq!(odd_pieces(&[40, 23], 6), []);
        assert_eq!(odd_pieces(&[6, 6, 6, 6], 6), []);
    }
}
