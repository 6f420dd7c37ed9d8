//! The figures of volume activation: thresholds, intervals, limits. One constant each, so that code names what it means.
//!
//! ```
//! use activation_desk::kb::threshold::{CLIENT_CACHE_END, WINDOWS_CLIENTS};
//! assert_eq!(CLIENT_CACHE_END.value, 2 * WINDOWS_CLIENTS.value);
//! ```

pub use super::generated::thresholds::*;
use super::{Certainty, Sources};

/// One figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Threshold {
    /// Its name: "windows-clients".
    pub name: &'static str,
    /// The figure.
    pub value: u32,
    /// What it counts.
    pub unit: Unit,
    /// What it is, in one sentence.
    pub meaning: &'static str,
    /// What else has to be said, in plain sentences.
    pub note: Option<&'static str>,
    /// How sure all this is.
    pub certainty: Certainty,
    pub(super) sources: Sources,
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Activations with one key.
    Activations,
    /// Different computers.
    Computers,
    /// Days.
    Days,
    /// Minutes.
    Minutes,
    /// Nothing: it is a TCP port.
    TcpPort,
}

impl Threshold {
    /// Where this comes from.
    pub const fn sources(&self) -> Sources {
        self.sources
    }
}

/// The figure of that name.
pub fn find(name: &str) -> Option<&'static Threshold> {
    ALL.iter().find(|figure| figure.name == name)
}
