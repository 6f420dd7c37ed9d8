//! The published shape of the knowledge base: one entry, and the answer of a search.

use serde::Serialize;

use super::SCHEMA;
use crate::{
    entry::{self, Entry as Told},
    kb::{Address, Row},
    phrase::{Phrase, Redact},
    search as core,
    wording::look_up::title,
};

/// One entry of the knowledge base, as text.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)] // the names are the documentation, as in `published`
pub struct Entry {
    pub schema: u32,
    /// What stands behind `#/look-up/` in the page.
    pub address: String,
    pub kind: &'static str,
    pub title: String,
    pub meaning: String,
    pub when: Option<String>,
    pub why: Vec<String>,
    pub what_to_do: Vec<String>,
    pub facts: Vec<Fact>,
    pub notes: Vec<String>,
    pub doubt: Option<String>,
    pub certainty: &'static str,
    pub sources: Vec<&'static str>,
    /// The day on which it was looked up, `YYYY-MM-DD`.
    pub seen: &'static str,
    pub related: Vec<Related>,
}

/// One fact of an entry.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct Fact {
    pub label: &'static str,
    pub value: String,
}

/// What belongs to an entry.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct Related {
    pub address: String,
    pub title: String,
}

/// What a search found.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct Answer {
    pub schema: u32,
    /// The best hits, best first.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: usize,
    /// Words that stand nowhere and were left out.
    pub left_out: Vec<String>,
    /// Whether one word is missing in each hit.
    pub partly: bool,
}

/// An entry that was found.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct Hit {
    pub address: String,
    pub kind: &'static str,
    pub title: String,
    /// The text in which the words stand.
    pub line: String,
}

fn plain(phrase: &Phrase) -> String {
    phrase.plain(Redact::No)
}

fn unless_empty(phrase: &Phrase) -> Option<String> {
    Some(plain(phrase)).filter(|text| !text.is_empty())
}

/// The entry at an address of the page ("0xC004F038", "event-12288", a GUID); `None` where there is none.
pub fn entry(address: &str) -> Option<Entry> {
    Told::at(Address::parse(address)?).map(|entry| Entry::from(&entry))
}

/// The entries that have all words of `query`, the best first, at most `limit`.
pub fn search(query: &str, limit: usize) -> Answer {
    let answer = core::search(query, limit);
    let hit = |hit: core::Hit| {
        // No whole entry is made for its title: what is related takes longer to gather than the search takes.
        let row = Row::find(hit.address)?;
        Some(Hit {
            address: hit.address.to_fragment(),
            kind: row.kind(),
            title: title(&row).into_owned(),
            line: hit.line,
        })
    };
    Answer {
        schema: SCHEMA,
        hits: answer.hits.into_iter().filter_map(hit).collect(),
        total: answer.total,
        left_out: answer.left_out,
        partly: answer.partly,
    }
}

impl From<&Told> for Entry {
    fn from(entry: &Told) -> Self {
        let texts = |phrases: &[Phrase]| phrases.iter().map(plain).collect();
        Entry {
            schema: SCHEMA,
            address: entry.address.to_fragment(),
            kind: entry.kind,
            title: entry.title.to_string(),
            meaning: plain(&entry.meaning),
            when: unless_empty(&entry.when),
            why: texts(&entry.why),
            what_to_do: texts(&entry.what_to_do),
            facts: entry.facts.iter().map(Fact::from).collect(),
            notes: texts(&entry.notes),
            doubt: unless_empty(&entry.doubt),
            certainty: entry.certainty.name(),
            sources: entry.sources.clone(),
            seen: entry.seen,
            related: entry.related.iter().map(Related::from).collect(),
        }
    }
}

impl From<&entry::Fact> for Fact {
    fn from(fact: &entry::Fact) -> Self {
        Fact {
            label: fact.label,
            value: plain(&fact.value),
        }
    }
}

impl From<&entry::Related> for Related {
    fn from(related: &entry::Related) -> Self {
        Related {
            address: related.address.to_fragment(),
            title: related.title.to_string(),
        }
    }
}
