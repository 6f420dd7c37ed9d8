//! Installation IDs in words: whole, failing, too short or too long, and where.

use super::{Note, Part, amount, counted, note, plain};
use crate::{
    card::Tone,
    id::installation_id::{Break, Cause, Check, Inspected, Inspection, WrongLength},
    phrase::{self, Phrase},
    wording::card,
};

pub(super) fn installation_parts(inspected: &Inspected) -> Vec<Part> {
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
pub fn installation_id(inspected: &Inspected) -> Vec<Note> {
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
fn wrong_length(inspected: &Inspected, why: &WrongLength) -> String {
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
            let group = match odd.last - odd.first {
                0 => format!("group {}", odd.first),
                1 => format!("group {} or {}", odd.first, odd.last),
                _ => format!("one of the groups {} to {}", odd.first, odd.last),
            };
            if whole(odd.change) && odd.change < 0 {
                format!("{group} is missing as a whole")
            } else {
                format!("in {group}, {}", amount(odd.change))
            }
        })
        .collect();
    format!(
        "Cut into groups of {size}, all others hold: {}. Look there.",
        parts.join("; ")
    )
}
