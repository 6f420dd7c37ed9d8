//! What must hold of every text whatever: the targets only differ in what they put in front of the input.
//!
//! - Nothing panics (overflow checks and debug assertions are on).
//! - Every non-blank line has exactly one span; remarks and products stand on such lines.
//! - Reading takes time in proportion to the length.
//! - Product keys that were masked stay masked, also in values that are joined from several lines.

use std::{
    collections::BTreeSet,
    sync::OnceLock,
    time::{Duration, Instant},
};

use activation_desk::{ReadOptions, Reading, id::product_key, read_with, text};

const SPANS: ReadOptions = ReadOptions { spans: true };

/// The input as text, with what a producer prints in front of it.
pub fn text_of(head: &str, data: &[u8]) -> String {
    head.to_owned() + &String::from_utf8_lossy(data)
}

/// Checks all that must hold of a text.
pub fn check(paste: &str) {
    let (masked, _) = text::mask_product_keys(paste);
    let reading = read_with(&masked, SPANS);
    accounted_for(&masked, &reading);
    holds_no_key(&reading);
    // Slow to check, so not for every input.
    if paste.len() % 64 == 63 {
        is_linear(&masked);
    }
}

fn accounted_for(paste: &str, reading: &Reading<'_>) {
    let due: BTreeSet<u32> = text::lines(paste)
        .filter(|(_, line)| !line.chars().all(text::is_blank))
        .map(|(number, _)| number)
        .collect();
    let mut told: Vec<u32> = reading.spans.iter().map(|span| span.line).collect();
    told.sort_unstable();
    assert!(
        told.iter().eq(due.iter()),
        "spans {told:?}, non-blank lines {due:?}"
    );
    for remark in &reading.remarks {
        assert!(
            due.contains(&remark.line),
            "a remark on blank line {}",
            remark.line
        );
    }
    for product in &reading.products {
        let (first, last) = product.lines;
        assert!(
            first <= last && due.contains(&first) && due.contains(&last),
            "lines {first} to {last}"
        );
    }
    for part in &reading.parts {
        assert!(part.first_line <= part.last_line, "{part:?}");
    }
}

fn holds_no_key(reading: &Reading<'_>) {
    for product in &reading.products {
        for value in [
            &product.name,
            &product.description,
            &product.additional_information,
            &product.product_key_channel,
            &product.license_status_text,
            &product.reason_text,
            &product.use_license_url,
            &product.validation_url,
        ] {
            let value = value.as_deref().unwrap_or_default();
            assert_eq!(
                product_key::find(value, 0),
                None,
                "a product key in {value:?}"
            );
        }
    }
    for remark in &reading.remarks {
        assert_eq!(
            product_key::find(&remark.text, 0),
            None,
            "a product key in {remark:?}"
        );
    }
}

/// A text over and over takes its share of time: what grows with the square takes minutes for so much.
fn is_linear(text: &str) {
    let whole = text.repeat((1 << 17) / text.len().max(1));
    let before = busy();
    let _ = read_with(&whole, SPANS);
    let (masked, _) = text::mask_product_keys(&whole);
    assert!(masked.len() <= whole.len());
    let took = busy().saturating_sub(before);
    assert!(
        took < Duration::from_secs(4),
        "{} bytes took {took:?}",
        whole.len()
    );
}

/// The time that this process was on a processor, which other processes do not lengthen; elsewhere than on Linux the time of
/// day has to do.
fn busy() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    let on_processor = || {
        let stat = std::fs::read_to_string("/proc/self/schedstat").ok()?;
        stat.split(' ').next()?.parse().ok()
    };
    match on_processor() {
        Some(nanoseconds) => Duration::from_nanos(nanoseconds),
        None => START.get_or_init(Instant::now).elapsed(),
    }
}
