//! From when it is counted, and what is asked.

use activation_desk::{
    ReadOptions,
    phrase::Redact,
    read_with,
    timeline::{TimelineOptions, timeline_with},
};

use super::support::{at, of, sentence, windows_11};

fn client(trusted: &str) -> String {
    windows_11(&format!(
        "License Status: Licensed\nVolume activation expiration: 1440 minute(s) (1 day(s))\n{trusted}"
    ))
}

#[test]
fn without_a_moment_it_is_asked_for_and_told_in_relation_to_the_printing() {
    let timeline = of(&client(""), None);
    assert_eq!((timeline.now, timeline.printed), (None, None));
    let ask = timeline.ask.expect("a question");
    assert_eq!(
        ask.why.plain(Redact::No),
        "This text does not say when it was printed, so no date can be counted. Give the moment to see the dates."
    );
    assert!(ask.choices.is_empty());
    assert!(timeline.events.iter().all(|event| event.at.is_none()));
    assert_eq!(
        timeline.sentence.plain(Redact::No),
        "Activated until 1 day after the output was printed. When this was printed it had not been renewed since about 179 days before the output was printed, though a renewal is due every 7 days: it failed, or the machine was off. It keeps trying."
    );
    // A moment that is given is that of the printing.
    let given = at(2026, 5, 4, 12, 0);
    let timeline = of(&client(""), Some(given));
    assert_eq!((timeline.printed, timeline.ask), (Some(given), None));
}

#[test]
fn the_trusted_time_is_now_where_nobody_gives_one() {
    let timeline = of(&client("Trusted time: 1/31/2026 9:30:00 AM\n"), None);
    let printed = Some(at(2026, 1, 31, 9, 30));
    assert_eq!(
        (timeline.now, timeline.printed, timeline.ask),
        (printed, printed, None)
    );
}

#[test]
fn an_ambiguous_date_is_asked_for_unless_now_leaves_one_reading() {
    let paste = client("Trusted time: 3/4/2026 9:58:33 AM\n");
    let choices = |now| {
        let ask = of(&paste, now).ask?;
        Some(
            ask.choices
                .into_iter()
                .map(|(iso, _)| iso)
                .collect::<Vec<_>>(),
        )
    };
    let both = Some(vec![
        "2026-03-04T09:58".to_owned(),
        "2026-04-03T09:58".to_owned(),
    ]);
    assert_eq!(choices(None), both);
    // Both are past, or both are still to come: nothing is guessed.
    assert_eq!(choices(Some(at(2026, 6, 1, 0, 0))), both);
    assert_eq!(choices(Some(at(2020, 1, 1, 0, 0))), both);
    assert_eq!(choices(Some(at(2106, 2, 7, 6, 28))), both);
    // Between the two only one is past.
    let between = of(&paste, Some(at(2026, 3, 10, 12, 0)));
    assert_eq!(between.ask, None);
    let printed = &between.events[2];
    assert_eq!(
        (printed.when.plain(Redact::No), printed.dating.name(), printed.detail.plain(Redact::No)),
        (
            "about 4 March 2026".to_owned(),
            "estimated",
            "The text says 3/4/2026 9:58:33 AM. The other reading, 3 April 2026, would be later than the moment that was given.".to_owned()
        )
    );
    // Either reading may be chosen.
    for chosen in [at(2026, 3, 4, 9, 58), at(2026, 4, 3, 9, 58)] {
        let timeline = of(&paste, Some(chosen));
        let minute = timeline
            .printed
            .expect("a moment")
            .replace_second(0)
            .expect("a second");
        assert_eq!((minute, timeline.ask), (chosen, None));
    }
}

#[test]
fn a_moment_before_the_printing_is_said_to_be_wrong() {
    let paste = client("Trusted time: 1/31/2026 9:30:00 AM\n");
    assert_eq!(
        sentence(&paste, Some(at(2026, 1, 1, 0, 0))),
        "The moment that was given, 1 January 2026, 00:00, lies before the text was printed (31 January 2026, 09:30): one of the two is wrong. As seen from the printing: Activated until 1 February 2026, 09:30. When this was printed it had not been renewed since about 5 August 2025, though a renewal is due every 7 days: it failed, or the machine was off. It keeps trying."
    );
    // On the same day nobody is told off.
    assert_eq!(
        sentence(&paste, Some(at(2026, 1, 31, 0, 0))),
        sentence(&paste, None)
    );
}

#[test]
fn printing_and_looking_may_differ() {
    let paste = client("");
    let reading = read_with(&paste, ReadOptions { spans: true });
    let options = TimelineOptions {
        now: Some(at(2026, 5, 10, 12, 0)),
        printed_at: Some(at(2026, 5, 4, 12, 0)),
    };
    let timeline = timeline_with(&reading, 0, &options).expect("a product");
    assert_eq!(
        timeline.sentence.plain(Redact::No),
        "If nothing renewed it, the activation lapsed on 5 May 2026, 12:00, and it is in notification: not activated, until somebody acts. No grace period is published for Windows 8 and later."
    );
    assert!(timeline_with(&reading, 1, &options).is_none());
}
