//! Validation found the copy not genuine.

use super::super::{Case, Finding, Severity};
use crate::wording::findings::state as say;

/// By the state or by the reason. It goes before every other finding about the state.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    if !super::is_non_genuine(case) {
        return None;
    }
    let sentence = say::non_genuine(case.left().filter(|minutes| *minutes > 0));
    let finding = case.of_state("state-non-genuine", Severity::Blocks, sentence);
    Some(
        finding
            .background(say::WHERE_FROM)
            .code(case.product.reason_code)
            .article("topic-not-genuine"),
    )
}
