//! Which fields give something away, for the places that show a field as printed: the source lines and the JSON.

use activation_desk::phrase::Kind;

/// Each sensitive field (key in the published shape) and what stands there.
pub const FIELDS: [(&str, Kind); 13] = [
    ("extendedPid", Kind::Pid),
    ("productId", Kind::Pid),
    ("installationId", Kind::InstallationId),
    ("partialProductKey", Kind::KeyEnding),
    ("kmsClient.clientMachineId", Kind::Machine),
    ("kmsClient.hostFromDns", Kind::Host),
    ("kmsClient.registeredHost", Kind::Host),
    ("kmsClient.lookupDomain", Kind::Host),
    ("kmsClient.hostIpAddress", Kind::Address),
    ("kmsClient.hostExtendedPid", Kind::Pid),
    ("adActivation.objectName", Kind::Directory),
    ("adActivation.objectDn", Kind::Directory),
    ("adActivation.extendedPid", Kind::Pid),
];

/// What the field of that key gives away; `None` where nothing has to be hidden.
pub fn kind_of(key: &str) -> Option<Kind> {
    FIELDS
        .iter()
        .find(|(field, _)| *field == key)
        .map(|&(_, kind)| kind)
}
