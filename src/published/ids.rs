//! The published shape of single identifiers: each checked by a function of its own, and any text identified.
//!
//! Every answer has `notes` (whole sentences with a code for programs) beside the same facts as data. Numbers are not negative
//! and absent values are `null`, as everywhere in the published shape.

use serde::Serialize;
use time::Date;

use super::{SCHEMA, code};
use crate::{
    card::Tone,
    id::{
        activation_id::TroubleKind,
        confirmation_id,
        error_code::{self, Severity},
        installation_id::{self, Check, Inspection},
        liberty,
        product_id::Form,
        shape,
    },
    identify::{
        self as core, Context, Extent, Kind, MOST_CHARACTERS, What, guid, guid::Known, pid,
    },
    kb::{self, Sources, reason::Reason},
    phrase::{Phrase, Redact},
    state::LicenseStatus,
    text,
    wording::{ids as say, states},
};

/// A sentence or a few on one point.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Note {
    /// What it is about: "look-alike", "groups-fail", "unknown", ...
    pub code: &'static str,
    /// "good", "watch", "bad" or "neutral".
    pub tone: &'static str,
    /// The words.
    pub text: String,
}

/// A part of an identifier.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Part {
    /// Its name: "channelCode".
    pub key: &'static str,
    /// Its name in words.
    pub label: &'static str,
    /// As it stands there.
    pub value: String,
    /// What it stands for.
    pub meaning: Option<String>,
    /// How sure that is: "official", "seen", "community", "header", "background", "doubtful".
    pub certainty: Option<&'static str>,
    /// Where that comes from.
    pub sources: Vec<&'static str>,
}

/// Why a text can't be read.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// "empty", "masked", "stray", "groups", "digits", "too-long", "wrong-length", ...
    pub code: &'static str,
    /// In words.
    pub text: String,
    /// The 1-based place of a character that does not belong, in characters.
    pub position: Option<u32>,
    /// That character.
    pub found: Option<String>,
    /// Groups that are short or long.
    pub groups: Vec<OddGroup>,
}

/// A group that is short or long.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct OddGroup {
    /// 1-based.
    pub group: u32,
    pub expected: u32,
    pub found: u32,
}

/// `checkActivationId(text)`.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ActivationIdCheck {
    /// The version of the shape.
    pub schema: u32,
    /// Whether it is a well-formed GUID. It may still be unknown, or another kind of ID.
    pub ok: bool,
    /// The ID in lower case.
    pub id: Option<String>,
    /// "activation-id", "application-id", or "guid" for one that the catalogue does not have.
    pub kind: Option<&'static str>,
    /// The catalogue's entry.
    pub known: Option<KnownId>,
    /// Why it can't be read.
    pub problem: Option<Problem>,
    /// Known IDs that differ in one or two characters: suggestions, never put in place of what was given.
    pub nearest: Vec<NearId>,
    /// What was forgiven.
    pub liberties: Vec<Note>,
    /// What has to be said.
    pub notes: Vec<Note>,
    /// The day of the catalogue, YYYY-MM-DD.
    pub catalogue_date: &'static str,
}

/// An entry of the catalogue.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct KnownId {
    pub product: &'static str,
    pub edition: Option<&'static str>,
    pub generation: Option<&'static str>,
    pub channel: Option<&'static str>,
    pub add_on: bool,
    pub application_id: Option<String>,
    pub certainty: &'static str,
    pub sources: Vec<&'static str>,
}

/// A known ID near the one given.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NearId {
    /// The known ID.
    pub id: String,
    /// Its entry.
    pub known: KnownId,
    /// Where they differ.
    pub differences: Vec<Difference>,
}

/// One character that differs.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// The group in the known ID, 1 to 5.
    pub group: u32,
    /// The digit in that group, 1-based.
    pub digit: u32,
    /// What was given; `null` where it is missing.
    pub found: Option<String>,
    /// What the known ID has; `null` where there is one too many.
    pub expected: Option<String>,
}

/// `checkInstallationId(text)`.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InstallationIdCheck {
    /// The version of the shape.
    pub schema: u32,
    /// Whether it has 54 or 63 digits and every check digit holds.
    pub ok: bool,
    /// The digits without separators; `null` where they can't be read.
    pub digits: Option<String>,
    /// How many there are.
    pub count: u32,
    /// 6 or 7, where there are nine groups.
    pub group_size: Option<u32>,
    /// The nine groups.
    pub groups: Vec<InstallationGroup>,
    /// The groups whose check digit fails, 1 to 9.
    pub failing: Vec<u32>,
    /// Where digits were lost or came in, if the check digits single it out.
    pub broken: Option<Broken>,
    /// Why it can't be read or is not whole.
    pub problem: Option<Problem>,
    /// What was forgiven.
    pub liberties: Vec<Note>,
    /// What has to be said.
    pub notes: Vec<Note>,
}

/// A group of an Installation ID.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct InstallationGroup {
    /// 1 to 9.
    pub index: u32,
    pub digits: String,
    /// Whether its check digit holds.
    pub holds: bool,
}

/// Where digits were lost or came in.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Broken {
    /// The digits that a whole group has: 6 or 7.
    pub group_size: u32,
    /// Whether the text simply ends too early.
    pub cut_short: bool,
    /// The groups; all others hold.
    pub groups: Vec<BrokenGroup>,
}

/// A group that lost digits or has too many.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct BrokenGroup {
    /// The first group that it can be.
    pub first: u32,
    /// The last group that it can be.
    pub last: u32,
    pub missing: u32,
    pub too_many: u32,
}

/// `checkConfirmationId(text)`.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ConfirmationIdCheck {
    /// The version of the shape.
    pub schema: u32,
    /// Whether it has 48 digits, or 42 of the older form. Whether it is the right number is known to Microsoft alone.
    pub ok: bool,
    /// The digits without separators; `null` where they can't be read.
    pub digits: Option<String>,
    /// How many there are.
    pub count: u32,
    /// The groups of six, A to H.
    pub groups: Vec<ConfirmationGroup>,
    /// Whether this is an Installation ID, the number that is read out.
    pub is_installation_id: bool,
    /// Why it is none.
    pub problem: Option<Problem>,
    /// What was forgiven.
    pub liberties: Vec<Note>,
    /// What has to be said.
    pub notes: Vec<Note>,
}

/// A group of a Confirmation ID.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct ConfirmationGroup {
    /// "A" to "H".
    pub letter: String,
    pub digits: String,
    /// Whether it follows the rule of Installation IDs: a soft hint, proven on no current Confirmation ID.
    pub follows_rule: bool,
}

/// `decodeExtendedPid(text)`: an Extended PID or a short Product ID.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ExtendedPidCheck {
    /// The version of the shape.
    pub schema: u32,
    /// Whether every part fits.
    pub ok: bool,
    /// "extended", or a short form: "modern", "classic", "classic-oem".
    pub form: Option<&'static str>,
    /// As it should be written.
    pub value: Option<String>,
    /// The parts, in order.
    pub parts: Vec<Part>,
    /// The day that it carries, YYYY-MM-DD.
    pub key_date: Option<String>,
    /// What is unusual about it; none of that proves anything.
    pub unusual: Vec<Note>,
    /// Why it can't be taken apart.
    pub problem: Option<Problem>,
    /// What was forgiven.
    pub liberties: Vec<Note>,
    /// What has to be said.
    pub notes: Vec<Note>,
}

/// `identify(text)`.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Identified {
    /// The version of the shape.
    pub schema: u32,
    /// "whole", "empty" or "too-long".
    pub extent: &'static str,
    /// In words, where there is nothing to list.
    pub message: Option<&'static str>,
    /// What the text could be, the best guess first; in the order of the text where several stand in it.
    pub candidates: Vec<Candidate>,
    /// The day of the catalogue, YYYY-MM-DD.
    pub catalogue_date: &'static str,
}

/// One thing that the text could be.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Candidate {
    /// "activation-id", "error-code", ...
    pub kind: &'static str,
    /// The kind in words.
    pub label: &'static str,
    /// "exact", "likely" or "possible".
    pub certainty: &'static str,
    /// The value as it should be written.
    pub value: String,
    /// The part of the text that it was read from, product keys masked.
    pub found: String,
    /// Where the knowledge base tells more: "0xC004F038", "build-26100", ...
    pub address: Option<String>,
    /// What it is made of.
    pub parts: Vec<Part>,
    /// What was forgiven.
    pub liberties: Vec<Note>,
    /// What has to be said.
    pub notes: Vec<Note>,
    /// Where what is told comes from.
    pub sources: Vec<&'static str>,
}

/// `explain(text)`: a code or a license state.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Explained {
    /// The version of the shape.
    pub schema: u32,
    /// "code" or "state"; `null` where the text is neither.
    pub kind: Option<&'static str>,
    /// Whether the knowledge base has it.
    pub known: bool,
    /// The code, "0xC004F038".
    pub code: Option<String>,
    /// The state, "oob-grace".
    pub state: Option<&'static str>,
    /// Its name in the header file, or the word for the state.
    pub name: Option<&'static str>,
    /// "success", "information" or "failure".
    pub severity: Option<&'static str>,
    /// What it means.
    pub meaning: Option<String>,
    /// Where it turns up.
    pub when: Option<String>,
    /// Likely causes.
    pub why: Vec<String>,
    /// What to do, in order; for a state: what comes next by itself, and what ends it.
    pub what_to_do: Vec<String>,
    /// Where the sources disagree.
    pub doubt: Option<String>,
    /// How sure it is: "official", "seen", "header", ...
    pub certainty: Option<&'static str>,
    /// Where it comes from.
    pub sources: Vec<&'static str>,
    /// What was forgiven in reading it.
    pub liberties: Vec<Note>,
    /// What has to be said besides.
    pub notes: Vec<Note>,
}

/// Checks a text that should be an Activation ID.
pub fn activation_id(text: &str) -> ActivationIdCheck {
    let finding = guid::look(text, Context::of(start(text)));
    let kind = finding.id.is_ok().then(|| match finding.known {
        Some(Known::Activation(_)) => Kind::ActivationId.name(),
        Some(Known::Application(_)) => Kind::ApplicationId.name(),
        None => Kind::Guid.name(),
    });
    ActivationIdCheck {
        schema: SCHEMA,
        ok: finding.id.is_ok(),
        id: finding.id.as_ref().ok().map(ToString::to_string),
        kind,
        known: finding.known.map(KnownId::from),
        problem: finding.id.as_ref().err().map(|why| {
            let (position, found) = match why.kind {
                TroubleKind::Stray { position, found } => {
                    (Some(position as u32), Some(found.to_string()))
                }
                _ => (None, None),
            };
            let odd = why.odd_groups();
            Problem {
                code: say::trouble_code(&why.kind),
                text: say::trouble(why),
                position,
                found,
                groups: odd
                    .iter()
                    .map(|odd| OddGroup {
                        group: odd.group as u32,
                        expected: odd.expected as u32,
                        found: odd.found as u32,
                    })
                    .collect(),
            }
        }),
        nearest: finding.nearest.iter().map(NearId::from).collect(),
        liberties: liberties(&finding.liberties),
        notes: notes(say::guid(&finding)),
        catalogue_date: kb::DATE,
    }
}

/// Checks a text that should be an Installation ID.
pub fn installation_id(text: &str) -> InstallationIdCheck {
    let inspected = installation_id::inspect_typed(start(text));
    let groups = match &inspected.inspection {
        Inspection::Groups(groups) => Some(groups),
        _ => None,
    };
    let told = say::installation_id(&inspected);
    let ok = groups.is_some_and(installation_id::Groups::all_hold);
    let (position, found) = match inspected.inspection {
        Inspection::NotDigits { position, found } => {
            (Some(position as u32), Some(found.to_string()))
        }
        _ => (None, None),
    };
    InstallationIdCheck {
        schema: SCHEMA,
        ok,
        count: inspected.digits.len() as u32,
        digits: (!inspected.digits.is_empty()).then(|| inspected.digits.clone()),
        group_size: groups.map(|groups| groups.size() as u32),
        groups: groups.map_or_else(Vec::new, |groups| {
            groups
                .groups()
                .iter()
                .map(|group| InstallationGroup {
                    index: group.index as u32,
                    digits: group.digits.clone(),
                    holds: group.check == Check::Holds,
                })
                .collect()
        }),
        failing: groups.map_or_else(Vec::new, |groups| {
            groups.failing().map(|group| group.index as u32).collect()
        }),
        broken: inspected.location.as_ref().map(Broken::from),
        problem: too_long(text)
            .or_else(|| first_problem(&told, ok, position, found, odd_pieces(&inspected))),
        liberties: liberties(&inspected.liberties),
        notes: notes(told),
    }
}

/// Checks a text that should be a Confirmation ID.
pub fn confirmation_id(text: &str) -> ConfirmationIdCheck {
    use confirmation_id::Inspection;
    let inspected = confirmation_id::inspect(start(text));
    let groups = match &inspected.inspection {
        Inspection::Groups(groups) => groups.as_slice(),
        _ => &[],
    };
    let odd = match &inspected.inspection {
        Inspection::WrongLength(why) => why
            .odd
            .iter()
            .filter_map(|odd| {
                Some(OddGroup {
                    group: u32::from(odd.letter?) - u32::from('A') + 1,
                    expected: confirmation_id::GROUP as u32,
                    found: odd.found as u32,
                })
            })
            .collect(),
        _ => Vec::new(),
    };
    let (position, found) = match inspected.inspection {
        Inspection::NotDigits { position, found } => {
            (Some(position as u32), Some(found.to_string()))
        }
        _ => (None, None),
    };
    let told = say::confirmation_id(&inspected);
    let ok = !groups.is_empty();
    ConfirmationIdCheck {
        schema: SCHEMA,
        ok,
        count: inspected.digits.len() as u32,
        digits: (!inspected.digits.is_empty()).then(|| inspected.digits.clone()),
        groups: groups
            .iter()
            .map(|group| ConfirmationGroup {
                letter: group.letter.to_string(),
                digits: group.digits.clone(),
                follows_rule: group.follows_rule,
            })
            .collect(),
        is_installation_id: matches!(inspected.inspection, Inspection::InstallationId(_)),
        problem: too_long(text).or_else(|| first_problem(&told, ok, position, found, odd)),
        liberties: liberties(&inspected.liberties),
        notes: notes(told),
    }
}

/// Takes an Extended PID or a short Product ID apart. `now` is the day on which it is asked.
pub fn extended_pid(text: &str, now: Option<Date>) -> ExtendedPidCheck {
    let (masked, _) = text::mask_product_keys(start(text));
    if let Some(id) = crate::id::product_id::parse(&masked) {
        let form = match id.form {
            Form::Modern { .. } => "modern",
            Form::Classic { .. } => "classic",
            Form::ClassicOem { .. } => "classic-oem",
        };
        let candidate = core::Candidate {
            certainty: core::Certainty::Exact,
            value: id.text.clone(),
            found: id.text.clone(),
            liberties: id.liberties.clone(),
            what: What::ProductId(Box::new(id)),
        };
        return ExtendedPidCheck {
            schema: SCHEMA,
            ok: true,
            form: Some(form),
            parts: parts(say::parts(&candidate)),
            key_date: None,
            unusual: Vec::new(),
            problem: None,
            liberties: liberties(&candidate.liberties),
            notes: notes(say::notes(&candidate)),
            value: Some(candidate.value),
        };
    }
    let finding = pid::look(&masked, now);
    let is_apart = finding.trouble.is_none();
    let told = say::pid(&finding);
    ExtendedPidCheck {
        schema: SCHEMA,
        ok: is_apart && finding.odd.is_empty(),
        form: is_apart.then_some("extended"),
        value: is_apart.then(|| finding.text.clone()),
        key_date: finding.key_date.map(|date| date.to_string()),
        unusual: finding
            .unusual
            .iter()
            .map(say::unusual)
            .map(Note::from)
            .collect(),
        problem: too_long(text).or_else(|| {
            finding.trouble.as_ref().map(|why| Problem {
                code: if why.is_masked() {
                    "masked"
                } else {
                    "not-taken-apart"
                },
                text: why.to_string(),
                position: None,
                found: None,
                groups: Vec::new(),
            })
        }),
        parts: {
            let candidate = core::Candidate {
                certainty: core::Certainty::Exact,
                value: String::new(),
                found: String::new(),
                liberties: Vec::new(),
                what: What::ExtendedPid(Box::new(finding)),
            };
            parts(say::parts(&candidate))
        },
        liberties: Vec::new(),
        notes: notes(told),
    }
}

/// Says what a text could be. `now` is the day on which it is asked.
pub fn identify(text: &str, now: Option<Date>) -> Identified {
    let found = core::identify(text, now);
    let extent = match found.extent {
        Extent::Whole => "whole",
        Extent::Empty => "empty",
        Extent::TooLong => "too-long",
    };
    let message = match found.extent {
        Extent::TooLong => Some(say::TOO_LONG),
        Extent::Whole if found.candidates.is_empty() => Some(say::NOTHING),
        _ => None,
    };
    Identified {
        schema: SCHEMA,
        extent,
        message,
        candidates: found.candidates.iter().map(Candidate::from).collect(),
        catalogue_date: kb::DATE,
    }
}

/// Explains the first code or license state in a text.
pub fn explain(text: &str) -> Explained {
    let found = core::identify(text, None);
    let first = found
        .candidates
        .iter()
        .find(|candidate| matches!(candidate.what, What::Code(_) | What::State(_)));
    let nothing = Explained {
        schema: SCHEMA,
        kind: None,
        known: false,
        code: None,
        state: None,
        name: None,
        severity: None,
        meaning: None,
        when: None,
        why: Vec::new(),
        what_to_do: Vec::new(),
        doubt: None,
        certainty: None,
        sources: Vec::new(),
        liberties: Vec::new(),
        notes: Vec::new(),
    };
    let Some(candidate) = first else {
        return nothing;
    };
    let common = Explained {
        liberties: liberties(&candidate.liberties),
        notes: notes(say::notes(candidate)),
        ..nothing
    };
    match &candidate.what {
        What::Code(finding) => {
            let told = finding.told();
            // A small number is told as the code that outputs print for it.
            let shown = match told {
                Some(known) => known.code,
                None => finding.wrapped.map_or(finding.code, |wrapped| wrapped.code),
            };
            explained_code(common, shown, told)
        }
        What::State(state) => explained_state(common, *state),
        _ => common,
    }
}

fn explained_code(common: Explained, shown: u32, told: Option<Reason>) -> Explained {
    let marked = |text: &'static str| plain(&kb::marked(text));
    Explained {
        kind: Some("code"),
        known: told.is_some(),
        code: Some(code(shown)),
        name: told.and_then(|known| known.symbol),
        severity: Some(match error_code::severity(shown) {
            Severity::Success => "success",
            Severity::Information => "information",
            Severity::Failure => "failure",
        }),
        meaning: told.map(|known| marked(known.meaning)),
        when: told
            .map(|known| known.when)
            .filter(|when| !when.is_empty())
            .map(marked),
        why: told.map_or_else(Vec::new, |known| known.why.iter().map(marked).collect()),
        what_to_do: told.map_or_else(Vec::new, |known| {
            known.what_to_do.iter().map(marked).collect()
        }),
        doubt: told.and_then(|known| known.doubt).map(marked),
        certainty: told.map(|known| known.certainty.name()),
        sources: told.map_or_else(Vec::new, |known| known.sources().iter().collect()),
        ..common
    }
}

fn explained_state(common: Explained, state: LicenseStatus) -> Explained {
    let told = states::state(state, &states::About::default());
    Explained {
        kind: Some("state"),
        known: true,
        state: Some(state.name()),
        name: Some(told.word),
        meaning: Some(plain(&told.sentence)),
        when: Some(plain(&told.people)),
        what_to_do: [&told.next, &told.ends].into_iter().map(plain).collect(),
        ..common
    }
}

impl From<say::Note> for Note {
    fn from(note: say::Note) -> Self {
        Note {
            code: note.code,
            tone: match note.tone {
                Tone::Good => "good",
                Tone::Watch => "watch",
                Tone::Bad => "bad",
                Tone::Neutral => "neutral",
            },
            text: plain(&note.text),
        }
    }
}

impl From<say::Part> for Part {
    fn from(part: say::Part) -> Self {
        Part {
            key: part.key,
            label: part.label,
            value: plain(&part.value),
            meaning: part.meaning.as_ref().map(plain),
            certainty: part.certainty.map(kb::Certainty::name),
            sources: part.sources.into_iter().flat_map(Sources::iter).collect(),
        }
    }
}

impl From<&core::Candidate> for Candidate {
    fn from(candidate: &core::Candidate) -> Self {
        Candidate {
            kind: candidate.kind().name(),
            label: say::kind(candidate.kind()),
            certainty: candidate.certainty.name(),
            value: candidate.value.clone(),
            found: candidate.found.clone(),
            address: candidate.address().map(kb::Address::to_fragment),
            parts: parts(say::parts(candidate)),
            liberties: liberties(&candidate.liberties),
            notes: notes(say::notes(candidate)),
            sources: say::sources(candidate)
                .into_iter()
                .flat_map(Sources::iter)
                .collect(),
        }
    }
}

impl From<Known> for KnownId {
    fn from(known: Known) -> Self {
        let sources = say::known_sources(known).iter().collect();
        match known {
            Known::Activation(known) => KnownId {
                product: known.product,
                edition: Some(known.edition),
                generation: Some(known.generation),
                channel: Some(known.channel.name()),
                add_on: known.add_on,
                application_id: Some(known.application_id.to_string()),
                certainty: known.certainty.name(),
                sources,
            },
            Known::Application(known) => KnownId {
                product: known.product,
                edition: None,
                generation: None,
                channel: None,
                add_on: false,
                application_id: None,
                certainty: known.certainty.name(),
                sources,
            },
        }
    }
}

impl From<&core::Near<Known>> for NearId {
    fn from(near: &core::Near<Known>) -> Self {
        NearId {
            id: near.known.id().to_string(),
            known: near.known.into(),
            differences: near
                .differences
                .iter()
                .map(|difference| {
                    let (group, digit) = say::group_of(difference.at);
                    Difference {
                        group: group as u32,
                        digit: digit as u32,
                        found: difference.found.map(String::from),
                        expected: difference.expected.map(String::from),
                    }
                })
                .collect(),
        }
    }
}

impl From<&installation_id::Break> for Broken {
    fn from(place: &installation_id::Break) -> Self {
        Broken {
            group_size: place.size as u32,
            cut_short: place.cut_short,
            groups: place
                .odd
                .iter()
                .map(|odd| BrokenGroup {
                    first: odd.first as u32,
                    last: odd.last as u32,
                    missing: if odd.change < 0 {
                        odd.change.unsigned_abs() as u32
                    } else {
                        0
                    },
                    too_many: if odd.change > 0 {
                        odd.change.unsigned_abs() as u32
                    } else {
                        0
                    },
                })
                .collect(),
        }
    }
}

/// The day of an ISO date, `2026-01-31` or longer; `None` for any other text.
pub fn day(text: &str) -> Option<Date> {
    let (year, rest) = text.get(..10)?.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let month = month
        .parse::<u8>()
        .ok()
        .and_then(|month| time::Month::try_from(month).ok())?;
    Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok()
}

fn plain(phrase: &Phrase) -> String {
    phrase.plain(Redact::No)
}

fn notes(notes: Vec<say::Note>) -> Vec<Note> {
    notes.into_iter().map(Note::from).collect()
}

fn liberties(liberties: &[liberty::Liberty]) -> Vec<Note> {
    liberties.iter().map(say::liberty).map(Note::from).collect()
}

fn parts(parts: Vec<say::Part>) -> Vec<Part> {
    parts.into_iter().map(Part::from).collect()
}

/// The first thing that is wrong, as a problem.
fn first_problem(
    told: &[say::Note],
    ok: bool,
    position: Option<u32>,
    found: Option<String>,
    groups: Vec<OddGroup>,
) -> Option<Problem> {
    let first = told
        .iter()
        .find(|note| note.tone == Tone::Bad)
        .filter(|_| !ok)?;
    Some(Problem {
        code: first.code,
        text: plain(&first.text),
        position,
        found,
        groups,
    })
}

fn odd_pieces(inspected: &installation_id::Inspected) -> Vec<OddGroup> {
    let size = inspected.location.as_ref().map_or_else(
        || match &inspected.inspection {
            Inspection::WrongLength(why) => why.first_suspect().map_or(0, |suspect| suspect.size),
            Inspection::Groups(groups) => groups.size(),
            _ => 0,
        },
        |location| location.size,
    );
    inspected
        .odd_pieces
        .iter()
        .map(|&(group, found)| OddGroup {
            group: group as u32,
            expected: size as u32,
            found: found as u32,
        })
        .collect()
}

/// As much of a text as is looked at: all of it, unless it is far longer than any identifier.
fn start(text: &str) -> &str {
    let text = text.trim_matches(shape::is_blank);
    &text[..text.floor_char_boundary(4 * MOST_CHARACTERS)]
}

fn too_long(text: &str) -> Option<Problem> {
    (text.trim_matches(shape::is_blank).len() > 4 * MOST_CHARACTERS).then(|| Problem {
        code: "too-long",
        text: say::TOO_LONG.to_owned(),
        position: None,
        found: None,
        groups: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tape::Tape;

    /// The JavaScript border writes what it is handed to rows of numbers, and knows no other types than those of the shape.
    #[test]
    fn every_answer_crosses_the_border() {
        for text in [
            "",
            "98ebfe73-2084-4c97-932c-c0cd1643ba7",
            "8d368fc1-9470-4be2-8d66-90e836cbb051",
            "0206507704938372529290821957735270241957258092119892",
            "314159265358979323846264338327950288419716939937",
            "05426-00206-234-001162-03-1033-9200.0000-0992013",
            "82503-242-8447354-11013",
            "-1073418187",
            "Notification",
            "5",
            "1688",
            "10.0.26100.1742",
            "MY832",
        ] {
            assert!(Tape::of(&activation_id(text), "").is_ok(), "{text}");
            assert!(Tape::of(&installation_id(text), "").is_ok(), "{text}");
            assert!(Tape::of(&confirmation_id(text), "").is_ok(), "{text}");
            assert!(
                Tape::of(&extended_pid(text, day("2026-01-31")), "").is_ok(),
                "{text}"
            );
            assert!(Tape::of(&identify(text, None), "").is_ok(), "{text}");
            assert!(Tape::of(&explain(text), "").is_ok(), "{text}");
        }
    }

    #[test]
    fn days() {
        assert_eq!(
            day("2026-01-31").map(|day| day.to_string()).as_deref(),
            Some("2026-01-31")
        );
        assert_eq!(day("2026-01-31T09:30:00Z"), day("2026-01-31"));
        for text in [
            "",
            "2026-1-31",
            "2026-02-30",
            "31.01.2026",
            "\u{e9}026-01-31",
            "2026-01-3\u{e9}",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
