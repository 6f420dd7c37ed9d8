//! Error and reason codes in words.

use super::{Note, Part, amount, note, plain};
use crate::{
    card::Tone,
    id::error_code::{self, Severity},
    identify::{
        Near,
        code::{Finding, Spelled},
    },
    kb::{self, Certainty, reason::Reason},
    phrase::{self, Phrase},
};

pub(super) fn code_parts(finding: &Finding) -> Vec<Part> {
    if let Spelled::Digits(_) = finding.spelling {
        return Vec::new();
    }
    let shown = match (finding.spelling, finding.wrapped) {
        (Spelled::WindowsError, Some(wrapped)) => wrapped.code,
        _ => finding.code,
    };
    let mut parts = vec![
        Part {
            value: Phrase::new().value(phrase::Kind::Code, error_code::format(shown)),
            ..plain("hexadecimal", "Hexadecimal", String::new())
        },
        plain("decimal", "Decimal", shown.to_string()),
    ];
    if shown >= 0x8000_0000 {
        parts.push(plain(
            "signed",
            "Decimal with sign",
            shown.cast_signed().to_string(),
        ));
    }
    if let Some(symbol) = finding.told().and_then(|known| known.symbol) {
        parts.push(plain("symbol", "Name", symbol.to_owned()));
    }
    if let Some(number) = finding.win32 {
        parts.push(plain("windowsError", "Windows error", number.to_string()));
    }
    parts
}

/// What has to be said of a code.
pub fn code(finding: &Finding) -> Vec<Note> {
    let mut notes = Vec::new();
    if let Spelled::Digits(count) = finding.spelling {
        let change = count as isize - 8;
        notes.push(note(
            "digits",
            Tone::Bad,
            format!(
                "A code of this kind has eight hexadecimal digits; this has {count}: {}.",
                amount(change)
            ),
        ));
        notes.extend(finding.nearest.iter().map(nearest_code));
        return notes;
    }
    if let (Spelled::WindowsError, Some(wrapped)) = (finding.spelling, finding.wrapped) {
        let text = Phrase::new()
            .text(format!(
                "As the number of a Windows error: outputs of licensing print {} as ",
                finding.code
            ))
            .value(phrase::Kind::Code, error_code::format(wrapped.code))
            .text(".");
        notes.push(note("windows-error", Tone::Neutral, text));
    } else if let Some(wrapped) = finding.wrapped {
        let text = Phrase::new()
            .text("A number this small is the number of a Windows error, which is printed as ")
            .value(phrase::Kind::Code, error_code::format(wrapped.code))
            .text(", too.");
        notes.push(note("windows-error", Tone::Neutral, text));
    }
    match finding.told() {
        Some(known) => {
            let tone = match error_code::severity(known.code) {
                Severity::Failure => Tone::Bad,
                _ => Tone::Neutral,
            };
            notes.push(note("meaning", tone, kb::marked(known.meaning)));
            if !known.when.is_empty() {
                notes.push(note("when", Tone::Neutral, kb::marked(known.when)));
            }
            notes.extend(
                known
                    .doubt
                    .map(|doubt| note("doubt", Tone::Watch, kb::marked(doubt))),
            );
            if known.certainty != Certainty::Official {
                notes.push(note(
                    known.certainty.name(),
                    Tone::Neutral,
                    known.certainty.sentence(),
                ));
            }
        }
        None => {
            let kind = match error_code::severity(finding.code) {
                _ if finding.code == 0 => "Zero: it worked.".to_owned(),
                _ if finding.spelling == Spelled::WindowsError => {
                    format!("Not in this catalogue (of {}).", kb::DATE)
                }
                Severity::Failure => format!(
                    "Not in this catalogue (of {}). By its first digit it is a failure.",
                    kb::DATE
                ),
                Severity::Information => {
                    format!(
                        "Not in this catalogue (of {}). By its first digit it is information, not a failure.",
                        kb::DATE
                    )
                }
                Severity::Success => format!(
                    "Not in this catalogue (of {}). By its first digit it is no failure.",
                    kb::DATE
                ),
            };
            notes.push(note(
                if finding.code == 0 {
                    "success"
                } else {
                    "unknown"
                },
                Tone::Neutral,
                kind,
            ));
        }
    }
    if let (Some(number), None) = (finding.win32, finding.wrapped) {
        notes.push(note(
            "windows-error",
            Tone::Neutral,
            format!("It wraps the Windows error {number}, which other tools print as that number."),
        ));
    }
    if let Some(twin) = finding.twin {
        let text = Phrase::new()
            .text("The same code as ")
            .text(match error_code::severity(twin.code) {
                Severity::Failure => "a failure",
                _ => "information",
            })
            .text(" is ")
            .value(phrase::Kind::Code, error_code::format(twin.code))
            .text(": ")
            .then(kb::marked(twin.meaning));
        notes.push(note("twin", Tone::Neutral, text));
    }
    notes.extend(finding.nearest.iter().map(nearest_code));
    notes
}

fn nearest_code(near: &Near<Reason>) -> Note {
    let text = Phrase::new()
        .text("Nearly ")
        .value(phrase::Kind::Code, error_code::format(near.known.code))
        .text(": ")
        .then(kb::marked(near.known.meaning))
        .text(" Compare with the place where yours comes from; nothing was changed here.");
    note("nearest", Tone::Watch, text)
}
