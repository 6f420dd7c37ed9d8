//! The command lines that we hand out, quoted rightly for each shell and tool.
//!
//! Every line runs as it stands: full paths, no working folder assumed. A value that is not known stays a placeholder in
//! angle brackets; both shells refuse to run a line with one in it, so nothing happens by accident. A host name comes from
//! a paste and is hostile until proven otherwise: one that is not made of name characters becomes a placeholder too.
//!
//! ```
//! use activation_desk::{card::Shell, command::Command};
//! assert_eq!(Command::Dlv(None).line(Shell::Cmd), r"cscript //nologo %windir%\System32\slmgr.vbs /dlv");
//! assert_eq!(Command::Dlv(None).line(Shell::PowerShell), r"cscript //nologo $env:windir\System32\slmgr.vbs /dlv");
//! ```

mod host;
mod steps;

use uuid::Uuid;

use crate::card::Shell;

pub use host::{Host, split_host};
pub use steps::steps;
pub(crate) use steps::{host_steps, look_into};

/// The folder below "Microsoft Office" that holds OSPP.VBS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OfficeFolder {
    /// Office 2010.
    Office14,
    /// Office 2013.
    Office15,
    /// Office 2016 to LTSC 2024.
    Office16,
}

impl OfficeFolder {
    /// The number in the folder's name.
    const fn number(self) -> &'static str {
        match self {
            OfficeFolder::Office14 => "14",
            OfficeFolder::Office15 => "15",
            OfficeFolder::Office16 => "16",
        }
    }
}

/// What stands in for a Confirmation ID.
pub const CONFIRMATION_ID: &str = "<confirmation-id>";
/// What stands in for a product key; of keys that are nobody's secret see [`Command::IpkPublished`].
pub const PRODUCT_KEY: &str = "<product-key>";
/// What stands in for a KMS host that is not known or not safe to print.
pub const KMS_HOST: &str = "<kms-host>";
/// What stands in for an edition's name.
pub const EDITION: &str = "<edition>";

/// One command. An `Option<Uuid>` is an Activation ID: `None` means Windows itself; an Office KMS host and an add-on need
/// theirs. An `Option<OfficeFolder>` of `None` tries every folder that OSPP.VBS can be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command<'a> {
    /// `slmgr /dlv`: everything on one product.
    Dlv(Option<Uuid>),
    /// `slmgr /dlv all`: everything on every product.
    DlvAll,
    /// `slmgr /dli`: the short form.
    Dli,
    /// `slmgr /xpr`: until when.
    Xpr,
    /// `slmgr /ato`: activate now.
    Ato(Option<Uuid>),
    /// `slmgr /dti`: the Installation ID for the telephone.
    Dti(Option<Uuid>),
    /// `slmgr /atp`: deposit the Confirmation ID.
    Atp(Option<Uuid>),
    /// `slmgr /ipk`: install a product key.
    Ipk,
    /// `slmgr /ipk` with a key that Microsoft publishes for everyone (`kb::client_key`).
    IpkPublished(&'a str),
    /// `slmgr /sdns`: a KMS host publishes its record in DNS (the default).
    Sdns,
    /// `slmgr /spri`: a KMS host runs with normal priority (the default).
    Spri,
    /// `slmgr /act-type 0`: volume activation in any way.
    ActTypeAny,
    /// `slmgr /skhc`: remember the KMS host that worked (the default).
    Skhc,
    /// `slmgr /ckms`: forget the fixed KMS host and ask DNS again.
    Ckms,
    /// `ospp.vbs /dstatus`: the state of each Office product that has a key.
    OsppDstatus(Option<OfficeFolder>),
    /// `ospp.vbs /act`: activate Office now.
    OsppAct(Option<OfficeFolder>),
    /// `ospp.vbs /dinstid`: Office's Installation IDs.
    OsppDinstid(Option<OfficeFolder>),
    /// `ospp.vbs /actcid`: deposit the Confirmation ID; it is tried on each product that has a key.
    OsppActcid(Option<OfficeFolder>),
    /// `ospp.vbs /inpkey` with a key that Microsoft publishes for everyone.
    OsppInpkeyPublished(Option<OfficeFolder>, &'a str),
    /// `ospp.vbs /inpkey`: install an Office key.
    OsppInpkey(Option<OfficeFolder>),
    /// `ospp.vbs /actype:0`: allow every way of volume activation for Office.
    OsppActypeAny(Option<OfficeFolder>),
    /// `ospp.vbs /remhst`: forget the fixed KMS host of Office.
    OsppRemhst(Option<OfficeFolder>),
    /// A TCP connection to the KMS host.
    TestPort {
        /// The host.
        host: Host<'a>,
        /// Its port.
        port: u16,
        /// Windows 7 and older lack `Test-NetConnection`.
        old: bool,
    },
    /// The SRV records that clients find their host by, in one domain or along the machine's own suffixes.
    NslookupSrv(Option<Host<'a>>),
    /// The last activation requests and answers in a client's Application log.
    ReadEvent12288,
    /// The last requests of an AVMA guest in its Application log.
    ReadEvent12309,
    /// The last requests in a KMS host's own log.
    ReadEvent12290,
    /// `slmgr /ao-list`: the activation objects in Active Directory.
    AoList,
    /// `slmgr /rearm`: start the grace period again, while rearms are left.
    Rearm,
    /// What listens on the KMS port of this machine (Windows 8, Server 2012 and later).
    Listener(u16),
    /// State of the host's own firewall rule (Windows 8, Server 2012 and later).
    FirewallRule,
    /// Let clients in to a port of this KMS host other than the default (Windows 8, Server 2012 and later).
    OpenPort(u16),
    /// Stop and start the licensing service, so that changed settings count.
    RestartService,
    /// Whether the TPM can attest keys, as a hardware-secured KMS host needs.
    TpmKeyAttestation,
    /// Names of KMS hosts that the registry sets, for every product.
    QueryPins,
    /// What the clock follows, and how far it is off.
    ClockStatus,
    /// Set the clock by its source now.
    ClockResync,
    /// The licences of Microsoft 365 Apps.
    Vnextdiag,
    /// The state of every product that has a key, without a script.
    CimState,
    /// The Installation ID of every product that has a key, without a script.
    CimInstallationId,
    /// The telephone number for this region, in a window.
    Slui4,
    /// The editions that this Windows can become.
    DismTargetEditions,
    /// Change the edition (Windows Server).
    DismSetEdition,
}

impl Command<'_> {
    /// The line as it is typed at that prompt, without a line break.
    pub fn line(self, shell: Shell) -> String {
        match self {
            Command::Dlv(id) => slmgr(shell, "/dlv", id),
            Command::DlvAll => slmgr(shell, "/dlv all", None),
            Command::Dli => slmgr(shell, "/dli", None),
            Command::Xpr => slmgr(shell, "/xpr", None),
            Command::Ato(id) => slmgr(shell, "/ato", id),
            Command::Dti(id) => slmgr(shell, "/dti", id),
            Command::Atp(id) => slmgr(shell, &format!("/atp {CONFIRMATION_ID}"), id),
            Command::Ipk => slmgr(shell, &format!("/ipk {PRODUCT_KEY}"), None),
            Command::IpkPublished(key) => slmgr(shell, &format!("/ipk {key}"), None),
            Command::Sdns => slmgr(shell, "/sdns", None),
            Command::Spri => slmgr(shell, "/spri", None),
            Command::ActTypeAny => slmgr(shell, "/act-type 0", None),
            Command::Skhc => slmgr(shell, "/skhc", None),
            Command::Ckms => slmgr(shell, "/ckms", None),
            Command::OsppDstatus(folder) => ospp(shell, folder, "/dstatus"),
            Command::OsppAct(folder) => ospp(shell, folder, "/act"),
            Command::OsppDinstid(folder) => ospp(shell, folder, "/dinstid"),
            Command::OsppActcid(folder) => {
                ospp(shell, folder, &format!("/actcid:{CONFIRMATION_ID}"))
            }
            Command::OsppInpkeyPublished(folder, key) => {
                ospp(shell, folder, &format!("/inpkey:{key}"))
            }
            Command::OsppInpkey(folder) => ospp(shell, folder, &format!("/inpkey:{PRODUCT_KEY}")),
            Command::OsppActypeAny(folder) => ospp(shell, folder, "/actype:0"),
            Command::OsppRemhst(folder) => ospp(shell, folder, "/remhst"),
            Command::TestPort {
                host,
                port,
                old: false,
            } => powershell(
                shell,
                &format!(
                    "Test-NetConnection -ComputerName {} -Port {port}",
                    host.bare()
                ),
            ),
            Command::TestPort {
                host,
                port,
                old: true,
            } => powershell(
                shell,
                &format!(
                    "(New-Object Net.Sockets.TcpClient).Connect('{}', {port})",
                    host.bare()
                ),
            ),
            Command::NslookupSrv(domain) => match domain.and_then(Host::name) {
                Some(domain) => format!("nslookup -type=srv _vlmcs._tcp.{domain}"),
                None => "nslookup -type=srv _vlmcs._tcp".to_owned(),
            },
            Command::ReadEvent12288 => events(shell, "Application", "12288,12289"),
            Command::ReadEvent12309 => events(shell, "Application", "12309"),
            Command::ReadEvent12290 => events(shell, "Key Management Service", "12290"),
            Command::AoList => slmgr(shell, "/ao-list", None),
            Command::Rearm => slmgr(shell, "/rearm", None),
            Command::Listener(port) => powershell(
                shell,
                &format!(
                    "Get-NetTCPConnection -LocalPort {port} -State Listen | Format-Table LocalAddress, LocalPort, OwningProcess"
                ),
            ),
            Command::FirewallRule => powershell(
                shell,
                "Get-NetFirewallRule -Name SPPSVC-In-TCP | Format-List DisplayName, Enabled, Profile, Action",
            ),
            Command::OpenPort(port) => powershell(
                shell,
                &format!(
                    "New-NetFirewallRule -DisplayName 'KMS Host' -Direction Inbound -Protocol TCP -LocalPort {port} -Action Allow"
                ),
            ),
            Command::RestartService => match shell {
                Shell::Cmd => "net stop sppsvc && net start sppsvc".to_owned(),
                Shell::PowerShell => "Restart-Service sppsvc -Force".to_owned(),
            },
            Command::TpmKeyAttestation => powershell(
                shell,
                "Get-TpmSupportedFeature -FeatureList 'Key Attestation'",
            ),
            Command::QueryPins => {
                r#"reg query "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\SoftwareProtectionPlatform" /s /f KeyManagementServiceName"#.to_owned()
            }
            Command::ClockStatus => "w32tm /query /status /verbose".to_owned(),
            Command::ClockResync => "w32tm /resync".to_owned(),
            Command::Vnextdiag => powershell(
                shell,
                r"foreach ($i in $env:ProgramFiles, ${env:ProgramFiles(x86)}) { $s = $i + '\Microsoft Office\Office16\vnextdiag.ps1'; if (Test-Path -LiteralPath $s) { & $s -action list } }",
            ),
            Command::CimState => powershell(
                shell,
                "Get-CimInstance SoftwareLicensingProduct -Filter 'PartialProductKey IS NOT NULL' | Format-List Name, ID, Description, LicenseStatus, GracePeriodRemaining",
            ),
            Command::CimInstallationId => powershell(
                shell,
                "Get-CimInstance SoftwareLicensingProduct -Filter 'PartialProductKey IS NOT NULL' | Format-List Name, ID, OfflineInstallationId",
            ),
            Command::Slui4 => "slui.exe 4".to_owned(),
            Command::DismTargetEditions => "DISM /online /Get-TargetEditions".to_owned(),
            Command::DismSetEdition => {
                format!("DISM /online /Set-Edition:{EDITION} /ProductKey:{PRODUCT_KEY} /AcceptEula")
            }
        }
    }

    /// Whether to open an elevated prompt for it. Where the sources leave it open the answer is yes: elevated always works.
    pub const fn elevated(self) -> bool {
        match self {
            Command::Dlv(_)
            | Command::DlvAll
            | Command::Dli
            | Command::Xpr
            | Command::Dti(None)
            | Command::TestPort { .. }
            | Command::NslookupSrv(_)
            | Command::ReadEvent12288
            | Command::ReadEvent12309
            | Command::QueryPins
            | Command::ClockStatus
            | Command::Vnextdiag
            | Command::CimState
            | Command::CimInstallationId
            | Command::Slui4 => false,
            Command::Ato(_)
            | Command::Dti(Some(_))
            | Command::Atp(_)
            | Command::Ipk
            | Command::IpkPublished(_)
            | Command::Sdns
            | Command::Spri
            | Command::ActTypeAny
            | Command::Skhc
            | Command::Ckms
            | Command::OsppDstatus(_)
            | Command::OsppAct(_)
            | Command::OsppDinstid(_)
            | Command::OsppActcid(_)
            | Command::OsppInpkeyPublished(..)
            | Command::OsppInpkey(_)
            | Command::OsppActypeAny(_)
            | Command::OsppRemhst(_)
            | Command::ReadEvent12290
            | Command::AoList
            | Command::Rearm
            | Command::Listener(_)
            | Command::FirewallRule
            | Command::OpenPort(_)
            | Command::RestartService
            | Command::TpmKeyAttestation
            | Command::ClockResync
            | Command::DismTargetEditions
            | Command::DismSetEdition => true,
        }
    }

    /// The prompt that we hand it out for.
    pub const fn shell(self) -> Shell {
        match self {
            Command::TestPort { .. }
            | Command::ReadEvent12288
            | Command::ReadEvent12309
            | Command::ReadEvent12290
            | Command::Listener(_)
            | Command::FirewallRule
            | Command::OpenPort(_)
            | Command::TpmKeyAttestation
            | Command::Vnextdiag
            | Command::CimState
            | Command::CimInstallationId => Shell::PowerShell,
            _ => Shell::Cmd,
        }
    }
}

fn slmgr(shell: Shell, verb: &str, id: Option<Uuid>) -> String {
    let windir = match shell {
        Shell::Cmd => "%windir%",
        Shell::PowerShell => "$env:windir",
    };
    let line = format!(r"cscript //nologo {windir}\System32\slmgr.vbs {verb}");
    match id {
        Some(id) => format!("{line} {}", id.hyphenated()),
        None => line,
    }
}

/// OSPP.VBS lies in one of the two Program Files folders, by the bitness of Office; the line finds it. The loop variables
/// of the command prompt are `i` and `v`, since `d`, `f`, `p`, `n`, `x`, `s`, `a`, `t` and `z` are modifiers after `%~`.
fn ospp(shell: Shell, folder: Option<OfficeFolder>, verb: &str) -> String {
    let roots = match shell {
        Shell::Cmd => r#"for %i in ("%ProgramFiles%" "%ProgramFiles(x86)%") do @"#,
        Shell::PowerShell => "foreach ($i in $env:ProgramFiles, ${env:ProgramFiles(x86)}) { ",
    };
    let number = match (folder, shell) {
        (Some(folder), _) => folder.number(),
        (None, Shell::Cmd) => "%v",
        (None, Shell::PowerShell) => "$v",
    };
    let every = match (folder, shell) {
        (Some(_), _) => "",
        (None, Shell::Cmd) => "for %v in (16 15 14) do @",
        (None, Shell::PowerShell) => "foreach ($v in 16, 15, 14) { ",
    };
    let close = if folder.is_some() { "" } else { " }" };
    match shell {
        Shell::Cmd => {
            let path = format!(r#""%~i\Microsoft Office\Office{number}\OSPP.VBS""#);
            format!("{roots}{every}if exist {path} cscript //nologo {path} {verb}")
        }
        Shell::PowerShell => format!(
            r#"{roots}{every}$ospp = "$i\Microsoft Office\Office{number}\OSPP.VBS"; if (Test-Path -LiteralPath $ospp) {{ cscript //nologo $ospp {verb} }} }}{close}"#
        ),
    }
}

/// A PowerShell line, wrapped for the command prompt where that is asked for; `line` holds no double quote and no `%`.
fn powershell(shell: Shell, line: &str) -> String {
    match shell {
        Shell::PowerShell => line.to_owned(),
        Shell::Cmd => format!(r#"powershell -NoProfile -Command "{line}""#),
    }
}

/// The provider is left out: its name differs between versions, log and number do not.
fn events(shell: Shell, log: &str, ids: &str) -> String {
    // Others write to the Application log under the same numbers.
    let provider = match log {
        "Application" => " ProviderName='Microsoft-Windows-Security-SPP';",
        _ => "",
    };
    powershell(
        shell,
        &format!(
            "Get-WinEvent -FilterHashtable @{{LogName='{log}';{provider} Id={ids}}} -MaxEvents 6 | Format-List TimeCreated, Id, Message"
        ),
    )
}
