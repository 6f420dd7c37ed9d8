//! What a line is by itself.

use super::error::{self, ErrorLine};
use crate::{
    reading::{
        label::{self, Dialect, Field},
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

pub(super) fn classify(line: &str) -> Line<'_> {
    if let Some((label, value)) = split_label(line) {
        let apart = line
            .as_bytes()
            .get(label.len())
            .is_some_and(|next| matches!(next, b' ' | b'\t' | b'='));
        // French punctuation puts one blank before a colon; listings pad these two short names with more.
        let french = matches!(label, "Name" | "Description")
            && line
                .get(label.len()..)
                .is_some_and(|rest| rest.starts_with(" :") || rest.starts_with(" ="));
        // Every tool prints a version; the service's own counts only inside its object.
        if let Some((field, dialect)) =
            label::field(label, apart && !french).filter(|found| found.0 != Field::Version)
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
    if line.contains(['\u{a0}', '\u{2018}', '\u{2019}'])
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
    let at = match memchr::memchr2(b':', b'=', line.as_bytes()) {
        Some(at) => at,
        None => line.find(['：', '＝'])?,
    };
    let (label, rest) = line.split_at(at);
    if let Some((wide, value)) = label.split_once(['：', '＝']) {
        // The full-width colon came first; the other one belongs to the value.
        let from = line.len() - rest.len() - value.len();
        return Some((wide.trim_end(), text::bare_value(line.get(from..)?)));
    }
    let mut value = rest.chars();
    value.next();
    Some((label.trim_end(), text::bare_value(value.as_str())))
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
