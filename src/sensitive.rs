//! What names a machine, a network or a licence: which fields, and where their values stand in a command line.

use crate::{
    command::split_host,
    phrase::{Kind, Phrase},
    reading::Product,
};

/// Each sensitive field (key in the published shape) and what stands there.
pub const FIELDS: [(&str, Kind); 16] = [
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
    ("service.clientMachineId", Kind::Machine),
    ("service.host", Kind::Host),
    ("service.lookupDomain", Kind::Host),
];

/// What the field of that key gives away; `None` where nothing has to be hidden.
pub fn kind_of(key: &str) -> Option<Kind> {
    // Records and evidence name machines in every form; all but their numbers and times are hidden.
    if key.starts_with("events.") || key.starts_with("evidence.") {
        return (!matches!(key, "events.id" | "events.logged")).then_some(Kind::Unread);
    }
    FIELDS
        .iter()
        .find(|(field, _)| *field == key)
        .map(|&(_, kind)| kind)
}

/// A command line with the values that it takes from the product tagged by what they are, so that they can be hidden.
pub fn command(line: &str, product: &Product<'_>) -> Phrase {
    let client = product.kms_client.as_ref();
    let name = |host: &'_ Option<crate::reading::Words<'_>>| {
        let name = split_host(host.as_deref()?)
            .0
            .trim_matches(['[', ']'])
            .to_owned();
        Some((name, Kind::Host))
    };
    let values: Vec<(String, Kind)> = [
        client.and_then(|client| name(&client.registered_host)),
        client.and_then(|client| name(&client.host_from_dns)),
        client.and_then(|client| Some((client.lookup_domain.as_deref()?.to_owned(), Kind::Host))),
        client.and_then(|client| {
            Some((client.host_ip_address.as_deref()?.to_owned(), Kind::Address))
        }),
        product
            .installation_id
            .as_deref()
            .map(|digits| (digits.to_owned(), Kind::InstallationId)),
    ]
    .into_iter()
    .flatten()
    .collect();
    tagged(line, &values)
}

/// A command line with these values tagged by what they are.
pub fn tagged(line: &str, values: &[(String, Kind)]) -> Phrase {
    let mut phrase = Phrase::new();
    let mut rest = line;
    // The earliest value first; of two at the same place the longer one.
    while let Some((at, value, kind)) = values
        .iter()
        .filter(|(value, _)| !value.is_empty())
        .filter_map(|(value, kind)| Some((rest.find(value.as_str())?, value, *kind)))
        .min_by_key(|(at, value, _)| (*at, usize::MAX - value.len()))
    {
        let (head, tail) = rest.split_at(at);
        phrase = phrase
            .value(Kind::Command, head.to_owned())
            .value(kind, value.clone());
        rest = tail.get(value.len()..).unwrap_or_default();
    }
    phrase.value(Kind::Command, rest.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{phrase::Redact, read};

    #[test]
    fn hosts_in_commands_can_be_hidden() {
        let reading = read(
            "Key Management Service client information\n    KMS machine name from DNS: kms01.example.com:1688\n    Registered KMS SRV record lookup domain: example.com",
        );
        let phrase = command(
            "Test-NetConnection -ComputerName kms01.example.com -Port 1688",
            &reading.products[0],
        );
        assert_eq!(
            phrase.plain(Redact::No),
            "Test-NetConnection -ComputerName kms01.example.com -Port 1688"
        );
        assert_eq!(
            phrase.plain(Redact::Yes),
            "Test-NetConnection -ComputerName [host] -Port 1688"
        );
    }
}
