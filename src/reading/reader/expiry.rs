//! What slmgr.vbs /xpr prints: the name of a product alone on its line, below it one sentence (output grammar, section 6).

use std::borrow::Cow;

use super::{LastKind, OpenPart, Reader, lend};
use crate::{
    reading::{Producer, RemarkCode, SpanKind, Words, label::Field, value, xpr},
    text::{self, Lines},
};

/// A name of an add-on lists many editions; no console cuts it into more lines than this.
const MOST_LINES: usize = 8;

impl<'t> Reader<'t> {
    /// Whether the open product is a name of /xpr that waits for its sentence; a line between that was not understood may be
    /// another product's name.
    pub(super) fn is_below_xpr_name(&self) -> bool {
        let (Some(open), Some(product)) = (&self.open, self.out.products.last()) else {
            return false;
        };
        open.seen == Field::Name.bit()
            && self.producer() == Some(Producer::SlmgrXpr)
            && self
                .out
                .remarks
                .last()
                .is_none_or(|remark| remark.line <= product.lines.1)
    }

    /// Whether the line above is the end of a name that a console cut: "edition:", or what is left of that word.
    pub(super) fn is_below_cut_name(&self, number: u32) -> bool {
        let text = &*self.last.text;
        matches!(self.last.kind, LastKind::Unread(_))
            && self.last.line + 1 == number
            && text.ends_with(':')
            && (text.ends_with("edition:") || "edition:".ends_with(text))
    }

    /// Whether `bare` begins the name of a product below which /xpr's sentence stands: then it is nothing else.
    pub(super) fn leads_to_expiry(bare: &str, rest: &Lines<'_>) -> bool {
        if !xpr::begins_heading(bare) {
            return false;
        }
        let mut name = bare.to_owned();
        for (_, line) in rest.clone().take(2 * MOST_LINES) {
            let line = text::regular(line);
            if line.is_empty() {
                continue;
            }
            if let Some(whole) = name.strip_suffix(':') {
                let told = xpr::find(&line).is_some() || line.eq_ignore_ascii_case("unlicensed");
                return told && xpr::is_name(whole);
            }
            if xpr::begins_name(&line) {
                return false;
            }
            name = [name.trim_end(), xpr::gap_in_name(&name, &line), &line].concat();
        }
        false
    }

    /// The last line before a heading of /xpr, if one stands in the lines from the first of `lines` up to `last`.
    pub(super) fn above_heading(
        number: u32,
        raw: &str,
        rest: &Lines<'_>,
        last: u32,
    ) -> Option<u32> {
        let mut lines = rest.clone();
        let (mut number, mut raw) = (number, raw);
        loop {
            if Self::leads_to_expiry(text::bare(raw), &lines) {
                return Some(number.saturating_sub(1));
            }
            (number, raw) = lines.next().filter(|(number, _)| *number <= last)?;
        }
    }

    /// The name of a product, alone on its line. A line that only ends like one is not understood.
    pub(super) fn heading(&mut self, name: Words<'t>, number: u32, bare: &Words<'t>) -> LastKind {
        let Some((whole, first)) = self.whole_name(name, number) else {
            return self.unread(number, bare);
        };
        self.name_product(whole, first);
        let part = self.part_index();
        let product = self.product_index();
        self.push_span(number, SpanKind::Field, part, product, Some("name"));
        LastKind::Nothing
    }

    /// The whole name that ends with `tail`, and the line that it begins on: what stands above was not understood where a
    /// console cut it.
    fn whole_name(&self, tail: Words<'t>, number: u32) -> Option<(Words<'t>, u32)> {
        if xpr::begins_name(&tail) {
            return Some((tail, number));
        }
        let (mut whole, mut first) = (tail, number);
        let mut width = None;
        let remarks = self.out.remarks.iter().rev();
        for remark in remarks
            .skip_while(|remark| remark.line >= number)
            .take(MOST_LINES)
        {
            let above = &remark.text;
            let characters = above.chars().count();
            // All pieces but the last fill the console; a blank at the end may be lost.
            let fills = *width.get_or_insert(characters);
            if remark.code != RemarkCode::NotUnderstood
                || remark.line + 1 != first
                || characters.abs_diff(fills) > 1
            {
                return None;
            }
            whole = value::joined(above.trim_end(), xpr::gap_in_name(above, &whole), &whole);
            first = remark.line;
            if xpr::begins_name(above) {
                return xpr::is_name(&whole).then_some((whole, first));
            }
        }
        None
    }

    /// Opens the product of this name, which began on the line `first`; remarks and spans from there on were about it.
    fn name_product(&mut self, name: Words<'t>, first: u32) {
        self.close_product();
        while self
            .out
            .remarks
            .pop_if(|remark| remark.line >= first)
            .is_some()
        {}
        let other = |open: &OpenPart| open.has_content && open.part.producer != Producer::SlmgrXpr;
        if self.part.as_ref().is_some_and(other) {
            self.close_part();
        }
        self.open_product(first);
        self.note_part(Producer::SlmgrXpr, first);
        let (product, part) = (self.product_index(), self.part_index());
        for span in self.out.spans.iter_mut().rev() {
            if span.line < first {
                break;
            }
            (span.kind, span.part) = (SpanKind::Field, part);
            (span.product, span.key) = (product, Some("name"));
        }
        if let (Some(open), Some(product)) = (self.open.as_mut(), self.out.products.last_mut()) {
            open.note(Field::Name);
            product.name = Some(name);
        }
        if let Some(part) = self.part.as_mut() {
            part.seen |= Field::Name.bit();
        }
    }

    /// What /xpr says of the product whose name stands above.
    pub(super) fn expiry(&mut self, expiry: xpr::Expiry<'_>, line: &Words<'t>, number: u32) {
        self.out.language.get_or_insert("en");
        if !self.is_below_xpr_name() {
            // The very end of a name that a console cut, or a name that is lost.
            let above = self.out.remarks.last().filter(|remark| {
                remark.code == RemarkCode::NotUnderstood
                    && remark.text.ends_with(':')
                    && remark.line + 1 == number
            });
            let found = above.map(|remark| (remark.text.clone(), remark.line));
            match found.and_then(|(tail, line)| self.whole_name(tail, line)) {
                Some((whole, first)) => {
                    let name = whole.trim_end_matches(':').trim_end().to_owned();
                    self.name_product(Cow::Owned(name), first);
                }
                None => {
                    self.close_product();
                    if self.part.as_ref().is_some_and(|open| {
                        open.has_content && open.part.producer != Producer::SlmgrXpr
                    }) {
                        self.close_part();
                    }
                    self.open_product(number);
                    self.note_part(Producer::SlmgrXpr, number);
                }
            }
        }
        let at = expiry.at.filter(|at| xpr::may_be_date(at));
        let key = Some("licenseStatus");
        self.set_on_product(number, Field::LicenseStatus, key, |product| {
            product.license_status = Some(expiry.status);
            product.license_status_text = Some(lend(line, expiry.sentence));
            product.expires.kind = expiry.kind;
            product.expires.permanent = expiry.permanent;
            product.expires.at = at.map(|at| lend(line, at));
        });
        if at.is_none() && expiry.is_dated() {
            let code = if value::is_masked(expiry.date()) {
                RemarkCode::Masked
            } else {
                RemarkCode::Malformed
            };
            self.remark(code, number, line.clone(), Some("expires.at"));
        }
        self.close_product();
    }

    /// The rest of a sentence of /xpr. A date shows where its blanks were, since only one way of joining gives a date; if none
    /// does, it is not trusted.
    pub(super) fn expiry_goes_on(
        &mut self,
        remarks: usize,
        number: u32,
        bare: &Words<'t>,
    ) -> Option<(LastKind, Words<'t>)> {
        if bare.len() > 24 {
            return None;
        }
        let before = xpr::find(&self.last.text)?;
        let whole = |gap: &str| value::joined(&self.last.text, gap, bare);
        let date_of = |whole: &Words<'t>| Some(xpr::find(whole)?.at?.to_owned());
        let (whole, at) = if before.kind.is_none() {
            // All that a date does not follow is one full stop longer at most.
            (&**bare == ".").then(|| (whole(""), None))?
        } else {
            // Where both give a date, its style tells: a word stands apart, and so does what follows a dot in "9. 9. 2028".
            let apart = bare.starts_with(|c: char| c.is_alphabetic())
                && self.last.text.ends_with(|c: char| c.is_ascii_digit())
                || self.last.text.ends_with('.')
                    && (before.date().contains(". ") || bare.contains(". "));
            let gaps = if apart { [" ", ""] } else { ["", " "] };
            let joined = gaps.map(|gap| {
                let whole = whole(gap);
                let at = date_of(&whole);
                (whole, at)
            });
            let is = |test: fn(&str) -> bool| {
                joined
                    .iter()
                    .find(|(_, at)| at.as_deref().is_some_and(test))
                    .cloned()
            };
            let of_date = |c: char| c.is_ascii_digit() || ".:/- ".contains(c);
            let body = bare.trim_end_matches(|c: char| c.is_alphabetic() || ". ".contains(c));
            let is_rest = bare.contains(|c: char| c.is_ascii_digit()) && body.chars().all(of_date);
            is(xpr::is_whole_date)
                .or_else(|| is(xpr::is_date))
                .or_else(|| is_rest.then(|| (whole(" "), None)))?
        };
        self.out.remarks.truncate(remarks);
        if at.is_none() && before.is_dated() {
            let key = Some("expires.at");
            self.remark(RemarkCode::Malformed, self.last.line, whole.clone(), key);
        }
        let product = self.out.products.last_mut()?;
        product.expires.at = at.map(Cow::Owned);
        product.license_status_text = Some(whole.clone());
        product.lines.1 = number;
        let index = self.product_index_of_last();
        let part = self.part_index();
        self.extend_part(number);
        self.push_span(number, SpanKind::Field, part, index, Some("expires.at"));
        Some((LastKind::Expiry(remarks), whole))
    }
}
