//! A query as the words that have to be found.

use super::tokens::{self, MOST_LETTERS};
use super::word::Word;
use crate::id::error_code;
use crate::kb::reason;

/// Words that are looked for at most; a sentence has more only by what does not matter.
pub(super) const MOST_WORDS: usize = 8;

/// Words that questions hold and that say nothing about their object.
const STOP_WORDS: [&str; 45] = [
    "a", "about", "an", "and", "are", "at", "be", "can", "cannot", "could", "do", "does", "for",
    "from", "get", "gets", "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "me",
    "my", "of", "on", "or", "should", "so", "than", "that", "the", "this", "to", "want", "was",
    "what", "when", "why", "with", "you",
];

/// The words of a query, at least one.
pub(super) struct Query {
    words: Vec<Word>,
    /// The letters of every word, those too that say nothing: a name may be just these.
    all: Vec<Vec<u8>>,
    rest: Vec<String>,
}

impl Query {
    /// `None` where there is no word.
    pub(super) fn new(text: &str) -> Option<Query> {
        let every = spelled(text, false);
        let all = every.iter().map(|word| word.letters.clone()).collect();
        let mut words = spelled(text, true);
        if words.is_empty() {
            words = every;
        }
        let mut seen: Vec<Vec<u8>> = Vec::new();
        words.retain(|word| {
            let new = !seen.contains(&word.letters);
            if new {
                seen.push(word.letters.clone());
            }
            new
        });
        let rest = words
            .split_off(words.len().min(MOST_WORDS))
            .into_iter()
            .map(|word| word.typed)
            .collect();
        (!words.is_empty()).then_some(Query { words, all, rest })
    }

    pub(super) fn words(&self) -> &[Word] {
        &self.words
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// How many words there are, those too that say nothing.
    pub(super) fn length(&self) -> usize {
        self.all.len()
    }

    /// Whether a text of that length has the same words in the same order.
    pub(super) fn is(&self, text: &str) -> bool {
        tokens::split(text)
            .zip(&self.all)
            .all(|(token, letters)| Word::new(token, token).letters == *letters)
    }

    /// The words that no entry may lack, a bit each: whoever gives a number means that number.
    pub(super) fn required(&self) -> u8 {
        let bits = self.words.iter().enumerate();
        bits.map(|(at, word)| u8::from(word.has_digit()) << at)
            .sum()
    }

    /// The words beyond the first [`MOST_WORDS`].
    pub(super) fn take_rest(&mut self) -> Vec<String> {
        std::mem::take(&mut self.rest)
    }

    /// The words in which slips of the pen are forgiven, a bit each: those that are nowhere; where each is somewhere, all.
    /// `counts`: in how many entries each is.
    pub(super) fn forgiven(&self, counts: &[u32]) -> u8 {
        let every = counts.iter().take(self.len()).all(|count| *count > 0);
        let words = self.words.iter().zip(counts).enumerate();
        words
            .map(|(at, (word, count))| u8::from(word.may_slip() && (every || *count == 0)) << at)
            .sum()
    }

    /// The words that are nowhere, as typed, where the others are enough to go by. `None` where that is more than half of
    /// them, or where one has a digit.
    pub(super) fn unknown(&self, counts: &[u32]) -> Option<Vec<String>> {
        let nowhere = self.words.iter().zip(counts);
        let nowhere: Vec<&Word> = nowhere
            .filter(|(_, count)| **count == 0)
            .map(|(word, _)| word)
            .collect();
        let few = 2 * nowhere.len() <= self.len() && !nowhere.iter().any(|word| word.has_digit());
        few.then(|| nowhere.into_iter().map(|word| word.typed.clone()).collect())
    }
}

/// The words of a text, with stop words or without; codes and GUIDs in any spelling become the spelling that entries have.
fn spelled(text: &str, stop: bool) -> Vec<Word> {
    let mut words = Vec::new();
    let is_inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\u{2212}' | '_' | '.');
    for part in text.split(|c| !is_inside(c)) {
        let bare = part.trim_matches(['_', '.']);
        // Only a word that stands alone says nothing: not the A of "KMS_A".
        if stop && STOP_WORDS.contains(&bare.to_lowercase().as_str()) {
            continue;
        }
        if let Some(spelled) = guid(bare).or_else(|| code(bare).map(error_code::format)) {
            words.push(Word::new(bare, &spelled));
            continue;
        }
        let plain = tokens::split(part).filter(|word| word.len() <= MOST_LETTERS);
        words.extend(plain.map(|word| Word::new(word, word)));
    }
    words
}

/// A GUID or the beginning of one with its hyphens, as digits alone.
fn guid(word: &str) -> Option<String> {
    let mut groups = word.split('-');
    let first = groups.next()?;
    let hexadecimal = |group: &str| group.bytes().all(|byte| byte.is_ascii_hexdigit());
    let begins = first.len() == 8 && word.len() > 8 && word.len() <= 36;
    (begins && hexadecimal(first) && groups.all(hexadecimal)).then(|| word.replace('-', ""))
}

/// A code in any spelling: "0xc004f074", "C004F074", "-1073418124", or as it is printed without its zeros ("0x67"). What is not
/// known may be the beginning of a code or of a GUID, and stays what it is.
fn code(word: &str) -> Option<u32> {
    let digits = word.strip_prefix(['-', '\u{2212}']).unwrap_or(word);
    if !digits.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    error_code::parse(word).filter(|code| reason::find(*code).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn words(text: &str, words: &[&str]) {
        let query = Query::new(text);
        let found: Vec<String> = query
            .iter()
            .flat_map(Query::words)
            .map(|word| String::from_utf8_lossy(&word.letters).into_owned())
            .collect();
        assert_eq!(found, words, "{text:?}");
    }

    #[test]
    fn queries() {
        words("", &[]);
        words(" \t?! ", &[]);
        words("How to get English output", &["english", "output"]);
        words("what is this", &["what", "is", "this"]);
        words("KMS, kms kms", &["kms"]);
        words("a KMS_A key", &["kms", "a", "key"]);
        words("slmgr.vbs /dlv", &["slmgr", "vbs", "dlv"]);
        words("Téléphone", &["telephone"]);
        words("c004f074", &["0xc004f074"]);
        words("error OxC004F074!", &["error", "0xc004f074"]);
        words("-1073418124", &["0xc004f074"]);
        words("\u{2212}1073418124.", &["0xc004f074"]);
        words("3221549172", &["0xc004f074"]);
        words("0xC004F0", &["0xc004f0"]);
        words("0x67", &["0x00000067"]);
        words("12288", &["12288"]);
        words(
            "{F3D89BBF-c0ec-47ce-a8fa-e5a5f97e447f}",
            &["f3d89bbfc0ec47cea8fae5a5f97e447f"],
        );
        words("id f3d89bbf-c0ec", &["id", "f3d89bbfc0ec"]);
        words("8d368fc1", &["8d368fc1"]);
        words("4220f546-f522-46df", &["4220f546f52246df"]);
        words("deadline-x", &["deadline", "x"]);
        words(
            "a b c d e f g h i j k",
            &["b", "c", "d", "e", "f", "g", "h", "j"],
        );
    }
}
