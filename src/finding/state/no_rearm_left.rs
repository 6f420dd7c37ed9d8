//! The rearms are used up.

use super::super::{Case, Finding, Severity};
use crate::{channel::Channel, wording::findings::state as say};

/// A count of 0 of a product that waits to be activated. Evaluations tell of it in their own finding.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    if !case.waits() || case.product.channel == Some(Channel::Evaluation) {
        return None;
    }
    let counts = [
        (
            "remainingWindowsRearmCount",
            case.product.remaining_windows_rearm_count,
        ),
        (
            "remainingSkuRearmCount",
            case.product.remaining_sku_rearm_count,
        ),
        (
            "remainingAppRearmCount",
            case.product.remaining_app_rearm_count,
        ),
    ];
    let (key, _) = counts.into_iter().find(|(_, count)| *count == Some(0))?;
    let finding = case.finding(
        "state-no-rearm-left",
        Severity::Note,
        say::no_rearm_left(crate::wording::fields::label(key)),
        &[key],
    );
    Some(finding.article("topic-rearm-used-up"))
}
