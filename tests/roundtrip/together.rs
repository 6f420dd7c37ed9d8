//! Fixtures one below the other, and between lines of other tools, give the products that each gives alone.

use activation_desk::{ReadOptions, read_with, reading::Product};

use super::{
    fields::{Fields, fields},
    support::{self, accounted_for},
};

/// Beginnings and ends of blocks: what stands above or below belongs to them, by rule.
const HALVES: [&str; 5] = [
    "half-from-the-middle",
    "error-after-version",
    "lost-digits",
    "prose",
    "dti-only",
];

/// What other tools print around a report.
const NOISE: [&str; 8] = [
    "Deployment Image Servicing and Management tool\nVersion: 10.0.19041.844\n\nImage Version: 10.0.19045.4046\n\nCurrent edition is:\n\nCurrent Edition : Enterprise\n\nThe operation completed successfully.\n",
    "Windows IP Configuration\n\n   Host Name . . . . . . . . . . . . : PC01\n   Primary Dns Suffix  . . . . . . . : example.com\n",
    "Pinging kms01.example.com [192.0.2.10] with 32 bytes of data:\nReply from 192.0.2.10: bytes=32 time<1ms TTL=128\n",
    "**********************\nWindows PowerShell transcript start\nStart time: 20260131093000\n**********************\n",
    "Hello,\n\nthis is what I get, can anybody help?\n\n",
    "OS Name:                   Microsoft Windows 10 Enterprise\nOS Version:                10.0.19045 N/A Build 19045\n",
    "The Software Protection service was started successfully.\n",
    "# machine 1\n",
];

fn fixtures() -> Vec<(String, String)> {
    let mut found = support::fixtures();
    found.retain(|(name, _)| !HALVES.contains(&&**name));
    found
}

/// What is read, without the version: it holds for all that stands below it until another is printed.
fn read(text: &str) -> Vec<Fields> {
    let reading = read_with(text, ReadOptions { spans: true });
    if let Err(why) = accounted_for(text, &reading) {
        panic!("{why}\n{text}");
    }
    let versionless = |product: &Product<'_>| {
        let mut fields = fields(product);
        fields.retain(|(name, _)| *name != "service_version");
        fields
    };
    reading.products.iter().map(versionless).collect()
}

fn difference(found: &[Fields], due: &[Fields]) -> Option<String> {
    if found.len() != due.len() {
        return Some(format!("{} products, due {}", found.len(), due.len()));
    }
    let pairs = found.iter().flatten().zip(due.iter().flatten());
    let differs: Vec<_> = pairs
        .filter(|(found, due)| found != due)
        .map(|((name, found), (_, due))| format!("{name}: {found:?}, due {due:?}"))
        .collect();
    (!differs.is_empty()).then(|| differs.join("; "))
}

/// Outputs stand apart by a blank line at least, or by the prompt of the next command. Half an object of JSON has no end, so
/// that another one below it is thought to be the rest.
#[test]
fn two_fixtures_give_the_products_of_both() {
    let fixtures: Vec<_> = fixtures()
        .into_iter()
        .map(|(name, text)| (name, read(&text), text))
        .collect();
    let mut failed = Vec::new();
    for (number, (first, of_first, text)) in fixtures.iter().enumerate() {
        for (other, (second, of_second, below)) in fixtures.iter().enumerate() {
            if first == "cim-json-half" && second.starts_with("cim-json") {
                continue;
            }
            let gap = match (text.ends_with(['\n', '\r']), (number + other) % 2) {
                (true, 0) => "PS C:\\> cat next.txt\n",
                (true, _) => "\n",
                _ => "\n\n",
            };
            let together = [text, gap, below].concat();
            let due = [&of_first[..], &of_second[..]].concat();
            if let Some(why) = difference(&read(&together), &due) {
                failed.push(format!("{first} + {gap:?} + {second}: {why}"));
            }
        }
    }
    assert!(
        failed.is_empty(),
        "{} pairs:\n{}",
        failed.len(),
        failed.join("\n")
    );
}

#[test]
fn noise_around_a_fixture_changes_nothing() {
    let mut failed = Vec::new();
    for (name, text) in fixtures() {
        let due = read(&text);
        for (number, before) in NOISE.iter().enumerate() {
            let behind = NOISE[(number + 3) % NOISE.len()];
            let end = if text.ends_with(['\n', '\r']) {
                ""
            } else {
                "\n"
            };
            let noisy = [before, &*text, end, behind].concat();
            if let Some(why) = difference(&read(&noisy), &due) {
                failed.push(format!("{name} between {before:?} and {behind:?}: {why}"));
            }
        }
    }
    assert!(
        failed.is_empty(),
        "{} times:\n{}",
        failed.len(),
        failed.join("\n")
    );
}
