//! What Windows Server says of hardware-based security on this host.

use super::super::{Finding, Paste, Severity};
use crate::{command::Command, reading::NoticeKind, wording::findings::host as say};

/// One of the two sentences of Server 2025. Both together are of two machines: then neither is told.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let lines = |kind| paste.notices(kind);
    let (ready, not) = (
        lines(NoticeKind::HardwareReady),
        lines(NoticeKind::HardwareNotReady),
    );
    let finding = match (ready.is_empty(), not.is_empty()) {
        (false, true) => paste.finding(
            "host-hardware-ready",
            Severity::Note,
            say::HARDWARE_READY,
            &ready,
        ),
        (true, false) => paste
            .finding(
                "host-hardware-not-ready",
                Severity::Note,
                say::HARDWARE_NOT_READY,
                &not,
            )
            .step(
                paste
                    .step(Command::TpmKeyAttestation, say::ASK_TPM, &[])
                    .note(say::ASK_TPM_NOTE),
            ),
        _ => return None,
    };
    let finding = finding
        .background(say::HARDWARE_IS_INFORMATION)
        .article("term-hardware-secured-kms");
    Some(finding)
}
