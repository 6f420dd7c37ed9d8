//! Any text identified: no value is empty, every sentence ends, and a GUID is answered with its own digits.
#![no_main]

use activation_desk::{
    identify::{Extent, MOST_CHARACTERS, identify},
    phrase::Redact,
    wording::ids as say,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let found = identify(text, None);
    if found.extent != Extent::Whole {
        assert!(found.candidates.is_empty());
    }
    assert!(found.candidates.len() <= MOST_CHARACTERS);
    for candidate in &found.candidates {
        assert!(!candidate.value.is_empty());
        for note in say::notes(candidate) {
            assert!(note.text.plain(Redact::No).ends_with('.'));
        }
        for liberty in &candidate.liberties {
            assert!(say::liberty(liberty).text.plain(Redact::No).ends_with('.'));
        }
        let _ = (say::parts(candidate), candidate.address());
    }
});
