//! DNS names another port than the host listens on.

use super::{
    super::{Certainty, Finding, Paste, Severity},
    records,
};
use crate::{command::Command, wording::findings::machine as say};

/// One host in the paste, one record in DNS: most likely they belong together.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let mut hosts = paste
        .reading
        .products
        .iter()
        .filter_map(|product| product.kms_host.as_deref()?.port);
    let listens = hosts.next()?;
    let mut named = records(paste).filter_map(|(record, line)| {
        record.target.as_deref()?;
        Some((record.port?, line))
    });
    let (port, line) = named.next()?;
    let several = hosts.any(|port| port != listens) || named.any(|(other, _)| other != port);
    if several || port == listens {
        return None;
    }
    Some(
        paste
            .finding(
                "machine-dns-port-differs",
                Severity::Blocks,
                say::dns_port(port, listens),
                &[line],
            )
            .certainty(Certainty::Likely)
            .step(paste.step(Command::RestartService, say::WRITE_RECORD_AGAIN, &[]))
            .step(paste.step(Command::NslookupSrv(None), say::SEE_DNS, &[]))
            .article("dns-srv-record")
            .see("dns-stale-records"),
    )
}
