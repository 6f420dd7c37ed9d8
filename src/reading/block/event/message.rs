//! The message of a record: which record it is of, and what it says.
//!
//! A message may be all that is pasted. English ones are known by their sentences, others by the fields below them.

use std::borrow::Cow;

use uuid::Uuid;

use super::{
    super::look::{Look, label},
    Log, Record,
    fields::{self, Told, slice},
};
use crate::{
    id::{error_code, guid},
    reading::{EventFields, Words, label as labels, label::Dialect, prompt, prompt::Frame, value},
};

/// How the messages begin, and their numbers.
const SENTENCES: [(&str, u32); 16] = [
    ("The client has sent an activation request", 12288),
    ("The client has processed an activation response", 12289),
    ("An activation request has been processed", 12290),
    ("The Key Management Service (KMS) failed to", 12291),
    ("Publishing the Key Management Service (KMS) to DNS", 12293),
    ("Token-based Activation failed", 12321),
    ("License Activation (slui.exe) failed", 8198),
    ("License acquisition failure details", 8200),
    ("Acquisition of genuine ticket failed", 8208),
    ("The rules engine reported a failed VL activation", 8233),
    ("The Software Protection service is starting", 900),
    ("The Software Protection service has started", 902),
    ("The Software Protection service has stopped", 903),
    (
        "The Software Protection service has completed licensing",
        1003,
    ),
    ("Successfully scheduled Software Protection service", 16384),
    ("Offline downlevel migration succeeded", 16394),
];

/// Lines of one message at most.
pub const LONGEST: usize = 60;

/// Lines that the fields of a message may take, of which the first one tells its number.
const OF_FIELDS: usize = 6;

/// The number of the record whose message begins so.
pub fn id_of(text: &str) -> Option<u32> {
    let (_, id) = SENTENCES
        .iter()
        .find(|(sentence, _)| labels::is_beginning(sentence, text))?;
    // The same sentence tells of success and of failure.
    Some(if *id == 12293 && text.contains("success") {
        12294
    } else {
        *id
    })
}

/// Fields that were found in a message.
pub struct Found<'t> {
    /// The record's number: the one that is known, or the one that the shapes tell.
    pub id: u32,
    pub told: Told<'t>,
    /// First and last line.
    pub lines: (u32, u32),
}

/// The fields in the lines of a message; a console or a mail may have wrapped them.
pub fn fields_of<'t>(message: &[(u32, Words<'t>)], id: Option<u32>) -> Option<Found<'t>> {
    if id.is_some_and(|id| !(12288..=12290).contains(&id)) {
        return None;
    }
    let text_of = |place: usize| message.get(place).map(|(_, text)| text);
    let found = (0..message.len()).find_map(|place| {
        let text = text_of(place)?;
        Some((place, slice(text, fields::begin(text)?, text.len())))
    });
    // A console may have cut the code itself.
    let cut = || {
        (1..message.len()).find_map(|place| {
            let whole = [&**text_of(place - 1)?, text_of(place)?].concat();
            let at = fields::begin(&whole)?;
            Some((place, Cow::Owned(whole.get(at..)?.to_owned())))
        })
    };
    let (place, mut text): (usize, Words<'t>) = found.or_else(cut)?;
    let is_cut = text_of(place).is_some_and(|line| line.len() < text.len());
    let line = &message.get(place - usize::from(is_cut && place > 0))?.0;
    let sentence = message
        .first()
        .and_then(|(_, text)| id_of(text))
        .filter(|id| (12288..=12290).contains(id));
    // The shapes may need the lines below.
    let shapes = || {
        fields::id_of(&text).or_else(|| {
            let (_, next) = message.get(place + 1)?;
            fields::id_of(&[&*text, next].concat())
        })
    };
    let id = id.or(sentence).or_else(shapes)?;
    let mut told = fields::read(id, &text);
    let mut last = message.get(place)?.0;
    for (number, next) in message.iter().skip(place + 1).take(5) {
        let figures = next.trim_start_matches([',', ' ']);
        let tail = figures.len() <= 4 && figures.bytes().all(|byte| byte.is_ascii_digit());
        // Only the last field of 12288 may be empty.
        let is_open = id != 12288 && text.trim_end().ends_with(',');
        let is_done = told.is_whole && told.remarks.is_empty() && !tail && !is_open;
        if is_done
            || next.starts_with('<')
            || (fields::begin(next) == Some(0) && !text.trim_end().ends_with(','))
        {
            break;
        }
        let joined = ["", " "].map(|gap| {
            let whole: Words<'t> = Cow::Owned([&*text, gap, next].concat());
            (fields::read(id, &whole), whole)
        });
        let worth = |told: &Told<'_>| {
            (told.good * 2 + usize::from(told.is_whole)).saturating_sub(told.remarks.len())
        };
        let [close, apart] = joined;
        let (better, whole) = if worth(&apart.0) > worth(&close.0) {
            apart
        } else {
            close
        };
        if worth(&better) < worth(&told) || worth(&better) == worth(&told) && !tail {
            break;
        }
        (told, text, last) = (better, whole, *number);
    }
    Some(Found {
        id,
        told,
        lines: (*line, last),
    })
}

/// 12293 and 12294: the domain stands between quote marks, whatever the language.
pub fn publishing<'t>(message: &[(u32, Words<'t>)], is_data: bool) -> EventFields<'t> {
    const QUOTES: [char; 12] = [
        '\'', '"', '‘', '’', '“', '”', '„', '«', '»', '「', '」', '‚',
    ];
    let is_domain = |text: &str| {
        text.contains('.')
            && !fields::is_mask(text)
            && text
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'))
    };
    let domain = message.iter().find_map(|(_, text)| {
        let found = if is_data {
            Some(text.trim())
        } else {
            text.split(QUOTES)
                .skip(1)
                .step_by(2)
                .map(str::trim)
                .find(|part| is_domain(part))
        };
        let found = found.filter(|found| is_domain(found))?;
        let from = text.find(found)?;
        Some(slice(text, from, from + found.len()))
    });
    EventFields::DnsPublishing {
        hresult: message.iter().find_map(|(_, text)| code_in(text, true)),
        domain,
    }
}

/// Records that hold a code, and what else they say.
pub fn failure<'t>(id: u32, message: &[(u32, Words<'t>)], is_data: bool) -> EventFields<'t> {
    // These list codes of many licences; none of them is the record's own.
    let lists = matches!(id, 900..=1003 | 1033 | 1066 | 16384 | 16394);
    let hresult = message.iter().find_map(|(_, text)| code_in(text, !lists));
    let begins_at = usize::from(!is_data);
    let said = message
        .iter()
        .skip(begins_at)
        .map(|(_, text)| text)
        .filter(|text| {
            let code_only = code_in(text, true).is_some() && text.len() <= 24;
            !code_only && !text.is_empty() && !text.ends_with([':', '：'])
        });
    let mut details: Option<Words<'t>> = None;
    for text in said {
        details = Some(match details {
            None => text.clone(),
            Some(before) if before.len() > 2_000 => before,
            Some(before) => {
                // A console cut what has no blanks.
                let cut = !before.contains(' ') && !text.contains(' ') && before.contains(';');
                let gap = if cut { "" } else { " " };
                Cow::Owned([&*before, gap, text].concat())
            }
        });
    }
    let all = |names: &[&str]| {
        let told = details.iter().chain(message.iter().map(|(_, text)| text));
        told.flat_map(|text| names.iter().map(move |name| (text, name)))
            .find_map(|(text, name)| id_behind(text, name))
    };
    let application_id = all(&[
        "AppId",
        "App Id",
        "Application Id",
        "ApplicationId",
        "template Id",
    ]);
    let activation_id = all(&["SkuId", "Sku Id", "Activation Id", "ActivationId"]);
    EventFields::Failure {
        hresult,
        details: details.filter(|text| !value::is_masked(text)),
        application_id,
        activation_id,
    }
}

/// The code behind "hr=" and its relatives; with `any` otherwise the first one with eight digits.
fn code_in(text: &str, any: bool) -> Option<u32> {
    for label in ["hr=", "HR=", "hr:", "Reason:", "hr ="] {
        if let Some((_, code)) = text.split_once(label)
            && let Some(code) = code
                .split([' ', ')', ',', ';'])
                .find(|word| !word.is_empty())
                .and_then(fields::code)
        {
            return Some(code);
        }
    }
    if !any {
        return None;
    }
    text.match_indices("0x").find_map(|(at, _)| {
        let code = text.get(at..at + 10)?;
        let free = !text
            .get(at + 10..)?
            .starts_with(|c: char| c.is_alphanumeric());
        error_code::parse(code).filter(|_| free)
    })
}

/// The GUID behind a name: "SkuId=...", "template Id ...".
fn id_behind(text: &str, name: &str) -> Option<Uuid> {
    let at = text
        .as_bytes()
        .windows(name.len())
        .position(|part| part.eq_ignore_ascii_case(name.as_bytes()))?;
    let behind = text
        .get(at + name.len()..)?
        .trim_start_matches([' ', '=', ':', '{']);
    guid::parse(behind.get(..36)?).ok()
}

/// Whether a message cannot go on with this line.
pub fn ends(line: &str) -> bool {
    let frame =
        prompt::find(line).is_some_and(|frame| frame != Frame::Decoration || line.len() > 2);
    let foreign = label(line).and_then(|(label, _)| labels::field(label, false));
    frame
        || line.starts_with("<Event")
        || foreign.is_some_and(|(_, dialect)| dialect != Dialect::Cim)
}

/// The lines of a message, from the place on, `most` of them. Blank lines count only before what certainly belongs to it.
pub fn collect<'t>(
    look: &mut Look<'t>,
    most: usize,
    goes_on: fn(&str) -> bool,
) -> Vec<(u32, Words<'t>)> {
    let mut message: Vec<(u32, Words<'t>)> = Vec::new();
    while message.len() < most && !look.is_over() {
        let line = look.bare();
        if line.is_empty() {
            let next = look
                .next_told(6)
                .filter(|next| belongs(next.bare()) && !ends(next.bare()));
            let is_told = message.is_empty()
                || message
                    .iter()
                    .any(|(_, text)| fields::begin(text).is_some());
            let Some(next) = next.filter(|_| !is_told) else {
                break;
            };
            *look = next;
            continue;
        }
        if ends(line) || !message.is_empty() && (!goes_on(line) || super::head::begins(look)) {
            break;
        }
        message.push((look.number(), Cow::Borrowed(line)));
        look.advance();
    }
    message
}

/// Whether a line certainly is part of a message: its fields, a code, the label above them.
fn belongs(line: &str) -> bool {
    let short_label =
        line.len() <= 30 && line.ends_with([':', '：']) && !line.contains(['<', '>', '[']);
    fields::begin(line) == Some(0)
        || short_label
        || line.starts_with("hr=")
        || line.starts_with("RuleId=")
}

/// A message alone.
pub fn read<'t>(look: &mut Look<'t>, log: &mut Log<'t>) -> bool {
    let first = look.bare();
    let at = fields::begin(first);
    let begins = match at {
        Some(at) => {
            at == 0
                || id_of(first).is_some()
                || first.len() - at < 400 && is_label(first.get(..at).unwrap_or_default())
        }
        None => id_of(first).is_some() || fields_below(look),
    };
    if !begins {
        return false;
    }
    let mut ahead = look.clone();
    let line = look.number();
    // Of a record with fields, nothing else is wanted; below it stand others like it, as many as its log has.
    let is_request = |id: &u32| (12288..=12290).contains(id);
    let has_fields = at
        .and_then(|at| fields::id_of(first.get(at..)?))
        .is_some_and(|id| is_request(&id) && id_of(first).is_none_or(|id| is_request(&id)));
    let most = if has_fields { OF_FIELDS } else { LONGEST };
    let message = collect(&mut ahead, most, |line| {
        belongs(line)
            || is_label(line)
            || line.contains([',', '=', ':', '-'])
            || line.contains("0x")
            || line.bytes().all(|byte| byte.is_ascii_hexdigit())
    });
    // Fields alone have to be many, or they are another text.
    let record = Record {
        line,
        message,
        ..Record::default()
    };
    match log.take(record) {
        Some(last) => {
            look.advance_past(last);
            true
        }
        None => false,
    }
}

fn is_label(text: &str) -> bool {
    text.trim_end().ends_with([':', '：', '.', '。'])
}

/// Whether the fields stand below: a translated message is known by them.
fn fields_below(look: &Look<'_>) -> bool {
    if look.raw().len() > 400 || !look.bare().ends_with([':', '：', '.', '。', ' ']) {
        return false;
    }
    let mut below = look.next_told(4);
    for _ in 0..2 {
        let Some(next) = below else { return false };
        let line = next.bare();
        if line.len() > 400 || ends(line) {
            return false;
        }
        if fields::begin(line) == Some(0) {
            return fields::id_of(line).is_some();
        }
        if !is_label(line) {
            return false;
        }
        below = next.next_told(4);
    }
    false
}
