//! Words that tired people type, and the entry that has to stand first.

use activation_desk::kb::Address;
use activation_desk::search::search;

#[track_caller]
fn first(query: &str, fragment: &str) {
    let answer = search(query, 5);
    let found: Vec<String> = answer
        .hits
        .iter()
        .map(|hit| hit.address.to_fragment())
        .collect();
    assert_eq!(
        found.first().map(String::as_str),
        Some(fragment),
        "{query}: {found:?}"
    );
}

#[test]
fn symptoms() {
    for (query, fragment) in [
        ("kms count too low", "topic-count-too-low"),
        ("count too low", "topic-count-too-low"),
        ("KMS count is too low?", "topic-count-too-low"),
        ("telephone", "topic-telephone"),
        ("red title bar", "topic-red-title-bar"),
        ("title bar red", "topic-red-title-bar"),
        ("port blocked", "topic-firewall"),
        ("clock skew", "topic-time-skew"),
        ("cloned machines", "topic-clone-cmid"),
        ("how to get english output", "topic-english-output"),
        ("watermark", "topic-watermark"),
        ("mak used up", "topic-mak-exhausted"),
        ("kms client does not work", "topic-test-kms"),
        ("script host disabled", "topic-script-host-disabled"),
        ("kms emulator", "topic-activators"),
    ] {
        first(query, fragment);
    }
}

#[test]
fn terms_commands_and_numbers() {
    for (query, fragment) in [
        ("kms", "term-kms"),
        ("key ending", "term-key-ending"),
        ("esu", "term-esu"),
        ("rearm", "term-rearm"),
        ("cmid", "term-cmid"),
        ("gvlk", "term-gvlk"),
        ("installation id", "term-installation-id"),
        ("notification", "state-notification"),
        ("slmgr /dlv", "slmgr-dlv"),
        ("slmgr.vbs dti", "slmgr-dti"),
        ("ospp dstatus", "ospp-dstatus"),
        ("event id 12290", "event-12290"),
        ("12288", "event-12288"),
        ("1688", "port-1688"),
        ("port 1688", "port-1688"),
        ("dns srv record", "dns-srv-record"),
        ("_vlmcs._tcp", "dns-srv-record"),
        ("SkipRearm", "registry-skiprearm"),
        (
            "KeyManagementServiceName",
            "registry-keymanagementservicename",
        ),
        ("test-netconnection", "tool-test-netconnection"),
        ("26100", "build-26100"),
        ("build 26100", "build-26100"),
        ("windows 11 24h2", "build-26100"),
        ("1033", "lcid-1033"),
        ("german", "lcid-1031"),
        ("f074", "0xC004F074"),
        ("SL_E_VL_NOT_ENOUGH_COUNT", "0xC004F038"),
        ("MY832", "key-MY832"),
        ("windows server 2025 standard key", "key-MY832"),
        ("office ltsc 2024 kms host", "host-key-office-ltsc-2024"),
        ("volume license pack 2024", "pack-office-ltsc-2024"),
        ("activation interval", "term-activation-interval"),
    ] {
        first(query, fragment);
    }
}

#[test]
fn slips_of_the_pen_are_forgiven() {
    for (query, fragment) in [
        ("red titel bar", "topic-red-title-bar"),
        ("telefone", "topic-telephone"),
        ("telehpone", "topic-telephone"),
        ("watermrak", "topic-watermark"),
        ("instalation id", "term-installation-id"),
        ("cuont too low", "topic-count-too-low"),
    ] {
        first(query, fragment);
    }
}

#[test]
fn words_that_nobody_knows_are_left_out_and_named() {
    let answer = search("kms count xyzzy", 5);
    assert_eq!(answer.left_out, ["xyzzy"]);
    assert!(answer.total > 0 && !answer.partly);
    // Too little is left to go by.
    assert_eq!(search("xyzzy plugh kms", 5).total, 0);
    assert_eq!(search("kms 9999999", 5).total, 0);
}

#[test]
fn words_that_never_stand_together_are_found_by_all_but_one() {
    let answer = search("watermark multipoint telephone", 5);
    assert!(answer.partly || answer.total == 0, "{answer:?}");
    let answer = search("1688 blocked firewall watermark", 5);
    assert!(answer.partly && answer.total > 0, "{answer:?}");
    assert_eq!(answer.hits[0].address, Address::Article("topic-firewall"));
}
