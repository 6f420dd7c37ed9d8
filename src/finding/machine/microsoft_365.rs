//! Microsoft 365 Apps is not activated by keys: KMS, MAK and ospp.vbs are the wrong tools for it.

use super::{
    super::{Certainty, Finding, Paste, Severity},
    producer,
};
use crate::{
    channel::Channel, command::Command, reading::Producer, wording::findings::machine as say,
};

/// Its own listing, a subscription among what ospp.vbs lists, or no Office key at all.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let reading = paste.reading;
    let listing = reading
        .parts
        .iter()
        .find(|part| part.producer == Producer::Vnextdiag);
    let keyless = paste.refusals(|text| text.contains("<No installed product keys detected>"));
    let subscription = reading.products.iter().position(|product| {
        let by_ospp = matches!(
            producer(paste, product.lines.0),
            Some(Producer::OsppDstatus | Producer::OsppAct | Producer::OsppOther)
        );
        by_ospp && product.channel == Some(Channel::Subscription)
    });
    let code = "machine-microsoft-365";
    let finding = match (listing, subscription) {
        (Some(listing), _) => {
            let mut lines = vec![listing.first_line];
            lines.extend(&keyless);
            lines.sort_unstable();
            let sentence = if keyless.is_empty() {
                say::VNEXTDIAG
            } else {
                say::VNEXTDIAG_AND_NO_KEY
            };
            paste.finding(code, Severity::Note, sentence, &lines)
        }
        (None, Some(at)) => {
            let lines: Vec<u32> = reading
                .products
                .get(at)
                .map(|product| product.lines.0)
                .into_iter()
                .collect();
            let finding = paste
                .finding(code, Severity::Note, say::SUBSCRIPTION, &lines)
                .certainty(Certainty::Likely);
            Finding {
                product: Some(at),
                ..finding
            }
        }
        (None, None) if !keyless.is_empty() => paste.finding(
            "machine-office-without-key",
            Severity::Note,
            say::OFFICE_WITHOUT_KEY,
            &keyless,
        ),
        _ => return None,
    };
    let finding = if listing.is_some() {
        finding
    } else {
        finding.step(
            paste
                .step(Command::Vnextdiag, say::RUN_VNEXTDIAG, &[])
                .note(say::RUN_VNEXTDIAG_NOTE),
        )
    };
    Some(finding.article("term-microsoft-365").see("tool-vnextdiag"))
}
