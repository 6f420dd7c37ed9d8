//! Extended PIDs taken apart: `PPPPP-GGGGG-SSS-SSSSSS-CC-LLLL-BBBB.0000-DDDYYYY`.
//!
//! Shape only: what a platform, a group, a channel code, a build or an LCID stands for is looked up in [`kb`](crate::kb).
//!
//! ```
//! use activation_desk::id::extended_pid;
//! let pid = extended_pid::parse("05426-00206-234-001162-03-1033-9200.0000-0992013").unwrap();
//! assert_eq!((pid.group, pid.build), (Some("00206"), Some(9200)));
//! assert_eq!(pid.key_date.unwrap().to_string(), "2013-04-09");
//! ```

use std::fmt;

use time::Date;

use super::shape::{is_blank, is_dash, is_mask, says_masked};

/// An Extended PID. A part that does not fit is `None` and stands in [`odd`](Self::odd) with its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtendedPid<'t> {
    /// The text, without the blanks around it.
    pub raw: &'t str,
    /// Platform or product code, five digits.
    pub platform: Option<&'t str>,
    /// Group of the key, five digits.
    pub group: Option<&'t str>,
    /// Upper three digits of the key's serial number.
    pub serial_upper: Option<&'t str>,
    /// Lower six digits of the key's serial number.
    pub serial_lower: Option<&'t str>,
    /// Channel code, two digits.
    pub channel_code: Option<&'t str>,
    /// Language as a decimal LCID.
    pub lcid: Option<u32>,
    /// Build that the operating system reported when the ID was made.
    pub build: Option<u32>,
    /// The day on which the key was installed or the ID was made.
    pub key_date: Option<Date>,
    /// The parts that do not fit, in order.
    pub odd: Vec<OddPart<'t>>,
}

/// The parts, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // the fields of `ExtendedPid` say what they are
pub enum Part {
    Platform,
    Group,
    SerialUpper,
    SerialLower,
    ChannelCode,
    Language,
    Build,
    KeyDate,
}

/// A part that does not fit. `Display` gives a sentence for the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OddPart<'t> {
    /// Which one.
    pub part: Part,
    /// Its text; empty where the ID ends before it.
    pub found: &'t str,
}

/// Why a text is no Extended PID at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtendedPidError(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Empty,
    Masked,
    Parts(usize),
    Fitting(usize),
}

/// Takes a text apart that is one Extended PID. Blanks around it and around its parts, dashes for hyphens, and a serial
/// number in one piece of nine digits are accepted. Parts that do not fit are listed, the others still come out.
///
/// # Errors
/// Empty, masked by a person, too few or too many parts, or fewer than four parts of the right shape.
pub fn parse(text: &str) -> Result<ExtendedPid<'_>, ExtendedPidError> {
    let raw = text.trim_matches(is_blank);
    if raw.is_empty() {
        return Err(ExtendedPidError(Kind::Empty));
    }
    let mut parts: Vec<&str> = raw
        .split(is_dash)
        .map(|part| part.trim_matches(is_blank))
        .collect();
    if let Some((upper, lower)) = parts
        .get(2)
        .filter(|serial| is_digits(serial, 9..=9))
        .and_then(|serial| serial.split_at_checked(3))
    {
        parts.splice(2..3, [upper, lower]);
    }
    let count = parts.len();
    let mut odd = Vec::new();
    let mut take = |part: Part| {
        let found = parts.get(part as usize).copied().unwrap_or_default();
        if !part.fits(found) {
            odd.push(OddPart { part, found });
            return None;
        }
        Some(found)
    };
    let pid = ExtendedPid {
        raw,
        platform: take(Part::Platform),
        group: take(Part::Group),
        serial_upper: take(Part::SerialUpper),
        serial_lower: take(Part::SerialLower),
        channel_code: take(Part::ChannelCode),
        lcid: take(Part::Language).and_then(|text| text.parse().ok()),
        build: take(Part::Build).and_then(build),
        key_date: take(Part::KeyDate).and_then(date),
        odd,
    };
    let fitting = 8 - pid.odd.len();
    let masked = says_masked(raw) || pid.odd.iter().any(OddPart::is_masked);
    match () {
        () if count <= 8 && fitting >= 4 => Ok(pid),
        () if masked => Err(ExtendedPidError(Kind::Masked)),
        () if !(5..=8).contains(&count) => Err(ExtendedPidError(Kind::Parts(count))),
        () => Err(ExtendedPidError(Kind::Fitting(fitting))),
    }
}

impl ExtendedPid<'_> {
    /// Whether every part fits.
    pub fn is_whole(&self) -> bool {
        self.odd.is_empty()
    }

    /// The key's serial number in one piece of nine digits.
    pub fn serial(&self) -> Option<String> {
        Some(format!("{}{}", self.serial_upper?, self.serial_lower?))
    }
}

impl Part {
    /// Its name in sentences.
    pub const fn name(self) -> &'static str {
        match self {
            Part::Platform => "platform",
            Part::Group => "group",
            Part::SerialUpper => "upper part of the serial number",
            Part::SerialLower => "lower part of the serial number",
            Part::ChannelCode => "channel code",
            Part::Language => "language",
            Part::Build => "build",
            Part::KeyDate => "key date",
        }
    }

    /// What it should look like.
    const fn due(self) -> &'static str {
        match self {
            Part::Platform | Part::Group => "five digits",
            Part::SerialUpper => "three digits",
            Part::SerialLower => "six digits",
            Part::ChannelCode => "two digits",
            Part::Language => "four or five digits",
            Part::Build => "four or five digits, a dot and four digits",
            Part::KeyDate => "a day of the year (001 to 366) and a year",
        }
    }

    fn fits(self, text: &str) -> bool {
        match self {
            Part::Platform | Part::Group => is_digits(text, 5..=5),
            Part::SerialUpper => is_digits(text, 3..=3),
            Part::SerialLower => is_digits(text, 6..=6),
            Part::ChannelCode => is_digits(text, 2..=2),
            Part::Language => is_digits(text, 4..=5),
            Part::Build => build(text).is_some(),
            Part::KeyDate => date(text).is_some(),
        }
    }
}

impl OddPart<'_> {
    /// Whether a person wrote X, * or # over it.
    pub fn is_masked(&self) -> bool {
        !self.found.is_empty() && self.found.chars().any(is_mask)
    }
}

impl fmt::Display for OddPart<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, due) = (self.part.name(), self.part.due());
        if self.found.is_empty() {
            write!(f, "The {name} is missing.")
        } else if self.is_masked() {
            write!(f, "The {name} is masked.")
        } else if self.part == Part::KeyDate
            && self.found.starts_with("366")
            && is_digits(self.found, 7..=7)
        {
            write!(
                f,
                "The key date is \u{201c}{}\u{201d}, but that year has no day 366.",
                self.found
            )
        } else {
            write!(
                f,
                "The {name} is \u{201c}{}\u{201d}; {due} are due.",
                self.found
            )
        }
    }
}

impl ExtendedPidError {
    /// Whether a person masked it.
    pub fn is_masked(&self) -> bool {
        self.0 == Kind::Masked
    }

    /// The number of parts, where that is what is wrong.
    pub fn parts(&self) -> Option<usize> {
        match self.0 {
            Kind::Parts(count) => Some(count),
            _ => None,
        }
    }
}

impl fmt::Display for ExtendedPidError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kind::Empty => f.write_str("There is nothing here."),
            Kind::Masked => f.write_str("Somebody masked it, so it can't be taken apart."),
            Kind::Parts(count) => write!(
                f,
                "An Extended PID has eight parts joined by hyphens; this has {count}."
            ),
            Kind::Fitting(count) => write!(
                f,
                "Only {count} of the eight parts of an Extended PID have the right shape."
            ),
        }
    }
}

impl std::error::Error for ExtendedPidError {}

fn is_digits(text: &str, count: std::ops::RangeInclusive<usize>) -> bool {
    count.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn build(text: &str) -> Option<u32> {
    let (build, rest) = text.split_once('.')?;
    if is_digits(build, 4..=5) && is_digits(rest, 4..=4) {
        build.parse().ok()
    } else {
        None
    }
}

/// Day of the year and year. Years before 1601 (the zero of Windows file times) are no dates of a key.
fn date(text: &str) -> Option<Date> {
    if !is_digits(text, 7..=7) {
        return None;
    }
    let (day, year) = text.split_at_checked(3)?;
    let year = year.parse().ok().filter(|&year| year > 1601)?;
    Date::from_ordinal_date(year, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PID: &str = "05426-00206-234-001162-03-1033-9200.0000-0992013";

    #[track_caller]
    fn odd(text: &str, sentences: &[&str]) {
        let pid = parse(text).unwrap();
        assert_eq!(
            pid.odd.iter().map(ToString::to_string).collect::<Vec<_>>(),
            sentences
        );
    }

    #[track_caller]
    fn explains(text: &str, sentence: &str) {
        assert_eq!(parse(text).unwrap_err().to_string(), sentence);
    }

    #[test]
    fn every_part() {
        let pid = parse(PID).unwrap();
        assert!(pid.is_whole());
        assert_eq!(
            (pid.platform, pid.group, pid.channel_code),
            (Some("05426"), Some("00206"), Some("03"))
        );
        assert_eq!(pid.serial().as_deref(), Some("234001162"));
        assert_eq!((pid.lcid, pid.build), (Some(1033), Some(9200)));
        assert_eq!(
            pid.key_date,
            Date::from_calendar_date(2013, time::Month::April, 9).ok()
        );
        assert_eq!(
            parse(" 05426-00206-234001162-03-1033-9200.0000-0992013\r\n")
                .unwrap()
                .serial_lower,
            Some("001162")
        );
        assert_eq!(
            parse("03612-03763-081-809727-00-1033-14393.0000-3252025")
                .unwrap()
                .build,
            Some(14393)
        );
        assert!(parse(&PID.replace('-', "\u{2013}")).unwrap().is_whole());
    }

    #[test]
    fn parts_that_do_not_fit() {
        odd(
            "xxxxx-03312-035-039572-03-1033-9200.0000-3052018",
            &["The platform is masked."],
        );
        odd(
            "05426-00206-234-001162-03-1033-9200.0000",
            &["The key date is missing."],
        );
        odd(
            "05426-00206-234-001162-03-1033-9200.0000-3662013",
            &["The key date is \u{201c}3662013\u{201d}, but that year has no day 366."],
        );
        odd("05426-00206-234-001162-03-1033-9200.0000-3662012", &[]);
        odd(
            "05426-206-234-001162-03-1033-9200-0002013",
            &[
                "The group is \u{201c}206\u{201d}; five digits are due.",
                "The build is \u{201c}9200\u{201d}; four or five digits, a dot and four digits are due.",
                "The key date is \u{201c}0002013\u{201d}; a day of the year (001 to 366) and a year are due.",
            ],
        );
    }

    #[test]
    fn explanations() {
        explains(" ", "There is nothing here.");
        explains(
            "xxxxx-xxxxx-xxx-xxxxxx-xx-xxxx-xxxx.xxxx-xxxxxxx",
            "Somebody masked it, so it can't be taken apart.",
        );
        explains(
            "00331-10000-00001-AA171",
            "An Extended PID has eight parts joined by hyphens; this has 4.",
        );
        explains(
            &format!("{PID}-1"),
            "An Extended PID has eight parts joined by hyphens; this has 9.",
        );
        explains(
            "a-b-c-d-e-f-g-h",
            "Only 0 of the eight parts of an Extended PID have the right shape.",
        );
    }

    #[test]
    fn every_truncation_is_explained() {
        for end in 0..PID.len() {
            match parse(&PID[..end]) {
                Ok(pid) => assert!(!pid.is_whole(), "{}", &PID[..end]),
                Err(why) => assert!(!why.to_string().is_empty()),
            }
        }
    }
}
