//! What every part of the page may do, behind one hook.

use std::rc::Rc;

use activation_desk::phrase::Redact;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::clipboard;
use crate::state::{Action, State};
use crate::words;

/// The verbs of the page and the one value that every part needs.
#[derive(Clone, PartialEq)]
pub struct Desk {
    /// Sends actions.
    pub dispatcher: UseReducerDispatcher<State>,
    /// The element everything is drawn in.
    pub root: NodeRef,
    /// Whether names and numbers are hidden.
    pub redact: Redact,
}

impl Desk {
    /// Lets `action` happen.
    pub fn send(&self, action: Action) {
        self.dispatcher.dispatch(action);
    }

    /// A callback that lets something happen, whatever the event.
    pub fn on<E: 'static>(&self, action: impl Fn() -> Action + 'static) -> Callback<E> {
        let dispatcher = self.dispatcher.clone();
        Callback::from(move |_| dispatcher.dispatch(action()))
    }

    /// Puts `text` on the clipboard, announces it and tells `then` whether that worked.
    pub fn copy(&self, text: String, then: impl FnOnce(bool) + 'static) {
        let desk = self.clone();
        spawn_local(async move {
            let copied = clipboard::copy(&text, desk.root.cast()).await;
            desk.send(Action::Said(if copied {
                words::live::COPIED
            } else {
                words::live::COPY_FAILED
            }));
            then(copied);
        });
    }
}

/// The verbs of the page; only below [`crate::root::Root`].
#[hook]
pub fn use_desk() -> Rc<Desk> {
    use_context::<Rc<Desk>>().expect("every part is drawn below Root, which provides it")
}
