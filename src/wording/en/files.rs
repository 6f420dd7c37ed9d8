//! The words for files, and for inputs that are too large to look at whole.

use super::controls::{number, tenths};
use crate::{decode::Binary, state::LicenseStatus};

/// The button that opens files.
pub const OPEN: &str = "Open files";
/// While something is dragged over the page.
pub const DROP: &str = "Drop files or text here";
/// Below the empty box.
pub const HINT: &str = "Or open files, or drop them anywhere on the page: UTF-8, UTF-16 and old code pages are read, many files at once, and large ones in the background.";
/// Heading of the list of files.
pub const FILES: &str = "Files";
/// Label of the choice of a code page.
pub const CODE_PAGE: &str = "Code page";
/// Beside it.
pub const CODE_PAGE_HINT: &str = "The letters beyond English are written in an old code page, and the file does not say which. Choose another one where they look wrong.";
/// The name of pasted text in the list of files.
pub const PASTED: &str = "Pasted text";
/// In place of a file's name while names are hidden.
pub const HIDDEN: &str = "A file";
/// What is announced when a large input is begun.
pub const READING: &str = "Reading the files.";
/// The button that stops the reading.
pub const CANCEL: &str = "Cancel";
/// After it.
pub const CANCELLED: &str = "Reading was cancelled.";
/// Where reading a large input failed altogether.
pub const FAILED: &str = "Reading broke off: a file changed or went away, or the browser ran out of memory. Open it again.";
/// Where a large input is not remembered.
pub const NOT_KEPT: &str =
    "A text of this size is not kept: after closing this page, open the files again.";
/// The export to JSON Lines.
pub const SAVE_JSON: &str = "Save all as JSON Lines";
/// The export to CSV.
pub const SAVE_CSV: &str = "Save all as CSV";
/// While an export is made.
pub const SAVING: &str = "Making the file";
/// After an export.
pub const SAVED: &str = "The file was handed to the browser's downloads.";
/// Below the exports, while values are hidden.
pub const SAVE_REDACTED: &str =
    "Names, addresses and IDs are left out of the files too, and so are the files' own names.";
/// Heading of the first products.
pub const FIRST: &str = "The first products";
/// While a card is made.
pub const LOADING: &str = "Reading it again …";
/// Where a card could not be made.
pub const LOADING_FAILED: &str = "Its text can't be read any more. Open the files again.";
/// Heading of a product's own lines.
pub const ITS_LINES: &str = "The lines it was read from";
/// Heading of the counts.
pub const COUNTS: &str = "In numbers";
/// For what has no name, state or channel.
pub const NONE: &str = "Not printed";
/// Heading of the second column of each table of counts.
pub const COUNT: &str = "Count";

/// Headings of the tables of counts.
pub mod by {
    /// By license state.
    pub const STATE: &str = "License state";
    /// By channel.
    pub const CHANNEL: &str = "Channel";
    /// By name.
    pub const NAME: &str = "Product";
    /// By what printed it.
    pub const PRODUCER: &str = "Printed by";
    /// By code.
    pub const CODE: &str = "Error or reason";
}

/// Labels of the totals.
pub mod totals {
    /// Products.
    pub const PRODUCTS: &str = "Products";
    /// Of these with a key.
    pub const KEYED: &str = "with a key";
    /// Outputs.
    pub const PARTS: &str = "Outputs";
    /// Errors.
    pub const ERRORS: &str = "Errors";
    /// Events.
    pub const EVENTS: &str = "Events";
    /// Remarks.
    pub const REMARKS: &str = "Remarks";
    /// Lines.
    pub const LINES: &str = "Lines";
}

/// Code pages that can be chosen: the browser's name for it, and what it is for.
pub const CODE_PAGES: [(&str, &str); 21] = [
    ("cp437", "437, console, United States"),
    ("cp850", "850, console, Western Europe"),
    ("cp852", "852, console, Central Europe"),
    ("ibm866", "866, console, Cyrillic"),
    ("windows-1250", "1250, Central Europe"),
    ("windows-1251", "1251, Cyrillic"),
    ("windows-1252", "1252, Western Europe"),
    ("windows-1253", "1253, Greek"),
    ("windows-1254", "1254, Turkish"),
    ("windows-1255", "1255, Hebrew"),
    ("windows-1256", "1256, Arabic"),
    ("windows-1257", "1257, Baltic"),
    ("windows-1258", "1258, Vietnamese"),
    ("windows-874", "874, Thai"),
    ("shift_jis", "932, Japanese"),
    ("euc-jp", "EUC-JP, Japanese"),
    ("gbk", "936, simplified Chinese"),
    ("big5", "950, traditional Chinese"),
    ("euc-kr", "949, Korean"),
    ("koi8-r", "KOI8-R, Russian"),
    ("iso-8859-2", "ISO 8859-2, Central Europe"),
];

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It can't be read.
    Unreadable,
    /// Nothing is in it.
    Empty,
    /// It is a folder.
    Folder,
    /// It is no text.
    Binary(Binary),
}

/// What is wrong with the file of that name, in a sentence.
pub fn trouble(name: &str, trouble: Trouble) -> String {
    let what = match trouble {
        Trouble::Unreadable => "can't be read: it was moved, or another program holds it.",
        Trouble::Empty => "is empty.",
        Trouble::Folder => "is a folder. Open it and choose the files inside.",
        Trouble::Binary(Binary::Picture) => {
            "is a picture. Only text can be read: copy the output as text."
        }
        Trouble::Binary(Binary::Program) => "is a program, not text.",
        Trouble::Binary(Binary::Archive) => {
            "is an archive or an Office document. Unpack it, or save its text as a text file."
        }
        Trouble::Binary(Binary::Document) => {
            "is a document for printing. Save its text as a text file."
        }
        Trouble::Binary(Binary::EventLog) => {
            "is an event log in its own form. Save its events as text or XML first (Event Viewer, \"Save All Events As\")."
        }
        Trouble::Binary(Binary::Other) => "is not text.",
    };
    format!("{name} {what}")
}

/// "file 3": in place of a file's name where names are hidden.
pub fn file_number(number: usize) -> String {
    format!("file {number}")
}

/// "12.3 MB"
pub fn size(bytes: f64) -> String {
    let bytes = bytes as u64;
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => tenths(bytes, 1_000) + " KB",
        _ => tenths(bytes, 1_000_000) + " MB",
    }
}

/// "12.3 of 50.0 MB, 24 %"
pub fn progress(done: f64, total: f64) -> String {
    let percent = (done / total.max(1.0) * 100.0) as u32;
    let done = tenths(done as u64, 1_000_000);
    format!("{done} of {}, {percent} %", size(total))
}

/// "3 files, 20.1 MB"
pub fn files(count: usize, bytes: f64) -> String {
    let files = if count == 1 {
        "1 file".to_owned()
    } else {
        format!("{} files", number(count as u64))
    };
    format!("{files}, {}", size(bytes))
}

/// "12 files were read."
pub fn opened(count: usize) -> &'static str {
    match count {
        0 => "No file could be read.",
        1 => "The file was read.",
        _ => "The files were read.",
    }
}

/// What a large input says, in a sentence.
pub fn overview(products: u64, keyed: u64, parts: u64) -> String {
    if products == 0 {
        return super::controls::NO_PRODUCT.to_owned();
    }
    let several = |count: u64, one: &str, many: &str| {
        if count == 1 {
            format!("1 {one}")
        } else {
            format!("{} {many}", number(count))
        }
    };
    format!(
        "{} in {}; {} a key.",
        several(products, "product", "products"),
        several(parts, "output", "outputs"),
        several(keyed, "has", "have"),
    )
}

/// "and 12 more"
pub fn more(count: usize) -> String {
    format!("and {} more", number(count as u64))
}

/// A license state in a word or two, by its name in the published shape.
pub fn state(name: &str) -> &'static str {
    let status = LicenseStatus::ALL
        .into_iter()
        .find(|status| status.name() == name);
    match status {
        None => NONE,
        Some(LicenseStatus::Unlicensed) => "Unlicensed",
        Some(LicenseStatus::Licensed) => "Licensed",
        Some(LicenseStatus::OobGrace) => "Initial grace",
        Some(LicenseStatus::OotGrace) => "Out-of-tolerance grace",
        Some(LicenseStatus::NonGenuineGrace) => "Non-genuine grace",
        Some(LicenseStatus::Notification) => "Notification",
        Some(LicenseStatus::ExtendedGrace) => "Extended grace",
    }
}

/// A channel, by its name in the published shape.
pub fn channel(name: &str) -> &'static str {
    match name {
        "kms-host" => "KMS host",
        "kms-client" => "KMS client",
        "mak" => "MAK",
        "retail" => "Retail",
        "oem" => "OEM",
        "avma" => "AVMA",
        "subscription" => "Subscription",
        "evaluation" => "Evaluation",
        "" => NONE,
        _ => "Another channel",
    }
}

/// What printed an output, by its name in the published shape.
pub fn producer(name: &str) -> &str {
    match name {
        "slmgr-dlv" => "slmgr.vbs /dlv",
        "slmgr-dli" => "slmgr.vbs /dli",
        "slmgr-xpr" => "slmgr.vbs /xpr",
        "slmgr-dti" => "slmgr.vbs /dti",
        "slmgr-ato" => "slmgr.vbs /ato",
        "slmgr-other" => "slmgr.vbs, another verb",
        "ospp-dstatus" => "ospp.vbs /dstatus",
        "ospp-dinstid" => "ospp.vbs /dinstid",
        "ospp-act" => "ospp.vbs /act",
        "ospp-other" => "ospp.vbs, another verb",
        "cim" => "PowerShell or WMI (CIM classes)",
        "oslicense" => "OSLicense module",
        "vnextdiag" => "vnextdiag.ps1",
        "event-log" => "Event log",
        "dns-srv" => "DNS",
        "port-test" => "Port test",
        "clock" => "Clock",
        "registry" => "Registry",
        "unknown" => "Not recognised",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_sizes_are_easy_to_read() {
        assert_eq!(files(1, 999.0), "1 file, 999 bytes");
        assert_eq!(files(1200, 20_140_000.0), "1,200 files, 20.1 MB");
        assert_eq!(
            progress(12_340_000.0, 50_000_000.0),
            "12.3 of 50.0 MB, 24 %"
        );
        assert_eq!(overview(2, 1, 1), "2 products in 1 output; 1 has a key.");
        assert_eq!(
            overview(2000, 1500, 900),
            "2,000 products in 900 outputs; 1,500 have a key."
        );
    }

    #[test]
    fn every_state_has_a_word() {
        for status in LicenseStatus::ALL {
            assert_ne!(state(status.name()), NONE);
        }
        assert_eq!(state(""), NONE);
    }
}
