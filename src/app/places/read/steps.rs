//! What to type next.

use activation_desk::card::Step;
use yew::prelude::*;

use crate::desk::use_desk;
use crate::parts::command::Command;
use crate::parts::phrase::phrase;
use crate::words;

#[derive(PartialEq, Properties)]
pub struct StepsProps {
    pub steps: Vec<Step>,
}

/// Draws the steps in their order; nothing where there are none.
#[component]
pub fn Steps(props: &StepsProps) -> Html {
    let desk = use_desk();
    if props.steps.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section steps">
            <h4>{ words::card::STEPS }</h4>
            <ol>
                for step in &props.steps {
                    <li>
                        <p class="step-why">{ phrase(&step.why, desk.redact) }</p>
                        <Command command={step.tagged.clone()} shell={step.shell} elevated={step.elevated} on={step.on} />
                        if let Some(note) = &step.note { <p class="step-note">{ phrase(note, desk.redact) }</p> }
                    </li>
                }
            </ol>
        </section>
    }
}
