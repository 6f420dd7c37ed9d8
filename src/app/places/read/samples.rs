//! The menu of samples.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};
use yew::prelude::*;

use crate::desk::use_desk;
use crate::state::Action;
use crate::words;

/// A name and a text.
type Sample = (&'static str, &'static str);

/// The samples in their groups, in the order of the menu.
const SAMPLES: [(&str, &[Sample]); 4] = [
    (
        words::samples::SLMGR,
        &[
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
            (words::samples::XPR, include_str!("../../samples/xpr.txt")),
            (
                words::samples::ATO_ERROR,
                include_str!("../../samples/ato-error.txt"),
            ),
            (
                words::samples::TRANSLATED,
                include_str!("../../samples/spanish.txt"),
            ),
        ],
    ),
    (
        words::samples::OFFICE,
        &[
            (
                words::samples::OSPP_DSTATUS,
                include_str!("../../samples/ospp-dstatus.txt"),
            ),
            (
                words::samples::OSPP_ACT,
                include_str!("../../samples/ospp-act.txt"),
            ),
            (
                words::samples::VNEXTDIAG,
                include_str!("../../samples/vnextdiag.txt"),
            ),
        ],
    ),
    (
        words::samples::POWERSHELL,
        &[
            (
                words::samples::CIM_LIST,
                include_str!("../../samples/cim-list.txt"),
            ),
            (
                words::samples::CIM_JSON,
                include_str!("../../samples/cim-json.txt"),
            ),
            (
                words::samples::OSLICENSE,
                include_str!("../../samples/oslicense.txt"),
            ),
        ],
    ),
    (
        words::samples::AROUND,
        &[
            (
                words::samples::CLIENT_LOG,
                include_str!("../../samples/event-log.txt"),
            ),
            (
                words::samples::HOST_LOG,
                include_str!("../../samples/host-log.txt"),
            ),
            (
                words::samples::SESSION,
                include_str!("../../samples/around.txt"),
            ),
        ],
    ),
];

/// A menu that opens below its button; Escape, a choice, a press outside and the focus that leaves it close it.
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
                .and_then(|summary| summary.dyn_into::<HtmlElement>().ok())
            {
                let _ = summary.focus();
            }
        })
    };
    {
        let menu = menu.clone();
        use_effect_with((), move |()| {
            let document = web_sys::window().and_then(|window| window.document());
            let listener = document.map(|document| {
                EventListener::new(&document, "pointerdown", move |event| {
                    // Not the target: outside a shadow tree that is the whole element.
                    let path = event.composed_path();
                    if let Some(menu) = menu.cast::<Element>()
                        && !path.includes(&menu, 0)
                    {
                        let _ = menu.remove_attribute("open");
                    }
                })
            });
            move || drop(listener)
        });
    }
    let onfocusout = {
        let menu = menu.clone();
        Callback::from(move |event: FocusEvent| {
            // Without a new place the focus left the window, or a press landed where nothing takes it.
            let to = event
                .related_target()
                .and_then(|to| to.dyn_into::<Node>().ok());
            if let (Some(menu), Some(to)) = (menu.cast::<Element>(), to)
                && !menu.contains(Some(&to))
            {
                let _ = menu.remove_attribute("open");
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
        <details class="menu" ref={menu} {onkeydown} {onfocusout}>
            <summary class="button">{ words::samples::LABEL }</summary>
            <div class="menu-list">
                for (group, samples) in SAMPLES {
                    <div>
                        <p class="menu-title" aria-hidden="true">{ group }</p>
                        <ul aria-label={group}>
                            for (name, text) in samples.iter().copied() {
                                <li><button type="button" onclick={take(text)}>{ name }</button></li>
                            }
                        </ul>
                    </div>
                }
            </div>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use activation_desk::id::installation_id::{Inspection, inspect};
    use activation_desk::reading::read;

    use super::{SAMPLES, words};

    #[test]
    fn every_line_of_every_sample_is_understood_and_the_check_digits_hold() {
        let samples = SAMPLES.iter().flat_map(|(_, samples)| samples.iter());
        for (name, text) in samples {
            let reading = read(text);
            assert_eq!(reading.remarks, [], "{name}");
            assert!(!reading.parts.is_empty(), "{name}");
            let told = reading.products.len() + reading.errors.len() + reading.events.len();
            assert!(told > 0 || *name == words::samples::VNEXTDIAG, "{name}");
            for id in reading
                .products
                .iter()
                .filter_map(|product| product.installation_id.as_deref())
            {
                let holds = matches!(inspect(id), Inspection::Groups(groups) if groups.all_hold());
                assert!(holds, "{name}: {id}");
            }
        }
    }
}
