//! Which fields give something away, for the places that show a field as printed: the source lines and the JSON.

use activation_desk::command::split_host;
use activation_desk::phrase::Kind;
use activation_desk::reading::Product;

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

/// `text` with everything that the product gives away replaced: for texts that are no phrases, such as command lines.
pub fn hidden(text: &str, product: &Product<'_>) -> String {
    let client = product.kms_client.as_ref();
    let hosts = [
        client.and_then(|client| client.host_from_dns.as_deref()),
        client.and_then(|client| client.registered_host.as_deref()),
    ];
    let names = hosts
        .into_iter()
        .flatten()
        .map(|host| (split_host(host).0.trim_matches(['[', ']']), Kind::Host));
    let others = [
        (
            client.and_then(|client| client.lookup_domain.as_deref()),
            Kind::Host,
        ),
        (
            client.and_then(|client| client.host_ip_address.as_deref()),
            Kind::Address,
        ),
        (product.installation_id.as_deref(), Kind::InstallationId),
    ];
    let others = others
        .into_iter()
        .filter_map(|(value, kind)| Some((value?, kind)));
    names
        .chain(others)
        .filter(|(value, _)| !value.is_empty())
        .fold(text.to_owned(), |text, (value, kind)| {
            text.replace(value, kind.placeholder().unwrap_or_default())
        })
}
