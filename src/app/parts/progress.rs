//! How far a long work is, with a button that stops it.

use activation_desk::wording::files;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ProgressProps {
    /// What is done.
    pub label: AttrValue,
    /// Bytes.
    pub done: f64,
    /// Bytes of all.
    pub total: f64,
    pub oncancel: Callback<MouseEvent>,
}

/// Draws a bar and the same in words.
#[component]
pub fn Progress(props: &ProgressProps) -> Html {
    let percent = (props.done / props.total.max(1.0) * 100.0).clamp(0.0, 100.0);
    let words = files::progress(props.done, props.total);
    html! {
        <div class="progress">
            <p class="progress-words">{ &props.label }{ " " }<span class="quantity">{ &words }</span></p>
            <div
                role="progressbar"
                aria-label={&props.label}
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow={percent.floor().to_string()}
                aria-valuetext={words}
            >
                <svg class="progress-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <rect class="progress-track" width="100" height="8" />
                    <rect class="progress-done" width={percent.to_string()} height="8" />
                </svg>
            </div>
            <button type="button" class="button" onclick={&props.oncancel}>{ files::CANCEL }</button>
        </div>
    }
}
