//! Sentences of the data files as phrases.

use crate::phrase::{Kind, Phrase};

/// A sentence in which commands stand between backticks, as a phrase: words, commands, codes and GUIDs apart.
///
/// ```
/// use activation_desk::{kb, phrase::{Kind, Redact}};
/// let phrase = kb::marked("Set it right: `w32tm /resync`. Else 0xC004F06C comes.");
/// assert_eq!(phrase.pieces()[1].kind, Kind::Command);
/// assert_eq!(phrase.pieces()[3].kind, Kind::Code);
/// assert_eq!(phrase.plain(Redact::No), "Set it right: w32tm /resync. Else 0xC004F06C comes.");
/// ```
pub fn marked(sentence: &'static str) -> Phrase {
    let mut phrase = Phrase::new();
    for (place, part) in sentence.split('`').enumerate() {
        phrase = match place % 2 {
            0 => words(phrase, part),
            _ => phrase.value(Kind::Command, part),
        };
    }
    phrase
}

/// Adds words, codes and GUIDs as pieces of their own: they are entries that somebody may go to.
fn words(mut phrase: Phrase, text: &'static str) -> Phrase {
    let is_inside = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let bytes = text.as_bytes();
    let (mut start, mut at) = (0, 0);
    while at < bytes.len() {
        let end = bytes[at..]
            .iter()
            .position(|byte| !is_inside(*byte))
            .map_or(bytes.len(), |length| at + length);
        if let Some(kind) = text.get(at..end).and_then(kind_of) {
            phrase = phrase.text(&text[start..at]).value(kind, &text[at..end]);
            start = end;
        }
        at = end + 1;
    }
    phrase.text(&text[start..])
}

/// What a word is that is not only a word.
fn kind_of(word: &str) -> Option<Kind> {
    let is_hexadecimal = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    match word.len() {
        // Flags and counts begin with other digits.
        10 if ["0x4", "0x8", "0xC"]
            .iter()
            .any(|start| word.starts_with(start))
            && is_hexadecimal(&word[2..]) =>
        {
            Some(Kind::Code)
        }
        36 if word.split('-').map(str::len).eq([8, 4, 4, 4, 12])
            && word.split('-').all(is_hexadecimal) =>
        {
            Some(Kind::Guid)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_words() {
        for (sentence, kinds) in [
            ("", vec![]),
            ("Plain words, nothing else.", vec![Kind::Text]),
            ("0xC004F074", vec![Kind::Code]),
            (
                "(0xC004F074), 0xC004F0 and 0xC004F0745",
                vec![Kind::Text, Kind::Code, Kind::Text],
            ),
            (
                "\u{fc}ber 0ff1ce15-a989-479d-af46-f275c6370663.",
                vec![Kind::Text, Kind::Guid, Kind::Text],
            ),
            ("The bit 0x04000000", vec![Kind::Text]),
            ("Run `slmgr 0xC004F074`", vec![Kind::Text, Kind::Command]),
        ] {
            let phrase = marked(sentence);
            let found: Vec<Kind> = phrase.pieces().iter().map(|piece| piece.kind).collect();
            assert_eq!(found, kinds, "{sentence}");
            let plain = phrase.plain(crate::phrase::Redact::No);
            assert_eq!(plain, sentence.replace('`', ""));
        }
    }
}
