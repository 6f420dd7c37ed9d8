//! The lease of a volume activation: 180 days from the last renewal.

use super::super::{Case, Certainty, Finding, Severity};
use crate::{
    kb::threshold::{INTERVAL_LOWEST, KMS_VALIDITY, RENEWAL_INTERVAL, RENEWAL_NOTICE},
    reading::ExpiryKind,
    wording::findings::client as say,
};

/// So many renewals missed in a row are no holiday any more.
const SEVERAL: u32 = 3;
const DAY: u32 = 1440;

/// Less than 30 days are left.
pub(in super::super) fn ends(case: &Case<'_>) -> Option<Finding> {
    if !is_lease(case) || case.product.minutes_remaining == Some(0) {
        return None;
    }
    let left = case.left()?;
    if left >= RENEWAL_NOTICE.value * DAY {
        return None;
    }
    let finding = case
        .finding(
            "client-lease-ends",
            Severity::ActSoon,
            say::lease_ends(left, case.ends()),
            &["licenseStatus", "minutesRemaining"],
        )
        .background(say::TRIES_BY_ITSELF)
        .steps(case.next_steps())
        .source(KMS_VALIDITY.sources())
        .source(RENEWAL_NOTICE.sources())
        .see("topic-180-days");
    // It may have been renewed since an old text was printed.
    Some(if case.is_old() {
        finding
            .certainty(Certainty::Likely)
            .background(say::MAY_BE_RENEWED)
    } else {
        finding
    })
}

/// Several renewals did not take place, and there is time yet.
pub(in super::super) fn overdue(case: &Case<'_>) -> Option<Finding> {
    let minutes = case.product.minutes_remaining.filter(|_| is_lease(case))?;
    if case.left()? < RENEWAL_NOTICE.value * DAY {
        return None;
    }
    let interval = case
        .product
        .kms_client
        .as_ref()
        .and_then(|client| client.renewal_interval_minutes)
        .filter(|minutes| *minutes >= INTERVAL_LOWEST.value)
        .unwrap_or(RENEWAL_INTERVAL.value);
    let since = KMS_VALIDITY.value.saturating_sub(minutes);
    let missed = since / interval;
    if missed < SEVERAL {
        return None;
    }
    let finding = case
        .finding(
            "client-renewal-overdue",
            Severity::ActSoon,
            say::renewal_overdue(since, interval, missed, minutes),
            &["minutesRemaining", "kmsClient.renewalIntervalMinutes"],
        )
        .background(say::WHY_OVERDUE)
        .step(case.renew(say::RENEW_NOW));
    Some(
        finding
            .steps(case.look_for_host())
            .source(KMS_VALIDITY.sources())
            .source(RENEWAL_INTERVAL.sources())
            .see("term-renewal"),
    )
}

/// Whether a volume activation runs, and is not odd. `/xpr` prints no channel, but what runs out.
fn is_lease(case: &Case<'_>) -> bool {
    let volume = case.product.expires.kind == Some(ExpiryKind::Volume);
    let client = case.is_client() || case.product.channel.is_none() && volume;
    client && case.is_licensed() && case.about.suspicion.is_none()
}
