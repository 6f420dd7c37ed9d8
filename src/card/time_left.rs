//! The time left: from the minutes, never from the printed days; dates only from a known moment.

use std::borrow::Cow;

use time::{Duration, PrimitiveDateTime};

use super::{CardOptions, TimeCard, Tone, When, build::note, rows::Places};
use crate::{
    id::printed_date::{self, PrintedDate},
    kb::{
        grace::{self, Generation, GraceKind},
        threshold::KMS_VALIDITY,
    },
    phrase::{Kind, Phrase},
    product::{Era, Family, Identity},
    reading::{ExpiryKind, Product},
    state::LicenseStatus,
    wording::{card as say, dates},
};

const DAY: u32 = 1440;

/// The time left of a product; `None` where nothing runs out.
pub(super) fn time(
    places: &Places<'_>,
    product: &Product<'_>,
    identity: &Identity,
    options: &CardOptions,
) -> Option<TimeCard> {
    let Some(minutes) = product.minutes_remaining else {
        return printed_end(places, product);
    };
    // WMI holds 0 where nothing counts down; in a grace period 0 means that it is over.
    let counts_down = product.expires.kind.is_some() || minutes > 0;
    if !counts_down {
        return None;
    }
    let mut notes = Vec::new();
    if let Some(printed) = product
        .days_printed
        .filter(|printed| *printed != minutes / DAY)
    {
        notes.push(note(Tone::Neutral, say::days_differ(printed)));
    }
    Some(TimeCard {
        left: say::span_of(minutes),
        what: say::what_ends(product.expires.kind),
        minutes,
        whole: whole(product, identity).filter(|whole| *whole >= minutes),
        when: when(product, identity, minutes, options),
        notes,
        line: places.line("minutesRemaining"),
    })
}

/// An end that is printed as a date, as /xpr does and ospp.vbs for subscriptions: no counting is needed.
fn printed_end(places: &Places<'_>, product: &Product<'_>) -> Option<TimeCard> {
    let printed = product.expires.at.as_deref()?;
    let phrase = |text: String| Phrase::new().value(Kind::Date, text);
    let (ends, notes) = match printed_date::read(printed) {
        PrintedDate::Certain(moment) => (phrase(dates::moment(moment)), Vec::new()),
        PrintedDate::Ambiguous {
            month_first,
            day_first,
        } => {
            let readings =
                say::two_readings(dates::day(month_first.date()), dates::day(day_first.date()));
            (
                phrase(printed.to_owned()),
                vec![note(Tone::Neutral, readings)],
            )
        }
        PrintedDate::Unset => return None,
        PrintedDate::Unreadable => (phrase(printed.to_owned()), Vec::new()),
    };
    Some(TimeCard {
        left: ends.clone(),
        what: say::what_ends_then(product.expires.kind),
        minutes: 0,
        whole: None,
        when: When::At {
            from: Phrase::from(say::END_AS_PRINTED),
            ends,
            on_the_way: Vec::new(),
        },
        notes,
        line: places.line("licenseStatus"),
    })
}

/// Minutes of the whole period, where its length is published.
fn whole(product: &Product<'_>, identity: &Identity) -> Option<u32> {
    let kind = match (product.expires.kind?, product.license_status?) {
        (ExpiryKind::Volume, _) => return Some(KMS_VALIDITY.value),
        (ExpiryKind::Grace, LicenseStatus::OobGrace) => GraceKind::Initial,
        (ExpiryKind::Grace, LicenseStatus::OotGrace) => GraceKind::OutOfTolerance,
        (ExpiryKind::Grace, LicenseStatus::NonGenuineGrace) => GraceKind::NonGenuine,
        _ => return None,
    };
    let generation = match identity.family {
        Family::Office => Generation::Office,
        _ => Generation::from(identity.era?),
    };
    Some(grace::find(generation, kind)?.days? * DAY)
}

fn when(product: &Product<'_>, identity: &Identity, minutes: u32, options: &CardOptions) -> When {
    let printed = product.trusted_time.as_deref();
    let (from, words) = match (options.printed_at, printed.map(printed_date::read)) {
        (Some(given), _) => (given, say::from_user(dates::moment(given))),
        (None, Some(PrintedDate::Certain(moment))) => {
            (moment, say::from_trusted_time(dates::moment(moment)))
        }
        (
            None,
            Some(PrintedDate::Ambiguous {
                month_first,
                day_first,
            }),
        ) => {
            return When::Ask {
                why: say::ambiguous_date(printed.unwrap_or_default().to_owned()),
                choices: [month_first, day_first].map(choice).to_vec(),
            };
        }
        (None, Some(PrintedDate::Unreadable)) => {
            let why = say::unreadable_date(printed.unwrap_or_default().to_owned());
            return When::Ask {
                why,
                choices: Vec::new(),
            };
        }
        (None, Some(PrintedDate::Unset) | None) => {
            return When::Ask {
                why: Phrase::from(say::NO_TRUSTED_TIME),
                choices: Vec::new(),
            };
        }
    };
    match from.checked_add(Duration::minutes(i64::from(minutes))) {
        Some(ends) => When::At {
            from: words,
            ends: Phrase::new().value(Kind::Date, dates::moment(ends)),
            on_the_way: on_the_way(product, identity, minutes, from, ends),
        },
        // A year beyond all calendars: the minutes stand, no date is told.
        None => When::Ask {
            why: Phrase::from(say::NO_TRUSTED_TIME),
            choices: Vec::new(),
        },
    }
}

fn choice(moment: PrimitiveDateTime) -> (String, Phrase) {
    (
        dates::iso(moment),
        Phrase::new().value(Kind::Date, dates::moment(moment)),
    )
}

fn on_the_way(
    product: &Product<'_>,
    identity: &Identity,
    minutes: u32,
    from: PrimitiveDateTime,
    ends: PrimitiveDateTime,
) -> Vec<(Cow<'static, str>, Phrase)> {
    let mut moments = Vec::new();
    let mut add = |label: &'static str, before_end: i64| {
        if let Some(moment) = ends.checked_sub(Duration::minutes(before_end)) {
            moments.push((
                Cow::Borrowed(label),
                Phrase::new().value(Kind::Date, dates::day(moment.date())),
            ));
        }
    };
    let volume = product.expires.kind == Some(ExpiryKind::Volume) && minutes <= KMS_VALIDITY.value;
    if volume {
        add(say::moments::LAST_RENEWED, i64::from(KMS_VALIDITY.value));
    }
    let thirty_days = i64::from(30 * DAY);
    let reminds = volume && identity.family.is_windows() && identity.era == Some(Era::EightOrLater);
    if reminds && ends - Duration::minutes(thirty_days) > from {
        add(say::moments::TOAST, thirty_days);
    }
    let office_grace = identity.family == Family::Office
        && product.license_status == Some(LicenseStatus::OobGrace);
    let five_days = i64::from(5 * DAY);
    if office_grace && i64::from(minutes) > five_days {
        add(say::moments::OFFICE_DIALOGS, five_days);
    }
    moments
}
