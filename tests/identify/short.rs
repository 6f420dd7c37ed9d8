use super::{codes_of, is, sentences, told};

#[test]
fn numbers_alone() {
    is("26100", &["likely build 26100 @ build-26100"]);
    is("1688", &["likely port 1688 @ port-1688"]);
    is("1033", &["likely lcid 1033 @ lcid-1033"]);
    is("12288", &["likely event 12288 @ event-12288"]);
    assert!(told("31337").is_empty());
    assert!(told("0").iter().all(|line| line.starts_with("possible")));
}

#[test]
fn numbers_that_a_word_names() {
    is("port 1688", &["exact port 1688 @ port-1688"]);
    is("TCP port 1688/tcp", &["exact port 1688 @ port-1688"]);
    is("Port: 1689", &["exact port 1689"]);
    is("build 26100", &["exact build 26100 @ build-26100"]);
    is("Build 12345", &["likely build 12345"]);
    for text in [
        "Windows version 5",
        "version 1809",
        "port 0",
        "port 99999",
        "event 99999",
        "key 5",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
    is(
        "Version 10.0.26100.1742",
        &["exact build 26100.1742 @ build-26100"],
    );
    is("10.0.26100.1742", &["exact build 26100.1742 @ build-26100"]);
    is("6.1.7601", &["exact build 7601 @ build-7601"]);
    is("LCID 1033", &["exact lcid 1033 @ lcid-1033"]);
    is("lcid 0x409", &["exact lcid 1033 @ lcid-1033"]);
    is("Event ID 12290", &["exact event 12290 @ event-12290"]);
    is("event 4625", &["likely event 4625"]);
    is(
        "license status 5",
        &["exact state notification @ state-notification"],
    );
    is("Partial Product Key: 3V66T", &["likely key-ending 3V66T"]);
    assert_eq!(codes_of("event 4625"), ["unknown"]);
    assert_eq!(codes_of("build 12345"), ["unknown"]);
}

#[test]
fn languages_channels_and_states() {
    is("en-US", &["exact lcid 1033 @ lcid-1033"]);
    is("de_de", &["exact lcid 1031 @ lcid-1031"]);
    is("0409", &["likely lcid 1033 @ lcid-1033"]);
    is(
        "0x0409",
        &[
            "likely lcid 1033 @ lcid-1033",
            "possible error-code 0x00000409",
        ],
    );
    is(
        "VOLUME_KMSCLIENT",
        &["exact channel kms-client @ channel-kms-client"],
    );
    is(
        "VOLUME_KMSCLIENT channel",
        &["exact channel kms-client @ channel-kms-client"],
    );
    is(
        "Volume:GVLK",
        &["exact channel kms-client @ channel-kms-client"],
    );
    is("Retail", &["likely channel retail @ channel-retail"]);
    is("OEM_DM", &["exact channel oem @ channel-oem"]);
    is("OEM:DM", &["exact channel oem @ channel-oem"]);
    is(
        "TIMEBASED_EVAL",
        &["exact channel evaluation @ channel-evaluation"],
    );
    is(
        "Notification",
        &["likely state notification @ state-notification"],
    );
    is(
        "License Status: Initial grace period",
        &["likely state oob-grace @ state-oob-grace"],
    );
    is(
        "Additional grace period (KMS license expired or hardware out of tolerance)",
        &["likely state oot-grace @ state-oot-grace"],
    );
}

#[test]
fn key_endings_and_keys() {
    is("MY832", &["likely key-ending MY832 @ key-MY832"]);
    is("my832", &["likely key-ending MY832 @ key-MY832"]);
    is("GCVGB", &["likely key-ending GCVGB @ key-GCVGB"]);
    is("GCVGH", &["possible key-ending GCVGH"]);
    assert_eq!(
        sentences("MY832"),
        [
            "This is the ending of the published generic key of Windows Server 2025 Standard. It activates nothing by itself: \
             it makes the machine look for a KMS host or for Active Directory."
        ]
    );
    for text in ["RETRY", "MY83O", "12345", "Hello"] {
        assert!(told(text).is_empty(), "{text}");
    }
    // Made of the order of the alphabet, so that no key stands here.
    let key = ["BCDFG", "HJKMP", "QRTVW", "XY234", "6789N"].join("-");
    let masked = "exact product-key XXXXX-XXXXX-XXXXX-XXXXX-6789N";
    for text in [
        key.clone(),
        key.to_lowercase(),
        key.replace('-', ""),
        format!("my key is {key}, ok?"),
    ] {
        is(&text, &[masked]);
        let found = activation_desk::identify::identify(&text, None);
        let debug = format!("{found:?}").to_uppercase();
        for group in ["BCDFG", "HJKMP", "QRTVW", "XY234"] {
            assert!(!debug.contains(group), "{debug}");
        }
    }
    assert_eq!(
        sentences(&key),
        [
            "A full product key stood here. It was masked at once and is not kept; treat the text that you pasted as a secret."
        ]
    );
    is(
        "Key XXXXX-XXXXX-XXXXX-XXXXX-3V66T",
        &["exact product-key XXXXX-XXXXX-XXXXX-XXXXX-3V66T"],
    );
    is(
        "*****-*****-*****-*****-3V66T",
        &["exact product-key XXXXX-XXXXX-XXXXX-XXXXX-3V66T"],
    );
    let example = ["AAAAA", "BBBBB", "CCCCC", "DDDDD", "EEEEE"].join("-");
    is(
        &example,
        &["exact product-key XXXXX-XXXXX-XXXXX-XXXXX-EEEEE"],
    );
    assert_eq!(
        codes_of("XXXXX-XXXXX-XXXXX-XXXXX-3V66T"),
        ["key-masked-before"]
    );
}

#[test]
fn every_event_that_is_called_known_is_explained() {
    use activation_desk::{identify::small::EVENTS, wording::around};
    let fallback = around::event(1);
    for event in EVENTS {
        assert_ne!(around::event(event), fallback, "{event}");
    }
    assert!(EVENTS.is_sorted());
}
