//! What a screen reader is told without moving: the overview once typing pauses, and what just happened at once.

use activation_desk::wording::files;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::place::Place;
use crate::state::{Stage, State};
use crate::words;

/// Milliseconds of quiet before the overview is told.
const QUIET: u32 = 900;

#[derive(PartialEq, Properties)]
pub struct AnnouncerProps {
    pub state: State,
}

/// Two live regions that nobody sees.
#[component]
pub fn Announcer(props: &AnnouncerProps) -> Html {
    let told = use_state(String::new);
    let state = &props.state;
    {
        let told = told.clone();
        let bulk = state.bulk.as_ref().map(|bulk| match &bulk.stage {
            Stage::Reading(_) => String::new(),
            Stage::Read(report) => report.sentence(),
            Stage::Failed => files::FAILED.to_owned(),
        });
        use_effect_with(
            (
                state.paste.clone(),
                state.redact,
                bulk,
                state.look.clone(),
                state.place == Place::Read,
            ),
            move |(paste, redact, bulk, look, in_read)| {
                let overview = &paste.overview().sentence;
                let sentence = if !in_read {
                    look.sentence()
                } else if let Some(bulk) = bulk {
                    bulk.clone()
                } else if paste.is_blank() {
                    String::new()
                } else if !paste.is_recognised() {
                    words::nothing(paste).to_owned()
                } else if overview.is_empty() {
                    words::no_product(paste).to_owned()
                } else {
                    overview.plain(*redact)
                };
                let timeout = Timeout::new(QUIET, move || told.set(sentence));
                move || drop(timeout)
            },
        );
    }
    let (count, words) = state.said;
    // The same words twice are told twice only where the text differs.
    let again = if count % 2 == 0 { "" } else { "\u{a0}" };
    html! {
        <div class="unseen">
            <p role="status">{ (*told).clone() }</p>
            <p role="status">{ words }{ again }</p>
        </div>
    }
}
