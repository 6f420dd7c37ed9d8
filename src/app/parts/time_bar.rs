//! The time left as a line in time: what is over, what is left.

use yew::prelude::*;

use crate::dom::hundredths;

/// Draws the line; its right end is the end of the period. `minutes` are left of `whole`; `label` says the same in words.
pub fn time_bar(minutes: u32, whole: u32, label: String) -> Html {
    let whole = f64::from(whole.max(1));
    let over = (1.0 - f64::from(minutes) / whole).clamp(0.0, 1.0) * 100.0;
    let quarters = [25, 50, 75];
    html! {
        <svg class="time-bar" viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label={label}>
            <rect class="time-track" y="4" width="100" height="4" />
            <rect class="time-left" x={hundredths(over)} y="4" width={hundredths(100.0 - over)} height="4" />
            for x in quarters { <rect class="time-tick" x={x.to_string()} y="3" width="0.15" height="6" /> }
            <rect class="time-now" x={hundredths((over - 0.25).clamp(0.0, 99.5))} y="0" width="0.5" height="12" />
        </svg>
    }
}
