//! What DNS says of `_vlmcs._tcp`: nslookup, `Resolve-DnsName` (table and list), dig.
//!
//! Heads and failures are translated on other systems; the name, the figures and their order are not.

use std::borrow::Cow;

use super::{
    Block, BlockLine,
    look::{Look, digits, label},
};
use crate::{
    reading::{DnsSrv, Evidence, EvidenceKind, Producer, SpanKind, Words, value},
    text::Lines,
};

/// The record that clients ask for.
const SERVICE: &str = "_vlmcs";
/// The name stands no further below the head.
const FAR: usize = 12;

/// Reads the answers that begin with the line `raw`.
pub fn read<'t>(number: u32, raw: &'t str, rest: &Lines<'t>) -> Option<Block<'t>> {
    let mut look = Look::new(number, raw, rest);
    let mut dns = Dns::default();
    let mut last = 0;
    while !look.is_over() {
        let line = look.bare();
        if !dns.line(&look, line) {
            break;
        }
        last = look.number();
        look.advance();
        if !look.skip_blanks(2) {
            break;
        }
    }
    dns.close();
    if let Some((line, words)) = dns.failure.take().filter(|_| dns.found.is_empty()) {
        let record = DnsSrv {
            failure: Some(words),
            ..dns.record(None)
        };
        dns.found.push((line, record));
    }
    // A head without an answer belongs to another question.
    (!dns.found.is_empty()).then(|| Block {
        producer: Producer::DnsSrv,
        last_line: last,
        lines: dns.lines,
        evidence: dns
            .found
            .into_iter()
            .map(|(line, srv)| Evidence {
                line,
                kind: EvidenceKind::DnsSrv(srv),
            })
            .collect(),
        ..Block::default()
    })
}

#[derive(Default)]
struct Dns<'t> {
    server: Option<Words<'t>>,
    /// The name that was typed or asked for.
    asked: Option<Words<'t>>,
    open: Option<(u32, DnsSrv<'t>)>,
    /// How many figures of the open record were read.
    figures: usize,
    failure: Option<(u32, Words<'t>)>,
    found: Vec<(u32, DnsSrv<'t>)>,
    lines: Vec<BlockLine>,
    begun: bool,
}

impl<'t> Dns<'t> {
    /// Takes a line in; `false` where it belongs to something else.
    fn line(&mut self, look: &Look<'t>, line: &'t str) -> bool {
        let taken = if line.len() > 500 {
            false
        } else if let Some(at) = memchr::memmem::find(line.as_bytes(), SERVICE.as_bytes()) {
            self.named(look, line, at)
        } else {
            self.pair(look, line) || self.other(look, line)
        };
        self.begun |= taken;
        taken
    }

    /// A line that holds the name.
    fn named(&mut self, look: &Look<'t>, line: &'t str, at: usize) -> bool {
        let number = look.number();
        let (before, from) = line.split_at(at);
        let end = from
            .find(|c: char| c.is_whitespace() || matches!(c, ':' | '\'' | '"' | ')' | ','))
            .unwrap_or(from.len());
        let (name, after) = from.split_at(end);
        let name = Some(name.trim_end_matches('.'))
            .filter(|name| !cut(name))
            .map(Cow::Borrowed);
        if before.starts_with(';') || before.is_empty() && after.trim().is_empty() {
            // The question, by dig or typed into nslookup.
            self.asked = name.or(self.asked.take());
            return before.starts_with(';')
                || self.begun
                || look.next_told(0).is_some_and(|next| is_head(&next));
        }
        if before.starts_with('+') {
            // PowerShell repeats the command below its error.
            return self.begun;
        }
        let (property, value) = line.split_once(" :").unwrap_or((line, ""));
        if property.trim_end() == "Name" && value.trim().starts_with(SERVICE) {
            self.close();
            self.open = Some((number, self.record(name)));
            self.note(number, "evidence.name");
            return true;
        }
        if before.is_empty() {
            let tokens: Vec<&str> = after.split_whitespace().collect();
            if let Some(record) = one_line(&tokens) {
                self.close();
                let record = DnsSrv {
                    name,
                    server: self.server.clone(),
                    ..record
                };
                self.found.push((number, record));
                self.note(number, "evidence.target");
                return true;
            }
            if tokens.contains(&"SRV") {
                self.close();
                self.open = Some((number, self.record(name)));
                self.note(number, "evidence.name");
                return true;
            }
        }
        // "*** server can't find NAME: Non-existent domain", "Resolve-DnsName : NAME : DNS name does not exist".
        let failed = label(line).is_some() && !before.is_empty();
        let Some((_, words)) = after.rsplit_once(':').filter(|_| failed) else {
            return false;
        };
        let words = words.trim();
        if words.is_empty() {
            return false;
        }
        self.close();
        let record = DnsSrv {
            failure: Some(Cow::Borrowed(words)),
            ..self.record(name)
        };
        self.found.push((number, record));
        self.note(number, "evidence.failure");
        true
    }

    /// "priority = 0", "NameTarget : kms01.example.com".
    fn pair(&mut self, look: &Look<'t>, line: &'t str) -> bool {
        let Some((name, value)) = line
            .split_once(" = ")
            .or_else(|| line.split_once('='))
            .or_else(|| line.split_once(" :"))
        else {
            return false;
        };
        let (name, value) = (name.trim(), value.trim());
        // A host's name holds no blank: this is an object of another listing.
        if name == "Name" && value.contains(' ') {
            return false;
        }
        let known = KEYS
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, key)| *key);
        let Some((_, srv)) = self.open.as_mut() else {
            // Addresses below the records, and the zone where there is none.
            return self.begun
                && !value.is_empty()
                && (line.contains(" = ") || LISTED.contains(&name));
        };
        let number = digits(value);
        let key = known.or(match (number, self.figures) {
            (Some(_), 0) => Some("evidence.priority"),
            (Some(_), 1) => Some("evidence.weight"),
            (Some(_), 2) => Some("evidence.port"),
            (None, 3) => Some("evidence.target"),
            _ => None,
        });
        // Translated lists have other lines in between.
        let key = if LISTED.contains(&name) { known } else { key };
        match key {
            Some("evidence.priority") => srv.priority = number,
            Some("evidence.weight") => srv.weight = number,
            Some("evidence.port") => srv.port = number,
            Some(_) => {
                let target = value.trim_end_matches('.');
                srv.target = (!target.is_empty() && !cut(target) && !value::names_a_mask(target))
                    .then_some(Cow::Borrowed(target));
            }
            None => return LISTED.contains(&name) || line.contains(" = "),
        }
        self.figures += 1;
        self.note(look.number(), key.unwrap_or_default());
        true
    }

    /// Heads, titles, timeouts.
    fn other(&mut self, look: &Look<'t>, line: &'t str) -> bool {
        if is_head(look) {
            if let Some((_, server)) = label(line)
                && (self.begun || is_near(look))
            {
                self.close();
                self.server =
                    Some(Cow::Borrowed(server)).filter(|_| !server.eq_ignore_ascii_case("unknown"));
                self.note(look.number(), "evidence.server");
                return true;
            }
            return false;
        }
        if label(line).is_some_and(|(_, value)| is_address(value)) && self.begun {
            return true;
        }
        let timed_out = line.starts_with("DNS request timed out") || line.ends_with("timed-out");
        if timed_out {
            self.failure = Some((look.number(), Cow::Borrowed(line)));
            return true;
        }
        if line.starts_with(';') {
            if let Some((_, status)) = line.split_once("status: NX") {
                let words = status.split(',').next().map_or(0, str::len) + 2;
                let from = line.len() - status.len() - 2;
                self.failure = line
                    .get(from..from + words)
                    .map(|words| (look.number(), Cow::Borrowed(words)));
            }
            return self.begun || is_near(look);
        }
        let begins = |word: &str| {
            line.get(..word.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(word))
        };
        let typed = begins("set type=")
            || begins("set q=")
            || begins("set querytype=")
            || line.eq_ignore_ascii_case("exit");
        let title = line.starts_with("Name ") && line.contains("TTL") && line.contains("Section");
        if typed || title {
            return self.begun || is_near(look);
        }
        let rule = line
            .bytes()
            .all(|byte| matches!(byte, b'-' | b' ' | b'~' | b'+'));
        // The rows of other types, and what PowerShell says of an error.
        let row = [" A ", " AAAA ", " SOA ", " NS "]
            .iter()
            .any(|kind| line.contains(kind))
            && line.split_whitespace().count() >= 5;
        let error = line.starts_with("At line:")
            || line.starts_with("+ ")
            || line.starts_with("timeout was");
        let near = line.ends_with("answer:")
            || line.ends_with("found from:")
            || look
                .next_told(0)
                .is_some_and(|next| next.bare().contains(" = ") && !line.contains(' '));
        self.begun
            && (rule
                || row
                || error
                || near
                || line.contains("FullyQualifiedErrorId")
                || line.contains("CategoryInfo"))
            || line.ends_with("Non-authoritative answer:") && is_near(look)
    }

    fn record(&self, name: Option<Words<'t>>) -> DnsSrv<'t> {
        DnsSrv {
            name: name.or(self.asked.clone()),
            server: self.server.clone(),
            ..DnsSrv::default()
        }
    }

    fn note(&mut self, line: u32, key: &'static str) {
        self.lines.push(BlockLine {
            line,
            kind: SpanKind::Field,
            key: Some(key),
        });
    }

    /// The open record is over.
    fn close(&mut self) {
        self.figures = 0;
        if let Some(open) = self.open.take() {
            self.found.push(open);
        }
    }
}

const KEYS: [(&str, &str); 6] = [
    ("priority", "evidence.priority"),
    ("weight", "evidence.weight"),
    ("port", "evidence.port"),
    ("svr hostname", "evidence.target"),
    ("NameTarget", "evidence.target"),
    ("Target", "evidence.target"),
];

/// Properties that `Resolve-DnsName` lists besides.
const LISTED: [&str; 14] = [
    "Name",
    "QueryType",
    "Type",
    "TTL",
    "Section",
    "DataLength",
    "CharacterSet",
    "IP4Address",
    "IP6Address",
    "IPAddress",
    "NameHost",
    "Administrator",
    "SerialNumber",
    "PrimaryServer",
];

/// Priority, weight, port and host behind the name, or the host before the figures.
fn one_line<'t>(tokens: &[&'t str]) -> Option<DnsSrv<'t>> {
    let kind = tokens
        .iter()
        .position(|token| matches!(*token, "SRV" | "service"))?;
    let told: Vec<&'t str> = tokens
        .iter()
        .skip(kind + 1)
        .copied()
        .filter(|token| *token != "=")
        .collect();
    told.windows(4).find_map(|four| {
        let [first, second, third, fourth] = four else {
            return None;
        };
        let host = |host: &'t str| {
            (!host.starts_with('.') && !cut(host))
                .then(|| Cow::Borrowed(host.trim_end_matches('.')))
        };
        let figures = |a: &str, b: &str, c: &str| Some((digits(a)?, digits(b)?, digits(c)?));
        let (target, (priority, weight, port)) = if digits(fourth).is_none() {
            (fourth, figures(first, second, third)?)
        } else {
            (
                first,
                figures(second, third, fourth).filter(|_| digits(first).is_none())?,
            )
        };
        Some(DnsSrv {
            target: host(target),
            priority: Some(priority),
            weight: Some(weight),
            port: Some(port),
            ..DnsSrv::default()
        })
    })
}

/// Tables cut what is too long.
fn cut(name: &str) -> bool {
    name.ends_with("...") || name.ends_with('…')
}

/// An address as these tools print it: dig puts the port behind a "#".
fn is_address(text: &str) -> bool {
    value::is_address(text.split('#').next().unwrap_or_default())
}

/// "Server:  name" above "Address:  192.0.2.1", in whatever language.
fn is_head(look: &Look<'_>) -> bool {
    let head = label(look.bare())
        .filter(|(name, value)| name.len() <= 40 && !value.is_empty() && !value.contains(' '));
    head.is_some_and(|(_, value)| value.len() <= 255)
        && look.next_told(0).is_some_and(|next| {
            next.raw().len() < 300 && label(next.bare()).is_some_and(|(_, value)| is_address(value))
        })
}

/// Whether the name, or that nothing answered, stands a few lines below.
fn is_near(look: &Look<'_>) -> bool {
    let mut below = look.clone();
    (0..FAR).any(|_| {
        below.advance();
        let raw = below.raw();
        raw.len() < 300 && (raw.contains(SERVICE) || raw.ends_with("timed-out"))
    })
}
