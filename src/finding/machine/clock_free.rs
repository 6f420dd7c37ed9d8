//! The clock of this machine follows no other.

use super::super::{Finding, Paste, Severity};
use crate::{
    command::Command, kb::threshold::CLOCK_DIFFERENCE, reading::EvidenceKind,
    wording::findings::machine as say,
};

/// Every status of the clock says so.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let mut clocks = paste
        .reading
        .evidence
        .iter()
        .filter_map(|found| match &found.kind {
            EvidenceKind::Clock(clock) => Some((clock.synchronized, found.line)),
            _ => None,
        });
    let (first, line) = clocks.next()?;
    if first != Some(false) || clocks.any(|(synchronized, _)| synchronized != Some(false)) {
        return None;
    }
    Some(
        paste
            .finding(
                "machine-clock-unsynchronized",
                Severity::Note,
                say::clock_free(),
                &[line],
            )
            .step(paste.step(Command::ClockStatus, say::SEE_CLOCK, &[]))
            .step(paste.step(Command::ClockResync, say::SET_CLOCK, &[]))
            .source(CLOCK_DIFFERENCE.sources())
            .article("topic-time-skew")
            .see("tool-w32tm"),
    )
}
