//! A small table of counts; the numbers are text, the bars decoration.

use activation_desk::wording::files;
use yew::prelude::*;

use crate::words;

#[derive(PartialEq, Properties)]
pub struct TallyProps {
    /// What is counted.
    pub title: AttrValue,
    /// Name and count, the most frequent first.
    pub rows: Vec<(AttrValue, f64)>,
    /// Rows that are not here.
    pub more: usize,
}

/// Draws the table; nothing where nothing was counted.
#[component]
pub fn TallyTable(props: &TallyProps) -> Html {
    let most = props.rows.first().map_or(1.0, |(_, count)| *count);
    if props.rows.is_empty() {
        return Html::default();
    }
    html! {
        <div class="tally-table">
            <table class="chart">
                <thead>
                    <tr><th scope="col">{ &props.title }</th><th scope="col">{ files::COUNT }</th></tr>
                </thead>
                <tbody>
                    for (name, count) in &props.rows {
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
            if props.more > 0 { <p class="hint">{ files::more(props.more) }</p> }
        </div>
    }
}
