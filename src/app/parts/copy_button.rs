//! A button that puts a text on the clipboard and says that it did.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::desk::use_desk;
use crate::words;

/// Milliseconds for which the button says so.
const SAID_FOR: u32 = 2000;

#[derive(PartialEq, Properties)]
pub struct CopyButtonProps {
    /// Gives the text, asked for only when it is wanted.
    pub text: Callback<(), String>,
    /// What the button says.
    #[prop_or(AttrValue::Static(words::buttons::COPY))]
    pub label: AttrValue,
    /// What is copied, for those who don't see where the button stands.
    #[prop_or_default]
    pub what: Option<AttrValue>,
}

/// Draws the button.
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let desk = use_desk();
    let copied = use_state(|| None::<bool>);
    {
        let copied = copied.clone();
        use_effect_with(*copied, move |&now| {
            let timeout =
                (now == Some(true)).then(|| Timeout::new(SAID_FOR, move || copied.set(None)));
            move || drop(timeout)
        });
    }
    let onclick = {
        let (text, copied) = (props.text.clone(), copied.clone());
        Callback::from(move |_: MouseEvent| {
            let copied = copied.clone();
            desk.copy(text.emit(()), move |done| copied.set(Some(done)));
        })
    };
    let done = *copied == Some(true);
    html! {
        <>
            <button type="button" class={classes!("button", "copy", done.then_some("copied"))} {onclick}>
                if done { { words::buttons::COPIED } } else { { &props.label } }
                if let Some(what) = &props.what { <span class="unseen">{ " " }{ what }</span> }
            </button>
            if *copied == Some(false) { <span class="copy-failed">{ words::live::COPY_FAILED }</span> }
        </>
    }
}
