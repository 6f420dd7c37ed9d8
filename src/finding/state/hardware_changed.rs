//! The hardware is not that of the activation any more.

use super::{
    super::{Case, Finding, Severity},
    OUT_OF_TOLERANCE,
};
use crate::{channel::Channel, wording::findings::state as say};

/// By the reason code, for what is activated once. On a KMS client the same code mostly means a lapsed lease.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let told_elsewhere = case.is_host() || case.is_client() || super::is_non_genuine(case);
    if !super::is_notified(case)
        || case.product.reason_code != Some(OUT_OF_TOLERANCE)
        || told_elsewhere
    {
        return None;
    }
    let finding = case
        .of_state(
            "state-hardware-changed",
            Severity::Blocks,
            say::hardware_changed(&case.about),
        )
        .code(Some(OUT_OF_TOLERANCE))
        .article("topic-hardware-changed");
    Some(match case.product.channel {
        Some(Channel::Mak) => finding.background(say::MAK_COUNTS),
        _ => finding,
    })
}
