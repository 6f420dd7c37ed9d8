//! Extended Security Updates: an add-on beside Windows, one for each year.

use super::super::{Case, Finding, Severity};
use crate::wording::findings::state as say;

/// The add-on is activated; in place of "healthy".
pub(in super::super) fn activated(case: &Case<'_>) -> Option<Finding> {
    if !super::is_esu(case) || !case.is_licensed() {
        return None;
    }
    let finding = case.finding(
        "state-esu-activated",
        Severity::Healthy,
        say::esu_activated(year(case)),
        &["name", "licenseStatus"],
    );
    Some(finding.background(say::ESU_BY_YEAR).article("term-esu"))
}

/// The add-on has a key and is not activated.
pub(in super::super) fn not_activated(case: &Case<'_>) -> Option<Finding> {
    if !super::is_esu(case) || !case.waits() || super::is_non_genuine(case) {
        return None;
    }
    let finding = case
        .finding(
            "state-esu-not-activated",
            Severity::Blocks,
            say::esu_not_activated(year(case)),
            &["name", "licenseStatus", "reasonCode"],
        )
        .background(say::ESU_OWN_STATE)
        .background(say::ESU_BY_ID)
        .background(say::ESU_BY_YEAR);
    Some(
        finding
            .steps(case.next_steps())
            .code(case.product.reason_code)
            .article("term-esu"),
    )
}

/// The year in the printed name, else in the catalogue's.
fn year(case: &Case<'_>) -> Option<char> {
    let printed = case.product.name.as_deref().unwrap_or_default();
    let known = case.identity.known.map_or("", |known| known.edition);
    [printed, known].into_iter().find_map(|text| {
        let (_, rest) = text.split_once("ESU-Year")?;
        rest.chars().next().filter(char::is_ascii_digit)
    })
}
