//! `Format-List` and `wmic ... /value` of objects that are no products: the licensing service, results of commands, token
//! licences; and of products as the OSLicense module lists them. All other products are read line by line.

use std::borrow::Cow;

use super::{Block, Object, SpanKind, is_name, object::Kind};
use crate::{
    reading::value,
    text::{self, Lines},
};

/// No object has more lines.
const MOST: usize = 300;

/// Reads the object whose first property stands on this line, if that is a property by which no product begins: the reader
/// asks for the others itself.
pub fn read<'t>(number: u32, raw: &'t str, rest: &Lines<'t>) -> Option<Block<'t>> {
    const FIRST: [&str; 10] = [
        "Success",
        "Operation",
        "ErrorCode",
        "ErrorMessage",
        "ILID",
        "ILvID",
        "DistinguishedName",
        "ObjectClass",
        "ProductKey",
        "Version",
    ];
    let (name, _) = property(text::bare(raw))?;
    FIRST
        .iter()
        .any(|first| first.eq_ignore_ascii_case(name))
        .then(|| object(number, raw, rest).ok())?
}

/// Reads the object that begins with this line; `Err` gives its last line where it is one that is read line by line.
pub fn object<'t>(number: u32, raw: &'t str, rest: &Lines<'t>) -> Result<Block<'t>, u32> {
    let mut block = Block {
        last_line: number,
        ..Block::default()
    };
    let mut found = Object {
        first_line: number,
        ..Object::default()
    };
    // Blank lines above the line, and as many as stand between all lines of the object.
    let (mut blank, mut between) = (0, None);
    let mut column = 0;
    for (line, raw) in std::iter::once((number, raw)).chain(rest.clone().take(MOST)) {
        let bare = text::bare(raw);
        if bare.is_empty() {
            blank += 1;
            continue;
        }
        if found.properties.len() == 1 && between.is_none() {
            between = Some(blank);
        }
        let apart = blank > between.unwrap_or(0);
        blank = 0;
        // The rest of a value stands below its beginning, whatever it looks like.
        let indent = raw.len() - raw.trim_start_matches(text::is_blank).len();
        let is_below = indent > 8 && indent + 2 >= column && !found.properties.is_empty();
        if let Some((name, words)) = property(bare).filter(|_| !is_below) {
            if apart || found.get(name).is_some() {
                break;
            }
            column = raw.trim_end_matches(text::is_blank).len() - words.len();
            found.push(Cow::Borrowed(name), Cow::Borrowed(words), line);
        } else {
            let Some((_, words, _)) = found.properties.last_mut().filter(|_| is_below && !apart)
            else {
                break;
            };
            // Words are cut between them, anything else where the line ends.
            let gap = if words.contains(' ') && !words.contains("://") {
                " "
            } else {
                ""
            };
            *words = value::joined(words, gap, bare);
            block.line(line, SpanKind::Field, None);
        }
        block.last_line = line;
    }
    found.last_line = block.last_line;
    let kind = found.kind();
    let by_line = kind == Kind::Product && !found.is_of_oslicense();
    if by_line || kind == Kind::Other {
        return Err(block.last_line);
    }
    block.objects.push(found);
    Ok(block.told())
}

/// A line that holds a property: `Name : value` or `Name=value`.
fn property(bare: &str) -> Option<(&str, &str)> {
    let at = memchr::memchr2(b':', b'=', bare.as_bytes())?;
    let (label, words) = bare.split_at_checked(at)?;
    let name = label.trim_end();
    let apart = name.len() < label.len() || words.starts_with('=');
    (apart && is_name(name)).then(|| (name, text::bare_value(words.get(1..).unwrap_or_default())))
}

#[cfg(test)]
mod tests {
    use crate::reading::{Producer, Reading};

    #[track_caller]
    fn version(text: &str, expected: Option<&str>) {
        let reading: Reading<'_> = crate::read(text);
        let service = reading.service.as_ref();
        assert_eq!(
            service.and_then(|service| service.version.as_deref()),
            expected,
            "{text}"
        );
        assert!(reading.products.is_empty(), "{text}");
    }

    #[test]
    fn the_service_is_told_from_products_and_other_tools() {
        let version_of = Some("10.0.20348.1");
        version(
            "KeyManagementServiceListeningPort : 1688\nVersion : 10.0.20348.1",
            version_of,
        );
        version(
            "Version : 10.0.20348.1\nPolicyCacheRefreshRequired : 0",
            version_of,
        );
        version(
            "ClientMachineID=\n\n\nPolicyCacheRefreshRequired=0\n\n\nVersion=10.0.20348.1\n",
            version_of,
        );
        version("Version : 10.0.20348.1\nName : left-pad", None);
        version("Version : 10.0.20348.1", None);
        version("Name : left-pad\nVersion : 1.3.0\nDescription : pads", None);
        version("ListeningPort : 1\n\nVersion : 1.3.0", None);
    }

    #[test]
    fn the_first_of_two_machines_counts() {
        let reading = crate::read(
            "ClientMachineID : \nRemainingWindowsReArmCount : 3\n\n\nClientMachineID : \nRemainingWindowsReArmCount : 5\n\nClientMachineID : \nRemainingWindowsReArmCount : 3\nKeyManagementServicePort : 1689\n",
        );
        let service = reading.service.expect("a service");
        assert_eq!(service.remaining_windows_rearm_count, Some(3));
        assert_eq!(service.port, Some(1689));
        assert_eq!(reading.remarks.len(), 1);
    }

    #[test]
    fn long_values_stand_below_each_other() {
        let text = "Success      : False\nErrorCode    : 0xC004F074\nErrorMessage : No host could\n               be contacted.\nThe end.";
        let reading = crate::read(text);
        assert_eq!(reading.errors.len(), 1);
        assert_eq!(reading.errors[0].code, 0xC004_F074);
        assert_eq!(reading.errors[0].line, 2);
        assert_eq!(
            reading.errors[0].text.as_deref(),
            Some("No host could be contacted.")
        );
        assert_eq!(reading.parts[0].producer, Producer::Oslicense);
        assert_eq!(reading.remarks.len(), 1);
    }

    #[test]
    fn a_list_of_the_module_is_told_by_its_words() {
        for (text, producer) in [
            (
                "Name         : Windows(R), A edition\nActivationID : 73111121-5638-40f6-bc11-f1d7b0d64300\nVersion : 10.0.26200.1",
                Producer::Oslicense,
            ),
            (
                "Name         : Windows(R), A edition\nActivationId : 73111121-5638-40f6-bc11-f1d7b0d64300",
                Producer::Cim,
            ),
            (
                "PS C:\\> Get-OSLicenseInfo | fl Name, LicenseStatus\n\nName          : Windows(R), A edition\nLicenseStatus : Licensed",
                Producer::Oslicense,
            ),
        ] {
            let reading = crate::read(text);
            assert_eq!(reading.parts.len(), 1, "{text}");
            assert_eq!(reading.parts[0].producer, producer, "{text}");
            assert_eq!(reading.products.len(), 1, "{text}");
            assert!(reading.remarks.is_empty(), "{text}");
        }
    }

    #[test]
    fn hostile_lists_take_their_time_once() {
        for text in [
            "ClientMachineId : \n".repeat(5_000),
            "Version : 1\nID : a\n".repeat(5_000),
            (0..10_000)
                .map(|at| format!("PSComputerName{at} : 1\n"))
                .collect(),
            (0..5_000)
                .map(|at| format!("Version : 1\nA{at} : 1\n\n"))
                .collect(),
        ] {
            assert!(crate::read(&text).products.is_empty());
        }
    }
}
