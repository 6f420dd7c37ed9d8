//! The mark of a tone: a shape of its own, so that colour is never alone.

use activation_desk::card::Tone;
use yew::prelude::*;

/// The class that carries the tone's colour.
pub const fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "tone-good",
        Tone::Watch => "tone-watch",
        Tone::Bad => "tone-bad",
        Tone::Neutral => "tone-neutral",
    }
}

/// A disc with a tick, a triangle, an octagon with a cross, or a ring. Decoration: a word always stands beside it.
pub fn mark(tone: Tone) -> Html {
    let shape = match tone {
        Tone::Good => html! {
            <>
                <circle cx="8" cy="8" r="7.5" fill="currentColor" />
                <path d="M4.4 8.4 7 11l4.7-5.6" fill="none" class="mark-ink" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round" />
            </>
        },
        Tone::Watch => html! {
            <>
                <path d="M8 .9 15.6 14.6H.4Z" fill="currentColor" stroke="currentColor" stroke-width="1" stroke-linejoin="round" />
                <path d="M8 5.6v4.2M8 12.1v.5" fill="none" class="mark-ink" stroke-width="1.8" stroke-linecap="round" />
            </>
        },
        Tone::Bad => html! {
            <>
                <path d="M4.9.5h6.2l4.4 4.4v6.2l-4.4 4.4H4.9L.5 11.1V4.9Z" fill="currentColor" />
                <path d="m5.2 5.2 5.6 5.6M10.800 5.2l-5.6 5.6" fill="none" class="mark-ink" stroke-width="1.9" stroke-linecap="round" />
            </>
        },
        Tone::Neutral => {
            html! { <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="2" /> }
        }
    };
    html! { <svg class="mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{ shape }</svg> }
}
