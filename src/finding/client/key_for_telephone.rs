//! A KMS client key where a MAK is meant: asked for an Installation ID.

use super::super::{Case, Certainty, Finding, Severity};
use crate::{reading::Producer, wording::findings::client as say};

/// Its Installation ID stands in the answer of a command that is typed for the telephone only.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let at = case.product.lines.0;
    let part = case
        .paste
        .reading
        .parts
        .iter()
        .find(|part| (part.first_line..=part.last_line).contains(&at))?;
    let for_telephone = matches!(part.producer, Producer::SlmgrDti | Producer::OsppDinstid);
    let own = case
        .product
        .installation_id
        .as_deref()
        .filter(|_| for_telephone)?;
    // slmgr.vbs prints the number alone: another output in the same text tells whose it is.
    let whose = if case.product.channel.is_some() {
        case.index
    } else {
        case.paste.reading.products.iter().position(|product| {
            product.channel.is_some() && product.installation_id.as_deref() == Some(own)
        })?
    };
    let whose = Case::of(case.paste, whose)?;
    if !whose.is_client() {
        return None;
    }
    let finding = case
        .finding(
            "client-key-for-telephone",
            Severity::Note,
            say::KEY_FOR_TELEPHONE,
            &["name", "installationId"],
        )
        .certainty(Certainty::Likely)
        .step(whose.renew(say::ASK_HOST))
        .step(whose.install_key(say::OR_MAK));
    Some(finding.article("term-gvlk").see("topic-telephone"))
}
