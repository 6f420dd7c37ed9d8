//! The box in which the script host tells that a script failed: script, line, column, text, code and source, each behind a
//! label in the language of Windows. Their order and their shapes tell what they are, not their labels.

use super::Block;
use crate::{
    id::error_code,
    reading::{PrintedError, Producer, Remark, RemarkCode, Words, split},
    text::Lines,
};

/// How many lines the text of the error may have, empty ones among them.
const LONGEST: usize = 9;

/// The box that begins with `first`: with the script, or further down where the paste lacks its head.
pub(super) fn read<'t>(first: (u32, &'t str), rest: &Lines<'t>) -> Option<Block<'t>> {
    let (_, value) = split(first.1)?;
    let is_script = is_script(value);
    if !is_script && !is_number(value) {
        return None;
    }
    let mut lines = super::lines(first, rest).filter(|(_, line)| !line.is_empty());
    let mut next = lines.next()?;
    let script = is_script.then_some(value);
    if is_script {
        next = lines.next()?;
    }
    let mut numbers = 0;
    while numbers < 2 && split(next.1).is_some_and(|(_, value)| is_number(value)) {
        numbers += 1;
        next = lines.next()?;
    }
    if numbers == 0 {
        return None;
    }
    let told = next.0;
    let mut text = Words::Borrowed(split(next.1)?.1);
    let mut end = None;
    for (number, line) in lines.by_ref().take(LONGEST) {
        let code = split(line).and_then(|(_, value)| hresult(value));
        if code.is_some() {
            end = code.map(|code| (number, code));
            break;
        }
        if crate::reading::prompt::find(line).is_some() {
            break;
        }
        text = Words::Owned(format!("{text} {line}"));
    }
    let producer = match script.map(str::to_ascii_lowercase) {
        Some(script) if script.contains("ospp") => Producer::OsppOther,
        _ => Producer::SlmgrOther,
    };
    let block = Block {
        producer,
        ..Block::default()
    };
    let Some((line, code)) = end else {
        // Cut before its code; without the script it may be anything.
        return script.map(|_| Block {
            last_line: told,
            remarks: vec![Remark {
                code: RemarkCode::ToolError,
                line: told,
                text: Words::Borrowed(split(next.1).map_or("", |(_, text)| text)),
                key: None,
            }],
            ..block
        });
    };
    // The source, where it is not cut off.
    let source = lines
        .next()
        .filter(|(number, next)| *number == line + 1 && split(next).is_some())
        .map(|(number, _)| number);
    Some(Block {
        last_line: source.unwrap_or(line),
        errors: vec![PrintedError {
            code,
            text: Some(text),
            line,
        }],
        ..block
    })
}

fn is_script(value: &str) -> bool {
    value
        .len()
        .checked_sub(4)
        .and_then(|at| value.get(at..))
        .is_some_and(|ending| ending.eq_ignore_ascii_case(".vbs"))
}

fn is_number(value: &str) -> bool {
    (1..=5).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_digit())
}

/// Eight digits, without 0x in front.
fn hresult(value: &str) -> Option<u32> {
    let digits = value.len() == 8 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
    digits.then(|| error_code::parse(value)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{bare, lines};

    fn read_all(paste: &str) -> Option<Block<'_>> {
        let mut lines = lines(paste);
        let (number, raw) = lines.next()?;
        read((number, bare(raw)), &lines)
    }

    #[test]
    fn boxes_of_any_language() {
        for (paste, last) in [
            (
                "Script:\tC:\\Windows\\System32\\slmgr.vbs\nLine:\t1130\nChar:\t5\nError:\tInvalid class \nCode:\t80041010\nSource:\tSWbemObjectEx\n\nOK\n",
                6,
            ),
            (
                "Skript: C:\\Windows\\System32\\slmgr.vbs\nZeile: 1130\nZeichen: 5\nFehler: Ungültige\nKlasse\nCode: 80041010\nQuelle: (null)\n",
                7,
            ),
            ("Char: 5\nError: Invalid class\nCode: 80041010\n", 3),
        ] {
            let block = read_all(paste).expect(paste);
            assert_eq!(block.last_line, last, "{paste}");
            assert_eq!(block.errors[0].code, 0x8004_1010, "{paste}");
            assert!(
                block.errors[0]
                    .text
                    .as_deref()
                    .is_some_and(|text| text.ends_with("lass") || text.ends_with("Klasse"))
            );
        }
        let cut =
            read_all("Script:\tC:\\slmgr.vbs\nLine:\t1130\nChar:\t5\nError:\tInvalid class\n")
                .expect("cut");
        assert_eq!(
            (cut.last_line, cut.errors.len(), &*cut.remarks[0].text),
            (4, 0, "Invalid class")
        );
        for foreign in [
            "Line: 5\nof the report\n",
            "Version: 10\nName: x\n",
            "Line: 5\n",
            "Script: a.vbs\n",
            "Script: a.vbs\nwas run\n",
        ] {
            assert_eq!(
                read_all(foreign).map(|block| block.last_line),
                None,
                "{foreign}"
            );
        }
    }
}
