//! Texts read word by word: which words of a query are in an entry, and where.

use std::ops::Range;

use super::fields::Field;
use super::fold::fold;
use super::query::{MOST_WORDS, Query};
use super::word::{BEGINNING, EXACT, Fit};

/// Longer words are cut; nobody types more of one.
pub(super) const MOST_LETTERS: usize = 64;

/// A title that is the query, no more and no less.
const WHOLE: u32 = 22_000;
/// Another name that is.
const WHOLE_OTHER: u32 = 20_000;
/// The same, by how much of a longer one the query is.
const PART: u32 = 6_000;
/// All words in one sentence.
const TOGETHER: u32 = 1_500;

/// The words of a text as they stand there: letters and digits of any script.
pub(super) fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// Reads the texts of one entry after another.
pub(super) struct Scan<'q> {
    query: &'q Query,
    /// Which words begin with a letter, a bit each. Most words of a text begin with none of them, and are passed over
    /// without being copied.
    firsts: [u8; 256],
    token: Vec<u8>,
    row: Seen,
}

/// What one entry has of the query.
#[derive(Clone, Copy, Default)]
pub(super) struct Seen {
    /// For each word how much its best place is worth; 0 where it is nowhere.
    strict: [u16; MOST_WORDS],
    /// The same with slips of the pen.
    forgiving: [u16; MOST_WORDS],
    /// For words that stand together.
    bonus: u32,
}

impl Seen {
    /// Adds what another row at the same address has.
    pub(super) fn join(&mut self, other: Seen) {
        raise(&mut self.strict, other.strict);
        raise(&mut self.forgiving, other.forgiving);
        self.bonus = self.bonus.max(other.bonus);
    }

    /// What each word's best place is worth. `forgiven`: the words that may have slips, a bit each.
    fn weights(&self, forgiven: u8) -> impl Iterator<Item = u16> {
        let both = self.strict.into_iter().zip(self.forgiving).enumerate();
        both.map(move |(at, (strict, forgiving))| match forgiven >> at & 1 {
            0 => strict,
            _ => forgiving,
        })
    }

    /// Which of the words were seen, a bit each.
    pub(super) fn mask(&self, forgiven: u8) -> u8 {
        let bits = self.weights(forgiven).enumerate();
        bits.map(|(at, weight)| u8::from(weight > 0) << at).sum()
    }

    /// How many of the words were seen.
    pub(super) fn words(&self, forgiven: u8) -> usize {
        self.mask(forgiven).count_ones() as usize
    }

    /// What all of it is worth, when each word counts so much.
    pub(super) fn score(&self, forgiven: u8, rarity: &[u32; MOST_WORDS]) -> u32 {
        let words = self.weights(forgiven).zip(rarity);
        let words = words.map(|(weight, rarity)| u32::from(weight) * rarity);
        words.sum::<u32>() + self.bonus
    }
}

fn raise(weights: &mut [u16; MOST_WORDS], others: [u16; MOST_WORDS]) {
    for (weight, other) in weights.iter_mut().zip(others) {
        *weight = (*weight).max(other);
    }
}

/// What a byte of a text is. A table is asked, since this is asked of every byte of the base.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Other,
    Foreign,
    Small,
    Capital,
    Digit,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Foreign; 256];
    let mut byte = 0u8;
    while byte < 128 {
        classes[byte as usize] = match byte {
            b'a'..=b'z' => Class::Small,
            b'A'..=b'Z' => Class::Capital,
            b'0'..=b'9' => Class::Digit,
            _ => Class::Other,
        };
        byte += 1;
    }
    classes
};

fn class(byte: u8) -> Class {
    CLASSES[usize::from(byte)]
}

/// The length of a GUID.
const GUID: usize = 36;

/// Whether a text of that length is a GUID, which is one word: its groups mean nothing by themselves.
fn is_guid(text: &[u8]) -> bool {
    text.iter().enumerate().all(|(at, byte)| match at {
        8 | 13 | 18 | 23 => *byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    })
}

/// What one text has of the query.
#[derive(Default)]
struct Item {
    fits: [Fit; MOST_WORDS],
    tokens: u32,
}

impl<'q> Scan<'q> {
    pub(super) fn new(query: &'q Query) -> Scan<'q> {
        let mut firsts = [0; 256];
        for (at, word) in query.words().iter().enumerate().take(MOST_WORDS) {
            if let Some(first) = word.letters.first() {
                firsts[usize::from(*first)] |= 1 << at;
            }
        }
        Scan {
            query,
            firsts,
            token: Vec::with_capacity(4 * MOST_LETTERS),
            row: Seen::default(),
        }
    }

    pub(super) fn begin_row(&mut self) {
        self.row = Seen::default();
    }

    /// What the texts since [`Scan::begin_row`] have.
    pub(super) fn row(&self) -> Seen {
        self.row
    }

    /// Reads one text: a title, a sentence, an item of a list.
    pub(super) fn read(&mut self, field: Field, text: &str) {
        let mut item = Item::default();
        if !self.read_ascii(text.as_bytes(), &mut item) {
            item = Item::default();
            for word in split(text) {
                item.tokens += 1;
                self.token.clear();
                for letter in word.chars().take(MOST_LETTERS) {
                    fold(letter, &mut self.token);
                }
                let first = self.token.first().copied().unwrap_or_default();
                self.compare(self.firsts[usize::from(first)], &mut item);
            }
        }
        let is_query =
            field.is_name() && item.tokens as usize == self.query.length() && self.query.is(text);
        self.add(field, &item, is_query);
    }

    /// The words of a text in plain letters, which nearly all are. "DisableDnsPublishing" is also the words that begin with
    /// its inner capitals. False where there are other letters.
    fn read_ascii(&mut self, text: &[u8], item: &mut Item) -> bool {
        let mut at = 0;
        while at < text.len() {
            match class(text[at]) {
                Class::Foreign => return false,
                Class::Other => {
                    at += 1;
                    continue;
                }
                _ => {}
            }
            item.tokens += 1;
            let start = at;
            let mut before = class(text[at]);
            let mut humps = 0u64;
            at += 1;
            while at < text.len() {
                let this = class(text[at]);
                match this {
                    Class::Foreign => return false,
                    Class::Other => break,
                    _ => {}
                }
                if this == Class::Capital && before == Class::Small && at - start < 64 {
                    humps |= 1 << (at - start);
                }
                before = this;
                at += 1;
            }
            if at - start == 8
                && let Some(guid) = text.get(start..start + GUID).filter(|guid| is_guid(guid))
            {
                self.token_at(guid, item);
                at = start + GUID;
                continue;
            }
            self.token_at(&text[start..at], item);
            while humps != 0 {
                let inner = humps.trailing_zeros() as usize;
                self.token_at(&text[start + inner..at], item);
                humps &= humps - 1;
            }
        }
        true
    }

    fn token_at(&mut self, word: &[u8], item: &mut Item) {
        let mask = self.firsts[usize::from(word[0].to_ascii_lowercase())];
        if mask != 0 {
            self.token.clear();
            self.token.extend(&word[..word.len().min(MOST_LETTERS)]);
            self.token.make_ascii_lowercase();
            if word.len() == GUID {
                self.token.retain(|byte| *byte != b'-');
            }
            self.compare(mask, item);
        }
    }

    /// Compares the token with the words of the mask.
    fn compare(&self, mut mask: u8, item: &mut Item) {
        while mask != 0 {
            let at = mask.trailing_zeros() as usize;
            let fit = self.query.words()[at].fit(&self.token);
            item.fits[at] = item.fits[at].max(fit);
            mask &= mask - 1;
        }
    }

    fn add(&mut self, field: Field, item: &Item, is_query: bool) {
        let weights = item.fits.map(|fit| field.weight() * u16::from(fit));
        raise(&mut self.row.forgiving, weights);
        let exact = |fit| if fit < BEGINNING { 0 } else { fit };
        let weights = item.fits.map(|fit| field.weight() * u16::from(exact(fit)));
        raise(&mut self.row.strict, weights);
        let words = self.query.len();
        let fits = &item.fits[..words];
        if fits.contains(&0) {
            return;
        }
        // Words with slips stand together too: who gets this far with them has nothing better.
        let count = words as u32;
        let bonus = if !field.is_name() {
            if count > 1 { TOGETHER } else { 0 }
        } else if is_query || (item.tokens <= count && fits.iter().all(|fit| *fit == EXACT)) {
            match field {
                Field::Name => WHOLE,
                _ => WHOLE_OTHER,
            }
        } else {
            PART * count / item.tokens.max(count)
        };
        self.row.bonus = self.row.bonus.max(bonus);
    }

    /// Where words of the query are in a text, in bytes.
    pub(super) fn marks(&mut self, text: &str, forgiven: u8) -> Vec<Range<usize>> {
        let mut marks = Vec::new();
        for word in split(text) {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            self.begin_row();
            self.read(Field::Meaning, word);
            if self.row.words(forgiven) > 0 {
                marks.push(start..start + word.len());
            }
        }
        marks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(query: &str, text: &str, words: usize) {
        let query = Query::new(query).unwrap();
        let mut scan = Scan::new(&query);
        scan.read(Field::Meaning, text);
        assert_eq!(scan.row().words(0), words, "{text}");
    }

    #[test]
    fn words_of_texts() {
        finds("kms count", "The KMS host counts computers.", 2);
        finds("dns publishing", "DisableDnsPublishing", 2);
        finds("disablednspublishing", "DisableDnsPublishing", 1);
        finds("isable", "DisableDnsPublishing", 0);
        finds("enough count", "SL_E_VL_NOT_ENOUGH_COUNT", 2);
        finds("schlussel", "Der Schl\u{fc}ssel \u{2013} hier", 1);
        finds("hier", "Der Schl\u{fc}ssel\u{2013}hier", 1);
        finds("f3d89bbf-C0EC", "(f3d89bbf-c0ec-47ce-a8fa-e5a5f97e447f)", 1);
        finds(
            "f3d89bbf-c0ec-47ce-a8fa-e5a5f97e447f",
            "f3d89bbf-c0ec-47ce-a8fa-e5a5f97e447f",
            1,
        );
        finds("c0ec", "f3d89bbf-c0ec-47ce-a8fa-e5a5f97e447f", 0);
        finds("12345678", "12345678-1234", 1);
        finds("z", &"a".repeat(100), 0);
        finds("tail", &format!("{}Tail", "a".repeat(80)), 0);
    }

    #[test]
    fn names_that_are_the_query_weigh_most() {
        let query = Query::new("red title bar").unwrap();
        let bonus = |field, text| {
            let mut scan = Scan::new(&query);
            scan.read(field, text);
            scan.row().bonus
        };
        let whole = bonus(Field::Also, "red title bar");
        let part = bonus(Field::Name, "Why Office has a red title bar");
        let sentence = bonus(Field::Meaning, "The title bar is red.");
        assert!(whole > part && part > sentence && sentence > 0);
        assert_eq!(bonus(Field::Also, "title bar"), 0);
    }

    #[test]
    fn marks_are_the_words() {
        let query = Query::new("cloned machine").unwrap();
        let text = "Clones of a \u{fc}ber-machine.";
        let marks = Scan::new(&query).marks(text, 0);
        let words: Vec<&str> = marks.into_iter().map(|mark| &text[mark]).collect();
        assert_eq!(words, ["Clones", "machine"]);
    }
}
