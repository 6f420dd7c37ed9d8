//! Prints machines as `slmgr.vbs /dlv`, `/dli` and `/xpr` do, in three generations.
//!
//! Source: the output grammar gathered for this project, sections 2 to 5 and 7 (table of section 2: the order).

use std::borrow::Cow;

use activation_desk::{
    channel::Channel,
    reading::{AdActivation, ExpiryKind, KmsClient, KmsHost, Product, Requests},
    state::LicenseStatus,
};
use uuid::Uuid;

use super::{
    page::{Page, expires, own},
    product::{Client, Generation, Host, Licence, Machine, Recent},
};

pub const WINDOWS: &str = "55c92734-d682-4d71-983e-d6ec3f16059f";
pub const OFFICE: &str = "0ff1ce15-a989-479d-af46-f275c6370663";

const STATES: [&str; 7] = [
    "Unlicensed",
    "Licensed",
    "Initial grace period",
    "Additional grace period (KMS license expired or hardware out of tolerance)",
    "Non-genuine grace period.",
    "Notification",
    "Extended grace period",
];

pub fn dlv(machine: &Machine) -> Page {
    let mut page = Page::default();
    page.field("Software licensing service version: ", &machine.version);
    for licence in &machine.licences {
        block(&mut page, machine, licence, true);
    }
    // The script ends its text with a line end, and so does Echo.
    page.blank();
    page
}

pub fn dli(machine: &Machine) -> Page {
    let mut page = Page::default();
    for licence in &machine.licences {
        block(&mut page, machine, licence, false);
    }
    page.blank();
    page
}

fn block(page: &mut Page, machine: &Machine, licence: &Licence, all: bool) {
    let mut product = Product {
        name: own(&licence.name),
        description: own(&licence.description),
        channel: Some(licence.channel),
        service_version: if all { own(&machine.version) } else { None },
        ..Product::default()
    };
    page.blank();
    page.field("Name: ", &licence.name);
    page.field("Description: ", &licence.description);
    if let Some(info) = &licence.info {
        page.field("Additional Information: ", info);
        product.additional_information = own(info);
    }
    if all {
        identifiers(page, machine, licence, &mut product);
    }
    match &licence.key {
        Some(key) => {
            page.identifier("Partial Product Key: ", "partial_product_key", &key.ending);
            product.partial_product_key = own(&key.ending);
        }
        None => page.say("This license is not in use."),
    }
    product.in_use = Some(licence.key.is_some());
    state(page, machine, licence, &mut product);
    if all {
        counts(page, machine, licence, &mut product);
    }
    if licence.channel == Channel::KmsClient {
        client_side(page, machine, licence, &mut product);
    }
    if let Some(host) = &licence.host {
        product.kms_host = Some(Box::new(host_block(page, host)));
    }
    if licence.channel == Channel::Avma {
        avma(page, machine, licence);
    }
    page.blank();
    page.products.push(product);
}

fn identifiers(
    page: &mut Page,
    machine: &Machine,
    licence: &Licence,
    product: &mut Product<'static>,
) {
    let application = if licence.office { OFFICE } else { WINDOWS };
    page.identifier("Activation ID: ", "activation_id", &licence.id.to_string());
    page.identifier("Application ID: ", "application_id", application);
    product.activation_id = Some(licence.id);
    product.application_id = Uuid::try_parse(application).ok();
    let key = licence.key.as_ref();
    let text = |field: Option<&String>| field.cloned().unwrap_or_default();
    let pid = text(key.map(|key| &key.extended_pid));
    page.identifier("Extended PID: ", "extended_pid", &pid);
    product.extended_pid = own(&pid);
    if machine.generation == Generation::Ten {
        let channel = text(key.map(|key| &key.channel));
        page.field("Product Key Channel: ", &channel);
        product.product_key_channel = own(&channel);
    }
    let id = text(key.map(|key| &key.installation_id));
    page.identifier("Installation ID: ", "installation_id", &id);
    product.installation_id = own(&id);
    addresses(page, machine, licence, product);
}

/// Rule U: Windows 7 prints four of them even when empty; later scripts only those that are set.
fn addresses(
    page: &mut Page,
    machine: &Machine,
    licence: &Licence,
    product: &mut Product<'static>,
) {
    let [processor, machine_url, license, key, validation] = &licence.urls;
    let seven = machine.generation == Generation::Seven;
    if licence.channel == Channel::KmsClient || licence.channel == Channel::Avma {
        return;
    }
    let mut print = |label: &str, url: &Option<String>, always: bool| {
        if always || url.is_some() {
            page.field(label, url.as_deref().unwrap_or_default());
        }
        url.clone().map(Cow::Owned)
    };
    product.processor_certificate_url = print("Processor Certificate URL: ", processor, seven);
    product.machine_certificate_url = print("Machine Certificate URL: ", machine_url, seven);
    product.use_license_url = print("Use License URL: ", license, seven);
    product.product_key_certificate_url = print("Product Key Certificate URL: ", key, seven);
    product.validation_url = print("Validation URL: ", validation, false);
}

fn state(page: &mut Page, machine: &Machine, licence: &Licence, product: &mut Product<'static>) {
    let words = STATES[licence.status.number() as usize];
    page.field("License Status: ", words);
    product.license_status = Some(licence.status);
    product.license_status_text = own(words);
    let label = match (licence.status, licence.channel) {
        (LicenseStatus::Unlicensed | LicenseStatus::Notification, _) => "",
        (LicenseStatus::Licensed, _) if licence.minutes == 0 => "",
        (LicenseStatus::Licensed, Channel::Avma) => "Automatic VM activation expiration: ",
        (LicenseStatus::Licensed, Channel::Evaluation | Channel::Subscription) => {
            "Timebased activation expiration: "
        }
        (LicenseStatus::Licensed, _) => "Volume activation expiration: ",
        _ => "Time remaining: ",
    };
    expires(product, licence, None);
    if !label.is_empty() {
        let rounding = if machine.generation == Generation::Seven {
            0
        } else {
            1439
        };
        let days = (licence.minutes + rounding) / 1440;
        page.field(
            label,
            &format!("{} minute(s) ({days} day(s))", licence.minutes),
        );
        expires(product, licence, Some(licence.minutes));
        product.days_printed = Some(days);
    }
    if licence.status == LicenseStatus::Notification {
        let tail = match licence.reason {
            0xC004F200 => " (non-genuine).",
            0xC004F009 => " (grace time expired).",
            _ => ".",
        };
        page.field(
            "Notification Reason: ",
            &format!("0x{:X}{tail}", licence.reason),
        );
        product.reason_code = Some(licence.reason);
    }
}

fn counts(page: &mut Page, machine: &Machine, licence: &Licence, product: &mut Product<'static>) {
    if let Some(end) = licence.evaluation_end {
        let end = end.write(machine.style);
        page.field("Evaluation End Date: ", &end);
        product.evaluation_end_date = own(&end);
    }
    let ten = machine.generation == Generation::Ten;
    let [windows, app, sku] = licence.rearms;
    if !ten || !licence.office {
        page.field("Remaining Windows rearm count: ", &windows.to_string());
        product.remaining_windows_rearm_count = Some(windows);
    } else {
        page.field("Remaining App rearm count: ", &app.to_string());
        product.remaining_app_rearm_count = Some(app);
    }
    if ten {
        page.field("Remaining SKU rearm count: ", &sku.to_string());
        product.remaining_sku_rearm_count = Some(sku);
    }
    if let Some(trusted) = licence.trusted {
        let trusted = trusted.write(machine.style);
        page.field("Trusted time: ", &trusted);
        product.trusted_time = own(&trusted);
    }
}

fn client_side(
    page: &mut Page,
    machine: &Machine,
    licence: &Licence,
    product: &mut Product<'static>,
) {
    let seven = machine.generation == Generation::Seven;
    if !seven {
        let word = ["All", "AD", "KMS", "Token"][licence.activation_type];
        page.field("Configured Activation Type: ", word);
        product.configured_activation_type = own(word);
    }
    let recent = |page: &mut Page, always: bool| {
        page.blank();
        if always {
            page.say("Most recent activation information:");
        }
    };
    match &licence.recent {
        Recent::Ad { name, dn, pid, id } => {
            recent(page, true);
            page.say("AD Activation client information");
            page.field("    Activation Object name: ", name);
            page.field("    AO DN: ", dn);
            page.field("    AO extended PID: ", pid);
            page.field("    AO activation ID: ", &id.to_string());
            product.ad_activation = Some(Box::new(AdActivation {
                object_name: own(name),
                object_dn: own(dn),
                extended_pid: own(pid),
                activation_id: Some(*id),
            }));
        }
        Recent::Token {
            ilid,
            ilvid,
            grant,
            thumbprint,
        } => {
            recent(page, !seven);
            page.say("Token-based Activation information");
            page.field("    License ID (ILID): ", &ilid.to_string());
            page.field("    Version ID (ILvID): ", &ilvid.to_string());
            page.field("    Grant Number: ", &grant.to_string());
            page.field("    Certificate Thumbprint: ", thumbprint);
        }
        Recent::Kms if licence.status != LicenseStatus::Licensed => {
            page.say("Please use slmgr.vbs /ato to activate and update KMS client information in order to update values.");
        }
        Recent::Kms => {
            recent(page, !seven);
            product.kms_client = Some(Box::new(client_block(page, &licence.client, seven)));
        }
    }
}

fn client_block(page: &mut Page, client: &Client, seven: bool) -> KmsClient<'static> {
    let mut read = KmsClient {
        client_machine_id: Some(client.cmid),
        lookup_domain: client.lookup_domain.clone().map(Cow::Owned),
        host_ip_address: client.address.clone().map(Cow::Owned),
        host_extended_pid: client.host_pid.clone().map(Cow::Owned),
        activation_interval_minutes: Some(client.intervals.0),
        renewal_interval_minutes: Some(client.intervals.1),
        host_caching: Some(client.caching),
        ..KmsClient::default()
    };
    page.say("Key Management Service client information");
    page.identifier(
        "    Client Machine ID (CMID): ",
        "kms_client.client_machine_id",
        &client.cmid.to_string(),
    );
    if let Some(domain) = &client.lookup_domain {
        page.field("    Registered KMS SRV record lookup domain: ", domain);
    }
    if let Some((host, port)) = &client.registered {
        let host = host_and_port(host, *port);
        page.field("    Registered KMS machine name: ", &host);
        read.registered_host = own(&host);
    } else if let Some((host, port)) = &client.discovered {
        let host = host_and_port(host, *port);
        page.field("    KMS machine name from DNS: ", &host);
        read.host_from_dns = own(&host);
    } else {
        page.say("    DNS auto-discovery: KMS name not available");
        read.host_not_found_in_dns = true;
    }
    if !seven {
        let address = client.address.as_deref().unwrap_or("not available");
        page.field("    KMS machine IP address: ", address);
    }
    page.field(
        "    KMS machine extended PID: ",
        client.host_pid.as_deref().unwrap_or_default(),
    );
    page.field(
        "    Activation interval: ",
        &format!("{} minutes", client.intervals.0),
    );
    page.field(
        "    Renewal interval: ",
        &format!("{} minutes", client.intervals.1),
    );
    let caching = if client.caching {
        "enabled"
    } else {
        "disabled"
    };
    page.say(&format!("    KMS host caching is {caching}"));
    if client.lookup_domain.is_some() && client.registered.is_some() {
        page.blank();
        page.say("Warning: /skms setting overrides the /skms-domain setting. host:port will be used for activation.");
    }
    read
}

pub fn host_and_port(host: &str, port: u32) -> String {
    format!("{host}:{}", if port == 0 { 1688 } else { port })
}

fn host_block(page: &mut Page, host: &Host) -> KmsHost {
    page.blank();
    page.say("Key Management Service is enabled on this machine");
    page.field("    Current count: ", &host.count.to_string());
    page.field("    Listening on Port: ", &host.port.to_string());
    page.say(&format!(
        "    DNS publishing {}",
        if host.dns { "enabled" } else { "disabled" }
    ));
    page.field(
        "    KMS priority: ",
        if host.low { "Low" } else { "Normal" },
    );
    if let Some(rows) = host.requests {
        const ROWS: [&str; 8] = [
            "Total requests received",
            "Failed requests received",
            "Requests with License Status Unlicensed",
            "Requests with License Status Licensed",
            "Requests with License Status Initial grace period",
            "Requests with License Status License expired or Hardware out of tolerance",
            "Requests with License Status Non-genuine grace period",
            "Requests with License Status Notification",
        ];
        page.blank();
        page.say("Key Management Service cumulative requests received from clients");
        for (label, count) in ROWS.iter().zip(rows) {
            page.field(&format!("    {label}: "), &count.to_string());
        }
    }
    KmsHost {
        current_count: Some(host.count),
        port: Some(host.port),
        dns_publishing: Some(host.dns),
        low_priority: Some(host.low),
        requests: host.requests.map(requests),
    }
}

pub fn requests(rows: [u32; 8]) -> Requests {
    let [
        total,
        failed,
        unlicensed,
        licensed,
        initial_grace,
        expired_or_out_of_tolerance,
        non_genuine_grace,
        notification,
    ] = rows.map(Some);
    Requests {
        total,
        failed,
        unlicensed,
        licensed,
        initial_grace,
        expired_or_out_of_tolerance,
        non_genuine_grace,
        notification,
    }
}

fn avma(page: &mut Page, machine: &Machine, licence: &Licence) {
    const NONE: &str = "Not Available";
    page.field("Guest IAID: ", licence.iaid.as_deref().unwrap_or(NONE));
    if let Some(host) = &licence.avma_host {
        let pid = licence.client.host_pid.as_deref();
        page.blank();
        page.say("Most recent activation information:");
        page.say("Automatic VM Activation client information");
        page.field("    Host machine name: ", host);
        page.field(
            "    Activation time: ",
            &licence.runs_out.write(machine.style),
        );
        page.field("    Host Digital PID2: ", pid.unwrap_or(NONE));
    }
}

/// `/xpr`: two lines a keyed product, no blank line between.
pub fn xpr(machine: &Machine) -> Page {
    let mut page = Page::default();
    for licence in machine
        .licences
        .iter()
        .filter(|licence| licence.key.is_some())
    {
        let mut product = Product {
            name: own(&licence.name),
            license_status: Some(licence.status),
            ..Product::default()
        };
        page.frame(&format!("{}:", licence.name));
        let date = licence.runs_out.write(machine.style);
        let (begin, kind) = match (licence.status, licence.channel) {
            (LicenseStatus::Unlicensed, _) => ("Unlicensed", None),
            (LicenseStatus::Notification, _) => ("Windows is in Notification mode", None),
            (LicenseStatus::Licensed, _) if licence.minutes == 0 => {
                ("The machine is permanently activated.", None)
            }
            (LicenseStatus::Licensed, Channel::Avma) => (
                "Automatic VM activation will expire ",
                Some(ExpiryKind::Avma),
            ),
            (LicenseStatus::Licensed, Channel::Evaluation | Channel::Subscription) => (
                "Timebased activation will expire ",
                Some(ExpiryKind::Timebased),
            ),
            (LicenseStatus::Licensed, _) => {
                ("Volume activation will expire ", Some(ExpiryKind::Volume))
            }
            (LicenseStatus::OobGrace, _) => ("Initial grace period ends ", Some(ExpiryKind::Grace)),
            (LicenseStatus::OotGrace, _) => {
                ("Additional grace period ends ", Some(ExpiryKind::Grace))
            }
            (LicenseStatus::NonGenuineGrace, _) => {
                ("Non-genuine grace period ends ", Some(ExpiryKind::Grace))
            }
            (LicenseStatus::ExtendedGrace, _) => {
                ("Extended grace period ends ", Some(ExpiryKind::Grace))
            }
        };
        let sentence = if kind.is_some() {
            format!("{begin}{date}")
        } else {
            begin.to_owned()
        };
        page.say(&format!("    {sentence}"));
        let line = page.lines.last_mut().expect("the sentence");
        line.words.1 = 4 + begin.trim_end().len();
        product.license_status_text = own(&sentence);
        product.expires.kind = kind;
        product.expires.at = kind.and_then(|_| own(&date));
        product.expires.permanent =
            (licence.status == LicenseStatus::Licensed).then_some(kind.is_none());
        // Some names give the channel away; where one does, it has to be the right one.
        product.channel = Some(licence.channel);
        page.products.push(product);
    }
    page.blank();
    page
}
