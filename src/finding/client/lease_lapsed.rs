//! 0xC004F00F on a KMS client: mostly a lapsed lease, not new hardware.

use super::super::{Case, Certainty, Finding, Severity, state};
use crate::wording::findings::client as say;

/// Notification with that reason. The tool prints one text for both ("KMS license expired or hardware out of tolerance").
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let lapsed = case.product.reason_code == Some(state::OUT_OF_TOLERANCE);
    if !lapsed
        || !case.is_client()
        || !state::is_notified(case)
        || case.product.in_use == Some(false)
    {
        return None;
    }
    let finding = case
        .of_state(
            "client-lease-lapsed",
            Severity::Blocks,
            say::lease_lapsed(&case.about),
        )
        .certainty(Certainty::Likely)
        .background(say::HARDWARE_RARELY)
        .article("topic-180-days")
        .article("state-oot-grace")
        .code(case.product.reason_code);
    Some(super::with_published_key(finding, case))
}
