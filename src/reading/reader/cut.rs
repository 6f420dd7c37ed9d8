//! Where a long text may be cut so that its pieces read as the whole does.
//!
//! Nothing of an output goes on behind a prompt, the banner of the script host or the version of the licensing service: the
//! reader closes all that is open there. What stands before such a line and belongs to the same run (the prompt above a
//! banner) goes with it. Files that were put together begin with a prompt of their own (`==> name <==`).

use super::classify::{Line, classify};
use crate::{
    reading::{
        label::{Dialect, Field, Order},
        prompt::{self, Frame},
    },
    text,
};

/// Where a text may be cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// Before an output, where everything is closed.
    BeforeOutput,
    /// There, or between two objects of a listing of CIM classes, which stay one output.
    BeforeObject,
}

/// The first byte at or behind `from` (but not 0) where `text` may be cut; the second piece begins with the line there.
/// Tells which kind of
/// place it is. `None` where there is none: then more of the text is needed, or the rest is one piece.
pub fn boundary(text: &str, from: usize, cut: Cut) -> Option<(usize, Cut)> {
    let bytes = text.as_bytes();
    let from = from.max(1);
    let mut start = match bytes.get(from - 1)? {
        b'\n' | b'\r' => from,
        _ => from + end_of_line(bytes.get(from..)?)?,
    };
    loop {
        let rest = text.get(start..)?;
        let length = end_of_line(rest.as_bytes());
        let line = rest.get(..length.unwrap_or(rest.len()))?;
        if let Some(found) = begins(text, start, line, cut) {
            return Some((start, found));
        }
        start += length?;
    }
}

/// The bytes up to and with the next end of line; `None` where the line does not end here.
fn end_of_line(bytes: &[u8]) -> Option<usize> {
    let at = memchr::memchr2(b'\n', b'\r', bytes)?;
    Some(match bytes.get(at..at + 2) {
        Some(b"\r\n") => at + 2,
        _ => at + 1,
    })
}

fn begins(text: &str, start: usize, line: &str, cut: Cut) -> Option<Cut> {
    let bare = text::bare(line);
    if bare.is_empty() {
        return None;
    }
    let before = text.get(..start).unwrap_or_default();
    let is_output = match prompt::find(bare) {
        Some(Frame::Prompt(_)) => true,
        Some(Frame::Banner | Frame::Office(_)) => stands_alone(before),
        Some(_) => false,
        None => match classify(bare, &mut Order::default()) {
            Line::Field(Field::ServiceVersion, Dialect::Slmgr, _) => stands_alone(before),
            Line::Field(field, Dialect::Cim, _) if cut == Cut::BeforeObject => {
                let is_object = field != Field::Other && is_below_object(before);
                return is_object.then_some(cut);
            }
            _ => false,
        },
    };
    is_output.then_some(Cut::BeforeOutput)
}

/// Whether nothing above the line belongs to the same run.
fn stands_alone(before: &str) -> bool {
    let last = back(before).map(text::bare).find(|line| !line.is_empty());
    !last.is_some_and(|line| {
        matches!(
            prompt::find(line),
            Some(Frame::Prompt(_) | Frame::Banner | Frame::Decoration)
        )
    })
}

/// Whether a blank line stands above, and above that an object whose lines follow each other.
fn is_below_object(before: &str) -> bool {
    let mut lines = back(before).map(text::bare);
    let is_field = |line: &str| {
        matches!(
            classify(line, &mut Order::default()),
            Line::Field(_, Dialect::Cim, _)
        )
    };
    lines.next().is_some_and(str::is_empty)
        && lines.find(|line| !line.is_empty()).is_some_and(is_field)
        && lines.next().is_some_and(is_field)
}

/// The lines of a text that ends with a line's end, from the last one back.
fn back(before: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(before);
    std::iter::from_fn(move || {
        let text = rest.filter(|rest| !rest.is_empty())?;
        let text = text
            .strip_suffix("\r\n")
            .or_else(|| text.strip_suffix(['\n', '\r']))
            .unwrap_or(text);
        let at = memchr::memrchr2(b'\n', b'\r', text.as_bytes()).map_or(0, |at| at + 1);
        let (head, line) = text.split_at(at);
        rest = Some(head);
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn cuts(text: &str, cut: Cut, expected: &[&str]) {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some((at, _)) = boundary(text, from, cut) {
            let line = text[at..].lines().next().expect("a line");
            found.push(line);
            from = at + 1;
        }
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn outputs_begin_at_prompts_banners_and_versions() {
        let version = "Software licensing service version: 10.0.1";
        cuts(
            &format!("{version}\nName: a\n\n{version}\nName: b"),
            Cut::BeforeOutput,
            &[version],
        );
        cuts(
            &format!("a\r\n> {version}\r\nName: b"),
            Cut::BeforeOutput,
            &["> Software licensing service version: 10.0.1"],
        );
        // A prompt and a banner go with what they print.
        let run = format!(
            "x\nC:\\>cscript slmgr.vbs /dlv\n\nMicrosoft (R) Windows Script Host Version 5.8\nCopyright (C) Microsoft Corporation.\n\n{version}\n"
        );
        cuts(&run, Cut::BeforeOutput, &["C:\\>cscript slmgr.vbs /dlv"]);
        cuts(
            "Name: a\n==> pc2.txt <==\nName: b\n",
            Cut::BeforeOutput,
            &["==> pc2.txt <=="],
        );
        cuts(
            "Name: a\nLicense Status: Licensed\n\nName: b\n",
            Cut::BeforeObject,
            &[],
        );
        cuts("", Cut::BeforeOutput, &[]);
        cuts("ü", Cut::BeforeOutput, &[]);
    }

    #[test]
    fn objects_of_a_listing_stand_apart() {
        let listing = "\nName          : a\nLicenseStatus : 1\n\nName          : b\nLicenseStatus : 1\n\n\nName          : c\n";
        cuts(
            listing,
            Cut::BeforeObject,
            &["Name          : b", "Name          : c"],
        );
        cuts(listing, Cut::BeforeOutput, &[]);
        cuts(
            "Name : a\n\nLicenseStatus : 1\n\nName : b\n",
            Cut::BeforeObject,
            &[],
        );
    }
}
