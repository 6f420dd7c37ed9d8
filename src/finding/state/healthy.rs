//! Activated, and nothing odd about it: nothing to do, and when to look again.

use super::super::{Case, Finding, Severity};
use crate::{
    channel::Channel,
    kb::threshold::{KMS_VALIDITY, RENEWAL_INTERVAL},
    reading::ExpiryKind,
    wording::findings::state::{self as say, By},
};

/// A licensed product. The list drops it where something else about the product asks for action.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    if !case.is_licensed() || case.about.suspicion.is_some() || super::is_esu(case) {
        return None;
    }
    let by = by(case);
    let left = case
        .product
        .minutes_remaining
        .filter(|minutes| *minutes > 0);
    let renews = case.product.expires.kind == Some(ExpiryKind::Volume) && !case.is_host();
    let finding = case.finding(
        "healthy",
        Severity::Healthy,
        say::healthy(by, left, case.product.expires.at.as_deref()),
        &["licenseStatus", "minutesRemaining"],
    );
    Some(if renews && left.is_some() {
        finding
            .background(say::RENEWS)
            .step(case.look(say::LOOK_AGAIN))
            .source(KMS_VALIDITY.sources())
            .source(RENEWAL_INTERVAL.sources())
            .see("term-renewal")
    } else {
        finding
            .background(say::look_again(by))
            .step(case.look(say::LOOK_AFTER_CHANGE))
            .see("state-licensed")
    })
}

/// Who or what activated it, as far as the paste shows.
fn by(case: &Case<'_>) -> By {
    let asked_host = case.product.kms_client.as_ref().is_some_and(|client| {
        client.host_from_dns.is_some()
            || client.registered_host.is_some()
            || client.host_extended_pid.is_some()
    });
    if case.is_host() {
        return By::Host;
    }
    if case.product.ad_activation.is_some() {
        return By::Directory;
    }
    match case.product.channel {
        _ if case.product.by_token => By::Token,
        // /xpr prints no channel, but what runs out.
        None => By::Channel(match case.product.expires.kind {
            Some(ExpiryKind::Volume) => Some(Channel::KmsClient),
            Some(ExpiryKind::Avma) => Some(Channel::Avma),
            _ => None,
        }),
        Some(Channel::KmsClient) if asked_host => By::Kms,
        channel => By::Channel(channel),
    }
}
