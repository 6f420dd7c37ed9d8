//! The paste holds outputs of several machines.

use super::super::{Finding, Paste, Severity};
use crate::wording::findings::machine as say;

/// Two CMIDs of one application, or two versions of the licensing service. What stands beside products is then of one of
/// them, and nothing tells of which.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let products = &paste.reading.products;
    let second = products.iter().enumerate().find_map(|(at, product)| {
        let earlier = products.get(..at)?;
        let other_version = product.service_version.as_deref().is_some_and(|version| {
            let mut versions = earlier
                .iter()
                .rev()
                .filter_map(|before| before.service_version.as_deref());
            versions.next().is_some_and(|before| before != version)
        });
        let id = |product: &crate::reading::Product<'_>| {
            let client = product.kms_client.as_deref()?;
            client.client_machine_id.zip(product.application_id)
        };
        let other_id = id(product).is_some_and(|(machine, application)| {
            let mut ids = earlier.iter().rev().filter_map(id);
            ids.next()
                .is_some_and(|(before, of)| of == application && before != machine)
        });
        (other_version || other_id).then_some(product)
    })?;
    Some(
        paste
            .finding(
                "machine-several",
                Severity::Note,
                say::SEVERAL_MACHINES,
                &[second.lines.0],
            )
            .background(say::SEVERAL_MACHINES_EVIDENCE),
    )
}
