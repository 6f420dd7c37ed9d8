//! The host could not write its record into DNS.

use super::super::{Certainty, Finding, Paste, Severity};
use crate::{command::Command, reading::EventFields, wording::findings::host as say};

/// Event 12293. Beside 12294 (it worked) only their order would tell, and logs are printed in both orders.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let events = &paste.reading.events;
    let failed = events.iter().find(|event| event.id == 12293)?;
    let EventFields::DnsPublishing { hresult, domain } = &failed.fields else {
        return None;
    };
    let worked = events.iter().any(|event| event.id == 12294);
    let domain = domain.as_deref();
    let finding = paste
        .finding(
            "host-dns-publish-failed",
            Severity::Blocks,
            say::publish_failed(domain.map(str::to_owned), *hresult),
            &[failed.line],
        )
        .background(say::PUBLISH_RIGHTS);
    let finding = if worked {
        Finding {
            severity: Severity::Note,
            ..finding
                .certainty(Certainty::Likely)
                .background(say::PUBLISHED_TOO)
        }
    } else {
        finding
    };
    let names: Vec<&str> = domain.into_iter().collect();
    let asked = domain.map(crate::command::Host::new);
    let finding = finding
        .step(paste.step(Command::NslookupSrv(asked), say::SEE_RECORD, &names))
        .step(paste.step(Command::RestartService, say::RESTART_AFTER_RIGHTS, &[]))
        .article("event-12293")
        .see("dns-record-rights");
    Some(finding.code(*hresult))
}
