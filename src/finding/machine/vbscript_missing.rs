//! VBScript is missing: slmgr.vbs and ospp.vbs do not run.

use super::super::{Finding, Paste, Severity};
use crate::{command::Command, wording::findings::machine as say};

/// What the script host says where the engine is not there.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let lines = paste.refusals(|text| {
        let no_engine = [
            "Can't find script engine",
            "There is no script engine for file extension",
        ]
        .iter()
        .any(|words| text.contains(words));
        no_engine && text.to_ascii_lowercase().contains("vbs")
    });
    if lines.is_empty() {
        return None;
    }
    Some(
        paste
            .finding(
                "machine-vbscript-missing",
                Severity::Note,
                say::VBSCRIPT_MISSING,
                &lines,
            )
            .background(say::CIM_DOES_THE_SAME)
            .step(paste.step(Command::CimState, say::CIM_STATE, &[]))
            .step(paste.step(Command::CimInstallationId, say::CIM_IID, &[]))
            .article("topic-script-host-disabled")
            .see("tool-oslicense"),
    )
}
