//! Channels in words.

use crate::channel::Channel;

/// The channel as a short noun: "KMS host", "MAK", ...
pub const fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::KmsHost => "KMS host",
        Channel::KmsClient => "KMS client (generic volume license key)",
        Channel::Mak => "MAK (Multiple Activation Key)",
        Channel::Retail => "Retail",
        Channel::Oem => "OEM (preinstalled by a manufacturer)",
        Channel::Avma => "AVMA (activated by the Hyper-V host)",
        Channel::Subscription => "Subscription",
        Channel::Evaluation => "Evaluation",
        Channel::Other => "Another channel",
    }
}

/// What the channel means for activation, in one or two sentences.
pub const fn channel_meaning(channel: Channel) -> &'static str {
    match channel {
        Channel::KmsHost => {
            "The key belongs to a KMS host: this machine activates others. The host itself is activated once, on line or \
             by telephone, and its activation is not renewed."
        }
        Channel::KmsClient => {
            "The key is a published generic key that holds no right by itself: the machine is activated by a KMS host or, \
             from Windows 8 and Office 2013 on, by Active Directory, for 180 days at a time."
        }
        Channel::Mak => {
            "A volume key that counts activations: each machine is activated once, on line or by telephone, and the \
             activation does not run out."
        }
        Channel::Retail => {
            "Bought singly. Activated once, on line or by telephone; the activation does not run out. A KMS host or \
             Active Directory can't activate it without another key."
        }
        Channel::Oem => {
            "Preinstalled by the manufacturer of the machine; the licence belongs to that machine. The activation does \
             not run out. A KMS host can't activate it without another key."
        }
        Channel::Avma => {
            "A virtual machine that is activated by the Hyper-V host it runs on. It asks no KMS host and needs no network \
             for it."
        }
        Channel::Subscription => {
            "Licensed by a subscription. Microsoft 365 Apps are not activated by KMS at all."
        }
        Channel::Evaluation => {
            "A time-limited trial. It can't be activated by KMS; for that the edition has to be changed first."
        }
        Channel::Other => {
            "The output prints a channel that we do not know. Which way of activation it needs is therefore not told here."
        }
    }
}
