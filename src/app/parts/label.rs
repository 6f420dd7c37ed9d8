//! A field's name, which opens the field's meaning.

use yew::prelude::*;

use super::button::{fold, use_open};
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
    let open = use_open(false);
    let id = use_id();
    let is_open = *open;
    let ontoggle = Callback::from(move |_| open.set(!*open));
    Disclosure {
        open: is_open,
        id,
        ontoggle,
    }
}

/// A disclosure button, or plain words where no meaning is known.
pub fn label(label: String, meant: bool, meaning: &Disclosure) -> Html {
    if !meant {
        return html! { <span class="label">{ label }</span> };
    }
    let Disclosure { open, id, ontoggle } = meaning;
    fold("label", label.into(), *open, id, ontoggle.clone())
}
