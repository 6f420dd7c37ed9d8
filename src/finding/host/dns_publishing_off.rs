//! The host does not publish itself in DNS.

use super::{
    super::{Case, Finding, Severity},
    working,
};
use crate::{command::Command, wording::findings::host as say};

/// Publishing is switched off.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    if working(case)?.dns_publishing != Some(false) {
        return None;
    }
    let finding = case
        .finding(
            "host-dns-publishing-off",
            Severity::Note,
            say::DNS_PUBLISHING_OFF,
            &["kmsHost.dnsPublishing"],
        )
        .background(say::WHEN_OFF_IS_RIGHT)
        .step(
            case.step(Command::NslookupSrv(None), say::SEE_DNS)
                .on(say::ON_CLIENT),
        )
        .step(case.step(Command::Sdns, say::PUBLISH))
        .step(case.step(Command::RestartService, say::RESTART_SERVICE))
        .article("dns-publishing")
        .see("registry-disablednspublishing")
        .see("dns-srv-record");
    Some(finding)
}
