//! Prints the published shape of a paste as JSON.
//!
//! `cargo run --release --example read -- [--spans] [FILE...]`: each file, or standard input without one; one JSON
//! document each, on a line of its own where there are several. UTF-8 and UTF-16 are told from the bytes.

use std::{
    borrow::Cow,
    env, fs,
    io::{self, Read, Write},
    process::ExitCode,
};

use activation_desk::{
    ReadOptions,
    decode::{Decoded, Encoding, OemPage, Sniffer, decode, decode_as, guess},
    published, read_with, text,
};

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
        let result = bytes.and_then(|bytes| match text_of(&bytes) {
            Ok(text) => print(&text, spans, several),
            Err(why) => Err(io::Error::other(why)),
        });
        if let Err(error) = result {
            eprintln!("read: {name}: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// The text of a file. An old code page is guessed from its bytes: one of the console's, or Windows' own.
fn text_of(bytes: &[u8]) -> Result<Cow<'_, str>, &'static str> {
    match decode(bytes) {
        Decoded::Text(text, _) => Ok(text),
        Decoded::Empty => Ok(Cow::Borrowed("")),
        Decoded::Binary(_) => Err("this is no text"),
        Decoded::Legacy => {
            let mut sniffer = Sniffer::default();
            sniffer.push(bytes);
            let page = OemPage::named(guess(&sniffer, "")).unwrap_or(OemPage::Ansi1252);
            Ok(decode_as(bytes, Encoding::Oem(page)))
        }
    }
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
