//! Some of the requests that the host ever got failed.

use super::{
    super::{Case, Certainty, Finding, Severity},
    requests, working,
};
use crate::{command::Command, wording::findings::host as say};

/// Failed requests: information as a rule; where every one failed, most likely the key does not cover what asks.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let host = working(case)?;
    let counters = requests(host);
    let failed = counters.failed.filter(|failed| *failed > 0)?;
    // More failed than came is a contradiction: the total is then not told.
    let total = counters.total.filter(|total| *total >= failed);
    let all = total == Some(failed) && host.current_count.unwrap_or(0) == 0;
    let keys = ["kmsHost.requests.total", "kmsHost.requests.failed"];
    let finding = if all {
        case.finding(
            "host-all-requests-failed",
            Severity::Blocks,
            say::all_requests_failed(failed),
            &keys,
        )
        .certainty(Certainty::Likely)
    } else {
        case.finding(
            "host-requests-failed",
            Severity::Note,
            say::requests_failed(failed, total),
            &keys,
        )
        .background(say::COUNTERS_ARE_TOTALS)
    };
    let finding = finding
        .step(case.step(Command::ReadEvent12290, say::SEE_WHO_FAILED))
        .article("term-cumulative-requests")
        .article("event-12290")
        .see("0xC004F042");
    Some(finding)
}
