//! `articles/*.toml`: what has no code or ID to be looked up by.

use serde::Deserialize;

use super::check::{Row, provenance_of_fields, sentences};
use super::emit::{self, Sources};

/// What keys begin with: it tells the kind of article (`kb::article` has the same list).
const PREFIXES: [&str; 18] = [
    "channel-",
    "cim-",
    "dns-",
    "event-",
    "host-key-",
    "network-",
    "ospp-",
    "oslicense-",
    "pack-",
    "policy-",
    "port-",
    "registry-",
    "slmgr-",
    "state-",
    "term-",
    "tool-",
    "topic-",
    "update-",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    key: String,
    title: String,
    also: Vec<String>,
    meaning: String,
    when: String,
    why: Vec<String>,
    what_to_do: Vec<String>,
    facts: Vec<(String, String)>,
    related: Vec<String>,
    doubt: Option<String>,
    certainty: String,
    source: Vec<String>,
    seen: String,
}

impl Row for Article {
    const FILE: &'static str = "articles";
    const CERTAINTIES: &'static [&'static str] = &[
        "official",
        "seen",
        "community",
        "header",
        "background",
        "doubtful",
    ];
    type Key = String;

    fn key(&self) -> String {
        self.key.clone()
    }

    fn label(&self) -> String {
        self.key.clone()
    }

    provenance_of_fields!();

    fn texts(&self) -> Vec<&str> {
        let lists = [&self.also, &self.why, &self.what_to_do, &self.related];
        let mut texts = vec![self.title.as_str(), &self.meaning];
        texts.extend(lists.into_iter().flatten().map(String::as_str));
        texts.extend(self.doubt.as_deref());
        if !self.when.is_empty() {
            texts.push(&self.when);
        }
        for (label, value) in &self.facts {
            texts.extend([label.as_str(), value]);
        }
        texts
    }

    fn check(&self) -> Result<(), String> {
        let letters = self
            .key
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !letters || self.key.split('-').any(str::is_empty) {
            return Err("the key is not lower-case words with hyphens".to_owned());
        }
        if !PREFIXES.iter().any(|prefix| self.key.starts_with(prefix)) {
            return Err(format!(
                "the key begins with none of {}",
                PREFIXES.join(", ")
            ));
        }
        // A list of answers shows titles one a line, on narrow screens too.
        if self.title.chars().count() > 80 || self.title.ends_with('.') {
            return Err("the title is longer than 80 letters, or a sentence".to_owned());
        }
        let lists = self.why.iter().chain(&self.what_to_do);
        sentences(lists.chain([&self.meaning]))
    }

    fn emit(&self, sources: &mut Sources) -> Result<String, String> {
        let facts: Vec<String> = self
            .facts
            .iter()
            .flat_map(|(label, value)| [label.clone(), value.clone()])
            .collect();
        let fields = [
            &self.key,
            &self.title,
            &emit::items(&self.also),
            &self.meaning,
            &self.when,
            &emit::items(&self.why),
            &emit::items(&self.what_to_do),
            &emit::items(&facts),
            &emit::items(&self.related),
            self.doubt.as_deref().unwrap_or_default(),
        ];
        emit::packed(self, &fields, sources)
    }
}
