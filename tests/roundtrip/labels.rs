//! Without one label that anybody knows, what has a shape or a place of its own is still found.

use activation_desk::{ReadOptions, read_with};

use super::{
    broken::Finding,
    fields::{Fields, fields},
    page::Page,
};

/// What must be found by its shape, or by its place among the other lines.
const FOUND: [&str; 16] = [
    "activation_id",
    "application_id",
    "installation_id",
    "extended_pid",
    "channel",
    "processor_certificate_url",
    "machine_certificate_url",
    "use_license_url",
    "product_key_certificate_url",
    "validation_url",
    "partial_product_key",
    "license_status",
    "reason_code",
    "minutes_remaining",
    "days_printed",
    "remaining_sku_rearm_count",
];

/// Whether all that must be found was found, in the products in their order.
pub fn found(page: &Page, text: &str) -> Result<(), Finding> {
    let finding = |kind: &str, words: String| {
        Err(Finding {
            kind: kind.to_owned(),
            words,
        })
    };
    let reading = read_with(text, ReadOptions { spans: true });
    let read: Vec<Fields> = reading.products.iter().map(fields).collect();
    if read.len() != page.products.len() {
        return finding(
            "number of products",
            format!("{} products, due {}", read.len(), page.products.len()),
        );
    }
    for (read, due) in read.iter().zip(page.products.iter().map(fields)) {
        for ((name, read), (_, due)) in read.iter().zip(due) {
            let must = FOUND.contains(name) || name.ends_with("rearm_count");
            if must && due.is_some() && *read != due {
                return finding(
                    &format!("missing {name}"),
                    format!("{name}: read {read:?}, due {due:?}"),
                );
            }
        }
    }
    Ok(())
}
