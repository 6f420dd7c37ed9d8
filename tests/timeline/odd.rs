//! Nothing known, contradictions, the edges of the calendar: no panic, no false certainty.

use activation_desk::{
    channel::Channel,
    phrase::Redact,
    read,
    reading::{ExpiryKind, Product},
    state::LicenseStatus,
    timeline::{Dating, TimelineOptions, ics, plain, timeline_with},
};
use proptest::prelude::*;
use time::PrimitiveDateTime;

use super::support::{at, events, of, paste, sentence, windows_11};

const NAME: &str = "Windows(R), Enterprise edition";
const CLIENT: &str = "Windows(R) Operating System, VOLUME_KMSCLIENT channel";

#[test]
fn what_the_text_does_not_show_is_said() {
    let told = |description: &str, rest: &str| sentence(&paste(NAME, description, rest), None);
    assert_eq!(
        told(CLIENT, ""),
        "This text shows no license state, so nothing can be dated."
    );
    assert_eq!(
        told(CLIENT, "License Status: Licensed\n"),
        "Activated for a limited time, but this text does not show until when. The output of /dlv does, for Office that of /dstatus."
    );
    assert_eq!(
        told(CLIENT, "License Status: Initial grace period\n"),
        "A grace period runs, but this text does not show until when. The output of /dlv does, for Office that of /dstatus."
    );
    assert_eq!(
        told(CLIENT, "License Status: Unlicensed\n"),
        "Not licensed. No date follows from that."
    );
    assert_eq!(
        told(
            CLIENT,
            "License Status: Unlicensed\nThis license is not in use.\n"
        ),
        "No key is installed for this license: nothing runs out."
    );
    assert_eq!(
        told(CLIENT, "License Status: Notification\n"),
        "Not activated, and it says so (notification). This state has no end of its own: it stays until somebody acts. It tries by itself every 2 hours."
    );
    assert_eq!(
        told(
            "Windows(R) Operating System, RETAIL channel",
            "License Status: Notification\n"
        ),
        "Not activated, and it says so (notification). This state has no end of its own: it stays until somebody acts."
    );
    assert_eq!(
        told("", "License Status: Licensed\n"),
        "Activated. This text shows no end."
    );
    assert_eq!(
        told(
            "Windows(R) Operating System, VOLUME_KMS_2012-R2 channel",
            "License Status: Licensed\n"
        ),
        "Activated without an end: the activation of a KMS host itself is not renewed."
    );
    assert_eq!(
        told(
            CLIENT,
            "License Status: Extended grace period\nTime remaining: 4320 minute(s) (3 day(s))\n"
        ),
        "A grace period runs until 3 days after the output was printed. What comes then is not published."
    );
    assert_eq!(
        told(
            CLIENT,
            "License Status: Non-genuine grace period.\nTime remaining: 4320 minute(s) (3 day(s))\n"
        ),
        "Found not genuine. A grace period runs until 3 days after the output was printed. What comes then is not published."
    );
    assert_eq!(
        told(
            CLIENT,
            "License Status: Initial grace period\nTime remaining: 0 minute(s) (0 day(s))\n"
        ),
        "No time was left of the grace period when this was printed; then comes notification (on Vista without a service pack: reduced functionality)."
    );
}

#[test]
fn more_minutes_than_a_host_gives_tell_nothing_of_renewals() {
    let paste = windows_11(
        "License Status: Licensed\nVolume activation expiration: 5000000 minute(s) (3472 day(s))\nTrusted time: 1/31/2026 9:30:00 AM\n",
    );
    assert_eq!(
        sentence(&paste, None),
        "Activated until 4 August 2035, 14:50. A KMS host gives at most 180 days (259,200 minutes). A larger figure does not come from one: find out what activated this machine, since tools that fake an activation leave such figures."
    );
    assert_eq!(
        events(&paste, None),
        [
            "printed | 31 January 2026, 09:30 | known past | This output was printed | [6]",
            "lease-ends | 4 August 2035, 14:50 | known ahead | The activation lapses, unless it is renewed before | [5]"
        ]
    );
}

#[test]
fn intervals_that_cannot_be_set_are_not_believed() {
    for interval in ["0", "4294967295"] {
        let paste = windows_11(&format!("License Status: Licensed\nVolume activation expiration: 259000 minute(s) (180 day(s))\nTrusted time: 1/31/2026 9:30:00 AM
Key Management Service client information\n    Activation interval: {interval} minutes\n    Renewal interval: {interval} minutes\n"));
        let due = events(&paste, None)
            .into_iter()
            .find(|event| event.starts_with("renewal-due"));
        assert_eq!(
            due.as_deref(),
            Some(
                "renewal-due | about 7 February 2026 | estimated ahead | The next renewal is due | [9]"
            )
        );
    }
}

#[test]
fn an_evaluation_whose_dates_disagree() {
    let paste = paste(
        NAME,
        "Windows(R) Operating System, TIMEBASED_EVAL channel",
        "License Status: Licensed\nTimebased activation expiration: 43200 minute(s) (30 day(s))\nEvaluation End Date: 4/15/2026 11:59:59 PM\nTrusted time: 1/31/2026 9:30:00 AM\n",
    );
    let timeline = of(&paste, None);
    assert_eq!(
        timeline.events[1].when.plain(Redact::No),
        "2 March 2026, 09:30"
    );
    assert_eq!(
        timeline.events[1].detail.plain(Redact::No),
        "Then comes notification. Notices that ask for activation; how they look depends on the version of Windows. The text also prints 15 April 2026, 23:59 as its end: the minutes and that date do not agree."
    );
}

#[test]
fn the_end_of_the_calendar() {
    let paste = windows_11(
        "License Status: Licensed\nVolume activation expiration: 259200 minute(s) (180 day(s))\nTrusted time: 12/31/9999 11:59:59 PM\n",
    );
    assert_eq!(
        sentence(&paste, None),
        "Activated until 180 days after the output was printed. The next renewal is due about 7 days after the output was printed; each one starts the 180 days again."
    );
    assert!(
        of(&paste, None)
            .events
            .iter()
            .all(|event| event.at.is_none() || event.dating != Dating::Unknown)
    );
    // 2106: the last second of 32 bits.
    let paste = windows_11(
        "License Status: Licensed\nVolume activation expiration: 259200 minute(s) (180 day(s))\nTrusted time: 1/31/2026 9:30:00 AM\n",
    );
    assert_eq!(
        sentence(&paste, Some(at(2106, 2, 7, 6, 28))),
        "If nothing renewed it, the activation lapsed on 30 July 2026, 09:30, and it is in notification: not activated, until somebody acts. No grace period is published for Windows 8 and later."
    );
    let picture = of(&paste, Some(at(2106, 2, 7, 6, 28)))
        .picture
        .expect("a picture");
    assert!(picture.now_is_beyond);
}

#[test]
fn nothing_at_all() {
    assert!(timeline_with(&read(""), 0, &TimelineOptions::default()).is_none());
}

fn moments() -> impl Strategy<Value = Option<PrimitiveDateTime>> {
    proptest::option::of(
        (1i32..=9999, 1u16..=365, 0u8..24).prop_map(|(year, day, hour)| {
            time::Date::from_ordinal_date(year, day)
                .and_then(|date| date.with_hms(hour, 0, 0))
                .expect("a moment")
        }),
    )
}

proptest! {
    #[test]
    fn no_product_and_no_moment_breaks_it(
        status in proptest::option::of(0u32..7),
        channel in 0usize..10,
        kind in 0usize..5,
        minutes in proptest::option::of(prop_oneof![Just(0), 1u32..300_000, any::<u32>()]),
        printed in proptest::option::of(prop_oneof![
            Just("8/11/2026 1:51:01 PM"), Just("1/31/2026"), Just("31.12.9999"), Just("1/1/1601"), Just("rubbish"), Just("1602-01-01"),
        ]),
        end in proptest::option::of(prop_oneof![Just("4/15/2026 11:59:59 PM"), Just("3/4/2026"), Just("9999-12-31")]),
        interval in proptest::option::of(any::<u32>()),
        name in prop_oneof![Just("Windows(R) 7, Enterprise edition"), Just("Windows(TM) Vista"), Just("Office 16, x"), Just("Windows(R), x"), Just("")],
        now in moments(),
        printed_at in moments(),
    ) {
        const CHANNELS: [Channel; 9] = [
            Channel::KmsHost, Channel::KmsClient, Channel::Mak, Channel::Retail, Channel::Oem, Channel::Avma,
            Channel::Subscription, Channel::Evaluation, Channel::Other,
        ];
        const KINDS: [ExpiryKind; 4] = [ExpiryKind::Volume, ExpiryKind::Timebased, ExpiryKind::Avma, ExpiryKind::Grace];
        let mut product = Product {
            name: Some(name.into()),
            license_status: status.and_then(LicenseStatus::from_number),
            channel: CHANNELS.get(channel).copied(),
            minutes_remaining: minutes,
            trusted_time: printed.map(Into::into),
            evaluation_end_date: end.map(Into::into),
            ..Product::default()
        };
        product.expires.kind = KINDS.get(kind).copied();
        product.expires.at = end.map(Into::into);
        product.kms_client = Some(Box::new(activation_desk::reading::KmsClient {
            activation_interval_minutes: interval,
            renewal_interval_minutes: interval,
            ..Default::default()
        }));
        let mut reading = read("");
        reading.products.push(product);
        let timeline = timeline_with(&reading, 0, &TimelineOptions { now, printed_at }).expect("a product");
        prop_assert!(!timeline.sentence.is_empty());
        prop_assert!(plain(&timeline, Redact::Yes).ends_with('\n'));
        // What nobody knows has no date.
        for event in &timeline.events {
            prop_assert!(event.dating != Dating::Unknown || event.at.is_none());
        }
        // Dates rise.
        let dates: Vec<_> = timeline.events.iter().filter_map(|event| event.at).collect();
        prop_assert!(dates.windows(2).all(|pair| pair[0] <= pair[1]), "{:?}", timeline.events);
        // Without any moment there is no date, unless the text prints the end itself.
        if now.is_none() && printed_at.is_none() && printed.is_none() && end.is_none() {
            prop_assert!(dates.is_empty());
        }
        if let Some(file) = ics(&timeline, Redact::No, now) {
            prop_assert!(file.split("\r\n").all(|line| line.len() <= 75));
        }
        if let Some(picture) = &timeline.picture {
            prop_assert!(picture.bands.iter().all(|band| band.x + band.width <= 1000));
            prop_assert!(picture.bands.windows(2).all(|pair| pair[0].x + pair[0].width == pair[1].x));
            prop_assert!(picture.spots.iter().all(|spot| spot.x <= 1000 && spot.event < timeline.events.len()));
            prop_assert!(picture.ticks.len() <= 14);
            prop_assert!(picture.ticks.windows(2).all(|pair| pair[0].x < pair[1].x), "{:?}", picture.ticks);
        }
    }
}
