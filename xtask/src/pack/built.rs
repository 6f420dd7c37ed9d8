//! What Trunk built: the names of the page's files, as its `index.html` gives them.

use super::text;
use std::fs;
use std::path::Path;

/// The files that the hosted page is made of, by their names in its folder.
#[derive(Debug, PartialEq, Eq)]
pub struct Built {
    /// The glue between WebAssembly and JavaScript.
    pub js: String,
    /// The WebAssembly.
    pub wasm: String,
    /// The style sheets, in their order.
    pub styles: Vec<String>,
    /// The icon.
    pub icon: String,
    /// The script that starts the page.
    pub boot: String,
}

impl Built {
    /// Reads the names from `index.html` in that folder.
    pub fn find(dist: &Path) -> Result<Self, String> {
        let page = dist.join("index.html");
        let html =
            fs::read_to_string(&page).map_err(|error| format!("{}: {error}", page.display()))?;
        Self::named_in(&html).map_err(|missing| format!("{} names no {missing}.", page.display()))
    }

    /// Every file of the hosted page, itself included.
    pub fn files(&self) -> Vec<&str> {
        let mut files = vec![
            "index.html",
            &self.boot,
            &self.icon,
            &self.js,
            &self.wasm,
            super::WORKER,
        ];
        files.extend(self.styles.iter().map(String::as_str));
        files
    }

    fn named_in(html: &str) -> Result<Self, &'static str> {
        let name = |tag: &str, attribute: &str| {
            text::attribute(tag, attribute).map(|value| value.trim_start_matches("./").to_owned())
        };
        let tags = || {
            html.split('<')
                .map(|tag| tag.split('>').next().unwrap_or_default())
        };
        let link = |rel: &'static str| {
            tags().filter(move |tag| {
                tag.starts_with("link ") && name(tag, "rel").as_deref() == Some(rel)
            })
        };
        let script =
            tags().find(|tag| tag.starts_with("script ") && name(tag, "data-wasm").is_some());
        let script = script.ok_or("script with data-wasm")?;
        Ok(Built {
            js: name(script, "data-js").ok_or("glue in data-js")?,
            wasm: name(script, "data-wasm").ok_or("WebAssembly in data-wasm")?,
            styles: link("stylesheet")
                .filter_map(|tag| name(tag, "href"))
                .collect(),
            icon: link("icon")
                .find_map(|tag| name(tag, "href"))
                .ok_or("icon")?,
            boot: name(script, "src").ok_or("script that starts it")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = concat!(
        "<!DOCTYPE html><head><link rel=\"icon\" href=\"./icon-1.svg\" type=\"image/svg+xml\">",
        "<link rel=\"stylesheet\" href=\"./a-2.css\"/><link rel=\"modulepreload\" href=\"./page-3.js\">",
        "<link rel=\"stylesheet\" href=\"./b-4.css\"></head><body>",
        "<script defer src=\"./boot.js\" data-js=\"./page-3.js\" data-wasm=\"./page-3_bg.wasm\"></script>",
    );

    #[test]
    fn names_are_taken_from_the_page() {
        let built = Built::named_in(PAGE).expect("all names");
        let expected = [
            "index.html",
            "boot.js",
            "icon-1.svg",
            "page-3.js",
            "page-3_bg.wasm",
            "worker.js",
            "a-2.css",
            "b-4.css",
        ];
        assert_eq!(built.files(), expected);
    }

    #[test]
    fn what_is_missing_is_said() {
        assert_eq!(Built::named_in("<p>"), Err("script with data-wasm"));
        assert_eq!(
            Built::named_in(&PAGE.replace("\"icon\"", "\"x\"")),
            Err("icon")
        );
    }
}
