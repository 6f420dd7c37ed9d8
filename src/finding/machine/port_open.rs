//! The port of the KMS host can be reached.

use super::{
    super::{Finding, Paste, Severity},
    port_tests,
};
use crate::wording::findings::machine as say;

/// A test that succeeded, and none that failed.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    if port_tests(paste).any(|(test, ..)| test.succeeded == Some(false)) {
        return None;
    }
    let (test, port, line) = port_tests(paste).find(|(test, ..)| test.succeeded == Some(true))?;
    let host = test.host.as_deref().or(test.address.as_deref());
    Some(
        paste
            .finding(
                "machine-port-open",
                Severity::Note,
                say::port_open(host, port),
                &[line],
            )
            .article("port-1688"),
    )
}
