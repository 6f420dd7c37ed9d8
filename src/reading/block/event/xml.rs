//! Records as XML: Event Viewer's details and exports, `wevtutil qe`. Over several lines, or thousands of records on one.

use std::borrow::Cow;

use super::{super::look::Look, Log, Record, fields::slice, message};
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
    /// Some of the element's text was read.
    seam: bool,
    /// A tag that a console cut.
    partial: Option<String>,
    /// Lines with something worth a name.
    noted: Vec<(u32, &'static str)>,
}

fn walk<'t>(look: &mut Look<'t>, log: &mut Log<'t>, one: bool) -> bool {
    let mut walk = Walk::default();
    let mut ahead = look.clone();
    let begin = look.number();
    let is_quoted = look.raw().trim_start().starts_with('>');
    while !ahead.is_over() {
        // A tag that a console cut may end with the first character of the next line, which is no quote mark then.
        let line = if walk.partial.is_some() && !is_quoted {
            ahead.raw().trim()
        } else {
            ahead.bare()
        };
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
            // A tag holds no other.
            let broken = walk.partial.is_some() && line.starts_with('<');
            let foreign = if broken {
                true
            } else if inside {
                let in_text = walk.capture.is_some() || walk.partial.is_some();
                let ends = message::ends(line) && !line.starts_with('<');
                !in_text && (ends || !line.contains('<'))
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
        if let Some(mut tag) = self.partial.take() {
            let end = memchr::memchr(b'>', rest.as_bytes()).map_or(rest.len(), |end| end + 1);
            let (tail, behind) = rest.split_at(end);
            tag.push_str(tail);
            if !tail.ends_with('>') {
                self.partial = Some(tag).filter(|tag| tag.len() < 1_000);
                return;
            }
            self.tag(number, &Cow::Owned(tag), log);
            rest = behind;
        }
        loop {
            let at = memchr::memchr(b'<', rest.as_bytes());
            let (text, tag) = rest.split_at(at.unwrap_or(rest.len()));
            self.text(number, text);
            if tag.is_empty() {
                return;
            }
            let Some(end) = memchr::memchr(b'>', tag.as_bytes()) else {
                self.partial = Some(tag.to_owned());
                return;
            };
            let (tag, behind) = tag.split_at(end + 1);
            self.tag(number, &Cow::Borrowed(tag), log);
            rest = behind;
        }
    }

    fn tag(&mut self, number: u32, words: &Words<'t>, log: &mut Log<'t>) {
        let tag = words.trim_matches(['<', '>']);
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
        self.seam = false;
        match name {
            "Provider" => record.provider = attribute(words, "Name"),
            "TimeCreated" => {
                record.logged = attribute(words, "SystemTime");
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
                // A console may have cut the number.
                let before = record.id.filter(|_| self.seam);
                let whole = before.map(|before| format!("{before}{text}"));
                record.id = super::super::look::digits(whole.as_deref().unwrap_or(text));
                self.noted.push((number, "events.id"));
            }
            Element::Computer => {
                let before = record.computer.take().filter(|_| self.seam);
                record.computer = Some(match before {
                    Some(before) => Cow::Owned([&*before, text].concat()),
                    None => plain(text),
                });
                self.noted.push((number, "events.computer"));
            }
            Element::Data => self.data.push((number, plain(text))),
            Element::Message => self.message.push((number, plain(text))),
        }
        self.seam = true;
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
fn attribute<'t>(words: &Words<'t>, name: &str) -> Option<Words<'t>> {
    let tag: &str = words;
    let (at, _) = tag.match_indices(name).find(|(at, _)| {
        tag.get(..*at)
            .is_some_and(|before| before.ends_with([' ', '\t']))
    })?;
    let value = tag
        .get(at + name.len()..)?
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (value, _) = value.get(1..)?.split_once(quote)?;
    let from = value.as_ptr() as usize - tag.as_ptr() as usize;
    Some(slice(words, from, from + value.len()))
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
