//! Licences without a key, as most rows of a full listing are.

use super::super::{Case, Finding, Severity};
use crate::wording::findings::state as say;

/// Told once for the whole paste, at the first of them: a full listing has hundreds.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let products = &case.paste.reading.products;
    let unused = |product: &&crate::reading::Product<'_>| product.in_use == Some(false);
    if !unused(&case.product)
        || products[..case.index]
            .iter()
            .any(|product| unused(&product))
    {
        return None;
    }
    let count = products.iter().filter(unused).count();
    let finding = case
        .finding(
            "state-not-in-use",
            Severity::Note,
            say::not_in_use(count, products.len(), case.is_host()),
            &["inUse", "licenseStatus"],
        )
        .article("term-not-in-use");
    Some(if products.len() == 1 {
        finding.steps(case.next_steps())
    } else {
        finding
    })
}
