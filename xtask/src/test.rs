//! Every test: the native ones by Cargo, and the built page in real browsers by Node.

use crate::{browsers, build, cache, node, say, tools};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// `cargo xtask test [--native | --browser]`.
pub fn run(args: &[String]) -> Result<(), String> {
    match args
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        [] => {
            // All that can be missing is said before minutes are spent on building.
            tools::for_building()?;
            packages()?;
            browsers::all()?;
            // A failure of the one half does not hide the other's.
            let native = native();
            if let Err(message) = &native {
                say::failure(message);
            }
            browser()?;
            native?;
        }
        ["--native"] => native()?,
        ["--browser"] => browser()?,
        _ => {
            return Err(format!(
                "`{}` is not understood here; there are --native and --browser.",
                args.join(" ")
            ));
        }
    }
    say::step("All tests passed");
    Ok(())
}

/// Installs the npm packages of the browser tests, and returns their `node_modules`.
pub fn packages() -> Result<PathBuf, String> {
    node::check()?;
    let file = folder().join("package.json");
    let manifest =
        fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let hash: String = Sha256::digest(manifest.as_bytes())
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let name = format!("browser-tests-{hash}");
    let place = match cache::find(&name)? {
        Some(place) => place,
        None => say::timed(
            "Installing the npm packages of the browser tests (once)",
            || cache::install(&name, |empty| node::install(empty, &manifest)),
        )?,
    };
    Ok(place.join("node_modules"))
}

fn native() -> Result<(), String> {
    // The page's state and its seams hold no web types, so that their tests run natively.
    for (what, args) in [
        ("Native tests", &["test", "--workspace"][..]),
        (
            "Tests of the page's state",
            &["test", "--features", "app", "--bin", "page"],
        ),
    ] {
        say::timed(what, || {
            say::run(
                Command::new("cargo").args(args).current_dir(build::root()),
                "a native test failed; it stands above.",
            )
        })?;
    }
    Ok(())
}

fn browser() -> Result<(), String> {
    let modules = packages()?;
    let browsers = browsers::all()?;
    let dist = build::page()?;
    let files = tests(&folder())?;
    say::timed("Browser tests", || {
        say::run(
            Command::new("node")
                .args(["--test", "--test-reporter=spec"])
                .args(files)
                .current_dir(build::root())
                .env("ACTIVATION_DESK_NODE_MODULES", modules)
                .env("ACTIVATION_DESK_DIST", dist)
                .env("CHROMIUM", browsers.chromium)
                .env("FIREFOX", browsers.firefox),
            "a browser test failed; it stands above.",
        )
    })
}

fn folder() -> PathBuf {
    build::root().join("tests").join("browser")
}

/// The test files by name: what Node makes of a folder's name differs between its versions.
fn tests(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            [".test.js", ".test.mjs"]
                .iter()
                .any(|ending| path.to_string_lossy().ends_with(ending))
        })
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(format!("there is no browser test in {}.", folder.display()));
    }
    Ok(files)
}
