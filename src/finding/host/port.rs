//! The host listens on another port than the default.

use super::{
    super::{Case, Finding, Severity},
    working,
};
use crate::{
    command::Command, kb::threshold::KMS_PORT, product::Era, wording::findings::host as say,
};

/// A port other than 1688.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let port = working(case)?.port?;
    if port == KMS_PORT.value || port == 0 {
        return None;
    }
    let mut finding = case
        .finding(
            "host-port",
            Severity::Note,
            say::port(port),
            &["kmsHost.port"],
        )
        .background(say::PORT_MUST_BE_KNOWN)
        .step(
            case.step(Command::NslookupSrv(None), say::SEE_PORT_IN_DNS)
                .on(say::ON_CLIENT),
        );
    let is_old = matches!(case.identity.era, Some(Era::Vista | Era::Seven));
    if let Some(port) = u16::try_from(port).ok().filter(|_| !is_old) {
        finding = finding
            .step(case.step(Command::Listener(port), say::SEE_LISTENER))
            .step(case.step(Command::OpenPort(port), say::OPEN_PORT));
    }
    let finding = finding
        .source(KMS_PORT.sources())
        .see("port-1688")
        .article("slmgr-sprt");
    Some(finding)
}
