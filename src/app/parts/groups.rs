//! Digits in groups, each in its box; a group whose check digit fails carries a mark and a word.

use activation_desk::card::{Group, Tone};
use yew::prelude::*;

use super::mark::mark;
use crate::words;

/// Draws the groups.
pub fn groups(groups: &[Group]) -> Html {
    html! {
        <ol class="groups">
            for (index, group) in groups.iter().enumerate() { { boxed(index + 1, group) } }
        </ol>
    }
}

fn boxed(number: usize, group: &Group) -> Html {
    let fails = group.holds == Some(false);
    html! {
        <li class={classes!("group", fails.then_some("group-fails"))}>
            <span class="group-number" aria-hidden="true">{ number }</span>
            <span class="group-digits">{ &group.digits }</span>
            if fails { <span class="group-verdict">{ mark(Tone::Bad) }{ words::GROUP_FAILS }</span> }
        </li>
    }
}
