//! The count is nought though clients have asked before.

use super::{
    super::{Case, Certainty, Finding, Severity},
    read_again, requests, working,
};
use crate::{command::Command, kb::threshold::COUNT_AGEING, wording::findings::host as say};

/// Count 0. Whether somebody asked before decides what it means; `never_asked` and `requests_failed` speak of the rest.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let host = working(case)?;
    if host.current_count != Some(0) {
        return None;
    }
    let counters = requests(host);
    let failed = counters.failed.unwrap_or(0);
    let finding = match counters.total {
        Some(0) => return None,
        Some(total) if failed >= total => return None,
        Some(total) => case.finding(
            "host-count-zero",
            Severity::Note,
            say::count_zero(total),
            &["kmsHost.currentCount", "kmsHost.requests.total"],
        ),
        // The short report prints no counters.
        None => case
            .finding(
                "host-count-zero",
                Severity::Note,
                say::COUNT_ZERO_UNKNOWN,
                &["kmsHost.currentCount"],
            )
            .certainty(Certainty::Unseen)
            .step(read_again(case, say::SEE_COUNTERS)),
    };
    let finding = finding
        .background(say::COUNT_AGES)
        .step(case.step(Command::ReadEvent12290, say::SEE_WHO_ASKED))
        .source(COUNT_AGEING.sources())
        .see("term-kms-count")
        .article("topic-count-stays-low");
    Some(finding)
}
