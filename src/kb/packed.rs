//! Rows that are mostly text: one string each, taken apart only when somebody asks.
//!
//! As structures of strings such rows would cost the page an address and a length for each text, which no compressor gets
//! small; and a search reads one string faster than ten. `cargo xtask tables` writes them (`xtask/src/tables/emit.rs`).

use super::{Certainty, Sources};

/// Stands between fields. Texts hold no control characters; the generator checks that.
pub(super) const FIELD: char = '\t';
/// Stands between the items of a list.
const ITEM: char = '\n';

/// The fields of one row from the first to the last.
#[derive(Clone, Copy)]
pub(super) struct Fields(Option<&'static str>);

impl Fields {
    pub(super) const fn of(row: &'static str) -> Self {
        Fields(Some(row))
    }

    /// The next field; an empty text where there is none.
    pub(super) fn text(&mut self) -> &'static str {
        let Some(rest) = self.0 else { return "" };
        match rest.split_once(FIELD) {
            Some((field, rest)) => {
                self.0 = Some(rest);
                field
            }
            None => {
                self.0 = None;
                rest
            }
        }
    }

    /// The next field, if it is not empty.
    pub(super) fn optional(&mut self) -> Option<&'static str> {
        Some(self.text()).filter(|text| !text.is_empty())
    }

    /// The next field as a list.
    pub(super) fn lines(&mut self) -> Lines {
        Lines(self.text())
    }

    /// The last field: how sure the row is, and from where.
    pub(super) fn provenance(&mut self) -> (Certainty, Sources) {
        let text = self.text();
        let mut letters = text.chars();
        let certainty = letters
            .next()
            .and_then(Certainty::from_initial)
            .unwrap_or(Certainty::Doubtful);
        (certainty, Sources(letters.as_str()))
    }
}

/// The first field of a row.
pub(super) fn key(row: &'static str) -> &'static str {
    Fields::of(row).text()
}

/// A list of texts.
///
/// ```
/// let reason = activation_desk::kb::reason::find(0xC004_F038).unwrap();
/// assert!(reason.why.iter().all(|why| why.ends_with('.')));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lines(&'static str);

impl Lines {
    /// The texts in the order of the data file.
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        // An empty list and a list of one empty text are the same; no text is empty.
        self.0.split(ITEM).filter(|text| !text.is_empty())
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The texts two by two: what something is called, and what it is.
    pub(super) fn pairs(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let mut texts = self.0.split(ITEM);
        std::iter::from_fn(move || {
            Some((texts.next().filter(|text| !text.is_empty())?, texts.next()?))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_lists() {
        let mut fields = Fields::of("key\t\tone\ntwo\t\tdoubt\tsab");
        assert_eq!(fields.text(), "key");
        assert_eq!(fields.optional(), None);
        assert_eq!(fields.lines().iter().collect::<Vec<_>>(), ["one", "two"]);
        let none = fields.lines();
        assert!(none.is_empty() && none.iter().next().is_none() && none.pairs().next().is_none());
        assert_eq!(fields.optional(), Some("doubt"));
        assert_eq!(fields.provenance(), (Certainty::Seen, Sources("ab")));
        assert_eq!((fields.text(), fields.text()), ("", ""));
    }

    #[test]
    fn pairs() {
        let pairs: Vec<_> = Lines("a\n1\nb\n2").pairs().collect();
        assert_eq!(pairs, [("a", "1"), ("b", "2")]);
    }
}
