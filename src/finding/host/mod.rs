//! What is the case with a KMS host.

mod client_clock;
mod client_windows;
mod clones;
mod count_too_low;
mod count_zero;
mod dns_publishing_off;
mod hardware_security;
mod key_limit;
mod low_priority;
mod never_asked;
mod not_activated;
mod office_key;
mod port;
mod publish_failed;
mod requests_failed;
mod requests_refused;
mod restart_needed;
mod service_failed;
mod setting_refused;

use uuid::Uuid;

use super::{Case, OfPaste, OfProduct};
use crate::{
    card::Step,
    command::Command,
    product::Family,
    reading::{KmsHost, Requests},
};

/// The code of a key that is used up.
pub(super) use key_limit::USED_UP as KEY_USED_UP;

/// Every finding of this family about a product.
pub(super) const ALL: &[OfProduct] = &[
    not_activated::find,
    count_too_low::find,
    never_asked::find,
    count_zero::find,
    requests_failed::find,
    office_key::find,
    client_windows::find,
    dns_publishing_off::find,
    port::find,
    low_priority::find,
];

/// Every finding of this family that no product stands for: what commands, notices and the host's log tell.
pub(super) const OF_PASTE: &[OfPaste] = &[
    key_limit::find,
    service_failed::find,
    publish_failed::find,
    setting_refused::find,
    restart_needed::find,
    requests_refused::find,
    client_clock::find,
    clones::find,
    hardware_security::find,
];

/// The block of a KMS host that is licensed, or whose state the paste does not show.
fn working<'c>(case: &'c Case<'_>) -> Option<&'c KmsHost> {
    let may_work = case.is_licensed() || case.product.license_status.is_none();
    let host = case.product.kms_host.as_deref()?;
    (case.is_host() && may_work).then_some(host)
}

/// The counters of that block.
fn requests(host: &KmsHost) -> Requests {
    host.requests.unwrap_or_default()
}

/// What slmgr.vbs needs to act on this host: the Activation ID, or none of it for Windows itself. `None` where the ID is
/// needed and the paste does not show it.
fn target(case: &Case<'_>) -> Option<Option<Uuid>> {
    match case.identity.family {
        Family::Windows | Family::WindowsServer => Some(None),
        _ => case.product.activation_id.map(Some),
    }
}

/// Reads everything about this host.
fn read_again(case: &Case<'_>, why: &'static str) -> Step {
    let command = target(case).map_or(Command::DlvAll, Command::Dlv);
    case.step(command, why)
}

/// Whether its printed name is that of a Windows client.
fn is_client_windows(case: &Case<'_>) -> bool {
    // Without a name a server can't be told from a client.
    case.identity.family == Family::Windows && case.product.name.is_some()
}
