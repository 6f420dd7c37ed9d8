//! Read: a paste and what it means.

mod around;
mod box_of_text;
mod bulk;
mod errors;
mod files;
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
use activation_desk::wording::files as files_words;
use yew::prelude::*;

use crate::desk::Desk;
use crate::options::StorageKind;
use crate::parts::phrase::phrase;
use crate::state::{Stage, State};
use crate::words;
use around::around;
use box_of_text::BoxOfText;
use bulk::bulk_report;
use errors::Errors;
use how_to::HowTo;
use nothing::nothing;
use products::Products;
use remarks::Remarks;
use source::Source;

/// Draws the place.
pub fn read(state: &State, storage: StorageKind, desk: &Desk) -> Html {
    let paste = &state.paste;
    let sentence = &paste.overview().sentence;
    html! {
        <div class={classes!("read", (!state.is_empty()).then_some("read-found"))}>
            <h2 class="unseen" tabindex="-1">{ words::READ }</h2>
            <div class="entry">
                <BoxOfText
                    paste={paste.clone()}
                    from_box={state.from_box}
                    shows_text={state.shows_text()}
                    hidden={desk.redact == Redact::Yes}
                    key_masked={state.key_masked}
                    can_undo={!state.past.is_empty()}
                    opened={state.opened.clone()}
                    troubles={state.troubles.clone()}
                    bulk={state.bulk.clone()}
                    remember={state.remember}
                    not_remembered={state.not_remembered}
                    {storage}
                />
                <HowTo open={state.is_empty()} />
            </div>
            if let Some(bulk) = &state.bulk {
                if let (Stage::Read(report), Some(opened)) = (&bulk.stage, &state.opened) {
                    { bulk_report(bulk.id, report, opened, desk.redact) }
                } else if bulk.stage == Stage::Failed {
                    <div class="found"><p class="overview">{ files_words::FAILED }</p></div>
                }
            } else if !paste.is_blank() {
                <div class="found">
                    if !paste.is_recognised() {
                        { nothing(paste, desk.redact) }
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
                    { around(paste, desk.redact) }
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
