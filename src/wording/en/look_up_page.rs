//! The words of the Look up place: the box, the answers, the entry, the lists.

use super::controls::number;
use crate::{
    identify::{Certainty, Kind},
    wording::ids,
};

/// The place.
pub const LOOK_UP: &str = "Look up";
/// The name of the navigation.
pub const PLACES: &str = "Places";
/// The label of the box.
pub const LABEL: &str = "Any ID, code, key ending or word";
/// Inside the empty box.
pub const PLACEHOLDER: &str = "0xC004F074, kms count too low, MY832, 26100 …";
/// Below the box.
pub const HINT: &str =
    "The answers come as you type; Enter opens the first. Nothing is sent anywhere.";
/// The text is too long for a search by words.
pub const LONG: &str =
    "It is too long to be searched word by word. A few words find more than a whole text.";
/// A full product key was typed.
pub const KEY_MASKED: &str = "That was a full product key. It is masked here and was not kept; its last five characters are looked up.";
/// Heading of what the text is by itself.
pub const IDENTIFIED: &str = "What it is";
/// Heading of the entries that were found.
pub const FOUND: &str = "Entries";
/// Nothing was identified and nothing found.
pub const NOTHING: &str = "Nothing here has these words. Try fewer of them, or other ones; what nobody knows has no entry.";
/// No entry has all words.
pub const PARTLY: &str = "No entry has all of these words; one is missing in each of these.";
/// Before the title of an entry that tells more.
pub const MORE: &str = "More: ";
/// Heading of the lists.
pub const BROWSE: &str = "Or browse";
/// The name of the way back.
pub const CRUMBS: &str = "Where this is";
/// The way back to the answers.
pub const ANSWERS: &str = "Answers";
/// Copies the address.
pub const COPY_LINK: &str = "Copy link";
/// What nobody at Microsoft confirms.
pub const COMMUNITY: &str = "community list, not confirmed by Microsoft";
/// The same as a sentence.
pub const COMMUNITY_SENTENCE: &str = "From a community list; not confirmed by Microsoft.";
/// The same beside each of many.
pub const COMMUNITY_SHORT: &str = "community list";

/// The headings of an entry.
pub mod entry {
    /// Where it turns up.
    pub const WHEN: &str = "Seen when";
    /// Causes.
    pub const WHY: &str = "Why";
    /// What to do.
    pub const WHAT_TO_DO: &str = "What to do";
    /// The table of facts.
    pub const FACTS: &str = "Facts";
    /// What else has to be said.
    pub const NOTES: &str = "Notes";
    /// Where sources disagree.
    pub const DOUBT: &str = "Doubt";
    /// How sure it is, and from where.
    pub const SOURCES: &str = "How sure this is";
    /// Other entries.
    pub const RELATED: &str = "Related";
    /// Before the day: "Looked up on".
    pub const SEEN: &str = "Looked up on";
}

/// Nothing has that address.
pub fn unknown(address: &str) -> String {
    format!("There is no entry \u{201c}{address}\u{201d}. Below is what comes closest.")
}

/// Words that are nowhere.
pub fn left_out(words: &[String]) -> String {
    let quoted: Vec<_> = words
        .iter()
        .map(|word| format!("\u{201c}{word}\u{201d}"))
        .collect();
    let verb = if words.len() == 1 { "was" } else { "were" };
    format!("{} {verb} left out: no entry has it.", quoted.join(", "))
}

/// How many there are: "What it is, and 12 entries.", "1 entry."
pub fn found(identified: usize, entries: usize) -> String {
    match (identified, entries) {
        (0, 0) => NOTHING.to_owned(),
        (0, _) => format!("{}.", count(entries)),
        (_, 0) => "Identified.".to_owned(),
        _ => format!("Identified, and {}.", count(entries)),
    }
}

/// "1 entry", "1,234 entries".
pub fn count(entries: usize) -> String {
    match entries {
        1 => "1 entry".to_owned(),
        _ => format!("{} entries", number(entries as u64)),
    }
}

/// "The first 100 of 345 entries."
pub fn first_of(shown: usize, all: usize) -> String {
    format!("The first {} of {}.", number(shown as u64), count(all))
}

/// "Show more (75 left)".
pub fn more(left: usize) -> String {
    super::controls::more_remarks(left)
}

/// "Most likely an error or reason code", "This is an Activation ID".
pub fn kind(certainty: Certainty, kind: Kind) -> String {
    let noun = ids::kind(kind);
    // What is no name of its own begins small inside a sentence.
    let noun = match kind {
        Kind::ErrorCode
        | Kind::ProductKey
        | Kind::KeyEnding
        | Kind::State
        | Kind::Channel
        | Kind::Event
        | Kind::Lcid => lower(noun),
        _ => noun.to_owned(),
    };
    let article = if noun.starts_with(['A', 'I', 'E', 'a', 'e', 'i']) {
        "an"
    } else {
        "a"
    };
    format!("{} {article} {noun}", ids::certainty(certainty))
}

fn lower(noun: &str) -> String {
    let mut letters = noun.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().to_string() + letters.as_str()
    })
}

/// The lists: each its title and what it holds.
pub mod lists {
    /// Codes.
    pub const CODES: (&str, &str) = (
        "Error and reason codes",
        "By their ranges, with what each means.",
    );
    /// Activation IDs.
    pub const IDS: (&str, &str) = (
        "Activation IDs",
        "Products, editions and hosts by generation.",
    );
    /// Client keys.
    pub const KEYS: (&str, &str) = (
        "Published client keys",
        "The keys for KMS and AVMA clients by product.",
    );
    /// Events.
    pub const EVENTS: (&str, &str) = (
        "Events",
        "What clients, hosts and the service write into the log.",
    );
    /// Commands.
    pub const COMMANDS: (&str, &str) = (
        "Commands",
        "slmgr.vbs, ospp.vbs, the OSLicense module, CIM and other tools.",
    );
    /// Terms.
    pub const TERMS: (&str, &str) = ("Terms, states and channels", "The words of activation.");
    /// Topics.
    pub const TOPICS: (&str, &str) = ("Topics", "Symptoms, tasks and common mistakes.");
    /// Hosts.
    pub const HOSTS: (&str, &str) = (
        "Hosts, packs and updates",
        "What each KMS host key activates, and what a host needs first.",
    );
    /// Settings.
    pub const SETTINGS: (&str, &str) = (
        "Settings, DNS and network",
        "Registry values, policies, records, ports.",
    );
    /// Figures.
    pub const FIGURES: (&str, &str) = (
        "Figures and grace periods",
        "Thresholds, intervals, limits.",
    );
    /// Numbers.
    pub const NUMBERS: (&str, &str) = (
        "Builds, languages, Extended PIDs",
        "What the numbers in outputs stand for.",
    );

    /// The range of a code.
    pub const fn range(code: u32) -> &'static str {
        match code >> 12 {
            0xC004B => "0xC004B…: the activation server, on licences and requests",
            0xC004C => "0xC004C…: the activation server on keys, and genuine checks",
            0xC004D => "0xC004D…: the security processor and its protected store",
            0xC004E => "0xC004E…: the licensing service on its store, licences and keys",
            0xC004F => "0xC004F…: what the licensing service says to its callers",
            _ => match code >> 16 {
                0x4004 => "0x4004…: information of the licensing service, no failures",
                0x8004 => "0x8004…: COM, WMI, and warnings of the licensing service",
                0x8007 => "0x8007…: Windows errors as an HRESULT",
                0x803F => "0x803F…: Microsoft's server for digital licences",
                _ => "Other ranges",
            },
        }
    }

    /// Figures.
    pub const FIGURE: &str = "Figures";
    /// Grace periods.
    pub const GRACE: &str = "Grace periods";
    /// Builds.
    pub const BUILDS: &str = "Windows builds";
    /// Languages.
    pub const LANGUAGES: &str = "Language codes";
    /// Application IDs.
    pub const APPLICATION_IDS: &str = "Application IDs";
    /// Parts of an Extended PID.
    pub const PID: &str = "Parts of an Extended PID";
}
