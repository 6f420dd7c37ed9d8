use super::{codes_of, is, sentences, told};

#[test]
fn all_spellings() {
    let exact = "exact error-code 0xC004F074 @ 0xC004F074";
    for text in [
        "0xC004F074",
        "0xc004f074",
        "0XC004F074.",
        "C004F074",
        "c004f074h",
        "&HC004F074",
        "3221549172",
        "-1073418124",
        "\u{2212}1073418124",
        "-1,073,418,124",
        "0xFFFFFFFFC004F074",
        "slui.exe 0x2a 0xC004F074",
        "On a computer running Microsoft Windows non-core edition, run 'slui.exe 0x2a 0xC004F074' to display the error text.",
        "Error: 0xC004F074 The Software Licensing Service reported that the product could not be activated.",
        "License Activation (slui.exe) failed with the following error code: hr=0xC004F074 Command-line arguments: RuleId=x",
        "activation failed (error 0xC004F074).",
        "(0xC004F074)",
        "err:C004F074",
        "HRESULT = -1073418124",
    ] {
        is(text, &[exact]);
    }
    let likely = "likely error-code 0xC004F074 @ 0xC004F074";
    for text in ["COO4F074", "0xCOO4FO74", "OxC004F074", "oxcoo4fo74"] {
        is(text, &[likely]);
    }
    assert_eq!(
        sentences("COO4F074")[..2],
        [
            "Read the letter O at position 2 as 0.",
            "Read the letter O at position 3 as 0."
        ]
    );
}

#[test]
fn windows_errors_both_ways() {
    is(
        "5",
        &[
            "possible error-code 0x80070005 @ 0x80070005",
            "possible state notification @ state-notification",
        ],
    );
    is("error 5", &["exact error-code 0x80070005 @ 0x80070005"]);
    is(
        "Error code: 9003",
        &["exact error-code 0x8007232B @ 0x8007232B"],
    );
    is("12007", &["possible error-code 0x80072EE7 @ 0x80072EE7"]);
    assert_eq!(
        sentences("0x80070005").last().unwrap(),
        "It wraps the Windows error 5, which other tools print as that number."
    );
    assert_eq!(
        sentences("error 5")[0],
        "As the number of a Windows error: outputs of licensing print 5 as 0x80070005."
    );
}

#[test]
fn twins_and_codes_that_are_cut() {
    assert!(codes_of("0x4004F065").contains(&"twin"));
    assert!(codes_of("0xC004F065").contains(&"twin"));
    is("0xC004F07", &["possible error-code 0xC004F07"]);
    assert_eq!(codes_of("0xC004F07")[0], "digits");
    assert_eq!(
        sentences("0xC004F0388")[..2],
        [
            "A code of this kind has eight hexadecimal digits; this has 9: 1 digit is too many.",
            "Nearly 0xC004F038: The KMS host answered, but too few different computers have asked it so far. Compare with the place where \
             yours comes from; nothing was changed here.",
        ]
    );
}

#[test]
fn several_codes_once_each() {
    is(
        "0xC004F074 and 0xC004F038, 0xC004F074 again; 80070005 too",
        &[
            "exact error-code 0xC004F074 @ 0xC004F074",
            "exact error-code 0xC004F038 @ 0xC004F038",
            "exact error-code 0x80070005 @ 0x80070005",
        ],
    );
}

#[test]
fn every_known_code_in_every_spelling() {
    for reason in activation_desk::kb::reason::all() {
        let code = activation_desk::id::error_code::format(reason.code);
        let line = format!("exact error-code {code} @ {code}");
        let mut spellings = vec![
            code.clone(),
            code.to_lowercase(),
            format!("see {code}!"),
            reason.code.to_string(),
        ];
        if reason.code >= 0x8000_0000 {
            spellings.push(reason.code.cast_signed().to_string());
        }
        for text in spellings.into_iter().filter(|text| text.len() > 5) {
            assert_eq!(told(&text).first(), Some(&line), "{text}");
        }
    }
}
