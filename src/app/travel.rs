//! From place to place: the address of the document and the place follow each other, title and focus follow the place.

use std::rc::Rc;

use activation_desk::entry::Entry;
use activation_desk::wording::look_up_page as say;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::desk::Desk;
use crate::options::Face;
use crate::parts::link::TO;
use crate::place::{Place, Shown};
use crate::state::{Action, State};
use crate::words;

/// The place that the address of the document names, if it is one.
pub fn addressed() -> Option<Place> {
    Place::parse(&fragment())
}

fn fragment() -> String {
    let fragment = web_sys::window().and_then(|window| window.location().hash().ok());
    let fragment = fragment.unwrap_or_default();
    js_sys::decode_uri_component(&fragment).map_or(fragment, String::from)
}

/// Lets the place, the address, the title and the focus follow each other.
#[hook]
pub fn use_travel(desk: &Rc<Desk>, state: &State, face: Face, places: &NodeRef) {
    let listening = desk.clone();
    use_effect_with(face, move |face| {
        let window = web_sys::window().filter(|_| face.owns_address());
        let listener = window.map(|window| {
            EventListener::new(&window, "hashchange", move |_| {
                let fragment = fragment();
                // An address without a place is that of Read; a fragment that is something else is none of ours.
                if let Some(place) =
                    Place::parse(&fragment).or(fragment.is_empty().then_some(Place::Read))
                {
                    listening.send(Action::Travelled(place));
                }
            })
        });
        move || drop(listener)
    });
    use_effect_with((state.place.clone(), face), |(place, face)| {
        let Some(window) = web_sys::window() else {
            return;
        };
        // That of Read needs no place in its address, and no entry of its own in the history.
        if face.owns_address() && addressed().unwrap_or_default() != *place {
            let _ = window.location().set_hash(&place.fragment());
        }
        if let Some(document) = window.document().filter(|_| face.owns_document()) {
            document.set_title(&heading(place));
        }
    });
    let (root, places) = (desk.root.clone(), places.clone());
    let came_from = state.came_from.clone();
    use_effect_with(state.arrivals, move |&arrivals| {
        if arrivals > 0 {
            arrive(&root, &places, came_from.as_ref());
        }
    });
}

/// The title of the document.
fn heading(place: &Place) -> String {
    let words = match place.shown() {
        None => return words::TITLE.to_owned(),
        Some(Shown::Entry(row)) => Entry::of(&row).title,
        Some(Shown::List(list)) => list.words().0.into(),
        Some(Shown::Answers | Shown::Unknown) => say::LOOK_UP.into(),
    };
    format!("{words} \u{2013} {}", words::TITLE)
}

/// Moves the focus: on the way back to the link by which one left, else to the heading.
fn arrive(root: &NodeRef, places: &NodeRef, came_from: Option<&Place>) {
    let Some(shown) = places
        .cast::<Element>()
        .and_then(|places| places.query_selector(":scope > :not([hidden])").ok()?)
    else {
        return;
    };
    let left_by = came_from.and_then(|place| {
        let links = shown.query_selector_all(&format!("[{TO}]")).ok()?;
        let fragment = place.fragment();
        (0..links.length())
            .filter_map(|at| links.get(at)?.dyn_into::<HtmlElement>().ok())
            .find(|link| link.get_attribute(TO).as_deref() == Some(&*fragment))
    });
    if let Some(link) = left_by {
        let _ = link.focus();
        return;
    }
    if let Some(root) = root.cast::<Element>()
        && root.get_bounding_client_rect().top() < 0.0
    {
        root.scroll_into_view();
    }
    if let Ok(Some(heading)) = shown.query_selector("h2[tabindex]") {
        let _ = heading.unchecked_into::<HtmlElement>().focus();
    }
}

/// Where a plain click leads; those that open another tab or window are the browser's.
pub fn target(event: &MouseEvent) -> Option<Place> {
    if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
        return None;
    }
    let clicked = event.target()?.dyn_into::<Element>().ok()?;
    let link = clicked.closest(&format!("[{TO}]")).ok()??;
    Place::parse(&link.get_attribute(TO)?)
}
