//! A text in which nothing was recognised: that, and what to run.

use std::rc::Rc;

use yew::prelude::*;

use super::how_to::commands;
use crate::paste::Paste;
use crate::words;

#[derive(PartialEq, Properties)]
pub struct NothingProps {
    pub paste: Rc<Paste>,
}

/// Draws the sentence and the commands.
#[component]
pub fn Nothing(props: &NothingProps) -> Html {
    html! {
        <section class="nothing">
            <p class="overview">{ words::nothing(&props.paste) }</p>
            for way in words::HOW_TO { { commands(way) } }
        </section>
    }
}
