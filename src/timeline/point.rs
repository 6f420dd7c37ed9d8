//! Points in time: relative to the printing of a text, as a date, or both.

use time::{Duration, PrimitiveDateTime};

use crate::{id::printed_date::PrintedDate, phrase::Phrase};

/// A point in time. At least one of its sides is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Point {
    /// Minutes since the printing.
    pub offset: Option<i64>,
    /// The date.
    pub at: Option<PrimitiveDateTime>,
}

impl Point {
    /// So many minutes later; a date beyond all calendars is none.
    pub fn plus(self, minutes: i64) -> Point {
        Point {
            offset: self.offset.map(|offset| offset.saturating_add(minutes)),
            at: self
                .at
                .and_then(|at| at.checked_add(Duration::minutes(minutes))),
        }
    }
}

/// The two moments that everything is counted from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    /// When the text was printed; or else the moment to look at it, where nothing is counted from the printing.
    pub printed: Option<PrimitiveDateTime>,
    /// Whether the text tells when it was printed, or somebody who was asked for that.
    pub is_told: bool,
    /// When somebody looks at it; never before the printing.
    pub now: Option<PrimitiveDateTime>,
    /// Whether the moment of printing is beyond doubt.
    pub is_sure: bool,
}

impl Clock {
    /// The printing.
    pub fn printing(&self) -> Point {
        Point {
            offset: Some(0),
            at: self.printed,
        }
    }

    /// The moment to look at it, or else the printing.
    pub fn looking(&self) -> Point {
        match self.now {
            Some(now) => self.date(now),
            None => self.printing(),
        }
    }

    /// A date.
    pub fn date(&self, at: PrimitiveDateTime) -> Point {
        Point {
            offset: self.printed.map(|printed| (at - printed).whole_minutes()),
            at: Some(at),
        }
    }

    /// A printed date that has one reading only.
    pub fn certain(&self, printed: &str) -> Option<Point> {
        match crate::id::printed_date::read(printed) {
            PrintedDate::Certain(at) => Some(self.date(at)),
            _ => None,
        }
    }

    /// Whether a point lies ahead; without a moment to look from, as seen from the printing.
    pub fn is_ahead(&self, point: Point) -> Option<bool> {
        match (point.at, self.now, point.offset) {
            (Some(at), Some(now), _) => Some(at > now),
            // Dates that leave all calendars lie ahead.
            (_, _, Some(offset)) => Some(offset > self.looking().offset.unwrap_or(0)),
            _ => None,
        }
    }
}

/// A point in words, to the minute where it is exact.
pub(super) fn in_words(point: Point, exact: bool) -> Phrase {
    use crate::wording::timeline as say;
    match (point.at, point.offset) {
        (Some(at), _) if exact => say::moment(at),
        (Some(at), _) => say::about(say::day(at.date())),
        (None, Some(offset)) if exact => say::since_printing(offset),
        (None, Some(offset)) => say::about(say::since_printing(offset)),
        (None, None) => say::NOT_KNOWN.into(),
    }
}
