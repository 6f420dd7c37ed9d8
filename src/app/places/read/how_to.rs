//! How to get such a text.

use yew::prelude::*;

use crate::desk::use_desk;
use crate::dom::use_id;
use crate::parts::button::{fold, use_open};
use crate::parts::command::command;
use crate::words;
use activation_desk::phrase::{Kind, Phrase, Redact};

#[derive(PartialEq, Properties)]
pub struct HowToProps {
    /// Whether the explanation stands open by itself: while there is nothing better to show.
    pub open: bool,
}

/// Draws the ways, each with its commands; the user's click holds until `open` changes.
#[component]
pub fn HowTo(props: &HowToProps) -> Html {
    let (desk, id) = (use_desk(), use_id());
    let open = use_open(props.open);
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
                { fold("fold", words::HOW_TO_TITLE.into(), *open, &id, ontoggle) }
            </h2>
            if *open {
                <div {id}>
                    for way in words::HOW_TO { { draw(way, desk.redact) } }
                </div>
            }
        </section>
    }
}

/// The commands of one way, each with what it shows.
pub fn commands(way: &words::HowTo, redact: Redact) -> Html {
    html! {
        for (what, line) in way.commands {
            <p class="way-what">{ *what }</p>
            { command(&Phrase::new().value(Kind::Command, line.line(line.shell())), line.shell(), line.elevated(), None, redact) }
        }
    }
}

fn draw(way: &words::HowTo, redact: Redact) -> Html {
    html! {
        <section class="way">
            <h3>{ way.title }</h3>
            { commands(way, redact) }
            <ul>
                for step in way.steps { <li>{ *step }</li> }
            </ul>
        </section>
    }
}
