//! The lists, for those who have no word yet.

use activation_desk::id::error_code;
use activation_desk::kb::{Certainty, Row};
use activation_desk::wording::channels::channel;
use activation_desk::wording::look_up::title;
use activation_desk::wording::look_up_page as say;
use yew::prelude::*;

use super::crumbs;
use super::list::List;
use crate::parts::link::{to_entry, way};
use crate::place::Place;
use crate::words;

/// Draws the ways to all lists.
pub fn browse() -> Html {
    html! {
        <section class="browse">
            <h3>{ say::BROWSE }</h3>
            <ul>
                for list in List::ALL {
                    <li>
                        { way("browse-way", &Place::look_up(list.name()), html! {
                            <>
                                <span class="browse-title">{ list.words().0 }</span>
                                <span class="tally">{ words::number(list.count() as u64) }</span>
                            </>
                        }, false) }
                        <p>{ list.words().1 }</p>
                    </li>
                }
            </ul>
        </section>
    }
}

/// Draws one list.
pub fn listed(list: List) -> Html {
    let sections = list.sections();
    html! {
        <section class="listed">
            { crumbs(None) }
            <h2 tabindex="-1">{ list.words().0 }<span class="tally">{ words::number(list.count() as u64) }</span></h2>
            <p class="hint">{ list.words().1 }</p>
            for section in &sections {
                <section class="listed-part">
                    <h3>{ section.title }</h3>
                    <ul class={class(section.rows.first())}>
                        for row in &section.rows { { line(row) } }
                    </ul>
                </section>
            }
        </section>
    }
}

/// Short names stand beside what they mean, long ones above it.
fn class(first: Option<&Row>) -> &'static str {
    match first {
        Some(Row::Code(_) | Row::Build(_) | Row::Lcid(_) | Row::PidPiece(..)) => {
            "lines lines-short"
        }
        _ => "lines",
    }
}

fn line(row: &Row) -> Html {
    let community = row.certainty() == Certainty::Community;
    let (name, meaning): (String, Html) = match row {
        Row::Code(reason) => (
            error_code::format(reason.code),
            reason.meaning.replace('`', "").into(),
        ),
        Row::Article(article) => (
            article.title.to_owned(),
            article.meaning.replace('`', "").into(),
        ),
        Row::ActivationId(known) => {
            // The generation stands above.
            let name = title(row).replace(&format!(" ({})", known.generation), "");
            let channel = channel(known.channel);
            let channel = channel.split(" (").next().unwrap_or(channel);
            (
                name,
                html! { <>{ literal(known.id.to_string()) }{ " " }<span class="badge">{ channel }</span></> },
            )
        }
        Row::ApplicationId(known) => (title(row).into_owned(), literal(known.id.to_string())),
        Row::ClientKey(key) => (key.product.to_owned(), literal(key.key.to_owned())),
        Row::Build(build) => (
            build.build.to_string(),
            [build.client, build.server]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", ")
                .into(),
        ),
        Row::Lcid(lcid) => (
            lcid.lcid.to_string(),
            format!("{} ({})", lcid.name, lcid.tag).into(),
        ),
        Row::PidPiece(_, piece) => (piece.value.to_owned(), piece.meaning.into()),
        Row::Figure(figure) => (title(row).into_owned(), figure.meaning.into()),
        Row::Grace(_) => (title(row).into_owned(), Html::default()),
    };
    html! {
        <li>
            { to_entry("line-name", row.address(), name.into()) }
            <span class="line-meaning">
                { meaning }
                if community { { " " }<span class="community">{ say::COMMUNITY }</span> }
            </span>
        </li>
    }
}

fn literal(text: String) -> Html {
    html! { <span class="literal">{ text }</span> }
}
