//! What a paste says besides products: the machine, the event log, what other tools found.

use std::rc::Rc;

use activation_desk::card::around::{Told, event, evidence, log, machine};
use activation_desk::kb::Address;
use activation_desk::phrase::Redact;
use activation_desk::wording::around as say;
use yew::prelude::*;

use super::errors::meaning;
use crate::desk::use_desk;
use crate::parts::button::{fold, more_button, use_more};
use crate::parts::chart::chart;
use crate::parts::label::use_disclosure;
use crate::parts::link::{more, to_article};
use crate::parts::mark::{class, mark};
use crate::parts::phrase::phrase;
use crate::parts::section::section;
use crate::paste::Paste;
use crate::state::Action;
use crate::words;

/// So many rows of each kind at first, and so many more for each asking.
const STEP: usize = 25;

/// Draws what there is.
pub fn around(paste: &Rc<Paste>, redact: Redact) -> Html {
    let reading = paste.reading();
    html! {
        <>
            if let Some(machine) = machine(reading) { { panel(say::MACHINE, section(&machine, redact)) } }
            if !reading.events.is_empty() { <Rows paste={paste.clone()} events=true /> }
            if !reading.evidence.is_empty() { <Rows paste={paste.clone()} events=false /> }
        </>
    }
}

fn panel(title: &'static str, content: Html) -> Html {
    html! { <section class="errors around"><h2>{ title }</h2>{ content }</section> }
}

#[derive(PartialEq, Properties)]
struct RowsProps {
    paste: Rc<Paste>,
    /// The records of the event log, rather than the findings of other tools.
    events: bool,
}

/// One row for each record or finding.
#[component]
fn Rows(props: &RowsProps) -> Html {
    let desk = use_desk();
    let (shown, onmore) = use_more(STEP);
    {
        let shown = shown.clone();
        use_effect_with(props.paste.clone(), move |_| shown.set(STEP));
    }
    let log = use_memo((props.paste.clone(), props.events), |(paste, events)| {
        events.then(|| log(&paste.reading().events)).flatten()
    });
    let reading = props.paste.reading();
    let (title, rows, count): (_, Vec<Told>, _) = if props.events {
        let events = &reading.events;
        let rows = events.iter().take(*shown).map(event).collect();
        (say::EVENTS, rows, events.len())
    } else {
        let found = &reading.evidence;
        let rows = found.iter().take(*shown).map(evidence).collect();
        (say::OTHERS, rows, found.len())
    };
    let left = count.saturating_sub(*shown);
    let content = html! {
        <>
            if let Some(log) = &*log {
                { section(&log.section, desk.redact) }
                { chart(&log.products, say::log::CHART, say::log::REQUESTS) }
            }
            <ul>
                for (at, told) in rows.iter().enumerate() {
                    <Row key={format!("{at} {}", told.line)} told={told.clone()} redact={desk.redact} />
                }
            </ul>
            if left > 0 { { more_button(words::more_remarks(left), onmore) } }
        </>
    };
    panel(title, content)
}

#[derive(PartialEq, Properties)]
struct RowProps {
    told: Told,
    redact: Redact,
}

/// The sentence, its fields, and the meaning of its code one click away.
#[component]
fn Row(props: &RowProps) -> Html {
    let desk = use_desk();
    let code = use_disclosure();
    let told = &props.told;
    let line = told.line;
    let point = move || Action::Pointed(Some((line, line)));
    html! {
        <li class={class(told.tone)} onmouseover={desk.on(point)} onfocusin={desk.on(point)}>
            <div class="error">
                { mark(told.tone) }
                <p>
                    if let Some(id) = told.id { <strong class="quantity">{ to_article("known", &format!("event-{id}"), id.into()) }</strong>{ " " } }
                    { phrase(&told.sentence, props.redact) }
                </p>
                <span class="where">{ words::lines(line, line) }</span>
            </div>
            <dl class="facts">
                if let Some(number) = told.code {
                    <div>
                        <dt>{ say::RESULT }</dt>
                        <dd>
                            { fold("fold literal", format!("0x{number:08X}").into(), code.open, &code.id, code.ontoggle) }
                        </dd>
                    </div>
                }
                for (name, value) in &told.facts {
                    <div><dt>{ *name }</dt><dd>{ phrase(value, props.redact) }</dd></div>
                }
            </dl>
            if let (true, Some(number)) = (code.open, told.code) {
                <div class="error-meaning" id={code.id}>{ section(&meaning(number), desk.redact) }{ more(Some(Address::Code(number))) }</div>
            }
        </li>
    }
}
