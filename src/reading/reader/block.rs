//! What the reader makes of a block: objects become products or the service, events and evidence are kept as they are.

use std::borrow::Cow;

use super::{LastKind, OpenPart, Reader, classify::split_label, foreign::fits, parts};
use crate::{
    id::error_code,
    order,
    reading::{
        PrintedError, Producer, RemarkCode, SpanKind, Words,
        block::{
            self, Block, Object, list,
            object::{self, Kind},
        },
        label::{self, Dialect, Field, near},
        service, value,
    },
    text::{self, Lines},
};

/// What a line of an object is: a field (of which product, its key in the published shape), or not understood.
type Told = (u32, SpanKind, Option<u32>, Option<&'static str>);

/// Whether a string that holds line ends holds labels of a report.
fn has_report(text: &str) -> bool {
    text.split("\\n")
        .filter_map(split_label)
        .filter(|(name, _)| label::is_printed(name.trim_matches('"'), false))
        .count()
        >= 2
}

impl<'t> Reader<'t> {
    /// Takes in the block that begins with this line, if one does; gives the number of its last line.
    pub(super) fn block(&mut self, number: u32, raw: &'t str, rest: &Lines<'t>) -> Option<u32> {
        let mut block = block::read(number, raw, rest)?;
        // A block may take in what it does not know, but no other output.
        if let Some(last) = Self::above_heading(number, raw, rest, block.last_line) {
            block = block::read(number, raw, &rest.up_to(last))?;
        }
        Some(self.take_block(number, raw, rest, block))
    }

    /// The same for a line that is a property, where an object of the licensing service begins.
    pub(super) fn list(&mut self, number: u32, raw: &'t str, rest: &Lines<'t>) -> Option<u32> {
        if number <= self.listed {
            return None;
        }
        let read = |rest: &Lines<'t>| list::object(number, raw, rest);
        let block = read(rest).and_then(|block| {
            match Self::above_heading(number, raw, rest, block.last_line) {
                Some(last) => read(&rest.up_to(last)),
                None => Ok(block),
            }
        });
        match block {
            Ok(block) => Some(self.take_block(number, raw, rest, block)),
            Err(last) => {
                self.listed = last;
                None
            }
        }
    }

    fn take_block(&mut self, number: u32, raw: &'t str, rest: &Lines<'t>, block: Block<'t>) -> u32 {
        let last = block.last_line.max(number);
        let lines = std::iter::once((number, raw))
            .chain(rest.clone())
            .take_while(|(line, _)| *line <= last);
        if block.producer == Producer::Unknown {
            // The form is known, what it says is another tool's.
            for (line, raw) in lines {
                let bare = text::bare(raw);
                let inside = text::bare(text::without_quotes(bare));
                let rows = bare.matches("\\n").count();
                if rows >= 2 && has_report(bare) {
                    for row in bare.split("\\n") {
                        let row = row
                            .trim_end_matches("\\r")
                            .trim_matches(['"', ',', ' ', '\\']);
                        if !row.is_empty() {
                            self.piece(line, raw, Cow::Owned(row.to_owned()), None);
                        }
                    }
                } else if inside.len() < bare.len() && !inside.is_empty() {
                    // What another tool carries as a list of lines.
                    self.piece(line, raw, Cow::Borrowed(inside), None);
                } else if !bare.is_empty() {
                    self.unread(line, &Cow::Borrowed(bare));
                } else if !raw.chars().all(text::is_blank) {
                    self.span(line, SpanKind::Banner, None);
                }
            }
        } else {
            self.take_lines(number, lines, block);
        }
        self.last.kind = LastKind::Nothing;
        self.last.line = last;
        last
    }

    fn take_lines(
        &mut self,
        number: u32,
        lines: impl Iterator<Item = (u32, &'t str)>,
        block: Block<'t>,
    ) {
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
        let mut told = Vec::new();
        for object in block.objects {
            self.object(object, &mut told);
        }
        if let Some(open) = self.part.as_mut() {
            // The module prints objects of the same classes; what a tool says of itself is no news where its prompt told
            // what it was to do.
            let told = open.is_told && parts::is_same_tool(open.part.producer, block.producer);
            let module =
                open.part.producer == Producer::Oslicense && block.producer == Producer::Cim;
            if !told && !module {
                open.part.producer = block.producer;
            }
            open.has_content = true;
            open.part.last_line = block.last_line.max(number);
        }
        self.out.events.extend(block.events);
        self.out.evidence.extend(block.evidence);
        self.out.errors.extend(block.errors);
        self.out.remarks.extend(block.remarks);
        // One span for each line that is not blank, in order.
        order::by(&mut told, |(line, ..)| *line);
        let part = self.part_index();
        let mut known = block.lines.into_iter().peekable();
        let mut told = told.into_iter().peekable();
        for (line, raw) in lines {
            let mut own = None;
            while let Some(next) = known.next_if(|known| known.line <= line) {
                own = Some(next).filter(|known| known.line == line);
            }
            // The first field tells what a line with many of them is.
            let mut field: Option<Told> = None;
            while let Some(next) = told.next_if(|told| told.0 <= line) {
                let better = field.is_none_or(|(_, kind, ..)| kind == SpanKind::Remark);
                if next.0 == line && better {
                    field = Some(next);
                }
            }
            if raw.chars().all(text::is_blank) {
                continue;
            }
            match (field, own) {
                (Some((_, kind, product, key)), _) => {
                    self.push_span(line, kind, part, product, key)
                }
                (_, Some(own)) => self.push_span(line, own.kind, part, None, own.key),
                _ => self.push_span(line, SpanKind::Banner, part, None, None),
            }
        }
        self.close_part();
    }

    /// Stores an object; tells its fields, and the properties that are not understood.
    fn object(&mut self, object: Object<'t>, told: &mut Vec<Told>) {
        let kind = object.kind();
        let (lines, mut known) = ((object.first_line, object.last_line), Vec::new());
        if kind == Kind::Outcome {
            self.outcome(&object);
        }
        // A script may put the version of anything beside a licence; the module puts the service's.
        let other_version = kind == Kind::Product && !object.is_of_oslicense();
        let names: Vec<Option<Field>> = object
            .properties
            .iter()
            .map(|(name, ..)| object::field(name))
            .collect();
        // A name with a slip in it is believed where its value fits and nothing else in the object has that name.
        let misread = |name: &str, value: &str| {
            near::property(name)
                .filter(|field| fits(*field, value) && !names.contains(&Some(*field)))
        };
        for (name, value, line) in object.properties {
            match object::field(&name).or_else(|| misread(&name, &value)) {
                Some(field)
                    if matches!(kind, Kind::Product | Kind::Service)
                        && !(other_version && name.eq_ignore_ascii_case("Version")) =>
                {
                    known.push((field, value, line));
                }
                _ if matches!(kind, Kind::Outcome | Kind::Aside) => {
                    told.push((line, SpanKind::Field, None, None));
                }
                _ if value.is_empty() || object::is_expected(&name) => {}
                _ => {
                    let text = object::unknown(&name, &value);
                    self.remark(RemarkCode::NotUnderstood, line, text, None);
                    told.push((line, SpanKind::Remark, None, None));
                }
            }
        }
        match kind {
            Kind::Service => self.service(known, told),
            Kind::Product => self.product(lines, known, told),
            _ => {}
        }
    }

    fn service(&mut self, known: Vec<(Field, Words<'t>, u32)>, told: &mut Vec<Told>) {
        for (field, value, line) in known {
            let service = self.out.service.get_or_insert_default();
            if let Err(trouble) = service::add(service, field, value.clone()) {
                self.remark(trouble.code(), line, value, service::key(field));
            }
            told.push((line, SpanKind::Field, None, service::key(field)));
        }
    }

    fn product(
        &mut self,
        lines: (u32, u32),
        known: Vec<(Field, Words<'t>, u32)>,
        told: &mut Vec<Told>,
    ) {
        let spans = std::mem::take(&mut self.spans);
        self.open_product(lines.0);
        let index = self.product_index_of_last();
        for (field, value, line) in known {
            let key = field.key().or(service::key(field));
            told.push((line, SpanKind::Field, index, key));
            self.property(field, text::plain(value), line);
        }
        if let Some(product) = self.out.products.last_mut() {
            product.lines = lines;
        }
        self.close_product();
        self.spans = spans;
    }

    fn property(&mut self, field: Field, value: Words<'t>, line: u32) {
        let keyless = field == Field::PartialProductKey && value.is_empty();
        let field = match field {
            // The module puts what holds for the machine into the same object.
            Field::ServiceHostCaching => Field::HostCaching,
            Field::Version => {
                let service = self.out.service.get_or_insert_default();
                if let Err(trouble) = service::add(service, field, value.clone()) {
                    self.remark(trouble.code(), line, value, service::key(field));
                } else if let (Some(product), false) =
                    (self.out.products.last_mut(), value.is_empty())
                {
                    product.service_version = Some(value);
                }
                return;
            }
            Field::DnsPublishing | Field::LowPriority => {
                let switch = value::switch(&value);
                if let (Some(product), Some(_)) = (self.out.products.last_mut(), switch) {
                    let host = product.kms_host.get_or_insert_default();
                    if field == Field::DnsPublishing {
                        host.dns_publishing = switch;
                    } else {
                        host.low_priority = switch;
                    }
                }
                return;
            }
            field => field,
        };
        self.store_field((field, Dialect::Cim), value, line, false);
        // Its end is there: an empty key is none, and not half of one.
        if let (true, Some(open), Some(product)) =
            (keyless, self.open.as_mut(), self.out.products.last_mut())
        {
            open.keyless = None;
            product.in_use = Some(false);
        }
    }

    /// What a command of the OSLicense module met.
    fn outcome(&mut self, object: &Object<'t>) {
        let line = object.first_line;
        let words = object.get("ErrorMessage").unwrap_or_default().trim();
        let text = (!words.is_empty()).then(|| Cow::Owned(words.to_owned()));
        let failed = object
            .get("Success")
            .is_none_or(|success| value::switch(success) == Some(false));
        let code = object.get("ErrorCode").and_then(error_code::parse);
        let line = object
            .properties
            .iter()
            .find(|(name, ..)| name.eq_ignore_ascii_case("ErrorCode"))
            .map_or(line, |(.., line)| *line);
        match code.filter(|code| *code != 0) {
            Some(code) => self.out.errors.push(PrintedError { code, text, line }),
            None if failed => {
                let text = text.unwrap_or(Cow::Borrowed("Success: False"));
                self.remark(RemarkCode::ToolError, line, text, None);
            }
            None => {}
        }
    }
}
