//! Building the page with Trunk, and what follows in the same build.

use crate::{pack, say, tools};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .map(Path::to_owned)
        .unwrap_or_default()
}

/// Where the built page lies.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Builds the optimised page and its other faces; returns the folder.
pub fn page() -> Result<PathBuf, String> {
    let path = tools::for_building()?;
    say::timed(
        "Building the page (the first time compiles all of it)",
        || {
            say::run(
                trunk(path)?.args(["build", "--release", "--offline"]),
                "the page could not be built; the reason stands above.",
            )
        },
    )?;
    Ok(dist())
}

/// Trunk with its tools on the PATH, in the root of the repository.
pub fn trunk(path: OsString) -> Result<Command, String> {
    // Trunk runs `xtask after-trunk` (Trunk.toml): this very program, found like its other tools.
    let own = env::current_exe().map_err(|error| format!("xtask can't find itself: {error}"))?;
    let folders = own
        .parent()
        .map(Path::to_owned)
        .into_iter()
        .chain(env::split_paths(&path));
    let path = env::join_paths(folders)
        .map_err(|error| format!("the PATH can't hold xtask's folder: {error}"))?;
    // A PATH that is set for a child is not searched for the child itself on every system.
    let program = env::split_paths(&path)
        .map(|folder| folder.join(format!("trunk{}", env::consts::EXE_SUFFIX)))
        .find(|file| file.is_file())
        .ok_or_else(|| "trunk is not where it was installed.".to_owned())?;
    let mut command = Command::new(program);
    command
        .current_dir(root())
        .env("PATH", path)
        // Of the WebAssembly alone: build scripts and this program stay as they are.
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remapping())
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        // Trunk takes any value of this for a yes or a no, and fails at others.
        .env_remove("NO_COLOR")
        // Its own backtrace says nothing about a page that does not compile.
        .env("RUST_BACKTRACE", "0");
    Ok(command)
}

/// What Trunk's hook calls at the end of its build, with the folder in the environment.
///
/// A release build gets its other faces. A debug build gets a policy that lets Trunk's live-reload script
/// run, which is inline and not known before it is served.
pub fn after_trunk() -> Result<(), String> {
    let folder = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let folder = folder.ok_or("this command is called by Trunk, at the end of a build.")?;
    if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        return pack::run(&root().join("www"), &folder);
    }
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page).map_err(|error| format!("{}: {error}", page.display()))?;
    let html = html
        .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
        .replace("; require-trusted-types-for 'script'", "");
    fs::write(&page, html).map_err(|error| format!("{}: {error}", page.display()))
}

/// Compiler flags that take this machine's folders out of the WebAssembly, for equal bytes everywhere.
fn remapping() -> String {
    let folder = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let home = folder("HOME").or_else(|| folder("USERPROFILE"));
    let cargo = folder("CARGO_HOME").or_else(|| {
        Some(
            Path::new(home.as_ref()?)
                .join(".cargo")
                .to_str()?
                .to_owned(),
        )
    });
    let sources = cargo
        .as_ref()
        .map(|cargo| Path::new(cargo).join("registry").join("src"));

    let mut folders: Vec<(String, &str)> = Vec::new();
    folders.extend(home.map(|home| (home, "/home")));
    folders.extend(folder("RUSTUP_HOME").map(|rustup| (rustup, "/rustup")));
    folders.extend(cargo.map(|cargo| (cargo, "/cargo")));
    // One folder for each registry, named after it and its mirror.
    let registries = sources
        .and_then(|sources| fs::read_dir(sources).ok())
        .into_iter()
        .flatten()
        .flatten();
    folders.extend(
        registries.filter_map(|entry| Some((entry.path().to_str()?.to_owned(), "/crates"))),
    );
    folders.extend(
        root()
            .to_str()
            .map(|root| (root.to_owned(), "/activation-desk")),
    );
    remap_flags(&folders)
}

/// The flags for these folders; of those that fit a path the compiler takes the last, so the most particular
/// ones stand last. A flag can't hold a space in Cargo's variable, so a folder with one is left out and stays
/// in the bytes.
fn remap_flags(folders: &[(String, &str)]) -> String {
    let fitting = folders.iter().filter(|(from, _)| !from.contains(' '));
    let flags: Vec<String> = fitting
        .map(|(from, to)| format!("--remap-path-prefix={from}={to}"))
        .collect();
    flags.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_a_space_breaks_no_flag() {
        let folders = [
            ("/home/a b".to_owned(), "/home"),
            ("/x".to_owned(), "/activation-desk"),
        ];
        assert_eq!(
            remap_flags(&folders),
            "--remap-path-prefix=/x=/activation-desk"
        );
    }
}
