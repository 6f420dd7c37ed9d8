//! Every fixture reads as its JSON says; every beginning of every fixture reads at all; no line is lost.
//!
//! After a change that is meant: `BLESS=1 cargo test --test fixtures`, then read the difference.

mod support;

use std::{fs, path::Path};

use activation_desk::{ReadOptions, Reading, published, read_with, reading::Product, text};
use proptest::prelude::*;
use support::{accounted_for, fixtures};

const SPANS: ReadOptions = ReadOptions { spans: true };

#[track_caller]
fn every_line_is_accounted_for(paste: &str, reading: &Reading<'_>) {
    if let Err(why) = accounted_for(paste, reading) {
        panic!("{why} in {paste:?}");
    }
}

#[test]
fn each_fixture_reads_as_its_json_says() {
    let mut wrong = Vec::new();
    for (name, raw) in fixtures() {
        let (paste, _) = text::mask_product_keys(&raw);
        let reading = read_with(&paste, SPANS);
        every_line_is_accounted_for(&paste, &reading);
        let json = serde_json::to_string_pretty(&published::publish(&reading, false))
            .expect("plain data")
            + "\n";
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/{name}.json"));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &json).expect("a writable fixture");
        } else if fs::read_to_string(&path)
            .unwrap_or_default()
            .replace("\r\n", "\n")
            != json
        {
            wrong.push(name);
        }
    }
    assert!(
        wrong.is_empty(),
        "these read otherwise than their JSON says: {wrong:?}"
    );
}

#[test]
fn every_beginning_of_every_fixture_reads() {
    for (_, raw) in fixtures() {
        let whole = read_with(&raw, SPANS);
        for (end, _) in raw.char_indices() {
            let cut = &raw[..end];
            let reading = read_with(cut, SPANS);
            every_line_is_accounted_for(cut, &reading);
            // A cut paste may know less; it may never know better.
            for (part, full) in reading.products.iter().zip(&whole.products) {
                for (cut_id, full_id) in [
                    (part.activation_id, full.activation_id),
                    (part.application_id, full.application_id),
                ] {
                    assert!(
                        cut_id.is_none() || cut_id == full_id,
                        "{cut_id:?} from {cut:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_ending_of_every_fixture_reads() {
    for (_, raw) in fixtures() {
        for (start, _) in raw.char_indices() {
            let cut = &raw[start..];
            every_line_is_accounted_for(cut, &read_with(cut, SPANS));
        }
    }
}

/// The text as a console of that width prints it.
fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::new();
    for (_, line) in text::lines(text) {
        let characters: Vec<char> = line.chars().collect();
        for row in characters.chunks(width) {
            out.extend(row);
            out.push('\n');
        }
        if characters.is_empty() {
            out.push('\n');
        }
    }
    out
}

#[test]
fn a_console_of_any_width_changes_no_product() {
    for name in [
        "server-2022-kms-host",
        "windows-10-esu-add-on",
        "windows-10-kms-client",
        "windows-10-mak",
        "windows-11-notification-session",
        "windows-7-out-of-tolerance",
        "windows-8-ad-activated",
    ] {
        let (_, raw) = fixtures()
            .into_iter()
            .find(|(found, _)| found == name)
            .expect(name);
        let whole = read_with(&raw, SPANS);
        for width in 57..=200 {
            let cut = wrapped(&raw, width);
            let reading = read_with(&cut, SPANS);
            every_line_is_accounted_for(&cut, &reading);
            assert_eq!(
                reading.products.len(),
                whole.products.len(),
                "{name} at {width}"
            );
            for (read, full) in reading.products.iter().zip(&whole.products) {
                let read = Product {
                    lines: full.lines,
                    ..read.clone()
                };
                assert_eq!(&read, full, "{name} at {width}");
            }
        }
    }
}

/// Lines of all fixtures, to be shuffled with noise.
fn some_line() -> impl Strategy<Value = String> {
    let lines: Vec<String> = fixtures()
        .iter()
        .flat_map(|(_, raw)| raw.lines().map(str::to_owned))
        .collect();
    prop_oneof![4 => proptest::sample::select(lines), 1 => any::<String>(), 1 => "[ -~]{0,90}"]
}

proptest! {
    #[test]
    fn no_line_is_lost(lines in proptest::collection::vec(some_line(), 0..40), end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")]) {
        let paste = lines.join(end);
        every_line_is_accounted_for(&paste, &read_with(&paste, SPANS));
    }

    #[test]
    fn noise_reads(noise in any::<String>()) {
        every_line_is_accounted_for(&noise, &read_with(&noise, SPANS));
    }

    #[test]
    fn white_space_around_lines_changes_nothing(indent in "[ \t\u{a0}]{0,9}", ending in "[ \t]{0,3}") {
        for (name, raw) in fixtures() {
            // Wrapped fixtures are read by the width of their lines.
            if name.contains("columns") || name.contains("wrapped") || name.starts_with("office-2016") { continue; }
            let moved: String = raw.lines().map(|line| format!("{indent}{line}{ending}\n")).collect();
            let (before, after) = (read_with(&raw, SPANS), read_with(&moved, SPANS));
            prop_assert_eq!(&before.products, &after.products, "{}", name);
            prop_assert_eq!(&before.errors, &after.errors, "{}", name);
        }
    }
}
