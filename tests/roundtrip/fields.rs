//! A product as a list of named values, for comparing and for telling what differs.

use std::fmt::Debug;

use activation_desk::reading::{AdActivation, Expires, KmsClient, KmsHost, Product, Requests};

/// Name and value; `None` where the product has none.
pub type Fields = Vec<(&'static str, Option<String>)>;

fn told<T: Debug>(value: &Option<T>) -> Option<String> {
    let text = format!("{:?}", value.as_ref()?);
    // Free text may be compared without the blanks around it.
    Some(text.trim_matches('"').trim().to_owned())
}

/// All fields of a product but its lines. Taken apart in full, so that a new field can't be forgotten here.
pub fn fields(product: &Product<'_>) -> Fields {
    let Product {
        name,
        service_version,
        description,
        additional_information,
        activation_id,
        application_id,
        extended_pid,
        product_id,
        product_key_channel,
        license_family,
        installation_id,
        partial_product_key,
        processor_certificate_url,
        machine_certificate_url,
        use_license_url,
        product_key_certificate_url,
        validation_url,
        trusted_time,
        evaluation_end_date,
        channel,
        license_status,
        license_status_text,
        reason_code,
        reason_text,
        in_use,
        minutes_remaining,
        days_printed,
        remaining_windows_rearm_count,
        remaining_sku_rearm_count,
        remaining_app_rearm_count,
        expires,
        configured_activation_type,
        kms_host,
        kms_client,
        ad_activation,
        by_token: _,
        lines: _,
    } = product;
    let Expires {
        kind,
        permanent,
        at,
    } = expires;
    let id = |id: &Option<uuid::Uuid>| id.map(|id| id.to_string());
    let mut list = vec![
        ("name", told(name)),
        ("service_version", told(service_version)),
        ("description", told(description)),
        ("additional_information", told(additional_information)),
        ("activation_id", id(activation_id)),
        ("application_id", id(application_id)),
        ("extended_pid", told(extended_pid)),
        ("product_id", told(product_id)),
        ("product_key_channel", told(product_key_channel)),
        ("license_family", told(license_family)),
        ("installation_id", told(installation_id)),
        ("partial_product_key", told(partial_product_key)),
        ("processor_certificate_url", told(processor_certificate_url)),
        ("machine_certificate_url", told(machine_certificate_url)),
        ("use_license_url", told(use_license_url)),
        (
            "product_key_certificate_url",
            told(product_key_certificate_url),
        ),
        ("validation_url", told(validation_url)),
        ("trusted_time", told(trusted_time)),
        ("evaluation_end_date", told(evaluation_end_date)),
        ("channel", told(channel)),
        ("license_status", told(license_status)),
        ("license_status_text", told(license_status_text)),
        (
            "reason_code",
            reason_code.map(|code| format!("0x{code:08X}")),
        ),
        (
            "reason_text",
            // Prose: where a console cut it, a blank may be lost.
            told(reason_text).map(|words| words.replace(' ', "")),
        ),
        ("in_use", told(in_use)),
        ("minutes_remaining", told(minutes_remaining)),
        ("days_printed", told(days_printed)),
        (
            "remaining_windows_rearm_count",
            told(remaining_windows_rearm_count),
        ),
        ("remaining_sku_rearm_count", told(remaining_sku_rearm_count)),
        ("remaining_app_rearm_count", told(remaining_app_rearm_count)),
        ("expires.kind", told(kind)),
        ("expires.permanent", told(permanent)),
        ("expires.at", told(at)),
        (
            "configured_activation_type",
            told(configured_activation_type),
        ),
    ];
    host(&mut list, &kms_host.clone().unwrap_or_default());
    client(&mut list, &kms_client.clone().unwrap_or_default());
    let AdActivation {
        object_name,
        object_dn,
        extended_pid,
        activation_id,
    } = &*ad_activation.clone().unwrap_or_default();
    list.extend([
        ("ad_activation.object_name", told(object_name)),
        ("ad_activation.object_dn", told(object_dn)),
        ("ad_activation.extended_pid", told(extended_pid)),
        ("ad_activation.activation_id", id(activation_id)),
    ]);
    list
}

fn host(list: &mut Fields, host: &KmsHost) {
    let KmsHost {
        current_count,
        port,
        dns_publishing,
        low_priority,
        requests,
    } = host;
    let Requests {
        total,
        failed,
        unlicensed,
        licensed,
        initial_grace,
        expired_or_out_of_tolerance,
        non_genuine_grace,
        notification,
    } = requests.unwrap_or_default();
    list.extend([
        ("kms_host.current_count", told(current_count)),
        ("kms_host.port", told(port)),
        ("kms_host.dns_publishing", told(dns_publishing)),
        ("kms_host.low_priority", told(low_priority)),
        ("kms_host.requests.total", told(&total)),
        ("kms_host.requests.failed", told(&failed)),
        ("kms_host.requests.unlicensed", told(&unlicensed)),
        ("kms_host.requests.licensed", told(&licensed)),
        ("kms_host.requests.initial_grace", told(&initial_grace)),
        (
            "kms_host.requests.expired_or_out_of_tolerance",
            told(&expired_or_out_of_tolerance),
        ),
        (
            "kms_host.requests.non_genuine_grace",
            told(&non_genuine_grace),
        ),
        ("kms_host.requests.notification", told(&notification)),
    ]);
}

fn client(list: &mut Fields, client: &KmsClient<'_>) {
    let KmsClient {
        client_machine_id,
        host_from_dns,
        host_not_found_in_dns,
        registered_host,
        lookup_domain,
        host_ip_address,
        host_extended_pid,
        activation_interval_minutes,
        renewal_interval_minutes,
        host_caching,
        registered_port: _,
        discovered_port: _,
    } = client;
    list.extend([
        (
            "kms_client.client_machine_id",
            client_machine_id.map(|id| id.to_string()),
        ),
        ("kms_client.host_from_dns", told(host_from_dns)),
        (
            "kms_client.host_not_found_in_dns",
            host_not_found_in_dns.then(|| "true".to_owned()),
        ),
        ("kms_client.registered_host", told(registered_host)),
        ("kms_client.lookup_domain", told(lookup_domain)),
        ("kms_client.host_ip_address", told(host_ip_address)),
        ("kms_client.host_extended_pid", told(host_extended_pid)),
        (
            "kms_client.activation_interval_minutes",
            told(activation_interval_minutes),
        ),
        (
            "kms_client.renewal_interval_minutes",
            told(renewal_interval_minutes),
        ),
        ("kms_client.host_caching", told(host_caching)),
    ]);
}

/// What differs, one line each; empty when nothing does.
pub fn differences(found: &Product<'_>, due: &Product<'_>) -> String {
    fields(found)
        .into_iter()
        .zip(fields(due))
        .filter(|(found, due)| found.1 != due.1)
        .map(|((name, found), (_, due))| format!("    {name}: read {found:?}, due {due:?}\n"))
        .collect()
}
