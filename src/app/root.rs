//! The whole page: the state, the header, the places.

use std::rc::Rc;

use activation_desk::phrase::Redact;
use activation_desk::wording::files;
use yew::prelude::*;

use crate::desk::Desk;
use crate::dom;
use crate::drop::use_drop;
use crate::effects;
use crate::options::Options;
use crate::parts::announcer::Announcer;
use crate::places::header::header;
use crate::places::read::read;
use crate::state::State;
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
    let options = props.options;
    let state = use_reducer_eq(|| State::new(options));
    let (root, main) = (use_node_ref(), use_node_ref());
    let desk = Rc::new(Desk {
        dispatcher: state.dispatcher(),
        root: root.clone(),
        redact: state.redact,
    });
    effects::use_memory(&desk, &state, options.storage);
    effects::use_theme_of_host(&desk, options.theme);
    effects::use_paste_anywhere(&desk, options.face);
    effects::use_bulk(&desk, &state);
    use_drop(&desk, options.face);

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
    html! {
        <ContextProvider<Rc<Desk>> context={desk.clone()}>
            <div class="desk" ref={root} lang="en" data-theme={state.theme.name()} data-redacted={(state.redact == Redact::Yes).then_some("")}>
                { header(&state, skip, &group, &desk) }
                if state.redact == Redact::Yes { <p class="print-note">{ words::PRINTED_REDACTED }</p> }
                <@{tag} class="places" {id} ref={main} tabindex="-1" aria-label={words::READ}>
                    { read(&state, options.storage, &desk) }
                </@>
                if state.dragging { <div class="drop"><p>{ files::DROP }</p></div> }
                <Announcer state={(*state).clone()} />
            </div>
        </ContextProvider<Rc<Desk>>>
    }
}
