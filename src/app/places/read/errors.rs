//! Errors that the paste shows beside its products.

use std::rc::Rc;

use yew::prelude::*;

use crate::desk::use_desk;
use crate::parts::mark::mark;
use crate::paste::Paste;
use crate::state::Action;
use crate::words;
use activation_desk::card::Tone;
use activation_desk::phrase::Redact;

#[derive(PartialEq, Properties)]
pub struct ErrorsProps {
    pub paste: Rc<Paste>,
}

/// Draws them; nothing where there are none.
#[component]
pub fn Errors(props: &ErrorsProps) -> Html {
    let desk = use_desk();
    let errors = &props.paste.reading().errors;
    if errors.is_empty() {
        return Html::default();
    }
    html! {
        <section class="errors">
            <h2>{ words::ERRORS }</h2>
            <ul>
                for error in errors {
                    <li onmouseover={desk.on({ let line = error.line; move || Action::Pointed(Some((line, line))) })}>
                        { mark(Tone::Bad) }
                        <span class="literal">{ format!("0x{:08X}", error.code) }</span>
                        // The text may name a server.
                        if let (Some(text), Redact::No) = (&error.text, desk.redact) { <span class="error-text">{ text.to_string() }</span> }
                        <span class="where">{ words::lines(error.line, error.line) }</span>
                    </li>
                }
            </ul>
        </section>
    }
}
