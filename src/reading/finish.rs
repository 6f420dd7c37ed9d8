//! What only the whole product tells: the channel, what counts down, whether a licence lasts, what means nothing.

use std::borrow::Cow;

use super::{AdActivation, ExpiryKind, Product, Requests, value};
use crate::{channel::Channel, state::LicenseStatus};

/// What only the whole product tells: the channel, and whether a licence lasts.
/// `clients_only`: the producer prints the block of a client for clients alone (slmgr.vbs; not ospp.vbs).
pub fn finish(product: &mut Product<'_>, clients_only: bool) {
    product.channel = product
        .description
        .as_deref()
        .and_then(value::channel_of_description)
        .or_else(|| {
            product
                .product_key_channel
                .as_deref()
                .and_then(value::channel_of_key)
        });
    // The blocks of clients are printed for KMS clients only.
    let client = product.kms_client.as_ref().is_some_and(|client| {
        client.client_machine_id.is_some()
            || client.host_from_dns.is_some()
            || client.registered_host.is_some()
    });
    let directory = product
        .ad_activation
        .as_ref()
        .is_some_and(|ad| **ad != AdActivation::default());
    if product.channel.is_none() && clients_only && (client || directory) {
        product.channel = Some(Channel::KmsClient);
    }
    if product.channel.is_none() {
        product.channel = product.name.as_deref().and_then(value::channel_of_name);
    }
    if product.minutes_remaining.is_some() && product.expires.kind.is_none() {
        product.expires.kind = kind_of_countdown(product);
    }
    if product.license_status != Some(LicenseStatus::Licensed)
        || product.expires.permanent.is_some()
    {
        return;
    }
    product.expires.permanent = match (product.minutes_remaining, product.channel) {
        (Some(minutes), _) if minutes > 0 => Some(false),
        // A client of KMS or AD always counts down; without the line the paste was cut.
        (_, Some(Channel::Mak | Channel::Retail | Channel::Oem | Channel::KmsHost)) => Some(true),
        _ => None,
    };
}

/// What runs out where the producer prints minutes without saying of what.
fn kind_of_countdown(product: &Product<'_>) -> Option<ExpiryKind> {
    if product.minutes_remaining == Some(0) {
        return None;
    }
    Some(match (product.license_status?, product.channel?) {
        (LicenseStatus::Licensed, Channel::KmsClient) => ExpiryKind::Volume,
        (LicenseStatus::Licensed, Channel::Avma) => ExpiryKind::Avma,
        (LicenseStatus::Licensed, Channel::Evaluation | Channel::Subscription) => {
            ExpiryKind::Timebased
        }
        (LicenseStatus::Licensed | LicenseStatus::Unlicensed | LicenseStatus::Notification, _) => {
            return None;
        }
        _ => ExpiryKind::Grace,
    })
}

/// Puts the ports behind the hosts, as slmgr.vbs prints both; 0 stands for the default.
pub fn join_ports(product: &mut Product<'_>) {
    let Some(client) = product.kms_client.as_deref_mut() else {
        return;
    };
    for (host, port) in [
        (&mut client.registered_host, client.registered_port.take()),
        (&mut client.host_from_dns, client.discovered_port.take()),
    ] {
        if let (Some(host), Some(port)) = (host, port) {
            let port = if port == 0 { 1688 } else { port };
            *host = Cow::Owned(format!("{host}:{port}"));
        }
    }
}

/// A listing of a CIM class prints every property of every product: what is set nowhere or means nothing goes.
pub fn drop_unset(product: &mut Product<'_>, is_kms_host: Option<bool>) {
    let host_is_set = product.kms_host.as_ref().is_some_and(|host| {
        host.current_count.is_some()
            || host
                .requests
                .is_some_and(|requests| requests != Requests::default())
    });
    if is_kms_host == Some(false) || !host_is_set {
        product.kms_host = None;
    }
    let client = product.kms_client.as_ref();
    let host_is_named = client.is_some_and(|client| {
        client.host_from_dns.is_some()
            || client.registered_host.is_some()
            || client.host_extended_pid.is_some()
    });
    if product.channel != Some(Channel::KmsClient) && !host_is_named {
        product.kms_client = None;
    }
    if product.ad_activation.as_deref() == Some(&AdActivation::default()) {
        product.ad_activation = None;
    }
}
