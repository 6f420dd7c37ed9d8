//! License states.

use activation_desk::phrase::Redact;

use super::support::{all, codes, commands, has, noon, told};

const VOLUME: &str = "VOLUME_KMSCLIENT";

fn windows(channel: &str, rest: &str) -> String {
    format!(
        "Software licensing service version: 10.0.26100.1\n\nName: Windows(R), Professional edition\nDescription: Windows(R) Operating System, {channel} channel\n{rest}\n"
    )
}

fn server_evaluation(rest: &str) -> String {
    format!(
        "Name: Windows(R), ServerStandardEval edition\nDescription: Windows(R) Operating System, TIMEBASED_EVAL channel\n{rest}\n"
    )
}

fn office(rest: &str) -> String {
    format!(
        "---Processing--------------------------\n---------------------------------------\nSKU ID: dedfa23d-6ed1-45a6-85dc-63cae0546de6
LICENSE NAME: Office 16, Office16StandardVL_MAK edition\nLICENSE DESCRIPTION: Office 16, RETAIL(MAK) channel\n{rest}\n---------------------------------------\n"
    )
}

/// Its sentence alone.
#[track_caller]
fn sentence(paste: &str, code: &str) -> String {
    told(paste, code)
        .split_once("]: ")
        .map(|(_, sentence)| sentence.to_owned())
        .expect("a sentence")
}

/// What is to be known of it, one a line.
fn background(paste: &str, code: &str) -> String {
    all(paste, None)
        .iter()
        .filter(|finding| finding.code == code)
        .flat_map(|finding| &finding.background)
        .map(|phrase| phrase.plain(Redact::No))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn nothing_to_do() {
    let client = windows(
        VOLUME,
        "License Status: Licensed\nVolume activation expiration: 250000 minute(s) (173 day(s))",
    );
    assert_eq!(codes(&client), ["healthy"]);
    assert_eq!(
        told(&client, "healthy"),
        "healthy shown [5, 6]: Activated by volume activation for another 173 days, 14 hours. It renews by itself: nothing to do."
    );
    let by_host = client + "KMS machine name from DNS: kms01.example.com:1688\n";
    assert_eq!(
        sentence(&by_host, "healthy"),
        "Activated by a KMS host for another 173 days, 14 hours. It renews by itself: nothing to do."
    );
    assert!(commands(&by_host, "healthy").ends_with("slmgr.vbs /dlv"));
    for (channel, expected) in [
        ("RETAIL", "Activated with a retail key. Nothing to do."),
        ("VOLUME_MAK", "Activated with a MAK. Nothing to do."),
        (
            "OEM_DM",
            "Activated by the maker of the machine. Nothing to do.",
        ),
        (
            "VOLUME_KMS",
            "This KMS host is activated. Nothing to do on it.",
        ),
        (
            VOLUME,
            "Activated by volume activation. How long it lasts is not printed here; it renews by itself: nothing to do.",
        ),
    ] {
        let paste = windows(channel, "License Status: Licensed");
        assert_eq!(sentence(&paste, "healthy"), expected);
    }
    let office = office("LICENSE STATUS:  ---LICENSED---");
    assert!(commands(&office, "healthy").ends_with("/dstatus"));
}

#[test]
fn until_a_printed_date() {
    let paste =
        "Windows(R), Enterprise edition:\n    Volume activation will expire 24.07.2026 00:10:00\n";
    assert_eq!(
        sentence(paste, "healthy"),
        "Activated by volume activation until 24.07.2026 00:10:00. It renews by itself: nothing to do."
    );
}

#[test]
fn a_key_and_no_licence() {
    let keyed = windows(
        "RETAIL",
        "Partial Product Key: 3V66T\nLicense Status: Unlicensed",
    );
    assert_eq!(
        told(&keyed, "state-unlicensed"),
        "blocks shown [6]: Windows has a product key but no licence: it is not activated."
    );
    assert!(commands(&keyed, "state-unlicensed").contains("/ato"));
    assert_eq!(
        sentence(
            &windows("RETAIL", "License Status: Unlicensed"),
            "state-unlicensed"
        ),
        "Windows has no licence: it is not activated."
    );
    assert_eq!(
        sentence(
            &office(
                "LICENSE STATUS:  ---UNLICENSED---\nLast 5 characters of installed product key: 7QRTB"
            ),
            "state-unlicensed"
        ),
        "This Office product has a product key but no licence: it is not activated."
    );
    assert!(!has(
        &windows("RETAIL", "License Status: Licensed"),
        "state-unlicensed"
    ));
}

#[test]
fn no_key() {
    let paste = office("LICENSE STATUS:  ---UNLICENSED---\nERROR CODE: 0xC004F014");
    assert_eq!(codes(&paste), ["state-no-key"]);
    assert_eq!(
        told(&paste, "state-no-key"),
        "blocks shown [6, 7]: This Office product has no licence: the licensing service finds no product key for it."
    );
    assert!(commands(&paste, "state-no-key").ends_with("/inpkey:<product-key>"));
    assert!(!has(
        &office("LICENSE STATUS:  ---UNLICENSED---\nERROR CODE: 0xC004F015"),
        "state-no-key"
    ));
}

#[test]
fn not_in_use_is_told_once() {
    let row = windows("RETAIL", "This license is not in use.");
    assert_eq!(codes(&row), ["state-not-in-use"]);
    assert_eq!(
        sentence(&row, "state-not-in-use"),
        "No product key is installed for this product, so it is not in use."
    );
    let three = [
        row.as_str(),
        &row.replace("Professional", "Core"),
        &row.replace("Professional", "Enterprise"),
    ]
    .join("\n");
    assert_eq!(codes(&three), ["state-not-in-use"]);
    assert_eq!(
        sentence(&three, "state-not-in-use"),
        "3 products in this text have no key and are not in use. That is normal: the licensing service knows many products and uses few."
    );
}

#[test]
fn grace_runs_and_ends() {
    let grace = |status: &str, minutes: u32| {
        windows(
            "VOLUME_MAK",
            &format!(
                "License Status: {status}\nTime remaining: {minutes} minute(s) (1 day(s))\nTrusted time: 2026-01-31 18:05:00"
            ),
        )
    };
    assert_eq!(
        told(&grace("Initial grace period", 1500), "state-initial-grace"),
        "act-soon shown [5, 6]: Windows is not activated yet. It works for another 1 day, 1 hour, until 1 February 2026, 19:05."
    );
    assert_eq!(
        told(&grace("Initial grace period", 0), "state-initial-grace"),
        "blocks shown [5, 6]: Windows is not activated yet. No time is left of its grace: expect notification."
    );
    let lapsed = "Additional grace period (KMS license expired or hardware out of tolerance)";
    assert_eq!(
        told(&grace(lapsed, 1500), "state-out-of-tolerance"),
        "act-soon shown [5, 6]: Windows is no longer activated: the hardware has changed too much, or the activation lapsed. It works for another 1 day, 1 hour, until 1 February 2026, 19:05."
    );
    let client = grace(lapsed, 1500).replace("VOLUME_MAK", VOLUME);
    assert_eq!(
        sentence(&client, "state-out-of-tolerance"),
        "Windows was not renewed for 180 days, or its hardware has changed too much. It works for another 1 day, 1 hour, until 1 February 2026, 19:05."
    );
    assert_eq!(
        sentence(&grace("Extended grace period", 60), "state-extended-grace"),
        "Windows is in an extended grace period, of which little is published. It works for another 1 hour, until 31 January 2026, 19:05."
    );
    assert_eq!(
        told(
            &office(
                "LICENSE STATUS:  ---OOB_GRACE---\nREMAINING GRACE: 29 days  (43194 minute(s) before expiring)"
            ),
            "state-initial-grace"
        ),
        "act-soon shown [6, 7]: This Office product is not activated yet. It works for another 29 days, 23 hours."
    );
    // An old text: the day after, the grace is over.
    let old = all(&grace("Initial grace period", 1500), Some(noon(2026, 2, 2)));
    assert_eq!(old[0].code, "state-initial-grace");
    assert_eq!(old[0].severity.name(), "blocks");
}

#[test]
fn not_genuine() {
    let paste = windows(
        "RETAIL",
        "License Status: Notification\nNotification Reason: 0xC004F200 (non-genuine).",
    );
    assert_eq!(codes(&paste), ["state-non-genuine"]);
    assert_eq!(
        told(&paste, "state-non-genuine"),
        "blocks shown [5, 6]: Validation found this copy not genuine."
    );
    let grace = windows(
        VOLUME,
        "License Status: Non-genuine grace period.\nTime remaining: 1440 minute(s) (1 day(s))",
    );
    assert_eq!(codes(&grace), ["state-non-genuine"]);
    assert_eq!(
        sentence(&grace, "state-non-genuine"),
        "Validation found this copy not genuine. A grace period runs for another 1 day."
    );
    assert!(!has(&paste.replace("F200", "F009"), "state-non-genuine"));
}

#[test]
fn notification_by_its_reason() {
    let notified = |channel: &str, reason: &str| {
        windows(channel, &format!("License Status: Notification\n{reason}"))
    };
    let changed = notified("VOLUME_MAK", "Notification Reason: 0xC004F00F.");
    assert_eq!(codes(&changed), ["state-hardware-changed"]);
    assert_eq!(
        told(&changed, "state-hardware-changed"),
        "blocks shown [5, 6]: Windows has lost its activation: the hardware has changed more than it tolerates."
    );
    assert!(
        background(&changed, "state-hardware-changed")
            .contains("Each activation anew takes one more")
    );
    assert_eq!(
        told(
            &notified(
                "RETAIL",
                "Notification Reason: 0xC004F009 (grace time expired)."
            ),
            "state-notification"
        ),
        "blocks shown [5, 6]: Windows is not activated and says so. Reason 0xC004F009: a grace period ended before the product was activated."
    );
    assert_eq!(
        sentence(&notified("RETAIL", ""), "state-notification"),
        "Windows is not activated and says so. The reason is not printed here."
    );
    assert_eq!(
        sentence(
            &notified("RETAIL", "Notification Reason: 0xC004FFFE."),
            "state-notification"
        ),
        "Windows is not activated and says so. Reason 0xC004FFFE, which is not in the knowledge base; nothing is guessed."
    );
    assert_eq!(
        sentence(
            &office("LICENSE STATUS:  ---NOTIFICATIONS---"),
            "state-notification"
        ),
        "This Office product is not activated and says so. The reason is not printed here."
    );
    for other in [
        notified(VOLUME, ""),
        notified("VOLUME_KMS", ""),
        notified("TIMEBASED_EVAL", ""),
    ] {
        assert!(!has(&other, "state-notification"), "{other}");
    }
}

#[test]
fn evaluations() {
    let runs = server_evaluation(
        "License Status: Licensed\nTimebased activation expiration: 20160 minute(s) (14 day(s))\nRemaining Windows rearm count: 5\nTrusted time: 5/17/2026 8:15:05 AM",
    );
    assert_eq!(
        told(&runs, "state-evaluation-runs"),
        "act-soon shown [3, 4]: This evaluation runs for another 14 days, until 31 May 2026, 08:15. It is not renewed."
    );
    assert!(background(&runs, "state-evaluation-runs").contains("The rearm count is 5"));
    assert!(commands(&runs, "state-evaluation-runs").contains("/Set-Edition:"));
    assert!(!has(&runs, "healthy"));
    let later = all(&runs, Some(noon(2026, 7, 1)));
    assert_eq!(
        later[0].sentence.plain(Redact::No),
        "By this text this evaluation ended on 31 May 2026, 08:15, unless it was rearmed or changed since."
    );
    assert_eq!(later[0].certainty.name(), "likely");
    let by_date = "Windows(R), ServerStandardEval edition:\n    Timebased activation will expire 3/24/2027 2:35:57 AM\n";
    assert_eq!(
        sentence(by_date, "state-evaluation-runs"),
        "This evaluation ends on 3/24/2027 2:35:57 AM, as the tool printed it. It is not renewed."
    );
    let over = server_evaluation(
        "License Status: Notification\nNotification Reason: 0xC004F009 (grace time expired).\nRemaining Windows rearm count: 0",
    );
    assert_eq!(codes(&over), ["state-evaluation-over"]);
    assert_eq!(
        told(&over, "state-evaluation-over"),
        "blocks shown [3, 4]: This evaluation is over, or was never activated: the output can't tell the two apart."
    );
    assert!(background(&over, "state-evaluation-over").contains("No rearm is left"));
    assert!(!commands(&over, "state-evaluation-over").contains("/rearm"));
}

#[test]
fn no_rearm_left() {
    let paste = |status: &str, count: u8| {
        windows(
            "VOLUME_MAK",
            &format!("License Status: {status}\nRemaining Windows rearm count: {count}"),
        )
    };
    assert_eq!(
        told(&paste("Notification", 0), "state-no-rearm-left"),
        "note shown [6]: No rearm is left (Remaining Windows rearm count: 0): the time can't be started again. Activation is the way out."
    );
    assert!(!has(&paste("Notification", 1), "state-no-rearm-left"));
    assert!(!has(&paste("Licensed", 0), "state-no-rearm-left"));
}

#[test]
fn extended_security_updates_by_year() {
    let esu = |status: &str, year: u8| {
        format!(
            "Name: Windows(R), Client-ESU-Year{year} add-on for Enterprise edition\nDescription: Windows(R) Operating System, VOLUME_MAK channel
Activation ID: f520e45e-7413-4a34-a497-d2765967d094\nPartial Product Key: 6K4DF\nLicense Status: {status}\n"
        )
    };
    assert_eq!(codes(&esu("Unlicensed", 1)), ["state-esu-not-activated"]);
    assert_eq!(
        told(&esu("Unlicensed", 1), "state-esu-not-activated"),
        "blocks shown [1, 5]: Extended Security Updates, year 1, have a key here, but are not activated: what they stand for is not covered."
    );
    let typed = commands(&esu("Unlicensed", 1), "state-esu-not-activated");
    assert!(
        typed.contains("/ato f520e45e-7413-4a34-a497-d2765967d094"),
        "{typed}"
    );
    assert_eq!(codes(&esu("Licensed", 2)), ["state-esu-activated"]);
    assert_eq!(
        told(&esu("Licensed", 2), "state-esu-activated"),
        "healthy shown [1, 5]: Extended Security Updates, year 2, are activated on this machine. Nothing to do."
    );
    assert!(!has(
        &windows("VOLUME_MAK", "License Status: Unlicensed"),
        "state-esu-not-activated"
    ));
}

#[test]
fn who_activated_it() {
    let ad = windows(
        VOLUME,
        "License Status: Licensed\nVolume activation expiration: 258642 minute(s) (180 day(s))\n\nMost recent activation information:\nAD Activation client information\n    Activation Object name: Example Object",
    );
    assert_eq!(codes(&ad), ["state-by-active-directory", "healthy"]);
    assert_eq!(
        told(&ad, "state-by-active-directory"),
        "note shown [5, 10]: Active Directory activated this product (object Example Object). No KMS host and no count took part."
    );
    assert_eq!(
        sentence(&ad, "healthy"),
        "Activated by Active Directory for another 179 days, 14 hours. It renews by itself: nothing to do."
    );
    let token = windows(
        VOLUME,
        "License Status: Licensed\n\nToken-based Activation information\n    License ID (ILID): 11111111-2222-3333-4444-555555555555",
    );
    assert_eq!(
        told(&token, "state-by-token"),
        "note shown [5]: A token (an issuance licence with a certificate) activated this product, not a KMS host and not Active Directory."
    );
    let guest = windows(
        "VIRTUAL_MACHINE_ACTIVATION",
        "License Status: Licensed\nAutomatic VM activation expiration: 10080 minute(s) (7 day(s))",
    );
    assert_eq!(
        told(&guest, "state-by-hyper-v"),
        "note shown [4, 5]: The Hyper-V host activated this virtual machine (AVMA). No KMS host and no network took part."
    );
    assert_eq!(
        sentence(&guest, "healthy"),
        "Activated by the Hyper-V host for another 7 days. It renews by itself: nothing to do."
    );
    assert_eq!(
        sentence(
            &windows("VIRTUAL_MACHINE_ACTIVATION", "License Status: Notification"),
            "state-by-hyper-v"
        ),
        "This virtual machine has an AVMA key: only its Hyper-V host can activate it."
    );
    let plain = windows(VOLUME, "License Status: Licensed");
    for code in [
        "state-by-active-directory",
        "state-by-token",
        "state-by-hyper-v",
    ] {
        assert!(!has(&plain, code), "{code}");
    }
}

#[test]
fn a_countdown_where_none_belongs() {
    let paste = windows(
        "RETAIL",
        "License Status: Licensed\nTimebased activation expiration: 2880 minute(s) (2 day(s))",
    );
    assert_eq!(codes(&paste), ["state-unexpected-countdown"]);
    assert_eq!(
        told(&paste, "state-unexpected-countdown"),
        "act-soon shown [4, 5, 6]: Activated, but only for another 2 days: unusual for the channel Retail, whose licences do not run out."
    );
    assert!(!has(
        &windows("RETAIL", "License Status: Licensed"),
        "state-unexpected-countdown"
    ));
}

#[test]
fn the_client_id_where_the_host_is_meant() {
    let paste = "Software licensing service version: 10.0.26100.1\n\nName: Office 24, Office24ProPlus2024VL_KMS_Client_AE edition
Description: Office 24, VOLUME_KMSCLIENT channel\nActivation ID: 8d368fc1-9470-4be2-8d66-90e836cbb051
Application ID: 0ff1ce15-a989-479d-af46-f275c6370663\nThis license is not in use.\n";
    assert_eq!(
        told(paste, "state-wrong-activation-id"),
        "note likely [5]: This Activation ID is of a KMS client (Office LTSC 2024 Professional Plus). If the KMS host of Office LTSC 2024 is meant, its ID is f3d89bbf-c0ec-47ce-a8fa-e5a5f97e447f."
    );
    assert!(background(paste, "state-wrong-activation-id").contains("One page of Microsoft"));
    assert!(
        commands(paste, "state-wrong-activation-id")
            .ends_with("/dlv f3d89bbf-c0ec-47ce-a8fa-e5a5f97e447f")
    );
    let host = paste.replace(
        "8d368fc1-9470-4be2-8d66-90e836cbb051",
        "f3d89bbf-c0ec-47ce-a8fa-e5a5f97e447f",
    );
    assert!(!has(&host, "state-wrong-activation-id"));
    let listing = format!("{paste}\n{}", windows("RETAIL", "License Status: Licensed"));
    assert!(!has(&listing, "state-wrong-activation-id"));
}

#[test]
fn application_ids() {
    let paste = |application: &str| {
        windows(
            VOLUME,
            &format!(
                "Activation ID: 2de67392-b7a7-462a-b1ca-108dd189f588\nApplication ID: {application}\nLicense Status: Licensed"
            ),
        )
    };
    assert_eq!(
        told(
            &paste("59a52881-a989-479d-af46-f275c6370663"),
            "state-application-id-mismatch"
        ),
        "note shown [5, 6]: Activation ID and Application ID do not belong together: the first is of Windows 10/11, the second of Office 2010."
    );
    assert_eq!(
        sentence(
            &paste("11111111-a989-479d-af46-f275c6370663"),
            "state-application-id-mismatch"
        ),
        "Activation ID and Application ID do not belong together: the first is of Windows 10/11, the second of no application known here."
    );
    assert_eq!(
        told(
            &paste("0ff1ce16-a989-479d-af46-f275c6370663"),
            "state-application-id-of-sample"
        ),
        "note shown [6]: The Application ID 0ff1ce16-a989-479d-af46-f275c6370663 is known from a sample on one page of Microsoft only; real outputs show 0ff1ce15-a989-479d-af46-f275c6370663. Is this text that sample?"
    );
    let right = paste("55c92734-d682-4d71-983e-d6ec3f16059f");
    assert!(
        !codes(&right)
            .iter()
            .any(|code| code.starts_with("state-application-id"))
    );
}

const OLD_ID: &str = "291417277631760669071439150500806366083776835337040681234158680";
const NEW_ID: &str = "011524249390952668581784005275668258233024522885388276865955720";

#[test]
fn an_installation_id_of_an_older_key() {
    let dlv = |id: &str, ending: &str| {
        windows(
            "VOLUME_MAK",
            &format!(
                "Installation ID: {id}\nPartial Product Key: {ending}\nLicense Status: Unlicensed"
            ),
        )
    };
    let dti = format!("\nC:\\>cscript slmgr.vbs /dti\nInstallation ID: {OLD_ID}\n");
    let paste = [dlv(OLD_ID, "7QKWD"), dlv(NEW_ID, "9D3TR"), dti.clone()].join("\n");
    assert_eq!(
        told(&paste, "state-installation-id-older-key"),
        "act-soon likely [19]: This Installation ID belongs to the key that ends in 7QKWD. The key that ends in 9D3TR has replaced it, so a Confirmation ID for this number does not fit."
    );
    assert!(commands(&paste, "state-installation-id-older-key").ends_with("/dti"));
    let same = [dlv(OLD_ID, "7QKWD"), dti.clone()].join("\n");
    assert!(
        !codes(&same)
            .iter()
            .any(|code| code.starts_with("state-installation-id"))
    );
    assert_eq!(
        told(&dti, "state-installation-id-without-key"),
        "note unseen [3]: This text does not show which key the Installation ID belongs to. Before the call, make sure that it is the key that is installed now."
    );
}
