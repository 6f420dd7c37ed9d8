//! A titled group of fields.

use activation_desk::card::Section;
use yew::prelude::*;

use super::chart::Chart;
use super::notes::notes;
use super::row::Field;
use super::sources::sources;
use crate::desk::use_desk;
use crate::words;

#[derive(PartialEq, Properties)]
pub struct SectionViewProps {
    pub section: Section,
}

/// Draws a section of a card.
#[component]
pub fn SectionView(props: &SectionViewProps) -> Html {
    let section = &props.section;
    let desk = use_desk();
    html! {
        <section class={classes!("section", format!("section-{}", section.id))}>
            if !section.title.is_empty() { <h4>{ section.title.to_string() }</h4> }
            if !section.rows.is_empty() {
                <dl class="rows">
                    for row in &section.rows { <Field row={row.clone()} /> }
                </dl>
            }
            if !section.chart.is_empty() { <Chart bars={section.chart.clone()} /> }
            { notes(&section.notes, desk.redact) }
            if !section.sources.is_empty() {
                <details class="section-sources">
                    <summary>{ words::card::SECTION_SOURCES }</summary>
                    { sources(&section.sources) }
                </details>
            }
        </section>
    }
}
