//! Node and npm: what is asked of them, and installing npm packages into a folder of the cache.

use crate::say;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The oldest Node that the tools and the browser tests run on.
const OLDEST: u32 = 20;

/// Checks that Node is there and new enough, and npm beside it.
pub fn check() -> Result<(), String> {
    let found = say::answer(Command::new("node").arg("--version"));
    let found = found.ok_or_else(|| {
        format!("Node is missing. Install Node {OLDEST} or later (with npm) and run this again.")
    })?;
    match major(&found) {
        Some(major) if major >= OLDEST => {}
        _ => {
            return Err(format!(
                "Node {found} is too old. Install Node {OLDEST} or later and run this again."
            ));
        }
    }
    match say::answer(npm().arg("--version")) {
        Some(_) => Ok(()),
        None => Err("npm is missing beside Node. Install npm (on Debian: apt-get install npm) and run this again.".to_owned()),
    }
}

/// Installs the packages that the text `manifest` (a package.json) asks for into the empty `folder`.
/// No lock file is written and no package's own scripts run, so nothing else is downloaded.
pub fn install(folder: &Path, manifest: &str) -> Result<(), String> {
    check()?;
    fs::write(folder.join("package.json"), manifest)
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut command = npm();
    command
        .arg("install")
        .args([
            "--no-audit",
            "--no-fund",
            "--no-package-lock",
            "--ignore-scripts",
            "--no-update-notifier",
        ])
        .current_dir(folder);
    say::run(
        &mut command,
        "npm could not install its packages; its own words stand above. Is there a network connection (or a proxy to set in npm's configuration)?",
    )
}

/// npm is a script with another name on Windows.
fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

fn major(version: &str) -> Option<u32> {
    version
        .trim_start_matches('v')
        .split('.')
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v9.1.0"), Some(9));
        assert_eq!(major("nightly"), None);
    }
}
