//! Entities of web pages ("&nbsp;", "&#40;") turned into the characters that they stand for.

/// Entities by name.
const NAMED: [(&str, char); 8] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("reg", '®'),
    ("colon", ':'),
];

/// The character of the entity that a text begins with, and what follows it.
pub(crate) fn first(text: &str) -> Option<(char, &str)> {
    let end = memchr::memchr(b';', text.as_bytes().get(..text.len().min(12))?)?;
    let name = text.get(1..end)?;
    let character = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control())?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((character, text.get(end + 1..)?))
}

/// The text with its entities decoded; `None` where it has none.
pub(crate) fn decode(text: &str) -> Option<String> {
    let mut rest = text;
    let mut out = String::new();
    let mut found = false;
    while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
        let (before, tail) = rest.split_at(at);
        out.push_str(before);
        match first(tail) {
            Some((character, after)) => {
                // Once is enough: what is written twice over stays as it was written.
                out.push(character);
                rest = after;
                found = true;
            }
            None => {
                out.push('&');
                rest = &tail[1..];
            }
        }
    }
    out.push_str(rest);
    found.then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_and_what_only_looks_so() {
        for (text, expected) in [
            (
                "License&nbsp;Status: Licensed",
                Some("License Status: Licensed"),
            ),
            ("1&#47;2&#x2F;2026", Some("1/2/2026")),
            ("https://example.com/?a=1&b=2;c", None),
            ("a & b", None),
            ("&#0;", None),
            ("", None),
        ] {
            assert_eq!(decode(text).as_deref(), expected, "{text}");
        }
    }
}
