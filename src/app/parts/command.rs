//! A command line to type, with its copy button.

use activation_desk::card::Shell;
use activation_desk::phrase::Phrase;
use yew::prelude::*;

use super::copy_button::CopyButton;
use crate::desk::use_desk;
use crate::words;

#[derive(PartialEq, Properties)]
pub struct CommandProps {
    /// The line as it is typed.
    pub command: Phrase,
    pub shell: Shell,
    /// Whether an elevated prompt is needed.
    pub elevated: bool,
    /// On which machine, where that is not the one that printed the output.
    #[prop_or_default]
    pub on: Option<&'static str>,
}

/// Draws the command as it is typed, where, and with which rights.
#[component]
pub fn Command(props: &CommandProps) -> Html {
    let desk = use_desk();
    // What is hidden on the page is hidden in what is copied from it.
    let line = props.command.plain(desk.redact);
    let text = Callback::from({
        let line = line.clone();
        move |()| line.clone()
    });
    html! {
        <div class="command">
            <pre><code>{ &line }</code></pre>
            <div class="command-foot">
                <span class="badge">{ words::shell(props.shell) }</span>
                if props.elevated { <span class="badge badge-elevated">{ words::card::ELEVATED }</span> }
                if let Some(on) = props.on { <span class="badge">{ words::card::ON }{ " " }{ on }</span> }
                <CopyButton {text} what={line} />
            </div>
        </div>
    }
}
