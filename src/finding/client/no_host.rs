//! A client key, and no KMS host to be found.

use super::super::{Case, Certainty, Finding};
use crate::{
    command::{Command, Host},
    product::Family,
    reading::EvidenceKind,
    wording::findings::client as say,
};

/// "DNS name does not exist", as /ato prints it.
const NO_SUCH_NAME: u32 = 0x8007_232B;

/// DNS named none, as the text shows, and no other way to a host or the directory shows either.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    if !applies(case) {
        return None;
    }
    let domain = case
        .product
        .kms_client
        .as_ref()
        .and_then(|client| client.lookup_domain.as_deref())
        .map(Host::new);
    let mut finding = case
        .finding(
            "client-no-host",
            case.urgency(),
            say::no_host(&case.about),
            &["kmsClient.hostFromDns", "partialProductKey"],
        )
        .certainty(Certainty::Likely)
        .step(case.step(Command::NslookupSrv(domain), say::ASK_DNS));
    if matches!(
        case.identity.family,
        Family::Windows | Family::WindowsServer
    ) {
        finding = finding.step(case.step(Command::AoList, say::OR_DIRECTORY));
    }
    let finding = finding
        .step(case.install_key(say::OR_OTHER_KEY))
        .article("term-gvlk")
        .see("0x8007232B")
        .see("topic-change-mak-kms");
    Some(super::with_published_key(finding, case))
}

pub(super) fn applies(case: &Case<'_>) -> bool {
    let reading = case.paste.reading;
    let client = case.product.kms_client.as_ref();
    let mut records = reading
        .evidence
        .iter()
        .filter_map(|piece| match &piece.kind {
            EvidenceKind::DnsSrv(record) => Some(record),
            _ => None,
        });
    let asked = records.clone().next().is_some();
    let found = records.any(|record| record.target.is_some());
    let none_in_dns = client.is_some_and(|client| client.host_not_found_in_dns)
        || asked && !found
        || reading
            .errors
            .iter()
            .any(|error| error.code == NO_SUCH_NAME);
    let other_way = client
        .is_some_and(|client| client.registered_host.is_some() || client.host_from_dns.is_some())
        || reading
            .service
            .as_ref()
            .is_some_and(|service| service.host.is_some());
    case.is_client()
        && case.waits()
        && none_in_dns
        && !found
        && !other_way
        && !case.about.by_directory
}
