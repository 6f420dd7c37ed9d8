//! KMS hosts.

use super::support::{codes, commands, has, told};

fn host(count: u32) -> String {
    format!(
        "Name: Windows(R), ServerStandard edition\nDescription: Windows(R) Operating System, VOLUME_KMS_2012-R2 channel
License Status: Licensed\n\nKey Management Service is enabled on this machine\n    Current count: {count}\n    Listening on Port: 1688\n"
    )
}

fn office_host(count: u32) -> String {
    format!(
        "Name: Office 16, Office16KMSHostVL_KMS_Host edition\nDescription: Office 16, VOLUME_KMS channel
License Status: Licensed\n\nKey Management Service is enabled on this machine\n    Current count: {count}\n"
    )
}

#[test]
fn a_count_below_the_threshold() {
    assert_eq!(
        told(&host(4), "host-count-too-low"),
        "blocks shown [6]: This KMS host has counted 4 computers. It activates servers from 5 and Windows clients from 25 on, so nobody yet."
    );
    assert_eq!(
        told(&host(24), "host-count-too-low"),
        "act-soon shown [6]: This KMS host has counted 24 computers: enough for servers (5), too few for Windows clients (25)."
    );
    assert_eq!(
        told(&office_host(4), "host-count-too-low"),
        "blocks shown [6]: This KMS host has counted 4 computers with this Office. It activates none before 5."
    );
    for enough in [host(25), host(50), office_host(5), host(0)] {
        assert!(!has(&enough, "host-count-too-low"), "{enough}");
    }
    assert!(commands(&host(4), "host-count-too-low").contains("12290"));
}

/// A host with these lines below its port, and these counters: total, failed, licensed.
fn host_with(settings: &str, counters: [u32; 3]) -> String {
    let [total, failed, licensed] = counters;
    format!(
        "{}{settings}\nKey Management Service cumulative requests received from clients\n    Total requests received: {total}\n    Failed requests received: {failed}\n    Requests with License Status Unlicensed: 0\n    Requests with License Status Licensed: {licensed}\n    Requests with License Status Initial grace period: 0\n    Requests with License Status License expired or Hardware out of tolerance: 0\n    Requests with License Status Non-genuine grace period: 0\n    Requests with License Status Notification: 0\n",
        host(0)
    )
}

/// A record of the host's log.
fn request(code: &str, name: &str, id: u32, product: &str) -> String {
    format!(
        "An activation request has been processed.\nInfo:\n{code},5,{name},11111111-2222-3333-4444-55555555550{id},2026/9/{id} 10:00,1,1,259200,{product}\n\n"
    )
}

const OFFICE: &str = "d450596f-894d-49e0-966a-fd39ed4c4c64";

#[test]
fn a_host_on_client_windows_needs_25_and_takes_no_servers() {
    let paste = host(20).replace("ServerStandard", "Enterprise");
    assert_eq!(
        told(&paste, "host-count-too-low"),
        "blocks shown [6]: This KMS host has counted 20 computers. It activates Windows clients from 25 on, so nobody yet."
    );
    assert_eq!(
        told(&paste, "host-client-windows"),
        "note shown [1]: This KMS host runs on a Windows client: it activates Windows clients, but no Windows Server."
    );
    assert!(!has(&host(20), "host-client-windows"));
    let nameless = paste.split_once('\n').expect("lines").1;
    assert!(!has(nameless, "host-client-windows"));
}

#[test]
fn a_host_that_is_not_activated() {
    let paste = host(3).replace("Status: Licensed", "Status: Unlicensed");
    assert_eq!(
        told(&paste, "host-not-activated"),
        "blocks shown [3]: This KMS host is not activated itself: until it is, it activates nobody, whatever its count."
    );
    assert!(commands(&paste, "host-not-activated").ends_with("slmgr.vbs /dlv"));
    assert!(!has(&paste, "host-count-too-low"));
    assert!(!has(&host(3), "host-not-activated"));
    let office = office_host(3)
        .replace("Status: Licensed", "Status: Unlicensed")
        .replace(
            "License Status",
            "Activation ID: 98ebfe73-2084-4c97-932c-c0cd1643bea7\nLicense Status",
        );
    assert!(
        commands(&office, "host-not-activated")
            .contains("/ato 98ebfe73-2084-4c97-932c-c0cd1643bea7")
    );
    let listed = "Name: Office 16, Office16KMSHostVL_KMS_Host edition\nDescription: Office 16, VOLUME_KMS channel\nLicense Status: Unlicensed\n";
    assert!(!has(listed, "host-not-activated"));
    let lost = office_host(3).replace("Status: Licensed", "Status: Unlicensed");
    assert!(commands(&lost, "host-not-activated").ends_with("/dlv all"));
}

#[test]
fn a_count_of_nought() {
    assert_eq!(
        told(&host(0), "host-count-zero"),
        "note unseen [6]: The count is 0. This text does not show whether anybody ever asked: with requests in the past, 0 is normal after a month of silence."
    );
    assert_eq!(
        told(&host_with("", [1200, 3, 1197]), "host-count-zero"),
        "note shown [6, 10]: The count is 0, though the host has had 1,200 requests in its life. That is normal when nobody asked for 30 days."
    );
    assert_eq!(
        told(&host_with("", [0, 0, 0]), "host-never-asked"),
        "blocks shown [6, 10]: No client has ever asked this KMS host: all its counters are 0."
    );
    assert!(!has(&host_with("", [0, 0, 0]), "host-count-zero"));
    // A total of 0 beside requests is a contradiction.
    assert!(!has(&host_with("", [0, 0, 7]), "host-never-asked"));
    assert!(!has(&host(1), "host-count-zero"));
}

#[test]
fn failed_requests() {
    assert_eq!(
        told(&host_with("", [1200, 3, 1197]), "host-requests-failed"),
        "note shown [10, 11]: 3 of 1,200 requests failed since this host was set up. That is information, not a fault of today."
    );
    assert_eq!(
        told(&host_with("", [12, 12, 0]), "host-all-requests-failed"),
        "blocks likely [10, 11]: Every request that this host ever got, 12, failed. Most likely its key does not cover what the clients ask for."
    );
    assert_eq!(
        told(&host_with("", [3, 12, 0]), "host-requests-failed"),
        "note shown [10, 11]: 12 requests failed since this host was set up. That is information, not a fault of today."
    );
    assert!(commands(&host_with("", [5, 1, 4]), "host-requests-failed").contains("12290"));
    assert!(!has(&host_with("", [5, 0, 5]), "host-requests-failed"));
}

#[test]
fn an_office_licence_needs_a_key_of_its_own() {
    let paste = "Name: Office 21, Office21KMSHost2021VL_KMS_Host edition\nDescription: Office 21, VOLUME_KMS channel\nActivation ID: 86d50b16-4808-41af-b83b-b338274318b2\nThis license is not in use.\n";
    assert_eq!(
        told(paste, "host-office-key-missing"),
        "note shown [1, 4]: This machine has the licence of a KMS host for Office LTSC 2021, but no key for it: it activates none of these clients."
    );
    assert!(
        commands(paste, "host-office-key-missing")
            .contains("/ato 86d50b16-4808-41af-b83b-b338274318b2")
    );
    assert!(!has(&office_host(6), "host-office-key-missing"));
    assert!(!has(
        &host(6).replace("License Status: Licensed", "This license is not in use."),
        "host-office-key-missing"
    ));
}

#[test]
fn settings_of_a_host() {
    let paste = host_with(
        "    DNS publishing disabled\n    KMS priority: Low\n",
        [9, 0, 9],
    );
    assert_eq!(
        told(&paste, "host-dns-publishing-off"),
        "note shown [8]: This host does not publish itself in DNS: clients find it only by a record made by hand, or when they are told its name."
    );
    assert!(
        commands(&paste, "host-dns-publishing-off")
            .contains("/sdns\nnet stop sppsvc && net start sppsvc")
    );
    assert_eq!(
        told(&paste, "host-priority-low"),
        "note shown [9]: The KMS service runs with low priority: on a busy machine clients may get no answer, and the count does not grow."
    );
    let good = host_with(
        "    DNS publishing enabled\n    KMS priority: Normal\n",
        [9, 0, 9],
    );
    for code in ["host-dns-publishing-off", "host-priority-low", "host-port"] {
        assert!(!has(&good, code), "{code}");
    }
    let port = host(50).replace("1688", "1689");
    assert_eq!(
        told(&port, "host-port"),
        "note shown [7]: This host listens on port 1689, not on the default 1688."
    );
    assert!(commands(&port, "host-port").contains("-LocalPort 1689 -Action Allow"));
}

#[test]
fn hardware_based_security() {
    let ready = format!(
        "{}This device is eligible to serve as a KMS host with hardware-based security.\n",
        host(50)
    );
    assert_eq!(
        told(&ready, "host-hardware-ready"),
        "note shown [8]: This machine meets the requirements of a KMS host with hardware-based security."
    );
    let not = format!(
        "{}This device doesn\u{2019}t meet the requirements for using a KMS host with hardware-based security.\n",
        host(50)
    );
    assert_eq!(
        told(&not, "host-hardware-not-ready"),
        "note shown [8]: This machine does not meet the requirements of a KMS host with hardware-based security."
    );
    assert_eq!(
        commands(&not, "host-hardware-not-ready"),
        "Get-TpmSupportedFeature -FeatureList 'Key Attestation'"
    );
    let both = format!("{ready}\n{not}");
    assert!(!has(&both, "host-hardware-ready") && !has(&both, "host-hardware-not-ready"));
    assert!(!has(&host(50), "host-hardware-ready"));
}

#[test]
fn restarts_that_a_tool_asks_for() {
    let port = "KMS port set to 1689 successfully.\nWarning: a KMS reboot is needed for this setting to take effect.\n";
    assert_eq!(
        told(port, "host-restart-service"),
        "act-soon shown [2]: The settings that were made do not count yet: the tool asks for a restart of the KMS service. The machine itself can go on running."
    );
    let rearm = "Command completed successfully.\nPlease restart the system for the changes to take effect.\n";
    assert_eq!(
        told(rearm, "host-restart-machine"),
        "act-soon shown [2]: What was done counts only after a restart of this machine: the tool asks for it."
    );
    assert!(!has(&format!("{port}\n{rearm}"), "host-restart-service"));
    assert!(codes("KMS priority set to Normal\n").is_empty());
    let refused = "Warning: Priority can only be set on a KMS machine that is also activated.\n";
    assert_eq!(
        told(refused, "host-setting-refused"),
        "note shown [1]: The setting was not made: only a KMS host that is activated takes it, and this machine is none."
    );
}

#[test]
fn a_host_key_that_is_used_up() {
    let error = "Error: 0xC004C008 The activation server determined that the specified product key could not be used.\n";
    assert_eq!(
        told(error, "host-key-limit"),
        "blocks likely [1]: The product key has reached the number of activations that it allows (0xC004C008). That is typical of a KMS host key."
    );
    let host = format!("{error}\n{}", host(0));
    assert!(told(&host, "host-key-limit").starts_with("blocks shown [1]: "));
    assert!(!has(&error.replace("C008", "C020"), "host-key-limit"));
}

#[test]
fn the_log_of_a_host() {
    let clones = [
        request("0x0", "PC01", 1, OFFICE),
        request("0x0", "PC02", 1, OFFICE),
        request("0x0", "PC03", 2, OFFICE),
    ]
    .concat();
    assert_eq!(
        told(&clones, "host-clones"),
        "act-soon shown [3, 7]: PC01 and PC02 share one CMID: the host counts them as one computer."
    );
    assert!(commands(&clones, "host-clones").contains("/rearm"));
    let names = clones.replace("PC02", "PC01.example.com");
    assert!(!has(&names, "host-clones"));
    assert!(!has(&clones, "host-requests-refused"));
    let refused = [
        request("0xC004F042", "PC01", 1, OFFICE),
        request("0xC004F06C", "PC02", 2, OFFICE),
        request("0x0", "PC03", 3, OFFICE),
    ]
    .concat();
    assert_eq!(
        told(&refused, "host-requests-refused"),
        "note shown [3]: This host refused 1 of the 3 requests in its log, mostly with 0xC004F042: The KMS host that was asked cannot activate this product."
    );
    assert_eq!(
        told(&refused, "host-client-clock"),
        "note shown [7]: The clock of a client is more than 4 hours from that of this host: PC02. Its request was refused (0xC004F06C)."
    );
}

#[test]
fn two_times_of_a_record() {
    let xml = include_str!("../fixtures/events-xml.txt")
        .lines()
        .next()
        .expect("a record");
    let at = |code: &str, sent: &str| {
        xml.replace("<Data>0x0,", &format!("<Data>{code},"))
            .replace("2026/5/4 8:15", sent)
    };
    assert_eq!(
        told(&at("0xC004F042", "2026/5/4 2:15"), "host-client-clock"),
        "note likely [1]: The clock of a client is more than 4 hours from that of this host: client01.example.com, by the two times in the record of its request."
    );
    assert!(
        told(&at("0xC004F042", "2026/5/2 2:15"), "host-client-clock").starts_with("note shown")
    );
    for fine in [
        at("0xC004F042", "2026/5/4 5:15"),
        at("0x0", "2026/5/2 2:15"),
        at("0xC004F042", "5/4/2026 2:15"),
    ] {
        assert!(!has(&fine, "host-client-clock"), "{fine}");
    }
}

#[test]
fn a_record_that_could_not_be_written() {
    let failed = include_str!("../fixtures/events-xml.txt");
    assert_eq!(
        told(failed, "host-dns-publish-failed"),
        "blocks shown [2]: This host could not write its record into DNS, domain example.com (event 12293, 0x80072338): clients do not find it by themselves."
    );
    assert!(
        commands(failed, "host-dns-publish-failed")
            .starts_with("nslookup -type=srv _vlmcs._tcp.example.com\n")
    );
    let service = failed.lines().nth(1).expect("a record");
    let service = service
        .replace("12293", "12291")
        .replace("<Data>example.com</Data>", "");
    assert_eq!(
        told(&service, "host-service-failed"),
        "blocks shown [1]: The KMS host could not start (event 12291, 0x80072338)."
    );
    assert!(!has(failed, "host-service-failed"));
    let worked = format!(
        "{failed}\n{}",
        failed
            .replace("12293", "12294")
            .replace("0x80072338", "0x0")
    );
    assert!(told(&worked, "host-dns-publish-failed").starts_with("note likely [2]: "));
}
