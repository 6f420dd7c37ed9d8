//! The host key has been used as often as it may be.

use super::super::{Certainty, Finding, Paste, Severity};
use crate::{
    channel::Channel,
    command::Command,
    kb::threshold::{HOST_KEY_ACTIVATIONS, HOST_KEY_HOSTS},
    wording::findings::host as say,
};

/// The key has no activation left.
pub(in super::super) const USED_UP: u32 = 0xC004_C008;

/// The code, printed by a command or as a product's reason. Another key than a host's may bring it too.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let products = &paste.reading.products;
    let product = products
        .iter()
        .position(|product| product.reason_code == Some(USED_UP));
    let lines = paste.errors(USED_UP);
    if product.is_none() && lines.is_empty() {
        return None;
    }
    let is_host = |channel: Option<Channel>| channel == Some(Channel::KmsHost);
    let certainty = match product.and_then(|product| products.get(product)) {
        Some(product) if is_host(product.channel) => Certainty::Shown,
        Some(product) if product.channel.is_some() => return None,
        _ if products.iter().any(|product| is_host(product.channel)) => Certainty::Shown,
        _ => Certainty::Likely,
    };
    let finding = Finding {
        product,
        ..paste.finding("host-key-limit", Severity::Blocks, say::KEY_LIMIT, &lines)
    };
    let finding = finding
        .certainty(certainty)
        .background(say::key_limit_figures())
        .background(say::KEY_ON_CLIENTS)
        .step(paste.step(Command::DlvAll, say::SEE_WHICH_KEY, &[]))
        .source(HOST_KEY_HOSTS.sources())
        .source(HOST_KEY_ACTIVATIONS.sources())
        .see("0xC004C008")
        .article("host-key-limits");
    Some(finding)
}
