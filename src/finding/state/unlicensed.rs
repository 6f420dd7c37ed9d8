//! A key, and no licence.

use super::{
    super::{Case, Finding, Severity},
    is_esu,
};
use crate::{channel::Channel, state::LicenseStatus, wording::findings::state as say};

/// "The licensing service has no key for this product."
pub(in super::super) const NO_KEY: u32 = 0xC004_F014;

/// Unlicensed, with a key as far as the paste shows. Hosts, evaluations and ESU have findings of their own.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let status = case.product.license_status?;
    let elsewhere = case.is_host()
        || is_esu(case)
        || case.product.channel == Some(Channel::Evaluation)
        || case.product.reason_code == Some(NO_KEY);
    if status != LicenseStatus::Unlicensed || !case.waits() || elsewhere {
        return None;
    }
    let sentence = say::unlicensed(&case.about);
    let finding = case.of_state("state-unlicensed", Severity::Blocks, sentence);
    Some(
        finding
            .code(case.product.reason_code)
            .article("state-unlicensed"),
    )
}
