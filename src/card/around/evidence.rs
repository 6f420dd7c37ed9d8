//! What another tool found: DNS, a port, the clock, the registry.

use super::{Facts, Told};
use crate::{
    card::Tone,
    phrase::{Kind, Phrase},
    reading::{Clock, DnsSrv, Evidence, EvidenceKind, PortTest, RegistryValue},
    wording::around::{self as say, facts},
};

/// What a finding tells.
pub fn evidence(found: &Evidence<'_>) -> Told {
    let mut told = Facts::default();
    let (tone, sentence) = match &found.kind {
        EvidenceKind::DnsSrv(read) => dns(read, &mut told),
        EvidenceKind::PortTest(read) => port(read, &mut told),
        EvidenceKind::Clock(read) => clock(read, &mut told),
        EvidenceKind::Registry(read) => registry(read, &mut told),
    };
    Told {
        tone,
        id: None,
        sentence,
        facts: told.0,
        code: None,
        line: found.line,
    }
}

fn dns(read: &DnsSrv<'_>, told: &mut Facts) -> (Tone, Phrase) {
    told.put(facts::ASKED, Kind::Host, read.name.as_deref());
    told.put(facts::SERVER, Kind::Host, read.server.as_deref());
    told.put(facts::PRIORITY, Kind::Quantity, read.priority);
    told.put(facts::WEIGHT, Kind::Quantity, read.weight);
    // The tool's words may name a server.
    told.put(facts::ANSWER, Kind::Unread, read.failure.as_deref());
    match &read.target {
        Some(target) => {
            let target = with_port(target, read.port);
            (Tone::Good, say::dns_record(target))
        }
        None => (Tone::Watch, say::DNS_NONE.into()),
    }
}

fn port(read: &PortTest<'_>, told: &mut Facts) -> (Tone, Phrase) {
    let named = read.host.as_deref().map(|host| (Kind::Host, host));
    let address = read.address.as_deref();
    let (kind, host) = named
        .or_else(|| address.map(|address| (Kind::Address, address)))
        .unwrap_or((Kind::Text, "The host"));
    if kind == Kind::Host {
        told.put(facts::ADDRESS, Kind::Address, address);
    }
    let tone = match read.succeeded {
        Some(true) => Tone::Good,
        Some(false) => Tone::Bad,
        None => Tone::Neutral,
    };
    let host = Phrase::new().value(kind, with_port(host, read.port));
    (tone, say::port_test(host, read.succeeded))
}

fn clock(read: &Clock<'_>, told: &mut Facts) -> (Tone, Phrase) {
    told.put(facts::STRATUM, Kind::Quantity, read.stratum);
    told.put(facts::SYNCED, Kind::Date, read.last_sync.as_deref());
    told.put(facts::OFFSET, Kind::Quantity, read.phase_offset.as_deref());
    let tone = match read.synchronized {
        Some(true) => Tone::Good,
        Some(false) => Tone::Watch,
        None => Tone::Neutral,
    };
    let source = read.source.as_deref().map(str::to_owned);
    (tone, say::clock(source, read.synchronized))
}

fn registry(read: &RegistryValue<'_>, told: &mut Facts) -> (Tone, Phrase) {
    let name = read.name.as_deref().unwrap_or_default();
    let value = read.value.as_deref().unwrap_or_default();
    let mut sentence = Phrase::new()
        .value(Kind::Value, name.to_owned())
        .text(" = ")
        .value(Kind::Unread, value.to_owned());
    let what = say::registry(name);
    if !what.is_empty() {
        sentence = sentence.text(" (").text(what).text(")");
    }
    // Keys of licences are the same everywhere; those of a user hold that user's number.
    let key = read.key.as_deref();
    let kind = match key {
        Some(key) if key.contains("S-1-5-21") => Kind::Unread,
        _ => Kind::Value,
    };
    told.put(facts::KEY, kind, key);
    (Tone::Neutral, sentence)
}

fn with_port(host: &str, port: Option<u32>) -> String {
    match port {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrase::Redact;

    #[track_caller]
    fn told(kind: EvidenceKind<'_>, tone: Tone, shown: &str, hidden: &str) {
        let told = evidence(&Evidence { line: 1, kind });
        assert_eq!(told.tone, tone);
        assert_eq!(told.sentence.plain(Redact::No), shown);
        assert_eq!(told.sentence.plain(Redact::Yes), hidden);
    }

    #[test]
    fn each_kind_has_its_sentence() {
        told(
            EvidenceKind::DnsSrv(DnsSrv {
                target: Some("kms01.example.com".into()),
                port: Some(1688),
                ..DnsSrv::default()
            }),
            Tone::Good,
            "DNS names a KMS host: kms01.example.com:1688.",
            "DNS names a KMS host: [host].",
        );
        told(
            EvidenceKind::DnsSrv(DnsSrv::default()),
            Tone::Watch,
            say::DNS_NONE,
            say::DNS_NONE,
        );
        told(
            EvidenceKind::PortTest(PortTest {
                address: Some("192.0.2.10".into()),
                succeeded: Some(true),
                ..PortTest::default()
            }),
            Tone::Good,
            "192.0.2.10 can be reached.",
            "[address] can be reached.",
        );
        told(
            EvidenceKind::Clock(Clock {
                source: Some("dc01.example.com".into()),
                synchronized: Some(true),
                ..Clock::default()
            }),
            Tone::Good,
            "The clock follows dc01.example.com.",
            "The clock follows [host].",
        );
        told(
            EvidenceKind::Registry(RegistryValue {
                name: Some("KeyManagementServicePort".into()),
                value: Some("1688".into()),
                ..RegistryValue::default()
            }),
            Tone::Neutral,
            "KeyManagementServicePort = 1688 (the port of that host)",
            "KeyManagementServicePort = [line hidden] (the port of that host)",
        );
    }
}
