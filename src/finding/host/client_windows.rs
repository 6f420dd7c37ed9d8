//! The host is a Windows client: its key activates no servers.

use super::{
    super::{Case, Finding, Severity},
    working,
};
use crate::wording::findings::host as say;

/// A working host whose printed name is that of a Windows client.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    working(case)?;
    if !super::is_client_windows(case) {
        return None;
    }
    let finding = case
        .finding(
            "host-client-windows",
            Severity::Note,
            say::CLIENT_WINDOWS,
            &["name"],
        )
        .article("host-key-rules");
    Some(finding)
}
