//! An Office KMS licence without its key.

use super::{
    super::{Case, Finding, Severity},
    read_again, target,
};
use crate::{command::Command, product::Family, wording::findings::host as say};

/// The licence pack of an Office generation is there, its key is not.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let is_office = case.identity.family == Family::Office;
    if !case.is_host() || !is_office || case.product.in_use != Some(false) {
        return None;
    }
    let generation = case.identity.certain_generation().map(str::to_owned);
    let mut finding = case
        .finding(
            "host-office-key-missing",
            Severity::Note,
            say::office_key_missing(generation),
            &["inUse", "name"],
        )
        .background(say::KEY_PER_GENERATION)
        .step(
            case.step(Command::Ipk, say::INSTALL_OFFICE_KEY)
                .note(say::KEY_IN_HISTORY),
        );
    if let Some(id) = target(case) {
        finding = finding.step(case.step(Command::Ato(id), say::ACTIVATE_OFFICE_HOST));
    }
    let finding = finding
        .step(read_again(case, say::SEE_LICENSED))
        .article("topic-one-key-for-all-office")
        .article("host-key-get");
    Some(finding)
}
