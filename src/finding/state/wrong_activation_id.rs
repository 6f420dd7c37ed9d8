//! An Activation ID that is not the one that is wanted: the client's in place of the KMS host's.

use uuid::{Uuid, uuid};

use super::super::{Case, Certainty, Finding, Severity};
use crate::{
    channel::Channel,
    command::Command,
    kb::activation_id::{self, KnownActivationId},
    product::Family,
    reading::Producer,
    wording::{card::OFFICE_KMS_HOST, findings::state as say},
};

/// Printed by mistake as the KMS host of Office LTSC 2024; the row of the ID in the catalogue has the source.
const PRINTED_AS_HOST: Uuid = uuid!("8d368fc1-9470-4be2-8d66-90e836cbb051");

/// slmgr.vbs was asked about one Office KMS client and nothing else: that is done to activate a KMS host, with the host's ID.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let alone = case.paste.reading.products.len() == 1;
    let by_slmgr = matches!(
        case.paste.reading.producer(),
        Producer::SlmgrDlv | Producer::SlmgrDli | Producer::SlmgrDti
    );
    let known = case
        .identity
        .known
        .filter(|known| known.channel == Channel::KmsClient)?;
    if !alone || !by_slmgr || case.identity.family != Family::Office || case.is_host() {
        return None;
    }
    let host = host_of(known)?;
    let mut finding = case
        .finding(
            "state-wrong-activation-id",
            Severity::Note,
            say::client_id(known, host),
            &["activationId"],
        )
        .certainty(Certainty::Likely)
        .step(case.step(Command::Dlv(Some(host.id)), say::LOOK_AT_HOST))
        .source(known.sources())
        .source(host.sources());
    if known.id == PRINTED_AS_HOST {
        finding = finding
            .background(say::ID_MISPRINTED)
            .article("topic-wrong-office-host-id");
    }
    Some(finding.see("term-activation-id"))
}

/// The KMS host of the same generation.
fn host_of(client: &KnownActivationId) -> Option<&'static KnownActivationId> {
    activation_id::all()
        .iter()
        .find(|row| row.product == OFFICE_KMS_HOST && row.generation == client.generation)
}
