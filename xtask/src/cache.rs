//! Where installed tools live: one folder per tool and version in a cache of the user's.
//!
//! A tool is installed into a temporary folder beside its place and renamed when it is whole, so a folder
//! that has its final name is a finished installation.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The cache: `$ACTIVATION_DESK_CACHE`, else the system's usual place for one user's caches.
pub fn root() -> Result<PathBuf, String> {
    let set = |name: &str| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    if let Some(given) = set("ACTIVATION_DESK_CACHE") {
        return std::path::absolute(&given)
            .map_err(|error| format!("ACTIVATION_DESK_CACHE: {error}"));
    }
    let base = if cfg!(windows) {
        set("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        set("HOME").map(|home| home.join("Library/Caches"))
    } else {
        set("XDG_CACHE_HOME").or_else(|| set("HOME").map(|home| home.join(".cache")))
    };
    base.map(|base| base.join("activation-desk"))
        .ok_or_else(|| {
            "there is no home folder; set ACTIVATION_DESK_CACHE to a folder for the tools."
                .to_owned()
        })
}

/// The folder of `name` (a tool with its version) where it is installed.
pub fn find(name: &str) -> Result<Option<PathBuf>, String> {
    let place = root()?.join(name);
    Ok(place.is_dir().then_some(place))
}

/// Installs `name` by letting `fill` fill an empty folder, and returns the folder in its final place.
/// An earlier installation of the same name is replaced.
pub fn install(
    name: &str,
    fill: impl FnOnce(&Path) -> Result<(), String>,
) -> Result<PathBuf, String> {
    let place = root()?.join(name);
    let unfinished = temporary(name)?;
    fill(&unfinished.0)?;
    if place.exists() {
        fs::remove_dir_all(&place).map_err(|error| cannot(&place, error))?;
    }
    fs::rename(&unfinished.0, &place).map_err(|error| cannot(&place, error))?;
    Ok(place)
}

/// A folder that is removed when it is dropped (or was renamed before).
pub struct Temporary(pub PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        // Nothing is lost where this fails: the next run removes old ones.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A new empty folder inside the cache, so that a rename stays on one disk.
pub fn temporary(name: &str) -> Result<Temporary, String> {
    let root = root()?;
    sweep(&root);
    let place = root.join(format!("{UNFINISHED}{name}-{}", std::process::id()));
    fs::create_dir_all(&place).map_err(|error| cannot(&place, error))?;
    Ok(Temporary(place))
}

const UNFINISHED: &str = "unfinished-";

/// Removes what killed runs left behind. Young folders may belong to a run beside this one.
fn sweep(root: &Path) {
    for entry in fs::read_dir(root).into_iter().flatten().flatten() {
        let old = entry
            .metadata()
            .and_then(|data| data.modified())
            .is_ok_and(|time| {
                time.elapsed()
                    .is_ok_and(|age| age > Duration::from_secs(24 * 3600))
            });
        if old && entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn cannot(place: &Path, error: std::io::Error) -> String {
    format!(
        "the cache folder {} can't be written: {error}. Set ACTIVATION_DESK_CACHE to another folder.",
        place.display()
    )
}
