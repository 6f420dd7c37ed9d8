//! The KMS host block and the client blocks.

use std::borrow::Cow;

use super::{
    Bar, Section, Tone,
    rows::{Filling, Places},
};
use crate::{
    kb::threshold,
    phrase::{Kind, Phrase},
    product::{Family, Identity},
    reading::{KmsHost, Product},
    state::LicenseStatus,
    suspicion,
    wording::{card as say, fields},
};

/// The KMS host block: count against the thresholds, settings, counters.
pub(super) fn host(
    places: &Places<'_>,
    product: &Product<'_>,
    identity: &Identity,
) -> Option<Section> {
    let host = product.kms_host.as_ref()?;
    let mut filling = Filling::new("kms-host", say::sections::KMS_HOST);
    if let Some(count) = host.current_count {
        let row = filling.row(places.row(
            "kmsHost.currentCount",
            Phrase::new().value(Kind::Quantity, count.to_string()),
        ));
        let kinds: &[(&threshold::Threshold, &str)] = if identity.family == Family::Office {
            &[(&threshold::OFFICE_CLIENTS, "Office clients")]
        } else {
            &[
                (&threshold::WINDOWS_CLIENTS, "Windows clients"),
                (&threshold::WINDOWS_SERVERS, "Windows Servers"),
            ]
        };
        for (needed, who) in kinds {
            let tone = if count >= needed.value {
                Tone::Good
            } else {
                Tone::Watch
            };
            row.note(tone, say::count_enough(count, needed, who))
                .source(needed.sources());
        }
        if count == 0
            && host
                .requests
                .is_some_and(|requests| requests.total.is_some_and(|total| total > 0))
        {
            row.note(Tone::Neutral, say::COUNT_AGED);
        }
    }
    if host.current_count.is_none() {
        let row = places.row("kmsHost.currentCount", Phrase::from(say::NO_COUNT_VALUE));
        filling.row(row).note(Tone::Neutral, say::NO_COUNT);
    }
    if product
        .license_status
        .is_some_and(|status| status != LicenseStatus::Licensed)
    {
        filling.note(Tone::Bad, say::HOST_NOT_LICENSED);
    }
    if let Some(port) = host.port {
        let row = filling.row(places.row(
            "kmsHost.port",
            Phrase::new().value(Kind::Value, port.to_string()),
        ));
        if port != threshold::KMS_PORT.value {
            row.note(Tone::Watch, say::port_differs(threshold::KMS_PORT.value));
        }
    }
    if let Some(on) = host.dns_publishing {
        let row = filling.row(places.row("kmsHost.dnsPublishing", Phrase::from(say::switched(on))));
        if !on {
            row.note(Tone::Watch, say::NOT_PUBLISHED);
        }
    }
    if let Some(low) = host.low_priority {
        filling.row(places.row("kmsHost.priority", Phrase::from(say::priority(low))));
    }
    filling.section().chart = counters(host, |key| places.line(key));
    if !filling.section().chart.is_empty() {
        filling.note(Tone::Neutral, say::COUNTERS);
    }
    filling.done()
}

/// The counters; `line` tells where the field of a key stands.
pub(super) fn counters(host: &KmsHost, line: impl Fn(&str) -> Option<u32>) -> Vec<Bar> {
    let Some(requests) = host.requests else {
        return Vec::new();
    };
    [
        ("kmsHost.requests.total", requests.total),
        ("kmsHost.requests.failed", requests.failed),
        ("kmsHost.requests.unlicensed", requests.unlicensed),
        ("kmsHost.requests.licensed", requests.licensed),
        ("kmsHost.requests.initialGrace", requests.initial_grace),
        (
            "kmsHost.requests.expiredOrOutOfTolerance",
            requests.expired_or_out_of_tolerance,
        ),
        (
            "kmsHost.requests.nonGenuineGrace",
            requests.non_genuine_grace,
        ),
        ("kmsHost.requests.notification", requests.notification),
    ]
    .into_iter()
    .filter_map(|(key, value)| {
        Some(Bar {
            key,
            label: Cow::Borrowed(fields::label(key)),
            value: u64::from(value?),
            line: line(key),
            meaning: fields::meaning(key),
        })
    })
    .collect()
}

/// The KMS client block: which host, how it was found, how often it is asked.
pub(super) fn client(places: &Places<'_>, product: &Product<'_>) -> Option<Section> {
    let client = product.kms_client.as_ref()?;
    let mut filling = Filling::new("kms-client", say::sections::KMS_CLIENT);
    for (key, host, origin) in [
        (
            "kmsClient.hostFromDns",
            &client.host_from_dns,
            say::FROM_DNS,
        ),
        (
            "kmsClient.registeredHost",
            &client.registered_host,
            say::REGISTERED,
        ),
    ] {
        if let Some(host) = host.as_deref() {
            let row =
                filling.row(places.row(key, Phrase::new().value(Kind::Host, host.to_owned())));
            row.note(Tone::Neutral, origin);
        }
    }
    if client.host_not_found_in_dns {
        filling.row(places.row("kmsClient.hostFromDns", Phrase::from(say::NO_HOST_IN_DNS)));
    }
    filling.value(
        places,
        "kmsClient.hostIpAddress",
        Kind::Address,
        client.host_ip_address.as_deref(),
    );
    if let Some(odd) = suspicion::of(product) {
        filling.note(Tone::Watch, say::suspicion(odd));
    }
    filling.value(
        places,
        "kmsClient.lookupDomain",
        Kind::Host,
        client.lookup_domain.as_deref(),
    );
    filling.value(
        places,
        "kmsClient.clientMachineId",
        Kind::Machine,
        client.client_machine_id,
    );
    for (key, minutes, default) in [
        (
            "kmsClient.activationIntervalMinutes",
            client.activation_interval_minutes,
            threshold::ACTIVATION_INTERVAL,
        ),
        (
            "kmsClient.renewalIntervalMinutes",
            client.renewal_interval_minutes,
            threshold::RENEWAL_INTERVAL,
        ),
    ] {
        if let Some(minutes) = minutes {
            let row = filling.row(places.row(key, say::interval(minutes)));
            if minutes != default.value {
                row.note(Tone::Neutral, say::interval_differs(default.value))
                    .source(default.sources());
            }
        }
    }
    if let Some(on) = client.host_caching {
        filling.row(places.row("kmsClient.hostCaching", Phrase::from(say::switched(on))));
    }
    filling.done()
}

/// The block of Active Directory-based activation.
pub(super) fn ad(places: &Places<'_>, product: &Product<'_>) -> Option<Section> {
    let ad = product.ad_activation.as_ref()?;
    let mut filling = Filling::new("ad-activation", say::sections::AD);
    filling.value(
        places,
        "adActivation.objectName",
        Kind::Directory,
        ad.object_name.as_deref(),
    );
    filling.value(
        places,
        "adActivation.objectDn",
        Kind::Directory,
        ad.object_dn.as_deref(),
    );
    filling.value(
        places,
        "adActivation.extendedPid",
        Kind::Pid,
        ad.extended_pid.as_deref(),
    );
    filling.value(
        places,
        "adActivation.activationId",
        Kind::Guid,
        ad.activation_id,
    );
    filling.done()
}
