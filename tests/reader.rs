//! Pastes that once were read wrongly, each as short as it can be, with what has to come out.

use activation_desk::{
    ReadOptions, Reading,
    channel::Channel,
    read_with,
    reading::{Producer, RemarkCode},
    state::LicenseStatus,
};

fn read(paste: &str) -> Reading<'_> {
    read_with(paste, ReadOptions { spans: true })
}

#[track_caller]
fn names(paste: &str, expected: &[Option<&str>]) {
    let reading = read(paste);
    let names: Vec<_> = reading
        .products
        .iter()
        .map(|product| product.name.as_deref())
        .collect();
    assert_eq!(names, expected, "{paste}");
}

#[test]
fn a_list_of_activation_objects_hides_no_product_below_it() {
    let paste = "C:\\>cscript //nologo slmgr.vbs /ao-list\nActivation Objects\n    Activation Object name: Windows hosts\n        Activation ID: {12345678-1234-1234-1234-123456789012}\n\nC:\\>cscript //nologo slmgr.vbs /dli\nName: Windows(R), Enterprise edition\nLicense Status: Notification\n";
    names(paste, &[Some("Windows(R), Enterprise edition")]);
}

#[test]
fn half_a_record_gives_nothing_to_the_next() {
    let paste = "LicenseStatus        : 0\nPartialProductKey    : \n\nName                 : Windows(R), Professional edition\nLicenseStatus        : 1\nPartialProductKey    : 3V66T\n\nName                 : Office 16, Office16ProPlusVL_KMS_Client edition\nLicenseStatus        : 5\nPartialProductKey    : WFG99\n";
    let reading = read(paste);
    let read: Vec<_> = reading
        .products
        .iter()
        .map(|product| {
            (
                product.name.is_some(),
                product.license_status,
                product.partial_product_key.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        read,
        [
            (false, Some(LicenseStatus::Unlicensed), None),
            (true, Some(LicenseStatus::Licensed), Some("3V66T")),
            (true, Some(LicenseStatus::Notification), Some("WFG99")),
        ]
    );
    let paste = "LICENSE STATUS:  ---LICENSED---\nREMAINING GRACE: 179 days  (258642 minute(s) before expiring)\nLast 5 characters of installed product key: RHYGT\n\nPRODUCT ID: 00339-10000-00000-AA310\nSKU ID: d450596f-894d-49e0-966a-fd39ed4c4c64\nLICENSE NAME: Office 16, Office16ProPlusVL_MAK_AE edition\nLICENSE STATUS:  ---NOTIFICATIONS---\n";
    let reading = read_with(paste, ReadOptions::default());
    assert_eq!(reading.products.len(), 2);
    assert_eq!(reading.products[1].minutes_remaining, None);
}

#[test]
fn each_machine_keeps_its_own_version() {
    let machine = |version: &str| {
        format!(
            "Software licensing service version: {version}\n\nName: Windows(R), ServerStandard edition\nLicense Status: Licensed\n\n"
        )
    };
    let paste = machine("10.0.17763.1") + &machine("10.0.20348.1");
    let reading = read(&paste);
    let versions: Vec<_> = reading
        .products
        .iter()
        .map(|product| product.service_version.as_deref())
        .collect();
    assert_eq!(versions, [Some("10.0.17763.1"), Some("10.0.20348.1")]);
}

#[test]
fn a_cut_description_makes_no_host_of_a_client() {
    let reading = read(
        "Name: Windows(R), Enterprise edition\nDescription: Windows(R) Operating System, VOLUME_KMS...\nLicense Status: Licensed\n",
    );
    assert_eq!(reading.products[0].channel, None);
    assert_eq!(reading.products[0].expires.permanent, None);
}

#[test]
fn addresses_and_names_take_in_no_foreign_line() {
    let reading = read(
        "Name: Windows(R), Professional edition\nValidation URL: https://validation-v2.sls.microsoft.com/SLWGA/slwga.asmx\nThanks!\n",
    );
    assert_eq!(
        reading.products[0].validation_url.as_deref(),
        Some("https://validation-v2.sls.microsoft.com/SLWGA/slwga.asmx")
    );
    let reading = read(
        "Name: Windows(R), Client-ESU-Year1 add-on for Enterprise,EnterpriseN\nBeschreibung: Windows(R) Operating System, VOLUME_MAK channel\nLizenzstatus: Lizenziert\n",
    );
    // The widest line, and not the end that every name has: columns may have been cut off there.
    assert_eq!(reading.products[0].name, None);
    assert_eq!(reading.remarks.len(), 1);
    assert_eq!(reading.products[0].channel, Some(Channel::Mak));
    assert_eq!(
        reading.products[0].license_status,
        Some(LicenseStatus::Licensed)
    );
    let padded = format!(
        "{:<120}\n{:<120}\n",
        "Name: Windows(R), Professional edition", "Beschreibung: Windows(R) Operating System"
    );
    assert_eq!(
        read(&padded).products[0].name.as_deref(),
        Some("Windows(R), Professional edition")
    );
}

#[test]
fn a_report_on_one_line_is_cut_at_its_labels() {
    let reading = read(
        "Software licensing service version: 10.0.19041.1000 Name: Windows(R), Enterprise edition License Status: Licensed\n",
    );
    let version = reading
        .service
        .as_ref()
        .and_then(|service| service.version.as_deref());
    assert_eq!(version, Some("10.0.19041.1000"));
    assert_eq!(reading.remarks, []);
    assert_eq!(reading.spans.len(), 1);
    names(
        "Name: Windows(R), Enterprise edition Description: a License Status: Licensed\n",
        &[Some("Windows(R), Enterprise edition")],
    );
}

#[test]
fn markup_around_a_value_is_no_part_of_it() {
    for line in [
        "<b>Name:</b> Windows(R), Professional edition",
        "<tr><td>Name:</td><td>Windows(R), Professional edition</td></tr>",
        "Name: **Windows(R), Professional edition**",
        "**Name:** Windows(R), Professional edition",
        "Name: `Windows(R), Professional edition`",
    ] {
        names(line, &[Some("Windows(R), Professional edition")]);
    }
    let host = read(
        "Key Management Service client information\nKMS machine name from DNS:\u{200b}kms01.example.com:\u{200b}1688",
    );
    let client = host.products[0]
        .kms_client
        .as_ref()
        .expect("a client block");
    assert_eq!(
        client.host_from_dns.as_deref(),
        Some("kms01.example.com:1688")
    );
}

#[test]
fn unset_numbers_are_none() {
    let reading = read(
        "Name                             : Windows(R), Professional edition\nDescription                      : Windows(R) Operating System, VOLUME_KMSCLIENT channel\nKeyManagementServiceCurrentCount : 4294967295\nRemainingSkuReArmCount           : 4294967295\nLicenseStatus                    : 1\n",
    );
    assert_eq!(reading.products[0].remaining_sku_rearm_count, None);
    assert_eq!(reading.products[0].kms_host, None);
}

#[test]
fn half_of_a_number_is_no_number() {
    let reading = read(
        "Key Management Service cumulative requests received from clients\nRequests with License Status License expired or Hardware out of tolerance: 1\n4\n",
    );
    let requests = reading.products[0]
        .kms_host
        .as_ref()
        .and_then(|host| host.requests)
        .expect("counters");
    assert_eq!(requests.expired_or_out_of_tolerance, None);
    assert_eq!(reading.remarks[0].code, RemarkCode::Malformed);
    let reading = read("Key Management Service client information\n    Renewal interval: 100");
    assert_eq!(
        reading.products[0]
            .kms_client
            .as_ref()
            .and_then(|client| client.renewal_interval_minutes),
        None
    );
    let reading = read("SKU ID: d450596f-894d-49e0-966a-fd39ed4c4c64\nERROR CODE: 0xC004F00\n");
    assert_eq!(reading.products[0].reason_code, None);
}

#[test]
fn a_contradicting_state_begins_another_machine() {
    let reading = read(
        "Name: Windows(R), Enterprise edition\nLicense Status: Notification\nNotification Reason: 0xC004F056.\n\nserver 2:\n\nLicense Status: Licensed\nVolume activation expiration: 250000 minute(s) (174 day(s))\n",
    );
    let states: Vec<_> = reading
        .products
        .iter()
        .map(|product| (product.license_status, product.minutes_remaining))
        .collect();
    assert_eq!(
        states,
        [
            (Some(LicenseStatus::Notification), None),
            (Some(LicenseStatus::Licensed), Some(250_000))
        ]
    );
}

#[test]
fn another_command_changes_no_product() {
    let reading = read(
        "Name: Windows(R), ServerStandard edition\nLicense Status: Licensed\nKey Management Service is enabled on this machine\n    DNS publishing enabled\nDNS publishing disabled\n",
    );
    assert_eq!(
        reading.products[0]
            .kms_host
            .as_ref()
            .and_then(|host| host.dns_publishing),
        Some(true)
    );
}

#[test]
fn other_tools_make_no_products() {
    for paste in [
        "TimeCreated : 22/11/2026 10:00:00\nId          : 12288\nMessage     : The client has sent an activation request.\n",
        "Description:\nThe client has sent an activation request.\n",
        "Description: Server shows not activated since Monday\n",
        "Product ID: 00330-80000-00000-AA123\n",
        "Error code: 0xC004F074\n",
        "Name:    kms01.example.com\nAddress: 192.0.2.10\n",
        "Name        : sppsvc\nDisplayName : Software Protection\n",
        "ClientMachineID : 55555555-6666-7777-8888-999999999999\nVersion         : 10.0.19041.1\n",
    ] {
        assert_eq!(read(paste).products, [], "{paste}");
    }
    assert_eq!(read("Error code: 0xC004F074\n").errors.len(), 0);
}

#[test]
fn office_commands_are_told_apart() {
    let reading = read(
        "Installed product key detected - attempting to activate the following product:\nSKU ID: d450596f-894d-49e0-966a-fd39ed4c4c64\nLICENSE NAME: Office 16, Office16ProPlusVL_KMS_Client edition\nERROR CODE: 0xC004F074\nERROR DESCRIPTION: No host.\n",
    );
    assert_eq!(reading.parts[0].producer, Producer::OsppAct);
    assert_eq!(reading.products[0].reason_code, None);
    assert_eq!(
        (reading.errors[0].code, reading.errors[0].text.as_deref()),
        (0xC004_F074, Some("No host."))
    );
    let reading = read(
        "Installation ID for: Office 16, Office16ProPlusVL_MAK edition: 020650770493837252929082195773527024195725809211989214\n",
    );
    assert_eq!(
        reading.products[0].name.as_deref(),
        Some("Office 16, Office16ProPlusVL_MAK edition")
    );
    assert_eq!(
        reading.products[0].installation_id.as_deref().map(str::len),
        Some(54)
    );
    assert_eq!(reading.products[0].channel, Some(Channel::Mak));
}

#[test]
fn xpr_tells_host_and_unlicensed() {
    let reading = read(
        "Office 16, OfficeKMSHostVL_KMS_Host edition:\n    Windows is in Notification mode\nWindows(R), Professional edition:\n    Unlicensed\n",
    );
    let read: Vec<_> = reading
        .products
        .iter()
        .map(|product| (product.channel, product.license_status))
        .collect();
    assert_eq!(
        read,
        [
            (Some(Channel::KmsHost), Some(LicenseStatus::Notification)),
            (None, Some(LicenseStatus::Unlicensed))
        ]
    );
}

#[test]
fn only_english_labels_make_it_english() {
    assert_eq!(read("Name: Windows(R), Professional edition\nBeschreibung: x, RETAIL channel\nLizenzstatus: Lizenziert\n").language, Some("de"));
    assert_eq!(read("Name: Windows(R), Professional edition\nBeskrivelse: x, RETAIL channel\nLisens: Lisensiert\n").language, None);
    let french =
        read("Nom : Windows(R)\nDescription : Windows(R) Operating System, RETAIL channel\n");
    assert_eq!(
        (french.language, french.parts[0].producer),
        (None, Producer::SlmgrDli)
    );
}

#[test]
fn hosts_masked_in_part_are_masked() {
    for host in ["kms.xxx.local:1688", "[REDACTED]:1688", "<kms-server>:1688"] {
        let paste = format!(
            "Key Management Service client information\n    KMS machine name from DNS: {host}\n"
        );
        let reading = read(&paste);
        assert_eq!(
            reading.products[0]
                .kms_client
                .as_ref()
                .and_then(|client| client.host_from_dns.as_deref()),
            None,
            "{host}"
        );
        assert_eq!(reading.remarks[0].code, RemarkCode::Masked, "{host}");
    }
}

/// Each of these took time with the square of its length; none may copy what it has again for every line.
#[test]
fn long_texts_without_end_are_not_joined() {
    let base64 = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0\n"
        .repeat(4_000);
    for head in [
        "Validation URL: https://a\n",
        "Name: Windows(R), Client-ESU-Year1 add-on for\n",
        "AO DN: CN=x\n",
    ] {
        let reading = read_with(&base64, ReadOptions::default());
        assert_eq!(reading.products.len(), 0);
        let paste = format!("{head}{base64}");
        let longest = read(&paste)
            .products
            .iter()
            .filter_map(|product| {
                product
                    .validation_url
                    .as_deref()
                    .or(product.name.as_deref())
            })
            .map(str::len)
            .max();
        assert!(longest.unwrap_or_default() <= 2_100, "{head}");
    }
}

#[test]
fn a_listing_of_short_properties_is_one_product() {
    for paste in [
        "Name : Windows(R), Professional edition\nLicenseStatus : 1\n",
        "Name : Windows(R), Professional edition\nID   : 2de67392-b7a7-462a-b1ca-108dd189f588\n",
    ] {
        let reading = read(paste);
        assert_eq!(reading.products.len(), 1, "{paste}");
        assert_eq!(reading.parts.len(), 1, "{paste}");
        assert_eq!(reading.parts[0].producer, Producer::Cim, "{paste}");
    }
}
