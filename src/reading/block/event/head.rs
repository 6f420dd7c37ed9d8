//! Records with a head of labels: Event Viewer's "copy as text", and `wevtutil qe /f:text`.
//!
//! Where Windows speaks another language the labels are translated, but their order is not: log, provider, date, number,
//! category, level, keywords, user, machine, description. A provider's name is the same everywhere.

use std::borrow::Cow;

use super::{
    super::look::{Look, digits, is_time, label},
    Log, Record, is_licensing, message, xml,
};
use crate::reading::Words;

/// A label is no longer, in characters.
const LONGEST: usize = 32;

/// Whether a record's head begins here.
pub fn begins(look: &Look<'_>) -> bool {
    let line = look.bare();
    if line.len() > 200 {
        return false;
    }
    if line.starts_with("Event[") {
        return true;
    }
    let Some((name, value)) = label(line).filter(|(name, _)| is_short(name)) else {
        return false;
    };
    if name.eq_ignore_ascii_case("Log Name") || is_provider(name, value) {
        return true;
    }
    // A translated head: the provider stands below the log's name.
    !value.is_empty()
        && look.next_told(2).is_some_and(|next| {
            next.raw().len() <= 200
                && label(next.bare())
                    .is_some_and(|(name, value)| is_short(name) && is_provider(name, value))
        })
}

fn is_short(name: &str) -> bool {
    name.chars().take(LONGEST + 1).count() <= LONGEST
}

/// The provider alone is the value; PowerShell's own names are read elsewhere.
fn is_provider(name: &str, value: &str) -> bool {
    value.len() <= 60
        && is_licensing(value)
        && !value.contains(':')
        && name != "ProviderName"
        && value != "Key Management Service"
}

/// Reads one record.
pub fn read<'t>(look: &mut Look<'t>, log: &mut Log<'t>) -> bool {
    if !begins(look) {
        return false;
    }
    let mut ahead = look.clone();
    let mut record = Record {
        line: look.number(),
        ..Record::default()
    };
    if ahead.bare().starts_with("Event[") {
        ahead.advance();
    }
    let mut told: Vec<(u32, &'t str, &'t str)> = Vec::new();
    let mut described = false;
    let mut behind = ahead.clone();
    while told.len() < 16 && ahead.skip_blanks(3) {
        let Some((name, value)) = label(ahead.bare()).filter(|(name, _)| is_short(name)) else {
            break;
        };
        let line = ahead.number();
        let is_again = told.len() > 1
            && (name.eq_ignore_ascii_case("Log Name") || ahead.bare().starts_with("Event["));
        if is_again || message::id_of(ahead.bare()).is_some() {
            break;
        }
        ahead.advance();
        behind = ahead.clone();
        if name.eq_ignore_ascii_case("Description")
            || told.len() >= 3 && value.is_empty() && !is_labelled_next(&ahead)
        {
            described = true;
            if !value.is_empty() {
                record.message.push((line, Cow::Borrowed(value)));
            }
            break;
        }
        told.push((line, name, value));
    }
    let provider = told.iter().position(|(_, name, value)| {
        is_provider(name, value) || name.eq_ignore_ascii_case("Source")
    });
    let Some(provider) = provider else {
        return false;
    };
    record.provider = told.get(provider).map(|(.., value)| Cow::Borrowed(*value));
    let note = |log: &mut Log<'t>, place: Option<usize>, key: &'static str| -> Option<Words<'t>> {
        let (line, _, value) = told.get(place?)?;
        log.note(*line, key);
        Some(Cow::Borrowed(*value))
    };
    let named = |wanted: &str| {
        told.iter()
            .position(|(_, name, _)| name.eq_ignore_ascii_case(wanted))
    };
    let number = named("Event ID").or_else(|| {
        (provider + 1..provider + 4).find(|&place| {
            told.get(place)
                .is_some_and(|(.., value)| value.len() <= 5 && digits(value).is_some())
        })
    });
    record.id = number.and_then(|place| digits(told.get(place)?.2));
    let date = named("Date")
        .or_else(|| number?.checked_sub(1))
        .filter(|&place| told.get(place).is_some_and(|(.., value)| is_time(value)));
    record.logged = note(log, date, "events.logged");
    note(log, number, "events.id");
    // Machine and description are the last two.
    let machine =
        named("Computer").or((described && told.len() == provider + 8).then_some(provider + 7));
    record.computer = note(log, machine, "events.computer");
    ahead = behind;
    if ahead.skip_blanks(3) {
        let more = message::collect(&mut ahead, message::LONGEST, |_| true);
        record.message.extend(more);
    }
    let (line, id, empty) = (record.line, record.id, record.message.is_empty());
    if record.id.is_none() && empty {
        return false;
    }
    let is_foreign = record
        .provider
        .as_deref()
        .is_some_and(|name| !is_licensing(name));
    let last = log.take(record);
    if let Some(last) = last {
        // The message ends where it has told its fields.
        *look = Look::clone(look);
        look.advance_past(last.max(behind_of(&told, line)));
    } else if is_foreign {
        *look = ahead;
    } else {
        return false;
    }
    below(look, log, id, last.is_some());
    true
}

/// The last line of a head.
fn behind_of(told: &[(u32, &str, &str)], line: u32) -> u32 {
    told.last().map_or(line, |(last, ..)| *last)
}

/// Whether the next line is a label too, so that the one above it only has no value.
fn is_labelled_next(next: &Look<'_>) -> bool {
    let mut next = next.clone();
    next.skip_blanks(3)
        && label(next.bare())
            .is_some_and(|(name, value)| is_short(name) && !value.starts_with("0x"))
}

/// "Event Xml:" below a record tells the same once more.
fn below<'t>(look: &mut Look<'t>, log: &mut Log<'t>, id: Option<u32>, is_event: bool) {
    let mut ahead = look.clone();
    if !ahead.skip_blanks(3) {
        return;
    }
    if !ahead.bare().starts_with("<Event") {
        let is_title = ahead.bare().ends_with([':', '：']);
        ahead.advance();
        if !is_title || !ahead.skip_blanks(3) || !ahead.bare().starts_with("<Event") {
            return;
        }
    }
    let mut again = Log::default();
    if !xml::one(&mut ahead, &mut again) {
        return;
    }
    let Some(twin) = again.events.pop() else {
        *look = ahead;
        return;
    };
    if !is_event || id.is_some_and(|id| id != twin.id) {
        return;
    }
    if let Some(event) = log.events.last_mut() {
        event.logged = event.logged.take().or(twin.logged);
        event.computer = event.computer.take().or(twin.computer);
        if event.line < twin.line
            && !log.lines.iter().any(|known| known.line == event.line)
            && (12288..=12290).contains(&twin.id)
        {
            event.fields = twin.fields;
            event.line = twin.line;
            log.remarks.append(&mut again.remarks);
        }
    }
    log.lines.append(&mut again.lines);
    *look = ahead;
}
