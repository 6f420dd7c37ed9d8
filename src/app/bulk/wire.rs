//! A report as the plain object that crosses the border of the worker, and back.

use std::rc::Rc;

use activation_desk::card::Tone;
use activation_desk::decode::Binary;
use activation_desk::phrase::Redact;
use activation_desk::summary::{Listed as Found, Place, Summary, Tally};
use activation_desk::wording::files::{self, Trouble};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use super::{Job, Kind, Listed, Outcome, Source};

/// So many rows of each table of counts are shown.
const ROWS: usize = 60;

/// What a large input says.
#[derive(Debug)]
pub struct Report {
    /// Products, products with a key, outputs, errors, events, remarks, lines.
    pub totals: [f64; 7],
    /// By state, channel, name, producer, code: each name with its count, the most frequent first, and how many more there are.
    pub tallies: [Ranked; 5],
    pub first: Vec<Listed>,
    pub outcomes: Vec<Outcome>,
    /// The whole text, where it is short enough to be remembered.
    pub text: Option<Rc<str>>,
}

/// Two are equal where they are the same report.
impl PartialEq for Report {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// A table of counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranked {
    pub rows: Vec<(String, f64)>,
    /// Rows that are not here.
    pub more: usize,
}

fn list<T>(items: impl IntoIterator<Item = T>, each: impl Fn(T) -> JsValue) -> JsValue {
    items.into_iter().map(each).collect::<Array>().into()
}

/// The report as an array of arrays; `None` where the browser has no memory left.
pub fn to_js(
    sum: &Summary,
    pieces: &[(Place, Blob)],
    outcomes: &[Outcome],
    text: Option<&str>,
) -> Option<JsValue> {
    let totals = [
        sum.products,
        sum.keyed,
        sum.parts,
        sum.errors,
        sum.events,
        sum.remarks,
        sum.lines,
    ];
    let tallies = [
        &sum.states,
        &sum.channels,
        &sum.names,
        &sum.producers,
        &sum.codes,
    ];
    let first = sum.first().filter_map(|found| listed_to_js(found, pieces));
    Some(
        [
            list(totals, |total| (total as f64).into()),
            list(tallies, tally_to_js),
            first.collect::<Array>().into(),
            list(outcomes, |outcome| {
                let trouble = outcome.trouble.map(number_of);
                Array::of2(&trouble.into(), &outcome.page.as_deref().into()).into()
            }),
            text.into(),
        ]
        .into_iter()
        .collect::<Array>()
        .into(),
    )
}

fn tally_to_js(tally: &Tally) -> JsValue {
    let ranked = tally.ranked();
    let rows = list(ranked.iter().take(ROWS), |(name, count)| {
        Array::of2(&(*name).into(), &(*count as f64).into()).into()
    });
    Array::of2(&rows, &(ranked.len().saturating_sub(ROWS) as f64).into()).into()
}

fn listed_to_js(found: &Found, pieces: &[(Place, Blob)]) -> Option<JsValue> {
    let (place, piece) = pieces
        .iter()
        .find(|(place, _)| (place.file, place.start) == (found.place.file, found.place.start))?;
    let glance = &found.glance;
    let title = glance.title.plain(Redact::No);
    let fields: [JsValue; 10] = [
        title.into(),
        glance.word.into(),
        TONES
            .iter()
            .position(|tone| *tone == glance.tone)
            .map(|at| at as f64)
            .into(),
        found.name.as_deref().unwrap_or_default().into(),
        place.file.into(),
        glance.lines.0.into(),
        glance.lines.1.into(),
        piece.into(),
        place.lines.into(),
        (glance.product as f64).into(),
    ];
    Some(fields.into_iter().collect::<Array>().into())
}

const TONES: [Tone; 4] = [Tone::Good, Tone::Watch, Tone::Bad, Tone::Neutral];

const TROUBLES: [Trouble; 9] = [
    Trouble::Unreadable,
    Trouble::Empty,
    Trouble::Folder,
    Trouble::Binary(Binary::Picture),
    Trouble::Binary(Binary::Program),
    Trouble::Binary(Binary::Archive),
    Trouble::Binary(Binary::Document),
    Trouble::Binary(Binary::EventLog),
    Trouble::Binary(Binary::Other),
];

fn number_of(trouble: Trouble) -> f64 {
    TROUBLES
        .iter()
        .position(|known| *known == trouble)
        .unwrap_or(0) as f64
}

/// The fields of an array, taken one after the other.
struct Fields(Array, u32);

impl Fields {
    fn of(value: JsValue) -> Self {
        Fields(value.dyn_into().unwrap_or_default(), 0)
    }

    fn next(&mut self) -> JsValue {
        self.1 += 1;
        self.0.get(self.1 - 1)
    }

    fn number(&mut self) -> f64 {
        self.next().as_f64().unwrap_or(0.0)
    }

    fn text(&mut self) -> String {
        self.next().as_string().unwrap_or_default()
    }

    fn list<T>(&mut self, each: impl FnMut(JsValue) -> T) -> Vec<T> {
        Fields::of(self.next()).0.iter().map(each).collect()
    }
}

impl Report {
    /// It in a sentence.
    pub fn sentence(&self) -> String {
        let [products, keyed, parts, ..] = self.totals.map(|total| total as u64);
        files::overview(products, keyed, parts)
    }

    /// Reads the array that [`to_js`] made.
    pub fn from_js(value: JsValue) -> Self {
        let mut report = Fields::of(value);
        let totals = report.list(|total| total.as_f64().unwrap_or(0.0));
        let tallies = report.list(|tally| {
            let mut tally = Fields::of(tally);
            Ranked {
                rows: tally.list(|row| {
                    let mut row = Fields::of(row);
                    (row.text(), row.number())
                }),
                more: tally.number() as usize,
            }
        });
        let first = report.list(|listed| {
            let mut listed = Fields::of(listed);
            Listed {
                title: listed.text(),
                word: listed.text(),
                tone: TONES[(listed.number() as usize).min(TONES.len() - 1)],
                name: listed.text(),
                file: listed.number() as usize,
                lines: (listed.number() as u32, listed.number() as u32),
                piece: listed.next().unchecked_into(),
                lines_before: listed.number() as u32,
                product: listed.number() as usize,
            }
        });
        let outcomes = report.list(|outcome| {
            let mut outcome = Fields::of(outcome);
            Outcome {
                trouble: outcome
                    .next()
                    .as_f64()
                    .and_then(|at| TROUBLES.get(at as usize).copied()),
                page: outcome.next().as_string(),
            }
        });
        Report {
            totals: totals.try_into().unwrap_or_default(),
            tallies: tallies.try_into().unwrap_or_default(),
            first,
            outcomes,
            text: report.next().as_string().map(Rc::from),
        }
    }
}

/// A job as the object that is posted to the worker.
pub fn job_to_js(job: &Job) -> JsValue {
    let (kind, redact) = match job.kind {
        Kind::Read => (0.0, Redact::No),
        Kind::JsonLines(redact) => (1.0, redact),
        Kind::Csv(redact) => (2.0, redact),
    };
    let sources = list(job.sources.iter(), |source| {
        Array::of3(
            &(&source.name).into(),
            &source.blob,
            &source.page.as_deref().into(),
        )
        .into()
    });
    Array::of4(
        &sources,
        &kind.into(),
        &(redact == Redact::Yes).into(),
        &(&job.language).into(),
    )
    .into()
}

/// Reads the object that [`job_to_js`] made.
pub fn job_from_js(value: JsValue) -> Job {
    let mut job = Fields::of(value);
    let sources = job.list(|source| {
        let mut source = Fields::of(source);
        Source {
            name: source.text(),
            blob: source.next().unchecked_into(),
            page: source.next().as_string(),
        }
    });
    let kind = job.number();
    let redact = if job.next().is_truthy() {
        Redact::Yes
    } else {
        Redact::No
    };
    Job {
        sources: sources.into(),
        kind: match kind as u32 {
            1 => Kind::JsonLines(redact),
            2 => Kind::Csv(redact),
            _ => Kind::Read,
        },
        language: job.text(),
    }
}

/// A message of the worker.
pub fn message(key: &str, value: &JsValue) -> JsValue {
    let message = Object::new();
    // A plain object takes any property.
    let _ = Reflect::set(&message, &key.into(), value);
    message.into()
}
