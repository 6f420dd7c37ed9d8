//! How far a long work is, with a button that stops it.

use activation_desk::wording::files;
use yew::prelude::*;

use super::button::button;

/// Draws a bar and the same in words; `done` and `total` are bytes.
pub fn progress(
    label: &'static str,
    done: f64,
    total: f64,
    oncancel: Callback<MouseEvent>,
) -> Html {
    let percent = (done / total.max(1.0) * 100.0).clamp(0.0, 100.0);
    let words = files::progress(done, total);
    html! {
        <div class="progress">
            <p class="progress-words">{ label }{ " " }<span class="quantity">{ &words }</span></p>
            <div
                role="progressbar"
                aria-label={label}
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow={(percent as u32).to_string()}
                aria-valuetext={words}
            >
                <svg class="progress-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <rect class="progress-track" width="100" height="8" />
                    <rect class="progress-done" width={(percent as u32).to_string()} height="8" />
                </svg>
            </div>
            { button(files::CANCEL, oncancel) }
        </div>
    }
}
