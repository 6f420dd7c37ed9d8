//! Every row has an address that leads back to it.

use std::collections::BTreeMap;

use activation_desk::kb::{Address, Row, rows};
use proptest::prelude::*;
use uuid::Uuid;

#[test]
fn every_row_is_found_by_its_address() {
    let mut fragments: BTreeMap<String, Row> = BTreeMap::new();
    for row in rows() {
        let address = row.address();
        let fragment = address.to_fragment();
        assert_eq!(Address::parse(&fragment), Some(address), "{fragment}");
        assert_eq!(
            Address::parse(&fragment.to_uppercase()),
            Some(address),
            "{fragment}"
        );
        assert_eq!(
            Address::of_reference(&address.to_reference()),
            Some(address),
            "{fragment}"
        );
        let clean = |c: char| c.is_ascii_alphanumeric() || c == '-';
        assert!(fragment.chars().all(clean), "{fragment}");
        let found = Row::find(address).unwrap();
        assert_eq!(found.address(), address);
        match (fragments.insert(fragment, row), found) {
            (None, found) => assert_eq!(found, row),
            // Keys that are published for two products end alike.
            (Some(Row::ClientKey(_)), Row::ClientKey(_)) => {}
            (Some(other), _) => panic!("{other:?} and {row:?} have one address"),
        }
    }
}

#[test]
fn texts_that_are_no_address() {
    for text in [
        "",
        "-",
        "0x",
        "0xC004F07",
        "0xC004F0744",
        "0xC004G074",
        "C004F074",
        "kms",
        "event-",
        "event-0",
        "key-",
        "key-AAAAA",
        "key-TVRH6",
        "build-",
        "build-x",
        "build-026100",
        "build-4294967296",
        "lcid--1",
        "figure-nothing",
        "grace-vista",
        "grace-eight-or-later-",
        "grace-initial",
        "pid-channel-04",
        "pid-03",
        "{0ff1ce15-a989-479d-af46-f275c6370663}",
        "0ff1ce15a989479daf46f275c6370663",
        "event-12288 ",
        "\u{130}vent-12288",
    ] {
        assert_eq!(Address::parse(text), None, "{text:?}");
    }
    assert_eq!(Address::parse(&"a".repeat(1_000_000)), None);
}

#[test]
fn codes_and_ids_that_nobody_knows_have_an_address_and_no_row() {
    for address in [
        Address::Code(0xC004_0000),
        Address::ActivationId(Uuid::max()),
        Address::Build(1),
        Address::Lcid(1),
    ] {
        assert_eq!(Address::parse(&address.to_fragment()), Some(address));
        assert_eq!(Row::find(address), None);
    }
}

proptest! {
    #[test]
    fn what_is_read_is_written_back(text in "[0-9a-zA-Z-]{0,40}|0x[0-9a-fA-F]{8}|(key|build|lcid|figure|grace|pid|event)-[0-9A-Za-z-]{0,12}") {
        if let Some(address) = Address::parse(&text) {
            prop_assert_eq!(Address::parse(&address.to_fragment()), Some(address));
            prop_assert!(address.to_fragment().eq_ignore_ascii_case(&text));
        }
    }

    #[test]
    fn codes_ids_and_numbers_come_back(code: u32, id: u128) {
        for address in [Address::Code(code), Address::ActivationId(Uuid::from_u128(id)), Address::Build(code), Address::Lcid(code)] {
            prop_assert_eq!(Address::parse(&address.to_fragment()), Some(address));
        }
    }

    #[test]
    fn any_text_is_taken(text: String) {
        let _ = Address::parse(&text);
        let _ = Address::of_reference(&text);
    }
}
