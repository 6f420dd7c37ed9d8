//! Digits in groups, each in its box; a group whose check digit fails carries a mark and a word.

use activation_desk::card::{Group, Tone};
use activation_desk::phrase::{Kind, Redact};
use yew::prelude::*;

use super::mark::mark;
use crate::words;

/// Draws the groups; nothing where there are none or where they are hidden (the value says so then).
pub fn groups(groups: &[Group], redact: Redact) -> Html {
    if groups.is_empty() {
        return Html::default();
    }
    if let (Redact::Yes, Some(placeholder)) = (redact, Kind::InstallationId.placeholder()) {
        return html! { <p class="hidden-value">{ placeholder }</p> };
    }
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
