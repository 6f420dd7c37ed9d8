//! Licensed.

use super::{About, StateText, told};
use crate::{
    card::Tone,
    channel::Channel,
    phrase::{Kind, Phrase},
    product::{Era, Family},
};

/// Minutes of 30 days: from here on Windows itself warns that a renewal is missing (text of 2025).
const LATE: u32 = 43_200;

/// The state "Licensed".
pub(super) fn tell(about: &About) -> StateText {
    match about.channel {
        Some(Channel::KmsHost) => host(about),
        None if about.is_kms_host => host(about),
        Some(Channel::KmsClient) => client(about),
        Some(Channel::Mak) => permanent(
            about,
            "Licensed with a Multiple Activation Key, without an end date.",
        ),
        Some(Channel::Retail) => {
            permanent(about, "Licensed with a retail key, without an end date.")
        }
        Some(Channel::Oem) => permanent(
            about,
            "Licensed by the manufacturer of the machine (OEM), without an end date.",
        ),
        Some(Channel::Avma) => avma(),
        Some(Channel::Subscription) => subscription(),
        Some(Channel::Evaluation) => evaluation(about),
        Some(Channel::Other) | None => unknown(about),
    }
}

fn host(about: &About) -> StateText {
    let people = match about.family {
        Family::Office => {
            "Nothing on this machine. The volume editions of this Office generation in the network depend on it."
        }
        _ => "Nothing on this machine. The volume clients in the network depend on it.",
    };
    told(
        Tone::Good,
        "Licensed",
        "Licensed as a KMS host: it may activate others.",
        people,
        "Nothing by itself: the activation of a host is not renewed. It answers clients as long as the service runs and \
         its port can be reached.",
        "Another key or the removal of this one. What a big change of hardware does to a host is not stated in our sources.",
    )
}

fn client(about: &About) -> StateText {
    let late = about
        .minutes
        .is_some_and(|minutes| minutes > 0 && minutes < LATE);
    let lapse = Phrase::new().value(Kind::Quantity, "180 days").text(" without a renewal. ").text(match about {
        About { family: Family::Office, .. } => "Then a grace period of 30 days follows, and after it notification.",
        About { family: Family::WindowsAddOn | Family::Unknown, .. } => {
            "What follows then is not published for this kind of product."
        }
        About { era: Some(Era::Vista), .. } => {
            "On Vista a grace period of 30 days follows, and after it reduced functionality (Vista without a service pack) \
             or notification (from service pack 1)."
        }
        About { era: Some(Era::Seven), .. } => "Then a grace period of 30 days follows, and after it notification.",
        About { era: Some(Era::EightOrLater), .. } => {
            "Then comes notification: no grace period is published for Windows 8 and later."
        }
        About { era: None, .. } => {
            "On Vista and 7 a grace period of 30 days follows; for Windows 8 and later none is published, and notification \
             comes at once."
        }
    });
    if late {
        return told(
            Tone::Watch,
            "Licensed",
            "Licensed by volume activation, but not renewed for a long time: less than 30 days are left.",
            "Everything works. Newer versions of Windows announce the coming end from 30 days before it.",
            "It keeps trying to renew by itself. Every success starts the 180 days again; without one the activation lapses.",
            lapse,
        );
    }
    told(
        Tone::Good,
        "Licensed",
        "Licensed by volume activation, for 180 days at a time.",
        "Nothing: everything works and nobody is asked for anything.",
        "It renews by itself, every 7 days by default; each success starts the 180 days again. A renewal that fails is \
         tried again and costs nothing until the time is up.",
        lapse,
    )
}

fn permanent(about: &About, sentence: &'static str) -> StateText {
    let ends = match (about.family, about.era) {
        (Family::Office | Family::WindowsAddOn | Family::Unknown, _) => {
            "Another key or the removal of this one. What a big change of hardware leads to is not stated in our sources."
        }
        (_, Some(Era::Vista | Era::Seven)) => {
            "A big change of hardware (it starts the out-of-tolerance grace period), another key, or the removal of this one."
        }
        (_, _) => {
            "A big change of hardware (which state then follows is not published for Windows 8 and later), another key, or \
             the removal of this one."
        }
    };
    if about.minutes.is_some_and(|minutes| minutes > 0) {
        return told(
            Tone::Watch,
            "Licensed",
            "Licensed, but with a countdown, which is unusual for this channel.",
            "Nothing now: everything works.",
            "The time runs out unless something renews it; the output does not show what would.",
            "The end of the countdown. After a look at the channel and the key somebody should explain it.",
        );
    }
    told(
        Tone::Good,
        "Licensed",
        sentence,
        "Nothing: everything works and nobody is asked for anything.",
        "Nothing: this activation happens once and is not renewed.",
        ends,
    )
}

fn avma() -> StateText {
    told(
        Tone::Good,
        "Licensed",
        "Licensed by the Hyper-V host that this virtual machine runs on.",
        "Nothing: everything works and nobody is asked for anything.",
        "The activation has an end date and is renewed by the Hyper-V host; how often is not stated in our sources.",
        "An end date that passes without a renewal.",
    )
}

fn subscription() -> StateText {
    told(
        Tone::Good,
        "Licensed",
        "Licensed by subscription, for as long as the subscription lasts.",
        "Nothing: everything works.",
        "Nothing on this machine that KMS could do: the subscription is renewed where it was bought.",
        "The end of the subscription.",
    )
}

fn evaluation(about: &About) -> StateText {
    let what = match about.family {
        Family::WindowsServer => "Licensed as an evaluation of Windows Server, for a limited time.",
        _ => "Licensed as an evaluation, for a limited time.",
    };
    told(
        Tone::Watch,
        "Licensed",
        what,
        "Nothing yet. Plan the change to a full edition before the time is over.",
        "The time counts down and is not renewed. A rearm may add time while the rearm count is above 0.",
        "The end of the evaluation period; it then shows as notification. What else happens then is not stated in our \
         sources. A full edition with its own key ends it earlier.",
    )
}

fn unknown(about: &About) -> StateText {
    let countdown = about.minutes.is_some_and(|minutes| minutes > 0);
    let next = if countdown {
        "The output prints a countdown. Whether it is renewed depends on the channel, which is not known here."
    } else {
        "Nothing that the output shows: no countdown is printed."
    };
    told(
        if countdown { Tone::Watch } else { Tone::Good },
        "Licensed",
        Phrase::new().text(about.subject()).text(" is licensed."),
        "Nothing: everything works.",
        next,
        "Another key or the removal of this one; more can't be said without the channel.",
    )
}
