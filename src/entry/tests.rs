//! Every row of every table as an entry.

use std::collections::BTreeSet;

use super::*;
use crate::kb;
use crate::phrase::Redact;

fn at(fragment: &str) -> Entry {
    let address = Address::parse(fragment).expect(fragment);
    Entry::at(address).expect(fragment)
}

fn related(entry: &Entry) -> Vec<String> {
    let related = entry.related.iter();
    related
        .map(|related| related.address.to_fragment())
        .collect()
}

#[test]
fn every_row_is_an_entry_with_all_its_parts() {
    for row in kb::rows() {
        let entry = Entry::of(&row);
        let label = entry.address.to_fragment();
        assert!(
            !entry.title.is_empty() && !entry.meaning.is_empty(),
            "{label}"
        );
        assert!(
            !entry.sources.is_empty() && entry.seen <= kb::DATE,
            "{label}"
        );
        let shown = entry.phrases().filter(|phrase| !phrase.is_empty());
        for text in shown.map(|phrase| phrase.plain(Redact::No)) {
            assert!(
                text.trim() == text && !text.contains(['`', '\t', '\n']),
                "{label}: {text:?}"
            );
        }
        let addresses: BTreeSet<String> = related(&entry).into_iter().collect();
        assert_eq!(
            addresses.len(),
            entry.related.len(),
            "{label}: twice related"
        );
        assert!(!addresses.contains(&label), "{label} is related to itself");
    }
}

#[test]
fn a_code() {
    let entry = at("0xC004F074");
    assert_eq!((entry.kind, entry.label), ("code", "Code"));
    assert_eq!(
        entry.title,
        "0xC004F074: SL_E_VL_BINDING_SERVICE_UNAVAILABLE"
    );
    let facts: Vec<String> = entry
        .facts
        .iter()
        .map(|fact| fact.value.plain(Redact::No))
        .collect();
    assert_eq!(facts[2], "-1073418124 or 3221549172");
    assert!(
        related(&entry).contains(&"event-12288".to_owned()),
        "{:?}",
        entry.related
    );
    let commands = entry
        .phrases()
        .flat_map(Phrase::pieces)
        .filter(|piece| piece.kind == Kind::Command);
    assert!(commands.count() > 0);
}

#[test]
fn a_client_of_office_has_its_host_its_key_and_its_application() {
    let entry = at("d450596f-894d-49e0-966a-fd39ed4c4c64");
    assert_eq!(entry.title, "Office 2016, Professional Plus");
    let related = related(&entry);
    for fragment in [
        "0ff1ce15-a989-479d-af46-f275c6370663",
        "98ebfe73-2084-4c97-932c-c0cd1643bea7",
        "key-WFG99",
        "host-key-office-2016",
        "channel-kms-client",
    ] {
        assert!(
            related.contains(&fragment.to_owned()),
            "{fragment}: {related:?}"
        );
    }
    let step = entry.what_to_do[0].plain(Redact::No);
    assert!(step.contains("OSPP.VBS\" /dstatus"), "{step}");
}

#[test]
fn an_office_host_is_asked_by_slmgr() {
    let entry = at("98ebfe73-2084-4c97-932c-c0cd1643bea7");
    assert_eq!(entry.title, "Office 2016 KMS host");
    let steps: Vec<String> = entry
        .what_to_do
        .iter()
        .map(|step| step.plain(Redact::No))
        .collect();
    assert!(
        steps[0].ends_with("slmgr.vbs /dlv 98ebfe73-2084-4c97-932c-c0cd1643bea7"),
        "{steps:?}"
    );
    assert!(
        steps[1].ends_with("slmgr.vbs /dti 98ebfe73-2084-4c97-932c-c0cd1643bea7"),
        "{steps:?}"
    );
}

#[test]
fn a_client_key() {
    let entry = at("key-MY832");
    assert_eq!(
        entry.title,
        "Client key MY832: Windows Server 2025 Standard"
    );
    let steps: Vec<String> = entry
        .what_to_do
        .iter()
        .map(|step| step.plain(Redact::No))
        .collect();
    assert!(
        steps[0].ends_with("slmgr.vbs /ipk TVRH6-WHNXV-R9WG3-9XRFY-MY832"),
        "{steps:?}"
    );
    assert!(steps[1].ends_with("slmgr.vbs /ato"), "{steps:?}");
    assert!(related(&entry).contains(&"term-gvlk".to_owned()));
}

#[test]
fn numbers() {
    for (fragment, title) in [
        (
            "build-26100",
            "Build 26100: Windows 11 24H2 (LTSC 2024), Windows Server 2025",
        ),
        ("lcid-1033", "Language code 1033: English (United States)"),
        ("figure-windows-clients", "Windows clients: 25 computers"),
        ("figure-kms-port", "KMS port: TCP port 1688"),
        ("figure-renewal-interval", "Renewal interval: 7 days"),
        (
            "grace-seven-initial",
            "Initial grace of Windows 7 and Windows Server 2008 R2",
        ),
        ("pid-channel-03", "Extended PID, fifth field (channel) 03"),
        ("event-12288", "Event 12288: the client asked a KMS host"),
    ] {
        assert_eq!(at(fragment).title, title);
    }
}
