//! The geometry of a timeline's picture, as numbers: the page draws it, in its own colours and type.
//!
//! All places are counted from the left, in [`Picture::WIDTH`] equal parts. Every spot belongs to an event of the list, which
//! is the picture's text.

use time::{Date, Duration, Month, PrimitiveDateTime, Time};

use super::{
    Event, EventKind,
    build::{Course, Follows},
};
use crate::{card::Tone, countdown::DAY, kb::machine::State, wording::timeline::picture as say};

/// A picture of a timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The states one after the other.
    pub bands: Vec<Band>,
    /// The events that have a place on it, from left to right.
    pub spots: Vec<Spot>,
    /// The scale: months where dates are known, else days since the printing.
    pub ticks: Vec<Tick>,
    /// Where the moment stands that it is looked at; `None` where nobody knows it.
    pub now: Option<u32>,
    /// Whether that moment lies beyond the right edge, where it is drawn.
    pub now_is_beyond: bool,
}

/// A state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Its left edge.
    pub x: u32,
    /// Its width.
    pub width: u32,
    /// Its word: "Licensed"; empty for what nobody published.
    pub word: &'static str,
    /// The state; `None` for one that nobody published.
    pub state: Option<State>,
    /// For its colour.
    pub tone: Tone,
    /// Whether it only comes if nothing is renewed or activated before.
    pub is_supposed: bool,
    /// Whether it goes on beyond the right edge.
    pub is_open: bool,
}

/// An event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Its place.
    pub x: u32,
    /// Its index in the timeline's events.
    pub event: usize,
    /// The row for its label, so that labels do not lie on each other; 0 is the one next to the bands.
    pub row: u32,
    /// Whether the label ends at the place instead of beginning there, since the right edge is near.
    pub is_left: bool,
}

/// A mark of the scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Its place.
    pub x: u32,
    /// Its label.
    pub label: String,
}

impl Picture {
    /// The width that all places are parts of.
    pub const WIDTH: u32 = 1000;
    /// The room that a label needs, in the same parts.
    pub const LABEL: u32 = 160;
}

/// The picture, where something runs out and its beginning or the printing has a place beside it.
pub(super) fn draw(course: &Course<'_>, events: &[Event]) -> Option<Picture> {
    let end = course.end?.point.offset?;
    let begin = course
        .renewed
        .and_then(|point| point.offset)
        .unwrap_or(0)
        .min(0);
    let second = course.second_end.and_then(|(point, _)| point.offset);
    let last = second.unwrap_or(end).max(end).max(0);
    // What follows needs some room, too.
    let span = (last - begin).max(1);
    let axis = Axis {
        from: begin,
        until: last.saturating_add((span / 6).max(1)),
    };
    let now = course.clock.looking().offset;
    Some(Picture {
        bands: bands(course, &axis, end, second),
        spots: spots(&axis, events),
        ticks: ticks(course, &axis),
        now: now
            .filter(|_| course.clock.now.is_some())
            .map(|now| axis.x(now)),
        now_is_beyond: now.is_some_and(|now| now > axis.until),
    })
}

/// What lies between the edges, in minutes since the printing.
struct Axis {
    from: i64,
    until: i64,
}

impl Axis {
    fn x(&self, offset: i64) -> u32 {
        let (offset, span) = (offset.clamp(self.from, self.until), self.until - self.from);
        let x =
            i128::from(offset - self.from) * i128::from(Picture::WIDTH) / i128::from(span.max(1));
        u32::try_from(x).unwrap_or(Picture::WIDTH)
    }
}

fn bands(course: &Course<'_>, axis: &Axis, end: i64, second: Option<i64>) -> Vec<Band> {
    let mut bands = Vec::new();
    let mut band = |from: i64, until: Option<i64>, state: Option<State>| {
        let (x, right) = (
            axis.x(from),
            until.map_or(Picture::WIDTH, |until| axis.x(until)),
        );
        let (word, tone) = state.map_or(("", Tone::Neutral), |state| course.looks(state));
        if right > x {
            bands.push(Band {
                x,
                width: right - x,
                word,
                state,
                tone,
                is_supposed: from >= end,
                is_open: until.is_none(),
            });
        }
    };
    band(axis.from, Some(end), course.state);
    let next = match course.follows {
        Follows::State { state, .. } => Some(state),
        Follows::ByVersion | Follows::Unpublished => None,
    };
    band(end, second, next);
    if let (Some(second), Some((_, stay))) = (second, course.second_end) {
        band(second, None, stay.after_its_time());
    }
    bands
}

/// The events with a place between the edges; "now" is drawn by itself.
fn spots(axis: &Axis, events: &[Event]) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    // The right edge of the last label of each row.
    let mut rows: Vec<u32> = Vec::new();
    for (index, event) in events.iter().enumerate() {
        let Some(offset) = event
            .offset
            .filter(|offset| (axis.from..=axis.until).contains(offset))
        else {
            continue;
        };
        if event.kind == EventKind::Now {
            continue;
        }
        let x = axis.x(offset);
        let is_left = x + Picture::LABEL > Picture::WIDTH;
        let (begin, edge) = if is_left {
            (x.saturating_sub(Picture::LABEL), x)
        } else {
            (x, x + Picture::LABEL)
        };
        let row = rows
            .iter()
            .position(|edge| *edge <= begin)
            .unwrap_or(rows.len());
        match rows.get_mut(row) {
            Some(last) => *last = edge,
            None => rows.push(edge),
        }
        spots.push(Spot {
            x,
            event: index,
            row: row as u32,
            is_left,
        });
    }
    spots
}

/// So many marks at the most.
const MOST_TICKS: i64 = 12;

fn ticks(course: &Course<'_>, axis: &Axis) -> Vec<Tick> {
    match course.clock.printed {
        Some(printed) => months(axis, printed),
        None => days(axis),
    }
}

/// The first of each month, or of each second, third, sixth ... one.
fn months(axis: &Axis, printed: PrimitiveDateTime) -> Vec<Tick> {
    const STEPS: [i64; 4] = [1, 2, 3, 6];
    let in_all = (axis.until - axis.from) / (i64::from(DAY) * 30);
    let years = (in_all / 12 / MOST_TICKS + 1).saturating_mul(12);
    let fits = |step: &i64| in_all / step <= MOST_TICKS;
    let step = STEPS.into_iter().find(fits).unwrap_or(years);
    let Some(begin) = printed.checked_add(Duration::minutes(axis.from)) else {
        return Vec::new();
    };
    // The month after the one in which it begins, counted from zero.
    let first = i64::from(begin.year()) * 12 + i64::from(u8::from(begin.month()));
    let first = first + (step - first.rem_euclid(step)) % step;
    let mut ticks = Vec::new();
    for index in 0..=MOST_TICKS + 1 {
        let Some(date) = first_of_month(first + index * step) else {
            break;
        };
        let offset = (PrimitiveDateTime::new(date, Time::MIDNIGHT) - printed).whole_minutes();
        if offset > axis.until {
            break;
        }
        ticks.push(Tick {
            x: axis.x(offset),
            label: say::month(date),
        });
    }
    ticks
}

/// The first day of the month that many months after the year 0.
fn first_of_month(months: i64) -> Option<Date> {
    let year = i32::try_from(months.div_euclid(12)).ok()?;
    let month = u8::try_from(months.rem_euclid(12) + 1).ok()?;
    Date::from_calendar_date(year, Month::try_from(month).ok()?, 1).ok()
}

/// Days since the printing.
fn days(axis: &Axis) -> Vec<Tick> {
    const STEPS: [i64; 6] = [1, 5, 10, 30, 90, 365];
    let in_all = (axis.until - axis.from) / i64::from(DAY);
    let fits = |step: &i64| in_all / step <= MOST_TICKS;
    let step = STEPS
        .into_iter()
        .find(fits)
        .unwrap_or(in_all / MOST_TICKS + 1);
    let from = axis.from.div_euclid(i64::from(DAY) * step);
    (from..=from + MOST_TICKS + 1)
        .map(|index| index * step)
        .map(|day| (day, day * i64::from(DAY)))
        .filter(|(_, offset)| (axis.from..=axis.until).contains(offset))
        .map(|(day, offset)| Tick {
            x: axis.x(offset),
            label: say::day(day),
        })
        .collect()
}
