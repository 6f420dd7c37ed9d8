//! Where a product stands at the moment that it is looked at, in a sentence or more.

use super::{
    EventKind,
    build::{Course, Follows, Standing},
    point::in_words,
};
use crate::{
    channel::Channel,
    countdown,
    kb::machine::{Machine, Notice, State},
    phrase::Phrase,
    reading::ExpiryKind,
    suspicion::Suspicion,
    wording::{card as say_card, timeline as say},
};

/// The sentence.
pub(super) fn tell(course: &Course<'_>) -> Phrase {
    match (course.end, course.standing()) {
        (Some(_), Standing::InState) => lasting(course),
        (Some(_), Standing::AfterEnd) => over(course),
        (Some(_), Standing::AfterSecondEnd) => all_over(course),
        (None, _) => endless(course),
    }
}

/// The state lasts.
fn lasting(course: &Course<'_>) -> Phrase {
    let Some(end) = course.end else {
        return Phrase::new();
    };
    let until = in_words(end.point, true);
    if course.renews() {
        return lease(course, until);
    }
    let then = course.follows;
    let phrase = match (end.kind, course.state) {
        (EventKind::EvaluationEnds, _) => say::evaluation_until(until).then(say::follows(then)),
        (EventKind::LeaseEnds, _) => {
            return if course.product.expires.kind == Some(ExpiryKind::Avma) {
                say::avma_until(until)
            } else {
                say::lease_until(until)
            };
        }
        (EventKind::GraceEnds, Some(State::OutOfTolerance)) => {
            say::out_of_tolerance_until(until).then(say::follows(then))
        }
        (EventKind::GraceEnds, Some(State::NonGenuineGrace)) => {
            say::non_genuine_until(until).then(say::follows(then))
        }
        (EventKind::GraceEnds, Some(State::InitialGrace)) => {
            say::initial_until(until).then(say::follows(then))
        }
        (EventKind::GraceEnds, _) => say::grace_until(until).then(say::follows(then)),
        _ => say::license_until(until).then(say::follows(then)),
    };
    phrase.then(noticed(course))
}

fn lease(course: &Course<'_>, until: Phrase) -> Phrase {
    let phrase = match (course.renewed, course.renewal_due()) {
        (Some(renewed), Some(due)) => {
            if course.is_overdue() {
                let (interval, _) = course.renewal_interval();
                say::lease_overdue(until, in_words(renewed, false), interval)
            } else if course.clock.is_ahead(due) == Some(false)
                && course.clock.looking() != course.clock.printing()
            {
                say::lease_unseen(until, in_words(due, false))
            } else {
                say::lease_due(until, in_words(due, false))
            }
        }
        _ if course.about.suspicion == Some(Suspicion::TooManyMinutes) => {
            return say::lease_until(until)
                .text(" ")
                .then(say_card::suspicion(Suspicion::TooManyMinutes));
        }
        _ => return say::lease_until(until),
    };
    phrase.then(noticed(course))
}

/// What people notice already, or not yet.
fn noticed(course: &Course<'_>) -> Phrase {
    let mut past = course
        .marks
        .iter()
        .filter(|(_, point)| course.clock.is_ahead(*point) == Some(false));
    if let Some((mark, point)) = past.next_back() {
        return say::noticed_since(mark.what, in_words(*point, false));
    }
    match course.marks.first() {
        // With a MAK a dialog comes at the first start.
        Some((mark, point))
            if mark.what == Notice::Dialogs && course.product.channel != Some(Channel::Mak) =>
        {
            say::nobody_is_asked_before(in_words(*point, false))
        }
        _ => Phrase::new(),
    }
}

/// The end of the state is past.
fn over(course: &Course<'_>) -> Phrase {
    let Some(end) = course.end else {
        return Phrase::new();
    };
    if end.point.offset == Some(0) && course.clock.looking().offset == Some(0) {
        return say::no_time_left(end.kind).then(say::follows(course.follows));
    }
    let ended = in_words(end.point, true);
    let until = course
        .second_end
        .map(|(point, stay)| (in_words(point, false), course.follows_then(stay)));
    match end.kind {
        EventKind::EvaluationEnds => say::evaluation_over(ended).then(say::follows(course.follows)),
        EventKind::LeaseEnds => {
            let lapsed = say::lapsed(ended, course.product.expires.kind);
            match (course.follows, until) {
                (Follows::State { .. }, Some((until, then))) => {
                    lapsed.then(say::grace_after_lease(until, then))
                }
                (follows, _) => {
                    let newer = course.machine() == Some(Machine::EightOrLater);
                    lapsed.then(say::is_after_lease(follows)).text(if newer {
                        say::NO_GRACE
                    } else {
                        ""
                    })
                }
            }
        }
        EventKind::GraceEnds => say::grace_over(ended).then(say::is_then(course.follows)),
        _ => say::license_over(ended).then(say::follows(course.follows)),
    }
}

/// The end of what followed is past, too.
fn all_over(course: &Course<'_>) -> Phrase {
    let (Some(end), Some((second, stay))) = (course.end, course.second_end) else {
        return over(course);
    };
    let then = course.follows_then(stay);
    say::lapsed(in_words(end.point, true), course.product.expires.kind)
        .then(say::grace_ended(in_words(second, false)))
        .then(say::is_then(then))
}

/// Nothing runs out that the text shows.
fn endless(course: &Course<'_>) -> Phrase {
    let product = course.product;
    match course.state {
        None if product.license_status.is_some() => say::GRACE_UNSHOWN.into(),
        None if product.in_use == Some(false) => say::NOT_IN_USE.into(),
        None => say::NO_STATE.into(),
        Some(State::Licensed | State::LicensedForGood) => match product.expires.permanent {
            _ if course.machine() == Some(Machine::KmsHost) => say::HOST_FOR_GOOD.into(),
            Some(true) => say::FOR_GOOD.into(),
            _ if countdown::is_limited(product) => say::END_UNSHOWN.into(),
            _ if product
                .channel
                .is_some_and(|channel| channel != Channel::Other) =>
            {
                say::FOR_GOOD.into()
            }
            _ => say::NO_END_SHOWN.into(),
        },
        Some(State::Notification) if course.tries() => {
            say::notification_trying(course.attempt_interval())
        }
        Some(State::Notification) => say::NOTIFICATION.into(),
        Some(State::Unlicensed) if product.in_use == Some(false) => say::NOT_IN_USE.into(),
        Some(State::Unlicensed) => say::UNLICENSED.into(),
        Some(_) => say::GRACE_UNSHOWN.into(),
    }
}
