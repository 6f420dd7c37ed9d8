//! Full product keys (five groups of five), found so that they can be masked before anything else looks at the text.
//!
//! A key has no place in what this tool shows. What looks like one is masked even where it may be something else; what must
//! never be taken for one are the identifiers that people need: GUIDs, Extended PIDs, Installation IDs, short Product IDs.
//!
//! ```
//! use activation_desk::id::product_key::mask;
//! let key = ["BCDFG", "HJKMP", "QRTVW", "XY234", "6789N"].join("-");
//! let text = format!("slmgr /ipk {key}");
//! let (masked, lines) = mask(&text);
//! assert_eq!((&*masked, lines), ("slmgr /ipk XXXXX-XXXXX-XXXXX-XXXXX-6789N", vec![1]));
//! ```

use std::{borrow::Cow, ops::Range};

use self::lexer::{Symbol, Token};
use super::product_key_shape as shape;

pub(super) mod lexer;

/// The byte range (a letter or digit at both ends) of the first full product key in the text from byte `from` on.
///
/// The text is read as a row of letters and digits with gaps between them; what fills a gap (joiners, blanks, invisible
/// characters, tags, entities, line ends with quote marks or line numbers) matters little. Found: five groups of five with
/// a dash in each gap; five groups of five, or 25 in a row, or 25 apart, in the alphabet of keys. Groups in chains longer
/// than five are one range. What is masked already (X after X) is not found.
pub fn find(text: &str, from: usize) -> Option<Range<usize>> {
    let start = text.ceil_char_boundary(from);
    let mut scan = Scan::new(text, start);
    scan.find_map(|region| {
        let mut symbols = lexer::symbols(text, region);
        let first = shape::take_keys(&mut symbols).into_iter().next()?;
        Some(bytes_of(&symbols, first))
    })
}

/// Replaces each full key by `X`, all but its last five letters and digits; all else, line ends and the number of characters
/// stay. Gives the text, borrowed where there was no key, and the 1-based lines on which keys stood, each once.
pub fn mask(text: &str) -> (Cow<'_, str>, Vec<u32>) {
    /// Rounds until nothing is left; each masks a key at least, and two near each other are rare.
    const MOST_ROUNDS: usize = 64;
    let (mut masked, mut lines) = mask_once(text);
    if let Some((more, halves)) = mask_halves(&masked) {
        (masked, lines) = (Cow::Owned(more), [lines, halves].concat());
    }
    if lines.is_empty() {
        return (masked, lines);
    }
    // Of two keys that share letters with each other's surroundings one look may see only the first.
    for _ in 0..MOST_ROUNDS {
        let (again, mut more) = mask_once(&masked);
        let mut again = again.into_owned();
        if let Some((half, lines)) = mask_halves(&again) {
            again = half;
            more.extend(lines);
        }
        if more.is_empty() {
            break;
        }
        masked = Cow::Owned(again);
        lines.extend(more);
    }
    crate::order::by(&mut lines, |line| *line);
    lines.dedup();
    (masked, lines)
}

/// The same of keys that a tool masked by half ("*****-*****-3DKQV-..."): what is left of them is too much to be shown.
fn mask_halves(text: &str) -> Option<(String, Vec<u32>)> {
    const LENGTH: usize = 29;
    let mut masked: Option<Vec<u8>> = None;
    let mut lines = Vec::new();
    let mut done = 0;
    for at in memchr::memchr2_iter(b'*', b'#', text.as_bytes()) {
        // The first of a group, and one for which no key was found before.
        let is_first = at == 0 || !matches!(text.as_bytes()[at - 1], b'*' | b'#');
        let from = if is_first {
            half_key(text.as_bytes(), at).filter(|from| *from >= done)
        } else {
            None
        };
        let Some(from) = from else { continue };
        let bytes = masked.get_or_insert_with(|| text.as_bytes().to_vec());
        for byte in bytes.iter_mut().skip(from).take(LENGTH - 6) {
            if byte.is_ascii_alphanumeric() {
                *byte = b'X';
            }
        }
        done = from + LENGTH;
        lines.push(1 + breaks(text.get(..from)?));
    }
    Some((String::from_utf8(masked?).ok()?, lines))
}

/// Where the five groups begin that the mask at `at` is a part of, if two of them or more are no mask.
fn half_key(bytes: &[u8], at: usize) -> Option<usize> {
    let group = |start: usize| -> Option<bool> {
        let group = bytes.get(start..start + 5)?;
        let is_mask = group[0] == group[4] && matches!(group[0], b'*' | b'#');
        let is_open = group.iter().all(u8::is_ascii_alphanumeric)
            && group.iter().any(|byte| !matches!(byte, b'X' | b'x'));
        (is_mask || is_open).then_some(is_open)
    };
    (0..5)
        .filter_map(|before| at.checked_sub(before * 6))
        .find(|from| {
            let hyphens = (1..5).all(|place| bytes.get(from + place * 6 - 1) == Some(&b'-'));
            let groups: Vec<_> = (0..5).filter_map(|place| group(from + place * 6)).collect();
            hyphens && groups.len() == 5 && groups.iter().filter(|open| **open).count() >= 2
        })
}

fn mask_once(text: &str) -> (Cow<'_, str>, Vec<u32>) {
    let mut masked = String::new();
    let mut lines: Vec<u32> = Vec::new();
    let (mut done, mut counted, mut line) = (0, 0, 1u32);
    for region in Scan::new(text, 0) {
        let mut symbols = lexer::symbols(text, region);
        for key in shape::take_keys(&mut symbols) {
            let key = bytes_of(&symbols, key);
            let start = key.start.max(counted);
            line += breaks(&text[counted..start]);
            let last = line + breaks(&text[start..key.end.max(start)]);
            let known = lines.last().copied();
            lines.extend((line..=last).filter(|&line| known.is_none_or(|known| line > known)));
            (line, counted) = (last, key.end.max(start));
        }
        // A symbol at the seam of two regions is looked at twice.
        for symbol in symbols.iter().filter(|symbol| symbol.masked) {
            if symbol.range().start >= done {
                masked.push_str(&text[done..symbol.range().start]);
                masked.push('X');
                done = symbol.range().end;
            }
        }
    }
    if lines.is_empty() {
        return (Cow::Borrowed(text), lines);
    }
    masked.push_str(&text[done..]);
    (Cow::Owned(masked), lines)
}

/// Line ends: LF, CR LF and lone CR.
fn breaks(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
        .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
    u32::try_from(ends.count()).unwrap_or(u32::MAX)
}

fn bytes_of(symbols: &[Symbol], key: Range<usize>) -> Range<usize> {
    symbols[key.start].range().start..symbols[key.end - 1].range().end
}

/// The stretches of a text that may hold keys: 25 letters and digits with few outside the alphabet of keys, or four hyphens
/// at the right distances. Nearly all of an ordinary text is in none. Each comes with its neighbours on both sides.
struct Scan<'t> {
    text: &'t str,
    at: usize,
    /// The last letters and digits, a bit for each, the latest lowest: whether it is outside the alphabet.
    odd: u32,
    /// The same row of bits: whether there was one at all since the text began or broke.
    any: u32,
    /// Where the last ones outside the alphabet stand.
    places: [usize; 8],
    next_place: usize,
    open: Option<Range<usize>>,
}

impl<'t> Scan<'t> {
    fn new(text: &'t str, at: usize) -> Self {
        Scan {
            text,
            at,
            odd: 0,
            any: 0,
            places: [at; 8],
            next_place: 0,
            open: None,
        }
    }

    /// Where the stretch with the allowed number of odd ones begins, if it is long enough for a key.
    #[inline(always)]
    fn dense(&self) -> Option<usize> {
        is_dense(self.odd, self.any)
            .then(|| self.places[self.next_place.wrapping_sub(shape::MOST_ODD + 1) % 8])
    }

    fn symbol(&mut self, odd: bool) {
        self.odd = self.odd << 1 | u32::from(odd);
        self.any = self.any << 1 | 1;
        self.places[self.next_place % 8] = self.at;
        self.next_place += usize::from(odd);
    }

    /// Goes on over whole tokens, of which nearly all of a text is made, to behind the first letter or digit with which a stretch is
    /// long enough, or else to something longer. Says whether there was one.
    fn plain(&mut self) -> bool {
        let (mut odd, mut any, mut next) = (self.odd, self.any, self.next_place);
        let mut found = false;
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        while let Some(&byte) = bytes.get(at) {
            let class = lexer::class(byte);
            if !class.is_plain() {
                break;
            }
            if class.is_symbol() {
                odd = odd << 1 | u32::from(class.is_odd());
                any = any << 1 | 1;
                // Written in any case and kept only if odd: cheaper than a branch that can't be foretold.
                self.places[next % 8] = at;
                next = next.wrapping_add(usize::from(class.is_odd()));
                if is_dense(odd, any) {
                    at += 1;
                    found = true;
                    break;
                }
            }
            at += 1;
        }
        (self.at, self.odd, self.any, self.next_place) = (at, odd, any, next);
        found
    }

    /// Widens the open stretch, or gives it back where the new one is apart from it.
    fn reach(&mut self, start: usize, end: usize) -> Option<Range<usize>> {
        match &mut self.open {
            Some(open) if start <= open.end => {
                open.start = open.start.min(start);
                open.end = open.end.max(end);
                None
            }
            open => open.replace(start..end),
        }
    }

    /// Five groups of letters and digits, the first four followed by a hyphen, the first hyphen at `at`.
    fn hyphens(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let hyphen = |at| bytes.get(at) == Some(&b'-');
        hyphen(at + 6) && hyphen(at + 12) && hyphen(at + 18)
    }
}

/// Whether as many letters and digits as a key has are there, nearly all of them in its alphabet.
#[inline(always)]
fn is_dense(odd: u32, any: u32) -> bool {
    const KEY: u32 = (1 << shape::LENGTH) - 1;
    (odd & KEY).count_ones() <= shape::MOST_ODD as u32 && any & KEY == KEY
}

impl Iterator for Scan<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            if lexer::class(byte).is_plain() {
                if !self.plain() {
                    continue;
                }
            } else {
                let at = self.at;
                let (token, length) = lexer::token(self.text, at);
                if let Token::Symbol(value) = token {
                    self.symbol(shape::is_odd(value));
                } else if token == Token::HARD {
                    self.any = 0;
                    self.places = [at; 8];
                }
                self.at += length;
                if byte == b'-' && self.hyphens(at) {
                    let start = self.text.floor_char_boundary(at.saturating_sub(6));
                    let end = self.text.ceil_char_boundary(at + 25);
                    if let Some(done) = self.reach(start, end) {
                        return Some(done);
                    }
                }
            }
            if let Some(start) = self.dense() {
                // With what stands behind it: the neighbour matters.
                let end = self.text.ceil_char_boundary(self.at + 1);
                if let Some(done) = self.reach(start, end) {
                    return Some(done);
                }
            }
        }
        self.open.take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(text: &str, key: &str) {
        assert_eq!(
            find(text, 0).map(|range| &text[range]),
            Some(key),
            "{text:?}"
        );
    }

    #[track_caller]
    fn nothing(text: &str) {
        assert_eq!(find(text, 0).map(|range| &text[range]), None, "{text:?}");
    }

    /// The alphabet of keys in order, which is no key; put together here so that no file holds a whole one.
    const GROUPS: [&str; 5] = ["BCDFG", "HJKMP", "QRTVW", "XY234", "6789N"];

    fn key(joiner: &str) -> String {
        GROUPS.join(joiner)
    }

    #[test]
    fn half_masked_keys_show_their_last_group_only() {
        let [_, two, three, four, last] = GROUPS;
        for (text, expected) in [
            (
                format!("Key: *****-*****-{three}-{four}-{last}"),
                format!("Key: *****-*****-XXXXX-XXXXX-{last}"),
            ),
            (
                format!("a\n{two}-#####-{three}-#####-{last} b"),
                format!("a\nXXXXX-#####-XXXXX-#####-{last} b"),
            ),
            (
                format!("*****-*****-*****-*****-{last}"),
                format!("*****-*****-*****-*****-{last}"),
            ),
            (
                "*****-*****-*****-*****-*****".to_owned(),
                "*****-*****-*****-*****-*****".to_owned(),
            ),
            ("-----*****-----#".to_owned(), "-----*****-----#".to_owned()),
        ] {
            let (masked, lines) = mask(&text);
            assert_eq!(masked, expected);
            assert_eq!(lines.is_empty(), text == expected, "{text}");
        }
    }

    #[test]
    fn joined() {
        let key = key("-");
        finds(&key, &key);
        finds(&format!("key={};", key.to_lowercase()), &key.to_lowercase());
        let slips = key.replace("HJKMP", "01OIL");
        finds(&format!("/ipk:{slips}"), &slips);
        let example = ["AAAAA", "BBBBB", "CCCCC", "DDDDD", "EEEEE"].join("-");
        finds(&format!("({example})"), &example);
        for joiner in ["\u{2013}", "\u{2014}", "_", ".", " - ", "  \u{2212} "] {
            let key = GROUPS.join(joiner);
            finds(&format!("\u{5bc6}\u{94a5}{key}."), &key);
        }
        finds(&format!("backup-{key}-old"), &key);
        finds(&format!("Key{key} ok"), &key);
        finds(&format!("{key}successfully."), &key);
        // A group of five before or after the key can't be told from a group of the key.
        finds(&format!("Other-{key}"), &format!("Other-{key}"));
        finds(&format!("{key}-draft"), &format!("{key}-draft"));
    }

    #[test]
    fn plain() {
        let row = key("");
        finds(&format!("PIDKEY={row}"), &row);
        finds(&format!("a{row}"), &row);
        finds(&key(" "), &key(" "));
        finds(&row.to_lowercase(), &row.to_lowercase());
        finds(&key(" ").to_lowercase(), &key(" ").to_lowercase());
        nothing(&format!("{row}B"));
        nothing(&format!("{}BCDFG", "HJKMQ".repeat(4)).to_lowercase());
    }

    #[test]
    fn broken_by_a_line_end_anywhere() {
        for key in [key("-"), key(" "), key("")] {
            for at in 1..key.len() {
                for line_end in [
                    "\n",
                    "\r",
                    "\r\n",
                    "\r\n    ",
                    "\n> > ",
                    " \n",
                    "<br>",
                    "\\\n",
                    "\n13: ",
                    "\r\n  7 | ",
                ] {
                    let wrapped = format!("{}{line_end}{}", &key[..at], &key[at..]);
                    finds(&format!("Key: {wrapped}\r\nnext"), &wrapped);
                }
            }
        }
    }

    #[test]
    fn other_identifiers() {
        nothing("59a52881-a989-479d-af46-f275c6370663");
        nothing("05426-00206-234-001162-03-1033-9200.0000-0992013");
        nothing("00331-10000-00001-AA171");
        nothing("00331-10000-00001-AA171\r\n- Other");
        nothing("00331-10000-00001-AAOEM\nBuild: 19045");
        nothing("020650-770493-837252-929082-195773-527024-195725-809211-989214");
        nothing("489126343257012289105546522085205332958764158851011127139061121");
        nothing("12345-67890-12345-67890-12345");
        nothing("SGVsbG8gd29ybGQhIFRoaXMgaXMgYmFzZTY0BCDFGHJKMPQRTVWXY2346789NBCDFG");
        nothing("9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08");
        nothing("BC DF 23 46 78 9B CD F2 34 67 89 BC DF 23 46 78");
        nothing("THESE WORDS STAND UNDER LIGHT");
        nothing("NIGHT,TRULY,MYRRH,PSYCH,GYPSY");
        nothing("alpha.bravo.delta.hotel.india");
        nothing("alpha-bravo-delta-hotel-india");
        nothing("Education,EducationN,Enterprise,EnterpriseN,Professional,ProfessionalN");
        nothing("apple - grape - lemon - mango - peach");
        nothing("Hello. World. Seven. Words. Again.");
        nothing("XXXXX-XXXXX-XXXXX-XXXXX-3V66T");
        nothing("xxxxx-xxxxx-xxxxx-xxxxx-xxxxx");
        nothing("");
    }

    #[test]
    fn masking() {
        let key = key("-");
        let text =
            format!("1\n2 {key}\r\n\u{e9} BCDFG-HJK\r\n  MP-QRTVW-XY234-6789N\r\n5 {key} {key}");
        let (masked, lines) = mask(&text);
        assert_eq!(
            masked,
            "1\n2 XXXXX-XXXXX-XXXXX-XXXXX-6789N\r\n\u{e9} XXXXX-XXX\r\n  XX-XXXXX-XXXXX-6789N\r\n\
             5 XXXXX-XXXXX-XXXXX-XXXXX-6789N XXXXX-XXXXX-XXXXX-XXXXX-6789N"
        );
        assert_eq!(lines, [2, 3, 4, 5]);
        assert_eq!(mask(&masked).1, [] as [u32; 0]);
        assert_eq!(mask(&format!("1\r2\r\n{key}")).1, [3]);
        assert!(matches!(mask("nothing here"), (Cow::Borrowed(_), lines) if lines.is_empty()));
    }

    #[test]
    fn a_list_of_keys_keeps_each_last_group() {
        let key = key("-");
        for between in ["\n", "\r\n- ", ", ", " | "] {
            let list = [&*key, &key, &key].join(between);
            let (masked, _) = mask(&list);
            assert_eq!(masked.matches("6789N").count(), 3, "{masked}");
            assert_eq!(masked.matches('X').count(), 60, "{masked}");
        }
    }

    #[test]
    fn long_texts_take_linear_time() {
        // A megabyte each: a search that went back again and again would take minutes.
        for piece in [
            "12345-", "A-", "BCDFG-", "> ", "BCDFG ", "<b", "&#", "\n1", "\u{415}", "\\u",
        ] {
            let text = piece.repeat(1_000_000 / piece.len());
            let (masked, _) = mask(&text);
            assert_eq!(masked.chars().count(), text.chars().count());
        }
    }
}
