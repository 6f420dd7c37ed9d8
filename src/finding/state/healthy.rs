//! Activated, and nothing odd about it: nothing to do, and when to look again.

use super::super::{Case, Finding, Severity};
use crate::{
    command::Command, kb::threshold::KMS_VALIDITY, reading::ExpiryKind,
    wording::findings::state as say,
};

/// A licensed product. The list drops it where something else about the product asks for action.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    if !case.is_licensed() || case.about.suspicion.is_some() {
        return None;
    }
    let renews = case.product.expires.kind == Some(ExpiryKind::Volume) && case.is_client();
    let sentence = match case.product.minutes_remaining.filter(|_| renews) {
        Some(minutes) => say::healthy_lease(minutes),
        None => say::HEALTHY.into(),
    };
    let finding = case.finding(
        "healthy",
        Severity::Healthy,
        sentence,
        &["licenseStatus", "minutesRemaining"],
    );
    Some(if renews {
        finding
            .background(say::RENEWS)
            .step(case.step(Command::Dlv(case.product.activation_id), say::LOOK_AGAIN))
            .source(KMS_VALIDITY.sources())
    } else {
        finding
    })
}
