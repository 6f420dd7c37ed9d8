//! The registry allows one way of volume activation only.

use super::{
    super::{Finding, Paste, Severity},
    figure, registry_of,
};
use crate::{command::Command, wording::findings::machine as say};

/// `VLActivationType` of 1 to 3.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let (only, line) = registry_of(paste, "VLActivationType")
        .find_map(|(value, line)| Some((say::only_way(figure(value)?)?, line)))?;
    Some(
        paste
            .finding(
                "machine-activation-type-limited",
                Severity::Note,
                say::activation_type(only),
                &[line],
            )
            .step(paste.step(Command::ActTypeAny, say::ANY_WAY, &[]))
            .article("registry-vlactivationtype")
            .see("slmgr-act-type"),
    )
}
