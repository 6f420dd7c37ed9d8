//! What holds over all tables: what they name exists, commands are commands, no key but published ones.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use activation_desk::entry::Entry;
use activation_desk::kb::{self, Address};
use activation_desk::phrase::Kind;

#[test]
fn what_articles_name_exists() {
    let mut lost = Vec::new();
    for article in kb::article::all() {
        for reference in article.related.iter() {
            let address = Address::of_reference(reference);
            if address.and_then(Entry::at).is_none() || reference == article.key {
                lost.push(format!("{}: {reference}", article.key));
            }
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
}

/// A code or ID in a text leads somewhere.
#[test]
fn codes_and_ids_in_texts_exist() {
    let mut lost = Vec::new();
    for row in kb::rows() {
        let entry = Entry::of(&row);
        for piece in entry.phrases().flat_map(|phrase| phrase.pieces()) {
            let names = matches!(piece.kind, Kind::Code | Kind::Guid);
            if names && Address::parse(&piece.text).and_then(Entry::at).is_none() {
                lost.push(format!("{}: {}", entry.title, piece.text));
            }
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
}

/// What a command may begin with.
#[rustfmt::skip]
const TOOLS: [&str; 66] = [
    "\"%ProgramFiles%\\Microsoft", "$p", "%windir%\\System32\\Sysprep\\sysprep.exe", "&", "(Get-ADLicenseInfo",
    "(Get-CimInstance", "DISM", "Get-ADLicenseInfo", "Get-CimInstance", "Get-Command", "Get-KmsLicenseInfo",
    "Get-OSLicenseInfo", "Get-SubscriptionLicenseInfo", "Get-TpmSupportedFeature", "Get-VamtConfirmationId",
    "Get-VamtProduct", "Get-WinEvent", "Import-Module", "Install-VamtConfirmationId", "Install-WindowsFeature",
    "Invoke-ADLicense", "Invoke-CimMethod", "Invoke-Command", "Invoke-KmsLicense", "Invoke-OSLicense",
    "Invoke-SubscriptionLicense", "New-NetFirewallRule", "Resolve-DnsName", "Restart-Service", "Set-KmsLicenseInfo",
    "Set-NetFirewallRule", "Set-OSLicenseInfo", "Set-SubscriptionLicenseInfo", "Test-NetConnection", "adsiedit.msc",
    "appwiz.cpl", "changepk.exe", "copy", "cscript", "dcomcnfg", "del", "for", "gpresult", "icacls", "ipconfig", "net",
    "notepad", "nslookup", "ping", "powershell", "psping", "reg", "regedit", "ren", "rsop.msc", "sc", "sc.exe",
    "services.msc", "shutdown", "slui.exe", "sysprep", "vmw.exe", "w32tm", "wevtutil",
    "wmic", "wusa",
];

#[test]
fn commands_are_of_known_tools_and_have_full_paths() {
    let mut commands = BTreeSet::new();
    for row in kb::rows() {
        let entry = Entry::of(&row);
        let pieces = entry.phrases().flat_map(|phrase| phrase.pieces());
        for piece in pieces.filter(|piece| piece.kind == Kind::Command) {
            commands.insert(piece.text.to_string());
        }
    }
    let mut wrong = Vec::new();
    for command in &commands {
        let tool = command.split(' ').next().unwrap_or_default();
        let lower = command.to_ascii_lowercase();
        let slmgr = !lower.contains("slmgr.vbs")
            || [
                r"%windir%\system32\slmgr.vbs",
                r"$env:windir\system32\slmgr.vbs",
                r"%temp%\slmgr",
            ]
            .iter()
            .any(|path| lower.contains(path));
        let ospp = !lower.contains("ospp.vbs") || lower.contains(r"\ospp.vbs");
        let script = !lower.contains(".vbs /") || lower.contains("cscript //nologo ");
        let local = !lower.contains(r"c:\") && !lower.contains("/home/");
        if !(TOOLS.contains(&tool) && slmgr && ospp && script && local) {
            wrong.push(command);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(commands.len() > 150, "{}", commands.len());
}

/// The code behind the tests of a file is not looked at: it holds made-up keys and codes.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or_default()
}

fn files_of(folder: &str, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if path.is_dir() {
                folders.push(path);
            } else if name != "tests.rs" && endings.iter().any(|ending| name.ends_with(ending)) {
                let text = fs::read_to_string(&path).unwrap();
                files.push((path, text));
            }
        }
    }
    assert!(!files.is_empty(), "{folder}");
    files
}

#[test]
fn no_key_but_the_published_ones() {
    let published: BTreeSet<&str> = kb::client_key::all().map(|key| key.key).collect();
    let mut keys = 0;
    for (path, text) in [
        files_of("data", &[".toml", ".md"]),
        files_of("src", &[".rs", ".txt", ".js"]),
    ]
    .concat()
    {
        for word in without_tests(&text).split(|c: char| !c.is_ascii_alphanumeric() && c != '-') {
            let parts: Vec<&str> = word.split('-').collect();
            for five in parts
                .windows(5)
                .filter(|five| five.iter().all(|part| part.len() == 5))
            {
                let key = five.join("-");
                let masked = five[..4].iter().all(|part| *part == "XXXXX");
                assert!(
                    masked || published.contains(key.as_str()),
                    "{}: a key",
                    path.display()
                );
                keys += usize::from(!masked);
            }
        }
    }
    // The data and the table that is made of it.
    assert!(keys >= 2 * published.len(), "{keys}");
}

/// A code that the program knows by number is one that it can explain.
#[test]
fn codes_that_the_program_names_are_known() {
    const RANGES: [u32; 4] = [0x4004, 0x8007, 0x803F, 0xC004];
    let mut named = BTreeSet::new();
    for (path, text) in files_of("src", &[".rs"]) {
        if path
            .components()
            .any(|part| part.as_os_str() == "generated")
        {
            continue;
        }
        let lines = without_tests(&text).lines();
        for line in lines.filter(|line| !line.trim_start().starts_with("//")) {
            for (at, _) in line.match_indices("0x") {
                let digits: String = line[at + 2..]
                    .chars()
                    .filter(|c| *c != '_')
                    .take_while(char::is_ascii_hexdigit)
                    .collect();
                let code = u32::from_str_radix(&digits, 16).unwrap_or_default();
                // 0x80070000 and 0x40000000 are parts of codes, and ranges ("..=") name their bounds.
                if !line.contains("..=")
                    && digits.len() == 8
                    && RANGES.contains(&(code >> 16))
                    && code & 0xFFFF != 0
                {
                    named.insert(code);
                }
            }
        }
    }
    assert!(named.len() >= 7, "{named:X?}");
    let unknown: Vec<&u32> = named
        .iter()
        .filter(|code| kb::reason::find(**code).is_none())
        .collect();
    assert!(unknown.is_empty(), "{unknown:X?}");
}
