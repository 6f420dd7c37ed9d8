//! Not activated, and it says so.

use super::{
    super::{Case, Finding, Severity},
    OUT_OF_TOLERANCE, is_esu,
};
use crate::{channel::Channel, wording::findings::state as say};

/// Notification of what is activated by its own key, with the reason. Hosts, KMS clients, evaluations, ESU, changed hardware
/// and copies that are not genuine have findings of their own.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let reason = case.product.reason_code;
    let elsewhere = case.is_host()
        || case.is_client()
        || is_esu(case)
        || super::is_non_genuine(case)
        || case.product.channel == Some(Channel::Evaluation)
        || matches!(reason, Some(OUT_OF_TOLERANCE | super::unlicensed::NO_KEY));
    if !super::is_notified(case) || elsewhere {
        return None;
    }
    let finding = case.of_state(
        "state-notification",
        Severity::Blocks,
        say::notification(&case.about, reason),
    );
    Some(finding.code(reason).article("state-notification"))
}
