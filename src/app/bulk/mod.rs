//! Inputs that are too large to look at whole: read in pieces, in a worker where there can be one.
//!
//! [`host`] starts a [`Job`] and hears of it; [`worker`] is the other end; both run [`drive`]: the same code on the same
//! compiled module. What comes back is a [`Report`], which crosses the border as a plain object ([`wire`]).

mod drive;
pub mod host;
pub mod source;
mod wire;
pub mod worker;

use std::rc::Rc;

use activation_desk::phrase::Redact;
use activation_desk::wording::files::Trouble;
use web_sys::Blob;

pub use drive::heading;
pub use source::Source;
pub use wire::Report;

/// Above so many bytes an input is large.
pub const LARGE: f64 = 1e6;
/// Up to so many bytes a large text is remembered.
pub const KEPT: f64 = 5e6;

/// What is to be done with the sources.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    pub sources: Rc<[Source]>,
    pub kind: Kind,
    /// The browser's language, for the first guess at a code page.
    pub language: String,
}

/// What a job makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A [`Report`].
    Read,
    /// A file of JSON Lines.
    JsonLines(Redact),
    /// A file of CSV.
    Csv(Redact),
}

/// What is heard of a job.
#[derive(Clone, Debug)]
pub enum News {
    /// So many bytes are done.
    Progress(f64),
    /// It was read.
    Read(Rc<Report>),
    /// The file is made.
    Made(Blob),
    /// It broke off.
    Failed,
}

/// One of the first products.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    pub title: String,
    pub word: String,
    pub tone: activation_desk::card::Tone,
    pub name: String,
    /// Index of its file.
    pub file: usize,
    /// First and last line in its file.
    pub lines: (u32, u32),
    /// The text of its piece, without full product keys.
    pub piece: Blob,
    /// How many lines of the file stand before the piece.
    pub lines_before: u32,
    /// Its index in the piece.
    pub product: usize,
}

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    pub trouble: Option<Trouble>,
    /// The code page that it was read in, where it is in an old one.
    pub page: Option<String>,
}
