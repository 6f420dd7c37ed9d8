//! The registry sets a KMS host.

use super::{
    super::{Finding, Paste, Severity},
    is_same, pins,
};
use crate::{
    command::{Command, split_host},
    wording::findings::machine as say,
};

/// Office 2010, and Office 2013 and later.
const OFFICE: [&str; 2] = [
    "59a52881-a989-479d-af46-f275c6370663",
    "0ff1ce15-a989-479d-af46-f275c6370663",
];

/// A host in a key that is read. One that a product's own block shows too is told there.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let shown = |host: &str| {
        paste.reading.products.iter().any(|product| {
            let client = product.kms_client.as_deref();
            let registered = client.and_then(|client| client.registered_host.as_deref());
            registered.is_some_and(|registered| is_same(split_host(registered).0, host))
        })
    };
    // What is told of it beside DNS says that it is set, too.
    let elsewhere = super::pin_not_in_dns::find(paste)
        .and_then(|_| super::registered(paste))
        .map_or("", |named| named.host);
    let mut told: Vec<(say::Scope, &str, u32)> = Vec::new();
    for (key, named) in pins(paste) {
        let scope = if OFFICE.iter().any(|id| key.contains(id)) || key.contains(r"\officesoftware")
        {
            say::Scope::Office
        } else if key.ends_with(r"\softwareprotectionplatform")
            || key.ends_with(r"\currentversion\sl")
        {
            say::Scope::Machine
        } else {
            say::Scope::Product
        };
        let again = told
            .iter()
            .any(|(before, host, _)| *before == scope && is_same(host, named.host));
        let unread = key.contains(r"\officesoftware") && super::registry_unread::is_new(paste);
        if !again && !unread && !shown(named.host) && named.host != elsewhere {
            told.push((scope, named.host, named.line.unwrap_or_default()));
        }
    }
    let &(scope, host, _) = told.first()?;
    let lines: Vec<u32> = told.iter().map(|(.., line)| *line).collect();
    let mut finding = paste
        .finding(
            "machine-registry-pin",
            Severity::Note,
            say::registry_pin(scope, host),
            &lines,
        )
        .background(say::PIN_HIDES_DNS);
    for (scope, host, _) in told.iter().skip(1) {
        finding = finding.background(say::registry_pin_too(*scope, host));
    }
    if told.iter().any(|(scope, ..)| *scope != say::Scope::Office) {
        finding = finding.step(paste.step(Command::Ckms, say::UNPIN, &[]));
    }
    if told.iter().any(|(scope, ..)| *scope == say::Scope::Office) {
        finding = finding.step(paste.step(Command::OsppRemhst(None), say::UNPIN_OFFICE, &[]));
    }
    Some(
        finding
            .step(paste.step(Command::QueryPins, say::SEE_PINS, &[]))
            .article("registry-keymanagementservicename")
            .see("topic-pinned-host"),
    )
}
