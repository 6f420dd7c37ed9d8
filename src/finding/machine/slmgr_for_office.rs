//! slmgr.vbs was asked about an Office client, which ospp.vbs is for.

use super::{
    super::{Case, Finding, Paste, Severity},
    producer,
};
use crate::{
    channel::Channel, command::Command, product::Family, reading::Producer, state::LicenseStatus,
    wording::findings::machine as say,
};

/// An Office client with a key and without an activation, as slmgr.vbs prints it.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let by_slmgr = |line| {
        matches!(
            producer(paste, line),
            Some(
                Producer::SlmgrDlv
                    | Producer::SlmgrDli
                    | Producer::SlmgrDti
                    | Producer::SlmgrAto
                    | Producer::SlmgrXpr
            )
        )
    };
    let products = paste.reading.products.iter().enumerate();
    let case = products
        .filter(|(_, product)| {
            let waits = product
                .license_status
                .is_some_and(|status| status != LicenseStatus::Licensed);
            waits
                && product.in_use == Some(true)
                && product.channel != Some(Channel::KmsHost)
                && by_slmgr(product.lines.0)
        })
        .filter_map(|(at, _)| Case::of(paste, at))
        .find(|case| case.identity.family == Family::Office && !case.is_host())?;
    let folder = case.identity.office_folder;
    Some(
        case.finding(
            "machine-slmgr-for-office",
            Severity::Note,
            say::SLMGR_FOR_OFFICE,
            &["name", "description"],
        )
        .step(case.step(Command::OsppDstatus(folder), say::SEE_OFFICE))
        .step(case.step(Command::OsppAct(folder), say::ACTIVATE_OFFICE))
        .article("tool-ospp")
        .see("tool-slmgr"),
    )
}
