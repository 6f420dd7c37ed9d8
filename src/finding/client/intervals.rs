//! Intervals off their defaults.

use super::super::{Case, Finding, Severity};
use crate::{
    kb::threshold::{ACTIVATION_INTERVAL, INTERVAL_HIGHEST, INTERVAL_LOWEST, RENEWAL_INTERVAL},
    wording::findings::client as say,
};

/// One or both, where they are printed.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let client = case.product.kms_client.as_ref()?;
    let off = |printed: Option<u32>, default: u32| printed.filter(|minutes| *minutes != default);
    let activation = off(
        client.activation_interval_minutes,
        ACTIVATION_INTERVAL.value,
    );
    let renewal = off(client.renewal_interval_minutes, RENEWAL_INTERVAL.value);
    if activation.is_none() && renewal.is_none() {
        return None;
    }
    let can_be_set =
        |minutes: u32| (INTERVAL_LOWEST.value..=INTERVAL_HIGHEST.value).contains(&minutes);
    let odd = [activation, renewal]
        .into_iter()
        .flatten()
        .any(|minutes| !can_be_set(minutes));
    let finding = case
        .finding(
            "client-intervals",
            Severity::Note,
            say::intervals(activation, renewal),
            &[
                "kmsClient.activationIntervalMinutes",
                "kmsClient.renewalIntervalMinutes",
            ],
        )
        .background(say::HOST_DECIDES)
        .source(ACTIVATION_INTERVAL.sources())
        .source(RENEWAL_INTERVAL.sources())
        .see("term-activation-interval")
        .see("term-renewal");
    Some(if odd {
        finding
            .background(say::cannot_be_set())
            .source(INTERVAL_LOWEST.sources())
    } else {
        finding
    })
}
