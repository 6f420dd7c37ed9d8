//! Any text below the command for a listing of CIM objects.
#![no_main]

use activation_desk_fuzz::{check, text_of};
use libfuzzer_sys::fuzz_target;

const HEAD: &str = "PS C:\\> Get-CimInstance SoftwareLicensingProduct\r\n\r\n";

fuzz_target!(|data: &[u8]| check(&text_of(HEAD, data)));
