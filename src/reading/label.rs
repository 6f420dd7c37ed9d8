//! The labels of `slmgr.vbs /dlv` and `/dli`, every generation from Vista on, and the field that each stands for.
//!
//! Exact label first (one comparison by length); white space and case folded only when that fails.
//! Source of the labels: the output grammar (sections 2 to 5) gathered for this project from the public scripts.

/// A field that a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // named as the labels below
pub enum Field {
    ServiceVersion,
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
}

impl Field {
    /// Its key in the published shape; `None` for fields that the shape does not carry.
    pub const fn key(self) -> Option<&'static str> {
        Some(match self {
            Field::ServiceVersion => "service.version",
            Field::Name => "name",
            Field::Description => "description",
            Field::AdditionalInformation => "additionalInformation",
            Field::ActivationId => "activationId",
            Field::ApplicationId => "applicationId",
            Field::ExtendedPid => "extendedPid",
            Field::ProductKeyChannel => "productKeyChannel",
            Field::InstallationId => "installationId",
            Field::ProcessorCertificateUrl => "processorCertificateUrl",
            Field::MachineCertificateUrl => "machineCertificateUrl",
            Field::UseLicenseUrl => "useLicenseUrl",
            Field::ProductKeyCertificateUrl => "productKeyCertificateUrl",
            Field::ValidationUrl => "validationUrl",
            Field::PartialProductKey => "partialProductKey",
            Field::LicenseStatus => "licenseStatus",
            Field::VolumeExpiration | Field::TimebasedExpiration | Field::AvmaExpiration | Field::TimeRemaining => {
                "minutesRemaining"
            }
            Field::NotificationReason => "reasonCode",
            Field::EvaluationEndDate => "evaluationEndDate",
            Field::WindowsRearmCount => "remainingWindowsRearmCount",
            Field::AppRearmCount => "remainingAppRearmCount",
            Field::SkuRearmCount => "remainingSkuRearmCount",
            Field::TrustedTime => "trustedTime",
            Field::ConfiguredActivationType => "configuredActivationType",
            Field::ClientMachineId => "kmsClient.clientMachineId",
            Field::LookupDomain => "kmsClient.lookupDomain",
            Field::RegisteredHost => "kmsClient.registeredHost",
            Field::HostFromDns | Field::DnsAutoDiscovery => "kmsClient.hostFromDns",
            Field::HostIpAddress => "kmsClient.hostIpAddress",
            Field::HostExtendedPid => "kmsClient.hostExtendedPid",
            Field::ActivationInterval => "kmsClient.activationIntervalMinutes",
            Field::RenewalInterval => "kmsClient.renewalIntervalMinutes",
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
            | Field::TokenThumbprint => return None,
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

    /// Whether it belongs to the head of a product, before the license state.
    pub const fn in_head(self) -> bool {
        self.rank() <= Field::PartialProductKey.rank()
    }
}

/// Label and field, sorted by the label's length in bytes.
const LABELS: [(&str, Field); 62] = [
    ("Name", Field::Name),
    ("AO DN", Field::ObjectDn),
    ("Guest IAID", Field::GuestIaid),
    ("Description", Field::Description),
    ("Extended PID", Field::ExtendedPid),
    ("KMS priority", Field::KmsPriority),
    ("Trusted time", Field::TrustedTime),
    ("Grant Number", Field::TokenGrantNumber),
    ("Activation ID", Field::ActivationId),
    ("Current count", Field::CurrentCount),
    ("Application ID", Field::ApplicationId),
    ("Validation URL", Field::ValidationUrl),
    ("License Status", Field::LicenseStatus),
    ("Time remaining", Field::TimeRemaining),
    ("Installation ID", Field::InstallationId),
    ("Use License URL", Field::UseLicenseUrl),
    ("AO extended PID", Field::ObjectExtendedPid),
    ("Activation time", Field::AvmaTime),
    ("AO activation ID", Field::ObjectActivationId),
    ("Renewal interval", Field::RenewalInterval),
    ("Host Digital PID2", Field::AvmaHostPid),
    ("Listening on Port", Field::ListeningPort),
    ("Host machine name", Field::AvmaHostName),
    ("License ID (ILID)", Field::TokenLicenseId),
    ("Notification Reason", Field::NotificationReason),
    ("Product Key Channel", Field::ProductKeyChannel),
    ("Partial Product Key", Field::PartialProductKey),
    ("Evaluation End Date", Field::EvaluationEndDate),
    ("Activation interval", Field::ActivationInterval),
    ("DNS auto-discovery", Field::DnsAutoDiscovery),
    ("Version ID (ILvID)", Field::TokenVersionId),
    ("Certificate Thumbprint", Field::TokenThumbprint),
    ("Additional Information", Field::AdditionalInformation),
    ("KMS machine IP address", Field::HostIpAddress),
    ("Activation Object name", Field::ObjectName),
    ("Total requests received", Field::RequestsTotal),
    ("Machine Certificate URL", Field::MachineCertificateUrl),
    ("Failed requests received", Field::RequestsFailed),
    ("KMS machine extended PID", Field::HostExtendedPid),
    ("Remaining SKU rearm count", Field::SkuRearmCount),
    ("Remaining App rearm count", Field::AppRearmCount),
    ("Processor Certificate URL", Field::ProcessorCertificateUrl),
    ("Client Machine ID (CMID)", Field::ClientMachineId),
    ("KMS machine name from DNS", Field::HostFromDns),
    ("Configured Activation Type", Field::ConfiguredActivationType),
    ("Product Key Certificate URL", Field::ProductKeyCertificateUrl),
    ("Registered KMS machine name", Field::RegisteredHost),
    ("Volume activation expiration", Field::VolumeExpiration),
    ("Remaining Windows rearm count", Field::WindowsRearmCount),
    ("Timebased activation expiration", Field::TimebasedExpiration),
    ("Software licensing service version", Field::ServiceVersion),
    ("Automatic VM activation expiration", Field::AvmaExpiration),
    ("Requests with License Status Licensed", Field::RequestsLicensed),
    ("Registered KMS SRV record lookup domain", Field::LookupDomain),
    ("Requests with License Status Unlicensed", Field::RequestsUnlicensed),
    ("Requests with License Status Notification", Field::RequestsNotification),
    ("Requests with License Status Initial grace period", Field::RequestsInitialGrace),
    ("Requests with License Status Non-genuine grace period", Field::RequestsNonGenuine),
    ("Requests with License Status License expired or Hardware out of tolerance", Field::RequestsExpired),
    // Seen in edited or older copies.
    ("Remaining Windows re-arm count", Field::WindowsRearmCount),
    ("Client Machine ID", Field::ClientMachineId),
    ("KMS machine name", Field::RegisteredHost),
];

/// The longest label, in bytes.
const LONGEST: usize = 73;

/// For each length, the indexes of the labels of that length. Built at compile time.
const BY_LENGTH: [[u8; 6]; LONGEST + 1] = {
    let mut table = [[u8::MAX; 6]; LONGEST + 1];
    let mut label = 0;
    while label < LABELS.len() {
        let length = LABELS[label].0.len();
        let mut slot = 0;
        while table[length][slot] != u8::MAX {
            slot += 1;
        }
        table[length][slot] = label as u8;
        label += 1;
    }
    table
};

/// The field that a label names: exact but for ASCII case, then with white space folded.
#[inline]
pub fn field(label: &str) -> Option<Field> {
    exact(label).or_else(|| folded(label))
}

#[inline]
fn exact(label: &str) -> Option<Field> {
    for &index in BY_LENGTH.get(label.len())? {
        let (known, field) = LABELS.get(index as usize)?;
        if known == &label || known.eq_ignore_ascii_case(label) {
            return Some(*field);
        }
    }
    None
}

/// The same with runs of any white space as one blank and none around brackets and hyphens.
fn folded(label: &str) -> Option<Field> {
    // A label is short; prose and noise are told by their length before anything is copied.
    if label.len() > 2 * LONGEST || !label.contains(|c: char| c.is_whitespace() || c == '\u{200b}') {
        return None;
    }
    let words: Vec<&str> = label.split(crate::text::is_blank).filter(|word| !word.is_empty()).collect();
    exact(&words.join(" "))
}

/// Whether some label begins with this text; all of it does, too, when its colon is missing.
pub fn begins(text: &str) -> bool {
    LABELS.iter().any(|(label, _)| is_beginning(text, label))
}

/// Whether `whole` begins with `text`, ASCII case aside.
pub fn is_beginning(text: &str, whole: &str) -> bool {
    whole.get(..text.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_names_its_field() {
        for (label, expected) in LABELS {
            assert_eq!(field(label), Some(expected), "{label}");
            assert_eq!(field(&label.to_uppercase()), Some(expected), "{label}");
            assert_eq!(field(&label.replace(' ', "  ")), Some(expected), "{label}");
        }
    }

    #[test]
    fn the_longest_label_is_known() {
        assert_eq!(LABELS.iter().map(|(label, _)| label.len()).max(), Some(LONGEST));
    }

    #[test]
    fn near_misses_name_nothing() {
        for label in ["", "Nam", "Names", "License", "Requests with License Status", "Имя", "🙂"] {
            assert_eq!(field(label), None, "{label}");
        }
    }
}
