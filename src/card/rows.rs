//! Rows from fields: the label, the meaning and the lines of each come from one place.

use std::borrow::Cow;

use super::{Note, Row, Section, Tone};
use crate::{
    kb::Sources,
    phrase::{Kind, Phrase},
    reading::{Reading, Span},
    wording::fields,
};

/// Where the fields of one product stand in the paste.
pub(crate) struct Places<'r> {
    spans: &'r [Span],
    product: u32,
}

impl<'r> Places<'r> {
    pub(crate) fn new(reading: &'r Reading<'_>, product: usize) -> Self {
        Places {
            spans: &reading.spans,
            product: product as u32,
        }
    }

    /// First and last line of a field; `None` where the reading holds no spans or the field is not printed.
    pub(crate) fn lines(&self, key: &str) -> Option<(u32, u32)> {
        let mut lines = self
            .spans
            .iter()
            .filter(|span| span.product == Some(self.product) && span.key == Some(key));
        let first = lines.next()?.line;
        Some((
            first,
            lines
                .map(|span| span.line)
                .max()
                .unwrap_or(first)
                .max(first),
        ))
    }

    /// The first line of a field.
    pub(crate) fn line(&self, key: &str) -> Option<u32> {
        self.lines(key).map(|(first, _)| first)
    }

    /// A row with its label, meaning and lines.
    pub(super) fn row(&self, key: &'static str, value: Phrase) -> Row {
        Row {
            lines: self.lines(key),
            ..derived(key, value)
        }
    }
}

/// A row of a value that stands in no line of its own.
pub(super) fn derived(key: &'static str, value: Phrase) -> Row {
    Row {
        key,
        label: Cow::Borrowed(fields::label(key)),
        value,
        meaning: fields::meaning(key),
        ..Row::default()
    }
}

/// A section being filled.
pub(super) struct Filling(Section);

impl Filling {
    pub(super) fn new(id: &'static str, title: &'static str) -> Self {
        Filling(Section {
            id,
            title: Cow::Borrowed(title),
            ..Section::default()
        })
    }

    /// Adds a row.
    pub(super) fn row(&mut self, row: Row) -> &mut Row {
        self.0.rows.push(row);
        let last = self.0.rows.len() - 1;
        &mut self.0.rows[last]
    }

    /// Adds a row for a value, if there is one.
    pub(super) fn value(
        &mut self,
        places: &Places<'_>,
        key: &'static str,
        kind: Kind,
        value: Option<impl ToString>,
    ) -> Option<&mut Row> {
        let value = value?.to_string();
        Some(self.row(places.row(key, Phrase::new().value(kind, value))))
    }

    /// Adds a sentence below the rows.
    pub(super) fn note(&mut self, tone: Tone, text: impl Into<Phrase>) {
        self.0.notes.push(Note {
            tone,
            text: text.into(),
        });
    }

    /// The section being filled.
    pub(super) fn section(&mut self) -> &mut Section {
        &mut self.0
    }

    /// The section, whatever is in it.
    pub(super) fn whole(self) -> Section {
        self.0
    }

    /// The section, if anything is in it.
    pub(super) fn done(self) -> Option<Section> {
        let Filling(section) = self;
        let empty = section.rows.is_empty() && section.notes.is_empty() && section.chart.is_empty();
        (!empty).then_some(section)
    }
}

impl Row {
    /// Adds a remark on the value.
    pub(super) fn note(&mut self, tone: Tone, text: impl Into<Phrase>) -> &mut Self {
        self.notes.push(Note {
            tone,
            text: text.into(),
        });
        self
    }

    /// Adds where a fact comes from; each source once.
    pub(super) fn source(&mut self, sources: Sources) -> &mut Self {
        add_sources(&mut self.sources, sources);
        self
    }
}

/// Adds sources that are not there yet.
pub(super) fn add_sources(to: &mut Vec<&'static str>, sources: Sources) {
    for source in sources.iter() {
        if !to.contains(&source) {
            to.push(source);
        }
    }
}
