//! Where a fact comes from.

use super::generated::sources::{DAYS, SOURCES};

/// The sources of a fact: public addresses, `owner/repo:path`, or words where no address is known. Never empty.
///
/// Rows share most of their sources, so each holds places in one list: letters, counted from '0'. The first is the place
/// of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sources(pub(super) &'static str);

impl Sources {
    /// The sources in the order of the data file.
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0
            .chars()
            .skip(1)
            .filter_map(|letter| at(SOURCES, letter))
    }

    /// The day on which they were looked up, `YYYY-MM-DD`.
    pub fn seen(self) -> &'static str {
        self.0
            .chars()
            .next()
            .and_then(|letter| at(DAYS, letter))
            .unwrap_or(super::DATE)
    }
}

fn at(list: &'static [&'static str], letter: char) -> Option<&'static str> {
    let place = u32::from(letter).checked_sub(u32::from('0'))?;
    list.get(usize::try_from(place).ok()?).copied()
}
