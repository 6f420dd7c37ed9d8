//! The port of the KMS host can't be reached.

use super::{
    super::{Finding, Paste},
    port_tests, without_host,
};
use crate::{command::Command, wording::findings::machine as say};

/// A failed test that no later or earlier one of the same host and port contradicts.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let (test, port, line) = port_tests(paste).find(|(test, port, _)| {
        test.succeeded == Some(false)
            && !port_tests(paste).any(|(other, also, _)| {
                other.succeeded == Some(true) && also == *port && other.host == test.host
            })
    })?;
    let host = test.host.as_deref().or(test.address.as_deref());
    let mut finding = paste
        .finding(
            "machine-port-closed",
            without_host(paste),
            say::port_closed(host, port),
            &[line],
        )
        .background(say::WHY_CLOSED)
        .step(
            paste
                .step(Command::Dlv(None), say::SEE_HOST_PORT, &[])
                .on(say::ON_HOST),
        )
        .step(
            paste
                .step(Command::Listener(port), say::SEE_LISTENER, &[])
                .on(say::ON_HOST),
        );
    if port == super::DEFAULT {
        finding = finding.step(
            paste
                .step(Command::FirewallRule, say::SEE_FIREWALL, &[])
                .on(say::ON_HOST),
        );
    }
    Some(finding.article("port-1688").see("network-firewall-rule"))
}
