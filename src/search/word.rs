//! One word of a query, and how well a word of a text fits it.

use super::fold::fold;

/// How well a word of a text fits, out of [`EXACT`].
pub(super) type Fit = u8;
/// The same word.
pub(super) const EXACT: Fit = 8;
/// Another form of it.
const FORM: Fit = 7;
/// It begins with the word of the query. What fits less well has slips of the pen.
pub(super) const BEGINNING: Fit = 5;
/// One letter is wrong, missing, too many, or two changed places.
const ONE_SLIP: Fit = 4;
/// The same twice.
const TWO_SLIPS: Fit = 3;

/// A word that is looked for.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// As typed.
    pub(super) typed: String,
    /// As it is compared.
    pub(super) letters: Vec<u8>,
    /// The beginning that its other forms share; empty where it has none.
    stem: Vec<u8>,
    /// How many slips it may have: one from four letters on, two from eight on. None in numbers and codes, which are right or
    /// wrong.
    slips: u8,
    /// Which letters it has.
    alphabet: u32,
}

impl Word {
    pub(super) fn new(typed: &str, spelled: &str) -> Word {
        let mut letters = Vec::with_capacity(spelled.len());
        for letter in spelled.chars() {
            fold(letter, &mut letters);
        }
        Word {
            typed: typed.to_owned(),
            stem: stem(&letters),
            slips: match letters.len() {
                _ if !letters.iter().all(u8::is_ascii_lowercase) => 0,
                0..=3 => 0,
                4..=7 => 1,
                _ => 2,
            },
            alphabet: alphabet(&letters),
            letters,
        }
    }

    pub(super) fn has_digit(&self) -> bool {
        self.letters.iter().any(u8::is_ascii_digit)
    }

    /// Whether it may have a slip.
    pub(super) fn may_slip(&self) -> bool {
        self.slips > 0
    }

    /// How well `token` fits, which is lower case and has no accents; 0 where it does not.
    pub(super) fn fit(&self, token: &[u8]) -> Fit {
        if let Some(rest) = token.strip_prefix(self.letters.as_slice()) {
            return match rest {
                [] => EXACT,
                _ if !self.has_digit() && is_ending(rest, self.letters.last()) => FORM,
                // One letter begins too many words, and 25 has nothing to do with 256.
                _ if self.letters.len() == 1 || (self.letters.len() < 4 && self.has_digit()) => 0,
                _ => BEGINNING,
            };
        }
        if !self.stem.is_empty()
            && let Some(rest) = token.strip_prefix(self.stem.as_slice())
            && is_ending(rest, self.stem.last())
        {
            return FORM;
        }
        let most = usize::from(self.slips);
        // A slip changes two letters of the alphabet at most; hardly any word comes through here by chance.
        if most == 0
            || self.letters.len().abs_diff(token.len()) > most
            || (self.alphabet ^ alphabet(token)).count_ones() as usize > 2 * most
        {
            return 0;
        }
        match slips(&self.letters, token, most) {
            Some(0 | 1) => ONE_SLIP,
            Some(_) => TWO_SLIPS,
            None => 0,
        }
    }
}

/// Which of the letters from a to z a word has, a bit each; everything else is one more.
fn alphabet(letters: &[u8]) -> u32 {
    letters.iter().fold(0, |bits, letter| {
        bits | 1 << letter.wrapping_sub(b'a').min(26)
    })
}

/// Endings of English words that leave their sense alone.
const ENDINGS: [&[u8]; 12] = [
    b"", b"e", b"s", b"es", b"ed", b"d", b"ing", b"ings", b"ion", b"ions", b"y", b"ies",
];

/// Whether `rest` is such an ending, also behind a doubled letter: "stop", "stopped".
fn is_ending(rest: &[u8], before: Option<&u8>) -> bool {
    let undoubled = match rest {
        [first, rest @ ..] if Some(first) == before => Some(rest),
        _ => None,
    };
    ENDINGS.contains(&rest) || undoubled.is_some_and(|rest| ENDINGS.contains(&rest))
}

/// What is left of a word without such an ending; empty where that would be less than three letters.
fn stem(letters: &[u8]) -> Vec<u8> {
    if !letters.iter().all(u8::is_ascii_lowercase) || letters.ends_with(b"ss") {
        return Vec::new();
    }
    let longest = ENDINGS
        .iter()
        .filter(|ending| !ending.is_empty() && letters.ends_with(ending))
        .map(|ending| ending.len())
        .filter(|length| letters.len() - length >= 3)
        .max();
    let Some(length) = longest else {
        return Vec::new();
    };
    let stem = &letters[..letters.len() - length];
    match stem {
        // "stopped" has the stem "stop".
        [stem @ .., before, last] if before == last && stem.len() >= 2 && length >= 2 => {
            [stem, &[*last]].concat()
        }
        _ => stem.to_vec(),
    }
}

/// Letters that a word of a text may have; longer ones are cut.
const MOST: usize = super::tokens::MOST_LETTERS;

/// How many letters have to be changed, added, taken away or swapped with their neighbour to make `b` of `a`; `None` where
/// it is more than `most`.
fn slips(a: &[u8], b: &[u8], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most || a.len() > MOST || b.len() > MOST {
        return None;
    }
    // Three rows of the table of costs are enough: a swap looks two rows back.
    let mut costs = [[0usize; MOST + 1]; 3];
    for (at, cost) in costs[0].iter_mut().enumerate() {
        *cost = at;
    }
    for i in 1..=a.len() {
        let (row, above, before) = (i % 3, (i + 2) % 3, (i + 1) % 3);
        costs[row][0] = i;
        let mut least = i;
        for j in 1..=b.len() {
            let changed = costs[above][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut cost = changed.min(costs[above][j] + 1).min(costs[row][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cost = cost.min(costs[before][j - 2] + 1);
            }
            costs[row][j] = cost;
            least = least.min(cost);
        }
        if least > most {
            return None;
        }
    }
    Some(costs[a.len() % 3][b.len()]).filter(|cost| *cost <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn fits(typed: &str, token: &str, fit: Fit) {
        let word = Word::new(typed, typed);
        assert_eq!(word.fit(token.as_bytes()), fit, "{typed} {token}");
    }

    #[test]
    fn words_and_their_forms() {
        fits("kms", "kms", EXACT);
        fits("machines", "machine", FORM);
        fits("machine", "machines", FORM);
        fits("cloned", "clone", FORM);
        fits("cloned", "cloning", FORM);
        fits("policies", "policy", FORM);
        fits("policy", "policies", FORM);
        fits("stopped", "stop", FORM);
        fits("stop", "stopped", FORM);
        fits("installed", "install", FORM);
        fits("activated", "activation", FORM);
        fits("blocked", "blocking", FORM);
        fits("process", "proceed", 0);
        fits("used", "us", 0);
        fits("des", "d", 0);
    }

    #[test]
    fn beginnings() {
        fits("tele", "telephone", BEGINNING);
        fits("0xc004f0", "0xc004f074", BEGINNING);
        fits("0xc004f075", "0xc004f074", 0);
        fits("0xc004f07", "0xc004f07e", BEGINNING);
        fits("t", "telephone", 0);
        fits("25", "256", 0);
        fits("1228", "12288", BEGINNING);
    }

    #[test]
    fn slips_of_the_pen() {
        fits("titel", "title", ONE_SLIP);
        fits("telefone", "telephone", TWO_SLIPS);
        fits("actvation", "activation", ONE_SLIP);
        fits("hsot", "host", ONE_SLIP);
        fits("kmd", "kms", 0);
        fits("titles", "tables", 0);
        fits("licence", "license", ONE_SLIP);
        fits(
            "\u{434}\u{434}\u{434}\u{434}",
            "\u{434}\u{434}\u{434}\u{435}",
            0,
        );
        fits(&"ab".repeat(30), &"ab".repeat(32), BEGINNING);
    }

    #[test]
    fn slips_are_counted() {
        for (a, b, most, slipped) in [
            ("abcd", "abcd", 1, Some(0)),
            ("abcd", "abd", 1, Some(1)),
            ("abcd", "abcde", 1, Some(1)),
            ("abcd", "abdc", 1, Some(1)),
            ("abcd", "badc", 2, Some(2)),
            ("abcd", "badc", 1, None),
            ("abcd", "wxyz", 2, None),
            ("", "ab", 2, Some(2)),
        ] {
            assert_eq!(slips(a.as_bytes(), b.as_bytes(), most), slipped, "{a} {b}");
        }
    }
}
