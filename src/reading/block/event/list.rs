//! Records that PowerShell lists: `Get-WinEvent | Format-List`, `Get-EventLog | Format-List`. Its names are never translated.

use std::borrow::Cow;

use super::{
    super::look::{Look, digits},
    Log, Record, message,
};

/// What a property tells.
#[derive(Clone, Copy, PartialEq)]
enum Property {
    Id,
    Instance,
    Logged,
    Provider,
    Computer,
    Message,
    Data,
    Other,
}

const PROPERTIES: [(&str, Property); 44] = [
    ("TimeCreated", Property::Logged),
    ("ProviderName", Property::Provider),
    ("Id", Property::Id),
    ("Message", Property::Message),
    ("MachineName", Property::Computer),
    ("EventID", Property::Id),
    ("InstanceId", Property::Instance),
    ("Source", Property::Provider),
    ("TimeGenerated", Property::Logged),
    ("TimeWritten", Property::Logged),
    ("ReplacementStrings", Property::Data),
    ("Time", Property::Logged),
    ("PSComputerName", Property::Computer),
    ("Index", Property::Other),
    ("EntryType", Property::Other),
    ("Category", Property::Other),
    ("CategoryNumber", Property::Other),
    ("UserName", Property::Other),
    ("Data", Property::Other),
    ("Site", Property::Other),
    ("Container", Property::Other),
    ("Version", Property::Other),
    ("Qualifiers", Property::Other),
    ("Level", Property::Other),
    ("Task", Property::Other),
    ("Opcode", Property::Other),
    ("Keywords", Property::Other),
    ("RecordId", Property::Other),
    ("ProviderId", Property::Other),
    ("LogName", Property::Other),
    ("ProcessId", Property::Other),
    ("ThreadId", Property::Other),
    ("UserId", Property::Other),
    ("ActivityId", Property::Other),
    ("RelatedActivityId", Property::Other),
    ("ContainerLog", Property::Other),
    ("MatchedQueryIds", Property::Other),
    ("Bookmark", Property::Other),
    ("LevelDisplayName", Property::Other),
    ("OpcodeDisplayName", Property::Other),
    ("TaskDisplayName", Property::Other),
    ("KeywordsDisplayNames", Property::Other),
    ("Properties", Property::Other),
    ("RunspaceId", Property::Other),
];

/// The number that a name's column or property holds.
pub(super) fn number(name: &str, value: &str) -> Option<u32> {
    match find(name)? {
        Property::Id => digits(value),
        // The two highest bytes hold the severity.
        Property::Instance => digits(value).map(|id| id & 0xffff),
        _ => None,
    }
}

/// Puts the value of a property or column where it belongs.
pub(super) fn put<'t>(record: &mut Record<'t>, line: u32, name: &str, value: Cow<'t, str>) {
    match find(name) {
        Some(Property::Id | Property::Instance) => record.id = record.id.or(number(name, &value)),
        Some(Property::Logged) if record.logged.is_none() => record.logged = Some(value),
        Some(Property::Provider) => record.provider = Some(value),
        Some(Property::Computer) => record.computer = Some(value),
        Some(Property::Message) if !value.is_empty() => record.message.push((line, value)),
        _ => {}
    }
}

fn find(name: &str) -> Option<Property> {
    PROPERTIES
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name))
        .map(|(_, property)| *property)
}

/// "Name   : value" with a name that records have.
fn property(line: &str) -> Option<(&str, Property, &str)> {
    let (name, value) = line.split_once(':')?;
    if name.len() > 60 || !name.ends_with([' ', '\t']) {
        return None;
    }
    let name = name.trim_end();
    Some((name, find(name)?, value.trim()))
}

/// Reads one record.
pub fn read<'t>(look: &mut Look<'t>, log: &mut Log<'t>) -> bool {
    if property(look.bare()).is_none() {
        return false;
    }
    let mut ahead = look.clone();
    let mut record = Record {
        line: look.number(),
        ..Record::default()
    };
    let mut seen: Vec<Property> = Vec::new();
    let mut data = None;
    let mut current = Property::Other;
    let mut noted = Vec::new();
    while !ahead.is_over() {
        let line = ahead.bare();
        let number = ahead.number();
        if line.is_empty() {
            // A blank line of a message is indented as its other lines are.
            let inner = current == Property::Message
                && ahead.next_told(3).is_some_and(|next| {
                    next.raw().starts_with("        ") && property(next.bare()).is_none()
                });
            if !inner {
                break;
            }
        } else if let Some((name, property, value)) = property(line) {
            let once = !matches!(
                property,
                Property::Other | Property::Logged | Property::Provider | Property::Data
            );
            if once && seen.contains(&property) {
                break;
            }
            seen.push(property);
            current = property;
            let key = match property {
                Property::Id | Property::Instance => Some("events.id"),
                Property::Logged => Some("events.logged"),
                Property::Computer => Some("events.computer"),
                _ => None,
            };
            noted.extend(key.map(|key| (number, key)));
            if property == Property::Data {
                data = Some((number, value));
            }
            put(&mut record, number, name, Cow::Borrowed(value));
        } else if message::ends(line) && !ahead.raw().starts_with(' ') {
            break;
        } else if current == Property::Message {
            record.message.push((number, Cow::Borrowed(line)));
        } else if !ahead.raw().starts_with(' ') {
            break;
        }
        ahead.advance();
    }
    if record.message.is_empty()
        && let Some((line, value)) = data
    {
        record
            .message
            .push((line, Cow::Borrowed(value.trim_matches(['{', '}']))));
        record.is_data = true;
    }
    // A lone property belongs to anything.
    if seen.len() < 2 && record.message.len() < 2 && record.id.is_none() {
        return false;
    }
    let sure = seen.len() >= 3
        && seen
            .iter()
            .any(|known| matches!(known, Property::Id | Property::Instance));
    if log.take(record).is_none() && !sure {
        return false;
    }
    for (line, key) in noted {
        log.note(line, key);
    }
    *look = ahead;
    true
}
