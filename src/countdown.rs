//! What runs out of a product, and from when it is counted: the rules that the card's time left and the timeline share.
//!
//! Always from the minutes, never from the printed days; dates only from a moment that is known.

use time::PrimitiveDateTime;

use crate::{
    channel::Channel,
    id::printed_date::{self, PrintedDate},
    kb::{
        machine::{self, Machine, Mark, State, Stay},
        threshold::{KMS_VALIDITY, VISTA_RETAIL_GRACE},
    },
    product::{Era, Family, Identity},
    reading::{ExpiryKind, Product},
    state::LicenseStatus,
};

/// Minutes of a day.
pub(crate) const DAY: u32 = 24 * 60;

/// Minutes left, where anything counts down. WMI holds 0 where nothing does; in a grace period 0 means that it is over.
pub(crate) fn minutes(product: &Product<'_>) -> Option<u32> {
    let minutes = product.minutes_remaining?;
    (product.expires.kind.is_some() || minutes > 0).then_some(minutes)
}

/// Whether the activation is one of those that are renewed for 180 days at a time.
pub(crate) fn renews(product: &Product<'_>) -> bool {
    product.expires.kind == Some(ExpiryKind::Volume)
}

/// Minutes of the whole period, where its length is published.
pub(crate) fn whole(product: &Product<'_>, identity: &Identity) -> Option<u32> {
    if renews(product) {
        return Some(KMS_VALIDITY.value);
    }
    let stay = stay(product, identity)?;
    match product.expires.kind? {
        ExpiryKind::Grace => length(stay, product.channel),
        _ => None,
    }
}

/// The length of a stay in minutes, for a product of that channel.
pub(crate) fn length(stay: &Stay, channel: Option<Channel>) -> Option<u32> {
    let vista = matches!(stay.machine, Machine::VistaRtm | Machine::VistaSp1);
    let retail = matches!(channel, Some(Channel::Retail | Channel::Oem));
    if vista && retail && stay.state == State::OutOfTolerance {
        return machine::in_minutes(&VISTA_RETAIL_GRACE);
    }
    stay.minutes()
}

/// How long before its end a renewed activation began; `None` where it is none, or prints more minutes than there are.
pub(crate) fn lease(product: &Product<'_>) -> Option<u32> {
    let minutes = product
        .minutes_remaining
        .filter(|minutes| *minutes <= KMS_VALIDITY.value);
    minutes
        .filter(|_| renews(product))
        .map(|_| KMS_VALIDITY.value)
}

/// What people will notice before the end, the earliest first.
pub(crate) fn marks(
    product: &Product<'_>,
    identity: &Identity,
    minutes: u32,
) -> impl Iterator<Item = &'static Mark> {
    let marks = stay(product, identity)
        .filter(|stay| stay.state != State::Licensed || lease(product).is_some())
        .map_or(&[][..], |stay| stay.marks);
    marks
        .iter()
        .filter(move |mark| minutes > mark.days.saturating_mul(DAY))
}

/// The product's stay in its state, if the knowledge base tells of it.
pub(crate) fn stay(product: &Product<'_>, identity: &Identity) -> Option<&'static Stay> {
    machine::find(machine(product, identity)?, state(product)?)
}

/// The state, with or without a countdown.
pub(crate) fn state(product: &Product<'_>) -> Option<State> {
    Some(match product.license_status? {
        LicenseStatus::Unlicensed => State::Unlicensed,
        LicenseStatus::Licensed if is_limited(product) => State::Licensed,
        LicenseStatus::Licensed => State::LicensedForGood,
        LicenseStatus::OobGrace => State::InitialGrace,
        LicenseStatus::OotGrace => State::OutOfTolerance,
        LicenseStatus::NonGenuineGrace => State::NonGenuineGrace,
        LicenseStatus::Notification => State::Notification,
        LicenseStatus::ExtendedGrace => return None,
    })
}

/// Whether a licence lasts for a time: its end is printed, or its channel knows no other kind.
pub(crate) fn is_limited(product: &Product<'_>) -> bool {
    let by_channel = matches!(
        product.channel,
        Some(Channel::KmsClient | Channel::Avma | Channel::Evaluation | Channel::Subscription)
    );
    minutes(product).is_some()
        || product.expires.kind.is_some()
        || by_channel && product.expires.permanent != Some(true)
}

/// Whose rules apply; `None` where the text does not show it.
pub(crate) fn machine(product: &Product<'_>, identity: &Identity) -> Option<Machine> {
    match product.channel {
        Some(Channel::Evaluation) => return Some(Machine::Evaluation),
        Some(Channel::KmsHost) if state(product) == Some(State::LicensedForGood) => {
            return Some(Machine::KmsHost);
        }
        Some(Channel::Avma | Channel::Subscription) => return None,
        _ => {}
    }
    let windows = match identity.era {
        Some(Era::Vista) if identity.family == Family::WindowsServer => Some(Machine::Server2008),
        Some(Era::Vista) if has_no_service_pack(product) => Some(Machine::VistaRtm),
        Some(Era::Vista) => Some(Machine::VistaSp1),
        Some(Era::Seven) => Some(Machine::Seven),
        Some(Era::EightOrLater) => Some(Machine::EightOrLater),
        None => None,
    };
    match identity.family {
        Family::Windows | Family::WindowsServer => windows,
        Family::Office
            if identity.office_folder == Some(crate::command::OfficeFolder::Office14) =>
        {
            Some(Machine::Office2010)
        }
        Family::Office => Some(Machine::Office2013OrLater),
        Family::WindowsAddOn | Family::Unknown => None,
    }
}

/// Whether the service is that of Windows Vista as it first came out (build 6000).
fn has_no_service_pack(product: &Product<'_>) -> bool {
    let version = product.service_version.as_deref().unwrap_or_default();
    version.split('.').nth(2) == Some("6000")
}

/// What a text says of the moment when it was printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Printed<'p> {
    /// Somebody gave it.
    Given(PrimitiveDateTime),
    /// The trusted time, which has one reading only.
    Trusted(PrimitiveDateTime),
    /// The trusted time, which has two.
    Ambiguous {
        /// As printed.
        printed: &'p str,
        /// Its readings, month first and day first.
        readings: [PrimitiveDateTime; 2],
    },
    /// The trusted time, which is no date that we can read.
    Unreadable(&'p str),
    /// Nothing.
    Unknown,
}

/// When the text was printed; what somebody gave goes first.
pub(crate) fn printed<'p>(
    product: &'p Product<'_>,
    given: Option<PrimitiveDateTime>,
) -> Printed<'p> {
    if let Some(given) = given {
        return Printed::Given(given);
    }
    let Some(printed) = product.trusted_time.as_deref() else {
        return Printed::Unknown;
    };
    match printed_date::read(printed) {
        PrintedDate::Certain(moment) => Printed::Trusted(moment),
        PrintedDate::Ambiguous {
            month_first,
            day_first,
        } => Printed::Ambiguous {
            printed,
            readings: [month_first, day_first],
        },
        PrintedDate::Unreadable => Printed::Unreadable(printed),
        PrintedDate::Unset => Printed::Unknown,
    }
}
