//! GUIDs that parse print back; where one is found, it parses.
#![no_main]

use activation_desk::id::guid;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match guid::parse(text) {
        Ok(id) => assert_eq!(
            guid::parse(&id.to_string()).expect("what is printed parses"),
            id
        ),
        Err(error) => {
            assert!(!error.to_string().is_empty());
            let _ = (error.odd_groups(), error.stray());
        }
    }
    if let Some((from, to, id)) = guid::find(text) {
        assert_eq!(
            guid::parse(&text[from..to]).expect("what is found parses"),
            id
        );
    }
});
