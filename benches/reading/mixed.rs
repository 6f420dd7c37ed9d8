//! The input of the benchmark: reports of many machines after each other, in the shapes of the fixtures and in the proportions
//! of a real collection. Names, identifiers, counts and dates differ from report to report; the same bytes on every run.

use std::{fs, path::Path};

use crate::vary::{Random, vary};

/// A kind of report, and how much of a hundred bytes it takes.
const SHARES: [(Kind, usize); 9] = [
    (Kind::Dlv, 38),
    (Kind::All, 18),
    (Kind::Dli, 13),
    (Kind::Ospp, 12),
    (Kind::Cim, 8),
    (Kind::Session, 4),
    (Kind::Damaged, 4),
    (Kind::Xpr, 2),
    (Kind::Events, 1),
];

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Dlv,
    All,
    Dli,
    Ospp,
    Cim,
    Session,
    /// Wrapped by a console, quoted by a mail, or one of the fixtures that people damaged.
    Damaged,
    Xpr,
    Events,
}

/// About `size` bytes (never more), made of the fixtures in that folder.
pub fn mixed(fixtures: &Path, size: usize) -> Result<String, String> {
    let shapes = shapes(fixtures)?;
    let mut random = Random::new(20_260_304);
    let mut text = String::with_capacity(size + 100_000);
    let mut written = [0_usize; SHARES.len()];
    while text.len() < size {
        // Whichever kind has fallen back furthest behind its share comes next.
        let due = |index: usize| SHARES[index].1 * text.len() / 100;
        let next = (0..SHARES.len())
            .max_by_key(|index| due(*index).saturating_sub(written[*index]))
            .unwrap_or_default();
        let report = report(SHARES[next].0, &shapes, &mut random)?;
        written[next] += report.len();
        text.push_str(&report);
    }
    text.truncate(text.floor_char_boundary(size));
    Ok(text)
}

fn report(kind: Kind, shapes: &[(Kind, String)], random: &mut Random) -> Result<String, String> {
    let mut report = match kind {
        Kind::All => all_products(shapes, random)?,
        Kind::Events => events(random),
        Kind::Damaged => match random.below(4) {
            0 => wrapped(&vary(shape(Kind::Dlv, shapes, random)?, random), 80),
            1 => wrapped(&vary(shape(Kind::Ospp, shapes, random)?, random), 120),
            2 => quoted(&vary(shape(Kind::Dlv, shapes, random)?, random)),
            _ => vary(shape(Kind::Damaged, shapes, random)?, random),
        },
        _ => vary(shape(kind, shapes, random)?, random),
    };
    report.push_str(["\n", "\n\n", "\n\n\n"][random.below(3)]);
    // A third comes from files or clipboards of Windows.
    Ok(if random.below(3) == 0 {
        report.replace("\r\n", "\n").replace('\n', "\r\n")
    } else {
        report
    })
}

/// The fixtures by kind, as their published shape tells it.
fn shapes(folder: &Path) -> Result<Vec<(Kind, String)>, String> {
    let missing = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut files: Vec<_> = fs::read_dir(folder)
        .map_err(missing)?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    let mut shapes = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).map_err(missing)?;
        let json = fs::read_to_string(file.with_extension("json")).map_err(missing)?;
        let read: serde_json::Value =
            serde_json::from_str(&json).map_err(|error| format!("{}: {error}", file.display()))?;
        let count = |key: &str| read[key].as_array().map_or(0, Vec::len);
        let producer = read["producer"].as_str().unwrap_or_default();
        let cim = matches!(producer, "cim" | "oslicense");
        let kind = if count("parts") > 1 || count("errors") > 0 {
            Kind::Session
        } else if producer == "unknown" || (count("remarks") > 0 && !cim) {
            Kind::Damaged
        } else if cim {
            Kind::Cim
        } else if producer.starts_with("ospp") {
            Kind::Ospp
        } else if count("products") > 4 && producer == "slmgr-dlv" {
            Kind::All
        } else {
            match producer {
                "slmgr-dlv" => Kind::Dlv,
                "slmgr-dli" => Kind::Dli,
                "slmgr-xpr" => Kind::Xpr,
                "event-log" => Kind::Events,
                _ => Kind::Session,
            }
        };
        shapes.push((kind, text));
    }
    Ok(shapes)
}

fn shape<'s>(
    kind: Kind,
    shapes: &'s [(Kind, String)],
    random: &mut Random,
) -> Result<&'s str, String> {
    let fitting: Vec<&str> = shapes
        .iter()
        .filter(|(of, _)| *of == kind)
        .map(|(_, text)| text.as_str())
        .collect();
    let names = "tests/fixtures holds none of the kinds that the benchmark mixes";
    fitting
        .get(random.below(fitting.len().max(1)))
        .copied()
        .ok_or_else(|| names.to_owned())
}

/// `/dlv all`: the products of its fixture, and between them dozens that are not in use, as real machines list them.
fn all_products(shapes: &[(Kind, String)], random: &mut Random) -> Result<String, String> {
    const EDITIONS: [&str; 12] = [
        "Office 16, Office16ProPlusR_Grace",
        "Office 16, Office16HomeBusinessR_OEM_Perp",
        "Office 16, Office16ProjectProXC2RVL_MAKC2R",
        "Office 19, Office19Standard2019VL_KMS_Client_AE",
        "Office 21, Office21VisioPro2021R_Retail",
        "Office 24, Office24ProPlus2024VL_MAK_AE1",
        "Windows(R), Education",
        "Windows(R), EnterpriseS",
        "Windows(R), ProfessionalWorkstation",
        "Windows(R), ServerDatacenter",
        "Windows(R), IoTEnterprise",
        "Windows(R), CoreSingleLanguage",
    ];
    const CHANNELS: [&str; 6] = [
        "RETAIL channel",
        "RETAIL(Grace) channel",
        "OEM_DM channel",
        "VOLUME_KMSCLIENT channel",
        "VOLUME_MAK channel",
        "TIMEBASED_EVAL channel",
    ];
    let listing = shape(Kind::All, shapes, random)?;
    let mut text = String::new();
    for block in listing.split("\n\n\n\n") {
        text.push_str(&vary(block, random));
        text.push_str("\n\n\n\n");
        for _ in 0..6 + random.below(12) {
            let name = EDITIONS[random.below(EDITIONS.len())];
            let (system, rearm) = if name.starts_with("Office") {
                (&name[..9], "App")
            } else {
                ("Windows(R) Operating System", "Windows")
            };
            let channel = CHANNELS[random.below(CHANNELS.len())];
            text.push_str(&vary(
                &format!(
                    "Name: {name} edition\nDescription: {system}, {channel}\n\
                     Activation ID: 00000000-1111-2222-3333-444444444444\n\
                     Application ID: {}\nExtended PID: \nProduct Key Channel: \nInstallation ID: \n\
                     This license is not in use.\nLicense Status: Unlicensed\n\
                     Remaining {rearm} rearm count: 1001\nRemaining SKU rearm count: 1001\n\n\n\n",
                    if rearm == "App" {
                        "0ff1ce15-a989-479d-af46-f275c6370663"
                    } else {
                        "55c92734-d682-4d71-983e-d6ec3f16059f"
                    }
                ),
                random,
            ));
        }
    }
    Ok(text)
}

/// Requests to a KMS host and their answers, one record a line.
fn events(random: &mut Random) -> String {
    let mut text = String::new();
    for _ in 0..5 + random.below(30) {
        let at = format!(
            "1/{}/2026 {}:30:00 AM",
            1 + random.below(28),
            1 + random.below(11)
        );
        let id = "73111121-5638-40f6-bc11-f1d7b0d64300";
        text.push_str(&match random.below(3) {
            0 => format!("{at} 12288 Info: 0x00000000, 0x00000000, kms01.example.com:1688, {id}, 2026/01/31 09:30, 1, 1, 43200, {id}, 5\n"),
            1 => format!("{at} 12289 Info: 0x00000000, 0x00000000, 1, 0, 50, 120, 10080, 2026/01/31 09:30\n"),
            _ => format!("{at} 12290 Info: 0x0, 5, desk01.example.com, {id}, 2026/01/31 09:30, 0, 1, 43200, {id}\n"),
        });
    }
    vary(&text, random)
}

/// Cut at the width of a console.
fn wrapped(text: &str, width: usize) -> String {
    let mut cut = String::with_capacity(text.len() + text.len() / 60);
    for line in text.lines() {
        for (column, character) in line.chars().enumerate() {
            if column > 0 && column % width == 0 {
                cut.push('\n');
            }
            cut.push(character);
        }
        cut.push('\n');
    }
    cut
}

/// As mail programs quote.
fn quoted(text: &str) -> String {
    text.lines().map(|line| format!("> {line}\n")).collect()
}
