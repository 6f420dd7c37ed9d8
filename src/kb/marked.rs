//! Sentences of the data files as phrases.

use crate::phrase::{Kind, Phrase};

/// A sentence in which commands stand between backticks, as a phrase: words and commands apart.
///
/// ```
/// use activation_desk::{kb, phrase::{Kind, Redact}};
/// let phrase = kb::marked("Set it right: `w32tm /resync`.");
/// assert_eq!(phrase.pieces()[1].kind, Kind::Command);
/// assert_eq!(phrase.plain(Redact::No), "Set it right: w32tm /resync.");
/// ```
pub fn marked(sentence: &'static str) -> Phrase {
    let mut phrase = Phrase::new();
    for (place, part) in sentence.split('`').enumerate() {
        let kind = if place % 2 == 1 {
            Kind::Command
        } else {
            Kind::Text
        };
        phrase = phrase.value(kind, part);
    }
    phrase
}
