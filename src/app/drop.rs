//! Files and text that are dropped anywhere on the page.

use std::rc::Rc;

use activation_desk::wording::files::Trouble;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, EventTarget, FileList};
use yew::prelude::*;

use crate::bulk::Source;
use crate::desk::Desk;
use crate::dom;
use crate::effects::text_of;
use crate::options::Face;
use crate::state::Action;

/// Browsers tell of a drag all the time while it is above the page, at the slowest every half second; they do not reliably tell
/// that it has gone.
const GONE_AFTER: u32 = 800;

/// Takes what is dropped: on the whole document where that is ours, else on the element.
#[hook]
pub fn use_drop(desk: &Rc<Desk>, face: Face) {
    let desk = desk.clone();
    use_effect_with(face, move |face| {
        let target: Option<EventTarget> = if face.owns_document() {
            web_sys::window()
                .and_then(|window| window.document())
                .map(Into::into)
        } else {
            desk.root.cast::<web_sys::Element>().map(Into::into)
        };
        let listeners = target.map(|target| {
            let listen = |name: &'static str, react: Rc<dyn Fn(DataTransfer)>| {
                let options = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&target, name, options, move |event| {
                    let Some(event) = event.dyn_ref::<DragEvent>() else {
                        return;
                    };
                    if let Some(transfer) = event
                        .data_transfer()
                        .filter(|transfer| is_ours(event, transfer))
                    {
                        event.prevent_default();
                        react(transfer);
                    }
                })
            };
            let gone = Rc::new(std::cell::RefCell::new(None::<Timeout>));
            let over = {
                let (desk, gone) = (desk.clone(), gone.clone());
                Rc::new(move |transfer: DataTransfer| {
                    transfer.set_drop_effect("copy");
                    desk.send(Action::Dragging(true));
                    let desk = desk.clone();
                    gone.replace(Some(Timeout::new(GONE_AFTER, move || {
                        desk.send(Action::Dragging(false))
                    })));
                })
            };
            let dropped = {
                let desk = desk.clone();
                Rc::new(move |transfer: DataTransfer| {
                    gone.replace(None);
                    desk.send(Action::Dragging(false));
                    take(&desk, &transfer);
                })
            };
            [
                listen("dragenter", over.clone()),
                listen("dragover", over),
                listen("drop", dropped),
            ]
        });
        move || drop(listeners)
    });
}

/// Files always; text only where no text field takes it itself.
fn is_ours(event: &DragEvent, transfer: &DataTransfer) -> bool {
    let has = |kind: &str| transfer.types().includes(&kind.into(), 0);
    has("Files") || (has("text/plain") && !dom::from_text_field(event))
}

fn take(desk: &Desk, transfer: &DataTransfer) {
    let mut troubles = Vec::new();
    let items = transfer.items();
    for at in 0..items.length() {
        let entry = items
            .get(at)
            .and_then(|item| item.webkit_get_as_entry().ok().flatten());
        if let Some(entry) = entry.filter(|entry| entry.is_directory()) {
            troubles.push((entry.name(), Trouble::Folder));
        }
    }
    let mut sources = transfer
        .files()
        .map(|files| sources(&files))
        .unwrap_or_default();
    // A folder stands among the files, too, as one that can't be read.
    sources.retain(|source| !troubles.iter().any(|(name, _)| *name == source.name));
    if !sources.is_empty() || !troubles.is_empty() {
        desk.open(sources, troubles);
    } else if let Some(text) = text_of(transfer) {
        desk.take_text(&text);
    }
}

/// The files of a list.
pub fn sources(files: &FileList) -> Vec<Source> {
    (0..files.length())
        .filter_map(|at| files.get(at))
        .map(Source::from)
        .collect()
}
