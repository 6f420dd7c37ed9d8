//! What `ConvertTo-Csv`, `Export-Csv` and `wmic ... /format:csv` print: with or without a `#TYPE` line, quoted or not, commas,
//! semicolons or tabs between. The names in the first row decide whether the rows are ours.

use std::borrow::Cow;

use super::{Block, Object, SpanKind, Words, body, gap, is_foreign, is_name, object, prefix};
use crate::{
    reading::{Producer, join, value},
    text::{self, Lines},
};

/// A value may go on for so many lines and bytes; what is longer lacks a quote.
const MOST_LINES: u32 = 40;
const LONGEST: usize = 4_000;
/// So many blank lines may stand between two rows.
const BLANK: usize = 2;

/// Reads the rows below this header, or below the `#TYPE` line in front of it.
pub fn read<'t>(number: u32, raw: &'t str, rest: &Lines<'t>) -> Option<Block<'t>> {
    let mut at = At {
        rest: rest.clone(),
        number,
        raw,
        prefix: prefix(raw),
        widest: 0,
    };
    let typed = text::bare(raw).starts_with("#TYPE ");
    if typed && !at.step(1) {
        return None;
    }
    let delimiter = delimiter(at.line())?;
    let mut header = at.record(delimiter, usize::MAX);
    for name in &mut header {
        name.text = text::plain(std::mem::take(&mut name.text));
    }
    let names: Vec<&Cell<'t>> = header.iter().collect();
    let known = names
        .iter()
        .filter(|name| object::is_known(&name.text))
        .count();
    // One known name among others ("Id") may be another tool's.
    let of_class = typed && raw.contains("SoftwareLicensing");
    let due = if of_class || names.len() == 1 { 1 } else { 2 };
    if known < due {
        return None;
    }
    let (columns, header_line) = (names.len(), at.number);
    if is_torn(&header) {
        return Some(torn(number, raw, rest, delimiter));
    }
    let mut block = Block {
        last_line: at.number,
        ..Block::default()
    };
    for line in number..=at.number {
        block.line(line, SpanKind::Heading, None);
    }
    // A paste may have a blank line behind each line.
    while let Some(blank) = at.following(BLANK) {
        let start = at.clone();
        at.step(BLANK);
        let bare = text::bare(at.raw);
        if is_foreign(bare) || (columns > 1 && !bare.contains(delimiter) && !bare.starts_with('"'))
        {
            break;
        }
        let (first, first_raw) = (at.number, at.raw);
        let mut cells = at.record(delimiter, columns);
        if cells.len() > columns {
            unsplit(&mut cells, delimiter);
        }
        let is_last = at.following(BLANK).is_none();
        let short = cells.len() < columns;
        if blank > 0 && cells.len() != columns {
            break;
        }
        if columns == 1 && !bare.starts_with('"') {
            break;
        }
        block.last_line = at.number;
        // The header again, or two tables below each other.
        if cells.len() == columns
            && names
                .iter()
                .zip(&cells)
                .all(|(name, cell)| name.text == cell.text)
        {
            for line in first..=at.number {
                block.line(line, SpanKind::Heading, None);
            }
            continue;
        }
        let is_torn = cells
            .split_first()
            .is_some_and(|(first, others)| lacks_quote(first, others));
        if cells.len() > columns || (short && !is_last) || is_torn {
            // Which value belongs to which name can't be told.
            at = start;
            at.step(BLANK);
            block.last_line = first;
            block.damaged(first, first_raw);
            continue;
        }
        if short && let Some(cell) = cells.last_mut() {
            cell.is_whole = false;
        }
        let mut found = Object {
            first_line: first,
            last_line: at.number,
            ..Object::default()
        };
        for (name, cell) in names.iter().zip(cells) {
            if cell.is_whole {
                found.push(name.text.clone(), cell.text, cell.line);
            } else {
                block.cut(cell.line, &name.text, cell.text);
            }
        }
        for line in first..=at.number {
            block.line(line, SpanKind::Field, None);
        }
        block.objects.push(found);
    }
    let has_rows = block.last_line > header_line;
    let block = block.told();
    // A header alone proves nothing.
    (block.producer != Producer::Unknown || has_rows).then_some(block)
}

/// Whether columns of the text were cut off at the left or at the right: a name lacks one of its quotes.
fn is_torn(header: &[Cell<'_>]) -> bool {
    let Some((first, others)) = header.split_first() else {
        return false;
    };
    lacks_quote(first, others) || header.iter().any(|name| !name.is_whole)
}

/// Whether the first cell alone has no quotes.
fn lacks_quote(first: &Cell<'_>, others: &[Cell<'_>]) -> bool {
    !first.is_quoted && !others.is_empty() && others.iter().all(|cell| cell.is_quoted)
}

/// Rows whose cells can't be told from each other any more.
fn torn<'t>(number: u32, raw: &'t str, rest: &Lines<'t>, delimiter: char) -> Block<'t> {
    let mut block = Block {
        producer: Producer::Cim,
        ..Block::default()
    };
    let is_row = |raw: &str| {
        let bare = text::bare(raw);
        !is_foreign(bare) && (bare.contains(delimiter) || bare.starts_with('"'))
    };
    let rows = rest.clone().take_while(|(_, raw)| is_row(raw));
    for (line, raw) in std::iter::once((number, raw)).chain(rows) {
        block.damaged(line, raw);
        block.last_line = line;
    }
    block
}

/// What stands between the cells of a header; `None` where the line is none.
fn delimiter(line: &str) -> Option<char> {
    let line = line.trim_matches(|c: char| text::is_blank(c) && c != '\t');
    const ALL: [char; 3] = [',', ';', '\t'];
    let (name, rest) = match line.strip_prefix('"') {
        Some(quoted) => quoted.split_once('"')?,
        None => line.split_at_checked(line.find(ALL)?)?,
    };
    if !is_name(name.trim()) {
        return None;
    }
    match rest.chars().next() {
        // One quoted name alone.
        None => object::field(name).is_some().then_some(','),
        Some(c) => ALL.contains(&c).then_some(c),
    }
}

/// Puts together what `wmic` did not quote: a comma with a blank behind belongs to a value.
fn unsplit(cells: &mut Vec<Cell<'_>>, delimiter: char) {
    let mut whole: Vec<Cell<'_>> = Vec::new();
    for cell in cells.drain(..) {
        match whole.last_mut() {
            Some(last) if cell.is_apart && !cell.is_quoted && !last.is_quoted => {
                let gap = [delimiter, ' '].iter().collect::<String>();
                last.text = value::joined(&last.text, &gap, &cell.text);
            }
            _ => whole.push(cell),
        }
    }
    *cells = whole;
}

/// One cell of a record.
struct Cell<'t> {
    text: Words<'t>,
    line: u32,
    is_quoted: bool,
    /// A blank stood in front of it.
    is_apart: bool,
    /// Its end is there.
    is_whole: bool,
}

/// A place in the text.
#[derive(Clone)]
struct At<'t> {
    rest: Lines<'t>,
    number: u32,
    raw: &'t str,
    prefix: &'t str,
    widest: usize,
}

impl<'t> At<'t> {
    fn line(&self) -> &'t str {
        body(self.raw, self.prefix).trim_end_matches([' ', '`', '\u{a0}'])
    }

    /// How many blank lines stand before the next one that is not blank, if they are no more than `most`.
    fn following(&self, most: usize) -> Option<usize> {
        self.rest
            .clone()
            .take(most + 1)
            .position(|(_, raw)| !text::bare(raw).is_empty())
    }

    fn step(&mut self, most: usize) -> bool {
        let Some(blank) = self.following(most) else {
            return false;
        };
        self.widest = self.widest.max(self.raw.trim_end().chars().count());
        if let Some((number, raw)) = self.rest.nth(blank) {
            (self.number, self.raw) = (number, raw);
        }
        true
    }

    /// The cells of the record that begins on this line, over as many lines as it takes.
    fn record(&mut self, delimiter: char, columns: usize) -> Vec<Cell<'t>> {
        let begin = self.number;
        let mut cells: Vec<Cell<'t>> = Vec::new();
        let mut line = self.line();
        loop {
            let is_apart = line.starts_with(' ');
            // Marks that take no room may stand around the quotes.
            let is_blank = |c: char| c != delimiter && text::is_blank(c);
            let start = line.trim_start_matches(is_blank);
            let at = self.number;
            let (mut text, rest, is_quoted, mut is_whole) = match start.strip_prefix('"') {
                Some(quoted) => {
                    let (text, rest, is_whole) = self.quoted(quoted, begin);
                    (text, rest, true, is_whole)
                }
                None => {
                    let end = start.find(delimiter).unwrap_or(start.len());
                    let (text, rest) = start.split_at(end);
                    (Cow::Borrowed(text.trim_end()), rest, false, true)
                }
            };
            let mut rest = rest;
            // Text behind a closing quote, up to the next cell.
            if is_quoted && is_whole {
                let end = rest.find(delimiter).unwrap_or(rest.len());
                is_whole = rest
                    .get(..end)
                    .is_none_or(|junk| junk.trim_matches(text::is_blank).is_empty());
                rest = rest.get(end..).unwrap_or_default();
            }
            let missing = cells.len() + 1 < columns;
            if rest.is_empty() && !is_quoted && missing && columns < usize::MAX && self.is_cut() {
                // A console cut a cell without quotes.
                self.step(0);
                let more = self.line();
                let end = more.find(delimiter).unwrap_or(more.len());
                let (tail, after) = more.split_at(end);
                text = value::joined(&text, "", tail);
                rest = after;
            }
            if text.contains("&amp;") {
                text = Cow::Owned(text.replace("&amp;", "&"));
            }
            cells.push(Cell {
                text,
                line: at,
                is_quoted,
                is_apart,
                is_whole,
            });
            if let Some(more) = rest.strip_prefix(delimiter) {
                line = more;
                // The line was cut behind a delimiter, unless the last cell of all is empty.
                if line.is_empty() && cells.len() + 1 < columns && self.is_cut() && self.step(0) {
                    line = self.line();
                }
            } else if cells.len() < columns && self.goes_on(delimiter) && self.step(0) {
                line = self.line().get(delimiter.len_utf8()..).unwrap_or_default();
            } else {
                return cells;
            }
            if self.number > begin + MOST_LINES {
                return cells;
            }
        }
    }

    /// Whether the next line goes on with a delimiter.
    fn goes_on(&self, delimiter: char) -> bool {
        self.rest
            .clone()
            .next()
            .is_some_and(|(_, raw)| body(raw, self.prefix).starts_with(delimiter))
    }

    /// Whether a console may have cut this line, and the next one is there.
    fn is_cut(&self) -> bool {
        let width = self.raw.trim_end().chars().count();
        let long = width + 1 >= self.widest && width >= join::NARROWEST;
        long && self
            .rest
            .clone()
            .next()
            .is_some_and(|(_, raw)| !text::bare(raw).is_empty() && !is_foreign(text::bare(raw)))
    }

    /// The rest of a quoted cell, what follows it, and whether it has an end.
    fn quoted(&mut self, from: &'t str, begin: u32) -> (Words<'t>, &'t str, bool) {
        let mut line = from;
        let mut text = Cow::Borrowed("");
        let start = self.clone();
        loop {
            if text.len() > LONGEST {
                return (text, "", false);
            }
            match line.find('"') {
                Some(at) => {
                    let (part, rest) = line.split_at(at);
                    let rest = rest.get(1..).unwrap_or_default();
                    text = added(text, part);
                    match rest.strip_prefix('"') {
                        // Two quotes stand for one.
                        Some(more) => {
                            text = added(text, "\"");
                            line = more;
                        }
                        None => return (text, rest, true),
                    }
                }
                None => {
                    text = added(text, line);
                    let before = self.raw;
                    let width = before.trim_end().chars().count();
                    let next = self.rest.clone().next().map(|(_, raw)| raw);
                    let more = next.is_some_and(|raw| !is_foreign(text::bare(raw)));
                    let far = self.number > begin + MOST_LINES;
                    if far || !more || !self.step(0) {
                        *self = start;
                        return (Cow::Borrowed(from), "", false);
                    }
                    line = body(self.raw, self.prefix);
                    // A console cuts words; whoever breaks a line breaks between them.
                    let gap = if width < 79 && width < self.widest {
                        " "
                    } else {
                        gap(before, line, self.widest, &self.rest)
                    };
                    text = added(text, gap);
                }
            }
        }
    }
}

fn added<'t>(head: Words<'t>, tail: &'t str) -> Words<'t> {
    if tail.is_empty() {
        head
    } else if head.is_empty() {
        Cow::Borrowed(tail)
    } else {
        value::joined(&head, "", tail)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::block::tests::objects;

    const ROW: &str = "Name=Windows(R), Core edition; LicenseStatus=1; PartialProductKey=3V66T";

    #[test]
    fn rows_of_all_forms() {
        for text in [
            "\"Name\",\"LicenseStatus\",\"PartialProductKey\"\n\"Windows(R), Core edition\",\"1\",\"3V66T\"",
            "#TYPE Selected.x\n\"Name\",\"LicenseStatus\",\"PartialProductKey\"\n\"Windows(R), Core edition\",\"1\",\"3V66T\"\n\nText.",
            "Name;LicenseStatus;PartialProductKey\nWindows(R), Core edition;1;3V66T\nPS C:\\> a;b;c",
            "Name\tLicenseStatus\tPartialProductKey\n\nWindows(R), Core edition\t1\t3V66T\n\nSo it is.",
            "Name,LicenseStatus,PartialProductKey\n\nWindows(R), Core edition,1,3V66T\n\nAnd now, well.",
            "> \"Name\",\"LicenseStatus\",\"PartialProductKey\"\n> \"Windows(R), Core edition\",\"1\",\"3V66T\"",
            "Name,LicenseStatus,PartialProductKey\nName,LicenseStatus,PartialProductKey\nWindows(R), Core edition,1,3V66T",
            "\"Name\",\"LicenseStatus\",\"PartialPro\nductKey\"\n\"Windows(R),\nCore edition\",\"1\",\"3V66T\"",
        ] {
            assert_eq!(objects(read, text), [ROW], "{text}");
        }
        let quotes = "\"Name\",\"LicenseStatus\"\n\"Windows(R), \"\"Core\"\"\",\"1\"\n\"\",\"\"\n\"Windows(R), B\",\"2\"";
        assert_eq!(
            objects(read, quotes),
            [
                "Name=Windows(R), \"Core\"; LicenseStatus=1",
                "Name=; LicenseStatus=",
                "Name=Windows(R), B; LicenseStatus=2"
            ]
        );
    }

    #[test]
    fn a_row_that_does_not_fit_is_damaged() {
        let text = "Name;LicenseStatus;PartialProductKey\na;b;c;d\nWindows(R), Core edition;1;3V66T\nWindows(R), Pro";
        let mut rest = text::lines(text);
        let (number, raw) = rest.next().expect("a line");
        let block = read(number, raw, &rest).expect("a table");
        assert_eq!(objects(read, text), [ROW]);
        let damaged: Vec<u32> = block.remarks.iter().map(|remark| remark.line).collect();
        assert_eq!(damaged, [2]);
        assert_eq!(block.last_line, 3);
        let cut = "Name;LicenseStatus;PartialProductKey\nWindows(R), Core edition;1;3V66T\nWindows(R), Core edition;5";
        let last = "Name=Windows(R), Core edition";
        assert_eq!(objects(read, cut), [ROW, last]);
    }

    #[test]
    fn other_lines_are_no_header() {
        for text in [
            "Name, that is a word",
            "Hello, world",
            "a;b;c",
            "Name,Age,City\nA,1,B",
            "\"Windows\"",
        ] {
            assert!(objects(read, text).is_empty(), "{text}");
        }
        let other = "Id,Name,Description,Version\n1,left-pad,pads,1.3";
        assert!(crate::read(other).products.is_empty());
    }

    #[test]
    fn hostile_rows_take_their_time_once() {
        for text in [
            "Name,LicenseStatus\n".repeat(5_000),
            "\"Name\",\"LicenseStatus\n".repeat(2_000),
            ["Name,LicenseStatus\n\"", &"\"\"".repeat(20_000)].concat(),
        ] {
            assert!(crate::read(&text).products.is_empty());
        }
    }
}
