//! A retail key, a MAK or the maker's key where KMS is meant.

use super::super::{Case, Certainty, Finding, Severity, state};
use crate::{
    channel::Channel,
    phrase::Phrase,
    product::Family,
    reading::{EventFields, EvidenceKind, Product},
    wording::findings::client as say,
};

/// KMS is set up or was asked on this machine, and this product's key never asks it.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let channel = case
        .product
        .channel
        .filter(|channel| matches!(channel, Channel::Mak | Channel::Retail | Channel::Oem))?;
    let used = case.product.in_use != Some(false) && case.product.license_status.is_some();
    let base = matches!(
        case.identity.family,
        Family::Windows | Family::WindowsServer | Family::Office
    );
    if !used || !base || case.is_host() || state::is_non_genuine(case) {
        return None;
    }
    let because = why(case)?;
    let severity = if case.is_licensed() {
        Severity::Note
    } else {
        case.urgency()
    };
    let finding = case
        .finding(
            "client-key-not-for-kms",
            severity,
            say::key_not_for_kms(channel, because),
            &["description", "configuredActivationType"],
        )
        .certainty(Certainty::Likely)
        .background(say::KEY_DECIDES)
        .step(case.install_key(say::PUBLISHED_KEY))
        .step(case.renew(say::THEN_ASK_HOST));
    Some(
        finding
            .article("topic-change-mak-kms")
            .see("topic-retail-media"),
    )
}

/// What shows that KMS is meant for this product; `None` where nothing does, or where another product is the client.
fn why(case: &Case<'_>) -> Option<Phrase> {
    let reading = case.paste.reading;
    if case.product.configured_activation_type.as_deref() == Some("KMS") {
        return Some(say::KMS_CONFIGURED.into());
    }
    let asked = |id| {
        reading.events.iter().any(|event| match &event.fields {
            EventFields::ClientRequest(request) => request.activation_id == Some(id),
            _ => false,
        })
    };
    if case.product.activation_id.is_some_and(asked) {
        return Some(say::KMS_ASKED.into());
    }
    let is_client = |product: &Product<'_>| {
        product.channel == Some(Channel::KmsClient) && product.in_use != Some(false)
    };
    if reading.products.iter().any(is_client) {
        return None;
    }
    let in_service = reading
        .service
        .as_ref()
        .and_then(|service| service.host.as_deref());
    let in_registry = || {
        reading.evidence.iter().find_map(|piece| match &piece.kind {
            EvidenceKind::Registry(value)
                if value.name.as_deref() == Some("KeyManagementServiceName") =>
            {
                value.value.as_deref().filter(|value| !value.is_empty())
            }
            _ => None,
        })
    };
    in_service.or_else(in_registry).map(say::host_is_set)
}
