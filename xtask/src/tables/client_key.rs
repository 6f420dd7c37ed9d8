//! `client-keys.toml`: the only table with product keys, those that Microsoft publishes for everyone.

use serde::Deserialize;

use super::check::{Row, has_product_key, provenance_of_fields};
use super::emit::{self, Sources};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClientKey {
    key: String,
    product: String,
    generation: String,
    kind: String,
    note: Option<String>,
    certainty: String,
    source: Vec<String>,
    seen: String,
}

impl Row for ClientKey {
    const FILE: &'static str = "client-keys.toml";
    const CERTAINTIES: &'static [&'static str] = &["official", "doubtful"];
    // As on the vendor's pages: the newest generation first.
    const SORTED: bool = false;
    type Key = (String, String, String);

    fn key(&self) -> Self::Key {
        (
            self.key.clone(),
            self.product.clone(),
            self.generation.clone(),
        )
    }

    fn label(&self) -> String {
        format!("{} ({})", self.product, self.kind)
    }

    provenance_of_fields!();

    fn texts(&self) -> Vec<&str> {
        let mut texts = vec![self.product.as_str(), &self.generation];
        texts.extend(self.note.as_deref());
        texts
    }

    fn check(&self) -> Result<(), String> {
        let upper = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-';
        if self.key.len() != 29 || !self.key.bytes().all(upper) || !has_product_key(&self.key) {
            return Err("the key is not five groups of five".to_owned());
        }
        if !["gvlk", "avma"].contains(&self.kind.as_str()) {
            return Err(format!("kind \"{}\" is neither gvlk nor avma", self.kind));
        }
        Ok(())
    }

    fn emit(&self, sources: &mut Sources) -> Result<String, String> {
        let fields = [
            &self.key,
            &self.product,
            &self.generation,
            self.kind.get(..1).unwrap_or_default(),
            self.note.as_deref().unwrap_or_default(),
        ];
        emit::packed(self, &fields, sources)
    }
}
