//! The ends of a timeline as a calendar file (iCalendar, RFC 5545).
//!
//! Times are floating: they belong to no time zone, as the text that they come from. The file is text only; nothing is sent.

use time::PrimitiveDateTime;

use super::{Event, EventKind, Timeline};
use crate::{
    phrase::{Phrase, Redact},
    wording::timeline::calendar as say,
};

/// Days before an end on which a calendar reminds. A lease is renewed by itself, so that a month leaves time to find out why
/// it was not; an evaluation has to be converted, which is planned longer before.
const ALARMS: [(EventKind, &[u32]); 4] = [
    (EventKind::LeaseEnds, &[30, 7]),
    (EventKind::EvaluationEnds, &[30, 7]),
    (EventKind::LicenseEnds, &[30, 7]),
    (EventKind::GraceEnds, &[3]),
];

/// A calendar file with the end that comes next; `None` where none lies ahead, or none has a date.
///
/// `made` is when the file is made, which the format asks for; where nobody knows it, the moment that the timeline is looked at
/// from stands in for it, or the end itself.
pub fn ics(timeline: &Timeline, redact: Redact, made: Option<PrimitiveDateTime>) -> Option<String> {
    let (event, end) = timeline
        .events
        .iter()
        .filter(|event| event.kind.is_end() && event.ahead != Some(false))
        .find_map(|event| Some((event, event.at?)))?;
    let made = made.or(timeline.now).unwrap_or(end);
    let mut file = File::default();
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", &escaped(say::MAKER));
    file.event(timeline, event, end, made, redact);
    file.line("END", "VCALENDAR");
    Some(file.text)
}

#[derive(Default)]
struct File {
    text: String,
}

impl File {
    fn event(
        &mut self,
        timeline: &Timeline,
        event: &Event,
        end: PrimitiveDateTime,
        made: PrimitiveDateTime,
        redact: Redact,
    ) {
        let plain = |phrase: &Phrase| escaped(&phrase.plain(redact));
        let title = say::title(event.kind, timeline.title.clone());
        self.line("BEGIN", "VEVENT");
        self.line("UID", &uid(timeline, event, end));
        self.line("DTSTAMP", &format!("{}Z", stamp(made)));
        self.line("DTSTART", &stamp(end));
        self.line("SUMMARY", &plain(&title));
        let about = event
            .detail
            .clone()
            .text(if event.detail.is_empty() { "" } else { "\n" })
            .text(say::CHECK);
        self.line("DESCRIPTION", &plain(&about));
        self.line("TRANSP", "TRANSPARENT");
        let days = ALARMS
            .iter()
            .find(|(kind, _)| *kind == event.kind)
            .map_or(&[][..], |(_, days)| days);
        let ahead = timeline.now.map(|now| (end - now).whole_days());
        for days in days {
            // What should have rung already would ring at once.
            if ahead.is_some_and(|ahead| ahead < i64::from(*days)) {
                continue;
            }
            self.line("BEGIN", "VALARM");
            self.line("ACTION", "DISPLAY");
            self.line("DESCRIPTION", &plain(&title));
            self.line("TRIGGER", &format!("-P{days}D"));
            self.line("END", "VALARM");
        }
        self.line("END", "VEVENT");
    }

    /// A line, folded: no piece has more than 75 bytes, and no letter is torn apart.
    fn line(&mut self, name: &str, value: &str) {
        const LONGEST: usize = 75;
        let mut length = 0;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if length + letter.len_utf8() > LONGEST {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(letter);
            length += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// A text value: what has a meaning in the format is escaped, other control characters are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// "20260724T001000".
fn stamp(at: PrimitiveDateTime) -> String {
    let date = at.date();
    format!(
        "{:04}{:02}{:02}T{:02}{:02}{:02}",
        date.year(),
        u8::from(date.month()),
        date.day(),
        at.hour(),
        at.minute(),
        at.second()
    )
}

/// The same for the same end of the same product, so that a file which is opened twice makes one entry. It tells nothing of
/// the machine.
fn uid(timeline: &Timeline, event: &Event, end: PrimitiveDateTime) -> String {
    let title = timeline.title.plain(Redact::Yes);
    let text = format!("{title} {}", timeline.product);
    // FNV-1a.
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!(
        "{}-{}-{hash:016x}@activation-desk.invalid",
        event.kind.name(),
        stamp(end)
    )
}
