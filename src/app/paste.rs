//! A paste and what was read from it, kept together so that the reading can borrow the text.

use std::ops::Range;
use std::rc::Rc;

use activation_desk::card::{Overview, overview};
use activation_desk::reading::{
    Producer, ReadOptions, Reading, Remark, RemarkCode, Span, read_with,
};
use activation_desk::text::{self, mask_product_keys};
use yoke::Yoke;

/// Above this many bytes the text is shown by the virtual list only: a text area needs 7 s for 10 MB.
pub const LARGE: usize = 32 * 1024;

/// A text without full product keys, its reading and its lines. Two are equal where they are the same paste.
pub struct Paste {
    reading: Yoke<Reading<'static>, Rc<str>>,
    overview: Overview,
    had_key: bool,
    lines: Vec<Range<u32>>,
}

impl Paste {
    /// Masks full product keys in `text` and reads it.
    pub fn new(text: &str) -> Self {
        let (text, keys) = mask_product_keys(text);
        let text: Rc<str> = Rc::from(&*text);
        let lines = text::lines(&text)
            .map(|(_, line)| place(&text, line))
            .collect();
        let reading =
            Yoke::attach_to_cart(text, |text| read_with(text, ReadOptions { spans: true }));
        let overview = overview(reading.get());
        Paste {
            reading,
            overview,
            had_key: !keys.is_empty(),
            lines,
        }
    }

    /// The text as it may be shown.
    pub fn text(&self) -> &str {
        self.reading.backing_cart()
    }

    /// The same, shared.
    pub fn shared_text(&self) -> Rc<str> {
        self.reading.backing_cart().clone()
    }

    /// What it says.
    pub fn reading(&self) -> &Reading<'_> {
        self.reading.get()
    }

    /// It at a glance.
    pub fn overview(&self) -> &Overview {
        &self.overview
    }

    /// Whether anything in it is licensing output.
    pub fn is_recognised(&self) -> bool {
        let reading = self.reading();
        !reading.products.is_empty()
            || !reading.errors.is_empty()
            || !reading.parts.is_empty()
            || !reading.events.is_empty()
            || !reading.evidence.is_empty()
            || reading.service.is_some()
            || self.tool_errors().next().is_some()
    }

    /// Whether it has a listing of vnextdiag.ps1, which tells of subscriptions alone.
    pub fn lists_subscription(&self) -> bool {
        let parts = &self.reading().parts;
        parts
            .iter()
            .any(|part| part.producer == Producer::Vnextdiag)
    }

    /// What tools said in place of an answer, without a code.
    pub fn tool_errors(&self) -> impl Iterator<Item = &Remark<'_>> {
        let remarks = self.reading().remarks.iter();
        remarks.filter(|remark| remark.code == RemarkCode::ToolError)
    }

    /// Whether a full product key was masked in it.
    pub fn had_key(&self) -> bool {
        self.had_key
    }

    /// Whether nothing but white space is there.
    pub fn is_blank(&self) -> bool {
        self.text().trim().is_empty()
    }

    /// Whether it is too large for the text area.
    pub fn is_large(&self) -> bool {
        self.text().len() > LARGE
    }

    /// How many lines it has; an end of line at the very end starts none.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// The line with that 1-based number, without its end; empty past the end.
    pub fn line(&self, number: usize) -> &str {
        let range = number
            .checked_sub(1)
            .and_then(|index| self.lines.get(index));
        range
            .and_then(|range| self.text().get(range.start as usize..range.end as usize))
            .unwrap_or("")
    }

    /// What the line with that 1-based number is; `None` for a blank one.
    pub fn span(&self, number: usize) -> Option<&Span> {
        let spans = &self.reading().spans;
        let at = spans.partition_point(|span| (span.line as usize) < number);
        spans.get(at).filter(|span| span.line as usize == number)
    }
}

impl PartialEq for Paste {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Default for Paste {
    fn default() -> Self {
        Paste::new("")
    }
}

/// Where `line`, a slice of `text`, stands in it. Texts above 4 GB don't fit into a browser's WebAssembly.
fn place(text: &str, line: &str) -> Range<u32> {
    let start = line.as_ptr().addr().saturating_sub(text.as_ptr().addr());
    let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    byte(start)..byte(start + line.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn lines(text: &str, expected: &[&str]) {
        let paste = Paste::new(text);
        let found: Vec<_> = (1..=paste.line_count())
            .map(|number| paste.line(number))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_end_where_the_readers_do() {
        lines("", &[]);
        lines("one", &["one"]);
        lines("one\n", &["one"]);
        lines("one\r\n\r\nthree", &["one", "", "three"]);
        lines("one\rtwo\n", &["one", "two"]);
        lines("\n", &[""]);
        lines("zwölf\nüber", &["zwölf", "über"]);
    }

    #[test]
    fn lines_outside_are_empty() {
        let paste = Paste::new("one");
        assert_eq!((paste.line(0), paste.line(2)), ("", ""));
    }
}
