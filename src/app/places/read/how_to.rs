//! How to get such a text.

use yew::prelude::*;

use crate::parts::command::Command;
use crate::words;

#[derive(PartialEq, Properties)]
pub struct HowToProps {
    /// Whether the explanation stands open by itself: while there is nothing better to show.
    pub open: bool,
}

/// Draws the ways, each with its commands.
#[component]
pub fn HowTo(props: &HowToProps) -> Html {
    html! {
        <details class="how-to" open={props.open}>
            <summary><h2>{ words::HOW_TO_TITLE }</h2></summary>
            for way in words::HOW_TO { { draw(way) } }
        </details>
    }
}

fn draw(way: &words::HowTo) -> Html {
    html! {
        <section class="way">
            <h3>{ way.title }</h3>
            for (what, command) in way.commands {
                <p class="way-what">{ *what }</p>
                <Command command={command.line(command.shell())} shell={command.shell()} elevated={command.elevated()} />
            }
            <ul>
                for step in way.steps { <li>{ *step }</li> }
            </ul>
        </section>
    }
}
