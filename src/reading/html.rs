//! Web pages pasted as their source: tags taken off, entities turned into the characters that they stand for, one piece a row.

use crate::entity;

/// Tags that end a line; a row of a table does, its cells do not.
const BREAKS: [&str; 14] = [
    "br", "p", "/p", "div", "/div", "tr", "/tr", "li", "/li", "pre", "/pre", "h1", "h2", "h3",
];

/// Tags that lie between a label and its value.
const CELLS: [&str; 4] = ["td", "th", "dd", "/dt"];

/// Tags that only change how text looks.
const PLAIN: [&str; 24] = [
    "/td", "/th", "/dd", "dt", "dl", "/dl", "table", "/table", "tbody", "/tbody", "thead",
    "/thead", "span", "/span", "b", "/b", "strong", "/strong", "code", "/code", "i", "/i", "ul",
    "/ul",
];

/// The lines of a piece of HTML, with the blanks in front of them; empty where there is no tag or entity in it.
pub fn lines(line: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut found = false;
    let mut rest = line;
    while let Some(at) = memchr::memchr2(b'<', b'&', rest.as_bytes()) {
        let (before, tail) = rest.split_at(at);
        push(&mut out, before);
        let marked = if tail.starts_with('<') {
            tag(tail).map(|(kind, after)| {
                match kind {
                    Tag::Break => out.push(String::new()),
                    Tag::Cell => push(&mut out, "\t"),
                    Tag::Plain => {}
                }
                after
            })
        } else {
            entity::first(tail).map(|(character, after)| {
                push(&mut out, character.encode_utf8(&mut [0; 4]));
                after
            })
        };
        found |= marked.is_some();
        rest = marked.unwrap_or_else(|| {
            push(&mut out, &tail[..1]);
            &tail[1..]
        });
    }
    if !found {
        return Vec::new();
    }
    push(&mut out, rest);
    out.retain(|line| !line.trim().is_empty());
    for line in &mut out {
        let blanks = line.trim_start_matches([' ', '\u{a0}']);
        let from = if blanks.starts_with(char::is_whitespace) {
            line.len() - line.trim_start().len()
        } else {
            0
        };
        *line = line[from..].trim_end().to_owned();
    }
    out
}

enum Tag {
    Break,
    Cell,
    Plain,
}

/// The tag at the beginning, and what follows it; others ("<Product activation successful>") are text.
fn tag(text: &str) -> Option<(Tag, &str)> {
    // No tag that we take off is longer.
    let end = memchr::memchr(b'>', text.as_bytes().get(..text.len().min(300))?)?;
    let inside = text.get(1..end)?;
    let name = inside
        .trim_end_matches('/')
        .split([' ', '\t'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let after = text.get(end + 1..)?;
    let is_in = |table: &[&str]| table.contains(&name.as_str());
    let kind = if is_in(&BREAKS) {
        Tag::Break
    } else if is_in(&CELLS) {
        Tag::Cell
    } else if is_in(&PLAIN) {
        Tag::Plain
    } else {
        return None;
    };
    Some((kind, after))
}

fn push(out: &mut [String], text: &str) {
    if let Some(last) = out.last_mut() {
        last.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_cells_and_entities() {
        for (line, expected) in [
            (
                "<tr><td>Name</td><td>Windows&#40;R&#x29;, Pro edition</td></tr><tr><td>License Status:</td><td>Licensed</td></tr>",
                vec!["Name\tWindows(R), Pro edition", "License Status:\tLicensed"],
            ),
            (
                "License&nbsp;Status: Licensed<br />",
                vec!["License Status: Licensed"],
            ),
            ("<p>A<br>B</p>", vec!["A", "B"]),
            ("https://example.com/?a=1&b=2", vec![]),
            ("<Product activation successful>", vec![]),
            ("a < b & c", vec![]),
            ("&#0; &", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(lines(line), expected, "{line}");
        }
    }
}
