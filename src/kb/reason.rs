//! Reason and error codes.

use super::generated::reasons::REASONS;
use super::{Certainty, Sources};
use crate::id::error_code;

/// What is known of a code.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reason {
    /// The code, an HRESULT.
    pub code: u32,
    /// Its name in the header file.
    pub symbol: Option<&'static str>,
    /// What it means, in one sentence.
    pub meaning: &'static str,
    /// Where it turns up.
    pub when: &'static str,
    /// Likely causes, a sentence each, commands between backticks (see [`super::marked`]); empty where none is known.
    pub why: &'static [&'static str],
    /// What to do, in order, in the same form; empty where nothing has to be done or nothing is known.
    pub what_to_do: &'static [&'static str],
    /// Where the sources disagree or leave a gap.
    pub doubt: Option<&'static str>,
    /// How sure all this is.
    pub certainty: Certainty,
    pub(super) sources: Sources,
}

/// What the first hexadecimal digit of a code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    /// Nothing went wrong (the severity bit is not set).
    Information,
    /// Something failed.
    Failure,
}

impl Reason {
    /// Whether the code is a failure; it follows from the code itself.
    pub const fn severity(&self) -> Severity {
        severity(self.code)
    }

    /// Where this comes from.
    pub const fn sources(&self) -> Sources {
        self.sources
    }
}

/// Whether `code` is a failure, known or not: the highest bit of an HRESULT.
pub const fn severity(code: u32) -> Severity {
    match error_code::severity(code) {
        error_code::Severity::Failure => Severity::Failure,
        error_code::Severity::Success | error_code::Severity::Information => Severity::Information,
    }
}

/// What is known of `code`; `None` where no source explains or names it here.
pub fn find(code: u32) -> Option<&'static Reason> {
    let place = REASONS.binary_search_by_key(&code, |row| row.code).ok()?;
    REASONS.get(place)
}

/// All known codes, sorted.
pub fn all() -> &'static [Reason] {
    REASONS
}
