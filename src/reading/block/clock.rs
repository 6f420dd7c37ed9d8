//! `w32tm /query /status`, with or without `/verbose`, in any language: the order of its lines and the shapes of their values
//! are the same everywhere. Offsets of `w32tm /stripchart` besides.

use std::borrow::Cow;

use super::{
    Block, BlockLine,
    look::{Look, digits, is_time, label},
};
use crate::{
    reading::{Clock, Evidence, EvidenceKind, Producer, SpanKind, value},
    text::Lines,
};

/// Reads the status that begins with the line `raw`.
pub fn read<'t>(number: u32, raw: &'t str, rest: &Lines<'t>) -> Option<Block<'t>> {
    let look = Look::new(number, raw, rest);
    let line = look.bare();
    if line.len() > 300 {
        return None;
    }
    // The time service does not run: the words are translated, the code is not.
    if line.ends_with("(0x80070426)") {
        let clock = Clock {
            synchronized: Some(false),
            ..Clock::default()
        };
        return Some(block(
            number,
            number,
            clock,
            vec![(number, "evidence.synchronized")],
        ));
    }
    status(look.clone()).or_else(|| chart(look))
}

/// The lines in their order. A paste may begin at the second.
fn status(mut look: Look<'_>) -> Option<Block<'_>> {
    let first = look.number();
    let mut lines: Vec<(u32, &str, &str)> = Vec::new();
    let (_, value) = label(look.bare())?;
    let has_leap = is_leap(value);
    let next = look.next_told(2)?;
    let (_, below) = label(next.bare())?;
    let begins = if has_leap {
        is_counted(below)
    } else {
        is_counted(value) && is_precision(below)
    };
    if !begins {
        return None;
    }
    while lines.len() < 20 && !look.is_over() {
        let Some((name, value)) = label(look.bare()).filter(|(name, _)| name.chars().count() <= 60)
        else {
            break;
        };
        if lines.len() > 2 && is_leap(value) {
            break;
        }
        lines.push((look.number(), name, value));
        look.advance();
        // Verbose lines stand behind a blank line; what follows after them is told by its words.
        if look.bare().is_empty() {
            let more = look
                .clone()
                .next_told(2)
                .and_then(|next| label(next.bare()))
                .is_some_and(|(_, value)| is_seconds(value));
            if !more || !look.skip_blanks(2) {
                break;
            }
        }
    }
    let last = lines.last()?.0;
    let at = usize::from(has_leap);
    let mut clock = Clock::default();
    let mut told = Vec::new();
    let leap = has_leap
        .then(|| lines.first().and_then(|(.., value)| value.bytes().next()))
        .flatten();
    let stratum = lines.get(at)?;
    clock.stratum = value::leading_number(stratum.2).map(|(stratum, _)| stratum);
    told.push((stratum.0, "evidence.stratum"));
    // Below the reference: the last success, the source.
    let reference = lines.iter().position(|(.., value)| value.starts_with("0x"));
    let source = reference.and_then(|reference| lines.get(reference + 2));
    if let Some((line, _, value)) = reference.and_then(|reference| lines.get(reference + 1)) {
        clock.last_sync = is_time(value).then_some(Cow::Borrowed(*value));
        told.push((*line, "evidence.lastSync"));
    }
    if let Some((line, _, value)) = source {
        clock.source =
            (!value.is_empty() && !value::is_masked(value)).then_some(Cow::Borrowed(*value));
        told.push((*line, "evidence.source"));
    }
    let offset = lines
        .iter()
        .find(|(_, name, _)| name.eq_ignore_ascii_case("Phase Offset"));
    let offset = offset
        .or_else(|| reference.and_then(|reference| lines.get(reference + 4)))
        .filter(|(.., value)| is_seconds(value));
    if let Some((line, _, value)) = offset {
        clock.phase_offset = Some(Cow::Borrowed(*value));
        told.push((*line, "evidence.phaseOffset"));
    }
    // 0x4C4F434C is "LOCL": the machine's own clock; 0 is none.
    let own = reference
        .and_then(|reference| lines.get(reference))
        .map(|(.., value)| {
            value
                .get(..10)
                .is_some_and(|id| id.eq_ignore_ascii_case("0x4C4F434C") || id == "0x00000000")
        });
    clock.synchronized = match (leap, clock.stratum, own) {
        (Some(b'3'), ..) | (_, Some(0), _) | (.., Some(true)) => Some(false),
        (Some(_), Some(1..=15), Some(false)) if source.is_some() => Some(true),
        _ => None,
    };
    Some(block(first, last, clock, told))
}

/// "10:00:00, +00.0012345s" or "10:00:00 d:+00.0010s o:+00.0001s [ * ]": the last offset counts.
fn chart(mut look: Look<'_>) -> Option<Block<'_>> {
    let first = look.number();
    let mut clock = Clock::default();
    let mut told = Vec::new();
    let mut last = 0;
    while !look.is_over() {
        let line = look.bare();
        if let Some(offset) = offset(line) {
            clock.phase_offset = Some(Cow::Borrowed(offset));
            told.push((look.number(), "evidence.phaseOffset"));
        } else if last == 0 {
            // "Tracking dc01.example.com [192.0.2.1:123]."
            let name = line
                .split_once(" [")
                .filter(|(_, tail)| tail.ends_with(":123]."))
                .and_then(|(head, _)| head.rsplit(' ').next())?;
            clock.source = Some(Cow::Borrowed(name));
        } else if !told.is_empty() || last > first + 2 {
            break;
        }
        last = look.number();
        look.advance();
        if !look.skip_blanks(1) {
            break;
        }
    }
    (!told.is_empty()).then(|| block(first, last, clock, told))
}

fn offset(line: &str) -> Option<&str> {
    let clock = line.get(..8)?;
    let is_clock = clock.bytes().enumerate().all(|(at, byte)| {
        if at % 3 == 2 {
            byte == b':'
        } else {
            byte.is_ascii_digit()
        }
    });
    let value = line
        .split_once(" o:")
        .or_else(|| line.split_once(", "))
        .filter(|_| is_clock)?
        .1;
    let value = value.split(' ').next()?;
    (value.starts_with(['+', '-']) && is_seconds(value)).then_some(value)
}

fn block<'t>(first: u32, last: u32, clock: Clock<'t>, told: Vec<(u32, &'static str)>) -> Block<'t> {
    let mut lines: Vec<_> = told
        .into_iter()
        .map(|(line, key)| BlockLine {
            line,
            kind: SpanKind::Field,
            key: Some(key),
        })
        .collect();
    crate::order::by(&mut lines, |known| known.line);
    Block {
        producer: Producer::Clock,
        last_line: last,
        lines,
        evidence: vec![Evidence {
            line: first,
            kind: EvidenceKind::Clock(clock),
        }],
        ..Block::default()
    }
}

/// "0(no warning)": one of four figures and words in brackets.
fn is_leap(value: &str) -> bool {
    let mut bytes = value.bytes();
    bytes.next().is_some_and(|byte| matches!(byte, b'0'..=b'3'))
        && matches!(bytes.next(), Some(b'('))
        && value.ends_with(')')
}

/// "4 (secondary reference - ...)".
fn is_counted(value: &str) -> bool {
    value
        .split_once(" (")
        .is_some_and(|(figure, _)| figure.len() <= 2 && digits(figure).is_some())
}

/// "-23 (119.209ns per tick)".
fn is_precision(value: &str) -> bool {
    value.strip_prefix('-').is_some_and(is_counted)
}

/// "0.0012345s", with whatever sign and decimal mark.
fn is_seconds(value: &str) -> bool {
    value.strip_suffix('s').is_some_and(|figure| {
        figure.bytes().any(|byte| byte.is_ascii_digit())
            && figure
                .bytes()
                .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-' | b'+'))
    })
}
