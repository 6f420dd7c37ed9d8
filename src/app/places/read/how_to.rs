//! How to get such a text.

use yew::prelude::*;

use crate::dom::use_id;
use crate::parts::command::Command;
use crate::words;
use activation_desk::phrase::{Kind, Phrase};

#[derive(PartialEq, Properties)]
pub struct HowToProps {
    /// Whether the explanation stands open by itself: while there is nothing better to show.
    pub open: bool,
}

/// Draws the ways, each with its commands; the user's click holds until `open` changes.
#[component]
pub fn HowTo(props: &HowToProps) -> Html {
    let id = use_id();
    let open = use_state(|| props.open);
    {
        let open = open.clone();
        use_effect_with(props.open, move |&by_itself| open.set(by_itself));
    }
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    html! {
        <section class="how-to">
            <h2>
                <button
                    type="button"
                    class="fold"
                    aria-expanded={open.to_string()}
                    aria-controls={open.then(|| id.clone())}
                    onclick={ontoggle}
                >
                    { words::HOW_TO_TITLE }
                </button>
            </h2>
            if *open {
                <div {id}>
                    for way in words::HOW_TO { { draw(way) } }
                </div>
            }
        </section>
    }
}

/// The commands of one way, each with what it shows.
pub fn commands(way: &words::HowTo) -> Html {
    html! {
        for (what, command) in way.commands {
            <p class="way-what">{ *what }</p>
            <Command command={Phrase::new().value(Kind::Command, command.line(command.shell()))} shell={command.shell()} elevated={command.elevated()} />
        }
    }
}

fn draw(way: &words::HowTo) -> Html {
    html! {
        <section class="way">
            <h3>{ way.title }</h3>
            { commands(way) }
            <ul>
                for step in way.steps { <li>{ *step }</li> }
            </ul>
        </section>
    }
}
