//! `reasons/*.toml`.

use serde::Deserialize;

use super::check::{Row, provenance_of_fields, sentences};
use super::emit::{self, Sources};

/// What the files of the folder are named after: how their codes begin.
const RANGES: [&str; 9] = [
    "0x4004", "0x8004", "0x8007", "0x803F", "0xC004B", "0xC004C", "0xC004D", "0xC004E", "0xC004F",
];
/// The file of all other codes.
const OTHER: &str = "other";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    code: String,
    symbol: Option<String>,
    meaning: String,
    when: String,
    why: Vec<String>,
    what_to_do: Vec<String>,
    doubt: Option<String>,
    certainty: String,
    source: Vec<String>,
    seen: String,
}

impl Row for Reason {
    const FILE: &'static str = "reasons";
    const CERTAINTIES: &'static [&'static str] = &["official", "seen", "header"];
    type Key = String;

    fn key(&self) -> String {
        self.code.clone()
    }

    fn label(&self) -> String {
        self.code.clone()
    }

    provenance_of_fields!();

    fn texts(&self) -> Vec<&str> {
        let mut texts = vec![self.meaning.as_str()];
        // Of many codes no source says where they turn up.
        if !self.when.is_empty() {
            texts.push(&self.when);
        }
        texts.extend(self.symbol.as_deref());
        texts.extend(self.doubt.as_deref());
        texts.extend(self.why.iter().chain(&self.what_to_do).map(String::as_str));
        texts
    }

    fn check(&self) -> Result<(), String> {
        let digits = self.code.strip_prefix("0x").unwrap_or_default();
        if digits.len() != 8
            || !digits
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'A'..=b'F').contains(&b))
        {
            return Err("the code is not 0x and eight digits in upper case".to_owned());
        }
        let by_name =
            self.meaning.starts_with("By its name: ") || self.meaning.contains("sources name it");
        if self.certainty == "header" && !by_name {
            return Err(
                "only the name is known, so the meaning has to say so (\"By its name: ...\")"
                    .to_owned(),
            );
        }
        let lists = self.why.iter().chain(&self.what_to_do);
        sentences(lists.chain([&self.meaning, &self.when]))
    }

    fn check_file(&self, name: &str) -> Result<(), String> {
        let range = RANGES
            .into_iter()
            .find(|range| self.code.starts_with(range));
        let right = format!("{}/{}.toml", Self::FILE, range.unwrap_or(OTHER));
        if name == right {
            return Ok(());
        }
        Err(format!("belongs into data/{right}"))
    }

    fn emit(&self, sources: &mut Sources) -> Result<String, String> {
        let fields = [
            &self.code,
            self.symbol.as_deref().unwrap_or_default(),
            &self.meaning,
            &self.when,
            &emit::items(&self.why),
            &emit::items(&self.what_to_do),
            self.doubt.as_deref().unwrap_or_default(),
        ];
        emit::packed(self, &fields, sources)
    }
}
