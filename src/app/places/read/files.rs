//! Files: the button that opens them, the list of those that are open, and a sentence for each that can't be read.

use std::rc::Rc;

use activation_desk::wording::files::{self, CODE_PAGES, Trouble};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::bulk::Source;
use crate::desk::use_desk;
use crate::drop::sources;
use crate::parts::mark::mark;
use crate::state::Opened;

/// So many files are listed.
const LISTED: usize = 8;

/// A button; the browser's own control behind it says nothing that it does not say.
#[component]
pub fn OpenFiles() -> Html {
    let desk = use_desk();
    let input = use_node_ref();
    let onclick = {
        let input = input.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
            return;
        };
        let chosen = input
            .files()
            .map(|files| sources(&files))
            .unwrap_or_default();
        // The same file can be chosen again.
        input.set_value("");
        if !chosen.is_empty() {
            desk.open(chosen, Vec::new());
        }
    });
    html! {
        <>
            <button type="button" class="button" {onclick}>{ files::OPEN }</button>
            <input type="file" multiple=true hidden=true ref={input} {onchange} />
        </>
    }
}

#[derive(PartialEq, Properties)]
pub struct FilesProps {
    pub opened: Rc<Opened>,
    /// Whether names are hidden: files are named after machines.
    pub hidden: bool,
}

/// Draws the list; pasted text has no name and is not listed.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    let desk = use_desk();
    let opened = &props.opened;
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
            <ul aria-label={files::FILES}>
                for at in shown {
                    <li key={at}>
                        <span class="file-name">{ name(&opened.sources[at].name, at, props.hidden) }</span>{ " " }
                        <span class="hint">{ files::size(opened.sources[at].size()) }</span>
                        if let Some(outcome) = opened.outcomes.get(at) {
                            if let Some(page) = &outcome.page { <CodePage page={page.clone()} onchoose={choose(at)} /> }
                            if let Some(trouble) = outcome.trouble { { " " }<span class="file-trouble">{ files::short_trouble(trouble) }</span> }
                        }
                    </li>
                }
            </ul>
            if more > 0 { <p class="hint">{ files::more(more) }</p> }
            if !asking.is_empty() { <p class="hint">{ files::CODE_PAGE_HINT }</p> }
        </div>
    }
}

/// The name as it may be shown.
pub fn name(name: &str, at: usize, hidden: bool) -> String {
    if name.is_empty() {
        files::PASTED.to_owned()
    } else if hidden {
        files::file_number(at + 1)
    } else {
        name.to_owned()
    }
}

#[derive(PartialEq, Properties)]
struct CodePageProps {
    page: String,
    onchoose: Callback<String>,
}

/// The choice of a code page; the text is read again with each.
#[component]
fn CodePage(props: &CodePageProps) -> Html {
    let onchange = props.onchoose.reform(|event: Event| {
        let chosen = event.target_dyn_into::<HtmlSelectElement>();
        chosen.map(|select| select.value()).unwrap_or_default()
    });
    html! {
        <label class="code-page">
            <span>{ files::CODE_PAGE }</span>
            <select {onchange}>
                for (page, words) in CODE_PAGES {
                    <option value={page} selected={page == props.page}>{ words }</option>
                }
            </select>
        </label>
    }
}

#[derive(PartialEq, Properties)]
pub struct TroublesProps {
    pub troubles: Rc<[(String, Trouble)]>,
}

/// One plain sentence for each.
#[component]
pub fn Troubles(props: &TroublesProps) -> Html {
    let more = props.troubles.len().saturating_sub(LISTED);
    html! {
        <>
            for (name, trouble) in props.troubles.iter().take(LISTED) {
                <p class="note tone-watch">{ mark(activation_desk::card::Tone::Watch) }<span>{ files::trouble(name, *trouble) }</span></p>
            }
            if more > 0 { <p class="hint">{ files::more(more) }</p> }
        </>
    }
}
