//! Reports that lost their line ends: one line that holds many, cut again before every label, heading and sentence that it
//! holds. Each piece is a part of the line, so nothing is lost.

use super::{
    label::{self, Field},
    sentence, xpr,
};
use crate::text;

/// The longest label in words ("Requests with License Status License expired or Hardware out of tolerance").
const MOST_WORDS: usize = 11;

/// The pieces of a line that holds several lines of a report; empty where it holds one.
pub fn pieces(line: &str) -> Vec<&str> {
    if line.len() < 24 {
        return Vec::new();
    }
    let mut cuts = Vec::new();
    labels(line, &mut cuts);
    // One label behind other words is another tool's ("Log Name: Application").
    if cuts.len() < 2 && !is_crowded(line) {
        return Vec::new();
    }
    sentences(line, &mut cuts);
    rules(line, &mut cuts);
    cuts.push(0);
    cuts.push(line.len());
    crate::order::by(&mut cuts, |cut| *cut as u32);
    cuts.dedup();
    let pieces: Vec<&str> = cuts
        .windows(2)
        .filter_map(|cut| line.get(cut[0]..cut[1]))
        .map(|piece| piece.trim_matches([' ', '\t', '|']))
        .filter(|piece| !piece.is_empty())
        .collect();
    if pieces.len() > 1 { pieces } else { Vec::new() }
}

/// Whether a line holds the same line of two outputs that stand beside each other.
pub fn stand_beside(line: &str, pieces: &[&str]) -> bool {
    let [first, second] = pieces else {
        return false;
    };
    let label = |piece: &&str| {
        piece
            .split_once(':')
            .map(|(label, _)| label.trim().to_owned())
    };
    let are_apart = line.contains(&["  ", second].concat()) || line.contains('\t');
    are_apart
        && label(first).is_some_and(|label| !label.is_empty())
        && label(first) == label(second)
}

/// What stands around the report in a line, and so at each of its seams: quote marks, bullets, numbers, bars.
pub fn around<'l>(raw: &'l str, bare: &str) -> (&'l str, &'l str) {
    let begin: String = bare.chars().take(8).collect();
    let end: String = bare.chars().rev().take(8).collect();
    let end: String = end.chars().rev().collect();
    let before = raw.find(&begin).and_then(|at| raw.get(..at));
    let behind = raw.rfind(&end).and_then(|at| raw.get(at + end.len()..));
    (
        before.unwrap_or_default().trim(),
        behind.unwrap_or_default().trim(),
    )
}

/// A piece without what stands around its line.
pub fn without<'l>(piece: &'l str, (before, behind): (&str, &str)) -> &'l str {
    let mut piece = piece;
    loop {
        let trimmed = piece.trim_matches([' ', '\t']);
        // A mark in front stands apart from the value above it, one behind may touch its own.
        let rest = before
            .split_whitespace()
            .filter_map(|mark| trimmed.strip_suffix(mark))
            .find(|left| left.is_empty() || left.ends_with([' ', '\t']))
            .or_else(|| {
                behind
                    .split_whitespace()
                    .find_map(|mark| trimmed.strip_suffix(mark))
            });
        match rest {
            Some(rest) => piece = rest,
            None => return trimmed,
        }
    }
}

/// A value of a listing whose lines were put together, blanks of the seams and all: `column` is where the values of the listing
/// stand. `None` where nobody can tell whether a blank was lost at a seam.
pub fn without_seams(field: Field, value: &str, column: usize) -> Option<String> {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find("   ") {
        let (before, tail) = rest.split_at(at);
        let next = tail.trim_start_matches(' ');
        out.push_str(before);
        // The line end, the indent, and perhaps a blank of the value itself.
        match (tail.len() - next.len()).checked_sub(column + 1) {
            _ if !field.may_hold_blanks() => {}
            Some(0) => {}
            Some(1) => out.push(' '),
            _ => return None,
        }
        rest = next;
    }
    out.push_str(rest);
    Some(out)
}

/// Whether a name or description has blanks only where the scripts print them: others are seams of lines that were cut before
/// they were put together.
pub fn has_own_blanks(field: Field, value: &str) -> bool {
    // The place of activation objects in every forest, and words of one piece.
    const PLACE: &str = ",CN=Activation Objects,CN=Microsoft SPP,CN=Services,CN=Configuration,";
    match field {
        Field::ObjectDn => return value.contains(PLACE),
        Field::ConfiguredActivationType => return !value.contains(' '),
        _ => {}
    }
    let Some((family, rest)) = value.split_once(", ") else {
        // The names of both families have a comma: without it the end is lost.
        let is_named = ["Windows", "Office"].iter().any(|family| {
            value.starts_with(family) || (!value.is_empty() && family.starts_with(value))
        });
        return !(is_named && matches!(field, Field::Name | Field::Description));
    };
    let words = rest.split(' ').count();
    match field {
        Field::Name if rest.contains(" add-on for ") => words <= 5,
        Field::Name => words == 2 && rest.ends_with(" edition"),
        Field::Description if family.starts_with("Office") => {
            words == 2 && rest.ends_with(" channel") && family.matches(' ').count() == 1
        }
        Field::Description => {
            words == 2 && rest.ends_with(" channel") && family.contains(" Operating System")
        }
        _ => true,
    }
}

/// Whether more than its own label may stand in a line: a colon with a blank behind it, in what follows the first.
#[inline]
pub fn may_hold_more(value: &str) -> bool {
    value.len() > 12
        && text::find_either(value.as_bytes(), b':', b':').is_some()
        && memchr::memchr_iter(b':', value.as_bytes()).any(|at| {
            value
                .as_bytes()
                .get(at + 1)
                .is_none_or(|next| matches!(next, b' ' | b'\t'))
        })
}

/// /xpr on one line: the name of a product, a colon, its sentence.
fn is_crowded(line: &str) -> bool {
    line.contains(" edition: ")
}

/// A cut before each label that stands behind a blank or at the beginning.
fn labels(line: &str, cuts: &mut Vec<usize>) {
    let bytes = line.as_bytes();
    let mut from = 0;
    for colon in memchr::memchr_iter(b':', bytes) {
        // A clock time, an address, a channel ("Retail:TB:Eval") have no blank behind the colon.
        if bytes
            .get(colon + 1)
            .is_some_and(|next| !matches!(next, b' ' | b'\t'))
        {
            continue;
        }
        let Some(before) = line.get(from..colon) else {
            continue;
        };
        let label_end = before.trim_end();
        let apart = label_end.len() < before.len();
        let found = starts_of_words(label_end)
            .take(MOST_WORDS)
            .filter(|start| {
                label_end
                    .get(*start..)
                    .is_some_and(|label| label::is_printed(label, apart))
            })
            .last();
        if let Some(start) = found {
            cuts.push(from + start);
            from = colon + 1;
        }
    }
}

/// Where words begin, the last one first.
fn starts_of_words(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    (0..text.len()).rev().filter(move |&at| {
        !matches!(bytes[at], b' ' | b'\t' | b'|')
            && at
                .checked_sub(1)
                .is_none_or(|before| matches!(bytes[before], b' ' | b'\t' | b'|'))
    })
}

/// A cut before and behind each sentence without a value, and behind the name that /xpr prints.
fn sentences(line: &str, cuts: &mut Vec<usize>) {
    for (sentence, is_whole) in sentence::inside_reports() {
        for at in memchr::memmem::find_iter(line.as_bytes(), sentence) {
            // A part of a name ("CN=Activation Objects") is no heading.
            if at > 0 && !matches!(line.as_bytes()[at - 1], b' ' | b'\t') {
                continue;
            }
            let end = at + sentence.len();
            let end = end + usize::from(line.as_bytes().get(end) == Some(&b':'));
            cuts.push(at);
            cuts.extend(is_whole.then_some(end));
        }
    }
    for (at, name) in line.match_indices(" edition: ") {
        let end = at + name.len();
        if line
            .get(end..)
            .is_some_and(|rest| xpr::begins(rest.trim_start()))
        {
            cuts.push(end);
            // The name itself begins behind the sentence before it, with its family.
            cuts.extend(line.get(..at).and_then(xpr::start_of_name));
        }
    }
    for word in [" Error: 0x", " ERROR CODE: "] {
        for at in memchr::memmem::find_iter(line.as_bytes(), word) {
            cuts.push(at + 1);
        }
    }
}

/// A cut around each line of dashes, and each end of the frame of ospp.vbs.
fn rules(line: &str, cuts: &mut Vec<usize>) {
    for word in ["---Processing-", "---Exiting-"] {
        cuts.extend(line.match_indices(word).map(|(at, _)| at));
    }
    let mut start = None;
    for (at, byte) in line.bytes().chain([b' ']).enumerate() {
        match (byte == b'-', start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let of_word = from > 0 && line.as_bytes()[from - 1].is_ascii_alphabetic();
                if at - from >= 20 {
                    cuts.extend((!of_word).then_some(from));
                    cuts.push(at.min(line.len()));
                }
                start = None;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn cuts(line: &str, expected: &[&str]) {
        assert_eq!(pieces(line), expected, "{line}");
    }

    #[test]
    fn a_report_on_one_line() {
        cuts(
            "Name: Windows(R), Professional edition Description: Windows(R) Operating System, RETAIL channel Partial Product Key: 3V66T License Status: Licensed",
            &[
                "Name: Windows(R), Professional edition",
                "Description: Windows(R) Operating System, RETAIL channel",
                "Partial Product Key: 3V66T",
                "License Status: Licensed",
            ],
        );
        cuts(
            "Remaining SKU rearm count: 1001 Trusted time: 3/24/2026 9:58:33 AM Key Management Service is enabled on this machine Current count: 7 Listening on Port: 1688 DNS publishing enabled KMS priority: Normal Key Management Service cumulative requests received from clients Total requests received: 5 Requests with License Status License expired or Hardware out of tolerance: 0",
            &[
                "Remaining SKU rearm count: 1001",
                "Trusted time: 3/24/2026 9:58:33 AM",
                "Key Management Service is enabled on this machine",
                "Current count: 7",
                "Listening on Port: 1688",
                "DNS publishing enabled",
                "KMS priority: Normal",
                "Key Management Service cumulative requests received from clients",
                "Total requests received: 5",
                "Requests with License Status License expired or Hardware out of tolerance: 0",
            ],
        );
        cuts(
            "Windows(R), Professional edition:     The machine is permanently activated. Office 16, Office16X edition: Unlicensed",
            &[
                "Windows(R), Professional edition:",
                "The machine is permanently activated.",
                "Office 16, Office16X edition:",
                "Unlicensed",
            ],
        );
        cuts(
            "Activation Type Configuration: ALL Most recent successful activation client information: AD Activation Object name: hosts AO DN: CN=hosts,CN=Activation Objects,CN=x",
            &[
                "Activation Type Configuration: ALL",
                "Most recent successful activation client information: AD",
                "Activation Object name: hosts",
                "AO DN: CN=hosts,CN=Activation Objects,CN=x",
            ],
        );
    }

    #[test]
    fn what_stood_around_each_line_stands_at_each_seam() {
        for (raw, bare, piece, expected) in [
            (
                "> Name: a >  > Description: b",
                "Name: a >  > Description: b",
                "Name: a >  >",
                "Name: a",
            ),
            (
                ">  > Name: a >  > ID: b",
                "Name: a >  > ID: b",
                "Name: a >  >",
                "Name: a",
            ),
            (
                "1. Name: a 1. ID: b",
                "Name: a 1. ID: b",
                "Name: a 1.",
                "Name: a",
            ),
            (
                "| Name: a | | ID: b |",
                "Name: a | | ID: b",
                "Name: a | |",
                "Name: a",
            ),
            (
                "\"Name: a\" \"ID: b\"",
                "Name: a\" \"ID: b",
                "Name: a\" \"",
                "Name: a",
            ),
            (
                "Name: a 1. ID: b",
                "Name: a 1. ID: b",
                "Name: a 1.",
                "Name: a 1.",
            ),
        ] {
            assert_eq!(without(piece, around(raw, bare)), expected, "{raw}");
        }
    }

    #[test]
    fn blanks_that_no_script_prints() {
        for (field, value, own) in [
            (
                Field::Name,
                "Office 16, Office16ProPlusVL_KMS_Client edition",
                true,
            ),
            (
                Field::Name,
                "Office 16, Office16Pro PlusVL_KMS_Client edition",
                false,
            ),
            (
                Field::Name,
                "Windows(R), Client-ESU-Year1 add-on for Education,Enterprise edition",
                true,
            ),
            (
                Field::Description,
                "Windows(R) Operating System, RETAIL channel",
                true,
            ),
            (
                Field::Description,
                "Windows(R) Operat ing System, RETAIL channel",
                false,
            ),
            (
                Field::Description,
                "Office 24, VOLUME_K MSCLIENT channel",
                false,
            ),
            (Field::LicenseStatus, "Initial grace period, x y z", true),
        ] {
            assert_eq!(has_own_blanks(field, value), own, "{value}");
        }
    }

    #[test]
    fn seams_of_a_listing_are_taken_out() {
        for (field, value, column, expected) in [
            (
                Field::Description,
                "VOLUME_KMSCLIENT ch     annel",
                4,
                Some("VOLUME_KMSCLIENT channel"),
            ),
            (
                Field::Description,
                "VOLUME_KMSCLIENT      channel",
                4,
                Some("VOLUME_KMSCLIENT channel"),
            ),
            (
                Field::Description,
                "VOLUME_KMSCLIENT       channel",
                4,
                None,
            ),
            (
                Field::UseLicenseUrl,
                "https://a        b   c",
                4,
                Some("https://abc"),
            ),
            (Field::Name, "a b", 4, Some("a b")),
        ] {
            assert_eq!(
                without_seams(field, value, column).as_deref(),
                expected,
                "{value}"
            );
        }
    }

    #[test]
    fn one_line_stays_one() {
        for line in [
            "Name: Windows(R), Professional edition",
            "Use License URL: https://activation-v2.sls.microsoft.com/SLActivateProduct/SLActivateProduct.asmx?configextension=Retail",
            "Product Key Channel: Retail:TB:Eval",
            "ERROR DESCRIPTION: The Software Licensing Service reported: no.",
            "Requests with License Status License expired or Hardware out of tolerance: 0",
            "",
        ] {
            cuts(line, &[]);
        }
    }
}
