//! A phrase as elements: each piece looks like what it is.

use activation_desk::phrase::{Kind, Phrase, Piece, Redact};
use yew::prelude::*;

use super::link::{known, to_article};

/// Draws a phrase; sensitive pieces are replaced where `redact` says so.
pub fn phrase(phrase: &Phrase, redact: Redact) -> Html {
    html! { for piece in phrase.pieces() { { draw(piece, redact) } } }
}

fn draw(piece: &Piece, redact: Redact) -> Html {
    let text = AttrValue::from(piece.shown(redact).to_owned());
    if redact == Redact::Yes && piece.kind.placeholder().is_some() {
        return html! { <span class="hidden-value">{ text }</span> };
    }
    match piece.kind {
        Kind::Text => html! { { text } },
        Kind::Strong => html! { <strong>{ text }</strong> },
        Kind::Entry(key) => to_article("known", key, text.into()),
        Kind::Quantity => html! { <span class="quantity">{ text }</span> },
        Kind::Date => html! { <span class="date">{ text }</span> },
        Kind::Command => html! { <code class="command-part">{ text }</code> },
        Kind::Value => html! { <span class="value">{ text }</span> },
        Kind::Guid | Kind::Code => html! { <span class="literal">{ known(text) }</span> },
        Kind::Url
        | Kind::Host
        | Kind::Address
        | Kind::Machine
        | Kind::Pid
        | Kind::InstallationId
        | Kind::KeyEnding
        | Kind::Directory
        | Kind::Unread => html! { <span class="literal">{ text }</span> },
    }
}
