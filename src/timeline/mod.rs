//! What happens when: the end of an activation, an evaluation or a grace period, what comes before it and what follows.
//!
//! A text tells how long something still lasts, and sometimes when it was printed. From that, the moment that somebody looks
//! at it (`now`) and the state machines of [`kb::machine`](crate::kb::machine) come dated events. Each says whether its date is
//! known or estimated, and where the rule comes from; what nobody published has no date, and says so.
//!
//! Nothing here takes today for `now`: where nobody gives a moment, it is the one at which the text was printed, if that is
//! beyond doubt; else it has to be asked for ([`Timeline::ask`]).
//!
//! ```
//! use activation_desk::{ReadOptions, phrase::Redact, read_with, timeline::timeline};
//! let paste = "Name: Windows(R) 7, Enterprise edition\nDescription: Windows Operating System - Windows(R) 7, VOLUME_KMSCLIENT channel
//! License Status: Licensed\nVolume activation expiration: 249120 minute(s) (173 day(s))\nTrusted time: 1/31/2026 9:30:00 AM\n";
//! let reading = read_with(paste, ReadOptions { spans: true });
//! let timeline = timeline(&reading, 0, None).unwrap();
//! assert_eq!(timeline.sentence.plain(Redact::No), "Activated until 23 July 2026, 09:30. The next renewal is due about 31 \
//! January 2026; each one starts the 180 days again.");
//! let end = timeline.events.last().unwrap();
//! assert_eq!((end.kind.name(), end.dating.name()), ("grace-ends", "estimated"));
//! ```

mod build;
mod ics;
mod picture;
mod plain;
mod point;
mod sentence;

use time::PrimitiveDateTime;

use crate::{phrase::Phrase, reading::Reading};

pub(crate) use build::Follows;
pub use ics::ics;
pub use picture::{Band, Picture, Spot, Tick};
pub use plain::plain;
use point::Point;

/// What happens when, for one product.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// Index in `Reading::products`.
    pub product: usize,
    /// What it is, in words.
    pub title: Phrase,
    /// The moment that it is looked at, on the machine's own clock; `None` where nobody knows it.
    pub now: Option<PrimitiveDateTime>,
    /// The moment that the text was printed; `None` where nobody knows it.
    pub printed: Option<PrimitiveDateTime>,
    /// What has to be asked before dates can be told; `None` where they are, or where nothing runs out.
    pub ask: Option<Ask>,
    /// Where the product stands at `now`, in a sentence or more.
    pub sentence: Phrase,
    /// What happened and what comes, in the order of time; what has no date comes last.
    pub events: Vec<Event>,
    /// The same as a picture; `None` where nothing runs out.
    pub picture: Option<Picture>,
}

/// A moment that somebody has to give.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// Why it is asked.
    pub why: Phrase,
    /// The readings of an ambiguous printed date: ISO text ("2026-03-04T09:58") and the phrase to show.
    pub choices: Vec<(String, Phrase)>,
}

/// Something that happened, or will.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// What it is.
    pub kind: EventKind,
    /// When; `None` where that is not known, or only in relation to the printing.
    pub at: Option<PrimitiveDateTime>,
    /// When, in minutes since the printing; `None` where that is not known.
    pub offset: Option<i64>,
    /// When, in words: "24 July 2026, 00:10", "about 1 February 2026", "173 days after the output was printed", "not known".
    pub when: Phrase,
    /// Whether the date is known.
    pub dating: Dating,
    /// Whether it lies ahead of `now`; `None` where that can't be told.
    pub ahead: Option<bool>,
    /// What happens, in a few words.
    pub label: Phrase,
    /// What to know of it; empty for nothing.
    pub detail: Phrase,
    /// The lines of the paste that it rests on, 1-based, in order; empty where the reading holds no spans.
    pub lines: Vec<u32>,
    /// Where the rules come from: public addresses, or honest words where there is none. Empty where the paste says it all.
    pub sources: Vec<&'static str>,
}

/// What an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// The activation was made or renewed for the last time.
    Renewed,
    /// The text was printed.
    Printed,
    /// The moment that it is looked at.
    Now,
    /// A renewal is due.
    RenewalDue,
    /// The next attempt to activate or to renew.
    NextAttempt,
    /// People begin to notice.
    Reminder,
    /// An activation that is renewed lapses.
    LeaseEnds,
    /// An evaluation ends.
    EvaluationEnds,
    /// Another time-limited licence ends.
    LicenseEnds,
    /// A grace period ends.
    GraceEnds,
    /// What comes then is not published.
    Unpublished,
}

impl EventKind {
    /// Its name in the published shape.
    pub const fn name(self) -> &'static str {
        match self {
            EventKind::Renewed => "renewed",
            EventKind::Printed => "printed",
            EventKind::Now => "now",
            EventKind::RenewalDue => "renewal-due",
            EventKind::NextAttempt => "next-attempt",
            EventKind::Reminder => "reminder",
            EventKind::LeaseEnds => "lease-ends",
            EventKind::EvaluationEnds => "evaluation-ends",
            EventKind::LicenseEnds => "license-ends",
            EventKind::GraceEnds => "grace-ends",
            EventKind::Unpublished => "unpublished",
        }
    }

    /// Whether something ends, for which a calendar is the right place.
    pub const fn is_end(self) -> bool {
        matches!(
            self,
            EventKind::LeaseEnds
                | EventKind::EvaluationEnds
                | EventKind::LicenseEnds
                | EventKind::GraceEnds
        )
    }
}

/// Whether a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dating {
    /// Printed, or counted from printed minutes and a moment that is beyond doubt.
    Known,
    /// Counted with a rule that a machine may not have kept to, or from a moment that is only likely.
    Estimated,
    /// Nobody published when.
    Unknown,
}

impl Dating {
    /// Its name in the published shape.
    pub const fn name(self) -> &'static str {
        match self {
            Dating::Known => "known",
            Dating::Estimated => "estimated",
            Dating::Unknown => "unknown",
        }
    }
}

/// What the caller knows besides the paste.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimelineOptions {
    /// The moment to look at it from, on the machine's own clock; `None`: the moment of printing.
    pub now: Option<PrimitiveDateTime>,
    /// When the text was printed, in the machine's own time; `None`: take it from the paste where that is beyond doubt, else
    /// from `now`.
    pub printed_at: Option<PrimitiveDateTime>,
}

/// What happens when, for product number `product`; `None` past the end. Lines are told where the reading holds spans.
///
/// Where the text does not say when it was printed, `now` is taken for that moment; where day and month of its date can be read
/// both ways, `now` decides as far as it can: no text was printed later than now.
pub fn timeline(
    reading: &Reading<'_>,
    product: usize,
    now: Option<PrimitiveDateTime>,
) -> Option<Timeline> {
    let options = TimelineOptions {
        now,
        printed_at: None,
    };
    timeline_with(reading, product, &options)
}

/// [`timeline`], where the moment of printing and the moment to look at it differ.
pub fn timeline_with(
    reading: &Reading<'_>,
    product: usize,
    options: &TimelineOptions,
) -> Option<Timeline> {
    build::build(reading, product, options)
}
