//! Articles: what has no code or ID of its own to be looked up by. Events, registry values, commands, states, terms,
//! symptoms, common mistakes.

use super::generated::articles::ARTICLES;
use super::packed::{self, Fields};
use super::{Certainty, Lines, Sources};

/// One article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Article {
    /// Its address: "event-12288".
    pub key: &'static str,
    /// What it is about, in one line.
    pub title: &'static str,
    /// What somebody types who looks for it: other names, wrong names, symptoms.
    pub also: Lines,
    /// One to three sentences, commands between backticks (see [`super::marked`]).
    pub meaning: &'static str,
    /// Where one sees it, or when it matters; may be empty.
    pub when: &'static str,
    /// Causes or background, a sentence or more each; may be empty.
    pub why: Lines,
    /// What to do, in order; may be empty.
    pub what_to_do: Lines,
    facts: Lines,
    /// What belongs to it: keys of other articles, codes ("0xC004F038"), figures ("figure:windows-clients").
    pub related: Lines,
    /// Where the sources disagree or leave a gap.
    pub doubt: Option<&'static str>,
    /// How sure all this is.
    pub certainty: Certainty,
    sources: Sources,
}

impl Article {
    /// What kind it is; its key tells.
    pub fn kind(&self) -> Kind {
        Kind::of(self.key)
    }

    /// Facts as a table: what it is called, and what it is.
    pub fn facts(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.facts.pairs()
    }

    /// Where this comes from.
    pub const fn sources(&self) -> Sources {
        self.sources
    }
}

/// The kinds of articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A way in which licences are sold and activated.
    Channel,
    /// A class, property or method of the licensing service in CIM.
    Cim,
    /// A record or zone of DNS.
    Dns,
    /// An event of the log.
    Event,
    /// What a KMS host key activates.
    HostKey,
    /// Ports and other things of the network.
    Network,
    /// A command of ospp.vbs.
    Ospp,
    /// A command of the OSLicense module.
    OsLicense,
    /// An Office volume license pack.
    Pack,
    /// A group policy.
    Policy,
    /// A value of the registry.
    Registry,
    /// A command of slmgr.vbs.
    Slmgr,
    /// A license state.
    State,
    /// A term.
    Term,
    /// A command that finds out what is wrong.
    Tool,
    /// A symptom, a question, a common mistake.
    Topic,
    /// An update of Windows.
    Update,
}

/// What keys begin with. The generator has the same list and lets through no other key.
const PREFIXES: [(&str, Kind); 18] = [
    ("channel-", Kind::Channel),
    ("cim-", Kind::Cim),
    ("dns-", Kind::Dns),
    ("event-", Kind::Event),
    ("host-key-", Kind::HostKey),
    ("network-", Kind::Network),
    ("ospp-", Kind::Ospp),
    ("oslicense-", Kind::OsLicense),
    ("pack-", Kind::Pack),
    ("policy-", Kind::Policy),
    ("port-", Kind::Network),
    ("registry-", Kind::Registry),
    ("slmgr-", Kind::Slmgr),
    ("state-", Kind::State),
    ("term-", Kind::Term),
    ("tool-", Kind::Tool),
    ("topic-", Kind::Topic),
    ("update-", Kind::Update),
];

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 17] = [
        Kind::Channel,
        Kind::Cim,
        Kind::Dns,
        Kind::Event,
        Kind::HostKey,
        Kind::Network,
        Kind::Ospp,
        Kind::OsLicense,
        Kind::Pack,
        Kind::Policy,
        Kind::Registry,
        Kind::Slmgr,
        Kind::State,
        Kind::Term,
        Kind::Tool,
        Kind::Topic,
        Kind::Update,
    ];

    /// Its name in the published shape.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Channel => "channel",
            Kind::Cim => "cim",
            Kind::Dns => "dns",
            Kind::Event => "event",
            Kind::HostKey => "host-key",
            Kind::Network => "network",
            Kind::Ospp => "ospp",
            Kind::OsLicense => "oslicense",
            Kind::Pack => "pack",
            Kind::Policy => "policy",
            Kind::Registry => "registry",
            Kind::Slmgr => "slmgr",
            Kind::State => "state",
            Kind::Term => "term",
            Kind::Tool => "tool",
            Kind::Topic => "topic",
            Kind::Update => "update",
        }
    }

    fn of(key: &str) -> Kind {
        let known = PREFIXES.iter().find(|(prefix, _)| key.starts_with(prefix));
        known.map_or(Kind::Topic, |(_, kind)| *kind)
    }
}

/// The article with this key.
pub fn find(key: &str) -> Option<Article> {
    let place = ARTICLES
        .binary_search_by(|row| packed::key(row).cmp(key))
        .ok()?;
    ARTICLES.get(place).map(|row| read(row))
}

/// The article of a kind whose key ends in this name: `of(Kind::State, "licensed")`.
pub fn of(kind: Kind, name: &str) -> Option<Article> {
    find(&format!("{}-{name}", kind.name()))
}

/// All articles, by their keys.
pub fn all() -> impl ExactSizeIterator<Item = Article> + Clone {
    ARTICLES.iter().map(|row| read(row))
}

/// The articles of one kind, by their keys.
pub fn of_kind(kind: Kind) -> impl Iterator<Item = Article> + Clone {
    all().filter(move |article| article.kind() == kind)
}

fn read(row: &'static str) -> Article {
    let mut fields = Fields::of(row);
    let (key, title, also) = (fields.text(), fields.text(), fields.lines());
    let (meaning, when) = (fields.text(), fields.text());
    let (why, what_to_do, facts) = (fields.lines(), fields.lines(), fields.lines());
    let (related, doubt) = (fields.lines(), fields.optional());
    let (certainty, sources) = fields.provenance();
    Article {
        key,
        title,
        also,
        meaning,
        when,
        why,
        what_to_do,
        facts,
        related,
        doubt,
        certainty,
        sources,
    }
}
