//! What the text in the box is by itself.

use activation_desk::card::{Group, Note as CardNote};
use activation_desk::entry::Entry;
use activation_desk::id::installation_id::{Check, Inspection};
use activation_desk::identify::{Candidate, What};
use activation_desk::kb::{Address, Row};
use activation_desk::phrase::Redact;
use activation_desk::wording::ids::{self, Part};
use activation_desk::wording::look_up::{label, title};
use activation_desk::wording::look_up_page as say;
use yew::prelude::*;

use super::answers::badges;
use super::page::body;
use crate::look::Look;
use crate::parts::groups::groups;
use crate::parts::link::to_entry;
use crate::parts::notes::notes;
use crate::parts::phrase::phrase;
use crate::parts::sources::sources;

/// So many are shown; a text with more is a document.
const MOST: usize = 20;
/// What the entry says, too.
const SAID_BY_ENTRY: [&str; 8] = [
    "known",
    "meaning",
    "when",
    "note",
    "seen",
    "doubt",
    "community",
    "follows",
];

/// Draws every candidate; where there is one alone, with its whole entry.
pub fn identified(look: &Look, redact: Redact) -> Html {
    let candidates = &look.identified.candidates;
    let alone = candidates.len() == 1;
    html! {
        for candidate in candidates.iter().take(MOST) { { one(candidate, alone, redact) } }
    }
}

fn one(candidate: &Candidate, alone: bool, redact: Redact) -> Html {
    let row = candidate.address().and_then(Row::find);
    let whole = row.as_ref().filter(|_| alone);
    let said: Vec<CardNote> = candidate
        .liberties
        .iter()
        .map(ids::liberty)
        .chain(
            ids::notes(candidate)
                .into_iter()
                .filter(|note| whole.is_none() || !SAID_BY_ENTRY.contains(&note.code)),
        )
        .map(|note| CardNote {
            tone: note.tone,
            text: note.text,
        })
        .collect();
    html! {
        <article class="card card-open identified">
            <header class="card-head">
                <h3>
                    <span class="identified-kind">{ say::kind(candidate.certainty, candidate.kind()) }</span>
                    { " " }
                    if let Some(row) = &row { { to_entry("hit-title", row.address(), title(row).into_owned().into()) } } else { <span class="literal">{ candidate.value.clone() }</span> }
                </h3>
                if let Some(row) = &row { { badges(label(row), row.certainty()) } }
            </header>
            <div class="card-body">
                if !said.is_empty() { <div>{ notes(&said, redact) }</div> }
                if let Some(row) = whole { { body(&Entry::of(row), redact) } } else if row.is_none() { { parts(candidate, redact) } }
            </div>
        </article>
    }
}

/// A part as it stands there, with the way to its entry.
fn value(part: &Part, redact: Redact) -> Html {
    let plain = part.value.plain(Redact::No);
    let address = match part.key {
        "build" => format!("build-{plain}"),
        "language" | "lcid" => format!("lcid-{plain}"),
        "platform" => format!("pid-platform-{plain}"),
        "group" => format!("pid-group-{plain}"),
        "channelCode" => format!("pid-channel-{plain}"),
        _ => return phrase(&part.value, redact),
    };
    match Address::parse(&address).filter(|address| Row::find(*address).is_some()) {
        Some(address) => to_entry("known", address, phrase(&part.value, redact)),
        None => phrase(&part.value, redact),
    }
}

/// What it is made of, each part with what it stands for.
fn parts(candidate: &Candidate, redact: Redact) -> Html {
    if let (What::InstallationId(inspected), Redact::No) = (&candidate.what, redact)
        && let Inspection::Groups(found) = &inspected.inspection
    {
        let boxes: Vec<Group> = found
            .groups()
            .iter()
            .map(|group| Group {
                digits: group.digits.clone(),
                holds: Some(group.check == Check::Holds),
            })
            .collect();
        return groups(&boxes);
    }
    let parts = ids::parts(candidate);
    if parts.is_empty() {
        return Html::default();
    }
    html! {
        <>
        <dl class="rows">
            for part in &parts {
                <div class="row">
                    <dt><span class="label">{ part.label }</span></dt>
                    <dd>
                        <div class="row-value">{ value(part, redact) }</div>
                        if let Some(meaning) = &part.meaning { <p class="note"><span>{ phrase(meaning, redact) }</span></p> }
                    </dd>
                </div>
            }
        </dl>
        if let Some(known) = ids::sources(candidate) { { sources(&known.iter().collect::<Vec<_>>()) } }
        </>
    }
}
