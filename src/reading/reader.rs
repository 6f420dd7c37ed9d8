//! The reader: walks the lines once, keeps the open product and part, and accounts for every non-blank line.

use std::borrow::Cow;

use super::{
    Part, PrintedError, Producer, Product, ReadOptions, Reading, Remark, RemarkCode, Service, Span,
    SpanKind, Words, join,
    label::{self, Dialect, Field},
    prompt::{self, Frame},
    sentence::{self, Block, Said},
    store::{self, Trouble},
    value, xpr,
};
use crate::{id::error_code, text};

/// Reads `text`; see [`super::read_with`].
pub fn read(text: &str, options: ReadOptions) -> Reading<'_> {
    let mut reader = Reader::new(text, options);
    for (number, raw) in text::lines(text) {
        reader.line(number, raw);
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

/// What a line is by itself.
enum Line<'t> {
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
        }
    }

    fn line(&mut self, number: u32, raw: &'t str) {
        let bare = text::bare(raw);
        if bare.is_empty() {
            // A fence or a lone quote mark leaves nothing: it is decoration, not a blank line.
            if raw.contains(['`', '>', '|', '<']) {
                self.span(number, SpanKind::Banner, None);
            }
            return;
        }
        let line = if raw.trim_start().starts_with("```") {
            Line::Frame(Frame::Decoration)
        } else {
            classify(bare)
        };
        let (kind, text) = match line {
            // The tail of a cut address ("ID=88339") may look like a property.
            Line::Field(_, Dialect::Cim, _)
                if self.in_slmgr() && self.goes_on(number, raw, bare) =>
            {
                return;
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
                if self.goes_on(number, raw, bare) {
                    return;
                }
                let remarks = self.out.remarks.len();
                self.remark(RemarkCode::NotUnderstood, number, Cow::Borrowed(bare), None);
                self.span(number, SpanKind::Remark, None);
                (LastKind::Unread(remarks), bare)
            }
        };
        self.last = Last {
            line: number,
            raw,
            text: Cow::Borrowed(text),
            kind,
        };
    }

    /// Whether a line that means nothing by itself is the rest of the line before; if so, it is taken in.
    fn goes_on(&mut self, number: u32, raw: &'t str, bare: &'t str) -> bool {
        if self.last.line + 1 != number {
            return false;
        }
        let taken = match self.last.kind {
            LastKind::Nothing => None,
            LastKind::Sentence(rest) => sentence::goes_on(bare, rest).map(|rest| {
                let part = self.part_index();
                self.push_span(number, SpanKind::Banner, part, None, None);
                (LastKind::Sentence(rest), Cow::Borrowed(bare))
            }),
            LastKind::Prompt => self
                .width()
                .may_cut(self.last.raw.chars().count())
                .then(|| {
                    self.span(number, SpanKind::Prompt, None);
                    (LastKind::Prompt, Cow::Borrowed(bare))
                }),
            LastKind::Error => self.is_full().then(|| {
                let gap = join::gap(self.last.raw, raw, self.width());
                if let Some(PrintedError {
                    text: Some(text), ..
                }) = self.out.errors.last_mut()
                {
                    *text = value::joined(text, gap, bare);
                }
                self.extend_part(number);
                self.span(number, SpanKind::Field, None);
                (LastKind::Error, Cow::Borrowed(bare))
            }),
            LastKind::Field(field, dialect, remarks) => {
                self.field_goes_on((field, dialect), remarks, number, raw, bare)
            }
            LastKind::Unread(remarks) => self.unread_goes_on(remarks, number, bare),
        };
        match taken {
            Some((kind, text)) => {
                self.last = Last {
                    line: number,
                    raw,
                    text,
                    kind,
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
        bare: &'t str,
    ) -> Option<(LastKind, Words<'t>)> {
        let seam = join::Seam {
            before: self.last.raw,
            next: raw,
            width: self.width(),
        };
        let (_, before) = split_label(&self.last.text)?;
        let gap = join::field(field, before, bare, seam)?;
        let whole = value::joined(&self.last.text, gap, bare);
        let (_, value) = split_label(&whole)?;
        let value = Cow::Owned(value.to_owned());
        self.out.remarks.truncate(remarks);
        self.field((field, dialect), value, number, true);
        Some((LastKind::Field(field, dialect, remarks), whole))
    }

    /// Two lines that mean nothing alone: together they may be a label that the console cut.
    fn unread_goes_on(
        &mut self,
        remarks: usize,
        number: u32,
        bare: &'t str,
    ) -> Option<(LastKind, Words<'t>)> {
        if !join::may_begin(&self.last.text) {
            return None;
        }
        for gap in ["", " "] {
            let whole = [&*self.last.text, gap, bare].concat();
            match classify(&whole) {
                Line::Field(field, dialect, value) => {
                    let value = Cow::Owned(value.to_owned());
                    self.forget_unread(remarks);
                    self.field((field, dialect), value, number, false);
                    self.mend_span(number - 1);
                    return Some((LastKind::Field(field, dialect, remarks), Cow::Owned(whole)));
                }
                Line::Sentence(found) => {
                    self.forget_unread(remarks);
                    self.said(found.said, number, bare);
                    self.mend_span(number - 1);
                    return Some((LastKind::Sentence(found.rest), Cow::Owned(whole)));
                }
                _ => {}
            }
        }
        None
    }

    fn forget_unread(&mut self, remarks: usize) {
        self.out.remarks.truncate(remarks);
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
        let characters = self.last.raw.chars().count();
        self.width().is_filled_by(characters)
    }

    /// How wide the paste is; most pastes never ask.
    fn width(&mut self) -> join::Width {
        let text = self.text;
        *self.width.get_or_insert_with(|| join::Width::of(text))
    }

    // --- what a line says ---

    fn field(
        &mut self,
        (field, dialect): (Field, Dialect),
        words: Words<'t>,
        number: u32,
        goes_on: bool,
    ) {
        if !goes_on {
            self.change_producer(field, dialect);
        }
        if field == Field::ServiceVersion {
            if !goes_on {
                self.close_product();
                if self.part.as_ref().is_some_and(|part| part.has_content) {
                    self.close_part();
                }
                self.block = Block::Product;
            }
            self.note_producer(field, dialect, number);
            // Of several machines in one paste, the first is the one that the reading speaks of.
            let service = self.out.service.get_or_insert_with(Service::default);
            if !value::is_absent(&words) && (goes_on || service.version.is_none()) {
                service.version = Some(words);
            }
            self.span(number, SpanKind::Field, field.key());
            return;
        }
        if self.block == Block::ActivationObjects && self.open.is_none() {
            // The list of /ao-list repeats labels of products; its objects are none.
            self.extend_part(number);
            self.span(number, SpanKind::Field, None);
            return;
        }
        let bit = 1u128 << field.rank();
        if !goes_on && self.starts_product(field, dialect, bit, &words) {
            if dialect == Dialect::Cim && !begins_listing(field, &words) && self.open.is_none() {
                // A property of some other class; without a product around it, it says nothing of one.
                self.remark(RemarkCode::NotUnderstood, number, words, None);
                self.push_span(number, SpanKind::Remark, None, None, None);
                return;
            }
            self.open_product(number);
        }
        self.note_producer(field, dialect, number);
        let (Some(open), Some(product)) = (self.open.as_mut(), self.out.products.last_mut()) else {
            return;
        };
        let repeated = open.seen & bit != 0 && !goes_on && field != Field::Other;
        open.seen |= bit;
        open.dialect = Some(dialect);
        if field == Field::PartialProductKey && words.is_empty() {
            open.keyless = Some(number);
        }
        if field == Field::IsKmsHost {
            open.is_kms_host = value::count(&words).map(|machines| machines > 0);
        }
        open.last_rank = open.last_rank.max(field.rank());
        product.lines.1 = number;
        let trouble = if repeated {
            let mut second = Product::default();
            let _ = store::store(&mut second, field, words.clone());
            (!store::same(product, &second, field)).then_some(Trouble::Repeated)
        } else {
            store::store(product, field, words.clone()).err()
        };
        if let Some(trouble) = trouble {
            self.remark(trouble.code(), number, words, field.key());
        }
        let part = self.part_index();
        let product = self.product_index();
        self.push_span(number, SpanKind::Field, part, product, field.key());
    }

    /// Whether a field begins a new product: a name does, and so does a step back in the fixed order of the script.
    fn starts_product(&self, field: Field, dialect: Dialect, bit: u128, words: &str) -> bool {
        let (Some(open), Some(product)) = (&self.open, self.out.products.last()) else {
            return true;
        };
        if dialect != Dialect::Slmgr {
            // Records: a property that is there already belongs to the next one.
            return open.seen & bit != 0 && field != Field::Other;
        }
        if field == Field::Name {
            // The very same line twice is a slip of the mouse.
            return open.seen & !bit != 0 || product.name.as_deref() != Some(words);
        }
        let back = field.rank() < open.last_rank;
        let again = open.seen & bit != 0;
        let mut second = Product::default();
        field.in_head() && back && again && {
            let _ = store::store(&mut second, field, Cow::Borrowed(words));
            !store::same(product, &second, field)
        }
    }

    fn said(&mut self, said: Said, number: u32, line: &'t str) {
        match said {
            Said::NotInUse => {
                if self.open.is_none() {
                    self.open_product(number);
                }
                self.set_on_product(number, Field::PartialProductKey, Some("inUse"), |product| {
                    product.in_use = Some(false)
                });
            }
            Said::Heading(block) => {
                self.block = block;
                let of_product = matches!(
                    block,
                    Block::KmsHost | Block::Requests | Block::KmsClient | Block::Ad
                );
                if block == Block::ActivationObjects {
                    self.close_product();
                    self.note_part(Producer::SlmgrOther, number);
                } else if of_product {
                    if self.open.is_none() {
                        self.open_product(number);
                    }
                    self.note_part(Producer::SlmgrDli, number);
                }
                if let (Some(_), Some(product)) = (&self.open, self.out.products.last_mut()) {
                    product.lines.1 = number;
                    match block {
                        Block::KmsHost => drop(product.kms_host.get_or_insert_default()),
                        Block::Requests => {
                            let host = product.kms_host.get_or_insert_default();
                            host.requests.get_or_insert_default();
                        }
                        Block::KmsClient => drop(product.kms_client.get_or_insert_default()),
                        Block::Ad => drop(product.ad_activation.get_or_insert_default()),
                        _ => {}
                    }
                }
                self.span(number, SpanKind::Heading, None);
            }
            Said::DnsPublishing(on) if self.open.is_some() => {
                self.set_on_product(
                    number,
                    Field::ListeningPort,
                    Some("kmsHost.dnsPublishing"),
                    |product| {
                        product.kms_host.get_or_insert_default().dns_publishing = Some(on);
                    },
                );
            }
            Said::HostCaching(on) if self.open.is_some() => {
                self.set_on_product(
                    number,
                    Field::RenewalInterval,
                    Some("kmsClient.hostCaching"),
                    |product| {
                        product.kms_client.get_or_insert_default().host_caching = Some(on);
                    },
                );
            }
            Said::DnsPublishing(_) | Said::HostCaching(_) => {
                self.note_part(Producer::SlmgrOther, number);
                self.span(number, SpanKind::Banner, None);
            }
            Said::Hint => {
                self.extend_part(number);
                self.span(number, SpanKind::Banner, None);
            }
            Said::Done(producer) => {
                self.note_part(producer, number);
                self.span(number, SpanKind::Banner, None);
            }
            Said::Failed(producer) => {
                self.note_part(producer, number);
                self.remark(RemarkCode::ToolError, number, Cow::Borrowed(line), None);
                self.span(number, SpanKind::Banner, None);
            }
        }
    }

    /// What /xpr says of the product whose name stands above.
    fn expiry(&mut self, expiry: xpr::Expiry<'t>, number: u32) {
        if self.open.is_none() {
            self.open_product(number);
            self.note_part(Producer::SlmgrXpr, number);
        }
        self.set_on_product(
            number,
            Field::LicenseStatus,
            Some("licenseStatus"),
            |product| {
                product.license_status = Some(expiry.status);
                product.license_status_text = Some(Cow::Borrowed(expiry.sentence));
                product.expires.kind = expiry.kind;
                product.expires.permanent = expiry.permanent;
                product.expires.at = expiry.at.map(Cow::Borrowed);
            },
        );
        self.close_product();
    }

    /// A fact of the product that a sentence states; it stands where `field` would.
    fn set_on_product(
        &mut self,
        number: u32,
        field: Field,
        key: Option<&'static str>,
        set: impl FnOnce(&mut Product<'t>),
    ) {
        self.note_part(Producer::SlmgrDli, number);
        if let (Some(open), Some(product)) = (self.open.as_mut(), self.out.products.last_mut()) {
            open.seen |= 1u128 << field.rank();
            open.last_rank = open.last_rank.max(field.rank());
            product.lines.1 = number;
            set(product);
        }
        let part = self.part_index();
        let product = self.product_index();
        self.push_span(number, SpanKind::Field, part, product, key);
    }

    fn frame(&mut self, frame: Frame, number: u32) {
        match frame {
            Frame::Prompt(producer) => {
                self.close_product();
                self.close_part();
                if let Some(producer) = producer {
                    self.open_part(producer, number);
                }
                self.span(number, SpanKind::Prompt, None);
            }
            Frame::Banner => {
                self.close_product();
                if self.part.as_ref().is_some_and(|part| part.has_content) {
                    self.close_part();
                }
                if self.part.is_none() {
                    self.open_part(Producer::Unknown, number);
                }
                self.span(number, SpanKind::Banner, None);
            }
            Frame::Rule if self.producer() == Some(Producer::OsppDstatus) => {
                // ospp.vbs closes each record with a line of dashes.
                self.close_product();
                self.extend_part(number);
                self.span(number, SpanKind::Banner, None);
            }
            Frame::Office => {
                self.close_product();
                match &self.part {
                    Some(open)
                        if matches!(
                            open.part.producer,
                            Producer::Unknown
                                | Producer::OsppDstatus
                                | Producer::OsppDinstid
                                | Producer::OsppAct
                                | Producer::OsppOther
                        ) =>
                    {
                        self.extend_part(number);
                    }
                    _ => self.open_part(Producer::OsppOther, number),
                }
                self.span(number, SpanKind::Banner, None);
            }
            Frame::Rule | Frame::Decoration => self.span(number, SpanKind::Banner, None),
        }
    }

    fn error(&mut self, code: u32, words: &'t str, number: u32) {
        self.note_part(Producer::SlmgrOther, number);
        let text = (!words.is_empty()).then_some(Cow::Borrowed(words));
        match self.out.errors.last_mut() {
            // Windows 7 prints the slui line first and the bare code after it: one error, two lines.
            Some(last)
                if last.code == code
                    && last.line + 1 == number
                    && (last.text.is_none() || text.is_none()) =>
            {
                last.text = last.text.take().or(text);
            }
            _ => self.out.errors.push(PrintedError {
                code,
                text,
                line: number,
            }),
        }
        self.span(number, SpanKind::Field, None);
    }

    // --- products and parts ---

    fn open_product(&mut self, number: u32) {
        self.close_product();
        self.block = Block::Product;
        self.out.products.push(Product {
            lines: (number, number),
            ..Product::default()
        });
        self.open = Some(Open::default());
    }

    fn close_product(&mut self) {
        let Some(open) = self.open.take() else { return };
        let name_only = open.seen == 1 << Field::Name.rank() && open.dialect.is_some();
        let Some(product) = self.out.products.last_mut() else {
            return;
        };
        if name_only && !product.name.as_deref().is_some_and(is_product_name) {
            // Another tool's "Name:" line.
            let index = self.product_index_of_last();
            let Some(product) = self.out.products.pop() else {
                return;
            };
            let text = product.name.unwrap_or_default();
            self.remark(RemarkCode::NotUnderstood, product.lines.0, text, None);
            for span in self
                .out
                .spans
                .iter_mut()
                .rev()
                .take_while(|span| span.line >= product.lines.0)
            {
                if span.product == index {
                    *span = Span {
                        kind: SpanKind::Remark,
                        product: None,
                        key: None,
                        ..*span
                    };
                }
            }
            return;
        }
        store::finish(product);
        if open.dialect == Some(Dialect::Cim) {
            // The last line of all may be cut; an empty value before it is none.
            if open.keyless.is_some_and(|line| line < product.lines.1) {
                product.in_use = Some(false);
            }
            store::drop_unset(product, open.is_kms_host);
        }
        self.block = Block::Product;
    }

    fn open_part(&mut self, producer: Producer, number: u32) {
        self.close_part();
        let part = Part {
            producer,
            first_line: number,
            last_line: number,
        };
        self.part = Some(OpenPart {
            part,
            seen: 0,
            has_content: false,
        });
    }

    fn close_part(&mut self) {
        let Some(OpenPart {
            mut part,
            seen,
            has_content,
        }) = self.part.take()
        else {
            return;
        };
        if seen == 1 << Field::InstallationId.rank() {
            part.producer = Producer::SlmgrDti;
        }
        if has_content || part.producer != Producer::Unknown {
            self.out.parts.push(part);
        }
    }

    /// Whether the line before is a field in slmgr.vbs's words.
    fn in_slmgr(&self) -> bool {
        matches!(self.last.kind, LastKind::Field(_, Dialect::Slmgr, _))
    }

    fn producer(&self) -> Option<Producer> {
        self.part.as_ref().map(|open| open.part.producer)
    }

    /// Another producer's words begin another part.
    fn change_producer(&mut self, field: Field, dialect: Dialect) {
        let Some(OpenPart {
            part,
            has_content: true,
            ..
        }) = &self.part
        else {
            return;
        };
        let slmgr = matches!(
            part.producer,
            Producer::SlmgrDlv | Producer::SlmgrDli | Producer::SlmgrXpr
        );
        let changes = match dialect {
            Dialect::Slmgr => {
                let theirs = matches!(
                    part.producer,
                    Producer::Cim | Producer::OsppDstatus | Producer::SlmgrXpr
                );
                theirs && matches!(field, Field::Name | Field::ServiceVersion)
            }
            Dialect::Ospp => slmgr || part.producer == Producer::Cim,
            Dialect::Cim => slmgr || part.producer == Producer::OsppDstatus,
        };
        if changes {
            self.close_product();
            self.close_part();
        }
    }

    fn note_producer(&mut self, field: Field, dialect: Dialect, number: u32) {
        let producer = match dialect {
            Dialect::Slmgr if field.dlv_only() => Producer::SlmgrDlv,
            Dialect::Slmgr => Producer::SlmgrDli,
            Dialect::Ospp => Producer::OsppDstatus,
            Dialect::Cim => Producer::Cim,
        };
        self.note_part(producer, number);
        if let Some(part) = self.part.as_mut() {
            part.seen |= 1u128 << field.rank();
        }
    }

    /// Takes a line into the part, which `producer` printed unless more telling lines say otherwise.
    fn note_part(&mut self, producer: Producer, number: u32) {
        if self.part.is_none() {
            self.open_part(producer, number);
        }
        if let Some(OpenPart {
            part, has_content, ..
        }) = self.part.as_mut()
        {
            *has_content = true;
            part.last_line = number;
            if weight(producer) > weight(part.producer) {
                part.producer = producer;
            }
        }
    }

    fn extend_part(&mut self, number: u32) {
        if let Some(OpenPart { part, .. }) = self.part.as_mut() {
            part.last_line = number;
        }
    }

    fn finish(mut self) -> Reading<'t> {
        self.close_product();
        self.close_part();
        self.tell_masked_keys();
        self.out.remarks.sort_by_key(|remark| remark.line);
        let english = self.out.service.is_some() || !self.out.products.is_empty();
        self.out.language = english.then_some("en");
        self.out
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

/// Which producer's lines tell more: words of one producer alone outweigh shared ones, a detail listing a summary, a
/// summary a command's word.
fn weight(producer: Producer) -> u8 {
    match producer {
        Producer::Unknown => 0,
        Producer::SlmgrOther | Producer::OsppOther => 1,
        Producer::SlmgrDli => 3,
        Producer::SlmgrXpr => 4,
        Producer::SlmgrDlv => 5,
        Producer::OsppDstatus | Producer::Cim => 6,
        _ => 2,
    }
}

/// Whether a property tells of a licence and not of another class: nothing else prints these.
fn begins_listing(field: Field, words: &str) -> bool {
    match field {
        Field::Name => is_product_name(words),
        Field::Description => words.contains("channel"),
        Field::Other | Field::IsKmsHost => false,
        _ => true,
    }
}

/// Whether a lone "Name:" value is a licensed product's and not some host's.
fn is_product_name(name: &str) -> bool {
    ["Windows", "Office", "edition"]
        .iter()
        .any(|word| name.contains(word))
}

fn classify(line: &str) -> Line<'_> {
    if let Some((label, value)) = split_label(line) {
        let apart = line
            .as_bytes()
            .get(label.len())
            .is_some_and(|next| matches!(next, b' ' | b'\t' | b'='));
        if let Some((field, dialect)) = label::field(label, apart) {
            return Line::Field(field, dialect, value);
        }
        if value.is_empty() && label.ends_with(" edition") {
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
    if let Some((code, text)) = error_line(line) {
        return Line::Error { code, text };
    }
    Line::Unread
}

/// Splits a line at its first colon or equals sign, full-width forms included; both sides without blanks.
#[inline]
fn split_label(line: &str) -> Option<(&str, &str)> {
    let at = match memchr::memchr2(b':', b'=', line.as_bytes()) {
        Some(at) => at,
        None => line.find(['：', '＝'])?,
    };
    let (label, rest) = line.split_at(at);
    if let Some((wide, value)) = label.split_once(['：', '＝']) {
        // The full-width colon came first; the other one belongs to the value.
        let from = line.len() - rest.len() - value.len();
        return Some((wide.trim_end(), line.get(from..)?.trim()));
    }
    let mut value = rest.chars();
    value.next();
    Some((
        label.trim_end(),
        value.as_str().trim_matches(text::is_blank),
    ))
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
