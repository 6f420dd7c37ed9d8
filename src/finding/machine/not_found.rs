//! The command found no product to act on.

use super::super::{Finding, Paste, Severity};
use crate::{command::Command, wording::findings::machine as say};

/// What slmgr.vbs says of it.
const WORDS: [&str; 3] = [
    "Error: product key not found",
    "Error: product not found",
    "Error: Activation ID (",
];

/// slmgr.vbs knows no keyed product of that Activation ID, or none at all.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let lines = paste.refusals(|text| WORDS.iter().any(|words| text.starts_with(words)));
    if lines.is_empty() {
        return None;
    }
    Some(
        paste
            .finding(
                "machine-product-not-found",
                Severity::Note,
                say::PRODUCT_NOT_FOUND,
                &lines,
            )
            .background(say::OFFICE_BY_OSPP)
            .step(paste.step(Command::DlvAll, say::SEE_ALL, &[]))
            .step(paste.step(Command::OsppDstatus(None), say::SEE_OFFICE, &[]))
            .article("topic-product-not-found")
            .see("topic-wrong-office-host-id"),
    )
}
