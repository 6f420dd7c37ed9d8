//! Any text below two commands of slmgr.vbs.
#![no_main]

use activation_desk_fuzz::{check, text_of};
use libfuzzer_sys::fuzz_target;

const HEAD: &str =
    "C:\\>cscript //nologo slmgr.vbs /ato\r\nProduct activated successfully.\r\n\r\n\r\nC:\\>";

fuzz_target!(|data: &[u8]| check(&text_of(HEAD, data)));
