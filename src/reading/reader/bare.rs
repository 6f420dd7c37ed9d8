//! An identifier or a code pasted alone, without any output around it.

use std::borrow::Cow;

use super::Reader;
use crate::{
    id::{
        error_code, extended_pid, guid,
        installation_id::{self, Inspection},
    },
    kb,
    reading::{PrintedError, Product, Remark, RemarkCode, SpanKind},
    text,
};

/// Longer texts are no lone identifier.
const LONGEST: usize = 2_000;

/// What a text by itself is.
enum Alone<'t> {
    Code(u32),
    Product(Box<Product<'t>>, &'static str),
    /// A GUID that is in no table: what it names is not told by itself.
    UnknownGuid,
}

impl<'t> Reader<'t> {
    /// Reads lone identifiers, one a line or one over several lines, where the text holds nothing else.
    pub(super) fn read_alone(&mut self) {
        let out = &self.out;
        let is_empty = out.parts.is_empty()
            && out.products.is_empty()
            && out.errors.is_empty()
            && out.events.is_empty()
            && out.evidence.is_empty()
            && self.part.is_none();
        let unread = |remark: &Remark<'_>| remark.code == RemarkCode::NotUnderstood;
        if !is_empty || self.text.len() > LONGEST || !out.remarks.iter().all(unread) {
            return;
        }
        let lines: Vec<(u32, Cow<'t, str>)> = text::lines(self.text)
            .map(|(number, line)| (number, text::regular(line)))
            .filter(|(_, line)| !line.is_empty())
            .collect();
        let Some(((first, _), (last, _))) = lines.first().zip(lines.last()) else {
            return;
        };
        if let Some(product) = installation_id(self.text) {
            self.keep(
                *first,
                *last,
                Alone::Product(Box::new(product), "installationId"),
            );
            return;
        }
        let found: Option<Vec<_>> = lines
            .iter()
            .map(|(number, line)| Some((*number, alone(line)?)))
            .collect();
        for (number, found) in found.into_iter().flatten() {
            self.keep(number, number, found);
        }
    }

    fn keep(&mut self, first: u32, last: u32, found: Alone<'t>) {
        let within = |line: u32| (first..=last).contains(&line);
        if let Alone::UnknownGuid = found {
            for remark in self
                .out
                .remarks
                .iter_mut()
                .filter(|remark| within(remark.line))
            {
                (remark.code, remark.key) = (RemarkCode::Unsure, Some("activationId"));
            }
            return;
        }
        self.out.remarks.retain(|remark| !within(remark.line));
        let (product, key) = match found {
            Alone::Product(product, key) => {
                let index = self.out.products.len() as u32;
                self.out.products.push(Product {
                    lines: (first, last),
                    ..*product
                });
                (Some(index), Some(key))
            }
            Alone::Code(code) => {
                self.out.errors.push(PrintedError {
                    code,
                    text: None,
                    line: first,
                });
                (None, None)
            }
            Alone::UnknownGuid => return,
        };
        for span in self.out.spans.iter_mut().filter(|span| within(span.line)) {
            (span.kind, span.product, span.key) = (SpanKind::Field, product, key);
        }
    }
}

fn alone<'t>(line: &str) -> Option<Alone<'t>> {
    let line = line.trim_matches(|c: char| c.is_whitespace() || "\"'.,;".contains(c));
    if let Ok(id) = guid::parse(line) {
        let mut product = Product::default();
        let key = if kb::application_id::find(id).is_some() {
            product.application_id = Some(id);
            "applicationId"
        } else if kb::activation_id::find(id).is_some() {
            product.activation_id = Some(id);
            "activationId"
        } else {
            return Some(Alone::UnknownGuid);
        };
        return Some(Alone::Product(Box::new(product), key));
    }
    if extended_pid::parse(line).is_ok_and(|pid| pid.is_whole()) {
        let product = Product {
            extended_pid: Some(Cow::Owned(line.to_owned())),
            ..Product::default()
        };
        return Some(Alone::Product(Box::new(product), "extendedPid"));
    }
    if let Some(product) = installation_id(line) {
        return Some(Alone::Product(Box::new(product), "installationId"));
    }
    let is_one_word = !line.contains(char::is_whitespace);
    error_code::parse(line)
        .filter(|_| is_one_word && line.chars().all(|c| c.is_alphanumeric() || c == '-'))
        .map(Alone::Code)
}

/// 54 or 63 digits with whatever separators, or nearly as many: half an ID is worth its explanation.
fn installation_id<'t>(text: &str) -> Option<Product<'t>> {
    match installation_id::inspect(text) {
        Inspection::Groups(_) | Inspection::Placeholder(_) => {}
        Inspection::WrongLength(_) if (50..=66).contains(&installation_id::digits(text).len()) => {}
        _ => return None,
    }
    Some(Product {
        installation_id: Some(Cow::Owned(installation_id::digits(text).into_owned())),
        ..Product::default()
    })
}
