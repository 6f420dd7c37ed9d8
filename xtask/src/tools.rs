//! What building the page needs beside Cargo: the WebAssembly target, Trunk, wasm-bindgen and wasm-opt in
//! exactly these versions. Each is taken from the PATH where it is there, else from the cache, else installed.

use crate::{build, cache, node, say};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target that the page is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// One tool.
struct Tool {
    program: &'static str,
    /// What `--version` prints, up to a space or the end.
    answer: &'static str,
    /// The folder in the cache, and the package with its version.
    folder: &'static str,
    from: From,
}

enum From {
    Crate {
        name: &'static str,
        version: &'static str,
        options: &'static [&'static str],
    },
    Npm {
        package: &'static str,
        version: &'static str,
    },
}

const TOOLS: &[Tool] = &[
    Tool {
        program: "trunk",
        answer: "trunk 0.21.14",
        folder: "trunk-0.21.14",
        // Without its features: TLS and the update check, which a local server has no use for.
        from: From::Crate {
            name: "trunk",
            version: "0.21.14",
            options: &["--locked", "--no-default-features"],
        },
    },
    Tool {
        program: "wasm-bindgen",
        answer: "wasm-bindgen 0.2.130",
        folder: "wasm-bindgen-cli-0.2.130",
        // Not --locked: only its own version has to fit, and current dependencies build everywhere.
        from: From::Crate {
            name: "wasm-bindgen-cli",
            version: "0.2.130",
            options: &[],
        },
    },
    Tool {
        program: "wasm-opt",
        answer: "wasm-opt version 132",
        folder: "binaryen-132",
        from: From::Npm {
            package: "binaryen",
            version: "132.0.0",
        },
    },
];

/// Installs what is missing and returns the PATH with which Trunk finds every tool.
pub fn for_building() -> Result<OsString, String> {
    target()?;
    crates()?;
    let mut folders = Vec::new();
    let mut scratch = None;
    for tool in TOOLS {
        folders.extend(tool.provide(&mut scratch)?);
    }
    folders.extend(env::var_os("PATH").iter().flat_map(env::split_paths));
    env::join_paths(folders)
        .map_err(|error| format!("the PATH can't hold the tools' folders: {error}"))
}

impl Tool {
    /// The folder to put on the PATH; `None` where the PATH has the tool already.
    fn provide(&self, scratch: &mut Option<cache::Temporary>) -> Result<Option<PathBuf>, String> {
        if self.answers(Path::new(self.program)) {
            return Ok(None);
        }
        if let Some(place) = cache::find(self.folder)? {
            let folder = self.programs(&place);
            if self.answers(&folder.join(self.program)) {
                return Ok(Some(folder));
            }
            say::note(&format!(
                "{} in the cache does not work any more and is installed anew",
                self.program
            ));
        }
        let place = say::timed(
            &format!("Installing {} (once; this can take minutes)", self.folder),
            || cache::install(self.folder, |empty| self.install(empty, scratch)),
        )?;
        let folder = self.programs(&place);
        if self.answers(&folder.join(self.program)) {
            Ok(Some(folder))
        } else {
            Err(format!(
                "{} was installed but does not answer as \"{}\".",
                self.program, self.answer
            ))
        }
    }

    fn install(&self, place: &Path, scratch: &mut Option<cache::Temporary>) -> Result<(), String> {
        match &self.from {
            From::Npm { package, version } => {
                let dependencies = serde_json::json!({ *package: version });
                let manifest = serde_json::json!({ "private": true, "dependencies": dependencies });
                node::install(place, &manifest.to_string())
            }
            From::Crate {
                name,
                version,
                options,
            } => {
                // One target folder for all crates: they share many dependencies.
                if scratch.is_none() {
                    *scratch = Some(cache::temporary("target")?);
                }
                let target = scratch.iter().map(|folder| &folder.0);
                // With the new folder on its PATH, Cargo does not advise to put it there.
                let path = env::var_os("PATH").unwrap_or_default();
                let path = env::join_paths(env::split_paths(&path).chain([place.join("bin")]))
                    .unwrap_or(path);
                say::run(
                    Command::new("cargo")
                        // Unoptimised and without debug information, for less time and memory.
                        .args(["install", name, "--version", version, "--debug"])
                        .args(*options)
                        .arg("--root")
                        .arg(place)
                        .env("PATH", path)
                        .env("CARGO_PROFILE_DEV_DEBUG", "0")
                        .envs(target.map(|folder| ("CARGO_TARGET_DIR", folder)))
                        .env_remove("RUSTFLAGS"),
                    &format!(
                        "{name} {version} could not be installed; Cargo's own words stand above. Is there a network connection, and a C linker (on Debian: apt-get install gcc)?"
                    ),
                )
            }
        }
    }

    /// Where the program lies in an installation.
    fn programs(&self, place: &Path) -> PathBuf {
        match self.from {
            From::Crate { .. } => place.join("bin"),
            From::Npm { .. } => place.join("node_modules").join(".bin"),
        }
    }

    fn answers(&self, program: &Path) -> bool {
        // npm's programs are .cmd files on Windows, which are only found by their full name there; Trunk
        // looks them up with the endings of PATHEXT and needs no help.
        let npm = cfg!(windows) && matches!(self.from, From::Npm { .. });
        let program = if npm {
            program.with_extension("cmd")
        } else {
            program.to_owned()
        };
        say::answer(Command::new(program).arg("--version")).is_some_and(|text| {
            text.strip_prefix(self.answer)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
        })
    }
}

/// Adds the WebAssembly target to the compiler where it is missing.
fn target() -> Result<(), String> {
    let libraries = |text: String| Path::new(&text).is_dir();
    let ask = || {
        say::answer(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]))
    };
    if ask().is_some_and(libraries) {
        return Ok(());
    }
    say::step(&format!("Adding the compiler's target {TARGET}"));
    say::run(
        Command::new("rustup").args(["target", "add", TARGET]),
        &format!(
            "the target {TARGET} could not be added. With rustup, check the network and run `rustup target add {TARGET}`; with Debian's own compiler, install the packages rustc-web and cargo-web."
        ),
    )
}

/// Fetches the packages of the page, since Trunk builds with `--offline`.
fn crates() -> Result<(), String> {
    let mut fetch = Command::new("cargo");
    fetch.current_dir(build::root()).args(["fetch", "--quiet"]);
    if say::answer(fetch.arg("--offline")).is_some() {
        return Ok(());
    }
    say::step("Fetching the packages that the page is built with");
    say::run(
        Command::new("cargo")
            .arg("fetch")
            .current_dir(build::root()),
        "the packages could not be fetched; Cargo's own words stand above. Is there a network connection?",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The library, Trunk and xtask must mean the same wasm-bindgen, else the glue does not fit.
    #[test]
    fn versions_agree_with_the_other_files() {
        let version = |program: &str| {
            let tool = TOOLS
                .iter()
                .find(|tool| tool.program == program)
                .expect("a tool of that name");
            tool.answer
                .rsplit(' ')
                .next()
                .expect("a version")
                .to_owned()
        };
        let trunk: toml::Table = include_str!("../../Trunk.toml")
            .parse()
            .expect("Trunk.toml is TOML");
        let cargo: toml::Table = include_str!("../../Cargo.toml")
            .parse()
            .expect("Cargo.toml is TOML");
        assert_eq!(trunk["trunk-version"].as_str(), Some(&*version("trunk")));
        assert_eq!(
            trunk["tools"]["wasm_bindgen"].as_str(),
            Some(&*version("wasm-bindgen"))
        );
        assert_eq!(
            trunk["tools"]["wasm_opt"].as_str(),
            Some(&*format!("version_{}", version("wasm-opt")))
        );
        let library = cargo["dependencies"]["wasm-bindgen"]["version"].as_str();
        assert_eq!(library, Some(&*format!("={}", version("wasm-bindgen"))));
    }

    #[test]
    fn a_folder_is_named_after_its_version() {
        for tool in TOOLS {
            let version = tool.answer.rsplit(' ').next().expect("a version");
            assert!(
                tool.folder.ends_with(&format!("-{version}")),
                "{}",
                tool.folder
            );
            match tool.from {
                From::Crate { version: given, .. } => assert_eq!(given, version),
                From::Npm { version: given, .. } => {
                    assert_eq!(given.split('.').next(), Some(version))
                }
            }
        }
    }
}
