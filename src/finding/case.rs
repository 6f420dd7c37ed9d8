//! What a finding looks at.

use std::net::IpAddr;

use time::PrimitiveDateTime;

use super::{Certainty, Finding, Severity};
use crate::{
    card::{self, Places, Step},
    channel::Channel,
    command::Command,
    kb::{self, Sources},
    phrase::{Kind, Phrase},
    product::{Era, Identity},
    reading::{NoticeKind, Product, Reading, RemarkCode},
    state::LicenseStatus,
    wording::states::About,
};

/// A paste, and when it is looked at.
pub(crate) struct Paste<'r> {
    pub reading: &'r Reading<'r>,
    /// The time on the machine's own clock, if it is known.
    pub now: Option<PrimitiveDateTime>,
}

/// One product of a paste.
pub(crate) struct Case<'r> {
    pub paste: &'r Paste<'r>,
    /// Its index in `Reading::products`.
    pub index: usize,
    pub product: &'r Product<'r>,
    pub identity: Identity,
    pub about: About,
    places: Places<'r>,
}

impl<'r> Case<'r> {
    /// Product number `index`; `None` past the end.
    pub fn of(paste: &'r Paste<'r>, index: usize) -> Option<Case<'r>> {
        let product = paste.reading.products.get(index)?;
        let identity = card::identify(product);
        Some(Case {
            paste,
            index,
            product,
            about: card::about(product, &identity),
            identity,
            places: Places::new(paste.reading, index),
        })
    }

    /// Whether it is a KMS host: its block is printed, or its channel says so.
    pub fn is_host(&self) -> bool {
        self.about.hosts()
    }

    /// Whether it is activated by KMS.
    pub fn is_client(&self) -> bool {
        self.product.channel == Some(Channel::KmsClient)
    }

    /// Whether it is licensed.
    pub fn is_licensed(&self) -> bool {
        self.product.license_status == Some(LicenseStatus::Licensed)
    }

    /// The first line of a field (a key of the published shape).
    pub fn line(&self, key: &str) -> Option<u32> {
        self.places.line(key)
    }

    /// A finding about this product, the lines of these fields (keys of the published shape) as what shows it.
    pub fn finding(
        &self,
        code: &'static str,
        severity: Severity,
        sentence: impl Into<Phrase>,
        keys: &[&str],
    ) -> Finding {
        let mut lines: Vec<u32> = keys.iter().filter_map(|key| self.line(key)).collect();
        lines.sort_unstable();
        lines.dedup();
        Finding {
            product: Some(self.index),
            lines,
            ..Finding::new(code, severity, sentence)
        }
    }

    /// A step whose command takes its values from this product: they are tagged by what they are.
    pub fn step(&self, command: Command<'_>, why: &'static str) -> Step {
        let mut step = Step::of(command, why);
        step.tagged = crate::sensitive::command(&step.command, self.product);
        step
    }
}

impl Paste<'_> {
    /// A finding about the machine or the paste, with the lines that show it.
    pub fn finding(
        &self,
        code: &'static str,
        severity: Severity,
        sentence: impl Into<Phrase>,
        lines: &[u32],
    ) -> Finding {
        Finding {
            lines: lines.to_vec(),
            ..Finding::new(code, severity, sentence)
        }
    }

    /// A step whose command may hold some of these names of machines and domains: they are tagged as such.
    pub fn step(&self, command: Command<'_>, why: &'static str, names: &[&str]) -> Step {
        let mut step = Step::of(command, why);
        let names: Vec<(String, Kind)> = names
            .iter()
            .map(|name| {
                // Commands print an address in its shortest form, without brackets.
                let bare = name.trim().trim_matches(['[', ']']);
                match bare.parse::<IpAddr>() {
                    Ok(address) => (address.to_string(), Kind::Address),
                    Err(_) => (bare.to_owned(), Kind::Host),
                }
            })
            .collect();
        step.tagged = crate::sensitive::tagged(&step.command, &names);
        step
    }

    /// Whether a product shows Windows 7 or older, whose shells lack some commands.
    pub fn is_old(&self) -> bool {
        let products = self.reading.products.iter();
        let eras = products.filter_map(|product| card::identify(product).era);
        matches!(eras.min(), Some(Era::Vista | Era::Seven))
    }

    /// The lines in which a tool pointed that out.
    pub fn notices(&self, kind: NoticeKind) -> Vec<u32> {
        let notices = self.reading.notices.iter();
        notices
            .filter(|notice| notice.kind == kind)
            .map(|notice| notice.line)
            .collect()
    }

    /// The lines in which a command printed that error.
    pub fn errors(&self, code: u32) -> Vec<u32> {
        let errors = self.reading.errors.iter();
        errors
            .filter(|error| error.code == code)
            .map(|error| error.line)
            .collect()
    }

    /// The lines in which a tool said, without a code, that it could not do what it was told.
    pub fn refusals(&self, is_it: impl Fn(&str) -> bool) -> Vec<u32> {
        let remarks = self.reading.remarks.iter();
        remarks
            .filter(|remark| remark.code == RemarkCode::ToolError && is_it(&remark.text))
            .map(|remark| remark.line)
            .collect()
    }
}

impl Finding {
    fn new(code: &'static str, severity: Severity, sentence: impl Into<Phrase>) -> Finding {
        Finding {
            code,
            severity,
            product: None,
            sentence: sentence.into(),
            lines: Vec::new(),
            certainty: Certainty::Shown,
            background: Vec::new(),
            steps: Vec::new(),
            sources: Vec::new(),
            related: Vec::new(),
        }
    }

    /// How sure it is, where the paste does not show it outright.
    pub(super) fn certainty(self, certainty: Certainty) -> Finding {
        Finding { certainty, ..self }
    }

    /// Something to know of it.
    pub(super) fn background(mut self, sentence: impl Into<Phrase>) -> Finding {
        self.background.push(sentence.into());
        self
    }

    /// What to do next.
    pub(super) fn step(mut self, step: Step) -> Finding {
        self.steps.push(step);
        self
    }

    /// Where a fact comes from; each address once.
    pub(super) fn source(mut self, sources: Sources) -> Finding {
        for source in sources.iter() {
            if !self.sources.contains(&source) {
                self.sources.push(source);
            }
        }
        self
    }

    /// An article that explains more, and where its facts come from.
    pub(super) fn article(self, key: &'static str) -> Finding {
        let finding = self.see(key);
        match kb::article::find(key) {
            Some(article) => finding.source(article.sources()),
            None => finding,
        }
    }

    /// A code that explains more, and where its facts come from. Nothing for one that is not known.
    pub(super) fn code(self, code: impl Into<Option<u32>>) -> Finding {
        let code = code.into().unwrap_or_default();
        match (kb::reason::key(code), kb::reason::find(code)) {
            (Some(key), Some(known)) => self.see(key).source(known.sources()),
            _ => self,
        }
    }

    /// What explains more: a key of the knowledge base.
    pub(super) fn see(mut self, key: &'static str) -> Finding {
        self.related.push(key);
        self
    }
}
