//! One HTML file with everything inside: the style, the glue and the starting script under a policy that
//! names their hashes, the WebAssembly as gzip in base64 in a tag that does nothing.

use super::shrink::bare;
use super::text::{attribute, base64, fill, script_safe, sha256};
use super::{Built, read};
use flate2::{Compression, GzBuilder};
use std::fs;
use std::io::Write;
use std::path::Path;

/// What every single file is made of: the template of `www`, and what goes into it.
pub struct Parts {
    template: String,
    values: Vec<(&'static str, String)>,
}

impl Parts {
    /// Reads and encodes everything that Trunk built.
    pub fn read(www: &Path, dist: &Path, built: &Built) -> Result<Self, String> {
        let bytes =
            |name: &str| fs::read(dist.join(name)).map_err(|error| format!("{name}: {error}"));
        let styles: Result<Vec<_>, _> = built
            .styles
            .iter()
            .map(|name| read(&dist.join(name)))
            .collect();
        let style = styles?.join("\n");
        if ["</style", "@import", "url("]
            .iter()
            .any(|word| style.contains(word))
        {
            return Err("a style sheet that loads something, or ends its tag, can't stand in the single file.".to_owned());
        }
        let script = script(
            &read(&dist.join(&built.js))?,
            &bare(&read(&www.join("single-boot.js"))?),
            &read(&dist.join(&built.boot))?,
        )?;
        let values = vec![
            ("script-hash", sha256(&script)),
            ("style-hash", sha256(&style)),
            ("icon", base64(&bytes(&built.icon)?)),
            ("style", style),
            (
                "message",
                message(&read(&dist.join("index.html"))?)?.to_owned(),
            ),
            ("wasm", base64(&gzip(&bytes(&built.wasm)?)?)),
            ("script", script),
        ];
        Ok(Parts {
            template: read(&www.join("single.html"))?,
            values,
        })
    }

    /// The file for that face and storage (the options of `mount`).
    pub fn page(&self, face: &str, storage: &str) -> Result<String, String> {
        let mut values: Vec<(&str, &str)> = self
            .values
            .iter()
            .map(|(name, value)| (*name, &**value))
            .collect();
        values.extend([("face", face), ("storage", storage)]);
        fill(&self.template, &values)
    }
}

/// Up to this line the module is what a worker needs, too.
const GLUE_ENDS: &str = "//# end of the glue";

/// The one inline module: the glue as it is (a module may export inline, too), then the two starting scripts.
fn script(glue: &str, single_boot: &str, boot: &str) -> Result<String, String> {
    if glue.lines().any(|line| line.starts_with("import ")) {
        return Err("the glue imports another file, which the single file can't hold.".to_owned());
    }
    let default = glue
        .split_once(" as default")
        .and_then(|(before, _)| before.rsplit([' ', ',', '{']).next())
        .filter(|name| !name.is_empty())
        .ok_or("the glue exports no default, so the single file can't start it.")?;
    if glue.contains(GLUE_ENDS) {
        return Err(format!("the glue holds the line that ends it: {GLUE_ENDS}"));
    }
    let script = format!(
        "\n{glue}\nconst glue = {{ default: {default}, mount, work }};\n{GLUE_ENDS}\n{single_boot}\n{boot}"
    );
    Ok(script_safe(&script))
}

/// The element with the static message: the whole body of `index.html`.
fn message(html: &str) -> Result<&str, String> {
    let body = html
        .split_once("<body>")
        .map(|(_, rest)| rest)
        .unwrap_or_default();
    let body = body
        .split_once("</body>")
        .map(|(body, _)| body.trim())
        .unwrap_or_default();
    if attribute(body, "id") == Some("desk") && !body.contains("<script") {
        Ok(body)
    } else {
        Err("the body of index.html should hold the element #desk and no script.".to_owned())
    }
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>, String> {
    // No name and no time in it, for equal bytes.
    let mut encoder = GzBuilder::new()
        .mtime(0)
        .write(Vec::new(), Compression::best());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map_err(|error| format!("gzip: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str =
        "export function mount(root) {}\nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn the_module_names_the_glue_and_ends_no_tag() {
        let text = script(GLUE, "const packed = 1;", "show('</script>');").expect("a script");
        assert!(
            text.contains(
                "const glue = { default: __wbg_init, mount, work };\n//# end of the glue\n"
            ),
            "{text}"
        );
        assert!(text.contains("show('<\\/script>');"), "{text}");
        assert!(!text.contains("</script"), "{text}");
    }

    #[test]
    fn a_glue_that_does_not_fit_is_refused() {
        assert!(script("import * as env from './env.js';\n", "", "").is_err());
        assert!(script("export function mount() {}", "", "").is_err());
    }

    #[test]
    fn the_message_is_taken_from_the_page() {
        let html = "<html><body>\n  <div id=\"desk\"><p>Text</p></div>\n</body></html>";
        assert_eq!(message(html), Ok("<div id=\"desk\"><p>Text</p></div>"));
        assert!(message("<body><p id=\"x\"></p></body>").is_err());
        assert!(message("<body><div id=\"desk\"></div><script></script></body>").is_err());
    }

    #[test]
    fn gzip_is_the_same_twice_and_reads_back() {
        use std::io::Read;
        let first = gzip(b"bytes bytes bytes").expect("gzip");
        assert_eq!(first, gzip(b"bytes bytes bytes").expect("gzip"));
        let mut back = String::new();
        flate2::read::GzDecoder::new(&*first)
            .read_to_string(&mut back)
            .expect("gzip");
        assert_eq!(back, "bytes bytes bytes");
    }
}
