//! Random codes and GUIDs: unknown, and no text that was made up for them.

use std::collections::BTreeSet;

use activation_desk::{
    identify::identify, kb, phrase::Redact, published::ids::explain, wording::ids as say,
};

/// Numbers that look random and are the same in every run (xorshift).
fn numbers() -> impl Iterator<Item = u64> {
    let mut state = 0x9E37_79B9_7F4A_7C15u64;
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    })
}

#[test]
fn a_thousand_random_codes_are_unknown() {
    let mut sentences = BTreeSet::new();
    // Half of them with the beginning that codes of licensing have.
    let codes = numbers().map(|number| match number % 4 {
        0 => 0xC004_0000 | (number >> 32) as u32 & 0xFFFF,
        1 => 0x8007_0000 | (number >> 32) as u32 & 0xFFFF,
        _ => 0x8000_0000 | (number >> 32) as u32,
    });
    for code in codes
        .filter(|&code| kb::reason::find(code).is_none())
        .take(1_000)
    {
        let text = activation_desk::id::error_code::format(code);
        let found = identify(&text, None);
        let [candidate] = found.candidates.as_slice() else {
            panic!("{text}: {found:?}")
        };
        assert_eq!(
            (candidate.value.as_str(), candidate.address()),
            (text.as_str(), None)
        );
        let explained = explain(&text);
        assert_eq!(
            (
                explained.known,
                explained.meaning,
                explained.when,
                explained.why.len(),
                explained.sources.len()
            ),
            (false, None, None, 0, 0),
            "{text}"
        );
        for note in say::notes(candidate) {
            let words = note.text.plain(Redact::No);
            match note.code {
                "unknown" => sentences.extend([words]),
                // The number that it wraps follows from the code itself.
                "windows-error" => assert!(words.contains(&(code & 0xFFFF).to_string()), "{words}"),
                // What is known is told of the other code by its name.
                "twin" | "nearest" => assert!(words.contains("0x"), "{words}"),
                other => panic!("{text}: {other}: {words}"),
            }
        }
    }
    assert_eq!(
        sentences.into_iter().collect::<Vec<_>>(),
        [format!(
            "Not in this catalogue (of {}). By its first digit it is a failure.",
            kb::DATE
        )]
    );
}

#[test]
fn a_thousand_random_guids_are_unknown() {
    let mut pairs = numbers();
    for _ in 0..1_000 {
        let bits = u128::from(pairs.next().unwrap()) << 64 | u128::from(pairs.next().unwrap());
        let id = uuid::Builder::from_random_bytes(bits.to_be_bytes()).into_uuid();
        let found = identify(&id.to_string(), None);
        let [candidate] = found.candidates.as_slice() else {
            panic!("{id}: {found:?}")
        };
        assert_eq!(
            (candidate.kind().name(), candidate.address()),
            ("guid", None)
        );
        assert!(say::parts(candidate).is_empty());
        let codes: Vec<_> = say::notes(candidate).iter().map(|note| note.code).collect();
        assert_eq!(codes, ["unknown", "may-be-machine-id"], "{id}");
    }
}
