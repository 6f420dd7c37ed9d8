//! Error and reason codes (HRESULT) in the spellings of scripts, events and tickets.
//!
//! [`parse`] takes what outputs print; [`read`] takes one word as a person types or copies it, and tells how it was spelled.
//!
//! ```
//! use activation_desk::id::error_code::{self, Spelling};
//! let read = error_code::read("COO4F074").unwrap();
//! assert_eq!((error_code::format(read.code).as_str(), read.spelling), ("0xC004F074", Spelling::BareHexadecimal));
//! assert_eq!(error_code::win32_of(0x8007_0005), Some(5));
//! ```

use super::{
    liberty::{Liberty, once, usual},
    shape::{is_blank, is_dash},
};

/// What the two highest bits of an HRESULT say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    /// 0x0... to 0x3...: it worked.
    Success,
    /// 0x4... to 0x7...: a notice, not a failure (the grace and evaluation reasons 0x4004F0..).
    Information,
    /// 0x8... and above.
    Failure,
}

/// How a code was spelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spelling {
    /// 0xC004F074.
    Hexadecimal,
    /// C004F074, without the 0x.
    BareHexadecimal,
    /// 3221549172.
    Decimal,
    /// -1073418124, the same bits with a sign.
    NegativeDecimal,
}

/// A code in one word, and what was forgiven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The code.
    pub code: u32,
    /// How it was spelled.
    pub spelling: Spelling,
    /// The hexadecimal digits that were given; 0 for decimal numbers.
    pub digits: usize,
    /// What was forgiven.
    pub liberties: Vec<Liberty>,
}

/// Reads a text that is one code and nothing else but marks around it.
///
/// Read: `0x` and one to eight hexadecimal digits; eight bare ones that begin with 4, 8 or C and hold a digit, also with `h`
/// behind or `&H` before them; a decimal number of at least 0x40000000; a negative one. Forgiven and told: the letter O for a
/// zero, full-width characters, a blank inside, marks between thousands, 16 digits that only repeat the sign.
pub fn read(text: &str) -> Option<Read> {
    if text.len() > 60 {
        return None;
    }
    let mut liberties = Vec::new();
    let around = |c: char| {
        is_blank(c)
            || matches!(
                c,
                '(' | ')'
                    | '['
                    | ']'
                    | '<'
                    | '>'
                    | '{'
                    | '}'
                    | '"'
                    | '\''
                    | '`'
                    | ':'
                    | '='
                    | '.'
                    | ','
                    | ';'
                    | '!'
                    | '?'
                    | '#'
            )
            || matches!(c, '\u{2018}'..='\u{201e}')
    };
    let core = text.trim_matches(around);
    let mut word = String::new();
    let mut gaps = 0;
    for c in core.chars() {
        if is_blank(c) {
            gaps += usize::from(c.is_whitespace());
            continue;
        }
        let c = usual(c, &mut liberties);
        word.push(if is_dash(c) { '-' } else { c });
    }
    if gaps > 0 {
        // Words stand between blanks; the pieces of one code are few.
        if gaps > 3 {
            return None;
        }
        once(&mut liberties, Liberty::Separators);
    }
    if let Some(rest) = word.strip_prefix('-') {
        let value = thousands(rest, &mut liberties).and_then(|rest| decimal(&rest))?;
        let code = i32::try_from(-value).ok().filter(|&value| value < 0)?;
        return Some(Read {
            code: code.cast_unsigned(),
            spelling: Spelling::NegativeDecimal,
            digits: 0,
            liberties,
        });
    }
    let marked = word
        .strip_prefix(['0', 'O', 'o'])
        .and_then(|rest| rest.strip_prefix(['x', 'X']))
        .or_else(|| word.strip_prefix("&H").or_else(|| word.strip_prefix("&h")));
    let (digits, spelling) = match marked {
        Some(digits) => (digits, Spelling::Hexadecimal),
        None => (
            word.strip_suffix(['h', 'H']).unwrap_or(&word),
            Spelling::BareHexadecimal,
        ),
    };
    let is_bare_code = digits.len() == 8
        && digits.starts_with(['4', '8', 'C', 'c'])
        && digits.bytes().any(|byte| byte.is_ascii_digit());
    if marked.is_some() || is_bare_code {
        let digits = match digits
            .strip_prefix("FFFFFFFF")
            .or_else(|| digits.strip_prefix("ffffffff"))
        {
            Some(lower)
                if lower.len() == 8
                    && !lower.starts_with(['0', '1', '2', '3', '4', '5', '6', '7']) =>
            {
                liberties.push(Liberty::SignExtended);
                lower
            }
            _ => digits,
        };
        let start = word.len() - digits.len() - usize::from(word.ends_with(['h', 'H']));
        let code = hexadecimal(digits, true)?;
        if gaps > 0 && digits.len() != 8 {
            return None;
        }
        let skipped = |at: usize| {
            core.chars()
                .enumerate()
                .filter(|&(_, c)| !is_blank(c))
                .nth(at)
        };
        let before = text.chars().take_while(|&c| around(c)).count();
        let first_letter = marked.is_some() && word.starts_with(['O', 'o']);
        let letters =
            (start..start + digits.len()).filter(|&at| word[at..].starts_with(['O', 'o']));
        for at in first_letter.then_some(0).into_iter().chain(letters) {
            if let Some((position, found)) = skipped(at) {
                liberties.push(Liberty::LookAlike {
                    position: before + position + 1,
                    found,
                    read_as: '0',
                });
            }
        }
        return Some(Read {
            code,
            spelling,
            digits: digits.len(),
            liberties,
        });
    }
    let code = thousands(&word, &mut liberties)
        .and_then(|word| decimal(&word))
        .and_then(|value| u32::try_from(value).ok())
        .filter(|&value| value >= 0x4000_0000)?;
    Some(Read {
        code,
        spelling: Spelling::Decimal,
        digits: 0,
        liberties,
    })
}

/// The number of the Windows error that an HRESULT wraps: 5 of 0x80070005.
pub const fn win32_of(code: u32) -> Option<u16> {
    if code >> 16 == 0x8007 {
        Some((code & 0xFFFF) as u16)
    } else {
        None
    }
}

/// The HRESULT that wraps a Windows error: 0x80070005 of 5. Zero is success.
pub const fn of_win32(number: u16) -> u32 {
    match number {
        0 => 0,
        number => 0x8007_0000 | number as u32,
    }
}

/// The same code as information or as failure: 0x4004F065 and 0xC004F065. Only codes of those two kinds have one.
pub const fn twin(code: u32) -> Option<u32> {
    match code >> 28 {
        0x4 | 0xC => Some(code ^ 0x8000_0000),
        _ => None,
    }
}

/// Reads the code that a text begins with, after blanks and opening punctuation. What follows it must not be a letter or a
/// digit; words after that are left alone ("0xC004F200 (non-genuine).").
///
/// Accepted: `0x` and one to eight hexadecimal digits in either case, the letter O for a zero there; eight bare hexadecimal
/// digits that begin with 4, 8 or C; a decimal number of at least 0x40000000; a negative decimal number.
pub fn parse(text: &str) -> Option<u32> {
    let text = text.trim_start_matches(|c: char| {
        super::shape::is_blank(c)
            || matches!(
                c,
                '(' | '[' | '<' | '{' | '"' | '\'' | ':' | '=' | '\u{2018}'..='\u{201e}'
            )
    });
    let negative = text.strip_prefix(['-', '\u{2212}']);
    let word = negative.unwrap_or(text);
    let word = &word[..word
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(word.len())];
    if negative.is_some() {
        let value: i64 = decimal(word)?;
        return i32::try_from(-value)
            .ok()
            .filter(|&value| value < 0)
            .map(i32::cast_unsigned);
    }
    if let Some(digits) = word
        .strip_prefix(['0', 'O', 'o'])
        .and_then(|rest| rest.strip_prefix(['x', 'X']))
    {
        return hexadecimal(digits, true);
    }
    if word.len() == 8 && word.starts_with(['4', '8', 'C', 'c']) {
        return hexadecimal(word, false);
    }
    decimal(word)
        .and_then(|value| u32::try_from(value).ok())
        .filter(|&value| value >= 0x4000_0000)
}

/// The code as it is printed: "0xC004F034".
pub fn format(code: u32) -> String {
    format!("0x{code:08X}")
}

/// Success, information or failure.
pub const fn severity(code: u32) -> Severity {
    match code >> 30 {
        0 => Severity::Success,
        1 => Severity::Information,
        _ => Severity::Failure,
    }
}

fn hexadecimal(digits: &str, letter_o: bool) -> Option<u32> {
    if !(1..=8).contains(&digits.len()) {
        return None;
    }
    digits.chars().try_fold(0, |value, c| {
        let digit = if letter_o && matches!(c, 'O' | 'o') {
            0
        } else {
            c.to_digit(16)?
        };
        Some(value << 4 | digit)
    })
}

/// Takes the marks between thousands out: all of one kind, groups of three behind them. `None` for other marks.
fn thousands(digits: &str, liberties: &mut Vec<Liberty>) -> Option<String> {
    let Some(mark) = digits.chars().find(|c| !c.is_ascii_digit()) else {
        return Some(digits.to_owned());
    };
    if !matches!(mark, '.' | ',' | '\'') {
        return None;
    }
    let mut groups = digits.split(mark);
    let first = groups.next()?;
    if !(1..=3).contains(&first.len()) || !groups.clone().all(|group| group.len() == 3) {
        return None;
    }
    once(liberties, Liberty::Thousands);
    Some(first.chars().chain(groups.flat_map(str::chars)).collect())
}

/// At most ten digits, so that it can't overflow.
fn decimal(digits: &str) -> Option<i64> {
    let whole =
        (1..=10).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, code: &str) {
        assert_eq!(parse(text).map(format), Some(code.to_owned()));
    }

    #[test]
    fn spellings_that_are_read() {
        reads("0xC004F056.", "0xC004F056");
        reads("0xC004F200 (non-genuine).", "0xC004F200");
        reads("  (0xc004f074)", "0xC004F074");
        reads("0XC004F034", "0xC004F034");
        reads("OxC004FO34", "0xC004F034");
        reads("0x8007232B, DNS name does not exist", "0x8007232B");
        reads("0x5", "0x00000005");
        reads("c004f074", "0xC004F074");
        reads("80070005", "0x80070005");
        reads("4004F00C", "0x4004F00C");
        reads("3221549076", "0xC004F014");
        reads("-1073418220", "0xC004F014");
        reads("\u{2212}1073418220.", "0xC004F014");
        reads("-1", "0xFFFFFFFF");
        reads("-2147483648", "0x80000000");
    }

    #[test]
    fn texts_that_are_no_code() {
        let none = [
            "",
            "0x",
            "0xC004F0560",
            "0xG",
            "259200",
            "12345678",
            "-0",
            "-2147483649",
            "4294967296",
            "99999999999",
            "COO4F074",
            "C004F07",
            "cafebabex",
            "\u{3a9}xC004F056",
            "0x\u{e9}",
            "caf\u{e9}cafe",
            "-",
            "-0xC004F056",
            "Licensed",
        ];
        for text in none {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[track_caller]
    fn typed(text: &str, code: &str, spelling: Spelling, liberties: &[Liberty]) {
        let read = read(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(
            (format(read.code).as_str(), read.spelling),
            (code, spelling),
            "{text}"
        );
        assert_eq!(read.liberties, liberties, "{text}");
    }

    #[test]
    fn as_people_type_them() {
        use Spelling::*;
        let o = |position, found| Liberty::LookAlike {
            position,
            found,
            read_as: '0',
        };
        typed("0xC004F074", "0xC004F074", Hexadecimal, &[]);
        typed("(0xc004f074).", "0xC004F074", Hexadecimal, &[]);
        typed(
            "OxC004FO74",
            "0xC004F074",
            Hexadecimal,
            &[o(1, 'O'), o(8, 'O')],
        );
        typed("0x5", "0x00000005", Hexadecimal, &[]);
        typed("C004F074", "0xC004F074", BareHexadecimal, &[]);
        typed(
            "COO4F074",
            "0xC004F074",
            BareHexadecimal,
            &[o(2, 'O'), o(3, 'O')],
        );
        typed(" c004f074h", "0xC004F074", BareHexadecimal, &[]);
        typed("&HC004F074", "0xC004F074", Hexadecimal, &[]);
        typed(
            "0xC004 F074",
            "0xC004F074",
            Hexadecimal,
            &[Liberty::Separators],
        );
        typed(
            "0xFFFFFFFFC004F074",
            "0xC004F074",
            Hexadecimal,
            &[Liberty::SignExtended],
        );
        typed("3221549172", "0xC004F074", Decimal, &[]);
        typed("-1073418124", "0xC004F074", NegativeDecimal, &[]);
        typed("\u{2212}1073418124.", "0xC004F074", NegativeDecimal, &[]);
        typed(
            "-1,073,418,124",
            "0xC004F074",
            NegativeDecimal,
            &[Liberty::Thousands],
        );
        typed(
            "\u{ff10}xC004F074",
            "0xC004F074",
            Hexadecimal,
            &[Liberty::FullWidth],
        );
        for text in [
            "",
            "0x",
            "cafebabe",
            "COFFEEOO",
            "12345678",
            "0xC004F0741",
            "5",
            "-0",
            "26100",
            "0x\u{e9}",
            "1,2,3",
            "-1073418124-1",
            "error 5",
            "99999999999",
            "\u{e9}",
            "&H",
            "h",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn windows_errors_both_ways_and_twins() {
        assert_eq!(win32_of(0x8007_0005), Some(5));
        assert_eq!(win32_of(0xC004_F074), None);
        assert_eq!(of_win32(5), 0x8007_0005);
        assert_eq!(of_win32(0), 0);
        assert_eq!(of_win32(12007), 0x8007_2EE7);
        assert_eq!(twin(0x4004_F065), Some(0xC004_F065));
        assert_eq!(twin(0xC004_F065), Some(0x4004_F065));
        assert_eq!(twin(0x8007_0005), None);
    }

    #[test]
    fn severities() {
        assert_eq!(severity(0), Severity::Success);
        assert_eq!(severity(0x4004_F00C), Severity::Information);
        assert_eq!(severity(0x8007_232B), Severity::Failure);
        assert_eq!(severity(0xC004_F034), Severity::Failure);
    }
}
