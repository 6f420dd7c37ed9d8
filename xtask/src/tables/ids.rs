//! `activation-ids.toml` and `application-ids.toml`.

use serde::Deserialize;

use super::check::{Row, guid, provenance_of_fields};
use super::emit::{self, Sources, option, string, variant};

const CHANNELS: [&str; 9] = [
    "kms-host",
    "kms-client",
    "mak",
    "retail",
    "oem",
    "avma",
    "subscription",
    "evaluation",
    "other",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivationId {
    id: String,
    product: String,
    edition: String,
    generation: String,
    channel: String,
    #[serde(default)]
    add_on: bool,
    application_id: String,
    certainty: String,
    note: Option<String>,
    source: Vec<String>,
    seen: String,
}

impl Row for ActivationId {
    const FILE: &'static str = "activation-ids.toml";
    const CERTAINTIES: &'static [&'static str] = &["official", "seen", "community"];
    type Key = String;

    fn key(&self) -> String {
        self.id.clone()
    }

    fn label(&self) -> String {
        self.id.clone()
    }

    provenance_of_fields!();

    fn texts(&self) -> Vec<&str> {
        let mut texts = vec![self.product.as_str(), &self.edition, &self.generation];
        texts.extend(self.note.as_deref());
        texts
    }

    fn check(&self) -> Result<(), String> {
        guid(&self.id)?;
        guid(&self.application_id)?;
        if !CHANNELS.contains(&self.channel.as_str()) {
            return Err(format!(
                "channel \"{}\" is none of {}",
                self.channel,
                CHANNELS.join(", ")
            ));
        }
        Ok(())
    }

    fn emit(&self, sources: &mut Sources) -> Result<String, String> {
        Ok(format!(
            "id: {}, product: {}, edition: {}, generation: {}, channel: Channel::{}, add_on: {}, application_id: {}, note: {}, {}",
            uuid(&self.id)?,
            string(&self.product),
            string(&self.edition),
            string(&self.generation),
            variant(&self.channel),
            self.add_on,
            uuid(&self.application_id)?,
            option(self.note.as_ref()),
            emit::provenance(self, sources)?
        ))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApplicationId {
    id: String,
    product: String,
    family: String,
    certainty: String,
    stands_for: Option<String>,
    note: Option<String>,
    source: Vec<String>,
    seen: String,
}

impl Row for ApplicationId {
    const FILE: &'static str = "application-ids.toml";
    const CERTAINTIES: &'static [&'static str] = &["official", "seen", "community", "doubtful"];
    type Key = String;

    fn key(&self) -> String {
        self.id.clone()
    }

    fn label(&self) -> String {
        self.id.clone()
    }

    provenance_of_fields!();

    fn texts(&self) -> Vec<&str> {
        let mut texts = vec![self.product.as_str()];
        texts.extend(self.note.as_deref());
        texts
    }

    fn check(&self) -> Result<(), String> {
        guid(&self.id)?;
        if let Some(other) = &self.stands_for {
            guid(other)?;
        }
        if !["windows", "office"].contains(&self.family.as_str()) {
            return Err(format!(
                "family \"{}\" is neither windows nor office",
                self.family
            ));
        }
        Ok(())
    }

    fn emit(&self, sources: &mut Sources) -> Result<String, String> {
        let stands_for = match &self.stands_for {
            Some(other) => format!("Some({})", uuid(other)?),
            None => "None".to_owned(),
        };
        Ok(format!(
            "id: {}, product: {}, family: Family::{}, stands_for: {stands_for}, note: {}, {}",
            uuid(&self.id)?,
            string(&self.product),
            variant(&self.family),
            option(self.note.as_ref()),
            emit::provenance(self, sources)?
        ))
    }
}

fn uuid(text: &str) -> Result<String, String> {
    Ok(format!("Uuid::from_u128(0x{:032x})", guid(text)?))
}
