//! Lists of token-based activation: issuance licenses (`/lil`, ospp.vbs `/dtokils`) and certificates (`/ltc`, `/dtokcerts`).
//! They repeat labels of products and list none; their names of people and machines are not kept.

use uuid::Uuid;

use super::Block;
use crate::{
    reading::{
        PrintedError, Producer, Words, code_in,
        prompt::{self, Frame},
        split,
    },
    text::Lines,
};

const LABELS: [&str; 13] = [
    "License ID (ILID)",
    "Version ID (ILvID)",
    "Thumbprint",
    "Subject",
    "Issuer",
    "Valid from",
    "Valid to",
    "Expiry Date",
    "Additional Information",
    "Additional Info",
    "Description",
    "Error",
    "Authorization Error",
];

/// Labels that only ospp.vbs prints, in this case.
const OFFICE: [&str; 5] = [
    "Expiry Date",
    "Additional Info",
    "Authorization Error",
    "Valid From",
    "Valid To",
];

/// The shortest line that a console cuts.
const FULL: usize = 57;

/// The list that begins with `first`.
pub(super) fn read<'t>(first: (u32, &'t str), rest: &Lines<'t>) -> Option<Block<'t>> {
    if !is_head(first.1) {
        return None;
    }
    let mut block = Block {
        producer: Producer::SlmgrOther,
        ..Block::default()
    };
    let mut before = (0, 0);
    for (number, line) in super::lines(first, rest) {
        if line.is_empty() {
            continue;
        }
        let label = split(line)
            .filter(|(label, _)| LABELS.iter().any(|known| label.eq_ignore_ascii_case(known)));
        let frame = prompt::find(line);
        let goes_on = before.0 + 1 == number && before.1 >= FULL && frame.is_none();
        if let Some((label, value)) = label {
            if OFFICE.contains(&label) {
                block.producer = Producer::OsppOther;
            }
            if let Some(code) = code_in(value) {
                block.errors.push(PrintedError {
                    code,
                    text: value
                        .split_once(' ')
                        .map(|(_, text)| Words::Borrowed(text.trim())),
                    line: number,
                });
            }
        } else if !(is_head(line)
            || is_pair(line)
            || goes_on
            || matches!(frame, Some(Frame::Rule | Frame::Office(false))))
        {
            break;
        }
        block.last_line = number;
        before = (number, line.len());
        if frame == Some(Frame::Office(false)) {
            break;
        }
    }
    Some(block)
}

fn is_head(line: &str) -> bool {
    if line.eq_ignore_ascii_case("Token-based Activation Issuance Licenses:") {
        return true;
    }
    split(line).is_some_and(|(label, value)| match label {
        "Thumbprint" => value.len() >= 32 && value.bytes().all(|byte| byte.is_ascii_hexdigit()),
        "License ID (ILID)" | "Version ID (ILvID)" => true,
        _ => false,
    })
}

/// "<ILID>    <ILvID>"
fn is_pair(line: &str) -> bool {
    line.split_once(' ').is_some_and(|(id, version)| {
        Uuid::try_parse(id).is_ok() && version.trim().bytes().all(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{bare, lines};

    #[test]
    fn lists_end_where_another_line_begins() {
        for (paste, last, producer, errors) in [
            (
                "Token-based Activation Issuance Licenses:\n\n00000000-1111-2222-3333-444444444444    2\n    License ID (ILID): 00000000-1111-2222-3333-444444444444\n    Version ID (ILvID): 2\n    Valid to: 1/1/2030\n    Additional Information: x\n    Error: 0xC004F304 Text.\n\nC:\\>",
                8,
                Producer::SlmgrOther,
                1,
            ),
            (
                "Thumbprint: 0123456789ABCDEF0123456789ABCDEF01234567\nSubject: CN=User\nIssuer: CN=Example\nValid from: 1/1/2025\nValid to: 1/1/2030\nThank you\n",
                5,
                Producer::SlmgrOther,
                0,
            ),
            (
                "License ID (ILID): 00000000-1111-2222-3333-444444444444\nVersion ID (ILvID): 2\nExpiry Date: 1/1/2030\nAuthorization Error: 0xC004F304\n---------------------------------------\n---------------------------------------\n---Exiting-----------------------------\n",
                7,
                Producer::OsppOther,
                1,
            ),
        ] {
            let mut lines = lines(paste);
            let (number, raw) = lines.next().expect("a line");
            let block = read((number, bare(raw)), &lines).expect(paste);
            assert_eq!(
                (block.last_line, block.producer, block.errors.len()),
                (last, producer, errors),
                "{paste}"
            );
        }
        assert!(read((1, "Subject: hello"), &lines("")).is_none());
        assert!(read((1, "Thumbprint: none"), &lines("")).is_none());
    }
}
