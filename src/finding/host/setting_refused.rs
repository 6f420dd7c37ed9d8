//! A setting of a KMS host was refused.

use super::super::{Finding, Paste, Severity};
use crate::{command::Command, wording::findings::host as say};

/// How slmgr.vbs ends the warning, whatever the setting.
const REFUSED: &str = "can only be set on a KMS machine that is also activated";

/// slmgr.vbs says that only an activated host takes this setting.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let lines = paste.refusals(|text| text.contains(REFUSED));
    if lines.is_empty() {
        return None;
    }
    let finding = paste
        .finding(
            "host-setting-refused",
            Severity::Note,
            say::SETTING_REFUSED,
            &lines,
        )
        .step(paste.step(Command::Dlv(None), say::SEE_HOST_STATE, &[]))
        .article("slmgr-sprt")
        .see("term-csvlk");
    Some(finding)
}
