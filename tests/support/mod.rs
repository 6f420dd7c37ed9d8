//! What several test files need: the fixtures, and that a reading tells of every line.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code)]

use std::{collections::BTreeSet, fs, path::Path};

use activation_desk::{Reading, text};

/// Every fixture, name and text, in the order of their names. Bytes that are no UTF-8 become U+FFFD.
pub fn fixtures() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut found: Vec<_> = fs::read_dir(folder)
        .expect("tests/fixtures is in the tree")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| {
            let name = path
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            let raw = fs::read(&path).expect("a readable fixture");
            (name, String::from_utf8_lossy(&raw).into_owned())
        })
        .collect();
    found.sort();
    assert!(found.len() >= 30, "only {} fixtures found", found.len());
    found
}

/// Every non-blank line has exactly one span; every remark's line and every product's and part's lines exist. Otherwise what is
/// wrong.
pub fn accounted_for(paste: &str, reading: &Reading<'_>) -> Result<(), String> {
    let due: BTreeSet<u32> = text::lines(paste)
        .filter(|(_, line)| !line.chars().all(text::is_blank))
        .map(|(number, _)| number)
        .collect();
    let told: Vec<u32> = reading.spans.iter().map(|span| span.line).collect();
    let unique: BTreeSet<u32> = told.iter().copied().collect();
    if told.len() != unique.len() {
        return Err(format!("a line has two spans: {told:?}"));
    }
    if unique != due {
        return Err(format!("spans of {unique:?}, non-blank are {due:?}"));
    }
    if let Some(remark) = reading
        .remarks
        .iter()
        .find(|remark| !due.contains(&remark.line))
    {
        return Err(format!("a remark on line {}", remark.line));
    }
    let exists = |first, last| first <= last && due.contains(&first);
    if let Some(product) = reading
        .products
        .iter()
        .find(|product| !exists(product.lines.0, product.lines.1))
    {
        return Err(format!("a product on lines {:?}", product.lines));
    }
    match reading
        .parts
        .iter()
        .find(|part| !exists(part.first_line, part.last_line))
    {
        Some(part) => Err(format!("{part:?}")),
        None => Ok(()),
    }
}
