//! Every table is sorted, whole and sourced, and every row is found by its key.

use std::collections::BTreeSet;

use activation_desk::kb::grace::{Generation, GraceKind};
use activation_desk::kb::{self, Sources, threshold};
use uuid::Uuid;

#[track_caller]
fn rising<T: Ord + std::fmt::Debug>(keys: impl Iterator<Item = T>) -> usize {
    let keys: Vec<T> = keys.collect();
    for pair in keys.windows(2) {
        assert!(
            pair[0] < pair[1],
            "{:?} stands before {:?}",
            pair[0],
            pair[1]
        );
    }
    keys.len()
}

#[test]
fn every_table_is_sorted_and_whole() {
    assert_eq!(
        rising(kb::activation_id::all().iter().map(|row| row.id)),
        317
    );
    assert_eq!(
        rising(kb::application_id::all().iter().map(|row| row.id)),
        4
    );
    assert!(rising(kb::reason::all().map(|row| row.code)) >= 508);
    assert!(rising(kb::article::all().map(|row| row.key)) >= 330);
    assert_eq!(kb::client_key::all().len(), 142);
    assert_eq!(
        kb::extended_pid::all().map(|part| rising(part.iter().map(|row| row.value))),
        [3, 21, 5]
    );
    assert_eq!(rising(kb::build::all().iter().map(|row| row.build)), 30);
    assert_eq!(rising(kb::lcid::all().iter().map(|row| row.lcid)), 115);
    assert_eq!(
        rising(
            kb::grace::all()
                .iter()
                .map(|row| (row.generation, row.kind))
        ),
        9
    );
}

#[test]
fn every_row_is_found_by_its_key() {
    for row in kb::activation_id::all() {
        assert_eq!(kb::activation_id::find(row.id), Some(row));
        assert!(
            kb::application_id::find(row.application_id).is_some(),
            "{}",
            row.id
        );
    }
    for row in kb::application_id::all() {
        assert_eq!(kb::application_id::find(row.id), Some(row));
    }
    for row in kb::reason::all() {
        assert_eq!(kb::reason::find(row.code), Some(row));
    }
    for row in kb::article::all() {
        assert_eq!(kb::article::find(row.key), Some(row));
        assert!(kb::article::of_kind(row.kind()).any(|other| other == row));
    }
    for row in kb::client_key::all() {
        let lower = row.ending().to_ascii_lowercase();
        assert!(kb::client_key::by_ending(&lower).any(|other| other == row));
    }
    for row in kb::build::all() {
        assert_eq!(kb::build::find(row.build), Some(row));
    }
    for row in kb::lcid::all() {
        assert_eq!(kb::lcid::find(row.lcid), Some(row));
    }
    for row in kb::grace::all() {
        assert_eq!(kb::grace::find(row.generation, row.kind), Some(row));
    }
    let finders = [
        kb::extended_pid::channel_code,
        kb::extended_pid::group,
        kb::extended_pid::platform,
    ];
    for (rows, find) in kb::extended_pid::all().into_iter().zip(finders) {
        for row in rows {
            assert_eq!(find(row.value), Some(row));
        }
    }
}

#[test]
fn what_is_not_known_is_none() {
    assert_eq!(kb::activation_id::find(Uuid::nil()), None);
    assert_eq!(kb::activation_id::find(Uuid::max()), None);
    assert_eq!(kb::application_id::find(Uuid::nil()), None);
    for key in ["", "event", "event-", "event-0", "EVENT-12288", "zzz"] {
        assert_eq!(kb::article::find(key), None, "{key}");
    }
    for ending in ["", "-", "AAAAA", "WHNXV", "MY83", "\u{e9}"] {
        assert_eq!(kb::client_key::by_ending(ending).next(), None, "{ending}");
    }
    for code in [0, 0x4004_0000, 0xC004_0000, u32::MAX] {
        assert_eq!(kb::reason::find(code), None, "{code:#X}");
    }
    for digits in ["", "0", "01", "04", "05", "003", "é"] {
        assert_eq!(kb::extended_pid::channel_code(digits), None, "{digits}");
    }
    assert_eq!(kb::extended_pid::platform("00206"), None);
    assert_eq!(kb::extended_pid::group("03612"), None);
    assert_eq!(kb::build::find(0), None);
    assert_eq!(kb::lcid::find(0), None);
    assert_eq!(
        kb::grace::find(Generation::Office, GraceKind::NonGenuine),
        None
    );
}

#[test]
fn every_row_has_a_source_and_only_clean_texts() {
    let mut seen = BTreeSet::new();
    for (label, sources, texts) in rows() {
        let day = sources.seen();
        assert!(day.len() == 10 && day <= kb::DATE, "{label}: {day}");
        let sources: Vec<&str> = sources.iter().collect();
        assert!(!sources.is_empty(), "{label} has no source");
        for text in texts.into_iter().chain(sources.iter().copied()) {
            assert!(!text.is_empty() && text.trim() == text, "{label}: {text:?}");
            assert!(!text.contains(char::is_control), "{label}: {text:?}");
            assert!(!holds_product_key(text), "{label}: {text:?}");
        }
        seen.extend(sources);
    }
    assert!(seen.len() > 50, "{} sources", seen.len());
    assert!(
        holds_product_key("Key: AAAAA-BBBBB-CCCCC-DDDDD-EEEEE."),
        "the check itself finds a key"
    );
}

/// Every row of every table: a label, its sources and its texts.
fn rows() -> Vec<(String, Sources, Vec<&'static str>)> {
    let mut rows = Vec::new();
    for row in kb::activation_id::all() {
        let texts = [row.product, row.edition, row.generation]
            .into_iter()
            .chain(row.note)
            .collect();
        rows.push((row.id.to_string(), row.sources(), texts));
    }
    for row in kb::application_id::all() {
        rows.push((
            row.id.to_string(),
            row.sources(),
            [row.product].into_iter().chain(row.note).collect(),
        ));
    }
    for row in kb::reason::all() {
        let texts = [row.meaning]
            .into_iter()
            .chain(Some(row.when).filter(|when| !when.is_empty()))
            .chain(row.symbol)
            .chain(row.doubt);
        let texts = texts.chain(row.why.iter()).chain(row.what_to_do.iter());
        rows.push((format!("{:#X}", row.code), row.sources(), texts.collect()));
    }
    for row in kb::article::all() {
        let mut texts = vec![row.key, row.title, row.meaning];
        for list in [row.also, row.why, row.what_to_do, row.related] {
            texts.extend(list.iter());
        }
        texts.extend(row.facts().flat_map(|(label, value)| [label, value]));
        texts.extend(row.doubt);
        rows.push((row.key.to_owned(), row.sources(), texts));
    }
    for row in kb::client_key::all() {
        let texts = [row.product, row.generation].into_iter().chain(row.note);
        rows.push((row.ending().to_owned(), row.sources(), texts.collect()));
    }
    for row in kb::extended_pid::all().into_iter().flatten() {
        rows.push((
            row.value.to_owned(),
            row.sources(),
            [row.meaning].into_iter().chain(row.note).collect(),
        ));
    }
    for row in kb::build::all() {
        let texts: Vec<&str> = row
            .client
            .into_iter()
            .chain(row.server)
            .chain(row.note)
            .collect();
        assert!(row.client.or(row.server).is_some(), "{}", row.build);
        rows.push((row.build.to_string(), row.sources(), texts));
    }
    for row in kb::lcid::all() {
        rows.push((row.lcid.to_string(), row.sources(), vec![row.tag, row.name]));
    }
    for row in threshold::ALL {
        rows.push((
            row.meaning.to_owned(),
            row.sources(),
            [row.meaning].into_iter().chain(row.note).collect(),
        ));
    }
    for row in kb::grace::all() {
        rows.push((
            format!("{:?} {:?}", row.generation, row.kind),
            row.sources(),
            row.note.into_iter().collect(),
        ));
    }
    rows
}

fn holds_product_key(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .any(|word| {
            let parts: Vec<&str> = word.split('-').collect();
            parts
                .windows(5)
                .any(|five| five.iter().all(|part| part.len() == 5))
        })
}

#[test]
fn state_machines_are_whole() {
    use activation_desk::kb::machine::{self, Cause, Length, State, Stay};
    let key = |stay: &Stay| (stay.machine, stay.state);
    assert_eq!(rising(machine::all().iter().map(key)), 45);
    for stay in machine::all() {
        let (machine, state) = key(stay);
        assert_eq!(machine::find(machine, state), Some(stay));
        assert!(stay.sources().iter().count() > 0, "{machine:?} {state:?}");
        // What it leads to is a state of the same machine; activation may lead to a licence for good, too.
        for lead in stay.leads {
            assert!(
                machine::find(machine, lead.to).is_some(),
                "{machine:?} {state:?} leads to {lead:?}"
            );
        }
        // A grace period that is named has a row; only time that passes has marks.
        if let Length::Grace(generation, kind) = stay.length {
            assert!(kb::grace::find(generation, kind).is_some());
        }
        assert!(stay.marks.is_empty() || stay.after_its_time().is_some());
        let days = stay.marks.iter().map(|mark| mark.days);
        assert!(days.clone().zip(days.skip(1)).all(|(one, next)| one > next));
        // A renewal starts the same stay again.
        for lead in stay.leads.iter().filter(|lead| lead.by == Cause::Renewal) {
            assert_eq!((state, lead.to), (State::Licensed, State::Licensed));
        }
    }
    // Unknown is not none: what nobody published has no minutes.
    let initial = machine::find(machine::Machine::Server2008, State::InitialGrace).expect("a row");
    assert_eq!((initial.length, initial.minutes()), (Length::Unknown, None));
}
