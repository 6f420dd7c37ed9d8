//! An identifier or a code pasted alone is read as what it is.

use activation_desk::{ReadOptions, Reading, read_with, reading::RemarkCode};

fn read(paste: &str) -> Reading<'_> {
    read_with(paste, ReadOptions { spans: true })
}

#[test]
fn codes() {
    for (paste, code) in [
        ("0xC004F074", 0xC004_F074),
        ("  c004f074\r\n", 0xC004_F074),
        ("-1073418220", 0xC004_F014),
        ("3221549076", 0xC004_F014),
        ("0x8007007B.", 0x8007_007B),
    ] {
        let reading = read(paste);
        assert_eq!(reading.errors.len(), 1, "{paste}");
        assert_eq!(
            (reading.errors[0].code, reading.errors[0].line),
            (code, 1),
            "{paste}"
        );
        assert_eq!(reading.remarks, [], "{paste}");
    }
    let two = read("0xC004F074\n\n0x8007232B\n");
    let lines: Vec<_> = two.errors.iter().map(|error| error.line).collect();
    assert_eq!(lines, [1, 3]);
}

#[test]
fn identifiers() {
    let known = read("{2DE67392-B7A7-462A-B1CA-108DD189F588}");
    assert_eq!(
        known.products[0]
            .activation_id
            .map(|id| id.to_string())
            .as_deref(),
        Some("2de67392-b7a7-462a-b1ca-108dd189f588")
    );
    let family = read("55c92734-d682-4d71-983e-d6ec3f16059f");
    assert!(family.products[0].application_id.is_some());
    let unknown = read("11111111-2222-4333-8444-555555555555");
    assert!(unknown.products.is_empty());
    assert_eq!(unknown.remarks[0].code, RemarkCode::Unsure);
    let pid = read("03612-03311-000-000001-03-1033-26200.0000-2232026\n");
    assert!(pid.products[0].extended_pid.is_some());
    let id = "489126343257012289105546522085205332958764158851011127139061121";
    let grouped: String = id
        .as_bytes()
        .chunks(7)
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect::<Vec<_>>()
        .join("-");
    let wrapped = format!("{}\n{}\n", &grouped[..40], &grouped[40..]);
    for paste in [id, &grouped, &wrapped] {
        let reading = read(paste);
        assert_eq!(
            reading.products[0].installation_id.as_deref(),
            Some(id),
            "{paste}"
        );
        assert_eq!(reading.remarks, [], "{paste}");
    }
}

#[test]
fn what_stands_among_other_words_is_left_alone() {
    for paste in [
        "Call 0xC004F074 back",
        "259200",
        "hello",
        "12:30",
        "0xC004F074 is bad\nnext",
        "10.0.19041.1",
    ] {
        let reading = read(paste);
        assert!(
            reading.products.is_empty() && reading.errors.is_empty(),
            "{paste}: {reading:?}"
        );
    }
}
