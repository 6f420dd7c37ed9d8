//! Extended PIDs and short Product IDs in words.

use super::{Note, Part, build_names, language, looked_up, marked, note, plain};
use crate::{
    card::Tone,
    id::{
        extended_pid::OddPart,
        product_id::{Form, ProductId},
    },
    identify::pid::{Finding, Meaning, PieceKind, Unusual},
    kb,
    phrase::{self, Phrase},
    wording::{card, dates},
};

pub(super) fn pid_parts(finding: &Finding) -> Vec<Part> {
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
pub fn pid(finding: &Finding) -> Vec<Note> {
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

pub(super) fn product_id_parts(id: &ProductId) -> Vec<Part> {
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
