//! The host's own licence is not active: it activates nobody.

use super::{
    super::{Case, Finding, Severity},
    read_again, target,
};
use crate::{command::Command, state::LicenseStatus, wording::findings::host as say};

/// A host that has its key and is not licensed.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let status = case.product.license_status?;
    // A long list without the column of keys shows every licence that was ever set down here as unlicensed.
    let keyed = match case.product.in_use {
        Some(in_use) => in_use,
        None => case.product.kms_host.is_some() || status != LicenseStatus::Unlicensed,
    };
    if !case.is_host() || case.is_licensed() || !keyed {
        return None;
    }
    let mut finding = case
        .finding(
            "host-not-activated",
            Severity::Blocks,
            say::NOT_ACTIVATED,
            &["licenseStatus"],
        )
        .background(say::HOST_ACTIVATES_ONCE);
    if let Some(id) = target(case) {
        finding = finding
            .step(case.step(Command::Ato(id), say::ACTIVATE_HOST))
            .step(case.step(Command::Dti(id), say::SHOW_IID))
            .step(case.step(Command::Atp(id), say::DEPOSIT_CID));
    }
    let finding = finding
        .step(read_again(case, say::SEE_LICENSED))
        .article("term-csvlk")
        .see("0xC004F041");
    Some(finding)
}
