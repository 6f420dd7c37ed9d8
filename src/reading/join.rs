//! Whether a line is the rest of the one before, cut by a console.
//!
//! A console cuts at its width, without a mark. What is due is known best from the field: a URL has no blanks, an
//! Installation ID is digits up to 54 or 63, a state is one of seven phrases. Only free text needs the width.

use uuid::Uuid;

use super::{label, label::Field, sentence, value};
use crate::id::extended_pid;

/// The shortest line that a console is thought to have cut, in characters.
const NARROWEST: usize = 60;

/// Widths that consoles have.
const CONSOLES: [usize; 6] = [80, 100, 120, 132, 140, 160];

/// Whether a line of `width` characters fills its console; a blank at the seam may be lost.
pub fn is_full(width: usize, widest: usize) -> bool {
    let near = |console: usize| width == console || width + 1 == console;
    width >= NARROWEST && (near(widest) || CONSOLES.into_iter().any(near))
}

/// What stood at the seam: a blank that was lost at the end of the line, or nothing.
pub fn gap(raw: &str, next: &str) -> &'static str {
    let width = raw.chars().count();
    let lost = CONSOLES.contains(&(width + 1)) && next.starts_with(char::is_alphanumeric);
    if lost || raw.ends_with([' ', '\t']) { " " } else { "" }
}

/// What to put between a field's value so far and `next`, if `next` is the rest of it; `full`: [`is_full`].
pub fn field(field: Field, before: &str, next: &str, raw: &str, full: bool) -> Option<&'static str> {
    use Field as F;
    match field {
        F::ProcessorCertificateUrl
        | F::MachineCertificateUrl
        | F::UseLicenseUrl
        | F::ProductKeyCertificateUrl
        | F::ValidationUrl => {
            let one_word = !next.contains(char::is_whitespace);
            let web = before.starts_with("http") || (before.is_empty() && next.starts_with("http"));
            (one_word && web).then_some("")
        }
        F::InstallationId => {
            let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'-'));
            let due = |count: usize| !matches!(count, 54 | 63) && count < 63;
            (digits(before) && digits(next) && due(digit_count(before)) && digit_count(next) > 0).then_some("")
        }
        F::ActivationId | F::ApplicationId | F::ClientMachineId | F::ObjectActivationId => {
            (before.len() + next.len() == 36 && Uuid::try_parse(&[before, next].concat()).is_ok()).then_some("")
        }
        F::ExtendedPid | F::HostExtendedPid | F::ObjectExtendedPid => {
            let of_pid = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
            let whole = || extended_pid::parse(&[before, next].concat()).is_ok_and(|pid| pid.is_whole());
            (of_pid(before) && of_pid(next) && whole()).then_some("")
        }
        F::VolumeExpiration | F::TimebasedExpiration | F::AvmaExpiration | F::TimeRemaining => {
            let whole = |gap: &str| {
                value::minutes_and_days(&[before, gap, next].concat()).is_some_and(|(_, days)| days.is_some())
            };
            let short = value::minutes_and_days(before).is_none_or(|(_, days)| days.is_none()) || !before.ends_with("))");
            ["", " "].into_iter().find(|gap| short && whole(gap))
        }
        F::LicenseStatus if before.is_empty() => value::license_status(next).map(|_| ""),
        F::Name if before.is_empty() => next.ends_with("edition").then_some(""),
        F::LicenseStatus => ["", " "].into_iter().find(|gap| {
            let whole = [before, gap, next].concat();
            value::LONG_STATUS.get(..whole.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(&whole))
        }),
        F::Description if !before.ends_with(" channel") => ["", " "]
            .into_iter()
            .find(|gap| [before, gap, next].concat().ends_with(" channel"))
            .or_else(|| full.then(|| gap(raw, next))),
        F::Name
        | F::AdditionalInformation
        | F::ObjectName
        | F::ObjectDn
        | F::RegisteredHost
        | F::HostFromDns
        | F::LookupDomain
        | F::HostIpAddress
        | F::DnsAutoDiscovery => full.then(|| gap(raw, next)),
        F::RequestsExpired | F::RequestsNonGenuine | F::RequestsNotification | F::RequestsInitialGrace => {
            (full && value::count(next).is_some() && next.len() <= 6).then_some("")
        }
        _ => None,
    }
}

/// Whether a line may be the beginning of a label or sentence that goes on in the next line.
pub fn may_begin(line: &str) -> bool {
    line.len() >= 8 && (label::begins(line) || sentence::begins(line))
}

fn digit_count(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn joins(of: Field, before: &str, next: &str, expected: Option<&str>) {
        assert_eq!(field(of, before, next, before, false), expected, "{of:?} {before} | {next}");
    }

    #[test]
    fn a_field_knows_what_is_due() {
        let url = "https://activation.sls.microsoft.com/SLActivateProduct/SLActiva";
        joins(Field::UseLicenseUrl, url, "teProduct.asmx?configextension=o16", Some(""));
        joins(Field::UseLicenseUrl, url, "and more words", None);
        joins(Field::InstallationId, &"0".repeat(40), &"1".repeat(14), Some(""));
        joins(Field::InstallationId, &"0".repeat(63), "1", None);
        joins(Field::Description, "Windows(R) Operating System, VOLUME_KMSCLIENT chan", "nel", Some(""));
        joins(Field::Description, "Windows(R) Operating System, VOLUME_KMSCLIENT", "channel", Some(" "));
        joins(Field::Description, "Office 16, RETAIL channel", "channel", None);
        joins(Field::LicenseStatus, "Additional grace period (KMS license expired or hardware out of", "tolerance)", Some(" "));
        joins(Field::LicenseStatus, "Licensed", "Licensed", None);
        joins(Field::VolumeExpiration, "243720 minute(s) (169 da", "y(s))", Some(""));
        joins(Field::ActivationId, "98EBFE73-2084-4C97-", "932C-C0CD1643BEA7", Some(""));
        joins(Field::Name, "Windows(R)", "anything", None);
        joins(Field::Name, "", "Windows(R), Professional edition", Some(""));
        joins(Field::Name, "", "anything", None);
        joins(Field::Description, "", "Office 16, VOLUME_KMS channel", Some(""));
        joins(Field::LicenseStatus, "", "Licensed", Some(""));
        joins(Field::LicenseStatus, "", "see below", None);
        joins(Field::ExtendedPid, "05426-00206-234-001162-03-", "1033-9200.0000-0992013", Some(""));
        joins(Field::ExtendedPid, "", "1688", None);
    }

    #[test]
    fn widths_of_consoles() {
        for (width, widest, full) in [(80, 80, true), (79, 80, true), (50, 50, false), (90, 90, true), (90, 300, false)] {
            assert_eq!(is_full(width, widest), full, "{width} of {widest}");
        }
    }
}
