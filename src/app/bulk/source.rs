//! A file, or a text that is handled as one: its bytes, and its text in pieces.

use activation_desk::decode::{Decoder, Encoding, OemPage, Sniffer, Verdict, guess};
use activation_desk::wording::files::Trouble;
use js_sys::{Array, JsString, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, TextDecodeOptions, TextDecoder};

/// So many bytes are read at once.
pub const CHUNK: f64 = 262_144.0;

/// A file.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its name; empty for pasted text.
    pub name: String,
    pub blob: Blob,
    /// The code page that the user chose for it.
    pub page: Option<String>,
}

impl From<File> for Source {
    fn from(file: File) -> Self {
        Source {
            name: file.name(),
            blob: file.into(),
            page: None,
        }
    }
}

impl Source {
    /// A text as a file without a name. It is never copied into the WebAssembly as a whole.
    pub fn of_text(text: &JsString) -> Option<Self> {
        Some(Source {
            name: String::new(),
            blob: blob(&Array::of1(text), "text/plain")?,
            page: None,
        })
    }

    pub fn size(&self) -> f64 {
        self.blob.size()
    }

    /// The bytes from `from` on, at most [`CHUNK`]; fails where the file went away.
    pub async fn bytes(&self, from: f64) -> Result<Vec<u8>, JsValue> {
        let part = self.blob.slice_with_f64_and_f64(from, from + CHUNK)?;
        let buffer = JsFuture::from(part.array_buffer()).await?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }

    /// Looks at all bytes and decides how to read them; `then` hears how many were looked at, and says whether to go on.
    pub async fn decoder(
        &self,
        language: &str,
        then: &mut dyn FnMut(f64),
    ) -> Result<Text, Trouble> {
        let mut sniffer = Sniffer::default();
        let mut at = 0.0;
        while at < self.size() {
            let bytes = self.bytes(at).await.map_err(|_| Trouble::Unreadable)?;
            if bytes.is_empty() {
                return Err(Trouble::Unreadable);
            }
            sniffer.push(&bytes);
            at += bytes.len() as f64;
            then(bytes.len() as f64);
        }
        match sniffer.verdict() {
            Verdict::Text(encoding) => Ok(Text::Core(Decoder::new(encoding), None)),
            Verdict::Empty => Err(Trouble::Empty),
            Verdict::Binary(binary) => Err(Trouble::Binary(binary)),
            Verdict::Legacy => {
                let page = self.page.clone();
                let page = page.unwrap_or_else(|| guess(&sniffer, language).to_owned());
                Ok(Text::in_page(page))
            }
        }
    }

    /// The whole text, and the code page where it is in an old one. For small files.
    pub async fn text(&self, language: &str) -> Result<(String, Option<String>), Trouble> {
        let mut decoder = self.decoder(language, &mut |_| {}).await?;
        let mut text = String::new();
        let mut at = 0.0;
        while at < self.size() {
            let bytes = self.bytes(at).await.map_err(|_| Trouble::Unreadable)?;
            if bytes.is_empty() {
                return Err(Trouble::Unreadable);
            }
            at += bytes.len() as f64;
            decoder.push(&bytes, at >= self.size(), &mut text);
        }
        Ok((text, decoder.page().map(str::to_owned)))
    }
}

/// Makes a blob of parts.
pub fn blob(parts: &Array, kind: &str) -> Option<Blob> {
    let bag = BlobPropertyBag::new();
    bag.set_type(kind);
    Blob::new_with_str_sequence_and_options(parts, &bag).ok()
}

/// Turns bytes into text: here, or by the browser's decoder for code pages that only it knows.
pub enum Text {
    Core(Decoder, Option<String>),
    Browser(TextDecoder, String),
}

impl Text {
    fn in_page(page: String) -> Self {
        if let Some(known) = OemPage::named(&page) {
            return Text::Core(Decoder::new(Encoding::Oem(known)), Some(page));
        }
        match TextDecoder::new_with_label(&page) {
            Ok(decoder) => Text::Browser(decoder, page),
            Err(_) => Text::in_page("windows-1252".to_owned()),
        }
    }

    /// The old code page, where it is one.
    pub fn page(&self) -> Option<&str> {
        match self {
            Text::Core(_, page) => page.as_deref(),
            Text::Browser(_, page) => Some(page),
        }
    }

    /// Puts the text of the next bytes behind `out`; `last`: nothing follows them.
    pub fn push(&mut self, bytes: &[u8], last: bool, out: &mut String) {
        match self {
            Text::Core(decoder, _) => {
                decoder.push(bytes, out);
                if last {
                    decoder.clone().finish(out);
                }
            }
            Text::Browser(decoder, _) => {
                let options = TextDecodeOptions::new();
                options.set_stream(!last);
                // A decoder that is not strict refuses nothing.
                let text = decoder.decode_with_u8_array_and_options(bytes, &options);
                out.push_str(&text.unwrap_or_default());
            }
        }
    }
}
