//! What a paste says besides products: the machine, records of the event log, what other tools found.

mod event;
mod evidence;
mod log;
mod machine;

use super::Tone;
use crate::phrase::{Kind, Phrase};

pub use event::event;
pub use evidence::evidence;
pub use log::{Log, log};
pub use machine::{has_settings, machine};

/// A record of the event log, or a finding of another tool.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// For mark and colour.
    pub tone: Tone,
    /// The number of a record; `None` for a finding.
    pub id: Option<u32>,
    /// What it tells, in one sentence.
    pub sentence: Phrase,
    /// Its fields, each a short name and its value.
    pub facts: Vec<(&'static str, Phrase)>,
    /// The code that it gives as its result, an HRESULT; `None` for success.
    pub code: Option<u32>,
    /// Its line in the paste, 1-based.
    pub line: u32,
}

/// Fields being gathered.
#[derive(Default)]
struct Facts(Vec<(&'static str, Phrase)>);

impl Facts {
    /// Adds a value, if there is one.
    fn put(&mut self, name: &'static str, kind: Kind, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.say(name, Phrase::new().value(kind, value.to_string()));
        }
    }

    /// Adds words, if there are any.
    fn say(&mut self, name: &'static str, words: Phrase) {
        if !words.is_empty() {
            self.0.push((name, words));
        }
    }
}
