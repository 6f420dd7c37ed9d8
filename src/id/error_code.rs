//! Error and reason codes (HRESULT) in the spellings of scripts, events and tickets.

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

    #[test]
    fn severities() {
        assert_eq!(severity(0), Severity::Success);
        assert_eq!(severity(0x4004_F00C), Severity::Information);
        assert_eq!(severity(0x8007_232B), Severity::Failure);
        assert_eq!(severity(0xC004_F034), Severity::Failure);
    }
}
