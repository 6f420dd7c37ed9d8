//! Published client keys: the generic keys that only say how a machine is to be activated. They activate nothing without a
//! KMS host, an object in the directory or an activated Hyper-V host.
//!
//! ```
//! use activation_desk::kb::client_key;
//! for key in client_key::all() {
//!     assert!(client_key::by_ending(key.ending()).any(|other| other == key));
//! }
//! ```

use super::generated::client_keys::CLIENT_KEYS;
use super::packed::{self, Fields};
use super::{Certainty, Sources};

/// A published client key, as it stands beside one product. Some keys are published for several products.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClientKey {
    /// The whole key.
    pub key: &'static str,
    /// The product with its edition: "Windows Server 2025 Standard".
    pub product: &'static str,
    /// The generation under which it is published.
    pub generation: &'static str,
    /// What it is for.
    pub kind: Kind,
    /// What else has to be said, in plain sentences.
    pub note: Option<&'static str>,
    /// How sure all this is.
    pub certainty: Certainty,
    sources: Sources,
}

/// What a client key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A generic volume license key, for KMS and for activation by Active Directory.
    Gvlk,
    /// For a virtual machine that its Hyper-V host activates.
    Avma,
}

impl ClientKey {
    /// The last five characters, which is all that outputs show.
    pub fn ending(&self) -> &'static str {
        ending(self.key)
    }

    /// Where this comes from.
    pub const fn sources(&self) -> Sources {
        self.sources
    }
}

/// The published client keys that end in these five characters, in either case.
pub fn by_ending(text: &str) -> impl Iterator<Item = ClientKey> {
    CLIENT_KEYS
        .iter()
        .filter(move |row| ending(packed::key(row)).eq_ignore_ascii_case(text))
        .map(|row| read(row))
}

/// All of them in the order of the vendor's pages: the newest generation first.
pub fn all() -> impl ExactSizeIterator<Item = ClientKey> + Clone {
    CLIENT_KEYS.iter().map(|row| read(row))
}

fn ending(key: &'static str) -> &'static str {
    key.rsplit('-').next().unwrap_or_default()
}

fn read(row: &'static str) -> ClientKey {
    let mut fields = Fields::of(row);
    let (key, product, generation) = (fields.text(), fields.text(), fields.text());
    let kind = match fields.text() {
        "a" => Kind::Avma,
        _ => Kind::Gvlk,
    };
    let note = fields.optional();
    let (certainty, sources) = fields.provenance();
    ClientKey {
        key,
        product,
        generation,
        kind,
        note,
        certainty,
        sources,
    }
}
