//! The ways from place to place: real links where the address is ours, buttons in somebody else's document.

use std::cell::Cell;

use activation_desk::kb::{Address, Row, article};
use activation_desk::wording::look_up::title;
use activation_desk::wording::look_up_page as say;
use yew::prelude::*;

use crate::place::Place;

/// The attribute that says where a link leads; the root listens for clicks on it.
pub const TO: &str = "data-to";

thread_local! {
    /// Whether the address of the document is ours: the same for all mounts of a document.
    static ADDRESSED: Cell<bool> = const { Cell::new(false) };
}

/// Says at the mount whether links lead somewhere by themselves.
pub fn set_addressed(addressed: bool) {
    ADDRESSED.set(addressed);
}

/// Whether they are real links, with an address that can be handed on.
pub fn is_addressed() -> bool {
    ADDRESSED.get()
}

/// A way to a place; `current`: whether it is the one that is shown.
pub fn way(class: &'static str, to: &Place, label: Html, current: bool) -> Html {
    let to = to.fragment();
    let current = current.then_some("page");
    if is_addressed() {
        html! { <a {class} href={to.clone()} data-to={to} aria-current={current}>{ label }</a> }
    } else {
        html! { <button type="button" class={classes!(class, "way")} data-to={to} aria-current={current}>{ label }</button> }
    }
}

/// A way to an entry.
pub fn to_entry(class: &'static str, address: Address, label: Html) -> Html {
    way(class, &Place::look_up(&address.to_fragment()), label, false)
}

/// A way to an article; the words alone where there is none of that key.
pub fn to_article(class: &'static str, key: &str, label: Html) -> Html {
    match article::find(key) {
        Some(article) => to_entry(class, Address::Article(article.key), label),
        None => label,
    }
}

/// A way to everything that is known of something, below what was told of it; nothing where that is nothing.
pub fn more(address: Option<Address>) -> Html {
    match address.and_then(Row::find) {
        Some(row) => html! {
            <p class="more-of">{ to_entry("known", row.address(), format!("{}{}", say::MORE, title(&row)).into()) }</p>
        },
        None => Html::default(),
    }
}

/// The text of a value, as a way to its entry where it has one.
pub fn known(text: AttrValue) -> Html {
    match Address::parse(&text).filter(|address| Row::find(*address).is_some()) {
        Some(address) => to_entry("known", address, html! { { text } }),
        None => html! { { text } },
    }
}
