//! Reason and error codes.

use super::generated::reasons::REASONS;
use super::packed::{self, Fields};
use super::{Certainty, Lines, Sources};
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
    /// Where it turns up; empty where no source says it.
    pub when: &'static str,
    /// Likely causes, a sentence each, commands between backticks (see [`super::marked`]); empty where none is known.
    pub why: Lines,
    /// What to do, in order, in the same form; empty where nothing has to be done or nothing is known.
    pub what_to_do: Lines,
    /// Where the sources disagree or leave a gap.
    pub doubt: Option<&'static str>,
    /// How sure all this is.
    pub certainty: Certainty,
    sources: Sources,
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
pub fn find(code: u32) -> Option<Reason> {
    let place = REASONS
        .binary_search_by_key(&code, |row| code_of(row))
        .ok()?;
    REASONS.get(place).map(|row| read(row))
}

/// The key under which `code` is found ("0xC004F038"); `None` where it is not known.
pub fn key(code: u32) -> Option<&'static str> {
    let place = REASONS
        .binary_search_by_key(&code, |row| code_of(row))
        .ok()?;
    REASONS.get(place).map(|row| packed::key(row))
}

/// All known codes, sorted.
pub fn all() -> impl ExactSizeIterator<Item = Reason> + Clone {
    REASONS.iter().map(|row| read(row))
}

fn read(row: &'static str) -> Reason {
    let mut fields = Fields::of(row);
    let code = code_of(fields.text());
    let (symbol, meaning, when) = (fields.optional(), fields.text(), fields.text());
    let (why, what_to_do, doubt) = (fields.lines(), fields.lines(), fields.optional());
    let (certainty, sources) = fields.provenance();
    Reason {
        code,
        symbol,
        meaning,
        when,
        why,
        what_to_do,
        doubt,
        certainty,
        sources,
    }
}

/// The code that a row begins with. The generator let through only "0x" and eight digits.
fn code_of(row: &'static str) -> u32 {
    error_code::parse(packed::key(row)).unwrap_or_default()
}
