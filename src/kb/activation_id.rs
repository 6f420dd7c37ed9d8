//! Activation IDs (SKU GUIDs).

use uuid::Uuid;

use super::generated::activation_ids::ACTIVATION_IDS;
use super::{Certainty, Sources};
use crate::channel::Channel;

/// What is known of an Activation ID.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KnownActivationId {
    /// The ID itself.
    pub id: Uuid,
    /// The product in words: "Office KMS host", "Windows 10/11".
    pub product: &'static str,
    /// The edition, in words or as the output names it: "Professional Plus", "OfficeKMSHostVL".
    pub edition: &'static str,
    /// The generation: "Office 2016", "Windows Server 2022".
    pub generation: &'static str,
    /// How it is activated. Add-ons have MAKs.
    pub channel: Channel,
    /// Whether it is an add-on beside a base licence (Extended Security Updates).
    pub add_on: bool,
    /// The Application ID that belongs to it.
    pub application_id: Uuid,
    /// What else has to be said, in plain sentences.
    pub note: Option<&'static str>,
    /// How sure all this is.
    pub certainty: Certainty,
    pub(super) sources: Sources,
}

impl KnownActivationId {
    /// Where this comes from.
    pub const fn sources(&self) -> Sources {
        self.sources
    }
}

/// What is known of `id`; `None` where it is in no source that we have.
pub fn find(id: Uuid) -> Option<&'static KnownActivationId> {
    let place = ACTIVATION_IDS
        .binary_search_by_key(&id, |row| row.id)
        .ok()?;
    ACTIVATION_IDS.get(place)
}

/// All known IDs, sorted.
pub fn all() -> &'static [KnownActivationId] {
    ACTIVATION_IDS
}
