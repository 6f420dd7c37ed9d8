//! Windows Script Host is switched off: slmgr.vbs and ospp.vbs do not run.

use super::{
    super::{Finding, Paste, Severity},
    figure, registry_of,
};
use crate::{command::Command, wording::findings::machine as say};

/// What the script host says, or the value that switches it off.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let mut lines = paste.refusals(|text| text.contains("Windows Script Host access is disabled"));
    let off = registry_of(paste, "Enabled").filter(|(value, _)| {
        let key = value.key.as_deref().unwrap_or_default();
        key.to_ascii_lowercase()
            .contains(r"\windows script host\settings")
            && figure(value) == Some(0)
    });
    lines.extend(off.map(|(_, line)| line));
    lines.sort_unstable();
    if lines.is_empty() {
        return None;
    }
    Some(
        paste
            .finding(
                "machine-script-host-off",
                Severity::Note,
                say::SCRIPT_HOST_OFF,
                &lines,
            )
            .background(say::CIM_DOES_THE_SAME)
            .step(paste.step(Command::CimState, say::CIM_STATE, &[]))
            .step(paste.step(Command::CimInstallationId, say::CIM_IID, &[]))
            .article("topic-script-host-disabled")
            .see("cim-one-liners"),
    )
}
