//! How fast and in how much memory the native reader reads, beside a bare walk over the lines in the same run.
//!
//! `cargo xtask bench` calls this and tells the budgets; `cargo bench` alone prints the native rows. Reported, never asserted.
//!
//!     reading                         the native rows on 50 MB
//!     reading input FILE BYTES        writes the input of all contestants
//!     reading speed FILE              name, best seconds and bytes of each contestant, one a line, separated by tabs
//!     reading peak FILE CONTESTANT    the most memory that this process held, in bytes, where the system tells

mod contestants;
mod memory;
mod mixed;
mod vary;

use std::{env, fs, path::Path, process::ExitCode};

fn main() -> ExitCode {
    // Cargo adds `--bench`.
    let args: Vec<String> = env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let result = match words.as_slice() {
        [] => alone(),
        ["input", file, size] => input(file, size),
        ["speed", file] => load(file).map(|paste| contestants::race(&paste).iter().for_each(print)),
        ["peak", file, contestant] => memory::peak_of(file, contestant),
        _ => Err("this is not understood; see benches/reading/main.rs".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("reading: {message}");
            ExitCode::FAILURE
        }
    }
}

fn print(row: &contestants::Row) {
    println!("{}\t{}\t{}", row.name, row.seconds, row.bytes);
}

fn input(file: &str, size: &str) -> Result<(), String> {
    let size = size
        .parse()
        .map_err(|_| format!("{size} is no number of bytes"))?;
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let text = mixed::mixed(&fixtures, size)?;
    fs::write(file, text).map_err(|error| format!("{file}: {error}"))
}

fn load(file: &str) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))
}

fn alone() -> Result<(), String> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let paste = mixed::mixed(&fixtures, 50_000_000)?;
    let rows = contestants::race(&paste);
    let walk = rows.first().map_or(1.0, |row| row.seconds);
    for row in &rows {
        println!(
            "{:<28}{:>8.0} MB/s{:>8.2} x the walk's time",
            row.name,
            row.bytes as f64 / row.seconds / 1e6,
            row.seconds / walk
        );
    }
    Ok(())
}
