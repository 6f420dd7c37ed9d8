//! `state-machines.toml`.

use serde::Deserialize;

use super::check::{Row, provenance_of_fields};
use super::emit::{self, Sources, option, variant};

const MACHINES: [&str; 9] = [
    "vista-rtm",
    "vista-sp1",
    "server-2008",
    "seven",
    "eight-or-later",
    "office-2010",
    "office-2013-or-later",
    "evaluation",
    "kms-host",
];
const STATES: [&str; 8] = [
    "initial-grace",
    "licensed",
    "licensed-for-good",
    "out-of-tolerance",
    "non-genuine-grace",
    "notification",
    "reduced-functionality",
    "unlicensed",
];
const CAUSES: [&str; 5] = ["time", "activation", "renewal", "hardware", "rearm"];
const MARKS: [&str; 4] = ["toast", "dialogs", "every-four-hours", "every-hour"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stay {
    machine: String,
    state: String,
    length: String,
    leads: Vec<(String, String)>,
    marks: Vec<Mark>,
    certainty: String,
    note: Option<String>,
    source: Vec<String>,
    seen: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mark {
    before: u32,
    what: String,
}

impl Row for Stay {
    const FILE: &'static str = "state-machines.toml";
    const CERTAINTIES: &'static [&'static str] = &["official", "seen", "community", "doubtful"];
    type Key = (Option<usize>, Option<usize>);

    fn key(&self) -> Self::Key {
        (place(&MACHINES, &self.machine), place(&STATES, &self.state))
    }

    fn label(&self) -> String {
        format!("{} {}", self.machine, self.state)
    }

    provenance_of_fields!();

    fn texts(&self) -> Vec<&str> {
        self.note.as_deref().into_iter().collect()
    }

    fn check(&self) -> Result<(), String> {
        known("machine", &MACHINES, &self.machine)?;
        known("state", &STATES, &self.state)?;
        for (cause, state) in &self.leads {
            known("cause", &CAUSES, cause)?;
            known("state", &STATES, state)?;
            if self
                .leads
                .iter()
                .filter(|(other, _)| other == cause)
                .count()
                > 1
            {
                return Err(format!("{cause} leads to two states"));
            }
        }
        for mark in &self.marks {
            known("mark", &MARKS, &mark.what)?;
        }
        if self.length == "open" && self.leads.iter().any(|(cause, _)| cause == "time") {
            return Err("it has no end, but time leads out of it".to_owned());
        }
        length(&self.length).map(|_| ())
    }

    fn emit(&self, sources: &mut Sources) -> Result<String, String> {
        let leads: Vec<String> = self
            .leads
            .iter()
            .map(|(cause, state)| {
                let (cause, state) = (variant(cause), variant(state));
                format!("Lead {{ by: Cause::{cause}, to: State::{state} }}")
            })
            .collect();
        let marks: Vec<String> = self
            .marks
            .iter()
            .map(|mark| {
                let what = variant(&mark.what);
                format!("Mark {{ days: {}, what: Notice::{what} }}", mark.before)
            })
            .collect();
        Ok(format!(
            "machine: Machine::{}, state: State::{}, length: {}, leads: &[{}], marks: &[{}], note: {}, {}",
            variant(&self.machine),
            variant(&self.state),
            length(&self.length)?,
            leads.join(", "),
            marks.join(", "),
            option(self.note.as_ref()),
            emit::provenance(self, sources)?
        ))
    }
}

fn place(words: &[&str], word: &str) -> Option<usize> {
    words.iter().position(|known| *known == word)
}

fn known(what: &str, words: &[&str], word: &str) -> Result<(), String> {
    match place(words, word) {
        Some(_) => Ok(()),
        None => Err(format!("{what} \"{word}\" is none of {}", words.join(", "))),
    }
}

/// The length as a Rust expression. That a figure exists the compiler checks; that a grace period does, a test.
fn length(text: &str) -> Result<String, String> {
    let words: Vec<&str> = text.split(' ').collect();
    match words[..] {
        ["open"] => Ok("Length::Open".to_owned()),
        ["unknown"] => Ok("Length::Unknown".to_owned()),
        ["figure", name] => Ok(format!(
            "Length::Figure(&{})",
            name.replace('-', "_").to_ascii_uppercase()
        )),
        ["grace", generation, kind] => Ok(format!(
            "Length::Grace(Generation::{}, GraceKind::{})",
            variant(generation),
            variant(kind)
        )),
        _ => Err(format!(
            "length \"{text}\" is none of \"figure NAME\", \"grace GENERATION KIND\", open, unknown"
        )),
    }
}
