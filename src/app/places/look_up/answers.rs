//! The answers to what stands in the box: what it is by itself, then the entries that have its words.

use activation_desk::kb::{Certainty, Row};
use activation_desk::phrase::Redact;
use activation_desk::search::{Field, Hit};
use activation_desk::wording::look_up::{label, title};
use activation_desk::wording::{ids, look_up_page as say};
use yew::prelude::*;

use super::identified::identified;
use crate::look::Look;
use crate::parts::button::more_button;
use crate::parts::link::{to_entry, way};
use crate::place::Place;
use crate::words;

/// Draws the answers, `shown` of the entries.
pub fn answers(look: &Look, shown: usize, onmore: &Callback<MouseEvent>, redact: Redact) -> Html {
    if look.is_empty() {
        return Html::default();
    }
    if look.too_long {
        return html! {
            <section class="answers">
                <p class="overview">{ ids::TOO_LONG }</p>
                <p>{ way("button", &Place::Read, words::READ.into(), false) }</p>
            </section>
        };
    }
    html! {
        <section class="answers">
            { identified(look, redact) }
            { hits(look, shown, onmore) }
        </section>
    }
}

/// An address without an entry.
pub fn nothing_there(value: &str) -> Html {
    html! { <h2 class="overview" tabindex="-1">{ say::unknown(value) }</h2> }
}

fn hits(look: &Look, shown: usize, onmore: &Callback<MouseEvent>) -> Html {
    let answer = &look.answer;
    if answer.hits.is_empty() {
        return if !look.identified.candidates.is_empty() {
            Html::default()
        } else if look.is_long() {
            html! { <p class="overview">{ say::LONG }</p> }
        } else {
            html! { <p class="overview">{ say::NOTHING }</p> }
        };
    }
    let left = answer.hits.len().saturating_sub(shown);
    html! {
        <section class="hits">
            <h3>{ say::FOUND }<span class="tally">{ words::number(answer.total as u64) }</span></h3>
            if answer.partly { <p class="hint">{ say::PARTLY }</p> }
            if !answer.left_out.is_empty() { <p class="hint">{ say::left_out(&answer.left_out) }</p> }
            <ol>
                for one in answer.hits.iter().take(shown) { { hit(one) } }
            </ol>
            if left > 0 {
                { more_button(say::more(left), onmore.clone()) }
            } else if answer.total > answer.hits.len() {
                <p class="hint">{ say::first_of(answer.hits.len(), answer.total) }</p>
            }
        </section>
    }
}

fn hit(hit: &Hit) -> Html {
    let Some(row) = Row::find(hit.address) else {
        return Html::default();
    };
    html! {
        <li class="hit" key={hit.address.to_fragment()}>
            <p class="hit-head">
                { to_entry("hit-title", hit.address, title(&row).into_owned().into()) }
                { badges(label(&row), row.certainty()) }
            </p>
            <p class="hit-line">
                { marks(hit) }
                if let (Field::Also, Row::Article(article)) = (hit.field, row) { { " \u{2013} " }{ plain(article.meaning) } }
            </p>
        </li>
    }
}

/// What an entry is, and whether only a community list has it.
pub fn badges(label: &'static str, certainty: Certainty) -> Html {
    html! {
        <>
            <span class="badge">{ label }</span>
            if certainty == Certainty::Community { <span class="badge badge-community">{ say::COMMUNITY_SHORT }</span> }
        </>
    }
}

/// The line with the words that were asked for marked.
fn marks(hit: &Hit) -> Html {
    let mut at = 0;
    let mut pieces = Vec::new();
    for range in &hit.marks {
        let (before, marked) = (hit.line.get(at..range.start), hit.line.get(range.clone()));
        let (Some(before), Some(marked)) = (before, marked) else {
            continue;
        };
        pieces.push(plain(before));
        pieces.push(html! { <mark>{ marked.to_owned() }</mark> });
        at = range.end;
    }
    pieces.push(plain(hit.line.get(at..).unwrap_or_default()));
    pieces.into_iter().collect()
}

/// Backticks set commands apart in the texts of the base.
fn plain(text: &str) -> Html {
    text.replace('`', "").into()
}
