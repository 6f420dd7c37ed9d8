//! The sentences of `slmgr.vbs /xpr`: one of them stands below each product's name.
//!
//! Source: the output grammar (section 3.2) gathered for this project from the public scripts.

use super::ExpiryKind;
use crate::{
    id::printed_date::{self, PrintedDate},
    state::LicenseStatus,
};

/// What a sentence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expiry<'t> {
    /// The state that it stands for.
    pub status: LicenseStatus,
    /// What runs out.
    pub kind: Option<ExpiryKind>,
    /// Licensed without a countdown.
    pub permanent: Option<bool>,
    /// The date as printed.
    pub at: Option<&'t str>,
    /// The whole sentence.
    pub sentence: &'t str,
}

impl<'t> Expiry<'t> {
    /// Whether a date follows the sentence, if not on the same line.
    pub fn is_dated(&self) -> bool {
        self.kind.is_some()
    }

    /// What stands behind the sentence, whatever it is.
    pub fn date(&self) -> &'t str {
        let begin = DATED
            .iter()
            .filter(|(_, status, kind)| *status == self.status && Some(*kind) == self.kind)
            .map(|(begin, ..)| begin.len());
        let at = begin.min().unwrap_or_default();
        self.sentence.get(at..).unwrap_or_default().trim()
    }
}

/// Beginnings that a date follows.
const DATED: [(&str, LicenseStatus, ExpiryKind); 7] = [
    (
        "Volume activation will expire ",
        LicenseStatus::Licensed,
        ExpiryKind::Volume,
    ),
    (
        "Timebased activation will expire ",
        LicenseStatus::Licensed,
        ExpiryKind::Timebased,
    ),
    (
        "Automatic VM activation will expire ",
        LicenseStatus::Licensed,
        ExpiryKind::Avma,
    ),
    (
        "Initial grace period ends ",
        LicenseStatus::OobGrace,
        ExpiryKind::Grace,
    ),
    (
        "Additional grace period ends ",
        LicenseStatus::OotGrace,
        ExpiryKind::Grace,
    ),
    (
        "Non-genuine grace period ends ",
        LicenseStatus::NonGenuineGrace,
        ExpiryKind::Grace,
    ),
    (
        "Extended grace period ends ",
        LicenseStatus::ExtendedGrace,
        ExpiryKind::Grace,
    ),
];

/// The sentence that a line is.
pub fn find(line: &str) -> Option<Expiry<'_>> {
    // Every line comes by here: its first letter tells most of them apart.
    const FIRST: &[u8] = b"TWVAINE";
    if !FIRST.contains(&line.as_bytes().first()?.to_ascii_uppercase()) {
        return None;
    }
    let whole = line.trim_end_matches('.');
    let is = |sentence: &str| whole.eq_ignore_ascii_case(sentence);
    if is("The machine is permanently activated") {
        let permanent = Some(true);
        return Some(Expiry {
            status: LicenseStatus::Licensed,
            kind: None,
            permanent,
            at: None,
            sentence: line,
        });
    }
    if is("Windows is in Notification mode") {
        return Some(Expiry {
            status: LicenseStatus::Notification,
            kind: None,
            permanent: None,
            at: None,
            sentence: line,
        });
    }
    DATED.iter().find_map(|(begin, status, kind)| {
        // A console may have cut the date off, and the blank before it.
        let (head, date) = line
            .split_at_checked(begin.len())
            .or_else(|| line.split_at_checked(begin.len() - 1))?;
        begin
            .get(..head.len())?
            .eq_ignore_ascii_case(head)
            .then(|| Expiry {
                status: *status,
                kind: Some(*kind),
                permanent: (*status == LicenseStatus::Licensed).then_some(false),
                at: Some(date.trim())
                    .filter(|date| !date.is_empty() && !super::value::is_masked(date)),
                sentence: line,
            })
    })
}

/// Whether a text begins with one of the sentences.
pub fn begins(text: &str) -> bool {
    const WHOLE: [&str; 3] = [
        "The machine is permanently activated",
        "Windows is in Notification mode",
        "Unlicensed",
    ];
    let begins = |sentence: &str| text.starts_with(sentence);
    WHOLE.into_iter().any(begins) || DATED.iter().any(|(sentence, ..)| begins(sentence))
}

/// How the names of products begin, in every generation of Windows and Office.
const FAMILIES: [&str; 4] = ["Windows(", "Windows ", "Office ", "Microsoft "];

/// Whether a text begins as the name of a product does.
pub fn begins_name(text: &str) -> bool {
    FAMILIES.iter().any(|family| text.starts_with(family))
}

/// Whether a text is the whole name of a product: a family, a comma, the edition or the editions that it adds to.
pub fn is_name(text: &str) -> bool {
    let text = text.trim_end();
    begins_name(text)
        && text.contains(", ")
        && (text.ends_with(" edition") || text.contains(" add-on for "))
}

/// Whether a line is the heading of a product or the beginning of one that a console cut. No other tool's line begins so.
pub fn begins_heading(line: &str) -> bool {
    if !begins_name(line) {
        return false;
    }
    let (name, rest) = line.split_once(':').unwrap_or((line, ""));
    rest.is_empty() && name.contains(", ") && (is_name(name) || name.len() == line.len())
}

/// Where in a text the last name of a product begins that goes on to its end, given the text that stands before its colon.
pub fn start_of_name(text: &str) -> Option<usize> {
    // "Windows is in Notification mode" is no name, "Office16ProPlusR_Retail" no beginning of one.
    let begins = |at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        let digit = |tail: &str| tail.starts_with(|c: char| c.is_ascii_digit());
        (at == 0 || text.as_bytes()[at - 1].is_ascii_whitespace())
            && (["Windows(", "Windows Server("]
                .iter()
                .any(|name| rest.starts_with(name))
                || ["Windows ", "Office "]
                    .iter()
                    .any(|name| rest.strip_prefix(name).is_some_and(digit)))
    };
    (0..text.len())
        .rev()
        .find(|&at| text.is_char_boundary(at) && begins(at))
}

/// What stood between two pieces of a name where a console cut it. A name has blanks behind its first comma and around
/// its few plain words, and none in its list of editions, so that the text tells what copying may have lost.
pub fn gap_in_name(before: &str, next: &str) -> &'static str {
    let (before, next) = (before.trim_end(), next.trim_start());
    let word = |words: [&str; 3]| {
        words.iter().any(|word| {
            next.strip_prefix(word)
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
        })
    };
    let apart = word(["edition", "add-on", "for"])
        || [" add-on", " for"].iter().any(|end| before.ends_with(end))
        || (before.ends_with(',') && before.matches(',').count() == 1)
        || next.starts_with('(') && before.ends_with(", ")
        || !before.contains(',') && next.starts_with(|c: char| c.is_ascii_digit());
    if apart { " " } else { "" }
}

/// Whether what stands behind a sentence may be a date: in every form that has three parts at least.
pub fn may_be_date(at: &str) -> bool {
    // A longer text holds the next product, whose line end was lost.
    const LONGEST: usize = 48;
    at.len() <= LONGEST
        && at
            .split(|c: char| !c.is_alphanumeric())
            .filter(|part| !part.is_empty())
            .count()
            >= 3
}

/// Whether a text is a date that can be read.
pub fn is_date(at: &str) -> bool {
    printed_date::read(at) != PrintedDate::Unreadable
}

/// Whether a date and its time are there as a script prints them. A date alone is half of one: what runs out does so to the
/// second.
pub fn is_whole_date(at: &str) -> bool {
    let has_time = at.split([' ', 'T', '\u{a0}', '\u{202f}']).any(|word| {
        let mut parts = word.split([':', '.']);
        let number = |part: Option<&str>| {
            part.is_some_and(|part| {
                (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
            })
        };
        word.contains(':') && number(parts.next()) && number(parts.next())
    });
    has_time && is_date(at)
}

/// The word alone, which is a sentence only below a name.
pub fn unlicensed(line: &str) -> Expiry<'_> {
    Expiry {
        status: LicenseStatus::Unlicensed,
        kind: None,
        permanent: None,
        at: None,
        sentence: line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_of_every_state() {
        let read = |line| find(line).map(|found| (found.status, found.permanent, found.at));
        assert_eq!(
            read("Volume activation will expire 3/24/2027 2:35:57 AM"),
            Some((
                LicenseStatus::Licensed,
                Some(false),
                Some("3/24/2027 2:35:57 AM")
            ))
        );
        assert_eq!(
            read("The machine is permanently activated."),
            Some((LicenseStatus::Licensed, Some(true), None))
        );
        assert_eq!(
            read("Windows is in Notification mode"),
            Some((LicenseStatus::Notification, None, None))
        );
        assert_eq!(
            read("Initial grace period ends 1.2.2026 10:00:00"),
            Some((LicenseStatus::OobGrace, None, Some("1.2.2026 10:00:00")))
        );
        assert_eq!(read("Initial grace period"), None);
        assert_eq!(read(""), None);
    }

    #[test]
    fn names_are_put_together_by_their_own_words() {
        let name = "Windows(R) 7, Client-ESU-Year2 add-on for Enterprise,EnterpriseE,ProfessionalN edition";
        let office = "Office 16, Office16ProPlusVL_KMS_Client edition";
        for (name, from) in [
            (name, 12),
            (office, 9),
            ("Windows(R), ServerStandard edition", 11),
        ] {
            assert!(is_name(name), "{name}");
            for at in from..name.len() {
                let (before, next) = name.split_at(at);
                for (before, next) in [(before, next), (before.trim_end(), next.trim_start())] {
                    let whole = [
                        before.trim_end(),
                        gap_in_name(before, next),
                        next.trim_start(),
                    ]
                    .concat();
                    assert_eq!(whole, name, "{before}|{next}");
                }
            }
        }
        for (line, begins) in [
            ("Windows(R), Professional edition:", true),
            (
                "Windows(R), Client-ESU-Year1 add-on for Education,Enterpri",
                true,
            ),
            ("Windows is in Notification mode", false),
            ("Windows 10, version 22H2: what is new", false),
            ("Office", false),
            ("seN,Professional edition:", false),
        ] {
            assert_eq!(begins_heading(line), begins, "{line}");
        }
        for (text, start) in [
            (
                "The machine is permanently activated. Windows(R) 7, X",
                Some(38),
            ),
            (
                "Windows is in Notification mode Office 16, Office16ProPlusR",
                Some(32),
            ),
            ("Windows is in Notification mode", None),
        ] {
            assert_eq!(start_of_name(text), start, "{text}");
        }
    }

    #[test]
    fn a_date_is_whole_with_its_time() {
        for (at, whole) in [
            ("3/24/2027 2:35:57 AM", true),
            ("9. 9. 2028 0:59:35", true),
            ("2030-01-09 \u{c624}\u{c804} 7:26:54", true),
            ("14/4/2569 4:27:13", true),
            ("9. 9. 20280:59:35", false),
            ("14/4/25", false),
            ("22/11/2560", false),
            ("22/11/25600:19:34", false),
            ("1", false),
            ("", false),
        ] {
            assert_eq!(is_whole_date(at), whole, "{at}");
        }
    }
}
