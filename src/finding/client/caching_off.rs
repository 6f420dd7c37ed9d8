//! The client does not remember its KMS host.

use super::super::{Case, Finding, Severity};
use crate::{command::Command, product::Family, wording::findings::client as say};

/// "KMS host caching is disabled", as printed.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let client = case.product.kms_client.as_ref()?;
    if client.host_caching != Some(false) {
        return None;
    }
    let finding = case.finding(
        "client-caching-off",
        Severity::Note,
        say::CACHING_OFF,
        &["kmsClient.hostCaching"],
    );
    // On Windows 8 and later Office has the switch of Windows.
    let finding = if case.identity.family == Family::Office {
        finding
    } else {
        finding.step(case.step(Command::Skhc, say::CACHING_ON))
    };
    Some(finding.article("dns-host-caching"))
}
