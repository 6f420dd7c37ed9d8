//! A titled group of fields.

use activation_desk::card::Section;
use activation_desk::phrase::Redact;
use yew::prelude::*;

use super::chart::chart;
use super::notes::notes;
use super::row::Field;
use super::sources::sources;
use crate::words;

/// Draws a section of a card.
pub fn section(section: &Section, redact: Redact) -> Html {
    html! {
        <section class={classes!("section", format!("section-{}", section.id))}>
            if !section.title.is_empty() { <h4>{ section.title.to_string() }</h4> }
            if !section.rows.is_empty() {
                <dl class="rows">
                    for row in &section.rows { <Field row={row.clone()} /> }
                </dl>
            }
            if !section.chart.is_empty() { { chart(&section.chart, words::CHART_LABEL, words::CHART_VALUE) } }
            { notes(&section.notes, redact) }
            if !section.sources.is_empty() {
                <details class="section-sources">
                    <summary>{ words::card::SECTION_SOURCES }</summary>
                    { sources(&section.sources) }
                </details>
            }
        </section>
    }
}
