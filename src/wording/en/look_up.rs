//! The words around the facts of the knowledge base: titles, labels, and sentences that follow from a row.

use std::borrow::Cow;

use super::card::{FAILURE, INFORMATION, OFFICE_KMS_HOST, counted, span_text};
use super::channels::{channel, channel_meaning};
use crate::{
    id::error_code,
    kb::{
        Row,
        activation_id::KnownActivationId,
        application_id::KnownApplicationId,
        article::Kind as ArticleKind,
        build::Build,
        client_key::{ClientKey, Kind as KeyKind},
        extended_pid::Part,
        grace::{Generation, Grace, GraceKind},
        lcid::Lcid,
        marked,
        reason::{Severity, severity},
        threshold::{Threshold, Unit},
    },
    phrase::{Kind, Phrase},
    product::Family,
};

/// What an entry is, in a word or two.
pub fn label(row: &Row) -> &'static str {
    match row {
        Row::Article(article) => article_kind(article.kind()),
        Row::Code(_) => "Code",
        Row::Figure(_) => "Figure",
        Row::Grace(_) => "Grace period",
        Row::ClientKey(_) => "Published client key",
        Row::ApplicationId(_) => "Application ID",
        Row::ActivationId(_) => "Activation ID",
        Row::Build(_) => "Windows build",
        Row::PidPiece(..) => "Part of an Extended PID",
        Row::Lcid(_) => "Language code",
    }
}

/// The same of an article.
pub const fn article_kind(kind: ArticleKind) -> &'static str {
    match kind {
        ArticleKind::Channel => "Channel",
        ArticleKind::Cim => "CIM",
        ArticleKind::Dns => "DNS",
        ArticleKind::Event => "Event",
        ArticleKind::HostKey => "KMS host key",
        ArticleKind::Network => "Network",
        ArticleKind::Ospp => "ospp.vbs",
        ArticleKind::OsLicense => "OSLicense module",
        ArticleKind::Pack => "Volume license pack",
        ArticleKind::Policy => "Group policy",
        ArticleKind::Registry => "Registry",
        ArticleKind::Slmgr => "slmgr.vbs",
        ArticleKind::State => "License state",
        ArticleKind::Term => "Term",
        ArticleKind::Tool => "Tool",
        ArticleKind::Topic => "Topic",
        ArticleKind::Update => "Update",
    }
}

/// What people call all entries of a kind: words that a search may hold beside what it is about.
pub fn keywords(row: &Row) -> &'static str {
    match row {
        Row::Article(article) => match article.kind() {
            ArticleKind::Channel => "channel licence license key",
            ArticleKind::Cim => "CIM WMI PowerShell class property method",
            ArticleKind::Dns => "DNS record",
            ArticleKind::Event => "event id log viewer",
            ArticleKind::HostKey => "KMS host key CSVLK",
            ArticleKind::Network => "network port",
            ArticleKind::Ospp => "ospp.vbs ospp command option Office",
            ArticleKind::OsLicense => "OSLicense PowerShell cmdlet command",
            ArticleKind::Pack => "Office volume license pack",
            ArticleKind::Policy => "group policy GPO",
            ArticleKind::Registry => "registry key value",
            ArticleKind::Slmgr => "slmgr.vbs slmgr command option",
            ArticleKind::State => "license status state licence",
            ArticleKind::Term => "term word meaning",
            ArticleKind::Tool => "tool command",
            ArticleKind::Topic => "topic",
            ArticleKind::Update => "update KB hotfix",
        },
        Row::Code(_) => "error reason code HRESULT message",
        Row::Figure(_) => "figure number threshold interval limit",
        Row::Grace(_) => "grace period days",
        Row::ClientKey(key) => match key.kind {
            KeyKind::Gvlk => "client setup key GVLK generic volume license product key ending",
            KeyKind::Avma => {
                "client key AVMA automatic virtual machine activation product key ending"
            }
        },
        Row::ApplicationId(_) => "Application ID GUID",
        Row::ActivationId(_) => "Activation ID SKU GUID",
        Row::Build(_) => "Windows build number version",
        Row::PidPiece(..) => "Extended PID product ID part",
        Row::Lcid(_) => "LCID language code locale",
    }
}

/// The title of an entry, on one line.
pub fn title(row: &Row) -> Cow<'static, str> {
    match row {
        Row::Article(row) => Cow::Borrowed(row.title),
        Row::Code(row) => {
            let code = error_code::format(row.code);
            Cow::Owned(match row.symbol {
                Some(symbol) => format!("{code}: {symbol}"),
                None => code,
            })
        }
        Row::Figure(row) => Cow::Owned(format!("{}: {}", figure_name(row.name), figure(row))),
        Row::Grace(row) => Cow::Borrowed(grace_title(row.generation, row.kind)),
        Row::ClientKey(row) => Cow::Owned(format!("Client key {}: {}", row.ending(), row.product)),
        Row::ApplicationId(row) => Cow::Owned(format!("Application ID: {}", row.product)),
        Row::ActivationId(row) => Cow::Owned(product_of(row)),
        Row::Build(row) => Cow::Owned(format!("Build {}: {}", row.build, names_of(row))),
        Row::PidPiece(part, row) => Cow::Owned(format!("{} {}", pid_field(*part), row.value)),
        Row::Lcid(row) => Cow::Owned(format!("Language code {}: {}", row.lcid, row.name)),
    }
}

/// The title of published keys that end alike.
pub fn client_keys(ending: &str, products: &[&str]) -> Cow<'static, str> {
    Cow::Owned(format!("Client key {ending}: {}", products.join("; ")))
}

/// "Office LTSC 2024, Skype for Business", "Office 2016 KMS host".
fn product_of(id: &KnownActivationId) -> String {
    let KnownActivationId {
        product,
        edition,
        generation,
        ..
    } = *id;
    if product == OFFICE_KMS_HOST {
        return format!("{generation} KMS host");
    }
    // "Windows KMS host" has its generation as its edition.
    let inside = product.contains(generation) || edition.contains(generation);
    match (edition.is_empty() || product.contains(edition), inside) {
        (true, true) => product.to_owned(),
        (true, false) => format!("{product}, {generation}"),
        (false, true) => format!("{product}, {edition}"),
        (false, false) => format!("{product}, {edition} ({generation})"),
    }
}

/// What a build is called, client and server.
fn names_of(build: &Build) -> String {
    match (build.client, build.server) {
        (Some(client), Some(server)) => format!("{client}, {server}"),
        (one, other) => one.or(other).unwrap_or_default().to_owned(),
    }
}

/// "KMS port" for "kms-port".
fn figure_name(name: &str) -> String {
    let mut words = name.replace('-', " ").replace("kms", "KMS");
    for product in ["windows", "office"] {
        if let Some(rest) = words.strip_prefix(product) {
            words = format!("{}{rest}", capital(product));
        }
    }
    capital(&words)
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_ascii_uppercase().to_string() + letters.as_str()
    })
}

/// "25 computers", "7 days", "TCP port 1688".
pub fn figure(figure: &Threshold) -> String {
    match figure.unit {
        Unit::Activations => counted(figure.value, "activation"),
        Unit::Computers => counted(figure.value, "computer"),
        Unit::Days => counted(figure.value, "day"),
        Unit::Minutes => span_text(figure.value),
        Unit::TcpPort => format!("TCP port {}", figure.value),
    }
}

/// Whose grace period, and which.
pub const fn grace_title(generation: Generation, kind: GraceKind) -> &'static str {
    match (generation, kind) {
        (Generation::Vista, GraceKind::Initial) => {
            "Initial grace of Windows Vista and Windows Server 2008"
        }
        (Generation::Vista, GraceKind::OutOfTolerance) => {
            "Out-of-tolerance grace of Windows Vista and Windows Server 2008"
        }
        (Generation::Vista, GraceKind::NonGenuine) => {
            "Non-genuine grace of Windows Vista and Windows Server 2008"
        }
        (Generation::Seven, GraceKind::Initial) => {
            "Initial grace of Windows 7 and Windows Server 2008 R2"
        }
        (Generation::Seven, GraceKind::OutOfTolerance) => {
            "Out-of-tolerance grace of Windows 7 and Windows Server 2008 R2"
        }
        (Generation::Seven, GraceKind::NonGenuine) => {
            "Non-genuine grace of Windows 7 and Windows Server 2008 R2"
        }
        (Generation::EightOrLater, GraceKind::Initial) => {
            "Initial grace of Windows 8, Windows Server 2012 and later"
        }
        (Generation::EightOrLater, GraceKind::OutOfTolerance) => {
            "Out-of-tolerance grace of Windows 8, Windows Server 2012 and later"
        }
        (Generation::EightOrLater, GraceKind::NonGenuine) => {
            "Non-genuine grace of Windows 8, Windows Server 2012 and later"
        }
        (Generation::Office, GraceKind::Initial) => "Initial grace of Office, volume editions",
        (Generation::Office, GraceKind::OutOfTolerance) => {
            "Out-of-tolerance grace of Office, volume editions"
        }
        (Generation::Office, GraceKind::NonGenuine) => {
            "Non-genuine grace of Office, volume editions"
        }
    }
}

/// How long it is.
pub fn grace_meaning(grace: &Grace) -> Phrase {
    match grace.days {
        Some(days) => Phrase::new()
            .value(Kind::Quantity, counted(days, "day"))
            .text("."),
        None => Phrase::from("No such period is published."),
    }
}

/// Which field of an Extended PID it is.
pub const fn pid_field(part: Part) -> &'static str {
    match part {
        Part::Channel => "Extended PID, fifth field (channel)",
        Part::Group => "Extended PID, second field (key group)",
        Part::Platform => "Extended PID, first field (platform)",
    }
}

/// What an Activation ID is.
pub fn activation_id(id: &KnownActivationId) -> Phrase {
    Phrase::from("The Activation ID of ")
        .strong(product_of(id))
        .text(". ")
        .text(channel_meaning(id.channel))
}

/// What an Application ID is.
pub fn application_id(id: &KnownApplicationId, products: usize) -> Phrase {
    Phrase::from("The Application ID of ")
        .strong(id.product)
        .text(". It tells the family of a licence, not the product. ")
        .text(match products {
            0 => "No Activation ID of this catalogue belongs to it.".to_owned(),
            1 => "One Activation ID of this catalogue belongs to it.".to_owned(),
            many => format!("{many} Activation IDs of this catalogue belong to it."),
        })
}

/// What a client key is.
pub fn client_key(key: &ClientKey) -> Phrase {
    match key.kind {
        KeyKind::Gvlk => Phrase::from("The generic key (GVLK) that Microsoft publishes for ")
            .strong(key.product)
            .text(
                ". It activates nothing by itself: it only makes the machine ask a KMS host or Active Directory. It is no \
                 secret.",
            ),
        KeyKind::Avma => Phrase::from("The key that Microsoft publishes for virtual machines with ")
            .strong(key.product)
            .text(
                ". It activates nothing by itself: the Hyper-V host has to run an activated Datacenter edition. It is no \
                 secret.",
            ),
    }
}

/// What a build number says.
pub fn build(build: &Build) -> Phrase {
    Phrase::from("The build number of ")
        .strong(names_of(build))
        .text(".")
}

/// What a language code says.
pub fn lcid(lcid: &Lcid) -> Phrase {
    Phrase::from("The language ")
        .strong(lcid.name)
        .text(", in the sixth field of an Extended PID.")
}

/// What a value of a field says.
pub fn pid_piece(meaning: &'static str) -> Phrase {
    marked(meaning).text(".")
}

/// The commands that belong to an Activation ID.
pub mod commands {
    /// Before the command that prints the licence with this ID.
    pub const STATE: &str = "See its state: ";
    /// Before the same for Office, where the tool takes no ID.
    pub const OFFICE_STATE: &str =
        "See the state of each Office product that has a key, elevated: ";
    /// Before the command that prints the Installation ID.
    pub const BY_TELEPHONE: &str = "Its Installation ID for the telephone, elevated: ";
    /// Before the command that installs a client key.
    pub const INSTALL: &str = "Install it, elevated: ";
    /// Before the command that activates Windows.
    pub const ACTIVATE: &str = "Then activate, elevated: ";
}

/// Labels of facts.
pub mod labels {
    /// Whether a code is a failure.
    pub const SEVERITY: &str = "Kind";
    /// The name in a header.
    pub const SYMBOL: &str = "Symbol";
    /// The code as a signed and an unsigned number.
    pub const DECIMAL: &str = "In decimal";
    /// The number inside an HRESULT of Windows itself.
    pub const WIN32: &str = "Win32 error";
    /// The product.
    pub const PRODUCT: &str = "Product";
    /// The edition.
    pub const EDITION: &str = "Edition";
    /// The generation.
    pub const GENERATION: &str = "Generation";
    /// The channel.
    pub const CHANNEL: &str = "Channel";
    /// The Activation ID.
    pub const ACTIVATION_ID: &str = "Activation ID";
    /// The Application ID.
    pub const APPLICATION_ID: &str = "Application ID";
    /// The right ID in place of a wrong one.
    pub const STANDS_FOR: &str = "Stands for";
    /// The family.
    pub const FAMILY: &str = "Family";
    /// The whole client key.
    pub const KEY: &str = "Key";
    /// Client and server of a build.
    pub const CLIENT: &str = "Windows";
    /// The server of a build.
    pub const SERVER: &str = "Windows Server";
    /// The language tag.
    pub const TAG: &str = "Tag";
    /// The language code in hexadecimal.
    pub const HEXADECIMAL: &str = "In hexadecimal";
    /// A figure.
    pub const VALUE: &str = "Value";
    /// A figure in minutes, as the tools print and take it.
    pub const MINUTES: &str = "In minutes";
    /// The length of a grace period.
    pub const LENGTH: &str = "Length";
}

/// A code as a number with a sign, as scripts print it, and without.
pub fn decimal(code: u32) -> String {
    match code.cast_signed() {
        signed @ ..0 => format!("{signed} or {code}"),
        _ => code.to_string(),
    }
}

/// Failure or notice.
pub const fn severity_of(code: u32) -> &'static str {
    match severity(code) {
        Severity::Failure => FAILURE,
        Severity::Information => INFORMATION,
    }
}

/// The channel of an ID; an add-on is said to be one.
pub fn channel_of(id: &KnownActivationId) -> Cow<'static, str> {
    if id.add_on {
        return Cow::Owned(format!(
            "{}, an add-on beside the base licence",
            channel(id.channel)
        ));
    }
    Cow::Borrowed(channel(id.channel))
}

/// The family of an Application ID.
pub const fn family(family: Family) -> &'static str {
    match family {
        Family::Office => "Office, Project, Visio",
        Family::Windows | Family::WindowsServer | Family::WindowsAddOn => {
            "Windows, Windows Server and their add-ons"
        }
        Family::Unknown => "Unknown",
    }
}
