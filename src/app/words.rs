//! The words of the page: names for those of `wording::page`, and the few short ones that only the controls need.

use activation_desk::card::Shell;
use activation_desk::wording::page;
pub use activation_desk::wording::page::{
    HOW_TO, HOW_TO_TITLE, HowTo, LIMITS, PRIVATE, TITLE, WHAT, buttons, card, live, paste, samples,
    storage, trouble,
};

use crate::options::Theme;
use crate::paste::Paste;

pub const PRIVATE_SHORT: &str = "Nothing leaves your browser";
pub const SKIP: &str = "Skip to the content";
pub const READ: &str = "Read";
pub const EDIT: &str = "Edit as text";
pub const REMEMBER: &str = "Remember the text on this computer";
pub const PRODUCTS: &str = "Products";
pub const NO_PRODUCT: &str = "No product is listed here.";
pub const ERRORS: &str = "Errors printed in the text";
pub const TOOL_ANSWERED: &str = "The tool answered:";
pub const STATE: &str = "License state";
pub const IDENTITY: &str = "What it is";
pub const GROUP_FAILS: &str = "check fails";
pub const CHART_LABEL: &str = "Requests received";
pub const CHART_VALUE: &str = "Lifetime total";
pub const TIME_ENDS: &str = "Ends";
pub const PRINTED_AT_OTHER: &str = "Printed at another time?";
pub const PRINTED_AT_USE: &str = "Count from here";
pub const PRINTED_AT_FORGET: &str = "Take the answer back";
pub const PRINTED_AT_MISSING: &str = "Give a date first.";
pub const KEPT: &str = "Kept in this browser only, until you clear it.";
pub const PRINTED_REDACTED: &str = "Redacted: host names, addresses, machine IDs, product IDs, Installation IDs, key endings, directory names and lines that were not understood are left out.";
pub const BOX_HIDDEN: &str = "It is not shown here while names and numbers are hidden.";

pub fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => page::buttons::THEME_AUTO,
        Theme::Light => page::buttons::THEME_LIGHT,
        Theme::Dark => page::buttons::THEME_DARK,
    }
}

pub fn shell(shell: Shell) -> &'static str {
    match shell {
        Shell::Cmd => page::card::CMD,
        Shell::PowerShell => page::card::POWERSHELL,
    }
}

/// Why nothing was recognised in the text.
pub fn nothing(paste: &Paste) -> &'static str {
    if paste.text().contains('\0') {
        page::trouble::NOT_TEXT
    } else if paste.is_large() {
        page::trouble::NOISE
    } else {
        page::trouble::NOTHING
    }
}

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
        1_000..1_000_000 => format!("{:.1} KB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    };
    let lines = if lines == 1 {
        "1 line".to_owned()
    } else {
        format!("{} lines", number(lines as u64))
    };
    format!("{size} of text, {lines}.")
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
