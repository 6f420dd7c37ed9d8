//! An entry: what it means, where it is seen, why, what to do, from where.

use activation_desk::entry::Entry;
use activation_desk::kb::{Address, Certainty, Row};
use activation_desk::phrase::{Phrase, Redact};
use activation_desk::wording::look_up_page::{self as say, entry as labels};
use yew::prelude::*;

use super::answers::badges;
use super::crumbs;
use super::list::List;
use super::sentence::sentence;
use crate::dom::print_all;
use crate::parts::button::button;
use crate::parts::copy_button::CopyButton;
use crate::parts::link::{is_addressed, to_entry};
use crate::parts::phrase::phrase;
use crate::parts::sources::sources;
use crate::words;

/// Draws the page of an entry.
pub fn page(row: &Row, redact: Redact, file: bool) -> Html {
    let entry = Entry::of(row);
    html! {
        <article class="article">
            { crumbs(Some(List::of(row))) }
            <header class="article-head">
                <h2 tabindex="-1">{ entry.title.to_string() }</h2>
                { badges(entry.label, entry.certainty) }
            </header>
            { body(&entry, redact) }
            <footer class="card-foot">
                if is_addressed() { { copy_link(entry.address, file) } }
                { button(words::buttons::PRINT, Callback::from(|_| print_all())) }
            </footer>
        </article>
    }
}

/// The whole address; in a file, whose address is worth nothing elsewhere, the fragment alone.
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
pub fn body(entry: &Entry, redact: Redact) -> Html {
    html! {
        <div class="article-body">
            <div class="article-text">
                <div class="lead">{ sentence(&entry.meaning, redact) }</div>
                { all(labels::WHEN, std::slice::from_ref(&entry.when), redact) }
                { all(labels::WHY, &entry.why, redact) }
                if !entry.what_to_do.is_empty() {
                    <section class="section steps">
                        <h3>{ labels::WHAT_TO_DO }</h3>
                        <ol>for step in &entry.what_to_do { <li>{ sentence(step, redact) }</li> }</ol>
                    </section>
                }
                { all(labels::NOTES, &entry.notes, redact) }
                { all(labels::DOUBT, std::slice::from_ref(&entry.doubt), redact) }
            </div>
            <div class="article-side">
                if !entry.facts.is_empty() {
                    { part(labels::FACTS, html! {
                        <dl class="rows">
                            for fact in &entry.facts {
                                <div class="row"><dt><span class="label">{ fact.label }</span></dt><dd>{ value(entry, &fact.value, redact) }</dd></div>
                            }
                        </dl>
                    }) }
                }
                if !entry.related.is_empty() {
                    { part(labels::RELATED, html! {
                        <ul class="related">
                            for other in &entry.related { <li>{ to_entry("related-way", other.address, other.title.to_string().into()) }</li> }
                        </ul>
                    }) }
                }
                { part(labels::SOURCES, provenance(entry)) }
            </div>
        </div>
    }
}

/// A fact; what would lead to this very entry leads nowhere.
fn value(entry: &Entry, value: &Phrase, redact: Redact) -> Html {
    let own = Address::parse(&value.plain(Redact::No)) == Some(entry.address);
    if own {
        html! { <span class="literal">{ value.plain(redact) }</span> }
    } else {
        phrase(value, redact)
    }
}

fn part(label: &'static str, content: Html) -> Html {
    html! { <section class="section"><h3>{ label }</h3>{ content }</section> }
}

/// Sentences below a heading: one as it is, several as a list, none not at all.
fn all(label: &'static str, said: &[Phrase], redact: Redact) -> Html {
    match said {
        [] => Html::default(),
        [one] if one.is_empty() => Html::default(),
        [one] => part(label, sentence(one, redact)),
        many => part(
            label,
            html! { <ul class="points">for one in many { <li>{ sentence(one, redact) }</li> }</ul> },
        ),
    }
}

fn provenance(entry: &Entry) -> Html {
    let community = entry.certainty == Certainty::Community;
    html! {
        <>
            <p class={community.then_some("community")}>{ if community { say::COMMUNITY_SENTENCE } else { entry.certainty.sentence() } }</p>
            { sources(&entry.sources) }
            <p class="hint">{ labels::SEEN }{ " " }<span class="date">{ entry.seen }</span>{ "." }</p>
        </>
    }
}
