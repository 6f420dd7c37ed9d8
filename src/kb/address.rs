//! What each entry of the knowledge base is called in an address: `#/look-up/0xC004F038`.
//!
//! ```
//! use activation_desk::kb::Address;
//! let address = Address::parse("0xc004f038").unwrap();
//! assert_eq!(address, Address::Code(0xC004_F038));
//! assert_eq!(address.to_fragment(), "0xC004F038");
//! assert_eq!(Address::parse("kms"), None);
//! ```

use uuid::Uuid;

use super::extended_pid::Part;
use super::grace::{Generation, GraceKind};
use super::{application_id, article, client_key, extended_pid, threshold};
use crate::id::error_code;

/// Where an entry is found. Codes, IDs, builds and languages have an address whether somebody knows them or not; what has
/// no number of its own has one only if it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Address {
    /// A reason or error code.
    Code(u32),
    /// An Activation ID.
    ActivationId(Uuid),
    /// One of the Application IDs.
    ApplicationId(Uuid),
    /// An article, by its key.
    Article(&'static str),
    /// Published client keys, by the five characters that they end in.
    ClientKey(&'static str),
    /// A build of Windows.
    Build(u32),
    /// A language code.
    Lcid(u32),
    /// A figure, by its name.
    Figure(&'static str),
    /// A grace period.
    Grace(Generation, GraceKind),
    /// The value of a field in Extended PIDs.
    PidPiece(Part, &'static str),
}

impl Address {
    /// What stands behind `#/look-up/`. [`Address::parse`] reads it back.
    pub fn to_fragment(self) -> String {
        match self {
            Address::Code(code) => error_code::format(code),
            Address::ActivationId(id) | Address::ApplicationId(id) => id.hyphenated().to_string(),
            Address::Article(key) => key.to_owned(),
            Address::ClientKey(ending) => format!("key-{ending}"),
            Address::Build(build) => format!("build-{build}"),
            Address::Lcid(lcid) => format!("lcid-{lcid}"),
            Address::Figure(name) => format!("figure-{name}"),
            Address::Grace(generation, kind) => {
                format!("grace-{}-{}", generation.name(), kind.name())
            }
            Address::PidPiece(part, value) => format!("pid-{}-{value}", part.name()),
        }
    }

    /// Reads what stands behind `#/look-up/`, in either case. `None` where it is no address; an address of a code or ID that
    /// nobody knows is one.
    pub fn parse(fragment: &str) -> Option<Address> {
        // No address is longer than the longest key; a novel is not worth a copy.
        if fragment.len() > 128 || !fragment.is_ascii() {
            return None;
        }
        let fragment = fragment.to_ascii_lowercase();
        if let Some(digits) = fragment.strip_prefix("0x") {
            let whole = digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
            return whole
                .then(|| u32::from_str_radix(digits, 16).ok())
                .flatten()
                .map(Address::Code);
        }
        if let Some(id) = guid(&fragment) {
            return Some(match application_id::find(id) {
                Some(_) => Address::ApplicationId(id),
                None => Address::ActivationId(id),
            });
        }
        if let Some(article) = article::find(&fragment) {
            return Some(Address::Article(article.key));
        }
        let (kind, rest) = fragment.split_once('-')?;
        match kind {
            "key" => client_key::by_ending(rest)
                .next()
                .map(|key| Address::ClientKey(key.ending())),
            "build" => number(rest).map(Address::Build),
            "lcid" => number(rest).map(Address::Lcid),
            "figure" => threshold::find(rest).map(|figure| Address::Figure(figure.name)),
            "grace" => Generation::ALL.into_iter().find_map(|generation| {
                let kind = rest.strip_prefix(generation.name())?.strip_prefix('-')?;
                let kind = GraceKind::ALL
                    .into_iter()
                    .find(|known| known.name() == kind)?;
                Some(Address::Grace(generation, kind))
            }),
            "pid" => Part::ALL.into_iter().find_map(|part| {
                let digits = rest.strip_prefix(part.name())?.strip_prefix('-')?;
                let piece = extended_pid::find(part, digits)?;
                Some(Address::PidPiece(part, piece.value))
            }),
            _ => None,
        }
    }

    /// How `related` of an article names it. [`Address::of_reference`] reads it back.
    pub fn to_reference(self) -> String {
        match self {
            Address::Figure(name) => format!("figure:{name}"),
            other => other.to_fragment(),
        }
    }

    /// What `related` of an article means: a code, "figure:NAME", or the key of another article. `None` where there is none.
    pub fn of_reference(reference: &str) -> Option<Address> {
        match reference.strip_prefix("figure:") {
            Some(name) => threshold::find(name).map(|figure| Address::Figure(figure.name)),
            None => Address::parse(reference),
        }
    }
}

/// A GUID as fragments have it: lower case, with hyphens.
fn guid(text: &str) -> Option<Uuid> {
    (text.len() == 36).then(|| text.parse().ok()).flatten()
}

/// Digits as they are printed: no sign, no leading zero.
fn number(digits: &str) -> Option<u32> {
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit())
        && (digits == "0" || !digits.starts_with('0'));
    plain.then(|| digits.parse().ok()).flatten()
}
