//! A KMS host answered and activated this client.

use super::{
    super::{Finding, Paste, Severity},
    answers,
};
use crate::{kb::reason, wording::findings::machine as say};

/// Event 12289 with the client activated.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let (event, _) = answers(paste).find(|(_, read)| {
        let failed = read
            .hresult
            .is_some_and(|code| reason::severity(code) == reason::Severity::Failure);
        read.activated == Some(true) && !failed
    })?;
    let logged = event.logged.as_deref().map(str::to_owned);
    Some(
        paste
            .finding(
                "machine-host-answered",
                Severity::Note,
                say::answered(logged),
                &[event.line],
            )
            .article("event-12289"),
    )
}
