//! DNS names no KMS host.

use super::{
    super::{Certainty, Finding, Paste, Severity},
    records, registered, waits,
};
use crate::{
    command::{Command, Host},
    wording::findings::machine as say,
};

/// Every answer of DNS is empty, and no host is set that would make DNS needless.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let mut answers = records(paste);
    let (first, line) = answers.next()?;
    if first.target.is_some() || answers.any(|(record, _)| record.target.is_some()) {
        return None;
    }
    let found = paste.reading.products.iter().any(|product| {
        let client = product.kms_client.as_deref();
        client.is_some_and(|client| client.host_from_dns.is_some())
    });
    if registered(paste).is_some() || found {
        return None;
    }
    let failure = first.failure.as_deref().unwrap_or_default();
    // A server that does not answer says nothing about the record.
    let is_silent = [
        "timed out",
        "timed-out",
        "timeout",
        "refused",
        "No response",
        "Server failed",
    ]
    .iter()
    .any(|words| failure.contains(words));
    let name = first.name.as_deref();
    let severity = if waits(paste) {
        Severity::Blocks
    } else {
        Severity::Note
    };
    let finding = if is_silent {
        paste
            .finding("machine-dns-silent", severity, say::DNS_SILENT, &[line])
            .certainty(Certainty::Unseen)
    } else {
        paste
            .finding(
                "machine-dns-names-none",
                severity,
                say::dns_none(name.map(str::to_owned)),
                &[line],
            )
            // Another suffix of this machine may hold the record.
            .certainty(Certainty::Likely)
            .background(say::DNS_SUFFIXES)
    };
    let domain = name
        .and_then(|name| name.split_once("_tcp."))
        .map(|(_, domain)| domain);
    Some(
        finding
            .step(
                paste
                    .step(
                        Command::NslookupSrv(domain.map(Host::new)),
                        say::ASK_DNS_AGAIN,
                        &domain.into_iter().collect::<Vec<_>>(),
                    )
                    .on(say::ON_THIS_CLIENT),
            )
            .step(
                paste
                    .step(Command::Dlv(None), say::SEE_PUBLISHING, &[])
                    .on(say::ON_HOST),
            )
            .article("topic-dns")
            .see("dns-srv-record")
            .see("0x8007232B"),
    )
}
