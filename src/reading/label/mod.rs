//! The labels of the producers and the field that each stands for: `slmgr.vbs /dlv` and `/dli` of every generation from
//! Vista on, `ospp.vbs /dstatus`, and the properties of the CIM classes.
//!
//! Exact label first (one comparison by length); white space and case folded only when that fails.
//! Source of the labels: the output grammar (sections 2 to 5, 11, 12) gathered for this project from the public scripts.

mod cim;
pub mod near;
mod ospp;
mod slmgr;
pub mod translated;

use cim::CIM;
use ospp::{NOTES, OSPP, OSPP_CLIENT};
use slmgr::LABELS;

/// Which producer's words a label is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// slmgr.vbs; ospp.vbs shares some of its labels.
    Slmgr,
    /// ospp.vbs alone.
    Ospp,
    /// A property of a CIM class.
    Cim,
    /// slmgr.vbs in another language, or with a label that somebody or something changed.
    Foreign,
}

/// A field that a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // named as the labels below
pub enum Field {
    ServiceVersion,
    ProductId,
    Name,
    Description,
    AdditionalInformation,
    ActivationId,
    ApplicationId,
    ExtendedPid,
    ProductKeyChannel,
    InstallationId,
    ProcessorCertificateUrl,
    MachineCertificateUrl,
    UseLicenseUrl,
    ProductKeyCertificateUrl,
    ValidationUrl,
    PartialProductKey,
    LicenseStatus,
    VolumeExpiration,
    TimebasedExpiration,
    AvmaExpiration,
    TimeRemaining,
    NotificationReason,
    EvaluationEndDate,
    WindowsRearmCount,
    AppRearmCount,
    SkuRearmCount,
    TrustedTime,
    ConfiguredActivationType,
    ClientMachineId,
    LookupDomain,
    RegisteredHost,
    HostFromDns,
    HostIpAddress,
    HostExtendedPid,
    ActivationInterval,
    RenewalInterval,
    DnsAutoDiscovery,
    CurrentCount,
    ListeningPort,
    KmsPriority,
    RequestsTotal,
    RequestsFailed,
    RequestsUnlicensed,
    RequestsLicensed,
    RequestsInitialGrace,
    RequestsExpired,
    RequestsNonGenuine,
    RequestsNotification,
    ObjectName,
    ObjectDn,
    ObjectExtendedPid,
    ObjectActivationId,
    GuestIaid,
    AvmaHostName,
    AvmaTime,
    AvmaHostPid,
    TokenLicenseId,
    TokenVersionId,
    TokenGrantNumber,
    TokenThumbprint,
    // ospp.vbs
    InstallationIdFor,
    ErrorCode,
    ErrorDescription,
    RemainingGrace,
    Expiration,
    HostCaching,
    // CIM classes
    LicenseFamily,
    GraceMinutes,
    ActivationIntervalMinutes,
    RenewalIntervalMinutes,
    ActivationTypeEnabled,
    RegisteredPort,
    DiscoveredPort,
    IsKmsHost,
    /// A sentence of /xpr as a property (slmgr-ps).
    ExpirationInfo,
    // SoftwareLicensingService
    Version,
    DnsPublishing,
    LowPriority,
    ServiceHostCaching,
    /// A property that only the licensing service has, accounted for and not kept.
    ServiceOnly,
    // slmgr.vbs in other languages
    /// The state in words of any language.
    StateInWords,
    /// Minutes and days with units of any language, of whatever runs out.
    MinutesLeft,
    /// The same of a volume activation.
    VolumeInWords,
    /// A property that is accounted for and not kept.
    Other,
}

impl Field {
    /// Its key in the published shape; `None` for fields that the shape does not carry.
    pub const fn key(self) -> Option<&'static str> {
        Some(match self {
            Field::ServiceVersion => "service.version",
            Field::Name => "name",
            Field::ProductId => "productId",
            Field::LicenseFamily => "licenseFamily",
            Field::Description => "description",
            Field::AdditionalInformation => "additionalInformation",
            Field::ActivationId => "activationId",
            Field::ApplicationId => "applicationId",
            Field::ExtendedPid => "extendedPid",
            Field::ProductKeyChannel => "productKeyChannel",
            Field::InstallationId | Field::InstallationIdFor => "installationId",
            Field::ProcessorCertificateUrl => "processorCertificateUrl",
            Field::MachineCertificateUrl => "machineCertificateUrl",
            Field::UseLicenseUrl => "useLicenseUrl",
            Field::ProductKeyCertificateUrl => "productKeyCertificateUrl",
            Field::ValidationUrl => "validationUrl",
            Field::PartialProductKey => "partialProductKey",
            Field::LicenseStatus | Field::StateInWords => "licenseStatus",
            Field::VolumeExpiration
            | Field::TimebasedExpiration
            | Field::AvmaExpiration
            | Field::TimeRemaining
            | Field::RemainingGrace
            | Field::MinutesLeft
            | Field::VolumeInWords
            | Field::GraceMinutes => "minutesRemaining",
            Field::Expiration | Field::ExpirationInfo => "expires.at",
            Field::NotificationReason | Field::ErrorCode => "reasonCode",
            Field::EvaluationEndDate => "evaluationEndDate",
            Field::WindowsRearmCount => "remainingWindowsRearmCount",
            Field::AppRearmCount => "remainingAppRearmCount",
            Field::SkuRearmCount => "remainingSkuRearmCount",
            Field::TrustedTime => "trustedTime",
            Field::ConfiguredActivationType | Field::ActivationTypeEnabled => {
                "configuredActivationType"
            }
            Field::ClientMachineId => "kmsClient.clientMachineId",
            Field::LookupDomain => "kmsClient.lookupDomain",
            Field::RegisteredHost | Field::RegisteredPort => "kmsClient.registeredHost",
            Field::HostFromDns | Field::DnsAutoDiscovery | Field::DiscoveredPort => {
                "kmsClient.hostFromDns"
            }
            Field::HostCaching => "kmsClient.hostCaching",
            Field::HostIpAddress => "kmsClient.hostIpAddress",
            Field::HostExtendedPid => "kmsClient.hostExtendedPid",
            Field::ActivationInterval | Field::ActivationIntervalMinutes => {
                "kmsClient.activationIntervalMinutes"
            }
            Field::RenewalInterval | Field::RenewalIntervalMinutes => {
                "kmsClient.renewalIntervalMinutes"
            }
            Field::CurrentCount => "kmsHost.currentCount",
            Field::ListeningPort => "kmsHost.port",
            Field::KmsPriority => "kmsHost.priority",
            Field::RequestsTotal => "kmsHost.requests.total",
            Field::RequestsFailed => "kmsHost.requests.failed",
            Field::RequestsUnlicensed => "kmsHost.requests.unlicensed",
            Field::RequestsLicensed => "kmsHost.requests.licensed",
            Field::RequestsInitialGrace => "kmsHost.requests.initialGrace",
            Field::RequestsExpired => "kmsHost.requests.expiredOrOutOfTolerance",
            Field::RequestsNonGenuine => "kmsHost.requests.nonGenuineGrace",
            Field::RequestsNotification => "kmsHost.requests.notification",
            Field::ObjectName => "adActivation.objectName",
            Field::ObjectDn => "adActivation.objectDn",
            Field::ObjectExtendedPid => "adActivation.extendedPid",
            Field::ObjectActivationId => "adActivation.activationId",
            Field::GuestIaid
            | Field::AvmaHostName
            | Field::AvmaTime
            | Field::AvmaHostPid
            | Field::TokenLicenseId
            | Field::TokenVersionId
            | Field::TokenGrantNumber
            | Field::TokenThumbprint
            | Field::ErrorDescription
            | Field::IsKmsHost
            | Field::Version
            | Field::DnsPublishing
            | Field::LowPriority
            | Field::ServiceHostCaching
            | Field::ServiceOnly
            | Field::Other => return None,
        })
    }

    /// Whether only `/dlv` prints it, never `/dli`.
    pub const fn dlv_only(self) -> bool {
        matches!(
            self,
            Field::ServiceVersion
                | Field::ActivationId
                | Field::ApplicationId
                | Field::ExtendedPid
                | Field::ProductKeyChannel
                | Field::InstallationId
                | Field::ProcessorCertificateUrl
                | Field::MachineCertificateUrl
                | Field::UseLicenseUrl
                | Field::ProductKeyCertificateUrl
                | Field::ValidationUrl
                | Field::EvaluationEndDate
                | Field::WindowsRearmCount
                | Field::AppRearmCount
                | Field::SkuRearmCount
                | Field::TrustedTime
        )
    }

    /// Where it stands in a block; the order of the script is fixed, so a step back starts a new product.
    pub const fn rank(self) -> u8 {
        self as u8
    }

    /// Its place in a set of fields.
    pub const fn bit(self) -> u128 {
        1 << self.rank()
    }

    /// Whether its value is a plain count.
    pub const fn is_count(self) -> bool {
        matches!(
            self,
            Field::CurrentCount
                | Field::ListeningPort
                | Field::WindowsRearmCount
                | Field::AppRearmCount
                | Field::SkuRearmCount
                | Field::RequestsTotal
                | Field::RequestsFailed
                | Field::RequestsUnlicensed
                | Field::RequestsLicensed
                | Field::RequestsInitialGrace
                | Field::RequestsExpired
                | Field::RequestsNonGenuine
                | Field::RequestsNotification
        )
    }

    /// Whether blanks may stand in its value: not in an ID, an address or a number.
    pub const fn may_hold_blanks(self) -> bool {
        !matches!(
            self,
            Field::ActivationId
                | Field::ApplicationId
                | Field::ExtendedPid
                | Field::InstallationId
                | Field::ProductId
                | Field::LicenseFamily
                | Field::ProductKeyChannel
                | Field::ProcessorCertificateUrl
                | Field::MachineCertificateUrl
                | Field::UseLicenseUrl
                | Field::ProductKeyCertificateUrl
                | Field::ValidationUrl
                | Field::ClientMachineId
                | Field::HostExtendedPid
                | Field::RegisteredHost
                | Field::HostFromDns
                | Field::LookupDomain
                | Field::ObjectActivationId
                | Field::ObjectExtendedPid
        )
    }

    /// Whether its value is free text, which may hold the tags and entities of a web page.
    pub const fn is_words(self) -> bool {
        matches!(
            self,
            Field::Name | Field::Description | Field::ObjectName | Field::ObjectDn
        )
    }

    /// Whether it belongs to the head of a product, before the license state.
    pub const fn in_head(self) -> bool {
        self.rank() <= Field::PartialProductKey.rank()
    }

    /// Whether ospp.vbs prints its label in capitals and slmgr.vbs prints another for it.
    pub const fn is_shouted(self) -> bool {
        matches!(
            self,
            Field::Description
                | Field::ActivationId
                | Field::LicenseStatus
                | Field::NotificationReason
                | Field::PartialProductKey
        )
    }

    /// Whether the scripts set it in: what a client last heard of its host, what a host counts, an object, a token.
    pub const fn is_detail(self) -> bool {
        let rank = self.rank();
        rank >= Field::ClientMachineId.rank()
            && rank <= Field::TokenThumbprint.rank()
            && rank != Field::GuestIaid.rank()
    }
}

/// The longest label of slmgr.vbs, in bytes.
const LONGEST: usize = 73;

/// For each length, the indexes of the labels of that length. Built at compile time.
const BY_LENGTH: [[u8; 6]; LONGEST + 1] = by_length(&LABELS);

/// The same for the properties of the CIM classes.
const CIM_BY_LENGTH: [[u8; 10]; LONGEST_CIM + 1] = by_length(&CIM);

/// The longest property, in bytes.
const LONGEST_CIM: usize = 46;

const fn by_length<const SLOTS: usize, const LENGTHS: usize>(
    labels: &[(&str, Field)],
) -> [[u8; SLOTS]; LENGTHS] {
    let mut table = [[u8::MAX; SLOTS]; LENGTHS];
    let mut label = 0;
    while label < labels.len() {
        let length = labels[label].0.len();
        let mut slot = 0;
        while table[length][slot] != u8::MAX {
            slot += 1;
        }
        table[length][slot] = label as u8;
        label += 1;
    }
    table
}

/// The field that a label names, and in whose words. `apart`: blanks stood before the colon, or an equals sign in its
/// place, as in listings of CIM classes; the words of slmgr.vbs and CIM meet in "Name" and "Description" only.
#[inline]
pub fn field(label: &str, apart: bool) -> Option<(Field, Dialect)> {
    if apart && let Some(field) = cim(label) {
        return Some((field, Dialect::Cim));
    }
    // ospp.vbs shouts; "LICENSE STATUS" is the one label that both have.
    let shouted = label.as_bytes().get(1).is_some_and(u8::is_ascii_uppercase);
    if shouted && let Some(field) = ospp(label) {
        return Some((field, Dialect::Ospp));
    }
    if let Some(field) = exact(label) {
        return Some((field, Dialect::Slmgr));
    }
    others(label)
}

fn others(label: &str) -> Option<(Field, Dialect)> {
    let first = *label.as_bytes().first()?;
    if !first.is_ascii_alphabetic() && first != b'_' {
        return None;
    }
    ospp(label)
        .or_else(|| in_table(&OSPP_CLIENT, label))
        .map(|field| (field, Dialect::Ospp))
        // "ID" may be the tail of another label.
        .or_else(|| {
            let whole = label.len() > 4;
            cim(label)
                .filter(|_| whole)
                .map(|field| (field, Dialect::Cim))
        })
        .or_else(|| folded(label))
}

/// Settings and event viewers print "Product ID" and "Error code" too: the case tells them apart.
fn ospp(label: &str) -> Option<Field> {
    OSPP.iter()
        .find(|(known, _)| *known == label)
        .map(|(_, field)| *field)
}

/// Whether a label is one of ospp.vbs's notes; `office`: in an output of it.
pub fn is_note(label: &str, office: bool) -> bool {
    NOTES
        .iter()
        .any(|(known, own)| *known == label && (*own || office))
}

/// The field that a property of a CIM class holds.
fn cim(label: &str) -> Option<Field> {
    let rows = CIM_BY_LENGTH.get(label.len())?;
    let (first, last) = (label.as_bytes().first()?, label.as_bytes().last()?);
    rows.iter()
        .map_while(|&row| CIM.get(usize::from(row)))
        .find(|(known, _)| {
            // Most are told apart by their first or last letter, whatever its case.
            let known_ends = (known.as_bytes().first(), known.as_bytes().last());
            let (Some(known_first), Some(known_last)) = known_ends else {
                return false;
            };
            ((known_first ^ first) | (known_last ^ last)) & !0x20 == 0
                && (*known == label || known.eq_ignore_ascii_case(label))
        })
        .map(|(_, field)| *field)
}

fn in_table(table: &[(&str, Field)], label: &str) -> Option<Field> {
    table
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(label))
        .map(|(_, field)| *field)
}

#[inline]
fn exact(label: &str) -> Option<Field> {
    let index = place(label)?;
    LABELS.get(index).map(|(_, field)| *field)
}

/// The row of a label of slmgr.vbs: to the letter if there is one, else without regard to case.
fn place(label: &str) -> Option<usize> {
    let rows = BY_LENGTH.get(label.len())?;
    let rows = || {
        rows.iter()
            .take_while(|row| **row != u8::MAX)
            .map(|&row| usize::from(row))
    };
    let last = label.as_bytes().last();
    let same = |row: &usize| {
        LABELS
            .get(*row)
            .is_some_and(|(known, _)| known.as_bytes().last() == last && *known == label)
    };
    let alike = |row: &usize| {
        LABELS
            .get(*row)
            .is_some_and(|(known, _)| known.eq_ignore_ascii_case(label))
    };
    // Tails of "KMS machine extended PID", "AO activation ID" and "Activation Object name", left when columns were cut off.
    let tail = matches!(label, "extended PID" | "activation ID" | "name");
    rows()
        .find(same)
        .or_else(|| rows().find(alike).filter(|_| !tail))
}

/// Which label came after which: the scripts print theirs in a fixed order, so that the next is mostly guessed right.
#[derive(Clone, Debug)]
pub struct Order {
    last: usize,
    /// For each label the one that followed last, and the one before that: /dli leaves out what /dlv prints.
    next: [[u8; 2]; LABELS.len()],
}

impl Default for Order {
    fn default() -> Self {
        Order {
            last: 0,
            next: [[0; 2]; LABELS.len()],
        }
    }
}

impl Order {
    /// The field of a line that begins with the likely label and a colon, and what stands behind: most lines of a report.
    #[inline]
    pub fn guess<'l>(&mut self, line: &'l str) -> Option<(Field, &'l str)> {
        let guesses = *self.next.get(self.last)?;
        guesses.into_iter().map(usize::from).find_map(|guess| {
            let (known, field) = LABELS.get(guess)?;
            let value = line.strip_prefix(known)?.strip_prefix(':')?;
            self.last = guess;
            Some((*field, value))
        })
    }

    /// As [`field`], the likely label first.
    #[inline]
    pub fn field(&mut self, label: &str, apart: bool) -> Option<(Field, Dialect)> {
        if apart {
            return field(label, apart);
        }
        let found = field(label, apart)?;
        if found.1 == Dialect::Slmgr
            && let Some(row) = place(label)
        {
            if let Some(next) = self.next.get_mut(self.last) {
                *next = [row as u8, next[0]];
            }
            self.last = row;
        }
        Some(found)
    }
}

/// The same with runs of any white space as one blank.
fn folded(label: &str) -> Option<(Field, Dialect)> {
    // A label is short; prose and noise are told by their length before anything is copied.
    if label.len() > 2 * LONGEST || !label.contains(|c: char| c.is_whitespace() || c == '\u{200b}')
    {
        return None;
    }
    let words: Vec<&str> = label
        .split(crate::text::is_blank)
        .filter(|word| !word.is_empty())
        .collect();
    let label = words.join(" ");
    let known = |table: &[(&str, Field)]| {
        table
            .iter()
            .find(|(known, _)| *known == label)
            .map(|(_, field)| *field)
    };
    let office = || {
        known(&OSPP)
            .or_else(|| known(&OSPP_CLIENT))
            .map(|field| (field, Dialect::Ospp))
    };
    exact(&label)
        .map(|field| (field, Dialect::Slmgr))
        .or_else(office)
}

/// Whether a producer prints this label; `apart`: blanks stand before its colon, as in listings of CIM classes.
pub fn is_printed(label: &str, apart: bool) -> bool {
    let known = |table: &[(&str, Field)]| table.iter().any(|(known, _)| *known == label);
    // ospp.vbs prints some labels of slmgr.vbs with other capitals; prose has none.
    let slmgr = || label.starts_with(|c: char| c.is_ascii_uppercase()) && exact(label).is_some();
    slmgr() || known(&OSPP) || known(&OSPP_CLIENT) || (apart && known(&CIM))
}

/// Every label as it is printed: field, words, and the columns that it is set in by. `property`: those of CIM's listings,
/// otherwise those of the scripts, whose details slmgr.vbs sets in by four blanks and ospp.vbs by a tab.
pub fn printed(property: bool) -> impl Iterator<Item = (&'static str, Field, Dialect, usize)> {
    const BLANKS: usize = 4;
    const TAB: usize = 1;
    let cim = CIM
        .iter()
        .filter(move |_| property)
        .map(|(label, field)| (*label, *field, Dialect::Cim, 0));
    let slmgr = LABELS.iter().map(|(label, field)| {
        let indent = if field.is_detail() { BLANKS } else { 0 };
        (*label, *field, Dialect::Slmgr, indent)
    });
    let office = OSPP
        .iter()
        .map(|(label, field)| (*label, *field, Dialect::Ospp, 0));
    let details = LABELS
        .iter()
        .filter(|(_, field)| field.is_detail())
        .chain(&OSPP_CLIENT)
        .map(|(label, field)| (*label, *field, Dialect::Ospp, TAB));
    let scripts = slmgr.chain(office).chain(details);
    cim.chain(scripts.filter(move |_| !property))
}

/// Whether one property stands above another in a listing.
pub fn is_before(one: &str, other: &str) -> bool {
    one.bytes()
        .map(|byte| byte.to_ascii_lowercase())
        .lt(other.bytes().map(|byte| byte.to_ascii_lowercase()))
}

/// Whether some label begins with this text; all of it does, too, when its colon is missing.
pub fn begins(text: &str) -> bool {
    LABELS
        .iter()
        .chain(&OSPP)
        .chain(&CIM)
        .chain(&OSPP_CLIENT)
        .any(|(label, _)| is_beginning(text, label))
}

/// Whether a property of the CIM classes begins with this text.
pub fn begins_property(text: &str) -> bool {
    CIM.iter().any(|(label, _)| is_beginning(text, label))
}

/// Whether a text is what is left of a label of the scripts whose first letters were cut off.
pub fn is_tail(text: &str) -> bool {
    !text.is_empty()
        && LABELS
            .iter()
            .chain(&OSPP)
            .chain(&OSPP_CLIENT)
            .any(|(label, _)| label.len() > text.len() && label.ends_with(text))
}

/// Whether `whole` begins with `text`, ASCII case aside.
pub fn is_beginning(text: &str, whole: &str) -> bool {
    whole
        .get(..text.len())
        .is_some_and(|begin| begin.eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_names_its_field() {
        for (label, expected) in LABELS {
            let found = Some((expected, Dialect::Slmgr));
            assert_eq!(field(label, false), found, "{label}");
            // A guess looks for the first colon behind the label.
            assert!(!label.contains([':', '=']), "{label}");
            let shouted = field(&label.to_uppercase(), false);
            assert_eq!(shouted.map(|(field, _)| field), Some(expected), "{label}");
            assert_eq!(field(&label.replace(' ', "  "), false), found, "{label}");
        }
        for (label, expected) in OSPP.into_iter().chain(OSPP_CLIENT) {
            assert_eq!(
                field(label, false),
                Some((expected, Dialect::Ospp)),
                "{label}"
            );
        }
        for (label, expected) in CIM {
            assert_eq!(
                field(label, true),
                Some((expected, Dialect::Cim)),
                "{label}"
            );
        }
    }

    #[test]
    fn the_longest_label_is_known() {
        assert_eq!(
            LABELS.iter().map(|(label, _)| label.len()).max(),
            Some(LONGEST)
        );
    }

    #[test]
    fn near_misses_name_nothing() {
        for label in [
            "",
            "Nam",
            "Names",
            "License",
            "Requests with License Status",
            "Имя",
            "🙂",
        ] {
            assert_eq!(field(label, true), None, "{label}");
            assert_eq!(field(label, false), None, "{label}");
        }
    }
}
