//! The labels of `ospp.vbs /dstatus` (output grammar, section 11).

use super::Field;

/// Labels of ospp.vbs that slmgr.vbs does not have.
pub(super) const OSPP: [(&str, Field); 13] = [
    ("PRODUCT ID", Field::ProductId),
    ("SKU ID", Field::ActivationId),
    ("Installation ID for", Field::InstallationIdFor),
    ("LICENSE NAME", Field::Name),
    ("LICENSE DESCRIPTION", Field::Description),
    ("LICENSE STATUS", Field::LicenseStatus),
    ("BETA EXPIRATION", Field::EvaluationEndDate),
    ("EXPIRATION", Field::Expiration),
    ("ERROR CODE", Field::ErrorCode),
    ("ERROR DESCRIPTION", Field::ErrorDescription),
    ("REMAINING GRACE", Field::RemainingGrace),
    (
        "Last 5 characters of installed product key",
        Field::PartialProductKey,
    ),
    (
        "Activation Type Configuration",
        Field::ConfiguredActivationType,
    ),
];

/// Labels of ospp.vbs that stand in its block of client information.
pub(super) const OSPP_CLIENT: [(&str, Field); 3] = [
    (
        "KMS machine registry override defined",
        Field::RegisteredHost,
    ),
    ("KMS host caching", Field::HostCaching),
    ("KMS Lookup Domain", Field::LookupDomain),
];

/// Labels of what ospp.vbs tells of events and the machine: in its own words, and words that count only in its outputs.
pub(super) const NOTES: [(&str, bool); 8] = [
    ("Coordinated Universal Time Written", true),
    ("ERROR/HOST", true),
    ("Event ID", false),
    ("MESSAGE", false),
    ("Machine Key", false),
    ("MachineID", false),
    ("License Key", false),
    ("Computer Name", false),
];
