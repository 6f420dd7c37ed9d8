//! A field's name, which opens the field's meaning.

use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct LabelProps {
    /// The field's name.
    pub label: AttrValue,
    /// Whether there is a meaning to open.
    pub meant: bool,
    /// Whether the meaning is open.
    pub open: bool,
    /// The `id` of the meaning.
    pub controls: AttrValue,
    pub ontoggle: Callback<MouseEvent>,
}

/// A disclosure button, or plain words where no meaning is known.
#[component]
pub fn Label(props: &LabelProps) -> Html {
    if !props.meant {
        return html! { <span class="label">{ &props.label }</span> };
    }
    html! {
        <button
            type="button"
            class="label"
            aria-expanded={props.open.to_string()}
            aria-controls={props.open.then(|| props.controls.clone())}
            onclick={&props.ontoggle}
        >
            { &props.label }
        </button>
    }
}
