//! Any text below the head of a report of `ospp.vbs /dstatus`.
#![no_main]

use activation_desk_fuzz::{check, text_of};
use libfuzzer_sys::fuzz_target;

const HEAD: &str =
    "---Processing--------------------------\r\n---------------------------------------\r\n";

fuzz_target!(|data: &[u8]| check(&text_of(HEAD, data)));
