//! What vnextdiag.ps1 lists: how Microsoft 365 Apps are licensed, in sections under rows of equals signs, and one JSON object
//! a license. None of it is a product of KMS or MAK, so that it is only accounted for.

use super::Block;
use crate::{
    reading::{
        Producer,
        label::{self, Dialect, Field},
        prompt::{self, Frame},
        split,
    },
    text::Lines,
};

/// The listing that begins with `first`.
pub(super) fn read<'t>(first: (u32, &'t str), rest: &Lines<'t>) -> Option<Block<'t>> {
    let begins = is_heading(first.1)
        || is_mode(first.1)
        || (first.1.starts_with(['{', '[']) && holds_license(first, rest));
    if !begins {
        return None;
    }
    let mut last = first.0;
    // How deep in braces, whether the section has told something, and whether a blank line came after that.
    let (mut depth, mut told, mut apart) = (0_usize, false, false);
    for (number, line) in super::lines(first, rest) {
        if line.is_empty() {
            apart = told;
            continue;
        }
        // The same heading again is another listing's.
        let again = is_heading(line) && line == first.1 && number != first.0;
        if again || is_foreign(line) {
            break;
        }
        let opens = line.matches(['{', '[']).count();
        if depth == 0 && opens == 0 && apart && !is_heading(line) && !is_mode(line) {
            break;
        }
        depth = (depth + opens).saturating_sub(line.matches(['}', ']']).count());
        (told, apart) = (!is_heading(line), false);
        last = number;
    }
    Some(Block {
        producer: Producer::Vnextdiag,
        last_line: last,
        ..Block::default()
    })
}

/// "========== Mode per ProductReleaseId =========="
fn is_heading(line: &str) -> bool {
    const TITLES: [&str; 5] = [
        "Mode per ProductReleaseId",
        "Shared Computer Licensing",
        "Additional Licensing Settings",
        "vNext licenses",
        "Device licenses",
    ];
    line.strip_prefix("=====").is_some_and(|rest| {
        let title = rest.trim_matches(['=', ' ']);
        TITLES.iter().any(|known| {
            title
                .get(..known.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(known))
        })
    })
}

/// "O365ProPlusRetail = vNext"
fn is_mode(line: &str) -> bool {
    split(line).is_some_and(|(name, mode)| {
        let name = name.to_ascii_lowercase();
        ["vNext", "Device", "Legacy"].contains(&mode)
            && !name.contains(' ')
            && (name.ends_with("retail") || name.ends_with("volume"))
    })
}

/// Whether the object that begins here is a license.
fn holds_license<'t>(first: (u32, &'t str), rest: &Lines<'t>) -> bool {
    const NAMES: [&str; 4] = [
        "\"LicenseState\"",
        "\"Acid\"",
        "\"EntitlementStatus\"",
        "\"LicenseType\"",
    ];
    super::lines(first, rest)
        .take(12)
        .take_while(|(_, line)| !line.starts_with('}'))
        .filter_map(|(_, line)| line.split_once(':'))
        .any(|(name, _)| NAMES.contains(&name.trim()))
}

/// A line of another output.
fn is_foreign(line: &str) -> bool {
    let frame = prompt::find(line);
    matches!(
        frame,
        Some(Frame::Prompt(_) | Frame::Banner | Frame::Office(_))
    ) || split(line)
        .and_then(|(name, _)| label::field(name, false))
        .is_some_and(|(field, dialect)| match dialect {
            Dialect::Slmgr => matches!(field, Field::ServiceVersion | Field::Name),
            Dialect::Ospp => true,
            Dialect::Cim | Dialect::Foreign => false,
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{bare, lines};

    #[test]
    fn listings_end_where_another_output_begins() {
        let listing = "========== Mode per ProductReleaseId ==========\nO365ProPlusRetail = vNext\n\n========== Shared Computer Licensing ==========\n\nShared Computer Licensing is disabled.\n\n========== vNext licenses ==========\n{\n    \"Version\":  2,\n\n    \"Product\":  \"O365ProPlusRetail\",\n    \"LicenseState\":  \"Licensed\"\n}\n";
        let json = "{\n    \"Version\":  2,\n    \"Acid\":  \"x\"\n}\n{\n    \"Version\":  2\n}\n";
        for (paste, last) in [
            (listing.to_owned(), Some(14)),
            (format!("{listing}\nHow do I sign in?\n"), Some(14)),
            (format!("{listing}PS C:\\>"), Some(14)),
            (format!("{listing}SKU ID: 1\n"), Some(14)),
            (json.to_owned(), Some(7)),
            ("O365ProPlusRetail : vNext\n".to_owned(), Some(1)),
            ("===== Notes =====\n".to_owned(), None),
            ("{\n  \"Name\": \"Acid\"\n}\n".to_owned(), None),
        ] {
            let mut lines = lines(&paste);
            let (number, raw) = lines.next().expect("a line");
            let block = read((number, bare(raw)), &lines);
            assert_eq!(block.map(|block| block.last_line), last, "{paste}");
        }
    }
}
