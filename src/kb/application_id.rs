//! Application IDs: the family that a licence belongs to.

use uuid::Uuid;

use super::generated::application_ids::APPLICATION_IDS;
use super::{Certainty, Sources};
use crate::product::Family;

/// What is known of an Application ID.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KnownApplicationId {
    /// The ID itself.
    pub id: Uuid,
    /// The products in words.
    pub product: &'static str,
    /// [`Family::Windows`] (server and add-ons included) or [`Family::Office`].
    pub family: Family,
    /// The right ID, where this one is an artefact: accepted when read, never handed out.
    pub stands_for: Option<Uuid>,
    /// What else has to be said, in plain sentences.
    pub note: Option<&'static str>,
    /// How sure all this is.
    pub certainty: Certainty,
    pub(super) sources: Sources,
}

impl KnownApplicationId {
    /// Where this comes from.
    pub const fn sources(&self) -> Sources {
        self.sources
    }
}

/// What is known of `id`; `None` where it is none of the licensing service's applications.
pub fn find(id: Uuid) -> Option<&'static KnownApplicationId> {
    let place = APPLICATION_IDS
        .binary_search_by_key(&id, |row| row.id)
        .ok()?;
    APPLICATION_IDS.get(place)
}

/// All known IDs, sorted.
pub fn all() -> &'static [KnownApplicationId] {
    APPLICATION_IDS
}
