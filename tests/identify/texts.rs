use activation_desk::identify::{Extent, MOST_CHARACTERS, identify};
use proptest::prelude::*;

use super::{is, told};

#[test]
fn identifiers_inside_a_sentence() {
    is(
        "Hi, event 12288 on the machine says hr=0xC004F06C for {98EBFE73-2084-4C97-932C-C0CD1643BEA7}; Windows build 26100, port 1688/tcp.",
        &[
            "exact event 12288 @ event-12288",
            "exact error-code 0xC004F06C @ 0xC004F06C",
            "exact activation-id 98ebfe73-2084-4c97-932c-c0cd1643bea7 @ 98ebfe73-2084-4c97-932c-c0cd1643bea7",
            "exact build 26100 @ build-26100",
            "exact port 1688 @ port-1688",
        ],
    );
    is(
        "SkuId=98ebfe73-2084-4c97-932c-\nc0cd1643bea7;Trigger=TimerEvent",
        &[
            "exact activation-id 98ebfe73-2084-4c97-932c-c0cd1643bea7 @ 98ebfe73-2084-4c97-932c-c0cd1643bea7",
        ],
    );
    is(
        "please use 98ebfe73-2084-4c97-932c-c0cd1643ba7",
        &["possible guid 98ebfe7320844c97932cc0cd1643ba7"],
    );
}

#[test]
fn texts_that_hold_nothing() {
    for text in [
        "kms port",
        "red title bar",
        "\u{1f511}\u{1f511}\u{1f511}",
        "The quick brown fox jumps over the lazy dog 12345 times.",
        "2026-01-31 10:15:33 192.168.100.200 call +1 425 555 0100",
        "C:\\Program Files\\Microsoft Office\\Office16\\OSPP.VBS /dstatus",
        "https://learn.microsoft.com/windows/release-health/",
        "ISBN 978-3-16-148410-0",
        "DE89 3704 0044 0532 0130 00",
        "a-b-c-d-e-f-g-h",
        "----",
        "-5",
        "-1",
        "\u{3000}\u{ff0d}",
        "We sold 4000000000 cells.",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
    assert_eq!(identify(" \r\n\t\u{feff}", None).extent, Extent::Empty);
    assert_eq!(identify("", None).extent, Extent::Empty);
}

#[test]
fn long_texts_are_not_looked_at() {
    let sentence = "It was a dark and stormy night; the rain fell in torrents. ";
    let novel = sentence.repeat(20_000);
    assert_eq!(identify(&novel, None).extent, Extent::TooLong);
    let some = &novel[..3_000];
    assert_eq!(identify(some, None).extent, Extent::Whole);
    assert!(identify(some, None).candidates.is_empty());
    let just = "x".repeat(MOST_CHARACTERS);
    assert_eq!(identify(&just, None).extent, Extent::Whole);
    assert_eq!(identify(&format!("{just}x"), None).extent, Extent::TooLong);
    // Blanks are no content.
    let spread = format!("0xC004F074{}", " ".repeat(50_000));
    is(&spread, &["exact error-code 0xC004F074 @ 0xC004F074"]);
    assert_eq!(identify(&" ".repeat(1_000_000), None).extent, Extent::Empty);
}

/// Pieces that the readers look for, with what may stand between them.
fn crafted() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9]{1,8}",
        "[0-9]{6}",
        "[a-fA-F0-9]{4}",
        "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9OlS]{11,13}",
        "[BCDFGHJKMPQRTVWXY2346789N]{5}",
        "0x[0-9A-FO]{1,9}",
        prop::sample::select(vec![
            "-",
            "\u{2013}",
            " ",
            "\n",
            "\r\n",
            ".",
            ",",
            ":",
            "=",
            "(",
            ")",
            "{",
            "}",
            "0x",
            "slui 0x2a ",
            "port ",
            "event ",
            "lcid ",
            "X",
            "XXXXX-",
            "*",
            "\u{430}",
            "\u{ff10}",
            "\u{ad}",
            "OEM",
            "AA",
            ".0000",
            "\u{1f511}",
            "host",
            "A ",
            "B ",
            "C ",
        ])
        .prop_map(str::to_owned),
        "\\PC{1,2}",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn nothing_panics_and_every_value_is_read_again(text in prop_oneof![crafted(), any::<String>()]) {
        let found = identify(&text, None);
        for candidate in &found.candidates {
            for note in activation_desk::wording::ids::notes(candidate) {
                let words = note.text.plain(activation_desk::phrase::Redact::No);
                prop_assert!(words.ends_with(['.', ')']), "{words}");
            }
            prop_assert!(!candidate.value.is_empty());
            let _ = activation_desk::wording::ids::parts(candidate);
        }
        let _ = activation_desk::published::ids::identify(&text, None);
        let _ = activation_desk::published::ids::activation_id(&text);
        let _ = activation_desk::published::ids::installation_id(&text);
        let _ = activation_desk::published::ids::confirmation_id(&text);
        let _ = activation_desk::published::ids::extended_pid(&text, None);
        let _ = activation_desk::published::ids::explain(&text);
    }

    #[test]
    fn a_right_id_is_read_as_it_stands(bits in any::<u128>(), upper in any::<bool>()) {
        let id = uuid::Uuid::from_u128(bits).to_string();
        let text = if upper { id.to_uppercase() } else { id.clone() };
        let read = activation_desk::id::activation_id::read(&text).unwrap();
        prop_assert_eq!(read.id.to_string(), id);
        prop_assert_eq!(read.liberties, []);
    }

    #[test]
    fn right_numbers_are_read_as_they_stand(digits in "[0-9]{42,63}") {
        let installation = activation_desk::id::installation_id::inspect_typed(&digits);
        prop_assert_eq!(&installation.digits, &digits);
        prop_assert_eq!(installation.liberties, []);
        let confirmation = activation_desk::id::confirmation_id::inspect(&digits);
        prop_assert_eq!(&confirmation.digits, &digits);
        prop_assert_eq!(confirmation.liberties, []);
    }

    #[test]
    fn a_damaged_id_is_never_corrected(which in any::<prop::sample::Index>(), at in 0usize..36, digit in 0u32..16) {
        let known = which.get(activation_desk::kb::activation_id::all()).id.to_string();
        let mut text: Vec<char> = known.chars().collect();
        let digit = char::from_digit(digit, 16).unwrap();
        prop_assume!(text[at] != '-' && text[at] != digit);
        text[at] = digit;
        let text: String = text.into_iter().collect();
        let found = identify(&text, None);
        prop_assert_eq!(&found.candidates[0].value, &text);
        prop_assert!(found.candidates[0].address().is_none());
    }
}

#[test]
fn every_truncation_is_answered_calmly() {
    for text in [
        "98ebfe73-2084-4c97-932c-c0cd1643bea7",
        "05426-00206-234-001162-03-1033-9200.0000-0992013",
        "489126343257012289105546522085205332958764158851011127139061121",
        "314159-265358-979323-846264-338327-950288-419716-939937",
        "00331-10000-00001-AA171",
        "slui.exe 0x2a 0xC004F074",
    ] {
        for end in 0..text.len() {
            for candidate in identify(&text[..end], None).candidates {
                assert!(!activation_desk::wording::ids::kind(candidate.kind()).is_empty());
                // A piece is never taken for the whole.
                assert!(candidate.value != text || candidate.found != text);
            }
        }
    }
}
