//! Values of the registry: `reg query`, exports (`.reg`) and `Get-ItemProperty`. Keys of licensing become evidence; of others it is
//! only known what they are.

use std::borrow::Cow;

use super::{Block, BlockLine, look::Look};
use crate::{
    reading::{
        Evidence, EvidenceKind, Producer, RegistryValue, Remark, RemarkCode, SpanKind, Words,
        prompt, value,
    },
    text::Lines,
};

/// What the keys of licensing hold in their names, in lower case.
const KEYS: [&str; 5] = [
    r"\softwareprotectionplatform",
    r"\officesoftwareprotectionplatform",
    r"\windows nt\currentversion\sl",
    r"\windows script host\settings",
    r"\software protection platform",
];

/// Values that a list of `Get-ItemProperty` may begin with.
const FIRST: [&str; 20] = [
    "(default)",
    "actionlist",
    "BackupProductKeyDefault",
    "CacheStore",
    "ClipSvcStart",
    "DisableDnsPublishing",
    "DisableKeyManagementServiceHostCaching",
    "DnsDomainPublishList",
    "EnableKmsLowPriority",
    "HasOOBERun",
    "InactivityShutdownDelay",
    "KeyManagementServiceName",
    "LicStatusArray",
    "NoGenTicket",
    "PolicyValuesArray",
    "ServiceSessionId",
    "SkipRearm",
    "TokenStore",
    "UserOperations",
    "VLActivationInterval",
];

/// Reads the keys that begin with the line `raw`.
pub fn read<'t>(number: u32, raw: &'t str, rest: &Lines<'t>) -> Option<Block<'t>> {
    let look = Look::new(number, raw, rest);
    let line = look.bare();
    let mut block = Block {
        producer: Producer::Registry,
        ..Block::default()
    };
    if key(line).is_some() || line.starts_with("Windows Registry Editor Version") {
        query(look, &mut block);
    } else {
        item(look, &mut block);
    }
    (block.last_line > 0).then_some(block)
}

/// A line that names a key.
fn key(line: &str) -> Option<&str> {
    let bare = line
        .strip_prefix('[')
        .map_or(line, |rest| rest.trim_end_matches(']'));
    let known = ["HKEY_", "HKLM\\", "HKCU\\"]
        .iter()
        .any(|root| bare.starts_with(root));
    (known && bare.contains('\\') && !bare.contains("  ")).then_some(bare)
}

fn is_licensing(key: &str) -> bool {
    let key = key
        .get(..key.floor_char_boundary(300))
        .unwrap_or_default()
        .to_ascii_lowercase();
    KEYS.iter().any(|known| {
        key.match_indices(known).any(|(at, _)| {
            let rest = key.get(at + known.len()..).unwrap_or_default();
            rest.is_empty() || rest.starts_with('\\')
        })
    })
}

fn query<'t>(mut look: Look<'t>, block: &mut Block<'t>) {
    let mut open: Option<&'t str> = None;
    while !look.is_over() {
        let (number, line) = (look.number(), look.bare());
        if let Some(key) = key(line) {
            open = Some(key);
            block.lines.push(BlockLine {
                line: number,
                kind: SpanKind::Heading,
                key: None,
            });
        } else if let Some((name, value_type, value)) = typed(line).or_else(|| exported(line)) {
            put(block, number, open, (name, Some(value_type), value));
        } else {
            // A long value goes on in figures only; a search ends with a count.
            let figures = line.len() >= 2
                && line
                    .bytes()
                    .all(|byte| byte.is_ascii_hexdigit() || matches!(byte, b',' | b'\\'));
            let count = line.bytes().any(|byte| byte.is_ascii_digit())
                && line.contains(": ")
                && line.len() <= 60
                && prompt::find(line).is_none();
            let title = open.is_none() && line.starts_with("Windows Registry Editor");
            if !(figures || title || count && look.next_told(0).is_none()) {
                break;
            }
        }
        block.last_line = number;
        look.advance();
        if !look.skip_blanks(2) {
            break;
        }
    }
    // A lone title or a path in prose is no listing.
    if open.is_none()
        || block.lines.len() == 1
            && !block
                .lines
                .iter()
                .all(|line| line.kind == SpanKind::Heading)
    {
        block.last_line = 0;
    }
}

/// "Name    REG_SZ    value".
fn typed(line: &str) -> Option<(&str, Words<'_>, Words<'_>)> {
    let at = line.find("REG_").filter(|&at| at > 0)?;
    let (name, rest) = line.split_at(at);
    let apart = name.ends_with("  ") || name.ends_with('\t');
    let end = rest.find([' ', '\t']).unwrap_or(rest.len());
    let (value_type, value) = rest.split_at(end);
    let shouted = value_type
        .bytes()
        .all(|byte| byte.is_ascii_uppercase() || byte == b'_' || byte.is_ascii_digit());
    (apart && shouted).then(|| {
        (
            name.trim(),
            Cow::Borrowed(value_type),
            Cow::Borrowed(value.trim()),
        )
    })
}

/// `"Name"="value"`, `"Name"=dword:00000698`.
fn exported(line: &str) -> Option<(&str, Words<'_>, Words<'_>)> {
    let (name, value) = match line.strip_prefix("@=") {
        Some(value) => ("@", value),
        None => line.strip_prefix('"')?.split_once("\"=")?,
    };
    if let Some(text) = value.strip_prefix('"') {
        let text = text.strip_suffix('"')?;
        let plain = if text.contains('\\') {
            Cow::Owned(text.replace("\\\\", "\\").replace("\\\"", "\""))
        } else {
            Cow::Borrowed(text)
        };
        return Some((name, Cow::Borrowed("REG_SZ"), plain));
    }
    if let Some(figure) = value.strip_prefix("dword:") {
        let number = u32::from_str_radix(figure, 16).ok()?;
        return Some((
            name,
            Cow::Borrowed("REG_DWORD"),
            Cow::Owned(format!("{number:#x}")),
        ));
    }
    let (kind, _) = value
        .split_once(':')
        .filter(|(kind, _)| kind.starts_with("hex"))?;
    let value_type = match kind {
        "hex(2)" => "REG_EXPAND_SZ",
        "hex(7)" => "REG_MULTI_SZ",
        "hex(b)" => "REG_QWORD",
        _ => "REG_BINARY",
    };
    Some((name, Cow::Borrowed(value_type), Cow::Borrowed(value)))
}

fn put<'t>(
    block: &mut Block<'t>,
    line: u32,
    key: Option<&'t str>,
    (name, value_type, value): (&'t str, Option<Words<'t>>, Words<'t>),
) {
    let Some(key) = key.filter(|key| is_licensing(key)) else {
        return;
    };
    let masked = value::is_masked(&value);
    if masked {
        block.remarks.push(Remark {
            code: RemarkCode::Masked,
            line,
            text: value.clone(),
            key: Some("evidence.value"),
        });
    }
    block.lines.push(BlockLine {
        line,
        kind: SpanKind::Field,
        key: Some("evidence.value"),
    });
    let kind = EvidenceKind::Registry(RegistryValue {
        key: Some(Cow::Borrowed(key)),
        name: Some(Cow::Borrowed(name)),
        value_type,
        value: (!masked).then_some(value),
    });
    block.evidence.push(Evidence { line, kind });
}

/// A list of `Get-ItemProperty`: its last lines name the key.
fn item<'t>(mut look: Look<'t>, block: &mut Block<'t>) {
    let property = |line: &'t str| {
        line.split_once(" :")
            .map(|(name, value)| (name.trim(), value.trim()))
    };
    let begins = property(look.bare())
        .is_some_and(|(name, _)| FIRST.iter().any(|known| known.eq_ignore_ascii_case(name)));
    if !begins {
        return;
    }
    let mut values: Vec<(u32, &'t str, &'t str)> = Vec::new();
    let mut key = None;
    while values.len() < 80 && !look.is_over() && !look.bare().is_empty() {
        let Some((name, value)) = property(look.bare()).filter(|(name, _)| !name.contains(' '))
        else {
            // A value of the console's width goes on below.
            if !look.raw().starts_with("    ") {
                break;
            }
            look.advance();
            continue;
        };
        match name {
            "PSPath" => {
                key = value
                    .split_once("Registry::")
                    .map(|(_, key)| (look.number(), key));
                block.lines.push(BlockLine {
                    line: look.number(),
                    kind: SpanKind::Field,
                    key: Some("evidence.key"),
                });
            }
            "PSParentPath" | "PSChildName" | "PSDrive" | "PSProvider" => {}
            _ => values.push((look.number(), name, value)),
        }
        block.last_line = look.number();
        look.advance();
    }
    let Some((_, key)) = key else {
        *block = Block::default();
        return;
    };
    let own = std::mem::take(&mut block.lines);
    for (line, name, value) in values {
        put(block, line, Some(key), (name, None, Cow::Borrowed(value)));
    }
    block.lines.extend(own);
    crate::order::by(&mut block.lines, |known| known.line);
}
