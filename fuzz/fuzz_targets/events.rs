//! Any text below a query of the event log.
#![no_main]

use activation_desk_fuzz::{check, text_of};
use libfuzzer_sys::fuzz_target;

const HEAD: &str = "C:\\>wevtutil qe \"Key Management Service\" /f:text\r\nEvent[0]:\r\n  Log Name: Key Management Service\r\n";

fuzz_target!(|data: &[u8]| check(&text_of(HEAD, data)));
