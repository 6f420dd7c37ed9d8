//! One field: its name, its value, its meaning one click away.

use activation_desk::card::{Row, article_of};
use activation_desk::kb::Address;
use activation_desk::phrase::Redact;
use yew::prelude::*;

use super::groups::groups;
use super::label::{label, use_disclosure};
use super::link::more;
use super::notes::notes;
use super::phrase::phrase;
use super::sources::sources;
use crate::desk::use_desk;
use crate::state::Action;
use crate::words;

#[derive(PartialEq, Properties)]
pub struct FieldProps {
    pub row: Row,
}

/// Draws a row of a definition list; pointing at it points at its lines.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let row = &props.row;
    let desk = use_desk();
    let meaning = use_disclosure();
    let lines = row.lines;
    let point = move || Action::Pointed(lines);
    html! {
        <div class="row" onmouseover={desk.on(point)} onfocusin={desk.on(point)}>
            <dt>{ label(row.label.to_string(), !row.meaning.is_empty(), &meaning) }</dt>
            <dd>
                // Groups show the same digits; hidden they would still tell how many there are.
                if row.groups.is_empty() || desk.redact == Redact::Yes {
                    <div class="row-value">{ phrase(&row.value, desk.redact) }</div>
                } else {
                    { groups(&row.groups) }
                }
                { notes(&row.notes, desk.redact) }
                if meaning.open {
                    <div class="meaning" id={meaning.id}>
                        <p>{ row.meaning }</p>
                        { sources(&row.sources) }
                        { more(article_of(row.key).and_then(Address::parse)) }
                    </div>
                }
            </dd>
            if let Some((first, last)) = lines { <dd class="where">{ words::lines(first, last) }</dd> }
        </div>
    }
}
