//! Notification.

use super::{About, StateText, activation, attempts, told};
use crate::{
    card::Tone,
    channel::Channel,
    phrase::Phrase,
    product::{Era, Family},
};

/// The state "Notification": not activated, and said so to the user.
pub(super) fn tell(about: &About) -> StateText {
    let sentence = Phrase::new()
        .text(about.subject())
        .text(" is not activated and says so (notification)")
        .text(because(about));
    told(
        Tone::Bad,
        "Notification",
        sentence,
        people(about),
        next(about),
        ends(about),
    )
}

/// The three reasons that change what is the case; the others are told with the code.
fn because(about: &About) -> &'static str {
    match about.reason {
        Some(0xC004_F009) => ": a grace period has run out.",
        Some(0xC004_F200) => ": validation found this copy not genuine.",
        Some(0xC004_F00F) => ": the hardware has changed beyond what the activation tolerates.",
        _ if about.channel == Some(Channel::Evaluation) => {
            ": an evaluation that is over, or was never activated, reads like this."
        }
        _ => ".",
    }
}

fn people(about: &About) -> &'static str {
    if about.hosts() {
        return "Notices on this machine. Clients can't count on this host: a host has to be activated itself before it \
                activates others.";
    }
    match about {
        About {
            family: Family::Office,
            ..
        } => {
            "Dialogs at the start of each application and a red title bar. Sources disagree whether functions are lost: \
             the vendor's pages name only the notices, a university's page says that new documents and editing are blocked."
        }
        About {
            family: Family::WindowsAddOn,
            ..
        } => {
            "What the add-on stands for (such as Extended Security Updates) is not covered. Windows itself has its own state."
        }
        About {
            family: Family::Unknown,
            ..
        } => "Notices that ask for activation. More can't be said without knowing the product.",
        About {
            family: Family::WindowsServer,
            era: Some(Era::Vista),
            ..
        } => "Notices that ask for activation; everything else works.",
        About {
            era: Some(Era::Vista),
            ..
        } => {
            "Notices that ask for activation; everything else works. Vista without a service pack has reduced functionality \
             instead: logon for one hour at a time."
        }
        About {
            era: Some(Era::Seven),
            ..
        } => {
            "A dialog at logon, a notice near the clock, a black desktop with a text on it that comes back every hour, and \
             no optional updates."
        }
        About {
            era: Some(Era::EightOrLater),
            ..
        } => {
            "Notices that ask for activation. Which settings are blocked and which watermark appears is not published for \
             Windows 8 and later."
        }
        About { era: None, .. } => {
            "Notices that ask for activation; how they look depends on the version of Windows."
        }
    }
}

fn next(about: &About) -> &'static str {
    match attempts(about) {
        "" => "Nothing by itself: it stays like this, without a countdown, until somebody acts.",
        attempts => attempts,
    }
}

fn ends(about: &About) -> &'static str {
    if about.reason == Some(0xC004_F200) && !about.hosts() {
        return "A genuine key, activated, and a validation that succeeds.";
    }
    match about.channel {
        Some(Channel::Evaluation) => {
            "Another edition with its own key, activated; or a rearm, while the rearm count is above 0."
        }
        _ => activation(about),
    }
}
