//! The time left, as words, as a line in time and as dates.

use std::cell::Cell;

use activation_desk::card::{TimeCard, When};
use activation_desk::phrase::{Phrase, Redact};
use time::PrimitiveDateTime;
use yew::prelude::*;

use super::printed_at::{PrintedAt, readings};
use crate::desk::use_desk;
use crate::dom::focus;
use crate::parts::notes::notes;
use crate::parts::phrase::phrase;
use crate::parts::time_bar::time_bar;
use crate::state::Action;
use crate::words;

#[derive(PartialEq, Properties)]
pub struct TimeLeftProps {
    pub time: TimeCard,
    /// When the output was printed, where the user said so.
    pub told: Option<PrimitiveDateTime>,
    /// The readings of an ambiguous printed date, whether one was chosen or not.
    pub choices: Vec<(String, Phrase)>,
}

/// Draws the block.
#[component]
pub fn TimeLeft(props: &TimeLeftProps) -> Html {
    let time = &props.time;
    let desk = use_desk();
    let frame = use_node_ref();
    // The question goes away with its answer: the focus must not go with it.
    let answered = use_memo((), |()| Cell::new(false));
    {
        let (frame, answered) = (frame.clone(), answered.clone());
        use_effect_with(time.when.clone(), move |_| {
            if answered.replace(false) {
                focus(&frame);
            }
        });
    }
    let onanswer = {
        let desk = desk.clone();
        let asking = matches!(time.when, When::Ask { .. });
        Callback::from(move |moment: Option<PrimitiveDateTime>| {
            answered.set(asking || moment.is_none());
            desk.send(Action::PrintedAt(moment));
        })
    };
    let lines = time.line.map(|line| (line, line));
    let (left, what) = (time.left.plain(Redact::No), time.what.plain(Redact::No));
    html! {
        <section class="time" ref={frame} tabindex="-1" aria-label={words::card::TIME} onmouseover={desk.on(move || Action::Pointed(lines))}>
            <h4 class="unseen">{ words::card::TIME }</h4>
            <p class="time-words">
                <strong class="time-figure">{ phrase(&time.left, desk.redact) }</strong>{ " " }{ phrase(&time.what, desk.redact) }
            </p>
            if let Some(whole) = time.whole { { time_bar(time.minutes, whole, format!("{left} {what}")) } }
            { dates(props, desk.redact, onanswer) }
            { notes(&time.notes, desk.redact) }
        </section>
    }
}

fn dates(
    props: &TimeLeftProps,
    redact: Redact,
    onanswer: Callback<Option<PrimitiveDateTime>>,
) -> Html {
    let (told, choices) = (props.told, &props.choices);
    match &props.time.when {
        When::At {
            from,
            ends,
            on_the_way,
        } => html! {
            <>
                <dl class="dates">
                    for (label, date) in on_the_way { <div><dt>{ label.to_string() }</dt><dd>{ phrase(date, redact) }</dd></div> }
                    <div class="dates-end"><dt>{ words::TIME_ENDS }</dt><dd>{ phrase(ends, redact) }</dd></div>
                </dl>
                <p class="hint">{ phrase(from, redact) }</p>
                if !choices.is_empty() { { readings(choices, told, &onanswer, redact) } }
                <details class="correct">
                    <summary>{ words::PRINTED_AT_OTHER }</summary>
                    <PrintedAt told={told.is_some()} {onanswer} />
                </details>
            </>
        },
        When::Ask { why, .. } => html! {
            <div class="ask">
                <p><strong>{ words::card::PRINTED_AT }</strong>{ " " }{ phrase(why, redact) }</p>
                { readings(choices, told, &onanswer, redact) }
                <PrintedAt told={false} {onanswer} />
            </div>
        },
    }
}
