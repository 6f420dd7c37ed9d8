//! What was masked once stays as it is and holds no key.
#![no_main]

use activation_desk::{id::product_key, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|paste: &str| {
    let (masked, lines) = text::mask_product_keys(paste);
    assert_eq!(masked.chars().count(), paste.chars().count());
    assert_eq!(text::lines(&masked).count(), text::lines(paste).count());
    assert_eq!(lines.is_empty(), masked == paste);
    assert!(lines.is_sorted_by(|a, b| a < b));
    assert_eq!(product_key::find(&masked, 0), None, "{masked:?}");
    let (again, more) = text::mask_product_keys(&masked);
    assert_eq!((&*again, more.len()), (&*masked, 0));
    if let Some(key) = product_key::find(paste, 0) {
        assert!(!lines.is_empty() && paste.get(key).is_some());
    }
});
