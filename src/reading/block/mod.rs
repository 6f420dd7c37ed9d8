//! Lines that mean something only together: JSON, CSV and tables of CIM objects, records of the event log, what other tools
//! print. Each file knows one form, looks ahead from its first line and takes what belongs to it, or nothing.

mod clock;
mod dns;
mod event;
mod host_box;
mod look;
mod port_test;
mod registry;
mod shell_error;
mod tokens;
mod usage;
mod vnext;

use super::{Event, Evidence, PrintedError, Producer, Remark, SpanKind, Words};
use crate::text::{self, Lines};

/// What a block of lines turned out to be.
#[derive(Clone, Debug, Default)]
pub struct Block<'t> {
    /// What printed it.
    pub producer: Producer,
    /// Its last line, 1-based; the first is where reading began.
    pub last_line: u32,
    /// What each non-blank line is, in order; a line that is missing here counts as a banner.
    pub lines: Vec<BlockLine>,
    /// The objects that it lists, in the words of the CIM classes.
    pub objects: Vec<Object<'t>>,
    /// Records of the event log.
    pub events: Vec<Event<'t>>,
    /// What other tools found.
    pub evidence: Vec<Evidence<'t>>,
    /// Errors that a command printed.
    pub errors: Vec<PrintedError<'t>>,
    /// What can't be trusted. The properties of `objects` get their remarks from the reader.
    pub remarks: Vec<Remark<'t>>,
}

/// What one line of a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockLine {
    /// The line, 1-based.
    pub line: u32,
    /// What it is.
    pub kind: SpanKind,
    /// The key in the published shape, where it is a field of an event or of evidence ("events.hresult").
    pub key: Option<&'static str>,
}

/// One object that a block lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object<'t> {
    /// First line, 1-based.
    pub first_line: u32,
    /// Last line, 1-based.
    pub last_line: u32,
    /// Property and value, as text without quotes, and the line that they stand on. A null is "".
    pub properties: Vec<(Words<'t>, Words<'t>, u32)>,
}

/// Reads the block that begins with the line `raw` (its number is `number`), whose following lines are `rest`; `None` where none
/// begins there. Cheap for lines that begin no block.
pub fn read<'t>(number: u32, raw: &'t str, rest: &Lines<'t>) -> Option<Block<'t>> {
    let first = (number, text::bare(raw));
    usage::read(first, rest)
        .or_else(|| host_box::read(first, rest))
        .or_else(|| shell_error::read(first, rest))
        .or_else(|| tokens::read(first, rest))
        .or_else(|| vnext::read(first, rest))
        .or_else(|| event::read(number, raw, rest))
        .or_else(|| dns::read(number, raw, rest))
        .or_else(|| port_test::read(number, raw, rest))
        .or_else(|| clock::read(number, raw, rest))
        .or_else(|| registry::read(number, raw, rest))
}

/// The lines of a block: the first, and those behind it, without what stands around them.
fn lines<'t>(
    first: (u32, &'t str),
    rest: &Lines<'t>,
) -> impl Iterator<Item = (u32, &'t str)> + use<'t> {
    let rest = rest.clone().map(|(number, raw)| (number, text::bare(raw)));
    std::iter::once(first).chain(rest)
}
