//! The clocks of client and host are more than four hours apart.

use super::{
    super::{Certainty, Finding, Paste, Severity},
    CLOCKS_APART, answers, asked, settled, try_again, waits, without_host,
};
use crate::{
    command::Command, kb::threshold::CLOCK_DIFFERENCE, reading::EvidenceKind,
    wording::findings::machine as say,
};

/// By the code of a command or of event 12288, which decides; or by what the time service says of this clock.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let printed = paste.errors(CLOCKS_APART);
    let mut lines = printed.clone();
    let by_request = asked(paste)
        .filter(|(_, read)| read.hresult == Some(CLOCKS_APART))
        .map(|(event, _)| event.line);
    lines.extend(by_request);
    let by_answer = answers(paste)
        .filter(|(_, read)| read.hresult == Some(CLOCKS_APART))
        .map(|(event, _)| event.line);
    lines.extend(by_answer);
    lines.sort_unstable();
    lines.dedup();
    let finding = if lines.is_empty() {
        let (minutes, line) = off(paste)?;
        let severity = if waits(paste) {
            Severity::Blocks
        } else {
            Severity::ActSoon
        };
        paste
            .finding(
                "machine-clocks-apart",
                severity,
                say::clock_off(minutes),
                &[line],
            )
            // The other clock is the host's only where both follow one source.
            .certainty(Certainty::Likely)
    } else {
        let sums_up = !paste.errors(super::NOT_REACHED).is_empty();
        paste.finding(
            "machine-clocks-apart",
            without_host(paste),
            say::clocks_apart(sums_up),
            &lines,
        )
    };
    let again = try_again(paste, printed.first());
    let finding = settled(paste, finding, &printed);
    Some(
        finding
            .background(say::CLOCKS_IN_UTC)
            .step(paste.step(Command::ClockStatus, say::SEE_CLOCK, &[]))
            .step(paste.step(Command::ClockResync, say::SET_CLOCK, &[]))
            .step(paste.step(again, say::ASK_AGAIN, &[]))
            .source(CLOCK_DIFFERENCE.sources())
            .see("0xC004F06C")
            .article("topic-time-skew"),
    )
}

/// How many minutes the clock is off, where that is too many, and the line.
fn off(paste: &Paste<'_>) -> Option<(u32, u32)> {
    paste.reading.evidence.iter().find_map(|found| {
        let EvidenceKind::Clock(clock) = &found.kind else {
            return None;
        };
        let minutes = (seconds(clock.phase_offset.as_deref()?)?.abs() / 60.0).floor();
        let minutes = (minutes <= f64::from(u32::MAX)).then_some(minutes as u32)?;
        (minutes > CLOCK_DIFFERENCE.value).then_some((minutes, found.line))
    })
}

/// "-0.0001234s", "+14523,1s".
fn seconds(text: &str) -> Option<f64> {
    let figure = text.trim().strip_suffix('s')?;
    figure
        .replace(',', ".")
        .parse::<f64>()
        .ok()
        .filter(|seconds| seconds.is_finite())
}
