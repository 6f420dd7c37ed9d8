//! What a paste means and what to do next: findings, the worst first.
//!
//! One finding, one file: the facts it needs, its check, its steps. This file is the index. A finding claims only what the
//! paste can show; what can't be seen there is a step that would show it, never a claim. The words are in
//! [`wording`](crate::wording); the figures and their sources in [`kb`](crate::kb).
//!
//! ```
//! use activation_desk::{ReadOptions, finding, read_with};
//! let paste = "Name: Windows(R), ServerStandard edition\nDescription: Windows(R) Operating System, VOLUME_KMS_2012-R2 channel
//! License Status: Licensed\n\nKey Management Service is enabled on this machine\n    Current count: 3\n";
//! let reading = read_with(paste, ReadOptions { spans: true });
//! let findings = finding::findings(&reading, None);
//! assert_eq!(findings[0].code, "host-count-too-low");
//! assert_eq!(findings[0].lines, [6]);
//! ```

mod ahead;
mod case;
mod client;
mod host;
mod machine;
mod state;

use time::PrimitiveDateTime;

use crate::{card::Step, phrase::Phrase, reading::Reading};

pub(crate) use case::{Case, Paste};

/// One thing that is the case.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Stable name: "host-count-too-low".
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Index in `Reading::products` of the product that it is about; `None` where it is about the machine or the paste.
    pub product: Option<usize>,
    /// What is the case, in a sentence or two.
    pub sentence: Phrase,
    /// The lines of the paste that show it, 1-based, in order; empty where the reading holds no spans.
    pub lines: Vec<u32>,
    /// How sure that is.
    pub certainty: Certainty,
    /// What to know of it: how clients are counted, what follows.
    pub background: Vec<Phrase>,
    /// What to do, in order.
    pub steps: Vec<Step>,
    /// Where the facts come from: public addresses, or honest words where there is none. Each once.
    pub sources: Vec<&'static str>,
    /// What explains more: keys of the knowledge base ("0xC004F038", "term-kms-count", "event-12288").
    pub related: Vec<&'static str>,
}

/// How bad a finding is; the order is that of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It is not activated, or can't activate others, until somebody acts.
    Blocks,
    /// It works now; somebody has to act before a date.
    ActSoon,
    /// Worth knowing.
    Note,
    /// In order; nothing to do.
    Healthy,
}

impl Severity {
    /// Its name in the published shape.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Blocks => "blocks",
            Severity::ActSoon => "act-soon",
            Severity::Note => "note",
            Severity::Healthy => "healthy",
        }
    }
}

/// How sure a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// The paste shows it.
    Shown,
    /// The paste makes it likely.
    Likely,
    /// The paste can't show it; the steps would.
    Unseen,
}

impl Certainty {
    /// Its name in the published shape.
    pub const fn name(self) -> &'static str {
        match self {
            Certainty::Shown => "shown",
            Certainty::Likely => "likely",
            Certainty::Unseen => "unseen",
        }
    }
}

/// What looks at one product: each gives one finding or none.
type OfProduct = fn(&Case<'_>) -> Option<Finding>;
/// What looks at the whole paste.
type OfPaste = fn(&Paste<'_>) -> Option<Finding>;

/// Every finding about a product, family by family. Within a severity this is the order of the list.
const OF_PRODUCT: &[&[OfProduct]] = &[state::ALL, host::ALL, client::ALL];
/// Every finding about the machine or the paste.
const OF_PASTE: &[&[OfPaste]] = &[machine::ALL, host::OF_PASTE];

/// All that the paste shows, the worst first; within a severity by product, then in the order of the index.
///
/// `now`: the time on the machine's own clock for findings that count days; `None` where nobody knows it. Then nothing is
/// said that depends on it. Lines are told where the reading holds spans.
pub fn findings(reading: &Reading<'_>, now: Option<PrimitiveDateTime>) -> Vec<Finding> {
    let paste = Paste { reading, now };
    let of_paste = OF_PASTE
        .iter()
        .flat_map(|family| family.iter())
        .filter_map(|check| check(&paste));
    let mut all: Vec<Finding> = of_paste.collect();
    for product in 0..reading.products.len() {
        all.extend(of_product(&paste, product));
    }
    all.sort_by_key(|finding| finding.severity);
    all
}

/// What is the case with one product, the worst first. `healthy` stands in the list only where nothing else is worse than a
/// note.
fn of_product(paste: &Paste<'_>, product: usize) -> Vec<Finding> {
    let Some(case) = Case::of(paste, product) else {
        return Vec::new();
    };
    let mut found: Vec<Finding> = OF_PRODUCT
        .iter()
        .flat_map(|family| family.iter())
        .filter_map(|check| check(&case))
        .collect();
    if found
        .iter()
        .any(|finding| finding.severity < Severity::Note)
    {
        found.retain(|finding| finding.severity != Severity::Healthy);
    }
    found
}
