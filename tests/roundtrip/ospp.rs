//! Prints Office licences as `ospp.vbs /dstatus` does, in the text of 2013 and of 2016.
//!
//! Source: the output grammar gathered for this project, section 11.

use activation_desk::{
    channel::Channel,
    reading::{AdActivation, KmsClient, Product},
    state::LicenseStatus,
};

use super::{
    page::{Page, expires, own},
    product::{Licence, Machine, Recent},
    slmgr::host_and_port,
};

const DASHES: &str = "---------------------------------------";

const WORDS: [&str; 7] = [
    "---UNLICENSED---",
    "---LICENSED---",
    "---OOB_GRACE---",
    "---OOT_GRACE---",
    "---NON_GENUINE_GRACE---",
    "---NOTIFICATIONS---",
    "---EXTENDED GRACE---",
];

pub fn of_2013(machine: &Machine) -> Page {
    dstatus(machine, false)
}

pub fn of_2016(machine: &Machine) -> Page {
    dstatus(machine, true)
}

fn dstatus(machine: &Machine, newer: bool) -> Page {
    let mut page = Page::default();
    page.frame("---Processing--------------------------");
    page.frame(DASHES);
    for licence in &machine.licences {
        record(&mut page, machine, licence, newer);
        page.frame(DASHES);
    }
    page.frame(DASHES);
    page.frame("---Exiting-----------------------------");
    page
}

fn record(page: &mut Page, machine: &Machine, licence: &Licence, newer: bool) {
    let mut product = Product {
        activation_id: Some(licence.id),
        name: own(&licence.name),
        description: own(&licence.description),
        channel: Some(licence.channel),
        ..Product::default()
    };
    if let Some(key) = licence.key.as_ref().filter(|_| newer) {
        page.field("PRODUCT ID: ", &key.product_id);
        product.product_id = own(&key.product_id);
    }
    page.identifier("SKU ID: ", "activation_id", &licence.id.to_string());
    page.field("LICENSE NAME: ", &licence.name);
    page.field("LICENSE DESCRIPTION: ", &licence.description);
    match licence.evaluation_end {
        Some(end) => {
            let end = end.write(machine.style);
            page.field("BETA EXPIRATION: ", &end);
            product.evaluation_end_date = own(&end);
        }
        // The script hides the zero date in one regional format only.
        None if machine.style == 3 => page.field("BETA EXPIRATION: ", "1601-01-01"),
        None if machine.style == 4 => page.field("BETA EXPIRATION: ", "1601/1/1"),
        None => {}
    }
    let word = WORDS[licence.status.number() as usize];
    page.field("LICENSE STATUS:  ", &format!("{word} "));
    product.license_status = Some(licence.status);
    product.license_status_text = own(word);
    reason(page, machine, licence, &mut product);
    expires(
        &mut product,
        licence,
        (licence.minutes > 0).then_some(licence.minutes),
    );
    if licence.minutes > 0 {
        let days = licence.minutes / 1440;
        page.field(
            "REMAINING GRACE: ",
            &format!(
                "{days} days  ({} minute(s) before expiring)",
                licence.minutes
            ),
        );
        product.days_printed = Some(days);
    }
    if let Some(key) = &licence.key {
        page.identifier(
            "Last 5 characters of installed product key: ",
            "partial_product_key",
            &key.ending,
        );
        product.partial_product_key = own(&key.ending);
        product.in_use = Some(true);
        if matches!(licence.channel, Channel::KmsClient | Channel::KmsHost) {
            client(page, licence, &mut product);
        }
    }
    page.products.push(product);
}

fn reason(page: &mut Page, machine: &Machine, licence: &Licence, product: &mut Product<'static>) {
    if licence.reason == 0 {
        return;
    }
    let tail = if licence.status == LicenseStatus::Licensed {
        " (for information purposes only as the status is licensed)"
    } else {
        ""
    };
    page.field("ERROR CODE: ", &format!("0x{:X}{tail}", licence.reason));
    product.reason_code = Some(licence.reason);
    let text = match machine.taste[0] % 3 {
        0 => "The Software Licensing Service reported that the product was activated but the owner should verify the Product Use Rights.".to_owned(),
        1 => format!("Run the following: cscript ospp.vbs /ddescr:0x{:X}", licence.reason),
        _ => String::new(),
    };
    page.field(
        "ERROR DESCRIPTION: ",
        if text.is_empty() {
            "Not available."
        } else {
            &text
        },
    );
    product.reason_text = own(&text);
}

fn client(page: &mut Page, licence: &Licence, product: &mut Product<'static>) {
    let word = ["ALL", "AD", "KMS", "Token"][licence.activation_type];
    page.field("Activation Type Configuration: ", word);
    product.configured_activation_type = own(word);
    if let Recent::Ad { name, dn, pid, id } = &licence.recent {
        page.say("Most recent successful activation client information: AD");
        page.field("\tActivation Object name: ", name);
        page.field("\tAO DN: ", dn);
        page.field("\tAO extended PID: ", pid);
        page.field("\tAO activation ID: ", &id.to_string());
        product.ad_activation = Some(Box::new(AdActivation {
            object_name: own(name),
            object_dn: own(dn),
            extended_pid: own(pid),
            activation_id: Some(*id),
        }));
        return;
    }
    let client = &licence.client;
    let mut read = KmsClient::default();
    match &client.discovered {
        Some((host, port)) => {
            let host = host_and_port(host, *port);
            page.field("\tKMS machine name from DNS: ", &host);
            read.host_from_dns = own(&host);
        }
        None => {
            page.say("\tDNS auto-discovery: KMS name not available");
            read.host_not_found_in_dns = true;
        }
    }
    if let Some((host, port)) = &client.registered {
        let host = host_and_port(host, *port);
        page.field("\tKMS machine registry override defined: ", &host);
        read.registered_host = own(&host);
    }
    page.field(
        "\tActivation Interval: ",
        &format!("{} minutes", client.intervals.0),
    );
    page.field(
        "\tRenewal Interval: ",
        &format!("{} minutes", client.intervals.1),
    );
    page.field(
        "\tKMS host caching: ",
        if client.caching {
            "Enabled"
        } else {
            "Disabled"
        },
    );
    if let Some(domain) = &client.lookup_domain {
        page.field("\tKMS Lookup Domain: ", domain);
        read.lookup_domain = own(domain);
    }
    read.activation_interval_minutes = Some(client.intervals.0);
    read.renewal_interval_minutes = Some(client.intervals.1);
    read.host_caching = Some(client.caching);
    product.kms_client = Some(Box::new(read));
}
