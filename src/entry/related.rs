//! What belongs to an entry: what its row names, what its texts name, what names it, and what follows from what it is.

use std::borrow::Cow;

use uuid::Uuid;

use super::Entry;
use crate::channel::Channel;
use crate::id::error_code;
use crate::kb::activation_id::{self, KnownActivationId};
use crate::kb::client_key::{self, ClientKey, Kind as KeyKind};
use crate::kb::grace::GraceKind;
use crate::kb::{Address, Row, article};
use crate::phrase::Kind;
use crate::wording::look_up as say;

/// Another entry, by its title.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// Where it is found.
    pub address: Address,
    /// What it is, in words.
    pub label: &'static str,
    /// Its title.
    pub title: Cow<'static, str>,
}

/// So many entries are shown; who has more belongs to a list.
const MOST: usize = 12;

/// What belongs to a row, most telling first, each once.
pub(super) fn of(row: &Row, entry: &Entry) -> Vec<Related> {
    let mut found = Gathered {
        own: row.address(),
        related: Vec::new(),
    };
    if let Row::Article(article) = row {
        for reference in article.related.iter() {
            found.add(Address::of_reference(reference));
        }
    }
    follows(row, &mut found);
    for piece in entry.phrases().flat_map(|phrase| phrase.pieces()) {
        if matches!(piece.kind, Kind::Code | Kind::Guid) {
            found.add(Address::parse(&piece.text));
        }
    }
    let reference = found.own.to_reference();
    for article in article::all() {
        if article.related.iter().any(|other| other == reference) {
            found.add(Some(Address::Article(article.key)));
        }
    }
    found.related
}

struct Gathered {
    own: Address,
    related: Vec<Related>,
}

impl Gathered {
    fn add(&mut self, address: Option<Address>) {
        let Some(address) = address else { return };
        let known = self.related.iter().any(|other| other.address == address);
        if known || address == self.own || self.related.len() >= MOST {
            return;
        }
        let Some(row) = Row::find(address) else {
            return;
        };
        self.related.push(Related {
            address,
            label: say::label(&row),
            title: say::title(&row),
        });
    }

    fn article(&mut self, key: &str) {
        self.add(article::find(key).map(|article| Address::Article(article.key)));
    }
}

/// What follows from what it is.
fn follows(row: &Row, found: &mut Gathered) {
    match row {
        Row::Code(reason) => {
            found.add(error_code::twin(reason.code).map(Address::Code));
        }
        Row::ActivationId(id) => {
            found.add(Some(Address::ApplicationId(id.application_id)));
            of_generation(id.generation, id.application_id, id.channel, found);
            for key in client_key::all().filter(|key| is_key_of(key, id)) {
                found.add(Some(Address::ClientKey(key.ending())));
            }
            found.article(&format!("channel-{}", id.channel.name()));
            if id.add_on {
                found.article("term-esu");
            }
        }
        Row::ApplicationId(id) => {
            found.add(id.stands_for.map(Address::ApplicationId));
            found.article("term-application-id");
        }
        Row::ClientKey(key) => {
            for id in activation_id::all().iter().filter(|id| is_key_of(key, id)) {
                found.add(Some(Address::ActivationId(id.id)));
                of_generation(id.generation, id.application_id, id.channel, found);
            }
            found.article(match key.kind {
                KeyKind::Gvlk => "term-gvlk",
                KeyKind::Avma => "term-avma",
            });
        }
        Row::Build(_) | Row::Lcid(_) | Row::PidPiece(..) => found.article("term-extended-pid"),
        Row::Grace(grace) => {
            found.article(match grace.kind {
                GraceKind::Initial => "state-oob-grace",
                GraceKind::OutOfTolerance => "state-oot-grace",
                GraceKind::NonGenuine => "state-non-genuine-grace",
            });
            found.article("term-grace");
        }
        Row::Article(_) | Row::Figure(_) => {}
    }
}

/// The hosts for a generation of clients, what is said of them, and the pack that they need.
fn of_generation(generation: &str, application: Uuid, channel: Channel, found: &mut Gathered) {
    if !matches!(channel, Channel::KmsClient | Channel::KmsHost) {
        return;
    }
    let slug = slug(generation);
    found.article(&format!("host-key-{slug}"));
    if channel == Channel::KmsClient {
        let is_host = |id: &&KnownActivationId| {
            id.channel == Channel::KmsHost
                && id.generation == generation
                && id.application_id == application
        };
        for host in activation_id::all().iter().filter(is_host) {
            found.add(Some(Address::ActivationId(host.id)));
        }
    }
    found.article(&format!("pack-{slug}"));
}

/// "Office LTSC 2024" as keys of articles have it.
fn slug(generation: &str) -> String {
    let mut slug = generation.to_ascii_lowercase();
    slug.retain(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '.' | '-'));
    slug.replace([' ', '.'], "-")
}

/// Whether a published key is the one for the product of an ID: the words of both are the same, in whatever order.
fn is_key_of(key: &ClientKey, id: &KnownActivationId) -> bool {
    if id.channel != Channel::KmsClient {
        return false;
    }
    let wanted = words(&format!("{} {}", id.generation, id.edition));
    key.product
        .split(';')
        .any(|product| words(product) == wanted)
}

/// The words that tell a product, sorted, each once.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != '.')
        .map(|word| match word.to_lowercase().as_str() {
            // One and the same edition, as outputs and as Microsoft's pages call it.
            "professional" => "pro".to_owned(),
            word => word.to_owned(),
        })
        // The list of Office's keys has these words beside some products only.
        .filter(|word| !matches!(word.as_str(), "" | "office" | "ltsc"))
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_ids_of_the_same_product() {
        for (id, ending) in [
            ("d450596f-894d-49e0-966a-fd39ed4c4c64", "WFG99"),
            ("2de67392-b7a7-462a-b1ca-108dd189f588", "T83GX"),
        ] {
            let id = activation_id::find(id.parse().unwrap()).unwrap();
            let keys: Vec<&str> = client_key::all()
                .filter(|key| is_key_of(key, id))
                .map(|key| key.ending())
                .collect();
            assert_eq!(keys, [ending], "{} {}", id.product, id.edition);
        }
    }

    #[test]
    fn keys_of_articles() {
        assert_eq!(slug("Office LTSC 2024"), "office-ltsc-2024");
        assert_eq!(slug("Windows 8.1"), "windows-8-1");
    }
}
