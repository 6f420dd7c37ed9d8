//! Findings about license states.

use time::PrimitiveDateTime;
use uuid::Uuid;

use crate::{
    channel::Channel,
    id::error_code,
    kb::{self, activation_id::KnownActivationId},
    phrase::{Kind, Phrase},
    state::LicenseStatus,
    wording::{card, channels, dates, states::About},
};

/// Who or what activated a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// It is a KMS host itself.
    Host,
    /// A KMS host.
    Kms,
    /// Active Directory.
    Directory,
    /// A token.
    Token,
    /// As its channel has it.
    Channel(Option<Channel>),
}

/// Licensed, with the minutes that are left where something runs out, or its end as printed.
pub fn healthy(by: By, left: Option<u32>, end: Option<&str>) -> Phrase {
    let (whom, renews) = match by {
        By::Host => {
            return "This KMS host is activated. Nothing to do on it.".into();
        }
        By::Kms => (" by a KMS host", true),
        By::Directory => (" by Active Directory", true),
        By::Token => (" by a token", false),
        By::Channel(Some(Channel::KmsClient)) => (" by volume activation", true),
        By::Channel(Some(Channel::Avma)) => (" by the Hyper-V host", true),
        By::Channel(Some(Channel::Mak)) => (" with a MAK", false),
        By::Channel(Some(Channel::Retail)) => (" with a retail key", false),
        By::Channel(Some(Channel::Oem)) => (" by the maker of the machine", false),
        By::Channel(Some(Channel::Subscription)) => {
            (" for as long as the subscription lasts", false)
        }
        By::Channel(_) => ("", false),
    };
    let phrase = Phrase::new().text("Activated").text(whom);
    let phrase = match (left, end) {
        (Some(minutes), _) => phrase.text(" for another ").then(card::span_of(minutes)),
        (None, Some(end)) => phrase.text(" until ").value(Kind::Date, end.to_owned()),
        (None, None) if renews => {
            return phrase.text(
                ". How long it lasts is not printed here; it renews by itself: nothing to do.",
            );
        }
        (None, None) => return phrase.text(". Nothing to do."),
    };
    phrase.text(if renews {
        ". It renews by itself: nothing to do."
    } else {
        ". Nothing to do now."
    })
}

/// How renewal goes.
pub const RENEWS: &str =
    "Each renewal sets the time back to 180 days; Windows tries every 7 days by default.";
/// Beside the command.
pub const LOOK_AGAIN: &str = "Look again in two weeks: the minutes should be near 259,200";
/// Beside the command, where nothing runs out.
pub const LOOK_AFTER_CHANGE: &str = "Look again after another key or a big change of hardware";

/// When to look again, where nothing is renewed.
pub fn look_again(by: By) -> &'static str {
    match by {
        By::Host => {
            "The activation of a host is not renewed. Look again after another key or a move to other hardware."
        }
        By::Channel(Some(Channel::Mak | Channel::Retail | Channel::Oem)) => {
            "This activation happens once and is not renewed. Look again after another key or a big change of hardware."
        }
        By::Channel(Some(Channel::Subscription)) => {
            "It is renewed where the subscription was bought, not on this machine."
        }
        By::Channel(Some(Channel::Avma)) => {
            "Look again after the virtual machine has moved to another host."
        }
        _ => "Look again after another key or a big change of hardware.",
    }
}

/// A key and no licence.
pub fn unlicensed(about: &About) -> Phrase {
    Phrase::new()
        .text(about.subject())
        .text(if about.in_use == Some(true) {
            " has a product key but no licence: it is not activated."
        } else {
            " has no licence: it is not activated."
        })
}

/// The service has no key.
pub fn no_key(about: &About) -> Phrase {
    Phrase::new()
        .text(about.subject())
        .text(" has no licence: the licensing service finds no product key for it.")
}

/// Beside the command that shows keys.
pub const SEE_KEYS: &str = "See whether a key is shown now";
/// Beside the command that installs one.
pub const INSTALL_KEY: &str = "Install the key of this product, if it is to be used here";

/// Licences without a key: `count` of `all` in the text.
pub fn not_in_use(count: usize, all: usize, host: bool) -> Phrase {
    let count = count.try_into().unwrap_or(u32::MAX);
    match (count, all, host) {
        (_, 1, true) => "No product key is installed for this KMS host licence, so it is not in use.".into(),
        (_, 1, false) => "No product key is installed for this product, so it is not in use.".into(),
        (1, _, _) => Phrase::new()
            .value(Kind::Quantity, "1 product")
            .text(" in this text has no key and is not in use. That is normal: the licensing service knows many products and uses few."),
        _ => Phrase::new()
            .value(Kind::Quantity, card::counted(count, "product"))
            .text(" in this text have no key and are not in use. That is normal: the licensing service knows many products and uses few."),
    }
}

/// A grace period; `left`: minutes, 0 where it is over.
pub fn grace(
    status: LicenseStatus,
    about: &About,
    left: Option<u32>,
    ends: Option<PrimitiveDateTime>,
) -> Phrase {
    let client = about.channel == Some(Channel::KmsClient);
    let phrase = Phrase::new().text(about.subject()).text(match (status, client) {
        (LicenseStatus::OobGrace, _) => " is not activated yet.",
        (LicenseStatus::OotGrace, true) => {
            " was not renewed for 180 days, or its hardware has changed too much."
        }
        (LicenseStatus::OotGrace, false) => {
            " is no longer activated: the hardware has changed too much, or the activation lapsed."
        }
        _ => " is in an extended grace period, of which little is published.",
    });
    match left {
        Some(0) => phrase.text(" No time is left of its grace: expect notification."),
        Some(minutes) => until(
            phrase
                .text(" It works for another ")
                .then(card::span_of(minutes)),
            ends,
        ),
        None => phrase.text(" It still works; how long is not printed here."),
    }
}

/// Adds the date, where it is known.
fn until(phrase: Phrase, ends: Option<PrimitiveDateTime>) -> Phrase {
    match ends {
        Some(ends) => phrase
            .text(", until ")
            .value(Kind::Date, dates::moment(ends))
            .text("."),
        None => phrase.text("."),
    }
}

/// Not genuine; `left`: minutes of the grace period.
pub fn non_genuine(left: Option<u32>) -> Phrase {
    let phrase = Phrase::from("Validation found this copy not genuine.");
    match left {
        Some(minutes) => phrase
            .text(" A grace period runs for another ")
            .then(card::span_of(minutes))
            .text("."),
        None => phrase,
    }
}

/// Background of it.
pub const WHERE_FROM: &str =
    "The output does not say what failed. Find out first where the present key came from.";

/// The hardware is another one.
pub fn hardware_changed(about: &About) -> Phrase {
    Phrase::new()
        .text(about.subject())
        .text(" has lost its activation: the hardware has changed more than it tolerates.")
}

/// Background for MAKs.
pub const MAK_COUNTS: &str = "Each activation anew takes one more from what the MAK allows.";

/// Notification, by its reason.
pub fn notification(about: &About, reason: Option<u32>) -> Phrase {
    because(
        Phrase::new()
            .text(about.subject())
            .text(" is not activated and says so."),
        reason,
    )
}

/// Adds the reason of a notification in words.
pub(super) fn because(phrase: Phrase, reason: Option<u32>) -> Phrase {
    let Some(code) = reason else {
        return phrase.text(" The reason is not printed here.");
    };
    let phrase = phrase
        .text(" Reason ")
        .value(Kind::Code, error_code::format(code));
    match kb::reason::find(code) {
        Some(known) => phrase.text(": ").text(lower(known.meaning)),
        None => phrase.text(", which is not in the knowledge base; nothing is guessed."),
    }
}

/// A sentence behind a colon: its first word without a capital, unless it is a name.
fn lower(sentence: &'static str) -> String {
    const COMMON: [&str; 6] = ["A", "An", "The", "This", "By", "No"];
    match sentence.split_once(' ') {
        Some((first, rest)) if COMMON.contains(&first) => {
            format!("{} {rest}", first.to_ascii_lowercase())
        }
        _ => sentence.to_owned(),
    }
}

/// An evaluation that runs: minutes left, the end, or the end as printed.
pub fn evaluation_runs(
    left: Option<u32>,
    ends: Option<PrimitiveDateTime>,
    printed: Option<&str>,
) -> Phrase {
    let phrase = Phrase::new();
    match (left, ends, printed) {
        (Some(0), Some(ends), _) => phrase
            .text("By this text this evaluation ended on ")
            .value(Kind::Date, dates::moment(ends))
            .text(", unless it was rearmed or changed since."),
        (Some(minutes), ends, _) => until(
            phrase
                .text("This evaluation runs for another ")
                .then(card::span_of(minutes)),
            ends,
        )
        .text(" It is not renewed."),
        (None, _, Some(printed)) => phrase
            .text("This evaluation ends on ")
            .value(Kind::Date, printed.to_owned())
            .text(", as the tool printed it. It is not renewed."),
        (None, _, None) => phrase
            .text("This is an evaluation: it is activated for a limited time. How long is not printed here."),
    }
}

/// An evaluation in notification or without a licence.
pub const EVALUATION_OVER: &str =
    "This evaluation is over, or was never activated: the output can't tell the two apart.";
/// What to know of a server's.
pub const EVALUATION_OF_SERVER: &str = "It can't be activated for good. The edition is changed to a full one first, with a key of that edition; a domain \
     controller can't be changed.";
/// What to know of another's.
pub const EVALUATION_OF_CLIENT: &str =
    "It can't be activated for good: KMS, Active Directory and client keys do not fit it.";
/// What happens at its end.
pub const EVALUATION_AFTER: &str = "At its end it shows as notification. Users report that Windows then shuts down by itself again and again; no page of \
     Microsoft that we read says so.";

/// Rearms of an evaluation.
pub fn rearms(count: Option<u32>) -> Phrase {
    match count {
        Some(0) => "No rearm is left: its time can't be started again.".into(),
        Some(count) => Phrase::new()
            .text("The rearm count is ")
            .value(Kind::Quantity, count.to_string())
            .text(": a rearm may start its time again, and lowers the count by one."),
        None => "Whether a rearm is left is not printed here; /dlv prints the count.".into(),
    }
}

/// A rearm count of 0, by its label.
pub fn no_rearm_left(label: &'static str) -> Phrase {
    Phrase::new()
        .text("No rearm is left (")
        .text(label)
        .text(": ")
        .value(Kind::Quantity, "0")
        .text("): the time can't be started again. Activation is the way out.")
}

fn esu(year: Option<char>) -> Phrase {
    let phrase = Phrase::from("Extended Security Updates");
    match year {
        Some(year) => phrase.text(format!(", year {year},")),
        None => phrase,
    }
}

/// ESU, activated.
pub fn esu_activated(year: Option<char>) -> Phrase {
    esu(year).text(" are activated on this machine. Nothing to do.")
}

/// ESU with a key, not activated.
pub fn esu_not_activated(year: Option<char>) -> Phrase {
    esu(year).text(" have a key here, but are not activated: what they stand for is not covered.")
}

/// One key a year.
pub const ESU_BY_YEAR: &str = "Each year has a key and an activation of its own.";
/// Windows is another matter.
pub const ESU_OWN_STATE: &str = "Windows itself has its own state and is not touched by it.";
/// Commands need the ID.
pub const ESU_BY_ID: &str =
    "Without its Activation ID, /ato, /dti and /atp act on Windows and not on the add-on.";

/// Active Directory activated it.
pub fn by_directory(object: Option<&str>) -> Phrase {
    let phrase = Phrase::from("Active Directory activated this product");
    match object {
        Some(object) => phrase
            .text(" (object ")
            .value(Kind::Directory, object.to_owned())
            .text(")"),
        None => phrase,
    }
    .text(". No KMS host and no count took part.")
}

/// What it proves.
pub const DIRECTORY_FIRST: &str =
    "On members of a domain this goes first, so the machine proves nothing about a KMS host.";
/// What ends it.
pub const DIRECTORY_LEFT: &str =
    "A machine that leaves the domain loses this activation and then asks KMS.";
/// Beside the command.
pub const LIST_OBJECTS: &str = "See which activation objects Active Directory holds";

/// A token activated it.
pub const BY_TOKEN: &str = "A token (an issuance licence with a certificate) activated this product, not a KMS host and not Active Directory.";
/// The Hyper-V host activated it.
pub const BY_HYPER_V: &str =
    "The Hyper-V host activated this virtual machine (AVMA). No KMS host and no network took part.";
/// Only the Hyper-V host can.
pub const BY_HYPER_V_ONLY: &str =
    "This virtual machine has an AVMA key: only its Hyper-V host can activate it.";
/// What that takes.
pub const HYPER_V_NEEDS: &str = "That takes an activated Windows Server Datacenter with Hyper-V as the host, and the integration service Data Exchange.";

/// A countdown on a licence that has none.
pub fn unexpected_countdown(channel: Channel, minutes: u32) -> Phrase {
    Phrase::new()
        .text("Activated, but only for another ")
        .then(card::span_of(minutes))
        .text(": unusual for the channel ")
        .text(channels::channel(channel))
        .text(", whose licences do not run out.")
}

/// Background of it.
pub const COUNTDOWN_UNEXPLAINED: &str = "The output does not say what would renew it. Somebody should look at the key and where it came from.";
/// Beside the command.
pub const COUNTDOWN_AGAIN: &str = "Print it again tomorrow: does the time still run?";

/// A client's ID where a host's is likely to be wanted.
pub fn client_id(client: &KnownActivationId, host: &KnownActivationId) -> Phrase {
    Phrase::new()
        .text("This Activation ID is of a KMS client (")
        .text(client.product)
        .text(" ")
        .text(client.edition)
        .text("). If the KMS host of ")
        .text(host.generation)
        .text(" is meant, its ID is ")
        .value(Kind::Guid, host.id.hyphenated().to_string())
        .text(".")
}

/// Why people have it.
pub const ID_MISPRINTED: &str =
    "One page of Microsoft prints the client's ID as that of the host; another page was corrected.";
/// Beside the command.
pub const LOOK_AT_HOST: &str = "Look at the KMS host licence instead";

/// The Application ID of the sample.
pub fn application_id_of_sample(printed: Uuid, right: Uuid) -> Phrase {
    Phrase::new()
        .text("The Application ID ")
        .value(Kind::Guid, printed.hyphenated().to_string())
        .text(" is known from a sample on one page of Microsoft only; real outputs show ")
        .value(Kind::Guid, right.hyphenated().to_string())
        .text(". Is this text that sample?")
}

/// Two IDs that do not belong together; `family`: whose the Application ID is.
pub fn application_id_mismatch(known: &KnownActivationId, family: Option<&'static str>) -> Phrase {
    let phrase = Phrase::new()
        .text("Activation ID and Application ID do not belong together: the first is of ")
        .text(known.product)
        .text(", the second ");
    match family {
        Some(family) => phrase.text("of ").text(family).text("."),
        None => phrase.text("of no application known here."),
    }
}

/// Beside the command.
pub const PRINT_AGAIN: &str = "Print it again: one of the two lines may come from elsewhere";

/// The key changed after this Installation ID was made.
pub fn installation_id_older_key(older: &str, newer: &str) -> Phrase {
    Phrase::new()
        .text("This Installation ID belongs to the key that ends in ")
        .value(Kind::KeyEnding, older.to_owned())
        .text(". The key that ends in ")
        .value(Kind::KeyEnding, newer.to_owned())
        .text(" has replaced it, so a Confirmation ID for this number does not fit.")
}

/// What it is made of.
pub const NEW_KEY_NEW_ID: &str = "An Installation ID is made of the key and the machine: a new key or changed hardware makes a new one, and a Confirmation \
     ID fits only the Installation ID that was read out.";
/// The key does not show.
pub const INSTALLATION_ID_WITHOUT_KEY: &str = "This text does not show which key the Installation ID belongs to. Before the call, make sure that it is the key that is installed now.";
/// Beside the command.
pub const SEE_KEY: &str = "See which key is installed, by its ending";
/// Beside the command.
pub const PRINT_INSTALLATION_ID: &str = "Print the Installation ID right before the call";
