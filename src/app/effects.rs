//! The world outside follows the state: the storage, the host's theme, the clipboard of the document.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::ClipboardEvent;
use yew::prelude::*;

use crate::desk::Desk;
use crate::dom;
use crate::options::{Face, StorageKind, Theme};
use crate::state::{Action, Memory, State};
use crate::storage;

/// Milliseconds between a change and its storing.
const SAVE_AFTER: u32 = 200;

/// Brings back what was remembered, then remembers each change shortly after it.
#[hook]
pub fn use_memory(desk: &Rc<Desk>, state: &State, kind: StorageKind) {
    let loading = desk.clone();
    use_effect_with(kind, move |&kind| {
        spawn_local(async move {
            let memory = storage::load(kind).await;
            if memory.is_err() {
                loading.send(Action::NotRemembered);
            }
            loading.send(Action::Restored(memory.unwrap_or_default()));
        });
    });

    let saving = desk.clone();
    let deps = (
        state.restored,
        state.remember,
        state.theme,
        state.paste.clone(),
    );
    use_effect_with(deps, move |(restored, remember, theme, paste)| {
        let memory = Memory {
            text: (*remember && !paste.is_blank()).then(|| paste.text().to_owned()),
            remember: Some(*remember),
            theme: remember.then_some(*theme),
        };
        let timeout = restored.then(|| {
            Timeout::new(SAVE_AFTER, move || {
                spawn_local(async move {
                    if storage::save(kind, memory).await.is_err() {
                        saving.send(Action::NotRemembered);
                    }
                });
            })
        });
        move || drop(timeout)
    });
}

/// Takes the theme over that the host page asks for.
#[hook]
pub fn use_theme_of_host(desk: &Rc<Desk>, theme: Theme) {
    let desk = desk.clone();
    use_effect_with(theme, move |&theme| desk.send(Action::Themed(theme)));
}

/// A paste that hits no text field replaces the text, wherever the focus is; only in a document of our own.
#[hook]
pub fn use_paste_anywhere(desk: &Rc<Desk>, face: Face) {
    let desk = desk.clone();
    use_effect_with(face, move |face| {
        let document = web_sys::window()
            .and_then(|window| window.document())
            .filter(|_| face.owns_document());
        let listener = document.map(|document| {
            EventListener::new_with_options(
                &document,
                "paste",
                EventListenerOptions::enable_prevent_default(),
                move |event| {
                    let Some(event) = event
                        .dyn_ref::<ClipboardEvent>()
                        .filter(|event| !dom::from_text_field(event))
                    else {
                        return;
                    };
                    if let Some(text) = pasted(event) {
                        event.prevent_default();
                        desk.send(Action::Replaced(text));
                    }
                },
            )
        });
        move || drop(listener)
    });
}

/// The text of a paste event; an HTML paste has one too.
pub fn pasted(event: &ClipboardEvent) -> Option<String> {
    event
        .clipboard_data()?
        .get_data("text/plain")
        .ok()
        .filter(|text| !text.is_empty())
}
