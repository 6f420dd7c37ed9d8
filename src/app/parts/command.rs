//! A command line to type, with its copy button.

use activation_desk::card::Shell;
use activation_desk::phrase::{Phrase, Redact};
use yew::prelude::*;

use super::copy_button::CopyButton;
use crate::words;

/// Draws the command as it is typed, where, and with which rights; `on`: on which machine, where that is not the one
/// that printed the output.
pub fn command(
    command: &Phrase,
    shell: Shell,
    elevated: bool,
    on: Option<&'static str>,
    redact: Redact,
) -> Html {
    // What is hidden on the page is hidden in what is copied from it.
    let line = command.plain(redact);
    let text = Callback::from({
        let line = line.clone();
        move |()| line.clone()
    });
    html! {
        <div class="command">
            <pre><code>{ &line }</code></pre>
            <div class="command-foot">
                <span class="badge">{ words::shell(shell) }</span>
                if elevated { <span class="badge badge-elevated">{ words::card::ELEVATED }</span> }
                if let Some(on) = on { <span class="badge">{ words::card::ON }{ " " }{ on }</span> }
                <CopyButton {text} what={line} />
            </div>
        </div>
    }
}
