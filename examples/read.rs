//! Prints the published shape of a paste as JSON.
//!
//! `cargo run --release --example read -- [--spans] [FILE...]`: each file, or standard input without one; one JSON
//! document each, on a line of its own where there are several.

use std::{
    env, fs,
    io::{self, Read, Write},
    process::ExitCode,
};

use activation_desk::{ReadOptions, published, read_with, text};

fn main() -> ExitCode {
    let (flags, files): (Vec<String>, Vec<String>) =
        env::args().skip(1).partition(|word| word.starts_with("--"));
    if let Some(flag) = flags.iter().find(|flag| *flag != "--spans") {
        eprintln!("read: {flag} is not known; use read [--spans] [FILE...]");
        return ExitCode::from(2);
    }
    let spans = !flags.is_empty();
    let several = files.len() > 1;
    let sources = if files.is_empty() {
        vec![None]
    } else {
        files.iter().map(Some).collect()
    };
    for source in sources {
        let bytes = match source {
            Some(file) => fs::read(file),
            None => {
                let mut bytes = Vec::new();
                io::stdin().read_to_end(&mut bytes).map(|_| bytes)
            }
        };
        let name = source.map_or("standard input", String::as_str);
        let result =
            bytes.and_then(|bytes| print(&String::from_utf8_lossy(&bytes), spans, several));
        if let Err(error) = result {
            eprintln!("read: {name}: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn print(raw: &str, spans: bool, one_line: bool) -> io::Result<()> {
    let (text, _) = text::mask_product_keys(raw);
    let reading = read_with(&text, ReadOptions { spans });
    let published = published::publish(&reading, spans);
    let json = if one_line {
        serde_json::to_string(&published)
    } else {
        serde_json::to_string_pretty(&published)
    }?;
    writeln!(io::stdout().lock(), "{json}")
}
