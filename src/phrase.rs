//! Text tagged by meaning.
//!
//! The core never says how something looks: it hands out phrases whose pieces say *what* they are (a host name, a code,
//! a command, ...). The page, the plain-text copy, print and the redact switch all render the same phrases.
//!
//! ```
//! use activation_desk::phrase::{Kind, Phrase, Redact};
//! let phrase = Phrase::new().text("It asks ").value(Kind::Host, "kms01.example.com").text(".");
//! assert_eq!(phrase.plain(Redact::No), "It asks kms01.example.com.");
//! assert_eq!(phrase.plain(Redact::Yes), "It asks [host].");
//! ```

use std::borrow::Cow;

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Plain words.
    Text,
    /// Words that carry the sentence.
    Strong,
    /// Words that an article of the knowledge base explains, with its key ("state-licensed").
    Entry(&'static str),
    /// A number with its unit ("12 days").
    Quantity,
    /// A point in time.
    Date,
    /// A value as printed that names nobody (a channel, an edition, a version).
    Value,
    /// A GUID that is the same on every machine (Activation ID, Application ID).
    Guid,
    /// An error or reason code.
    Code,
    /// A command line or a part of one.
    Command,
    /// A web address.
    Url,
    /// A host, computer or domain name, with or without a port. Sensitive.
    Host,
    /// An IP address. Sensitive.
    Address,
    /// A client machine ID (CMID), or another number of one machine. Sensitive.
    Machine,
    /// An Extended PID or a short Product ID. Sensitive.
    Pid,
    /// An Installation ID, whole or a group of it. Sensitive.
    InstallationId,
    /// The last five characters of a product key. Sensitive.
    KeyEnding,
    /// A name in the directory (activation object, distinguished name). Sensitive.
    Directory,
    /// A line of the paste that nobody understood; may hold anything. Sensitive.
    Unread,
}

impl Kind {
    /// What stands in its place when it is redacted; `None` where there is nothing to hide.
    pub const fn placeholder(self) -> Option<&'static str> {
        match self {
            Kind::Host => Some("[host]"),
            Kind::Address => Some("[address]"),
            Kind::Machine => Some("[machine ID]"),
            Kind::Pid => Some("[PID]"),
            Kind::InstallationId => Some("[Installation ID]"),
            Kind::KeyEnding => Some("[key ending]"),
            Kind::Directory => Some("[directory name]"),
            Kind::Unread => Some("[line hidden]"),
            _ => None,
        }
    }
}

/// Whether sensitive pieces are replaced by what they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Redact {
    /// Show everything.
    #[default]
    No,
    /// Replace each sensitive piece by [`Kind::placeholder`].
    Yes,
}

/// One tagged piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: Kind,
    /// Its text, never markup.
    pub text: Cow<'static, str>,
}

impl Piece {
    /// The text to show.
    pub fn shown(&self, redact: Redact) -> &str {
        match (redact, self.kind.placeholder()) {
            (Redact::Yes, Some(placeholder)) => placeholder,
            _ => &self.text,
        }
    }
}

/// Words in a row, each tagged by its meaning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase(Vec<Piece>);

impl Phrase {
    /// An empty phrase.
    pub const fn new() -> Self {
        Phrase(Vec::new())
    }

    /// Adds plain words.
    #[must_use]
    pub fn text(self, text: impl Into<Cow<'static, str>>) -> Self {
        self.value(Kind::Text, text)
    }

    /// Adds the words that carry the sentence.
    #[must_use]
    pub fn strong(self, text: impl Into<Cow<'static, str>>) -> Self {
        self.value(Kind::Strong, text)
    }

    /// Adds a value of the given kind.
    #[must_use]
    pub fn value(mut self, kind: Kind, text: impl Into<Cow<'static, str>>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.0.push(Piece { kind, text });
        }
        self
    }

    /// Appends another phrase.
    #[must_use]
    pub fn then(mut self, other: Phrase) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The pieces in reading order.
    pub fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// The phrase as plain text.
    pub fn plain(&self, redact: Redact) -> String {
        self.0.iter().map(|piece| piece.shown(redact)).collect()
    }
}

impl From<&'static str> for Phrase {
    fn from(text: &'static str) -> Self {
        Phrase::new().text(text)
    }
}

impl From<String> for Phrase {
    fn from(text: String) -> Self {
        Phrase::new().text(text)
    }
}
