//! Signs that an activation does not come from where KMS activations come from: soberly, each has honest causes too.

use super::super::{Case, Finding, Severity};
use crate::{kb::threshold::KMS_VALIDITY, suspicion::Suspicion, wording::findings::client as say};

/// A loopback or public KMS host, or more minutes than a host gives.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let suspicion = case.about.suspicion?;
    let host = [
        "kmsClient.registeredHost",
        "kmsClient.hostFromDns",
        "kmsClient.hostIpAddress",
    ];
    let (code, keys): (_, &[&str]) = match suspicion {
        Suspicion::LoopbackHost => ("client-loopback-host", &host),
        Suspicion::PublicHost => ("client-public-host", &host),
        Suspicion::TooManyMinutes => ("client-too-many-minutes", &["minutesRemaining"]),
    };
    let finding = case
        .finding(
            code,
            Severity::ActSoon,
            say::odd_activation(suspicion),
            keys,
        )
        .background(say::honest_cause(suspicion))
        .background(say::ACTIVATORS)
        .steps(case.look_into(suspicion));
    let finding = match suspicion {
        Suspicion::TooManyMinutes => finding.source(KMS_VALIDITY.sources()),
        _ => finding,
    };
    Some(finding.article("topic-activators"))
}
