//! The host's service could not start.

use super::super::{Finding, Paste, Severity};
use crate::{command::Command, reading::EventFields, wording::findings::host as say};

/// Events 12291 (the service) and 12292 (its timer).
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let failed = paste
        .reading
        .events
        .iter()
        .find(|event| matches!(event.id, 12291 | 12292))?;
    let hresult = match failed.fields {
        EventFields::Failure { hresult, .. } => hresult,
        _ => None,
    };
    let finding = paste
        .finding(
            "host-service-failed",
            Severity::Blocks,
            say::service_failed(failed.id, hresult),
            &[failed.line],
        )
        .step(paste.step(Command::RestartService, say::RESTART_SERVICE, &[]))
        .step(paste.step(Command::DlvAll, say::SEE_AFTER_RESTART, &[]));
    Some(finding.code(hresult).article(if failed.id == 12291 {
        "event-12291"
    } else {
        "event-12292"
    }))
}
