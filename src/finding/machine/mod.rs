//! What is the case with the machine, or with the paste as a whole: errors of commands and the records that explain them, DNS,
//! ports, clocks, the registry, and what keeps from any conclusion.

mod activation_type;
mod answered;
mod clock_free;
mod clocks_apart;
mod command_failed;
mod contradiction;
mod count_too_low;
mod dns_none;
mod dns_port;
mod masked;
mod microsoft_365;
mod not_found;
mod not_reached;
mod pin_not_in_dns;
mod pin_port;
mod port_closed;
mod port_open;
mod registry_pin;
mod registry_unread;
mod script_host_off;
mod several_machines;
mod skip_rearm;
mod slmgr_for_office;
mod vbscript_missing;

use std::net::IpAddr;

use super::{Finding, OfPaste, Paste, Severity};
use crate::{
    channel::Channel,
    command::{Command, split_host},
    reading::{
        ClientRequest, DnsSrv, Event, EventFields, EvidenceKind, HostAnswer, NoticeKind, PortTest,
        Producer, RegistryValue,
    },
    state::LicenseStatus,
    wording::findings::machine as say,
};

/// Every finding of this family.
pub(super) const ALL: &[OfPaste] = &[
    not_reached::find,
    clocks_apart::find,
    count_too_low::find,
    port_closed::find,
    dns_none::find,
    pin_not_in_dns::find,
    pin_port::find,
    dns_port::find,
    command_failed::find,
    script_host_off::find,
    vbscript_missing::find,
    not_found::find,
    microsoft_365::find,
    slmgr_for_office::find,
    registry_pin::find,
    registry_unread::find,
    activation_type::find,
    skip_rearm::find,
    clock_free::find,
    answered::find,
    port_open::find,
    contradiction::find,
    several_machines::find,
    masked::find,
];

/// No host was reached.
const NOT_REACHED: u32 = 0xC004_F074;
/// The host's count is too low.
const COUNT_TOO_LOW: u32 = 0xC004_F038;
/// The clocks are too far apart.
const CLOCKS_APART: u32 = 0xC004_F06C;

/// A KMS host that the paste names.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Named<'r> {
    host: &'r str,
    port: Option<u16>,
    line: Option<u32>,
}

impl<'r> Named<'r> {
    fn new(printed: &'r str, line: Option<u32>) -> Option<Named<'r>> {
        let (host, port) = split_host(printed);
        (!host.is_empty()).then_some(Named { host, port, line })
    }

    /// Whether it is an address, which names of DNS can't be compared with.
    fn is_address(&self) -> bool {
        let host = self.host.trim_matches(['[', ']']);
        host.parse::<IpAddr>().is_ok()
    }
}

/// Whether two names are of one machine: letter case and a last dot do not count, and one may lack its domain.
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim_end_matches('.'), other.trim_end_matches('.'));
    let label = |name: &str, of: &str| {
        !name.contains('.')
            && of
                .split('.')
                .next()
                .is_some_and(|first| first.eq_ignore_ascii_case(name))
    };
    one.eq_ignore_ascii_case(other) || label(one, other) || label(other, one)
}

/// The KMS host that is set on this machine: by a product's block, a setting of the machine, or the registry.
fn registered<'r>(paste: &Paste<'r>) -> Option<Named<'r>> {
    let reading = paste.reading;
    let line = |key: &str| {
        let mut spans = reading.spans.iter();
        spans
            .find(|span| span.key == Some(key))
            .map(|span| span.line)
    };
    let mut clients = reading
        .products
        .iter()
        .filter_map(|product| product.kms_client.as_deref()?.registered_host.as_deref());
    if let Some(host) = clients.next() {
        return Named::new(host, line("kmsClient.registeredHost"));
    }
    if let Some(service) = &reading.service
        && let Some(host) = service.host.as_deref()
    {
        let port = service.port.and_then(|port| u16::try_from(port).ok());
        return Named::new(host, line("service.host")).map(|named| Named {
            port: named.port.or(port),
            ..named
        });
    }
    pins(paste).next().map(|(_, named)| named)
}

/// Values of the registry, with their lines.
fn registry<'r>(paste: &Paste<'r>) -> impl Iterator<Item = (&'r RegistryValue<'r>, u32)> {
    let reading = paste.reading;
    reading
        .evidence
        .iter()
        .filter_map(|found| match &found.kind {
            EvidenceKind::Registry(value) => Some((value, found.line)),
            _ => None,
        })
}

/// Values of that name.
fn registry_of<'r>(
    paste: &Paste<'r>,
    name: &'static str,
) -> impl Iterator<Item = (&'r RegistryValue<'r>, u32)> {
    registry(paste).filter(move |(value, _)| {
        value
            .name
            .as_deref()
            .is_some_and(|known| known.eq_ignore_ascii_case(name))
    })
}

/// A figure of the registry: "0x1", "1".
fn figure(value: &RegistryValue<'_>) -> Option<u32> {
    let text = value.value.as_deref()?.trim();
    let text = text.split(' ').next()?;
    match text.strip_prefix("0x") {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => text.parse().ok(),
    }
}

/// Hosts that the registry sets: the key in lower case, the host.
fn pins<'r>(paste: &Paste<'r>) -> impl Iterator<Item = (String, Named<'r>)> {
    registry_of(paste, "KeyManagementServiceName").filter_map(|(value, line)| {
        let host = value.value.as_deref()?.trim();
        // "(value not set)", in whatever language.
        if host.starts_with('(') {
            return None;
        }
        let key = value.key.as_deref().unwrap_or_default();
        Some((key.to_ascii_lowercase(), Named::new(host, Some(line))?))
    })
}

/// What DNS answered, with the lines.
fn records<'r>(paste: &Paste<'r>) -> impl Iterator<Item = (&'r DnsSrv<'r>, u32)> {
    let reading = paste.reading;
    reading
        .evidence
        .iter()
        .filter_map(|found| match &found.kind {
            EvidenceKind::DnsSrv(record) => Some((record, found.line)),
            _ => None,
        })
}

/// Tests of a KMS port, with their lines: of the default, or of one that the paste names.
fn port_tests<'r>(paste: &Paste<'r>) -> impl Iterator<Item = (&'r PortTest<'r>, u16, u32)> {
    let reading = paste.reading;
    let mut ports: Vec<u16> = vec![DEFAULT];
    ports.extend(registered(paste).and_then(|named| named.port));
    ports.extend(records(paste).filter_map(|(record, _)| u16::try_from(record.port?).ok()));
    reading
        .evidence
        .iter()
        .filter_map(move |found| match &found.kind {
            EvidenceKind::PortTest(test) => {
                let port = u16::try_from(test.port?).ok()?;
                ports.contains(&port).then_some((test, port, found.line))
            }
            _ => None,
        })
}

/// The default port; [`crate::kb::threshold::KMS_PORT`] has its sources.
const DEFAULT: u16 = crate::kb::threshold::KMS_PORT.value as u16;

/// Requests of the client in its log.
fn asked<'r>(paste: &Paste<'r>) -> impl Iterator<Item = (&'r Event<'r>, &'r ClientRequest<'r>)> {
    let reading = paste.reading;
    reading
        .events
        .iter()
        .filter_map(|event| match &event.fields {
            EventFields::ClientRequest(read) => Some((event, read)),
            _ => None,
        })
}

/// Answers to the client in its log.
fn answers<'r>(paste: &Paste<'r>) -> impl Iterator<Item = (&'r Event<'r>, &'r HostAnswer<'r>)> {
    let reading = paste.reading;
    reading
        .events
        .iter()
        .filter_map(|event| match &event.fields {
            EventFields::HostAnswer(read) => Some((event, read)),
            _ => None,
        })
}

/// Whether a KMS client of this paste has its key and is not activated.
fn waits(paste: &Paste<'_>) -> bool {
    clients(paste).any(|status| status != LicenseStatus::Licensed)
}

/// How bad it is that a client does not get to its host: a lease may still run.
fn without_host(paste: &Paste<'_>) -> Severity {
    let licensed = clients(paste).any(|status| status == LicenseStatus::Licensed);
    if licensed && !waits(paste) {
        Severity::ActSoon
    } else {
        Severity::Blocks
    }
}

/// The states of the KMS clients that have a key.
fn clients(paste: &Paste<'_>) -> impl Iterator<Item = LicenseStatus> {
    paste.reading.products.iter().filter_map(|product| {
        let is_client = product.channel == Some(Channel::KmsClient);
        // A long list without the column of keys shows every licence that was ever set down here as unlicensed.
        let keyed = |status: &LicenseStatus| match product.in_use {
            Some(in_use) => in_use,
            None => *status != LicenseStatus::Unlicensed,
        };
        product
            .license_status
            .filter(|status| is_client && keyed(status))
    })
}

/// The command that tries again what failed in that line.
fn try_again(paste: &Paste<'_>, line: Option<&u32>) -> Command<'static> {
    match line.and_then(|line| producer(paste, *line)) {
        Some(Producer::OsppAct | Producer::OsppOther | Producer::OsppDstatus) => {
            Command::OsppAct(None)
        }
        _ => Command::Ato(None),
    }
}

/// The finding as it stands once a later command of the paste activated a product: `printed` are the lines of the errors.
/// Several products of one command do not speak for each other.
fn settled(paste: &Paste<'_>, finding: Finding, printed: &[u32]) -> Finding {
    let part = |line: u32| {
        let mut parts = paste.reading.parts.iter();
        parts.position(|part| (part.first_line..=part.last_line).contains(&line))
    };
    let Some(last) = printed.iter().max() else {
        return finding;
    };
    let notices = paste.notices(NoticeKind::Activated);
    let later = |line: &&u32| *line > last && part(**line) != part(*last);
    if !notices.iter().any(|line| later(&line)) {
        return finding;
    }
    Finding {
        severity: Severity::Note,
        ..finding
    }
    .background(say::ACTIVATED_LATER)
}

/// What printed the line.
fn producer(paste: &Paste<'_>, line: u32) -> Option<Producer> {
    let mut parts = paste.reading.parts.iter();
    parts
        .find(|part| (part.first_line..=part.last_line).contains(&line))
        .map(|part| part.producer)
}
