//! The calendar file: RFC 5545 by lines, folding and escaping.

use activation_desk::{phrase::Redact, timeline::ics};

use super::support::{at, of, paste, windows_11};

const CLIENT: &str = "License Status: Licensed\nVolume activation expiration: 250000 minute(s) (174 day(s))\nTrusted time: 1/31/2026 9:30:00 AM\n";

#[test]
fn a_lease() {
    let file = ics(&of(&windows_11(CLIENT), None), Redact::No, None).expect("an end");
    assert_eq!(
        file.replace("\r\n", "\n"),
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Activation Desk//Activation Desk//EN\nBEGIN:VEVENT\nUID:lease-ends-20260724T001000-b34d1cf155379623@activation-desk.invalid\nDTSTAMP:20260131T093000Z\nDTSTART:20260724T001000\nSUMMARY:Activation lapses unless renewed: Windows 11 Enterprise\nDESCRIPTION:Then comes notification. No grace period is published for Windo\n ws 8 and later. Notices that ask for activation. Which settings are blocke\n d and which watermark appears is not published for Windows 8 and later.\\nL\n ook at the machine again before: a renewal moves this date. The time is th\n at of the machine's own clock.\nTRANSP:TRANSPARENT\nBEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:Activation lapses unless renewed: Windows 11 Enterprise\nTRIGGER:-P30D\nEND:VALARM\nBEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:Activation lapses unless renewed: Windows 11 Enterprise\nTRIGGER:-P7D\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR\n"
    );
}

#[test]
fn lines_end_and_fold_as_the_format_wants() {
    let paste = paste(
        "Windows(R), Gro\u{df}; r\u{e4}tselhaft\\e, und sehr \u{65e5}\u{672c}\u{8a9e}\u{65e5}\u{672c}\u{8a9e}\u{65e5}\u{672c}\u{8a9e}\u{65e5}\u{672c}\u{8a9e} lange edition",
        "Windows(R) Operating System, VOLUME_KMSCLIENT channel",
        CLIENT,
    );
    let file = ics(&of(&paste, None), Redact::No, None).expect("an end");
    assert!(
        !file.replace("\r\n", "").contains(['\r', '\n']),
        "lone line ends"
    );
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
    let unfolded = file.replace("\r\n ", "");
    assert!(
        unfolded.contains("Gro\u{df}\\; r\u{e4}tselhaft\\\\e\\, und sehr"),
        "{unfolded}"
    );
    assert!(file.lines().any(|line| line.starts_with(' ')), "{file}");
}

#[test]
fn only_an_end_that_lies_ahead_and_has_a_date() {
    let paste = windows_11(CLIENT);
    assert!(ics(&of(&paste, Some(at(2026, 8, 1, 0, 0))), Redact::No, None).is_none());
    let undated = windows_11(
        "License Status: Licensed\nVolume activation expiration: 250000 minute(s) (174 day(s))\n",
    );
    assert!(ics(&of(&undated, None), Redact::No, None).is_none());
    let forever = windows_11("License Status: Notification\n");
    assert!(ics(&of(&forever, None), Redact::No, None).is_none());
    // The reminder that should have rung already does not ring.
    let late = ics(&of(&paste, Some(at(2026, 7, 10, 0, 0))), Redact::No, None).expect("an end");
    assert_eq!(late.matches("BEGIN:VALARM").count(), 1);
    assert!(late.contains("TRIGGER:-P7D"));
}

#[test]
fn the_same_end_makes_the_same_entry() {
    let uid = |now| {
        let file = ics(&of(&windows_11(CLIENT), now), Redact::No, None).expect("an end");
        let line = file
            .lines()
            .find(|line| line.starts_with("UID:"))
            .map(str::to_owned);
        line.expect("an id")
    };
    assert_eq!(uid(None), uid(Some(at(2026, 2, 1, 0, 0))));
}
