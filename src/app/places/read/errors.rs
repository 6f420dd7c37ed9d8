//! Errors that the paste shows beside its products: those with a code, explained, and what a tool said without one.

use std::rc::Rc;

use activation_desk::card::{Section, Tone, explain};
use activation_desk::kb::Address;
use activation_desk::phrase::Redact;
use activation_desk::reading::{PrintedError, Remark};
use yew::prelude::*;

use crate::desk::{Desk, use_desk};
use crate::dom::use_id;
use crate::parts::button::{fold, more_button, use_more};
use crate::parts::link::more;
use crate::parts::mark::mark;
use crate::parts::section::section;
use crate::paste::Paste;
use crate::state::Action;
use crate::words;

/// So many of each kind at first, and so many more for each asking.
const STEP: usize = 25;

#[derive(PartialEq, Properties)]
pub struct ErrorsProps {
    pub paste: Rc<Paste>,
}

/// Draws them; nothing where there are none.
#[component]
pub fn Errors(props: &ErrorsProps) -> Html {
    let desk = use_desk();
    let (shown, onmore) = use_more(STEP);
    let errors = &props.paste.reading().errors;
    let answers: Vec<_> = props.paste.tool_errors().collect();
    if errors.is_empty() && answers.is_empty() {
        return Html::default();
    }
    let left = errors.len().saturating_sub(*shown) + answers.len().saturating_sub(*shown);
    let alone = errors.len() == 1;
    html! {
        <section class="errors">
            <h2>{ words::ERRORS }</h2>
            <ul>
                for (at, error) in errors.iter().take(*shown).enumerate() {
                    <Printed key={format!("error {at} {}", error.line)} code={error.code} line={error.line} text={text_of(error)} {alone} />
                }
                for (at, answer) in answers.iter().take(*shown).enumerate() {
                    { one_answer(format!("answer {at} {}", answer.line), answer, &desk) }
                }
            </ul>
            if left > 0 { { more_button(words::more_remarks(left), onmore) } }
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct PrintedProps {
    code: u32,
    line: u32,
    text: Option<AttrValue>,
    /// Whether it is the only one, and its meaning open by itself.
    alone: bool,
}

/// An error with a code; its meaning is one click away.
#[component]
fn Printed(props: &PrintedProps) -> Html {
    let desk = use_desk();
    let (toggled, id) = (use_state(|| None), use_id());
    let open = toggled.unwrap_or(props.alone);
    let line = props.line;
    let ontoggle = Callback::from(move |_: MouseEvent| toggled.set(Some(!open)));
    html! {
        <li onmouseover={desk.on(move || Action::Pointed(Some((line, line))))}>
            <div class="error">
                { mark(Tone::Bad) }
                <p>
                    { fold("fold literal", format!("0x{:08X}", props.code).into(), open, &id, ontoggle) }
                    // The text may name a server.
                    if let (Some(text), Redact::No) = (&props.text, desk.redact) { { " " }{ text } }
                </p>
                <span class="where">{ words::lines(line, line) }</span>
            </div>
            if open { <div class="error-meaning" {id}>{ section(&meaning(props.code), desk.redact) }{ more(Some(Address::Code(props.code))) }</div> }
        </li>
    }
}

/// What a tool said in place of an answer, without a code.
fn one_answer(key: String, answer: &Remark, desk: &Desk) -> Html {
    let line = answer.line;
    html! {
        <li {key} onmouseover={desk.on(move || Action::Pointed(Some((line, line))))}>
            <div class="error">
                { mark(Tone::Bad) }
                <p>
                    { words::TOOL_ANSWERED }
                    if desk.redact == Redact::No { { " " }<span class="literal">{ owned(&answer.text) }</span> }
                </p>
                <span class="where">{ words::lines(line, line) }</span>
            </div>
        </li>
    }
}

/// What is known of a code, without the code itself: it stands above.
pub fn meaning(code: u32) -> Section {
    Section {
        title: "".into(),
        rows: Vec::new(),
        ..explain(code)
    }
}

fn text_of(error: &PrintedError) -> Option<AttrValue> {
    error.text.as_deref().map(owned)
}

fn owned(text: &str) -> AttrValue {
    AttrValue::from(text.trim().to_owned())
}
