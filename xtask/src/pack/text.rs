//! Small pure pieces of the packer: templates, attributes, hashes, base64, and text that is safe in a script.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Replaces each `{{name}}` of the template in one pass, so that inserted text is never looked at again.
/// A name that is not given is an error, and so is one that is given and not there.
pub fn fill(template: &str, values: &[(&str, &str)]) -> Result<String, String> {
    let mut out = String::with_capacity(template.len());
    let mut used = vec![false; values.len()];
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after
            .split_once("}}")
            .ok_or("a template has {{ without }}.")?;
        let index = values.iter().position(|(given, _)| *given == name);
        let index =
            index.ok_or_else(|| format!("nothing is known for {{{{{name}}}}} of a template."))?;
        used[index] = true;
        out.push_str(before);
        out.push_str(values[index].1);
        rest = after;
    }
    out.push_str(rest);
    match used.iter().position(|used| !used) {
        Some(index) => Err(format!("a template has no {{{{{}}}}}.", values[index].0)),
        None => Ok(out),
    }
}

/// The value of a double-quoted attribute in the text of a tag.
pub fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let start = format!(" {name}=\"");
    let (_, rest) = tag.split_once(&start)?;
    rest.split_once('"').map(|(value, _)| value)
}

/// A hash as content security policies name it: `sha256-...`, of exactly the text between the tags.
pub fn sha256(text: &str) -> String {
    format!(
        "sha256-{}",
        STANDARD.encode(Sha256::digest(text.as_bytes()))
    )
}

/// Base64 with padding.
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// A script that can stand between script tags: what HTML would read as a tag or a comment is written with a
/// backslash, which means the same in strings, templates and regular expressions.
pub fn script_safe(script: &str) -> String {
    // `<!--` followed by `<script` would keep the tag open beyond its end.
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(at) = rest.find('<') {
        let (before, tail) = rest.split_at(at);
        out.push_str(before);
        let starts = |word: &str| {
            tail.get(1..=word.len())
                .is_some_and(|next| next.eq_ignore_ascii_case(word))
        };
        out.push('<');
        if starts("/script") || starts("!--") {
            out.push('\\');
        }
        rest = &tail[1..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_filled_in_one_pass() {
        let values = [("a", "{{b}}"), ("b", "2")];
        assert_eq!(fill("{{a}} + {{b}}", &values), Ok("{{b}} + 2".to_owned()));
    }

    #[test]
    fn a_template_and_its_values_must_fit() {
        assert!(fill("{{c}}", &[]).expect_err("unknown").contains("{{c}}"));
        assert!(fill("{{c", &[("c", "")]).is_err());
        assert!(
            fill("text", &[("c", "")])
                .expect_err("unused")
                .contains("{{c}}")
        );
    }

    #[test]
    fn attributes_are_found_by_their_whole_name() {
        let tag = "script src=\"./boot.js\" data-js=\"page.js\"";
        assert_eq!(attribute(tag, "src"), Some("./boot.js"));
        assert_eq!(attribute(tag, "data-js"), Some("page.js"));
        assert_eq!(attribute(tag, "js"), None);
    }

    /// The example of the Content Security Policy specification.
    #[test]
    fn the_hash_is_the_one_that_browsers_compute() {
        let expected = "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=";
        assert_eq!(sha256("alert('Hello, world.');"), expected);
    }

    #[test]
    fn base64_is_padded() {
        assert_eq!(base64(b"\0asm"), "AGFzbQ==");
    }

    #[test]
    fn nothing_in_a_script_ends_its_tag() {
        assert_eq!(script_safe("a('</script>')"), "a('<\\/script>')");
        assert_eq!(script_safe("a('</SCRIPT')"), "a('<\\/SCRIPT')");
        assert_eq!(script_safe("`<!-- ü <script>`"), "`<\\!-- ü <script>`");
        assert_eq!(
            script_safe("a < b && c </d/.length"),
            "a < b && c </d/.length"
        );
        assert_eq!(script_safe("<"), "<");
        assert_eq!(script_safe("<ü"), "<ü");
    }
}
