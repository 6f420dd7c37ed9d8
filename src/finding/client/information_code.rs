//! A code beside a licensed product that is information, not a fault.

use super::super::{Case, Finding, Severity};
use crate::{kb::reason, wording::findings::client as say};

/// 0x4004F040 above all, which Office prints as "ERROR CODE".
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let code = case.product.reason_code?;
    if !case.is_licensed() || reason::severity(code) == reason::Severity::Failure {
        return None;
    }
    let finding = case.finding(
        "client-information-code",
        Severity::Note,
        say::information_code(code),
        &["reasonCode", "licenseStatus"],
    );
    Some(finding.code(Some(code)).see("state-licensed"))
}
