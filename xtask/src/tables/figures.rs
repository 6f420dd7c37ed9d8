//! `thresholds.toml` and `grace-periods.toml`.

use std::fmt::Write;

use serde::Deserialize;

use super::check::{Row, provenance_of_fields};
use super::emit::{self, Sources, option, string, variant};

const UNITS: [&str; 5] = ["activations", "computers", "days", "minutes", "tcp-port"];
const GENERATIONS: [&str; 4] = ["vista", "seven", "eight-or-later", "office"];
const KINDS: [&str; 3] = ["initial", "out-of-tolerance", "non-genuine"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    name: String,
    value: u32,
    unit: String,
    meaning: String,
    certainty: String,
    note: Option<String>,
    source: Vec<String>,
    seen: String,
}

impl Row for Threshold {
    const FILE: &'static str = "thresholds.toml";
    const CERTAINTIES: &'static [&'static str] = &["official", "seen", "community", "doubtful"];
    type Key = String;

    fn key(&self) -> String {
        self.name.clone()
    }

    fn label(&self) -> String {
        self.name.clone()
    }

    provenance_of_fields!();

    fn texts(&self) -> Vec<&str> {
        let mut texts = vec![self.meaning.as_str()];
        texts.extend(self.note.as_deref());
        texts
    }

    fn check(&self) -> Result<(), String> {
        let letters = self
            .name
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b == b'-');
        if !letters || self.name.split('-').any(str::is_empty) {
            return Err("the name is not lower-case words with hyphens".to_owned());
        }
        if !UNITS.contains(&self.unit.as_str()) {
            return Err(format!(
                "unit \"{}\" is none of {}",
                self.unit,
                UNITS.join(", ")
            ));
        }
        Ok(())
    }

    fn emit(&self, sources: &mut Sources) -> Result<String, String> {
        Ok(format!(
            "name: {}, value: {}, unit: Unit::{}, meaning: {}, note: {}, {}",
            string(&self.name),
            self.value,
            variant(&self.unit),
            string(&self.meaning),
            option(self.note.as_ref()),
            emit::provenance(self, sources)?
        ))
    }
}

/// One constant a figure, so that code names the figure that it means, and `ALL` for those who list them.
pub fn constants(rows: &[Threshold], sources: &mut Sources) -> Result<String, String> {
    let mut text = String::new();
    let mut names = Vec::new();
    for row in rows {
        let name = row.name.replace('-', "_").to_ascii_uppercase();
        let value = row.emit(sources)?;
        let meaning = &row.meaning;
        let _ = write!(
            text,
            "/// {meaning}\n#[rustfmt::skip]\npub const {name}: Threshold = Threshold {{ {value} }};\n\n"
        );
        names.push(name);
    }
    let _ = write!(
        text,
        "/// All figures, by name.\n#[rustfmt::skip]\npub static ALL: &[Threshold] = &[{}];\n",
        names.join(", ")
    );
    Ok(text)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grace {
    generation: String,
    kind: String,
    days: Option<u32>,
    certainty: String,
    note: Option<String>,
    source: Vec<String>,
    seen: String,
}

impl Row for Grace {
    const FILE: &'static str = "grace-periods.toml";
    const CERTAINTIES: &'static [&'static str] = &["official", "seen", "community", "doubtful"];
    type Key = (Option<usize>, Option<usize>);

    fn key(&self) -> Self::Key {
        let place = |words: &[&str], word: &str| words.iter().position(|known| *known == word);
        (
            place(&GENERATIONS, &self.generation),
            place(&KINDS, &self.kind),
        )
    }

    fn label(&self) -> String {
        format!("{} {}", self.generation, self.kind)
    }

    provenance_of_fields!();

    fn texts(&self) -> Vec<&str> {
        self.note.as_deref().into_iter().collect()
    }

    fn check(&self) -> Result<(), String> {
        match self.key() {
            (None, _) => Err(format!("generation is none of {}", GENERATIONS.join(", "))),
            (_, None) => Err(format!("kind is none of {}", KINDS.join(", "))),
            _ => Ok(()),
        }
    }

    fn emit(&self, sources: &mut Sources) -> Result<String, String> {
        Ok(format!(
            "generation: Generation::{}, kind: GraceKind::{}, days: {:?}, note: {}, {}",
            variant(&self.generation),
            variant(&self.kind),
            self.days,
            option(self.note.as_ref()),
            emit::provenance(self, sources)?
        ))
    }
}
