use super::{codes_of, is, sentences, told};

const HOST_2016: &str = "98ebfe73-2084-4c97-932c-c0cd1643bea7";

#[test]
fn a_known_id_in_any_dress() {
    let exact = format!("exact activation-id {HOST_2016} @ {HOST_2016}");
    for text in [
        HOST_2016.to_owned(),
        HOST_2016.to_uppercase(),
        format!("  {{{HOST_2016}}}\r\n"),
        HOST_2016.replace('-', ""),
        HOST_2016.replace('-', " "),
        HOST_2016.replace('-', "\u{2013}"),
        format!("({}\n{})", &HOST_2016[..24], &HOST_2016[24..]),
        format!("{}\n{}", &HOST_2016[..30], &HOST_2016[30..]),
    ] {
        is(&text, &[&exact]);
    }
    let likely = format!("likely activation-id {HOST_2016} @ {HOST_2016}");
    for text in [
        HOST_2016.replace('0', "O"),
        HOST_2016.replace('1', "l"),
        HOST_2016.replace("98ebfe73-2", "98ebfe7-32"),
    ] {
        is(&text, &[&likely]);
    }
    assert_eq!(
        codes_of(&format!("{{{}}}", HOST_2016.replace('0', "O")))[..3],
        ["wrapping", "look-alike", "look-alike"]
    );
}

#[test]
fn liberties_in_words() {
    assert_eq!(
        sentences("98ebfe73-2O84-4c97-932c-c0cd1643bea7")[0],
        "Read the letter O at position 11 as 0."
    );
    assert_eq!(
        sentences("98ebfe7-32084-4c97-932c-c0cd1643bea7")[0],
        "The hyphens stood elsewhere (groups of 7, 5, 4, 4 and 12, where 8, 4, 4, 4 and 12 are due) and were put in their places. No digit was changed."
    );
    assert_eq!(
        sentences("98ebfe73-2084-4c97-932c-c0cd1643be\u{430}7")[0],
        "Read the letter \u{430}, which is not a Latin one, at position 35 as a."
    );
}

#[test]
fn what_is_wrong_where_and_what_may_be_meant() {
    let short = "98ebfe73-2084-4c97-932c-c0cd1643ba7";
    is(short, &["likely guid 98ebfe7320844c97932cc0cd1643ba7"]);
    assert_eq!(
        sentences(short),
        [
            "Group 5 has 11 of 12 digits: 1 digit is missing.",
            "Nearly 98ebfe73-2084-4c97-932c-c0cd1643bea7: digit 10 of group 5, e, is missing here. This is the ID of the Office 2016 KMS \
             host. Compare with the place where yours comes from; nothing was changed here.",
        ]
    );
    let wrong = "98ebfe73-2084-4c97-932c-c0cd1643beb8";
    is(wrong, &[&format!("likely guid {wrong}")]);
    assert_eq!(
        sentences(wrong)[1],
        "Nearly 98ebfe73-2084-4c97-932c-c0cd1643bea7: digit 11 of group 5 is a there and b here; digit 12 of group 5 is 7 there and 8 \
         here. This is the ID of the Office 2016 KMS host. Compare with the place where yours comes from; nothing was changed here."
    );
    assert_eq!(
        sentences("98ebfe73-22084-4c97-932c-c0cd1643bea7"),
        [
            "Group 2 has 5 of 4 digits: 1 digit is too many.",
            "Nearly 98ebfe73-2084-4c97-932c-c0cd1643bea7: 2 before group 2 is too much here. This is the ID of the Office 2016 KMS host. \
             Compare with the place where yours comes from; nothing was changed here.",
        ]
    );
    assert_eq!(
        sentences("98ebfe73-2084-4c97-932c-c0cd1643beg7"),
        [
            "Character 35 is \u{201c}g\u{201d}, which is no hexadecimal digit (0 to 9, A to F).",
            "Nearly 98ebfe73-2084-4c97-932c-c0cd1643bea7: digit 11 of group 5 is a there and g here. This is the ID of the Office 2016 KMS \
             host. Compare with the place where yours comes from; nothing was changed here.",
        ]
    );
    assert_eq!(
        sentences("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"),
        ["Somebody masked it, so it can't be read."]
    );
}

#[test]
fn a_masked_id_stays_as_it_is_written() {
    for masked in [
        "98ebfe73-2084-4c97-932c-************",
        "?a00a0a00-a0a0-a00a-0a0a-lOS00a0a000",
        "0aa0aa0a-0a00-000a-aaaa-OSl00lOO0SO*",
    ] {
        is(masked, &[&format!("possible guid {masked}")]);
    }
}

#[test]
fn what_follows_from_an_id() {
    // The vendor's page gives this client's ID as the host's.
    let client = "8D368FC1-9470-4BE2-8D66-90E836CBB051";
    assert_eq!(
        codes_of(client),
        [
            "known",
            "note",
            "host-has-another-id",
            "office-belongs-to-ospp"
        ]
    );
    let follows = &sentences(client)[2];
    assert_eq!(
        follows,
        "It belongs to a client. The KMS host of Office LTSC 2024 has f3d89bbf-c0ec-47ce-a8fa-e5a5f97e447f."
    );
    assert_eq!(
        codes_of("f3d89bbf-c0ec-47ce-a8fa-e5a5f97e447f"),
        ["known", "note", "office-host-belongs-to-slmgr"]
    );
    assert_eq!(
        codes_of("55c92734-d682-4d71-983e-d6ec3f16059f"),
        ["known", "application-id"]
    );
    assert_eq!(
        codes_of("0ff1ce16-a989-479d-af46-f275c6370663"),
        ["known", "note", "application-id", "stands-for"]
    );
    // A community entry, a Windows client.
    let server = "00091344-1ea4-4f37-b789-01750ba6988c";
    assert_eq!(codes_of(server), ["known", "community"]);
    assert_eq!(
        sentences(server)[1],
        "From a list that volunteers keep; not confirmed by Microsoft."
    );
    assert!(codes_of(&format!("the KMS host {server}")).contains(&"client-not-host"));
    assert!(codes_of(&format!("CMID {server}")).contains(&"not-a-machine-id"));
    assert!(codes_of("0e00c25d-8795-4fb7-9572-3803d91b6880").contains(&"add-on-needs-its-id"));
}

#[test]
fn an_unknown_id_is_unknown_and_never_invalid() {
    let cmid = "6f9619ff-8b86-4011-b42d-00c04fc964ff";
    is(cmid, &[&format!("likely guid {cmid}")]);
    assert_eq!(codes_of(cmid), ["unknown", "may-be-machine-id"]);
    let sentence = &sentences(cmid)[0];
    assert!(
        sentence.starts_with("Well formed, and not in this catalogue (of 20"),
        "{sentence}"
    );
    // Version 1: made of time and place, so no CMID.
    assert_eq!(
        codes_of("6f9619ff-8b86-1011-b42d-00c04fc964ff"),
        ["unknown"]
    );
    assert_eq!(codes_of("00000000-0000-0000-0000-000000000000"), ["nil"]);
    // A hash has 32 digits as well.
    is(
        "d41d8cd98f00b204e9800998ecf8427e",
        &["possible guid d41d8cd9-8f00-b204-e980-0998ecf8427e"],
    );
}

#[test]
fn every_known_id_is_found_with_any_one_digit_lost() {
    for known in activation_desk::kb::activation_id::all().iter().step_by(7) {
        let id = known.id.to_string();
        for at in [0, 10, 20, 35] {
            let mut text = id.clone();
            text.remove(at);
            let found = activation_desk::identify::identify(&text, None);
            let activation_desk::identify::What::Guid(finding) = &found.candidates[0].what else {
                panic!("{text}")
            };
            assert!(
                finding
                    .nearest
                    .iter()
                    .any(|near| near.known.id() == known.id),
                "{text}: {:?}",
                told(&text)
            );
        }
    }
}
