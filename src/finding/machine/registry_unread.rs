//! A KMS host for Office stands in a key that this Windows does not read.

use super::{
    super::{Certainty, Finding, Paste, Severity},
    pins,
};
use crate::{command::Command, wording::findings::machine as say};

/// The key of Office 2010 and of Windows 7, on a newer Windows.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let (_, named) =
        pins(paste).find(|(key, _)| key.contains(r"\officesoftwareprotectionplatform"))?;
    if !is_new(paste) {
        return None;
    }
    let lines: Vec<u32> = named.line.into_iter().collect();
    Some(
        paste
            .finding(
                "machine-registry-pin-unread",
                Severity::Note,
                say::registry_unread(named.host),
                &lines,
            )
            .certainty(Certainty::Likely)
            .background(say::OFFICE_2010_READS_IT)
            .step(paste.step(Command::OsppDstatus(None), say::SEE_OFFICE_HOST, &[]))
            .article("registry-officesoftwareprotectionplatform")
            .see("ospp-sethst"),
    )
}

/// Whether the paste shows Windows 8 or later: its licensing service is of version 6.2 at least.
pub(super) fn is_new(paste: &Paste<'_>) -> bool {
    let service = paste.reading.service.as_ref();
    let version = service.and_then(|service| service.version.as_deref());
    let mut numbers = version.unwrap_or_default().split('.');
    let mut next = || numbers.next().and_then(|number| number.parse::<u32>().ok());
    matches!((next(), next()), (Some(major), Some(minor)) if (major, minor) >= (6, 2))
}
