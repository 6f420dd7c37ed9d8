//! Prompts, echoed commands and banners around an output.

use super::Producer;

/// What stands around an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// A prompt, with the licensing command typed after it where there is one.
    Prompt(Option<Command>),
    /// The banner of a new run of the script host.
    Banner,
    /// A line of dashes: it closes a record of ospp.vbs, or belongs to a message box.
    Rule,
    /// The frame of ospp.vbs: "---Processing---" (true), "---Exiting---".
    Office(bool),
    /// The title of a message box: another run of the script host.
    Title,
    /// Another line of a frame: a fence, a button, a copyright.
    Decoration,
}

/// A licensing command as somebody typed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Command {
    /// What it runs.
    pub producer: Producer,
    /// Whether its verb is there and known; else it may be cut, and the output tells more.
    pub is_whole: bool,
}

/// What a line of a frame is; `None` for anything else.
pub fn find(line: &str) -> Option<Frame> {
    if !may_be_frame(line) {
        return None;
    }
    // Files that were put together: what stands below has nothing to do with what stands above.
    if line.starts_with("==> ") && line.ends_with(" <==") {
        return Some(Frame::Prompt(None));
    }
    if let Some(typed) = after_prompt(line) {
        return Some(Frame::Prompt(command(typed)));
    }
    let first = line.bytes().next().map(|first| first.to_ascii_lowercase());
    // In small letters, told apart by the first one.
    let begins = |word: &str| {
        first == word.bytes().next()
            && line
                .get(..word.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(word))
    };
    // "slmgr : The term ..." is an error and no command.
    if (begins("slmgr") || begins("cscript") || begins("wscript"))
        && let Some(command) = command(line)
        && (command.is_whole || !line.contains(": "))
    {
        return Some(Frame::Prompt(Some(command)));
    }
    if begins("microsoft (r) windows script host") {
        return Some(Frame::Banner);
    }
    if let Some(begins) = office(line) {
        return Some(Frame::Office(begins));
    }
    if is_rule(line) {
        return Some(Frame::Rule);
    }
    let copyright =
        begins("copyright (c)") || begins("(c) microsoft") || line.starts_with("版权所有");
    let shell =
        begins("microsoft windows [version") || line.eq_ignore_ascii_case("windows powershell");
    let fence = line.starts_with("```") || line.starts_with("~~~");
    // Banners of ospp.vbs /dpid and /dlicenseinfo.
    let arrows = begins("<<<<") || begins(">>>>");
    if is_title(line) {
        return Some(Frame::Title);
    }
    (copyright || shell || fence || arrows || has_buttons(line)).then_some(Frame::Decoration)
}

/// The frame of ospp.vbs, its first columns perhaps cut off: whether it begins.
fn office(line: &str) -> Option<bool> {
    const HEADS: [(&str, bool); 2] = [("---Processing", true), ("---Exiting", false)];
    if !line.starts_with('-') && !line.ends_with('-') {
        return None;
    }
    let word = line.trim_end_matches('-');
    let dashes = line.len() - word.len();
    let is = |head: &str| {
        let whole = line
            .split_at_checked(head.len())
            .is_some_and(|(begin, rest)| begin.eq_ignore_ascii_case(head) && rest.starts_with('-'));
        whole || (dashes >= 20 && word.len() >= 4 && head.ends_with(word))
    };
    HEADS
        .iter()
        .find(|(head, _)| is(head))
        .map(|(_, begins)| *begins)
}

/// Whether the line has something of a frame: a mark of a prompt anywhere, or the first letter of what stands in frames.
#[inline]
fn may_be_frame(line: &str) -> bool {
    let bytes = line.as_bytes();
    let Some(first) = bytes.first() else {
        return false;
    };
    let is_short = bytes.len() <= 44;
    match first.to_ascii_lowercase() {
        b's' | b'c' | b'w' | b'm' => true,
        // Buttons and titles are short, whatever their script.
        b'o' | b'y' | b'n' | b'a' | b'r' | b'i' | b'h' | b'j' | b' ' if is_short => true,
        b'a'..=b'z' | b' ' => {
            (is_short && bytes.last() == Some(&b'-')) || memchr::memchr(b'>', bytes).is_some()
        }
        _ => true,
    }
}

/// A line that only separates.
fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && line
            .bytes()
            .all(|byte| matches!(byte, b'-' | b'=' | b'*' | b'_'))
}

/// The rule of a message box copy has this many dashes.
const BOX_RULE: usize = 27;

/// The titles of the script host's message boxes.
fn is_title(line: &str) -> bool {
    const TITLES: [&str; 3] = [
        "Windows Script Host",
        "OSPP.VBS",
        "Сервер сценариев Windows",
    ];
    TITLES.iter().any(|title| line.eq_ignore_ascii_case(title))
}

/// The buttons of a message box copy, side by side.
fn has_buttons(line: &str) -> bool {
    const BUTTONS: [&str; 24] = [
        "OK",
        "Yes",
        "No",
        "Cancel",
        "Abort",
        "Retry",
        "Ignore",
        "Help",
        "Close",
        "Ja",
        "Nein",
        "Abbrechen",
        "Oui",
        "Non",
        "Annuler",
        "Sí",
        "Aceptar",
        "Cancelar",
        "Annulla",
        "ОК",
        "Отмена",
        "确定",
        "確定",
        "확인",
    ];
    (1..=40).contains(&line.len())
        && (line.len() <= 12 || line.contains("  "))
        && line
            .split("  ")
            .map(str::trim)
            .filter(|word| !word.is_empty())
            .all(|word| BUTTONS.iter().any(|known| word.eq_ignore_ascii_case(known)))
}

/// Whether a short line above `next` is the title or the buttons of a message box, in whatever language.
pub fn stands_in_box(line: &str, next: &str) -> bool {
    let next = next.trim();
    line.chars().count() <= 30
        && !line.contains(':')
        && next.len() == BOX_RULE
        && next.bytes().all(|byte| byte == b'-')
}

/// What is typed after a prompt: `C:\Windows>`, `PS C:\>`, `[host]: PS C:\>`; backslashes may be lost.
fn after_prompt(line: &str) -> Option<&str> {
    let (head, typed) = line.split_at_checked(memchr::memchr(b'>', line.as_bytes())?)?;
    let typed = typed.get(1..)?;
    let path = head.rsplit_once("]: ").map_or(head, |(_, path)| path);
    let path = match path.strip_prefix("PS") {
        Some("") => return Some(typed),
        Some(rest) => rest.trim_start(),
        None => path,
    };
    let mut chars = path.chars();
    let drive = chars.next().is_some_and(|c| c.is_ascii_alphabetic()) && chars.next() == Some(':');
    (drive && !path.contains(": ")).then_some(typed)
}

/// The verbs of slmgr.vbs.
const SLMGR: [&str; 41] = [
    "ipk",
    "upk",
    "ato",
    "dli",
    "dlv",
    "xpr",
    "cpky",
    "ilc",
    "rilc",
    "rearm",
    "rearm-app",
    "rearm-sku",
    "dti",
    "atp",
    "skms",
    "ckms",
    "skms-domain",
    "ckms-domain",
    "skhc",
    "ckhc",
    "sprt",
    "sai",
    "sri",
    "sdns",
    "cdns",
    "spri",
    "cpri",
    "act-type",
    "stao",
    "ctao",
    "lil",
    "ril",
    "ltc",
    "fta",
    "ad-activation-online",
    "ad-activation-get-iid",
    "ad-activation-apply-cid",
    "ao-list",
    "del-ao",
    "?",
    "help",
];

/// The verbs of ospp.vbs.
const OSPP: [&str; 27] = [
    "dstatus",
    "dstatusall",
    "act",
    "dinstid",
    "actcid",
    "dcmid",
    "inpkey",
    "unpkey",
    "inslic",
    "sethst",
    "setprt",
    "remhst",
    "cachst",
    "actype",
    "skms-domain",
    "ckms-domain",
    "dhistorykms",
    "dhistoryacterr",
    "ddescr",
    "dtokils",
    "dtokcerts",
    "tokact",
    "rtokil",
    "stokflag",
    "ctokflag",
    "dlicenseinfo",
    "dpid",
];

/// The licensing command that was typed; `None` where it runs no licensing tool.
pub fn command(typed: &str) -> Option<Command> {
    let lower = typed.to_ascii_lowercase();
    let tool = |name| lower.split_once(name).map(|(_, after)| after);
    if tool("vnextdiag").is_some() {
        return Some(Command {
            producer: Producer::Vnextdiag,
            is_whole: true,
        });
    }
    // Get-OSLicenseInfo, Set-KmsLicenseInfo, Invoke-ADLicense, ...
    const NOUNS: [&str; 4] = [
        "oslicense",
        "kmslicense",
        "adlicense",
        "subscriptionlicense",
    ];
    const VERBS: [&str; 3] = ["get-", "set-", "invoke-"];
    let of_module = |word: &str| {
        VERBS
            .iter()
            .find_map(|verb| word.strip_prefix(verb))
            .is_some_and(|noun| NOUNS.iter().any(|known| noun.starts_with(known)))
    };
    if lower.split([' ', '(', '=', '|', ';', '\t']).any(of_module) {
        return Some(Command {
            producer: Producer::Oslicense,
            is_whole: true,
        });
    }
    let slmgr = tool("slmgr");
    let after = slmgr.or_else(|| tool("ospp"))?;
    let verb = after
        .split([' ', '\t', '"', '\''])
        .find_map(|word| word.strip_prefix(['/', '-']));
    let verb = verb.map_or("", |verb| verb.split(':').next().unwrap_or_default());
    let producer = match (slmgr.is_some(), verb) {
        (true, "dlv") => Producer::SlmgrDlv,
        (true, "dli") => Producer::SlmgrDli,
        (true, "xpr") => Producer::SlmgrXpr,
        (true, "dti") => Producer::SlmgrDti,
        (true, "ato") => Producer::SlmgrAto,
        (true, _) => Producer::SlmgrOther,
        (false, "dstatus" | "dstatusall") => Producer::OsppDstatus,
        (false, "dinstid") => Producer::OsppDinstid,
        (false, "act") => Producer::OsppAct,
        (false, _) => Producer::OsppOther,
    };
    let is_whole = if slmgr.is_some() {
        is_verb(verb)
    } else {
        OSPP.contains(&verb)
    };
    Some(Command { producer, is_whole })
}

/// Whether slmgr.vbs knows a verb of this name.
pub fn is_verb(verb: &str) -> bool {
    SLMGR.contains(&verb)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(producer: Producer) -> Option<Frame> {
        Some(Frame::Prompt(Some(Command {
            producer,
            is_whole: true,
        })))
    }

    #[test]
    fn frames_are_told_from_output() {
        for (line, expected) in [
            (
                r"C:\Windows\System32>cscript slmgr.vbs /dlv",
                runs(Producer::SlmgrDlv),
            ),
            (
                r"PS C:\Users\user> cscript //nologo C:\Windows\System32\slmgr.vbs /dlv",
                runs(Producer::SlmgrDlv),
            ),
            (
                r"PS C:\> DISM /online /Get-TargetEditions",
                Some(Frame::Prompt(None)),
            ),
            ("C:UsersUser>slmgr -dli", runs(Producer::SlmgrDli)),
            (r"[host01]: PS C:\> slmgr /ato", runs(Producer::SlmgrAto)),
            ("PS>", Some(Frame::Prompt(None))),
            ("slmgr.vbs -dlv all", runs(Producer::SlmgrDlv)),
            (
                r#"cscript "C:\Program Files\Microsoft Office\Office16\OSPP.VBS" /dstatus"#,
                runs(Producer::OsppDstatus),
            ),
            (
                "Microsoft (R) Windows Script Host Version 5.812",
                Some(Frame::Banner),
            ),
            (
                "Copyright (C) Microsoft Corporation. All rights reserved.",
                Some(Frame::Decoration),
            ),
            ("---------------------------", Some(Frame::Rule)),
            ("OK", Some(Frame::Decoration)),
            ("Windows Script Host", Some(Frame::Title)),
            (
                "---Processing--------------------------",
                Some(Frame::Office(true)),
            ),
            (
                "---Exiting-----------------------------",
                Some(Frame::Office(false)),
            ),
            ("Ja   Nein   Abbrechen", Some(Frame::Decoration)),
            ("OSPP.VBS", Some(Frame::Title)),
            ("<<<<< PRODUCT IDS >>>>>", Some(Frame::Decoration)),
            (
                "slmgr : The term 'slmgr' is not recognized as the name of a cmdlet",
                None,
            ),
            (r".\vnextdiag.ps1 -action list", None),
            (
                r"PS C:\Program Files\Microsoft Office\Office16> .\vnextdiag.ps1 -action list",
                runs(Producer::Vnextdiag),
            ),
            (
                "rocessing--------------------------",
                Some(Frame::Office(true)),
            ),
            ("processing", None),
            ("a > b", None),
            ("Image: C:>", None),
            ("", None),
        ] {
            assert_eq!(find(line), expected, "{line}");
        }
    }
}
