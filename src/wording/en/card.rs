//! The sentences of a card: time, identifiers, KMS host and client, reason codes.

use crate::{
    kb::{Certainty, activation_id::KnownActivationId, threshold},
    phrase::{Kind, Phrase},
    reading::ExpiryKind,
    suspicion::Suspicion,
};

/// Titles of the sections.
pub mod sections {
    /// Reason code.
    pub const REASON: &str = "Reason code";
    /// KMS host block.
    pub const KMS_HOST: &str = "KMS host";
    /// KMS client block.
    pub const KMS_CLIENT: &str = "KMS client";
    /// AD-based activation block.
    pub const AD: &str = "Active Directory-based activation";
    /// Activation ID, Application ID, Installation ID, key.
    pub const IDENTIFIERS: &str = "Identifiers";
    /// The product's own Extended PID.
    pub const EXTENDED_PID: &str = "Extended PID";
    /// The Extended PID of the KMS host that answered.
    pub const HOST_EXTENDED_PID: &str = "Extended PID of the KMS host";
    /// Rearms and dates.
    pub const REARM: &str = "Rearms and dates";
    /// Addresses.
    pub const URLS: &str = "Addresses of the activation service";
}

/// A product without a name.
pub const UNNAMED: &str = "Product without a name in this text";

/// "is a full key away": words for a number of minutes, "173 days, 14 hours".
pub fn span_of(minutes: u32) -> Phrase {
    Phrase::new().value(Kind::Quantity, span_text(minutes))
}

/// The same as text.
pub fn span_text(minutes: u32) -> String {
    let (days, hours, rest) = (minutes / 1440, minutes % 1440 / 60, minutes % 60);
    match (days, hours, rest) {
        (0, 0, rest) => counted(rest, "minute"),
        (0, hours, 0) => counted(hours, "hour"),
        (0, hours, rest) => format!("{}, {}", counted(hours, "hour"), counted(rest, "minute")),
        (days, 0, _) => counted(days, "day"),
        (days, hours, _) => format!("{}, {}", counted(days, "day"), counted(hours, "hour")),
    }
}

/// "1 day", "2 days".
pub fn counted(count: u32, unit: &str) -> String {
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}

/// What ends when the time is over.
pub fn what_ends(kind: Option<ExpiryKind>) -> Phrase {
    Phrase::from(match kind {
        Some(ExpiryKind::Volume) => {
            "until the volume activation lapses, unless it is renewed before"
        }
        Some(ExpiryKind::Timebased) => "until the time-limited licence ends",
        Some(ExpiryKind::Avma) => {
            "until the activation by the Hyper-V host lapses, unless it is renewed before"
        }
        Some(ExpiryKind::Grace) => "left of the grace period",
        None => "left",
    })
}

/// A grace period without a minute left.
pub const GRACE_OVER: &str = "No time is left of it: expect notification.";

/// What ends at a printed date.
pub fn what_ends_then(kind: Option<ExpiryKind>) -> Phrase {
    Phrase::from(match kind {
        Some(ExpiryKind::Volume) => {
            "is when the volume activation lapses, unless it is renewed before"
        }
        Some(ExpiryKind::Timebased) => "is when the time-limited licence ends",
        Some(ExpiryKind::Avma) => {
            "is when the activation by the Hyper-V host lapses, unless it is renewed before"
        }
        Some(ExpiryKind::Grace) => "is when the grace period ends",
        None => "is the printed end",
    })
}

/// The end stands in the text.
pub const END_AS_PRINTED: &str = "The tool printed this date itself, in the time of that machine.";

/// A printed date with two readings.
pub fn two_readings(month_first: String, day_first: String) -> Phrase {
    Phrase::new()
        .text("Day and month can be read both ways: ")
        .value(Kind::Date, month_first)
        .text(" or ")
        .value(Kind::Date, day_first)
        .text(", as the machine's regional settings have it.")
}

/// The moment the output was printed, taken from its Trusted time.
pub fn from_trusted_time(date: String) -> Phrase {
    Phrase::new()
        .text("Counted from the Trusted time in this text, ")
        .value(Kind::Date, date)
        .text(", in the time of that machine.")
}

/// The moment the output was printed, as the user said.
pub fn from_user(date: String) -> Phrase {
    Phrase::new()
        .text("Counted from the moment that you gave, ")
        .value(Kind::Date, date)
        .text(".")
}

/// Why the user is asked: nothing in the text tells when it was printed.
pub const NO_TRUSTED_TIME: &str = "This text does not say when it was printed, so no date can be counted. Give the moment to see the dates.";

/// Why the user is asked: the printed date has two readings.
pub fn ambiguous_date(printed: String) -> Phrase {
    Phrase::new()
        .text("The text says ")
        .value(Kind::Date, printed)
        .text(". Day and month can be read both ways: the machine's regional settings decide, and they are not in the text. Which is it?")
}

/// A printed date that can't be read.
pub fn unreadable_date(printed: String) -> Phrase {
    Phrase::new()
        .text("The text says ")
        .value(Kind::Date, printed)
        .text(", which is no date that this page can read. Give the moment to see the dates.")
}

/// Why printed days and counted days differ.
pub fn days_differ(printed: u32) -> Phrase {
    Phrase::new()
        .text("The tool printed ")
        .value(Kind::Quantity, counted(printed, "day"))
        .text(". Windows 8 and later round part days up, older scripts and Office round them down; the minutes are exact.")
}

/// More minutes than a KMS host gives.
const ABOVE_MAXIMUM: &str = "A KMS host gives at most 180 days (259,200 minutes). A larger figure does not come from one: find out what activated this machine, since tools that fake an activation leave such figures.";

/// Labels of moments on the way.
pub mod moments {
    use crate::kb::machine::Notice;

    /// 180 days before the end.
    pub const LAST_RENEWED: &str = "Last renewed, about";

    /// What people notice from a moment on.
    pub const fn notice(what: Notice) -> &'static str {
        match what {
            Notice::Toast => "Recent Windows begins to remind",
            Notice::Dialogs => "Office begins to show dialogs",
            Notice::EveryFourHours => "Windows reminds every four hours from",
            Notice::EveryHour => "Windows reminds every hour from",
        }
    }
}

/// What the catalogue says of an Activation ID.
pub fn known_activation_id(known: &KnownActivationId) -> Phrase {
    let KnownActivationId {
        product,
        generation,
        edition,
        ..
    } = *known;
    if product == OFFICE_KMS_HOST {
        return Phrase::new()
            .text("This is the ID of the ")
            .strong(format!("{generation} KMS host"))
            .text(".");
    }
    let mut phrase = Phrase::new().text("This is the ID of ").strong(product);
    // "Windows 10/11" says its generation already.
    if !product.contains(generation) {
        phrase = phrase.text(", ").strong(generation);
    }
    if !edition.is_empty() && !product.contains(edition) && !generation.contains(edition) {
        phrase = phrase.text(", edition ").strong(edition);
    }
    phrase.text(certainty_in_short(known.certainty)).text(".")
}

/// What the catalogue calls an Office KMS host.
pub const OFFICE_KMS_HOST: &str = "Office KMS host";

/// An ID that the catalogue does not have.
pub fn unknown_activation_id(date: &str) -> Phrase {
    Phrase::from(format!(
        "Well formed, and not in this catalogue (of {date}). That says nothing against it: Microsoft publishes no full list."
    ))
}

/// An Application ID that the catalogue does not have.
pub const UNKNOWN_APPLICATION_ID: &str =
    "Well formed, and none of the four Application IDs known here.";

/// How sure a fact is, as a note; nothing for what Microsoft publishes.
pub fn certainty(certainty: Certainty) -> Option<Phrase> {
    (certainty != Certainty::Official).then(|| Phrase::from(certainty.sentence()))
}

/// The same in a few words behind a value.
pub const fn certainty_in_short(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Official => "",
        Certainty::Seen => " (seen in outputs)",
        Certainty::Community => " (community table)",
        Certainty::Header => " (name only)",
        Certainty::Background => " (common knowledge)",
        Certainty::Doubtful => " (doubtful)",
    }
}

/// Where the meanings of the parts of an Extended PID come from.
pub const PID_PARTS: &str = "Microsoft publishes no table of these numbers. What is marked \"seen in outputs\" rests on real outputs and the tools of others, so take it as a good hint, not as proof.";

/// All check digits hold.
pub fn groups_hold(digits: usize, size: usize) -> Phrase {
    Phrase::from(format!(
        "{digits} digits, 9 groups of {size}; every check digit holds."
    ))
}

/// Some check digits fail.
pub fn groups_fail(failing: &[usize]) -> Phrase {
    let list = failing
        .iter()
        .map(usize::to_string)
        .collect::<Vec<_>>()
        .join(", ");
    let (group, digit) = if failing.len() == 1 {
        ("Group", "its check digit is")
    } else {
        ("Groups", "their check digits are")
    };
    Phrase::new()
        .strong(format!("{group} {list}"))
        .text(format!(": {digit} not what the other digits call for. Copy the Installation ID again; do not read it out like this."))
}

/// The parts of an Extended PID that nothing is known of.
pub fn unknown_part(value: &str) -> Phrase {
    Phrase::new()
        .value(Kind::Value, value.to_owned())
        .text(" (not known what it stands for)")
}

/// A build in an Extended PID.
pub const BUILD_9200: &str = "9200 is also what newer Windows reports to programs without a newer manifest; it alone proves nothing.";

/// The host's Extended PID in a client's output.
pub const HOST_PID: &str =
    "This describes the KMS host's key, language, build and date, not this client's.";

/// What the KMS count means for each kind of client.
pub fn count_enough(count: u32, needed: &threshold::Threshold, who: &str) -> Phrase {
    let needed = needed.value;
    if count >= needed {
        Phrase::new().strong("Enough").text(format!(
            " for {who}: {needed} are needed, {count} are counted."
        ))
    } else {
        let missing = needed - count;
        Phrase::new().strong("Not enough").text(format!(
            " for {who}: {needed} are needed, {count} counted, so {missing} more must ask."
        ))
    }
}

/// What a count below a threshold means for the clients; `None` where it is enough for all.
pub fn count_too_low(count: u32, office: bool) -> Option<Phrase> {
    let (clients, servers) = (
        threshold::WINDOWS_CLIENTS.value,
        threshold::WINDOWS_SERVERS.value,
    );
    let words = match (office, count) {
        (true, count) if count < threshold::OFFICE_CLIENTS.value => {
            format!(
                "But only {count} of the {} Office clients that it needs are counted: it activates none yet.",
                threshold::OFFICE_CLIENTS.value
            )
        }
        (false, count) if count < servers => {
            format!(
                "But only {count} computers are counted: it activates servers from {servers} on and Windows clients from {clients} on."
            )
        }
        (false, count) if count < clients => {
            format!(
                "But {count} computers are counted: enough for servers ({servers}), not for Windows clients ({clients})."
            )
        }
        _ => return None,
    };
    Some(Phrase::new().strong(words))
}

/// A host block without a count.
pub const NO_COUNT: &str = "The tool prints -1 in its place for a machine that is no KMS host, or that nobody has asked yet.";

/// In place of the count.
pub const NO_COUNT_VALUE: &str = "None shown";

/// Count zero beside a history of requests.
pub const COUNT_AGED: &str = "A count of 0 beside many requests is normal when nobody asked for 30 days: clients leave the count 30 days after their last request.";

/// A host that is not activated counts nobody.
pub const HOST_NOT_LICENSED: &str =
    "The host itself is not licensed: until it is, it activates nobody, whatever the count is.";

/// What the counters are.
pub const COUNTERS: &str = "These are lifetime totals since the KMS host was set up, not faults of today. Requests in grace or notification are how new and late clients ask; failed ones asked for a product that this host's key does not cover.";

/// A port other than the default.
pub fn port_differs(default: u32) -> Phrase {
    Phrase::from(format!(
        "Not the default, {default}: clients learn it from DNS; a registered host needs it after the name."
    ))
}

/// DNS publishing switched off.
pub const NOT_PUBLISHED: &str = "This host does not publish itself in DNS. Clients find it only by a record made by hand, or when they are told its name.";

/// Where the host came from.
pub const FROM_DNS: &str = "Found by asking DNS.";
/// Where the host came from.
pub const REGISTERED: &str =
    "Set on this machine (slmgr /skms, the registry or a policy); DNS is not asked.";
/// DNS named no host.
pub const NO_HOST_IN_DNS: &str = "DNS auto-discovery found no KMS host.";
/// What is odd about an activation, and what to look at.
pub fn suspicion(suspicion: Suspicion) -> Phrase {
    Phrase::new().strong(match suspicion {
        Suspicion::LoopbackHost => LOOPBACK_HOST,
        Suspicion::PublicHost => PUBLIC_HOST,
        Suspicion::TooManyMinutes => ABOVE_MAXIMUM,
    })
}

/// A public host.
const PUBLIC_HOST: &str = "The KMS host has a public internet address and is not one of Azure's. Hosts of an organisation are not reached over the internet: find out whose it is and who set it here.";

/// A loopback host.
const LOOPBACK_HOST: &str = "The KMS host is this machine itself. A KMS client that activates against itself is not how Microsoft's KMS works: find out what listens there; tools that fake an activation do this.";

/// Minutes and what they are in larger units.
pub fn interval(minutes: u32) -> Phrase {
    let phrase = span_of(minutes);
    if minutes >= 60 {
        phrase.text(format!(" ({minutes} minutes)"))
    } else {
        phrase
    }
}

/// An interval other than the default.
pub fn interval_differs(default: u32) -> Phrase {
    Phrase::from(format!(
        "The default is {}; the KMS host's setting decides.",
        span_text(default)
    ))
}

/// Yes or no for a switch.
pub const fn switched(on: bool) -> &'static str {
    if on { "Enabled" } else { "Disabled" }
}

/// How a KMS host's service ranks.
pub const fn priority(low: bool) -> &'static str {
    if low { "Low" } else { "Normal" }
}

/// A reason code that is not known.
pub fn unknown_reason(date: &str) -> Phrase {
    Phrase::from(format!(
        "This code is not in the knowledge base of {date}. Nothing is guessed."
    ))
}

/// The severity of a code.
pub const FAILURE: &str = "Failure code";
/// The severity of a code.
pub const INFORMATION: &str = "Information, not a failure";
/// Heading of the causes.
pub const WHY: &str = "Likely cause: ";
/// Heading of the advice.
pub const TO_DO: &str = "What helps: ";
/// Heading of doubts.
pub const DOUBT: &str = "Not certain: ";
/// Heading of the words that the tool itself printed.
pub const TOOL_SAYS: &str = "The tool says: ";

/// The whole paste in one sentence.
pub fn overview(products: usize, keyed: usize, worrying: usize, errors: usize) -> Phrase {
    if products == 0 {
        return match errors {
            0 => Phrase::new(),
            1 => Phrase::from("No product is listed here; one error was printed."),
            errors => Phrase::from(format!(
                "No product is listed here; {errors} errors were printed."
            )),
        };
    }
    let mut phrase = Phrase::new().strong(if products == 1 {
        "One product".to_owned()
    } else {
        format!("{products} products")
    });
    if products > 1 {
        phrase = phrase.text(match keyed {
            0 => ", none with a product key".to_owned(),
            keyed if keyed == products => ", all with a product key".to_owned(),
            keyed => format!(", {keyed} with a product key"),
        });
    }
    if products > 1 && worrying > 0 {
        phrase = phrase.text(match worrying {
            1 => "; one needs attention".to_owned(),
            worrying => format!("; {worrying} need attention"),
        });
    }
    match errors {
        0 => phrase.text("."),
        1 => phrase.text("; one error was printed."),
        errors => phrase.text(format!("; {errors} errors were printed.")),
    }
}

/// Output in another language.
pub const TRANSLATED: &str = "The labels are in another language. What the values show by themselves is read all the same; what they leave open is listed below as unsure. To get English output there, copy slmgr.vbs into an empty folder (away from its language files) and run the copy: ";

/// Makes slmgr.vbs speak English: without its language files it falls back to its built-in words.
pub const ENGLISH_COPY: &str = r#"md "%temp%\slmgr-en" & copy "%windir%\System32\slmgr.vbs" "%temp%\slmgr-en\slmgr.vbs" & cscript //nologo "%temp%\slmgr-en\slmgr.vbs" /dlv"#;

/// The state is not in the text.
pub const NO_STATE: &str = "State not shown";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrase::Redact;

    #[test]
    fn minutes_in_words() {
        for (minutes, words) in [
            (0, "0 minutes"),
            (1, "1 minute"),
            (60, "1 hour"),
            (61, "1 hour, 1 minute"),
            (1440, "1 day"),
            (1499, "1 day"),
            (1500, "1 day, 1 hour"),
            (250_000, "173 days, 14 hours"),
            (259_200, "180 days"),
        ] {
            assert_eq!(span_text(minutes), words);
        }
    }

    #[test]
    fn the_paste_in_one_sentence() {
        for (products, keyed, worrying, errors, sentence) in [
            (1, 1, 1, 0, "One product."),
            (5, 3, 0, 0, "5 products, 3 with a product key."),
            (
                5,
                3,
                1,
                0,
                "5 products, 3 with a product key; one needs attention.",
            ),
            (
                2,
                2,
                0,
                1,
                "2 products, all with a product key; one error was printed.",
            ),
            (
                0,
                0,
                0,
                2,
                "No product is listed here; 2 errors were printed.",
            ),
            (0, 0, 0, 0, ""),
        ] {
            assert_eq!(
                overview(products, keyed, worrying, errors).plain(Redact::No),
                sentence
            );
        }
    }

    #[test]
    fn counts_are_enough_from_the_threshold_on() {
        let said =
            |count| count_enough(count, &threshold::OFFICE_CLIENTS, "Office").plain(Redact::No);
        assert_eq!(said(5), "Enough for Office: 5 are needed, 5 are counted.");
        assert_eq!(
            said(4),
            "Not enough for Office: 5 are needed, 4 counted, so 1 more must ask."
        );
    }
}
