//! The time left, as words, as a line in time and as dates.

use activation_desk::card::{TimeCard, When};
use activation_desk::phrase::Redact;
use yew::prelude::*;

use super::printed_at::PrintedAt;
use crate::desk::use_desk;
use crate::parts::notes::notes;
use crate::parts::phrase::phrase;
use crate::parts::time_bar::TimeBar;
use crate::state::Action;
use crate::words;

#[derive(PartialEq, Properties)]
pub struct TimeLeftProps {
    pub time: TimeCard,
}

/// Draws the block.
#[component]
pub fn TimeLeft(props: &TimeLeftProps) -> Html {
    let time = &props.time;
    let desk = use_desk();
    let lines = time.line.map(|line| (line, line));
    let label = format!(
        "{} {}",
        time.what.plain(Redact::No),
        time.left.plain(Redact::No)
    );
    html! {
        <section class="time" onmouseover={desk.on(move || Action::Pointed(lines))}>
            <h4 class="unseen">{ words::card::TIME }</h4>
            <p class="time-words">
                <span class="time-what">{ phrase(&time.what, desk.redact) }</span>{ " " }
                <strong class="time-figure">{ phrase(&time.left, desk.redact) }</strong>
            </p>
            if let Some(whole) = time.whole { <TimeBar minutes={time.minutes} {whole} {label} /> }
            { dates(&time.when, desk.redact) }
            { notes(&time.notes, desk.redact) }
        </section>
    }
}

fn dates(when: &When, redact: Redact) -> Html {
    match when {
        When::At {
            from,
            ends,
            on_the_way,
        } => html! {
            <>
                <dl class="dates">
                    <div><dt>{ words::TIME_FROM }</dt><dd>{ phrase(from, redact) }</dd></div>
                    for (label, date) in on_the_way { <div><dt>{ label.to_string() }</dt><dd>{ phrase(date, redact) }</dd></div> }
                    <div class="dates-end"><dt>{ words::TIME_ENDS }</dt><dd>{ phrase(ends, redact) }</dd></div>
                </dl>
                <details class="correct">
                    <summary>{ words::PRINTED_AT_OTHER }</summary>
                    <PrintedAt choices={Vec::new()} />
                </details>
            </>
        },
        When::Ask { why, choices } => html! {
            <div class="ask">
                <p><strong>{ words::card::PRINTED_AT }</strong>{ " " }{ phrase(why, redact) }</p>
                <PrintedAt choices={choices.clone()} />
            </div>
        },
    }
}
