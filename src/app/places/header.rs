//! What this is, in one line, and the two switches of the whole page.

use activation_desk::phrase::Redact;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::desk::use_desk;
use crate::dom::use_id;
use crate::options::Theme;
use crate::state::Action;
use crate::words;

#[derive(PartialEq, Properties)]
pub struct HeaderProps {
    pub theme: Theme,
    pub redact: Redact,
    /// Whether one line has to do: there is a reading to look at.
    pub brief: bool,
    /// The way past the header.
    pub children: Html,
}

/// Draws the header.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let desk = use_desk();
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
            { props.children.clone() }
            <div class="head-name">
                <svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
                    <rect x="2" y="4" width="28" height="24" rx="5" class="logo-plate" />
                    <path d="M7 12h9M7 17h6M7 22h8" class="logo-lines" />
                    <path d="m17 19 4 4 6-9" class="logo-tick" />
                </svg>
                <h1>{ words::TITLE }</h1>
            </div>
            if props.brief {
                <details class="head-line correct">
                    <summary><strong>{ words::PRIVATE_SHORT }</strong></summary>
                    <p>{ words::WHAT }{ " " }{ words::PRIVATE }{ " " }{ words::LIMITS }</p>
                </details>
            } else {
                <p class="head-line">{ words::WHAT }{ " " }<strong>{ words::PRIVATE }</strong>{ " " }{ words::LIMITS }</p>
            }
            <div class="head-switches">
                <label class="check" title={words::buttons::REDACT_HINT}>
                    <input type="checkbox" checked={props.redact == Redact::Yes} onchange={onredact} />
                    <span>{ words::buttons::REDACT }</span>
                </label>
                <ThemeSwitch theme={props.theme} />
            </div>
        </header>
    }
}

#[derive(PartialEq, Properties)]
struct ThemeSwitchProps {
    theme: Theme,
}

#[component]
fn ThemeSwitch(props: &ThemeSwitchProps) -> Html {
    let desk = use_desk();
    let group = use_id();
    html! {
        <fieldset class="segments">
            <legend class="unseen">{ words::buttons::THEME }</legend>
            for theme in Theme::ALL {
                <label>
                    <input type="radio" name={&group} checked={props.theme == theme} onchange={desk.on(move || Action::Themed(theme))} />
                    <span>{ words::theme(theme) }</span>
                </label>
            }
        </fieldset>
    }
}
