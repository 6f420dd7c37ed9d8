//! What this is, in one line, and the two switches of the whole page.

use std::rc::Rc;

use activation_desk::phrase::Redact;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::desk::Desk;
use crate::options::Theme;
use crate::parts::link::way;
use crate::place::Place;
use crate::state::{Action, State};
use crate::words;

/// Draws the header: `skip` is the way past it, `group` names the switch of themes.
pub fn header(state: &State, skip: Html, group: &AttrValue, desk: &Rc<Desk>) -> Html {
    let onredact = {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            let checked = event
                .target_dyn_into::<HtmlInputElement>()
                .is_some_and(|input| input.checked());
            let (redact, said) = if checked {
                (Redact::Yes, words::live::REDACTED)
            } else {
                (Redact::No, words::live::UNREDACTED)
            };
            desk.send(Action::Redacted(redact));
            desk.send(Action::Said(said));
        })
    };
    html! {
        <header class="head">
            { skip }
            <div class="head-name">
                <svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
                    <rect x="2" y="4" width="28" height="24" rx="5" class="logo-plate" />
                    <path d="M7 12h9M7 17h6M7 22h8" class="logo-lines" />
                    <path d="m17 19 4 4 6-9" class="logo-tick" />
                </svg>
                <h1>{ words::TITLE }</h1>
            </div>
            <nav class="ways" aria-label={words::PLACES}>
                { way("way-to", &Place::Read, words::READ.into(), state.place == Place::Read) }
                { way("way-to", &Place::look_up(""), words::LOOK_UP.into(), state.place != Place::Read) }
            </nav>
            // One line has to do where there is a reading to look at.
            if !state.is_empty() || state.place != Place::Read {
                <details class="head-line correct">
                    <summary><strong>{ words::PRIVATE_SHORT }</strong></summary>
                    <p>{ words::WHAT }{ " " }{ words::PRIVATE }{ " " }{ words::LIMITS }</p>
                </details>
            } else {
                <p class="head-line">{ words::WHAT }{ " " }<strong>{ words::PRIVATE }</strong>{ " " }{ words::LIMITS }</p>
            }
            <div class="head-switches">
                <label class="check" title={words::buttons::REDACT_HINT}>
                    <input type="checkbox" checked={state.redact == Redact::Yes} onchange={onredact} />
                    <span>{ words::buttons::REDACT }</span>
                </label>
                { theme_switch(state.theme, group, desk) }
            </div>
        </header>
    }
}

fn theme_switch(current: Theme, group: &AttrValue, desk: &Desk) -> Html {
    html! {
        <fieldset class="segments">
            <legend class="unseen">{ words::buttons::THEME }</legend>
            for theme in Theme::ALL {
                <label>
                    <input type="radio" name={group} checked={current == theme} onchange={desk.on(move || Action::Themed(theme))} />
                    <span>{ words::theme(theme) }</span>
                </label>
            }
        </fieldset>
    }
}
