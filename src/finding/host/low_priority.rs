//! The host's service runs with low priority.

use super::{
    super::{Case, Finding, Severity},
    working,
};
use crate::{command::Command, wording::findings::host as say};

/// "KMS priority: Low".
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    if working(case)?.low_priority != Some(true) {
        return None;
    }
    let finding = case
        .finding(
            "host-priority-low",
            Severity::Note,
            say::LOW_PRIORITY,
            &["kmsHost.priority"],
        )
        .background(say::NOT_THE_RECORDS_PRIORITY)
        .step(case.step(Command::Spri, say::NORMAL_PRIORITY))
        .step(case.step(Command::RestartService, say::RESTART_SERVICE))
        .article("registry-enablekmslowpriority")
        .article("slmgr-spri");
    Some(finding)
}
