//! What stands around reports and instead of them: sentences of commands, frames, errors.

use std::borrow::Cow;

use super::{LastKind, Reader, error::ErrorLine, lend, parts};
use crate::{
    id::error_code,
    reading::{
        Notice, NoticeKind, PrintedError, Producer, Product, RemarkCode, SpanKind, Words, code_in,
        label::{self, Dialect, Field},
        prompt::Frame,
        sentence::{Block, Due, Found, Said},
        service, split, value,
    },
};

impl<'t> Reader<'t> {
    pub(super) fn said(&mut self, found: Found<'_>, line: &Words<'t>, number: u32) {
        match found.said {
            Said::NotInUse => {
                if self.open.is_none() {
                    self.open_product(number);
                }
                self.set_on_product(number, Field::PartialProductKey, Some("inUse"), |product| {
                    product.in_use = Some(false)
                });
            }
            Said::Heading(block) => self.block_begins(block, number),
            Said::DnsPublishing(on) => {
                let here = self.is_said_of_product(number, on, |product| {
                    Some(product.kms_host.as_ref()?.dns_publishing)
                });
                if here {
                    let key = Some("kmsHost.dnsPublishing");
                    self.set_on_product(number, Field::ListeningPort, key, |product| {
                        product.kms_host.get_or_insert_default().dns_publishing = Some(on);
                    });
                } else {
                    self.first(Producer::SlmgrOther, found.begin, number);
                    self.service_field(Field::DnsPublishing, switch(on), number);
                }
            }
            Said::HostCaching(on) => {
                let here = self.is_said_of_product(number, on, |product| {
                    Some(product.kms_client.as_ref()?.host_caching)
                });
                if here {
                    let key = Some("kmsClient.hostCaching");
                    self.set_on_product(number, Field::RenewalInterval, key, |product| {
                        product.kms_client.get_or_insert_default().host_caching = Some(on);
                    });
                } else {
                    self.first(Producer::SlmgrOther, found.begin, number);
                    self.service_field(Field::HostCaching, switch(on), number);
                }
            }
            Said::LowPriority(low) => {
                self.first(Producer::SlmgrOther, found.begin, number);
                self.service_field(Field::LowPriority, switch(low), number);
            }
            Said::Set(field) | Said::Cleared(field) => {
                self.first(Producer::SlmgrOther, found.begin, number);
                if let (Said::Cleared(_), Some(service)) = (found.said, &mut self.out.service) {
                    match field {
                        Field::LookupDomain => service.lookup_domain = None,
                        _ => (service.host, service.port) = (None, None),
                    }
                }
                self.span(number, SpanKind::Field, service::key(field));
            }
            Said::Hint | Said::InEffect(_) => {
                self.extend_part(number);
                self.span(number, SpanKind::Banner, None);
            }
            Said::Notice(kind) => {
                match kind {
                    NoticeKind::RestartService | NoticeKind::RestartMachine => {
                        self.command(Producer::SlmgrOther, number);
                    }
                    NoticeKind::HardwareReady
                    | NoticeKind::HardwareNotReady
                    | NoticeKind::Activated => self.extend_part(number),
                }
                self.span(number, SpanKind::Banner, None);
                let line = number;
                self.out.notices.push(Notice { kind, line });
            }
            Said::First(producer) => {
                self.first(producer, found.begin, number);
                self.span(number, SpanKind::Banner, None);
            }
            Said::Done(producer) => {
                self.command(producer, number);
                self.span(number, SpanKind::Banner, None);
                // What these two do is activate.
                if matches!(producer, Producer::SlmgrAto | Producer::OsppAct) {
                    let (kind, line) = (NoticeKind::Activated, number);
                    self.out.notices.push(Notice { kind, line });
                }
            }
            Said::Failed(producer) => {
                self.command(producer, number);
                self.failed(line.clone(), number);
            }
            Said::Refused => {
                self.extend_part(number);
                self.failed(line.clone(), number);
            }
        }
    }

    /// What a command that set something filled in, once its sentence is whole: later ones win over earlier ones.
    pub(super) fn set(&mut self, found: Found<'_>, value: Words<'t>, number: u32) {
        let (Said::Set(field) | Said::InEffect(field)) = found.said else {
            return;
        };
        // Inside a report the warning repeats what the report says.
        let repeats = matches!(found.said, Said::InEffect(_)) && self.open.is_some();
        if found.due != Due::Nothing || value.is_empty() || repeats {
            return;
        }
        let (host, port) = match field {
            Field::RegisteredHost => host_and_port(&value),
            _ => (&*value, None),
        };
        let of_host = field == Field::RegisteredHost;
        let host = Cow::Owned(host.to_owned());
        let port = port.map(|port| Cow::Owned(port.to_owned()));
        let mut told = vec![(field, host)];
        if of_host {
            told.push((Field::RegisteredPort, port.unwrap_or_default()));
        }
        for (field, words) in told {
            let service = self.out.service.get_or_insert_default();
            if let Err(trouble) = service::store(service, field, Cow::clone(&words)) {
                self.remark(trouble.code(), number, words, service::key(field));
            }
        }
    }

    /// Whether a switch is told of the open product: in its block, once, or right below it.
    fn is_said_of_product(
        &self,
        number: u32,
        on: bool,
        place: impl Fn(&Product<'t>) -> Option<Option<bool>>,
    ) -> bool {
        let (Some(_), Some(product)) = (&self.open, self.out.products.last()) else {
            return false;
        };
        let adjacent = product.lines.1 + 1 == number;
        match place(product) {
            Some(None) => true,
            // The same line twice is a slip of the mouse; another word is another command's.
            Some(Some(before)) => before == on && adjacent,
            None => adjacent,
        }
    }

    /// Stores what a command says of the machine.
    fn service_field(&mut self, field: Field, words: Words<'t>, number: u32) {
        let service = self.out.service.get_or_insert_default();
        if let Err(trouble) = service::store(service, field, Cow::clone(&words)) {
            self.remark(trouble.code(), number, words, service::key(field));
        }
        self.span(number, SpanKind::Field, service::key(field));
    }

    /// Whether a labelled line is a command's word about the machine, or about nothing that is kept.
    pub(super) fn is_of_machine(&self, field: Field, dialect: Dialect) -> bool {
        let Some(part) = self.part.as_ref().filter(|_| self.open.is_none()) else {
            return false;
        };
        let producer = part.part.producer;
        match field {
            // ospp.vbs /dcmid
            Field::ClientMachineId => parts::is_office(producer),
            // slmgr.vbs /ato and /atp tell the state that was reached.
            Field::LicenseStatus => {
                dialect == Dialect::Slmgr
                    && part.has_content
                    && matches!(producer, Producer::SlmgrAto | Producer::SlmgrOther)
            }
            // slmgr.vbs /del-ao names the object that it removes.
            Field::ObjectDn | Field::ObjectName => part.is_told && producer == Producer::SlmgrOther,
            _ => false,
        }
    }

    pub(super) fn machine_field(&mut self, field: Field, words: Words<'t>, number: u32) {
        if field == Field::ClientMachineId {
            self.note_part(Producer::OsppOther, number);
            if !words.eq_ignore_ascii_case("not found.") {
                return self.service_field(field, words, number);
            }
        }
        self.extend_part(number);
        self.span(number, SpanKind::Field, None);
    }

    /// The first line of a command's output: it ends the report above, and other outputs.
    fn first(&mut self, producer: Producer, begin: &'static str, number: u32) {
        self.close_product();
        self.block = Block::Product;
        let goes_on = self.part.as_ref().is_none_or(|open| {
            let same = open.part.producer == producer;
            let alone = matches!(producer, Producer::SlmgrAto | Producer::OsppAct);
            let office = parts::is_office(producer) && parts::is_office(open.part.producer);
            let told = open.is_told && open.first.is_empty();
            !open.has_content || office || (same && (alone || told || open.first == begin))
        });
        if !goes_on {
            self.close_part();
        }
        self.note_part(producer, number);
        if let Some(open) = self.part.as_mut() {
            open.first = begin;
        }
    }

    /// A command's word: it belongs to no report above, and to no other tool.
    fn command(&mut self, producer: Producer, number: u32) {
        let foreign = self.part.as_ref().is_some_and(|open| {
            let above = open.part.producer;
            let report = matches!(
                above,
                Producer::SlmgrDlv | Producer::SlmgrDli | Producer::SlmgrXpr | Producer::SlmgrDti
            ) && self.open.is_some();
            let activates =
                producer == Producer::SlmgrAto && above == Producer::SlmgrOther && !open.is_told;
            let tool = above != Producer::Unknown && !parts::is_same_tool(above, producer);
            open.has_content && (report || activates || tool)
        });
        if foreign {
            self.close_product();
            self.block = Block::Product;
            self.close_part();
        }
        self.note_part(producer, number);
    }

    /// A tool's word that it could not do what it was told.
    fn failed(&mut self, line: Words<'t>, number: u32) {
        self.remark(RemarkCode::ToolError, number, line, None);
        self.span(number, SpanKind::Banner, None);
    }

    fn block_begins(&mut self, block: Block, number: u32) {
        self.block = block;
        let of_product = matches!(
            block,
            Block::KmsHost | Block::Requests | Block::KmsClient | Block::Ad
        );
        if block == Block::ActivationObjects {
            self.first(Producer::SlmgrOther, "", number);
            self.block = block;
        } else if of_product {
            if self.open.is_none() {
                self.open_product(number);
                self.block = block;
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

    pub(super) fn frame(&mut self, frame: Frame, number: u32) {
        match frame {
            Frame::Prompt(command) => {
                self.close_product();
                self.block = Block::Product;
                self.close_part();
                if let Some(command) = command {
                    self.open_part(command.producer, number);
                    if let Some(open) = self.part.as_mut() {
                        open.is_told = command.is_whole;
                    }
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
            Frame::Rule if self.producer().is_some_and(parts::is_office) => {
                // ospp.vbs closes each record with a line of dashes.
                self.close_product();
                self.extend_part(number);
                self.span(number, SpanKind::Banner, None);
            }
            Frame::Office(begins) => {
                self.close_product();
                self.block = Block::Product;
                let mine = self.part.as_ref().is_some_and(|open| {
                    let producer = open.part.producer;
                    (producer == Producer::Unknown || parts::is_office(producer))
                        && !(begins && open.has_content)
                });
                if !mine {
                    self.open_part(Producer::OsppOther, number);
                }
                if let Some(open) = self.part.as_mut() {
                    open.part.last_line = number;
                    if open.part.producer == Producer::Unknown {
                        open.part.producer = Producer::OsppOther;
                    }
                }
                self.span(number, SpanKind::Banner, None);
                if !begins {
                    self.close_part();
                }
            }
            Frame::Title => {
                self.close_product();
                self.block = Block::Product;
                if self.part.as_ref().is_some_and(|part| part.has_content) {
                    self.close_part();
                }
                self.span(number, SpanKind::Banner, None);
            }
            Frame::Rule => {
                // Whoever puts outputs one below the other draws a line between them.
                self.close_product();
                self.span(number, SpanKind::Banner, None);
            }
            Frame::Decoration => self.span(number, SpanKind::Banner, None),
        }
    }

    /// A line that tells an error.
    pub(super) fn error_line(
        &mut self,
        error: ErrorLine<'_>,
        number: u32,
        line: &Words<'t>,
    ) -> LastKind {
        let Some(code) = error.code else {
            if error.adds
                && matches!(self.last.kind, LastKind::Error)
                && let Some(last) = self.out.errors.last_mut()
            {
                let text = last.text.take().unwrap_or_default();
                let gap = if text.is_empty() { "" } else { " " };
                last.text = Some(value::joined(&text, gap, error.text));
                self.extend_part(number);
                self.span(number, SpanKind::Field, None);
                return LastKind::Error;
            }
            self.note_part(Producer::SlmgrOther, number);
            self.failed(line.clone(), number);
            return LastKind::Failed(number);
        };
        self.error(code, lend(line, error.text), number);
        LastKind::Error
    }

    /// An error that a command printed.
    pub(super) fn error(&mut self, code: u32, words: Words<'t>, number: u32) {
        let office = self.producer().is_some_and(parts::is_office);
        self.note_part(
            if office {
                Producer::OsppOther
            } else {
                Producer::SlmgrOther
            },
            number,
        );
        let text = (!words.is_empty()).then_some(words);
        let follows = matches!(self.last.kind, LastKind::Error) && self.last.line + 1 == number;
        match self.out.errors.last_mut() {
            // Windows 7 prints the slui line first and the bare code after it: one error, two lines.
            Some(last)
                if last.code == code && follows && (last.text.is_none() || text.is_none()) =>
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

    /// "ERROR CODE:" and "ERROR DESCRIPTION:" of a command of ospp.vbs.
    pub(super) fn office_error(
        &mut self,
        field: Field,
        words: Words<'t>,
        number: u32,
        goes_on: bool,
    ) {
        if field == Field::ErrorCode {
            return match error_code::parse(&words) {
                Some(0) => self.machine_field(field, words, number),
                Some(code) => {
                    self.note_part(Producer::OsppOther, number);
                    self.error(code, Cow::Borrowed(""), number);
                }
                None => {
                    self.remark(RemarkCode::NotUnderstood, number, words, None);
                    self.push_span(number, SpanKind::Remark, None, None, None);
                }
            };
        }
        let office = self.producer().is_some_and(parts::is_office);
        // A record has four lines: an error further up is another record's.
        let error = self
            .out
            .errors
            .last_mut()
            .filter(|error| goes_on || (error.text.is_none() && error.line + 3 >= number));
        match error {
            Some(error) => error.text = Some(words),
            None if office => {
                if !goes_on && !words.eq_ignore_ascii_case("N/A") {
                    self.remark(RemarkCode::ToolError, number, words, None);
                }
            }
            None => {
                self.remark(RemarkCode::NotUnderstood, number, words, None);
                self.push_span(number, SpanKind::Remark, None, None, None);
                return;
            }
        }
        self.extend_part(number);
        self.span(number, SpanKind::Field, None);
    }

    /// A line of ospp.vbs about its events and the machine; an event's code is an error.
    pub(super) fn note(&mut self, number: u32, bare: &str) -> Option<LastKind> {
        let (label, words) = split(bare)?;
        let office = self.producer().is_some_and(parts::is_office);
        if !label::is_note(label, office) {
            return None;
        }
        self.close_product();
        self.note_part(Producer::OsppOther, number);
        // Of several codes the first that is no success is the event's.
        let code = words
            .split([',', ' ', '='])
            .filter_map(code_in)
            .find(|code| *code != 0)
            .filter(|_| label != "Event ID");
        match code {
            Some(code) => self.error(code, Cow::Borrowed(""), number),
            None => self.span(number, SpanKind::Field, None),
        }
        Some(LastKind::Note)
    }

    /// More lines of the same message, one of which may hold its code.
    pub(super) fn note_goes_on(&mut self, number: u32, bare: &str) {
        self.extend_part(number);
        let told = self
            .out
            .errors
            .last()
            .is_some_and(|error| error.line + 3 >= number);
        match code_in(bare).filter(|code| *code != 0 && !told) {
            Some(code) => self.error(code, Cow::Borrowed(""), number),
            None => self.span(number, SpanKind::Field, None),
        }
    }
}

fn switch(on: bool) -> Words<'static> {
    Cow::Borrowed(if on { "enabled" } else { "disabled" })
}

/// "host:port", "[address]:port", "host", ":port"; an address of IPv6 without brackets has no port.
fn host_and_port(text: &str) -> (&str, Option<&str>) {
    match text.rsplit_once(':') {
        Some((host, port))
            if !port.is_empty()
                && port.bytes().all(|byte| byte.is_ascii_digit())
                && (!host.contains(':') || host.ends_with(']')) =>
        {
            (host, Some(port))
        }
        _ => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_and_their_ports() {
        for (text, host, port) in [
            ("kms01.example.com:1688", "kms01.example.com", Some("1688")),
            ("kms01", "kms01", None),
            (":1689", "", Some("1689")),
            ("[2001:db8::1]:1688", "[2001:db8::1]", Some("1688")),
            ("[2001:db8::1]", "[2001:db8::1]", None),
            ("2001:db8::1", "2001:db8::1", None),
            ("kms01:", "kms01:", None),
        ] {
            assert_eq!(host_and_port(text), (host, port), "{text}");
        }
    }

    const DLV: &str = "Software licensing service version: 10.0.19041.1000\n\nName: Windows(R), Professional edition\nDescription: Windows(R) Operating System, VOLUME_KMSCLIENT channel\nPartial Product Key: 3V66T\nLicense Status: Licensed\n\n\n";
    const ATO: &str = "Activating Windows(R), Professional edition (2de67392-b7a7-462a-b1ca-108dd189f588) ...\nProduct activated successfully.\n\n";
    const DSTATUS: &str = "---Processing--------------------------\n---------------------------------------\nSKU ID: d450596f-894d-49e0-966a-fd39ed4c4c64\nLICENSE NAME: Office 16, Office16ProPlusVL_KMS_Client edition\nLICENSE STATUS:  ---LICENSED--- \n---------------------------------------\n---------------------------------------\n---Exiting-----------------------------\n\n";
    const OUTPUTS: [(&str, Producer); 11] = [
        (DLV, Producer::SlmgrDlv),
        (ATO, Producer::SlmgrAto),
        (DSTATUS, Producer::OsppDstatus),
        (
            "Windows(R), Professional edition:\n    The machine is permanently activated.\n\n",
            Producer::SlmgrXpr,
        ),
        (
            "Uninstalled product key successfully.\n\n",
            Producer::SlmgrOther,
        ),
        (
            "Key Management Service machine name set to kms01.example.com successfully.\n\n",
            Producer::SlmgrOther,
        ),
        ("KMS host caching is disabled\n\n", Producer::SlmgrOther),
        (
            "DNS publishing disabled\nWarning: a KMS reboot is needed for this setting to take effect.\n\n",
            Producer::SlmgrOther,
        ),
        (
            "Activation Objects\n    No objects found\n\n",
            Producer::SlmgrOther,
        ),
        (
            "---Processing--------------------------\n---------------------------------------\nSuccessfully applied setting.\n---------------------------------------\n---Exiting-----------------------------\n\n",
            Producer::OsppOther,
        ),
        (
            "========== Mode per ProductReleaseId ==========\nO365ProPlusRetail = vNext\n\n",
            Producer::Vnextdiag,
        ),
    ];

    /// Two outputs below each other, in either order, with nothing between: each is a part with its own lines.
    #[test]
    fn outputs_in_any_order_are_told_apart() {
        for (one, first) in OUTPUTS {
            for (other, second) in OUTPUTS {
                let paste = format!("{one}{other}");
                let reading = crate::read(&paste);
                let parts: Vec<_> = reading
                    .parts
                    .iter()
                    .map(|part| (part.producer, part.first_line))
                    .collect();
                let line = one.lines().count() as u32 + 1;
                // The answers of one command to several products are one output.
                let same = one == other
                    && matches!(
                        first,
                        Producer::SlmgrAto | Producer::SlmgrOther | Producer::SlmgrXpr
                    );
                let expected = [(first, 1), (second, line)];
                assert_eq!(
                    parts,
                    if same { &expected[..1] } else { &expected },
                    "{paste}"
                );
            }
        }
    }

    #[test]
    fn a_command_changes_no_report_above() {
        for command in [
            "KMS host caching is disabled\n",
            "DNS publishing disabled\n",
            "KMS priority set to Low\n",
        ] {
            let paste = format!("{DLV}{command}");
            let reading = crate::read(&paste);
            assert_eq!(reading.products, crate::read(DLV).products, "{command}");
        }
    }

    #[test]
    fn later_commands_win() {
        let set =
            |host| format!("Key Management Service machine name set to {host} successfully.\n");
        let service = |paste: &str| {
            crate::read(paste)
                .service
                .map(|service| (service.host.map(Cow::into_owned), service.port))
        };
        let one = Some((Some("kms01".to_owned()), None));
        assert_eq!(service(&(set("kms02:1690") + &set("kms01"))), one);
        let cleared =
            set("kms02:1690") + "Key Management Service machine name cleared successfully.\n";
        assert_eq!(service(&cleared), Some((None, None)));
        assert_eq!(
            service(&set("kms.xxx.local:1688")),
            Some((None, Some(1688)))
        );
    }

    #[test]
    fn an_error_of_windows_7_is_one() {
        let slui = "On a computer running Microsoft Windows non-core edition, run 'slui.exe 0x2a 0xC004D302' to display the error text.";
        for width in 57..130 {
            let rows: Vec<String> = slui
                .as_bytes()
                .chunks(width)
                .map(|row| String::from_utf8_lossy(row).into_owned())
                .collect();
            let paste = format!("{}\nError: 0xC004D302 \n", rows.join("\n"));
            let reading = crate::read(&paste);
            let console = [80, 100].contains(&width) || rows.len() == 1;
            if console {
                assert_eq!(reading.errors.len(), 1, "{width}");
                assert_eq!(reading.errors[0].text.as_deref(), Some(slui), "{width}");
            }
            assert!(
                reading.errors.iter().all(|error| error.code == 0xC004_D302),
                "{width}"
            );
        }
    }

    fn wrapped(text: &str, width: usize) -> String {
        let mut out = String::new();
        for line in text.lines() {
            let characters: Vec<char> = line.chars().collect();
            for row in characters.chunks(width) {
                out.extend(row);
                out.push('\n');
            }
            if characters.is_empty() {
                out.push('\n');
            }
        }
        out
    }

    /// What a console cuts is put together again: errors, settings, refusals, and which output it is.
    #[test]
    fn a_console_of_any_width_changes_no_answer() {
        for (name, paste) in [
            (
                "session",
                include_str!("../../../tests/fixtures/verbs-client-session.txt"),
            ),
            (
                "host",
                include_str!("../../../tests/fixtures/verbs-host-settings.txt"),
            ),
            (
                "alone",
                include_str!("../../../tests/fixtures/verbs-without-prompts.txt"),
            ),
            (
                "errors",
                include_str!("../../../tests/fixtures/errors-forms.txt"),
            ),
            (
                "ospp",
                include_str!("../../../tests/fixtures/ospp-settings.txt"),
            ),
        ] {
            let full = crate::read(paste);
            for width in 60..=160 {
                let cut = wrapped(paste, width);
                let reading = crate::read(&cut);
                let told = |reading: &crate::Reading<'_>| {
                    let producers: Vec<_> =
                        reading.parts.iter().map(|part| part.producer).collect();
                    let errors: Vec<_> = reading
                        .errors
                        .iter()
                        .map(|error| (error.code, error.text.as_deref().map(str::to_owned)))
                        .collect();
                    let service = reading.service.as_ref().map(|service| {
                        (
                            service.host.as_deref().map(str::to_owned),
                            (service.port, service.listening_port),
                            service.lookup_domain.as_deref().map(str::to_owned),
                            (
                                service.host_caching,
                                service.dns_publishing,
                                service.low_priority,
                            ),
                        )
                    });
                    let refusals: Vec<_> = reading
                        .remarks
                        .iter()
                        .filter(|remark| remark.code != RemarkCode::ProductKeyMasked)
                        .map(|remark| (remark.code, remark.text.clone().into_owned()))
                        .collect();
                    (producers, errors, service, refusals)
                };
                let (read, whole) = (told(&reading), told(&full));
                if [80, 100, 120, 132].contains(&width) {
                    assert_eq!(read, whole, "{name} at {width}");
                }
                // Elsewhere words may be left alone, but nothing is read as anything else.
                let codes = |errors: &[(u32, Option<String>)]| {
                    errors.iter().map(|(code, _)| *code).collect::<Vec<_>>()
                };
                assert_eq!(read.0, whole.0, "{name} at {width}");
                assert_eq!(codes(&read.1), codes(&whole.1), "{name} at {width}");
                assert_eq!(read.2, whole.2, "{name} at {width}");
            }
        }
    }
}
