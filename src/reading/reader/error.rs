//! Lines in which a tool or its host tells an error (output grammar, section 10).

use crate::id::error_code;

/// A line that tells an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ErrorLine<'l> {
    /// The code, an HRESULT or a code of Windows; `None` where the line names none.
    pub code: Option<u32>,
    /// What it says beside the code; all of it where there is none.
    pub text: &'l str,
    /// It only says more of the error above.
    pub adds: bool,
}

/// What a line tells of an error.
pub(super) fn read(line: &str) -> Option<ErrorLine<'_>> {
    let of = |(code, text)| ErrorLine {
        code,
        text,
        adds: false,
    };
    if let Some(after) = after(line, "error") {
        if let Some(text) = self::after(after, " description:") {
            return Some(ErrorLine {
                code: None,
                text: text.trim(),
                adds: true,
            });
        }
        return with_code(after).map(|(code, text)| of((Some(code), text)));
    }
    crash(line)
        .or_else(|| host(line))
        .or_else(|| slui(line))
        .map(of)
}

/// The first code in a text: 0x and eight digits.
pub(in crate::reading) fn code_in(text: &str) -> Option<u32> {
    text.match_indices("0x")
        .find_map(|(at, _)| eight_digits(text.get(at..)?))
}

fn eight_digits(text: &str) -> Option<u32> {
    let code = text.get(..10)?;
    let whole = !text.get(10..)?.starts_with(|c: char| c.is_alphanumeric());
    let digits = code.bytes().skip(2).all(|byte| byte.is_ascii_hexdigit());
    (whole && digits).then(|| error_code::parse(code)).flatten()
}

fn after<'l>(line: &'l str, begin: &str) -> Option<&'l str> {
    let (head, rest) = line.split_at_checked(begin.len())?;
    head.eq_ignore_ascii_case(begin).then_some(rest)
}

/// ": 0xC004F074 text", " 0x80070005 occurred in ...", ": 5 text".
fn with_code(after: &str) -> Option<(u32, &str)> {
    let bare = after.trim_start_matches([':', '：', ' ', '\t', '\u{a0}']);
    if bare.len() == after.len() {
        return None;
    }
    let (word, text) = bare.split_once([' ', '\t']).unwrap_or((bare, ""));
    let text = text.trim();
    let word = word.trim_end_matches([':', '.', ',']);
    let hex = word.strip_prefix("0x").or_else(|| word.strip_prefix("0X"));
    if let Some(digits) = hex {
        // All of an HRESULT, or a short code of Windows, which is no beginning of an HRESULT.
        let short =
            digits.len() <= 4 && (!text.is_empty() || !digits.starts_with(['8', 'C', 'c', '4']));
        return (digits.len() == 8 || short)
            .then(|| error_code::parse(word))
            .flatten()
            .map(|code| (code, text));
    }
    if let Some(code) = error_code::parse(word) {
        return Some((code, text));
    }
    // A code of Windows is printed as a plain number, with its sentence.
    let sentence = text.starts_with(|c: char| !c.is_lowercase() && !c.is_ascii_digit())
        || text.starts_with("occurred in ");
    let code: u16 = word.parse().ok().filter(|code| *code < 16_000)?;
    sentence.then_some((u32::from(code), text))
}

/// "C:\Windows\System32\slmgr.vbs(123, 5) SWbemObjectEx: text"
fn crash(line: &str) -> Option<(Option<u32>, &str)> {
    memchr::memchr(b'(', line.as_bytes())?;
    let at = line.find(".vbs(").or_else(|| line.find(".VBS("))?;
    let (place, text) = line.get(at + 5..)?.split_once(')')?;
    let (row, column) = place.split_once(',')?;
    let number = |text: &str| text.trim().parse::<u32>().is_ok();
    if !number(row) || !number(column) {
        return None;
    }
    let code = code_in(text);
    Some((code, if code.is_some() { text.trim() } else { line }))
}

/// "CScript Error: Execution of the Windows Script Host failed. (0x800A0007)"
fn host(line: &str) -> Option<(Option<u32>, &str)> {
    ["CScript Error: ", "WScript Error: ", "Input Error: "]
        .iter()
        .find_map(|begin| after(line, begin))
        .map(|text| match code_in(text) {
            Some(code) => (Some(code), text.trim()),
            None => (None, line),
        })
}

/// "On a computer running ..., run 'slui.exe 0x2a 0xC004D302' to display the error text."
fn slui(line: &str) -> Option<(Option<u32>, &str)> {
    let code = line.split_once("slui.exe 0x2a ").and_then(|(_, rest)| {
        let (code, _) = rest.split_once(['\'', '"', '\u{2019}', '\u{201d}'])?;
        let digits = code.strip_prefix("0x")?;
        let whole = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        whole.then(|| error_code::parse(code)).flatten()
    });
    match code {
        Some(code) => Some((Some(code), line)),
        // A console of 80 columns cuts it inside its code.
        None => after(line, SLUI).map(|_| (None, line)),
    }
}

/// How the line begins that names the code for slui.exe.
const SLUI: &str = "On a computer running Microsoft Windows";

impl ErrorLine<'_> {
    /// Whether `line`, which it is read from, is the end of such a line that a console cut.
    pub fn is_tail_of_slui(&self, line: &str) -> bool {
        self.text == line && self.code.is_some() && after(line, SLUI).is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(line: &str, code: u32, text: &str) {
        let found = read(line).map(|found| (found.code, found.text, found.adds));
        assert_eq!(found, Some((Some(code), text, false)), "{line}");
    }

    #[test]
    fn errors_with_a_code() {
        reads("Error: 0xC004F074 Text.", 0xC004_F074, "Text.");
        reads("Error: 0xC004D302 ", 0xC004_D302, "");
        reads("Error: 0x5", 5, "");
        reads(
            "Error: 5 Access denied: elevate.",
            5,
            "Access denied: elevate.",
        );
        reads(
            "Error: 1326 The user name is incorrect.",
            1326,
            "The user name is incorrect.",
        );
        reads("Error: -2147023174 Text.", 0x8007_06BA, "Text.");
        reads("Error : 0x80070005 Text.", 0x8007_0005, "Text.");
        reads(
            "Error 0x80070005 occurred in connecting to server host01. Text",
            0x8007_0005,
            "occurred in connecting to server host01. Text",
        );
        reads(
            "Error 5 occurred in setting impersonation level.",
            5,
            "occurred in setting impersonation level.",
        );
        let slui = "On a computer running Microsoft Windows non-core edition, run 'slui.exe 0x2a 0xC004D302' to display the error text.";
        reads(slui, 0xC004_D302, slui);
        reads(
            r"C:\Windows\System32\slmgr.vbs(1130, 5) (null): 0x80041014",
            0x8004_1014,
            "(null): 0x80041014",
        );
        reads(
            "CScript Error: Execution of the Windows Script Host failed. (0x800A0007)",
            0x800A_0007,
            "Execution of the Windows Script Host failed. (0x800A0007)",
        );
    }

    #[test]
    fn errors_without_a_code() {
        for line in [
            r"C:\Windows\System32\slmgr.vbs(123, 5) SWbemObjectEx: Invalid class",
            r"C:\Windows\System32\slmgr.vbs(1209, 3) (null): Ungültige Klasse",
            r"C:\Windows\system32\slmgr.vbs(48, 1) Microsoft VBScript runtime error: Permission denied",
            "Input Error: Can not find script file \"C:\\slmgr.vbs\".",
            "On a computer running Microsoft Windows non-core edition, run 'slui.exe 0x2a 0xC",
            "On a computer running Microsoft Windows non-core edition, run 'slui.exe 0x2a 0xC 004D302' to display",
        ] {
            let expected = ErrorLine {
                code: None,
                text: line,
                adds: false,
            };
            assert_eq!(read(line), Some(expected), "{line}");
        }
        let more = read("Error description: The RPC server is unavailable.")
            .map(|found| (found.text, found.adds));
        assert_eq!(more, Some(("The RPC server is unavailable.", true)));
        for line in [
            "Error: product not found.",
            "Err",
            "Errors: 5 Found",
            "Error: 0xC004F07",
            "Error: 0xC004",
            "Error: 3 things",
            "Error: 5",
            "see slmgr.vbs(x)",
            "slmgr.vbs(1)",
            "",
            "é",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn codes_inside_a_text() {
        assert_eq!(code_in("hr=0x8007232B, x"), Some(0x8007_232B));
        assert_eq!(code_in("0x0 and 0xC004F074"), Some(0xC004_F074));
        for text in ["", "0x", "0xC004F0741", "0xC004é074", "C004F074"] {
            assert_eq!(code_in(text), None, "{text}");
        }
    }
}
