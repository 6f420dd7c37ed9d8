//! Evaluations: they run out, and can't be activated for good.

use super::super::{Case, Certainty, Finding, Severity};
use crate::{
    channel::Channel, product::Family, state::LicenseStatus, wording::findings::state as say,
};

/// An evaluation that runs.
pub(in super::super) fn runs(case: &Case<'_>) -> Option<Finding> {
    if !case.is_licensed() || case.product.channel != Some(Channel::Evaluation) {
        return None;
    }
    let left = case
        .left()
        .filter(|_| case.product.minutes_remaining != Some(0));
    let printed_end = case.product.expires.at.as_deref();
    let finding = case.finding(
        "state-evaluation-runs",
        Severity::ActSoon,
        say::evaluation_runs(left, case.ends(), printed_end),
        &["licenseStatus", "minutesRemaining", "evaluationEndDate"],
    );
    // By now it is over, as far as an old text can tell.
    let finding = if left == Some(0) {
        finding.certainty(Certainty::Likely)
    } else {
        finding
    };
    Some(told(case, finding))
}

/// An evaluation that is over, or was never activated: the two look alike.
pub(in super::super) fn over(case: &Case<'_>) -> Option<Finding> {
    let status = case.product.license_status;
    let is_over = matches!(
        status,
        Some(LicenseStatus::Notification | LicenseStatus::Unlicensed)
    );
    if case.product.channel != Some(Channel::Evaluation)
        || !is_over
        || !case.waits()
        || super::is_non_genuine(case)
    {
        return None;
    }
    let finding = case
        .finding(
            "state-evaluation-over",
            Severity::Blocks,
            say::EVALUATION_OVER,
            &["licenseStatus", "reasonCode", "evaluationEndDate"],
        )
        .code(case.product.reason_code);
    Some(told(case, finding))
}

fn told(case: &Case<'_>, finding: Finding) -> Finding {
    let server = case.identity.family == Family::WindowsServer;
    let finding = finding
        .background(if server {
            say::EVALUATION_OF_SERVER
        } else {
            say::EVALUATION_OF_CLIENT
        })
        .background(say::EVALUATION_AFTER);
    finding
        .background(say::rearms(case.product.remaining_windows_rearm_count))
        .steps(case.next_steps())
        .article("topic-evaluation-expired")
}
