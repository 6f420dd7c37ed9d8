//! Identifiers through the public library: published samples, every truncation, and properties of arbitrary text.

use activation_desk::id::{
    error_code, extended_pid, guid,
    installation_id::{self, Check, Inspection},
    printed_date::{self, PrintedDate},
    product_key,
};
use proptest::prelude::*;

/// Published Installation IDs, with where they were published.
const INSTALLATION_IDS: [(&str, &str); 6] = [
    // learn.microsoft.com: configure a KMS host computer for Office
    (
        "020650770493837252929082195773527024195725809211989214",
        "Office KMS host",
    ),
    // github.com/dadorner-msft/activationws issue 18
    (
        "253037440405119108201413961093786848722385303726677949056629205",
        "Windows 10 Pro",
    ),
    // public notes of August 2026
    (
        "489126343257012289105546522085205332958764158851011127139061121",
        "Windows 11 Pro",
    ),
    // README of github.com/iwalfy/UniXPActivate
    (
        "070846984606199354110900862045444713121295109842549701",
        "Windows XP",
    ),
    // github.com/UMSKT/UMSKT issue 43
    (
        "086680618254417674185413128320279945620426138745737550",
        "Office 2003",
    ),
    // README of github.com/iwalfy/UniXPActivate
    (
        "011463949662622155196245012063919780616445704832476350",
        "54-digit era",
    ),
];

/// Published Extended PIDs and the dates they carry.
const EXTENDED_PIDS: [(&str, &str); 6] = [
    // learn.microsoft.com: configure a KMS host computer for Office
    (
        "05426-00206-234-001162-03-1033-9200.0000-0992013",
        "2013-04-09",
    ),
    // github.com/dadorner-msft/activationws issue 18
    (
        "03612-03305-317-008912-02-1033-9200.0000-0662023",
        "2023-03-07",
    ),
    // a public issue report
    (
        "03612-03308-000-000000-00-2052-22000.0000-0362022",
        "2022-02-05",
    ),
    // test data of github.com/glpi-project/glpi-agent
    (
        "82503-00022-242-844735-00-1045-7601.0000-1482014",
        "2014-05-28",
    ),
    (
        "82503-00022-700-370636-02-1045-7601.0000-0722015",
        "2015-03-13",
    ),
    // help text of a public PowerShell function
    (
        "03612-03763-081-809727-00-1033-14393.0000-3252025",
        "2025-11-21",
    ),
];

const ACTIVATION_ID: &str = "98ebfe73-2084-4c97-932c-c0cd1643bea7";

#[test]
fn the_check_digit_holds_in_every_published_group() {
    for (number, whose) in INSTALLATION_IDS {
        let Inspection::Groups(groups) = installation_id::inspect(number) else {
            panic!("{whose}")
        };
        assert_eq!(
            (groups.groups().len(), groups.size()),
            (9, number.len() / 9),
            "{whose}"
        );
        assert!(groups.all_hold(), "{whose}");
        let joined: String = groups
            .groups()
            .iter()
            .map(|group| group.digits.as_str())
            .collect();
        assert_eq!(joined, number);
    }
}

#[test]
fn every_truncation_of_an_installation_id_is_explained() {
    for (number, whose) in INSTALLATION_IDS {
        for end in 0..number.len() {
            let inspection = installation_id::inspect(&number[..end]);
            match &inspection {
                Inspection::Empty => assert_eq!(end, 0, "{whose}"),
                Inspection::WrongLength(why) => assert_eq!(why.count(), end, "{whose}"),
                // 54 of 63 digits have a right length; the groups tell.
                Inspection::Groups(groups) => assert!(end == 54 && !groups.all_hold(), "{whose}"),
                other => panic!("{whose} {end}: {other:?}"),
            }
            assert!(inspection.to_string().ends_with('.'), "{inspection}");
        }
    }
}

#[test]
fn published_extended_pids_come_apart() {
    for (text, date) in EXTENDED_PIDS {
        let pid = extended_pid::parse(text).unwrap();
        assert!(pid.is_whole(), "{text}");
        assert_eq!(pid.key_date.unwrap().to_string(), date);
        let day = pid.key_date.unwrap();
        let again = format!(
            "{}-{}-{}-{}-{}-{}-{}.0000-{:03}{}",
            pid.platform.unwrap(),
            pid.group.unwrap(),
            pid.serial_upper.unwrap(),
            pid.serial_lower.unwrap(),
            pid.channel_code.unwrap(),
            pid.lcid.unwrap(),
            pid.build.unwrap(),
            day.ordinal(),
            day.year()
        );
        assert_eq!(again, text);
        for end in 0..text.len() {
            match extended_pid::parse(&text[..end]) {
                Ok(pid) => assert!(
                    pid.odd.iter().all(|odd| odd.to_string().ends_with('.')) && !pid.is_whole()
                ),
                Err(why) => assert!(why.to_string().ends_with('.'), "{why}"),
            }
        }
    }
}

#[test]
fn every_truncation_of_a_guid_is_explained() {
    for end in 0..ACTIVATION_ID.len() {
        let why = guid::parse(&ACTIVATION_ID[..end]).unwrap_err();
        assert!(why.to_string().ends_with('.') && !why.is_masked(), "{why}");
    }
}

/// Text with the pieces that the readers look for, and characters of one to four bytes between them.
fn crafted() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9]{1,8}",
        "[A-Z0-9]{5}",
        "[BCDFGHJKMPQRTVWXY2346789N]{5}",
        "[a-f0-9]{4}",
        prop::sample::select(vec![
            "-",
            "-",
            "\u{2013}",
            "_",
            ".",
            " ",
            "\n",
            "\r\n",
            "\n> ",
            "\u{a0}",
            "\u{202f}",
            "/",
            ":",
            "0x",
            "PM",
            "\u{4e0b}\u{5348}",
            "+",
            "(",
            "/Date(",
            "X",
            "*",
        ])
        .prop_map(str::to_owned),
        "\\PC{1,2}",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Five groups, each with a digit and no X, so that what is left of one can be told.
fn groups() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[2346789][BCDFGHJKMPQRTVWY346789]{3}[GHJKMP]", 5)
}

/// A key with what may come between and around its groups, and the groups.
fn keyed() -> impl Strategy<Value = (String, Vec<String>)> {
    let joiner = prop::sample::select(vec![
        "-",
        "-",
        " ",
        "",
        "  ",
        "\t",
        "--",
        "_",
        ".",
        "|",
        " | ",
        ", ",
        ";",
        "/",
        "+",
        "~",
        " \u{2022} ",
        "\u{ff0d}",
        "\u{fe63}",
        "\u{2011}",
        "\u{2212}",
        "&#45;",
        "&#x2d;",
        "&ndash;",
        "&nbsp;",
        "\\u002d",
        "\\u2013",
        "%2D",
        "\u{202f}",
        "\u{a0}",
        "</b>-<b>",
        "</td><td>",
        "\r",
        "\n",
        "-\r",
        "-\n",
        "\r\n",
        "-<br>",
        "<br/>\n",
        "-\\\n",
        "\\\r\n    ",
        "-\n12: ",
        "\r\n  13 | ",
        "\n> > ",
        "\u{200b}-",
        "-\u{feff}",
        "\u{2060}-\u{2060}",
        "\u{ad}-",
        "-\\n",
    ]);
    let within = prop::sample::select(vec![
        "", "", "", "\0", "\u{200b}", "\u{200f}", "\u{ad}", "\u{2060}", "\u{feff}", " ",
    ]);
    let before = prop::sample::select(vec![
        "",
        "Key: ",
        "Key",
        "/ipk ",
        "K-",
        "\u{5bc6}\u{94a5}",
        "\u{43a}\u{43b}\u{44e}\u{447} ",
        "(",
        "<b>",
        "\u{feff}",
        "\n12: ",
        "q",
    ]);
    let after = prop::sample::select(vec![
        "",
        " ok",
        "successfully.",
        ".",
        "\r\nnext",
        "</b>",
        "\u{3002}",
        ")",
        "-old",
    ]);
    let letters = 0usize..4;
    (groups(), joiner, within, before, after, letters).prop_map(
        |(groups, joiner, within, before, after, letters)| {
            let row = joiner.chars().all(|c| c.is_whitespace() || c == '\\') || joiner.is_empty();
            // Blanks between all letters take a wider gap; what touches a row of letters is a part of it.
            let joiner = if within == " " { " - " } else { joiner };
            let (before, after) = if row && joiner.is_empty() {
                ("", "")
            } else {
                (before, after)
            };
            let spread: Vec<String> = groups
                .iter()
                .map(|group| {
                    let letters: Vec<_> = group.chars().map(String::from).collect();
                    letters.join(within)
                })
                .collect();
            let key = spread.join(joiner);
            let key = match letters {
                1 => key_in_lower_case(&key),
                2 => full_width(&key),
                3 => key.replacen(['K', 'M', 'P', 'H'], "\u{41a}", 1),
                _ => key,
            };
            (format!("{before}{key}{after}"), groups)
        },
    )
}

/// Lower case, for the letters of groups only; tags and entities have none in capitals.
fn key_in_lower_case(key: &str) -> String {
    key.replace("%2D", "-").to_ascii_lowercase()
}

fn full_width(key: &str) -> String {
    key.replace("%2D", "-")
        .chars()
        .map(|c| match c {
            'A'..='Z' => char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c),
            _ => c,
        })
        .collect()
}

proptest! {
    #[test]
    fn nothing_panics(text in prop_oneof![crafted(), any::<String>()], from in 0usize..200) {
        if let Err(why) = guid::parse(&text) {
            prop_assert!(!why.to_string().is_empty());
        }
        if let Some((start, end, id)) = guid::find(&text) {
            prop_assert_eq!(guid::parse(&text[start..end]), Ok(id));
        }
        prop_assert!(!installation_id::inspect(&text).to_string().is_empty());
        prop_assert!(installation_id::digits(&text).bytes().all(|byte| byte.is_ascii_digit()));
        match extended_pid::parse(&text) {
            Ok(pid) => prop_assert!(pid.odd.iter().all(|odd| !odd.to_string().is_empty())),
            Err(why) => prop_assert!(!why.to_string().is_empty()),
        }
        error_code::parse(&text);
        printed_date::read(&text);
        if let Some(range) = product_key::find(&text, from) {
            prop_assert!(range.start >= from && text.get(range).is_some());
        }
    }

    #[test]
    fn masking_keeps_the_shape_and_leaves_no_key(text in prop_oneof![crafted(), keyed().prop_map(|(text, _)| text)]) {
        let (masked, lines) = product_key::mask(&text);
        prop_assert_eq!(masked.chars().count(), text.chars().count());
        for (was, is) in text.chars().zip(masked.chars()) {
            prop_assert!(was == is || (is == 'X' && was.is_alphanumeric()));
        }
        prop_assert_eq!(lines.is_empty(), product_key::find(&text, 0).is_none());
        let line_ends = text.matches(['\n', '\r']).count();
        prop_assert!(lines.is_sorted() && lines.iter().all(|&line| line as usize <= line_ends + 1));
        prop_assert_eq!(product_key::find(&masked, 0), None);
        prop_assert_eq!(&*product_key::mask(&masked).0, &*masked);
    }

    #[test]
    fn a_key_is_found_wherever_it_stands(
        before in "[\u{e9}\u{5bc6} a-z=:/]{0,20}[ :=\u{5bc6}]", groups in groups(),
        joiner in prop::sample::select(vec!["-", "\u{2013}", " - ", "_", ".", " ", ""]), after in "[ ;\u{5bc6}][\u{e9} a-z]{0,20}",
    ) {
        let key = groups.join(joiner);
        let text = format!("{before}{key}{after}");
        let found = product_key::find(&text, 0).expect("a key");
        // A word of five letters beside it may be taken for a group.
        prop_assert!(found.start < before.len() + key.len() && found.end > before.len());
    }

    #[test]
    fn no_decoration_keeps_a_key_readable((text, groups) in keyed()) {
        let (masked, lines) = product_key::mask(&text);
        prop_assert!(!lines.is_empty(), "{text:?}");
        let left: String = masked
            .chars()
            .map(|c| char::from_u32(u32::from(c).wrapping_sub(0xfee0)).filter(char::is_ascii).unwrap_or(c))
            .filter(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_uppercase();
        // Groups may be alike by chance, and the last one stays.
        for group in groups[1..4].iter().filter(|group| **group != groups[4]) {
            prop_assert!(!left.contains(&**group), "{text:?}: {masked:?}");
        }
        prop_assert!(product_key::find(&masked, 0).is_none());
    }

    #[test]
    fn guids_print_back(bits in any::<u128>(), wrap in prop::sample::select(vec![("", ""), ("{", "}"), (" (", ") ")])) {
        let id = uuid::Uuid::from_u128(bits);
        prop_assert_eq!(guid::parse(&format!("{}{}{}", wrap.0, id.to_string().to_uppercase(), wrap.1)), Ok(id));
        let in_words = format!("ID {id}.");
        prop_assert_eq!(guid::find(&in_words), Some((3, 39, id)));
    }

    #[test]
    fn codes_print_back(code in any::<u32>()) {
        prop_assert_eq!(error_code::parse(&error_code::format(code)), Some(code));
        prop_assert_eq!(error_code::parse(&error_code::format(code).replace('0', "O")), Some(code));
        if code >= 0x4000_0000 {
            // Eight digits are read as hexadecimal; ten are decimal.
            prop_assert_eq!(error_code::parse(&code.to_string()), Some(code));
        }
        if code >= 0x8000_0000 {
            prop_assert_eq!(error_code::parse(&code.cast_signed().to_string()), Some(code));
        }
    }

    #[test]
    fn a_wrong_digit_is_named_by_its_group(which in 0usize..6, at in 0usize..63, add in 1u8..10) {
        let mut number = INSTALLATION_IDS[which].0.as_bytes().to_vec();
        let at = at % number.len();
        let was = number[at];
        number[at] = b'0' + (was - b'0' + add) % 10;
        let unseen = was.abs_diff(number[at]) == 7 && !(at + 1).is_multiple_of(number.len() / 9);
        let Inspection::Groups(groups) = installation_id::inspect(std::str::from_utf8(&number).unwrap()) else { panic!() };
        let failing: Vec<_> = groups.failing().map(|group| group.index).collect();
        prop_assert_eq!(failing, if unseen { vec![] } else { vec![at / (number.len() / 9) + 1] });
    }

    #[test]
    fn dates_print_back(year in 1900i32..2100, ordinal in 1u16..=365, seconds in 0u32..86_400) {
        let date = time::Date::from_ordinal_date(year, ordinal).unwrap();
        let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        let moment = date.with_hms(hour as u8, minute as u8, second as u8).unwrap();
        let (month, day) = (u8::from(date.month()), date.day());
        let half = if hour < 12 { "AM" } else { "PM" };
        let slashes = format!("{month}/{day}/{year} {}:{minute:02}:{second:02}\u{202f}{half}", (hour + 11) % 12 + 1);
        match printed_date::read(&slashes) {
            PrintedDate::Certain(read) => prop_assert!(read == moment && (day > 12 || day == month)),
            PrintedDate::Ambiguous { month_first, day_first } => prop_assert!(month_first == moment && day_first != moment && day <= 12),
            other => prop_assert!(false, "{slashes}: {other:?}"),
        }
        for text in [
            format!("{day:02}.{month:02}.{year} {hour:02}:{minute:02}:{second:02}"),
            format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"),
            format!("{year}{month:02}{day:02}{hour:02}{minute:02}{second:02}.000000-000"),
            format!("/Date({})/", moment.assume_utc().unix_timestamp() * 1000),
        ] {
            prop_assert_eq!(printed_date::read(&text), PrintedDate::Certain(moment), "{}", text);
        }
    }
}

#[test]
fn a_failing_check_says_what_is_due() {
    let Inspection::Groups(groups) =
        installation_id::inspect("020651770493837252929082195773527024195725809211989214")
    else {
        panic!()
    };
    assert_eq!(
        groups.groups()[0].check,
        Check::Fails {
            expected: 0,
            found: 1
        }
    );
}

#[test]
fn two_keys_near_each_other_are_both_masked() {
    // Made of the order of the alphabet; found by fuzzing.
    for text in [
        "BBDFG-HJKMP-QBPVB-XY117-67900 ssDFG-HJKMP\0-QBPVU-XY117-6790B-",
        "BCDFG-HJKMP-Q0TVU-XY117-6790B--0\u{1}\0\0\0\0\0\0JKMP-Q0TVU-XY117-JRTVB-XY083",
    ] {
        let (masked, lines) = product_key::mask(text);
        assert_eq!(product_key::find(&masked, 0), None, "{masked:?}");
        assert_eq!(lines, [1]);
        assert_eq!(&*product_key::mask(&masked).0, &*masked);
    }
}
