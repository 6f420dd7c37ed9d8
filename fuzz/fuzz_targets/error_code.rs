//! Codes that parse print back.
#![no_main]

use activation_desk::id::error_code;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Some(code) = error_code::parse(text) {
        assert_eq!(error_code::parse(&error_code::format(code)), Some(code));
    }
});
