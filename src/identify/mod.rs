//! Any text: what could this be?
//!
//! A tired person has one string in hand. [`identify`] says what it is, best guess first: its kind, how sure that is, the value as
//! it should be written, what it is made of, what was forgiven, what is wrong where, and what follows. A string inside a sentence
//! is found, and each of several. What is not known is called unknown; nothing is made up.
//!
//! - `guid`, `number`, `pid`, `code`, `small`: one family of identifiers each, with what the knowledge base says of it.
//! - `nearest`: known values that differ in one or two characters; suggested, never put in place of what was given.
//! - `scan`: identifiers inside other text.
//!
//! The words for all of this are in `wording::ids`.
//!
//! ```
//! use activation_desk::identify::{identify, Kind, Certainty};
//! let found = identify("COO4F074", None);
//! let best = &found.candidates[0];
//! assert_eq!((best.kind(), best.certainty, best.value.as_str()), (Kind::ErrorCode, Certainty::Likely, "0xC004F074"));
//! ```

pub mod code;
pub mod guid;
mod nearest;
mod number;
pub mod pid;
mod scan;
pub mod small;

use time::Date;

use crate::{
    channel::Channel,
    id::{
        confirmation_id, installation_id, liberty::Liberty, product_id::ProductId, product_key,
        shape,
    },
    kb::{self, Address, article},
    state::LicenseStatus,
};

pub use nearest::{Difference, Near};

/// Characters other than blanks that are looked at; a text with more is a document, not an identifier.
pub const MOST_CHARACTERS: usize = 4_096;
/// Bytes without the blanks around: more are not even counted.
const MOST_BYTES: usize = 65_536;

/// What a text could be.
#[derive(Clone, Debug, PartialEq)]
pub struct Identified {
    /// How much of the text was looked at.
    pub extent: Extent,
    /// What it could be, the best guess first; in the order of the text where several stand in it.
    pub candidates: Vec<Candidate>,
}

/// How much of a text was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// There is nothing but blanks.
    Empty,
    /// Nothing: it has more than [`MOST_CHARACTERS`].
    TooLong,
}

/// One thing that a text, or a part of it, could be.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// How sure it is.
    pub certainty: Certainty,
    /// The value as it should be written: a GUID in lower case, digits without separators, `0xC004F074`.
    pub value: String,
    /// The part of the text that it was read from, product keys masked.
    pub found: String,
    /// What was forgiven.
    pub liberties: Vec<Liberty>,
    /// What it is.
    pub what: What,
}

/// How sure it is what a text is. It says nothing about whether the value is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// No other thing is written like this, and nothing was forgiven that changes a character.
    Exact,
    /// Hardly anything else.
    Likely,
    /// Something else is as likely.
    Possible,
}

/// The kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // their names say what they are
pub enum Kind {
    ActivationId,
    ApplicationId,
    /// A GUID that the catalogue does not have: perhaps an Activation ID, perhaps a client machine ID (CMID).
    Guid,
    InstallationId,
    ConfirmationId,
    ExtendedPid,
    ProductId,
    ErrorCode,
    /// A full product key, masked.
    ProductKey,
    KeyEnding,
    State,
    Channel,
    Event,
    Build,
    Lcid,
    Port,
}

/// What it is, with what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// An Activation ID, an Application ID, or another GUID.
    Guid(Box<guid::Finding>),
    /// An Installation ID.
    InstallationId(Box<installation_id::Inspected>),
    /// A Confirmation ID.
    ConfirmationId(Box<confirmation_id::Inspected>),
    /// An Extended PID.
    ExtendedPid(Box<pid::Finding>),
    /// A short Product ID.
    ProductId(Box<ProductId>),
    /// An error or reason code.
    Code(Box<code::Finding>),
    /// A full product key, which is masked on entry; or one that was masked before. Only its ending is kept.
    ProductKey {
        /// The last five characters.
        ending: String,
        /// Whether the whole key stood in the text.
        entered_whole: bool,
    },
    /// The last five characters of a product key.
    KeyEnding(String),
    /// A license state.
    State(LicenseStatus),
    /// A channel.
    Channel(Channel),
    /// An event of the licensing service, or another number after the word "event".
    Event(u32),
    /// A Windows build, with the revision where one is given.
    Build {
        /// The build.
        build: u32,
        /// The number behind its dot.
        revision: Option<u32>,
    },
    /// A language code.
    Lcid(u32),
    /// A TCP port.
    Port(u32),
}

impl Kind {
    /// Its name in the published shape.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::ActivationId => "activation-id",
            Kind::ApplicationId => "application-id",
            Kind::Guid => "guid",
            Kind::InstallationId => "installation-id",
            Kind::ConfirmationId => "confirmation-id",
            Kind::ExtendedPid => "extended-pid",
            Kind::ProductId => "product-id",
            Kind::ErrorCode => "error-code",
            Kind::ProductKey => "product-key",
            Kind::KeyEnding => "key-ending",
            Kind::State => "state",
            Kind::Channel => "channel",
            Kind::Event => "event",
            Kind::Build => "build",
            Kind::Lcid => "lcid",
            Kind::Port => "port",
        }
    }
}

impl Certainty {
    /// Its name in the published shape.
    pub const fn name(self) -> &'static str {
        match self {
            Certainty::Exact => "exact",
            Certainty::Likely => "likely",
            Certainty::Possible => "possible",
        }
    }
}

impl Candidate {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match &self.what {
            What::Guid(finding) => match finding.known {
                Some(guid::Known::Activation(_)) => Kind::ActivationId,
                Some(guid::Known::Application(_)) => Kind::ApplicationId,
                None => Kind::Guid,
            },
            What::InstallationId(_) => Kind::InstallationId,
            What::ConfirmationId(_) => Kind::ConfirmationId,
            What::ExtendedPid(_) => Kind::ExtendedPid,
            What::ProductId(_) => Kind::ProductId,
            What::Code(_) => Kind::ErrorCode,
            What::ProductKey { .. } => Kind::ProductKey,
            What::KeyEnding(_) => Kind::KeyEnding,
            What::State(_) => Kind::State,
            What::Channel(_) => Kind::Channel,
            What::Event(_) => Kind::Event,
            What::Build { .. } => Kind::Build,
            What::Lcid(_) => Kind::Lcid,
            What::Port(_) => Kind::Port,
        }
    }

    /// Where the knowledge base tells more of it; `None` where it has no entry.
    pub fn address(&self) -> Option<Address> {
        let article = |kind, name: &str| Some(Address::Article(article::of(kind, name)?.key));
        match &self.what {
            What::Guid(finding) => finding.known.map(|known| match known {
                guid::Known::Activation(known) => Address::ActivationId(known.id),
                guid::Known::Application(known) => Address::ApplicationId(known.id),
            }),
            What::Code(finding) => finding.told().map(|reason| Address::Code(reason.code)),
            What::State(state) => article(article::Kind::State, state.name()),
            What::Channel(channel) => article(article::Kind::Channel, channel.name()),
            What::Event(id) => article(article::Kind::Event, &id.to_string()),
            What::Build { build, .. } => {
                kb::build::find(*build).map(|known| Address::Build(known.build))
            }
            What::Lcid(lcid) => kb::lcid::find(*lcid).map(|known| Address::Lcid(known.lcid)),
            What::Port(port) => Address::parse(&format!("port-{port}")),
            What::InstallationId(_)
            | What::ConfirmationId(_)
            | What::ExtendedPid(_)
            | What::ProductId(_) => None,
            What::ProductKey { ending, .. } | What::KeyEnding(ending) => {
                kb::client_key::by_ending(ending)
                    .next()
                    .map(|key| Address::ClientKey(key.ending()))
            }
        }
    }
}

/// Says what a text could be. `now` is the day on which it is asked, where the caller knows it: without one, no date is called
/// one of the future.
pub fn identify(text: &str, now: Option<Date>) -> Identified {
    let trimmed = text.trim_matches(shape::is_blank);
    let nothing = |extent| Identified {
        extent,
        candidates: Vec::new(),
    };
    if trimmed.is_empty() {
        return nothing(Extent::Empty);
    }
    if trimmed.len() > MOST_BYTES {
        return nothing(Extent::TooLong);
    }
    let useful = trimmed.chars().filter(|&c| !shape::is_blank(c)).count();
    if useful > MOST_CHARACTERS {
        return nothing(Extent::TooLong);
    }
    // Before anything else looks at it.
    let (masked, keys) = product_key::mask(trimmed);
    let context = Context::of(&masked);
    let asked = Asked {
        text: &masked,
        context,
        now,
        has_key: !keys.is_empty(),
    };
    let mut whole = scan::whole(&asked);
    whole.sort_by_key(|candidate| candidate.certainty);
    let is_one_word = !masked.contains(char::is_whitespace);
    let is_clear = whole
        .first()
        .is_some_and(|best| best.certainty != Certainty::Possible);
    let candidates = if is_clear || is_one_word && !whole.is_empty() {
        whole
    } else {
        let parts = scan::parts(&asked);
        if parts.is_empty() { whole } else { parts }
    };
    Identified {
        extent: Extent::Whole,
        candidates,
    }
}

/// What is asked about.
struct Asked<'t> {
    /// Without the blanks around, product keys masked.
    text: &'t str,
    context: Context,
    now: Option<Date>,
    has_key: bool,
}

/// What the words around an identifier say about what it is wanted for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// A command of slmgr that takes an Activation ID.
    pub slmgr: bool,
    /// The word "host".
    pub host: bool,
    /// "CMID" or "client machine ID".
    pub machine: bool,
}

impl Context {
    /// Looks for the words.
    pub fn of(text: &str) -> Context {
        let lower = text.to_lowercase();
        let has = |word: &str| lower.contains(word);
        Context {
            slmgr: has("slmgr"),
            host: has("host"),
            machine: has("cmid") || has("client machine"),
        }
    }
}
