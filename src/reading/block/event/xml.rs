//! Records as XML: Event Viewer's details and exports, `wevtutil qe`. Over several lines, or thousands of records on one.

use std::borrow::Cow;

use super::{super::look::Look, Log, Record, message};
use crate::reading::Words;

/// Lines of one record at most.
const LONGEST: usize = 300;

/// Elements whose text is wanted.
#[derive(Clone, Copy, PartialEq)]
enum Element {
    Id,
    Computer,
    Data,
    Message,
}

/// Reads all records that follow each other.
pub fn read<'t>(look: &mut Look<'t>, log: &mut Log<'t>) -> bool {
    let line = look.bare();
    let begins = line.starts_with("<Event")
        || line.starts_with("<?xml")
            && (line.contains("<Event")
                || look
                    .next_told(1)
                    .is_some_and(|next| next.bare().starts_with("<Event")));
    begins && walk(look, log, false)
}

/// Reads one record; a line that holds several is read to its end.
pub fn one<'t>(look: &mut Look<'t>, log: &mut Log<'t>) -> bool {
    look.bare().starts_with("<Event") && walk(look, log, true)
}

#[derive(Default)]
struct Walk<'t> {
    record: Option<Record<'t>>,
    /// Lines of the open record.
    lines: usize,
    capture: Option<Element>,
    data: Vec<(u32, Words<'t>)>,
    message: Vec<(u32, Words<'t>)>,
    /// Records closed so far.
    closed: usize,
    /// Lines with something worth a name.
    noted: Vec<(u32, &'static str)>,
}

fn walk<'t>(look: &mut Look<'t>, log: &mut Log<'t>, one: bool) -> bool {
    let mut walk = Walk::default();
    let mut ahead = look.clone();
    let begin = look.number();
    while !ahead.is_over() {
        let line = ahead.bare();
        if line.is_empty() {
            let goes_on = walk.record.is_some()
                || ahead
                    .next_told(2)
                    .is_some_and(|next| next.bare().starts_with("<Event"));
            if !goes_on {
                break;
            }
        } else {
            let inside = walk.record.is_some();
            let starts = ["<Event", "</Event", "<?xml"]
                .iter()
                .any(|tag| line.starts_with(tag));
            let foreign = if inside {
                walk.capture.is_none() && !line.contains('<')
                    || message::ends(line) && !line.starts_with('<')
            } else {
                !starts
            };
            walk.lines += 1;
            if foreign
                || walk.lines > LONGEST
                || one && walk.closed > 0 && !line.starts_with("</Event")
            {
                break;
            }
            walk.line(ahead.number(), line, log);
        }
        ahead.advance();
    }
    if walk.record.is_some() {
        walk.close(log);
    }
    // A tag alone is no record.
    if ahead.number() == begin && !ahead.is_over() {
        return false;
    }
    *look = ahead;
    walk.closed > 0
}

impl<'t> Walk<'t> {
    fn line(&mut self, number: u32, line: &'t str, log: &mut Log<'t>) {
        let mut rest = line;
        loop {
            let at = memchr::memchr(b'<', rest.as_bytes());
            let (text, tag) = rest.split_at(at.unwrap_or(rest.len()));
            self.text(number, text);
            if tag.is_empty() {
                return;
            }
            let end = memchr::memchr(b'>', tag.as_bytes()).map_or(tag.len(), |end| end + 1);
            let (tag, behind) = tag.split_at(end);
            self.tag(number, tag.trim_matches(['<', '>']), log);
            rest = behind;
        }
    }

    fn tag(&mut self, number: u32, tag: &'t str, log: &mut Log<'t>) {
        let name = tag.split([' ', '/', '\t']).next().unwrap_or_default();
        if let Some(closed) = tag.strip_prefix('/') {
            self.capture = None;
            if closed.trim() == "Event" && self.record.is_some() {
                self.close(log);
            }
            return;
        }
        if name == "Event" {
            if self.record.is_some() {
                self.close(log);
            }
            self.lines = 0;
            self.record = Some(Record {
                line: number,
                ..Record::default()
            });
            return;
        }
        let Some(record) = self.record.as_mut() else {
            return;
        };
        let opens = !tag.ends_with('/');
        match name {
            "Provider" => record.provider = attribute(tag, "Name").map(plain),
            "TimeCreated" => {
                record.logged = attribute(tag, "SystemTime").map(plain);
                self.noted.push((number, "events.logged"));
            }
            "EventID" if opens => self.capture = Some(Element::Id),
            "Computer" if opens => self.capture = Some(Element::Computer),
            "Data" if opens => self.capture = Some(Element::Data),
            "Message" if opens => self.capture = Some(Element::Message),
            _ => {}
        }
    }

    fn text(&mut self, number: u32, text: &'t str) {
        let text = text.trim();
        let (Some(record), Some(element), false) =
            (self.record.as_mut(), self.capture, text.is_empty())
        else {
            return;
        };
        match element {
            Element::Id => {
                record.id = record.id.or(super::super::look::digits(text));
                self.noted.push((number, "events.id"));
            }
            Element::Computer => {
                record.computer = Some(plain(text));
                self.noted.push((number, "events.computer"));
            }
            Element::Data => self.data.push((number, plain(text))),
            Element::Message => self.message.push((number, plain(text))),
        }
    }

    fn close(&mut self, log: &mut Log<'t>) {
        self.closed += 1;
        self.capture = None;
        let Some(mut record) = self.record.take() else {
            return;
        };
        let data = std::mem::take(&mut self.data);
        let message = std::mem::take(&mut self.message);
        record.is_data = !data.is_empty();
        record.message = if data.is_empty() { message } else { data };
        // Each field may have an element of its own.
        let alone = record.message.iter().all(|(_, text)| !text.contains(','));
        if record.message.len() >= 8 && alone {
            let line = record
                .message
                .first()
                .map_or(record.line, |(line, _)| *line);
            let all: Vec<&str> = record.message.iter().map(|(_, text)| &**text).collect();
            record.message = vec![(line, Cow::Owned(all.join(", ")))];
        }
        let noted = std::mem::take(&mut self.noted);
        if log.take(record).is_some() {
            for (line, key) in noted {
                log.note(line, key);
            }
        }
    }
}

/// The value of an attribute, between either kind of quote mark.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once(name) {
        let free = before.ends_with([' ', '\t']);
        let value = after.trim_start().strip_prefix('=').map(str::trim_start);
        if let Some(value) = value.filter(|_| free) {
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            return value.get(1..)?.split_once(quote).map(|(value, _)| value);
        }
        rest = after;
    }
    None
}

/// Text with its entities replaced.
fn plain(text: &str) -> Words<'_> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    const ENTITIES: [(&str, &str); 7] = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&#13;", ""),
        ("&#10;", " "),
        ("&amp;", "&"),
    ];
    let mut out = text.to_owned();
    for (entity, plain) in ENTITIES {
        out = out.replace(entity, plain);
    }
    Cow::Owned(out)
}
