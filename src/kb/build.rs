//! Windows build numbers.

use super::generated::builds::BUILDS;
use super::{Certainty, Sources};

/// What a build number is called.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Build {
    /// The number.
    pub build: u32,
    /// The Windows client of that build.
    pub client: Option<&'static str>,
    /// The Windows Server of that build.
    pub server: Option<&'static str>,
    /// What else has to be said, in plain sentences.
    pub note: Option<&'static str>,
    /// How sure all this is.
    pub certainty: Certainty,
    pub(super) sources: Sources,
}

impl Build {
    /// Where this comes from.
    pub const fn sources(&self) -> Sources {
        self.sources
    }
}

/// What is known of `build`. `None` is no error: every preview has a number of its own.
pub fn find(build: u32) -> Option<&'static Build> {
    let place = BUILDS.binary_search_by_key(&build, |row| row.build).ok()?;
    BUILDS.get(place)
}

/// All known builds, sorted.
pub fn all() -> &'static [Build] {
    BUILDS
}
