//! When the output was printed: a choice of readings, or a date of the user's own.

use activation_desk::phrase::{Phrase, Redact};
use time::{Date, Month, PrimitiveDateTime, Time};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::dom::{focus, use_id};
use crate::parts::button::button;
use crate::parts::phrase::phrase;
use crate::words;

/// Draws a button for each reading of an ambiguous date (`choices`: ISO text and the phrase to show); the one that was
/// chosen (`told`) is pressed, the others can be chosen instead.
pub fn readings(
    choices: &[(String, Phrase)],
    told: Option<PrimitiveDateTime>,
    onanswer: &Callback<Option<PrimitiveDateTime>>,
    redact: Redact,
) -> Html {
    let readings = choices
        .iter()
        .filter_map(|(iso, shown)| Some((moment(iso)?, shown)));
    let choose = |given| {
        let onanswer = onanswer.clone();
        Callback::from(move |_: MouseEvent| onanswer.emit(Some(given)))
    };
    html! {
        <div class="printed-at">
            for (given, shown) in readings {
                <button
                    type="button"
                    class="button"
                    aria-pressed={(told == Some(given)).to_string()}
                    onclick={choose(given)}
                >
                    { phrase(shown, redact) }
                </button>
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub struct PrintedAtProps {
    /// Whether there is an answer to take back.
    pub told: bool,
    /// Gets the moment, or `None` for an answer that is taken back.
    pub onanswer: Callback<Option<PrimitiveDateTime>>,
}

/// Draws the field for a date of the user's own.
#[component]
pub fn PrintedAt(props: &PrintedAtProps) -> Html {
    let (field, id, missing_id) = (use_node_ref(), use_id(), use_id());
    let missing = use_state_eq(|| false);
    // Not on each change: while a date is typed it has many values on the way.
    let onuse = {
        let (field, onanswer, missing) = (field.clone(), props.onanswer.clone(), missing.clone());
        Callback::from(move |_: MouseEvent| {
            let value = field
                .cast::<HtmlInputElement>()
                .map(|input| input.value())
                .unwrap_or_default();
            let given = moment(&value);
            missing.set(given.is_none());
            match given {
                Some(_) => onanswer.emit(given),
                None => focus(&field),
            }
        })
    };
    let oninput = {
        let missing = missing.clone();
        Callback::from(move |_: InputEvent| missing.set(false))
    };
    let onforget = {
        let onanswer = props.onanswer.clone();
        Callback::from(move |_: MouseEvent| onanswer.emit(None))
    };
    html! {
        <div class="printed-at">
            <span class="printed-at-field">
                <label class="unseen" for={&id}>{ words::card::PRINTED_AT }</label>
                <input
                    {id}
                    ref={field}
                    type="datetime-local"
                    max="9999-12-31T23:59"
                    aria-invalid={missing.then_some("true")}
                    aria-describedby={missing.then(|| missing_id.clone())}
                    {oninput}
                />
                { button(words::PRINTED_AT_USE, onuse) }
                if *missing { <span class="missing" id={missing_id} role="alert">{ words::PRINTED_AT_MISSING }</span> }
            </span>
            if props.told { { button(words::PRINTED_AT_FORGET, onforget) } }
            <p class="hint">{ words::card::PRINTED_AT_HINT }</p>
        </div>
    }
}

/// Reads "2026-03-04T09:58", with or without seconds; `None` for anything else.
fn moment(iso: &str) -> Option<PrimitiveDateTime> {
    let (date, clock) = iso.split_once('T')?;
    let mut date = date.splitn(3, '-');
    let (year, month, day) = (
        date.next()?.parse().ok()?,
        date.next()?.parse::<u8>().ok()?,
        date.next()?.parse().ok()?,
    );
    let mut clock = clock.splitn(3, ':');
    let (hour, minute) = (clock.next()?.parse().ok()?, clock.next()?.parse().ok()?);
    let second = clock
        .next()
        .map_or(Some(0), |second| second.get(..2)?.parse().ok())?;
    let date = Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()?;
    Some(PrimitiveDateTime::new(
        date,
        Time::from_hms(hour, minute, second).ok()?,
    ))
}

#[cfg(test)]
mod tests {
    use super::moment;

    #[test]
    fn moments_are_read_as_browsers_and_cards_write_them() {
        let shown = |iso: &str| moment(iso).map(|moment| moment.to_string());
        assert_eq!(
            shown("2026-03-04T09:58").as_deref(),
            Some("2026-03-04 9:58:00.0")
        );
        assert_eq!(
            shown("2026-03-04T09:58:33.250").as_deref(),
            Some("2026-03-04 9:58:33.0")
        );
        for none in [
            "",
            "T",
            "2026-03-04",
            "2026-13-04T09:58",
            "2026-02-30T09:58",
            "2026-03-04T24:00",
            "2026-03-04T09",
            "ä-b-cTd:é",
        ] {
            assert_eq!(shown(none), None, "{none}");
        }
    }
}
