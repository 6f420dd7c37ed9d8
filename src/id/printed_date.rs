//! Dates as the scripts print them: in the style of whoever ran the script, which the text does not name.
//!
//! `8/11/2026` is the eleventh of August or the eighth of November. Where both are possible, both are handed out; nothing
//! here guesses.

use time::{Date, Month, OffsetDateTime, PrimitiveDateTime, Time};

use super::shape::{is_blank, narrow};

/// What a printed date says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintedDate {
    /// One reading only.
    Certain(PrimitiveDateTime),
    /// Month first and day first are both possible and differ.
    Ambiguous {
        /// Read as month, day, year.
        month_first: PrimitiveDateTime,
        /// Read as day, month, year.
        day_first: PrimitiveDateTime,
    },
    /// A year up to 1601: the zero of Windows file times, which stands for "not set".
    Unset,
    /// No date that we can read; a year of two digits included.
    Unreadable,
}

/// Reads a text that is one printed date, with or without a time of day (then midnight).
///
/// Day and month are certain where the year comes first, where dots stand between them (then the day is first), where one
/// number is above 12, or where both are equal. The time is the one that is written: an offset behind it is not applied,
/// only `/Date(milliseconds)/` is a moment in UTC.
pub fn read(text: &str) -> PrintedDate {
    let text: Vec<char> = text
        .chars()
        .map(narrow)
        .map(|c| if is_blank(c) { ' ' } else { c })
        .collect();
    let mut rest = Rest(&text);
    rest.blanks();
    rest.milliseconds()
        .or_else(|| rest.dmtf())
        .or_else(|| rest.written())
        .unwrap_or(PrintedDate::Unreadable)
}

/// What is left to read. Each method takes its piece off the front, or leaves the text as it was and gives `None`.
#[derive(Clone, Copy)]
struct Rest<'t>(&'t [char]);

/// The halves of the day, by the words before or behind the time.
#[derive(Clone, Copy, PartialEq)]
enum Half {
    Before,
    After,
}

const HALVES: [(&str, Half); 16] = [
    ("a. m.", Half::Before),
    ("p. m.", Half::After),
    ("a.m.", Half::Before),
    ("p.m.", Half::After),
    ("a.m", Half::Before),
    ("p.m", Half::After),
    ("am", Half::Before),
    ("pm", Half::After),
    ("\u{4e0a}\u{5348}", Half::Before),
    ("\u{4e0b}\u{5348}", Half::After),
    ("\u{c624}\u{c804}", Half::Before),
    ("\u{c624}\u{d6c4}", Half::After),
    ("\u{5348}\u{524d}", Half::Before),
    ("\u{5348}\u{5f8c}", Half::After),
    ("\u{3c0}\u{3bc}", Half::Before),
    ("\u{3bc}\u{3bc}", Half::After),
];

/// A letter of the words above in lower case. The tables of all letters would weigh more than this module.
fn folded(letter: char) -> char {
    match letter {
        '\u{3a0}' => '\u{3c0}',
        '\u{39c}' => '\u{3bc}',
        _ => letter.to_ascii_lowercase(),
    }
}

impl<'t> Rest<'t> {
    /// `/Date(1786456261000)/`, as ConvertTo-Json of Windows PowerShell writes it.
    fn milliseconds(&self) -> Option<PrintedDate> {
        let mut rest = *self;
        let _ = rest.word("\\");
        rest.word("/Date(")?;
        let sign = if rest.word("-").is_some() { -1 } else { 1 };
        let (milliseconds, _) = rest.number(1..=15)?;
        if rest.word("+").or_else(|| rest.word("-")).is_some() {
            rest.number(4..=4)?;
        }
        rest.word(")")?;
        let _ = rest.word("\\");
        rest.word("/")?;
        rest.end()?;
        let moment =
            OffsetDateTime::from_unix_timestamp_nanos(i128::from(milliseconds) * sign * 1_000_000)
                .ok()?;
        Some(certain(PrimitiveDateTime::new(
            moment.date(),
            moment.time(),
        )))
    }

    /// `20260811135101.000000+120`, as WMI writes it.
    fn dmtf(&self) -> Option<PrintedDate> {
        let mut rest = *self;
        let (digits, _) = rest.number(14..=14)?;
        if rest.word(".").is_some() {
            rest.number(6..=6)?;
            if rest.word("+").or_else(|| rest.word("-")).is_some() {
                rest.number(3..=3)?;
            }
        }
        rest.end()?;
        let two = |divisor: u64| (digits / divisor % 100) as u8;
        let date = date(digits / 10_000_000_000, two(100_000_000), two(1_000_000))?;
        let time = Time::from_hms(two(10_000), two(100), two(1)).ok()?;
        Some(certain(PrimitiveDateTime::new(date, time)))
    }

    /// Three numbers and perhaps a time.
    fn written(&self) -> Option<PrintedDate> {
        let mut rest = *self;
        let (first, width) = rest.number(1..=4)?;
        let separator = rest.separator()?;
        let (second, _) = rest.number(1..=2)?;
        rest.separator()?;
        let (third, last_width) = rest.number(1..=4)?;
        rest.words(&[".", "\u{65e5}", "\u{c77c}"]);
        let time = rest.time()?;
        let second = u8::try_from(second).ok()?;
        if width == 4 {
            let date = date(first, second, u8::try_from(third).ok()?)?;
            return Some(certain(PrimitiveDateTime::new(date, time)));
        }
        if last_width != 4 {
            return None;
        }
        let first = u8::try_from(first).ok()?;
        let month_first = date(third, first, second).map(|date| PrimitiveDateTime::new(date, time));
        let day_first = date(third, second, first).map(|date| PrimitiveDateTime::new(date, time));
        Some(match (month_first, day_first) {
            (Some(month_first), Some(day_first))
                if month_first != day_first && separator != '.' =>
            {
                if month_first.year() <= 1601 {
                    PrintedDate::Unset
                } else {
                    PrintedDate::Ambiguous {
                        month_first,
                        day_first,
                    }
                }
            }
            (_, Some(date)) | (Some(date), None) => certain(date),
            (None, None) => PrintedDate::Unreadable,
        })
    }

    /// The rest as a time of day: nothing, `13:51:01`, `1:51 PM`, `T13:51:01.5Z`, with the half of the day before or behind.
    fn time(mut self) -> Option<Time> {
        self.words(&["T", "t", ","]);
        self.blanks();
        if self.0.is_empty() {
            return Some(Time::MIDNIGHT);
        }
        let before = self.half();
        self.blanks();
        let (hour, _) = self.number(1..=2)?;
        let colon = self.words(&[":", "."])?;
        let (minute, _) = self.number(2..=2)?;
        let second = match self.word(colon) {
            Some(()) => self.number(2..=2)?.0,
            None => 0,
        };
        if second_fraction_follows(self.0) {
            self.0 = &self.0[1..];
            self.number(1..=9)?;
        }
        self.blanks();
        let half = before.or_else(|| self.half());
        self.zone();
        self.end()?;
        let hour = match (half, hour) {
            (None, hour) => hour,
            (Some(Half::Before), 12) => 0,
            (Some(Half::Before), 0..=11) => hour,
            (Some(Half::After), 0..=11) => hour + 12,
            (Some(Half::After), 12..=23) => hour,
            _ => return None,
        };
        Time::from_hms(
            u8::try_from(hour).ok()?,
            u8::try_from(minute).ok()?,
            u8::try_from(second).ok()?,
        )
        .ok()
    }

    /// An offset, read over: `Z`, `UTC`, `+02:00`.
    fn zone(&mut self) {
        self.blanks();
        if self.words(&["UTC", "GMT", "Z"]).is_some() {
            self.blanks();
        }
        let mut rest = *self;
        if rest.words(&["+", "-", "\u{2212}"]).is_some() && rest.number(2..=2).is_some() {
            let _ = rest.word(":");
            if rest.number(2..=2).is_some() {
                *self = rest;
            }
        }
    }

    fn half(&mut self) -> Option<Half> {
        let found = HALVES.iter().find(|(word, _)| self.word(word).is_some());
        found.map(|&(_, half)| half)
    }

    /// What stands between the numbers of a date, with blanks around it.
    fn separator(&mut self) -> Option<char> {
        self.blanks();
        let (&first, rest) = self.0.split_first()?;
        if !matches!(
            first,
            '/' | '-' | '.' | '\u{5e74}' | '\u{6708}' | '\u{b144}' | '\u{c6d4}'
        ) {
            return None;
        }
        self.0 = rest;
        self.blanks();
        Some(first)
    }

    /// A number with a permitted count of digits, and that count.
    fn number(&mut self, width: std::ops::RangeInclusive<usize>) -> Option<(u64, usize)> {
        let count = self.0.iter().take_while(|c| c.is_ascii_digit()).count();
        if !width.contains(&count) {
            return None;
        }
        let (digits, rest) = self.0.split_at(count);
        let value = digits
            .iter()
            .filter_map(|c| c.to_digit(10))
            .fold(0, |value, digit| value * 10 + u64::from(digit));
        self.0 = rest;
        Some((value, count))
    }

    /// A word in either case.
    fn word(&mut self, word: &str) -> Option<()> {
        let mut rest = self.0;
        for due in word.chars() {
            let (first, after) = rest.split_first()?;
            if folded(*first) != folded(due) {
                return None;
            }
            rest = after;
        }
        self.0 = rest;
        Some(())
    }

    fn words(&mut self, words: &[&'static str]) -> Option<&'static str> {
        words.iter().copied().find(|word| self.word(word).is_some())
    }

    fn blanks(&mut self) {
        let count = self.0.iter().take_while(|&&c| c == ' ').count();
        self.0 = &self.0[count..];
    }

    fn end(mut self) -> Option<()> {
        self.blanks();
        self.words(&["."]);
        self.0.is_empty().then_some(())
    }
}

fn second_fraction_follows(rest: &[char]) -> bool {
    matches!(rest, ['.' | ',', digit, ..] if digit.is_ascii_digit())
}

fn date(year: u64, month: u8, day: u8) -> Option<Date> {
    Date::from_calendar_date(i32::try_from(year).ok()?, Month::try_from(month).ok()?, day).ok()
}

fn certain(moment: PrimitiveDateTime) -> PrintedDate {
    if moment.year() <= 1601 {
        PrintedDate::Unset
    } else {
        PrintedDate::Certain(moment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn certainly(text: &str, expected: &str) {
        match read(text) {
            PrintedDate::Certain(moment) => assert_eq!(moment.to_string(), expected),
            other => panic!("{other:?}"),
        }
    }

    #[track_caller]
    fn either(text: &str, month: &str, day: &str) {
        match read(text) {
            PrintedDate::Ambiguous {
                month_first,
                day_first,
            } => {
                assert_eq!(
                    (
                        month_first.to_string().as_str(),
                        day_first.to_string().as_str()
                    ),
                    (month, day)
                );
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn one_reading() {
        certainly("10/26/2016 9:58:33 AM", "2016-10-26 9:58:33.0");
        certainly("26/10/2016 09:58:33", "2016-10-26 9:58:33.0");
        certainly("8/8/2026 1:51:01 PM", "2026-08-08 13:51:01.0");
        certainly("11.08.2026 13:51:01", "2026-08-11 13:51:01.0");
        certainly("2026-08-11", "2026-08-11 0:00:00.0");
        certainly("2026/8/11 13:51:01", "2026-08-11 13:51:01.0");
        certainly(
            "2026. 08. 11. \u{c624}\u{d6c4} 1:51:01",
            "2026-08-11 13:51:01.0",
        );
        certainly(
            "2026/8/11 \u{4e0a}\u{5348} 12:05:00",
            "2026-08-11 0:05:00.0",
        );
        certainly(
            "2026\u{5e74}8\u{6708}11\u{65e5} 13:51",
            "2026-08-11 13:51:00.0",
        );
        certainly("2026-08-11T13:51:01Z", "2026-08-11 13:51:01.0");
        certainly("2026-08-11T13:51:01.1234567+02:00", "2026-08-11 13:51:01.0");
        certainly("20260811135101.000000+120", "2026-08-11 13:51:01.0");
        certainly("/Date(1786456261000)/", "2026-08-11 13:51:01.0");
        certainly("\\/Date(1786456261000+0200)\\/", "2026-08-11 13:51:01.0");
        certainly("13/8/2026 1:51:01 p. m.", "2026-08-13 13:51:01.0");
        certainly(
            "10/26/2016\u{a0}12:00:00\u{202f}a.m.",
            "2016-10-26 0:00:00.0",
        );
        certainly("31.12.2026 23.59.59", "2026-12-31 23:59:59.0");
        certainly("2028-02-29", "2028-02-29 0:00:00.0");
    }

    #[test]
    fn two_readings() {
        either(
            "8/11/2026 1:51:01\u{202f}PM",
            "2026-08-11 13:51:01.0",
            "2026-11-08 13:51:01.0",
        );
        either("01-02-2026", "2026-01-02 0:00:00.0", "2026-02-01 0:00:00.0");
    }

    #[test]
    fn not_set() {
        for text in [
            "1/1/1601",
            "1/2/1601 0:00:00",
            "16010101000000.000000-000",
            "1601-01-01T00:00:00Z",
            "/Date(-11644473600000)/",
            "30.12.1600",
        ] {
            assert_eq!(read(text), PrintedDate::Unset, "{text}");
        }
    }

    #[test]
    fn unreadable() {
        let texts = [
            "",
            "N/A",
            "8/11/26",
            "13/13/2026",
            "30/2/2026",
            "2027-02-29",
            "8/11",
            "8/11/2026 25:00:00",
            "8/11/2026 13:51 AM",
            "8/11/2026 noon",
            "8/11/20266",
            "99999999999999",
            "/Date()/",
            "/Date(1)",
            "/Date(999999999999999)/",
            "8/11/2026 1:5",
            "11 August 2026",
        ];
        for text in texts {
            assert_eq!(read(text), PrintedDate::Unreadable, "{text}");
        }
    }
}
