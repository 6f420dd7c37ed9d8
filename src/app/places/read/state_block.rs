//! The license state in one plain sentence, the time it still lasts, and what follows from it.

use activation_desk::card::StateCard;
use yew::prelude::*;

use crate::desk::Desk;
use crate::parts::link::to_article;
use crate::parts::mark::{class, mark};
use crate::parts::phrase::phrase;
use crate::state::Action;
use crate::words;

/// Draws mark, word and sentence, the time, then people, next and end.
pub fn state_block(state: &StateCard, time: Html, desk: &Desk) -> Html {
    let lines = state.line.map(|line| (line, line));
    let point = desk.on(move || Action::Pointed(lines));
    let follows = [
        (words::card::PEOPLE, &state.people),
        (words::card::NEXT, &state.next),
        (words::card::ENDS, &state.ends),
    ];
    html! {
        <section class={classes!("state", class(state.tone))}>
            <h4 class="unseen">{ words::STATE }</h4>
            <p class="state-sentence" onmouseover={point.clone()}>
                <span class="state-word">{ mark(state.tone) }{ match state.article { Some(key) => to_article("known", key, state.word.into()), None => state.word.into() } }</span>
                <span class="state-words">{ phrase(&state.sentence, desk.redact) }</span>
            </p>
            { time }
            <dl class="follows" onmouseover={point}>
                for (label, text) in follows.into_iter().filter(|(_, text)| !text.is_empty()) {
                    <div><dt>{ label }</dt><dd>{ phrase(text, desk.redact) }</dd></div>
                }
            </dl>
        </section>
    }
}
