//! What a line adds to the open product, or says beside it.

use std::borrow::Cow;

use super::{Reader, lend, parts::is_product_name};
use crate::{
    id::error_code,
    reading::{
        PrintedError, Producer, Product, RemarkCode, Service, SpanKind, Words,
        label::{Dialect, Field},
        prompt::Frame,
        sentence::{Block, Said},
        store::{self, Trouble},
        value, xpr,
    },
};

impl<'t> Reader<'t> {
    pub(super) fn field(
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
            self.version(words, number, goes_on);
            self.span(number, SpanKind::Field, field.key());
            return;
        }
        if matches!(field, Field::Name | Field::Description)
            && self.block == Block::ActivationObjects
        {
            self.block = Block::Product;
        }
        if self.block == Block::ActivationObjects && self.open.is_none() {
            // The list of /ao-list repeats labels of products; its objects are none.
            self.extend_part(number);
            self.span(number, SpanKind::Field, None);
            return;
        }
        if !goes_on && self.starts_product(field, dialect, &words, number) {
            if !opens(field, dialect, &words) {
                self.other_tool(field, words, number);
                return;
            }
            self.open_product(number);
        }
        if matches!(field, Field::ErrorCode | Field::ErrorDescription)
            && self.producer() == Some(Producer::OsppAct)
        {
            // What the command met, not a state that the product is in.
            self.other_tool(field, words, number);
            return;
        }
        self.store_field((field, dialect), words, number, goes_on);
    }

    /// Puts a value into the open product.
    pub(super) fn store_field(
        &mut self,
        (field, dialect): (Field, Dialect),
        words: Words<'t>,
        number: u32,
        goes_on: bool,
    ) {
        self.note_producer(field, dialect, number);
        let (Some(open), Some(product)) = (self.open.as_mut(), self.out.products.last_mut()) else {
            // The rest of an error's text, outside of any product.
            if let Some(error) = self.out.errors.last_mut().filter(|_| goes_on) {
                error.text = Some(words);
            }
            self.span(number, SpanKind::Field, None);
            return;
        };
        let adjacent = open.last_line + 1 == number;
        open.is_dense |= adjacent && open.seen != 0;
        open.last_line = number;
        let repeated = open.seen & field.bit() != 0 && !goes_on && field != Field::Other;
        open.note(field);
        open.dialect = Some(dialect);
        open.is_english |=
            dialect == Dialect::Slmgr && !matches!(field, Field::Name | Field::Description);
        if field == Field::PartialProductKey && words.is_empty() {
            open.keyless = Some(number);
        }
        if field == Field::IsKmsHost {
            open.is_kms_host = value::count(&words).map(|machines| machines > 0);
        }
        product.lines.1 = number;
        let trouble = if repeated {
            store::contradicts(product, field, words.clone()).then_some(Trouble::Repeated)
        } else {
            store::store(product, field, words.clone()).err()
        };
        if let Some(trouble) = trouble {
            self.remark(trouble.code(), number, words, field.key());
        }
        self.span(number, SpanKind::Field, field.key());
    }

    /// The version of the licensing service: digits and dots. It holds for the products below it.
    fn version(&mut self, words: Words<'t>, number: u32, goes_on: bool) {
        let service = self.out.service.get_or_insert_with(Service::default);
        if value::is_absent(&words) {
            return;
        }
        if !words
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
        {
            self.remark(
                RemarkCode::Malformed,
                number,
                words,
                Some("service.version"),
            );
            return;
        }
        // Of several machines in one paste, the first is the one that the reading speaks of.
        if service.version.is_none() || (goes_on && service.version == self.version) {
            service.version = Some(words.clone());
        }
        self.version = Some(words);
    }

    /// Whether a field begins a new product: a name does, and so does a step back in the fixed order of the script.
    fn starts_product(
        &self,
        field: Field,
        dialect: Dialect,
        words: &Words<'t>,
        number: u32,
    ) -> bool {
        let (Some(open), Some(product)) = (&self.open, self.out.products.last()) else {
            return true;
        };
        let again = open.seen & field.bit() != 0;
        let tail = u128::MAX << Field::PartialProductKey.rank();
        let below_state = u128::MAX << Field::LicenseStatus.rank();
        match dialect {
            // Records: what is there already belongs to the next one; so does the head of a record behind a tail.
            Dialect::Ospp => {
                return again
                    || (field.in_head()
                        && field != Field::PartialProductKey
                        && open.seen & tail != 0);
            }
            // Objects stand apart by blank lines, unless every line does.
            Dialect::Cim => {
                let apart = open.is_dense && number > open.last_line + 1;
                return (again || apart) && field != Field::Other;
            }
            Dialect::Slmgr | Dialect::Foreign => {}
        }
        if field == Field::Name {
            // The very same line twice is a slip of the mouse.
            return open.seen & !field.bit() != 0 || product.name.as_deref() != Some(&**words);
        }
        let back = field.rank() < open.last_rank;
        // A head behind a tail: the line with the name was lost.
        if field.in_head()
            && field != Field::PartialProductKey
            && open.seen & below_state != 0
            && !again
        {
            return true;
        }
        let begins = field.in_head() || field == Field::LicenseStatus;
        begins && back && again && store::contradicts(product, field, words.clone())
    }

    /// A line that looks like a field and is not one of a product.
    fn other_tool(&mut self, field: Field, words: Words<'t>, number: u32) {
        if field == Field::ErrorCode
            && let Some(code) = error_code::parse(&words)
        {
            self.error(code, Cow::Borrowed(""), number);
            return;
        }
        if field == Field::ErrorDescription
            && let Some(error) = self
                .out
                .errors
                .last_mut()
                .filter(|error| error.line + 1 == number)
        {
            error.text = Some(words);
            self.extend_part(number);
            self.span(number, SpanKind::Field, None);
            return;
        }
        self.remark(RemarkCode::NotUnderstood, number, words, None);
        self.push_span(number, SpanKind::Remark, None, None, None);
    }

    pub(super) fn said(&mut self, said: Said, number: u32, line: &Words<'t>) {
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
                        // Another command's word below a report changes nothing in it.
                        product
                            .kms_host
                            .get_or_insert_default()
                            .dns_publishing
                            .get_or_insert(on);
                    },
                );
            }
            Said::HostCaching(on) if self.open.is_some() => {
                self.set_on_product(
                    number,
                    Field::RenewalInterval,
                    Some("kmsClient.hostCaching"),
                    |product| {
                        product
                            .kms_client
                            .get_or_insert_default()
                            .host_caching
                            .get_or_insert(on);
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
                self.remark(RemarkCode::ToolError, number, line.clone(), None);
                self.span(number, SpanKind::Banner, None);
            }
        }
    }

    /// What /xpr says of the product whose name stands above.
    pub(super) fn expiry(&mut self, expiry: xpr::Expiry<'_>, line: &Words<'t>, number: u32) {
        self.out.language.get_or_insert("en");
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
                product.license_status_text = Some(lend(line, expiry.sentence));
                product.expires.kind = expiry.kind;
                product.expires.permanent = expiry.permanent;
                product.expires.at = expiry.at.map(|at| lend(line, at));
            },
        );
        self.close_product();
    }

    /// A fact of the product that a sentence states; it stands where `field` would.
    pub(super) fn set_on_product(
        &mut self,
        number: u32,
        field: Field,
        key: Option<&'static str>,
        set: impl FnOnce(&mut Product<'t>),
    ) {
        self.note_part(Producer::SlmgrDli, number);
        if let (Some(open), Some(product)) = (self.open.as_mut(), self.out.products.last_mut()) {
            open.note(field);
            product.lines.1 = number;
            set(product);
        }
        if let Some(part) = self.part.as_mut() {
            part.seen |= field.bit();
        }
        self.span(number, SpanKind::Field, key);
    }

    pub(super) fn frame(&mut self, frame: Frame, number: u32) {
        match frame {
            Frame::Prompt(producer) => {
                self.close_product();
                self.block = Block::Product;
                self.close_part();
                if let Some(producer) = producer {
                    self.open_part(producer, number);
                }
                self.span(number, SpanKind::Prompt, None);
            }
            Frame::Banner => {
                self.close_product();
                self.block = Block::Product;
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

    pub(super) fn error(&mut self, code: u32, words: Words<'t>, number: u32) {
        self.note_part(Producer::SlmgrOther, number);
        let text = (!words.is_empty()).then_some(words);
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
}

/// Whether a field may begin a product: other tools print "Name:", "Description:" and "Id" too.
fn opens(field: Field, dialect: Dialect, words: &str) -> bool {
    match field {
        Field::Name => {
            is_product_name(words)
                || (matches!(dialect, Dialect::Slmgr | Dialect::Foreign) && words.is_empty())
        }
        Field::Description => {
            value::channel_of_description(words).is_some() || words.contains("channel")
        }
        Field::ActivationId => {
            matches!(dialect, Dialect::Slmgr | Dialect::Foreign) || words.len() >= 32
        }
        Field::ErrorCode
        | Field::ErrorDescription
        | Field::Expiration
        | Field::Other
        | Field::Version
        | Field::DnsPublishing
        | Field::LowPriority
        | Field::ServiceHostCaching
        | Field::ServiceOnly
        | Field::IsKmsHost => false,
        Field::ClientMachineId
        | Field::ListeningPort
        | Field::ActivationIntervalMinutes
        | Field::RenewalIntervalMinutes
        | Field::RegisteredHost
        | Field::RegisteredPort
        | Field::DiscoveredPort
        | Field::HostFromDns
        | Field::HostIpAddress
        | Field::LookupDomain
        | Field::WindowsRearmCount => dialect != Dialect::Cim,
        _ => true,
    }
}
