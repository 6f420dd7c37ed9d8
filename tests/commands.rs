//! The commands that are handed out: whole lines, no way in for hostile host names, the right ones for each product.

use std::collections::HashSet;

use activation_desk::{
    card::Shell,
    channel::Channel,
    command::{Command, Host, OfficeFolder, split_host, steps},
    product::{Era, Family},
    reading::{KmsClient, KmsHost, Product},
    state::LicenseStatus,
    wording::{page, states::About},
};
use proptest::prelude::*;
use uuid::{Uuid, uuid};

const ID: Uuid = uuid!("98ebfe73-2084-4c97-932c-c0cd1643bea7");

const CHANNELS: [Option<Channel>; 10] = [
    None,
    Some(Channel::KmsHost),
    Some(Channel::KmsClient),
    Some(Channel::Mak),
    Some(Channel::Retail),
    Some(Channel::Oem),
    Some(Channel::Avma),
    Some(Channel::Subscription),
    Some(Channel::Evaluation),
    Some(Channel::Other),
];

#[test]
fn lines_run_as_they_stand() {
    use Command::*;
    use Shell::{Cmd, PowerShell};
    let host = Host::new("kms01.example.com");
    for (command, shell, line) in [
        (
            Dlv(None),
            Cmd,
            r"cscript //nologo %windir%\System32\slmgr.vbs /dlv",
        ),
        (
            Dlv(None),
            PowerShell,
            r"cscript //nologo $env:windir\System32\slmgr.vbs /dlv",
        ),
        (
            DlvAll,
            Cmd,
            r"cscript //nologo %windir%\System32\slmgr.vbs /dlv all",
        ),
        (
            Ato(Some(ID)),
            Cmd,
            r"cscript //nologo %windir%\System32\slmgr.vbs /ato 98ebfe73-2084-4c97-932c-c0cd1643bea7",
        ),
        (
            Atp(Some(ID)),
            Cmd,
            r"cscript //nologo %windir%\System32\slmgr.vbs /atp <confirmation-id> 98ebfe73-2084-4c97-932c-c0cd1643bea7",
        ),
        (
            Ipk,
            Cmd,
            r"cscript //nologo %windir%\System32\slmgr.vbs /ipk <product-key>",
        ),
        (
            IpkPublished("TVRH6-WHNXV-R9WG3-9XRFY-MY832"),
            Cmd,
            r"cscript //nologo %windir%\System32\slmgr.vbs /ipk TVRH6-WHNXV-R9WG3-9XRFY-MY832",
        ),
        (
            OsppInpkeyPublished(
                Some(OfficeFolder::Office16),
                "XJ2XN-FW8RK-P4HMP-DKDBV-GCVGB",
            ),
            Cmd,
            r#"for %i in ("%ProgramFiles%" "%ProgramFiles(x86)%") do @if exist "%~i\Microsoft Office\Office16\OSPP.VBS" cscript //nologo "%~i\Microsoft Office\Office16\OSPP.VBS" /inpkey:XJ2XN-FW8RK-P4HMP-DKDBV-GCVGB"#,
        ),
        (
            ActTypeAny,
            Cmd,
            r"cscript //nologo %windir%\System32\slmgr.vbs /act-type 0",
        ),
        (
            Skhc,
            PowerShell,
            r"cscript //nologo $env:windir\System32\slmgr.vbs /skhc",
        ),
        (
            OsppInpkey(Some(OfficeFolder::Office16)),
            Cmd,
            r#"for %i in ("%ProgramFiles%" "%ProgramFiles(x86)%") do @if exist "%~i\Microsoft Office\Office16\OSPP.VBS" cscript //nologo "%~i\Microsoft Office\Office16\OSPP.VBS" /inpkey:<product-key>"#,
        ),
        (
            OsppActypeAny(Some(OfficeFolder::Office15)),
            PowerShell,
            r#"foreach ($i in $env:ProgramFiles, ${env:ProgramFiles(x86)}) { $ospp = "$i\Microsoft Office\Office15\OSPP.VBS"; if (Test-Path -LiteralPath $ospp) { cscript //nologo $ospp /actype:0 } }"#,
        ),
        (
            OsppDstatus(Some(OfficeFolder::Office16)),
            Cmd,
            r#"for %i in ("%ProgramFiles%" "%ProgramFiles(x86)%") do @if exist "%~i\Microsoft Office\Office16\OSPP.VBS" cscript //nologo "%~i\Microsoft Office\Office16\OSPP.VBS" /dstatus"#,
        ),
        (
            OsppActcid(Some(OfficeFolder::Office15)),
            PowerShell,
            r#"foreach ($i in $env:ProgramFiles, ${env:ProgramFiles(x86)}) { $ospp = "$i\Microsoft Office\Office15\OSPP.VBS"; if (Test-Path -LiteralPath $ospp) { cscript //nologo $ospp /actcid:<confirmation-id> } }"#,
        ),
        (
            OsppAct(None),
            Cmd,
            r#"for %i in ("%ProgramFiles%" "%ProgramFiles(x86)%") do @for %v in (16 15 14) do @if exist "%~i\Microsoft Office\Office%v\OSPP.VBS" cscript //nologo "%~i\Microsoft Office\Office%v\OSPP.VBS" /act"#,
        ),
        (
            OsppAct(None),
            PowerShell,
            r#"foreach ($i in $env:ProgramFiles, ${env:ProgramFiles(x86)}) { foreach ($v in 16, 15, 14) { $ospp = "$i\Microsoft Office\Office$v\OSPP.VBS"; if (Test-Path -LiteralPath $ospp) { cscript //nologo $ospp /act } } }"#,
        ),
        (
            TestPort {
                host,
                port: 1688,
                old: false,
            },
            PowerShell,
            "Test-NetConnection -ComputerName kms01.example.com -Port 1688",
        ),
        (
            TestPort {
                host: Host::new("2001:db8::1"),
                port: 1688,
                old: false,
            },
            PowerShell,
            "Test-NetConnection -ComputerName 2001:db8::1 -Port 1688",
        ),
        (
            TestPort {
                host,
                port: 1688,
                old: true,
            },
            Cmd,
            r#"powershell -NoProfile -Command "(New-Object Net.Sockets.TcpClient).Connect('kms01.example.com', 1688)""#,
        ),
        (NslookupSrv(None), Cmd, "nslookup -type=srv _vlmcs._tcp"),
        (
            NslookupSrv(Some(Host::new("corp.example"))),
            Cmd,
            "nslookup -type=srv _vlmcs._tcp.corp.example",
        ),
        (
            NslookupSrv(Some(Host::new("x & calc"))),
            Cmd,
            "nslookup -type=srv _vlmcs._tcp",
        ),
        (
            ReadEvent12288,
            PowerShell,
            "Get-WinEvent -FilterHashtable @{LogName='Application'; ProviderName='Microsoft-Windows-Security-SPP'; Id=12288,12289} -MaxEvents 6 | Format-List TimeCreated, Id, Message",
        ),
        (
            Sdns,
            Cmd,
            r"cscript //nologo %windir%\System32\slmgr.vbs /sdns",
        ),
        (
            Spri,
            Cmd,
            r"cscript //nologo %windir%\System32\slmgr.vbs /spri",
        ),
        (
            ActTypeAny,
            Cmd,
            r"cscript //nologo %windir%\System32\slmgr.vbs /act-type 0",
        ),
        (
            OpenPort(1689),
            PowerShell,
            "New-NetFirewallRule -DisplayName 'KMS Host' -Direction Inbound -Protocol TCP -LocalPort 1689 -Action Allow",
        ),
        (RestartService, Cmd, "net stop sppsvc && net start sppsvc"),
        (RestartService, PowerShell, "Restart-Service sppsvc -Force"),
        (
            TpmKeyAttestation,
            PowerShell,
            "Get-TpmSupportedFeature -FeatureList 'Key Attestation'",
        ),
        (
            QueryPins,
            Cmd,
            r#"reg query "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\SoftwareProtectionPlatform" /s /f KeyManagementServiceName"#,
        ),
        (ClockStatus, Cmd, "w32tm /query /status /verbose"),
        (ClockResync, Cmd, "w32tm /resync"),
        (
            Vnextdiag,
            PowerShell,
            r"foreach ($i in $env:ProgramFiles, ${env:ProgramFiles(x86)}) { $s = $i + '\Microsoft Office\Office16\vnextdiag.ps1'; if (Test-Path -LiteralPath $s) { & $s -action list } }",
        ),
        (
            CimState,
            PowerShell,
            "Get-CimInstance SoftwareLicensingProduct -Filter 'PartialProductKey IS NOT NULL' | Format-List Name, ID, Description, LicenseStatus, GracePeriodRemaining",
        ),
        (
            CimInstallationId,
            Cmd,
            r#"powershell -NoProfile -Command "Get-CimInstance SoftwareLicensingProduct -Filter 'PartialProductKey IS NOT NULL' | Format-List Name, ID, OfflineInstallationId""#,
        ),
    ] {
        assert_eq!(command.line(shell), line);
    }
}

/// In quotes a placeholder would be taken for a value; bare, both shells refuse the line.
#[test]
fn a_placeholder_is_never_quoted() {
    for command in [
        Command::Atp(None),
        Command::Ipk,
        Command::OsppInpkey(None),
        Command::OsppActcid(None),
        Command::DismSetEdition,
    ] {
        for shell in [Shell::Cmd, Shell::PowerShell] {
            let line = command.line(shell);
            for at in line.match_indices('<').map(|(at, _)| at) {
                let before = &line[..at];
                assert_eq!(before.matches(['"', '\'']).count() % 2, 0, "{line}");
            }
            assert!(line.contains('<'), "{line}");
        }
    }
}

#[test]
fn hosts_that_are_not_names_become_a_placeholder() {
    for hostile in [
        "",
        " ",
        "-h",
        "a b",
        "a&b",
        "a|b",
        "a;b",
        "a'b",
        "a\"b",
        "a`b",
        "$(x)",
        "%windir%",
        "a^b",
        "a\nb",
        "a>b",
        "[a&b]",
        "[::1]&calc",
        "fe80::1%eth0",
        "kms\u{202e}01",
        "kmš",
        "a/b",
        "a\\b",
        "(a)",
        "a,b",
        "@{x}",
    ] {
        let host = Host::new(hostile);
        assert!(!host.is_known(), "{hostile:?}");
        assert_eq!(host.to_string(), "<kms-host>");
    }
    assert!(!Host::new(&"a".repeat(254)).is_known());
    for good in ["kms01", "KMS_01.corp.example", "10.0.0.5", "3kms-a"] {
        assert_eq!(Host::new(good).to_string(), good);
    }
    assert_eq!(Host::new("[2001:DB8::1]").to_string(), "[2001:db8::1]");
}

#[test]
fn a_port_is_split_off_at_the_last_colon() {
    assert_eq!(split_host("kms01:0"), ("kms01", Some(1688)));
    assert_eq!(split_host("kms01:99999"), ("kms01:99999", None));
    assert_eq!(split_host(" kms01 "), ("kms01", None));
    assert_eq!(split_host(""), ("", None));
}

fn about(family: Family, channel: Option<Channel>) -> About {
    About {
        family,
        era: Some(Era::EightOrLater),
        channel,
        in_use: Some(true),
        ..About::default()
    }
}

fn product(status: LicenseStatus) -> Product<'static> {
    Product {
        license_status: Some(status),
        activation_id: Some(ID),
        in_use: Some(true),
        ..Product::default()
    }
}

/// The verbs of the steps, in order: what stands behind the script's name, or the tool.
fn verbs(product: &Product<'_>, about: &About) -> Vec<String> {
    steps(product, about)
        .into_iter()
        .map(|step| {
            let line = step.command;
            match line
                .rsplit_once(".vbs ")
                .or_else(|| line.rsplit_once(".VBS\" "))
            {
                Some((_, verb)) => verb.to_owned(),
                None => line.split(' ').next().unwrap_or_default().to_owned(),
            }
        })
        .collect()
}

#[test]
fn the_steps_fit_the_product_and_its_state() {
    use LicenseStatus::*;
    let id = ID.to_string();
    let with = |verb: &str| format!("{verb} {id}");
    let own = |verbs: &[&str]| {
        verbs
            .iter()
            .map(|verb| (*verb).to_owned())
            .collect::<Vec<_>>()
    };
    let client = Some(Channel::KmsClient);
    let host = Some(Channel::KmsHost);
    for (status, about, expected) in [
        (Licensed, about(Family::Windows, client), own(&["/dlv"])),
        (
            Notification,
            about(Family::Windows, client),
            own(&["/ato", "nslookup", "Test-NetConnection", "Get-WinEvent"]),
        ),
        (
            Licensed,
            about(Family::WindowsServer, host),
            own(&["/dlv", "Get-WinEvent", "Get-NetFirewallRule", "nslookup"]),
        ),
        (
            Unlicensed,
            about(Family::WindowsServer, host),
            own(&["/ato", "/dti", "/atp <confirmation-id>", "/dlv"]),
        ),
        (
            Unlicensed,
            about(Family::Office, host),
            vec![
                with("/ato"),
                with("/dti"),
                with("/atp <confirmation-id>"),
                with("/dlv"),
            ],
        ),
        (
            Notification,
            about(Family::WindowsAddOn, Some(Channel::Mak)),
            vec![
                with("/ato"),
                with("/dti"),
                with("/atp <confirmation-id>"),
                with("/dlv"),
            ],
        ),
        (
            Licensed,
            about(Family::Windows, Some(Channel::Mak)),
            own(&["/xpr"]),
        ),
        (
            Notification,
            about(Family::Windows, Some(Channel::Oem)),
            own(&["/ato", "slui.exe", "/dlv"]),
        ),
        (
            Notification,
            about(Family::Office, client),
            own(&["/act", "nslookup", "Test-NetConnection", "Get-WinEvent"]),
        ),
        (
            OobGrace,
            about(Family::Office, Some(Channel::Mak)),
            own(&["/act", "/dinstid", "/actcid:<confirmation-id>", "/dstatus"]),
        ),
        (Licensed, about(Family::Office, client), own(&["/dstatus"])),
        (
            Licensed,
            about(Family::WindowsServer, Some(Channel::Evaluation)),
            own(&["DISM", "DISM", "/dlv"]),
        ),
    ] {
        assert_eq!(
            verbs(&product(status), &about),
            expected,
            "{status:?} {about:?}"
        );
    }
}

#[test]
fn a_row_without_a_key_needs_nothing() {
    let about = About {
        in_use: Some(false),
        ..about(Family::Windows, Some(Channel::Retail))
    };
    assert!(
        steps(
            &Product {
                in_use: Some(false),
                ..product(LicenseStatus::Unlicensed)
            },
            &about
        )
        .is_empty()
    );
}

#[test]
fn an_office_host_without_an_activation_id_is_found_first() {
    let lost = Product {
        activation_id: None,
        ..product(LicenseStatus::Unlicensed)
    };
    assert_eq!(
        verbs(&lost, &about(Family::Office, Some(Channel::KmsHost))),
        ["/dlv all"]
    );
}

#[test]
fn a_registered_host_is_tested_and_dns_is_not_asked() {
    let pinned = Product {
        kms_client: Some(Box::new(KmsClient {
            registered_host: Some("kms02.example.com:1700".into()),
            ..KmsClient::default()
        })),
        ..product(LicenseStatus::OotGrace)
    };
    let about = about(Family::Windows, Some(Channel::KmsClient));
    let lines: Vec<_> = steps(&pinned, &about)
        .into_iter()
        .map(|step| step.command)
        .collect();
    assert_eq!(
        lines[1],
        "Test-NetConnection -ComputerName kms02.example.com -Port 1700"
    );
    assert!(
        !lines.iter().any(|line| line.contains("nslookup")),
        "{lines:?}"
    );
    assert!(
        lines.last().is_some_and(|line| line.ends_with("/ckms")),
        "{lines:?}"
    );
}

#[test]
fn a_host_on_another_port_is_not_sent_to_the_default_rule() {
    let moved = Product {
        kms_host: Some(Box::new(KmsHost {
            port: Some(1700),
            ..KmsHost::default()
        })),
        ..product(LicenseStatus::Licensed)
    };
    let verbs = verbs(
        &moved,
        &about(Family::WindowsServer, Some(Channel::KmsHost)),
    );
    assert_eq!(verbs, ["/dlv", "Get-WinEvent", "nslookup"]);
}

#[test]
fn every_combination_gives_few_and_clean_steps() {
    for status in LicenseStatus::ALL.into_iter().map(Some).chain([None]) {
        for family in [
            Family::Windows,
            Family::WindowsServer,
            Family::WindowsAddOn,
            Family::Office,
            Family::Unknown,
        ] {
            for channel in CHANNELS {
                for minutes in [None, Some(1_000), Some(259_000)] {
                    let about = About {
                        minutes,
                        ..about(family, channel)
                    };
                    let product = Product {
                        license_status: status,
                        ..product(LicenseStatus::Licensed)
                    };
                    let steps = steps(&product, &about);
                    assert!((1..=5).contains(&steps.len()), "{status:?} {about:?}");
                    let lines: HashSet<_> = steps.iter().map(|step| &step.command).collect();
                    assert_eq!(
                        lines.len(),
                        steps.len(),
                        "a command is there twice: {steps:?}"
                    );
                    for step in &steps {
                        assert!(!step.why.is_empty());
                        assert!(!step.command.contains('\n'));
                        assert!(!step.command.contains(r"C:\"), "{}", step.command);
                    }
                }
            }
        }
    }
}

/// Taking the quoted parts away leaves no path that a space would cut.
#[test]
fn paths_with_spaces_are_quoted() {
    let folders = [
        None,
        Some(OfficeFolder::Office14),
        Some(OfficeFolder::Office15),
        Some(OfficeFolder::Office16),
    ];
    for folder in folders {
        for command in [
            Command::OsppDstatus(folder),
            Command::OsppActcid(folder),
            Command::OsppRemhst(folder),
        ] {
            for shell in [Shell::Cmd, Shell::PowerShell] {
                let line = command.line(shell);
                let bare: String = line.split('"').step_by(2).collect();
                assert_eq!(line.matches('"').count() % 2, 0, "{line}");
                assert!(
                    !bare.contains("Microsoft Office") && !bare.contains("OSPP.VBS"),
                    "{line}"
                );
                assert!(command.elevated());
            }
        }
    }
}

#[test]
fn how_to_names_a_command_for_windows_and_for_office() {
    let lines: Vec<_> = page::HOW_TO
        .iter()
        .flat_map(|how| how.commands)
        .map(|(_, command)| command.line(Shell::Cmd))
        .collect();
    assert!(
        lines.iter().any(|line| line.contains("slmgr.vbs /dlv")),
        "{lines:?}"
    );
    assert!(
        lines.iter().any(|line| line.contains("/dstatus")),
        "{lines:?}"
    );
    assert!(page::HOW_TO.iter().all(|how| !how.steps.is_empty()));
}

proptest! {
    /// Whatever a paste calls its host, nothing but name characters, an address or the placeholder reaches a line.
    #[test]
    fn no_host_name_breaks_out(name in "\\PC{0,40}|[a-z0-9.&|;<>'\"`$%^()\\[\\]{}:, -]{0,30}", port in any::<Option<u16>>()) {
        let printed = match port { Some(port) => format!("{name}:{port}"), None => name };
        let client = KmsClient { registered_host: Some(printed.as_str().into()), ..KmsClient::default() };
        let elsewhere = KmsClient { lookup_domain: Some(printed.as_str().into()), ..KmsClient::default() };
        for block in [client, elsewhere] {
            for family in [Family::Windows, Family::Office] {
                let product = Product { kms_client: Some(Box::new(block.clone())), ..product(LicenseStatus::Notification) };
                for step in steps(&product, &about(family, Some(Channel::KmsClient))) {
                    let variable = step.command
                        .strip_prefix("Test-NetConnection -ComputerName ")
                        .and_then(|rest| rest.rsplit_once(" -Port ")).map(|(host, _)| host)
                        .or_else(|| step.command.strip_prefix("nslookup -type=srv "));
                    if let Some(text) = variable {
                        let safe = text == "<kms-host>"
                            || text.chars().all(|c| c.is_ascii_alphanumeric() || "._-:".contains(c));
                        prop_assert!(safe && !text.starts_with('-'), "{:?}", text);
                    }
                }
            }
        }
        let (host, _) = split_host(&printed);
        let line = Command::TestPort { host: Host::new(host), port: 1688, old: false }.line(Shell::PowerShell);
        let shown = line.trim_start_matches("Test-NetConnection -ComputerName ").trim_end_matches(" -Port 1688");
        prop_assert!(
            shown == "<kms-host>" || shown.chars().all(|c| c.is_ascii_alphanumeric() || "._-:".contains(c)),
            "{}", line
        );
    }
}
