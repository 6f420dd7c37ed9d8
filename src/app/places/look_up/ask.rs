//! The box that takes the question.

use std::borrow::Cow;
use std::rc::Rc;

use activation_desk::text::mask_product_keys;
use activation_desk::wording::look_up_page as say;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement};
use yew::prelude::*;

use crate::desk::Desk;
use crate::dom;
use crate::effects::{one_line, pasted};
use crate::look::Look;
use crate::parts::button::button;
use crate::place::Place;
use crate::state::Action;
use crate::words;

/// Draws it; `alone`: whether nothing else is a heading of the place.
pub fn ask(look: &Look, id: &AttrValue, alone: bool, desk: &Rc<Desk>) -> Html {
    let oninput = {
        let desk = desk.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                take(&desk, &field);
            }
        })
    };
    let onpaste = {
        let desk = desk.clone();
        Callback::from(move |event: Event| take_paste(&desk, &event))
    };
    let first = look.first();
    let onkeydown = {
        let desk = desk.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let (Some(address), "Enter", false) = (first, &*event.key(), event.is_composing()) {
                event.prevent_default();
                desk.send(Action::Went(Place::look_up(&address.to_fragment())));
            }
        })
    };
    let onclear = {
        let (desk, id) = (desk.clone(), id.clone());
        Callback::from(move |event: MouseEvent| {
            desk.send(Action::Asked(String::new()));
            // The button goes away with its deed.
            let tools = event.target_dyn_into::<web_sys::Element>();
            let field = tools.and_then(|one| {
                one.closest(".look-box")
                    .ok()??
                    .query_selector(&format!("#{id}"))
                    .ok()?
            });
            if let Some(field) =
                field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok())
            {
                let _ = field.focus();
            }
        })
    };
    let (tag, focusable) = if alone {
        ("h2", Some("-1"))
    } else {
        ("p", None)
    };
    html! {
        <section class="box look-box" aria-label={say::LABEL}>
            <@{tag} class="ask-label" tabindex={focusable}><label for={id}>{ say::LABEL }</label></@>
            <div class="ask-line">
                <input
                    {id}
                    class="ask-text"
                    type="search"
                    spellcheck="false"
                    autocomplete="off"
                    autocapitalize="off"
                    enterkeyhint="go"
                    placeholder={say::PLACEHOLDER}
                    value={look.text.clone()}
                    {oninput}
                    {onpaste}
                    {onkeydown}
                />
                if !look.is_empty() { { button(words::buttons::CLEAR, onclear) } }
            </div>
            if look.key_masked { <p class="note tone-watch">{ say::KEY_MASKED }</p> }
            if look.is_empty() { <p class="hint">{ say::HINT }</p> }
        </section>
    }
}

/// Asks what stands in the field; a full product key is masked there at once.
fn take(desk: &Desk, field: &HtmlInputElement) {
    let text = field.value();
    if let (Cow::Owned(masked), _) = mask_product_keys(&text) {
        let caret = field.selection_end().ok().flatten();
        field.set_value(&masked);
        if let Some(caret) = caret {
            let _ = field.set_selection_range(caret, caret);
        }
    }
    desk.send(Action::Asked(text));
}

/// Takes out of the event what a field of one line would spoil: several lines, full product keys, whole documents.
fn take_paste(desk: &Desk, event: &Event) {
    let Some(event) = event.dyn_ref::<ClipboardEvent>() else {
        return;
    };
    let (Some(text), Some(field)) = (pasted(event), event.target_dyn_into::<HtmlInputElement>())
    else {
        return;
    };
    event.prevent_default();
    let line = one_line(&text);
    if line.len() > crate::look::MOST {
        desk.send(Action::Asked(line));
        return;
    }
    dom::insert(&field, &mask_product_keys(&line).0);
    // Said by the whole text, before the key is gone from it.
    desk.send(Action::Asked(if field.value().len() == line.len() {
        line
    } else {
        field.value()
    }));
}
