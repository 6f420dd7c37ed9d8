//! The KMS host is set on the machine.

use super::super::{Case, Finding, Severity};
use crate::{
    command::{Command, Host, split_host},
    product::Family,
    wording::findings::client as say,
};

/// A registered host, as printed. Odd hosts have a finding of their own.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let client = case.product.kms_client.as_ref()?;
    let registered = client.registered_host.as_deref()?;
    if case.about.suspicion.is_some() {
        return None;
    }
    let other = client.host_from_dns.as_deref().filter(|dns| {
        !split_host(dns)
            .0
            .eq_ignore_ascii_case(split_host(registered).0)
    });
    let finding = case
        .finding(
            "client-pinned-host",
            Severity::Note,
            say::pinned_host(registered, other),
            &["kmsClient.registeredHost", "kmsClient.hostFromDns"],
        )
        .background(say::PINNED_MEANS);
    // A client that waits has these steps beside its state.
    if case.waits() {
        return Some(finding.article("topic-pinned-host"));
    }
    let (host, port) = split_host(registered);
    let finding = finding.step(case.test_port(Host::new(host), port, say::REACH_IT));
    let unpin = if case.identity.family == Family::Office {
        Command::OsppRemhst(case.about.office_folder)
    } else {
        Command::Ckms
    };
    Some(
        finding
            .step(case.step(unpin, say::UNPIN))
            .article("topic-pinned-host"),
    )
}
