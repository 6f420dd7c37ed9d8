//! The events of a timeline: their dates, which are known and which estimated, what they rest on.

use super::support::{at, events, office, paste, windows_7, windows_11};

#[test]
fn a_client_that_renews() {
    let paste = windows_11(
        "License Status: Licensed\nVolume activation expiration: 250000 minute(s) (174 day(s))\nTrusted time: 1/31/2026 9:30:00 AM
Key Management Service client information\n    Activation interval: 120 minutes\n    Renewal interval: 10080 minutes\n",
    );
    assert_eq!(
        events(&paste, None),
        [
            "renewed | about 25 January 2026 | estimated past | Activated or renewed for the last time | [5]",
            "printed | 31 January 2026, 09:30 | known past | This output was printed | [6]",
            "renewal-due | about 1 February 2026 | estimated ahead | The next renewal is due | [9]",
            "reminder | about 24 June 2026 | estimated ahead | Recent Windows begins to remind | []",
            "lease-ends | 24 July 2026, 00:10 | known ahead | The activation lapses, unless it is renewed before | [5]"
        ]
    );
    assert_eq!(
        events(&paste, Some(at(2026, 8, 1, 8, 0))),
        [
            "renewed | about 25 January 2026 | estimated past | Activated or renewed for the last time | [5]",
            "printed | 31 January 2026, 09:30 | known past | This output was printed | [6]",
            "renewal-due | about 1 February 2026 | estimated past | A renewal was due | [9]",
            "reminder | about 24 June 2026 | estimated past | Recent Windows begins to remind | []",
            "lease-ends | 24 July 2026, 00:10 | known past | The activation lapsed, unless it was renewed before | [5]",
            "now | 1 August 2026, 08:00 | known past | The moment that was given | []"
        ]
    );
}

#[test]
fn a_client_that_lapses_into_grace() {
    let paste = windows_7(
        "License Status: Licensed\nVolume activation expiration: 100000 minute(s) (69 day(s))\nTrusted time: 1/31/2026 9:30:00 AM\n",
    );
    assert_eq!(
        events(&paste, None),
        [
            "renewed | about 12 October 2025 | estimated past | Activated or renewed for the last time | [4]",
            "renewal-due | about 19 October 2025 | estimated past | A renewal was due | []",
            "printed | 31 January 2026, 09:30 | known past | This output was printed | [5]",
            "next-attempt | 31 January 2026, 11:30 | estimated ahead | It tries again by itself, at the latest | []",
            "lease-ends | 10 April 2026, 20:10 | known ahead | The activation lapses, unless it is renewed before | [4]",
            "grace-ends | about 10 May 2026 | estimated ahead | The grace period ends, unless it is activated before | []"
        ]
    );
}

#[test]
fn an_office_that_is_new() {
    let paste = office(
        "LICENSE STATUS:  ---OOB_GRACE---\nREMAINING GRACE: 29 days  (43194 minute(s) before expiring)",
    );
    assert_eq!(
        events(&paste, None),
        [
            "next-attempt | 2 hours after the output was printed | estimated ahead | It tries again by itself, at the latest | []",
            "reminder | about 24 days, 23 hours after the output was printed | estimated ahead | Office begins to show dialogs | []",
            "grace-ends | 29 days, 23 hours after the output was printed | known ahead | The grace period ends, unless it is activated before | [6]"
        ]
    );
    assert_eq!(
        events(&paste, Some(at(2026, 1, 31, 9, 30))),
        [
            "printed | 31 January 2026, 09:30 | known past | This output was printed | []",
            "next-attempt | 31 January 2026, 11:30 | estimated ahead | It tries again by itself, at the latest | []",
            "reminder | about 25 February 2026 | estimated ahead | Office begins to show dialogs | []",
            "grace-ends | 2 March 2026, 09:24 | known ahead | The grace period ends, unless it is activated before | [6]"
        ]
    );
}

#[test]
fn an_evaluation() {
    let paste = paste(
        "Windows(R), ServerDatacenterEval edition",
        "Windows(R) Operating System, TIMEBASED_EVAL channel",
        "License Status: Licensed\nEvaluation End Date: 4/15/2026 11:59:59 PM\n",
    );
    assert_eq!(
        events(&paste, None),
        ["evaluation-ends | 15 April 2026, 23:59 | known ? | The evaluation ends | [4]"]
    );
    assert_eq!(
        events(&paste, Some(at(2026, 5, 1, 0, 0))),
        [
            "evaluation-ends | 15 April 2026, 23:59 | known past | The evaluation ended | [4]",
            "now | 1 May 2026, 00:00 | known past | The moment that was given | []"
        ]
    );
}

#[test]
fn what_nobody_published() {
    let paste = paste(
        "Windows(R), ServerDatacenter edition",
        "Windows(R) Operating System, VIRTUAL_MACHINE_ACTIVATION channel",
        "License Status: Licensed\nAutomatic VM activation expiration: 10080 minute(s) (7 day(s))\nTrusted time: 1/21/2026 12:00:01 PM\n",
    );
    assert_eq!(
        events(&paste, None),
        [
            "printed | 21 January 2026, 12:00 | known past | This output was printed | [5]",
            "lease-ends | 28 January 2026, 12:00 | known ahead | The activation by the Hyper-V host ends, unless it is renewed before | [4]",
            "renewal-due | not known | unknown ? | The next renewal is due | []",
            "unpublished | not known | unknown ? | What comes then | []"
        ]
    );
}

#[test]
fn a_client_in_notification_tries() {
    let paste = windows_11(
        "License Status: Notification\nNotification Reason: 0xC004F056.\nTrusted time: 1/21/2026 12:00:01 PM\n",
    );
    assert_eq!(
        events(&paste, None),
        [
            "printed | 21 January 2026, 12:00 | known past | This output was printed | [6]",
            "next-attempt | 21 January 2026, 14:00 | estimated ahead | It tries again by itself, at the latest | []"
        ]
    );
}
