//! No client has ever asked this host.

use super::{
    super::{Case, Finding, Severity},
    requests, working,
};
use crate::{command::Command, product::Era, wording::findings::host as say};

/// The counters are there, and all stand at nought.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let host = working(case)?;
    let counters = requests(host);
    let rows = [
        counters.failed,
        counters.unlicensed,
        counters.licensed,
        counters.initial_grace,
        counters.expired_or_out_of_tolerance,
        counters.non_genuine_grace,
        counters.notification,
        host.current_count,
    ];
    // Figures that say otherwise are a contradiction, which is no ground for anything.
    if counters.total != Some(0) || rows.iter().flatten().any(|count| *count > 0) {
        return None;
    }
    let mut finding = case
        .finding(
            "host-never-asked",
            Severity::Blocks,
            say::NEVER_ASKED,
            &["kmsHost.currentCount", "kmsHost.requests.total"],
        )
        .background(say::HOW_CLIENTS_FIND)
        .step(
            case.step(Command::NslookupSrv(None), say::SEE_DNS)
                .on(say::ON_CLIENT),
        );
    let is_old = matches!(case.identity.era, Some(Era::Vista | Era::Seven));
    if host.port.is_none_or(|port| port == 1688) && !is_old {
        finding = finding.step(case.step(Command::FirewallRule, say::SEE_FIREWALL));
    }
    finding = finding
        .step(
            case.step(Command::Ato(None), say::MAKE_CLIENT_ASK)
                .on(say::ON_CLIENT),
        )
        .article("dns-client-search-order")
        .article("network-firewall-rule")
        .see("topic-test-kms");
    Some(finding)
}
