use activation_desk::{
    identify::{What, identify, pid::Unusual},
    published::ids::day,
};

use super::{codes_of, is, sentences};

const HOST: &str = "05426-00206-234-001162-03-1033-9200.0000-0992013";

#[test]
fn extended_pids() {
    let exact = format!("exact extended-pid {HOST}");
    is(HOST, &[&exact]);
    is(&HOST.replace('-', "\u{2013}"), &[&exact]);
    is(&format!("{}\n{}", &HOST[..20], &HOST[20..]), &[&exact]);
    is(&format!("{}\r\n{}", &HOST[..38], &HOST[38..]), &[&exact]);
    is(&format!("KMS machine extended PID: {HOST}"), &[&exact]);
    assert_eq!(
        codes_of(HOST),
        ["host-key", "note", "build-9200", "key-date", "origin"]
    );
    let odd = "xxxxx-03312-035-039572-03-1033-9200.0000-3052018";
    is(odd, &[&format!("likely extended-pid {odd}")]);
    assert_eq!(sentences(odd)[0], "The platform is masked.");
}

#[test]
fn what_is_unusual() {
    let unusual = |text: &str, now: &str| {
        let found = identify(text, day(now));
        let What::ExtendedPid(finding) = &found.candidates[0].what else {
            panic!("{text}")
        };
        finding.unusual.clone()
    };
    let later = "03612-03311-000-000001-03-1033-26100.0000-0402026";
    assert_eq!(
        unusual(later, "2026-01-31"),
        [Unusual::Future {
            date: day("2026-02-09").unwrap(),
            now: day("2026-01-31").unwrap()
        }]
    );
    // The clock decides; without one nothing is said.
    assert_eq!(unusual(later, "2026-02-09"), []);
    assert_eq!(unusual(later, "2026-02-08"), []);
    assert_eq!(unusual(later, ""), []);
    assert_eq!(
        unusual("03612-03311-123-111111-03-1033-7601.0000-0402005", ""),
        [
            Unusual::BeforeVista(day("2005-02-09").unwrap()),
            Unusual::BuildBeforePlatform {
                build: 7601,
                first: 10240
            },
            Unusual::RepeatedSerial,
        ]
    );
    // Real ones: 9200 is what helpers are told, zeros are generic keys.
    for text in [
        HOST,
        "03612-03305-317-008912-02-1033-9200.0000-0662023",
        "03612-03308-000-000000-00-2052-22000.0000-0362022",
        "82503-00022-242-844735-00-1045-7601.0000-1482014",
    ] {
        assert_eq!(unusual(text, "2026-01-31"), [], "{text}");
    }
}

#[test]
fn short_product_ids() {
    is(
        "00331-10000-00001-AA171",
        &["exact product-id 00331-10000-00001-AA171"],
    );
    is(
        "Product ID: 00330-80000-00000-aaoem.",
        &["likely product-id 00330-80000-00000-AAOEM"],
    );
    is(
        "82503-242-8447354-11013",
        &["exact product-id 82503-242-8447354-11013"],
    );
    assert_eq!(
        codes_of("82503-242-8447355-11013"),
        ["short-form", "sum-fails"]
    );
}
