//! A change counts only after a restart.

use super::super::{Finding, Paste, Severity};
use crate::{command::Command, reading::NoticeKind, wording::findings::host as say};

/// The warning below settings of a host, and the sentence below a rearm.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let service = paste.notices(NoticeKind::RestartService);
    let machine = paste.notices(NoticeKind::RestartMachine);
    // A restart of the machine starts its services too.
    let finding = if machine.is_empty() {
        if service.is_empty() {
            return None;
        }
        paste
            .finding(
                "host-restart-service",
                Severity::ActSoon,
                say::RESTART_SERVICE_NEEDED,
                &service,
            )
            .step(paste.step(Command::RestartService, say::RESTART_SERVICE, &[]))
            .article("tool-restart-service")
    } else {
        paste
            .finding(
                "host-restart-machine",
                Severity::ActSoon,
                say::RESTART_MACHINE_NEEDED,
                &machine,
            )
            .see("slmgr-rearm")
    };
    Some(finding)
}
