//! Grace periods of each generation.

use super::generated::grace_periods::GRACE_PERIODS;
use super::{Certainty, Sources};
use crate::product::Era;

/// A grace period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grace {
    /// Whose.
    pub generation: Generation,
    /// Which.
    pub kind: GraceKind,
    /// Its length in days; `None` where none is published.
    pub days: Option<u32>,
    /// What else has to be said, in plain sentences.
    pub note: Option<&'static str>,
    /// How sure all this is.
    pub certainty: Certainty,
    pub(super) sources: Sources,
}

/// The generations that differ in their grace periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Generation {
    /// Windows Vista, Windows Server 2008.
    Vista,
    /// Windows 7, Windows Server 2008 R2.
    Seven,
    /// Windows 8 and later, Windows Server 2012 and later.
    EightOrLater,
    /// The volume editions of Office from 2010 on.
    Office,
}

impl Generation {
    /// All of them, in the order of the data file.
    pub const ALL: [Generation; 4] = [
        Generation::Vista,
        Generation::Seven,
        Generation::EightOrLater,
        Generation::Office,
    ];

    /// The word that the data files use.
    pub const fn name(self) -> &'static str {
        match self {
            Generation::Vista => "vista",
            Generation::Seven => "seven",
            Generation::EightOrLater => "eight-or-later",
            Generation::Office => "office",
        }
    }
}

impl From<Era> for Generation {
    fn from(era: Era) -> Self {
        match era {
            Era::Vista => Generation::Vista,
            Era::Seven => Generation::Seven,
            Era::EightOrLater => Generation::EightOrLater,
        }
    }
}

/// The kinds of grace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GraceKind {
    /// Out-of-box grace, after the installation.
    Initial,
    /// After an activation lapsed or the hardware changed too much.
    OutOfTolerance,
    /// After the check for genuine Windows failed.
    NonGenuine,
}

impl GraceKind {
    /// All of them, in the order of the data file.
    pub const ALL: [GraceKind; 3] = [
        GraceKind::Initial,
        GraceKind::OutOfTolerance,
        GraceKind::NonGenuine,
    ];

    /// The word that the data files use.
    pub const fn name(self) -> &'static str {
        match self {
            GraceKind::Initial => "initial",
            GraceKind::OutOfTolerance => "out-of-tolerance",
            GraceKind::NonGenuine => "non-genuine",
        }
    }
}

impl Grace {
    /// Where this comes from.
    pub const fn sources(&self) -> Sources {
        self.sources
    }
}

/// The grace period of that kind. `None` where no source speaks of it at all; where sources say that there is none, the
/// row has no days.
pub fn find(generation: Generation, kind: GraceKind) -> Option<&'static Grace> {
    let place = GRACE_PERIODS
        .binary_search_by_key(&(generation, kind), |row| (row.generation, row.kind))
        .ok()?;
    GRACE_PERIODS.get(place)
}

/// All known grace periods, sorted.
pub fn all() -> &'static [Grace] {
    GRACE_PERIODS
}
