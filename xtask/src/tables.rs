//! `cargo xtask tables`: turns the files in `data/` into the checked-in Rust tables under `src/kb/generated/`.
//!
//! Building the crate needs no generator; a test here regenerates in memory and turns red where the two drift apart.
//! The law of each table stands on top of its data file; [`check`] holds what all of them share.

mod article;
mod check;
mod client_key;
mod emit;
mod figures;
mod ids;
mod machine;
mod pid;
mod reason;

use std::fs;
use std::path::{Path, PathBuf};

use check::Row;
use emit::Sources;

/// Writes the tables, or with `check` only compares them. The error says which row or file is wrong, one a line.
pub fn run(check: bool) -> Result<(), String> {
    let files = build(&root().join("data"))?;
    let folder = root().join("src/kb/generated");
    let drifted = drifted(&folder, &files);
    if drifted.is_empty() {
        println!(
            "tables: {} files in src/kb/generated are up to date",
            files.len()
        );
        return Ok(());
    }
    if check {
        return Err(format!(
            "tables: src/kb/generated does not fit data/ ({}); run `cargo xtask tables`",
            drifted.join(", ")
        ));
    }
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for name in &drifted {
        let path = folder.join(name);
        let done = match files.iter().find(|file| file.name == *name) {
            Some(file) => fs::write(&path, &file.text),
            None => fs::remove_file(&path),
        };
        done.map_err(|error| format!("{}: {error}", path.display()))?;
        println!("tables: src/kb/generated/{name}");
    }
    Ok(())
}

/// A file to be, by its name in `src/kb/generated`.
struct File {
    name: String,
    text: String,
}

/// All files, from the data in `folder`.
fn build(folder: &Path) -> Result<Vec<File>, String> {
    let mut sources = Sources::default();
    let mut date = String::new();
    let mut files = Vec::new();

    let rows = read::<ids::ActivationId>(folder, &mut date)?;
    let table = emit::table(
        "ACTIVATION_IDS",
        "KnownActivationId",
        rows.iter(),
        &mut sources,
    )?;
    let uses = "use uuid::Uuid;\n\nuse crate::channel::Channel;\nuse crate::kb::activation_id::KnownActivationId;\nuse crate::kb::{Certainty, Sources};\n";
    files.push(emit::file(
        "activation_ids.rs",
        ids::ActivationId::FILE,
        uses,
        &[table],
    ));

    let rows = read::<ids::ApplicationId>(folder, &mut date)?;
    let table = emit::table(
        "APPLICATION_IDS",
        "KnownApplicationId",
        rows.iter(),
        &mut sources,
    )?;
    let uses = "use uuid::Uuid;\n\nuse crate::kb::application_id::KnownApplicationId;\nuse crate::kb::{Certainty, Sources};\nuse crate::product::Family;\n";
    files.push(emit::file(
        "application_ids.rs",
        ids::ApplicationId::FILE,
        uses,
        &[table],
    ));

    let rows = read_folder::<reason::Reason>(folder, &mut date)?;
    let table = emit::packed_table("REASONS", rows.iter(), &mut sources)?;
    files.push(emit::file("reasons.rs", "reasons/*.toml", "", &[table]));

    let rows = read_folder::<article::Article>(folder, &mut date)?;
    let table = emit::packed_table("ARTICLES", rows.iter(), &mut sources)?;
    files.push(emit::file("articles.rs", "articles/*.toml", "", &[table]));

    let rows = read::<client_key::ClientKey>(folder, &mut date)?;
    let table = emit::packed_table("CLIENT_KEYS", rows.iter(), &mut sources)?;
    files.push(emit::file(
        "client_keys.rs",
        client_key::ClientKey::FILE,
        "",
        &[table],
    ));

    let rows = read::<pid::Piece>(folder, &mut date)?;
    let mut tables = Vec::new();
    for (name, part) in [
        ("CHANNELS", "channel"),
        ("GROUPS", "group"),
        ("PLATFORMS", "platform"),
    ] {
        tables.push(emit::table(
            name,
            "Piece",
            rows.iter().filter(|row| row.part == part),
            &mut sources,
        )?);
    }
    let uses = "use crate::kb::extended_pid::Piece;\nuse crate::kb::{Certainty, Sources};\n";
    files.push(emit::file(
        "extended_pid.rs",
        pid::Piece::FILE,
        uses,
        &tables,
    ));

    let rows = read::<pid::Build>(folder, &mut date)?;
    let table = emit::table("BUILDS", "Build", rows.iter(), &mut sources)?;
    let uses = "use crate::kb::build::Build;\nuse crate::kb::{Certainty, Sources};\n";
    files.push(emit::file("builds.rs", pid::Build::FILE, uses, &[table]));

    let rows = read::<pid::Lcid>(folder, &mut date)?;
    let table = emit::table("LCIDS", "Lcid", rows.iter(), &mut sources)?;
    let uses = "use crate::kb::lcid::Lcid;\nuse crate::kb::{Certainty, Sources};\n";
    files.push(emit::file("lcids.rs", pid::Lcid::FILE, uses, &[table]));

    let rows = read::<figures::Threshold>(folder, &mut date)?;
    let consts = figures::constants(&rows, &mut sources)?;
    let uses =
        "use crate::kb::threshold::{Threshold, Unit};\nuse crate::kb::{Certainty, Sources};\n";
    files.push(emit::file(
        "thresholds.rs",
        figures::Threshold::FILE,
        uses,
        &[consts],
    ));

    let rows = read::<figures::Grace>(folder, &mut date)?;
    let table = emit::table("GRACE_PERIODS", "Grace", rows.iter(), &mut sources)?;
    let uses = "use crate::kb::grace::{Generation, Grace, GraceKind};\nuse crate::kb::{Certainty, Sources};\n";
    files.push(emit::file(
        "grace_periods.rs",
        figures::Grace::FILE,
        uses,
        &[table],
    ));

    let rows = read::<machine::Stay>(folder, &mut date)?;
    let table = emit::table("STAYS", "Stay", rows.iter(), &mut sources)?;
    let uses = "use crate::kb::grace::{Generation, GraceKind};\nuse crate::kb::machine::{Cause, Lead, Length, Machine, Mark, Notice, State, Stay};\nuse crate::kb::threshold::*;\nuse crate::kb::{Certainty, Sources};\n";
    files.push(emit::file(
        "state_machines.rs",
        machine::Stay::FILE,
        uses,
        &[table],
    ));

    files.push(emit::source_file(&sources));
    files.push(emit::index(&files, &date));
    Ok(files)
}

/// Reads one table and checks it; `date` becomes the latest day on which a row was looked up.
fn read<R: Row>(folder: &Path, date: &mut String) -> Result<Vec<R>, String> {
    let rows = check::parse::<R>(R::FILE, &text_of(&folder.join(R::FILE))?)?;
    note_latest(&rows, date);
    Ok(rows)
}

/// Reads a table whose rows lie in several files of a folder, and puts them in order.
fn read_folder<R: Row>(folder: &Path, date: &mut String) -> Result<Vec<R>, String> {
    let path = folder.join(R::FILE);
    // A folder without files is none for git: then there are no rows.
    let mut names: Vec<String> = fs::read_dir(&path)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".toml"))
        .collect();
    // The order in which a system lists a folder is its own; the tables have to be the same everywhere.
    names.sort_unstable();
    let mut rows = Vec::new();
    let mut errors = Vec::new();
    for name in &names {
        match check::parse::<R>(&format!("{}/{name}", R::FILE), &text_of(&path.join(name))?) {
            Ok(more) => rows.extend(more),
            Err(error) => errors.push(error),
        }
    }
    rows.sort_by_key(R::key);
    for pair in rows.windows(2) {
        if pair[0].key() == pair[1].key() {
            errors.push(format!(
                "data/{}: {}: in two files",
                R::FILE,
                pair[0].label()
            ));
        }
    }
    if !errors.is_empty() {
        return Err(errors.join("\n"));
    }
    note_latest(&rows, date);
    Ok(rows)
}

fn text_of(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn note_latest<R: Row>(rows: &[R], date: &mut String) {
    for row in rows {
        if row.provenance().seen > date.as_str() {
            *date = row.provenance().seen.to_owned();
        }
    }
}

/// The names of the files that are missing, different or left over in `folder`, sorted.
fn drifted(folder: &Path, files: &[File]) -> Vec<String> {
    let mut names: Vec<String> = files
        .iter()
        .filter(|file| {
            fs::read_to_string(folder.join(&file.name)).ok().as_ref() != Some(&file.text)
        })
        .map(|file| file.name.clone())
        .collect();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !files.iter().any(|file| file.name == name) {
            names.push(name);
        }
    }
    names.sort();
    names
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checked_in_tables_are_what_the_data_gives() {
        let files = build(&root().join("data")).unwrap();
        assert_eq!(
            drifted(&root().join("src/kb/generated"), &files),
            Vec::<String>::new(),
            "run `cargo xtask tables`"
        );
    }

    #[test]
    fn the_same_data_gives_the_same_bytes() {
        let texts = |files: Vec<File>| {
            files
                .into_iter()
                .map(|file| (file.name, file.text))
                .collect::<Vec<_>>()
        };
        let data = root().join("data");
        assert_eq!(texts(build(&data).unwrap()), texts(build(&data).unwrap()));
    }
}
