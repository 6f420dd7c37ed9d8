//! Identifiers in words: what was forgiven, what is wrong where, what follows.

use uuid::Uuid;

use super::{around, card, channels, dates, states};
use crate::{
    card::Tone,
    id::{
        activation_id::{self, Trouble, TroubleKind},
        confirmation_id,
        error_code::{self, Severity},
        extended_pid::OddPart,
        installation_id::{self, Break, Cause, Check, Inspection, Placeholder},
        liberty::Liberty,
        product_id::{Form, ProductId},
    },
    identify::{
        Candidate, Difference, Kind, Near, What,
        code::{self, Spelled},
        guid::{self, Advice, Known},
        pid::{self, Meaning, PieceKind, Unusual},
        small,
    },
    kb::{self, Certainty, Sources, reason::Reason},
    phrase::{self, Phrase},
};

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
            let what = match found {
                found if !found.is_alphabetic() => "the character",
                found if found.is_ascii() => "the letter",
                _ => "a letter that is not Latin,",
            };
            format!("Read {what} {found} at position {position} as {read_as}.")
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
        What::ProductKey { entered_whole, .. } => vec![if *entered_whole {
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
        }],
        What::KeyEnding(_) => vec![note(
            "key-ending",
            Tone::Neutral,
            "Five characters as product keys have them: outputs print the last five of a key as \u{201c}Partial Product Key\u{201d}.",
        )],
        What::State(state) => {
            let text = states::state(*state, &states::About::default());
            vec![Note {
                code: "meaning",
                tone: text.tone,
                text: text.sentence,
            }]
        }
        What::Channel(channel) => vec![
            note("meaning", Tone::Neutral, channels::channel(*channel)),
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
                if *build == 9200 {
                    notes.push(note("build-9200", Tone::Neutral, card::BUILD_9200));
                }
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
        What::Code(finding) => finding.told().map(Reason::sources),
        What::Build { build, .. } => kb::build::find(*build).map(kb::build::Build::sources),
        What::Lcid(lcid) => kb::lcid::find(*lcid).map(kb::lcid::Lcid::sources),
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

// GUIDs

fn guid_parts(finding: &guid::Finding) -> Vec<Part> {
    match finding.known {
        Some(Known::Activation(known)) => vec![
            plain("product", "Product", known.product.to_owned()),
            plain("edition", "Edition", known.edition.to_owned()),
            plain("generation", "Generation", known.generation.to_owned()),
            Part {
                meaning: Some(channels::channel_meaning(known.channel).into()),
                ..plain(
                    "channel",
                    "Channel",
                    channels::channel(known.channel).to_owned(),
                )
            },
            Part {
                value: Phrase::new().value(phrase::Kind::Guid, known.application_id.to_string()),
                ..plain("applicationId", "Application ID", String::new())
            },
        ],
        Some(Known::Application(known)) => {
            vec![plain("product", "Product", known.product.to_owned())]
        }
        None => Vec::new(),
    }
}

/// What has to be said of a GUID.
pub fn guid(finding: &guid::Finding) -> Vec<Note> {
    let mut notes = Vec::new();
    match (&finding.id, finding.known) {
        (Err(why), _) => notes.push(note(trouble_code(&why.kind), Tone::Bad, trouble(why))),
        (_, Some(Known::Activation(known))) => {
            notes.push(note(
                "known",
                Tone::Neutral,
                card::known_activation_id(known),
            ));
            notes.extend(doubt(known.certainty));
            notes.extend(known.note.map(|note| marked("note", note)));
        }
        (_, Some(Known::Application(known))) => {
            let text = Phrase::new()
                .text("The Application ID of ")
                .strong(known.product)
                .text(".");
            notes.push(note("known", Tone::Neutral, text));
            notes.extend(known.note.map(|note| marked("note", note)));
        }
        (Ok(id), None) if !id.is_nil() => {
            notes.push(note(
                "unknown",
                Tone::Neutral,
                card::unknown_activation_id(kb::DATE),
            ));
        }
        _ => {}
    }
    notes.extend(finding.nearest.iter().map(nearest_guid));
    notes.extend(finding.advice.iter().map(advice));
    notes
}

/// Why a text is no GUID.
pub fn trouble(why: &Trouble) -> String {
    match &why.kind {
        TroubleKind::Empty => "There is nothing here.".to_owned(),
        TroubleKind::Masked => "Somebody masked it, so it can't be read.".to_owned(),
        TroubleKind::Stray { position, found } => format!(
            "Character {position} is \u{201c}{found}\u{201d}, which is no hexadecimal digit (0 to 9, A to F)."
        ),
        TroubleKind::TooLong => "This is far too long for one ID.".to_owned(),
        TroubleKind::Digits(count) => {
            format!(
                "A GUID has 32 digits; this has {count}: {}.",
                amount(*count as isize - 32)
            )
        }
        TroubleKind::Groups(groups) => {
            let odd = activation_id::odd_groups(groups);
            if odd.is_empty() {
                return format!(
                    "A GUID has five groups of 8, 4, 4, 4 and 12 digits; this has {} with {} of 32 digits in all.",
                    counted(groups.len(), "group"),
                    why.digits.len()
                );
            }
            let sentences: Vec<String> = odd
                .iter()
                .map(|odd| {
                    format!(
                        "Group {} has {} of {} digits: {}.",
                        odd.group,
                        odd.found,
                        odd.expected,
                        amount(odd.found as isize - odd.expected as isize)
                    )
                })
                .collect();
            sentences.join(" ")
        }
    }
}

/// The name of a trouble for programs.
pub const fn trouble_code(kind: &TroubleKind) -> &'static str {
    match kind {
        TroubleKind::Empty => "empty",
        TroubleKind::Masked => "masked",
        TroubleKind::Stray { .. } => "stray",
        TroubleKind::Groups(_) => "groups",
        TroubleKind::Digits(_) => "digits",
        TroubleKind::TooLong => "too-long",
    }
}

fn nearest_guid(near: &Near<Known>) -> Note {
    let (id, name) = match near.known {
        Known::Activation(known) => (known.id, card::known_activation_id(known)),
        Known::Application(known) => (
            known.id,
            Phrase::new()
                .text("This is the Application ID of ")
                .strong(known.product)
                .text("."),
        ),
    };
    let differences: Vec<String> = near
        .differences
        .iter()
        .map(|difference| in_guid(*difference))
        .collect();
    let text = Phrase::new()
        .text("Nearly ")
        .value(phrase::Kind::Guid, id.to_string())
        .text(format!(": {}. ", differences.join("; ")))
        .then(name)
        .text(" Compare with the place where yours comes from; nothing was changed here.");
    note("nearest", Tone::Watch, text)
}

/// A difference as a place in a GUID: "digit 3 of group 2 is 7 there, 1 here".
fn in_guid(difference: Difference) -> String {
    let (group, digit) = group_of(difference.at);
    match (difference.found, difference.expected) {
        (Some(found), Some(expected)) => {
            format!("digit {digit} of group {group} is {expected} there and {found} here")
        }
        (None, Some(expected)) => {
            format!("digit {digit} of group {group}, {expected}, is missing here")
        }
        (Some(found), None) if digit > 1 => format!(
            "{found} after digit {} of group {group} is too much here",
            digit - 1
        ),
        (Some(found), None) => format!("{found} before group {group} is too much here"),
        (None, None) => String::new(),
    }
}

/// The group (1 to 5) and the digit in it, of a 0-based place among 32 digits. What stands behind the last is in the last group.
pub fn group_of(at: usize) -> (usize, usize) {
    let mut from = 0;
    for (group, width) in (1..).zip([8, 4, 4, 4, 12]) {
        if at < from + width {
            return (group, at - from + 1);
        }
        from += width;
    }
    (5, 13)
}

/// The name of an advice for programs.
pub const fn advice_code(advice: &Advice) -> &'static str {
    match advice {
        Advice::ApplicationIsNoActivationId => "application-id",
        Advice::StandsFor(_) => "stands-for",
        Advice::HostHasAnother(_) => "host-has-another-id",
        Advice::ClientNotHost => "client-not-host",
        Advice::OfficeBelongsToOspp { .. } => "office-belongs-to-ospp",
        Advice::OfficeHostBelongsToSlmgr => "office-host-belongs-to-slmgr",
        Advice::AddOnNeedsItsId => "add-on-needs-its-id",
        Advice::MayBeMachineId => "may-be-machine-id",
        Advice::NotAMachineId => "not-a-machine-id",
        Advice::Nil => "nil",
    }
}

/// What follows from an ID.
pub fn advice(advice: &Advice) -> Note {
    let guid = |id: &Uuid| Phrase::new().value(phrase::Kind::Guid, id.to_string());
    let (tone, text) = match advice {
        Advice::ApplicationIsNoActivationId => (
            Tone::Watch,
            "It names a whole family of products. Commands of slmgr.vbs ask for the Activation ID of one product: /dlv all prints it, in a line of its own.".into(),
        ),
        Advice::StandsFor(id) => (
            Tone::Watch,
            Phrase::new().text("Use ").then(guid(id)).text(" where this family is meant."),
        ),
        Advice::HostHasAnother(host) => (
            Tone::Neutral,
            Phrase::new()
                .text("It belongs to a client. The KMS host of ")
                .strong(host.generation)
                .text(" has ")
                .then(guid(&host.id))
                .text("."),
        ),
        Advice::ClientNotHost => (
            Tone::Watch,
            "It belongs to a client. A KMS host is another product with an ID of its own.".into(),
        ),
        Advice::OfficeBelongsToOspp { asked_of_slmgr } => (
            if *asked_of_slmgr { Tone::Watch } else { Tone::Neutral },
            "An Office product is looked after by ospp.vbs, which prints this as \u{201c}SKU ID\u{201d}; its commands take no Activation ID. Commands of slmgr.vbs are for Windows, its add-ons and KMS hosts.".into(),
        ),
        Advice::OfficeHostBelongsToSlmgr => (
            Tone::Neutral,
            "A KMS host for Office is looked after by slmgr.vbs on the host, with this ID behind each command: without it the command speaks of Windows.".into(),
        ),
        Advice::AddOnNeedsItsId => (
            Tone::Neutral,
            "An add-on beside the licence of Windows itself: commands of slmgr.vbs need this ID behind them, else they speak of Windows.".into(),
        ),
        Advice::MayBeMachineId => (
            Tone::Neutral,
            "It has the form of a random number. A client machine ID (CMID), which names one computer, has that form, too.".into(),
        ),
        Advice::NotAMachineId => (
            Tone::Watch,
            "The text speaks of a client machine ID (CMID), but this ID names a product and is the same on every computer.".into(),
        ),
        Advice::Nil => (Tone::Watch, "Zeros only: a placeholder, not a real ID.".into()),
    };
    note(advice_code(advice), tone, text)
}

// Installation IDs

fn installation_parts(inspected: &installation_id::Inspected) -> Vec<Part> {
    let Inspection::Groups(groups) = &inspected.inspection else {
        return Vec::new();
    };
    const LABELS: [&str; 9] = [
        "Group 1", "Group 2", "Group 3", "Group 4", "Group 5", "Group 6", "Group 7", "Group 8",
        "Group 9",
    ];
    groups
        .groups()
        .iter()
        .zip(LABELS)
        .map(|(group, label)| Part {
            value: Phrase::new().value(phrase::Kind::InstallationId, group.digits.clone()),
            meaning: Some(
                match group.check {
                    Check::Holds => "check digit holds",
                    Check::Fails { .. } => "check digit fails",
                }
                .into(),
            ),
            ..plain("group", label, String::new())
        })
        .collect()
}

/// What a vendor's pages say, and what is right.
const DOCUMENTED_36: &str = "Two pages of Microsoft call the Installation ID \u{201c}36-digit, six groups of six\u{201d}, beside a sample of 54 digits. It has 54 (nine groups of six) or 63 (nine groups of seven).";

/// What the check digits can't see.
pub const BLIND_SPOTS: &str = "The check digits do not see a 0 taken for a 7, a 1 for an 8 or a 2 for a 9 (about one slip of eighteen), nor whole groups exchanged. They say nothing about whether Microsoft accepts the number.";

/// What has to be said of an Installation ID.
pub fn installation_id(inspected: &installation_id::Inspected) -> Vec<Note> {
    let mut notes = Vec::new();
    match &inspected.inspection {
        Inspection::Groups(groups) if groups.all_hold() => {
            notes.push(note(
                "complete",
                Tone::Good,
                card::groups_hold(inspected.digits.len(), groups.size()),
            ));
            notes.push(note("blind-spots", Tone::Neutral, BLIND_SPOTS));
        }
        Inspection::Groups(groups) => {
            let failing: Vec<usize> = groups.failing().map(|group| group.index).collect();
            notes.push(note("groups-fail", Tone::Bad, card::groups_fail(&failing)));
        }
        Inspection::WrongLength(why) => {
            notes.push(note(
                length_code(why.cause()),
                Tone::Bad,
                wrong_length(inspected, why),
            ));
            if why.cause() == Cause::Documented36 {
                notes.push(note("documented-36", Tone::Neutral, DOCUMENTED_36));
            }
        }
        other => notes.push(note(
            match other {
                Inspection::Empty => "empty",
                Inspection::Masked => "masked",
                Inspection::Placeholder(_) => "placeholder",
                _ => "stray",
            },
            Tone::Bad,
            other.to_string(),
        )),
    }
    if let Some(place) = &inspected.location {
        notes.push(note("where", Tone::Watch, broken(place)));
    }
    notes.extend(inspected.odd_pieces.iter().map(|&(place, found)| {
        note(
            "odd-group",
            Tone::Watch,
            format!(
                "As it is written, group {place} has {}, unlike nearly all others.",
                counted(found, "digit")
            ),
        )
    }));
    notes
}

/// The length alone where the place is told apart, else with the hint at the first group that breaks.
fn wrong_length(
    inspected: &installation_id::Inspected,
    why: &installation_id::WrongLength,
) -> String {
    if inspected.location.is_some() {
        format!("{}. 54 or 63 are due.", counted(why.count(), "digit"))
    } else {
        why.to_string()
    }
}

const fn length_code(cause: Cause) -> &'static str {
    match cause {
        Cause::Documented36 => "digits-36",
        Cause::ConfirmationId => "confirmation-id",
        Cause::Twice { .. } => "twice",
        Cause::GroupsMissing { .. } => "groups-missing",
        Cause::DigitsMissing { .. } => "digits-missing",
        Cause::DigitsTooMany { .. } => "digits-too-many",
    }
}

/// Where digits were lost or came in.
fn broken(place: &Break) -> String {
    let size = place.size;
    let whole = |count: isize| count.unsigned_abs() == size;
    if place.cut_short {
        let odd = &place.odd[0];
        let missing = odd.change.unsigned_abs();
        let held = odd.first - 1;
        return format!(
            "The first {} of {size} hold, and the text ends too early: {} missing at the end of {}.",
            counted(held, "group"),
            if missing == 1 {
                "1 digit is".to_owned()
            } else {
                format!("{missing} digits are")
            },
            9 * size
        );
    }
    let parts: Vec<String> = place
        .odd
        .iter()
        .map(|odd| {
            let group = if odd.first == odd.last {
                format!("group {}", odd.first)
            } else {
                format!("one of the groups {} to {}", odd.first, odd.last)
            };
            if whole(odd.change) && odd.change < 0 {
                format!("{group} is missing as a whole")
            } else {
                format!("in {group} {}", amount(odd.change))
            }
        })
        .collect();
    format!(
        "Cut into groups of {size}, all others hold: {}. Look there.",
        parts.join(", and ")
    )
}

// Confirmation IDs

fn confirmation_parts(inspected: &confirmation_id::Inspected) -> Vec<Part> {
    const LABELS: [&str; 8] = [
        "Group A", "Group B", "Group C", "Group D", "Group E", "Group F", "Group G", "Group H",
    ];
    let confirmation_id::Inspection::Groups(groups) = &inspected.inspection else {
        return Vec::new();
    };
    groups
        .iter()
        .zip(LABELS)
        .map(|(group, label)| plain("group", label, group.digits.clone()))
        .collect()
}

/// What has to be said of a Confirmation ID.
pub fn confirmation_id(inspected: &confirmation_id::Inspected) -> Vec<Note> {
    use confirmation_id::Inspection;
    match &inspected.inspection {
        Inspection::Empty => vec![note("empty", Tone::Bad, "There is nothing here.")],
        Inspection::Masked => vec![note("masked", Tone::Bad, "Somebody masked it, so it can't be looked at.")],
        Inspection::NotDigits { position, found } => vec![note(
            "stray",
            Tone::Bad,
            format!("Character {position} is \u{201c}{found}\u{201d}; a Confirmation ID has digits only."),
        )],
        Inspection::Placeholder(which) => vec![note(
            "placeholder",
            Tone::Bad,
            match which {
                Placeholder::Zeros => "Zeros only: a placeholder, not a real Confirmation ID.",
                Placeholder::Counting => "1, 2, 3 and so on: a placeholder from a document, not a real Confirmation ID.",
            },
        )],
        Inspection::InstallationId(count) => vec![note(
            "installation-id",
            Tone::Bad,
            match count {
                42 => "Six whole groups of seven: a part of an Installation ID, the number that is read out. The answer, the Confirmation ID, has 48 digits.".to_owned(),
                count => format!("This is an Installation ID ({count} digits): the number that is read out. The answer, the Confirmation ID, has 48 digits."),
            },
        )],
        Inspection::Twice(count) => vec![note(
            "twice",
            Tone::Bad,
            format!("The same {count} digits stand here twice; take one half."),
        )],
        Inspection::WrongLength(why) => {
            let mut notes = vec![note("wrong-length", Tone::Bad, confirmation_length(why))];
            notes.extend(why.odd.iter().map(|odd| {
                let group = match odd.letter {
                    Some(letter) => format!("group {letter}"),
                    None => "a group behind H".to_owned(),
                };
                note(
                    "odd-group",
                    Tone::Watch,
                    format!("As it is written, {group} has {} of 6 digits.", odd.found),
                )
            }));
            notes
        }
        Inspection::Groups(groups) => confirmation_groups(groups),
    }
}

fn confirmation_length(why: &confirmation_id::WrongLength) -> String {
    let start = counted(why.count, "digit");
    if why.missing > 0 && why.count.is_multiple_of(6) && why.count >= 12 {
        return format!(
            "{start}: {} of six missing; a Confirmation ID has 48, in eight groups from A to H.",
            match why.missing / 6 {
                1 => "1 group is".to_owned(),
                groups => format!("{groups} groups are"),
            }
        );
    }
    format!(
        "{start}: {}; a Confirmation ID has 48, in eight groups of six from A to H.",
        amount(-why.missing)
    )
}

fn confirmation_groups(groups: &[confirmation_id::Group]) -> Vec<Note> {
    let mut notes = Vec::new();
    if groups.len() == 8 {
        notes.push(note(
            "complete",
            Tone::Good,
            "48 digits in eight groups of six, A to H.",
        ));
    } else {
        notes.push(note(
            "older-form",
            Tone::Watch,
            "42 digits in seven groups of six, A to G: the older form. Today's Confirmation IDs have 48, so a group may be missing.",
        ));
    }
    let odd: Vec<String> = groups
        .iter()
        .filter(|group| !group.follows_rule)
        .map(|group| group.letter.to_string())
        .collect();
    if odd.is_empty() {
        notes.push(note(
            "follows-rule",
            Tone::Neutral,
            "Every group follows the rule of Installation IDs. If this came from the screen and not from the telephone, it may be the first groups of an Installation ID of 54 digits.",
        ));
    } else if odd.len() <= 3 {
        // More than a few speak against the rule rather than against the number.
        notes.push(note(
            "hint",
            Tone::Neutral,
            format!(
                "A hint, no more: {} {} not follow the rule that the others follow. Nobody has proven that rule for Confirmation IDs; compare {} once more.",
                if odd.len() == 1 { format!("group {}", odd[0]) } else { format!("groups {}", listed(&odd)) },
                if odd.len() == 1 { "does" } else { "do" },
                if odd.len() == 1 { "it" } else { "them" },
            ),
        ));
    }
    notes.push(note(
        "follows",
        Tone::Neutral,
        "It goes in on the machine whose Installation ID was read out: slmgr.vbs /atp for Windows and KMS hosts, ospp.vbs /actcid for Office.",
    ));
    notes
}

// Extended and short Product IDs

fn pid_parts(finding: &pid::Finding) -> Vec<Part> {
    finding
        .parts
        .iter()
        .map(|piece| {
            let (key, value) = (piece.part.name(), piece.value.clone());
            let label = pid_label(piece.part);
            match piece.meaning {
                Meaning::Known(known) => looked_up(
                    key,
                    label,
                    value,
                    Some((known.meaning.into(), known.certainty, known.sources())),
                ),
                Meaning::Language(known) => looked_up(
                    key,
                    label,
                    value,
                    Some((language(known), known.certainty, known.sources())),
                ),
                Meaning::Build(known) => looked_up(
                    key,
                    label,
                    value,
                    Some((build_names(known).into(), known.certainty, known.sources())),
                ),
                Meaning::Day(date) => Part {
                    meaning: Some(Phrase::new().value(phrase::Kind::Date, dates::day(date))),
                    ..plain(key, label, value)
                },
                Meaning::Itself => Part {
                    value: Phrase::new().value(phrase::Kind::Pid, value),
                    ..plain(key, label, String::new())
                },
                Meaning::Unknown => plain(key, label, value),
            }
        })
        .collect()
}

const fn pid_label(part: PieceKind) -> &'static str {
    match part {
        PieceKind::Platform => "Platform",
        PieceKind::Group => "Group of the key",
        PieceKind::Serial => "Serial number of the key",
        PieceKind::ChannelCode => "Channel code",
        PieceKind::Language => "Language",
        PieceKind::Build => "Build",
        PieceKind::KeyDate => "Day (of the year, and year)",
    }
}

/// What has to be said of an Extended PID.
pub fn pid(finding: &pid::Finding) -> Vec<Note> {
    if let Some(why) = &finding.trouble {
        return vec![note("not-taken-apart", Tone::Bad, why.to_string())];
    }
    let mut notes: Vec<Note> = finding
        .odd
        .iter()
        .map(|(part, found)| {
            note(
                "odd-part",
                Tone::Watch,
                OddPart { part: *part, found }.to_string(),
            )
        })
        .collect();
    notes.extend(finding.unusual.iter().map(unusual));
    for piece in &finding.parts {
        if let Meaning::Known(known) = piece.meaning {
            notes.extend(known.note.map(|note| marked("note", note)));
            if piece.part == PieceKind::Group && known.meaning.contains("KMS host key") {
                notes.push(note(
                    "host-key",
                    Tone::Neutral,
                    "The group is one of KMS host keys. A client prints such an ID as \u{201c}KMS machine extended PID\u{201d}: it speaks of the host's key, language, build and date, not of the client's.",
                ));
            }
        }
        if piece.part == PieceKind::Build && piece.value == "9200" {
            notes.push(note("build-9200", Tone::Neutral, card::BUILD_9200));
        }
    }
    if finding.key_date.is_some() {
        notes.push(note(
            "key-date",
            Tone::Neutral,
            "The day is that on which the key was installed or the ID made again, not that of the installation of Windows.",
        ));
    }
    notes.push(note("origin", Tone::Neutral, card::PID_PARTS));
    notes
}

/// What is unusual, with care.
pub fn unusual(unusual: &Unusual) -> Note {
    let (code, text) = match *unusual {
        Unusual::Future { date, now } => (
            "future",
            format!(
                "Unusual: its day, {}, is after today ({}). A clock was wrong, or the ID was made up.",
                dates::day(date),
                dates::day(now)
            ),
        ),
        Unusual::BeforeVista(date) => (
            "before-vista",
            format!("Unusual: its day, {}, is before Windows Vista. A clock was wrong, or the ID was made up.", dates::day(date)),
        ),
        Unusual::BuildBeforePlatform { build, first } => (
            "build-before-platform",
            format!("Unusual: build {build} is older than the generation of the key, which begins with {first}. A preview, or the ID was made up."),
        ),
        Unusual::RepeatedSerial => (
            "repeated-serial",
            "Unusual: six equal digits in the serial number, as in IDs that somebody made up. That alone proves nothing.".to_owned(),
        ),
    };
    note(code, Tone::Watch, text)
}

fn product_id_parts(id: &ProductId) -> Vec<Part> {
    let group_part = |group: &str| {
        let known = kb::extended_pid::group(group);
        looked_up(
            "group",
            pid_label(PieceKind::Group),
            group.to_owned(),
            known.map(|known| (known.meaning.into(), known.certainty, known.sources())),
        )
    };
    let serial_part = |serial: &str| Part {
        value: Phrase::new().value(phrase::Kind::Pid, serial.to_owned()),
        ..plain("serial", pid_label(PieceKind::Serial), String::new())
    };
    match &id.form {
        Form::Modern {
            group,
            serial,
            tail,
        } => vec![
            group_part(group),
            serial_part(serial),
            Part {
                meaning: Some(
                    match tail {
                        Some(_) => {
                            "Differs between installations of one key; what it says is not known."
                        }
                        None => "Preinstalled by the manufacturer.",
                    }
                    .into(),
                ),
                ..plain(
                    "tail",
                    "Ending",
                    tail.clone().unwrap_or_else(|| "OEM".to_owned()),
                )
            },
        ],
        Form::Classic {
            product, serial, ..
        }
        | Form::ClassicOem {
            product, serial, ..
        } => {
            let known = kb::extended_pid::platform(product);
            vec![
                looked_up(
                    "platform",
                    "Product code",
                    product.clone(),
                    known.map(|known| (known.meaning.into(), known.certainty, known.sources())),
                ),
                serial_part(serial),
            ]
        }
    }
}

/// What has to be said of a short Product ID.
pub fn product_id(id: &ProductId) -> Vec<Note> {
    let mut notes = vec![match &id.form {
        Form::Modern { .. } => note(
            "short-form",
            Tone::Neutral,
            "The short Product ID of Windows 8, Office 2013 and later. Group and serial number are those of the Extended PID of the same key: where they differ, the two come from different keys or machines.",
        ),
        Form::Classic { .. } => note(
            "short-form",
            Tone::Neutral,
            "The short Product ID of Windows XP and Office 2003 to 2010. The serial number is that of the Extended PID of the same key.",
        ),
        Form::ClassicOem { .. } => note(
            "short-form",
            Tone::Neutral,
            "The short Product ID of a preinstalled product, up to Windows 7 and Office 2010. The serial number is that of the Extended PID of the same key.",
        ),
    }];
    if let Form::Classic {
        sum_holds: false, ..
    }
    | Form::ClassicOem {
        sum_holds: false, ..
    } = id.form
    {
        notes.push(note(
            "sum-fails",
            Tone::Watch,
            "The sum of the seven digits can't be divided by 7, as it can in real ones: a digit was copied wrongly.",
        ));
    }
    notes
}

// Codes

fn code_parts(finding: &code::Finding) -> Vec<Part> {
    if let Spelled::Digits(_) = finding.spelling {
        return Vec::new();
    }
    let shown = match (finding.spelling, finding.wrapped) {
        (Spelled::WindowsError, Some(wrapped)) => wrapped.code,
        _ => finding.code,
    };
    let mut parts = vec![
        Part {
            value: Phrase::new().value(phrase::Kind::Code, error_code::format(shown)),
            ..plain("hexadecimal", "Hexadecimal", String::new())
        },
        plain("decimal", "Decimal", shown.to_string()),
    ];
    if shown >= 0x8000_0000 {
        parts.push(plain(
            "signed",
            "Decimal with sign",
            shown.cast_signed().to_string(),
        ));
    }
    if let Some(symbol) = finding.told().and_then(|known| known.symbol) {
        parts.push(plain("symbol", "Name", symbol.to_owned()));
    }
    if let Some(number) = finding.win32 {
        parts.push(plain("windowsError", "Windows error", number.to_string()));
    }
    parts
}

/// What has to be said of a code.
pub fn code(finding: &code::Finding) -> Vec<Note> {
    let mut notes = Vec::new();
    if let Spelled::Digits(count) = finding.spelling {
        let change = count as isize - 8;
        notes.push(note(
            "digits",
            Tone::Bad,
            format!(
                "A code of this kind has eight hexadecimal digits; this has {count}: {}.",
                amount(change)
            ),
        ));
        notes.extend(finding.nearest.iter().map(nearest_code));
        return notes;
    }
    if let (Spelled::WindowsError, Some(wrapped)) = (finding.spelling, finding.wrapped) {
        let text = Phrase::new()
            .text(format!(
                "As the number of a Windows error: outputs of licensing print {} as ",
                finding.code
            ))
            .value(phrase::Kind::Code, error_code::format(wrapped.code))
            .text(".");
        notes.push(note("windows-error", Tone::Neutral, text));
    } else if let Some(wrapped) = finding.wrapped {
        let text = Phrase::new()
            .text("A number this small is the number of a Windows error, which is printed as ")
            .value(phrase::Kind::Code, error_code::format(wrapped.code))
            .text(", too.");
        notes.push(note("windows-error", Tone::Neutral, text));
    }
    match finding.told() {
        Some(known) => {
            let tone = match error_code::severity(known.code) {
                Severity::Failure => Tone::Bad,
                _ => Tone::Neutral,
            };
            notes.push(note("meaning", tone, kb::marked(known.meaning)));
            notes.push(note("when", Tone::Neutral, kb::marked(known.when)));
            notes.extend(
                known
                    .doubt
                    .map(|doubt| note("doubt", Tone::Watch, kb::marked(doubt))),
            );
            if known.certainty != Certainty::Official {
                notes.push(note(
                    known.certainty.name(),
                    Tone::Neutral,
                    known.certainty.sentence(),
                ));
            }
        }
        None => {
            let kind = match error_code::severity(finding.code) {
                _ if finding.code == 0 => "Zero: it worked.".to_owned(),
                _ if finding.spelling == Spelled::WindowsError => {
                    format!("Not in this catalogue (of {}).", kb::DATE)
                }
                Severity::Failure => format!(
                    "Not in this catalogue (of {}). By its first digit it is a failure.",
                    kb::DATE
                ),
                Severity::Information => {
                    format!(
                        "Not in this catalogue (of {}). By its first digit it is information, not a failure.",
                        kb::DATE
                    )
                }
                Severity::Success => format!(
                    "Not in this catalogue (of {}). By its first digit it is no failure.",
                    kb::DATE
                ),
            };
            notes.push(note(
                if finding.code == 0 {
                    "success"
                } else {
                    "unknown"
                },
                Tone::Neutral,
                kind,
            ));
        }
    }
    if let (Some(number), None) = (finding.win32, finding.wrapped) {
        notes.push(note(
            "windows-error",
            Tone::Neutral,
            format!("It wraps the Windows error {number}, which other tools print as that number."),
        ));
    }
    if let Some(twin) = finding.twin {
        let text = Phrase::new()
            .text("The same code as ")
            .text(match error_code::severity(twin.code) {
                Severity::Failure => "a failure",
                _ => "information",
            })
            .text(" is ")
            .value(phrase::Kind::Code, error_code::format(twin.code))
            .text(": ")
            .then(kb::marked(twin.meaning));
        notes.push(note("twin", Tone::Neutral, text));
    }
    notes.extend(finding.nearest.iter().map(nearest_code));
    notes
}

fn nearest_code(near: &Near<&'static Reason>) -> Note {
    let text = Phrase::new()
        .text("Nearly ")
        .value(phrase::Kind::Code, error_code::format(near.known.code))
        .text(": ")
        .then(kb::marked(near.known.meaning))
        .text(" Compare with the place where yours comes from; nothing was changed here.");
    note("nearest", Tone::Watch, text)
}
