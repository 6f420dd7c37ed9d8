//! Looking ahead in the lines of a paste, without taking them.

use crate::text::{self, Lines};

/// A place in the paste: a line and what follows it. Cloning is cheap, so that a try that fails costs nothing.
#[derive(Clone)]
pub struct Look<'t> {
    line: Option<(u32, &'t str)>,
    rest: Lines<'t>,
    passed: u32,
}

impl<'t> Look<'t> {
    /// At the line `raw`, whose following lines are `rest`.
    pub fn new(number: u32, raw: &'t str, rest: &Lines<'t>) -> Self {
        Look {
            line: Some((number, raw)),
            rest: rest.clone(),
            passed: 0,
        }
    }

    /// Whether the text is over.
    pub fn is_over(&self) -> bool {
        self.line.is_none()
    }

    /// The number of the line; behind the end that of the last line.
    pub fn number(&self) -> u32 {
        self.line.map_or(self.rest.number(), |(number, _)| number)
    }

    /// The line as it stands.
    pub fn raw(&self) -> &'t str {
        self.line.map_or("", |(_, raw)| raw)
    }

    /// The line without decoration; empty behind the end.
    pub fn bare(&self) -> &'t str {
        text::bare(self.raw())
    }

    /// The last line before the place that is not blank; 0 where none was passed.
    pub fn passed(&self) -> u32 {
        self.passed
    }

    /// On to the next line.
    pub fn advance(&mut self) {
        if let Some((number, raw)) = self.line
            && !raw.trim_ascii().is_empty()
        {
            self.passed = number;
        }
        self.line = self.rest.next();
    }

    /// On to the line behind `number`.
    pub fn advance_past(&mut self, number: u32) {
        while self.line.is_some_and(|(line, _)| line <= number) {
            self.advance();
        }
    }

    /// Over at most `most` blank lines; whether a line that is not blank stands there now.
    pub fn skip_blanks(&mut self, most: usize) -> bool {
        for _ in 0..=most {
            if self.is_over() {
                return false;
            }
            if !self.bare().is_empty() {
                return true;
            }
            self.advance();
        }
        false
    }

    /// The next line that is not blank, at most `most` blank lines on.
    pub fn next_told(&self, most: usize) -> Option<Look<'t>> {
        let mut next = self.clone();
        next.advance();
        next.skip_blanks(most).then_some(next)
    }
}

/// Splits "Label: value" at its first colon, full-width ones included; both sides without blanks.
pub fn label(line: &str) -> Option<(&str, &str)> {
    if line.is_ascii() {
        let (label, rest) = line.split_at(memchr::memchr(b':', line.as_bytes())?);
        let (label, value) = (bare(label), bare(rest.trim_start_matches(':')));
        return (!label.is_empty()).then_some((label, value));
    }
    let at = line.find([':', '：'])?;
    let (label, rest) = line.split_at(at);
    let value = rest
        .trim_start_matches([':', '：'])
        .trim_matches(text::is_blank);
    let label = label.trim_matches(text::is_blank);
    (!label.is_empty()).then_some((label, value))
}

/// Without the blanks around it; most have printable signs at both ends, or one blank in front.
fn bare(text: &str) -> &str {
    let text = text.strip_prefix(' ').unwrap_or(text);
    match (text.as_bytes().first(), text.as_bytes().last()) {
        (Some(first), Some(last)) if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim_matches(text::is_blank),
    }
}

/// A number of digits only.
pub fn digits(text: &str) -> Option<u32> {
    let whole = (1..=10).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if whole { text.parse().ok() } else { None }
}

/// Whether it has the shape of a point in time, in whatever language: five groups of digits or more, or four and the name of a
/// month; none of them long.
pub fn is_time(text: &str) -> bool {
    let mut groups = 0;
    for group in text.split(|c: char| !c.is_ascii_digit()) {
        match group.len() {
            0 => {}
            // Fractions of a second are long.
            1..=4 => groups += 1,
            5..=9 if groups >= 6 => groups += 1,
            _ => return false,
        }
    }
    let clock = text.contains([':', '.', 'h']) && text.contains([' ', 'T', '\u{a0}', '\u{202f}']);
    clock
        && text.len() <= 80
        && (groups >= 5 || groups == 4 && text.chars().filter(|c| c.is_alphabetic()).count() >= 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_many_places() {
        for time in [
            "2010/09/29 17:52",
            "1/14/2006 2:30",
            "14.01.2006 02:30:00",
            "5/1/2023 10:00:00 AM",
            "2023-05-01T10:00:00.0000000Z",
            "Tuesday, May 2, 2023 10:15",
            "2023年5月1日 10:15",
        ] {
            assert!(is_time(time), "{time}");
        }
        for other in [
            "",
            "25",
            "2010/09/2917:52",
            "41760",
            "kms01.example.com:1688",
            "192.0.2.1:1688",
            "2010/09/29",
        ] {
            assert!(!is_time(other), "{other}");
        }
    }

    #[test]
    fn labels_split_at_their_colon() {
        assert_eq!(label("Event ID:      12288"), Some(("Event ID", "12288")));
        assert_eq!(label("来源：Microsoft"), Some(("来源", "Microsoft")));
        assert_eq!(label(": x"), None);
        assert_eq!(label("x"), None);
    }
}
