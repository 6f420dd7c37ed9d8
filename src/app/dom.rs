//! The few things that are done to elements by hand.

use std::cell::Cell;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, HtmlAnchorElement, HtmlDocument, HtmlElement, HtmlInputElement, HtmlTextAreaElement, Url,
};
use yew::prelude::*;

/// Sets a style property. The content security policy forbids style attributes; the object model is allowed.
pub fn set_style(element: &HtmlElement, property: &str, value: &str) {
    // Fails only for read-only declarations, which those of an element are not.
    let _ = element.style().set_property(property, value);
}

/// A length or a place as the browser takes it, to a hundredth. Every way of writing floating-point numbers that the standard
/// library has would cost the page 5 KB.
pub fn hundredths(value: f64) -> String {
    let whole = (value.abs() * 100.0 + 0.5) as u64;
    let sign = if value < 0.0 { "-" } else { "" };
    format!("{sign}{}.{:02}", whole / 100, whole % 100)
}

/// Moves the focus to an element, where it is drawn.
pub fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Prints the page; until that is over, `part` alone is marked for the style sheet.
pub fn print_only(part: &NodeRef) {
    let (Some(window), Some(part)) = (web_sys::window(), part.cast::<web_sys::Element>()) else {
        return;
    };
    let _ = part.set_attribute("data-print", "");
    // Some browsers go on before the paper is made: the mark goes away with their word, not with the call.
    let over = EventListener::once(&window, "afterprint", {
        let part = part.clone();
        move |_| {
            let _ = part.remove_attribute("data-print");
        }
    });
    over.forget();
    let _ = window.print();
}

/// Prints the page as it stands.
pub fn print_all() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Hands a file to the browser's downloads.
pub fn download(blob: &Blob, name: &str) {
    let save = || -> Result<(), JsValue> {
        let document = web_sys::window().and_then(|window| window.document());
        let link = document.ok_or(JsValue::NULL)?.create_element("a")?;
        let link: HtmlAnchorElement = link.unchecked_into();
        let address = Url::create_object_url_with_blob(blob)?;
        link.set_href(&address);
        link.set_download(name);
        link.click();
        // The download has long begun then.
        Timeout::new(60_000, move || drop(Url::revoke_object_url(&address))).forget();
        Ok(())
    };
    // There is nothing to be done about it: a frame may forbid downloads, and does not say so either.
    let _ = save();
}

/// Puts `text` in place of the selection of a field; by the old command where it works, since that can be undone.
pub fn insert(field: &HtmlElement, text: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    let done = document.and_then(|document| {
        document
            .exec_command_with_show_ui_and_value("insertText", false, text)
            .ok()
    });
    if done == Some(true) {
        return;
    }
    if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        let _ = area.set_range_text(text);
    } else if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        let _ = input.set_range_text(text);
    }
}

/// The browser's language, "de-AT".
pub fn language() -> String {
    web_sys::window()
        .and_then(|window| window.navigator().language())
        .unwrap_or_default()
}

/// Whether an event began in a field that takes text itself.
pub fn from_text_field(event: &web_sys::Event) -> bool {
    let target = event.composed_path().get(0);
    target.dyn_ref::<web_sys::HtmlTextAreaElement>().is_some()
        || target.dyn_ref::<web_sys::HtmlInputElement>().is_some()
}

/// A name for an element's `id`, unique among all mounts of the document.
#[hook]
pub fn use_id() -> AttrValue {
    thread_local!(static COUNT: Cell<u32> = const { Cell::new(0) });
    (*use_memo((), |()| {
        AttrValue::from(format!("desk-{}", COUNT.replace(COUNT.get() + 1)))
    }))
    .clone()
}
