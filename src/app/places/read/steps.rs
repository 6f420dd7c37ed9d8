//! What to type next.

use activation_desk::card::Step;
use activation_desk::phrase::Redact;
use yew::prelude::*;

use crate::parts::command::command;
use crate::parts::phrase::phrase;
use crate::words;

/// Draws the steps in their order; nothing where there are none.
pub fn steps(steps: &[Step], redact: Redact) -> Html {
    if steps.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section steps">
            <h4>{ words::card::STEPS }</h4>
            <ol>
                for step in steps {
                    <li>
                        <p class="step-why">{ phrase(&step.why, redact) }</p>
                        { command(&step.tagged, step.shell, step.elevated, step.on, redact) }
                        if let Some(note) = &step.note { <p class="step-note">{ phrase(note, redact) }</p> }
                    </li>
                }
            </ol>
        </section>
    }
}
