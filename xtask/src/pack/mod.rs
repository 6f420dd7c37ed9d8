//! The other faces of the page, made of what Trunk built and of the sources in `www/`:
//!
//! - `activation-desk.html`: one offline file that works from `file:`;
//! - `embed.html`: the same for a sandboxed frame, which may load nothing by address;
//! - `element.js`: the custom element `<activation-desk>`;
//! - `worker.js`: the worker of the hosted page and of the element;
//! - `examples/`: a page with the element, and one with the frame.
//!
//! Nothing here depends on anything but those two folders, so equal input gives equal bytes.

mod built;
mod shrink;
mod single;
mod text;

pub use built::Built;

use crate::say;
use std::fs;
use std::path::Path;

/// The one offline file.
pub const FILE: &str = "activation-desk.html";
/// The same for sandboxed frames.
pub const FRAME: &str = "embed.html";
/// The custom element.
pub const ELEMENT: &str = "element.js";
/// The script of the worker.
pub const WORKER: &str = "worker.js";
/// The folder of examples.
pub const EXAMPLES: &str = "examples";

/// Adds the other faces to the folder that Trunk built; `www` holds their sources.
pub fn run(www: &Path, dist: &Path) -> Result<(), String> {
    let built = Built::find(dist)?;
    shrink::run(dist, &built)?;
    let single = single::Parts::read(www, dist, &built)?;
    write(&dist.join(FILE), &single.page("file", "ask")?)?;
    write(&dist.join(FRAME), &single.page("frame", "memory")?)?;

    let element = read(&www.join(ELEMENT))?;
    let styles =
        serde_json::to_string(&built.styles).map_err(|error| format!("{ELEMENT}: {error}"))?;
    let values = [
        ("js", &*built.js),
        ("wasm", &built.wasm),
        ("styles", &styles),
    ];
    write(
        &dist.join(ELEMENT),
        &shrink::bare(&text::fill(&element, &values)?),
    )?;

    let worker = read(&www.join(WORKER))?;
    let glue = format!("./{}", built.js);
    write(
        &dist.join(WORKER),
        &shrink::bare(&text::fill(&worker, &[("js", &*glue)])?),
    )?;

    let examples = www.join(EXAMPLES);
    let entries =
        fs::read_dir(&examples).map_err(|error| format!("{}: {error}", examples.display()))?;
    fs::create_dir_all(dist.join(EXAMPLES)).map_err(|error| format!("{EXAMPLES}: {error}"))?;
    for entry in entries.flatten() {
        let source = read(&entry.path())?.replace("{{icon}}", &built.icon);
        write(&dist.join(EXAMPLES).join(entry.file_name()), &source)?;
    }
    say::step("Packed the single file, the frame, the element and the examples");
    Ok(())
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
