//! Records as CSV: exports of Event Viewer (comma or tab, five titles and a sixth cell with the message), and `ConvertTo-Csv` of
//! what PowerShell lists. A cell between quote marks goes over several lines.

use std::borrow::Cow;

use super::{
    super::look::{Look, digits, is_time},
    Log, Record, is_licensing, list,
};
use crate::reading::Words;

/// A cell goes over no more lines.
const LONGEST: usize = 80;
/// What parts the cells.
const MARKS: [char; 3] = [',', '\t', ';'];

type Cells<'t> = Vec<Vec<(u32, Words<'t>)>>;

/// Reads an export with all its rows.
pub fn read<'t>(look: &mut Look<'t>, log: &mut Log<'t>) -> bool {
    let first = look.raw();
    let named = first.starts_with("#TYPE System.Diagnostics.Event")
        || (first.len() < 2_000 && names(first).is_some());
    let viewed = is_row(first);
    let titled = !named
        && !viewed
        && first.len() < 200
        && first.contains(MARKS)
        && look.next_told(0).is_some_and(|next| is_row(next.raw()));
    if !(named || viewed || titled) {
        return false;
    }
    let mut ahead = look.clone();
    if first.starts_with("#TYPE") || titled {
        ahead.advance();
    }
    if !named {
        let Some(mark) = mark_of(ahead.raw()) else {
            return false;
        };
        let found = rows(&mut ahead, mark, |cells, line| viewer(cells, line), log);
        return found && {
            *look = ahead;
            true
        };
    }
    let Some((mark, titles)) = names(ahead.raw()) else {
        return false;
    };
    ahead.advance();
    let found = rows(
        &mut ahead,
        mark,
        |cells, line| {
            let mut record = Record {
                line,
                ..Record::default()
            };
            if cells.len() != titles.len() {
                return None;
            }
            for (title, cell) in titles.iter().zip(cells) {
                for (line, text) in cell {
                    list::put(&mut record, line, title, text);
                }
            }
            Some(record)
        },
        log,
    );
    if found {
        *look = ahead;
    }
    found
}

/// Takes rows for as long as they are records; whether one was about activation.
fn rows<'t>(
    look: &mut Look<'t>,
    mark: char,
    record: impl Fn(Cells<'t>, u32) -> Option<Record<'t>>,
    log: &mut Log<'t>,
) -> bool {
    let mut found = false;
    let mut ahead = look.clone();
    while !ahead.is_over() && !ahead.bare().is_empty() {
        let line = ahead.number();
        let Some(record) = cells(&mut ahead, mark).and_then(|cells| record(cells, line)) else {
            break;
        };
        found |= log.take(record).is_some();
        *look = ahead.clone();
    }
    found
}

/// The titles of a header that PowerShell writes, and what parts them.
fn names(line: &str) -> Option<(char, Vec<&str>)> {
    let has =
        |titles: &[&str], name: &str| titles.iter().any(|title| title.eq_ignore_ascii_case(name));
    if !line.contains("Message") {
        return None;
    }
    MARKS.iter().find_map(|mark| {
        let titles: Vec<&str> = line
            .split(*mark)
            .map(|title| title.trim().trim_matches('"'))
            .collect();
        let number = [
            "Id",
            "EventID",
            "InstanceId",
            "TimeCreated",
            "TimeGenerated",
        ]
        .iter()
        .any(|name| has(&titles, name));
        (has(&titles, "Message") && number).then_some((*mark, titles))
    })
}

/// A row of Event Viewer: the provider between two marks, behind it the number.
fn is_row(line: &str) -> bool {
    mark_of(line).is_some()
}

fn mark_of(line: &str) -> Option<char> {
    let head = line.get(..line.floor_char_boundary(300))?;
    if !is_licensing(head) {
        return None;
    }
    MARKS.into_iter().find(|mark| {
        let cells: Vec<&str> = head.split(*mark).map(|cell| cell.trim().trim_matches('"')).take(8).collect();
        cells.windows(2).any(|pair| matches!(pair, [provider, number] if is_licensing(provider) && digits(number).is_some()))
    })
}

/// The record of a row: the number behind the provider, the time before it.
fn viewer(cells: Cells<'_>, line: u32) -> Option<Record<'_>> {
    let text = |place: usize| -> Option<&(u32, Words<'_>)> { cells.get(place)?.first() };
    let number = (1..5).find(|&place| {
        text(place).is_some_and(|(_, text)| text.len() <= 5 && digits(text).is_some())
    })?;
    let provider = text(number - 1)?.1.clone();
    let logged = number
        .checked_sub(2)
        .and_then(text)
        .map(|(_, text)| text.clone())
        .filter(|text| is_time(text));
    let id = digits(&text(number)?.1);
    let message = if cells.len() > number + 2 {
        cells.into_iter().next_back()?
    } else {
        Vec::new()
    };
    Some(Record {
        line,
        id,
        provider: Some(provider),
        logged,
        message,
        ..Record::default()
    })
}

/// The cells of the row here; the place is behind it then.
fn cells<'t>(look: &mut Look<'t>, mark: char) -> Option<Cells<'t>> {
    let mut cells: Cells<'t> = Vec::new();
    let mut rest = look.raw();
    loop {
        let mut cell = Vec::new();
        let bare = rest.trim_start_matches(' ');
        if let Some(quoted) = bare.strip_prefix('"') {
            let mut inner = quoted;
            let mut lines = 0;
            let behind = loop {
                let end = end_of_quoted(inner);
                let text = inner.get(..end.unwrap_or(inner.len()))?.trim();
                if !text.is_empty() {
                    let text = if text.contains("\"\"") {
                        Cow::Owned(text.replace("\"\"", "\""))
                    } else {
                        Cow::Borrowed(text)
                    };
                    cell.push((look.number(), text));
                }
                if let Some(end) = end {
                    break inner.get(end + 1..)?;
                }
                look.advance();
                lines += 1;
                if look.is_over() || lines > LONGEST {
                    // The text was cut inside the cell; what is there counts.
                    cells.push(cell);
                    return look.is_over().then_some(cells);
                }
                inner = look.raw();
            };
            rest = behind;
        } else {
            let end = rest.find(mark).unwrap_or(rest.len());
            let (text, behind) = rest.split_at(end);
            cell.push((look.number(), Cow::Borrowed(text.trim())));
            rest = behind;
        }
        cells.push(cell);
        match rest.trim_start_matches(' ').strip_prefix(mark) {
            Some(more) if cells.len() < 64 => rest = more,
            _ => break,
        }
    }
    look.advance();
    Some(cells)
}

/// Where the closing quote mark stands; doubled ones are text.
fn end_of_quoted(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut from = 0;
    loop {
        let at = from + memchr::memchr(b'"', bytes.get(from..)?)?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        from = at + 2;
    }
}
