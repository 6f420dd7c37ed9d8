//! What all tables share: how a row is read, and what is wrong with it.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::emit::Sources;

/// Where a row's fact comes from.
pub struct Provenance<'r> {
    pub certainty: &'r str,
    pub source: &'r [String],
    pub seen: &'r str,
}

/// A row of one table.
pub trait Row: DeserializeOwned {
    /// The file in `data/`, or the folder whose files are one table.
    const FILE: &'static str;
    /// Whether the rows stand in the order of their keys; else the order of the file is kept.
    const SORTED: bool = true;
    /// The words for certainty that this table knows.
    const CERTAINTIES: &'static [&'static str];
    /// What rows are ordered by, each at most once.
    type Key: Ord;

    fn key(&self) -> Self::Key;
    /// The key as a person finds it in the file.
    fn label(&self) -> String;
    fn provenance(&self) -> Provenance<'_>;
    /// Every text that is shown to somebody.
    fn texts(&self) -> Vec<&str>;
    /// What this table alone asks for.
    fn check(&self) -> Result<(), String>;
    /// Whether the row may stand in this file of the folder.
    fn check_file(&self, _name: &str) -> Result<(), String> {
        Ok(())
    }
    /// The row as a Rust expression on one line.
    fn emit(&self, sources: &mut Sources) -> Result<String, String>;
}

/// [`Row::provenance`] of a row that has the fields `certainty`, `source` and `seen`, as all have.
macro_rules! provenance_of_fields {
    () => {
        fn provenance(&self) -> crate::tables::check::Provenance<'_> {
            crate::tables::check::Provenance {
                certainty: &self.certainty,
                source: &self.source,
                seen: &self.seen,
            }
        }
    };
}
pub(super) use provenance_of_fields;

/// Reads the text of the file `name`; the error lists every row that breaks the law of its table.
pub fn parse<R: Row>(name: &str, text: &str) -> Result<Vec<R>, String> {
    let wrong = |error: toml::de::Error| format!("data/{name}: {error}");
    let document: toml::Table = toml::from_str(text).map_err(wrong)?;
    let mut arrays = document.into_iter();
    let (Some((_, rows)), None) = (arrays.next(), arrays.next()) else {
        return Err(format!("data/{name}: expected one array of tables"));
    };
    let rows: Vec<R> = Vec::<R>::deserialize(rows).map_err(wrong)?;
    let mut errors = Vec::new();
    let mut keys = BTreeSet::new();
    for row in &rows {
        let checked = common(row)
            .and_then(|()| row.check())
            .and_then(|()| row.check_file(name));
        if let Err(error) = checked {
            errors.push(format!("data/{name}: {}: {error}", row.label()));
        }
        let key = row.key();
        if R::SORTED && keys.last().is_some_and(|last| *last > key) {
            errors.push(format!("data/{name}: {}: out of order", row.label()));
        }
        if !keys.insert(key) {
            errors.push(format!("data/{name}: {}: there twice", row.label()));
        }
    }
    if errors.is_empty() {
        Ok(rows)
    } else {
        Err(errors.join("\n"))
    }
}

fn common<R: Row>(row: &R) -> Result<(), String> {
    let Provenance {
        certainty,
        source,
        seen,
    } = row.provenance();
    if !R::CERTAINTIES.contains(&certainty) {
        return Err(format!(
            "certainty \"{certainty}\" is none of {}",
            R::CERTAINTIES.join(", ")
        ));
    }
    if source.is_empty() {
        return Err("no source".to_owned());
    }
    if !is_day(seen) {
        return Err(format!("seen \"{seen}\" is no day (YYYY-MM-DD)"));
    }
    for text in row
        .texts()
        .into_iter()
        .chain(source.iter().map(String::as_str))
    {
        if text.is_empty() || text.trim() != text || text.contains(char::is_control) {
            return Err(format!("a text is empty, or has stray space: \"{text}\""));
        }
        if text.matches('`').count() % 2 == 1 {
            return Err(format!("a backtick has no partner: \"{text}\""));
        }
        if has_product_key(text) {
            return Err("a text holds a full product key".to_owned());
        }
    }
    Ok(())
}

/// Asks for a full stop, or a command, at the end of each text that is not empty.
pub fn sentences<'t>(mut texts: impl Iterator<Item = &'t String>) -> Result<(), String> {
    match texts.find(|text| !text.is_empty() && !text.ends_with(['.', '`'])) {
        Some(text) => Err(format!("no full stop: \"{text}\"")),
        None => Ok(()),
    }
}

/// Whether `text` holds five groups of five letters or digits with hyphens between.
pub fn has_product_key(text: &str) -> bool {
    let groups: Vec<&str> = text
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .collect();
    groups.iter().any(|word| {
        let parts: Vec<&str> = word.split('-').collect();
        parts
            .windows(5)
            .any(|five| five.iter().all(|part| part.len() == 5))
    })
}

/// Reads a GUID as the data files write it: lower case, with hyphens.
pub fn guid(text: &str) -> Result<u128, String> {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    let digits: String = text.chars().filter(|c| *c != '-').collect();
    let lower = digits
        .chars()
        .all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c));
    if lengths != [8, 4, 4, 4, 12] || !lower {
        return Err(format!("\"{text}\" is no GUID in lower case with hyphens"));
    }
    u128::from_str_radix(&digits, 16).map_err(|error| format!("\"{text}\": {error}"))
}

fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, width: usize| {
        let plain = part.len() == width && part.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| part.parse::<u32>().ok()).flatten()
    };
    let [year, month, day] = parts[..] else {
        return false;
    };
    number(year, 4).is_some_and(|y| (2000..2200).contains(&y))
        && number(month, 2).is_some_and(|m| (1..=12).contains(&m))
        && number(day, 2).is_some_and(|d| (1..=31).contains(&d))
}

#[cfg(test)]
mod tests {
    use super::super::pid::Build;
    use super::*;

    const GOOD: &str = "[[build]]\nbuild = 6000\nclient = \"Windows Vista\"\ncertainty = \"seen\"\nsource = [\"a table\"]\nseen = \"2026-11-22\"\n";

    #[track_caller]
    fn refuses(from: &str, to: &str, why: &str) {
        assert!(parse::<Build>("builds.toml", GOOD).is_ok());
        let text = GOOD.replace(from, to);
        assert_ne!(text, GOOD);
        let error = parse::<Build>("builds.toml", &text)
            .err()
            .expect("the row is refused");
        assert!(error.contains(why), "{error}");
    }

    #[test]
    fn a_row_that_breaks_the_law_is_named() {
        refuses("[\"a table\"]", "[]", "data/builds.toml: 6000: no source");
        refuses("\"a table\"", "\" a table\"", "stray space");
        refuses("\"seen\"", "\"sure\"", "certainty \"sure\" is none of");
        refuses("2026-11-22", "2026-13-22", "is no day");
        refuses("2026-11-22", "yesterday", "is no day");
        refuses(
            "Windows Vista",
            "ABCDE-12345-FGHIJ-67890-KLMNO",
            "full product key",
        );
        refuses("Windows Vista", "a `command", "backtick");
        refuses(
            "client = \"Windows Vista\"\n",
            "",
            "neither client nor server",
        );
        refuses("client", "cleint", "unknown field");
    }

    #[test]
    fn order_and_doubles() {
        let twice = format!("{GOOD}{GOOD}");
        assert!(
            parse::<Build>("builds.toml", &twice)
                .err()
                .expect("refused")
                .contains("there twice")
        );
        let falling = format!("{}{GOOD}", GOOD.replace("6000", "7000"));
        assert!(
            parse::<Build>("builds.toml", &falling)
                .err()
                .expect("refused")
                .contains("out of order")
        );
    }

    #[test]
    fn keys_in_running_text_are_found_and_guids_are_none() {
        assert!(has_product_key("the key (AAAAA-BBBBB-CCCCC-DDDDD-EEEEE)."));
        assert!(!has_product_key("0ff1ce15-a989-479d-af46-f275c6370663"));
        assert!(!has_product_key("XXXXX-XXXXX-XXXXX"));
    }

    #[test]
    fn guids_are_lower_case_with_hyphens() {
        assert_eq!(guid("00000000-0000-0000-0000-00000000000f"), Ok(15));
        for bad in [
            "",
            "0ff1ce15",
            "0FF1CE15-A989-479D-AF46-F275C6370663",
            "{0ff1ce15-a989-479d-af46-f275c6370663}",
        ] {
            assert!(guid(bad).is_err(), "{bad}");
        }
    }
}
