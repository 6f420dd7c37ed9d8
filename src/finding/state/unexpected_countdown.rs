//! A countdown where there should be none.

use super::super::{Case, Finding, Severity};
use crate::{channel::Channel, wording::findings::state as say};

/// MAK, retail and OEM licences do not run out.
pub(in super::super) fn find(case: &Case<'_>) -> Option<Finding> {
    let minutes = case
        .product
        .minutes_remaining
        .filter(|minutes| *minutes > 0)?;
    let channel = case
        .product
        .channel
        .filter(|channel| matches!(channel, Channel::Mak | Channel::Retail | Channel::Oem))?;
    if !case.is_licensed() || case.about.suspicion.is_some() {
        return None;
    }
    let finding = case
        .finding(
            "state-unexpected-countdown",
            Severity::ActSoon,
            say::unexpected_countdown(channel, minutes),
            &["description", "licenseStatus", "minutesRemaining"],
        )
        .background(say::COUNTDOWN_UNEXPLAINED)
        .step(case.look(say::COUNTDOWN_AGAIN));
    Some(finding.see("state-licensed"))
}
