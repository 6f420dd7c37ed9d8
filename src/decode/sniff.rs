//! What the bytes of a file are, told by looking at all of them, in as many pieces as they come.

use super::{Encoding, valid_utf8};

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Text in an encoding that the bytes prove.
    Text(Encoding),
    /// Text in an old code page.
    Legacy,
    /// No text.
    Binary(Binary),
    /// Nothing, or blanks only.
    Empty,
}

/// Files that are no text, as far as it helps to tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binary {
    /// A picture: a screenshot, perhaps.
    Picture,
    /// A program.
    Program,
    /// A ZIP file; documents of Office are ZIP files too.
    Archive,
    /// A document for printing.
    Document,
    /// An event log in its own form (`.evtx`).
    EventLog,
    /// Something else.
    Other,
}

/// How files begin that are no text.
const BEGINNINGS: [(&[u8], Binary); 13] = [
    (b"\x89PNG", Binary::Picture),
    (b"\xff\xd8\xff", Binary::Picture),
    (b"GIF8", Binary::Picture),
    (b"BM", Binary::Picture),
    (b"RIFF", Binary::Picture),
    (b"MZ", Binary::Program),
    (b"\x7fELF", Binary::Program),
    (b"PK\x03\x04", Binary::Archive),
    (b"\x1f\x8b", Binary::Archive),
    (b"7z\xbc\xaf", Binary::Archive),
    (b"%PDF-", Binary::Document),
    (b"\xd0\xcf\x11\xe0", Binary::Document),
    (b"ElfFile\0", Binary::EventLog),
];

/// Looks at the bytes of a file, piece by piece.
#[derive(Clone, Debug, Default)]
pub struct Sniffer {
    head: Vec<u8>,
    length: u64,
    /// NUL bytes at even and at odd places.
    nul: [u64; 2],
    /// NUL behind NUL.
    nul_pairs: u64,
    last: Option<u8>,
    /// Bytes that no text has.
    controls: u64,
    blanks: u64,
    /// Bytes 80 to 9F: letters of the code pages of consoles, signs in those of Windows.
    low: u64,
    /// Bytes C0 to FF: letters of the code pages of Windows.
    high: u64,
    utf8: Utf8,
}

/// Whether the bytes that are not NUL are UTF-8.
#[derive(Clone, Debug, Default)]
struct Utf8 {
    held: Vec<u8>,
    errors: u64,
    /// Bytes that begin a longer character, in what is valid.
    leads: u64,
}

impl Sniffer {
    /// Looks at the next bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        let wanted = 16_usize.saturating_sub(self.head.len());
        self.head.extend(bytes.iter().take(wanted));
        for &byte in bytes {
            match byte {
                0 => {
                    self.nul[(self.length % 2) as usize] += 1;
                    self.nul_pairs += u64::from(self.last == Some(0));
                }
                b'\t' | b'\n' | b'\r' | b' ' => self.blanks += 1,
                // Back space, form feed, end of file and escape stand in logs of consoles.
                8 | 12 | 0x1a | 0x1b => {}
                1..32 | 127 => self.controls += 1,
                0x80..0xa0 => self.low += 1,
                0xc0.. => self.high += 1,
                _ => {}
            }
            self.last = Some(byte);
            self.length += 1;
        }
        if self.nul == [0, 0] {
            self.utf8.push(bytes);
        } else {
            let told: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
            self.utf8.push(&told);
        }
    }

    /// What the bytes so far are.
    pub fn verdict(&self) -> Verdict {
        let starts = |mark: &[u8]| self.head.starts_with(mark);
        let marked = [
            (&b"\xef\xbb\xbf"[..], Encoding::Utf8),
            (b"\xff\xfe", Encoding::Utf16Le),
            (b"\xfe\xff", Encoding::Utf16Be),
        ];
        if let Some((mark, encoding)) = marked.into_iter().find(|(mark, _)| starts(mark)) {
            let nothing = self.length - self.blanks - self.nul[0] - self.nul[1];
            return if nothing <= mark.len() as u64 {
                Verdict::Empty
            } else {
                Verdict::Text(encoding)
            };
        }
        // The letters of these marks begin texts too; only what no text has makes them marks.
        let odd = self.nul != [0, 0] || self.controls > 0 || self.utf8.errors > 0;
        let is_pdf = starts(b"%PDF-");
        if let Some((_, binary)) = BEGINNINGS
            .into_iter()
            .find(|(mark, _)| starts(mark) && (odd || is_pdf))
        {
            return Verdict::Binary(binary);
        }
        if self.length == self.blanks + self.nul[0] + self.nul[1] && self.nul_pairs == 0 {
            return Verdict::Empty;
        }
        if self.controls * 200 > self.length {
            return Verdict::Binary(Binary::Other);
        }
        // Too few NUL bytes for a text of Latin letters, and nothing between them that is no ASCII: the one behind the other.
        let nuls = self.nul[0] + self.nul[1];
        let is_ascii = self.low + self.high + self.controls == 0;
        if nuls > 0 && self.nul_pairs == 0 && is_ascii && nuls * 2 + 2 < self.length {
            return Verdict::Text(Encoding::Mixed);
        }
        if self.is_utf16(1) {
            return Verdict::Text(Encoding::Utf16Le);
        }
        if self.is_utf16(0) {
            return Verdict::Text(Encoding::Utf16Be);
        }
        let is_utf8 = self.utf8.is_valid();
        if nuls > 0 {
            return if self.nul_pairs == 0 && is_utf8 {
                Verdict::Text(Encoding::Mixed)
            } else {
                Verdict::Binary(Binary::Other)
            };
        }
        if is_utf8 {
            Verdict::Text(Encoding::Utf8)
        } else {
            Verdict::Legacy
        }
    }

    /// Whether the bytes above 7F look like a console's code page rather than one of Windows.
    pub fn looks_like_console(&self) -> bool {
        self.low > self.high
    }

    /// Whether the high bytes of UTF-16 stand at even (0) or odd (1) places. Even a Japanese text has digits and blanks.
    fn is_utf16(&self, place: usize) -> bool {
        let (here, there) = (self.nul[place], self.nul[1 - place]);
        here > 8 * there && here * 20 >= self.length && self.nul_pairs * 8 <= here
    }
}

impl Utf8 {
    fn push(&mut self, bytes: &[u8]) {
        let joined;
        let mut rest = if self.held.is_empty() {
            bytes
        } else {
            self.held.extend_from_slice(bytes);
            joined = std::mem::take(&mut self.held);
            &joined
        };
        loop {
            let (valid, after, error) = valid_utf8(rest);
            if !valid.is_ascii() {
                self.leads += valid.bytes().filter(|byte| *byte >= 0xc0).count() as u64;
            }
            match error {
                None => return self.held = after.to_vec(),
                Some(length) => {
                    self.errors += 1;
                    rest = after.get(length..).unwrap_or_default();
                }
            }
        }
    }

    /// A damaged byte here and there is no other encoding.
    fn is_valid(&self) -> bool {
        self.errors == 0 || self.leads > 20 * self.errors
    }
}
