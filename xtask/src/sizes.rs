//! The sizes of what was built: raw, as gzip and as Brotli, each at its best setting.

use crate::{build, pack};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Prints a line for each built file, the hosted page's own files first and summed up.
pub fn run() -> Result<(), String> {
    let dist = build::dist();
    if !dist.join("index.html").is_file() {
        return Err("nothing is built yet; run `cargo xtask build` first.".to_owned());
    }
    let built = pack::Built::find(&dist)?;
    let hosted: Vec<PathBuf> = built.files().iter().map(|name| dist.join(name)).collect();
    let mut others = files(&dist)?;
    others.retain(|path| !hosted.contains(path));

    println!(
        "{:<44} {:>10} {:>10} {:>10}",
        "file", "raw", "gzip", "brotli"
    );
    let mut sum = Sizes::default();
    for path in &hosted {
        sum.add(&print(path, &dist)?);
    }
    println!("{}", sum.line("the hosted page"));
    println!();
    for path in &others {
        print(path, &dist)?;
    }
    Ok(())
}

#[derive(Default)]
struct Sizes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Sizes {
    fn of(bytes: &[u8]) -> Result<Self, String> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        let gzip = gzip
            .write_all(bytes)
            .and_then(|()| gzip.finish())
            .map_err(|error| format!("gzip: {error}"))?;
        let mut brotli = Vec::new();
        // Quality 11 and a window of 4 MB, as web servers keep files that are compressed once.
        brotli::CompressorWriter::new(&mut brotli, 64 * 1024, 11, 22)
            .write_all(bytes)
            .map_err(|error| format!("brotli: {error}"))?;
        Ok(Sizes {
            raw: bytes.len(),
            gzip: gzip.len(),
            brotli: brotli.len(),
        })
    }

    fn add(&mut self, other: &Sizes) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }

    fn line(&self, name: &str) -> String {
        format!(
            "{name:<44} {:>10} {:>10} {:>10}",
            self.raw, self.gzip, self.brotli
        )
    }
}

fn print(path: &Path, dist: &Path) -> Result<Sizes, String> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let sizes = Sizes::of(&bytes)?;
    let name = path
        .strip_prefix(dist)
        .unwrap_or(path)
        .display()
        .to_string();
    println!("{}", sizes.line(&name));
    Ok(sizes)
}

/// Every file below a folder, sorted.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut found = Vec::new();
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compressed_sizes_are_those_of_whole_files() {
        let sizes = Sizes::of(&b"activation ".repeat(1000)).expect("sizes");
        assert_eq!(sizes.raw, 11_000);
        assert!((20..200).contains(&sizes.gzip), "{}", sizes.gzip);
        assert!((10..100).contains(&sizes.brotli), "{}", sizes.brotli);
    }
}
