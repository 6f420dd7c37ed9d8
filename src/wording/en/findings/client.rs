//! Findings about KMS clients.

use time::PrimitiveDateTime;

use super::state::because;
use crate::{
    channel::Channel,
    id::error_code,
    kb::{
        self,
        client_key::ClientKey,
        threshold::{
            ACTIVATION_INTERVAL, INTERVAL_HIGHEST, INTERVAL_LOWEST, KMS_VALIDITY, RENEWAL_INTERVAL,
        },
    },
    phrase::{Kind, Phrase},
    suspicion::Suspicion,
    wording::{card, dates, states::About},
};

/// Few minutes are left, 0 where the end is past by now.
pub fn lease_ends(left: u32, ends: Option<PrimitiveDateTime>) -> Phrase {
    let phrase = Phrase::new();
    match (left, ends) {
        (0, Some(ends)) => phrase
            .text("By this text the volume activation ended on ")
            .value(Kind::Date, dates::moment(ends))
            .text(", unless it was renewed before."),
        (_, Some(ends)) => phrase
            .text("The volume activation ends in ")
            .then(card::span_of(left))
            .text(", on ")
            .value(Kind::Date, dates::moment(ends))
            .text(", unless it is renewed before."),
        (_, None) => phrase
            .text("The volume activation ends in ")
            .then(card::span_of(left))
            .text(", unless it is renewed before."),
    }
}

/// What the client does.
pub const TRIES_BY_ITSELF: &str =
    "It keeps trying to renew by itself; each success starts the 180 days again.";
/// Of an old text.
pub const MAY_BE_RENEWED: &str =
    "This text is more than a day old: it may have been renewed since. Print it again first.";

/// Renewals that did not take place: minutes since the last one, the interval, how many were missed, minutes left.
pub fn renewal_overdue(since: u32, interval: u32, missed: u32, left: u32) -> Phrase {
    Phrase::new()
        .text("It was last renewed about ")
        .value(Kind::Quantity, card::counted(since / 1440, "day"))
        .text(" before this was printed. It should be renewed every ")
        .then(card::span_of(interval))
        .text(": ")
        .value(Kind::Quantity, missed.to_string())
        .text(" renewals were missed. It stays activated for another ")
        .then(card::span_of(left))
        .text(".")
}

/// What it may be.
pub const WHY_OVERDUE: &str = "A machine that was switched off or away from the network misses renewals and loses nothing. One that was there all the \
     time does not reach its KMS host or Active Directory.";
/// Beside the command.
pub const RENEW_NOW: &str = "Ask for a renewal now; the minutes should then be near 259,200";

/// 0xC004F00F on a KMS client.
pub fn lease_lapsed(about: &About) -> Phrase {
    Phrase::new()
        .text(about.subject())
        .text(" is not activated any more. ")
        .value(Kind::Code, error_code::format(0xC004_F00F))
        .text(" is worded as changed hardware; on a KMS client it mostly means that the 180 days passed without a renewal.")
}

/// Background of it.
pub const HARDWARE_RARELY: &str = "The tool has one text for both: \"KMS license expired or hardware out of tolerance\". One answer of a KMS host or of \
     Active Directory ends either.";

/// A KMS client in notification, by its reason.
pub fn notification(about: &About, reason: Option<u32>) -> Phrase {
    let phrase = Phrase::new().text(about.subject()).text(
        " is not activated and says so: neither a KMS host nor Active Directory has activated it.",
    );
    because(phrase, reason)
}

/// DNS named no host.
pub fn no_host(about: &About) -> Phrase {
    Phrase::new()
        .text("DNS named no KMS host, and this text shows no other. ")
        .text(about.subject())
        .text(" has a KMS client key, which activates nothing without a KMS host or Active Directory.")
}

/// Beside the command.
pub const ASK_DNS: &str = "Ask DNS again on this machine; its own suffixes count";
/// Beside the command.
pub const OR_DIRECTORY: &str = "See whether Active Directory holds an activation object instead";
/// Beside the command.
pub const OR_OTHER_KEY: &str =
    "Only if this network has no KMS: install a MAK or retail key of this edition";

/// The installed key is a published one.
pub fn published_key(known: &ClientKey) -> Phrase {
    Phrase::new()
        .text("The key that ends in ")
        .value(Kind::KeyEnding, known.ending())
        .text(" is the client key that Microsoft publishes for ")
        .text(known.product.replace("; ", " and "))
        .text(". It activates nothing by itself: a KMS host or Active Directory has to answer.")
}

/// A client key and a command for the telephone.
pub const KEY_FOR_TELEPHONE: &str = "This product has a KMS client key. The telephone activates a MAK, a retail key or a KMS host key, never this one.";
/// Beside the command.
pub const ASK_HOST: &str = "If KMS is meant: ask the KMS host";
/// Beside the command.
pub const OR_MAK: &str =
    "If the telephone is meant: install the MAK first, then print the Installation ID again";

/// A key that never asks KMS; `because`: what shows that KMS is meant.
pub fn key_not_for_kms(channel: Channel, because: Phrase) -> Phrase {
    because.text(match channel {
        Channel::Mak => " But this product has a MAK, and a MAK never asks KMS.",
        Channel::Oem => {
            " But this product has the key of the machine's maker, which never asks KMS."
        }
        _ => " But this product has a retail key, which never asks KMS.",
    })
}

/// KMS is meant: the setting says so.
pub const KMS_CONFIGURED: &str = "Only KMS is allowed as volume activation here.";
/// KMS is meant: the log says so.
pub const KMS_ASKED: &str = "The event log shows that KMS was asked for this product.";

/// KMS is meant: a host is set.
pub fn host_is_set(host: &str) -> Phrase {
    Phrase::new()
        .text("A KMS host is set on this machine (")
        .value(Kind::Host, host.to_owned())
        .text(").")
}

/// Background of it.
pub const KEY_DECIDES: &str = "The key decides the way of activation. If KMS is not meant here, nothing is wrong with the key, and the setting does nothing \
     for it.";
/// Beside the command.
pub const PUBLISHED_KEY: &str =
    "If KMS is meant: install the published client key of exactly this edition";
/// Beside the command.
pub const THEN_ASK_HOST: &str = "Then ask the KMS host";

/// What is odd, as a plain fact.
pub fn odd_activation(suspicion: Suspicion) -> Phrase {
    match suspicion {
        Suspicion::LoopbackHost => {
            "The KMS host that this machine asks is the machine itself. Genuine KMS hosts are other machines.".into()
        }
        Suspicion::PublicHost => {
            "The KMS host has a public internet address that is not one of Azure's. An organisation's hosts are not reached like that.".into()
        }
        Suspicion::TooManyMinutes => Phrase::new()
            .text("More than ")
            .value(Kind::Quantity, card::span_text(KMS_VALIDITY.value))
            .text(" are left, which is more than a KMS host ever gives."),
    }
}

/// What else it can be.
pub const fn honest_cause(suspicion: Suspicion) -> &'static str {
    match suspicion {
        Suspicion::LoopbackHost => {
            "An honest cause: a tunnel or port forwarding that ends on this machine."
        }
        Suspicion::PublicHost => {
            "An honest cause: a network that numbers its own machines with public addresses."
        }
        Suspicion::TooManyMinutes => {
            "An honest cause: a figure that was misread or mistyped on the way into this text."
        }
    }
}

/// What it is most often.
pub const ACTIVATORS: &str = "Tools that fake an activation leave such signs; they are licence fraud and often malware. One sign proves nothing: find out \
     who set this up, and tell those who answer for security if nobody did.";

/// Only one way is allowed.
pub const ONLY_DIRECTORY: &str =
    "Only Active Directory is allowed to activate this product: KMS hosts are not asked.";
/// Only one way is allowed.
pub const ONLY_KMS: &str =
    "Only KMS is allowed to activate this product: Active Directory is not asked.";
/// Only one way is allowed.
pub const ONLY_TOKEN: &str =
    "Only a token is allowed to activate this product: neither KMS nor Active Directory is asked.";
/// Beside the command.
pub const ALLOW_ALL: &str = "Only if that is not meant: allow every way again";

/// A registered host, and another one that DNS names.
pub fn pinned_host(registered: &str, dns: Option<&str>) -> Phrase {
    let phrase = Phrase::new()
        .text("The KMS host ")
        .value(Kind::Host, registered.to_owned())
        .text(" is set on this machine, so DNS is not asked.");
    match dns {
        Some(dns) => phrase
            .text(" DNS names another one: ")
            .value(Kind::Host, dns.to_owned())
            .text("."),
        None => phrase,
    }
}

/// What follows from it.
pub const PINNED_MEANS: &str = "If that host moves or goes, the client does not look for another. The setting comes from slmgr /skms, the registry, a \
     policy or the image.";
/// Beside the command.
pub const REACH_IT: &str = "See whether that host can be reached";
/// Beside the command.
pub const UNPIN: &str = "Only if that host is the wrong one: forget it and ask DNS again";

/// A lookup domain.
pub fn fixed_domain(domain: &str) -> Phrase {
    Phrase::new()
        .text("KMS hosts are looked for in the domain ")
        .value(Kind::Host, domain.to_owned())
        .text(" only: it is set on this machine.")
}

/// Beside the command.
pub const ASK_THAT_DOMAIN: &str = "See which KMS hosts DNS names there";

/// No caching.
pub const CACHING_OFF: &str = "The client does not remember the KMS host that worked last: it asks DNS before each request. The default is to remember it. \
     Nothing is wrong with it where priorities or weights in DNS are to count.";
/// Beside the command.
pub const CACHING_ON: &str = "Only if nobody wants that: let it remember its host again";

/// Intervals off their defaults.
pub fn intervals(activation: Option<u32>, renewal: Option<u32>) -> Phrase {
    let tell =
        |phrase: Phrase, name: &'static str, minutes: Option<u32>, default: u32| match minutes {
            Some(minutes) => phrase
                .text(name)
                .then(card::span_of(minutes))
                .text(" (default: ")
                .text(card::span_text(default))
                .text(")"),
            None => phrase,
        };
    let both = activation.is_some() && renewal.is_some();
    let phrase = tell(
        Phrase::new(),
        "The activation interval is ",
        activation,
        ACTIVATION_INTERVAL.value,
    );
    let name = if both {
        ", the renewal interval "
    } else {
        "The renewal interval is "
    };
    tell(phrase, name, renewal, RENEWAL_INTERVAL.value).text(".")
}

/// Where they come from.
pub const HOST_DECIDES: &str = "The KMS host hands its intervals to the clients that it answers; they are set there, with slmgr /sai and /sri.";

/// A value that the tool does not take.
pub fn cannot_be_set() -> Phrase {
    Phrase::new()
        .text("Only ")
        .value(
            Kind::Quantity,
            format!("{} to {}", INTERVAL_LOWEST.value, INTERVAL_HIGHEST.value),
        )
        .text(" minutes can be set: a figure outside of that is misread, or does not come from slmgr.vbs.")
}

/// A code of information.
pub fn information_code(code: u32) -> Phrase {
    let phrase = Phrase::new()
        .value(Kind::Code, error_code::format(code))
        .text(" is information and no fault: the product is activated.");
    match kb::reason::find(code) {
        Some(_) => phrase,
        None => phrase.text(" What exactly it tells is not in the knowledge base."),
    }
}
