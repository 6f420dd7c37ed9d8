//! The whole page: the state, the header, the places.

use std::rc::Rc;

use activation_desk::phrase::Redact;
use activation_desk::wording::files;
use yew::prelude::*;

use crate::desk::Desk;
use crate::dom;
use crate::drop::use_drop;
use crate::effects;
use crate::options::{Face, Options};
use crate::parts::announcer::Announcer;
use crate::place::Place;
use crate::places::header::header;
use crate::places::look_up::LookUp;
use crate::places::read::read;
use crate::state::{Action, State};
use crate::travel::{target, use_travel};
use crate::words;

/// What the host page hands in.
#[derive(Clone, PartialEq, Properties)]
pub struct RootProps {
    /// Its choices.
    pub options: Options,
}

/// Draws the page.
#[component]
pub fn Root(props: &RootProps) -> Html {
    let options = &props.options;
    let state = use_reducer_eq(|| State::new(options.clone()));
    let (root, main) = (use_node_ref(), use_node_ref());
    let desk = Rc::new(Desk {
        dispatcher: state.dispatcher(),
        root: root.clone(),
        redact: state.redact,
    });
    effects::use_memory(&desk, &state, options.storage);
    effects::use_theme_of_host(&desk, options.theme);
    effects::use_place_of_host(&desk, options.place.clone());
    effects::use_paste_anywhere(&desk, options.face, state.place == Place::Read);
    effects::use_bulk(&desk, &state);
    use_drop(&desk, options.face);
    use_travel(&desk, &state, options.face, &main);

    let (id, group) = (dom::use_id(), dom::use_id());
    let skip = {
        let main = main.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            dom::focus(&main);
        })
    };
    let skip = if options.face.owns_document() {
        html! { <a class="skip" href={format!("#{id}")} onclick={skip}>{ words::SKIP }</a> }
    } else {
        Html::default()
    };
    // A document has one `main`; inside somebody else's document it is theirs.
    let tag = if options.face.owns_document() {
        "main"
    } else {
        "section"
    };
    let onclick = {
        let desk = desk.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(place) = target(&event) {
                event.prevent_default();
                desk.send(Action::Went(place));
            }
        })
    };
    let in_read = state.place == Place::Read;
    html! {
        <ContextProvider<Rc<Desk>> context={desk.clone()}>
            <div class="desk" ref={root} lang="en" {onclick} data-theme={state.theme.name()} data-redacted={(state.redact == Redact::Yes).then_some("")}>
                { header(&state, skip, &group, &desk) }
                if state.redact == Redact::Yes { <p class="print-note">{ words::PRINTED_REDACTED }</p> }
                <@{tag} class="places" {id} ref={main} tabindex="-1" aria-label={if in_read { words::READ } else { words::LOOK_UP }}>
                    // Hidden rather than gone, so that nothing of it is lost.
                    <div hidden={!in_read}>{ read(&state, options.storage, &desk) }</div>
                    <LookUp place={state.place.clone()} look={state.look.clone()} redact={state.redact} file={options.face == Face::File} />
                </@>
                if state.dragging { <div class="drop"><p>{ files::DROP }</p></div> }
                <Announcer state={(*state).clone()} />
            </div>
        </ContextProvider<Rc<Desk>>>
    }
}
