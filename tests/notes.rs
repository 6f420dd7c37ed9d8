//! What people put around and into outputs: notes, fences, headings, escapes, two outputs side by side. No value of one
//! machine ends up with another's, and no note in a value.

use activation_desk::{Reading, read};

/// Each product: key ending, state and channel where there are any.
fn products(reading: &Reading<'_>) -> Vec<String> {
    let words = |product: &activation_desk::reading::Product<'_>| {
        [
            product.partial_product_key.as_deref().map(str::to_owned),
            product
                .license_status
                .map(|status| status.name().to_owned()),
            product.channel.map(|channel| channel.name().to_owned()),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
    };
    reading.products.iter().map(words).collect()
}

#[track_caller]
fn holds(text: &str, expected: &[&str], remarks: usize) {
    let reading = read(text);
    assert_eq!(products(&reading), expected, "{text}");
    assert_eq!(reading.remarks.len(), remarks, "{:?}", reading.remarks);
}

const UPPER: &str = "Name: Windows(R), Professional edition
Description: Windows(R) Operating System, RETAIL channel";
const LOWER: &str = "Partial Product Key: 3V66T
License Status: Notification";

#[test]
fn two_halves_are_no_whole() {
    let apart = ["retail", "3V66T notification"];
    for (text, remarks) in [
        (
            format!("```\n{UPPER}\n```\nand the other\n```\n{LOWER}\n```"),
            1,
        ),
        (format!("```text\n{UPPER}\n```\n\n```text\n{LOWER}\n```"), 0),
        (format!("## PC-1\n{UPPER}\n## PC-2\n{LOWER}"), 2),
        (format!("{UPPER}\n------------\n{LOWER}"), 0),
        (format!("{UPPER}\n============\n{LOWER}"), 0),
    ] {
        holds(&text, &apart, remarks);
    }
    for text in [
        format!("{UPPER}\n{LOWER}"),
        format!("{UPPER}\n\n{LOWER}"),
        format!("```\n{UPPER}\n{LOWER}\n```"),
        format!("# PC-1\n{UPPER}\n{LOWER}").replacen("# PC-1\n", "\n", 1),
    ] {
        holds(&text, &["3V66T notification retail"], 0);
    }
}

#[test]
fn the_other_script_s_labels_are_another_product() {
    let office = "LICENSE NAME: Office 21, Office21ProPlus2021VL_KMS_Client_AE edition\nLICENSE STATUS:  ---LICENSED---";
    let reading_of = |text: String| {
        let reading = read(&text);
        let parts: Vec<_> = reading
            .parts
            .iter()
            .map(|part| part.producer.name())
            .collect();
        (products(&reading), parts.join(" "))
    };
    let one: Vec<String> = ["licensed kms-client", "3V66T notification"]
        .map(str::to_owned)
        .to_vec();
    assert_eq!(
        reading_of(format!("{office}\n{LOWER}")),
        (one, "ospp-dstatus slmgr-dli".to_owned())
    );
    let other: Vec<String> = ["3V66T notification", "licensed kms-client"]
        .map(str::to_owned)
        .to_vec();
    assert_eq!(
        reading_of(format!("{LOWER}\n{office}")),
        (other, "slmgr-dli ospp-dstatus".to_owned())
    );
}

#[test]
fn notes_are_no_values() {
    let text = "Name: Windows(R), Professional edition   <-- ours
Description: Windows(R) Operating System, RETAIL channel  // should be VOLUME_KMSCLIENT channel
License Status: Licensed
    Registered KMS machine name: kms01.example.com:1688 (OLD!)
    KMS machine IP address: 192.0.2.40 (gone)
    KMS machine name from DNS: kms 02.example.com:1688";
    let reading = read(text);
    let product = &reading.products[0];
    assert_eq!(
        product.name.as_deref(),
        Some("Windows(R), Professional edition")
    );
    let description = product.description.as_deref();
    assert_eq!(
        description,
        Some("Windows(R) Operating System, RETAIL channel")
    );
    let lines: Vec<u32> = reading.remarks.iter().map(|remark| remark.line).collect();
    assert_eq!(lines, [1, 2, 4, 5, 6]);
}

#[test]
fn hosts_end_before_a_note() {
    let text = "Name: Windows(R), Enterprise edition
Description: Windows(R) Operating System, VOLUME_KMSCLIENT channel
    Registered KMS machine name: kms01.example.com:1688 (OLD!)
    KMS machine IP address: 192.0.2.40 (gone)
    KMS machine name from DNS: kms 02.example.com:1688";
    let reading = read(text);
    let client = reading.products[0].kms_client.as_ref().expect("a client");
    assert_eq!(
        client.registered_host.as_deref(),
        Some("kms01.example.com:1688")
    );
    assert_eq!(client.host_ip_address.as_deref(), Some("192.0.2.40"));
    assert_eq!(client.host_from_dns, None);
}

#[test]
fn escapes_and_slips_hide_no_channel() {
    for description in [
        r"Description: Windows(R\) Operating System, VOLUME\_KMSCLIENT channel",
        "Description: Windows(R) Operating System, V0LUME_KMSCLIENT channel",
        "Description: Windows(R) Operating System, VOLUME_KMSCL1ENT channeI",
    ] {
        let text = format!(
            "Name: Windows(R), Enterprise edition\n{description}\nLicense Status: Licensed"
        );
        holds(&text, &["licensed kms-client"], 0);
    }
}

#[test]
fn outputs_side_by_side_give_no_values() {
    let text =
        "Name: Windows(R), Professional edition          Name: Windows(R), Enterprise edition
License Status: Licensed                        License Status: Notification
Partial Product Key: 3V66T                      Partial Product Key: 2YT43";
    holds(text, &[], 3);
}
