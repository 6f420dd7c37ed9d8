//! The host that is set has another port in DNS.

use super::{
    super::{Finding, Paste, Severity},
    DEFAULT, is_same, records, registered, waits,
};
use crate::{command::Command, wording::findings::machine as say};

/// The same name, two ports.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let set = registered(paste).filter(|set| !set.is_address())?;
    let port = set.port.unwrap_or(DEFAULT);
    let same: Vec<(u32, u32)> = records(paste)
        .filter(|(record, _)| {
            let target = record.target.as_deref();
            target.is_some_and(|target| is_same(target, set.host))
        })
        .filter_map(|(record, line)| Some((record.port?, line)))
        .collect();
    let &(named, line) = same.first()?;
    if same.iter().any(|(named, _)| *named == u32::from(port)) {
        return None;
    }
    let severity = if waits(paste) {
        Severity::Blocks
    } else {
        Severity::Note
    };
    let mut lines: Vec<u32> = set.line.into_iter().chain([line]).collect();
    lines.sort_unstable();
    Some(
        paste
            .finding(
                "machine-pinned-port-differs",
                severity,
                say::pin_port(set.host, port, named),
                &lines,
            )
            .step(
                paste
                    .step(Command::Dlv(None), say::SEE_HOST_PORT, &[])
                    .on(say::ON_HOST),
            )
            .step(
                paste
                    .step(Command::Ckms, say::UNPIN_FOR_PORT, &[])
                    .note(say::UNPIN_NOTE),
            )
            .article("port-1688")
            .see("topic-pinned-host"),
    )
}
