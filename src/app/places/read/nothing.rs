//! A text in which nothing was recognised: that, and what to run.

use activation_desk::phrase::Redact;
use yew::prelude::*;

use super::how_to::commands;
use crate::paste::Paste;
use crate::words;

/// Draws the sentence and the commands.
pub fn nothing(paste: &Paste, redact: Redact) -> Html {
    html! {
        <section class="nothing">
            <p class="overview">{ words::nothing(paste) }</p>
            for way in words::HOW_TO { { commands(way, redact) } }
        </section>
    }
}
