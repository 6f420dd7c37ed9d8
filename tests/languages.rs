//! Output of a Windows in another language: known labels, and labels that nobody has shown us.

use activation_desk::{
    ReadOptions, Reading,
    channel::Channel,
    read_with,
    reading::{Product, RemarkCode},
    state::LicenseStatus,
};

fn read(paste: &str) -> Reading<'_> {
    read_with(paste, ReadOptions { spans: true })
}

const CLIENT: &str = include_str!("fixtures/windows-10-kms-client.txt");
const HOST: &str = include_str!("fixtures/server-2022-kms-host.txt");
const MAK: &str = include_str!("fixtures/windows-10-mak.txt");
const NOTIFICATION: &str = include_str!("fixtures/windows-11-retail-notification.txt");
const EVALUATION: &str = include_str!("fixtures/server-2025-evaluation.txt");
const ESU: &str = include_str!("fixtures/windows-10-esu-add-on.txt");
const SEVEN: &str = include_str!("fixtures/windows-7-out-of-tolerance.txt");
const OFFICE_HOST: &str = include_str!("fixtures/office-2016-kms-host.txt");

/// The text with every label replaced by a word of another script, numbered so that no two are alike; lines without a
/// label as well.
fn translated(paste: &str, word: &str) -> String {
    paste
        .lines()
        .enumerate()
        .map(|(number, line)| {
            let indent = &line[..line.len() - line.trim_start().len()];
            match line.trim().split_once(": ").or_else(|| {
                line.trim()
                    .split_once(':')
                    .filter(|(_, rest)| rest.is_empty())
            }) {
                _ if line.trim().is_empty() || line.contains("Microsoft") => format!("{line}\n"),
                Some((_, value)) => format!("{indent}{word} {number}x: {value}\n"),
                None => format!("{indent}{word} {word}\n"),
            }
        })
        .collect()
}

/// What must come out whatever the labels say.
#[track_caller]
fn same_but_for_words(paste: &str, word: &str) {
    let (whole, text) = (read(paste), translated(paste, word));
    let foreign = read(&text);
    assert_eq!(
        foreign.products.len(),
        whole.products.len(),
        "{text}\n{foreign:#?}"
    );
    for (full, product) in whole.products.iter().zip(&foreign.products) {
        let facts = |product: &Product<'_>| {
            format!(
                "{:#?}",
                (
                    (
                        product.name.clone(),
                        product.description.clone(),
                        product.activation_id,
                        product.application_id
                    ),
                    (
                        product.extended_pid.clone(),
                        product.product_key_channel.clone(),
                        product.installation_id.clone()
                    ),
                    (
                        product.partial_product_key.clone(),
                        product.channel,
                        product.reason_code
                    ),
                    (product.minutes_remaining, product.days_printed),
                    (
                        product.use_license_url.clone(),
                        product.validation_url.clone(),
                        product.processor_certificate_url.clone()
                    ),
                    (
                        product.remaining_windows_rearm_count,
                        product.remaining_sku_rearm_count,
                        product.remaining_app_rearm_count
                    ),
                    (
                        product.trusted_time.clone(),
                        product.evaluation_end_date.clone()
                    ),
                    product.license_status,
                    product.kms_host.as_ref().map(|host| (
                        host.current_count,
                        host.port,
                        host.requests
                    )),
                    product.kms_client.as_ref().map(|client| (
                        client.client_machine_id,
                        client.host_ip_address.clone(),
                        client.host_extended_pid.clone(),
                        client.activation_interval_minutes,
                        client.renewal_interval_minutes,
                    )),
                    product.configured_activation_type.clone(),
                )
            )
        };
        assert_eq!(facts(product), facts(full), "{text}");
    }
}

#[test]
fn labels_in_unknown_words_hide_no_value() {
    for word in [
        "Ετικέτα",
        "標籤",
        "ラベル",
        "תווית",
        "Etiqueta desconhecida",
        "Навигация",
        "Bezeichnung",
    ] {
        let host = OFFICE_HOST.replace("SLActiva\n   teProduct", "SLActivateProduct");
        for paste in [
            CLIENT,
            HOST,
            MAK,
            NOTIFICATION,
            EVALUATION,
            ESU,
            SEVEN,
            &host,
        ] {
            same_but_for_words(paste, word);
        }
    }
}

#[test]
fn states_are_decided_by_other_lines() {
    let strange = |paste: &str| {
        translated(paste, "Wort")
            .replace(": Licensed", ": Zugelassen")
            .replace(": Notification", ": Hinweis")
    };
    for (paste, expected) in [
        (CLIENT, Some(LicenseStatus::Licensed)),
        (NOTIFICATION, Some(LicenseStatus::Notification)),
        (MAK, None),
    ] {
        let text = strange(paste);
        let reading = read(&text);
        assert_eq!(reading.products[0].license_status, expected, "{text}");
        let unsure = reading
            .remarks
            .iter()
            .any(|remark| remark.code == RemarkCode::Unsure && remark.key == Some("licenseStatus"));
        assert_eq!(unsure, expected.is_none(), "{text}\n{:?}", reading.remarks);
    }
}

#[test]
fn german_chinese_and_korean() {
    let paste = "Name: Windows(R), Professional edition\nBeschreibung: Windows(R) Operating System, VOLUME_KMSCLIENT channel\nAktivierungs-ID: 2de67392-b7a7-462a-b1ca-108dd189f588\nProduct Key-Kanal: Volume:GVLK\nTeil-Product Key: T83GX\nLizenzstatus: Lizenziert\nAblauf der Volumenaktivierung: 252828 Minute(n) (176 Tag(e))\nVerbleibende Windows Rearm-Anzahl: 1001\nVerbleibende Windows Rearm-Anzahl: 998\n";
    let reading = read(paste);
    assert_eq!(reading.language, Some("de"));
    let product = &reading.products[0];
    assert_eq!(product.license_status, Some(LicenseStatus::Licensed));
    assert_eq!(product.channel, Some(Channel::KmsClient));
    assert_eq!(product.partial_product_key.as_deref(), Some("T83GX"));
    assert_eq!(
        (product.minutes_remaining, product.days_printed),
        (Some(252_828), Some(176))
    );
    assert_eq!(
        (
            product.remaining_windows_rearm_count,
            product.remaining_sku_rearm_count
        ),
        (Some(1001), Some(998))
    );

    let paste = "软件授权服务器版本：10.0.17763.1\n名称：Windows(R), Enterprises edition\n描述：Windows(R) Operating System, VOLUME_KMSCLIENT channel\n激活 ID：73111121-5638-40f6-bc11-f1d7b0d64300\n部分产品密钥：2YT43\n许可证状态: 已授权\n批量激活过期：２５９１９７ 分钟(180天）\n已配置的激活类型: 全部\n客户端计算机 ID (CMID): 5b1c7f32-8d4e-4a09-9c61-2f0e7d3a8b15\n来自 DNS 的 KMS 计算机名称: kms01.example.com:1688\n激活时间间隔: 120 分钟\n续订间隔: 10080 分钟\n";
    let reading = read(paste);
    assert_eq!(reading.language, Some("zh"));
    let product = &reading.products[0];
    assert_eq!(product.service_version.as_deref(), Some("10.0.17763.1"));
    assert_eq!(
        (product.license_status, product.minutes_remaining),
        (Some(LicenseStatus::Licensed), Some(259_197))
    );
    let client = product.kms_client.as_ref().expect("a client");
    assert_eq!(
        client.host_from_dns.as_deref(),
        Some("kms01.example.com:1688")
    );
    assert_eq!(
        (
            client.activation_interval_minutes,
            client.renewal_interval_minutes
        ),
        (Some(120), Some(10_080))
    );

    let paste = "Windows(R), Professional edition:\n    批量激活将于 2027/2/4 17:50:22 过期\n";
    let reading = read(paste);
    assert_eq!(
        reading.products[0].license_status,
        Some(LicenseStatus::Licensed)
    );
    assert_eq!(
        reading.products[0].expires.at.as_deref(),
        Some("2027/2/4 17:50:22")
    );
}

#[test]
fn lines_of_other_tools_below_an_english_report_change_nothing() {
    let paste = format!(
        "{MAK}Serial Number: 12345\nUUID: 11111111-2222-4333-8444-555555555555\nVersion of it: 10.0.1.2\n"
    );
    let (with, without) = (read(&paste), read(MAK));
    let bare = |reading: &Reading<'_>| {
        let mut product = reading.products[0].clone();
        product.lines = (0, 0);
        format!("{product:?}")
    };
    assert_eq!(bare(&with), bare(&without));
}
