//! One product: a row with its state, and the card below it once it is open.

use std::rc::Rc;

use activation_desk::card::{Card, CardOptions, Summary, Tone, When, card, plain};
use yew::prelude::*;

use super::state_block::state_block;
use super::steps::steps;
use super::time_left::TimeLeft;
use crate::desk::{Desk, use_desk};
use crate::dom::{print_only, use_id};
use crate::json;
use crate::parts::button::{button, fold};
use crate::parts::copy_button::CopyButton;
use crate::parts::mark::{class, mark};
use crate::parts::phrase::phrase;
use crate::parts::row::Field;
use crate::parts::section::section;
use crate::paste::Paste;
use crate::state::Action;
use crate::words;

#[derive(PartialEq, Properties)]
pub struct ProductProps {
    pub paste: Rc<Paste>,
    pub summary: Summary,
    pub open: bool,
    /// Whether it is the only one and can't be folded.
    pub alone: bool,
    pub told: CardOptions,
    /// What opening and folding does, where that is not the page's own list.
    #[prop_or_default]
    pub ontoggle: Option<Callback<MouseEvent>>,
    /// The file that it stands in, where there are several.
    #[prop_or_default]
    pub file: Option<String>,
    /// What stands below the card's sections.
    #[prop_or_default]
    pub children: Html,
}

/// Draws the product; its card is built only while it is open.
#[component]
pub fn Product(props: &ProductProps) -> Html {
    let desk = use_desk();
    let (frame, id) = (use_node_ref(), use_id());
    let summary = &props.summary;
    let index = summary.product;
    let deps = (props.paste.clone(), index, props.told, props.open);
    let card = use_memo(deps, |(paste, index, told, open)| {
        open.then(|| card(paste.reading(), *index, told)).flatten()
    });
    html! {
        <article class={classes!("card", class(summary.tone), props.open.then_some("card-open"))} ref={frame.clone()}>
            { head(HeadOf {
                title: phrase(&summary.title, desk.redact),
                name: name(props),
                word: summary.word,
                tone: summary.tone,
                lines: summary.lines,
                file: props.file.as_deref(),
                open: props.open,
                alone: props.alone,
                body: &id,
                ontoggle: props.ontoggle.clone().unwrap_or_else(|| desk.on(move || Action::Toggled(index))),
            }) }
            if let Some(card) = &*card {
                <div class="card-body" {id}>
                    { body(card, props, &desk) }
                    { props.children.clone() }
                    <footer class="card-foot">
                        <CopyButton text={text_of(card, &desk)} label={words::buttons::COPY_TEXT} />
                        <CopyButton text={json_of(&props.paste, index, &desk)} label={words::buttons::COPY_JSON} />
                        { button(words::buttons::PRINT, Callback::from(move |_| print_only(&frame))) }
                    </footer>
                </div>
            }
        </article>
    }
}

/// The printed name of a folded product: hundreds of them share a title.
fn name(props: &ProductProps) -> &str {
    let product = props.paste.reading().products.get(props.summary.product);
    product
        .and_then(|product| product.name.as_deref())
        .unwrap_or_default()
}

/// What the row of a product shows.
pub struct HeadOf<'h> {
    pub title: Html,
    /// The name as printed.
    pub name: &'h str,
    pub word: &'h str,
    pub tone: Tone,
    pub lines: (u32, u32),
    pub file: Option<&'h str>,
    pub open: bool,
    /// Whether it can't be folded.
    pub alone: bool,
    /// The `id` of what is opened.
    pub body: &'h str,
    pub ontoggle: Callback<MouseEvent>,
}

/// The row of a product: what it is, and its state while it is folded.
pub fn head(of: HeadOf<'_>) -> Html {
    html! {
        <header class="card-head">
            <h3>
                if of.alone {
                    { of.title }
                } else {
                    { fold("fold", of.title, of.open, of.body, of.ontoggle) }
                }
            </h3>
            if !of.open { <span class="card-name">{ of.name.to_owned() }</span> }
            if !of.open && !of.word.is_empty() { <span class="verdict">{ mark(of.tone) }{ of.word.to_owned() }</span> }
            <span class="where">if let Some(file) = of.file { { file.to_owned() }{ ", " } }{ words::lines(of.lines.0, of.lines.1) }</span>
        </header>
    }
}

fn body(card: &Card, props: &ProductProps, desk: &Desk) -> Html {
    let redact = desk.redact;
    html! {
        <>
            if !card.subtitle.is_empty() { <p class="subtitle">{ phrase(&card.subtitle, redact) }</p> }
            if let Some(state) = &card.state { { state_block(state, time_of(card, props), desk) } } else { { time_of(card, props) } }
            { steps(&card.steps, redact) }
            if let Some(reason) = &card.reason { { section(reason, redact) } }
            if !card.identity.is_empty() {
                <section class="section section-identity">
                    <h4>{ words::IDENTITY }</h4>
                    <dl class="rows">
                        for row in &card.identity { <Field row={row.clone()} /> }
                    </dl>
                </section>
            }
            for shown in &card.sections { { section(shown, redact) } }
        </>
    }
}

fn time_of(card_shown: &Card, props: &ProductProps) -> Html {
    let Some(time) = &card_shown.time else {
        return Html::default();
    };
    // The question as it stood before it was answered: its other readings stay at hand.
    let asked = match (&time.when, props.told.printed_at) {
        (When::At { .. }, Some(_)) => card(
            props.paste.reading(),
            card_shown.product,
            &CardOptions::default(),
        )
        .and_then(|card| card.time)
        .map(|time| time.when),
        (when, _) => Some(when.clone()),
    };
    let choices = match asked {
        Some(When::Ask { choices, .. }) => choices,
        _ => Vec::new(),
    };
    html! { <TimeLeft time={time.clone()} told={props.told.printed_at} {choices} /> }
}

fn text_of(card: &Card, desk: &Desk) -> Callback<(), String> {
    let (card, redact) = (card.clone(), desk.redact);
    Callback::from(move |()| plain(&card, redact))
}

fn json_of(paste: &Rc<Paste>, index: usize, desk: &Desk) -> Callback<(), String> {
    let (paste, redact) = (paste.clone(), desk.redact);
    Callback::from(move |()| json::product(&paste, index, redact))
}
