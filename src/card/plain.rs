//! A card as plain text, for the clipboard and tickets.
use super::Card;
use crate::phrase::Redact;

/// The card as lines of plain text.
pub fn plain(_card: &Card, _redact: Redact) -> String {
    String::new()
}
