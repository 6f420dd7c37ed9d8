//! The four grace periods: initial, out-of-tolerance, non-genuine, extended.

use super::{About, StateText, activation, attempts, told};
use crate::{
    card::Tone,
    channel::Channel,
    phrase::Phrase,
    product::{Era, Family},
};

/// Minutes of the last 5 days: from day 25 of 30 on Office shows dialogs.
const OFFICE_VISIBLE: u32 = 7_200;

/// The state "Initial grace period" (out-of-box grace).
pub(super) fn initial(about: &About) -> StateText {
    let sentence =
        Phrase::new()
            .text(about.subject())
            .text(if about.channel == Some(Channel::Evaluation) {
                " is an evaluation that is not activated yet; its initial grace period runs."
            } else {
                " is not activated yet; the initial grace period after installation runs."
            });
    told(
        Tone::Watch,
        "Out-of-box grace",
        sentence,
        initial_people(about),
        initial_next(about),
        activation(about),
    )
}

fn initial_people(about: &About) -> &'static str {
    if about.hosts() {
        return "This host activates nobody until it is activated itself.";
    }
    match about {
        About {
            family: Family::Office,
            channel: Some(Channel::Mak),
            ..
        } => {
            "All functions work. With a MAK an activation dialog appears at the first start already, unless the product is \
             activated remotely before it."
        }
        About {
            family: Family::Office,
            minutes: Some(minutes),
            ..
        } if *minutes <= OFFICE_VISIBLE => {
            "All functions work, but each application asks for activation when it starts: the silent 25 of the 30 days are over."
        }
        About {
            family: Family::Office,
            ..
        } => {
            "All functions work and nobody is asked: the first 25 of the 30 days are silent, then each application asks for \
             activation when it starts."
        }
        About {
            family: Family::WindowsAddOn,
            ..
        } => {
            "Whether the add-on already counts as active in this state is not published. Windows itself has its own state."
        }
        About {
            era: Some(Era::Vista),
            ..
        } => "All functions work; reminders ask for activation.",
        About {
            era: Some(Era::Seven),
            ..
        } => {
            "All functions work. One balloon a day at logon; every four hours in the last three days, hourly on the last."
        }
        _ => {
            "Reminders ask for activation. What else people notice is not published for this version."
        }
    }
}

fn initial_next(about: &About) -> Phrase {
    let outlook = match about {
        About {
            channel: Some(Channel::Evaluation),
            ..
        } => {
            "How long an evaluation may wait for its activation is not confirmed by our sources; go by the minutes. After \
             them comes notification."
        }
        About {
            family: Family::Office,
            ..
        } => "After 30 days in all comes notification, with a red title bar.",
        About {
            family: Family::WindowsAddOn | Family::Unknown,
            ..
        } => {
            "When the printed time is over, expect notification; nothing is published for this kind of product."
        }
        About {
            family: Family::WindowsServer,
            era: Some(Era::Vista),
            ..
        } => {
            "When the printed time is over comes notification. The full length of this period on Server 2008 is not in our \
             sources."
        }
        About {
            era: Some(Era::Vista),
            ..
        } => {
            "After 30 days in all comes reduced functionality (Vista without a service pack) or notification (from service \
             pack 1)."
        }
        About {
            era: Some(Era::Seven),
            ..
        } => "After 30 days in all comes notification.",
        About {
            era: Some(Era::EightOrLater),
            ..
        } => {
            "When the printed time is over comes notification. Sources disagree about this period: the published table for \
             8.1 and Server 2012 R2 has none, a newer support page still speaks of 30 days."
        }
        About { era: None, .. } => {
            "When the printed time is over comes notification. On Vista and 7 the period is 30 days; for newer versions \
             sources disagree whether there is one."
        }
    };
    by_itself(about, outlook)
}

/// The state "Additional grace period" (out-of-tolerance grace).
pub(super) fn out_of_tolerance(about: &About) -> StateText {
    let sentence = Phrase::new().text(about.subject()).text(match about.channel {
        Some(Channel::KmsClient) => {
            " is in a grace period: it was not renewed for 180 days, or its hardware has changed too much."
        }
        _ => " is in a grace period: the hardware has changed too much, or the activation has lapsed.",
    });
    let people = if about.hosts() {
        "Reminders on this machine. Whether a host in this state still activates clients is not stated in our sources."
    } else {
        match about.family {
            Family::Office => "All functions work; notices ask for activation.",
            Family::WindowsAddOn => {
                "What the add-on stands for should be treated as about to end. Windows itself has its own state."
            }
            _ => {
                "Reminders that ask for activation; nothing else changes yet, as far as it is published."
            }
        }
    };
    let outlook = match about {
        About {
            family: Family::Office,
            ..
        } => "After 30 days of grace comes notification, with a red title bar.",
        About {
            family: Family::WindowsAddOn | Family::Unknown,
            ..
        } => {
            "When the printed time is over, expect notification; nothing is published for this kind of product."
        }
        About {
            era: Some(Era::Vista),
            channel: Some(Channel::Retail | Channel::Oem),
            ..
        } => {
            "On Vista this period has 3 days for retail and OEM; then comes reduced functionality (without a service pack) \
             or notification (from service pack 1)."
        }
        About {
            era: Some(Era::Vista),
            ..
        } => {
            "On Vista this period has 30 days for volume licences; then comes reduced functionality (without a service \
             pack) or notification (from service pack 1)."
        }
        About {
            era: Some(Era::Seven),
            ..
        } => "After 30 days of grace comes notification.",
        About {
            era: Some(Era::EightOrLater),
            ..
        } => {
            "When the printed time is over comes notification. No grace period is published for Windows 8 and later, so go by \
             the minutes."
        }
        About { era: None, .. } => {
            "When the printed time is over comes notification. 30 days are published for Vista and 7, none for Windows 8 \
             and later."
        }
    };
    told(
        Tone::Bad,
        "Out-of-tolerance grace",
        sentence,
        people,
        by_itself(about, outlook),
        activation(about),
    )
}

/// The state "Non-genuine grace period".
pub(super) fn non_genuine(about: &About) -> StateText {
    let sentence =
        Phrase::new().text("Validation found this copy not genuine; a grace period runs.");
    let people = match about {
        About {
            family: Family::Windows | Family::WindowsServer,
            era: Some(Era::Vista),
            ..
        } => "A watermark on the desktop and notices from time to time.",
        About {
            family: Family::Office,
            ..
        } => "Expect notices; how Office shows this state is not stated in our sources.",
        _ => "Expect notices; how this version shows the state is not stated in our sources.",
    };
    let next = match about {
        About {
            family: Family::Windows | Family::WindowsServer,
            era: Some(Era::Vista),
            ..
        } => "On Vista and Server 2008 this period has 30 days. It does not end well by itself.",
        _ => {
            "When the printed time is over, expect notification for a non-genuine copy (reason 0xC004F200). The length of \
             this period is published for Vista and Server 2008 only."
        }
    };
    told(
        Tone::Bad,
        "Non-genuine grace",
        sentence,
        people,
        next,
        "A genuine key, activated, and a validation that succeeds. Find out first where the present key came from.",
    )
}

/// The state "Extended grace period".
pub(super) fn extended(about: &About) -> StateText {
    told(
        Tone::Watch,
        "Extended grace",
        Phrase::new()
            .text(about.subject())
            .text(" is in an extended grace period; little is published about this state."),
        "Nothing is published. The tool itself reports an activation that leads to this state as successful.",
        "The printed time counts down. What follows is not published; expect to have to activate again.",
        activation(about),
    )
}

/// What the machine tries by itself, then what comes if that fails.
fn by_itself(about: &About, outlook: &'static str) -> Phrase {
    match attempts(about) {
        "" => outlook.into(),
        attempts => Phrase::new().text(attempts).text(" ").text(outlook),
    }
}
