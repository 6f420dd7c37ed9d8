//! GUIDs in words: what they are, what is wrong where, what is nearly meant, what follows.

use uuid::Uuid;

use super::{Note, Part, amount, counted, doubt, marked, note, plain};
use crate::{
    card::Tone,
    id::activation_id::{self, Trouble, TroubleKind},
    identify::{
        Difference, Near,
        guid::{Advice, Finding, Known},
    },
    kb::{self, Certainty},
    phrase::{self, Phrase},
    wording::{card, channels},
};

pub(super) fn guid_parts(finding: &Finding) -> Vec<Part> {
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
pub fn guid(finding: &Finding) -> Vec<Note> {
    let mut notes = Vec::new();
    match (&finding.id, finding.known) {
        (Err(why), _) => notes.push(note(trouble_code(&why.kind), Tone::Bad, trouble(why))),
        (_, Some(Known::Activation(known))) => {
            notes.push(note(
                "known",
                Tone::Neutral,
                card::known_activation_id(known),
            ));
            if known.certainty == Certainty::Community {
                notes.extend(doubt(known.certainty));
            }
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
