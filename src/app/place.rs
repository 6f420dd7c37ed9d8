//! The places of the page and what they are called in the fragment of its address. No web types.

use std::rc::Rc;

use activation_desk::kb::{Address, Row};

use crate::places::look_up::list::List;

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// A paste and what it means.
    #[default]
    Read,
    /// The box that knows every ID, code and word; or what stands behind it: the address of an entry, the name of a list, or
    /// something unknown.
    LookUp(Rc<str>),
}

/// What stands behind Look up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shown {
    /// The answers to what stands in the box.
    Answers,
    /// All entries of a kind.
    List(List),
    /// An entry.
    Entry(Row),
    /// Nothing of that name.
    Unknown,
}

impl Place {
    /// The place of that name, as hosts and addresses write it; `None` for anything else.
    pub fn named(name: &str, value: &str) -> Option<Place> {
        match name {
            "read" => Some(Place::Read),
            "look-up" => Some(Place::look_up(value)),
            _ => None,
        }
    }

    /// Look up, at an address in any case.
    pub fn look_up(value: &str) -> Place {
        Place::LookUp(match Address::parse(value) {
            Some(address) => address.to_fragment().into(),
            None => value.into(),
        })
    }

    /// Reads a fragment, escapes already taken out: "#/look-up/0xC004F038".
    pub fn parse(fragment: &str) -> Option<Place> {
        let path = fragment.strip_prefix("#/")?;
        let (name, value) = path.split_once('/').unwrap_or((path, ""));
        Place::named(name, value)
    }

    /// The fragment. [`Place::parse`] reads it back.
    pub fn fragment(&self) -> String {
        match self {
            Place::Read => "#/read".to_owned(),
            Place::LookUp(value) if value.is_empty() => "#/look-up".to_owned(),
            Place::LookUp(value) => format!("#/look-up/{value}"),
        }
    }

    /// What is shown there; `None` in Read.
    pub fn shown(&self) -> Option<Shown> {
        let Place::LookUp(value) = self else {
            return None;
        };
        if value.is_empty() {
            return Some(Shown::Answers);
        }
        let list = List::named(value).map(Shown::List);
        let row = || Address::parse(value).and_then(Row::find);
        Some(
            list.or_else(|| row().map(Shown::Entry))
                .unwrap_or(Shown::Unknown),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_are_read_back() {
        for fragment in [
            "#/read",
            "#/look-up",
            "#/look-up/0xC004F038",
            "#/look-up/event-12288",
            "#/look-up/all-error-codes",
            "#/look-up/what/ever",
        ] {
            let place = Place::parse(fragment);
            assert_eq!(
                place.map(|place| place.fragment()).as_deref(),
                Some(fragment)
            );
        }
        for other in ["", "#", "#/", "#desk-1", "#/plan", "/read"] {
            assert_eq!(Place::parse(other), None, "{other}");
        }
    }

    #[test]
    fn case_does_not_matter_for_known_addresses() {
        let place = Place::parse("#/look-up/0xc004f038").unwrap();
        assert_eq!(place.fragment(), "#/look-up/0xC004F038");
        assert!(matches!(place.shown(), Some(Shown::Entry(_))));
        assert_eq!(Place::look_up("0xC0049999").shown(), Some(Shown::Unknown));
        assert_eq!(Place::look_up("").shown(), Some(Shown::Answers));
        assert_eq!(Place::Read.shown(), None);
    }
}
