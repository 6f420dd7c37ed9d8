//! The domain in which a KMS host is looked for is set on the machine.

use super::super::{Case, Finding, Severity};
use crate::{
    command::{Command, Host},
    wording::findings::client as say,
};

/// A lookup domain, as printed; a registered host goes before it.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let client = case.product.kms_client.as_ref()?;
    let domain = client.lookup_domain.as_deref()?;
    if client.registered_host.is_some() {
        return None;
    }
    let finding = case
        .finding(
            "client-fixed-domain",
            Severity::Note,
            say::fixed_domain(domain),
            &["kmsClient.lookupDomain"],
        )
        .step(case.step(
            Command::NslookupSrv(Some(Host::new(domain))),
            say::ASK_THAT_DOMAIN,
        ));
    Some(finding.article("dns-fixed-domain"))
}
