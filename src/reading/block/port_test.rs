//! `Test-NetConnection -Port`: its list, and the warning above it where nothing answered.

use std::borrow::Cow;

use super::{
    Block, BlockLine,
    look::{Look, digits},
};
use crate::{
    reading::{Evidence, EvidenceKind, PortTest, Producer, SpanKind, value},
    text::Lines,
};

const KEYS: [(&str, &str); 4] = [
    ("ComputerName", "evidence.host"),
    ("RemoteAddress", "evidence.address"),
    ("RemotePort", "evidence.port"),
    ("TcpTestSucceeded", "evidence.succeeded"),
];

/// Reads the test that begins with the line `raw`.
pub fn read<'t>(number: u32, raw: &'t str, rest: &Lines<'t>) -> Option<Block<'t>> {
    let mut look = Look::new(number, raw, rest);
    let mut test = PortTest::default();
    let mut lines = Vec::new();
    let mut last = 0;
    let mut in_list = false;
    // About a port: without one it was only a ping.
    let mut of_port = false;
    while !look.is_over() {
        let line = look.bare();
        let note = |key| BlockLine {
            line: look.number(),
            kind: SpanKind::Field,
            key: Some(key),
        };
        if let Some((address, port)) = warning(line).filter(|_| !in_list) {
            test.port = digits(port);
            test.address = Some(Cow::Borrowed(address));
            test.succeeded = Some(false);
            of_port = true;
            lines.push(note("evidence.succeeded"));
        } else if let Some((name, value)) = property(line) {
            let key = KEYS
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, key)| *key);
            let again = key == Some("evidence.host") && in_list;
            if again || key.is_none() && last == 0 {
                break;
            }
            in_list = true;
            lines.extend(key.map(note));
            let told = || {
                Some(Cow::Borrowed(value))
                    .filter(|value| !value.is_empty() && !value::names_a_mask(value))
            };
            match key {
                Some("evidence.host") => test.host = told(),
                Some("evidence.address") => test.address = told().or(test.address),
                Some("evidence.port") => {
                    of_port = true;
                    test.port = digits(value).or(test.port);
                }
                Some(_) => {
                    of_port = true;
                    test.succeeded = value::switch(value).or(test.succeeded);
                }
                None => {}
            }
        } else if !is_other_warning(line) || in_list || last == 0 && !is_near(&look) {
            break;
        }
        last = look.number();
        look.advance();
        // Blank lines stand between the warning and the list, not in the list.
        if !look.skip_blanks(if in_list { 0 } else { 4 }) {
            break;
        }
    }
    (of_port && last > 0).then(|| Block {
        producer: Producer::PortTest,
        last_line: last,
        lines,
        evidence: vec![Evidence {
            line: number,
            kind: EvidenceKind::PortTest(test),
        }],
        ..Block::default()
    })
}

/// "Name : value"; some names hold a word in brackets.
fn property(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(" :")?;
    let name = name.trim_end();
    let word = name.split(" (").next().unwrap_or_default();
    let plain = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (plain && name.len() <= 40).then_some((name, value.trim()))
}

/// Address and port of "TCP connect to (192.0.2.10 : 1688) failed"; older systems leave out the brackets.
fn warning(line: &str) -> Option<(&str, &str)> {
    if line.len() > 300 {
        return None;
    }
    let (_, target) = line.split_once("TCP connect to ")?;
    let target = match target.strip_prefix('(') {
        Some(inner) => inner.split_once(')')?.0,
        None => target.split(' ').next()?,
    };
    let (address, port) = target.rsplit_once(':')?;
    digits(port.trim()).map(|_| (address.trim(), port.trim()))
}

/// "WARNING: Ping to ... failed", "WARNING: Name resolution of ... failed"; the first word is translated.
fn is_other_warning(line: &str) -> bool {
    line.len() <= 300 && (line.contains("Ping to ") || line.contains("Name resolution of "))
}

fn is_near(look: &Look<'_>) -> bool {
    let mut below = look.clone();
    (0..6).any(|_| {
        below.advance();
        warning(below.bare()).is_some() || below.bare().starts_with("ComputerName ")
    })
}
