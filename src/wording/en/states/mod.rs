//! License states in words: what is the case, what people notice, what comes next, what ends it.
//!
//! Facts only as far as they are published. Where the sources disagree or say nothing, the sentence says so.

mod grace;
mod licensed;
mod notification;
mod unlicensed;

use crate::{
    card::Tone,
    channel::Channel,
    command::OfficeFolder,
    phrase::Phrase,
    product::{Era, Family},
    state::LicenseStatus,
    suspicion::Suspicion,
};

/// What is known of a product besides its state; decides which sentence is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// The family; it decides which rules apply.
    pub family: Family,
    /// The era of Windows, where the output shows it.
    pub era: Option<Era>,
    /// The channel.
    pub channel: Option<Channel>,
    /// The folder of this Office generation; `None` for Windows or where the generation is not known.
    pub office_folder: Option<OfficeFolder>,
    /// Minutes left, as printed.
    pub minutes: Option<u32>,
    /// Whether a KMS host block is printed for the product.
    pub is_kms_host: bool,
    /// The reason code, an HRESULT.
    pub reason: Option<u32>,
    /// `Some(false)` for "This license is not in use.", `Some(true)` where a key ending is printed.
    pub in_use: Option<bool>,
    /// Whether Active Directory activated it, or is the only way that is allowed.
    pub by_directory: bool,
    /// What is odd about the activation.
    pub suspicion: Option<Suspicion>,
}

impl Default for About {
    /// Nothing known.
    fn default() -> Self {
        About {
            family: Family::Unknown,
            era: None,
            channel: None,
            office_folder: None,
            minutes: None,
            is_kms_host: false,
            reason: None,
            in_use: None,
            by_directory: false,
            suspicion: None,
        }
    }
}

/// A state in words.
#[derive(Clone, Debug, PartialEq)]
pub struct StateText {
    /// For mark and colour.
    pub tone: Tone,
    /// One to three words.
    pub word: &'static str,
    /// The state in one plain sentence.
    pub sentence: Phrase,
    /// What it means for the people who use the machine.
    pub people: Phrase,
    /// What comes next by itself.
    pub next: Phrase,
    /// What ends it.
    pub ends: Phrase,
}

/// Tells a state in words. Total: every combination has text in all four phrases.
pub fn state(status: LicenseStatus, about: &About) -> StateText {
    match status {
        LicenseStatus::Unlicensed => unlicensed::tell(about),
        LicenseStatus::Licensed => licensed::tell(about),
        LicenseStatus::OobGrace => grace::initial(about),
        LicenseStatus::OotGrace => grace::out_of_tolerance(about),
        LicenseStatus::NonGenuineGrace => grace::non_genuine(about),
        LicenseStatus::Notification => notification::tell(about),
        LicenseStatus::ExtendedGrace => grace::extended(about),
    }
}

impl About {
    /// Whether the product is a KMS host. A printed channel outweighs the host block, since a machine that hosts KMS for
    /// Office prints its own Windows licence too.
    pub fn hosts(&self) -> bool {
        match self.channel {
            Some(channel) => channel == Channel::KmsHost,
            None => self.is_kms_host,
        }
    }

    /// Whether Active Directory can't activate it: that came with Windows 8, Server 2012 and Office 2013.
    fn is_before_directory(&self) -> bool {
        matches!(self.era, Some(Era::Vista | Era::Seven))
            || self.office_folder == Some(OfficeFolder::Office14)
    }

    /// The product as the subject of a sentence.
    pub(in crate::wording) fn subject(&self) -> &'static str {
        match self.family {
            Family::Windows => "Windows",
            Family::WindowsServer => "Windows Server",
            Family::WindowsAddOn => "This add-on",
            Family::Office => "This Office product",
            Family::Unknown => "This product",
        }
    }
}

/// Shorthand for a [`StateText`].
fn told(
    tone: Tone,
    word: &'static str,
    sentence: impl Into<Phrase>,
    people: impl Into<Phrase>,
    next: impl Into<Phrase>,
    ends: impl Into<Phrase>,
) -> StateText {
    StateText {
        tone,
        word,
        sentence: sentence.into(),
        people: people.into(),
        next: next.into(),
        ends: ends.into(),
    }
}

/// What ends every state in which a product is not activated, by its way of activation.
fn activation(about: &About) -> &'static str {
    const HOST: &str = "Activation of the host, on line or by telephone.";
    match about.channel {
        Some(Channel::KmsHost) => HOST,
        None if about.is_kms_host => HOST,
        Some(Channel::KmsClient) if about.is_before_directory() => {
            "A KMS host that answers. A MAK or another key, activated on line or by telephone, ends it too."
        }
        Some(Channel::KmsClient) => {
            "A KMS host or Active Directory that answers. A MAK or another key, activated on line or by telephone, ends it too."
        }
        Some(Channel::Mak) => "Activation of the MAK, on line or by telephone.",
        Some(Channel::Retail | Channel::Oem) => {
            "Activation on line or by telephone, or another key that is activated."
        }
        Some(Channel::Avma) => "Activation by the Hyper-V host that this virtual machine runs on.",
        Some(Channel::Subscription) => "A valid subscription, signed in to.",
        Some(Channel::Evaluation) => "Another edition with its own key, activated.",
        Some(Channel::Other) | None => "Activation, in the way that belongs to its key.",
    }
}

/// What the machine does by itself while it is not activated.
fn attempts(about: &About) -> &'static str {
    match about.channel {
        Some(Channel::KmsClient) => "It keeps trying by itself, every 2 hours by default.",
        _ => "",
    }
}
