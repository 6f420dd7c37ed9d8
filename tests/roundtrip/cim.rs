//! Prints licences as PowerShell and wmic list `SoftwareLicensingProduct`: Format-List, wmic /value, JSON and CSV.
//!
//! Source: the output grammar gathered for this project, section 12; padding, wrapping and quoting as Windows PowerShell 5.1
//! does.

use std::borrow::Cow;

use activation_desk::{
    channel::Channel,
    reading::{AdActivation, KmsClient, KmsHost, Product},
};
use uuid::Uuid;

use super::{
    page::{Identifier, Page, expires, own},
    product::{Licence, Machine, Recent},
    slmgr::{OFFICE, WINDOWS, host_and_port, requests},
};

/// A property's value in the four shapes.
#[derive(Clone, Debug)]
enum Value {
    Text(String),
    Number(u32),
    Switch(bool),
    /// A date as the local settings write it; JSON has it otherwise.
    Date(String),
}

type Rows = Vec<(&'static str, Value)>;

const UNSET: u32 = u32::MAX;

pub fn format_list(machine: &Machine) -> Page {
    let mut page = Page::default();
    let width = [usize::MAX, 80, 100, 120][machine.taste[0] as usize % 4];
    page.blank();
    page.blank();
    for licence in &machine.licences {
        let (rows, product) = rows(machine, licence);
        let pad = rows
            .iter()
            .map(|(name, _)| name.len())
            .max()
            .unwrap_or_default();
        for (name, value) in &rows {
            listed(
                &mut page,
                machine,
                width,
                &format!("{name:<pad$} : "),
                &value.plain(),
            );
        }
        page.blank();
        page.products.push(product);
    }
    page.blank();
    page
}

/// One property; what is wider than the window goes on below, set in to the column of the values.
fn listed(page: &mut Page, machine: &Machine, width: usize, label: &str, value: &str) {
    let room = width.saturating_sub(label.len()).saturating_sub(1);
    let first = page.lines.len();
    // Some languages wrap at words, others (Japanese, Chinese, Korean) anywhere.
    for (number, piece) in pieces(value, room, machine.taste[1].is_multiple_of(2))
        .into_iter()
        .enumerate()
    {
        if number == 0 {
            page.field(label, &piece);
        } else {
            page.frame(&format!("{:1$}{piece}", "", label.len()));
        }
    }
    note(page, label, value, first);
}

fn pieces(value: &str, room: usize, by_words: bool) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let words: Vec<&str> = if by_words {
        value.split_inclusive(' ').collect()
    } else {
        vec![value]
    };
    for word in words {
        let used = pieces.last().map_or(0, String::len);
        if by_words && used > 0 && used + word.trim_end().len() > room && word.len() <= room {
            pieces.push(String::new());
        }
        for c in word.chars() {
            if pieces.last().is_some_and(|piece| piece.len() >= room) {
                pieces.push(String::new());
            }
            pieces.last_mut().expect("never empty").push(c);
        }
    }
    pieces
}

fn note(page: &mut Page, label: &str, value: &str, first: usize) {
    let label = label.trim_matches([' ', ':', '=', '"', ',']);
    let field = match label {
        "ID" => "activation_id",
        "ApplicationID" => "application_id",
        "ProductKeyID" => "extended_pid",
        "OfflineInstallationId" => "installation_id",
        "PartialProductKey" => "partial_product_key",
        _ => return,
    };
    if !value.is_empty() {
        let lines = (first, page.lines.len() - 1);
        page.identifiers.push(Identifier {
            field,
            value: value.to_owned(),
            lines,
        });
    }
}

pub fn wmic(machine: &Machine) -> Page {
    let mut page = Page::default();
    for licence in &machine.licences {
        let (rows, product) = rows(machine, licence);
        page.blank();
        page.blank();
        for (name, value) in &rows {
            let value = match value {
                Value::Switch(on) => (if *on { "TRUE" } else { "FALSE" }).to_owned(),
                Value::Number(number) => (*number as i32).to_string(),
                other => other.plain(),
            };
            let first = page.lines.len();
            page.field(&format!("{name}="), &value);
            note(&mut page, name, &value, first);
        }
        page.products.push(product);
    }
    for _ in 0..3 {
        page.blank();
    }
    page
}

/// `ConvertTo-Json` of Windows PowerShell 5.1: two blanks before the colon, four a level, values below each other.
pub fn json(machine: &Machine) -> Page {
    let mut page = Page::default();
    let several = machine.licences.len() > 1;
    let indent = if several { "    " } else { "" };
    if several {
        page.frame("[");
    }
    for (number, licence) in machine.licences.iter().enumerate() {
        let (rows, product) = rows(machine, licence);
        page.frame(&format!("{indent}{{"));
        for (place, (name, value)) in rows.iter().enumerate() {
            let comma = if place + 1 < rows.len() { "," } else { "" };
            let quoted = match value {
                Value::Text(text) if text.is_empty() => "null".to_owned(),
                Value::Text(text) => format!("\"{}\"", text.replace('\\', "\\\\")),
                Value::Number(number) => number.to_string(),
                Value::Switch(on) => on.to_string(),
                Value::Date(date) => format!("\"{}\"", date.replace('/', "\\/")),
            };
            let first = page.lines.len();
            page.field(
                &format!("{indent}    \"{name}\":  "),
                &format!("{quoted}{comma}"),
            );
            note(&mut page, name, &value.plain(), first);
        }
        let comma = if number + 1 < machine.licences.len() {
            ","
        } else {
            ""
        };
        page.frame(&format!("{indent}}}{comma}"));
        page.products.push(product);
    }
    if several {
        page.frame("]");
    }
    page
}

/// `ConvertTo-Csv` of Windows PowerShell 5.1: a line with the type, all values in quotes.
pub fn csv(machine: &Machine) -> Page {
    let mut page = Page::default();
    page.frame("#TYPE Selected.Microsoft.Management.Infrastructure.CimInstance");
    for (number, licence) in machine.licences.iter().enumerate() {
        let (rows, product) = rows(machine, licence);
        let row = |cells: Vec<String>| {
            cells
                .iter()
                .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")))
                .collect::<Vec<_>>()
                .join(",")
        };
        if number == 0 {
            page.frame(&row(rows
                .iter()
                .map(|(name, _)| (*name).to_owned())
                .collect()));
        }
        let first = page.lines.len();
        page.frame(&row(rows.iter().map(|(_, value)| value.plain()).collect()));
        for (name, value) in &rows {
            note(&mut page, name, &value.plain(), first);
        }
        page.products.push(product);
    }
    page
}

impl Value {
    fn plain(&self) -> String {
        match self {
            Value::Text(text) | Value::Date(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Switch(on) => (if *on { "True" } else { "False" }).to_owned(),
        }
    }
}

/// The properties in the class's order, and what they say.
fn rows(machine: &Machine, licence: &Licence) -> (Rows, Product<'static>) {
    let mut product = Product {
        name: own(&licence.name),
        description: own(&licence.description),
        license_family: own(&licence.family),
        additional_information: licence.info.clone().map(Cow::Owned),
        channel: Some(licence.channel),
        activation_id: Some(licence.id),
        application_id: Uuid::try_parse(if licence.office { OFFICE } else { WINDOWS }).ok(),
        license_status: Some(licence.status),
        license_status_text: own(&licence.status.number().to_string()),
        reason_code: (licence.reason != 0).then_some(licence.reason),
        in_use: Some(licence.key.is_some()),
        remaining_app_rearm_count: Some(licence.rearms[1]),
        remaining_sku_rearm_count: Some(licence.rearms[2]),
        configured_activation_type: own(["All", "AD", "KMS", "Token"][licence.activation_type]),
        ..Product::default()
    };
    let mut rows = client_rows(licence, &mut product);
    rows.extend(main_rows(machine, licence, &mut product));
    rows.sort_by_key(|(name, _)| name.to_ascii_lowercase());
    (rows, product)
}

fn date(machine: &Machine, moment: Option<super::dice::Moment>) -> Value {
    const ZERO: super::dice::Moment = super::dice::Moment {
        year: 1601,
        month: 1,
        day: 1,
        hour: 1,
        minute: 0,
        second: 0,
    };
    // A calendar that counts otherwise has no year 1601.
    let style = if machine.style == 8 { 1 } else { machine.style };
    Value::Date(moment.unwrap_or(ZERO).write(style))
}

fn main_rows(machine: &Machine, licence: &Licence, product: &mut Product<'static>) -> Rows {
    let text = |value: &str| Value::Text(value.to_owned());
    let (trusted, end) = (
        date(machine, licence.trusted),
        date(machine, licence.evaluation_end),
    );
    product.trusted_time = licence.trusted.and_then(|_| own(&trusted.plain()));
    product.evaluation_end_date = licence.evaluation_end.and_then(|_| own(&end.plain()));
    expires(product, licence, Some(licence.minutes));
    if licence.minutes == 0 {
        product.expires.kind = None;
    }
    let mut rows = vec![
        (
            "ApplicationID",
            text(if licence.office { OFFICE } else { WINDOWS }),
        ),
        ("Description", text(&licence.description)),
        ("EvaluationEndDate", end),
        ("ExtendedGrace", Value::Number(UNSET)),
        ("GenuineStatus", Value::Number(0)),
        ("GracePeriodRemaining", Value::Number(licence.minutes)),
        ("ID", text(&licence.id.to_string())),
        ("LicenseDependsOn", text("")),
        ("LicenseFamily", text(&licence.family)),
        (
            "LicenseIsAddon",
            Value::Switch(licence.name.contains("add-on")),
        ),
        ("LicenseStatus", Value::Number(licence.status.number())),
        ("LicenseStatusReason", Value::Number(licence.reason)),
        ("Name", text(&licence.name)),
        ("RemainingAppReArmCount", Value::Number(licence.rearms[1])),
        ("RemainingSkuReArmCount", Value::Number(licence.rearms[2])),
        ("RequiredClientCount", Value::Number(25)),
        (
            "TokenActivationAdditionalInfo",
            text(licence.info.as_deref().unwrap_or_default()),
        ),
        ("TrustedTime", trusted),
        (
            "VLActivationTypeEnabled",
            Value::Number(licence.activation_type as u32),
        ),
    ];
    let key = licence.key.as_ref();
    let part =
        |take: fn(&super::product::Key) -> &str| key.map(take).unwrap_or_default().to_owned();
    for (name, value, slot) in [
        (
            "OfflineInstallationId",
            part(|key| &key.installation_id),
            &mut product.installation_id,
        ),
        (
            "PartialProductKey",
            part(|key| &key.ending),
            &mut product.partial_product_key,
        ),
        (
            "ProductKeyChannel",
            part(|key| &key.channel),
            &mut product.product_key_channel,
        ),
        (
            "ProductKeyID",
            part(|key| &key.extended_pid),
            &mut product.extended_pid,
        ),
        (
            "ProductKeyID2",
            part(|key| &key.product_id),
            &mut product.product_id,
        ),
    ] {
        *slot = own(&value);
        rows.push((name, Value::Text(value)));
    }
    let [processor, machine_url, license, key, validation] = licence.urls.clone();
    for (name, value, slot) in [
        (
            "ProcessorURL",
            processor,
            &mut product.processor_certificate_url,
        ),
        (
            "MachineURL",
            machine_url,
            &mut product.machine_certificate_url,
        ),
        ("UseLicenseURL", license, &mut product.use_license_url),
        (
            "ProductKeyURL",
            key,
            &mut product.product_key_certificate_url,
        ),
        ("ValidationURL", validation, &mut product.validation_url),
    ] {
        *slot = value.clone().map(Cow::Owned);
        rows.push((name, Value::Text(value.unwrap_or_default())));
    }
    rows
}

fn client_rows(licence: &Licence, product: &mut Product<'static>) -> Rows {
    let text = |value: &str| Value::Text(value.to_owned());
    let is_client = licence.channel == Channel::KmsClient;
    let mut read = KmsClient::default();
    let client = Some(&licence.client).filter(|_| is_client);
    let (registered, port) = client
        .and_then(|client| client.registered.clone())
        .unwrap_or_default();
    let (found, found_port) = client
        .and_then(|client| client.discovered.clone())
        .unwrap_or_default();
    let optional = |value: Option<&String>| value.cloned().unwrap_or_default();
    let address = optional(client.and_then(|client| client.address.as_ref()));
    let domain = optional(client.and_then(|client| client.lookup_domain.as_ref()));
    let pid = optional(client.and_then(|client| client.host_pid.as_ref()));
    let intervals = client.map_or((0, 0), |client| client.intervals);
    if is_client {
        read.registered_host =
            (!registered.is_empty()).then(|| Cow::Owned(host_and_port(&registered, port)));
        read.host_from_dns =
            (!found.is_empty()).then(|| Cow::Owned(host_and_port(&found, found_port)));
        read.host_ip_address = own(&address);
        read.lookup_domain = own(&domain);
        read.host_extended_pid = own(&pid);
        read.activation_interval_minutes = Some(intervals.0);
        read.renewal_interval_minutes = Some(intervals.1);
        product.kms_client = Some(Box::new(read));
    }
    let mut rows = vec![
        (
            "DiscoveredKeyManagementServiceMachineIpAddress",
            text(&address),
        ),
        ("DiscoveredKeyManagementServiceMachineName", text(&found)),
        (
            "DiscoveredKeyManagementServiceMachinePort",
            Value::Number(found_port),
        ),
        ("KeyManagementServiceLookupDomain", text(&domain)),
        ("KeyManagementServiceMachine", text(&registered)),
        ("KeyManagementServicePort", Value::Number(port)),
        ("KeyManagementServiceProductKeyID", text(&pid)),
        ("VLActivationInterval", Value::Number(intervals.0)),
        ("VLRenewalInterval", Value::Number(intervals.1)),
        (
            "IsKeyManagementServiceMachine",
            Value::Number(u32::from(licence.host.is_some())),
        ),
    ];
    let host = licence.host.as_ref();
    let counters = host.and_then(|host| host.requests);
    rows.push((
        "KeyManagementServiceCurrentCount",
        Value::Number(host.map_or(UNSET, |host| host.count)),
    ));
    for (name, count) in [
        "KeyManagementServiceTotalRequests",
        "KeyManagementServiceFailedRequests",
        "KeyManagementServiceUnlicensedRequests",
        "KeyManagementServiceLicensedRequests",
        "KeyManagementServiceOOBGraceRequests",
        "KeyManagementServiceOOTGraceRequests",
        "KeyManagementServiceNonGenuineGraceRequests",
        "KeyManagementServiceNotificationRequests",
    ]
    .into_iter()
    .zip(counters.unwrap_or([UNSET; 8]))
    {
        rows.push((name, Value::Number(count)));
    }
    if let Some(host) = host {
        product.kms_host = Some(Box::new(KmsHost {
            current_count: Some(host.count),
            requests: counters.map(requests),
            ..KmsHost::default()
        }));
    }
    let (name, dn, pid, id) = match &licence.recent {
        Recent::Ad { name, dn, pid, id } if is_client => {
            product.ad_activation = Some(Box::new(AdActivation {
                object_name: own(name),
                object_dn: own(dn),
                extended_pid: own(pid),
                activation_id: Some(*id),
            }));
            (name.as_str(), dn.as_str(), pid.as_str(), id.to_string())
        }
        _ => ("", "", "", String::new()),
    };
    rows.extend([
        ("ADActivationCsvlkPid", text(pid)),
        ("ADActivationCsvlkSkuId", text(&id)),
        ("ADActivationObjectDN", text(dn)),
        ("ADActivationObjectName", text(name)),
    ]);
    rows
}
