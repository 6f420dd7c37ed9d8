//! Any text below a question to DNS.
#![no_main]

use activation_desk_fuzz::{check, text_of};
use libfuzzer_sys::fuzz_target;

const HEAD: &str = "PS C:\\> Resolve-DnsName -Type SRV _vlmcs._tcp.example.com\r\n\r\n";

fuzz_target!(|data: &[u8]| check(&text_of(HEAD, data)));
