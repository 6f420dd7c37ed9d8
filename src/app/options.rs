//! What the host page decides when it mounts the page. No web types, so that the state can use it.

use crate::place::Place;

/// The choices of a mount; each has a harmless default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Where the page lives.
    pub face: Face,
    /// What may be remembered.
    pub storage: StorageKind,
    /// Colours.
    pub theme: Theme,
    /// What is shown at first.
    pub place: Place,
}

/// Where the page lives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// The hosted page: the document is ours.
    #[default]
    Page,
    /// The single offline file: the document is ours.
    File,
    /// A custom element inside somebody else's document.
    Element,
    /// A sandboxed frame: the document is ours, the window is not.
    Frame,
}

impl Face {
    /// The face of that name; the hosted page for anything else.
    pub fn named(name: &str) -> Self {
        match name {
            "file" => Face::File,
            "element" => Face::Element,
            "frame" => Face::Frame,
            _ => Face::Page,
        }
    }

    /// Whether the document around the page is our own.
    pub const fn owns_document(self) -> bool {
        !matches!(self, Face::Element)
    }

    /// Whether the address of the window is ours, too.
    pub const fn owns_address(self) -> bool {
        matches!(self, Face::Page | Face::File)
    }
}

/// What may be remembered, and where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StorageKind {
    /// Nothing.
    #[default]
    None,
    /// While the document lives.
    Memory,
    /// In this browser.
    IndexedDb,
    /// In this browser, once the user has said so.
    Ask,
}

impl StorageKind {
    /// The kind of that name; nothing is remembered for anything else.
    pub fn named(name: &str) -> Self {
        match name {
            "memory" => StorageKind::Memory,
            "indexeddb" => StorageKind::IndexedDb,
            "ask" => StorageKind::Ask,
            _ => StorageKind::None,
        }
    }

    /// Whether a new user's paste is remembered without asking.
    pub const fn remembers_at_first(self) -> bool {
        matches!(self, StorageKind::Memory | StorageKind::IndexedDb)
    }

    /// Whether the user has a say.
    pub const fn is_a_choice(self) -> bool {
        matches!(self, StorageKind::IndexedDb | StorageKind::Ask)
    }
}

/// Which colours to use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the browser asks for.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them, in the order of the switch.
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// The theme of that name; `auto` for anything else.
    pub fn named(name: &str) -> Self {
        match name {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::Auto,
        }
    }

    /// Its name, as in `data-theme`.
    pub const fn name(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}
