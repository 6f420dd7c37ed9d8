//! Records of the event log about activation, in every form that people paste: copied from Event Viewer, listed by PowerShell or
//! wevtutil, exported as CSV or XML, or only the message. Records that follow each other are one block.
//!
//! Each form ([`head`], [`list`], [`table`], [`csv`], [`xml`], [`message`]) finds where a record's number, time, machine and
//! message stand; [`Log::take`] makes an event of them.

mod csv;
mod fields;
mod head;
mod list;
mod message;
mod table;
mod xml;

use std::borrow::Cow;

use super::{Block, BlockLine, look::Look};
use crate::{
    reading::{Event, EventFields, Producer, Remark, RemarkCode, SpanKind, Words},
    text::Lines,
};

/// Reads the records that begin with the line `raw`.
pub fn read<'t>(number: u32, raw: &'t str, rest: &Lines<'t>) -> Option<Block<'t>> {
    let mut look = Look::new(number, raw, rest);
    let mut log = Log::default();
    while !look.is_over() {
        let before = look.number();
        let found = FORMS.iter().any(|form| form(&mut look, &mut log));
        // Every form goes on by a line at least.
        if !found || look.number() == before && !look.is_over() {
            break;
        }
        log.last = look.passed();
        if !look.skip_blanks(6) {
            break;
        }
    }
    (log.last > 0).then(|| log.block())
}

/// Tries to read one record or several of its form; leaves the place alone where none begins.
type Form = for<'t> fn(&mut Look<'t>, &mut Log<'t>) -> bool;

/// Forms that are told by their first bytes stand first.
const FORMS: [Form; 6] = [
    xml::read,
    list::read,
    head::read,
    table::read,
    csv::read,
    message::read,
];

/// A record before its fields are read.
#[derive(Default)]
struct Record<'t> {
    /// Its first line.
    line: u32,
    id: Option<u32>,
    provider: Option<Words<'t>>,
    logged: Option<Words<'t>>,
    computer: Option<Words<'t>>,
    /// The lines of its message, or its data.
    message: Vec<(u32, Words<'t>)>,
    /// The message is data without sentences.
    is_data: bool,
}

/// What was read so far.
#[derive(Default)]
struct Log<'t> {
    last: u32,
    lines: Vec<BlockLine>,
    events: Vec<Event<'t>>,
    remarks: Vec<Remark<'t>>,
}

/// Providers that log about activation, by what their names hold.
const PROVIDERS: [&str; 8] = [
    "Security-SPP",
    "Security-Licensing-SLC",
    "Software Protection Platform Service",
    "Software Protection Service",
    "Software Licensing Service",
    "Security-Licensing",
    "KmsRequests",
    "Key Management Service",
];

/// Whether the text names a provider that logs about activation.
fn is_licensing(text: &str) -> bool {
    // All of them begin with one of two letters.
    memchr::memchr2_iter(b'S', b'K', text.as_bytes())
        .filter_map(|at| text.get(at..))
        .any(|text| PROVIDERS.iter().any(|name| text.starts_with(name)))
}

impl<'t> Log<'t> {
    /// Notes what a line holds.
    fn note(&mut self, line: u32, key: &'static str) {
        self.lines.push(BlockLine {
            line,
            kind: SpanKind::Field,
            key: Some(key),
        });
    }

    /// Makes an event of a record about activation. Gives the last line of its message that was needed; `None` where the record
    /// is about something else.
    fn take(&mut self, record: Record<'t>) -> Option<u32> {
        if record
            .provider
            .as_deref()
            .is_some_and(|name| !is_licensing(name))
        {
            return None;
        }
        let first = record.message.first().map_or("", |(_, text)| &**text);
        let found = message::fields_of(&record.message, record.id);
        let id = record
            .id
            .or_else(|| message::id_of(first))
            .or_else(|| found.as_ref().map(|found| found.id))?;
        let known =
            found.is_some() || message::id_of(first).is_some() || (12288..=12310).contains(&id);
        if record.provider.is_none() && !known {
            return None;
        }
        let last = record.message.last().map_or(record.line, |(line, _)| *line);
        let mut event = Event {
            id,
            line: record.line,
            logged: None,
            computer: None,
            fields: EventFields::Failure {
                hresult: None,
                details: None,
                application_id: None,
                activation_id: None,
            },
        };
        event.logged = self.told(record.logged, record.line, "events.logged");
        event.computer = self.told(record.computer, record.line, "events.computer");
        let last = match (id, found) {
            (12288..=12290, Some(found)) => {
                event.line = found.lines.0;
                for line in found.lines.0..=found.lines.1 {
                    self.note(line, "events.fields");
                }
                for (code, text, key) in found.told.remarks {
                    self.remarks.push(Remark {
                        code,
                        line: found.lines.0,
                        text,
                        key: Some(key),
                    });
                }
                event.fields = found.told.fields;
                found.lines.1
            }
            (12288..=12290, None) => {
                event.fields = fields::read(id, &Cow::Borrowed("")).fields;
                last
            }
            (12293 | 12294, _) => {
                event.fields = message::publishing(&record.message, record.is_data);
                last
            }
            _ => {
                event.fields = message::failure(id, &record.message, record.is_data);
                last
            }
        };
        self.events.push(event);
        Some(last)
    }

    /// A value of a record's head, unless a person wrote over it or it says that there is none.
    fn told(
        &mut self,
        value: Option<Words<'t>>,
        line: u32,
        key: &'static str,
    ) -> Option<Words<'t>> {
        let value =
            value.filter(|value| !value.is_empty() && !value.eq_ignore_ascii_case("N/A"))?;
        if !fields::is_mask(&value) {
            return Some(value);
        }
        self.remarks.push(Remark {
            code: RemarkCode::Masked,
            line,
            text: value,
            key: Some(key),
        });
        None
    }

    fn block(mut self) -> Block<'t> {
        crate::order::by(&mut self.lines, |known| known.line);
        self.lines.dedup_by_key(|known| known.line);
        Block {
            producer: Producer::EventLog,
            last_line: self.last,
            lines: self.lines,
            events: self.events,
            remarks: self.remarks,
            ..Block::default()
        }
    }
}
