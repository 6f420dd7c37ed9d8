//! Whether a row of letters and digits is a full product key.

use std::ops::Range;

use super::product_key::lexer::{FOREIGN, Gap, Symbol, class};

/// Letters and digits of a key.
pub(super) const LENGTH: usize = 25;
/// So many of them may be outside the alphabet of keys, where the dashes speak for a key: slips of the pen.
pub(super) const MOST_ODD: usize = 5;

const GROUP: usize = 5;
/// Line ends inside the groups of one key.
const BREAKS: usize = 4;

/// Whether a letter or digit is outside the alphabet of keys.
pub(super) fn is_odd(value: u8) -> bool {
    value == FOREIGN || class(value).is_odd()
}

/// Finds the keys in a row of symbols and masks them: gives their ranges in order, longer than one key for a chain.
///
/// Keys with dashes that stand alone go first: a word before a key must not take the place of its first group. The rest is
/// looked at again until nothing is found, so that what is left holds no key.
pub(super) fn take_keys(symbols: &mut [Symbol]) -> Vec<Range<usize>> {
    let mut keys = Vec::new();
    for wanted in [
        is_dashed_alone as fn(&[Symbol], usize) -> bool,
        is_dashed,
        is_in_alphabet,
    ] {
        loop {
            let known = keys.len();
            let mut at = 0;
            while at + LENGTH <= symbols.len() {
                if !wanted(symbols, at) {
                    at += 1;
                    continue;
                }
                let mut end = at + LENGTH;
                while goes_on(symbols, end) {
                    end += GROUP;
                }
                // The last group stays readable.
                for symbol in &mut symbols[at..end - GROUP] {
                    symbol.value = b'X';
                    symbol.masked = true;
                }
                keys.push(at..end);
                at = end;
            }
            if keys.len() == known {
                break;
            }
        }
    }
    crate::order::by(&mut keys, |key| key.start as u32);
    keys
}

fn is_dashed_alone(symbols: &[Symbol], at: usize) -> bool {
    is_alone(symbols, at) && is_dashed(symbols, at)
}

/// Whether one more group is joined on by a dash on the same line.
fn goes_on(symbols: &[Symbol], end: usize) -> bool {
    symbols
        .get(end)
        .is_some_and(|next| next.gap.has(Gap::DASH) && !next.gap.has(Gap::BREAK))
        && !touches(symbols, end + GROUP)
        && is_dashed(symbols, end + GROUP - LENGTH)
}

/// Five groups of five with a dash in each gap.
fn is_dashed(symbols: &[Symbol], at: usize) -> bool {
    let Some(window) = symbols.get(at..at + LENGTH) else {
        return false;
    };
    // The cheapest question first: nearly all windows end here.
    let is_joiner = |gap: Gap| gap.has(Gap::DASH) || gap.seen() == Gap::DOT;
    if !(1..5).all(|group| is_joiner(window[group * GROUP].gap)) {
        return false;
    }
    let Some(inner) = Inner::of(window).filter(|inner| inner.apart == 0) else {
        return false;
    };
    let content = Content::of(window);
    if content.letters() == 0 || is_masked(symbols, at) {
        return false;
    }
    let tight = (1..5).all(|group| window[group * GROUP].gap.seen() == Gap::DASH);
    // Five words of five letters are no key.
    let words = content.lower > 0 && content.digits == 0;
    content.odd + content.foreign <= MOST_ODD
        || (tight && is_alone(symbols, at) && inner.breaks == 0 && !words)
}

/// Five groups of five, 25 in a row or 25 apart, in the alphabet of keys.
fn is_in_alphabet(symbols: &[Symbol], at: usize) -> bool {
    let Some(window) = symbols.get(at..at + LENGTH) else {
        return false;
    };
    let Some(inner) = Inner::of(window) else {
        return false;
    };
    let content = Content::of(window);
    let capitals = content.lower == 0;
    // Hexadecimal digits, groups of digits and words must not be taken for keys.
    if content.beyond_hexadecimal < 3
        || content.foreign > 3
        || !(capitals || content.digits >= 2)
        || is_masked(symbols, at)
    {
        return false;
    }
    let grouped = (1..5).all(|group| window[group * GROUP].gap.seen() != Gap::default());
    if grouped && inner.apart == 0 && capitals && content.odd <= 3 {
        return true;
    }
    if content.odd > 0 {
        return false;
    }
    if grouped {
        return true;
    }
    // In a row: a part of something longer is no key.
    let same = |neighbour: usize| {
        symbols.get(neighbour).is_some_and(|symbol| {
            symbol.value.is_ascii_digit() || symbol.value.is_ascii_uppercase() == capitals
        })
    };
    let goes_on = (touches(symbols, at) && same(at.wrapping_sub(1)))
        || (touches(symbols, at + LENGTH) && same(at + LENGTH));
    inner.apart == 0 && (capitals || content.upper == 0) && !goes_on
}

/// The gaps inside the groups.
struct Inner {
    breaks: usize,
    /// Gaps that can be seen: none, or nearly all.
    apart: usize,
}

impl Inner {
    /// None where the gaps are not those of a key.
    fn of(window: &[Symbol]) -> Option<Inner> {
        let (mut breaks, mut apart, mut closed) = (0, 0, false);
        for (index, symbol) in window.iter().enumerate().skip(1) {
            if symbol.gap.has(Gap::HARD) {
                return None;
            }
            if index % GROUP == 0 {
                continue;
            }
            if symbol.gap.has(Gap::BREAK) {
                breaks += 1;
            } else if symbol.gap.seen() == Gap::default() {
                closed = true;
            } else {
                apart += 1;
            }
            if breaks > BREAKS || (closed && apart > 0) {
                return None;
            }
        }
        Some(Inner { breaks, apart })
    }
}

#[derive(Default)]
struct Content {
    upper: usize,
    lower: usize,
    digits: usize,
    /// Latin letters and digits outside the alphabet.
    odd: usize,
    foreign: usize,
    /// Letters from G on.
    beyond_hexadecimal: usize,
}

impl Content {
    fn of(window: &[Symbol]) -> Content {
        let mut content = Content::default();
        for &Symbol { value, .. } in window {
            content.upper += usize::from(value.is_ascii_uppercase());
            content.lower += usize::from(value.is_ascii_lowercase());
            content.digits += usize::from(value.is_ascii_digit());
            content.foreign += usize::from(value == FOREIGN);
            content.odd += usize::from(class(value).is_odd());
            content.beyond_hexadecimal +=
                usize::from(value.is_ascii_alphabetic() && !value.is_ascii_hexdigit());
        }
        content
    }

    fn letters(&self) -> usize {
        self.upper + self.lower
    }
}

/// Whether nothing touches the window.
fn is_alone(symbols: &[Symbol], at: usize) -> bool {
    !touches(symbols, at) && !touches(symbols, at + LENGTH)
}

/// Whether the symbol touches the one before it.
fn touches(symbols: &[Symbol], at: usize) -> bool {
    at > 0
        && symbols
            .get(at)
            .is_some_and(|symbol| symbol.gap.seen() == Gap::default())
}

/// Whether the window holds or cuts a row of X: what is masked already, with its last group and its neighbours.
fn is_masked(symbols: &[Symbol], at: usize) -> bool {
    let x = |at: usize| {
        symbols
            .get(at)
            .is_some_and(|symbol| symbol.value.eq_ignore_ascii_case(&b'X'))
    };
    let end = at + LENGTH;
    let whole = symbols[at..end].windows(GROUP).any(|part| {
        part.iter()
            .all(|symbol| symbol.value.eq_ignore_ascii_case(&b'X'))
    });
    whole || (x(at) && x(at.wrapping_sub(1))) || (x(end - 1) && x(end))
}
