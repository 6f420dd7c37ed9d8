//! What a line is by itself.

use super::error::{self, ErrorLine};
use crate::{
    reading::{
        flat,
        label::{Dialect, Field, Order},
        prompt::{self, Frame},
        sentence, xpr,
    },
    text,
};

/// What a line is by itself.
pub(super) enum Line<'t> {
    Field(Field, Dialect, &'t str),
    /// The name of a product, alone on its line, as /xpr prints it.
    Heading(&'t str),
    /// What /xpr says of the product above.
    Expiry(xpr::Expiry<'t>),
    Sentence(sentence::Found<'t>),
    Frame(Frame),
    Error(ErrorLine<'t>),
    Unread,
}

impl Line<'_> {
    /// Whether the line may be a report that lost its line ends; a cheap look.
    #[inline]
    pub(super) fn may_hold_more(&self, bare: &str) -> bool {
        match self {
            Line::Field(_, _, value) => flat::may_hold_more(value),
            Line::Heading(_) | Line::Expiry(_) => false,
            Line::Sentence(found) => {
                !matches!(found.due, sentence::Due::Words(_)) && flat::may_hold_more(bare)
            }
            Line::Frame(Frame::Rule) => false,
            Line::Frame(_) | Line::Error { .. } | Line::Unread => flat::may_hold_more(bare),
        }
    }
}

pub(super) fn classify<'l>(line: &'l str, order: &mut Order) -> Line<'l> {
    if let Some((field, value)) = order.guess(line) {
        return Line::Field(field, Dialect::Slmgr, text::bare_value(value));
    }
    if let Some((label, value)) = split_label(line) {
        let apart = line
            .as_bytes()
            .get(label.len())
            .is_some_and(|next| matches!(next, b' ' | b'\t' | b'='));
        // French punctuation puts one blank before a colon; listings pad these two short names with more.
        let french = apart
            && matches!(label, "Name" | "Description")
            && line
                .get(label.len()..)
                .is_some_and(|rest| rest.starts_with(" :") || rest.starts_with(" ="));
        // Every tool prints a version; the service's own counts only inside its object.
        if let Some((field, dialect)) = order
            .field(label, apart && !french)
            .filter(|_| !label.eq_ignore_ascii_case("version"))
        {
            return Line::Field(field, dialect, value);
        }
        if value.is_empty() && (label.ends_with(" edition") || label.contains(" add-on for ")) {
            return Line::Heading(label);
        }
    }
    if let Some(expiry) = xpr::find(line) {
        return Line::Expiry(expiry);
    }
    if let Some(frame) = prompt::find(line) {
        return Line::Frame(frame);
    }
    if let Some(found) = sentence::find(line) {
        return Line::Sentence(found);
    }
    // Copies from web pages have blanks that do not break, and bent quotation marks.
    if !line.is_ascii()
        && line.contains(['\u{a0}', '\u{2018}', '\u{2019}'])
        && let Some(found) = sentence::find(
            &line
                .replace('\u{a0}', " ")
                .replace(['\u{2018}', '\u{2019}'], "'"),
        )
    {
        return Line::Sentence(sentence::Found { value: "", ..found });
    }
    error::read(line).map_or(Line::Unread, Line::Error)
}

/// Splits a line at its first colon or equals sign, full-width forms included; both sides without blanks.
#[inline]
pub(in crate::reading) fn split_label(line: &str) -> Option<(&str, &str)> {
    let at = match text::find_either(line.as_bytes(), b':', b'=') {
        Some(at) => at,
        None if line.is_ascii() => return None,
        None => line.find(['：', '＝'])?,
    };
    let (label, rest) = line.split_at(at);
    if !label.is_ascii()
        && let Some((wide, value)) = label.split_once(['：', '＝'])
    {
        // The full-width colon came first; the other one belongs to the value.
        let from = line.len() - rest.len() - value.len();
        return Some((wide.trim_end(), text::bare_value(line.get(from..)?)));
    }
    let mut value = rest.chars();
    value.next();
    Some((trim_end(label), text::bare_value(value.as_str())))
}

#[inline]
fn trim_end(label: &str) -> &str {
    match label.as_bytes().last() {
        Some(last) if last.is_ascii_graphic() => label,
        _ => label.trim_end(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_split_at_the_first_colon() {
        assert_eq!(
            split_label("Product Key Channel: Retail:TB:Eval"),
            Some(("Product Key Channel", "Retail:TB:Eval"))
        );
        assert_eq!(split_label("Name : A"), Some(("Name", "A")));
        assert_eq!(split_label("Name：A: B"), Some(("Name", "A: B")));
        assert_eq!(split_label("Name=A"), Some(("Name", "A")));
        assert_eq!(split_label("no label"), None);
        assert_eq!(split_label("：é"), Some(("", "é")));
    }
}
