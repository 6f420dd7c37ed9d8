//! The reader: walks the lines once, keeps the open product and part, and accounts for every non-blank line.
//!
//! [`classify`] says what a line is by itself, `seam` whether it is the rest of the line before, `say` what it adds to the
//! open product, `parts` where products and outputs begin and end.

mod block;
mod classify;
mod parts;
mod say;
mod seam;

use std::borrow::Cow;

use classify::{Line, classify};

use super::{
    Part, Producer, ReadOptions, Reading, Remark, RemarkCode, Span, SpanKind, Words, join,
    label::{Dialect, Field},
    prompt::Frame,
    sentence::Block,
    xpr,
};
use crate::text;

/// Reads `text`; see [`super::read_with`].
pub fn read(text: &str, options: ReadOptions) -> Reading<'_> {
    let mut reader = Reader::new(text, options);
    let mut lines = text::lines(text);
    while let Some((number, raw)) = lines.next() {
        if let Some(last) = reader.line(number, raw, &lines) {
            while lines.number() < last && lines.next().is_some() {}
        }
    }
    reader.finish()
}

struct Reader<'t> {
    text: &'t str,
    spans: bool,
    out: Reading<'t>,
    /// The product that fields go to, if one is open (always the last one).
    open: Option<Open>,
    block: Block,
    part: Option<OpenPart>,
    last: Last<'t>,
    /// How wide the paste is; measured when first needed.
    width: Option<join::Width>,
    /// The version of the licensing service that the next products run on.
    version: Option<Words<'t>>,
    /// Whether a label was read that only English output has.
    english: bool,
    /// The last line of an object that is read line by line.
    listed: u32,
}

/// The open product: which fields it has, as bits by rank, and where the last one stood.
#[derive(Default)]
struct Open {
    seen: u128,
    last_rank: u8,
    dialect: Option<Dialect>,
    is_kms_host: Option<bool>,
    /// The line of a key ending without a value.
    keyless: Option<u32>,
    /// The line of its last field.
    last_line: u32,
    /// Some of its lines follow each other without a blank line between.
    is_dense: bool,
}

impl Open {
    /// Notes that the product has the field now.
    fn note(&mut self, field: Field) {
        self.seen |= field.bit();
        self.last_rank = self.last_rank.max(field.rank());
    }
}

struct OpenPart {
    part: Part,
    seen: u128,
    /// Something of the output itself was read, not only its prompt or banner.
    has_content: bool,
}

/// The line before, for joining what a console cut.
struct Last<'t> {
    line: u32,
    raw: &'t str,
    text: Words<'t>,
    kind: LastKind,
}

#[derive(Clone, Copy, PartialEq)]
enum LastKind {
    Nothing,
    /// A field, in whose words, and how many remarks there were before it.
    Field(Field, Dialect, usize),
    Sentence(&'static str),
    Error,
    Prompt,
    /// Not understood; how many remarks there were before it.
    Unread(usize),
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, options: ReadOptions) -> Self {
        Reader {
            text,
            spans: options.spans,
            out: Reading::default(),
            open: None,
            block: Block::Product,
            part: None,
            last: Last {
                line: 0,
                raw: "",
                text: Cow::Borrowed(""),
                kind: LastKind::Nothing,
            },
            width: None,
            version: None,
            english: false,
            listed: 0,
        }
    }

    /// Reads one line; gives the number of the last one where more were taken in at once.
    fn line(&mut self, number: u32, raw: &'t str, rest: &text::Lines<'t>) -> Option<u32> {
        let bare = text::bare(raw);
        if bare.is_empty() {
            // A fence or a lone quote mark leaves nothing: it is decoration, not a blank line.
            if raw.contains(['`', '>', '|', '<']) {
                self.span(number, SpanKind::Banner, None);
            }
            return None;
        }
        let line = if raw.trim_start().starts_with("```") {
            Line::Frame(Frame::Decoration)
        } else if self.is_below_xpr_name() && bare.eq_ignore_ascii_case("unlicensed") {
            Line::Expiry(xpr::unlicensed(bare))
        } else {
            classify(bare)
        };
        if let Line::Field(field, Dialect::Cim, value) = line
            && self.starts_product(field, Dialect::Cim, &Cow::Borrowed(value), number)
            && let Some(last) = self.list(number, raw, rest)
        {
            return Some(last);
        }
        let (kind, text) = match line {
            // The tail of a cut address ("ID=88339") may look like a property.
            Line::Field(_, Dialect::Cim, _)
                if self.in_slmgr() && self.goes_on(number, raw, bare) =>
            {
                return None;
            }
            Line::Field(Field::Name, Dialect::Cim, value) if value.starts_with('_') => {
                if let Some(last) = self.block(number, raw, rest) {
                    return Some(last);
                }
                self.unread(number, bare)
            }
            Line::Field(field, dialect, value) => {
                let remarks = self.out.remarks.len();
                self.field((field, dialect), Cow::Borrowed(value), number, false);
                (LastKind::Field(field, dialect, remarks), bare)
            }
            Line::Heading(name) => {
                self.open_product(number);
                self.note_part(Producer::SlmgrXpr, number);
                self.set_on_product(number, Field::Name, Some("name"), |product| {
                    product.name = Some(Cow::Borrowed(name))
                });
                (LastKind::Nothing, bare)
            }
            Line::Expiry(expiry) => {
                self.expiry(expiry, number);
                (LastKind::Nothing, bare)
            }
            Line::Sentence(found) => {
                self.said(found.said, number, bare);
                (LastKind::Sentence(found.rest), bare)
            }
            Line::Frame(frame) => {
                self.frame(frame, number);
                (
                    if matches!(frame, Frame::Prompt(_)) {
                        LastKind::Prompt
                    } else {
                        LastKind::Nothing
                    },
                    bare,
                )
            }
            Line::Error { code, text } => {
                self.error(code, text, number);
                (LastKind::Error, bare)
            }
            Line::Unread => {
                // A long prompt may go on, but what it printed may stand below it as well.
                let is_first = self.last.kind == LastKind::Prompt;
                if !is_first && self.goes_on(number, raw, bare) {
                    return None;
                }
                if let Some(last) = self.block(number, raw, rest) {
                    return Some(last);
                }
                if is_first && self.goes_on(number, raw, bare) {
                    return None;
                }
                self.unread(number, bare)
            }
        };
        self.last = Last {
            line: number,
            raw,
            text: Cow::Borrowed(text),
            kind,
        };
        None
    }

    fn unread(&mut self, number: u32, bare: &'t str) -> (LastKind, &'t str) {
        let remarks = self.out.remarks.len();
        self.remark(RemarkCode::NotUnderstood, number, Cow::Borrowed(bare), None);
        self.span(number, SpanKind::Remark, None);
        (LastKind::Unread(remarks), bare)
    }

    fn finish(mut self) -> Reading<'t> {
        self.close_product();
        self.close_part();
        self.tell_masked_keys();
        self.out.remarks.sort_by_key(|remark| remark.line);
        self.out.language = self.english.then_some("en");
        self.out
    }

    /// Whether the open product is a name of /xpr that waits for its sentence.
    fn is_below_xpr_name(&self) -> bool {
        let waits = self
            .open
            .as_ref()
            .is_some_and(|open| open.seen == Field::Name.bit());
        waits
            && self
                .part
                .as_ref()
                .is_some_and(|open| open.part.producer == Producer::SlmgrXpr)
    }

    /// A remark for each product key that was masked before the text came here.
    fn tell_masked_keys(&mut self) {
        const MASKED: &str = "XXXXX-XXXXX-XXXXX-XXXXX-";
        let text = self.text;
        // Counting lines is for the few texts that hold a key.
        let (mut counted, mut line) = (0, 1);
        for at in memchr::memmem::find_iter(text.as_bytes(), MASKED) {
            let Some(between) = text.get(counted..at) else {
                continue;
            };
            line += text::lines(between).count().saturating_sub(1) as u32
                + u32::from(between.ends_with(['\n', '\r']));
            counted = at;
            let key = text.get(at..at + MASKED.len() + 5).unwrap_or(MASKED);
            self.remark(RemarkCode::ProductKeyMasked, line, Cow::Borrowed(key), None);
        }
    }

    // --- remarks and spans ---

    fn remark(&mut self, code: RemarkCode, line: u32, text: Words<'t>, key: Option<&'static str>) {
        self.out.remarks.push(Remark {
            code,
            line,
            text,
            key,
        });
    }

    fn part_index(&self) -> Option<u32> {
        self.part.is_some().then_some(self.out.parts.len() as u32)
    }

    fn product_index(&self) -> Option<u32> {
        self.open
            .as_ref()
            .and_then(|_| self.product_index_of_last())
    }

    fn product_index_of_last(&self) -> Option<u32> {
        self.out
            .products
            .len()
            .checked_sub(1)
            .map(|index| index as u32)
    }

    fn span(&mut self, line: u32, kind: SpanKind, key: Option<&'static str>) {
        let product = if matches!(kind, SpanKind::Field | SpanKind::Heading) {
            self.product_index()
        } else {
            None
        };
        let part = self.part_index();
        self.push_span(line, kind, part, product, key);
    }

    fn push_span(
        &mut self,
        line: u32,
        kind: SpanKind,
        part: Option<u32>,
        product: Option<u32>,
        key: Option<&'static str>,
    ) {
        if self.spans {
            self.out.spans.push(Span {
                line,
                kind,
                part,
                product,
                key,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masked_keys_are_told_with_their_line() {
        let key = ["XXXXX-XXXXX-XXXXX-XXXXX", "3V66T"].join("-");
        let paste =
            format!("Installed product key {key} successfully.\r\n\r\nName: a\n{key}\r{key}\n");
        let reading = read(&paste, ReadOptions::default());
        let told: Vec<_> = reading
            .remarks
            .iter()
            .filter(|remark| remark.code == RemarkCode::ProductKeyMasked)
            .map(|remark| (remark.line, &*remark.text))
            .collect();
        assert_eq!(told, [(1, &*key), (4, &*key), (5, &*key)]);
    }
}
