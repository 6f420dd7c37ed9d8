//! Signs that an activation does not come from where KMS activations come from. Sober facts, no verdict: each has honest
//! causes too, and the sentence that goes with it says what to look at.

use std::net::IpAddr;

use crate::{
    command::split_host,
    kb::threshold::KMS_VALIDITY,
    reading::{ExpiryKind, Product},
};

/// What is odd about an activation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suspicion {
    /// The KMS host is this machine itself.
    LoopbackHost,
    /// The KMS host has a public address and is not one of Microsoft's for Azure.
    PublicHost,
    /// More minutes are left than a KMS host ever gives.
    TooManyMinutes,
}

/// Azure's own KMS hosts: names and the addresses that a support article of 2026 gives
/// (MicrosoftDocs/SupportArticles-docs, Azure KMS).
const AZURE_NAMES: [&str; 2] = ["azkms.core.windows.net", "kms.core.windows.net"];
const AZURE_ADDRESSES: [&str; 2] = ["20.118.99.224", "40.83.235.53"];

/// The first sign that the product shows; `None` for an ordinary one.
pub fn of(product: &Product<'_>) -> Option<Suspicion> {
    if let Some(client) = &product.kms_client {
        let named = [&client.registered_host, &client.host_from_dns];
        let hosts = named
            .into_iter()
            .flatten()
            .map(|host| split_host(host).0)
            .chain(client.host_ip_address.as_deref());
        let mut public = false;
        for host in hosts {
            let name = host.trim_matches(['[', ']']);
            if AZURE_NAMES
                .iter()
                .any(|azure| name.eq_ignore_ascii_case(azure))
            {
                return None;
            }
            if is_loopback(name) {
                return Some(Suspicion::LoopbackHost);
            }
            public |= is_public(name);
        }
        if public {
            return Some(Suspicion::PublicHost);
        }
    }
    let volume = product.expires.kind == Some(ExpiryKind::Volume);
    let too_many = product
        .minutes_remaining
        .is_some_and(|minutes| minutes > KMS_VALIDITY.value);
    (volume && too_many).then_some(Suspicion::TooManyMinutes)
}

fn is_loopback(name: &str) -> bool {
    name.eq_ignore_ascii_case("localhost")
        || name
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

/// Whether it is an address that belongs to no private, local, shared or documentation range.
fn is_public(name: &str) -> bool {
    if AZURE_ADDRESSES.contains(&name) {
        return false;
    }
    match name.parse() {
        Ok(IpAddr::V4(address)) => {
            let [first, second, ..] = address.octets();
            let shared = first == 100 && (64..128).contains(&second);
            let special =
                address.is_private() || address.is_link_local() || address.is_documentation();
            !(shared || special || address.is_loopback() || first == 0 || first >= 224)
        }
        // 2000::/3 is what is handed out; 2001:db8::/32 is for documents.
        Ok(IpAddr::V6(address)) => {
            let [first, second, ..] = address.segments();
            first & 0xe000 == 0x2000 && (first, second) != (0x2001, 0x0db8)
        }
        Err(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    #[track_caller]
    fn seen(line: &str, expected: Option<Suspicion>) {
        let paste = format!(
            "Name: Windows(R), Enterprise edition\nDescription: a, VOLUME_KMSCLIENT channel\n{line}\n"
        );
        assert_eq!(of(&read(&paste).products[0]), expected, "{line}");
    }

    #[test]
    fn odd_hosts_and_figures_are_told_from_ordinary_ones() {
        seen("KMS machine name from DNS: kms01.example.com:1688", None);
        seen(
            "Registered KMS machine name: 127.0.0.2:1688",
            Some(Suspicion::LoopbackHost),
        );
        seen(
            "Registered KMS machine name: localhost:1688",
            Some(Suspicion::LoopbackHost),
        );
        seen(
            "Registered KMS machine name: [::1]:1688",
            Some(Suspicion::LoopbackHost),
        );
        seen("KMS machine IP address: 10.1.2.3", None);
        seen("KMS machine IP address: 192.0.2.10", None);
        seen(
            "KMS machine IP address: 8.8.8.8",
            Some(Suspicion::PublicHost),
        );
        seen("KMS machine IP address: 20.118.99.224", None);
        seen(
            "Registered KMS machine name: azkms.core.windows.net:1688",
            None,
        );
        seen("KMS machine IP address: fd00::1", None);
        seen(
            "KMS machine IP address: 2a00::1",
            Some(Suspicion::PublicHost),
        );
        seen(
            "Volume activation expiration: 259200 minute(s) (180 day(s))",
            None,
        );
        seen(
            "Volume activation expiration: 259201 minute(s) (180 day(s))",
            Some(Suspicion::TooManyMinutes),
        );
        seen(
            "Timebased activation expiration: 300000 minute(s) (209 day(s))",
            None,
        );
    }
}
