//! How a licence was sold and is activated.

/// The channel of a product, in the field's terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// A KMS host: activates others (`VOLUME_KMS`, `VOLUME_KMS_C`, ...).
    KmsHost,
    /// A KMS client with a generic volume license key (`VOLUME_KMSCLIENT`).
    KmsClient,
    /// A Multiple Activation Key (`VOLUME_MAK`, `RETAIL(MAK)`).
    Mak,
    /// Bought singly (`RETAIL`).
    Retail,
    /// Preinstalled by a manufacturer (`OEM_DM`, `OEM_SLP`, ...).
    Oem,
    /// Automatic Virtual Machine Activation by the Hyper-V host.
    Avma,
    /// A subscription (`TIMEBASED_SUB`).
    Subscription,
    /// An evaluation (`TIMEBASED_EVAL`).
    Evaluation,
    /// Printed, but none of the above.
    Other,
}

impl Channel {
    /// Its name in the published shape.
    pub const fn name(self) -> &'static str {
        match self {
            Channel::KmsHost => "kms-host",
            Channel::KmsClient => "kms-client",
            Channel::Mak => "mak",
            Channel::Retail => "retail",
            Channel::Oem => "oem",
            Channel::Avma => "avma",
            Channel::Subscription => "subscription",
            Channel::Evaluation => "evaluation",
            Channel::Other => "other",
        }
    }
}
