//! What the license state means, whatever activates the product.

mod application_id;
mod by_whom;
mod esu;
mod evaluation;
mod grace;
mod hardware_changed;
mod healthy;
mod installation_id;
mod no_key;
mod no_rearm_left;
mod non_genuine;
mod not_in_use;
mod notification;
mod unexpected_countdown;
mod unlicensed;
mod wrong_activation_id;

use super::{Case, OfProduct};
use crate::{product::Family, state::LicenseStatus};

/// Every finding of this family. The state itself comes first, then what else is to be known, then that nothing is to be done.
pub(super) const ALL: &[OfProduct] = &[
    non_genuine::find,
    hardware_changed::find,
    notification::find,
    unlicensed::find,
    no_key::find,
    evaluation::over,
    evaluation::runs,
    esu::not_activated,
    grace::initial,
    grace::out_of_tolerance,
    grace::extended,
    unexpected_countdown::find,
    installation_id::older_key,
    by_whom::directory,
    by_whom::token,
    by_whom::hyper_v,
    esu::activated,
    no_rearm_left::find,
    installation_id::without_key,
    wrong_activation_id::find,
    application_id::mismatch,
    application_id::of_sample,
    not_in_use::find,
    healthy::find,
];

/// The reason "out of tolerance": hardware, or on a KMS client the lease.
pub(super) const OUT_OF_TOLERANCE: u32 = 0xC004_F00F;
pub(super) use unlicensed::NO_KEY;

/// Reasons that say "not genuine".
const NOT_GENUINE: [u32; 5] = [
    0xC004_F200,
    0xC004_F064,
    0xC004_F065,
    0x4004_F065,
    0x4004_F068,
];

/// Whether it is in notification.
pub(super) fn is_notified(case: &Case<'_>) -> bool {
    case.product.license_status == Some(LicenseStatus::Notification)
}

/// Whether validation found it not genuine, by its state or the reason.
pub(super) fn is_non_genuine(case: &Case<'_>) -> bool {
    let by_reason = case
        .product
        .reason_code
        .is_some_and(|code| NOT_GENUINE.contains(&code));
    case.product.license_status == Some(LicenseStatus::NonGenuineGrace) || by_reason && case.waits()
}

/// Whether it is an add-on for Extended Security Updates.
pub(super) fn is_esu(case: &Case<'_>) -> bool {
    let says = |text: &str| text.contains("-ESU-") || text.contains("Extended Security Updates");
    case.identity.family == Family::WindowsAddOn
        && (case.product.name.as_deref().is_some_and(says)
            || case
                .identity
                .known
                .is_some_and(|known| says(known.edition) || says(known.product)))
}
