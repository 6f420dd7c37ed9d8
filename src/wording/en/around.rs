//! What a paste says besides products, in words: the machine, records of the event log, what other tools found.
//!
//! Sources of the meanings of records: the tables of the Volume Activation guides (technet.microsoft.com/library/ff793440), and
//! Microsoft's troubleshooting pages on events 8198, 8208 and 12293. Of the registry: the volume activation reference.

use crate::{
    phrase::{Kind, Phrase},
    wording::controls::number,
};

/// Heading of what concerns the machine rather than a product.
pub const MACHINE: &str = "This machine";
/// Heading of the records.
pub const EVENTS: &str = "Event log";
/// Heading of what other tools found.
pub const OTHERS: &str = "Other evidence";

/// Names of what a record or a finding holds.
#[allow(missing_docs)] // the words say what they name
pub mod facts {
    pub const LOGGED: &str = "Logged";
    pub const COMPUTER: &str = "On";
    pub const HOST: &str = "Host asked";
    pub const CLIENT: &str = "Client";
    pub const CMID: &str = "CMID";
    pub const SENT: &str = "Sent at";
    pub const VIRTUAL: &str = "Virtual machine";
    pub const STATE: &str = "State";
    pub const TIME: &str = "Time left";
    pub const PRODUCT: &str = "Product";
    pub const NEEDED: &str = "Clients needed";
    pub const COUNTED: &str = "Clients counted";
    pub const ACTIVATED: &str = "Activated";
    pub const RETRY: &str = "Asks again after";
    pub const RENEWAL: &str = "Renews after";
    pub const FLAGS: &str = "Flags";
    pub const DOMAIN: &str = "Domain";
    pub const APPLICATION: &str = "Application or template";
    pub const DETAILS: &str = "It says";
    pub const ASKED: &str = "Asked for";
    pub const SERVER: &str = "DNS server";
    pub const ANSWER: &str = "Answer";
    pub const PRIORITY: &str = "Priority";
    pub const WEIGHT: &str = "Weight";
    pub const ADDRESS: &str = "Address";
    pub const STRATUM: &str = "Stratum";
    pub const SYNCED: &str = "Last set";
    pub const OFFSET: &str = "Off by";
    pub const KEY: &str = "Key";
}

/// The result of a record with code 0.
pub const SUCCESS: &str = "Success";
/// Before the code of a record.
pub const RESULT: &str = "Result";

/// Yes or no.
pub const fn yes(is: bool) -> &'static str {
    if is { "Yes" } else { "No" }
}

/// What a record of that number tells.
pub const fn event(id: u32) -> &'static str {
    match id {
        12288 => "The client asked a KMS host.",
        12289 => "The client checked the KMS host's answer.",
        12290 => "The KMS host worked on a client's request.",
        12291 => "The KMS host could not start.",
        12292 => "The KMS host could not start its renewal timer.",
        12293 => {
            "The KMS host's record could not be published in DNS: clients do not find it by themselves."
        }
        12294 => "The KMS host published its record in DNS.",
        12309 => "A virtual machine asked its Hyper-V host for activation.",
        12310 => "The Hyper-V host was asked by a virtual machine for activation.",
        12321 => "Token-based activation failed; harmless where it is not used.",
        8198 => "The activation failed.",
        8200 => "A licence could not be fetched from Microsoft.",
        8208 => "No genuine ticket could be fetched; harmless on a machine without internet.",
        900 => "The licensing service is starting.",
        902 => "The licensing service has started.",
        903 => "The licensing service has stopped.",
        16384 => "The licensing service will start again by itself.",
        _ => "A record of the licensing service that is not explained here.",
    }
}

/// 12288: no host could be asked.
pub const NOT_ASKED: &str = "The client could not ask a KMS host.";
/// 12289: what came of it.
pub const fn answered(activated: bool) -> &'static str {
    if activated {
        "The KMS host answered, and the client is activated."
    } else {
        "The KMS host answered, and the client is not activated."
    }
}
/// 12289: the count is too low.
pub const COUNT_TOO_LOW: &str = "The KMS host answered, but it has not counted enough clients yet.";
/// 12290: the host refused.
pub const REFUSED: &str = "The KMS host refused a client's request.";

/// What a log of requests says in all.
#[allow(missing_docs)] // the words say what they name
pub mod log {
    pub const REQUESTS: &str = "Requests";
    pub const CLIENTS: &str = "Different clients (CMIDs)";
    pub const CLONES: &str = "CMIDs under several names";
    pub const FAILED: &str = "Refused requests";
    pub const CHART: &str = "Product asked for";
    pub const UNKNOWN: &str = "Not in the catalogue: ";
    pub const WITHOUT: &str = "without a readable CMID";
}

/// From when to when.
pub fn span(first: &str, last: &str) -> Phrase {
    let phrase = Phrase::new().text(" (").value(Kind::Date, first.to_owned());
    let phrase = if first == last {
        phrase
    } else {
        phrase.text(" to ").value(Kind::Date, last.to_owned())
    };
    phrase.text(")")
}

/// One CMID of several machines.
pub fn clone(id: String, names: &[&str]) -> Phrase {
    let phrase = Phrase::new().value(Kind::Machine, id).text(" was sent by ");
    listed(phrase, names).text(": copies of one image that was not generalised (sysprep). The host counts them as one client.")
}

/// One machine with several CMIDs.
pub fn several_ids(name: &str, ids: usize) -> Phrase {
    Phrase::new()
        .value(Kind::Host, name.to_owned())
        .text(format!(
            " sent {ids} CMIDs: it was set up or rearmed again, or several machines have that name."
        ))
}

fn listed(mut phrase: Phrase, names: &[&str]) -> Phrase {
    /// More names are only counted.
    const MOST: usize = 12;
    for (at, name) in names.iter().take(MOST).enumerate() {
        let gap = match at {
            0 => "",
            _ if at + 1 == names.len() => " and ",
            _ => ", ",
        };
        phrase = phrase.text(gap).value(Kind::Host, (*name).to_owned());
    }
    match names.len().saturating_sub(MOST) {
        0 => phrase,
        more => phrase.text(format!(" and {}", counted(more, "other"))),
    }
}

/// More of the same, not listed.
pub fn and_more(count: usize) -> Phrase {
    Phrase::from(format!("And {} more.", number(count as u64)))
}

/// A record of DNS.
pub fn dns_record(target: String) -> Phrase {
    Phrase::from("DNS names a KMS host: ")
        .value(Kind::Host, target)
        .text(".")
}

/// DNS has no record.
pub const DNS_NONE: &str = "DNS names no KMS host: clients that search by themselves find none.";

/// A port test.
pub fn port_test(host: Phrase, succeeded: Option<bool>) -> Phrase {
    host.text(match succeeded {
        Some(true) => " can be reached.",
        Some(false) => {
            " can't be reached: a firewall, a wrong name or address, or nothing that listens there."
        }
        None => " was tested; the result is not in this text.",
    })
}

/// The clock.
pub fn clock(source: Option<String>, synchronized: Option<bool>) -> Phrase {
    let named = |begin: &'static str| match source.clone() {
        Some(source) => Phrase::from(begin).value(Kind::Host, source),
        None => Phrase::new(),
    };
    match synchronized {
        Some(false) => Phrase::from(
            "The clock follows no other clock. A KMS host refuses clients whose clock is more than four hours off.",
        )
        .then(named(" Its source: ")),
        _ if source.is_some() => named("The clock follows ").text("."),
        Some(true) => Phrase::from("The clock follows another clock."),
        None => Phrase::from("What the clock follows is not in this text."),
    }
}

/// What a value of a licensing key is; empty for others.
pub fn registry(name: &str) -> &'static str {
    const NAMES: [(&str, &str); 10] = [
        (
            "KeyManagementServiceName",
            "the KMS host that is set; DNS is not asked",
        ),
        ("KeyManagementServicePort", "the port of that host"),
        (
            "KeyManagementServiceListeningPort",
            "the port that this KMS host listens on",
        ),
        ("DisableDnsPublishing", "1 keeps this KMS host out of DNS"),
        (
            "EnableKmsLowPriority",
            "1 lets this KMS host run with low priority",
        ),
        (
            "VLActivationInterval",
            "minutes between requests while not activated",
        ),
        (
            "VLRenewalInterval",
            "minutes between requests while activated",
        ),
        (
            "VLActivationType",
            "the allowed way: 0 all, 1 Active Directory, 2 KMS, 3 tokens",
        ),
        ("SkipRearm", "1 keeps a rearm from setting the timers back"),
        (
            "NoGenTicket",
            "1 keeps this machine from fetching genuine tickets",
        ),
    ];
    NAMES
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name))
        .map_or("", |(_, what)| what)
}

/// What a paste holds besides products, in one sentence; empty where that is nothing.
pub fn found(
    products: usize,
    events: usize,
    findings: usize,
    machine: bool,
    errors: usize,
) -> String {
    let mut parts: Vec<String> = [
        (events, "record", " of the event log"),
        (findings, "finding", " of other tools"),
    ]
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .map(|(count, unit, of)| counted(count, unit) + of)
    .chain((machine && products == 0).then(|| "settings of the machine".to_owned()))
    .collect();
    if products == 0 && errors > 0 && !parts.is_empty() {
        parts.push(counted(errors, "printed error"));
    }
    match (parts.as_slice(), products) {
        ([], _) => String::new(),
        (parts, 0) => format!("This text holds no product, but {}.", joined(parts)),
        (parts, _) => format!(" Besides: {}.", joined(parts)),
    }
}

fn joined(parts: &[String]) -> String {
    match parts {
        [parts @ .., last] if !parts.is_empty() => format!("{} and {last}", parts.join(", ")),
        _ => parts.concat(),
    }
}

fn counted(count: usize, unit: &str) -> String {
    let end = if count == 1 { "" } else { "s" };
    format!("{} {unit}{end}", number(count as u64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrase::Redact;

    #[test]
    fn what_was_found_in_one_sentence() {
        for (found, sentence) in [
            (found(0, 0, 0, false, 3), ""),
            (
                found(0, 1, 2, true, 1),
                "This text holds no product, but 1 record of the event log, 2 findings of other tools, settings of the machine and 1 printed error.",
            ),
            (
                found(1, 1200, 0, true, 1),
                " Besides: 1,200 records of the event log.",
            ),
            (found(2, 0, 0, true, 0), ""),
        ] {
            assert_eq!(found, sentence);
        }
    }

    #[test]
    fn names_are_listed_and_hidden() {
        let said = clone("id".to_owned(), &["PC01", "PC02", "PC03"]);
        assert!(
            said.plain(Redact::No)
                .starts_with("id was sent by PC01, PC02 and PC03: copies")
        );
        assert!(!said.plain(Redact::Yes).contains("PC0"));
        let many = vec!["PC"; 14];
        assert!(
            clone(String::new(), &many)
                .plain(Redact::No)
                .contains("PC and 2 others:")
        );
    }
}
