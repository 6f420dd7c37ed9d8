//! Who activated a product, where it is not its own key and no KMS host: Active Directory, a token, the Hyper-V host.

use super::super::{Case, Finding, Severity};
use crate::{channel::Channel, command::Command, wording::findings::state as say};

/// Active Directory: its object is printed.
pub(in super::super) fn directory(case: &Case<'_>) -> Option<Finding> {
    let ad = case.product.ad_activation.as_ref()?;
    if !case.is_licensed() {
        return None;
    }
    let finding = case
        .finding(
            "state-by-active-directory",
            Severity::Note,
            say::by_directory(ad.object_name.as_deref()),
            &[
                "adActivation.objectName",
                "adActivation.objectDn",
                "licenseStatus",
            ],
        )
        .background(say::DIRECTORY_FIRST)
        .background(say::DIRECTORY_LEFT)
        .step(case.step(Command::AoList, say::LIST_OBJECTS));
    Some(
        finding
            .article("term-ad-based-activation")
            .see("topic-left-domain"),
    )
}

/// A token: its block is printed.
pub(in super::super) fn token(case: &Case<'_>) -> Option<Finding> {
    if !case.product.by_token || !case.is_licensed() {
        return None;
    }
    let finding = case.finding(
        "state-by-token",
        Severity::Note,
        say::BY_TOKEN,
        &["licenseStatus"],
    );
    Some(finding.article("term-token-activation"))
}

/// The Hyper-V host, by the channel: it has activated the machine, or has to.
pub(in super::super) fn hyper_v(case: &Case<'_>) -> Option<Finding> {
    if case.product.channel != Some(Channel::Avma) {
        return None;
    }
    let sentence = match (case.is_licensed(), case.waits()) {
        (true, _) => say::BY_HYPER_V,
        (_, true) => say::BY_HYPER_V_ONLY,
        _ => return None,
    };
    let finding = case.finding(
        "state-by-hyper-v",
        Severity::Note,
        sentence,
        &["description", "licenseStatus"],
    );
    Some(finding.background(say::HYPER_V_NEEDS).article("term-avma"))
}
