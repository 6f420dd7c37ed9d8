//! The world outside follows the state: the storage, the host's theme, the clipboard of the document.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::JsString;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ClipboardEvent, DataTransfer};
use yew::prelude::*;

use crate::bulk::{self, News, Source};
use crate::desk::Desk;
use crate::dom;
use crate::look::MOST;
use crate::options::{Face, StorageKind, Theme};
use crate::place::Place;
use crate::state::{Action, Memory, Opened, Stage, State};
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
            let mut memory = memory.unwrap_or_default();
            let large = memory
                .text
                .take_if(|text| text.len() as f64 > bulk::LARGE)
                .and_then(|text| Source::of_text(&JsString::from(text)));
            loading.send(Action::Restored(memory));
            if let Some(source) = large {
                loading.send(Action::BulkRestored(Rc::new(Opened {
                    sources: Rc::new([source]),
                    outcomes: Vec::new(),
                })));
            }
        });
    });

    let saving = desk.clone();
    // A remembered text that is still being read is not forgotten meanwhile.
    let busy = state
        .bulk
        .as_ref()
        .is_some_and(|bulk| matches!(bulk.stage, Stage::Reading(_)));
    let deps = (
        state.restored && !busy,
        state.remember,
        state.theme,
        state.paste.clone(),
        state.look.clone(),
        state.bulk.as_ref().map(|bulk| (bulk.id, busy)),
    );
    let kept = state.clone();
    use_effect_with(deps, move |(restored, remember, theme, ..)| {
        let text = kept.kept_text().filter(|_| *remember);
        let query = Some(kept.look.text.clone()).filter(|query| *remember && !query.is_empty());
        let memory = Memory {
            text: text.map(|text| String::from(&*text)),
            query,
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

/// Goes to the place that the host page asks for.
#[hook]
pub fn use_place_of_host(desk: &Rc<Desk>, place: Place) {
    let desk = desk.clone();
    use_effect_with(place, move |place| desk.send(Action::Went(place.clone())));
}

/// A paste that hits no text field replaces the text of the place that is shown, wherever the focus is; only in a document of our own.
#[hook]
pub fn use_paste_anywhere(desk: &Rc<Desk>, face: Face, in_read: bool) {
    let desk = desk.clone();
    use_effect_with((face, in_read), move |&(face, in_read)| {
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
                        if in_read {
                            desk.take_text(&text);
                        } else {
                            desk.send(Action::Asked(one_line(&text)));
                        }
                    }
                },
            )
        });
        move || drop(listener)
    });
}

/// The text of a paste event; an HTML paste has one too.
pub fn pasted(event: &ClipboardEvent) -> Option<JsString> {
    text_of(&event.clipboard_data()?)
}

#[wasm_bindgen]
extern "C" {
    /// A data transfer that gives its text without copying it here: it may have many megabytes.
    type Transfer;

    #[wasm_bindgen(method, catch, js_name = getData)]
    fn data(this: &Transfer, kind: &str) -> Result<JsString, JsValue>;
}

/// A pasted text as a box of one line takes it; a longer one than any question is cut: it is too long either way.
pub fn one_line(text: &JsString) -> String {
    let text = text.slice(0, MOST as u32 + 1);
    String::from(text).replace(['\r', '\n', '\t'], " ")
}

/// The text in a data transfer.
pub fn text_of(transfer: &DataTransfer) -> Option<JsString> {
    let text = transfer.unchecked_ref::<Transfer>().data("text/plain");
    text.ok().filter(|text| text.length() > 0)
}

/// Reads the large input, for as long as it is wanted.
#[hook]
pub fn use_bulk(desk: &Rc<Desk>, state: &State) {
    let desk = desk.clone();
    let wanted = state.bulk.as_ref();
    let wanted = wanted.filter(|bulk| matches!(bulk.stage, Stage::Reading(_)));
    let opened = state.opened.clone();
    use_effect_with(wanted.map(|bulk| bulk.id), move |id| {
        let running = id.zip(opened).map(|(id, opened)| {
            let job = bulk::Job {
                sources: opened.sources.clone(),
                kind: bulk::Kind::Read,
                language: dom::language(),
            };
            let tell = Callback::from(move |news| match news {
                News::Progress(done) => desk.send(Action::BulkProgress(id, done)),
                News::Read(report) => desk.send(Action::BulkRead(id, report)),
                News::Made(_) | News::Failed => desk.send(Action::BulkFailed(id)),
            });
            bulk::host::start(job, tell)
        });
        move || drop(running)
    });
}
