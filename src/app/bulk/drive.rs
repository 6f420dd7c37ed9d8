//! Reads all sources of a job, piece by piece: the one way through a large input, in a worker or beside the page.
//!
//! Between two chunks of bytes everybody else gets a turn, since blobs are read by the browser in the background.

use activation_desk::export::{self, Format};
use activation_desk::phrase::Redact;
use activation_desk::reading::{ReadOptions, Reading, read_with};
use activation_desk::summary::{Cutter, Place, Summary};
use activation_desk::text::{self, mask_product_keys};
use js_sys::{Array, JsString};
use wasm_bindgen::JsValue;
use web_sys::Blob;

use super::source::blob;
use super::{Job, KEPT, Kind, Outcome, wire};

/// Looking at the bytes is a fifth of the work, reading them the rest.
const LOOKING: f64 = 0.2;
/// So much text of an export is put together before the browser takes it over.
const BATCH: usize = 1024 * 1024;

/// What takes the pieces.
trait Taker {
    fn piece(&mut self, text: &str, reading: &Reading<'_>, place: Place, lines: u32);
}

/// Does the job: a report as a plain object, or a blob. `progress` hears how many bytes are done; `None`: it broke off.
pub async fn run(job: &Job, progress: &mut dyn FnMut(f64)) -> Option<JsValue> {
    match job.kind {
        Kind::Read => {
            let total: f64 = job.sources.iter().map(super::Source::size).sum();
            let mut reader = Reader {
                keeps: total <= KEPT,
                several: job.sources.len() > 1,
                names: job
                    .sources
                    .iter()
                    .map(|source| source.name.clone())
                    .collect(),
                ..Reader::default()
            };
            let outcomes = walk(job, &mut reader, progress).await?;
            let text = reader.keeps.then_some(reader.text.as_str());
            wire::to_js(&reader.sum, &reader.pieces, &outcomes, text)
        }
        Kind::JsonLines(redact) => exported(job, Format::JsonLines, redact, progress).await,
        Kind::Csv(redact) => exported(job, Format::Csv, redact, progress).await,
    }
}

async fn exported(
    job: &Job,
    format: Format,
    redact: Redact,
    progress: &mut dyn FnMut(f64),
) -> Option<JsValue> {
    let mut writer = Writer {
        format,
        redact,
        names: job
            .sources
            .iter()
            .map(|source| source.name.clone())
            .collect(),
        file: 0,
        parts: 0,
        out: format.head(),
        done: Array::new(),
    };
    walk(job, &mut writer, progress).await?;
    writer.done.push(&JsString::from(writer.out.as_str()));
    let kind = match format {
        Format::JsonLines => "application/jsonl",
        Format::Csv => "text/csv",
    };
    blob(&writer.done, kind).map(JsValue::from)
}

async fn walk(
    job: &Job,
    taker: &mut dyn Taker,
    progress: &mut dyn FnMut(f64),
) -> Option<Vec<Outcome>> {
    let mut done = 0.0;
    let mut outcomes = Vec::new();
    for (file, source) in job.sources.iter().enumerate() {
        let looked = done;
        let decoder = source
            .decoder(&job.language, &mut |bytes| {
                done += bytes * LOOKING;
                progress(done);
            })
            .await;
        let mut decoder = match decoder {
            Ok(decoder) => decoder,
            Err(trouble) => {
                done = looked + source.size();
                outcomes.push(Outcome {
                    trouble: Some(trouble),
                    page: None,
                });
                continue;
            }
        };
        outcomes.push(Outcome {
            trouble: None,
            page: decoder.page().map(str::to_owned),
        });
        let mut place = Place {
            file: file as u32,
            ..Place::default()
        };
        let mut text = String::new();
        let mut cutter = Cutter::default();
        let mut at = 0.0;
        while at < source.size() {
            let bytes = source.bytes(at).await.ok()?;
            if bytes.is_empty() {
                return None;
            }
            at += bytes.len() as f64;
            let last = at >= source.size();
            decoder.push(&bytes, last, &mut text);
            while let Some((end, goes_on)) = cutter.end(&text) {
                take(taker, &text[..end], &mut place, goes_on);
                text.drain(..end);
                cutter = Cutter::default();
            }
            if last && !text.is_empty() {
                take(taker, &text, &mut place, false);
            }
            done += bytes.len() as f64 * (1.0 - LOOKING);
            progress(done);
        }
    }
    Some(outcomes)
}

fn take(taker: &mut dyn Taker, piece: &str, place: &mut Place, goes_on: bool) {
    place.end = place.start + piece.len() as u64;
    let lines = text::lines(piece).count() as u32;
    let (masked, _) = mask_product_keys(piece);
    let reading = read_with(&masked, ReadOptions::default());
    taker.piece(&masked, &reading, *place, lines);
    *place = Place {
        start: place.end,
        lines: place.lines + lines,
        goes_on,
        ..*place
    };
}

/// Sums up, and keeps the pieces of the first products.
#[derive(Default)]
struct Reader {
    sum: Summary,
    pieces: Vec<(Place, Blob)>,
    names: Vec<String>,
    /// The whole text without full product keys, where it is short enough to be remembered.
    text: String,
    keeps: bool,
    several: bool,
}

impl Taker for Reader {
    fn piece(&mut self, text: &str, reading: &Reading<'_>, place: Place, lines: u32) {
        let held = self.sum.held();
        self.sum.add(reading, place, lines);
        if self.sum.held() > held
            && let Some(piece) = blob(&Array::of1(&JsString::from(text)), "text/plain")
        {
            self.pieces.push((place, piece));
        }
        if self.keeps {
            if self.several && place.start == 0 {
                let name = self.names.get(place.file as usize).map_or("", |name| name);
                self.text.push_str(&heading(name, !self.text.is_empty()));
            }
            self.text.push_str(text);
        }
    }
}

/// The line above a file's text where several stand in one text; the reader knows it.
pub fn heading(name: &str, below: bool) -> String {
    format!("{}==> {name} <==\n", if below { "\n\n" } else { "" })
}

/// Writes every product.
struct Writer {
    format: Format,
    redact: Redact,
    names: Vec<String>,
    file: u32,
    /// Outputs of the file before this piece.
    parts: u64,
    out: String,
    done: Array,
}

impl Taker for Writer {
    fn piece(&mut self, _: &str, reading: &Reading<'_>, place: Place, _: u32) {
        if self.file != place.file {
            (self.file, self.parts) = (place.file, 0);
        }
        let before = self.parts - u64::from(place.goes_on && self.parts > 0);
        for product in &reading.products {
            let behind = reading
                .parts
                .partition_point(|part| part.first_line <= product.lines.0);
            let part = behind.checked_sub(1).and_then(|at| reading.parts.get(at));
            let source = export::Source {
                file: self.names.get(place.file as usize).map_or("", |name| name),
                number: place.file + 1,
                part: before + behind as u64,
                producer: part.map(|part| part.producer).unwrap_or_default(),
                lines: place.lines,
            };
            self.format
                .write(product, source, self.redact, &mut self.out);
        }
        self.parts = before + reading.parts.len() as u64;
        if self.out.len() > BATCH {
            // As a blob, the browser may keep it outside of the memory.
            let text = Array::of1(&JsString::from(self.out.as_str()));
            if let Some(part) = blob(&text, "") {
                self.done.push(&part);
                self.out.clear();
            }
        }
    }
}
