//! One entry of the knowledge base as it is shown, whatever table it is from: a code, an ID, an article, a key, a figure.
//!
//! The page, the JavaScript border and the command line all render [`Entry`]. Its words come from the row and from
//! `wording::look_up`; what belongs to it is gathered from the other tables (`related`).
//!
//! ```
//! use activation_desk::{entry::Entry, kb::Address, phrase::Redact};
//! let entry = Entry::at(Address::parse("0xC004F038").unwrap()).unwrap();
//! assert_eq!(entry.title, "0xC004F038: SL_E_VL_NOT_ENOUGH_COUNT");
//! assert_eq!(entry.facts[2].value.plain(Redact::No), "-1073418184 or 3221549112");
//! assert!(!entry.sources.is_empty() && entry.seen.len() == 10);
//! assert!(Entry::at(Address::Code(0xC004_0000)).is_none());
//! ```

mod code;
mod ids;
mod numbers;
mod related;

use std::borrow::Cow;

use crate::kb::{Address, Certainty, Row, article::Article, client_key, marked};
use crate::phrase::{Kind, Phrase};
use crate::wording::look_up as say;

pub use related::Related;

/// An entry. Phrases without pieces and lists without items are left out by those who show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Where it is found.
    pub address: Address,
    /// What it is, in the published shape: "code", "event", "client-key", ...
    pub kind: &'static str,
    /// The same in words.
    pub label: &'static str,
    /// Its title, on one line.
    pub title: Cow<'static, str>,
    /// What it means.
    pub meaning: Phrase,
    /// Where one sees it, or when it matters.
    pub when: Phrase,
    /// Likely causes, or background.
    pub why: Vec<Phrase>,
    /// What to do, in order; commands are pieces of their own.
    pub what_to_do: Vec<Phrase>,
    /// What it is called, and what it is.
    pub facts: Vec<Fact>,
    /// What else has to be said.
    pub notes: Vec<Phrase>,
    /// Where the sources disagree or leave a gap.
    pub doubt: Phrase,
    /// How sure all this is.
    pub certainty: Certainty,
    /// Where it comes from.
    pub sources: Vec<&'static str>,
    /// The day on which that was looked up, `YYYY-MM-DD`.
    pub seen: &'static str,
    /// What belongs to it.
    pub related: Vec<Related>,
}

/// One fact of an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What it is called.
    pub label: &'static str,
    /// What it is.
    pub value: Phrase,
}

impl Entry {
    /// The entry at an address; `None` where nobody knows that code or ID.
    pub fn at(address: Address) -> Option<Entry> {
        Row::find(address).map(|row| Entry::of(&row))
    }

    /// The entry of a row. Published keys that end alike are one entry.
    pub fn of(row: &Row) -> Entry {
        let mut entry = Entry::bare(row);
        match row {
            Row::Article(article) => entry.tell_article(article),
            Row::Code(reason) => entry.tell_code(reason),
            Row::ActivationId(id) => entry.tell_activation_id(id),
            Row::ApplicationId(id) => entry.tell_application_id(id),
            Row::ClientKey(key) => {
                let twins: Vec<_> = client_key::by_ending(key.ending()).collect();
                let products: Vec<&str> = twins.iter().map(|key| key.product).collect();
                entry.title = say::client_keys(key.ending(), &products);
                twins.iter().for_each(|key| entry.tell_client_key(key));
            }
            Row::Build(build) => entry.tell_build(build),
            Row::Lcid(lcid) => entry.tell_lcid(lcid),
            Row::Figure(figure) => entry.tell_figure(figure),
            Row::Grace(grace) => entry.tell_grace(grace),
            Row::PidPiece(part, piece) => entry.tell_pid_piece(*part, piece),
        }
        entry.related = related::of(row, &entry);
        entry
    }

    /// What all entries have.
    fn bare(row: &Row) -> Entry {
        Entry {
            address: row.address(),
            kind: row.kind(),
            label: say::label(row),
            title: say::title(row),
            meaning: Phrase::new(),
            when: Phrase::new(),
            why: Vec::new(),
            what_to_do: Vec::new(),
            facts: Vec::new(),
            notes: Vec::new(),
            doubt: Phrase::new(),
            certainty: row.certainty(),
            sources: row.sources().iter().collect(),
            seen: row.sources().seen(),
            related: Vec::new(),
        }
    }

    fn tell_article(&mut self, article: &Article) {
        self.meaning = marked(article.meaning);
        self.when = marked(article.when);
        self.why = article.why.iter().map(marked).collect();
        self.what_to_do = article.what_to_do.iter().map(marked).collect();
        self.facts = article
            .facts()
            .map(|(label, value)| Fact {
                label,
                value: marked(value),
            })
            .collect();
        self.doubt = article.doubt.map(marked).unwrap_or_default();
    }

    fn fact(&mut self, label: &'static str, value: impl Into<Phrase>) {
        let value = value.into();
        if !value.is_empty() {
            self.facts.push(Fact { label, value });
        }
    }

    fn value(&mut self, label: &'static str, kind: Kind, value: impl Into<Cow<'static, str>>) {
        self.fact(label, Phrase::new().value(kind, value));
    }

    fn note(&mut self, note: Option<&'static str>) {
        self.notes.extend(note.map(marked));
    }

    fn step(&mut self, before: &'static str, command: String) {
        let step = Phrase::from(before).value(Kind::Command, command);
        self.what_to_do.push(step);
    }

    /// Every phrase in the order in which it is shown.
    pub fn phrases(&self) -> impl Iterator<Item = &Phrase> {
        let lists = self.why.iter().chain(&self.what_to_do);
        [&self.meaning, &self.when]
            .into_iter()
            .chain(lists)
            .chain(self.facts.iter().map(|fact| &fact.value))
            .chain(&self.notes)
            .chain([&self.doubt])
    }
}

#[cfg(test)]
mod tests;
