//! The licensing service knows of no key.

use super::{
    super::{Case, Finding, Severity},
    unlicensed::NO_KEY,
};
use crate::wording::findings::state as say;

/// The reason says that no key is there. What is not in use for want of a key is told of elsewhere.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    if !case.waits() || case.product.reason_code != Some(NO_KEY) || case.is_host() {
        return None;
    }
    let finding = case
        .finding(
            "state-no-key",
            Severity::Blocks,
            say::no_key(&case.about),
            &["licenseStatus", "reasonCode"],
        )
        .step(case.look(say::SEE_KEYS))
        .step(case.install_key(say::INSTALL_KEY));
    Some(finding.code(Some(NO_KEY)))
}
