//! Records as PowerShell's tables: `Get-WinEvent`, `Get-EventLog`. Messages are mostly cut there, or go on below with `-Wrap`.

use std::borrow::Cow;

use super::{super::look::Look, Log, Record, list, message};

/// A column: its name, and its first character and the one behind its last.
struct Column<'t> {
    name: &'t str,
    start: usize,
}

/// Reads a table with all its rows.
pub fn read<'t>(look: &mut Look<'t>, log: &mut Log<'t>) -> bool {
    let mut ahead = look.clone();
    let mut provider = None;
    if let Some(name) = ahead.bare().strip_prefix("ProviderName:") {
        provider = Some(name.trim());
        let Some(next) = ahead.next_told(2) else {
            return false;
        };
        ahead = next;
    }
    let Some(columns) = columns(&mut ahead) else {
        return false;
    };
    let message_at = columns.last().map_or(0, |column| column.start);
    let mut found = provider.is_some();
    let mut record: Option<Record<'t>> = None;
    while !ahead.is_over() && !ahead.bare().is_empty() && !message::ends(ahead.bare()) {
        let (line, raw) = (ahead.number(), ahead.raw());
        let indented = raw.len() - raw.trim_start_matches(' ').len();
        if indented >= message_at && indented > 0 {
            let Some(open) = record.as_mut() else { break };
            open.message.push((line, Cow::Borrowed(raw.trim())));
        } else {
            let cells = cells(raw, &columns);
            let is_row = cells
                .iter()
                .any(|(name, cell)| list::number(name, cell).is_some());
            // Without a number only a point in time tells a row.
            let is_row = is_row
                || cells.first().is_some_and(|(name, cell)| {
                    name.starts_with("Time") && super::super::look::is_time(cell)
                });
            if !is_row {
                break;
            }
            if let Some(open) = record.take() {
                found |= log.take(open).is_some();
            }
            let mut next = Record {
                line,
                provider: provider.map(Cow::Borrowed),
                ..Record::default()
            };
            for (name, cell) in cells {
                // A table cuts what is too long for its column; half a name is none.
                if !cut(cell) || name.eq_ignore_ascii_case("Message") {
                    list::put(
                        &mut next,
                        line,
                        name,
                        Cow::Borrowed(cell.trim_end_matches(['.', '…'])),
                    );
                }
            }
            record = Some(next);
        }
        ahead.advance();
    }
    if let Some(open) = record.take() {
        found |= log.take(open).is_some();
    }
    if !found {
        return false;
    }
    *look = ahead;
    true
}

fn cut(cell: &str) -> bool {
    cell.ends_with("...") || cell.ends_with('…')
}

/// The columns of the header here, with the place behind its rule; `None` where none is.
fn columns<'t>(look: &mut Look<'t>) -> Option<Vec<Column<'t>>> {
    let header = look.raw();
    if header.len() > 400 || !header.trim_end().ends_with("Message") {
        return None;
    }
    let rule = look.next_told(0)?;
    let dashes = rule.raw();
    if !dashes.contains("---") || !dashes.bytes().all(|byte| matches!(byte, b'-' | b' ')) {
        return None;
    }
    let mut columns = Vec::new();
    let mut at = 0;
    for run in dashes.split(' ') {
        if !run.is_empty() {
            let name = header
                .get(at..)
                .map(|rest| rest.get(..run.len()).unwrap_or(rest).trim())?;
            columns.push(Column { name, start: at });
        }
        at += run.len() + 1;
    }
    *look = rule;
    look.advance();
    (columns.len() >= 2).then_some(columns)
}

/// The cells of a row. Numbers stand at the right of their column and may begin before its name.
fn cells<'t>(row: &'t str, columns: &[Column<'t>]) -> Vec<(&'t str, &'t str)> {
    let at = |column: usize| {
        row.char_indices()
            .nth(column)
            .map_or(row.len(), |(at, _)| at)
    };
    let starts: Vec<usize> = columns
        .iter()
        .map(|column| {
            let start = at(column.start);
            let head = row.get(..start).unwrap_or_default();
            let inside = !row.get(start..).unwrap_or_default().starts_with(' ');
            if inside && start < row.len() {
                head.trim_end_matches(|c: char| c.is_ascii_digit()).len()
            } else {
                start
            }
        })
        .collect();
    columns
        .iter()
        .enumerate()
        .map(|(place, column)| {
            let end = starts.get(place + 1).copied().unwrap_or(row.len());
            (
                column.name,
                row.get(starts[place]..end).unwrap_or_default().trim(),
            )
        })
        .collect()
}
