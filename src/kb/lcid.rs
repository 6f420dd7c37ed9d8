//! Language codes.

use super::generated::lcids::LCIDS;
use super::{Certainty, Sources};

/// What a language code stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lcid {
    /// The code, as the Extended PID prints it in decimal.
    pub lcid: u32,
    /// The language tag: "de-DE".
    pub tag: &'static str,
    /// The English name: "German (Germany)".
    pub name: &'static str,
    /// How sure all this is.
    pub certainty: Certainty,
    pub(super) sources: Sources,
}

impl Lcid {
    /// Where this comes from.
    pub const fn sources(&self) -> Sources {
        self.sources
    }
}

/// What is known of `lcid`. `None` is no error: there are more codes than these.
pub fn find(lcid: u32) -> Option<&'static Lcid> {
    let place = LCIDS.binary_search_by_key(&lcid, |row| row.lcid).ok()?;
    LCIDS.get(place)
}

/// All known codes, sorted.
pub fn all() -> &'static [Lcid] {
    LCIDS
}
