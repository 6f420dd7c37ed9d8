//! The words of a timeline: where a product stands, what happened and what comes.

use time::{Date, PrimitiveDateTime};

use super::{
    card::{span_of, span_text},
    dates,
    states::About,
};
use crate::{
    kb::{
        machine::{Notice, State},
        threshold::KMS_VALIDITY,
    },
    phrase::{Kind, Phrase},
    product::Era,
    reading::ExpiryKind,
    timeline::{EventKind, Follows},
};

/// "24 July 2026, 00:10".
pub fn moment(at: PrimitiveDateTime) -> Phrase {
    Phrase::new().value(Kind::Date, dates::moment(at))
}

/// "24 July 2026".
pub fn day(date: Date) -> Phrase {
    Phrase::new().value(Kind::Date, dates::day(date))
}

/// "about 24 July 2026".
pub fn about(when: Phrase) -> Phrase {
    Phrase::new().text("about ").then(when)
}

/// "173 days, 14 hours after the output was printed", for a text that does not tell when that was.
pub fn since_printing(minutes: i64) -> Phrase {
    let span = span_of(u32::try_from(minutes.unsigned_abs()).unwrap_or(u32::MAX));
    match minutes {
        0 => "the moment of printing".into(),
        1.. => span.text(" after the output was printed"),
        _ => span.text(" before the output was printed"),
    }
}

/// No date.
pub const NOT_KNOWN: &str = "not known";

/// How the moment of printing is known: the text tells it.
pub const PRINTED_TRUSTED: &str = "The trusted time in the text says so.";
/// How the moment of printing is known: somebody gave it.
pub const PRINTED_GIVEN: &str = "This moment was given; the text does not tell it.";

/// How the moment of printing is known: its other reading lies ahead of the moment that was given.
pub fn only_reading(printed: String, other: PrimitiveDateTime) -> Phrase {
    Phrase::new()
        .text("The text says ")
        .value(Kind::Date, printed)
        .text(". The other reading, ")
        .then(day(other.date()))
        .text(", would be later than the moment that was given.")
}

/// A printed end that is another day than the counted one.
pub fn other_end(end: PrimitiveDateTime) -> Phrase {
    Phrase::from("The text also prints ")
        .then(moment(end))
        .text(" as its end: the minutes and that date do not agree.")
}

/// The moment that somebody looks at it lies before the printing.
pub fn before_printing(now: PrimitiveDateTime, printed: PrimitiveDateTime) -> Phrase {
    Phrase::new()
        .text("The moment that was given, ")
        .then(moment(now))
        .text(", lies before the text was printed (")
        .then(moment(printed))
        .text("): one of the two is wrong. As seen from the printing: ")
}

/// The labels of events.
pub mod labels {
    use crate::{reading::ExpiryKind, timeline::EventKind};

    /// The text was printed.
    pub const PRINTED: &str = "This output was printed";
    /// The moment that somebody looks at it.
    pub const NOW: &str = "The moment that was given";
    /// The last renewal.
    pub const RENEWED: &str = "Activated or renewed for the last time";
    /// A renewal ahead.
    pub const RENEWAL_DUE: &str = "The next renewal is due";
    /// A renewal in the past that the text knows nothing of.
    pub const RENEWAL_WAS_DUE: &str = "A renewal was due";
    /// The next attempt.
    pub const NEXT_ATTEMPT: &str = "It tries again by itself, at the latest";
    /// Nobody published what comes.
    pub const UNPUBLISHED: &str = "What comes then";

    /// An end, ahead or past.
    pub const fn ends(kind: EventKind, expires: Option<ExpiryKind>, is_past: bool) -> &'static str {
        match (kind, expires, is_past) {
            (EventKind::LeaseEnds, Some(ExpiryKind::Avma), false) => {
                "The activation by the Hyper-V host ends, unless it is renewed before"
            }
            (EventKind::LeaseEnds, Some(ExpiryKind::Avma), true) => {
                "The activation by the Hyper-V host ended, unless it was renewed before"
            }
            (EventKind::LeaseEnds, _, false) => {
                "The activation lapses, unless it is renewed before"
            }
            (EventKind::LeaseEnds, _, true) => {
                "The activation lapsed, unless it was renewed before"
            }
            (EventKind::EvaluationEnds, _, false) => "The evaluation ends",
            (EventKind::EvaluationEnds, _, true) => "The evaluation ended",
            (EventKind::GraceEnds, _, false) => {
                "The grace period ends, unless it is activated before"
            }
            (EventKind::GraceEnds, _, true) => {
                "The grace period ended, unless it was activated before"
            }
            (_, _, false) => "The time-limited licence ends",
            (_, _, true) => "The time-limited licence ended",
        }
    }
}

/// How the last renewal is known.
pub fn renewed_counted() -> Phrase {
    Phrase::new()
        .text("Counted back from the minutes: a renewal sets them to ")
        .then(span_of(KMS_VALIDITY.value))
        .text(".")
}

/// How renewals go.
pub fn renews_every(minutes: u32) -> Phrase {
    Phrase::new()
        .text("One is due every ")
        .then(span_of(minutes))
        .text(". One that fails costs nothing until the time is up.")
}

/// How a KMS client goes on after a renewal that failed.
pub fn tries_again_every(watch: u32, minutes: u32) -> Phrase {
    Phrase::new()
        .text("After a renewal that failed it watches for a change of the network for ")
        .then(span_of(watch))
        .text(" and then tries every ")
        .then(span_of(minutes))
        .text(", as long as the machine is on.")
}

/// How a KMS client tries while it is not activated.
pub fn tries_every(minutes: u32) -> Phrase {
    Phrase::new()
        .text("It tries every ")
        .then(span_of(minutes))
        .text(" until it is activated, as long as the machine is on.")
}

/// Renewal by a Hyper-V host.
pub const AVMA_RENEWAL: &str = "How often the Hyper-V host renews it is not published.";

/// Vista before its service packs, in a word.
pub const REDUCED: &str = "Reduced functionality";

const WITHOUT_PACK: &str = " (on Vista without a service pack: reduced functionality)";
const BY_VERSION: &str =
    "On Vista and 7 a grace period follows; for Windows 8 and later none is published.";
const UNPUBLISHED: &str = "What comes then is not published.";
/// For Windows 8 and later.
pub const NO_GRACE: &str = " No grace period is published for Windows 8 and later.";

/// A state that follows, in a few words.
const fn state(state: State) -> &'static str {
    match state {
        State::InitialGrace | State::OutOfTolerance | State::NonGenuineGrace => "a grace period",
        State::Licensed | State::LicensedForGood => "an activated state",
        State::Notification => "notification",
        State::ReducedFunctionality => "reduced functionality",
        State::Unlicensed => "a state without a licence",
    }
}

/// What comes after an end, behind an event.
pub(crate) fn then(follows: Follows, kind: EventKind, about: &About) -> Phrase {
    match follows {
        Follows::State {
            state: next,
            may_be_reduced,
        } => {
            let newer = about.era == Some(Era::EightOrLater) && about.family.is_windows();
            let no_grace = newer && kind == EventKind::LeaseEnds;
            Phrase::new()
                .text("Then comes ")
                .text(state(next))
                .text(if may_be_reduced { WITHOUT_PACK } else { "" })
                .text(".")
                .text(if no_grace { NO_GRACE } else { "" })
        }
        Follows::ByVersion if kind == EventKind::LeaseEnds => BY_VERSION.into(),
        Follows::ByVersion => Phrase::from("Then comes notification")
            .text(WITHOUT_PACK)
            .text("."),
        Follows::Unpublished => UNPUBLISHED.into(),
    }
}

/// What comes after an end, behind "runs until ...".
pub(crate) fn follows(follows: Follows) -> Phrase {
    match follows {
        Follows::State {
            state: next,
            may_be_reduced,
        } => Phrase::new()
            .text("; then comes ")
            .text(state(next))
            .text(if may_be_reduced { WITHOUT_PACK } else { "" })
            .text("."),
        Follows::ByVersion => Phrase::from("; then comes notification")
            .text(WITHOUT_PACK)
            .text("."),
        Follows::Unpublished => Phrase::from(". ").text(UNPUBLISHED),
    }
}

/// What is the case after an end that is past, behind "ended on ...".
pub(crate) fn is_then(follows: Follows) -> Phrase {
    const UNTIL: &str = ": not activated, until somebody acts.";
    match follows {
        Follows::State {
            state: State::Notification,
            may_be_reduced,
        } => Phrase::from(", and it is in notification")
            .text(if may_be_reduced { WITHOUT_PACK } else { "" })
            .text(UNTIL),
        Follows::State {
            state: State::ReducedFunctionality,
            ..
        } => ", and it has reduced functionality: logon for an hour at a time, until it is activated."
            .into(),
        Follows::State { state: next, .. } => Phrase::from(", and ").text(state(next)).text(" runs."),
        Follows::ByVersion => Phrase::from(", and it is in notification")
            .text(WITHOUT_PACK)
            .text(UNTIL),
        Follows::Unpublished => Phrase::from(". ").text(UNPUBLISHED),
    }
}

/// The same after a lease, whose grace period depends on the version of Windows.
pub(crate) fn is_after_lease(follows: Follows) -> Phrase {
    match follows {
        Follows::ByVersion => Phrase::from(". ").text(BY_VERSION),
        follows => is_then(follows),
    }
}

/// Activated for a time; nothing is known of renewals.
pub fn lease_until(until: Phrase) -> Phrase {
    Phrase::from("Activated until ").then(until).text(".")
}

/// Activated for a time; the next renewal is ahead.
pub fn lease_due(until: Phrase, due: Phrase) -> Phrase {
    lease_until(until)
        .text(" The next renewal is due ")
        .then(due)
        .text("; each one starts the 180 days again.")
}

/// Activated for a time; a renewal was due after the printing.
pub fn lease_unseen(until: Phrase, due: Phrase) -> Phrase {
    Phrase::from("A renewal was due ")
        .then(due)
        .text(". This text is older and can't show whether it succeeded. If none did, the activation still holds until ")
        .then(until)
        .text(".")
}

/// Activated for a time; at the printing a renewal was long due.
pub fn lease_overdue(until: Phrase, renewed: Phrase, interval: u32) -> Phrase {
    lease_until(until)
        .text(" When this was printed it had not been renewed since ")
        .then(renewed)
        .text(format!(
            ", though a renewal is due every {}: it failed, or the machine was off. It keeps trying.",
            span_text(interval)
        ))
}

/// Activated by a Hyper-V host.
pub fn avma_until(until: Phrase) -> Phrase {
    Phrase::from("Activated by the Hyper-V host until ")
        .then(until)
        .text(", unless it is renewed before. ")
        .text(AVMA_RENEWAL)
}

/// An evaluation.
pub fn evaluation_until(until: Phrase) -> Phrase {
    Phrase::from("The evaluation runs until ").then(until)
}

/// Another time-limited licence.
pub fn license_until(until: Phrase) -> Phrase {
    Phrase::from("The time-limited licence runs until ").then(until)
}

/// The first grace period.
pub fn initial_until(until: Phrase) -> Phrase {
    Phrase::from("Not activated yet. The grace period after the installation runs until ")
        .then(until)
}

/// The grace period after an activation.
pub fn out_of_tolerance_until(until: Phrase) -> Phrase {
    Phrase::from(
        "The activation lapsed, or the hardware changed too much. A grace period runs until ",
    )
    .then(until)
}

/// The grace period of a copy that is not genuine.
pub fn non_genuine_until(until: Phrase) -> Phrase {
    Phrase::from("Found not genuine. A grace period runs until ").then(until)
}

/// A grace period of which nothing else is known.
pub fn grace_until(until: Phrase) -> Phrase {
    Phrase::from("A grace period runs until ").then(until)
}

/// What people notice already.
pub fn noticed_since(what: Notice, since: Phrase) -> Phrase {
    let who = match what {
        Notice::Toast => " Recent Windows reminds of it since ",
        Notice::Dialogs => " Each Office application asks for activation when it starts, since ",
        Notice::EveryFourHours => " Windows reminds of it every four hours since ",
        Notice::EveryHour => " Windows reminds of it every hour since ",
    };
    Phrase::from(who).then(since).text(".")
}

/// Office stays silent for a time.
pub fn nobody_is_asked_before(when: Phrase) -> Phrase {
    Phrase::from(" Nobody is asked for activation before ")
        .then(when)
        .text(".")
}

/// An activation lapsed.
pub fn lapsed(ended: Phrase, expires: Option<ExpiryKind>) -> Phrase {
    let what = match expires {
        Some(ExpiryKind::Avma) => {
            "If the Hyper-V host has not renewed it, the activation lapsed on "
        }
        _ => "If nothing renewed it, the activation lapsed on ",
    };
    Phrase::from(what).then(ended)
}

/// Then a grace period runs.
pub(crate) fn grace_after_lease(until: Phrase, follows: Follows) -> Phrase {
    Phrase::from(", and a grace period runs until ")
        .then(until)
        .then(self::follows(follows))
}

/// That grace period is over, too.
pub fn grace_ended(ended: Phrase) -> Phrase {
    Phrase::from(", the grace period ended ").then(ended)
}

/// A grace period ended.
pub fn grace_over(ended: Phrase) -> Phrase {
    Phrase::from("If nothing activated it, the grace period ended on ").then(ended)
}

/// An evaluation ended.
pub fn evaluation_over(ended: Phrase) -> Phrase {
    Phrase::from("The evaluation ended on ")
        .then(ended)
        .text(", unless a rearm added time")
}

/// Another time-limited licence ended.
pub fn license_over(ended: Phrase) -> Phrase {
    Phrase::from("The time-limited licence ended on ").then(ended)
}

/// Not a minute is left.
pub fn no_time_left(kind: EventKind) -> Phrase {
    Phrase::from(match kind {
        EventKind::LeaseEnds => "No time was left of the activation when this was printed",
        EventKind::EvaluationEnds => "No time was left of the evaluation when this was printed",
        EventKind::GraceEnds => "No time was left of the grace period when this was printed",
        _ => "No time was left of the licence when this was printed",
    })
}

/// Activated without an end.
pub const FOR_GOOD: &str = "Activated without an end: nothing has to be renewed.";
/// A KMS host.
pub const HOST_FOR_GOOD: &str =
    "Activated without an end: the activation of a KMS host itself is not renewed.";
/// Activated for a time that is not shown.
pub const END_UNSHOWN: &str = "Activated for a limited time, but this text does not show until when. The output of /dlv does, for Office that of /dstatus.";
/// Activated; the way is not known.
pub const NO_END_SHOWN: &str = "Activated. This text shows no end.";
/// A grace period of a length that is not shown.
pub const GRACE_UNSHOWN: &str = "A grace period runs, but this text does not show until when. The output of /dlv does, for Office that of /dstatus.";
/// Notification.
pub const NOTIFICATION: &str = "Not activated, and it says so (notification). This state has no end of its own: it stays until somebody acts.";
/// Unlicensed.
pub const UNLICENSED: &str = "Not licensed. No date follows from that.";
/// A license that is not in use.
pub const NOT_IN_USE: &str = "No key is installed for this license: nothing runs out.";
/// No state.
pub const NO_STATE: &str = "This text shows no license state, so nothing can be dated.";

/// Notification of a KMS client.
pub fn notification_trying(minutes: u32) -> Phrase {
    Phrase::from(NOTIFICATION)
        .text(" It tries by itself every ")
        .then(span_of(minutes))
        .text(".")
}

/// Headings and marks of the plain list.
pub mod plain {
    /// Behind a date that is estimated.
    pub const ESTIMATED: &str = "estimated";
    /// Before the sources of an event.
    pub const SOURCE: &str = "Source: ";
}

/// The texts of a calendar file.
pub mod calendar {
    use crate::{phrase::Phrase, timeline::EventKind};

    /// Who made the file.
    pub const MAKER: &str = "-//Activation Desk//Activation Desk//EN";
    /// Behind the text of an event.
    pub const CHECK: &str = "Look at the machine again before: a renewal moves this date. The time is that of the machine's own clock.";

    /// The title of an event.
    pub fn title(kind: EventKind, product: Phrase) -> Phrase {
        let what = match kind {
            EventKind::LeaseEnds => "Activation lapses unless renewed: ",
            EventKind::EvaluationEnds => "Evaluation ends: ",
            EventKind::GraceEnds => "Grace period ends: ",
            _ => "Licence ends: ",
        };
        Phrase::from(what).then(product)
    }
}

/// The scale of the picture.
pub mod picture {
    use time::Date;

    /// "Feb 2026".
    pub fn month(date: Date) -> String {
        let month = date.month().to_string();
        let short = month.get(..3).unwrap_or(&month);
        format!("{short} {}", date.year())
    }

    /// "day 30", counted from the printing.
    pub fn day(number: i64) -> String {
        format!("day {number}")
    }
}
