//! What the reader makes of a block: objects become products or the service, events and evidence are kept as they are.

use std::borrow::Cow;

use super::{LastKind, OpenPart, Reader, parts};
use crate::reading::{
    SpanKind,
    block::{self, Block, Object},
    label::{self, Dialect, Field},
    service,
};
use crate::text::{self, Lines};

impl<'t> Reader<'t> {
    /// Takes in the block that begins with this line, if one does; gives the number of its last line.
    pub(super) fn block(&mut self, number: u32, raw: &'t str, rest: &Lines<'t>) -> Option<u32> {
        let block = block::read(number, raw, rest)?;
        let last = block.last_line.max(number);
        self.take_block(number, raw, rest, block);
        self.last.kind = LastKind::Nothing;
        self.last.line = last;
        Some(last)
    }

    fn take_block(&mut self, number: u32, raw: &'t str, rest: &Lines<'t>, block: Block<'t>) {
        self.close_product();
        // A prompt above has opened a part already; what the block is says more.
        let goes_on =
            |open: &OpenPart| open.part.producer == block.producer && block.objects.is_empty();
        if self
            .part
            .as_ref()
            .is_some_and(|open| open.has_content && !goes_on(open))
        {
            self.close_part();
        }
        if self.part.is_none() {
            self.open_part(block.producer, number);
        }
        if let Some(open) = self.part.as_mut() {
            // What a tool says of itself is no news where its prompt told what it was to do.
            if !(open.is_told && parts::is_same_tool(open.part.producer, block.producer)) {
                open.part.producer = block.producer;
            }
            open.has_content = true;
            open.part.last_line = block.last_line;
        }
        let part = self.part_index();
        let mut products = Vec::new();
        for object in block.objects {
            products.extend(self.object(object));
        }
        self.out.events.extend(block.events);
        self.out.evidence.extend(block.evidence);
        self.out.errors.extend(block.errors);
        self.out.remarks.extend(block.remarks);
        // One span for each line that is not blank, in order.
        let mut told = block.lines.into_iter().peekable();
        let mut fields = products.into_iter().peekable();
        let lines = std::iter::once((number, raw)).chain(rest.clone());
        for (line, raw) in lines.take_while(|(line, _)| *line <= block.last_line) {
            while told.next_if(|known| known.line < line).is_some() {}
            while fields.next_if(|known| known.0 < line).is_some() {}
            if raw.chars().all(text::is_blank) {
                continue;
            }
            if let Some((_, product, key)) = fields.next_if(|known| known.0 == line) {
                self.push_span(line, SpanKind::Field, part, product, key);
            } else if let Some(known) = told.next_if(|known| known.line == line) {
                self.push_span(line, known.kind, part, None, known.key);
            } else {
                self.push_span(line, SpanKind::Banner, part, None, None);
            }
        }
        self.close_part();
    }

    /// Stores an object as a product or as the service; gives line, product and key of each of its fields.
    fn object(&mut self, object: Object<'t>) -> Vec<(u32, Option<u32>, Option<&'static str>)> {
        let known: Vec<_> = object
            .properties
            .into_iter()
            .filter_map(|(name, value, line)| Some((property(&name)?, value, line)))
            .collect();
        let mut spans = Vec::new();
        let is_service = service::is_service(known.iter().map(|(field, ..)| *field));
        if is_service {
            for (field, value, line) in known {
                let service = self.out.service.get_or_insert_default();
                let trouble = service::store(service, field, value.clone()).err();
                if let Some(trouble) = trouble {
                    self.remark(trouble.code(), line, value, service::key(field));
                }
                spans.push((line, None, service::key(field)));
            }
            return spans;
        }
        let is_product = known.iter().any(|(field, ..)| {
            matches!(
                field,
                Field::Description
                    | Field::ActivationId
                    | Field::LicenseStatus
                    | Field::PartialProductKey
                    | Field::Name
            )
        });
        if !is_product {
            return spans;
        }
        let hold = std::mem::take(&mut self.spans);
        self.open_product(object.first_line);
        let index = self.product_index_of_last();
        for (field, value, line) in known {
            self.field_of_object(field, value, line);
            spans.push((line, index, field.key()));
        }
        if let Some(product) = self.out.products.last_mut() {
            product.lines = (object.first_line, object.last_line);
        }
        self.close_product();
        self.spans = hold;
        spans.sort_by_key(|(line, ..)| *line);
        spans.dedup_by_key(|(line, ..)| *line);
        spans
    }

    fn field_of_object(&mut self, field: Field, value: Cow<'t, str>, line: u32) {
        self.store_field((field, Dialect::Cim), text::plain(value), line, false);
    }
}

/// The field that a property of an object holds, whatever its case.
fn property(name: &str) -> Option<Field> {
    label::field(name, true).map(|(field, _)| field)
}
