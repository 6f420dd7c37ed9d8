//! A KMS host's log in sum.

use super::event::product;
use crate::{
    card::{Bar, Row, Section, Tone, rows::Filling},
    event_log::{Client, summary},
    id::error_code,
    kb::reason,
    order,
    phrase::{Kind, Phrase},
    reading::{Event, EventFields},
    wording::{
        around::{self as say, log as words},
        controls::number,
    },
};

/// So few requests are read one by one.
const LEAST: usize = 5;
/// So many clones, names, codes and products are listed.
const MOST: usize = 10;

/// What the requests in a log say in all.
#[derive(Clone, Debug, PartialEq)]
pub struct Log {
    /// Counts, and what is odd.
    pub section: Section,
    /// Requests by product, the most wanted first.
    pub products: Vec<Bar>,
}

/// Sums the requests up; `None` where there are too few for it.
pub fn log(events: &[Event<'_>]) -> Option<Log> {
    let requests = events
        .iter()
        .filter(|event| matches!(event.fields, EventFields::RequestProcessed(_)));
    if requests.take(LEAST).count() < LEAST {
        return None;
    }
    let sum = summary(events);
    let mut filling = Filling::new("log", "");
    let mut value = count(sum.requests);
    if let Some((first, last)) = sum.span {
        value = value.then(say::span(first, last));
    }
    filling.row(row(words::REQUESTS, value));
    let mut value = count(sum.clients.len());
    if sum.without_id > 0 {
        value = value
            .text(", ")
            .then(count(sum.without_id))
            .text(" ")
            .text(words::WITHOUT);
    }
    filling.row(row(words::CLIENTS, value));
    filling.row(row(words::CLONES, count(sum.clones.len())));
    let failed: usize = sum.failures.iter().map(|(_, count)| count).sum();
    if failed > 0 {
        let row = filling.row(row(words::FAILED, count(failed)));
        for (code, times) in sum.failures.iter().take(MOST) {
            let said = Phrase::new()
                .value(Kind::Code, error_code::format(*code))
                .text(format!(" ({}×)", number(*times as u64)));
            let meaning = reason::find(*code).map_or("", |known| known.meaning);
            let gap = if meaning.is_empty() { "" } else { ": " };
            row.note(Tone::Bad, said.text(gap).text(meaning));
        }
    }
    let clones = sum.clones.iter().filter_map(|at| sum.clients.get(*at));
    for Client { id, names, .. } in clones.take(MOST) {
        filling.note(Tone::Watch, say::clone(id.to_string(), names));
    }
    for (name, ids) in sum.several_ids.iter().take(MOST) {
        filling.note(Tone::Neutral, say::several_ids(name, ids.len()));
    }
    let more = [sum.clones.len(), sum.several_ids.len()]
        .map(|count| count.saturating_sub(MOST))
        .iter()
        .sum();
    if more > 0 {
        filling.note(Tone::Neutral, say::and_more(more));
    }
    let mut products: Vec<Bar> = sum
        .products
        .iter()
        .map(|asked| Bar {
            key: "",
            label: product(asked.id)
                .unwrap_or_else(|| [words::UNKNOWN, &asked.id.to_string()].concat())
                .into(),
            value: asked.requests as u64,
            line: None,
            meaning: "",
        })
        .collect();
    order::by(&mut products, |bar| u32::MAX - bar.value as u32);
    products.truncate(MOST);
    Some(Log {
        section: filling.whole(),
        products,
    })
}

fn row(label: &'static str, value: Phrase) -> Row {
    Row {
        label: label.into(),
        value,
        ..Row::default()
    }
}

fn count(count: usize) -> Phrase {
    Phrase::new().value(Kind::Quantity, number(count as u64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{phrase::Redact, read};

    const OFFICE: &str = "d450596f-894d-49e0-966a-fd39ed4c4c64";
    const OTHER: &str = "11111111-2222-3333-4444-555555555599";

    fn request(code: &str, name: &str, last: u32, product: &str) -> String {
        format!(
            "An activation request has been processed.\nInfo:\n{code},5,{name},11111111-2222-3333-4444-55555555550{last},2026/9/{last} 10:00,1,1,259200,{product}\n\n"
        )
    }

    #[test]
    fn clones_and_products_are_counted_from_five_requests_on() {
        let mut text = [
            request("0x0", "PC01", 1, OTHER),
            request("0x0", "PC02", 2, OFFICE),
            request("0xC004F06C", "PC03", 2, OFFICE),
            request("0x0", "PC04", 3, OFFICE),
        ]
        .concat();
        assert_eq!(log(&read(&text).events), None);
        text += &request("0x0", "PC05", 3, OTHER);
        let log = log(&read(&text).events).expect("five requests");
        let rows: Vec<_> = log
            .section
            .rows
            .iter()
            .map(|row| row.value.plain(Redact::No))
            .collect();
        assert_eq!(
            rows,
            ["5 (2026/9/1 10:00 to 2026/9/3 10:00)", "3", "2", "1"]
        );
        assert_eq!(log.section.notes.len(), 2);
        assert!(
            log.section.notes[0]
                .text
                .plain(Redact::No)
                .contains("PC02 and PC03")
        );
        let bars: Vec<_> = log
            .products
            .iter()
            .map(|bar| (&*bar.label, bar.value))
            .collect();
        assert_eq!(
            bars,
            [
                ("Office 2016 Professional Plus", 3),
                (
                    "Not in the catalogue: 11111111-2222-3333-4444-555555555599",
                    2
                )
            ]
        );
    }
}
