//! Bytes to text: which encoding a file is in, and its text.
//!
//! PowerShell's `>` writes UTF-16, `cmd` the console's old code page, editors UTF-8 with or without a mark. What can be told
//! from the bytes is told here; an old code page can't, so that somebody has to choose one ([`OemPage`] has those that
//! browsers lack).
//!
//! ```
//! use activation_desk::decode::{Decoded, Encoding, decode};
//! let Decoded::Text(text, Encoding::Utf16Le) = decode(b"N\0a\0m\0e\0:\0") else { panic!() };
//! assert_eq!(text, "Name:");
//! ```

mod oem;
mod sniff;

use std::borrow::Cow;

pub use oem::{OemPage, guess};
pub use sniff::{Binary, Sniffer, Verdict};

/// How a text is written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a mark; ASCII too.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// One-byte text with UTF-16 behind it, as `>>` of PowerShell makes of a file of `cmd`.
    Mixed,
    /// An old code page of consoles.
    Oem(OemPage),
}

/// What [`decode`] makes of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Decoded<'b> {
    /// Its text.
    Text(Cow<'b, str>, Encoding),
    /// Text in an old code page: somebody has to choose which.
    Legacy,
    /// No text.
    Binary(Binary),
    /// Nothing.
    Empty,
}

/// Decides what the bytes of a whole file are, and gives their text. Never fails, never panics.
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    let mut sniffer = Sniffer::default();
    sniffer.push(bytes);
    match sniffer.verdict() {
        Verdict::Text(encoding) => Decoded::Text(decode_as(bytes, encoding), encoding),
        Verdict::Legacy => Decoded::Legacy,
        Verdict::Binary(binary) => Decoded::Binary(binary),
        Verdict::Empty => Decoded::Empty,
    }
}

/// The text of bytes in a known encoding; what does not fit becomes U+FFFD.
pub fn decode_as(bytes: &[u8], encoding: Encoding) -> Cow<'_, str> {
    if encoding == Encoding::Utf8 {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        return String::from_utf8_lossy(bytes);
    }
    let mut text = String::new();
    let mut decoder = Decoder::new(encoding);
    decoder.push(bytes, &mut text);
    decoder.finish(&mut text);
    Cow::Owned(text)
}

/// Turns the bytes of a file into text, piece by piece.
#[derive(Clone, Debug)]
pub struct Decoder {
    encoding: Encoding,
    /// Bytes of a character whose rest comes with the next piece.
    held: Vec<u8>,
    /// The first half of a surrogate pair.
    high: Option<u16>,
    at_start: bool,
}

impl Decoder {
    /// A decoder at the beginning of a file.
    pub fn new(encoding: Encoding) -> Self {
        Decoder {
            encoding,
            held: Vec::new(),
            high: None,
            at_start: true,
        }
    }

    /// Puts the text of the next bytes behind `out`.
    pub fn push(&mut self, bytes: &[u8], out: &mut String) {
        let before = out.len();
        match self.encoding {
            Encoding::Utf8 => self.utf8(bytes, out),
            Encoding::Mixed => {
                let told: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
                self.utf8(&told, out);
            }
            Encoding::Utf16Le => self.utf16(bytes, u16::from_le_bytes, out),
            Encoding::Utf16Be => self.utf16(bytes, u16::from_be_bytes, out),
            Encoding::Oem(page) => page.decode(bytes, out),
        }
        if self.at_start && out.len() > before {
            self.at_start = false;
            if out[before..].starts_with('\u{feff}') {
                out.drain(before..before + '\u{feff}'.len_utf8());
            }
        }
    }

    /// Puts what was held back behind `out`: half a character at the end of the file.
    pub fn finish(self, out: &mut String) {
        if !self.held.is_empty() || self.high.is_some() {
            out.push(char::REPLACEMENT_CHARACTER);
        }
    }

    fn utf8(&mut self, bytes: &[u8], out: &mut String) {
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
            out.push_str(valid);
            match error {
                None => return self.held.extend_from_slice(after),
                Some(length) => {
                    out.push(char::REPLACEMENT_CHARACTER);
                    rest = after.get(length..).unwrap_or_default();
                }
            }
        }
    }

    fn utf16(&mut self, bytes: &[u8], unit: fn([u8; 2]) -> u16, out: &mut String) {
        let joined;
        let mut rest = bytes;
        let first = match (self.held.pop(), bytes.split_first()) {
            (Some(held), Some((byte, tail))) => {
                rest = tail;
                joined = [held, *byte];
                Some(joined)
            }
            (held, _) => {
                self.held.extend(held);
                None
            }
        };
        let (pairs, odd) = rest.as_chunks::<2>();
        self.held.extend_from_slice(odd);
        let units = first.iter().chain(pairs).map(|pair| unit(*pair));
        let high = self.high.take();
        out.reserve(pairs.len());
        let mut units = high.into_iter().chain(units).peekable();
        while let Some(first) = units.next() {
            match (first, units.peek().copied()) {
                (0xD800..=0xDBFF, None) => self.high = Some(first),
                (0xD800..=0xDBFF, Some(second @ 0xDC00..=0xDFFF)) => {
                    units.next();
                    out.extend(char::decode_utf16([first, second]).flatten());
                }
                _ => out.push(char::from_u32(first.into()).unwrap_or(char::REPLACEMENT_CHARACTER)),
            }
        }
    }
}

/// The valid text at the beginning, what follows it, and how many bytes of that are wrong; `None` where only the rest of a
/// character is missing.
fn valid_utf8(bytes: &[u8]) -> (&str, &[u8], Option<usize>) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (text, &[], None),
        Err(error) => {
            let (valid, after) = bytes.split_at(error.valid_up_to());
            (
                std::str::from_utf8(valid).unwrap_or_default(),
                after,
                error.error_len(),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Name: Wíndows \u{1f5a5} ライセンスの状態: ライセンスされています\r\nZustand: läuft\r\n\u{feff}x";

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[track_caller]
    fn reads(bytes: &[u8], text: &str, encoding: Encoding) {
        assert_eq!(decode(bytes), Decoded::Text(text.into(), encoding));
        // However the bytes are cut.
        for size in [1, 2, 3, 5] {
            let mut decoder = Decoder::new(encoding);
            let mut out = String::new();
            for piece in bytes.chunks(size) {
                decoder.push(piece, &mut out);
            }
            decoder.finish(&mut out);
            assert_eq!(out, text, "in pieces of {size}");
        }
    }

    #[test]
    fn unicode_is_told_with_and_without_a_mark() {
        let marked = format!("\u{feff}{TEXT}");
        reads(TEXT.as_bytes(), TEXT, Encoding::Utf8);
        reads(marked.as_bytes(), TEXT, Encoding::Utf8);
        for (bytes, encoding) in [
            (u16::to_le_bytes as fn(u16) -> [u8; 2], Encoding::Utf16Le),
            (u16::to_be_bytes, Encoding::Utf16Be),
        ] {
            reads(&utf16(TEXT, bytes), TEXT, encoding);
            reads(&utf16(&marked, bytes), TEXT, encoding);
        }
        reads(b"Name: A\r\n", "Name: A\r\n", Encoding::Utf8);
        reads(b"x", "x", Encoding::Utf8);
    }

    #[test]
    fn a_cut_end_costs_one_character() {
        let mut bytes = utf16("Name: A", u16::to_le_bytes);
        bytes.pop();
        reads(&bytes, "Name: \u{fffd}", Encoding::Utf16Le);
        reads(
            &"Zustand: läuft, ä".as_bytes()[..18],
            "Zustand: läuft, \u{fffd}",
            Encoding::Utf8,
        );
    }

    #[test]
    fn what_powershell_appended_to_a_file_of_cmd_is_read() {
        let mut bytes = b"C:\\>slmgr /dli\r\n".to_vec();
        bytes.extend(utf16("License Status: Licensed\r\n", u16::to_le_bytes));
        reads(
            &bytes,
            "C:\\>slmgr /dli\r\nLicense Status: Licensed\r\n",
            Encoding::Mixed,
        );
    }

    #[test]
    fn old_code_pages_are_for_somebody_to_choose() {
        // "Lizenzstatus: Läuft über" in 1252 and in 850.
        let ansi = b"Lizenzstatus: L\xe4uft \xfcber";
        let oem = b"Lizenzstatus: L\x84uft \x81ber";
        assert_eq!(decode(ansi), Decoded::Legacy);
        assert_eq!(decode(oem), Decoded::Legacy);
        for (bytes, page) in [(&ansi[..], OemPage::Ansi1252), (oem, OemPage::Dos850)] {
            assert_eq!(
                decode_as(bytes, Encoding::Oem(page)),
                "Lizenzstatus: Läuft über"
            );
        }
        // One damaged byte in a text that is UTF-8 otherwise.
        let mut damaged = "äöüß".repeat(20).into_bytes();
        damaged.push(0xff);
        damaged.extend("ende".bytes());
        assert!(matches!(decode(&damaged), Decoded::Text(_, Encoding::Utf8)));
    }

    #[test]
    fn what_is_no_text_is_told() {
        let exe = [b"MZ\x90\0\x03\0\0\0".as_slice(), &[0x55; 90]].concat();
        for (bytes, expected) in [
            (&exe[..], Decoded::Binary(Binary::Program)),
            (
                b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
                Decoded::Binary(Binary::Picture),
            ),
            (
                b"\xff\xd8\xff\xe0\0\x10JFIF",
                Decoded::Binary(Binary::Picture),
            ),
            (b"PK\x03\x04\x14\0\x06\0", Decoded::Binary(Binary::Archive)),
            (b"%PDF-1.7\nx", Decoded::Binary(Binary::Document)),
            (b"ElfFile\0\0\0\0\0", Decoded::Binary(Binary::EventLog)),
            (&[0, 0, 0, 1, 2, 3, 0, 0], Decoded::Binary(Binary::Other)),
            (&[1, 2, 3, 4, 5, 6, 7, 14], Decoded::Binary(Binary::Other)),
            (b"", Decoded::Empty),
            (b"\xef\xbb\xbf", Decoded::Empty),
            (b"\xff\xfe", Decoded::Empty),
            (b" \r\n\t\r\n", Decoded::Empty),
        ] {
            assert_eq!(decode(bytes), expected, "{bytes:?}");
        }
    }
}
