use super::{codes_of, is, sentences, told};

const OFFICE: &str = "020650770493837252929082195773527024195725809211989214";
const WINDOWS: &str = "489126343257012289105546522085205332958764158851011127139061121";
/// Made up; no answer to anything.
const ANSWER: &str = "314159265358979323846264338327950288419716939937";

fn grouped(digits: &str, size: usize, between: &str) -> String {
    let groups: Vec<&str> = (0..digits.len())
        .step_by(size)
        .map(|at| &digits[at..digits.len().min(at + size)])
        .collect();
    groups.join(between)
}

#[test]
fn installation_ids_in_any_dress() {
    for (number, size) in [(OFFICE, 6), (WINDOWS, 7)] {
        let exact = format!("exact installation-id {number}");
        for between in ["-", " ", "\u{2013}", "\n", " - ", ".", "\r\n"] {
            is(&grouped(number, size, between), &[&exact]);
        }
        is(&format!("{}\n{}", &number[..40], &number[40..]), &[&exact]);
        is(&format!("Installation ID: {number}, please"), &[&exact]);
        is(
            &number.replace('0', "O"),
            &[&format!("likely installation-id {number}")],
        );
        assert_eq!(codes_of(number), ["complete", "blind-spots"]);
    }
}

#[test]
fn where_digits_were_lost() {
    let mut lost = WINDOWS.to_owned();
    lost.remove(9);
    assert_eq!(
        sentences(&lost),
        [
            "62 digits. 54 or 63 are due.",
            "Cut into groups of 7, all others hold: in group 2, 1 digit is missing. Look there.",
        ]
    );
    assert_eq!(
        sentences(&WINDOWS[..40]),
        [
            "40 digits. 54 or 63 are due.",
            "The first 5 groups of 7 hold, and the text ends too early: 23 digits are missing at the end of 63.",
        ]
    );
    let without_a_group = format!("{}{}", &OFFICE[..12], &OFFICE[18..]);
    // 48 digits are the length of the answer, whatever they were.
    assert!(told(&without_a_group)[0].contains("confirmation-id"));
    let written = grouped(OFFICE, 6, " ").replace("195773", "19577");
    assert_eq!(
        sentences(&written)[2],
        "As it is written, group 5 has 5 digits, unlike nearly all others."
    );
    let wrong = OFFICE.replacen("770493", "770593", 1);
    is(&wrong, &[&format!("likely installation-id {wrong}")]);
    assert_eq!(
        sentences(&wrong),
        [
            "Group 2: its check digit is not what the other digits call for. Copy the Installation ID again; do not read it out like this."
        ]
    );
}

#[test]
fn the_36_digits_of_the_page_and_other_numbers() {
    assert_eq!(
        codes_of(&OFFICE[..36]),
        ["digits-36", "documented-36", "where"]
    );
    assert_eq!(codes_of(&OFFICE.repeat(2)), ["twice"]);
    assert_eq!(codes_of(&"0".repeat(63)), ["placeholder"]);
    assert_eq!(codes_of(&"0".repeat(48)), ["placeholder"]);
    assert!(told("12345678901234567890123456").is_empty());
    assert!(told(&"7".repeat(200)).is_empty());
}

#[test]
fn confirmation_ids() {
    is(ANSWER, &[&format!("exact confirmation-id {ANSWER}")]);
    let boxes = "A 314159 B 265358 C 979323 D 846264 E 338327 F 950288 G 419716 H 939937";
    is(boxes, &[&format!("exact confirmation-id {ANSWER}")]);
    assert_eq!(codes_of(boxes), ["labels", "complete", "follows"]);
    assert_eq!(codes_of(&ANSWER[..42])[0], "older-form");
    is(
        &ANSWER[..47],
        &[
            &format!("possible installation-id {}", &ANSWER[..47]),
            &format!("possible confirmation-id {}", &ANSWER[..47]),
        ],
    );
    is(
        &format!("{OFFICE}\n{ANSWER}"),
        &[
            &format!("exact installation-id {OFFICE}"),
            &format!("exact confirmation-id {ANSWER}"),
        ],
    );
}
