//! `extended-pid.toml`, `builds.toml` and `lcids.toml`: what the fields of an Extended PID mean.

use serde::Deserialize;

use super::check::{Row, provenance_of_fields};
use super::emit::{self, Sources, option, string};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Piece {
    pub part: String,
    value: String,
    meaning: String,
    certainty: String,
    note: Option<String>,
    source: Vec<String>,
    seen: String,
}

impl Row for Piece {
    const FILE: &'static str = "extended-pid.toml";
    const CERTAINTIES: &'static [&'static str] = &["official", "seen", "community", "doubtful"];
    type Key = (String, String);

    fn key(&self) -> (String, String) {
        (self.part.clone(), self.value.clone())
    }

    fn label(&self) -> String {
        format!("{} {}", self.part, self.value)
    }

    provenance_of_fields!();

    fn texts(&self) -> Vec<&str> {
        let mut texts = vec![self.meaning.as_str()];
        texts.extend(self.note.as_deref());
        texts
    }

    fn check(&self) -> Result<(), String> {
        let width = match self.part.as_str() {
            "channel" => 2,
            "group" | "platform" => 5,
            other => {
                return Err(format!(
                    "part \"{other}\" is none of channel, group, platform"
                ));
            }
        };
        if self.value.len() != width || !self.value.bytes().all(|b| b.is_ascii_digit()) {
            return Err(format!("the value has not {width} digits"));
        }
        Ok(())
    }

    fn emit(&self, sources: &mut Sources) -> Result<String, String> {
        Ok(format!(
            "value: {}, meaning: {}, note: {}, {}",
            string(&self.value),
            string(&self.meaning),
            option(self.note.as_ref()),
            emit::provenance(self, sources)?
        ))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Build {
    build: u32,
    client: Option<String>,
    server: Option<String>,
    certainty: String,
    note: Option<String>,
    source: Vec<String>,
    seen: String,
}

impl Row for Build {
    const FILE: &'static str = "builds.toml";
    const CERTAINTIES: &'static [&'static str] =
        &["official", "seen", "community", "background", "doubtful"];
    type Key = u32;

    fn key(&self) -> u32 {
        self.build
    }

    fn label(&self) -> String {
        self.build.to_string()
    }

    provenance_of_fields!();

    fn texts(&self) -> Vec<&str> {
        [&self.client, &self.server, &self.note]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect()
    }

    fn check(&self) -> Result<(), String> {
        match (&self.client, &self.server) {
            (None, None) => Err("neither client nor server".to_owned()),
            _ => Ok(()),
        }
    }

    fn emit(&self, sources: &mut Sources) -> Result<String, String> {
        Ok(format!(
            "build: {}, client: {}, server: {}, note: {}, {}",
            self.build,
            option(self.client.as_ref()),
            option(self.server.as_ref()),
            option(self.note.as_ref()),
            emit::provenance(self, sources)?
        ))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lcid {
    lcid: u32,
    tag: String,
    name: String,
    certainty: String,
    source: Vec<String>,
    seen: String,
}

impl Row for Lcid {
    const FILE: &'static str = "lcids.toml";
    const CERTAINTIES: &'static [&'static str] = &["official", "seen", "background"];
    type Key = u32;

    fn key(&self) -> u32 {
        self.lcid
    }

    fn label(&self) -> String {
        self.lcid.to_string()
    }

    provenance_of_fields!();

    fn texts(&self) -> Vec<&str> {
        vec![&self.tag, &self.name]
    }

    fn check(&self) -> Result<(), String> {
        if !self
            .tag
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-')
        {
            return Err(format!("\"{}\" is no language tag", self.tag));
        }
        Ok(())
    }

    fn emit(&self, sources: &mut Sources) -> Result<String, String> {
        Ok(format!(
            "lcid: {}, tag: {}, name: {}, {}",
            self.lcid,
            string(&self.tag),
            string(&self.name),
            emit::provenance(self, sources)?
        ))
    }
}
