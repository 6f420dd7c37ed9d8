//! An Application ID that does not belong to the Activation ID, or to any product at all.

use super::super::{Case, Finding, Severity};
use crate::{kb::application_id, wording::findings::state as say};

/// The Application ID of a published sample.
pub(in super::super) fn of_sample(case: &Case<'_>) -> Option<Finding> {
    let known = application_id::find(case.product.application_id?)?;
    let right = known.stands_for?;
    let finding = case.finding(
        "state-application-id-of-sample",
        Severity::Note,
        say::application_id_of_sample(known.id, right),
        &["applicationId"],
    );
    Some(
        finding
            .source(known.sources())
            .article("topic-wrong-application-id"),
    )
}

/// The catalogue has another Application ID for this Activation ID.
pub(in super::super) fn mismatch(case: &Case<'_>) -> Option<Finding> {
    let printed = case.product.application_id?;
    let known = case.identity.known?;
    let family = application_id::find(printed);
    let is_sample = family.is_some_and(|family| family.stands_for.is_some());
    if printed == known.application_id || is_sample {
        return None;
    }
    let finding = case
        .finding(
            "state-application-id-mismatch",
            Severity::Note,
            say::application_id_mismatch(known, family.map(|family| family.product)),
            &["activationId", "applicationId"],
        )
        .source(known.sources());
    Some(
        match family {
            Some(family) => finding.source(family.sources()),
            None => finding,
        }
        .step(case.look(say::PRINT_AGAIN))
        .see("term-application-id"),
    )
}
