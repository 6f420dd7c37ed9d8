//! The host's log shows requests that it refused.

use super::{
    super::{Finding, Paste, Severity},
    client_clock::CLOCKS_APART,
};
use crate::{
    command::Command,
    event_log::summary,
    kb::{activation_id, reason},
    reading::EventFields,
    wording::findings::host as say,
};

/// The host's key does not cover the product.
const NOT_COVERED: u32 = 0xC004_F042;

/// So many lines are told.
const MOST: usize = 10;

/// Failed requests in event 12290; clocks have a finding of their own.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let sum = summary(&paste.reading.events);
    let failures: Vec<(u32, usize)> = sum
        .failures
        .iter()
        .copied()
        .filter(|(code, _)| {
            *code != CLOCKS_APART && reason::severity(*code) == reason::Severity::Failure
        })
        .collect();
    let &(code, _) = failures.iter().max_by_key(|(_, times)| *times)?;
    let times = failures.iter().map(|(_, times)| times).sum();
    let refused = || {
        paste.reading.events.iter().filter_map(|event| {
            let EventFields::RequestProcessed(read) = &event.fields else {
                return None;
            };
            (read.hresult == Some(code)).then_some((event.line, read.activation_id))
        })
    };
    let lines: Vec<u32> = refused().map(|(line, _)| line).take(MOST).collect();
    let product = refused()
        .find_map(|(_, id)| activation_id::find(id?))
        .filter(|_| code == NOT_COVERED);
    let mut finding = paste.finding(
        "host-requests-refused",
        Severity::Note,
        say::requests_refused(times, sum.requests, code),
        &lines,
    );
    if let Some(known) = product {
        finding = finding.background(say::not_covered(
            known.generation,
            known.generation.starts_with(say::OFFICE),
        ));
    }
    let finding = finding
        .step(paste.step(Command::DlvAll, say::SEE_KEYS, &[]))
        .article("event-12290")
        .see("host-key-rules");
    Some(finding.code(code))
}
