//! The settings of the machine. They are the same as those that a product's block prints, so that they have the same words.

use crate::{
    card::{
        Section,
        kms::counters,
        rows::{Filling, derived},
    },
    phrase::{Kind, Phrase},
    reading::{Reading, Service},
    wording::card::{priority, switched},
};

/// Whether more is known of the machine than its version.
pub fn has_settings(reading: &Reading<'_>) -> bool {
    reading.service.as_ref().is_some_and(|service| {
        *service
            != Service {
                version: service.version.clone(),
                ..Service::default()
            }
    })
}

/// What the paste says of the machine; `None` where that is nothing, or its version beside products, whose cards tell it.
pub fn machine(reading: &Reading<'_>) -> Option<Section> {
    if !has_settings(reading) && !reading.products.is_empty() {
        return None;
    }
    let service = reading.service.as_ref()?;
    let line = |key: &str| {
        let mut spans = reading.spans.iter();
        spans
            .find(|span| span.key == Some(key))
            .map(|span| span.line)
    };
    let mut filling = Filling::new("machine", "");
    let mut row = |words: &'static str, key: &str, kind: Kind, value: Option<String>| {
        if let Some(value) = value {
            let row = filling.row(derived(words, Phrase::new().value(kind, value)));
            row.lines = line(key).map(|line| (line, line));
        }
    };
    let host = service.host.as_deref().map(|host| match service.port {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    });
    let on = |is: Option<bool>| is.map(|is| switched(is).to_owned());
    row(
        "service.version",
        "service.version",
        Kind::Value,
        service.version.as_deref().map(str::to_owned),
    );
    row("kmsClient.registeredHost", "service.host", Kind::Host, host);
    row(
        "kmsClient.lookupDomain",
        "service.lookupDomain",
        Kind::Host,
        service.lookup_domain.as_deref().map(str::to_owned),
    );
    row(
        "kmsClient.clientMachineId",
        "service.clientMachineId",
        Kind::Machine,
        service.client_machine_id.map(|id| id.to_string()),
    );
    row(
        "kmsClient.hostCaching",
        "service.hostCaching",
        Kind::Text,
        on(service.host_caching),
    );
    row(
        "kmsHost.currentCount",
        "service.currentCount",
        Kind::Quantity,
        service
            .kms_host
            .and_then(|host| host.current_count)
            .map(|count| count.to_string()),
    );
    row(
        "kmsHost.port",
        "service.listeningPort",
        Kind::Value,
        service.listening_port.map(|port| port.to_string()),
    );
    row(
        "kmsHost.dnsPublishing",
        "service.dnsPublishing",
        Kind::Text,
        on(service.dns_publishing),
    );
    row(
        "kmsHost.priority",
        "service.priority",
        Kind::Text,
        service.low_priority.map(|low| priority(low).to_owned()),
    );
    row(
        "remainingWindowsRearmCount",
        "service.remainingWindowsRearmCount",
        Kind::Quantity,
        service
            .remaining_windows_rearm_count
            .map(|count| count.to_string()),
    );
    if let Some(host) = &service.kms_host {
        filling.section().chart =
            counters(host, |key| line(&key.replacen("kmsHost", "service", 1)));
    }
    filling.done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ReadOptions, phrase::Redact, read_with};

    #[test]
    fn settings_are_rows_with_their_lines() {
        let text = include_str!("../../../tests/fixtures/cim-service-list.txt");
        let reading = read_with(text, ReadOptions { spans: true });
        let section = machine(&reading).expect("settings");
        let rows: Vec<_> = section
            .rows
            .iter()
            .map(|row| (row.key, row.value.plain(Redact::Yes), row.lines))
            .collect();
        assert!(rows.contains(&(
            "kmsClient.registeredHost",
            "[host]".to_owned(),
            Some((18, 18))
        )));
        assert!(rows.contains(&("kmsHost.currentCount", "27".to_owned(), Some((10, 10)))));
        assert_eq!(section.chart.len(), 3);
        assert!(section.chart.iter().all(|bar| bar.line.is_some()));
    }

    #[test]
    fn the_version_alone_is_the_products() {
        let version = "Software licensing service version: 10.0.26100.1\n";
        let reading = read_with(version, ReadOptions::default());
        assert!(machine(&reading).is_some());
        let text = [version, "Name: Windows(R), Professional edition\n"].concat();
        let reading = read_with(&text, ReadOptions::default());
        assert_eq!(machine(&reading), None);
    }
}
