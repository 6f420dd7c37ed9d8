//! KMS clients.

use activation_desk::{finding::Finding, phrase::Redact};
use time::PrimitiveDateTime;

use super::support::{all, codes, commands, has, noon, told};

fn client(rest: &str) -> String {
    format!(
        "Software licensing service version: 10.0.26100.1\n\nName: Windows(R), Professional edition\nDescription: Windows(R) Operating System, VOLUME_KMSCLIENT channel\n{rest}\n"
    )
}

fn licensed(minutes: u32, rest: &str) -> String {
    client(&format!(
        "License Status: Licensed\nVolume activation expiration: {minutes} minute(s) (1 day(s))\n{rest}"
    ))
}

/// The finding of that code at a moment.
#[track_caller]
fn at(paste: &str, code: &str, now: PrimitiveDateTime) -> Finding {
    all(paste, Some(now))
        .into_iter()
        .find(|finding| finding.code == code)
        .unwrap_or_else(|| panic!("no {code} of\n{paste}"))
}

#[test]
fn renewals_that_were_missed() {
    // 31 days since the last one: four of seven days each.
    let late = licensed(214_033, "");
    assert_eq!(codes(&late), ["client-renewal-overdue"]);
    assert_eq!(
        told(&late, "client-renewal-overdue"),
        "act-soon shown [6]: It was last renewed about 31 days before this was printed. It should be renewed every 7 days: 4 renewals were missed. It stays activated for another 148 days, 15 hours."
    );
    let typed = commands(&late, "client-renewal-overdue");
    assert!(
        typed.starts_with(r"cscript //nologo %windir%\System32\slmgr.vbs /ato"),
        "{typed}"
    );
    // Three are several, two are not.
    assert!(has(
        &licensed(259_200 - 3 * 10_080, ""),
        "client-renewal-overdue"
    ));
    assert!(!has(
        &licensed(259_200 - 3 * 10_080 + 1, ""),
        "client-renewal-overdue"
    ));
    // The printed interval counts.
    let daily = licensed(
        259_200 - 3 * 10_080 + 1,
        "    Renewal interval: 1440 minutes",
    );
    assert!(has(&daily, "client-renewal-overdue"));
}

#[test]
fn a_lease_that_ends() {
    let soon = licensed(43_199, "Trusted time: 2026-01-31 18:05:00");
    assert_eq!(
        told(&soon, "client-lease-ends"),
        "act-soon shown [5, 6]: The volume activation ends in 29 days, 23 hours, on 2 March 2026, 18:04, unless it is renewed before."
    );
    assert!(!has(&soon, "healthy") && !has(&soon, "client-renewal-overdue"));
    assert_eq!(
        told(&licensed(600, ""), "client-lease-ends"),
        "act-soon shown [5, 6]: The volume activation ends in 10 hours, unless it is renewed before."
    );
    assert!(!has(&licensed(43_200, ""), "client-lease-ends"));
}

#[test]
fn a_lease_by_the_date() {
    let paste = licensed(250_000, "Trusted time: 2026-01-31 18:05:00");
    assert!(
        all(&paste, Some(noon(2026, 2, 1)))
            .iter()
            .all(|finding| finding.code == "healthy")
    );
    let soon = at(&paste, "client-lease-ends", noon(2026, 7, 20));
    assert_eq!(
        soon.sentence.plain(Redact::No),
        "The volume activation ends in 3 days, 20 hours, on 24 July 2026, 08:45, unless it is renewed before."
    );
    assert_eq!(soon.certainty.name(), "likely");
    let over = at(&paste, "client-lease-ends", noon(2106, 2, 7));
    assert_eq!(
        over.sentence.plain(Redact::No),
        "By this text the volume activation ended on 24 July 2026, 08:45, unless it was renewed before."
    );
    // Before the printing nothing is counted; a date with two readings counts nothing either.
    assert!(
        all(&paste, Some(noon(1999, 1, 1)))
            .iter()
            .all(|finding| finding.code == "healthy")
    );
    let unclear = licensed(250_000, "Trusted time: 3/4/2026 9:58:33 AM");
    assert!(
        all(&unclear, Some(noon(2026, 9, 1)))
            .iter()
            .all(|finding| finding.code == "healthy")
    );
    let xpr =
        "Windows(R), Enterprise edition:\n    Volume activation will expire 24.07.2026 00:10:00\n";
    assert_eq!(
        at(xpr, "client-lease-ends", noon(2026, 7, 20))
            .sentence
            .plain(Redact::No),
        "The volume activation ends in 3 days, 12 hours, on 24 July 2026, 00:10, unless it is renewed before."
    );
}

#[test]
fn a_lapsed_lease_is_no_new_hardware() {
    let paste = client(
        "Partial Product Key: T83GX\nLicense Status: Notification\nNotification Reason: 0xC004F00F.",
    );
    assert_eq!(codes(&paste), ["client-lease-lapsed"]);
    assert_eq!(
        told(&paste, "client-lease-lapsed"),
        "blocks likely [6, 7]: Windows is not activated any more. 0xC004F00F is worded as changed hardware; on a KMS client it mostly means that the 180 days passed without a renewal."
    );
    assert!(!has(
        &paste.replace("KMSCLIENT", "MAK"),
        "client-lease-lapsed"
    ));
}

#[test]
fn notification_by_its_reason() {
    let paste = |reason: &str| {
        client(&format!(
            "Partial Product Key: T83GX\nLicense Status: Notification\n{reason}"
        ))
    };
    assert_eq!(
        told(
            &paste("Notification Reason: 0xC004F009 (grace time expired)."),
            "client-notification"
        ),
        "blocks shown [6, 7]: Windows is not activated and says so: neither a KMS host nor Active Directory has activated it. Reason 0xC004F009: a grace period ended before the product was activated."
    );
    assert_eq!(
        told(&paste(""), "client-notification"),
        "blocks shown [6]: Windows is not activated and says so: neither a KMS host nor Active Directory has activated it. The reason is not printed here."
    );
    let finding = &all(&paste(""), None)[0];
    assert!(finding.background.iter().any(|said| {
        said.plain(Redact::No)
            == "The key that ends in T83GX is the client key that Microsoft publishes for Windows 11 Pro and Windows 10 Pro. It activates nothing by itself: a KMS host or Active Directory has to answer."
            && said.plain(Redact::Yes).contains("[key ending]")
    }));
    assert!(!has(&licensed(250_000, ""), "client-notification"));
}

#[test]
fn a_client_key_and_no_host() {
    let office = |rest: &str| {
        format!(
            "---Processing--------------------------\n---------------------------------------\nSKU ID: dedfa23d-6ed1-45a6-85dc-63cae0546de6
LICENSE NAME: Office 16, Office16StandardVL_KMS_Client edition\nLICENSE DESCRIPTION: Office 16, VOLUME_KMSCLIENT channel
LICENSE STATUS:  ---NOTIFICATIONS---\nLast 5 characters of installed product key: DRTFM\n\tDNS auto-discovery: KMS name not available\n{rest}---------------------------------------\n"
        )
    };
    assert_eq!(
        told(&office(""), "client-no-host"),
        "blocks likely [7, 8]: DNS named no KMS host, and this text shows no other. This Office product has a KMS client key, which activates nothing without a KMS host or Active Directory."
    );
    let typed = commands(&office(""), "client-no-host");
    assert!(
        typed.starts_with("nslookup") && typed.ends_with("/inpkey:<product-key>"),
        "{typed}"
    );
    let pinned = office("\tKMS machine registry override defined: kms01.example.com:1688\n");
    assert!(!has(&pinned, "client-no-host"));
    assert!(!has(
        &office("").replace("NOTIFICATIONS", "LICENSED"),
        "client-no-host"
    ));
    // A Windows client that fails prints no such line: nothing is claimed.
    assert!(!has(
        &client("License Status: Notification"),
        "client-no-host"
    ));
    let asked =
        client("License Status: Notification") + "\nError: 0x8007232B DNS name does not exist.\n";
    assert!(has(&asked, "client-no-host"));
}

#[test]
fn a_published_key_alone() {
    let paste = client("Partial Product Key: t83gx\nLicense Status: Unlicensed");
    assert_eq!(codes(&paste), ["state-unlicensed", "client-published-key"]);
    assert!(!has(
        &paste.replace("t83gx", "3V66T"),
        "client-published-key"
    ));
    assert!(!has(
        &paste.replace("Unlicensed", "Licensed"),
        "client-published-key"
    ));
}

#[test]
fn a_client_key_for_the_telephone() {
    let paste = |name: &str| {
        format!(
            "C:\\>cscript ospp.vbs /dinstid\n---Processing--------------------------\n---------------------------------------
Installation ID for: {name} edition: 398259079190724833783876232486012900404796666972451027334646863\n---------------------------------------\n---Exiting-----------------------------\n"
        )
    };
    let client = paste("Office 16, Office16ProPlusVL_KMS_Client");
    assert_eq!(
        told(&client, "client-key-for-telephone"),
        "note likely [4]: This product has a KMS client key. The telephone activates a MAK, a retail key or a KMS host key, never this one."
    );
    assert!(commands(&client, "client-key-for-telephone").ends_with("/inpkey:<product-key>"));
    assert!(!has(
        &paste("Office 16, Office16ProPlusVL_MAK"),
        "client-key-for-telephone"
    ));
}

#[test]
fn a_key_that_never_asks_kms() {
    let paste = |channel: &str, status: &str| {
        client(&format!(
            "License Status: {status}\nConfigured Activation Type: KMS"
        ))
        .replace("VOLUME_KMSCLIENT", channel)
    };
    assert_eq!(
        told(&paste("RETAIL", "Notification"), "client-key-not-for-kms"),
        "blocks likely [4, 6]: Only KMS is allowed as volume activation here. But this product has a retail key, which never asks KMS."
    );
    assert_eq!(
        told(&paste("VOLUME_MAK", "Licensed"), "client-key-not-for-kms"),
        "note likely [4, 6]: Only KMS is allowed as volume activation here. But this product has a MAK, and a MAK never asks KMS."
    );
    let any = paste("RETAIL", "Notification").replace("Type: KMS", "Type: All");
    assert!(!has(&any, "client-key-not-for-kms"));
    let pinned = any.clone()
        + "\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\SoftwareProtectionPlatform\n    KeyManagementServiceName    REG_SZ    kms01.example.com\n";
    assert_eq!(
        told(&pinned, "client-key-not-for-kms"),
        "blocks likely [4, 6]: A KMS host is set on this machine (kms01.example.com). But this product has a retail key, which never asks KMS."
    );
    assert!(!has(
        &paste("VOLUME_KMSCLIENT", "Notification"),
        "client-key-not-for-kms"
    ));
}

#[test]
fn odd_activations_are_told_soberly() {
    let host = |host: &str| licensed(250_000, &format!("    Registered KMS machine name: {host}"));
    assert_eq!(codes(&host("127.0.0.2:1688")), ["client-loopback-host"]);
    assert_eq!(
        told(&host("127.0.0.2:1688"), "client-loopback-host"),
        "act-soon shown [7]: The KMS host that this machine asks is the machine itself. Genuine KMS hosts are other machines."
    );
    assert_eq!(
        told(&host("8.8.8.8:1688"), "client-public-host"),
        "act-soon shown [7]: The KMS host has a public internet address that is not one of Azure's. An organisation's hosts are not reached like that."
    );
    assert_eq!(
        told(&licensed(259_201, ""), "client-too-many-minutes"),
        "act-soon shown [6]: More than 180 days are left, which is more than a KMS host ever gives."
    );
    assert_eq!(codes(&licensed(259_200, "")), ["healthy"]);
    assert!(!has(&host("10.1.2.3:1688"), "client-public-host"));
}

#[test]
fn settings_of_a_client() {
    let pinned = licensed(
        250_000,
        "    Registered KMS machine name: kms01.example.com:1690",
    );
    assert_eq!(codes(&pinned), ["client-pinned-host", "healthy"]);
    assert_eq!(
        told(&pinned, "client-pinned-host"),
        "note shown [7]: The KMS host kms01.example.com:1690 is set on this machine, so DNS is not asked."
    );
    assert!(
        commands(&pinned, "client-pinned-host")
            .starts_with("Test-NetConnection -ComputerName kms01.example.com -Port 1690")
    );
    let both = pinned.clone() + "    KMS machine name from DNS: kms02.example.com:1688\n";
    assert!(
        told(&both, "client-pinned-host")
            .ends_with("DNS names another one: kms02.example.com:1688.")
    );
    assert_eq!(
        told(
            &licensed(
                250_000,
                "    Registered KMS SRV record lookup domain: example.com"
            ),
            "client-fixed-domain"
        ),
        "note shown [7]: KMS hosts are looked for in the domain example.com only: it is set on this machine."
    );
    assert!(told(&licensed(250_000, "    KMS host caching is disabled"), "client-caching-off").starts_with(
        "note shown [7]: The client does not remember the KMS host that worked last: it asks DNS before each request."
    ));
    assert!(!has(
        &licensed(250_000, "    KMS host caching is enabled"),
        "client-caching-off"
    ));
    let intervals = licensed(
        250_000,
        "    Activation interval: 15 minutes\n    Renewal interval: 1440 minutes",
    );
    assert_eq!(
        told(&intervals, "client-intervals"),
        "note shown [7, 8]: The activation interval is 15 minutes (default: 2 hours), the renewal interval 1 day (default: 7 days)."
    );
    assert!(!has(
        &licensed(
            250_000,
            "    Activation interval: 120 minutes\n    Renewal interval: 10080 minutes"
        ),
        "client-intervals"
    ));
    assert_eq!(
        told(
            &licensed(250_000, "Configured Activation Type: AD"),
            "client-activation-type"
        ),
        "note shown [7]: Only Active Directory is allowed to activate this product: KMS hosts are not asked."
    );
    assert!(
        commands(
            &licensed(250_000, "Configured Activation Type: AD"),
            "client-activation-type"
        )
        .ends_with("/act-type 0")
    );
    assert!(!has(
        &licensed(250_000, "Configured Activation Type: All"),
        "client-activation-type"
    ));
}

#[test]
fn a_code_that_is_information() {
    let paste = |code: &str| {
        format!(
            "---Processing--------------------------\n---------------------------------------\nSKU ID: dedfa23d-6ed1-45a6-85dc-63cae0546de6
LICENSE NAME: Office 16, Office16StandardVL_KMS_Client edition\nLICENSE DESCRIPTION: Office 16, VOLUME_KMSCLIENT channel
LICENSE STATUS:  ---LICENSED---\nERROR CODE: {code}\nREMAINING GRACE: 179 days  (258642 minute(s) before expiring)\n---------------------------------------\n"
        )
    };
    assert_eq!(
        codes(&paste("0x4004F040")),
        ["client-information-code", "healthy"]
    );
    assert_eq!(
        told(&paste("0x4004F040"), "client-information-code"),
        "note shown [6, 7]: 0x4004F040 is information and no fault: the product is activated."
    );
    assert!(
        told(&paste("0x4004FFFE"), "client-information-code")
            .ends_with("What exactly it tells is not in the knowledge base.")
    );
    assert!(!has(&paste("0xC004F040"), "client-information-code"));
}

#[test]
fn a_client_key_and_slmgr_for_the_telephone() {
    let id = "291417277631760669071439150500806366083776835337040681234158680";
    let paste = client(&format!(
        "Installation ID: {id}\nPartial Product Key: T83GX\nLicense Status: Notification"
    )) + &format!("\nC:\\>cscript slmgr.vbs /dti\nInstallation ID: {id}\n");
    assert!(
        told(&paste, "client-key-for-telephone")
            .starts_with("note likely [10]: This product has a KMS client key.")
    );
    assert!(!has(
        &paste.replace("KMSCLIENT", "MAK"),
        "client-key-for-telephone"
    ));
}

#[track_caller]
fn related_exists(finding: &Finding) {
    use activation_desk::{id::error_code, kb};
    for key in &finding.related {
        let known = kb::article::find(key).is_some()
            || error_code::parse(key).is_some_and(|code| kb::reason::find(code).is_some());
        assert!(known, "{key} of {}", finding.code);
    }
}

/// Every fixture: what is related exists, and no two findings say the same sentence of a product.
#[test]
fn the_fixtures() {
    for entry in std::fs::read_dir("tests/fixtures").expect("the fixtures") {
        let path = entry.expect("a file").path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let bytes = std::fs::read(&path).expect("a fixture");
        let found = all(&String::from_utf8_lossy(&bytes), Some(noon(2026, 2, 1)));
        for (at, finding) in found.iter().enumerate() {
            related_exists(finding);
            let twin = found[..at].iter().any(|other| {
                other.product == finding.product && other.sentence == finding.sentence
            });
            assert!(!twin, "{} {}", path.display(), finding.code);
        }
    }
}

/// Every pair of odd values and moments: no panic, and what is related exists.
#[test]
fn odd_values_claim_nothing() {
    let moments = [
        None,
        Some(noon(1601, 1, 1)),
        Some(noon(2026, 2, 1)),
        Some(noon(2106, 2, 7)),
        Some(noon(9999, 12, 31)),
    ];
    for status in [
        "Licensed",
        "Notification",
        "Unlicensed",
        "Initial grace period",
        "Extended grace period",
    ] {
        for channel in [
            "VOLUME_KMSCLIENT",
            "RETAIL",
            "TIMEBASED_EVAL",
            "VOLUME_KMS",
            "VIRTUAL_MACHINE_ACTIVATION",
        ] {
            for time in [
                "",
                "Volume activation expiration: 0 minute(s)",
                "Time remaining: 4294967295 minute(s) (0 day(s))",
            ] {
                for trusted in [
                    "",
                    "Trusted time: 3/4/2026 1:00:00 AM",
                    "Trusted time: 99/99/9999",
                    "Trusted time: 31.12.9999 23:59:59",
                ] {
                    let paste = client(&format!("License Status: {status}\n{time}\n{trusted}\n    Renewal interval: 0 minutes"))
                        .replace("VOLUME_KMSCLIENT", channel);
                    for now in moments {
                        for finding in all(&paste, now) {
                            assert!(!finding.sentence.is_empty());
                            related_exists(&finding);
                        }
                    }
                }
            }
        }
    }
}
