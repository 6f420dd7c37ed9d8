//! Read: a paste and what it means.

mod box_of_text;
mod errors;
mod how_to;
mod nothing;
mod printed_at;
mod product;
mod products;
mod remarks;
mod samples;
mod source;
mod state_block;
mod steps;
mod time_left;

use activation_desk::phrase::Redact;
use yew::prelude::*;

use crate::desk::use_desk;
use crate::options::StorageKind;
use crate::parts::phrase::phrase;
use crate::state::State;
use crate::words;
use box_of_text::BoxOfText;
use errors::Errors;
use how_to::HowTo;
use nothing::Nothing;
use products::Products;
use remarks::Remarks;
use source::Source;

#[derive(PartialEq, Properties)]
pub struct ReadProps {
    pub state: State,
    pub storage: StorageKind,
}

/// Draws the place.
#[component]
pub fn Read(props: &ReadProps) -> Html {
    let state = &props.state;
    let desk = use_desk();
    let paste = &state.paste;
    let sentence = &paste.overview().sentence;
    html! {
        <div class={classes!("read", (!paste.is_blank()).then_some("read-found"))}>
            <div class="entry">
                <BoxOfText
                    paste={paste.clone()}
                    from_box={state.from_box}
                    shows_text={state.shows_text()}
                    hidden={desk.redact == Redact::Yes}
                    key_masked={state.key_masked}
                    can_undo={!state.past.is_empty()}
                    remember={state.remember}
                    not_remembered={state.not_remembered}
                    storage={props.storage}
                />
                <HowTo open={paste.is_blank()} />
            </div>
            if !paste.is_blank() {
                <div class="found">
                    if !paste.is_recognised() {
                        <Nothing paste={paste.clone()} />
                    } else if !sentence.is_empty() {
                        <p class="overview">{ phrase(sentence, desk.redact) }</p>
                        if paste.lists_subscription() {
                            <p>{ words::SUBSCRIPTION }</p>
                        }
                    } else {
                        <p class="overview">{ words::no_product(paste) }</p>
                    }
                    <Errors paste={paste.clone()} />
                    <Products paste={paste.clone()} open={state.open.clone()} rest_open={state.rest_open} told={state.told} />
                </div>
                <div class="evidence">
                    <h2>{ words::paste::LINES }</h2>
                    <Source paste={paste.clone()} pointed={state.pointed} />
                    <Remarks paste={paste.clone()} />
                </div>
            }
        </div>
    }
}
