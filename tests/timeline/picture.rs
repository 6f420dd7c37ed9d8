//! The geometry of the picture.

use activation_desk::timeline::Picture;

use super::support::{at, of, office, windows_7, windows_11};

fn drawn(picture: &Picture) -> Vec<String> {
    let bands = picture.bands.iter().map(|band| {
        let supposed = if band.is_supposed { " supposed" } else { "" };
        let open = if band.is_open { " open" } else { "" };
        format!(
            "band {}+{} {}{supposed}{open}",
            band.x, band.width, band.word
        )
    });
    let spots = picture
        .spots
        .iter()
        .map(|spot| format!("spot {} event {} row {}", spot.x, spot.event, spot.row));
    let ticks = picture
        .ticks
        .iter()
        .map(|tick| format!("tick {} {}", tick.x, tick.label));
    let now = picture.now.map(|now| format!("now {now}"));
    bands.chain(spots).chain(ticks).chain(now).collect()
}

#[test]
fn states_spots_and_months() {
    let paste = windows_7(
        "License Status: Licensed\nVolume activation expiration: 250000 minute(s) (173 day(s))\nTrusted time: 1/31/2026 9:30:00 AM\n",
    );
    let picture = of(&paste, Some(at(2026, 3, 1, 0, 0)))
        .picture
        .expect("a picture");
    assert_eq!(
        drawn(&picture),
        [
            "band 0+734 Licensed",
            "band 734+123 Out-of-tolerance grace supposed",
            "band 857+143 Notification supposed open",
            "spot 0 event 0 row 0",
            "spot 26 event 1 row 1",
            "spot 28 event 2 row 2",
            "spot 143 event 4 row 3",
            "spot 734 event 5 row 0",
            "spot 857 event 6 row 1",
            "tick 28 Feb 2026",
            "tick 142 Mar 2026",
            "tick 269 Apr 2026",
            "tick 391 May 2026",
            "tick 518 Jun 2026",
            "tick 640 Jul 2026",
            "tick 767 Aug 2026",
            "tick 893 Sep 2026",
            "now 142"
        ]
    );
}

#[test]
fn without_a_moment_it_is_drawn_in_days() {
    let paste = office(
        "LICENSE STATUS:  ---OOB_GRACE---\nREMAINING GRACE: 29 days  (43194 minute(s) before expiring)",
    );
    let picture = of(&paste, None).picture.expect("a picture");
    assert_eq!(
        drawn(&picture),
        [
            "band 0+857 Out-of-box grace",
            "band 857+143 Notification supposed open",
            "spot 2 event 0 row 0",
            "spot 714 event 1 row 0",
            "spot 857 event 2 row 1",
            "tick 0 day 0",
            "tick 142 day 5",
            "tick 285 day 10",
            "tick 428 day 15",
            "tick 571 day 20",
            "tick 714 day 25",
            "tick 857 day 30"
        ]
    );
}

#[test]
fn nothing_runs_out_and_nothing_is_drawn() {
    assert_eq!(
        of(&windows_11("License Status: Notification\n"), None).picture,
        None
    );
}
