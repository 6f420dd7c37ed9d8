//! Where facts come from.

use yew::prelude::*;

use crate::words;

/// Draws the sources as a list; public addresses are links, which only the user follows.
pub fn sources(sources: &[&'static str]) -> Html {
    if sources.is_empty() {
        return Html::default();
    }
    html! {
        <div class="sources">
            <p>{ words::card::SOURCES }</p>
            <ul>
                for source in sources.iter().copied() { <li>{ one(source) }</li> }
            </ul>
        </div>
    }
}

fn one(source: &'static str) -> Html {
    if source.starts_with("https://") {
        html! { <a href={source} target="_blank" rel="noreferrer noopener">{ source }</a> }
    } else {
        html! { source }
    }
}
