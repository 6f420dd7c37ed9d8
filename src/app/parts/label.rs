//! A field's name, which opens the field's meaning.

use yew::prelude::*;

use crate::dom::use_id;

/// A meaning that can be opened.
#[derive(Clone, PartialEq)]
pub struct Disclosure {
    /// Whether it is open.
    pub open: bool,
    /// Its `id`.
    pub id: AttrValue,
    /// Opens and closes it.
    pub ontoggle: Callback<MouseEvent>,
}

/// A meaning, closed at first.
#[hook]
pub fn use_disclosure() -> Disclosure {
    let open = use_state(|| false);
    let id = use_id();
    let is_open = *open;
    let ontoggle = Callback::from(move |_| open.set(!*open));
    Disclosure {
        open: is_open,
        id,
        ontoggle,
    }
}

#[derive(PartialEq, Properties)]
pub struct LabelProps {
    /// The field's name.
    pub label: AttrValue,
    /// Whether there is a meaning to open.
    pub meant: bool,
    /// The meaning.
    pub meaning: Disclosure,
}

/// A disclosure button, or plain words where no meaning is known.
#[component]
pub fn Label(props: &LabelProps) -> Html {
    if !props.meant {
        return html! { <span class="label">{ &props.label }</span> };
    }
    let Disclosure { open, id, ontoggle } = &props.meaning;
    html! {
        <button
            type="button"
            class="label"
            aria-expanded={open.to_string()}
            aria-controls={open.then(|| id.clone())}
            onclick={ontoggle}
        >
            { &props.label }
        </button>
    }
}
