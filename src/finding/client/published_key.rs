//! A key that Microsoft publishes for everybody.

use super::super::{Case, Finding, Severity, state};
use crate::{
    kb::client_key::{self, ClientKey, Kind},
    wording::findings::client as say,
};

/// Of a client that is not activated, where no other finding says it in its background.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let known = installed(case)?;
    let told =
        state::is_notified(case) && !state::is_non_genuine(case) || super::no_host::applies(case);
    if !case.waits() || told {
        return None;
    }
    let finding = case.finding(
        "client-published-key",
        Severity::Note,
        say::published_key(&known),
        &["partialProductKey"],
    );
    Some(finding.source(known.sources()).see("term-gvlk"))
}

/// The published client key that is installed, judged by its ending.
pub(super) fn installed(case: &Case<'_>) -> Option<ClientKey> {
    let ending = case.product.partial_product_key.as_deref()?;
    let mut keys = client_key::by_ending(ending).filter(|key| key.kind == Kind::Gvlk);
    let first = keys.next().filter(|_| case.is_client())?;
    // One key can stand beside several products; the generation that the output shows chooses.
    let generation = case.identity.certain_generation();
    Some(
        keys.find(|key| Some(key.generation) == generation)
            .unwrap_or(first),
    )
}
