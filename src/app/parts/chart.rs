//! A small bar chart that is a table: the numbers are text, the bars decoration.

use activation_desk::card::{Bar, article_of};
use activation_desk::kb::Address;
use yew::prelude::*;

use super::label::{label, use_disclosure};
use super::link::more;
use crate::desk::use_desk;
use crate::dom::hundredths;
use crate::state::Action;
use crate::words;

/// Draws the bars, all on the scale of the longest; `label` is what is counted, `value` what the numbers are.
pub fn chart(bars: &[Bar], label: &'static str, value: &'static str) -> Html {
    let most = bars.iter().map(|bar| bar.value).max().unwrap_or(0);
    html! {
        <table class="chart">
            <thead>
                <tr><th scope="col">{ label }</th><th scope="col">{ value }</th></tr>
            </thead>
            <tbody>
                for bar in bars { <ChartBar bar={bar.clone()} {most} /> }
            </tbody>
        </table>
    }
}

#[derive(PartialEq, Properties)]
struct ChartBarProps {
    bar: Bar,
    most: u64,
}

#[component]
fn ChartBar(props: &ChartBarProps) -> Html {
    let bar = &props.bar;
    let desk = use_desk();
    let meaning = use_disclosure();
    let lines = bar.line.map(|line| (line, line));
    let point = move || Action::Pointed(lines);
    // A count that is not nought is never invisible.
    let width = if bar.value == 0 {
        0.0
    } else {
        (bar.value as f64 / props.most.max(1) as f64 * 100.0).max(1.0)
    };
    html! {
        <tr onmouseover={desk.on(point)} onfocusin={desk.on(point)}>
            <th scope="row">
                { label(bar.label.to_string(), !bar.meaning.is_empty(), &meaning) }
                if meaning.open {
                    <div class="meaning" id={meaning.id}>
                        <p>{ bar.meaning }</p>
                        { more(article_of(bar.key).and_then(Address::parse)) }
                    </div>
                }
            </th>
            <td>
                <span class="count">{ words::number(bar.value) }</span>
                <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <rect class="bar-track" width="100" height="10" />
                    <rect class="bar-fill" width={hundredths(width)} height="10" />
                </svg>
            </td>
        </tr>
    }
}
