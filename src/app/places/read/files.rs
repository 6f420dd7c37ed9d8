//! Files: the button that opens them, the list of those that are open, and a sentence for each that can't be read.

use std::rc::Rc;

use activation_desk::card::Tone;
use activation_desk::wording::files::{self as words, CODE_PAGES, Trouble};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::bulk::Source;
use crate::desk::Desk;
use crate::drop::sources;
use crate::parts::mark::mark;
use crate::state::Opened;

/// So many files are listed.
const LISTED: usize = 8;

/// A button; the browser's own control behind it says nothing that it does not say.
pub fn open_files(desk: &Rc<Desk>) -> Html {
    let desk = desk.clone();
    let onclick = Callback::from(|event: MouseEvent| {
        let input = event
            .target_dyn_into::<Element>()
            .and_then(|button| button.next_element_sibling());
        if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
            input.click();
        }
    });
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
            return;
        };
        let chosen = input
            .files()
            .map(|chosen| sources(&chosen))
            .unwrap_or_default();
        // The same file can be chosen again.
        input.set_value("");
        if !chosen.is_empty() {
            desk.open(chosen, Vec::new());
        }
    });
    html! {
        <>
            <button type="button" class="button" {onclick}>{ words::OPEN }</button>
            <input type="file" multiple=true hidden=true {onchange} />
        </>
    }
}

/// Draws the list; pasted text has no name and is not listed. `hidden`: names are, since files are named after machines.
pub fn files(desk: &Rc<Desk>, opened: &Rc<Opened>, hidden: bool) -> Html {
    if opened.sources.iter().all(|source| source.name.is_empty()) {
        return Html::default();
    }
    let choose = |at: usize| {
        let (desk, opened) = (desk.clone(), opened.clone());
        Callback::from(move |page: String| {
            let mut sources: Vec<Source> = opened.sources.to_vec();
            sources[at].page = Some(page);
            desk.open(sources, Vec::new());
        })
    };
    let in_page = |at: &usize| {
        let outcome = opened.outcomes.get(*at);
        outcome.is_some_and(|outcome| outcome.page.is_some())
    };
    // Those that ask for a choice come first.
    let (asking, others): (Vec<_>, Vec<_>) = (0..opened.sources.len()).partition(in_page);
    let shown: Vec<_> = asking.iter().chain(&others).copied().take(LISTED).collect();
    let more = opened.sources.len() - shown.len();
    html! {
        <div class="files">
            <ul aria-label={words::FILES}>
                for at in shown {
                    <li key={at}>
                        <span class="file-name">{ name(&opened.sources[at].name, at, hidden) }</span>{ " " }
                        <span class="hint">{ words::size(opened.sources[at].size()) }</span>
                        if let Some(page) = opened.outcomes.get(at).and_then(|outcome| outcome.page.as_deref()) {
                            { code_page(page, choose(at)) }
                        }
                    </li>
                }
            </ul>
            if more > 0 { <p class="hint">{ words::more(more) }</p> }
            if !asking.is_empty() { <p class="hint">{ words::CODE_PAGE_HINT }</p> }
        </div>
    }
}

/// The name as it may be shown.
pub fn name(name: &str, at: usize, hidden: bool) -> String {
    if name.is_empty() {
        words::PASTED.to_owned()
    } else if hidden {
        words::file_number(at + 1)
    } else {
        name.to_owned()
    }
}

/// The choice of a code page; the text is read again with each.
fn code_page(page: &str, onchoose: Callback<String>) -> Html {
    let current = page;
    let onchange = onchoose.reform(|event: Event| {
        let chosen = event.target_dyn_into::<HtmlSelectElement>();
        chosen.map(|select| select.value()).unwrap_or_default()
    });
    html! {
        <label class="code-page">
            <span>{ words::CODE_PAGE }</span>
            <select {onchange}>
                for (page, words) in CODE_PAGES {
                    <option value={page} selected={page == current}>{ words }</option>
                }
            </select>
        </label>
    }
}

/// One plain sentence for each.
pub fn troubles(troubles: &[(String, Trouble)], hidden: bool) -> Html {
    let more = troubles.len().saturating_sub(LISTED);
    html! {
        <>
            for (name, trouble) in troubles.iter().take(LISTED) {
                <p class="note tone-watch">{ mark(Tone::Watch) }<span>{ words::trouble(if hidden { words::HIDDEN } else { name }, *trouble) }</span></p>
            }
            if more > 0 { <p class="hint">{ words::more(more) }</p> }
        </>
    }
}
