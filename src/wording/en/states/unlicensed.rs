//! Unlicensed.

use super::{About, StateText, activation, told};
use crate::{card::Tone, channel::Channel, phrase::Phrase, product::Family};

/// The state "Unlicensed". Without a key it is the normal state of most rows.
pub(super) fn tell(about: &About) -> StateText {
    if about.in_use == Some(false) {
        return not_in_use(about);
    }
    let sentence = if about.in_use == Some(true) {
        Phrase::new()
            .text(about.subject())
            .text(" has a product key, but no licence.")
    } else {
        Phrase::new().text(about.subject()).text(" has no licence.")
    };
    let people = if about.hosts() {
        "This host activates nobody until it is activated itself. Machines that are activated keep their own time."
    } else {
        match about.family {
            Family::WindowsAddOn => {
                "What the add-on stands for (such as Extended Security Updates) is not covered. Windows itself has its own state."
            }
            Family::Office => {
                "Expect dialogs that ask for activation. Our sources describe this state for Office no further."
            }
            _ => {
                "Expect notices that ask for activation. What is restricted in this state is not published for each version."
            }
        }
    };
    let next = match about.channel {
        Some(Channel::KmsClient) => {
            "A volume client tries to activate by itself, every 2 hours by default."
        }
        _ => "Nothing that is known to happen by itself.",
    };
    told(
        Tone::Bad,
        "Unlicensed",
        sentence,
        people,
        next,
        activation(about),
    )
}

fn not_in_use(about: &About) -> StateText {
    let sentence = if about.hosts() {
        "No product key is installed for this KMS host licence, so it is not in use."
    } else {
        "No product key is installed for this product, so it is not in use."
    };
    told(
        Tone::Neutral,
        "Not in use",
        sentence,
        "Nothing. The licensing service knows many products; most rows of a full list look like this.",
        "Nothing.",
        "A product key for exactly this product, then its activation.",
    )
}
