//! The pasted text with its line numbers, each line looking like what it is.

use std::rc::Rc;

use activation_desk::phrase::{Kind, Redact};
use activation_desk::reading::{Span, SpanKind};
use activation_desk::sensitive;
use yew::prelude::*;

use crate::desk::use_desk;
use crate::parts::virtual_list::VirtualList;
use crate::paste::Paste;
use crate::words;

/// Longer lines are cut: no browser likes a line of a megabyte.
const LONGEST: usize = 2000;

#[derive(PartialEq, Properties)]
pub struct SourceProps {
    pub paste: Rc<Paste>,
    /// First and last line of the field that is pointed at.
    pub pointed: Option<(u32, u32)>,
    /// First and last of the lines to show; all of them without it.
    #[prop_or_default]
    pub window: Option<(u32, u32)>,
}

/// Draws the text as a list of lines.
#[component]
pub fn Source(props: &SourceProps) -> Html {
    let redact = use_desk().redact;
    let (before, end) = props
        .window
        .map_or((0, props.paste.line_count()), |(first, last)| {
            (first.saturating_sub(1) as usize, last as usize)
        });
    let line = use_callback(
        (props.paste.clone(), props.pointed, redact, before),
        |index: usize, (paste, pointed, redact, before)| {
            draw(paste, before + index + 1, *pointed, *redact)
        },
    );
    let target = props.pointed.map(|(first, last)| {
        let index = |line: u32| (line as usize).saturating_sub(before + 1);
        (index(first), index(last))
    });
    html! { <VirtualList count={end.saturating_sub(before)} {line} {target} label={words::paste::LINES} /> }
}

fn draw(paste: &Paste, number: usize, pointed: Option<(u32, u32)>, redact: Redact) -> Html {
    let span = paste.span(number);
    let pointed =
        pointed.is_some_and(|(first, last)| (first as usize..=last as usize).contains(&number));
    let class = classes!(
        "line",
        span.map(|span| format!("line-{}", span.kind.name())),
        pointed.then_some("line-pointed")
    );
    html! {
        <div key={number} {class} role="listitem" aria-current={pointed.then_some("true")} aria-setsize={paste.line_count().to_string()} aria-posinset={number.to_string()}>
            <span class="line-number">{ number }</span>
            <span class="line-text">{ content(paste, number, span, redact) }</span>
        </div>
    }
}

fn content(paste: &Paste, number: usize, span: Option<&Span>, redact: Redact) -> Html {
    let line = paste.line(number);
    let hidden = (redact == Redact::Yes)
        .then(|| span.and_then(|span| given_away(span, line)))
        .flatten()
        .and_then(Kind::placeholder);
    let Some(span) = span.filter(|span| span.kind == SpanKind::Field) else {
        return match hidden {
            Some(placeholder) => html! { <span class="hidden-value">{ placeholder }</span> },
            None => cut(line),
        };
    };
    // A wrapped value goes on in lines without a label.
    let wrapped = number > 1
        && span.key.is_some()
        && paste
            .span(number - 1)
            .is_some_and(|before| (before.key, before.product) == (span.key, span.product));
    let (label, value) = if wrapped { ("", line) } else { split(line) };
    html! {
        <>
            <span class="line-label">{ cut(label) }</span>
            if let Some(placeholder) = hidden { { " " }<span class="hidden-value">{ placeholder }</span> } else { { cut(value) } }
        </>
    }
}

/// The label with its colon, and the value. A colon inside a clock time or a host name ends no label.
fn split(line: &str) -> (&str, &str) {
    let end = line
        .match_indices(':')
        .map(|(at, _)| at + 1)
        .find(|&end| line[end..].chars().next().is_none_or(char::is_whitespace));
    line.split_at(end.unwrap_or(0))
}

fn cut(text: &str) -> Html {
    match text.char_indices().nth(LONGEST) {
        None => html! { { text.to_owned() } },
        Some((at, _)) => {
            let (head, tail) = text.split_at(at);
            html! { <>{ head.to_owned() }<span class="line-cut">{ words::cut(tail.chars().count()) }</span></> }
        }
    }
}

/// What a line may give away; `None` where nothing has to be hidden.
fn given_away(span: &Span, line: &str) -> Option<Kind> {
    match span.kind {
        // A prompt names users and folders; of an unread line nobody knows.
        SpanKind::Prompt | SpanKind::Remark => return Some(Kind::Unread),
        SpanKind::Field => {}
        // Sentences of the tools may hold a host name, except for the banner of the script host.
        SpanKind::Banner => {
            let plain = !line.contains(char::is_alphabetic)
                || ["Microsoft (R)", "Copyright"]
                    .iter()
                    .any(|begin| line.trim_start().starts_with(begin));
            return (!plain).then_some(Kind::Unread);
        }
        SpanKind::Heading => return None,
    }
    match span.key {
        Some(key) => sensitive::kind_of(key),
        None => Some(Kind::Unread),
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn labels_end_at_a_colon_before_a_blank() {
        for (label, value) in [
            ("Name:", " Windows(R)"),
            ("    KMS machine name from DNS:", " kms01:1688"),
            ("Most recent activation information:", ""),
            ("", "Volume activation will expire 3/24/2027 2:35:57 AM"),
            ("", "no colon, no label"),
        ] {
            assert_eq!(split(&[label, value].concat()), (label, value));
        }
    }
}
