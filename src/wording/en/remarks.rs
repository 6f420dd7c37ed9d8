//! What could not be read, in words.

use super::fields;
use crate::{
    phrase::{Kind, Phrase},
    reading::{Remark, RemarkCode},
};

/// One sentence for a remark: the line, the field where there is one, and what was done about it.
pub fn remark(remark: &Remark<'_>) -> Phrase {
    let start = Phrase::new()
        .text("Line ")
        .value(Kind::Quantity, remark.line.to_string());
    let field = remark
        .key
        .map(fields::label)
        .filter(|label| !label.is_empty());
    let found = |phrase: Phrase| {
        let text = remark.text.trim();
        if text.is_empty() {
            phrase
        } else {
            phrase.text(" Found: ").value(Kind::Unread, text.to_owned())
        }
    };
    match (remark.code, field) {
        (RemarkCode::NotUnderstood, None) => {
            found(start.text(" is no licensing output that we know; it was left out."))
        }
        (RemarkCode::NotUnderstood, Some(label)) => found(
            start.text(", ").strong(label).text(": the value was not understood; it was left out."),
        ),
        (RemarkCode::Masked, label) => start.text(", ").strong(label.unwrap_or("a value")).text(
            ": somebody has masked the value, so nothing is concluded from it.",
        ),
        (RemarkCode::Malformed, label) => {
            found(start.text(", ").strong(label.unwrap_or("a value")).text(
                ": the value has not the shape that this field has, so it was left out.",
            ))
        }
        (RemarkCode::Repeated, label) => found(
            start
                .text(", ")
                .strong(label.unwrap_or("a field"))
                .text(": the field is there again with another value; the first one is kept."),
        ),
        (RemarkCode::Unsure, label) => found(
            start.text(", ").strong(label.unwrap_or("a value")).text(
                ": probably this, but the label is in a language that we do not know and the value alone does not decide it, so it was left out.",
            ),
        ),
        (RemarkCode::ToolError, _) => found(
            start.text(": the tool itself reports an error in place of an answer."),
        ),
        (RemarkCode::ProductKeyMasked, _) => start.text(
            ": a full product key stood here. It is masked in everything that this page shows, copies or exports; \
             treat the text that you pasted as a secret.",
        ),
    }
}
