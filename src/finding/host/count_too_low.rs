//! The host's count is below what its clients need.

use super::super::{Case, Finding, Severity};
use crate::{
    command::Command,
    kb::threshold::{COUNT_AGEING, OFFICE_CLIENTS, WINDOWS_CLIENTS, WINDOWS_SERVERS},
    product::Family,
    wording::findings::host as say,
};

/// A host that is activated and has counted too few: it answers, and activates nobody yet, or only servers.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let count = super::working(case)?.current_count?;
    let office = case.identity.family == Family::Office;
    let (needed, threshold) = if office {
        (OFFICE_CLIENTS.value, OFFICE_CLIENTS)
    } else {
        (WINDOWS_CLIENTS.value, WINDOWS_CLIENTS)
    };
    // Count 0 has a finding of its own.
    if count == 0 || count >= needed {
        return None;
    }
    let no_servers = super::is_client_windows(case);
    let servers_wait = !office && count < WINDOWS_SERVERS.value;
    let severity = if office || servers_wait || no_servers {
        Severity::Blocks
    } else {
        Severity::ActSoon
    };
    let finding = case
        .finding(
            "host-count-too-low",
            severity,
            if no_servers {
                say::count_too_low_for_clients(count)
            } else {
                say::count_too_low(count, office, servers_wait)
            },
            &["kmsHost.currentCount"],
        )
        .background(say::HOW_COUNTED)
        .background(say::COUNT_AGES)
        .step(case.step(Command::ReadEvent12290, say::SEE_WHO_ASKED))
        .source(threshold.sources())
        .source(COUNT_AGEING.sources())
        .see("0xC004F038")
        .see("term-kms-count");
    Some(finding)
}
