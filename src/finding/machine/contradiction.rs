//! The paste contradicts itself.

use super::super::{Finding, Paste, Severity};
use crate::{
    channel::Channel,
    reading::{Product, RemarkCode},
    state::LicenseStatus,
    wording::{fields, findings::machine as say},
};

/// So many fields are named.
const MOST: usize = 4;

/// Two values of one field, or fields that can't both be so.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let reading = paste.reading;
    let repeated = reading
        .remarks
        .iter()
        .filter(|remark| remark.code == RemarkCode::Repeated);
    let mut lines: Vec<u32> = repeated
        .clone()
        .map(|remark| remark.line)
        .take(MOST)
        .collect();
    let mut labels: Vec<&'static str> = Vec::new();
    for remark in repeated {
        let label = fields::label(remark.key.unwrap_or_default());
        if !label.is_empty() && !labels.contains(&label) {
            labels.push(label);
        }
    }
    let odd = reading
        .products
        .iter()
        .enumerate()
        .find_map(|(at, product)| Some((at, product, odd(product)?)));
    if lines.is_empty() && odd.is_none() {
        return None;
    }
    let sentence = if lines.is_empty() {
        let (_, product, why) = odd?;
        lines.push(product.lines.0);
        why.into()
    } else {
        say::two_values(&labels)
    };
    let finding = paste
        .finding("machine-contradiction", Severity::Note, sentence, &lines)
        .background(say::ONE_OUTPUT_AT_A_TIME);
    Some(Finding {
        product: odd.map(|(at, ..)| at),
        ..finding
    })
}

/// What can't be so.
fn odd(product: &Product<'_>) -> Option<&'static str> {
    let status = product.license_status;
    if status == Some(LicenseStatus::Licensed) && product.in_use == Some(false) {
        return Some(say::LICENSED_AND_NOT_IN_USE);
    }
    let counts = product
        .kms_host
        .as_deref()
        .is_some_and(|host| host.current_count.is_some());
    let client = matches!(
        product.channel,
        Some(Channel::KmsClient | Channel::Mak | Channel::Retail | Channel::Oem)
    );
    (counts && client).then_some(say::HOST_BLOCK_OF_A_CLIENT)
}
