//! How much memory a contestant needs: this process does only that and tells the most it held.

use std::fs;

use crate::{contestants::CONTESTANTS, load};

/// Runs one contestant once and prints the peak, "-" where the system does not tell.
pub fn peak_of(file: &str, name: &str) -> Result<(), String> {
    let contestant = CONTESTANTS
        .iter()
        .find(|contestant| contestant.name == name)
        .ok_or_else(|| format!("there is no contestant {name}"))?;
    let paste = load(file)?;
    std::hint::black_box((contestant.run)(&paste));
    match peak() {
        Some(bytes) => println!("{bytes}"),
        None => println!("-"),
    }
    Ok(())
}

/// Linux keeps the high-water mark of a process's memory.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes * 1024)
}
