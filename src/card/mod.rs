//! What is drawn of one product: sections of rows, each value tagged by its meaning.
//!
//! The page, the plain-text copy and print all render [`Card`]; nothing here knows how it looks.

pub mod around;
mod build;
mod fields;
mod identifiers;
mod kms;
mod plain;
mod rows;
mod time_left;

use std::borrow::Cow;

use crate::phrase::Phrase;

/// How good or bad a thing is, for the mark and the colour beside its word (never colour alone).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// In order.
    Good,
    /// Works now; somebody has to act before a date.
    Watch,
    /// Not in order now.
    Bad,
    /// A plain fact.
    Neutral,
}

/// One product.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Index in `Reading::products`.
    pub product: usize,
    /// What it is, in words: "Office 2016 KMS host".
    pub title: Phrase,
    /// The name as printed; empty where none was.
    pub subtitle: Phrase,
    /// Generation, edition, channel in words, each a short label and its value.
    pub identity: Vec<Row>,
    /// The license state; `None` where the paste does not show it.
    pub state: Option<StateCard>,
    /// The time left; `None` where nothing runs out or nothing is printed.
    pub time: Option<TimeCard>,
    /// The reason code with its meaning.
    pub reason: Option<Section>,
    /// Everything else, in reading order (KMS host, KMS client, identifiers, Extended PID, rearms, ...).
    pub sections: Vec<Section>,
    /// What to type next, in order.
    pub steps: Vec<Step>,
    /// First and last line in the paste, 1-based.
    pub lines: (u32, u32),
}

/// The license state in words.
#[derive(Clone, Debug, PartialEq)]
pub struct StateCard {
    /// For mark and colour.
    pub tone: Tone,
    /// One or two words: "Licensed", "Out-of-tolerance grace".
    pub word: &'static str,
    /// The article on this state.
    pub article: Option<&'static str>,
    /// The state in one plain sentence.
    pub sentence: Phrase,
    /// What it means for the people who use the machine.
    pub people: Phrase,
    /// What comes next by itself.
    pub next: Phrase,
    /// What ends it.
    pub ends: Phrase,
    /// Its line in the paste.
    pub line: Option<u32>,
}

/// The time left, counted from the minutes.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeCard {
    /// "179 days, 23 hours".
    pub left: Phrase,
    /// What ends then: "The KMS activation lapses in".
    pub what: Phrase,
    /// Minutes left.
    pub minutes: u32,
    /// Minutes of the whole period, where it is known (259,200 for KMS): for the line in time.
    pub whole: Option<u32>,
    /// The dates.
    pub when: When,
    /// Things to know about the figure (printed days differ, above the maximum, ...).
    pub notes: Vec<Note>,
    /// Its line in the paste.
    pub line: Option<u32>,
}

/// When the time ends.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// Counted from a known moment.
    At {
        /// The moment the output was printed, and how that is known.
        from: Phrase,
        /// The moment it ends.
        ends: Phrase,
        /// Other dated moments on the way (earliest first): label and date.
        on_the_way: Vec<(Cow<'static, str>, Phrase)>,
    },
    /// The user has to say when the output was printed.
    Ask {
        /// Why it is asked.
        why: Phrase,
        /// The readings of an ambiguous printed date: ISO text for the input ("2026-03-04T09:58") and the phrase to show.
        choices: Vec<(String, Phrase)>,
    },
}

/// A titled group of rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// Stable name: "kms-host", "kms-client", "identifiers", "extended-pid", "rearm", "reason", ...
    pub id: &'static str,
    /// The heading.
    pub title: Cow<'static, str>,
    /// Label and value pairs.
    pub rows: Vec<Row>,
    /// Sentences below the rows.
    pub notes: Vec<Note>,
    /// A small bar chart (request counters); empty for none.
    pub chart: Vec<Bar>,
    /// Where the facts in the notes come from: public addresses, or honest words where there is none.
    pub sources: Vec<&'static str>,
}

/// A label with its value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The key in the published shape ("kmsHost.currentCount"); also the key of its meaning.
    pub key: &'static str,
    /// The field's name in words.
    pub label: Cow<'static, str>,
    /// The value.
    pub value: Phrase,
    /// The value in groups of digits (Installation ID); empty for none.
    pub groups: Vec<Group>,
    /// Remarks on this value.
    pub notes: Vec<Note>,
    /// What the field is, in one or two sentences.
    pub meaning: &'static str,
    /// First and last line in the paste, 1-based; `None` for derived values.
    pub lines: Option<(u32, u32)>,
    /// Where the facts in the value and its notes come from; empty where it only repeats the paste.
    pub sources: Vec<&'static str>,
}

/// One group of digits.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its digits.
    pub digits: String,
    /// Whether its check digit holds; `None` where it can't be told.
    pub holds: Option<bool>,
}

/// One bar of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The key in the published shape.
    pub key: &'static str,
    /// Its label.
    pub label: Cow<'static, str>,
    /// Its value, a plain count.
    pub value: u64,
    /// Its line in the paste.
    pub line: Option<u32>,
    /// What is counted.
    pub meaning: &'static str,
}

/// A sentence with a tone.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// For mark and colour.
    pub tone: Tone,
    /// The sentence.
    pub text: Phrase,
}

/// One command to type.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it is for.
    pub why: Phrase,
    /// The command lines as they are typed, one a line; each runs as it stands.
    pub command: String,
    /// The same, the values that it takes from the paste tagged by what they are.
    pub tagged: Phrase,
    /// Where it is typed.
    pub shell: Shell,
    /// Whether an elevated prompt is needed.
    pub elevated: bool,
    /// On which machine, where that is not the one that printed the output.
    pub on: Option<&'static str>,
    /// What to look for, or a warning.
    pub note: Option<Phrase>,
}

/// A prompt to type into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shell {
    /// Command prompt (cmd.exe); the line works in PowerShell only where it says so.
    Cmd,
    /// Windows PowerShell.
    PowerShell,
}

/// What the caller knows besides the paste.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CardOptions {
    /// When the output was printed, in the machine's own time; `None`: take it from the paste where that is beyond doubt.
    pub printed_at: Option<time::PrimitiveDateTime>,
}

/// The paste at a glance.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// What the paste is, in one sentence; where nothing was recognised, it says so.
    pub sentence: Phrase,
    /// All products, keyed ones first, else in the order of the text.
    pub products: Vec<Summary>,
}

/// One product at a glance.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Index in `Reading::products`.
    pub product: usize,
    /// What it is, in words.
    pub title: Phrase,
    /// The state in a word or two; empty where the paste does not show it.
    pub word: &'static str,
    /// For the mark and the colour.
    pub tone: Tone,
    /// Whether it has a product key.
    pub keyed: bool,
    /// First and last line in the paste, 1-based.
    pub lines: (u32, u32),
}

pub(crate) use build::{about, identify};
pub use build::{card, explain, glance, is_keyed, overview};
pub use fields::article_of;
pub use plain::plain;
pub(crate) use rows::Places;
pub(crate) use time_left::choice;
