//! Where a fact comes from.

use super::generated::sources::SOURCES;

/// The sources of a fact: public addresses, `owner/repo:path`, or words where no address is known. Never empty.
///
/// Rows share most of their sources, so each holds places in one list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sources(pub(super) &'static [u16]);

impl Sources {
    /// The sources in the order of the data file.
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0
            .iter()
            .filter_map(|place| SOURCES.get(usize::from(*place)).copied())
    }
}
