//! A masked value stops a conclusion.

use super::super::{Finding, Paste, Severity};
use crate::{
    reading::RemarkCode,
    state::LicenseStatus,
    wording::{fields, findings::machine as say},
};

/// So many lines are told.
const MOST: usize = 10;

/// Values that decide something and were masked by a person. What is needed to activate is of no concern once that is done.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let mut lines = Vec::new();
    let mut keys: Vec<&'static str> = Vec::new();
    for remark in &paste.reading.remarks {
        let Some(key) = remark.key.filter(|_| remark.code == RemarkCode::Masked) else {
            continue;
        };
        let mut products = paste.reading.products.iter();
        let licensed = products.any(|product| {
            let (first, last) = product.lines;
            (first..=last).contains(&remark.line)
                && product.license_status == Some(LicenseStatus::Licensed)
        });
        let needless = licensed && say::decides_for_activation(key);
        if needless || say::decides(key).is_empty() || fields::label(key).is_empty() {
            continue;
        }
        lines.push(remark.line);
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let labels: Vec<&'static str> = keys.iter().map(|key| fields::label(key)).collect();
    labels.first()?;
    lines.truncate(MOST);
    let mut finding = paste.finding(
        "machine-masked-values",
        Severity::Note,
        say::masked(&labels),
        &lines,
    );
    for key in keys {
        finding = finding.background(say::decides_what(fields::label(key), say::decides(key)));
    }
    Some(finding.background(say::MASK_SAFELY))
}
