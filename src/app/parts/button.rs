//! The plain button, the one that unfolds something, and the states behind them: each made once for the whole page,
//! since every `use_state` of its own weighs.

use yew::prelude::*;

/// A plain button.
pub fn button(label: impl Into<AttrValue>, onclick: Callback<MouseEvent>) -> Html {
    drawn("button", label.into(), onclick)
}

/// The button below a list that shows more of it.
pub fn more_button(label: String, onclick: Callback<MouseEvent>) -> Html {
    drawn("button more", label.into(), onclick)
}

fn drawn(class: &'static str, label: AttrValue, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {class} {onclick}>{ label }</button> }
}

/// A button that opens and closes the element `id` and says whether it is open.
pub fn fold(
    class: &'static str,
    label: Html,
    open: bool,
    id: &str,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button
            type="button"
            {class}
            aria-expanded={if open { "true" } else { "false" }}
            aria-controls={open.then(|| id.to_owned())}
            {onclick}
        >
            { label }
        </button>
    }
}

/// Something that is open or not.
#[hook]
pub fn use_open(at_first: bool) -> UseStateHandle<bool> {
    use_state(move || at_first)
}

/// How many of a long list are shown, and what shows `step` more.
#[hook]
pub fn use_more(step: usize) -> (UseStateHandle<usize>, Callback<MouseEvent>) {
    let shown = use_state(move || step);
    let onmore = {
        let shown = shown.clone();
        Callback::from(move |_| shown.set(*shown + step))
    };
    (shown, onmore)
}
