//! The host that is set on this machine is none of those that DNS names.

use super::{
    super::{Certainty, Finding, Paste, Severity},
    is_same, records, registered, waits,
};
use crate::{
    command::{Command, Host},
    wording::findings::machine as say,
};

/// A name that is set, beside names in DNS. An address can't be compared with names.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let set = registered(paste).filter(|set| !set.is_address())?;
    let targets: Vec<(&str, u32)> = records(paste)
        .filter_map(|(record, line)| Some((record.target.as_deref()?, line)))
        .collect();
    let (first, line) = *targets.first()?;
    if targets.iter().any(|(target, _)| is_same(target, set.host)) {
        return None;
    }
    let (severity, certainty) = if waits(paste) {
        (Severity::Blocks, Certainty::Likely)
    } else {
        (Severity::Note, Certainty::Shown)
    };
    let mut lines: Vec<u32> = set.line.into_iter().chain([line]).collect();
    lines.sort_unstable();
    let test = Command::TestPort {
        host: Host::new(set.host),
        port: set.port.unwrap_or(super::DEFAULT),
        old: paste.is_old(),
    };
    Some(
        paste
            .finding(
                "machine-pinned-host-not-in-dns",
                severity,
                say::pin_not_in_dns(set.host, first, targets.len()),
                &lines,
            )
            .certainty(certainty)
            .background(say::PIN_HIDES_DNS)
            .step(paste.step(test, say::TEST_PINNED, &[set.host]))
            .step(
                paste
                    .step(Command::Ckms, say::UNPIN, &[])
                    .note(say::UNPIN_NOTE),
            )
            .step(paste.step(Command::Ato(None), say::ASK_AGAIN, &[]))
            .article("topic-pinned-host")
            .see("dns-client-search-order"),
    )
}
