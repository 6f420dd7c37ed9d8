//! An entry: what it means, where it is seen, why, what to do, from where.

use activation_desk::kb::{Address, Certainty, Row};
use activation_desk::phrase::Redact;
use activation_desk::wording::look_up::title;
use activation_desk::wording::look_up_page::{self as say, entry as labels};
use yew::prelude::*;

use super::answers::kind_badge;
use super::crumbs;
use super::entry::{Entry, entry};
use super::list::List;
use super::sentence::sentence;
use crate::parts::copy_button::CopyButton;
use crate::parts::link::to_entry;
use crate::parts::phrase::phrase;
use crate::parts::sources::sources;

/// Draws the page of an entry.
pub fn page(row: &Row, redact: Redact, file: bool) -> Html {
    html! {
        <article class="article">
            { crumbs(Some(List::of(row))) }
            <header class="article-head">
                <h2 tabindex="-1">{ title(row).into_owned() }</h2>
                { kind_badge(row) }
            </header>
            { body(row, redact) }
            <footer class="card-foot">{ copy_link(row.address(), file) }</footer>
        </article>
    }
}

fn copy_link(address: Address, file: bool) -> Html {
    let text = Callback::from(move |()| {
        let fragment = format!("#/look-up/{}", address.to_fragment());
        let here = web_sys::window().and_then(|window| window.location().href().ok());
        let here = here.filter(|_| !file).unwrap_or_default();
        here.split('#').next().unwrap_or_default().to_owned() + &fragment
    });
    html! { <CopyButton {text} label={say::COPY_LINK} /> }
}

/// Draws what an entry says, below its title.
pub fn body(row: &Row, redact: Redact) -> Html {
    let told = entry(row);
    html! {
        <div class="article-body">
            <div class="article-text">
                <div class="lead">{ sentence(&told.meaning, redact) }</div>
                if !told.when.is_empty() { { part(labels::WHEN, sentence(&told.when, redact)) } }
                if !told.why.is_empty() {
                    { part(labels::WHY, html! {
                        <ul class="points">for why in &told.why { <li>{ sentence(why, redact) }</li> }</ul>
                    }) }
                }
                if !told.what_to_do.is_empty() {
                    <section class="section steps">
                        <h3>{ labels::WHAT_TO_DO }</h3>
                        <ol>for step in &told.what_to_do { <li>{ sentence(step, redact) }</li> }</ol>
                    </section>
                }
                if !told.doubt.is_empty() { { part(labels::DOUBT, sentence(&told.doubt, redact)) } }
            </div>
            <div class="article-side">
                if !told.facts.is_empty() {
                    { part(labels::FACTS, html! {
                        <dl class="rows">
                            for (label, value) in &told.facts {
                                <div class="row"><dt><span class="label">{ *label }</span></dt><dd>{ phrase(value, redact) }</dd></div>
                            }
                        </dl>
                    }) }
                }
                { related(&told) }
                { provenance(&told) }
            </div>
        </div>
    }
}

fn part(label: &'static str, content: Html) -> Html {
    html! { <section class="section"><h3>{ label }</h3>{ content }</section> }
}

fn related(told: &Entry) -> Html {
    let rows: Vec<Row> = told
        .related
        .iter()
        .filter_map(|address| Row::find(*address))
        .collect();
    if rows.is_empty() {
        return Html::default();
    }
    part(
        labels::RELATED,
        html! {
            <ul class="related">
                for row in &rows { <li>{ to_entry("related-way", row.address(), title(row).into_owned().into()) }</li> }
            </ul>
        },
    )
}

fn provenance(told: &Entry) -> Html {
    let community = told.certainty == Certainty::Community;
    part(
        labels::SOURCES,
        html! {
            <>
                <p class={community.then_some("community")}>{ if community { say::COMMUNITY } else { told.certainty.sentence() } }</p>
                { sources(&told.sources.iter().collect::<Vec<_>>()) }
                <p class="hint">{ labels::SEEN }{ " " }<span class="date">{ told.sources.seen() }</span></p>
            </>
        },
    )
}
