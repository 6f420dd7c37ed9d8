//! Any text.
#![no_main]

use activation_desk_fuzz::{check, text_of};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| check(&text_of("", data)));
