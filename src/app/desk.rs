//! What every part of the page may do, behind one hook.

use std::rc::Rc;

use activation_desk::phrase::Redact;
use activation_desk::wording::files::{self, Trouble};
use js_sys::JsString;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::bulk::{self, Outcome, Source};
use crate::clipboard;
use crate::dom;
use crate::state::{Action, Opened, State};
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

    /// Reads text that came from outside in place of the paste; a large one in the background.
    pub fn take_text(&self, text: &JsString) {
        if f64::from(text.length()) <= bulk::LARGE {
            self.send(Action::Replaced(text.into()));
        } else if let Some(source) = Source::of_text(text) {
            self.open(vec![source], Vec::new());
        }
    }

    /// Opens files in place of the paste; large ones are read in the background.
    pub fn open(&self, sources: Vec<Source>, troubles: Vec<(String, Trouble)>) {
        let opened = Opened {
            sources: sources.into(),
            outcomes: Vec::new(),
        };
        if opened.size() > bulk::LARGE {
            self.send(Action::BulkOpened(Rc::new(opened), troubles.into()));
            self.send(Action::Said(files::READING));
            return;
        }
        let desk = self.clone();
        spawn_local(async move {
            let (text, opened, troubles) = small(opened, troubles).await;
            let read = opened
                .outcomes
                .iter()
                .filter(|outcome| outcome.trouble.is_none())
                .count();
            let opened = (read > 0).then(|| (text, Rc::new(opened)));
            desk.send(Action::Opened(opened, troubles.into()));
            desk.send(Action::Said(files::opened(read)));
        });
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

/// The text of small files in one, each below its name where there are several.
async fn small(
    mut opened: Opened,
    mut troubles: Vec<(String, Trouble)>,
) -> (String, Opened, Vec<(String, Trouble)>) {
    let language = dom::language();
    let mut text = String::new();
    for source in &*opened.sources {
        let read = source.text(&language).await;
        opened.outcomes.push(match read {
            Ok((part, page)) => {
                if opened.sources.len() > 1 {
                    text.push_str(&bulk::heading(&source.name, !text.is_empty()));
                }
                text.push_str(&part);
                Outcome {
                    trouble: None,
                    page,
                }
            }
            Err(trouble) => {
                troubles.push((source.name.clone(), trouble));
                Outcome {
                    trouble: Some(trouble),
                    page: None,
                }
            }
        });
    }
    (text, opened, troubles)
}

/// The verbs of the page; only below [`crate::root::Root`].
#[hook]
pub fn use_desk() -> Rc<Desk> {
    use_context::<Rc<Desk>>().expect("every part is drawn below Root, which provides it")
}
