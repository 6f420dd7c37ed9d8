//! Short things: numbers that are builds, language codes, ports, events or Windows errors; key endings; names of channels and states.

use super::{Candidate, Certainty, What, code};
use crate::{
    channel::Channel,
    id::{error_code, key_ending, liberty::Liberty},
    kb::{self, article},
    state::LicenseStatus,
};

/// Events of the licensing service that are explained here.
pub const EVENTS: [u32; 17] = [
    900, 902, 903, 8198, 8200, 8208, 12288, 12289, 12290, 12291, 12292, 12293, 12294, 12309, 12310,
    12321, 16384,
];

/// Whether an event of that number is explained here.
pub fn is_known_event(id: u32) -> bool {
    EVENTS.contains(&id) || article::of(article::Kind::Event, &id.to_string()).is_some()
}

/// Windows Vista: smaller numbers after "version" are no builds ("version 1809").
const FIRST_BUILD: u32 = 6_000;

/// A word before a number that says what the number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keyword {
    Port,
    Build,
    Lcid,
    Event,
    Error,
    State,
    Ending,
}

impl Keyword {
    /// Reads a word, in lower case, marks taken off.
    pub fn of(word: &str) -> Option<Keyword> {
        Some(match word {
            "port" | "ports" | "tcp" | "tcp-port" => Keyword::Port,
            "build" | "builds" | "osbuild" | "version" => Keyword::Build,
            "lcid" | "locale" | "language" => Keyword::Lcid,
            "event" | "events" | "eventid" | "event-id" => Keyword::Event,
            "error" | "errors" | "code" | "errorcode" | "hresult" | "hr" | "win32" | "fehler"
            | "fehlercode" => Keyword::Error,
            "licensestatus" | "license-status" | "state" => Keyword::State,
            "ending" | "partial" | "key" => Keyword::Ending,
            _ => return None,
        })
    }
}

fn candidate(certainty: Certainty, value: String, found: &str, what: What) -> Candidate {
    Candidate {
        certainty,
        value,
        found: found.to_owned(),
        liberties: Vec::new(),
        what,
    }
}

/// Exact where the knowledge base has it, likely where not: for a number behind a word that says what it is.
const fn by_known(known: bool) -> Certainty {
    if known {
        Certainty::Exact
    } else {
        Certainty::Likely
    }
}

/// What a decimal number could be.
pub(super) fn number(text: &str, keyword: Option<Keyword>) -> Vec<Candidate> {
    let is_number = (1..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let Some(n) = text.parse::<u32>().ok().filter(|_| is_number) else {
        return Vec::new();
    };
    let make = |certainty, what| candidate(certainty, n.to_string(), text, what);
    let build = What::Build {
        build: n,
        revision: None,
    };
    match keyword {
        Some(Keyword::Port) if (1..=65_535).contains(&n) => {
            return vec![make(Certainty::Exact, What::Port(n))];
        }
        Some(Keyword::Build) if n >= FIRST_BUILD => {
            return vec![make(by_known(kb::build::find(n).is_some()), build)];
        }
        Some(Keyword::Lcid) if n > 0 => {
            return vec![make(by_known(kb::lcid::find(n).is_some()), What::Lcid(n))];
        }
        Some(Keyword::Event) if n <= 65_535 => {
            return vec![make(by_known(is_known_event(n)), What::Event(n))];
        }
        Some(Keyword::Error) => {
            return windows_error(n, text, true).into_iter().collect();
        }
        Some(Keyword::State) => {
            return state_of(n, text, Certainty::Exact).into_iter().collect();
        }
        // What the word says it can't be.
        Some(_) => return Vec::new(),
        None => {}
    }
    let mut found = Vec::new();
    if n == kb::threshold::KMS_PORT.value {
        found.push(make(Certainty::Likely, What::Port(n)));
    }
    if kb::build::find(n).is_some() {
        found.push(make(Certainty::Likely, build));
    }
    if is_known_event(n) {
        found.push(make(Certainty::Likely, What::Event(n)));
    }
    if kb::lcid::find(n).is_some() {
        found.push(make(Certainty::Likely, What::Lcid(n)));
    }
    found.extend(windows_error(n, text, false));
    found.extend(state_of(n, text, Certainty::Possible));
    found
}

/// A license state by the number that WMI has for it.
fn state_of(n: u32, text: &str, certainty: Certainty) -> Option<Candidate> {
    let state = LicenseStatus::from_number(n)?;
    Some(candidate(
        certainty,
        state.name().to_owned(),
        text,
        What::State(state),
    ))
}

/// The number of a Windows error: known here as an HRESULT, or called an error by the text.
fn windows_error(n: u32, text: &str, is_named: bool) -> Option<Candidate> {
    let number = u16::try_from(n).ok().filter(|&number| number > 0)?;
    let finding = code::Finding::of_windows_error(number);
    let is_known = finding.told().is_some();
    if !is_known && !is_named {
        return None;
    }
    let certainty = match (is_known, is_named) {
        (true, true) => Certainty::Exact,
        (false, _) => Certainty::Likely,
        (true, false) => Certainty::Possible,
    };
    let value = error_code::format(error_code::of_win32(number));
    Some(candidate(
        certainty,
        value,
        text,
        What::Code(Box::new(finding)),
    ))
}

/// `10.0.26100`, `10.0.26100.1742`, `6.1.7601`, `26100.1742`.
pub(super) fn version(text: &str) -> Option<Candidate> {
    if text.len() > 24 {
        return None;
    }
    let numbers: Vec<u32> = text
        .split('.')
        .map(|part| {
            let is_number =
                (1..=5).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse().ok().filter(|_| is_number)
        })
        .collect::<Option<_>>()?;
    let (build, revision, is_named) = match *numbers {
        [6 | 10, 0..=4, build] => (build, None, true),
        [6 | 10, 0..=4, build, revision] => (build, Some(revision), true),
        [build, revision] => (build, Some(revision), false),
        _ => return None,
    };
    let known = kb::build::find(build).is_some();
    if build < FIRST_BUILD || !(known || is_named) {
        return None;
    }
    let value = match revision {
        Some(revision) => format!("{build}.{revision}"),
        None => build.to_string(),
    };
    let certainty = by_known(known);
    Some(candidate(
        certainty,
        value,
        text,
        What::Build { build, revision },
    ))
}

/// `0x0409`, `0409` and the language tag `en-US`.
pub(super) fn lcid(text: &str, keyword: Option<Keyword>) -> Option<Candidate> {
    let tag = text.replace('_', "-");
    let by_tag = kb::lcid::all()
        .iter()
        .find(|known| known.tag.eq_ignore_ascii_case(&tag));
    if let Some(known) = by_tag {
        return Some(candidate(
            Certainty::Exact,
            known.lcid.to_string(),
            text,
            What::Lcid(known.lcid),
        ));
    }
    let (digits, is_marked) = match text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        Some(digits) => (digits, true),
        None => (text, false),
    };
    let four = digits.len() == 4 && digits.starts_with('0');
    let eight = is_marked && digits.len() == 8 && digits.starts_with("0000");
    let named = keyword == Some(Keyword::Lcid) && is_marked;
    if !(four || eight || named) {
        return None;
    }
    let known = kb::lcid::find(u32::from_str_radix(digits, 16).ok()?)?;
    let certainty = if keyword == Some(Keyword::Lcid) {
        Certainty::Exact
    } else {
        Certainty::Likely
    };
    Some(candidate(
        certainty,
        known.lcid.to_string(),
        text,
        What::Lcid(known.lcid),
    ))
}

/// The last five characters of a key.
pub(super) fn ending(text: &str, keyword: Option<Keyword>) -> Option<Candidate> {
    let read = key_ending::read(text)?;
    let is_mixed = read.ending.bytes().any(|byte| byte.is_ascii_digit())
        && read.ending.bytes().any(|byte| byte.is_ascii_alphabetic());
    let is_published = kb::client_key::by_ending(&read.ending).next().is_some();
    let is_lower = read.liberties.contains(&Liberty::Case);
    let certainty = match (is_mixed, is_lower, keyword) {
        (_, _, Some(Keyword::Ending)) | (true, false, _) => Certainty::Likely,
        _ if is_published => Certainty::Likely,
        _ => Certainty::Possible,
    };
    Some(Candidate {
        liberties: read.liberties,
        ..candidate(
            certainty,
            read.ending.clone(),
            text,
            What::KeyEnding(read.ending),
        )
    })
}

/// The names that scripts print for a channel: behind a description, and as "Product Key Channel".
const CHANNELS: [(&str, Channel); 28] = [
    ("VOLUME_KMS", Channel::KmsHost),
    ("VOLUME_KMS_C", Channel::KmsHost),
    ("VOLUME_KMS_B", Channel::KmsHost),
    ("VOLUME_KMS_A", Channel::KmsHost),
    ("VOLUME_KMS_2012-R2_C", Channel::KmsHost),
    ("VOLUME_KMS_WS16", Channel::KmsHost),
    ("VOLUME_KMS_WS19", Channel::KmsHost),
    ("VOLUME_KMS_WS22", Channel::KmsHost),
    ("VOLUME_KMS_WS25", Channel::KmsHost),
    ("VOLUME_KMS_W10", Channel::KmsHost),
    ("VOLUME:CSVLK", Channel::KmsHost),
    ("CSVLK", Channel::KmsHost),
    ("VOLUME_KMSCLIENT", Channel::KmsClient),
    ("VOLUME:GVLK", Channel::KmsClient),
    ("GVLK", Channel::KmsClient),
    ("VOLUME_MAK", Channel::Mak),
    ("VOLUME:MAK", Channel::Mak),
    ("RETAIL:MAK", Channel::Mak),
    ("RETAIL(MAK)", Channel::Mak),
    ("MAK", Channel::Mak),
    ("RETAIL", Channel::Retail),
    ("VIRTUAL_MACHINE_ACTIVATION", Channel::Avma),
    ("AVMA", Channel::Avma),
    ("VT:IA", Channel::Avma),
    ("TIMEBASED_SUB", Channel::Subscription),
    ("TIMEBASED_EVAL", Channel::Evaluation),
    ("RETAIL:TB:EVAL", Channel::Evaluation),
    ("OEM", Channel::Oem),
];

/// A channel by the name that a script prints.
pub(super) fn channel(text: &str) -> Option<Candidate> {
    if text.len() > 40 {
        return None;
    }
    let word = text.trim_matches(|c: char| !c.is_alphanumeric() && c != ')');
    let upper = word.to_ascii_uppercase();
    let upper = upper.strip_suffix(" CHANNEL").unwrap_or(&upper);
    let by_name = CHANNELS
        .iter()
        .find(|(name, _)| *name == upper)
        .map(|(_, channel)| *channel);
    let oem = || (upper.starts_with("OEM_") || upper.starts_with("OEM:")).then_some(Channel::Oem);
    let channel = by_name.or_else(oem)?;
    // "Retail" is a word of its own, too.
    let is_marked = upper.contains(['_', ':', '(']);
    let certainty = if is_marked {
        Certainty::Exact
    } else {
        Certainty::Likely
    };
    Some(candidate(
        certainty,
        channel.name().to_owned(),
        text,
        What::Channel(channel),
    ))
}

/// The names of the license states: as slmgr prints them, as WMI's documentation and as the published shape have them.
const STATES: [(&str, LicenseStatus); 15] = [
    ("unlicensed", LicenseStatus::Unlicensed),
    ("licensed", LicenseStatus::Licensed),
    ("initial grace period", LicenseStatus::OobGrace),
    ("oob grace", LicenseStatus::OobGrace),
    ("oobgrace", LicenseStatus::OobGrace),
    ("additional grace period", LicenseStatus::OotGrace),
    ("oot grace", LicenseStatus::OotGrace),
    ("ootgrace", LicenseStatus::OotGrace),
    ("non genuine grace period", LicenseStatus::NonGenuineGrace),
    ("non genuine grace", LicenseStatus::NonGenuineGrace),
    ("nongenuinegrace", LicenseStatus::NonGenuineGrace),
    ("notification", LicenseStatus::Notification),
    ("extended grace period", LicenseStatus::ExtendedGrace),
    ("extended grace", LicenseStatus::ExtendedGrace),
    ("extendedgrace", LicenseStatus::ExtendedGrace),
];

/// A license state by its name, as a whole text.
pub(super) fn state(text: &str) -> Option<Candidate> {
    if text.len() > 100 {
        return None;
    }
    let lower = text.to_lowercase();
    let name = lower.strip_prefix("license status:").unwrap_or(&lower);
    let name = name.split('(').next().unwrap_or(name);
    let name = name.replace(['-', '_'], " ");
    let name = name.trim_matches(|c: char| !c.is_alphanumeric());
    let (_, state) = STATES.iter().find(|(own, _)| *own == name)?;
    Some(candidate(
        Certainty::Likely,
        state.name().to_owned(),
        text,
        What::State(*state),
    ))
}
