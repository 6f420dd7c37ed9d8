//! Makes what Trunk built smaller without a change in what it does: scripts and styles lose their comments and
//! indentation, and what the glue and the WebAssembly call each other by becomes short. wasm-bindgen's names
//! carry hashes, which no compression can shorten, and each stands in both files.

use super::{Built, read, write};
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// Rewrites the hosted page's own files where they lie.
pub fn run(dist: &Path, built: &Built) -> Result<(), String> {
    let wasm_file = dist.join(&built.wasm);
    let wasm = fs::read(&wasm_file).map_err(|error| format!("{}: {error}", built.wasm))?;
    let glue = whole(&read(&dist.join(&built.js))?, |name| read(&dist.join(name)))?;
    let glue = bare(&glue);
    let (wasm, glue) = renamed(&wasm, &glue).map_err(|error| format!("{}: {error}", built.wasm))?;
    fs::write(&wasm_file, wasm).map_err(|error| format!("{}: {error}", built.wasm))?;
    write(&dist.join(&built.js), &glue)?;
    let snippets = dist.join(SNIPPETS);
    if snippets.is_dir() {
        fs::remove_dir_all(&snippets).map_err(|error| format!("{SNIPPETS}: {error}"))?;
    }
    for name in built.styles.iter().chain([&built.boot]) {
        let file = dist.join(name);
        write(&file, &bare(&read(&file)?))?;
    }
    Ok(())
}

/// Where wasm-bindgen puts the scripts of the library.
const SNIPPETS: &str = "snippets";

/// The glue with the scripts that it imports put in their imports' places, since the single file can import nothing. These
/// scripts import nothing themselves and export declarations.
fn whole(glue: &str, read: impl Fn(&str) -> Result<String, String>) -> Result<String, String> {
    let mut out = String::with_capacity(glue.len());
    for line in glue.lines() {
        let Some(import) = line.strip_prefix("import ") else {
            out.push_str(line);
            out.push('\n');
            continue;
        };
        let name = import
            .strip_prefix("{ ")
            .and_then(|import| import.split_once(" } from './"))
            .filter(|(names, _)| !names.contains(" as "))
            .and_then(|(_, name)| name.strip_suffix("';"))
            .filter(|name| name.starts_with(SNIPPETS))
            .ok_or_else(|| format!("the glue has an import that is not understood: {line}"))?;
        let script = read(name)?;
        for line in script.lines() {
            out.push_str(line.strip_prefix("export ").unwrap_or(line));
            out.push('\n');
        }
    }
    Ok(out)
}

/// A script or a style sheet without the lines that are comments and without indentation. Where a template of
/// JavaScript may go on over a line's end, which makes blanks mean something, the text stays as it is.
pub fn bare(text: &str) -> String {
    if text.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if in_comment {
            match line.split_once("*/") {
                None => continue,
                Some((_, after)) => {
                    in_comment = false;
                    if after.trim().is_empty() {
                        continue;
                    }
                }
            }
        }
        if !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// Both files with short names for every import, and for every export that only the glue knows.
fn renamed(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String), String> {
    let mut names = Names::default();
    let mut out = wasm.get(..8).ok_or("no WebAssembly")?.to_vec();
    let mut rest = Bytes(&wasm[8..]);
    while !rest.0.is_empty() {
        let id = rest.byte()?;
        let section = rest.named()?;
        let section = match id {
            IMPORTS => imports(section, &mut names)?,
            EXPORTS => exports(section, &mut names)?,
            _ => section.to_vec(),
        };
        out.push(id);
        put(&mut out, &section);
    }
    let words = |text| words(text).filter(|word| is_word(word));
    if let Some(taken) = words(glue).find(|word| names.is_short(word)) {
        return Err(format!("the glue has the short name {taken} already."));
    }
    let glue: String = self::words(glue)
        .map(|word| names.0.get(word).map_or(word, String::as_str))
        .collect();
    Ok((out, glue))
}

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// What begins the name of an export that wasm-bindgen made up for the glue.
const INNER: &str = "wasm_bindgen__";

/// The short names.
#[derive(Default)]
struct Names(HashMap<String, String>);

impl Names {
    fn shorten(&mut self, name: &str) -> String {
        let next = format!("${}", self.0.len());
        self.0.entry(name.to_owned()).or_insert(next).clone()
    }

    fn is_short(&self, word: &str) -> bool {
        let number = word
            .strip_prefix('$')
            .and_then(|number| number.parse().ok());
        number.is_some_and(|number: usize| number < self.0.len())
    }
}

fn imports(section: &[u8], names: &mut Names) -> Result<Vec<u8>, String> {
    let mut rest = Bytes(section);
    let count = rest.number()?;
    let mut out = number(count);
    for _ in 0..count {
        put(&mut out, rest.named()?);
        put(&mut out, names.shorten(rest.text()?).as_bytes());
        if rest.byte()? != 0 {
            return Err("it imports something that is no function.".to_owned());
        }
        out.push(0);
        out.extend(number(rest.number()?));
    }
    Ok(out)
}

fn exports(section: &[u8], names: &mut Names) -> Result<Vec<u8>, String> {
    let mut rest = Bytes(section);
    let count = rest.number()?;
    let mut out = number(count);
    for _ in 0..count {
        let name = rest.text()?;
        if name.starts_with(INNER) {
            put(&mut out, names.shorten(name).as_bytes());
        } else {
            put(&mut out, name.as_bytes());
        }
        out.push(rest.byte()?);
        out.extend(number(rest.number()?));
    }
    Ok(out)
}

/// What is left to read.
struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    fn byte(&mut self) -> Result<u8, String> {
        let (&first, rest) = self.0.split_first().ok_or("it ends too early.")?;
        self.0 = rest;
        Ok(first)
    }

    /// An unsigned number of up to 32 bits, as LEB128.
    fn number(&mut self) -> Result<u32, String> {
        let mut value = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err("a number in it is too long.".to_owned())
    }

    /// Bytes with their count before them.
    fn named(&mut self) -> Result<&'b [u8], String> {
        let length = self.number()? as usize;
        let (taken, rest) = self
            .0
            .split_at_checked(length)
            .ok_or("it ends too early.")?;
        self.0 = rest;
        Ok(taken)
    }

    fn text(&mut self) -> Result<&'b str, String> {
        std::str::from_utf8(self.named()?).map_err(|error| error.to_string())
    }
}

fn number(mut value: u32) -> Vec<u8> {
    let mut out = Vec::new();
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
    out
}

fn put(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend(number(bytes.len() as u32));
    out.extend(bytes);
}

/// The text in pieces: words of JavaScript, and what stands between them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let of_word = in_word(first);
        let end = rest.find(|c| in_word(c) != of_word).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$')
}

fn is_word(piece: &str) -> bool {
    piece.starts_with(in_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go() {
        let text = "/**\n * Text.\n */\nexport {\n    // why\n    a: 'b // c', /* d */\n\n}\n/* e */ f();\n/* g */\n";
        assert_eq!(
            bare(text),
            "export {\na: 'b // c', /* d */\n}\n/* e */ f();\n"
        );
    }

    #[test]
    fn a_template_over_several_lines_keeps_all_as_it_is() {
        let text = "const a = `b\n    // c\n`;\n";
        assert_eq!(bare(text), text);
        assert_eq!(bare("  f(`a` + `b`);\n"), "f(`a` + `b`);\n");
    }

    /// A module with one import, one export of the glue's own and one of the page's.
    fn module(import: &str, inner: &str, outer: &str) -> Vec<u8> {
        let mut imports = number(1);
        put(&mut imports, b"./page_bg.js");
        put(&mut imports, import.as_bytes());
        imports.extend([0, 5]);
        let mut exports = number(2);
        for (name, index) in [(inner, 300), (outer, 7)] {
            put(&mut exports, name.as_bytes());
            exports.push(0);
            exports.extend(number(index));
        }
        let mut out = b"\0asm\x01\0\0\0".to_vec();
        for (id, section) in [(1, &b"types"[..]), (IMPORTS, &imports), (EXPORTS, &exports)] {
            out.push(id);
            put(&mut out, section);
        }
        out
    }

    #[test]
    fn what_the_glue_imports_takes_the_place_of_the_import() {
        let read = |name: &str| Ok(format!("// {name}\nexport function build() {{\n}}\n"));
        let glue = "import { build, other } from './snippets/a-1/b.js';\nbuild();\n";
        let expected = "// snippets/a-1/b.js\nfunction build() {\n}\nbuild();\n";
        assert_eq!(whole(glue, read).as_deref(), Ok(expected));
        assert!(whole("import * as a from './snippets/b.js';", read).is_err());
        assert!(whole("import { a as b } from './snippets/b.js';", read).is_err());
        assert!(whole("import { a } from './env.js';", read).is_err());
    }

    #[test]
    fn both_files_get_the_same_short_names() {
        let (import, inner) = ("__wbg_focus_0123456789abcdef", "wasm_bindgen__convert__h01");
        let glue =
            format!("{{ {import}: function(a) {{}} }}; wasm.{inner}(1); wasm.mount(2); {import}_2");
        let (wasm, glue) = renamed(&module(import, inner, "mount"), &glue).expect("renamed");
        assert_eq!(wasm, module("$0", "$1", "mount"));
        let expected = format!("{{ $0: function(a) {{}} }}; wasm.$1(1); wasm.mount(2); {import}_2");
        assert_eq!(glue, expected);
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        let good = module("import", "wasm_bindgen__a", "mount");
        assert!(renamed(&good, "let $0;").is_err());
        assert!(renamed(&good, "let $2;").is_ok());
        assert!(renamed(&good[..good.len() - 1], "").is_err());
        assert!(renamed(b"", "").is_err());
    }
}
