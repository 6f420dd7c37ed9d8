//! What stands in the box of Look up, and the answers to it. No web types.

use std::borrow::Cow;

use activation_desk::identify::{Candidate, Extent, Identified, identify};
use activation_desk::kb::Address;
use activation_desk::search::{self, Answer, Hit, search};
use activation_desk::text::mask_product_keys;
use activation_desk::wording::look_up_page as say;

/// More bytes are not even looked at: a text box on one line is no place for them.
pub const MOST: usize = 16 * 1024;
/// So many entries are found at most.
pub const MOST_HITS: usize = 100;

/// A question with its answers. Two are equal where they are the same text.
#[derive(Clone, Debug)]
pub struct Look {
    /// The text, full product keys masked.
    pub text: String,
    /// Whether a full product key was masked in it.
    pub key_masked: bool,
    /// Whether it was too long to be taken.
    pub too_long: bool,
    /// What it could be by itself.
    pub identified: Identified,
    /// The entries that have its words.
    pub answer: Answer,
}

impl Look {
    /// Masks full product keys in `text` and answers it.
    pub fn new(text: &str) -> Self {
        let too_long = text.len() > MOST;
        let text = if too_long { "" } else { text };
        let (text, keys) = mask_product_keys(text);
        let identified = identify(&text, None);
        let known: Vec<_> = identified
            .candidates
            .iter()
            .filter_map(Candidate::address)
            .collect();
        let mut answer = search(&text, MOST_HITS);
        // What is named above need not be found below.
        let named = |hit: &Hit| known.contains(&hit.address);
        let before = answer.hits.len();
        answer.hits.retain(|hit| !named(hit));
        answer.total -= before - answer.hits.len();
        Look {
            key_masked: matches!(text, Cow::Owned(_)) && !keys.is_empty(),
            text: text.into_owned(),
            too_long: too_long || identified.extent == Extent::TooLong,
            identified,
            answer,
        }
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && !self.too_long
    }

    /// Whether the text is too long to be searched word by word.
    pub fn is_long(&self) -> bool {
        self.text.len() > search::LONGEST
    }

    /// The address of the best answer.
    pub fn first(&self) -> Option<Address> {
        let mut named = self
            .identified
            .candidates
            .iter()
            .filter_map(Candidate::address);
        named
            .next()
            .or_else(|| self.answer.hits.first().map(|hit| hit.address))
    }

    /// What a screen reader is told.
    pub fn sentence(&self) -> String {
        if self.is_empty() {
            return String::new();
        }
        if self.too_long {
            return activation_desk::wording::ids::TOO_LONG.to_owned();
        }
        say::found(self.identified.candidates.len(), self.answer.total)
    }
}

impl PartialEq for Look {
    fn eq(&self, other: &Self) -> bool {
        (&self.text, self.too_long) == (&other.text, other.too_long)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_key_is_masked_and_its_ending_known() {
        let look = Look::new("TVRH6-WHNXV-R9WG3-9XRFY-MY832");
        assert!(look.key_masked && !look.text.contains("TVRH6"));
        assert_eq!(look.first(), Some(Address::ClientKey("MY832")));
    }

    #[test]
    fn what_is_identified_is_not_found_again() {
        let look = Look::new("0xC004F074");
        assert_eq!(look.first(), Some(Address::Code(0xC004_F074)));
        assert!(
            look.answer
                .hits
                .iter()
                .all(|hit| Some(hit.address) != look.first())
        );
    }

    #[test]
    fn a_novel_is_too_long() {
        let look = Look::new(&"word ".repeat(10_000));
        assert!(look.too_long && look.text.is_empty() && look.first().is_none());
        assert!(!look.is_empty());
        assert!(Look::new(" ").is_empty());
    }
}
