//! What the fields of an Extended PID stand for.

use super::generated::extended_pid::{CHANNELS, GROUPS, PLATFORMS};
use super::{Certainty, Sources};

/// What a value of one field means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// The digits as printed.
    pub value: &'static str,
    /// What they stand for.
    pub meaning: &'static str,
    /// What else has to be said, in plain sentences.
    pub note: Option<&'static str>,
    /// How sure all this is.
    pub certainty: Certainty,
    pub(super) sources: Sources,
}

impl Piece {
    /// Where this comes from.
    pub const fn sources(&self) -> Sources {
        self.sources
    }
}

/// The fields whose values are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The fifth field: how the key was sold.
    Channel,
    /// The second field: the key group.
    Group,
    /// The first field: the generation of the system or, for old Office, the product.
    Platform,
}

impl Part {
    /// All of them, in the order of [`all`].
    pub const ALL: [Part; 3] = [Part::Channel, Part::Group, Part::Platform];

    /// The word that the data files use.
    pub const fn name(self) -> &'static str {
        match self {
            Part::Channel => "channel",
            Part::Group => "group",
            Part::Platform => "platform",
        }
    }
}

/// The fifth field, two digits: how the key was sold. `None` for 01, 04 and 05 too, which no real string shows.
pub fn channel_code(digits: &str) -> Option<&'static Piece> {
    find(Part::Channel, digits)
}

/// The first field, five digits: the generation of the system or, for old Office, the product.
pub fn platform(digits: &str) -> Option<&'static Piece> {
    find(Part::Platform, digits)
}

/// The second field, five digits: the key group.
pub fn group(digits: &str) -> Option<&'static Piece> {
    find(Part::Group, digits)
}

/// All known values: channels, groups, platforms, each sorted.
pub fn all() -> [&'static [Piece]; 3] {
    [CHANNELS, GROUPS, PLATFORMS]
}

/// What a value of that field stands for.
pub fn find(part: Part, digits: &str) -> Option<&'static Piece> {
    let table = match part {
        Part::Channel => CHANNELS,
        Part::Group => GROUPS,
        Part::Platform => PLATFORMS,
    };
    let place = table.binary_search_by_key(&digits, |row| row.value).ok()?;
    table.get(place)
}
