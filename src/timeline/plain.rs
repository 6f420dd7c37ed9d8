//! A timeline as a list of plain text, for the clipboard, tickets and those who do not see the picture.

use super::{Dating, Timeline};
use crate::{phrase::Redact, wording::timeline::plain as say};

/// The timeline as lines of plain text, sensitive values replaced where `redact` says so.
pub fn plain(timeline: &Timeline, redact: Redact) -> String {
    let mut lines = vec![
        timeline.title.plain(redact),
        timeline.sentence.plain(redact),
    ];
    if let Some(ask) = &timeline.ask {
        lines.push(ask.why.plain(redact));
        lines.extend(
            ask.choices
                .iter()
                .map(|(iso, shown)| format!("    {iso}: {}", shown.plain(redact))),
        );
    }
    if !timeline.events.is_empty() {
        lines.push(String::new());
    }
    for event in &timeline.events {
        let estimated = match event.dating {
            Dating::Estimated => format!(" ({})", say::ESTIMATED),
            Dating::Known | Dating::Unknown => String::new(),
        };
        let (when, label) = (event.when.plain(redact), event.label.plain(redact));
        lines.push(format!("- {when}{estimated}: {label}"));
        if !event.detail.is_empty() {
            lines.push(format!("    {}", event.detail.plain(redact)));
        }
        for source in &event.sources {
            lines.push(format!("    {}{source}", say::SOURCE));
        }
    }
    lines.push(String::new());
    lines.join("\n")
}
