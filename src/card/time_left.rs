//! The time left: from the minutes, never from the printed days; dates only from a known moment.

use std::borrow::Cow;

use time::{Duration, PrimitiveDateTime};

use super::{CardOptions, TimeCard, Tone, When, build::note, rows::Places};
use crate::{
    countdown::{self, DAY, Printed},
    id::printed_date::{self, PrintedDate},
    phrase::{Kind, Phrase},
    product::Identity,
    reading::Product,
    wording::{card as say, dates},
};

/// The time left of a product; `None` where nothing runs out.
pub(super) fn time(
    places: &Places<'_>,
    product: &Product<'_>,
    identity: &Identity,
    options: &CardOptions,
) -> Option<TimeCard> {
    if product.minutes_remaining.is_none() {
        return printed_end(places, product);
    }
    let minutes = countdown::minutes(product)?;
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
        whole: countdown::whole(product, identity).filter(|whole| *whole >= minutes),
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

fn when(product: &Product<'_>, identity: &Identity, minutes: u32, options: &CardOptions) -> When {
    let (from, words) = match countdown::printed(product, options.printed_at) {
        Printed::Given(given) => (given, say::from_user(dates::moment(given))),
        Printed::Trusted(moment) => (moment, say::from_trusted_time(dates::moment(moment))),
        Printed::Ambiguous { printed, readings } => {
            return When::Ask {
                why: say::ambiguous_date(printed.to_owned()),
                choices: readings.map(choice).to_vec(),
            };
        }
        Printed::Unreadable(printed) => {
            return When::Ask {
                why: say::unreadable_date(printed.to_owned()),
                choices: Vec::new(),
            };
        }
        Printed::Unknown => {
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
            on_the_way: on_the_way(product, identity, minutes, ends),
        },
        // A year beyond all calendars: the minutes stand, no date is told.
        None => When::Ask {
            why: Phrase::from(say::NO_TRUSTED_TIME),
            choices: Vec::new(),
        },
    }
}

/// A reading of an ambiguous date, to choose from.
pub(crate) fn choice(moment: PrimitiveDateTime) -> (String, Phrase) {
    (
        dates::iso(moment),
        Phrase::new().value(Kind::Date, dates::moment(moment)),
    )
}

fn on_the_way(
    product: &Product<'_>,
    identity: &Identity,
    minutes: u32,
    ends: PrimitiveDateTime,
) -> Vec<(Cow<'static, str>, Phrase)> {
    let renewed = countdown::lease(product).map(|lease| (say::moments::LAST_RENEWED, lease));
    let noticed = countdown::marks(product, identity, minutes)
        .map(|mark| (say::moments::notice(mark.what), mark.days * DAY));
    let moment = |(label, before_end): (&'static str, u32)| {
        let moment = ends.checked_sub(Duration::minutes(i64::from(before_end)))?;
        let day = Phrase::new().value(Kind::Date, dates::day(moment.date()));
        Some((Cow::Borrowed(label), day))
    };
    renewed
        .into_iter()
        .chain(noticed)
        .filter_map(moment)
        .collect()
}
