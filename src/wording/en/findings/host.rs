//! Findings about KMS hosts.

use crate::{
    id::error_code,
    kb::{
        reason,
        threshold::{
            CLOCK_DIFFERENCE, COUNT_AGEING, HOST_KEY_ACTIVATIONS, HOST_KEY_HOSTS, KMS_PORT,
            OFFICE_CLIENTS, WINDOWS_CLIENTS, WINDOWS_SERVERS,
        },
    },
    phrase::{Kind, Phrase},
    wording::{card::span_text, controls::number},
};

/// "1 request", "1,200 requests".
fn counted(count: u32, unit: &str) -> String {
    let end = if count == 1 { "" } else { "s" };
    format!("{} {unit}{end}", number(u64::from(count)))
}

/// A count below the threshold.
pub fn count_too_low(count: u32, office: bool, servers_wait: bool) -> Phrase {
    let phrase = Phrase::new()
        .text("This KMS host has counted ")
        .value(Kind::Quantity, count.to_string());
    if office {
        phrase.text(format!(
            " computers with this Office. It activates none before {}.",
            OFFICE_CLIENTS.value
        ))
    } else if servers_wait {
        phrase.text(format!(
            " computers. It activates servers from {} and Windows clients from {} on, so nobody yet.",
            WINDOWS_SERVERS.value, WINDOWS_CLIENTS.value
        ))
    } else {
        phrase.text(format!(
            " computers: enough for servers ({}), too few for Windows clients ({}).",
            WINDOWS_SERVERS.value, WINDOWS_CLIENTS.value
        ))
    }
}

/// How a host counts.
pub const HOW_COUNTED: &str = "Each different computer counts once, by its CMID, also while it is refused. Clones that share a CMID \
     count as one. Servers and clients add to the same count of Windows.";
/// What lowers the count.
pub const COUNT_AGES: &str = "A computer that has not asked for 30 days drops out of the count.";
/// Beside the command that lists requests.
pub const SEE_WHO_ASKED: &str = "See which computers asked, and whether CMIDs repeat";

/// Office generations begin with this word.
pub const OFFICE: &str = "Office";

/// A count below the threshold, on a host that activates Windows clients only.
pub fn count_too_low_for_clients(count: u32) -> Phrase {
    Phrase::new()
        .text("This KMS host has counted ")
        .value(Kind::Quantity, counted(count, "computer"))
        .text(format!(
            ". It activates Windows clients from {} on, so nobody yet.",
            WINDOWS_CLIENTS.value
        ))
}

/// The host has its key and no activation.
pub const NOT_ACTIVATED: &str =
    "This KMS host is not activated itself: until it is, it activates nobody, whatever its count.";
/// How that goes.
pub const HOST_ACTIVATES_ONCE: &str = "A KMS host is activated once by Microsoft, on line or by telephone. Clients that ask it before are told 0xC004F041.";
/// Beside the command.
pub const ACTIVATE_HOST: &str = "Activate the host, if it reaches the internet";
/// Beside the command.
pub const SHOW_IID: &str = "Else by telephone: show the Installation ID";
/// Beside the command.
pub const DEPOSIT_CID: &str = "By telephone: put in the Confirmation ID that you were given";
/// Beside the command.
pub const SEE_LICENSED: &str = "See whether the license status is Licensed now";

/// All counters are nought.
pub const NEVER_ASKED: &str = "No client has ever asked this KMS host: all its counters are 0.";
/// How clients come to a host.
pub const HOW_CLIENTS_FIND: &str = "Clients find it by the record that it writes into DNS, or are told its name; then the firewall has to let them in.";
/// Beside the command.
pub const SEE_DNS: &str = "See whether DNS names this host";
/// Beside the command.
pub const SEE_FIREWALL: &str = "See whether the firewall of this host lets clients in";
/// Beside the command.
pub const MAKE_CLIENT_ASK: &str = "Let a client ask: even a refusal then shows in the counters";
/// On which machine.
pub const ON_CLIENT: &str = "a client of this host";

/// Count 0 after requests.
pub fn count_zero(total: u32) -> Phrase {
    Phrase::new()
        .text("The count is 0, though the host has had ")
        .value(Kind::Quantity, counted(total, "request"))
        .text(format!(
            " in its life. That is normal when nobody asked for {}.",
            counted(COUNT_AGEING.value, "day")
        ))
}

/// Count 0, counters not printed.
pub const COUNT_ZERO_UNKNOWN: &str = "The count is 0. This text does not show whether anybody ever asked: with requests in the past, 0 is normal after a month of silence.";
/// Beside the command.
pub const SEE_COUNTERS: &str = "Show the counters of all requests";

/// Failed requests among others.
pub fn requests_failed(failed: u32, total: Option<u32>) -> Phrase {
    let phrase = Phrase::new().value(Kind::Quantity, number(u64::from(failed)));
    let phrase = match total {
        Some(total) => phrase
            .text(" of ")
            .value(Kind::Quantity, counted(total, "request")),
        None => phrase.text(if failed == 1 { " request" } else { " requests" }),
    };
    phrase.text(" failed since this host was set up. That is information, not a fault of today.")
}

/// Nothing but failed requests.
pub fn all_requests_failed(failed: u32) -> Phrase {
    let phrase = match failed {
        1 => Phrase::from("The only request that this host ever got"),
        failed => Phrase::new()
            .text("Every request that this host ever got, ")
            .value(Kind::Quantity, number(u64::from(failed)))
            .text(","),
    };
    phrase.text(" failed. Most likely its key does not cover what the clients ask for.")
}

/// What the counters are.
pub const COUNTERS_ARE_TOTALS: &str = "The counters are totals of a lifetime. A request fails when it asks for a product that this host's key does not cover.";
/// Beside the command.
pub const SEE_WHO_FAILED: &str =
    "See which clients were refused, and why: the first field of event 12290";

/// An Office host licence without a key.
pub fn office_key_missing(generation: Option<String>) -> Phrase {
    let of = generation.unwrap_or_else(|| "Office".to_owned());
    Phrase::new()
        .text("This machine has the licence of a KMS host for ")
        .value(Kind::Value, of)
        .text(", but no key for it: it activates none of these clients.")
}

/// One key a generation.
pub const KEY_PER_GENERATION: &str = "Each generation of Office needs a host key of its own, beside that of Windows. If this generation is not used here, nothing has to be done.";
/// Beside the command.
pub const INSTALL_OFFICE_KEY: &str = "If it is to be used: install the host key of this generation";
/// Beside it.
pub const KEY_IN_HISTORY: &str = "The key stays in the history of the prompt.";
/// Beside the command.
pub const ACTIVATE_OFFICE_HOST: &str = "Then activate it on line";

/// A host on a Windows client.
pub const CLIENT_WINDOWS: &str =
    "This KMS host runs on a Windows client: it activates Windows clients, but no Windows Server.";

/// DNS publishing is off.
pub const DNS_PUBLISHING_OFF: &str = "This host does not publish itself in DNS: clients find it only by a record made by hand, or when they are told its name.";
/// When that is right.
pub const WHEN_OFF_IS_RIGHT: &str =
    "That is as it should be where the record is kept by hand or every client has the host set.";
/// Beside the command.
pub const PUBLISH: &str = "Only if it is to publish itself: switch publishing on";
/// Beside the command.
pub const RESTART_SERVICE: &str = "Start the licensing service again, so that the setting counts";

/// Another port.
pub fn port(port: u32) -> Phrase {
    Phrase::new()
        .text("This host listens on port ")
        .value(Kind::Quantity, port.to_string())
        .text(format!(", not on the default {}.", KMS_PORT.value))
}

/// What follows.
pub const PORT_MUST_BE_KNOWN: &str = "Clients learn the port from DNS; where the host is set by hand, the port belongs behind its name. The ready-made firewall rule is for the default port.";
/// Beside the command.
pub const SEE_PORT_IN_DNS: &str = "See whether the record in DNS names this port";
/// Beside the command.
pub const SEE_LISTENER: &str = "See whether the service listens there";
/// Beside the command.
pub const OPEN_PORT: &str = "If the firewall has no rule for it yet: let clients in";

/// Low priority.
pub const LOW_PRIORITY: &str = "The KMS service runs with low priority: on a busy machine clients may get no answer, and the count does not grow.";
/// No mix-up.
pub const NOT_THE_RECORDS_PRIORITY: &str =
    "This is its rank among the programs of this machine, not the priority of its record in DNS.";
/// Beside the command.
pub const NORMAL_PRIORITY: &str = "Set it to normal";

/// Server 2025: ready.
pub const HARDWARE_READY: &str =
    "This machine meets the requirements of a KMS host with hardware-based security.";
/// Server 2025: not ready.
pub const HARDWARE_NOT_READY: &str =
    "This machine does not meet the requirements of a KMS host with hardware-based security.";
/// What follows.
pub const HARDWARE_IS_INFORMATION: &str = "It is information: the activation of this host and of its clients goes on as before. Only a future Windows Server may ask for it.";
/// Beside the command.
pub const ASK_TPM: &str = "Ask the TPM whether it can prove this hardware";
/// Beside it.
pub const ASK_TPM_NOTE: &str =
    "An answer that names Key Attestation is good. It needs a TPM 2.0 that is switched on.";

/// The key is used up.
pub const KEY_LIMIT: &str = "The product key has reached the number of activations that it allows (0xC004C008). That is typical of a KMS host key.";

/// How many there are.
pub fn key_limit_figures() -> Phrase {
    Phrase::from(format!(
        "One host key activates {} KMS hosts, each of them {} times. The Microsoft Licensing Activation Center can raise that.",
        HOST_KEY_HOSTS.value, HOST_KEY_ACTIVATIONS.value
    ))
}

/// Where they go.
pub const KEY_ON_CLIENTS: &str = "Host keys get used up when they are put on clients: those take the published client key of their edition instead.";
/// Beside the command.
pub const SEE_WHICH_KEY: &str =
    "See which key is in use: the channel of a host key begins with VOLUME_KMS_";

/// 12291, 12292.
pub fn service_failed(id: u32, hresult: Option<u32>) -> Phrase {
    let what = if id == 12291 {
        "The KMS host could not start"
    } else {
        "The KMS host could not start its renewal timer"
    };
    with_code(
        Phrase::new().text(what).text(format!(" (event {id}")),
        hresult,
    )
    .text(").")
}

/// ", code".
fn with_code(phrase: Phrase, hresult: Option<u32>) -> Phrase {
    match hresult {
        Some(code) => phrase
            .text(", ")
            .value(Kind::Code, error_code::format(code)),
        None => phrase,
    }
}

/// Beside the command.
pub const SEE_AFTER_RESTART: &str = "See whether the block of the KMS host is there again";

/// 12293.
pub fn publish_failed(domain: Option<String>, hresult: Option<u32>) -> Phrase {
    let phrase = Phrase::from("This host could not write its record into DNS");
    let phrase = match domain {
        Some(domain) => phrase.text(", domain ").value(Kind::Host, domain),
        None => phrase,
    };
    with_code(phrase.text(" (event 12293"), hresult)
        .text("): clients do not find it by themselves.")
}

/// The usual cause.
pub const PUBLISH_RIGHTS: &str = "Mostly the record belongs to another host, or the zone takes no dynamic updates. In the zone, this host needs full control of the record _VLMCS below _tcp.";
/// Beside 12294.
pub const PUBLISHED_TOO: &str =
    "Event 12294, that it worked, is in this text too: the later one counts.";
/// Beside the command.
pub const SEE_RECORD: &str = "See which hosts DNS names";
/// Beside the command.
pub const RESTART_AFTER_RIGHTS: &str =
    "After the rights are set: start the licensing service again; event 12294 tells that it worked";

/// A refused setting.
pub const SETTING_REFUSED: &str = "The setting was not made: only a KMS host that is activated takes it, and this machine is none.";
/// Beside the command.
pub const SEE_HOST_STATE: &str =
    "See whether this machine has a host key, and whether it is licensed";

/// The service has to be started again.
pub const RESTART_SERVICE_NEEDED: &str = "The settings that were made do not count yet: the tool asks for a restart of the KMS service. The machine itself can go on running.";
/// The machine has to be started again.
pub const RESTART_MACHINE_NEEDED: &str =
    "What was done counts only after a restart of this machine: the tool asks for it.";

/// Refused requests in the log.
pub fn requests_refused(times: usize, requests: usize, code: u32) -> Phrase {
    let phrase = Phrase::new()
        .text("This host refused ")
        .value(Kind::Quantity, number(times as u64))
        .text(" of the ")
        .value(Kind::Quantity, number(requests as u64))
        .text(" requests in its log, mostly with ")
        .value(Kind::Code, error_code::format(code));
    match reason::find(code) {
        Some(known) => phrase.text(": ").text(known.meaning),
        None => phrase.text("."),
    }
}

/// What the key does not cover.
pub fn not_covered(generation: &'static str, office: bool) -> Phrase {
    let phrase = Phrase::new()
        .text("A client asked for ")
        .value(Kind::Value, generation);
    phrase.text(if office {
        ": that takes the host key of this Office generation."
    } else {
        ": that takes a Windows host key of this generation or a newer one."
    })
}

/// Beside the command.
pub const SEE_KEYS: &str = "See which keys this host has: the products with a partial product key";

/// A client's clock: the host refused it for that, or the two times of its request tell.
pub fn client_clock(name: Option<&str>, times: usize, refused: bool) -> Phrase {
    let phrase = Phrase::from(format!(
        "The clock of a client is more than {} from that of this host",
        span_text(CLOCK_DIFFERENCE.value)
    ));
    let phrase = match name {
        Some(name) => phrase.text(": ").value(Kind::Host, name.to_owned()),
        None => phrase,
    };
    match (refused, times) {
        (true, 1) => phrase.text(". Its request was refused (0xC004F06C)."),
        (true, times) => phrase
            .text(". ")
            .value(Kind::Quantity, number(times as u64))
            .text(" requests were refused for that (0xC004F06C)."),
        (false, _) => phrase.text(", by the two times in the record of its request."),
    }
}

/// Zones do not matter.
pub const CLOCKS_IN_UTC: &str = "The clocks are compared in UTC: time zones do not matter, a wrong zone set with the right local time does.";
/// Beside the command.
pub const SEE_CLOCK: &str = "See what the clock follows";
/// Beside the command.
pub const SET_CLOCK: &str = "Set the clock by its source";
/// On which machine.
pub const ON_THAT_CLIENT: &str = "that client";

/// One CMID under several names.
pub fn clones(names: &[&str], count: usize, ids: usize) -> Phrase {
    let mut phrase = Phrase::new();
    for (at, name) in names.iter().enumerate() {
        let gap = match at {
            0 => "",
            _ if at + 1 == names.len() && names.len() == count => " and ",
            _ => ", ",
        };
        phrase = phrase.text(gap).value(Kind::Host, (*name).to_owned());
    }
    if count > names.len() {
        phrase = phrase.text(format!(" and {} more", count - names.len()));
    }
    let phrase = phrase.text(" share one CMID: the host counts them as one computer.");
    match ids {
        0 | 1 => phrase,
        2 => phrase.text(" The same is so of one other CMID."),
        ids => phrase.text(format!(
            " The same is so of {} other CMIDs.",
            number(ids as u64 - 1)
        )),
    }
}

/// Why there are clones.
pub const WHY_CLONES: &str = "They are copies of one image that was not generalised (sysprep), or SkipRearm stood at 1 when it was.";
/// Some requests have no CMID.
pub const SOME_UNREADABLE: &str =
    "Some requests in this text have no readable CMID; there may be more of them.";
/// Beside the command.
pub const REARM_CLONES: &str = "Give each clone a CMID of its own, then restart it";
/// Beside it.
pub const REARM_CLONES_NOTE: &str = "It uses up one rearm, and the clone has to be activated again. Office clones have a rearm of their own.";
/// Beside the command.
pub const ASK_AGAIN: &str = "After the restart: let it ask the host";
/// On which machine.
pub const ON_EACH_CLONE: &str = "each clone";
