//! A command line to type, with its copy button.

use activation_desk::card::Shell;
use yew::prelude::*;

use super::copy_button::CopyButton;
use crate::words;

#[derive(PartialEq, Properties)]
pub struct CommandProps {
    /// The lines as they are typed.
    pub command: AttrValue,
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
    let command = props.command.clone();
    let text = Callback::from(move |()| command.to_string());
    html! {
        <div class="command">
            <pre><code>{ &props.command }</code></pre>
            <div class="command-foot">
                <span class="badge">{ words::shell(props.shell) }</span>
                if props.elevated { <span class="badge badge-elevated">{ words::card::ELEVATED }</span> }
                if let Some(on) = props.on { <span class="badge">{ words::card::ON }{ " " }{ on }</span> }
                <CopyButton {text} what={props.command.clone()} />
            </div>
        </div>
    }
}
