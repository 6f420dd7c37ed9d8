//! A KMS host answered that it has counted too few: the answer proves that the way to it works.

use super::{
    super::{Certainty, Finding, Paste},
    COUNT_TOO_LOW, answers, asked, settled, try_again, without_host,
};
use crate::{
    command::Command,
    kb::threshold::{OFFICE_CLIENTS, WINDOWS_CLIENTS, WINDOWS_SERVERS},
    wording::findings::machine as say,
};

/// The flag of event 12289 for it (event-status-flags in the knowledge base).
const FLAG: u32 = 0x0400_0000;

/// The code in a command or a record, or an answer that says so.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let errors = paste.errors(COUNT_TOO_LOW);
    let mut lines = errors.clone();
    let printed = !errors.is_empty();
    let low = answers(paste).find(|(_, read)| {
        let flag = read.status_flags.unwrap_or(0) & FLAG != 0;
        read.hresult == Some(COUNT_TOO_LOW) || flag && read.activated != Some(true)
    });
    let request = asked(paste).find(|(_, read)| read.hresult == Some(COUNT_TOO_LOW));
    lines.extend(low.map(|(event, _)| event.line));
    lines.extend(request.map(|(event, _)| event.line));
    lines.sort_unstable();
    lines.dedup();
    if lines.is_empty() {
        return None;
    }
    let activated = answers(paste).any(|(_, read)| read.activated == Some(true));
    let needed = asked(paste).find_map(|(_, read)| read.required_client_count);
    let count = low.and_then(|(_, read)| read.current_count);
    // A count that is enough is another answer's.
    let figures = count
        .zip(needed)
        .filter(|(count, needed)| count < needed)
        .map_or(
            (count.filter(|_| needed.is_none()), needed),
            |(count, needed)| (Some(count), Some(needed)),
        );
    let mut finding = paste
        .finding(
            "machine-count-too-low",
            without_host(paste),
            say::count_too_low(figures.0, figures.1, printed),
            &lines,
        )
        .background(say::thresholds());
    if activated && !printed {
        finding = finding
            .certainty(Certainty::Likely)
            .background(say::ACTIVATED_TOO);
    }
    let again = try_again(paste, errors.first());
    let finding = settled(paste, finding, &errors);
    Some(
        finding
            .step(
                paste
                    .step(Command::DlvAll, say::READ_COUNT, &[])
                    .on(say::ON_HOST),
            )
            .step(
                paste
                    .step(Command::ReadEvent12290, say::SEE_WHO_ASKED, &[])
                    .on(say::ON_HOST),
            )
            .step(
                paste
                    .step(again, say::MORE_MUST_ASK, &[])
                    .on(say::ON_OTHERS),
            )
            .source(WINDOWS_CLIENTS.sources())
            .source(WINDOWS_SERVERS.sources())
            .source(OFFICE_CLIENTS.sources())
            .code(COUNT_TOO_LOW)
            .article("topic-count-too-low")
            .see("event-12289"),
    )
}
