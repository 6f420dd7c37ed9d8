//! The shapes of a full product key, tried at one place of a text. Works on bytes: all that a key is made of is ASCII.

use std::ops::Range;

/// The text being searched.
pub(super) type Bytes<'t> = &'t [u8];

/// The characters that keys are made of (the N marks newer ones).
const ALPHABET: &[u8] = b"BCDFGHJKMPQRTVWXY2346789N";
const PLAIN: [bool; 256] = plain_table();
/// How far indentation, quote marks and blanks may reach.
const REACH: usize = 80;
/// Line breaks inside one key.
const BREAKS: usize = 4;

/// Whether a byte is a character of a key in capitals.
pub(super) fn is_plain(byte: u8) -> bool {
    PLAIN[usize::from(byte)]
}

/// The characters of keys around the one at `at`, not beginning before `from`: at most 26 to either side.
pub(super) fn plain_run(bytes: Bytes, from: usize, at: usize) -> Range<usize> {
    let before = bytes[from.min(at)..at]
        .iter()
        .rev()
        .take(26)
        .take_while(|&&byte| is_plain(byte));
    let after = bytes[at..]
        .iter()
        .take(26)
        .take_while(|&&byte| is_plain(byte));
    at - before.count()..at + after.count()
}

/// A key whose first joiner stands at `at`, not beginning before `from`.
pub(super) fn joined_at(bytes: Bytes, from: usize, at: usize) -> Option<Range<usize>> {
    joiner(bytes, at)?;
    let end = before_space(bytes, at);
    key_at(bytes, group_before(bytes, from, end)?, Style::Joined)
}

/// A key without joiners, of which the given run may be a part, not beginning before `from`.
pub(super) fn plain_around(bytes: Bytes, from: usize, run: Range<usize>) -> Option<Range<usize>> {
    let touches = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    if run.len() > 25 || !free_before(bytes, run.start) || touches(bytes.get(run.end)) {
        return None;
    }
    let broken_before = break_before(bytes, run.start);
    let goes_on =
        break_at(bytes, run.end).is_some() || (run.len() == 5 && blank(bytes, run.end).is_some());
    if run.len() != 25 && !goes_on && broken_before.is_none() {
        return None;
    }
    // The first group, or the first piece of a run, may be cut by a line break and so not be the one that was hit.
    let piece = broken_before.map(|end| run_start(bytes, from, end));
    let cut = group_before(bytes, from, run.end);
    let blank = blank_before(bytes, run.start)
        .or(broken_before)
        .and_then(|end| group_before(bytes, from, end));
    [blank, piece, cut, Some(run.start)]
        .into_iter()
        .flatten()
        .filter(|&start| start < run.end && free_before(bytes, start))
        .find_map(|start| key_at(bytes, start, Style::Plain))
}

#[derive(Clone, Copy, PartialEq)]
enum Style {
    Joined,
    Plain,
}

/// What stands between two groups.
enum Gap {
    Joiner { tight: bool },
    Blank,
    Break,
    Nothing,
}

/// Reads a key that begins at `start`; gives its range, longer than five groups where more are joined on.
fn key_at(bytes: Bytes, start: usize, style: Style) -> Option<Range<usize>> {
    let mut characters = [0u8; 25];
    let (mut at, mut breaks, mut tight) = (start, 0, true);
    let mut blanks = None;
    for (index, character) in characters.iter_mut().enumerate() {
        if index > 0 && index % 5 == 0 {
            let (gap, next) = gap(bytes, at);
            match (style, gap) {
                (Style::Joined, Gap::Joiner { tight: here }) => tight &= here,
                (Style::Plain, Gap::Break) => breaks += 1,
                // Blanks after one group and none after another is no way to write a key.
                (Style::Plain, Gap::Blank) if blanks != Some(false) => blanks = Some(true),
                (Style::Plain, Gap::Nothing) if blanks != Some(true) => blanks = Some(false),
                _ => return None,
            }
            at = next;
        } else if index > 0
            && let Some(next) = break_at(bytes, at)
        {
            (at, breaks, tight) = (next, breaks + 1, false);
        }
        *character = *bytes.get(at).filter(|byte| byte.is_ascii_alphanumeric())?;
        if style == Style::Plain && !is_plain(*character) {
            return None;
        }
        at += 1;
    }
    if breaks > BREAKS || bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    let known = characters
        .iter()
        .filter(|byte| ALPHABET.contains(&byte.to_ascii_uppercase()))
        .count();
    let masked = characters[..20]
        .iter()
        .all(|byte| byte.eq_ignore_ascii_case(&b'X'));
    let letters = characters.iter().any(u8::is_ascii_alphabetic);
    // Words and lists may look like it where the joiners are loose: then most characters must be those of keys.
    if masked || !letters || (!tight && known < 20) {
        return None;
    }
    if style == Style::Joined {
        at = further_groups(bytes, at);
    }
    Some(start..at)
}

/// The end of the groups of five that are joined on by dashes. A dot or an underscore ends a key: a sentence or a name goes on.
fn further_groups(bytes: Bytes, mut at: usize) -> usize {
    loop {
        let Some(start) = joiner(bytes, at).filter(|_| !matches!(bytes[at], b'.' | b'_')) else {
            return at;
        };
        let Some(group) = bytes.get(start..start + 5) else {
            return at;
        };
        let whole = group.iter().all(u8::is_ascii_alphanumeric)
            && !bytes.get(start + 5).is_some_and(u8::is_ascii_alphanumeric);
        if !whole {
            return at;
        }
        at = start + 5;
    }
}

/// What stands at `at`, and where the next group would begin.
fn gap(bytes: Bytes, at: usize) -> (Gap, usize) {
    let before = after_space(bytes, at);
    if let Some(after) = joiner(bytes, before) {
        let next = after_space(bytes, after);
        let tight = before == at && next == after && !matches!(bytes[before], b'.' | b'_');
        return (Gap::Joiner { tight }, next);
    }
    if let Some(next) = break_at(bytes, at) {
        return (Gap::Break, next);
    }
    match blank(bytes, at) {
        Some(next) => (Gap::Blank, next),
        None => (Gap::Nothing, at),
    }
}

/// The end of a hyphen, dash, underscore or dot at `at`.
fn joiner(bytes: Bytes, at: usize) -> Option<usize> {
    match bytes.get(at..)? {
        [b'-' | b'_' | b'.', ..] => Some(at + 1),
        [0xe2, 0x80, 0x90..=0x95, ..] | [0xe2, 0x88, 0x92, ..] => Some(at + 3),
        _ => None,
    }
}

/// The end of one blank at `at`.
fn blank(bytes: Bytes, at: usize) -> Option<usize> {
    match bytes.get(at..)? {
        [b' ' | b'\t', ..] => Some(at + 1),
        [0xc2, 0xa0, ..] => Some(at + 2),
        _ => None,
    }
}

/// The start of one blank that ends at `end`.
fn blank_before(bytes: Bytes, end: usize) -> Option<usize> {
    match bytes.get(..end)? {
        [.., b' ' | b'\t'] => Some(end - 1),
        [.., 0xc2, 0xa0] => Some(end - 2),
        _ => None,
    }
}

/// The end of up to three blanks or of one line break with what belongs to it.
fn after_space(bytes: Bytes, at: usize) -> usize {
    break_at(bytes, at).unwrap_or_else(|| {
        (0..3)
            .try_fold(at, |at, _| blank(bytes, at).ok_or(at))
            .unwrap_or_else(|at| at)
    })
}

/// The start of the same, backwards.
fn before_space(bytes: Bytes, end: usize) -> usize {
    break_before(bytes, end).unwrap_or_else(|| {
        (0..3)
            .try_fold(end, |end, _| blank_before(bytes, end).ok_or(end))
            .unwrap_or_else(|end| end)
    })
}

/// The end of a line break at `at`: blanks, LF or CR LF, then indentation and quote marks.
fn break_at(bytes: Bytes, at: usize) -> Option<usize> {
    let rest = bytes.get(at..)?;
    let blanks = rest
        .iter()
        .take(REACH)
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count();
    let newline = match rest.get(blanks..)? {
        [b'\r', b'\n', ..] => 2,
        [b'\n', ..] => 1,
        _ => return None,
    };
    let next = at + blanks + newline;
    Some(
        next + bytes[next..]
            .iter()
            .take(REACH)
            .take_while(|byte| matches!(byte, b' ' | b'\t' | b'>' | b'|'))
            .count(),
    )
}

/// The start of a line break that ends at `end`.
fn break_before(bytes: Bytes, end: usize) -> Option<usize> {
    if !matches!(bytes.get(..end)?, [.., b'\n' | b' ' | b'\t' | b'>' | b'|']) {
        return None;
    }
    let back = |end: usize, marks: &[u8]| {
        end - bytes[..end]
            .iter()
            .rev()
            .take(REACH)
            .take_while(|byte| marks.contains(byte))
            .count()
    };
    let line = back(end, b" \t>|");
    let feed = line.checked_sub(1).filter(|&at| bytes[at] == b'\n')?;
    let cr = feed
        .checked_sub(1)
        .filter(|&at| bytes[at] == b'\r')
        .unwrap_or(feed);
    Some(back(cr, b" \t"))
}

/// The start of the run of letters and digits that goes up to `end`, at most 26 back.
fn run_start(bytes: Bytes, from: usize, end: usize) -> usize {
    end - bytes[from.min(end)..end]
        .iter()
        .rev()
        .take(26)
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count()
}

/// The start of the five letters and digits that end at `end`, in a row or with one line break inside.
fn group_before(bytes: Bytes, from: usize, end: usize) -> Option<usize> {
    let have = bytes[from.min(end)..end]
        .iter()
        .rev()
        .take(6)
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    let start = end - have;
    match have {
        5 => free_before(bytes, start).then_some(start),
        1..5 => {
            let rest_end = break_before(bytes, start).filter(|&at| at >= from)?;
            let start = run_start(bytes, from, rest_end);
            (rest_end - start + have == 5 && free_before(bytes, start)).then_some(start)
        }
        _ => None,
    }
}

/// Whether no letter or digit stands before `start`.
fn free_before(bytes: Bytes, start: usize) -> bool {
    !start
        .checked_sub(1)
        .and_then(|at| bytes.get(at))
        .is_some_and(u8::is_ascii_alphanumeric)
}

const fn plain_table() -> [bool; 256] {
    let mut table = [false; 256];
    let mut at = 0;
    while at < ALPHABET.len() {
        table[ALPHABET[at] as usize] = true;
        at += 1;
    }
    table
}
