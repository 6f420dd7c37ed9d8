//! The lines that were not understood or not trusted, each with a sentence.

use std::rc::Rc;

use activation_desk::wording::remarks::remark;
use yew::prelude::*;

use crate::desk::use_desk;
use crate::parts::button::{button, use_more};
use crate::parts::phrase::phrase;
use crate::paste::Paste;
use crate::state::Action;
use crate::words;

/// So many remarks at first, and so many more for each asking.
const STEP: usize = 25;

#[derive(PartialEq, Properties)]
pub struct RemarksProps {
    pub paste: Rc<Paste>,
}

/// Draws the list; nothing where every line was understood.
#[component]
pub fn Remarks(props: &RemarksProps) -> Html {
    let desk = use_desk();
    let (shown, onmore) = use_more(STEP);
    {
        let shown = shown.clone();
        use_effect_with(props.paste.clone(), move |_| shown.set(STEP));
    }
    let remarks = &props.paste.reading().remarks;
    if remarks.is_empty() {
        return html! { <p class="all-read">{ words::paste::NO_REMARKS }</p> };
    }
    let left = remarks.len().saturating_sub(*shown);
    html! {
        <section class="remarks">
            <h3>{ words::paste::REMARKS }<span class="tally">{ words::number(remarks.len() as u64) }</span></h3>
            <ul>
                for said in remarks.iter().take(*shown) {
                    <li onmouseover={desk.on({ let line = said.line; move || Action::Pointed(Some((line, line))) })}>
                        { phrase(&remark(said), desk.redact) }
                    </li>
                }
            </ul>
            if left > 0 { { button(words::more_remarks(left), onmore) } }
        </section>
    }
}
