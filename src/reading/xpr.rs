//! The sentences of `slmgr.vbs /xpr`: one of them stands below each product's name.
//!
//! Source: the output grammar (section 3.2) gathered for this project from the public scripts.

use super::ExpiryKind;
use crate::state::LicenseStatus;

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
        let (head, date) = line.split_at_checked(begin.len())?;
        head.eq_ignore_ascii_case(begin).then(|| Expiry {
            status: *status,
            kind: Some(*kind),
            permanent: (*status == LicenseStatus::Licensed).then_some(false),
            at: Some(date.trim()).filter(|date| !date.is_empty() && !super::value::is_masked(date)),
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
}
