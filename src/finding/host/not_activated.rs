//! The host's own licence is not active: it activates nobody.

use super::{
    super::{Case, Finding, Severity},
    read_again, target,
};
use crate::{command::Command, wording::findings::host as say};

/// A host that has its key and is not licensed.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    case.product.license_status?;
    if !case.is_host() || case.is_licensed() || case.product.in_use == Some(false) {
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
