//! Lines that mean something only together: JSON, CSV and tables of CIM objects, records of the event log, what other tools
//! print. Each file knows one form, looks ahead from its first line and takes what belongs to it, or nothing.

mod clock;
mod csv;
mod dns;
mod event;
mod host_box;
mod json;
pub mod list;
mod look;
pub mod object;
mod port_test;
mod registry;
mod shell_error;
mod table;
mod tokens;
mod usage;
mod vnext;

use super::{
    Event, Evidence, PrintedError, Producer, Remark, RemarkCode, SpanKind, Words, label, prompt,
};
use crate::text::{self, Lines};
pub use object::Object;

/// What a block of lines turned out to be.
#[derive(Clone, Debug, Default)]
pub struct Block<'t> {
    /// What printed it; [`Producer::Unknown`] where the form is known and what it says is another tool's.
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

impl<'t> Block<'t> {
    /// Notes what a line is, unless that is told already.
    fn line(&mut self, line: u32, kind: SpanKind, key: Option<&'static str>) {
        if self.lines.last().is_none_or(|last| last.line < line) {
            self.lines.push(BlockLine { line, kind, key });
        }
    }

    /// A value of a property that was cut or shortened: told, and not kept.
    fn cut(&mut self, line: u32, name: &str, value: Words<'t>) {
        let field = object::field(name);
        // What the reading has no place for, nobody misses.
        if let Some(key) = field.and_then(label::Field::key) {
            self.remarks.push(Remark {
                code: RemarkCode::Malformed,
                line,
                text: value,
                key: Some(key),
            });
        }
        self.line(line, SpanKind::Field, field.and_then(label::Field::key));
    }

    /// A line that can't be trusted as a whole.
    fn damaged(&mut self, line: u32, raw: &'t str) {
        self.remarks.push(Remark {
            code: RemarkCode::Malformed,
            line,
            text: text::bare(raw).into(),
            key: None,
        });
        self.line(line, SpanKind::Remark, None);
    }

    /// The block, whose objects tell what printed it.
    fn told(mut self) -> Self {
        match object::producer(&self.objects) {
            Some(producer) => self.producer = producer,
            None => {
                self = Block {
                    last_line: self.last_line,
                    ..Block::default()
                };
            }
        }
        self
    }
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
        .or_else(|| json::read(number, raw, rest))
        .or_else(|| list::read(number, raw, rest))
        .or_else(|| csv::read(number, raw, rest))
        .or_else(|| table::read(number, raw, rest))
}

/// The lines of a block: the first, and those behind it, without what stands around them.
fn lines<'t>(
    first: (u32, &'t str),
    rest: &Lines<'t>,
) -> impl Iterator<Item = (u32, &'t str)> + use<'t> {
    let rest = rest.clone().map(|(number, raw)| (number, text::bare(raw)));
    std::iter::once(first).chain(rest)
}

/// What stands in front of the text of a line: quote marks and white space.
fn prefix(raw: &str) -> &str {
    let body = raw.trim_start_matches(|c: char| c == '>' || text::is_blank(c));
    raw.get(..raw.len() - body.len()).unwrap_or_default()
}

/// A line without the `prefix` of the block's first line; its own blanks stay, since a value may go on with one.
fn body<'t>(raw: &'t str, prefix: &str) -> &'t str {
    if prefix.is_empty() {
        return raw;
    }
    let quoted = prefix.contains('>');
    raw.strip_prefix(prefix).unwrap_or(if quoted {
        raw.trim_start_matches(|c: char| c == '>' || text::is_blank(c))
    } else {
        raw
    })
}

/// Whether a line is surely none of a block: a prompt, or a field in the words of another form.
fn is_foreign(bare: &str) -> bool {
    if let Some(prompt::Frame::Prompt(_) | prompt::Frame::Banner | prompt::Frame::Office(_)) =
        prompt::find(bare)
    {
        return true;
    }
    bare.split_once(':').is_some_and(|(name, _)| {
        let bare_name = name.trim_end();
        label::field(bare_name, bare_name.len() < name.len()).is_some()
    })
}

/// Whether a word has the shape of a property's name.
fn is_name(word: &str) -> bool {
    (2..=60).contains(&word.len())
        && word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && word
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// A blank that a console took at its right edge, between the line `raw` and the `next` one, or nothing. `widest` is the
/// widest line of the block so far, in characters; `rest` are the lines behind.
fn gap(raw: &str, next: &str, widest: usize, rest: &Lines<'_>) -> &'static str {
    let measure = |line: &str| line.trim_end().chars().count();
    let width = measure(raw);
    // What stands behind a blank line or behind the last bracket was printed by something else.
    let goes_on =
        |line: &str| !matches!(line.trim_end(), "" | "}" | "]") && !is_foreign(text::bare(line));
    let more = rest
        .clone()
        .take(12)
        .map(|(_, line)| line)
        .take_while(|line| goes_on(line) && goes_on(next));
    let behind = std::iter::once(measure(next)).chain(more.map(measure));
    let (mut most, mut times) = (widest.max(width), usize::from(widest == width));
    for other in behind {
        most = most.max(other);
        times += usize::from(other == width);
    }
    // A line shorter than others was not cut by a console: a mail program broke it between two words.
    let is_short = most > width
        || (times == 0 && super::join::CONSOLES.contains(&(width + 1)))
        || (times == 0 && raw.ends_with(',') && !next.contains('='));
    if is_short && next.starts_with(char::is_alphanumeric) {
        " "
    } else {
        ""
    }
}

/// Text on one line: line ends and tabs as blanks.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// The objects that `read` finds at the beginning of a text, each as "name=value; name=value".
    pub fn objects<'t>(
        read: impl Fn(u32, &'t str, &Lines<'t>) -> Option<Block<'t>>,
        text: &'t str,
    ) -> Vec<String> {
        let mut rest = text::lines(text);
        let Some((number, raw)) = rest.next() else {
            return Vec::new();
        };
        let found = read(number, raw, &rest).map_or(Vec::new(), |block| block.objects);
        let told = |(name, value, _): &(Words<'_>, Words<'_>, u32)| format!("{name}={value}");
        found
            .iter()
            .map(|object| {
                object
                    .properties
                    .iter()
                    .map(told)
                    .collect::<Vec<_>>()
                    .join("; ")
            })
            .collect()
    }

    #[test]
    fn a_prefix_is_taken_off_each_line() {
        for (first, line, expected) in [
            ("> {", "> \"a\"", "\"a\""),
            ("> {", ">  b", " b"),
            ("> {", ">", ""),
            ("    {", "    \"a\"", "\"a\""),
            ("    {", "b", "b"),
            ("{", "  a", "  a"),
        ] {
            assert_eq!(body(line, prefix(first)), expected, "{first} {line}");
        }
    }
}
