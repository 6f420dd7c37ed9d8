//! Findings about the machine and the paste as a whole.

use crate::{
    id::error_code,
    kb::{
        self, reason,
        threshold::{
            CLOCK_DIFFERENCE, KMS_VALIDITY, OFFICE_CLIENTS, WINDOWS_CLIENTS, WINDOWS_SERVERS,
        },
    },
    phrase::{Kind, Phrase},
    wording::card,
};

/// A host with or without a port: an address is hidden as such.
fn host(phrase: Phrase, host: &str) -> Phrase {
    let bare = crate::command::split_host(host).0.trim_matches(['[', ']']);
    let kind = match bare.parse::<std::net::IpAddr>() {
        Ok(_) => Kind::Address,
        Err(_) => Kind::Host,
    };
    phrase.value(kind, host.to_owned())
}

/// A host and its port.
fn host_and_port(phrase: Phrase, name: Option<&str>, port: u16) -> Phrase {
    match name {
        Some(name) => host(phrase, &format!("{name}:{port}")),
        None => phrase.text(format!("port {port} of the host")),
    }
}

/// A code and what it means.
fn explained(phrase: Phrase, code: u32) -> Phrase {
    let phrase = phrase.value(Kind::Code, error_code::format(code));
    match reason::find(code) {
        Some(known) => phrase.text(": ").text(known.meaning),
        None => phrase.text(format!(
            ". This code is not in the knowledge base of {}; nothing is guessed.",
            kb::DATE
        )),
    }
}

/// A request that failed, by event 12288.
pub fn request_failed(code: u32, asked: &str, sums_up: bool) -> Phrase {
    let phrase = Phrase::from(if sums_up {
        "0xC004F074 only sums up that no KMS host was reached; event 12288 decides. The request to "
    } else {
        "The client reached no KMS host. By event 12288, the request to "
    });
    let phrase = if asked.is_empty() {
        phrase.text("a host")
    } else {
        host(phrase, asked)
    };
    explained(phrase.text(" failed with "), code)
}

/// Another one.
pub fn request_failed_too(code: u32, asked: &str) -> Phrase {
    let phrase = if asked.is_empty() {
        Phrase::from("Another request failed with ")
    } else {
        host(Phrase::from("The request to "), asked).text(" failed with ")
    };
    explained(phrase, code)
}

/// Sent, and no answer.
pub fn no_answer(asked: &str) -> Phrase {
    let phrase = Phrase::from("The client sent its request");
    let phrase = if asked.is_empty() {
        phrase
    } else {
        host(phrase.text(" to "), asked)
    };
    phrase.text(", and no answer came back: event 12288 is here without an event 12289. 0xC004F074 only sums that up.")
}

/// The code alone.
pub const NOT_REACHED: &str = "No KMS host was reached (0xC004F074). That code only sums up: the first field of event 12288 tells the reason, and no such event is in this text.";
/// An answer beside it.
pub const ANSWERED_TOO: &str =
    "An answer of a host (event 12289) is in this text too: the later of the two counts.";
/// Out of a history.
pub const HISTORY: &str = "This is out of the history of Office, not of a try that was made now: the state of Office tells whether it still matters.";
/// A later success.
pub const ACTIVATED_LATER: &str = "A later command in this text activated a product: if it is the same one, nothing is left to do.";
/// Beside the command.
pub const READ_REASON: &str = "Read the reason: the first field of event 12288";
/// Beside it.
pub const READ_REASON_NOTE: &str = "0xC004F06C there means the clocks; 0x0 without an event 12289 means that no answer came back. The third field is the host that was asked.";
/// Beside the command.
pub const SEE_DNS: &str = "See which KMS hosts DNS names";
/// Beside it.
pub const SEE_DNS_NOTE: &str = "Run it on the machine that asks: its own DNS suffixes count.";
/// Beside the command.
pub const TEST_PORT: &str = "See whether the KMS host can be reached";

/// Refused for the time.
pub fn clocks_apart(sums_up: bool) -> Phrase {
    let phrase = Phrase::from(hours(
        "The clocks of this client and of the KMS host are more than ",
        " apart, so the host refuses (0xC004F06C).",
    ));
    if sums_up {
        phrase.text(" 0xC004F074 only sums that up.")
    } else {
        phrase
    }
}

fn hours(before: &str, after: &str) -> String {
    [before, &card::span_text(CLOCK_DIFFERENCE.value), after].concat()
}

/// The time service says how far it is off.
pub fn clock_off(minutes: u32) -> Phrase {
    Phrase::from("The clock of this machine is ")
        .then(card::span_of(minutes))
        .text(hours(
            " off its source. A KMS host refuses clients that are more than ",
            " from its own clock.",
        ))
}

/// Zones do not matter.
pub const CLOCKS_IN_UTC: &str = "The clocks are compared in UTC: a different time zone does no harm, a wrong one with the right local time does.";
/// Beside the command.
pub const SEE_CLOCK: &str = "See what the clock follows and how far it is off";
/// Beside the command.
pub const SET_CLOCK: &str = "Set the clock by its source";
/// Beside the command.
pub const ASK_AGAIN: &str = "Then ask the host again";

/// The clock follows nothing.
pub fn clock_free() -> Phrase {
    Phrase::from(hours(
        "The clock of this machine follows no other clock. It may be right all the same; a KMS host refuses clients that are more than ",
        " off.",
    ))
}

/// The count is too low.
pub fn count_too_low(count: Option<u32>, needed: Option<u32>, printed: bool) -> Phrase {
    let phrase = Phrase::from("A KMS host answered");
    let phrase = if printed {
        phrase.text(" (0xC004F038)")
    } else {
        phrase
    };
    let phrase = phrase.text(": the way to it is in order. It has counted ");
    match (count, needed) {
        (Some(count), Some(needed)) => phrase
            .value(Kind::Quantity, count.to_string())
            .text(" of the ")
            .value(Kind::Quantity, needed.to_string())
            .text(" computers that it needs for this product."),
        (Some(count), None) => phrase
            .value(Kind::Quantity, card::counted(count, "computer"))
            .text(", which is too few for this product."),
        (None, Some(needed)) => phrase
            .text("fewer than the ")
            .value(Kind::Quantity, needed.to_string())
            .text(" computers that it needs for this product."),
        (None, None) => phrase.text("too few computers for this product."),
    }
}

/// How many are needed.
pub fn thresholds() -> Phrase {
    Phrase::from(format!(
        "Needed are {} for Windows clients, {} for Windows Server and {} for Office; each Office host key counts for itself.",
        WINDOWS_CLIENTS.value, WINDOWS_SERVERS.value, OFFICE_CLIENTS.value
    ))
}

/// An activation beside it.
pub const ACTIVATED_TOO: &str =
    "Another record shows this client activated: the later of the two counts.";
/// Beside the command.
pub const READ_COUNT: &str = "Read the count; an Office host has one of its own";
/// Beside the command.
pub const SEE_WHO_ASKED: &str = "See which computers asked, and whether CMIDs repeat";
/// Beside the command.
pub const MORE_MUST_ASK: &str = "Let more computers ask: each counts, also while it is refused";
/// On which machine.
pub const ON_HOST: &str = "the KMS host";
/// On which machines.
pub const ON_OTHERS: &str = "other clients of this host";
/// On which machine.
pub const ON_THIS_CLIENT: &str = "the client";

/// Answered and activated.
pub fn answered(logged: Option<String>) -> Phrase {
    let phrase = Phrase::from("A KMS host answered and activated this client");
    let phrase = match logged {
        Some(logged) => phrase.text(" (").value(Kind::Date, logged).text(")"),
        None => phrase,
    };
    phrase.text(format!(
        ": DNS, network and port worked then. That holds for {} days.",
        KMS_VALIDITY.value / 1440
    ))
}

/// A closed port.
pub fn port_closed(name: Option<&str>, port: u16) -> Phrase {
    host_and_port(Phrase::new(), name, port).text(
        " can't be reached from the machine that ran the test: KMS clients there get no answer.",
    )
}

/// Why a port is closed.
pub const WHY_CLOSED: &str = "A firewall stands between, nothing listens there, or the name leads to another machine. Windows brings the rule for the KMS port with it, switched off.";
/// Beside the command.
pub const SEE_HOST_PORT: &str = "See which port the host listens on";
/// Beside the command.
pub const SEE_LISTENER: &str = "See whether the service listens there";
/// Beside the command.
pub const SEE_FIREWALL: &str = "See whether its firewall lets clients in";

/// An open port.
pub fn port_open(name: Option<&str>, port: u16) -> Phrase {
    host_and_port(Phrase::new(), name, port).text(
        " can be reached from the machine that ran the test: network and firewall are not in the way.",
    )
}

/// DNS has no record.
pub fn dns_none(name: Option<String>) -> Phrase {
    let phrase = Phrase::from("DNS names no KMS host");
    let phrase = match name {
        Some(name) => phrase.text(" under ").value(Kind::Host, name),
        None => phrase,
    };
    phrase.text(", and no host is set in this text: a client that searches there finds none.")
}

/// DNS did not answer.
pub const DNS_SILENT: &str =
    "DNS gave no answer about KMS hosts: whether it names one can't be seen from this text.";
/// Where a client looks.
pub const DNS_SUFFIXES: &str = "The answer is for one domain. A client looks in that of its own DNS suffix, so ask on the client itself.";
/// Beside the command.
pub const ASK_DNS_AGAIN: &str = "Ask DNS";
/// Beside the command.
pub const SEE_PUBLISHING: &str = "See whether the host publishes itself in DNS";

/// The set host is none of those in DNS.
pub fn pin_not_in_dns(set: &str, named: &str, targets: usize) -> Phrase {
    let phrase = host(Phrase::from("This machine is set to ask "), set)
        .text(" as its KMS host, but DNS names ");
    let phrase = host(phrase, named);
    match targets {
        0 | 1 => phrase.text("."),
        2 => phrase.text(" and one other."),
        targets => phrase.text(format!(" and {} others.", targets - 1)),
    }
}

/// What a set host does.
pub const PIN_HIDES_DNS: &str =
    "While a host is set, DNS is not asked, even when that host is gone.";
/// Beside the command.
pub const TEST_PINNED: &str = "See whether the host that is set still answers";
/// Beside the command.
pub const UNPIN: &str = "Only if it is the wrong one: forget it and ask DNS again";
/// Beside the command.
pub const UNPIN_OFFICE: &str = "The same for Office";
/// Beside it.
pub const UNPIN_NOTE: &str =
    "It comes back where a policy or a script sets it. Office has a setting of its own.";

/// Two ports of one host.
pub fn pin_port(set: &str, port: u16, named: u32) -> Phrase {
    host(Phrase::from("This machine asks "), set)
        .text(" at port ")
        .value(Kind::Quantity, port.to_string())
        .text(", but DNS names port ")
        .value(Kind::Quantity, named.to_string())
        .text(" for it: one of them is wrong.")
}

/// Beside the command.
pub const UNPIN_FOR_PORT: &str = "If DNS is right: forget the host that is set and ask DNS again";

/// DNS and the host differ.
pub fn dns_port(named: u32, listens: u32) -> Phrase {
    Phrase::from("DNS sends clients to port ")
        .value(Kind::Quantity, named.to_string())
        .text(", but the KMS host in this text listens on ")
        .value(Kind::Quantity, listens.to_string())
        .text(".")
}

/// Beside the command.
pub const WRITE_RECORD_AGAIN: &str =
    "Start the licensing service again: it then writes its record anew, if it publishes itself";

/// A command failed.
pub fn command_failed(code: u32) -> Phrase {
    explained(Phrase::from("A command failed with "), code)
}

/// Another one.
pub fn also_failed(code: u32) -> Phrase {
    explained(Phrase::from("Another one failed with "), code)
}

/// Before the tool's words.
pub const TOOL_SAYS: &str = card::TOOL_SAYS;

/// The script host is off.
pub const SCRIPT_HOST_OFF: &str = "Windows Script Host is switched off on this machine: slmgr.vbs and ospp.vbs do not run. That says nothing about the activation.";
/// No VBScript.
pub const VBSCRIPT_MISSING: &str = "VBScript is not there on this machine: slmgr.vbs and ospp.vbs do not run. That says nothing about the activation.";
/// What to do instead.
pub const CIM_DOES_THE_SAME: &str =
    "PowerShell reads the same values from CIM; nothing has to be switched on for it.";
/// Beside the command.
pub const CIM_STATE: &str = "Show the state of every product that has a key, then paste it here";
/// Beside the command.
pub const CIM_IID: &str = "Show the Installation IDs for the telephone";

/// Nothing to act on.
pub const PRODUCT_NOT_FOUND: &str = "slmgr.vbs found no product to act on: the Activation ID belongs to no licence here, or that licence has no key.";
/// The other tool.
pub const OFFICE_BY_OSPP: &str = "Office clients are asked by ospp.vbs, without an Activation ID; Office KMS hosts by slmgr.vbs, with the ID of the host and not of the client.";
/// Beside the command.
pub const SEE_ALL: &str = "See what is there: products with a partial product key have one";
/// Beside the command.
pub const SEE_OFFICE: &str = "See what Office itself says";

/// vnextdiag.ps1.
pub const VNEXTDIAG: &str = "This is the listing of Microsoft 365 Apps. It is activated by the sign-in of its user: no KMS host, key or telephone is needed.";
/// vnextdiag.ps1, and ospp.vbs without a key.
pub const VNEXTDIAG_AND_NO_KEY: &str = "Office here is Microsoft 365 Apps, activated by the sign-in of its user. That ospp.vbs finds no product key is right so.";
/// A subscription.
pub const SUBSCRIPTION: &str = "ospp.vbs lists a subscription: Microsoft 365 Apps is activated by the sign-in of its user, and ospp.vbs shows only part of it.";
/// No key of Office.
pub const OFFICE_WITHOUT_KEY: &str = "ospp.vbs finds no product key of Office. For Microsoft 365 Apps that is right so; an Office that is activated by KMS or MAK needs its key first.";
/// Beside the command.
pub const RUN_VNEXTDIAG: &str = "If it is Microsoft 365 Apps: show its licences";
/// Beside it.
pub const RUN_VNEXTDIAG_NOTE: &str = "The output holds user names and tenant IDs.";

/// An Office client by slmgr.vbs.
pub const SLMGR_FOR_OFFICE: &str = "slmgr.vbs shows this Office client, but its own tool is ospp.vbs: without an Activation ID slmgr.vbs acts on Windows.";
/// Beside the command.
pub const ACTIVATE_OFFICE: &str = "Activate Office";

/// Whom a value of the registry is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Every product.
    Machine,
    /// Office.
    Office,
    /// One application or product.
    Product,
}

impl Scope {
    const fn words(self) -> &'static str {
        match self {
            Scope::Machine => "",
            Scope::Office => " for Office",
            Scope::Product => " for one product",
        }
    }
}

/// A host in the registry.
pub fn registry_pin(scope: Scope, name: &str) -> Phrase {
    let phrase = Phrase::from("The registry sets the KMS host").text(scope.words());
    host(phrase.text(": "), name).text(".")
}

/// Another one.
pub fn registry_pin_too(scope: Scope, name: &str) -> Phrase {
    let phrase = Phrase::from("It also sets one").text(scope.words());
    host(phrase.text(": "), name)
        .text(". A setting for one product goes before one for the machine.")
}

/// Beside the command.
pub const SEE_PINS: &str = "See every host that the registry sets";

/// A host in a key that nothing reads.
pub fn registry_unread(name: &str) -> Phrase {
    let phrase = Phrase::from("The registry sets a KMS host for Office, ");
    host(phrase, name).text(
        ", in the key of Windows 7. On Windows 8 and later, Office 2013 and newer do not read it.",
    )
}

/// What still reads it.
pub const OFFICE_2010_READS_IT: &str = "Newer Office is pinned below the SoftwareProtectionPlatform key of Windows; ospp.vbs with /sethst picks the right place.";
/// Beside the command.
pub const SEE_OFFICE_HOST: &str = "See which host Office really asks";

/// The way that a value allows; `None` for any.
pub fn only_way(value: u32) -> Option<&'static str> {
    match value {
        1 => Some("by Active Directory"),
        2 => Some("by KMS"),
        3 => Some("by tokens"),
        _ => None,
    }
}

/// One way only.
pub fn activation_type(only: &'static str) -> Phrase {
    Phrase::from("The registry allows volume activation ")
        .strong(only)
        .text(" only: no other way is tried.")
}

/// Beside the command.
pub const ANY_WAY: &str = "If that is not meant: allow any way again";

/// SkipRearm.
pub const SKIP_REARM: &str =
    "SkipRearm is 1 in the registry: /rearm and sysprep leave the timers and the CMID as they are.";
/// What follows.
pub const SKIP_REARM_CLONES: &str = "Machines that are copied from this one share its CMID, and a KMS host counts them as one. Set it to 0 before an image is taken.";

/// Two values of one field.
pub fn two_values(labels: &[&'static str]) -> Phrase {
    let phrase = Phrase::from("This text contradicts itself");
    let phrase = match labels {
        [] => phrase,
        [label] => phrase.text(": it has two values of ").strong(*label),
        [label, rest @ ..] => phrase
            .text(": it has two values of ")
            .strong(*label)
            .text(format!(
                " and of {}",
                card::counted(rest.len() as u32, "other field")
            )),
    };
    phrase.text(". The first one was taken.")
}

/// Both can't be.
pub const LICENSED_AND_NOT_IN_USE: &str = "This text contradicts itself: a product is licensed and at the same time not in use. Lines of two products may have got mixed.";
/// Both can't be.
pub const HOST_BLOCK_OF_A_CLIENT: &str = "This text contradicts itself: the counts of a KMS host stand below a product that is none. Lines of two products may have got mixed.";
/// What helps.
pub const ONE_OUTPUT_AT_A_TIME: &str =
    "What is said of it may be of the wrong value. Paste one whole output at a time.";

/// Several machines.
pub const SEVERAL_MACHINES: &str =
    "This text holds outputs of several machines. What is said of a product is of its own output.";
/// What is not a product's.
pub const SEVERAL_MACHINES_EVIDENCE: &str = "Errors, events and what other tools found may be of any of them: paste each machine by itself to be sure.";

/// Masked values.
pub fn masked(labels: &[&'static str]) -> Phrase {
    let mut phrase = Phrase::from("Masked in this text, and needed for a conclusion: ");
    for (at, label) in labels.iter().enumerate() {
        let gap = match at {
            0 => "",
            _ if at + 1 == labels.len() => " and ",
            _ => ", ",
        };
        phrase = phrase.text(gap).strong(*label);
    }
    phrase.text(".")
}

/// What the field of that key decides; empty for those that stop no conclusion.
pub fn decides(key: &str) -> &'static str {
    match key {
        "description" => "tells the channel, and so which rules hold.",
        "licenseStatus" => "tells whether it is activated.",
        "reasonCode" => "tells why it is not activated.",
        "minutesRemaining" => "tells how long the activation still holds.",
        "activationId" => {
            "tells which product it is; commands for add-ons and Office hosts need it."
        }
        "installationId" => "is what is read out on the telephone.",
        "kmsHost.currentCount" => "tells whether the host has counted enough.",
        "kmsClient.registeredHost" | "kmsClient.hostFromDns" | "service.host" => {
            "tells which host is asked; in commands a placeholder stands for it."
        }
        _ => "",
    }
}

/// Whether the field of that key only matters while a product is not activated.
pub fn decides_for_activation(key: &str) -> bool {
    matches!(
        key,
        "reasonCode"
            | "activationId"
            | "installationId"
            | "kmsClient.registeredHost"
            | "kmsClient.hostFromDns"
    )
}

/// One of them.
pub fn decides_what(label: &'static str, what: &'static str) -> Phrase {
    Phrase::new().strong(label).text(" ").text(what)
}

/// It stays here.
pub const MASK_SAFELY: &str =
    "Nothing that is pasted leaves this page, and product keys are masked by it anyway.";
