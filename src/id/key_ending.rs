//! The last five characters of a product key, which outputs print ("Partial Product Key").
//!
//! ```
//! use activation_desk::id::key_ending;
//! assert_eq!(key_ending::read("my832").unwrap().ending, "MY832");
//! assert_eq!(key_ending::read("MY83O"), None);
//! ```

use super::{
    liberty::{Liberty, once, usual},
    product_key::lexer,
    shape::is_blank,
};

/// The characters that keys are made of; the N marks newer ones. No vowel, no 0, 1 or 5, no L, S or Z.
pub const ALPHABET: &str = "BCDFGHJKMPQRTVWXY2346789N";

/// An ending as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyEnding {
    /// Five characters in upper case.
    pub ending: String,
    /// What was forgiven.
    pub liberties: Vec<Liberty>,
}

/// Reads a text that is five characters of a key and nothing else. `None` for any other text: no look-alike is taken for another
/// character, since nothing would tell a wrong guess.
pub fn read(text: &str) -> Option<KeyEnding> {
    let text = text.trim_matches(|c| is_blank(c) || "\"'.,;()<>[]".contains(c));
    if text.len() > 15 {
        return None;
    }
    let mut liberties = Vec::new();
    let mut ending = String::new();
    for c in text.chars() {
        let c = usual(c, &mut liberties);
        if c.is_ascii_lowercase() {
            once(&mut liberties, Liberty::Case);
        }
        let c = c.to_ascii_uppercase();
        if !lexer::is_key_character(c) {
            return None;
        }
        ending.push(c);
    }
    (ending.len() == 5).then_some(KeyEnding { ending, liberties })
}

/// The characters of a text that no key has, each with its 1-based position; empty where all fit.
pub fn strays(text: &str) -> Vec<(usize, char)> {
    (1..)
        .zip(text.chars())
        .filter(|(_, c)| !lexer::is_key_character(c.to_ascii_uppercase()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings() {
        for text in ["MY832", " 3V66T ", "(GCVGB)", "\u{ff2d}Y832"] {
            assert_eq!(read(text).unwrap().ending.len(), 5, "{text}");
        }
        assert_eq!(read("3v66t").unwrap().liberties, [Liberty::Case]);
        for text in [
            "",
            "MY83",
            "MY8322",
            "RETRY",
            "MY83O",
            "12345",
            "26100",
            "M-832",
            "\u{c9}Y832",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(strays("MY83O"), [(5, 'O')]);
        assert!(ALPHABET.chars().all(lexer::is_key_character));
        assert_eq!(ALPHABET.len(), 25);
    }
}
