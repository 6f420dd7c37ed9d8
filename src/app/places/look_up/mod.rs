//! Look up: one box for any ID, code or word; the entries behind it, and lists of them.

mod answers;
mod ask;
mod browse;
mod identified;
pub mod list;
mod page;
mod sentence;

use std::rc::Rc;

use activation_desk::phrase::Redact;
use activation_desk::wording::look_up_page as say;
use yew::prelude::*;

use crate::desk::use_desk;
use crate::dom::use_id;
use crate::look::Look;
use crate::parts::button::use_more;
use crate::place::{Place, Shown};
use answers::{answers, nothing_there};
use ask::ask;
use browse::{browse, listed};
use page::page;

/// So many hits at first, and so many more for each asking.
const STEP: usize = 20;

#[derive(PartialEq, Properties)]
pub struct LookUpProps {
    pub place: Place,
    pub look: Rc<Look>,
    pub redact: Redact,
    /// Whether the page is a file, whose address is worth nothing elsewhere.
    pub file: bool,
}

/// Draws the place; nothing elsewhere.
#[component]
pub fn LookUp(props: &LookUpProps) -> Html {
    let (desk, id) = (use_desk(), use_id());
    let (shown, onmore) = use_more(STEP);
    {
        let shown = shown.clone();
        use_effect_with(props.look.clone(), move |_| shown.set(STEP));
    }
    let (Some(what), Place::LookUp(value)) = (props.place.shown(), &props.place) else {
        return Html::default();
    };
    let look = &props.look;
    let found = || answers(look, *shown, &onmore, props.redact);
    html! {
        <div class="look-up">
            { ask(look, &id, what == Shown::Answers, &desk) }
            { match what {
                Shown::Answers if look.is_empty() => browse(),
                Shown::Answers => found(),
                Shown::List(list) => listed(list),
                Shown::Entry(row) => page(&row, props.redact, props.file),
                Shown::Unknown => html! { <>{ nothing_there(value) }{ found() }</> },
            } }
        </div>
    }
}

/// The way back: Look up, and the list that one is in.
fn crumbs(list: Option<list::List>) -> Html {
    use crate::parts::link::way;
    html! {
        <nav class="crumbs" aria-label={say::CRUMBS}>
            { way("crumb", &Place::look_up(""), say::LOOK_UP.into(), false) }
            if let Some(list) = list { { way("crumb", &Place::look_up(list.name()), list.words().0.into(), false) } }
        </nav>
    }
}
