//! Pastes whose columns were cut off at the right: what ends at the edge may be half of a value.

use super::{LARGEST_CUT, Reader, RemarkCode, Words};
use crate::{
    id::installation_id::{self, Inspection},
    reading::{
        join,
        label::{self, Dialect, Field},
        value,
    },
};

impl<'t> Reader<'t> {
    /// Whether a value is not to be trusted since its line ends where the paste was cut off at the right; notes what shows such
    /// an edge.
    #[inline]
    pub(super) fn is_cut_off(
        &mut self,
        (field, dialect): (Field, Dialect),
        value: &str,
        raw: &str,
        number: u32,
    ) -> bool {
        if let Some(edge) = self.cut_at {
            return join::measure(raw) >= edge && !is_whole(field, value);
        }
        let is_half_word = value.is_ascii() && ends_in_half_a_word(field, value);
        if dialect != Dialect::Cim && self.text.len() > LARGEST_CUT {
            return is_half_word;
        }
        let shows = is_half_word || shows_cut(field, value);
        let may_show = shows || may_show_cut(field, value);
        if !may_show {
            return false;
        }
        if self.edge.is_none() && !self.is_wrapped && self.text.len() <= LARGEST_CUT {
            let edge = self.width().edge(if shows { 1 } else { 2 });
            self.edge = edge
                .filter(|edge| join::measure(raw) == *edge)
                .map(|edge| (edge, number));
        }
        // Listings wrap; where what goes on below is lost, the value is.
        is_half_word || Self::is_half(field, dialect, value)
    }

    /// Whether a value of a listing that a console cut lacks its end, as far as that shows.
    pub(super) fn is_half(field: Field, dialect: Dialect, value: &str) -> bool {
        dialect == Dialect::Cim
            && (shows_cut(field, value)
                || (field == Field::Description && may_show_cut(field, value)))
    }

    /// Whether a value of a listing, which a console cut off from its label, may be half of one: where the rest of it stands
    /// can't be told there.
    pub(super) fn is_torn_off(field: Field, dialect: Dialect, value: &str) -> bool {
        dialect == Dialect::Cim && !is_whole(field, value) && value::count(value).is_none()
    }

    /// Takes in a field without its value, and says so.
    pub(super) fn cut_off(
        &mut self,
        (field, dialect): (Field, Dialect),
        value: Words<'t>,
        number: u32,
    ) {
        self.field((field, dialect), Words::default(), number, false);
        self.not_whole(field);
        self.remark(RemarkCode::Malformed, number, value, field.key());
    }
}

/// "..., Professional edi": the last word of every name and description is known, so that a part of it is told at once.
fn ends_in_half_a_word(field: Field, value: &str) -> bool {
    let word = match field {
        Field::Name => "edition",
        Field::Description => "channel",
        _ => return false,
    };
    !value.ends_with(word)
        && value.rsplit_once(' ').is_some_and(|(_, last)| {
            last.len() < word.len() && !last.is_empty() && word.starts_with(last)
        })
}

/// Whether a value lacks its end for sure, since its form is known; where its line is the widest, columns were cut off.
fn shows_cut(field: Field, value: &str) -> bool {
    match field {
        Field::Name => (value.contains(", ") && !value.contains("dition")) || value.ends_with(','),
        Field::Description => {
            value.ends_with(',')
                || value.rsplit_once(", ").is_some_and(|(_, last)| {
                    let of_channel =
                        |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
                    !last.is_empty() && last.chars().all(of_channel)
                })
        }
        Field::ActivationId
        | Field::ApplicationId
        | Field::ClientMachineId
        | Field::ObjectActivationId => (8..36).contains(&value.len()) && is_hexadecimal(value),
        Field::ExtendedPid | Field::HostExtendedPid | Field::ObjectExtendedPid => {
            is_half_pid(value)
        }
        // Every directory's name ends in the parts of its domain.
        Field::ObjectDn => {
            value.starts_with("CN=")
                && !value
                    .rsplit(',')
                    .next()
                    .is_some_and(|last| last.starts_with("DC="))
        }
        Field::UseLicenseUrl
        | Field::ValidationUrl
        | Field::ProcessorCertificateUrl
        | Field::MachineCertificateUrl
        | Field::ProductKeyCertificateUrl => is_half_address(value),
        _ => false,
    }
}

/// Whether a value may lack its end; other values end at the same column then.
fn may_show_cut(field: Field, value: &str) -> bool {
    match field {
        Field::Name => !value.is_empty() && !value.ends_with("edition"),
        Field::Description => !value.is_empty() && !value.ends_with("channel"),
        // No product lacks these.
        Field::LicenseStatus | Field::ActivationId => value.is_empty(),
        Field::InstallationId => (9..63).contains(&value.len()) && value.len() != 54,
        _ => false,
    }
}

/// A state with its last word, or the hyphens behind it; listings print a digit.
fn is_whole_state(value: &str) -> bool {
    if value::license_status(value).is_none() {
        return false;
    }
    let ends = |end: &str| value.to_ascii_lowercase().ends_with(end);
    if value.starts_with('-') {
        return value.trim_start_matches('-').ends_with("---");
    }
    if value.starts_with("Additional") {
        return value.ends_with(')');
    }
    value.len() == 1 || ["licensed", "period", "notification"].into_iter().any(ends)
}

fn is_hexadecimal(value: &str) -> bool {
    value
        .bytes()
        .all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

/// Digits and hyphens as in an Extended PID, whose last group is the day and the year: seven digits.
fn is_half_pid(value: &str) -> bool {
    let tail = value.rsplit('-').next().unwrap_or_default();
    (tail.len() < 7 || tail.contains('.'))
        && value.len() > 9
        && value
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'))
}

/// The beginning of one of the addresses that licences name, without its end.
fn is_half_address(value: &str) -> bool {
    const WHOLE: [&str; 4] = [
        "https://activation-v2.sls.microsoft.com/SLActivateProduct/SLActivateProduct.asmx?configextension=",
        "https://activation.sls.microsoft.com/SLActivateProduct/SLActivateProduct.asmx?configextension=",
        "https://validation-v2.sls.microsoft.com/SLWGA/slwga.asmx",
        "https://validation.sls.microsoft.com/SLWGA/slwga.asmx",
    ];
    let is_beginning =
        |whole: &&str| value.len() < whole.len() && label::is_beginning(value, whole);
    const LINK: &str = "https://go.microsoft.com/fwlink/";
    let link = || {
        if (9..LINK.len()).contains(&value.len()) && label::is_beginning(value, LINK) {
            return Some(true);
        }
        let rest = value.split_once("go.microsoft.com/fwlink")?.1;
        let number = rest.split_once("LinkID=").map_or("", |(_, number)| number);
        Some(number.len() < 5)
    };
    (value.len() > 8 && WHOLE.iter().any(is_beginning)) || link().unwrap_or(false)
}

/// Whether a value shows by itself that nothing of it is missing.
pub(super) fn is_whole(field: Field, value: &str) -> bool {
    match field {
        Field::Name => value.ends_with("edition"),
        Field::Description => value.ends_with("channel"),
        Field::ActivationId
        | Field::ApplicationId
        | Field::ClientMachineId
        | Field::ObjectActivationId => value.len() >= 36,
        Field::InstallationId => {
            matches!(installation_id::inspect(value), Inspection::Groups(groups) if groups.all_hold())
        }
        Field::PartialProductKey => value.len() == 5,
        Field::ExtendedPid | Field::HostExtendedPid | Field::ObjectExtendedPid => {
            !is_half_pid(value)
        }
        Field::LicenseStatus => is_whole_state(value),
        Field::ValidationUrl => value.to_ascii_lowercase().ends_with("/slwga.asmx"),
        Field::ActivationInterval | Field::RenewalInterval => value.ends_with("minutes"),
        Field::VolumeExpiration
        | Field::TimebasedExpiration
        | Field::AvmaExpiration
        | Field::TimeRemaining => value::minutes_and_days(value)
            .is_some_and(|(_, days)| days.is_some() && value.ends_with("))")),
        _ => false,
    }
}
