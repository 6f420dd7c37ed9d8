//! Findings about license states.

use crate::{phrase::Phrase, wording::card};

/// Licensed, and nothing runs out.
pub const HEALTHY: &str = "Activated. Nothing to do.";

/// Licensed by a KMS host for so many minutes more.
pub fn healthy_lease(minutes: u32) -> Phrase {
    Phrase::new()
        .text("Activated by a KMS host for another ")
        .then(card::span_of(minutes))
        .text(". It renews by itself: nothing to do.")
}

/// How renewal goes.
pub const RENEWS: &str =
    "Each renewal sets the time back to 180 days; Windows tries every 7 days by default.";
/// Beside the command.
pub const LOOK_AGAIN: &str = "Look again in two weeks: the minutes should be near 259,200";
