//! What a line is by itself.

use crate::{
    id::error_code,
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
    Sentence(sentence::Found),
    Frame(Frame),
    Error {
        code: u32,
        text: &'t str,
    },
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
            label::field(label, apart && !french).filter(|_| !label.eq_ignore_ascii_case("version"))
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
    // Copies from web pages have blanks that do not break.
    if line.contains('\u{a0}')
        && let Some(found) = sentence::find(&line.replace('\u{a0}', " "))
    {
        return Line::Sentence(found);
    }
    if let Some((code, text)) = error_line(line) {
        return Line::Error { code, text };
    }
    Line::Unread
}

/// Splits a line at its first colon or equals sign, full-width forms included; both sides without blanks.
#[inline]
pub(super) fn split_label(line: &str) -> Option<(&str, &str)> {
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

/// "Error: 0xC004F074 text", "Error 0x80070005 occurred in ...", and the slui line that names a code.
fn error_line(line: &str) -> Option<(u32, &str)> {
    let after = line
        .get(..5)
        .filter(|word| word.eq_ignore_ascii_case("error"))
        .and_then(|_| line.get(5..));
    if let Some(after) = after {
        let after = after.trim_start_matches([':', ' ', '\t']);
        let (code, text) = after.split_once([' ', '\t']).unwrap_or((after, ""));
        return Some((error_code::parse(code)?, text.trim()));
    }
    let (_, code) = line.split_once("slui.exe 0x2a ")?;
    let code = code.split(['\'', '"', ' ']).next()?;
    Some((error_code::parse(code)?, line))
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

    #[test]
    fn error_lines_of_all_forms() {
        assert_eq!(
            error_line("Error: 0xC004F074 Text."),
            Some((0xC004_F074, "Text."))
        );
        assert_eq!(error_line("Error: 0xC004D302 "), Some((0xC004_D302, "")));
        assert_eq!(
            error_line("Error 0x80070005 occurred in connecting to server host01. Text"),
            Some((0x8007_0005, "occurred in connecting to server host01. Text"))
        );
        let slui = "On a computer running Microsoft Windows non-core edition, run 'slui.exe 0x2a 0xC004D302' to display the error text.";
        assert_eq!(error_line(slui), Some((0xC004_D302, slui)));
        assert_eq!(error_line("Error: product not found."), None);
        assert_eq!(error_line("Err"), None);
    }
}
