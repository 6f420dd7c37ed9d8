//! The published shape of single identifiers. `BLESS=1 cargo test --test identify` writes `cases.json` anew; the browser's tests
//! compare what the page answers with the same file.

use std::{env, fs, path::Path};

use activation_desk::published::{ids, look_up};
use serde_json::{Value, json};

/// Function, text, day.
const CASES: &[(&str, &str, Option<&str>)] = &[
    (
        "checkActivationId",
        "98EBFE73-2O84-4c97-932c-c0cd1643bea7",
        None,
    ),
    (
        "checkActivationId",
        "{8d368fc1-9470-4be2-8d66-90e836cbb051}",
        None,
    ),
    (
        "checkActivationId",
        "98ebfe73-2084-4c97-932c-c0cd1643ba7",
        None,
    ),
    (
        "checkActivationId",
        "55c92734-d682-4d71-983e-d6ec3f16059f",
        None,
    ),
    (
        "checkActivationId",
        "6f9619ff-8b86-4011-b42d-00c04fc964ff",
        None,
    ),
    (
        "checkActivationId",
        "98ebfe73-2084-4c97-932c-c0cd1643beg7",
        None,
    ),
    ("checkActivationId", "", None),
    (
        "checkInstallationId",
        "020650-770493-837252-929082-195773-527024-195725-809211-989214",
        None,
    ),
    (
        "checkInstallationId",
        "020650-770593-837252-929082-195773-527024-195725-809211-989214",
        None,
    ),
    (
        "checkInstallationId",
        "020650-770493-837252-929082-19577-527024-195725-809211-989214",
        None,
    ),
    (
        "checkInstallationId",
        "48912634325701228910554652208520533295876415885101112713906112",
        None,
    ),
    ("checkInstallationId", "020650-xxxxxx", None),
    ("checkInstallationId", "36 \u{1f511}", None),
    (
        "checkConfirmationId",
        "A 314159 B 265358 C 979323 D 846264 E 338327 F 950288 G 419716 H 939937",
        None,
    ),
    (
        "checkConfirmationId",
        "314159 265358 97932 846264 338327 950288 419716 939937",
        None,
    ),
    (
        "checkConfirmationId",
        "020650770493837252929082195773527024195725809211989214",
        None,
    ),
    ("checkConfirmationId", "", None),
    (
        "decodeExtendedPid",
        "05426-00206-234-001162-03-1033-9200.0000-0992013",
        Some("2026-01-31"),
    ),
    (
        "decodeExtendedPid",
        "03612-03311-123-111111-03-1033-7601.0000-0402030",
        Some("2026-01-31"),
    ),
    (
        "decodeExtendedPid",
        "03612-03311-123-111111-03-1033-7601.0000-0402030",
        None,
    ),
    ("decodeExtendedPid", "00331-10000-00001-AA171", None),
    ("decodeExtendedPid", "82503-OEM-1170032-70636", None),
    ("decodeExtendedPid", "nothing", None),
    ("identify", "0xC004F074", None),
    ("identify", "COO4F074", None),
    ("identify", "-1073418187", None),
    ("identify", "5", None),
    ("identify", "0x4004F065", None),
    ("identify", "0xC004F07", None),
    ("identify", "MY832", None),
    ("identify", "26100", None),
    ("identify", "1688", None),
    ("identify", "0x0409", None),
    ("identify", "VOLUME_KMSCLIENT", None),
    ("identify", "Notification", None),
    (
        "identify",
        "event 12288: hr=0xC004F06C, 98ebfe73-2084-4c97-932c-c0cd1643bea7",
        None,
    ),
    ("identify", "kms port", None),
    ("identify", " ", None),
    ("explain", "0xC004F038", None),
    ("explain", "5", None),
    ("explain", "0xDEADBEEF", None),
    ("explain", "Notification", None),
    ("explain", "license status 3", None),
    ("explain", "hello", None),
    ("search", "kms count too low", None),
    ("search", "red titel bar", None),
    ("search", "xyzzy", None),
    ("search", "", None),
];

/// Entries: absent ones are `null`, so that they stand apart from the functions whose fields are always there.
const ENTRIES: &[(&str, &str, Option<&str>)] = &[
    ("entry", "0xC004F038", None),
    ("entry", "event-12288", None),
    ("entry", "f3d89bbf-c0ec-47ce-a8fa-e5a5f97e447f", None),
    ("entry", "key-MY832", None),
    ("entry", "build-26100", None),
    ("entry", "nothing", None),
];

fn answer(function: &str, text: &str, now: Option<&str>) -> Value {
    let now = now.and_then(ids::day);
    let value = match function {
        "checkActivationId" => serde_json::to_value(ids::activation_id(text)),
        "checkInstallationId" => serde_json::to_value(ids::installation_id(text)),
        "checkConfirmationId" => serde_json::to_value(ids::confirmation_id(text)),
        "decodeExtendedPid" => serde_json::to_value(ids::extended_pid(text, now)),
        "identify" => serde_json::to_value(ids::identify(text, now)),
        "explain" => serde_json::to_value(ids::explain(text)),
        "entry" => serde_json::to_value(look_up::entry(text)),
        "search" => serde_json::to_value(look_up::search(text, 20)),
        other => panic!("{other}"),
    };
    value.expect("plain data")
}

#[test]
fn answers_are_those_of_the_file() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/identify/cases.json");
    let answers: Vec<Value> = CASES
        .iter()
        .chain(ENTRIES)
        .map(|&(function, text, now)| json!({ "function": function, "text": text, "now": now, "answer": answer(function, text, now) }))
        .collect();
    if env::var_os("BLESS").is_some() {
        let json = serde_json::to_string_pretty(&answers).expect("plain data");
        fs::write(&file, format!("{json}\n")).expect("a file that can be written");
    }
    let expected: Vec<Value> =
        serde_json::from_str(&fs::read_to_string(&file).expect("the file is in the tree"))
            .expect("JSON");
    assert_eq!(answers.len(), expected.len());
    for (answer, expected) in answers.iter().zip(&expected) {
        assert_eq!(answer, expected);
    }
}

#[test]
fn names_are_camel_case_and_nothing_is_left_out() {
    fn look(value: &Value) {
        match value {
            Value::Object(fields) => {
                for (name, inner) in fields {
                    assert!(
                        !name.contains('_') && name.starts_with(|c: char| c.is_ascii_lowercase()),
                        "{name}"
                    );
                    look(inner);
                }
            }
            Value::Array(list) => list.iter().for_each(look),
            _ => {}
        }
    }
    let keys = |value: &Value| {
        value
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    for &(function, text, now) in CASES {
        let answer = answer(function, text, now);
        look(&answer);
        assert_eq!(
            keys(&answer),
            keys(&self::answer(function, "", None)),
            "{function} {text}"
        );
    }
}

#[test]
fn no_answer_holds_a_key() {
    let key = ["BCDFG", "HJKMP", "QRTVW", "XY234", "6789N"].join("-");
    for function in [
        "checkActivationId",
        "checkInstallationId",
        "checkConfirmationId",
        "decodeExtendedPid",
        "identify",
        "explain",
    ] {
        for text in [
            key.clone(),
            format!("slmgr /ipk {key} 0xC004F074"),
            format!("5-4-3-{key}"),
        ] {
            let json = answer(function, &text, None).to_string();
            for group in ["BCDFG", "HJKMP", "QRTVW", "XY234"] {
                assert!(!json.contains(group), "{function}: {json}");
            }
        }
    }
}
