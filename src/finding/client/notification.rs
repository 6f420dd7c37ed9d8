//! A KMS client that is not activated and says so.

use super::super::{Case, Finding, Severity, state};
use crate::wording::findings::client as say;

/// By its reason code. Lapsed leases and copies that are not genuine have findings of their own.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let reason = case.product.reason_code;
    let elsewhere = reason == Some(state::OUT_OF_TOLERANCE)
        || reason == Some(state::NO_KEY)
        || state::is_non_genuine(case)
        || case.product.in_use == Some(false);
    if !case.is_client() || !state::is_notified(case) || elsewhere {
        return None;
    }
    let finding = case
        .of_state(
            "client-notification",
            Severity::Blocks,
            say::notification(&case.about, reason),
        )
        .code(reason)
        .article("state-notification")
        .see("topic-no-kms-block");
    Some(super::with_published_key(finding, case))
}
