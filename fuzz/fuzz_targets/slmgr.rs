//! Any text below the head of a report of `slmgr.vbs /dlv`.
#![no_main]

use activation_desk_fuzz::{check, text_of};
use libfuzzer_sys::fuzz_target;

const HEAD: &str = "C:\\Windows>cscript slmgr.vbs /dlv\r\nSoftware licensing service version: 10.0.19041.1000\r\n\r\n";

fuzz_target!(|data: &[u8]| check(&text_of(HEAD, data)));
