//! No KMS host was reached: 0xC004F074 only sums up, event 12288 decides.

use super::{
    super::{Certainty, Finding, Paste, Severity},
    CLOCKS_APART, COUNT_TOO_LOW, NOT_REACHED, answers, asked, producer, records, registered,
    settled, waits, without_host,
};
use crate::{
    command::{Command, Host, split_host},
    kb::reason,
    reading::Producer,
    wording::findings::machine as say,
};

/// So many failed requests are told.
const MOST: usize = 5;

/// The code, or a request in event 12288 that failed. Clocks and counts have findings of their own: they are another matter,
/// and 12288 tells so.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let printed = paste.errors(NOT_REACHED);
    let mut failures: Vec<(u32, &str, u32)> = Vec::new();
    for (event, read) in asked(paste) {
        let Some(code) = read.hresult else { continue };
        let host = read.host.as_deref().unwrap_or_default();
        let known = failures
            .iter()
            .any(|(before, at, _)| (*before, *at) == (code, host));
        if reason::severity(code) == reason::Severity::Failure && !known {
            failures.push((code, host, event.line));
        }
    }
    let decided = !failures.is_empty();
    failures.retain(|(code, ..)| !matches!(*code, CLOCKS_APART | COUNT_TOO_LOW));
    if decided && failures.is_empty() || printed.is_empty() && failures.is_empty() {
        return None;
    }
    failures.truncate(MOST);
    let answered = answers(paste).next().is_some();
    let sent = asked(paste).find(|(_, read)| read.hresult == Some(0));
    let silent = sent.filter(|_| !answered && failures.is_empty());
    let mut lines = printed.clone();
    lines.extend(failures.iter().map(|(.., line)| *line));
    lines.extend(silent.map(|(event, _)| event.line));
    lines.sort_unstable();
    let (sentence, certainty) = if let Some((code, host, _)) = failures.first() {
        let sentence = say::request_failed(*code, host, !printed.is_empty());
        (sentence, Certainty::Shown)
    } else if let Some((_, read)) = silent {
        let host = read.host.as_deref().unwrap_or_default();
        (say::no_answer(host), Certainty::Likely)
    } else {
        (say::NOT_REACHED.into(), Certainty::Unseen)
    };
    let mut finding = paste
        .finding(
            "machine-host-not-reached",
            without_host(paste),
            sentence,
            &lines,
        )
        .certainty(certainty);
    for (code, host, _) in failures.iter().skip(1) {
        finding = finding.background(say::request_failed_too(*code, host));
    }
    if answered {
        finding = finding
            .certainty(Certainty::Likely)
            .background(say::ANSWERED_TOO);
    }
    if certainty == Certainty::Unseen {
        finding = finding.step(
            paste
                .step(Command::ReadEvent12288, say::READ_REASON, &[])
                .note(say::READ_REASON_NOTE),
        );
    }
    let host = failures
        .iter()
        .map(|(_, host, _)| *host)
        .chain(silent.and_then(|(_, read)| read.host.as_deref()))
        .find(|host| !host.is_empty());
    finding = reach(paste, finding, host);
    for (code, ..) in &failures {
        finding = finding.code(*code);
    }
    let finding = finding.code(NOT_REACHED).article("event-12288");
    // What ospp.vbs tells of the past.
    let history = !printed.is_empty()
        && printed
            .iter()
            .all(|line| producer(paste, *line) == Some(Producer::OsppOther));
    if history && !waits(paste) {
        let finding = finding.background(say::HISTORY);
        return Some(Finding {
            severity: Severity::Note,
            ..finding
        });
    }
    Some(settled(paste, finding, &printed))
}

/// The steps that show whether a host is named and can be reached; what the paste shows already is left out.
fn reach(paste: &Paste<'_>, finding: Finding, asked: Option<&str>) -> Finding {
    let set = registered(paste);
    let mut named = records(paste).filter_map(|(record, _)| {
        Some((record.target.as_deref()?, u16::try_from(record.port?).ok()))
    });
    let target = asked
        .map(split_host)
        .or(set.map(|set| (set.host, set.port)))
        .or_else(|| named.next());
    let mut finding = finding;
    if records(paste).next().is_none() {
        finding = finding.step(
            paste
                .step(Command::NslookupSrv(None), say::SEE_DNS, &[])
                .note(say::SEE_DNS_NOTE),
        );
    }
    let tested = super::port_tests(paste).next().is_some();
    if !tested {
        let (host, port) = target.unwrap_or_default();
        let command = Command::TestPort {
            host: Host::new(host),
            port: port.unwrap_or(super::DEFAULT),
            old: paste.is_old(),
        };
        finding = finding.step(paste.step(command, say::TEST_PORT, &[host]));
    }
    finding
}
