//! Identifiers in words: what was forgiven, what is wrong where, what follows.

mod code;
mod confirmation;
mod guid;
mod installation;
mod pid;

use super::{around, channels, states};
use crate::{
    card::Tone,
    id::liberty::Liberty,
    identify::{Candidate, Kind, What, guid::Known, small},
    kb::{self, Certainty, Sources},
    phrase::{self, Phrase},
};

pub use code::code;
pub use confirmation::confirmation_id;
pub use guid::{advice, advice_code, group_of, guid, trouble, trouble_code};
pub use installation::{BLIND_SPOTS, installation_id};
pub use pid::{pid, product_id, unusual};

use code::code_parts;
use confirmation::confirmation_parts;
use guid::guid_parts;
use installation::installation_parts;
use pid::{pid_parts, product_id_parts};

/// A sentence or a few on one point.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// What it is about, for programs: "look-alike", "groups-fail", ...
    pub code: &'static str,
    /// For mark and colour.
    pub tone: Tone,
    /// The words.
    pub text: Phrase,
}

/// A part of an identifier.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its name for programs: "channelCode".
    pub key: &'static str,
    /// Its name.
    pub label: &'static str,
    /// As it stands there.
    pub value: Phrase,
    /// What it stands for.
    pub meaning: Option<Phrase>,
    /// How sure that is.
    pub certainty: Option<Certainty>,
    /// Where that comes from.
    pub sources: Option<Sources>,
}

/// The kind of a thing as a noun.
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::ActivationId => "Activation ID",
        Kind::ApplicationId => "Application ID",
        Kind::Guid => "GUID",
        Kind::InstallationId => "Installation ID",
        Kind::ConfirmationId => "Confirmation ID",
        Kind::ExtendedPid => "Extended PID",
        Kind::ProductId => "Product ID",
        Kind::ErrorCode => "Error or reason code",
        Kind::ProductKey => "Product key",
        Kind::KeyEnding => "Ending of a product key",
        Kind::State => "License state",
        Kind::Channel => "Channel",
        Kind::Event => "Event of the licensing service",
        Kind::Build => "Windows build",
        Kind::Lcid => "Language code",
        Kind::Port => "TCP port",
    }
}

/// How sure it is what something is.
pub const fn certainty(certainty: crate::identify::Certainty) -> &'static str {
    use crate::identify::Certainty;
    match certainty {
        Certainty::Exact => "This is",
        Certainty::Likely => "Most likely",
        Certainty::Possible => "Possibly",
    }
}

/// Nothing was recognised.
pub const NOTHING: &str = "No identifier or code that we know stands in this text.";
/// The text is a document.
pub const TOO_LONG: &str = "This is too long for one identifier. Paste whole outputs into the Read place; here a few lines will do.";
/// What is known by a community table only.
pub const COMMUNITY: &str = "From a list that volunteers keep; not confirmed by Microsoft.";

/// What was forgiven.
pub fn liberty(liberty: &Liberty) -> Note {
    let text = match liberty {
        Liberty::Wrapping => "Brackets or marks around it were left out.".to_owned(),
        Liberty::LookAlike {
            position,
            found,
            read_as,
        } => {
            let (what, alphabet) = match found {
                found if !found.is_alphabetic() => ("character", ""),
                found if found.is_ascii() => ("letter", ""),
                _ => ("letter", ", which is not a Latin one,"),
            };
            format!("Read the {what} {found}{alphabet} at position {position} as {read_as}.")
        }
        Liberty::FullWidth => "Full-width characters were read as the usual ones.".to_owned(),
        Liberty::Dashes => "Dashes of another kind were read as hyphens.".to_owned(),
        Liberty::Separators => "Blanks or other marks between its parts were left out.".to_owned(),
        Liberty::NoHyphens => "The hyphens that were missing were put in.".to_owned(),
        Liberty::HyphensMoved(groups) => format!(
            "The hyphens stood elsewhere (groups of {}, where 8, 4, 4, 4 and 12 are due) and were put in their places. No digit was changed.",
            listed(&groups.iter().map(usize::to_string).collect::<Vec<_>>())
        ),
        Liberty::Wrapped => "It was broken over lines and was joined.".to_owned(),
        Liberty::Labels => "Letters or numbers that only name the groups were left out.".to_owned(),
        Liberty::Case => "Small letters were read as capitals.".to_owned(),
        Liberty::SignExtended => "It has 16 digits, and the first eight only repeat the sign: the last eight are the code.".to_owned(),
        Liberty::Thousands => "Marks between thousands were left out.".to_owned(),
    };
    Note {
        code: liberty_code(liberty),
        tone: Tone::Neutral,
        text: text.into(),
    }
}

const fn liberty_code(liberty: &Liberty) -> &'static str {
    match liberty {
        Liberty::Wrapping => "wrapping",
        Liberty::LookAlike { .. } => "look-alike",
        Liberty::FullWidth => "full-width",
        Liberty::Dashes => "dashes",
        Liberty::Separators => "separators",
        Liberty::NoHyphens => "no-hyphens",
        Liberty::HyphensMoved(_) => "hyphens-moved",
        Liberty::Wrapped => "wrapped",
        Liberty::Labels => "labels",
        Liberty::Case => "case",
        Liberty::SignExtended => "sign-extended",
        Liberty::Thousands => "thousands",
    }
}

/// What a thing is made of.
pub fn parts(candidate: &Candidate) -> Vec<Part> {
    match &candidate.what {
        What::Guid(finding) => guid_parts(finding),
        What::InstallationId(inspected) => installation_parts(inspected),
        What::ConfirmationId(inspected) => confirmation_parts(inspected),
        What::ExtendedPid(finding) => pid_parts(finding),
        What::ProductId(id) => product_id_parts(id),
        What::Code(finding) => code_parts(finding),
        What::Build { build, revision } => {
            let known = kb::build::find(*build);
            let mut parts = vec![looked_up(
                "build",
                "Build",
                build.to_string(),
                known.map(|known| (build_names(known).into(), known.certainty, known.sources())),
            )];
            parts.extend(
                revision.map(|revision| {
                    plain("revision", "Revision (the update)", revision.to_string())
                }),
            );
            parts
        }
        What::Lcid(lcid) => {
            let known = kb::lcid::find(*lcid);
            vec![
                looked_up(
                    "lcid",
                    "Language",
                    lcid.to_string(),
                    known.map(|known| (language(known), known.certainty, known.sources())),
                ),
                plain("hexadecimal", "Hexadecimal", format!("0x{lcid:04X}")),
            ]
        }
        What::ProductKey { ending, .. } | What::KeyEnding(ending) => vec![Part {
            value: Phrase::new().value(phrase::Kind::KeyEnding, ending.clone()),
            ..plain("ending", "Ending", String::new())
        }],
        What::State(state) => vec![plain(
            "number",
            "Number (LicenseStatus)",
            state.number().to_string(),
        )],
        What::Channel(_) | What::Event(_) | What::Port(_) => Vec::new(),
    }
}

/// What has to be said: what it is, what is wrong where, what follows. What was forgiven comes from [`liberty`].
pub fn notes(candidate: &Candidate) -> Vec<Note> {
    match &candidate.what {
        What::Guid(finding) => guid(finding),
        What::InstallationId(inspected) => installation_id(inspected),
        What::ConfirmationId(inspected) => confirmation_id(inspected),
        What::ExtendedPid(finding) => pid(finding),
        What::ProductId(id) => product_id(id),
        What::Code(finding) => code(finding),
        What::ProductKey {
            entered_whole,
            ending,
        } => [if *entered_whole {
            note(
                "key-masked",
                Tone::Bad,
                "A full product key stood here. It was masked at once and is not kept; treat the text that you pasted as a secret.",
            )
        } else {
            note(
                "key-masked-before",
                Tone::Neutral,
                "A product key of which only the ending is shown.",
            )
        }]
        .into_iter()
        .chain(published(ending))
        .collect(),
        What::KeyEnding(ending) => {
            let published = published(ending);
            if !published.is_empty() {
                return published;
            }
            vec![note(
                "key-ending",
                Tone::Neutral,
                "Five characters as product keys have them: outputs print the last five of a key as \u{201c}Partial Product Key\u{201d}. \
                 No published client key ends so: it may be a MAK, a retail or a KMS host key.",
            )]
        }
        What::State(state) => {
            let text = states::state(*state, &states::About::default());
            vec![Note {
                code: "meaning",
                tone: text.tone,
                text: text.sentence,
            }]
        }
        What::Channel(channel) => vec![
            note(
                "meaning",
                Tone::Neutral,
                format!("{}.", channels::channel(*channel)),
            ),
            note(
                "follows",
                Tone::Neutral,
                channels::channel_meaning(*channel),
            ),
        ],
        What::Event(id) => vec![if small::is_known_event(*id) {
            note("meaning", Tone::Neutral, around::event(*id))
        } else {
            note(
                "unknown",
                Tone::Neutral,
                "An event of that number is not explained here.",
            )
        }],
        What::Build { build, .. } => match kb::build::find(*build) {
            Some(known) => {
                let mut notes = vec![note(
                    "meaning",
                    Tone::Neutral,
                    format!("{}.", build_names(known)),
                )];
                notes.extend(doubt(known.certainty));
                notes.extend(known.note.map(|note| marked("note", note)));
                notes
            }
            None => vec![note(
                "unknown",
                Tone::Neutral,
                format!(
                    "A build that is not in this catalogue (of {}). Every preview has a number of its own.",
                    kb::DATE
                ),
            )],
        },
        What::Lcid(lcid) => vec![match kb::lcid::find(*lcid) {
            Some(known) => Note {
                code: "meaning",
                tone: Tone::Neutral,
                text: language(known).text("."),
            },
            None => note(
                "unknown",
                Tone::Neutral,
                format!(
                    "Not in this table of languages (of {}); there are more than these.",
                    kb::DATE
                ),
            ),
        }],
        What::Port(port) => {
            let kms = &kb::threshold::KMS_PORT;
            vec![if *port == kms.value {
                note("meaning", Tone::Neutral, kms.meaning)
            } else {
                note(
                    "unknown",
                    Tone::Neutral,
                    format!(
                        "Not the port of KMS, which is {} unless a host is told otherwise.",
                        kms.value
                    ),
                )
            }]
        }
    }
}

/// Where what is told comes from, apart from what the parts have.
pub fn sources(candidate: &Candidate) -> Option<Sources> {
    match &candidate.what {
        What::Guid(finding) => finding.known.map(known_sources),
        What::Code(finding) => finding.told().map(|known| known.sources()),
        What::Build { build, .. } => kb::build::find(*build).map(kb::build::Build::sources),
        What::Lcid(lcid) => kb::lcid::find(*lcid).map(kb::lcid::Lcid::sources),
        What::ProductKey { ending, .. } | What::KeyEnding(ending) => {
            kb::client_key::by_ending(ending)
                .next()
                .map(|key| key.sources())
        }
        What::Port(port) if *port == kb::threshold::KMS_PORT.value => {
            Some(kb::threshold::KMS_PORT.sources())
        }
        _ => None,
    }
}

/// Where an entry of the catalogue comes from.
pub fn known_sources(known: Known) -> Sources {
    match known {
        Known::Activation(known) => known.sources(),
        Known::Application(known) => known.sources(),
    }
}

/// What the published client keys with that ending are for; none where no such key is published.
fn published(ending: &str) -> Vec<Note> {
    use kb::client_key::Kind;
    let told = |key: kb::client_key::ClientKey| {
        let what = match key.kind {
            Kind::Gvlk => {
                ". It activates nothing by itself: it makes the machine look for a KMS host or for Active Directory."
            }
            Kind::Avma => {
                ". It activates a virtual machine only on a Hyper-V host that runs an activated Datacenter edition."
            }
        };
        let text = Phrase::from("This is the ending of the published generic key of ")
            .strong(key.product)
            .text(what);
        note("published-key", Tone::Neutral, text)
    };
    kb::client_key::by_ending(ending).map(told).collect()
}

fn note(code: &'static str, tone: Tone, text: impl Into<Phrase>) -> Note {
    Note {
        code,
        tone,
        text: text.into(),
    }
}

fn marked(code: &'static str, text: &'static str) -> Note {
    note(code, Tone::Neutral, kb::marked(text))
}

fn plain(key: &'static str, label: &'static str, value: String) -> Part {
    Part {
        key,
        label,
        value: Phrase::new().value(phrase::Kind::Value, value),
        meaning: None,
        certainty: None,
        sources: None,
    }
}

fn looked_up(
    key: &'static str,
    label: &'static str,
    value: String,
    known: Option<(Phrase, Certainty, Sources)>,
) -> Part {
    let part = plain(key, label, value);
    match known {
        Some((meaning, certainty, sources)) => Part {
            meaning: Some(meaning),
            certainty: Some(certainty),
            sources: Some(sources),
            ..part
        },
        None => part,
    }
}

/// "3, 4 and 5".
fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}

/// "1 digit", "2 digits".
fn counted(count: usize, unit: &str) -> String {
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}

/// "1 digit is missing", "2 digits are too many".
fn amount(change: isize) -> String {
    let count = change.unsigned_abs();
    format!(
        "{} {} {}",
        counted(count, "digit"),
        if count == 1 { "is" } else { "are" },
        if change < 0 { "missing" } else { "too many" }
    )
}

/// What has to be said of the origin of a fact.
fn doubt(certainty: Certainty) -> Option<Note> {
    match certainty {
        Certainty::Official => None,
        Certainty::Community => Some(note("community", Tone::Watch, COMMUNITY)),
        other => Some(note(other.name(), Tone::Neutral, other.sentence())),
    }
}

fn build_names(known: &kb::build::Build) -> String {
    [known.client, known.server]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

fn language(known: &kb::lcid::Lcid) -> Phrase {
    Phrase::new()
        .text(known.name)
        .text(" (")
        .value(phrase::Kind::Value, known.tag)
        .text(")")
}
