//! A rearm does nothing on this machine.

use super::{
    super::{Finding, Paste, Severity},
    figure, registry_of,
};
use crate::wording::findings::machine as say;

/// `SkipRearm` of 1.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let (_, line) = registry_of(paste, "SkipRearm").find(|(value, _)| figure(value) == Some(1))?;
    Some(
        paste
            .finding(
                "machine-skip-rearm",
                Severity::Note,
                say::SKIP_REARM,
                &[line],
            )
            .background(say::SKIP_REARM_CLONES)
            .article("registry-skiprearm")
            .see("topic-clone-cmid"),
    )
}
