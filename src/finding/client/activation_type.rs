//! Only one way of volume activation is allowed.

use super::super::{Case, Finding, Severity};
use crate::{command::Command, product::Family, wording::findings::client as say};

/// "Configured Activation Type" other than "All".
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let only = match case.product.configured_activation_type.as_deref()? {
        "AD" => say::ONLY_DIRECTORY,
        "KMS" => say::ONLY_KMS,
        "Token" => say::ONLY_TOKEN,
        _ => return None,
    };
    if !case.is_client() || case.product.in_use == Some(false) {
        return None;
    }
    let finding = case.finding(
        "client-activation-type",
        Severity::Note,
        only,
        &["configuredActivationType"],
    );
    let (command, article) = if case.identity.family == Family::Office {
        (
            Command::OsppActypeAny(case.about.office_folder),
            "ospp-actype",
        )
    } else {
        (Command::ActTypeAny, "slmgr-act-type")
    };
    Some(
        finding
            .step(case.step(command, say::ALLOW_ALL))
            .article(article),
    )
}
