//! The two browsers of the tests: found on this machine, or installed where that can be done by a package
//! manager (Debian and its relatives). No browser is ever downloaded from anywhere else.

use crate::say;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the two browsers are.
pub struct Browsers {
    /// Chromium, Chrome or Edge.
    pub chromium: PathBuf,
    /// Firefox or Firefox ESR.
    pub firefox: PathBuf,
}

struct Browser {
    name: &'static str,
    /// Names the program outright.
    variable: &'static str,
    programs: &'static [&'static str],
    /// Places outside the PATH: macOS, and Windows below its program folders.
    places: &'static [&'static str],
    package: &'static str,
}

const CHROMIUM: Browser = Browser {
    name: "Chromium (or Chrome or Edge)",
    variable: "CHROMIUM",
    programs: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
        "microsoft-edge",
        "msedge",
    ],
    places: &[
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        r"Google\Chrome\Application\chrome.exe",
        r"Chromium\Application\chrome.exe",
        r"Microsoft\Edge\Application\msedge.exe",
    ],
    package: "chromium",
};

const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "FIREFOX",
    programs: &["firefox-esr", "firefox"],
    places: &[
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        r"Mozilla Firefox\firefox.exe",
    ],
    package: "firefox-esr",
};

/// Finds both browsers, or installs what is missing.
pub fn all() -> Result<Browsers, String> {
    let find = || Ok::<_, String>((CHROMIUM.find()?, FIREFOX.find()?));
    let (mut chromium, mut firefox) = find()?;
    let wanted = [(&CHROMIUM, &chromium), (&FIREFOX, &firefox)];
    let missing: Vec<&Browser> = wanted
        .iter()
        .filter(|(_, found)| found.is_none())
        .map(|(browser, _)| *browser)
        .collect();
    if !missing.is_empty() {
        install(&missing)?;
        (chromium, firefox) = find()?;
    }
    Ok(Browsers {
        chromium: chromium.ok_or_else(|| CHROMIUM.missing())?,
        firefox: firefox.ok_or_else(|| FIREFOX.missing())?,
    })
}

/// Finds Chromium, or installs it.
pub fn chromium() -> Result<PathBuf, String> {
    if let Some(found) = CHROMIUM.find()? {
        return Ok(found);
    }
    install(&[&CHROMIUM])?;
    CHROMIUM.find()?.ok_or_else(|| CHROMIUM.missing())
}

impl Browser {
    fn find(&self) -> Result<Option<PathBuf>, String> {
        if let Some(given) = env::var_os(self.variable).filter(|value| !value.is_empty()) {
            let given = PathBuf::from(given);
            return if given.is_file() {
                Ok(Some(given))
            } else {
                Err(format!(
                    "{} names {}, and there is no such file.",
                    self.variable,
                    given.display()
                ))
            };
        }
        let path = env::var_os("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> = env::split_paths(&path).collect();
        let named = self.programs.iter().flat_map(|program| {
            let program = format!("{program}{}", env::consts::EXE_SUFFIX);
            folders.iter().map(move |folder| folder.join(&program))
        });
        let bases = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].map(env::var_os);
        let bases: Vec<PathBuf> = bases.into_iter().flatten().map(PathBuf::from).collect();
        let placed = self.places.iter().flat_map(|place| {
            // An absolute place stays as it is when it is joined.
            bases
                .iter()
                .map(move |base| base.join(place))
                .chain([PathBuf::from(place)])
        });
        Ok(named.chain(placed).find(|file| file.is_file()))
    }

    fn missing(&self) -> String {
        format!(
            "{} is missing, which the browser tests need. Install it, or name its program in the variable {}; `cargo xtask test --native` runs the other tests.",
            self.name, self.variable
        )
    }
}

fn install(missing: &[&Browser]) -> Result<(), String> {
    let first = missing
        .first()
        .map(|browser| browser.missing())
        .unwrap_or_default();
    if !Path::new("/usr/bin/apt-get").is_file() {
        return Err(first);
    }
    let root = say::answer(Command::new("id").arg("-u")).as_deref() == Some("0");
    if !root && say::answer(Command::new("sudo").args(["-n", "true"])).is_none() {
        return Err(first);
    }
    let apt = || {
        let mut command = Command::new(if root { "apt-get" } else { "sudo" });
        if !root {
            command.args(["-n", "apt-get"]);
        }
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    say::timed("Installing the browsers of the tests (once)", || {
        // An old list may still do, so the installation decides.
        let listed = say::run(apt().args(["update", "-q"]), "apt-get update failed");
        if let Err(message) = listed {
            say::note(&message);
        }
        say::run(
            apt()
                .args(["install", "-y", "-q", "--no-install-recommends"])
                .args(missing.iter().map(|browser| browser.package)),
            &first,
        )
    })
}
