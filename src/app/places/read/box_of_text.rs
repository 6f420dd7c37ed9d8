//! The box that takes the text: typed, pasted, taken from a sample.

use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;

use activation_desk::text::mask_product_keys;
use activation_desk::wording::files::{self, Trouble};
use js_sys::JsString;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::files::{files as list_of, open_files, troubles};
use super::samples::Samples;
use crate::bulk::KEPT;
use crate::desk::{Desk, use_desk};
use crate::dom::{self, focus, use_id};
use crate::effects::pasted;
use crate::options::StorageKind;
use crate::parts::button::button;
use crate::parts::progress::progress;
use crate::paste::{LARGE, Paste};
use crate::state::{Action, Bulk, Opened, Stage};
use crate::words;

#[derive(PartialEq, Properties)]
pub struct BoxOfTextProps {
    pub paste: Rc<Paste>,
    /// Whether the text area holds the text already.
    pub from_box: bool,
    /// Whether the text area is shown, or else a short description of the text.
    pub shows_text: bool,
    /// Whether names and numbers are hidden.
    pub hidden: bool,
    pub can_undo: bool,
    pub opened: Option<Rc<Opened>>,
    pub troubles: Rc<[(String, Trouble)]>,
    pub bulk: Option<Bulk>,
    /// Whether a full product key was masked.
    pub key_masked: bool,
    pub remember: bool,
    pub not_remembered: bool,
    pub storage: StorageKind,
}

/// Draws the box with its buttons.
#[component]
pub fn BoxOfText(props: &BoxOfTextProps) -> Html {
    let desk = use_desk();
    let (area, id) = (use_node_ref(), use_id());
    let frame = use_node_ref();
    // A button that goes away with its deed hands the focus to the text, once that is drawn.
    let wanted = use_memo((), |()| Cell::new(false));
    {
        let (area, frame, wanted) = (area.clone(), frame.clone(), wanted.clone());
        let deps = (props.paste.clone(), props.from_box, props.shows_text);
        use_effect_with(deps, move |(paste, from_box, shows_text)| {
            if let Some(area) = area
                .cast::<HtmlTextAreaElement>()
                .filter(|area| !from_box || area.value().is_empty())
            {
                write(&area, paste.text());
            }
            if wanted.replace(false) {
                focus(if *shows_text { &area } else { &frame });
            }
        });
    }
    let act = |action: fn() -> Action, said: Option<&'static str>| {
        let (desk, wanted) = (desk.clone(), wanted.clone());
        Callback::from(move |_: MouseEvent| {
            wanted.set(true);
            desk.send(action());
            if let Some(said) = said {
                desk.send(Action::Said(said));
            }
        })
    };
    let oninput = {
        let desk = desk.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
                desk.send(Action::Typed(area.value()));
            }
        })
    };
    let onpaste = {
        let desk = desk.clone();
        Callback::from(move |event: Event| take_paste(&desk, &event))
    };
    let blank = props.paste.is_blank();
    html! {
        <section class="box" ref={frame} tabindex="-1" aria-label={words::paste::LABEL} {onpaste}>
            <div class="box-head">
                <h2><label for={&id}>{ words::paste::LABEL }</label></h2>
                <div class="tools">
                    { open_files(&desk) }
                    <Samples />
                    if props.can_undo { { button(words::buttons::UNDO, act(|| Action::Undone, Some(words::live::RESTORED))) } }
                    <button type="button" class="button" disabled={blank && props.bulk.is_none()} onclick={act(|| Action::Cleared, Some(words::live::CLEARED))}>{ words::buttons::CLEAR }</button>
                </div>
            </div>
            if let Some(bulk) = &props.bulk {
                <div class="described" {id}>
                    if let (Stage::Reading(done), Some(opened)) = (&bulk.stage, &props.opened) {
                        { progress(files::READING, *done, opened.size(), act(|| Action::BulkCancelled, Some(files::CANCELLED))) }
                    }
                    if let Some(opened) = &props.opened { <p>{ files::files(opened.sources.len(), opened.size()) }</p> }
                </div>
            } else if props.shows_text {
                <textarea
                    {id}
                    ref={area}
                    class="text"
                    spellcheck="false"
                    autocomplete="off"
                    autocapitalize="off"
                    wrap="off"
                    placeholder={words::paste::PLACEHOLDER}
                    {oninput}
                />
            } else {
                <div class="described" {id}>
                    <p>{ words::size(props.paste.text().len(), props.paste.line_count()) }</p>
                    if props.hidden { <p>{ words::BOX_HIDDEN }</p> }
                    { button(words::EDIT, act(|| Action::Edited, None)) }
                </div>
            }
            if props.key_masked { <p class="note tone-watch">{ words::trouble::KEY_MASKED }</p> }
            if let Some(opened) = &props.opened { { list_of(&desk, opened, props.hidden) } }
            { troubles(&props.troubles, props.hidden) }
            if blank && props.bulk.is_none() { <p class="hint">{ words::paste::HINT }{ " " }{ files::HINT }</p> }
            { remember(props, &desk) }
        </section>
    }
}

/// Whether the paste is remembered: a choice where there is one, and a sentence where it failed.
fn remember(props: &BoxOfTextProps, desk: &Rc<Desk>) -> Html {
    let desk = desk.clone();
    // Whether a short sentence has to do.
    let brief = !props.paste.is_blank();
    let too_large = props.bulk.is_some()
        && props
            .opened
            .as_ref()
            .is_some_and(|opened| opened.size() > KEPT);
    let onchange = Callback::from(move |event: Event| {
        let checked = event
            .target_dyn_into::<HtmlInputElement>()
            .is_some_and(|input| input.checked());
        desk.send(Action::Remembered(checked));
    });
    html! {
        if too_large && props.remember {
            <p class="remember">{ files::NOT_KEPT }</p>
        } else if props.not_remembered && props.remember {
            <p class="remember">{ words::storage::REFUSED }</p>
        } else if props.storage.is_a_choice() {
            <div class="remember">
                <label class="check">
                    <input type="checkbox" checked={props.remember} {onchange} />
                    <span>{ words::REMEMBER }</span>
                </label>
                <p>{ match (props.remember, brief) { (false, _) => words::storage::NONE, (true, false) => words::storage::BROWSER, (true, true) => words::KEPT } }</p>
            </div>
        } else {
            <p class="remember">{ if props.remember { words::storage::MEMORY } else { words::storage::NONE } }</p>
        }
    }
}

/// Writes the text; where only a key was masked, the caret stays where it is.
fn write(area: &HtmlTextAreaElement, text: &str) {
    let caret = area.selection_end().ok().flatten();
    let length = area.text_length();
    area.set_value(text);
    if let (Some(caret), true) = (caret, area.text_length() == length) {
        let _ = area.set_selection_range(caret, caret);
    }
}

/// Takes large pastes and those with a full product key out of the event; the others are the browser's, with its undo.
fn take_paste(desk: &Desk, event: &Event) {
    let Some(event) = event.dyn_ref::<ClipboardEvent>() else {
        return;
    };
    let Some(text) = pasted(event) else { return };
    let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() else {
        return;
    };
    if text.length() as usize > LARGE {
        event.prevent_default();
        let value = JsString::from(area.value());
        let part = |from: u32, to: u32| value.slice(from, to);
        let (from, to) = (
            area.selection_start().ok().flatten(),
            area.selection_end().ok().flatten(),
        );
        let (from, to) = (from.unwrap_or(0), to.unwrap_or(value.length()));
        // Put together by the browser: it may have many megabytes.
        let whole = part(0, from)
            .concat(&text)
            .concat(&part(to, value.length()));
        desk.take_text(&whole);
    } else if let (Cow::Owned(masked), _) = mask_product_keys(&String::from(text)) {
        event.prevent_default();
        dom::insert(&area, &masked);
        desk.send(Action::KeyMasked);
        desk.send(Action::Typed(area.value()));
    }
}
