//! `now` moves through the whole life of a client, day by day, from the day on which the text was printed.

use super::support::{at, life, lives, office, paste, windows_7, windows_11};

const FULL: &str =
    "License Status: Licensed\nVolume activation expiration: 259200 minute(s) (180 day(s))\n";
const FIRST: &str =
    "License Status: Initial grace period\nTime remaining: 43200 minute(s) (30 day(s))\n";

#[test]
fn windows_7_lapses_into_a_grace_period() {
    let paste = windows_7(FULL);
    lives(
        &life(&paste, at(2026, 1, 31, 9, 30), 400),
        &[
            (
                "31 January 2026",
                "Activated until 30 July 2026, 09:30. The next renewal is due about 7 February 2026; each one starts the 180 days again.",
            ),
            (
                "7 February 2026",
                "A renewal was due about 7 February 2026. This text is older and can't show whether it succeeded. If none did, the activation still holds until 30 July 2026, 09:30.",
            ),
            (
                "30 July 2026",
                "If nothing renewed it, the activation lapsed on 30 July 2026, 09:30, and a grace period runs until about 29 August 2026; then comes notification.",
            ),
            (
                "29 August 2026",
                "If nothing renewed it, the activation lapsed on 30 July 2026, 09:30, the grace period ended about 29 August 2026, and it is in notification: not activated, until somebody acts.",
            ),
        ],
    );
}

#[test]
fn windows_7_that_was_never_activated() {
    let paste = windows_7(FIRST);
    lives(
        &life(&paste, at(2026, 1, 31, 9, 30), 100),
        &[
            (
                "31 January 2026",
                "Not activated yet. The grace period after the installation runs until 2 March 2026, 09:30; then comes notification.",
            ),
            (
                "27 February 2026",
                "Not activated yet. The grace period after the installation runs until 2 March 2026, 09:30; then comes notification. Windows reminds of it every four hours since about 27 February 2026.",
            ),
            (
                "1 March 2026",
                "Not activated yet. The grace period after the installation runs until 2 March 2026, 09:30; then comes notification. Windows reminds of it every hour since about 1 March 2026.",
            ),
            (
                "2 March 2026",
                "If nothing activated it, the grace period ended on 2 March 2026, 09:30, and it is in notification: not activated, until somebody acts.",
            ),
        ],
    );
}

#[test]
fn windows_7_in_its_second_grace_period() {
    let paste = windows_7(
        "License Status: Additional grace period (KMS license expired or hardware out of tolerance)\nTime remaining: 4219 minute(s) (2 day(s))\n",
    );
    lives(
        &life(&paste, at(2026, 1, 31, 9, 30), 60),
        &[
            (
                "31 January 2026",
                "The activation lapsed, or the hardware changed too much. A grace period runs until 3 February 2026, 07:49; then comes notification.",
            ),
            (
                "3 February 2026",
                "If nothing activated it, the grace period ended on 3 February 2026, 07:49, and it is in notification: not activated, until somebody acts.",
            ),
        ],
    );
}

#[test]
fn windows_11_lapses_into_notification() {
    let paste = windows_11(FULL);
    lives(
        &life(&paste, at(2026, 1, 31, 9, 30), 400),
        &[
            (
                "31 January 2026",
                "Activated until 30 July 2026, 09:30. The next renewal is due about 7 February 2026; each one starts the 180 days again.",
            ),
            (
                "7 February 2026",
                "A renewal was due about 7 February 2026. This text is older and can't show whether it succeeded. If none did, the activation still holds until 30 July 2026, 09:30.",
            ),
            (
                "30 June 2026",
                "A renewal was due about 7 February 2026. This text is older and can't show whether it succeeded. If none did, the activation still holds until 30 July 2026, 09:30. Recent Windows reminds of it since about 30 June 2026.",
            ),
            (
                "30 July 2026",
                "If nothing renewed it, the activation lapsed on 30 July 2026, 09:30, and it is in notification: not activated, until somebody acts. No grace period is published for Windows 8 and later.",
            ),
        ],
    );
}

#[test]
fn windows_11_that_was_not_renewed_for_long() {
    let paste = windows_11(
        "License Status: Licensed\nVolume activation expiration: 100000 minute(s) (70 day(s))\n",
    );
    lives(
        &life(&paste, at(2026, 1, 31, 9, 30), 100),
        &[
            (
                "31 January 2026",
                "Activated until 10 April 2026, 20:10. When this was printed it had not been renewed since about 12 October 2025, though a renewal is due every 7 days: it failed, or the machine was off. It keeps trying.",
            ),
            (
                "12 March 2026",
                "Activated until 10 April 2026, 20:10. When this was printed it had not been renewed since about 12 October 2025, though a renewal is due every 7 days: it failed, or the machine was off. It keeps trying. Recent Windows reminds of it since about 11 March 2026.",
            ),
            (
                "11 April 2026",
                "If nothing renewed it, the activation lapsed on 10 April 2026, 20:10, and it is in notification: not activated, until somebody acts. No grace period is published for Windows 8 and later.",
            ),
        ],
    );
}

#[test]
fn office_lapses_into_a_grace_period() {
    let paste = office(
        "LICENSE STATUS:  ---LICENSED---\nREMAINING GRACE: 180 days  (259200 minute(s) before expiring)",
    );
    lives(
        &life(&paste, at(2026, 1, 31, 9, 30), 400),
        &[
            (
                "31 January 2026",
                "Activated until 30 July 2026, 09:30. The next renewal is due about 7 February 2026; each one starts the 180 days again.",
            ),
            (
                "7 February 2026",
                "A renewal was due about 7 February 2026. This text is older and can't show whether it succeeded. If none did, the activation still holds until 30 July 2026, 09:30.",
            ),
            (
                "30 July 2026",
                "If nothing renewed it, the activation lapsed on 30 July 2026, 09:30, and a grace period runs until about 29 August 2026; then comes notification.",
            ),
            (
                "29 August 2026",
                "If nothing renewed it, the activation lapsed on 30 July 2026, 09:30, the grace period ended about 29 August 2026, and it is in notification: not activated, until somebody acts.",
            ),
        ],
    );
}

#[test]
fn office_that_was_never_activated() {
    let paste = office(
        "LICENSE STATUS:  ---OOB_GRACE---\nREMAINING GRACE: 30 days  (43200 minute(s) before expiring)",
    );
    lives(
        &life(&paste, at(2026, 1, 31, 9, 30), 100),
        &[
            (
                "31 January 2026",
                "Not activated yet. The grace period after the installation runs until 2 March 2026, 09:30; then comes notification. Nobody is asked for activation before about 25 February 2026.",
            ),
            (
                "25 February 2026",
                "Not activated yet. The grace period after the installation runs until 2 March 2026, 09:30; then comes notification. Each Office application asks for activation when it starts, since about 25 February 2026.",
            ),
            (
                "2 March 2026",
                "If nothing activated it, the grace period ended on 2 March 2026, 09:30, and it is in notification: not activated, until somebody acts.",
            ),
        ],
    );
}

#[test]
fn vista_without_a_service_pack() {
    let paste = format!(
        "Software licensing service version: 6.0.6000.16386\n{}",
        paste(
            "Windows(TM) Vista, Enterprise edition",
            "Windows Operating System - Vista, VOLUME_KMSCLIENT channel",
            FULL
        )
    );
    lives(
        &life(&paste, at(2026, 1, 31, 9, 30), 400),
        &[
            (
                "31 January 2026",
                "Activated until 30 July 2026, 09:30. The next renewal is due about 7 February 2026; each one starts the 180 days again.",
            ),
            (
                "7 February 2026",
                "A renewal was due about 7 February 2026. This text is older and can't show whether it succeeded. If none did, the activation still holds until 30 July 2026, 09:30.",
            ),
            (
                "30 July 2026",
                "If nothing renewed it, the activation lapsed on 30 July 2026, 09:30, and a grace period runs until about 29 August 2026; then comes reduced functionality.",
            ),
            (
                "29 August 2026",
                "If nothing renewed it, the activation lapsed on 30 July 2026, 09:30, the grace period ended about 29 August 2026, and it has reduced functionality: logon for an hour at a time, until it is activated.",
            ),
        ],
    );
}

#[test]
fn vista_of_an_unknown_service_pack() {
    let paste = paste(
        "Windows(TM) Vista, Enterprise edition",
        "Windows Operating System - Vista, VOLUME_KMSCLIENT channel",
        FULL,
    );
    lives(
        &life(&paste, at(2026, 1, 31, 9, 30), 400),
        &[
            (
                "31 January 2026",
                "Activated until 30 July 2026, 09:30. The next renewal is due about 7 February 2026; each one starts the 180 days again.",
            ),
            (
                "7 February 2026",
                "A renewal was due about 7 February 2026. This text is older and can't show whether it succeeded. If none did, the activation still holds until 30 July 2026, 09:30.",
            ),
            (
                "30 July 2026",
                "If nothing renewed it, the activation lapsed on 30 July 2026, 09:30, and a grace period runs until about 29 August 2026; then comes notification (on Vista without a service pack: reduced functionality).",
            ),
            (
                "29 August 2026",
                "If nothing renewed it, the activation lapsed on 30 July 2026, 09:30, the grace period ended about 29 August 2026, and it is in notification (on Vista without a service pack: reduced functionality): not activated, until somebody acts.",
            ),
        ],
    );
}

#[test]
fn windows_of_an_unknown_version() {
    let paste = paste(
        "Windows(R), Enterprise edition",
        "Windows(R) Operating System, VOLUME_KMSCLIENT channel",
        FULL,
    );
    lives(
        &life(&paste, at(2026, 1, 31, 9, 30), 400),
        &[
            (
                "31 January 2026",
                "Activated until 30 July 2026, 09:30. The next renewal is due about 7 February 2026; each one starts the 180 days again.",
            ),
            (
                "7 February 2026",
                "A renewal was due about 7 February 2026. This text is older and can't show whether it succeeded. If none did, the activation still holds until 30 July 2026, 09:30.",
            ),
            (
                "30 July 2026",
                "If nothing renewed it, the activation lapsed on 30 July 2026, 09:30. On Vista and 7 a grace period follows; for Windows 8 and later none is published.",
            ),
        ],
    );
}

#[test]
fn an_evaluation_ends() {
    let paste = paste(
        "Windows(R), ServerStandardEval edition",
        "Windows(R) Operating System, TIMEBASED_EVAL channel",
        "License Status: Licensed\nTimebased activation expiration: 43200 minute(s) (30 day(s))\n",
    );
    lives(
        &life(&paste, at(2026, 1, 31, 9, 30), 60),
        &[
            (
                "31 January 2026",
                "The evaluation runs until 2 March 2026, 09:30; then comes notification.",
            ),
            (
                "2 March 2026",
                "The evaluation ended on 2 March 2026, 09:30, unless a rearm added time; then comes notification.",
            ),
        ],
    );
}

#[test]
fn a_virtual_machine_of_a_hyper_v_host() {
    let paste = paste(
        "Windows(R), ServerDatacenter edition",
        "Windows(R) Operating System, VIRTUAL_MACHINE_ACTIVATION channel",
        "License Status: Licensed\nAutomatic VM activation expiration: 10080 minute(s) (7 day(s))\n",
    );
    lives(
        &life(&paste, at(2026, 1, 31, 9, 30), 30),
        &[
            (
                "31 January 2026",
                "Activated by the Hyper-V host until 7 February 2026, 09:30, unless it is renewed before. How often the Hyper-V host renews it is not published.",
            ),
            (
                "7 February 2026",
                "If the Hyper-V host has not renewed it, the activation lapsed on 7 February 2026, 09:30. What comes then is not published.",
            ),
        ],
    );
}

#[test]
fn what_never_changes() {
    let paste = paste(
        "Windows(R), Professional edition",
        "Windows(R) Operating System, VOLUME_MAK channel",
        "License Status: Licensed\n",
    );
    lives(
        &life(&paste, at(2026, 1, 31, 9, 30), 400),
        &[(
            "31 January 2026",
            "Activated without an end: nothing has to be renewed.",
        )],
    );
}
