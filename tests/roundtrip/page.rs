//! A printed page: its lines, what has to be read from it, and where the identifiers stand.

use std::borrow::Cow;

use activation_desk::{
    channel::Channel,
    reading::{ExpiryKind, Product},
    state::LicenseStatus,
};

use super::product::Licence;

/// What a writer printed.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub lines: Vec<Line>,
    /// What has to come out.
    pub products: Vec<Product<'static>>,
    pub identifiers: Vec<Identifier>,
}

/// A printed line.
#[derive(Clone, Debug, Default)]
pub struct Line {
    pub text: String,
    /// The bytes that are the label, or all of a sentence.
    pub words: (usize, usize),
    /// The number of the product that it tells of.
    pub block: usize,
}

/// An identifier that must come out or be remarked on.
#[derive(Clone, Debug)]
pub struct Identifier {
    /// Its name among the fields.
    pub field: &'static str,
    pub value: String,
    /// The lines that it is printed on.
    pub lines: (usize, usize),
}

/// The fields that must never be lost without a word.
const IDENTIFIERS: [&str; 6] = [
    "activation_id",
    "application_id",
    "installation_id",
    "extended_pid",
    "partial_product_key",
    "kms_client.client_machine_id",
];

impl Page {
    pub fn text(&self) -> String {
        self.lines
            .iter()
            .flat_map(|line| [line.text.as_str(), "\n"])
            .collect()
    }

    fn push(&mut self, text: String, words: (usize, usize)) {
        let block = self.products.len();
        self.lines.push(Line { text, words, block });
    }

    pub fn blank(&mut self) {
        self.push(String::new(), (0, 0));
    }

    /// A line of a frame, which has no words to damage.
    pub fn frame(&mut self, text: &str) {
        self.push(text.to_owned(), (0, 0));
    }

    /// A sentence or a heading.
    pub fn say(&mut self, text: &str) {
        let from = text.len() - text.trim_start().len();
        self.push(text.to_owned(), (from, text.len()));
    }

    /// A label with what parts it from its value, and the value.
    pub fn field(&mut self, label: &str, value: &str) {
        let from = label.len() - label.trim_start().len();
        let to = label
            .find([':', '='])
            .map_or(label.len(), |colon| label[..colon].trim_end().len());
        self.push(format!("{label}{value}"), (from, to));
    }

    /// A field whose value is an identifier.
    pub fn identifier(&mut self, label: &str, field: &'static str, value: &str) {
        assert!(IDENTIFIERS.contains(&field));
        self.field(label, value);
        let line = self.lines.len() - 1;
        if !value.is_empty() {
            self.identifiers.push(Identifier {
                field,
                value: value.to_owned(),
                lines: (line, line),
            });
        }
    }

    /// The lines as one word a line, for a failing test's message.
    pub fn quoted(text: &str) -> String {
        text.lines().map(|line| format!("  | {line:?}\n")).collect()
    }
}

pub fn own(text: &str) -> Option<Cow<'static, str>> {
    (!text.is_empty()).then(|| Cow::Owned(text.to_owned()))
}

/// What runs out and whether the licence lasts, from what the producer printed of the minutes.
pub fn expires(product: &mut Product<'static>, licence: &Licence, minutes: Option<u32>) {
    product.minutes_remaining = minutes;
    let licensed = licence.status == LicenseStatus::Licensed;
    product.expires.kind = match (minutes, licensed) {
        (None, _) => None,
        (_, false) => Some(ExpiryKind::Grace),
        _ => Some(match licence.channel {
            Channel::Avma => ExpiryKind::Avma,
            Channel::Evaluation | Channel::Subscription => ExpiryKind::Timebased,
            _ => ExpiryKind::Volume,
        }),
    };
    let lasts = matches!(
        licence.channel,
        Channel::Mak | Channel::Retail | Channel::Oem | Channel::KmsHost
    );
    product.expires.permanent = match minutes {
        _ if !licensed => None,
        Some(1..) => Some(false),
        _ => lasts.then_some(true),
    };
}
