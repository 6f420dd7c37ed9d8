//! Confirmation IDs in words. The check digit of Installation IDs is a hint here and no more.

use super::{Note, Part, amount, counted, listed, note, plain};
use crate::{
    card::Tone,
    id::{
        confirmation_id::{Group, Inspected, Inspection, WrongLength},
        installation_id::Placeholder,
    },
};

pub(super) fn confirmation_parts(inspected: &Inspected) -> Vec<Part> {
    const LABELS: [&str; 8] = [
        "Group A", "Group B", "Group C", "Group D", "Group E", "Group F", "Group G", "Group H",
    ];
    let Inspection::Groups(groups) = &inspected.inspection else {
        return Vec::new();
    };
    groups
        .iter()
        .zip(LABELS)
        .map(|(group, label)| plain("group", label, group.digits.clone()))
        .collect()
}

/// What has to be said of a Confirmation ID.
pub fn confirmation_id(inspected: &Inspected) -> Vec<Note> {
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

fn confirmation_length(why: &WrongLength) -> String {
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

fn confirmation_groups(groups: &[Group]) -> Vec<Note> {
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
