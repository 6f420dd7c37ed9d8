//! A text as letters and digits with gaps between them: what may stand inside a product key, and what may not.

use std::ops::{BitOr, Range};

/// The characters that keys are made of (the N marks newer ones).
const ALPHABET: &[u8] = b"BCDFGHJKMPQRTVWXY2346789N";
/// A gap of more bytes than this is no gap inside a key.
const LONGEST_GAP: usize = 160;
/// A tag longer than this may carry something of its own.
const LONGEST_TAG: usize = 24;

/// What stands for a letter that only looks like a Latin one.
pub(in crate::id) const FOREIGN: u8 = b'?';

/// What fills a gap between two letters or digits: a set, empty where they touch.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::id) struct Gap(u8);

impl Gap {
    pub const BLANK: Gap = Gap(1);
    pub const DASH: Gap = Gap(2);
    /// A dot or an underscore: a joiner only where nothing else is in the gap.
    pub const DOT: Gap = Gap(4);
    pub const OTHER: Gap = Gap(8);
    pub const BREAK: Gap = Gap(16);
    /// What nobody sees: zero-width characters, NULs, tags.
    pub const UNSEEN: Gap = Gap(32);
    /// Several joiners.
    pub const MANY: Gap = Gap(64);
    /// No key goes on over this.
    pub const HARD: Gap = Gap(128);

    pub fn has(self, other: Gap) -> bool {
        self.0 & other.0 != 0
    }

    /// Without what can't be seen.
    pub fn seen(self) -> Gap {
        Gap(self.0 & !Gap::UNSEEN.0)
    }
}

impl BitOr for Gap {
    type Output = Gap;

    fn bitor(self, other: Gap) -> Gap {
        Gap(self.0 | other.0)
    }
}

/// One letter or digit.
#[derive(Clone, Copy, Debug)]
pub(in crate::id) struct Symbol {
    at: usize,
    length: u8,
    /// As ASCII, or [`FOREIGN`].
    pub value: u8,
    /// What stands before it.
    pub gap: Gap,
    pub masked: bool,
}

impl Symbol {
    /// Its bytes in the text.
    pub fn range(&self) -> Range<usize> {
        self.at..self.at + usize::from(self.length)
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::id) enum Token {
    /// A letter or digit, as in [`Symbol::value`].
    Symbol(u8),
    Gap(Gap),
}

impl Token {
    pub const HARD: Token = Token::Gap(Gap::HARD);
}

/// What a byte alone tells.
#[derive(Clone, Copy)]
pub(in crate::id) struct Class(u8);

impl Class {
    const SYMBOL: u8 = 1;
    const ODD: u8 = 2;
    const MORE: u8 = 4;

    /// Whether the byte is a whole token.
    #[inline(always)]
    pub fn is_plain(self) -> bool {
        self.0 & Self::MORE == 0
    }

    #[inline(always)]
    pub fn is_symbol(self) -> bool {
        self.0 & Self::SYMBOL != 0
    }

    /// Whether it is a letter or digit that is not in the alphabet of keys, in either case.
    #[inline(always)]
    pub fn is_odd(self) -> bool {
        self.0 & Self::ODD != 0
    }
}

const CLASSES: [Class; 256] = classes();

#[inline(always)]
pub(in crate::id) fn class(byte: u8) -> Class {
    CLASSES[usize::from(byte)]
}

/// Whether a capital letter or a digit is one that keys are made of.
pub(in crate::id) fn is_key_character(c: char) -> bool {
    c.is_ascii() && ALPHABET.contains(&(c as u8))
}

/// The letters and digits of a part of the text. The part begins and ends between characters.
pub(in crate::id) fn symbols(text: &str, part: Range<usize>) -> Vec<Symbol> {
    let mut symbols = Vec::new();
    let (mut at, mut last, mut gap) = (part.start, part.start, Gap::default());
    while at < part.end {
        let (token, length) = token(text, at);
        match token {
            Token::Symbol(value) => {
                if at - last > LONGEST_GAP {
                    gap = gap | Gap::HARD;
                }
                // A letter or digit is at most three bytes long here.
                let length = length as u8;
                symbols.push(Symbol {
                    at,
                    length,
                    value,
                    gap,
                    masked: false,
                });
                (gap, last) = (Gap::default(), at + usize::from(length));
            }
            Token::Gap(more) => {
                let joiners = Gap::DASH | Gap::DOT;
                if gap.has(joiners) && more.has(joiners) {
                    gap = gap | Gap::MANY;
                }
                gap = gap | more;
            }
        }
        at += length;
    }
    symbols
}

/// The token at a byte where a character begins, and its length in bytes, at least one.
pub(in crate::id) fn token(text: &str, at: usize) -> (Token, usize) {
    let rest = &text.as_bytes()[at..];
    let gap = |gap, length| (Token::Gap(gap), length);
    match rest {
        [] => gap(Gap::HARD, 1),
        [b' ' | b'\t', ..] => gap(Gap::BLANK, 1),
        [b'-', ..] => gap(Gap::DASH, 1),
        [b'_' | b'.', ..] => gap(Gap::DOT, 1),
        [b'\r', b'\n', ..] => gap(Gap::BREAK, 2 + line_number(&rest[2..])),
        [b'\r' | b'\n' | 0x0b | 0x0c, ..] => gap(Gap::BREAK, 1 + line_number(&rest[1..])),
        [b'<', ..] => tag(rest).unwrap_or((Token::Gap(Gap::OTHER), 1)),
        [b'&', ..] => entity(rest).unwrap_or((Token::Gap(Gap::OTHER), 1)),
        [b'\\', ..] => escape(rest).unwrap_or((Token::Gap(Gap::OTHER), 1)),
        [b'%', b'2', b'D' | b'd', ..] => gap(Gap::DASH, 3),
        [b'%', b'2', b'0', ..] => gap(Gap::BLANK, 3),
        [byte, ..] if byte.is_ascii_alphanumeric() => (Token::Symbol(*byte), 1),
        [byte, ..] if byte.is_ascii_graphic() => gap(Gap::OTHER, 1),
        [byte, ..] if byte.is_ascii() => gap(Gap::UNSEEN, 1),
        _ => match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(char) => (beyond_ascii(char), char.len_utf8()),
            None => gap(Gap::HARD, 1),
        },
    }
}

fn beyond_ascii(char: char) -> Token {
    Token::Gap(match char {
        // Full-width forms stand this far behind their ASCII characters.
        '\u{ff01}'..='\u{ff5e}' => {
            return match u8::try_from(u32::from(char) - 0xfee0) {
                Ok(byte) if byte.is_ascii_alphanumeric() => Token::Symbol(byte),
                Ok(b'-') => Token::Gap(Gap::DASH),
                Ok(b'.' | b'_') => Token::Gap(Gap::DOT),
                _ => Token::Gap(Gap::OTHER),
            };
        }
        // Greek and Cyrillic letters look like Latin ones.
        '\u{370}'..='\u{52f}' if char.is_alphabetic() => return Token::Symbol(FOREIGN),
        '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => Gap::DASH,
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => Gap::UNSEEN,
        '\u{85}' | '\u{2028}' | '\u{2029}' => Gap::BREAK,
        _ if char.is_whitespace() => Gap::BLANK,
        _ if char.is_alphanumeric() => Gap::HARD,
        _ if char.is_control() => Gap::UNSEEN,
        _ => Gap::OTHER,
    })
}

/// The length of what stands before a line that is quoted and numbered: `> `, `12: `, ` 12 | `. None without a number.
fn line_number(line: &[u8]) -> usize {
    let marks = |from: usize| {
        line[from..]
            .iter()
            .take(LONGEST_TAG)
            .take_while(|byte| matches!(byte, b' ' | b'\t' | b'>' | b'|' | b'['))
            .count()
    };
    let start = marks(0);
    let digits = line[start..]
        .iter()
        .take(5)
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let end = start + digits;
    let after = line[end..].iter().take_while(|&&byte| byte == b' ').take(2);
    let end = end + after.count();
    match line.get(end) {
        Some(b':' | b'|' | b')' | b']' | b'.' | b'\t') if (1..5).contains(&digits) => end + 1,
        _ => 0,
    }
}

/// A short HTML tag that is about looks or lines. Anything else between angle brackets is text.
fn tag(rest: &[u8]) -> Option<(Token, usize)> {
    const NAMES: [&[u8]; 24] = [
        b"a", b"b", b"br", b"code", b"dd", b"div", b"em", b"font", b"i", b"kbd", b"li", b"nobr",
        b"p", b"pre", b"s", b"samp", b"span", b"strong", b"td", b"th", b"tr", b"tt", b"u", b"wbr",
    ];
    let length = 1 + rest.iter().take(LONGEST_TAG).position(|&b| b == b'>')?;
    let inside = &rest[1..length - 1];
    let inside = inside.strip_prefix(b"/").unwrap_or(inside);
    let name = inside
        .split(|byte| !byte.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default();
    let name = NAMES.iter().find(|own| own.eq_ignore_ascii_case(name))?;
    let gap = match *name {
        b"br" | b"p" | b"div" | b"li" | b"tr" | b"dd" => Gap::BREAK,
        b"td" | b"th" => Gap::OTHER,
        _ => Gap::UNSEEN,
    };
    Some((Token::Gap(gap), length))
}

/// `&ndash;`, `&#45;`, `&#x2d;`: only what is a gap.
fn entity(rest: &[u8]) -> Option<(Token, usize)> {
    let end = rest.iter().take(10).position(|&byte| byte == b';')?;
    let name = std::str::from_utf8(&rest[1..end]).ok()?;
    let gap = match name {
        "dash" | "hyphen" | "ndash" | "mdash" | "minus" | "horbar" => Gap::DASH,
        "nbsp" | "ensp" | "emsp" | "thinsp" | "numsp" => Gap::BLANK,
        "shy" | "zwj" | "zwnj" | "lrm" | "rlm" | "NoBreak" => Gap::UNSEEN,
        "amp" | "bull" | "middot" | "quot" | "apos" | "lt" | "gt" | "sdot" | "vert" | "plus"
        | "sol" | "comma" | "tilde" => Gap::OTHER,
        "lowbar" | "period" => Gap::DOT,
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            return Some((code_point(code)?, end + 1));
        }
    };
    Some((Token::Gap(gap), end + 1))
}

/// `\u002d`, `\u2013`, `\n`: as JSON and scripts write them.
fn escape(rest: &[u8]) -> Option<(Token, usize)> {
    match rest.get(1)? {
        b'n' | b'r' => Some((Token::Gap(Gap::BREAK), 2)),
        b't' => Some((Token::Gap(Gap::BLANK), 2)),
        b'u' => {
            let code = std::str::from_utf8(rest.get(2..6)?).ok()?;
            let code = u32::from_str_radix(code, 16).ok()?;
            Some((code_point(code)?, 6))
        }
        _ => None,
    }
}

/// The gap that a character given by its number is; no number stands for a letter here.
fn code_point(code: u32) -> Option<Token> {
    let char = char::from_u32(code)?;
    let token = match char {
        '&' | '<' | '\\' | '%' => Token::Gap(Gap::OTHER),
        _ if char.is_ascii() => token(char.encode_utf8(&mut [0; 4]), 0).0,
        _ => beyond_ascii(char),
    };
    matches!(token, Token::Gap(gap) if gap != Gap::HARD).then_some(token)
}

const fn classes() -> [Class; 256] {
    let mut classes = [Class(0); 256];
    let mut byte = 0;
    while byte < 256 {
        let own = byte as u8;
        if own.is_ascii_alphanumeric() {
            classes[byte] = Class(Class::SYMBOL | Class::ODD);
        } else if !own.is_ascii()
            || matches!(own, b'\r' | b'\n' | b'<' | b'&' | b'\\' | b'%' | b'-')
        {
            classes[byte] = Class(Class::MORE);
        }
        byte += 1;
    }
    let mut at = 0;
    while at < ALPHABET.len() {
        classes[ALPHABET[at] as usize] = Class(Class::SYMBOL);
        classes[ALPHABET[at].to_ascii_lowercase() as usize] = Class(Class::SYMBOL);
        at += 1;
    }
    classes
}
