//! The machine and the paste as a whole.

use activation_desk::{finding, kb, phrase::Redact};

use super::support::{all, codes, commands, has, told};

const CLIENT: &str = "Name: Windows(R), Professional edition\nDescription: Windows(R) Operating System, VOLUME_KMSCLIENT channel\nPartial Product Key: ABCDE\nLicense Status: Notification\n";
const NOT_REACHED: &str = "Error: 0xC004F074 The Key Management Service (KMS) is unavailable.\n";
const SRV: &str = "_vlmcs._tcp.example.com\tSRV service location:\n          priority       = 0\n          weight         = 10\n          port           = 1688\n          svr hostname   = kms01.example.com\n";
const NO_SRV: &str = "*** UnKnown can't find _vlmcs._tcp.example.com: Non-existent domain\n";

/// A record of the client's log.
fn asked(code: &str) -> String {
    format!(
        "The client has sent an activation request to the key management service machine.\nInfo:\n{code}, 0x00000000, kms01.example.com:1688, 0a1b2c3d-1111-4222-8333-444455556666, 2026/05/04 08:15, 0, 5, 0, 73111121-5638-40f6-bc11-f1d7b0d64300, 25\n"
    )
}

/// Its answer: activated or not, and the count.
fn answer(flags: &str, activated: u8, count: u32) -> String {
    format!(
        "The client has processed an activation response from the key management service machine.\nInfo:\n0x00000000, {flags}, {activated}, 0, {count}, 120, 10080, 2026/05/04 08:15\n"
    )
}

fn port_test(succeeded: &str) -> String {
    format!(
        "ComputerName     : kms01.example.com\nRemoteAddress    : 192.0.2.10\nRemotePort       : 1688\nInterfaceAlias   : Ethernet\nSourceAddress    : 192.0.2.20\nTcpTestSucceeded : {succeeded}\n"
    )
}

fn registered(host: &str) -> String {
    format!(
        "{CLIENT}\nKey Management Service client information\n    Client Machine ID (CMID): 0a1b2c3d-1111-4222-8333-444455556666\n    Registered KMS machine name: {host}\n"
    )
}

#[test]
fn the_event_decides_what_the_code_only_sums_up() {
    assert_eq!(
        told(NOT_REACHED, "machine-host-not-reached"),
        "blocks unseen [1]: No KMS host was reached (0xC004F074). That code only sums up: the first field of event 12288 tells the reason, and no such event is in this text."
    );
    let lines = commands(NOT_REACHED, "machine-host-not-reached");
    assert!(lines.starts_with("Get-WinEvent"), "{lines}");
    assert!(
        lines.contains("-ComputerName <kms-host> -Port 1688"),
        "{lines}"
    );
    let with_event = format!("{NOT_REACHED}\n{}", asked("0x8007232B"));
    assert_eq!(
        told(&with_event, "machine-host-not-reached"),
        "blocks shown [1, 5]: 0xC004F074 only sums up that no KMS host was reached; event 12288 decides. The request to kms01.example.com:1688 failed with 0x8007232B: DNS has no record that names a KMS host."
    );
    let lines = commands(&with_event, "machine-host-not-reached");
    assert!(!lines.contains("Get-WinEvent"), "{lines}");
    assert!(
        lines.contains("-ComputerName kms01.example.com -Port 1688"),
        "{lines}"
    );
    assert_eq!(
        told(&asked("0x8007232B"), "machine-host-not-reached"),
        "blocks shown [3]: The client reached no KMS host. By event 12288, the request to kms01.example.com:1688 failed with 0x8007232B: DNS has no record that names a KMS host."
    );
    let silent = format!("{NOT_REACHED}\n{}", asked("0x0"));
    assert_eq!(
        told(&silent, "machine-host-not-reached"),
        "blocks likely [1, 5]: The client sent its request to kms01.example.com:1688, and no answer came back: event 12288 is here without an event 12289. 0xC004F074 only sums that up."
    );
    let leased = format!(
        "{NOT_REACHED}\n{}",
        CLIENT.replace("Notification", "Licensed")
    );
    assert!(told(&leased, "machine-host-not-reached").starts_with("act-soon"));
    assert!(!has(&asked("0x0"), "machine-host-not-reached"));
}

#[test]
fn a_later_success_and_a_history_are_no_alarm() {
    let session = include_str!("../fixtures/verbs-client-session.txt");
    assert!(told(session, "machine-host-not-reached").starts_with("note unseen [10]: "));
    let found = all(session, None);
    let background = &found
        .iter()
        .find(|found| found.code == "machine-host-not-reached")
        .expect("found")
        .background;
    assert!(background.iter().any(|sentence| {
        sentence.plain(Redact::No)
            == "A later command in this text activated a product: if it is the same one, nothing is left to do."
    }));
    // Two products of one command.
    let office = include_str!("../fixtures/ospp-act-90-columns.txt");
    assert!(told(office, "machine-host-not-reached").starts_with("blocks unseen [12]: "));
    let history = include_str!("../fixtures/ospp-history.txt");
    assert!(told(history, "machine-host-not-reached").starts_with("note unseen [8]: "));
}

#[test]
fn the_tool_of_the_product_tries_again() {
    let act = include_str!("../fixtures/ospp-act-90-columns.txt");
    let low = act.replace("0xC004F074", "0xC004F038");
    let lines = commands(&low, "machine-count-too-low");
    assert!(
        lines.contains("OSPP.VBS\" /act") && !lines.contains("/ato"),
        "{lines}"
    );
}

#[test]
fn clocks_decide_where_the_event_says_so() {
    let paste = format!("{NOT_REACHED}\n{}", asked("0xC004F06C"));
    assert_eq!(
        told(&paste, "machine-clocks-apart"),
        "blocks shown [5]: The clocks of this client and of the KMS host are more than 4 hours apart, so the host refuses (0xC004F06C). 0xC004F074 only sums that up."
    );
    assert!(!has(&paste, "machine-host-not-reached"));
    let off = |offset: &str| {
        include_str!("../fixtures/clock-status.txt")
            .lines()
            .take(18)
            .collect::<Vec<_>>()
            .join("\n")
            .replace("-0.0001234s", offset)
    };
    assert_eq!(
        told(&off("-14523.5s"), "machine-clocks-apart"),
        "act-soon likely [2]: The clock of this machine is 4 hours, 2 minutes off its source. A KMS host refuses clients that are more than 4 hours from its own clock."
    );
    for near in ["-14399.9s", "-0.0001234s", "+14459.0s"] {
        assert!(!has(&off(near), "machine-clocks-apart"), "{near}");
    }
    assert!(commands(&off("+20000.0s"), "machine-clocks-apart").contains("w32tm /resync"));
    let free = "Leap Indicator: 3(not synchronized)\nStratum: 0 (unspecified)\nPrecision: -23 (119.209ns per tick)\nRoot Delay: 0.0000000s\nRoot Dispersion: 0.0000000s\nReferenceId: 0x00000000 (unspecified)\nLast Successful Sync Time: unspecified\nSource: Local CMOS Clock\nPoll Interval: 6 (64s)\n";
    assert_eq!(
        told(free, "machine-clock-unsynchronized"),
        "note shown [1]: The clock of this machine follows no other clock. It may be right all the same; a KMS host refuses clients that are more than 4 hours off."
    );
    assert!(!has(&off("-0.0001234s"), "machine-clock-unsynchronized"));
}

#[test]
fn a_refusal_for_the_count_proves_that_the_host_answers() {
    let error = "Error: 0xC004F038 The count reported by your KMS is insufficient.\n";
    assert_eq!(
        told(error, "machine-count-too-low"),
        "blocks shown [1]: A KMS host answered (0xC004F038): the way to it is in order. It has counted too few computers for this product."
    );
    let events = format!("{}\n{}", asked("0x0"), answer("0x04000008", 0, 12));
    assert_eq!(
        told(&events, "machine-count-too-low"),
        "blocks shown [7]: A KMS host answered: the way to it is in order. It has counted 12 of the 25 computers that it needs for this product."
    );
    let activated = format!("{}\n{}", asked("0x0"), answer("0x00000008", 1, 30));
    assert!(!has(&activated, "machine-count-too-low"));
    assert_eq!(
        told(&activated, "machine-host-answered"),
        "note shown [7]: A KMS host answered and activated this client: DNS, network and port worked then. That holds for 180 days."
    );
    assert!(!has(&events, "machine-host-answered"));
}

#[test]
fn other_errors_are_explained() {
    assert_eq!(
        told(
            "Error: 0xC004F042 The specified Key Management Service (KMS) cannot be used.\n",
            "machine-command-failed"
        ),
        "note shown [1]: A command failed with 0xC004F042: The KMS host that was asked cannot activate this product."
    );
    let tried = "Activating Windows(R), Professional edition (2de67392-b7a7-462a-b1ca-108dd189f588) ...\nError: 0xC004F042 The specified Key Management Service (KMS) cannot be used.\n";
    assert!(told(tried, "machine-command-failed").starts_with("blocks shown [2]: "));
    assert_eq!(
        told("Error: 0xC0FFEE00 Something.\n", "machine-command-failed"),
        format!(
            "note shown [1]: A command failed with 0xC0FFEE00. This code is not in the knowledge base of {}; nothing is guessed.",
            kb::DATE
        )
    );
    assert!(!has(NOT_REACHED, "machine-command-failed"));
    assert!(!has("Error: 0x4004F040 Text.\n", "machine-command-failed"));
}

#[test]
fn dns_against_the_host_that_is_set() {
    let old = format!("{}\n{SRV}", registered("old01.example.com:1688"));
    assert_eq!(
        told(&old, "machine-pinned-host-not-in-dns"),
        "blocks likely [8, 10]: This machine is set to ask old01.example.com as its KMS host, but DNS names kms01.example.com."
    );
    let lines = commands(&old, "machine-pinned-host-not-in-dns");
    assert!(
        lines.contains("-ComputerName old01.example.com -Port 1688"),
        "{lines}"
    );
    assert!(lines.contains("/ckms"), "{lines}");
    for same in ["kms01.example.com:1688", "KMS01:1688", "192.0.2.10:1688"] {
        let paste = format!("{}\n{SRV}", registered(same));
        assert!(!has(&paste, "machine-pinned-host-not-in-dns"), "{same}");
        assert!(!has(&paste, "machine-pinned-port-differs"), "{same}");
    }
    let port = format!("{}\n{SRV}", registered("kms01:1689"));
    assert_eq!(
        told(&port, "machine-pinned-port-differs"),
        "blocks shown [8, 10]: This machine asks kms01 at port 1689, but DNS names port 1688 for it: one of them is wrong."
    );
    let none = format!("{CLIENT}\n{NO_SRV}");
    assert_eq!(
        told(&none, "machine-dns-names-none"),
        "blocks likely [6]: DNS names no KMS host under _vlmcs._tcp.example.com, and no host is set in this text: a client that searches there finds none."
    );
    assert!(
        commands(&none, "machine-dns-names-none")
            .starts_with("nslookup -type=srv _vlmcs._tcp.example.com")
    );
    for named in [
        format!("{none}\n{SRV}"),
        format!("{}\n{NO_SRV}", registered("old01:1688")),
    ] {
        assert!(!has(&named, "machine-dns-names-none"), "{named}");
    }
    let silent = "DNS request timed out.\n    timeout was 2 seconds.\n*** Request to dns01.example.com timed-out\n";
    let silent = format!("nslookup -type=srv _vlmcs._tcp\n{silent}");
    assert!(
        !has(&silent, "machine-dns-names-none"),
        "{:?}",
        codes(&silent)
    );
}

#[test]
fn dns_against_the_port_of_a_host() {
    let host = "Name: Windows(R), ServerStandard edition\nDescription: Windows(R) Operating System, VOLUME_KMS_2012-R2 channel\nLicense Status: Licensed\n\nKey Management Service is enabled on this machine\n    Current count: 50\n    Listening on Port: 1689\n";
    let paste = format!("{host}\n{SRV}");
    assert_eq!(
        told(&paste, "machine-dns-port-differs"),
        "blocks likely [9]: DNS sends clients to port 1688, but the KMS host in this text listens on 1689."
    );
    assert!(!has(
        &paste.replace("1689", "1688"),
        "machine-dns-port-differs"
    ));
}

#[test]
fn port_tests() {
    assert_eq!(
        told(&port_test("False"), "machine-port-closed"),
        "blocks shown [1]: kms01.example.com:1688 can't be reached from the machine that ran the test: KMS clients there get no answer."
    );
    assert_eq!(
        told(&port_test("True"), "machine-port-open"),
        "note shown [1]: kms01.example.com:1688 can be reached from the machine that ran the test: network and firewall are not in the way."
    );
    let both = format!("{}\n\n{}", port_test("False"), port_test("True"));
    assert!(!has(&both, "machine-port-closed") && !has(&both, "machine-port-open"));
    // Not a port that anything names as a KMS host's.
    assert!(codes(&port_test("False").replace("1688", "443")).is_empty());
}

#[test]
fn values_of_the_registry() {
    let paste = include_str!("../fixtures/registry-spp.txt");
    assert_eq!(
        told(paste, "machine-registry-pin"),
        "note shown [6, 12]: The registry sets the KMS host: kms01.example.com."
    );
    assert!(commands(paste, "machine-registry-pin").contains("/remhst"));
    assert_eq!(
        told(paste, "machine-skip-rearm"),
        "note shown [8]: SkipRearm is 1 in the registry: /rearm and sysprep leave the timers and the CMID as they are."
    );
    assert!(!has(&paste.replace("0x1", "0x0"), "machine-skip-rearm"));
    let shown = format!("{}\n{paste}", registered("kms01.example.com:1688"));
    assert_eq!(
        told(&shown, "machine-registry-pin"),
        "note shown [21]: The registry sets the KMS host for Office: kms02.example.com."
    );
    let key = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\OfficeSoftwareProtectionPlatform";
    let office = format!("{key}\n    KeyManagementServiceName    REG_SZ    kms02.example.com\n");
    assert_eq!(
        told(&office, "machine-registry-pin"),
        "note shown [2]: The registry sets the KMS host for Office: kms02.example.com."
    );
    let new = format!("Software licensing service version: 10.0.19041.1\n\n{office}");
    assert!(!has(&new, "machine-registry-pin"));
    assert_eq!(
        told(&new, "machine-registry-pin-unread"),
        "note likely [4]: The registry sets a KMS host for Office, kms02.example.com, in the key of Windows 7. On Windows 8 and later, Office 2013 and newer do not read it."
    );
    let only = |value: u32| {
        format!(
            "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\SoftwareProtectionPlatform\n    VLActivationType    REG_DWORD    0x{value}\n"
        )
    };
    assert_eq!(
        told(&only(1), "machine-activation-type-limited"),
        "note shown [2]: The registry allows volume activation by Active Directory only: no other way is tried."
    );
    assert!(!has(&only(0), "machine-activation-type-limited"));
}

#[test]
fn scripts_that_do_not_run() {
    let off = "CScript Error: Windows Script Host access is disabled on this machine. Contact your administrator for details.\n";
    assert_eq!(
        told(off, "machine-script-host-off"),
        "note shown [1]: Windows Script Host is switched off on this machine: slmgr.vbs and ospp.vbs do not run. That says nothing about the activation."
    );
    assert!(
        commands(off, "machine-script-host-off")
            .starts_with("Get-CimInstance SoftwareLicensingProduct")
    );
    let value = |enabled: u32| {
        format!(
            "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows Script Host\\Settings\n    Enabled    REG_DWORD    0x{enabled}\n"
        )
    };
    assert!(has(&value(0), "machine-script-host-off"));
    assert!(!has(&value(1), "machine-script-host-off"));
    let engine = "CScript Error: Can't find script engine \"VBScript\" for script \"C:\\Windows\\System32\\slmgr.vbs\".\n";
    assert_eq!(
        told(engine, "machine-vbscript-missing"),
        "note shown [1]: VBScript is not there on this machine: slmgr.vbs and ospp.vbs do not run. That says nothing about the activation."
    );
    assert!(!has(engine, "machine-script-host-off"));
}

#[test]
fn the_wrong_tool() {
    let not_found = "Error: product not found.\n";
    assert_eq!(
        told(not_found, "machine-product-not-found"),
        "note shown [1]: slmgr.vbs found no product to act on: the Activation ID belongs to no licence here, or that licence has no key."
    );
    let listing = include_str!("../fixtures/vnextdiag-list.txt");
    assert_eq!(
        told(listing, "machine-microsoft-365")
            .split_once("]: ")
            .expect("lines")
            .1,
        "Office here is Microsoft 365 Apps, activated by the sign-in of its user. That ospp.vbs finds no product key is right so."
    );
    let keyless = "---Processing--------------------------\n---------------------------------------\n<No installed product keys detected>\n---------------------------------------\n---Exiting-----------------------------\n";
    assert_eq!(
        told(keyless, "machine-office-without-key"),
        "note shown [3]: ospp.vbs finds no product key of Office. For Microsoft 365 Apps that is right so; an Office that is activated by KMS or MAK needs its key first."
    );
    assert!(commands(keyless, "machine-office-without-key").contains("vnextdiag.ps1"));
    let office = "Name: Office 16, Office16ProPlusVL_KMS_Client edition\nDescription: Office 16, VOLUME_KMSCLIENT channel\nActivation ID: d450596f-894d-49e0-966a-fd39ed4c4c64\nPartial Product Key: ABCDE\nLicense Status: Notification\n";
    assert_eq!(
        told(office, "machine-slmgr-for-office"),
        "note shown [1, 2]: slmgr.vbs shows this Office client, but its own tool is ospp.vbs: without an Activation ID slmgr.vbs acts on Windows."
    );
    assert!(!has(
        &office.replace("Notification", "Licensed"),
        "machine-slmgr-for-office"
    ));
    assert!(!has(CLIENT, "machine-slmgr-for-office"));
}

#[test]
fn what_stops_a_conclusion() {
    let twice = CLIENT.replace(
        "License Status: Notification\n",
        "License Status: Notification\nNotification Reason: 0xC004F034.\nNotification Reason: 0xC004F056.\n",
    );
    assert_eq!(
        told(&twice, "machine-contradiction"),
        "note shown [6]: This text contradicts itself: it has two values of Reason code. The first one was taken."
    );
    assert!(!has(CLIENT, "machine-contradiction"));
    let block = format!(
        "{CLIENT}\nKey Management Service is enabled on this machine\n    Current count: 7\n"
    );
    assert!(
        told(&block, "machine-contradiction")
            .contains("the counts of a KMS host stand below a product that is none")
    );
    let masked = CLIENT.replace("License Status: Notification", "License Status: XXXXXXXX");
    assert_eq!(
        told(&masked, "machine-masked-values"),
        "note shown [4]: Masked in this text, and needed for a conclusion: License status."
    );
    let hosts = include_str!("../fixtures/masked.txt");
    assert!(!has(hosts, "machine-masked-values"));
    // A masked key stops nothing.
    assert!(!has(
        &CLIENT.replace("ABCDE", "XXXXX"),
        "machine-masked-values"
    ));
    let two = include_str!("../fixtures/two-machines.txt");
    assert!(told(two, "machine-several").contains("This text holds outputs of several machines."));
    assert!(!has(
        include_str!("../fixtures/dlv-all.txt"),
        "machine-several"
    ));
}

/// Whatever is pasted and wherever it is cut: no panic, keys that exist, sentences without holes, sources.
#[test]
fn every_fixture_cut_anywhere() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
    for entry in std::fs::read_dir(folder).expect("fixtures") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at + 1).collect();
        let step = (ends.len() / 12).max(1);
        for end in ends.iter().rev().step_by(step) {
            for found in all(&text[..*end], None) {
                check(&found);
            }
        }
    }
}

#[track_caller]
fn check(found: &finding::Finding) {
    let sentence = found.sentence.plain(Redact::No);
    assert!(
        sentence.ends_with(['.', '?']) && !sentence.contains("  "),
        "{sentence}"
    );
    assert!(
        !sentence.contains(" ,") && !sentence.contains("()"),
        "{sentence}"
    );
    for key in &found.related {
        let known = match key.strip_prefix("0x") {
            Some(digits) => {
                u32::from_str_radix(digits, 16).is_ok_and(|code| kb::reason::find(code).is_some())
            }
            None => kb::article::find(key).is_some(),
        };
        assert!(known, "{}: {key}", found.code);
    }
    assert!(found.lines.is_sorted(), "{}", found.code);
    let mut hidden = found.sentence.plain(Redact::Yes);
    for more in &found.background {
        hidden += &more.plain(Redact::Yes);
    }
    for step in &found.steps {
        hidden += &step.tagged.plain(Redact::Yes);
        assert_eq!(
            step.tagged.plain(Redact::No),
            step.command,
            "{}",
            found.code
        );
    }
    for name in [
        "kms0",
        "KMS0",
        "PC0",
        "client0",
        "example.com",
        "192.0.2.",
        "0a1b2c3d",
    ] {
        assert!(!hidden.contains(name), "{}: {hidden}", found.code);
    }
}
