//! The menu of samples.

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::desk::use_desk;
use crate::state::Action;
use crate::words;

/// Name and text of each sample, in the order of the menu.
const SAMPLES: [(&str, &str); 6] = [
    (
        words::samples::OFFICE_KMS_HOST,
        include_str!("../../samples/office-kms-host.txt"),
    ),
    (
        words::samples::KMS_CLIENT,
        include_str!("../../samples/windows-kms-client.txt"),
    ),
    (
        words::samples::MAK,
        include_str!("../../samples/windows-mak.txt"),
    ),
    (
        words::samples::RETAIL_NOTIFICATION,
        include_str!("../../samples/windows-retail-notification.txt"),
    ),
    (
        words::samples::EVALUATION,
        include_str!("../../samples/server-evaluation.txt"),
    ),
    (
        words::samples::SEVERAL,
        include_str!("../../samples/several-products.txt"),
    ),
];

/// A menu that opens below its button; Escape and a choice close it.
#[component]
pub fn Samples() -> Html {
    let desk = use_desk();
    let menu = use_node_ref();
    let close = {
        let menu = menu.clone();
        Callback::from(move |()| {
            let Some(menu) = menu.cast::<Element>() else {
                return;
            };
            let _ = menu.remove_attribute("open");
            if let Some(summary) = menu
                .first_element_child()
                .and_then(|summary| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(summary).ok())
            {
                let _ = summary.focus();
            }
        })
    };
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                close.emit(());
            }
        })
    };
    let take = move |text: &'static str| {
        let (desk, close) = (desk.clone(), close.clone());
        Callback::from(move |_: MouseEvent| {
            desk.send(Action::Replaced(text.to_owned()));
            close.emit(());
        })
    };
    html! {
        <details class="menu" ref={menu} {onkeydown}>
            <summary class="button">{ words::samples::LABEL }</summary>
            <ul class="menu-list">
                for (name, text) in SAMPLES {
                    <li><button type="button" onclick={take(text)}>{ name }</button></li>
                }
            </ul>
        </details>
    }
}
