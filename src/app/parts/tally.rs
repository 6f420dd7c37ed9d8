//! A small table of counts; the numbers are text, the bars decoration.

use activation_desk::wording::files;
use yew::prelude::*;

use crate::words;

/// Draws the table: what is counted, name and count of each (the most frequent first), and how many rows are not here.
pub fn tally(title: &'static str, rows: &[(AttrValue, f64)], more: usize) -> Html {
    let most = rows.first().map_or(1.0, |(_, count)| *count);
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <div class="tally-table">
            <table class="chart">
                <thead>
                    <tr><th scope="col">{ title }</th><th scope="col">{ files::COUNT }</th></tr>
                </thead>
                <tbody>
                    for (name, count) in rows {
                        <tr>
                            <th scope="row">{ name }</th>
                            <td>
                                <span class="count">{ words::number(*count as u64) }</span>
                                <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                                    <rect class="bar-track" width="100" height="10" />
                                    // A count that is not nought is never invisible.
                                    <rect class="bar-fill" width={(count / most * 100.0).max(1.0).to_string()} height="10" />
                                </svg>
                            </td>
                        </tr>
                    }
                </tbody>
            </table>
            if more > 0 { <p class="hint">{ files::more(more) }</p> }
        </div>
    }
}
