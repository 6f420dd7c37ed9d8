//! Sentences with a tone.

use activation_desk::card::{Note, Tone};
use activation_desk::phrase::Redact;
use yew::prelude::*;

use super::mark::{class, mark};
use super::phrase::phrase;

/// Draws the notes below a value; a plain fact needs no mark.
pub fn notes(notes: &[Note], redact: Redact) -> Html {
    html! {
        for note in notes {
            <p class={classes!("note", class(note.tone))}>
                if note.tone != Tone::Neutral { { mark(note.tone) } }
                <span>{ phrase(&note.text, redact) }</span>
            </p>
        }
    }
}
