//! Prints what a text could be as JSON: the same document that the JavaScript function `identify(text)` returns.
//!
//! `cargo run --release --example identify -- [--now=YYYY-MM-DD] TEXT...`: the words of the command line joined by blanks, or
//! standard input where there are none.

use std::{
    env,
    io::{self, Read, Write},
    process::ExitCode,
};

use activation_desk::published::ids;

fn main() -> ExitCode {
    let (mut now, mut words) = (None, Vec::new());
    for word in env::args().skip(1) {
        // Decimal codes begin with a minus, so only this one is an option.
        match word.strip_prefix("--now=") {
            Some(day) => match ids::day(day) {
                Some(day) => now = Some(day),
                None => {
                    eprintln!("identify: {day} is no day; use --now=YYYY-MM-DD");
                    return ExitCode::from(2);
                }
            },
            None => words.push(word),
        }
    }
    let text = if words.is_empty() {
        let mut bytes = Vec::new();
        match io::stdin().read_to_end(&mut bytes) {
            Ok(_) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) => {
                eprintln!("identify: standard input: {error}");
                return ExitCode::FAILURE;
            }
        }
    } else {
        words.join(" ")
    };
    let printed = serde_json::to_string_pretty(&ids::identify(&text, now))
        .map_err(io::Error::other)
        .and_then(|json| writeln!(io::stdout().lock(), "{json}"));
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("identify: {error}");
            ExitCode::FAILURE
        }
    }
}
