//! The short words of the page's controls, and counts in words.

/// The promise, in the header.
pub const PRIVATE_SHORT: &str = "Nothing leaves your browser";
/// The skip link.
pub const SKIP: &str = "Skip to the content";
/// The place.
pub const READ: &str = "Read";
/// Shows a long text in the box.
pub const EDIT: &str = "Edit as text";
/// The storage switch.
pub const REMEMBER: &str = "Remember the text on this computer";
/// Heading of the products.
pub const PRODUCTS: &str = "Products";
/// A paste without a product.
pub const NO_PRODUCT: &str = "No product is listed here.";
/// A listing of vnextdiag.ps1.
pub const SUBSCRIPTION: &str = "Microsoft 365 Apps: a subscription, which neither a KMS host nor a MAK activates. What counts is who is signed in to Office, what vnextdiag.ps1 lists for that user, and the license that the admin center shows.";
/// Heading of the printed errors.
pub const ERRORS: &str = "Errors printed in the text";
/// Before a sentence of the tool.
pub const TOOL_ANSWERED: &str = "The tool answered:";
/// Heading of the state, for screen readers.
pub const STATE: &str = "License state";
/// Heading of generation, edition, channel.
pub const IDENTITY: &str = "What it is";
/// Below a group whose check digit fails.
pub const GROUP_FAILS: &str = "check fails";
/// Heading of the counters.
pub const CHART_LABEL: &str = "Requests received";
/// Heading of their values.
pub const CHART_VALUE: &str = "Lifetime total";
/// Label of the end.
pub const TIME_ENDS: &str = "Ends";
/// Opens the question again.
pub const PRINTED_AT_OTHER: &str = "Printed at another time?";
/// Takes the moment.
pub const PRINTED_AT_USE: &str = "Count from here";
/// Forgets the moment.
pub const PRINTED_AT_FORGET: &str = "Take the answer back";
/// No moment was given.
pub const PRINTED_AT_MISSING: &str = "Give a date first.";
/// What the storage switch does, in short.
pub const KEPT: &str = "Kept in this browser only, until you clear it.";
/// On paper, when values are hidden.
pub const PRINTED_REDACTED: &str = "Redacted: host names, addresses, machine IDs, product IDs, Installation IDs, key endings, directory names and lines that were not understood are left out.";
/// In place of the box while values are hidden.
pub const BOX_HIDDEN: &str = "It is not shown here while names and numbers are hidden.";

/// "line 3" or "lines 3–5".
pub fn lines(first: u32, last: u32) -> String {
    if first == last {
        format!("line {first}")
    } else {
        format!("lines {first}–{last}")
    }
}

/// "12 more products, not in use".
pub fn more_products(count: usize) -> String {
    match count {
        1 => "1 more product, not in use".to_owned(),
        _ => format!("{} more products, not in use", number(count as u64)),
    }
}

/// "Show 260 more products".
pub fn show_more_products(count: usize) -> String {
    match count {
        1 => "Show 1 more product".to_owned(),
        _ => format!("Show {} more products", number(count as u64)),
    }
}

/// "Show more (75 left)".
pub fn more_remarks(count: usize) -> String {
    format!("Show more ({} left)", number(count as u64))
}

/// "10.2 MB, 120,000 lines."
pub fn size(bytes: usize, lines: usize) -> String {
    let size = match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => tenths(bytes as u64, 1_000) + " KB",
        _ => tenths(bytes as u64, 1_000_000) + " MB",
    };
    let lines = if lines == 1 {
        "1 line".to_owned()
    } else {
        format!("{} lines", number(lines as u64))
    };
    format!("{size} of text, {lines}.")
}

/// A count of units to a tenth: 10,240,000 in 1,000,000 is "10.2". By whole numbers, since those of floating point cost the
/// page 5 KB to write.
pub fn tenths(value: u64, unit: u64) -> String {
    let tenths = (value * 10 + unit / 2) / unit;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// What follows a line that was cut.
pub fn cut(characters: usize) -> String {
    format!(" … ({} more characters)", number(characters as u64))
}

/// 1234567 as "1,234,567".
pub fn number(value: u64) -> String {
    let digits = value.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_sizes_are_easy_to_read() {
        assert_eq!(
            [number(0), number(999), number(1000), number(1_234_567)],
            ["0", "999", "1,000", "1,234,567"]
        );
        assert_eq!(size(999, 1), "999 bytes of text, 1 line.");
        assert_eq!(size(10_240_000, 120_000), "10.2 MB of text, 120,000 lines.");
    }
}
