//! Prompts, echoed commands and banners around an output.

use super::Producer;

/// What stands around an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// A prompt, with the licensing command typed after it where there is one.
    Prompt(Option<Producer>),
    /// The banner of a new run of the script host.
    Banner,
    /// A line of dashes: it closes a record of ospp.vbs, or belongs to a message box.
    Rule,
    /// The frame of ospp.vbs: "---Processing---", "---Exiting---".
    Office,
    /// Another line of a frame: a fence, a button, a copyright.
    Decoration,
}

/// What a line of a frame is; `None` for anything else.
pub fn find(line: &str) -> Option<Frame> {
    if let Some(typed) = after_prompt(line) {
        return Some(Frame::Prompt(command(typed)));
    }
    let begins = |word: &str| {
        line.get(..word.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(word))
    };
    if (begins("slmgr") || begins("cscript") || begins("wscript"))
        && let Some(producer) = command(line)
    {
        return Some(Frame::Prompt(Some(producer)));
    }
    if begins("microsoft (r) windows script host") {
        return Some(Frame::Banner);
    }
    if begins("---processing-") || begins("---exiting-") {
        return Some(Frame::Office);
    }
    if is_rule(line) {
        return Some(Frame::Rule);
    }
    let copyright =
        begins("copyright (c)") || begins("(c) microsoft") || line.starts_with("版权所有");
    let shell =
        begins("microsoft windows [version") || line.eq_ignore_ascii_case("windows powershell");
    let fence = line.starts_with("```") || line.starts_with("~~~");
    (copyright || shell || fence || is_box_line(line)).then_some(Frame::Decoration)
}

/// A line that only separates.
fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && line
            .bytes()
            .all(|byte| matches!(byte, b'-' | b'=' | b'*' | b'_'))
}

/// The title and the buttons of a message box copy.
fn is_box_line(line: &str) -> bool {
    line.eq_ignore_ascii_case("Windows Script Host") || line.eq_ignore_ascii_case("OK")
}

/// What is typed after a prompt: `C:\Windows>`, `PS C:\>`, `[host]: PS C:\>`; backslashes may be lost.
fn after_prompt(line: &str) -> Option<&str> {
    let (head, typed) = line.split_once('>')?;
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

/// The producer that a typed command runs; `None` where it runs no licensing tool.
fn command(typed: &str) -> Option<Producer> {
    let lower = typed.to_ascii_lowercase();
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
        return Some(Producer::Oslicense);
    }
    let (_, after) = lower
        .split_once("slmgr")
        .or_else(|| lower.split_once("ospp"))?;
    let office = !lower.contains("slmgr");
    let verb = after
        .split([' ', '\t', '"'])
        .find_map(|word| word.strip_prefix(['/', '-']));
    let verb = verb.map_or("", |verb| verb.split(':').next().unwrap_or_default());
    Some(match (office, verb) {
        (false, "dlv") => Producer::SlmgrDlv,
        (false, "dli") => Producer::SlmgrDli,
        (false, "xpr") => Producer::SlmgrXpr,
        (false, "dti") => Producer::SlmgrDti,
        (false, "ato") => Producer::SlmgrAto,
        (false, _) => Producer::SlmgrOther,
        (true, "dstatus" | "dstatusall") => Producer::OsppDstatus,
        (true, "dinstid") => Producer::OsppDinstid,
        (true, "act") => Producer::OsppAct,
        (true, _) => Producer::OsppOther,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_told_from_output() {
        for (line, expected) in [
            (
                r"C:\Windows\System32>cscript slmgr.vbs /dlv",
                Some(Frame::Prompt(Some(Producer::SlmgrDlv))),
            ),
            (
                r"PS C:\Users\user> cscript //nologo C:\Windows\System32\slmgr.vbs /dlv",
                Some(Frame::Prompt(Some(Producer::SlmgrDlv))),
            ),
            (
                r"PS C:\> DISM /online /Get-TargetEditions",
                Some(Frame::Prompt(None)),
            ),
            (
                "C:UsersUser>slmgr -dli",
                Some(Frame::Prompt(Some(Producer::SlmgrDli))),
            ),
            (
                r"[host01]: PS C:\> slmgr /ato",
                Some(Frame::Prompt(Some(Producer::SlmgrAto))),
            ),
            ("PS>", Some(Frame::Prompt(None))),
            (
                "slmgr.vbs -dlv all",
                Some(Frame::Prompt(Some(Producer::SlmgrDlv))),
            ),
            (
                r#"cscript "C:\Program Files\Microsoft Office\Office16\OSPP.VBS" /dstatus"#,
                Some(Frame::Prompt(Some(Producer::OsppDstatus))),
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
            ("Windows Script Host", Some(Frame::Decoration)),
            (
                "---Processing--------------------------",
                Some(Frame::Office),
            ),
            (
                "---Exiting-----------------------------",
                Some(Frame::Office),
            ),
            ("a > b", None),
            ("Image: C:>", None),
            ("", None),
        ] {
            assert_eq!(find(line), expected, "{line}");
        }
    }
}
