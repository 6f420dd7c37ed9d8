//! Whether a line is the rest of the one before.

use std::borrow::Cow;

use super::{
    LONGEST, Last, LastKind, Reader,
    classify::{Line, classify, split_label},
    error::{self, ErrorLine},
};
use crate::{
    reading::{
        PrintedError, Remark, RemarkCode, Span, SpanKind, Words, join,
        label::{self, Dialect, Field, Order},
        sentence::{self, Due, Said},
        store, value,
    },
    text,
};

impl<'t> Reader<'t> {
    /// Whether a line that means nothing by itself is the rest of the line before; if so, it is taken in.
    pub(super) fn goes_on(&mut self, number: u32, raw: &'t str, bare: &Words<'t>) -> bool {
        if self.last.line + 1 != number || self.last.text.len() + bare.len() > LONGEST {
            return false;
        }
        // A property that lost its end together with its value goes on nothing.
        if self.last.kind.is_listed() && bare.len() >= 8 && label::begins_property(bare) {
            return false;
        }
        let taken = match self.last.kind {
            LastKind::Nothing => None,
            LastKind::Sentence(said, due, first) => {
                self.sentence_goes_on((said, due, first), number, raw, bare)
            }
            LastKind::Failed(first) => self.failure_goes_on(first, number, raw, bare),
            LastKind::Note => {
                self.note_goes_on(number, bare);
                Some((LastKind::Note, bare.clone()))
            }
            LastKind::Prompt => self.width().may_cut(join::measure(self.last.raw)).then(|| {
                self.span(number, SpanKind::Prompt, None);
                (LastKind::Prompt, bare.clone())
            }),
            LastKind::Error => self.may_be_cut().then(|| {
                let gap = join::gap(self.last.raw, raw, self.width());
                if let Some(PrintedError {
                    text: Some(text), ..
                }) = self.out.errors.last_mut()
                    && text.len() < LONGEST
                {
                    *text = value::joined(text, gap, bare);
                }
                self.extend_part(number);
                self.span(number, SpanKind::Field, None);
                (LastKind::Error, bare.clone())
            }),
            LastKind::Field(field, dialect, remarks) => {
                self.field_goes_on((field, dialect), remarks, number, raw, bare)
            }
            LastKind::Unread(remarks) => self.unread_goes_on(remarks, number, bare),
            LastKind::Expiry(remarks) => self.expiry_goes_on(remarks, number, bare),
        };
        match taken {
            Some((kind, text)) => {
                (self.edge, self.list_edge, self.is_wrapped) = (None, None, true);
                self.last = Last {
                    line: number,
                    raw,
                    text,
                    kind,
                    cell: self.last.cell.map(|cell| cell.cut(kind)),
                };
                true
            }
            None => false,
        }
    }

    fn field_goes_on(
        &mut self,
        (field, dialect): (Field, Dialect),
        remarks: usize,
        number: u32,
        raw: &'t str,
        bare: &Words<'t>,
    ) -> Option<(LastKind, Words<'t>)> {
        let seam = join::Seam {
            before: self.last.raw,
            next: raw,
            width: self.width(),
        };
        let (_, before) = split_label(&self.last.text)?;
        // The hyphen between two words of a text is no bullet of a list, unless the line before has one, too.
        let is_hyphen = |line: &str| line.trim_start_matches(text::is_blank).starts_with("- ");
        let hyphened = (field.may_hold_blanks()
            && is_hyphen(raw)
            && !bare.starts_with('-')
            && !is_hyphen(self.last.raw))
        .then(|| Cow::Owned(["- ", &**bare].concat()));
        let bare = hyphened.as_ref().unwrap_or(bare);
        let is_lost = self.last.cell.is_some_and(|cell| cell.is_lost());
        let gap = match join::field(field, before, bare, seam).filter(|_| !is_lost) {
            Some(gap) => gap,
            None if dialect == Dialect::Cim && seam.may_be_listed() => {
                // A console cut the listing. What may hold blanks may have lost one at the seam.
                if field.may_hold_blanks() || is_lost {
                    let whole = value::joined(&self.last.text, " ", bare);
                    self.out.remarks.truncate(remarks);
                    let words = split_label(&whole)?.1.to_owned();
                    self.lose((field, dialect), words.into(), number);
                    return Some((LastKind::Field(field, dialect, remarks), whole));
                }
                ""
            }
            None => return self.half_number(field, remarks, number, bare),
        };
        let whole = value::joined(&self.last.text, gap, bare);
        let (_, value) = split_label(&whole)?;
        let value: Words<'t> = Cow::Owned(value.to_owned());
        self.out.remarks.truncate(remarks);
        // The words of an error are for people: a blank that may be missing is better than no words.
        let is_torn_off = before.is_empty() && Self::is_torn_off(field, dialect, &value);
        if is_torn_off || Self::is_half(field, dialect, &value) {
            self.lose((field, dialect), value, number);
        } else {
            self.field((field, dialect), value, number, true);
        }
        Some((LastKind::Field(field, dialect, remarks), whole))
    }

    /// A piece of a line that means nothing behind a field of the same line: the rest of its value where the field can tell, else
    /// the value is not trusted.
    pub(super) fn row_goes_on(&mut self, number: u32, bare: &Words<'t>) -> bool {
        // A cell with a label begins a row of its own.
        if bare.contains('\t') {
            return false;
        }
        let LastKind::Field(field, dialect, remarks) = self.last.kind else {
            return false;
        };
        let text = self.last.text.clone();
        let Some((_, before)) = split_label(&text).filter(|_| self.last.line == number) else {
            return false;
        };
        let seam = join::Seam {
            before: &text,
            next: bare,
            width: join::Width::default(),
        };
        let gap = join::field(field, before, bare, seam);
        let whole = value::joined(&text, gap.unwrap_or(" "), bare);
        let value: Words<'t> = split_label(&whole)
            .map_or(Cow::Borrowed(""), |(_, value)| Cow::Owned(value.to_owned()));
        self.out.remarks.truncate(remarks);
        if gap.is_some() {
            self.field((field, dialect), value, number, true);
        } else {
            self.field((field, dialect), Words::default(), number, true);
            self.remark(RemarkCode::Malformed, number, value, field.key());
        }
        self.last.text = whole;
        if gap.is_none() {
            self.last.kind = LastKind::Nothing;
        }
        true
    }

    /// Digits alone below a number that fills no line: half of it may have been cut off, so that the number is not trusted.
    fn half_number(
        &mut self,
        field: Field,
        remarks: usize,
        number: u32,
        bare: &Words<'t>,
    ) -> Option<(LastKind, Words<'t>)> {
        let (_, before) = split_label(&self.last.text)?;
        let suspicious =
            field.is_count() && value::count(before).is_some() && value::count(bare).is_some();
        if !suspicious || bare.len() > 6 {
            return None;
        }
        let both = value::joined(before, " ", bare);
        self.out.remarks.truncate(remarks);
        let product = self
            .out
            .products
            .last_mut()
            .filter(|_| self.open.is_some())?;
        let _ = store::store(product, field, Cow::Borrowed(""));
        product.lines.1 = number;
        self.remark(RemarkCode::Malformed, number, both, field.key());
        self.span(number, SpanKind::Field, field.key());
        Some((LastKind::Nothing, bare.clone()))
    }

    /// Two lines that mean nothing alone: together they may be a label that the console cut.
    fn unread_goes_on(
        &mut self,
        remarks: usize,
        number: u32,
        bare: &Words<'t>,
    ) -> Option<(LastKind, Words<'t>)> {
        // A short name is believed where its colon stands on the next line.
        let is_name = || bare.starts_with(": ") && label::field(&self.last.text, true).is_some();
        if !join::may_begin(&self.last.text) && !is_name() {
            return None;
        }
        for gap in ["", " "] {
            let whole = [&*self.last.text, gap, bare].concat();
            match classify(&whole, &mut Order::default()) {
                Line::Field(field, dialect, value) => {
                    // No console is as narrow as the labels of slmgr.vbs that listings have, too.
                    let dialect = match field {
                        Field::Name | Field::Description if bare.starts_with(':') => Dialect::Cim,
                        _ => dialect,
                    };
                    let value: Words<'t> = Cow::Owned(value.to_owned());
                    self.out.remarks.truncate(remarks);
                    let is_torn_off =
                        bare.starts_with(':') && Self::is_torn_off(field, dialect, &value);
                    if is_torn_off || Self::is_half(field, dialect, &value) {
                        self.cut_off((field, dialect), value, number);
                    } else {
                        self.field((field, dialect), value, number, false);
                    }
                    self.mend_span(number - 1);
                    return Some((LastKind::Field(field, dialect, remarks), Cow::Owned(whole)));
                }
                Line::Sentence(found) => {
                    self.out.remarks.truncate(remarks);
                    self.said(found, &Cow::Owned(whole.clone()), number);
                    self.set(found, Cow::Owned(found.value.to_owned()), number);
                    self.mend_span(number - 1);
                    let kind = LastKind::Sentence(found.said, found.due, number);
                    return Some((kind, Cow::Owned(whole)));
                }
                _ => {}
            }
        }
        None
    }

    /// The rest of a sentence: what the script filled in is known once it is whole.
    fn sentence_goes_on(
        &mut self,
        (said, due, first): (Said, Due, u32),
        number: u32,
        raw: &'t str,
        bare: &str,
    ) -> Option<(LastKind, Words<'t>)> {
        let gap = match due {
            Due::Words(rest) if rest.starts_with(' ') => " ",
            Due::Words(_) => "",
            _ => join::gap(self.last.raw, raw, self.width()),
        };
        let full = self.is_full();
        // What is left of a label is no rest of a sentence that may go on with anything.
        if !matches!(due, Due::Words(_))
            && split_label(bare).is_some_and(|(name, _)| label::is_tail(name))
        {
            return None;
        }
        let (due, whole) = [gap, "", " "]
            .into_iter()
            .find_map(|gap| {
                let whole = value::joined(&self.last.text, gap, bare);
                // Which gap is right shows at the end; before that, the first one is.
                let left = sentence::goes_on(bare, &whole, due, full)?;
                let fits = left == Due::Nothing || matches!(due, Due::Words(_));
                fits.then_some((left, whole))
            })
            .or_else(|| {
                let whole = value::joined(&self.last.text, gap, bare);
                Some((sentence::goes_on(bare, &whole, due, full)?, whole))
            })?;
        if due == Due::Nothing
            && let Some(found) = sentence::find(&whole)
        {
            self.set(found, Cow::Owned(found.value.to_owned()), first);
        }
        if matches!(said, Said::Failed(_) | Said::Refused)
            && let Some(remark) = self
                .out
                .remarks
                .last_mut()
                .filter(|remark| remark.line == first)
        {
            remark.text.clone_from(&whole);
        }
        self.extend_part(number);
        self.span(number, SpanKind::Banner, None);
        Some((LastKind::Sentence(said, due, first), whole))
    }

    /// The rest of an error without a code, which may hold the code.
    fn failure_goes_on(
        &mut self,
        first: u32,
        number: u32,
        raw: &'t str,
        bare: &str,
    ) -> Option<(LastKind, Words<'t>)> {
        if !self.may_be_cut() {
            return None;
        }
        let gap = join::gap(self.last.raw, raw, self.width());
        let told = self.out.remarks.pop_if(|remark| remark.line == first)?;
        // The seam may be inside the code.
        let with_code = [gap, ""].into_iter().find_map(|gap| {
            let whole = value::joined(&self.last.text, gap, bare);
            let ErrorLine { code, text, .. } = error::read(&whole)?;
            Some((code?, text.to_owned(), whole))
        });
        let whole = value::joined(&self.last.text, gap, bare);
        let (kind, whole) = match with_code {
            Some((code, text, whole)) => {
                self.error(code, Cow::Owned(text), first);
                (LastKind::Error, whole)
            }
            _ => {
                let text = whole.clone();
                self.out.remarks.push(Remark { text, ..told });
                (LastKind::Failed(first), whole)
            }
        };
        self.extend_part(number);
        self.span(number, SpanKind::Banner, None);
        Some((kind, whole))
    }

    /// Whether the line before fills its console, or is the longest and ends without a full stop.
    fn may_be_cut(&mut self) -> bool {
        let characters = join::measure(self.last.raw);
        let open = !self.last.text.ends_with(['.', ')', '!']);
        self.is_full() || (open && self.width().may_cut(characters))
    }

    /// Gives the span of `line` what the newest span has: both are one logical line.
    fn mend_span(&mut self, line: u32) {
        if let [.., before, newest] = self.out.spans.as_mut_slice()
            && before.line == line
        {
            *before = Span { line, ..*newest };
        }
        if let (Some(product), Some(_)) = (self.out.products.last_mut(), &self.open) {
            product.lines.0 = product.lines.0.min(line);
        }
    }

    /// Whether the line before was as long as the console was wide.
    fn is_full(&mut self) -> bool {
        let characters = join::measure(self.last.raw);
        self.width().is_filled_by(characters)
    }

    /// How wide the paste is; most pastes never ask.
    pub(super) fn width(&mut self) -> join::Width {
        let text = self.text;
        *self.width.get_or_insert_with(|| join::Width::of(text))
    }

    /// Whether the line before is a field in slmgr.vbs's words.
    pub(super) fn in_slmgr(&self) -> bool {
        matches!(self.last.kind, LastKind::Field(_, Dialect::Slmgr, _))
    }
}
