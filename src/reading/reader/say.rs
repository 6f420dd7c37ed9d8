//! What a line adds to the open product, or says beside it.

use super::{Reader, parts::is_product_name};
use crate::reading::{
    Producer, Product, RemarkCode, Service, SpanKind, Words,
    label::{Dialect, Field},
    sentence::Block,
    store::{self, Trouble},
    value,
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
        if dialect == Dialect::Ospp && matches!(field, Field::ErrorCode | Field::ErrorDescription) {
            // Without a state beside it: what the command met, not a state that the product is in.
            let is_state = self.open.as_ref().is_some_and(|open| {
                open.seen & (Field::LicenseStatus.bit() | Field::ErrorCode.bit()) != 0
            });
            if !is_state || self.producer() == Some(Producer::OsppAct) {
                self.office_error(field, words, number, goes_on);
                return;
            }
        }
        if self.is_of_machine(field, dialect) {
            self.machine_field(field, words, number);
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
        if field == Field::Version && self.open.is_some() {
            self.version(words.clone(), number, goes_on);
            if let (Some(open), Some(product)) = (self.open.as_mut(), self.out.products.last_mut())
            {
                open.last_line = number;
                product.lines.1 = number;
                product.service_version.clone_from(&self.version);
            }
            self.extend_part(number);
            self.span(number, SpanKind::Field, Some("service.version"));
            return;
        }
        if !goes_on && self.starts_product(field, dialect, &words, number) {
            if !opens(field, dialect, &words) {
                self.remark(RemarkCode::NotUnderstood, number, words, None);
                self.push_span(number, SpanKind::Remark, None, None, None);
                return;
            }
            if self.is_other_voice(field, dialect) {
                self.close_product();
                self.close_part();
            }
            self.open_product(number);
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
        if field.is_shouted() && matches!(dialect, Dialect::Ospp | Dialect::Slmgr) {
            open.is_loud.get_or_insert(dialect == Dialect::Ospp);
        }
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

    /// Whether a label is the other script's: ospp.vbs prints in capitals what slmgr.vbs does not.
    fn is_other_voice(&self, field: Field, dialect: Dialect) -> bool {
        let loud = match dialect {
            Dialect::Slmgr => false,
            Dialect::Ospp => true,
            Dialect::Foreign | Dialect::Cim => return false,
        };
        field.is_shouted()
            && self
                .open
                .as_ref()
                .and_then(|open| open.is_loud)
                .is_some_and(|before| before != loud)
    }

    /// Whether a field begins a new product: a name does, and so does a step back in the fixed order of the script.
    pub(super) fn starts_product(
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
        if self.is_other_voice(field, dialect) {
            return true;
        }
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
                // Objects list the same properties: what repeats another than the first one was pasted twice.
                let twice = || {
                    open.first != Some(field) && !store::contradicts(product, field, words.clone())
                };
                return ((again && !twice()) || apart) && field != Field::Other;
            }
            Dialect::Slmgr | Dialect::Foreign => {}
        }
        if field == Field::Name {
            // The very same line twice is a slip of the mouse.
            return open.seen & !field.bit() != 0 || product.name.as_deref() != Some(&**words);
        }
        // /dti prints one Installation ID below the other.
        if field == Field::InstallationId && open.seen == field.bit() {
            return true;
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
