//! Any text below the command for `slmgr.vbs /xpr`.
#![no_main]

use activation_desk_fuzz::{check, text_of};
use libfuzzer_sys::fuzz_target;

const HEAD: &str = "C:\\Windows>cscript slmgr.vbs /xpr\r\n";

fuzz_target!(|data: &[u8]| check(&text_of(HEAD, data)));
