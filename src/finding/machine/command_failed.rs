//! A command printed an error that no other finding speaks of.

use super::{
    super::{Finding, Paste, Severity, host::KEY_USED_UP},
    CLOCKS_APART, COUNT_TOO_LOW, NOT_REACHED, producer, settled,
};
use crate::{
    kb::reason,
    phrase::{Kind, Phrase},
    reading::{PrintedError, Producer},
    wording::findings::machine as say,
};

/// So many codes are told.
const MOST: usize = 5;

/// Codes that failed, each once; the one of a try to activate comes first.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let mut failed: Vec<&PrintedError<'_>> = Vec::new();
    for error in &paste.reading.errors {
        let told = matches!(
            error.code,
            NOT_REACHED | COUNT_TOO_LOW | CLOCKS_APART | KEY_USED_UP
        );
        // A code of Windows alone, "5", has no severity in it: it was printed as an error.
        let fails =
            error.code <= 0xFFFF || reason::severity(error.code) == reason::Severity::Failure;
        let known = failed.iter().any(|before| before.code == error.code);
        if !told && fails && !known {
            failed.push(error);
        }
    }
    let tried = |error: &PrintedError<'_>| {
        matches!(
            producer(paste, error.line),
            Some(Producer::SlmgrAto | Producer::OsppAct)
        )
    };
    if let Some(at) = failed.iter().position(|error| tried(error)) {
        failed[..=at].rotate_right(1);
    }
    let first = *failed.first()?;
    let severity = if tried(first) {
        Severity::Blocks
    } else {
        Severity::Note
    };
    failed.truncate(MOST);
    let mut lines: Vec<u32> = failed.iter().map(|error| error.line).collect();
    lines.sort_unstable();
    let mut finding = paste.finding(
        "machine-command-failed",
        severity,
        say::command_failed(first.code),
        &lines,
    );
    if let Some(text) = first.text.as_deref() {
        let said = Phrase::from(say::TOOL_SAYS).value(Kind::Unread, text.to_owned());
        finding = finding.background(said);
    }
    if let Some(known) = reason::find(first.code) {
        for why in known.why.iter() {
            finding = finding.background(crate::kb::marked(why));
        }
    }
    for error in failed.iter().skip(1) {
        finding = finding.background(say::also_failed(error.code));
    }
    for error in &failed {
        finding = finding.code(error.code);
    }
    Some(settled(paste, finding, &lines))
}
