//! Values: what stands behind a label, turned into what it is. Each function gives `None` rather than a guess.

use super::Words;
use crate::{channel::Channel, id::shape, state::LicenseStatus, text};

/// Whether a person masked the value: nothing but X, *, #, @ and the like, or words such as `<redacted>`.
pub fn is_masked(value: &str) -> bool {
    // The usual value begins with a letter or digit: then it is none, unless it is one of the words.
    match value.as_bytes().first() {
        None => return false,
        Some(first)
            if first.is_ascii_alphanumeric()
                && !matches!(first, b'x' | b'X')
                && (value.len() > 12 || !b"rmhdcosap".contains(&first.to_ascii_lowercase())) =>
        {
            return false;
        }
        _ => {}
    }
    let bare = value.trim_matches(|c| matches!(c, '<' | '>' | '[' | ']' | '(' | ')' | '{' | '}'));
    const WORDS: [&str; 11] = [
        "redacted",
        "removed",
        "masked",
        "hidden",
        "deleted",
        "censored",
        "omitted",
        "snip",
        "snipped",
        "anonymized",
        "private",
    ];
    if bare.len() <= 10 && WORDS.iter().any(|word| bare.eq_ignore_ascii_case(word)) {
        return true;
    }
    let mut masks = 0;
    for c in value.chars() {
        match c {
            'x' | 'X' | '*' | '#' | '@' | '•' | '█' | '●' | '?' | '…' => masks += 1,
            c if c.is_ascii_punctuation() || c == ' ' => {}
            _ => return false,
        }
    }
    masks >= 3 || (masks == 2 && value.len() == 2)
}

/// Whether some of the value is masked: a run of four or more mask characters in it.
pub fn is_partly_masked(value: &str) -> bool {
    /// Signs of a mask, and whatever is beyond ASCII.
    const MAY: [bool; 256] = {
        let mut may = [false; 256];
        let mut byte = 0;
        while byte < 256 {
            may[byte] = byte >= 0x80 || matches!(byte as u8, b'x' | b'X' | b'*' | b'#');
            byte += 1;
        }
        may
    };
    // A run of four holds one of every four places; signs beyond ASCII are longer.
    let (fours, _) = value.as_bytes().as_chunks::<4>();
    if !fours.iter().any(|four| MAY[usize::from(four[3])]) {
        return false;
    }
    let mut run = 0;
    value.chars().any(|c| {
        run = if matches!(c, 'x' | 'X' | '*' | '#' | '•' | '█' | '●') {
            run + 1
        } else {
            0
        };
        run >= 4
    })
}

/// Whether a host, an address or a PID is masked in part: "kms.xxx.local", "10.x.x.x", "<kms-server>:1688".
pub fn names_a_mask(value: &str) -> bool {
    // Most have not one of the signs, or an x inside a word only.
    let mut before = b'.';
    let is_odd = value.bytes().any(|byte| {
        let begins = matches!(before, b'.' | b'-' | b':');
        before = byte;
        match byte {
            b'x' | b'X' => begins,
            b'*' | b'#' | b'<' | b'>' => true,
            _ => byte >= 0x80,
        }
    });
    if !is_odd {
        return holds(value, "REDACTED");
    }
    let is_mask =
        |part: &str| !part.is_empty() && part.chars().all(|c| matches!(c, 'x' | 'X' | '*' | '#'));
    let long_or_starred = |part: &str| part.len() >= 3 || part.contains('*') || part.contains('#');
    let mut parts = value.split(['.', '-', ':']);
    let numbers =
        value.bytes().any(|byte| byte.is_ascii_digit()) && value.matches('.').count() == 3;
    parts.any(|part| is_mask(part) && (numbers || long_or_starred(part)))
        || value.contains(['<', '>', '*', '…'])
        || value.to_ascii_lowercase().contains("redacted")
}

/// Whether a value holds labels of other fields: a report on one line.
pub fn holds_other_fields(value: &str) -> bool {
    const LABELS: [&str; 4] = [
        " Description: ",
        " Activation ID: ",
        " License Status: ",
        " Application ID: ",
    ];
    // Each of them has a colon with a blank behind it, which hardly any value has.
    value.len() > 24
        && text::find_either(value.as_bytes(), b':', b':').is_some()
        && memchr::memchr_iter(b':', value.as_bytes())
            .any(|at| value.as_bytes().get(at + 1) == Some(&b' '))
        && LABELS.iter().any(|label| value.contains(label))
}

/// "120 minutes": without the unit the line was cut, and the figure may be half of one.
pub fn interval(value: &str) -> Option<u32> {
    let (minutes, unit) = leading_number(value)?;
    unit.trim_start()
        .get(..6)?
        .eq_ignore_ascii_case("minute")
        .then_some(minutes)
}

/// Whether the tool printed that it has no value.
pub fn is_absent(value: &str) -> bool {
    // The last four are the words of the OSLicense module for numbers that mean none.
    const WORDS: [&str; 5] = ["not available", "n/a", "not set", "no limit", "unlimited"];
    const LONGEST: usize = "not available.".len();
    if value.is_empty() || value.len() > LONGEST {
        return value.is_empty();
    }
    let is_word = || {
        let bare = value.trim_end_matches('.');
        WORDS.iter().any(|word| bare.eq_ignore_ascii_case(word))
    };
    match value.as_bytes()[0] {
        b'-' | b'4' => matches!(value, "-1" | "4294967295"),
        b'n' | b'N' | b'u' | b'U' => is_word(),
        _ => false,
    }
}

/// A plain count: digits only, with blanks around at most.
pub fn count(value: &str) -> Option<u32> {
    value.trim().parse().ok()
}

/// "Enabled" or "Disabled", "True" or "False".
pub fn switch(value: &str) -> Option<bool> {
    let is = |words: [&str; 2]| words.iter().any(|word| value.eq_ignore_ascii_case(word));
    match (is(["enabled", "true"]), is(["disabled", "false"])) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

/// The first number of a sentence such as "120 minutes", and what follows it.
pub fn leading_number(value: &str) -> Option<(u32, &str)> {
    let end = value
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(value.len());
    let (digits, rest) = value.split_at_checked(end)?;
    Some((digits.parse().ok()?, rest))
}

/// "243720 minute(s) (169 day(s))" as minutes and printed days.
pub fn minutes_and_days(value: &str) -> Option<(u32, Option<u32>)> {
    let (minutes, rest) = leading_number(value)?;
    let unit = rest.trim_start();
    // Digits alone may be half of a number: without the unit the figure is not trusted.
    if !unit
        .get(..6)
        .is_some_and(|word| word.eq_ignore_ascii_case("minute"))
    {
        return None;
    }
    let days = unit.split_once('(').and_then(|(_, tail)| {
        let tail = tail
            .strip_prefix("s)")
            .map_or(tail, |after| after.trim_start().trim_start_matches('('));
        let (days, unit) = leading_number(tail)?;
        unit.trim_start()
            .get(..3)
            .is_some_and(|word| word.eq_ignore_ascii_case("day"))
            .then_some(days)
    });
    Some((minutes, days))
}

/// "259197 分钟(180天）": minutes, a word, days and a word in brackets, in any language. The two figures have to agree, rounded
/// either way, else the line says something else.
pub fn minutes_in_any_words(value: &str) -> Option<(u32, Option<u32>)> {
    let (minutes, rest) = leading_number(value)?;
    let (unit, bracket) = rest.split_once(['(', '（'])?;
    // "minute(s) (180 day(s))" has brackets in its units.
    let bracket = match bracket.split_once(['(', '（']) {
        Some((plural, tail))
            if !plural
                .trim_start()
                .starts_with(|c: char| c.is_ascii_digit()) =>
        {
            tail
        }
        _ => bracket,
    };
    let (days, word) = leading_number(bracket.trim_start())?;
    let is_word = |text: &str| {
        let text = text.trim_matches(|c: char| c.is_whitespace() || "().（）".contains(c));
        !text.is_empty() && !text.contains(|c: char| c.is_ascii_digit())
    };
    let agree = days == minutes / 1440 || days == minutes.div_ceil(1440);
    (agree && is_word(unit) && is_word(word)).then_some((minutes, Some(days)))
}

/// The state that a printed phrase names: slmgr.vbs's words, ospp.vbs's between dashes, or WMI's number. The phrase may be
/// cut, its beginning decides.
pub fn license_status(phrase: &str) -> Option<LicenseStatus> {
    const PHRASES: [(&str, LicenseStatus); 20] = [
        ("unlicensed", LicenseStatus::Unlicensed),
        ("licensed", LicenseStatus::Licensed),
        ("initial grace", LicenseStatus::OobGrace),
        ("additional grace", LicenseStatus::OotGrace),
        ("non-genuine grace", LicenseStatus::NonGenuineGrace),
        ("notifications", LicenseStatus::Notification),
        ("notification", LicenseStatus::Notification),
        ("extended grace", LicenseStatus::ExtendedGrace),
        ("oob_grace", LicenseStatus::OobGrace),
        ("oot_grace", LicenseStatus::OotGrace),
        ("non_genuine_grace", LicenseStatus::NonGenuineGrace),
        ("extended_grace", LicenseStatus::ExtendedGrace),
        ("oob grace", LicenseStatus::OobGrace),
        ("oot grace", LicenseStatus::OotGrace),
        ("out-of-box grace", LicenseStatus::OobGrace),
        ("out-of-tolerance grace", LicenseStatus::OotGrace),
        ("oobgrace", LicenseStatus::OobGrace),
        ("ootgrace", LicenseStatus::OotGrace),
        ("nongenuinegrace", LicenseStatus::NonGenuineGrace),
        ("extendedgrace", LicenseStatus::ExtendedGrace),
    ];
    match phrase {
        "Licensed" => return Some(LicenseStatus::Licensed),
        "Unlicensed" => return Some(LicenseStatus::Unlicensed),
        _ => {}
    }
    let phrase = phrase.trim_matches(|c: char| c == '-' || c.is_whitespace());
    if let [digit @ b'0'..=b'6'] = phrase.as_bytes() {
        return LicenseStatus::from_number(u32::from(digit - b'0'));
    }
    PHRASES.iter().find_map(|(begin, status)| {
        let (head, tail) = phrase.split_at_checked(begin.len())?;
        let whole_word = !tail.starts_with(|c: char| c.is_alphanumeric());
        (head.eq_ignore_ascii_case(begin) && whole_word).then_some(*status)
    })
}

/// "29 days  (43194 minute(s) before expiring)" of ospp.vbs as minutes and printed days.
pub fn days_and_minutes(value: &str) -> Option<(u32, Option<u32>)> {
    let (days, rest) = leading_number(value)?;
    let (minutes, unit) = leading_number(rest.split_once('(')?.1)?;
    unit.trim_start()
        .get(..6)?
        .eq_ignore_ascii_case("minute")
        .then_some((minutes, Some(days)))
}

/// The longest phrase a state is printed as: a wrapped line is complete when it says all of this.
pub const LONG_STATUS: &str =
    "Additional grace period (KMS license expired or hardware out of tolerance)";

/// The channel that a description ends with ("..., VOLUME_KMSCLIENT channel").
///
/// A line that was cut inside the token may say less than it seems ("VOLUME_KMS" of "VOLUME_KMSCLIENT"), so the word behind
/// the token has to have begun.
pub fn channel_of_description(description: &str) -> Option<Channel> {
    // What the scripts print most often behind the last comma.
    let printed = memchr::memrchr(b',', description.as_bytes())
        .and_then(|at| {
            description
                .get(at..)?
                .strip_prefix(", ")?
                .strip_suffix(" channel")
        })
        .and_then(|token| PRINTED.iter().find(|(printed, _)| *printed == token));
    if let Some((_, channel)) = printed {
        return Some(*channel);
    }
    judged_channel(description)
}

/// The usual words for a channel.
const PRINTED: [(&str, Channel); 8] = [
    ("RETAIL", Channel::Retail),
    ("RETAIL(Grace)", Channel::Retail),
    ("OEM_DM", Channel::Oem),
    ("OEM_COA_NSLP", Channel::Oem),
    ("VOLUME_MAK", Channel::Mak),
    ("VOLUME_KMSCLIENT", Channel::KmsClient),
    ("VOLUME_KMS", Channel::KmsHost),
    ("TIMEBASED_EVAL", Channel::Evaluation),
];

fn judged_channel(description: &str) -> Option<Channel> {
    let last = match description.rfind([',', '，']) {
        Some(at) => description[at..].trim_start_matches([',', '，']),
        None => description,
    }
    .trim();
    let (token, word) = last.rsplit_once(' ').unwrap_or((last, ""));
    if let Some(channel) = misread_channel(token, word) {
        return Some(channel);
    }
    let has = |part: &str| holds(token, part);
    if has("VOLUME_KMSCLIENT") {
        return Some(Channel::KmsClient);
    }
    if word.is_empty()
        || !"CHANNEL"
            .get(..word.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(word))
    {
        return None;
    }
    // The script tests substrings in this order (grammar, section 2.1).
    Some(if has("VOLUME_KMS") {
        Channel::KmsHost
    } else if has("VIRTUAL_MACHINE_ACTIVATION") {
        Channel::Avma
    } else if has("MAK") {
        Channel::Mak
    } else if has("TIMEBASED_EVAL") {
        Channel::Evaluation
    } else if has("TIMEBASED_SUB") || has("SUBSCRIPTION") {
        Channel::Subscription
    } else if has("OEM") {
        Channel::Oem
    } else if has("RETAIL") {
        Channel::Retail
    } else {
        Channel::Other
    })
}

/// The channel whose words look the same: "V0LUME_KMSCLIENT channeI".
fn misread_channel(token: &str, word: &str) -> Option<Channel> {
    let alike =
        |a: &str, b: &str| a.len() == b.len() && a.bytes().map(looks).eq(b.bytes().map(looks));
    if !alike(word, "channel") {
        return None;
    }
    PRINTED
        .iter()
        .find(|(printed, _)| alike(token, printed))
        .map(|(_, channel)| *channel)
}

/// One letter for all that look like it.
const fn looks(byte: u8) -> u8 {
    match byte.to_ascii_uppercase() {
        b'0' => b'O',
        b'1' | b'L' | b'|' | b'!' => b'I',
        b'5' => b'S',
        b'8' => b'B',
        byte => byte,
    }
}

/// Whether a short text holds a word, ASCII case aside; the word is in capitals.
fn holds(text: &str, word: &str) -> bool {
    let first = word.as_bytes()[0];
    let Some(last) = text.len().checked_sub(word.len()) else {
        return false;
    };
    let bytes = text.as_bytes();
    (0..=last).any(|at| {
        bytes[at].to_ascii_uppercase() == first
            && bytes[at..at + word.len()].eq_ignore_ascii_case(word.as_bytes())
    })
}

/// The channel that a product's name gives away, where no description is printed (/xpr).
pub fn channel_of_name(name: &str) -> Option<Channel> {
    const WORDS: [(&str, Channel); 6] = [
        ("KMS_Host", Channel::KmsHost),
        ("KMSHost", Channel::KmsHost),
        ("KMS_Client", Channel::KmsClient),
        ("_MAK", Channel::Mak),
        ("Eval", Channel::Evaluation),
        ("_Subscription", Channel::Subscription),
    ];
    WORDS
        .iter()
        .find(|(word, _)| name.contains(word))
        .map(|(_, channel)| *channel)
}

/// The channel that "Product Key Channel" names ("Volume:GVLK").
pub fn channel_of_key(key_channel: &str) -> Option<Channel> {
    let lower = key_channel.trim().to_ascii_lowercase();
    Some(match lower.as_str() {
        "" => return None,
        "volume:gvlk" => Channel::KmsClient,
        "volume:csvlk" => Channel::KmsHost,
        "volume:mak" | "retail:mak" => Channel::Mak,
        "retail" => Channel::Retail,
        "vt:ia" => Channel::Avma,
        eval if eval.contains("eval") => Channel::Evaluation,
        sub if sub.contains(":sub") => Channel::Subscription,
        oem if oem.starts_with("oem") => Channel::Oem,
        _ => Channel::Other,
    })
}

/// Whether a printed date means "none": any year up to 1601 (the zero date in whatever time zone).
pub fn is_no_date(value: &str) -> bool {
    /// The year 1602, in milliseconds before 1970.
    const FIRST: i64 = -11_612_937_600_000;
    let narrow: String;
    let value = if value.is_ascii() {
        value
    } else {
        narrow = value.chars().map(shape::narrow).collect();
        &narrow
    };
    let since_1970 = value
        .strip_prefix("/Date(")
        .and_then(|rest| rest.split([')', '+']).next()?.parse().ok());
    value.is_empty()
        || is_absent(value)
        || since_1970.is_some_and(|milliseconds: i64| milliseconds < FIRST)
        || value.starts_with("1601")
        || value
            .split(|c: char| !c.is_ascii_digit())
            .any(|part| matches!(part, "0001" | "1600" | "1601"))
}

/// Four numbers with dots, or hexadecimal groups with colons.
pub fn is_address(value: &str) -> bool {
    let value = value.trim_matches(['[', ']']);
    let numbers = || value.split('.').all(|part| part.parse::<u8>().is_ok());
    let groups = || {
        let hexadecimal =
            |part: &str| part.len() <= 4 && part.bytes().all(|b| b.is_ascii_hexdigit());
        let of_link = value.split('%').next().unwrap_or_default();
        of_link.split(':').all(hexadecimal)
    };
    (value.matches('.').count() == 3 && numbers())
        || ((2..=7).contains(&value.matches(':').count()) && groups())
}

/// Joins two halves of a wrapped value.
pub fn joined<'t>(head: &str, gap: &str, tail: &str) -> Words<'t> {
    Words::Owned([head, gap, tail].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_win_over_days() {
        assert_eq!(
            minutes_and_days("243720 minute(s) (169 day(s))"),
            Some((243_720, Some(169)))
        );
        assert_eq!(
            minutes_and_days("0 minute(s) (0 day(s))"),
            Some((0, Some(0)))
        );
        assert_eq!(
            minutes_and_days("243720 minutes (169 days)"),
            Some((243_720, Some(169)))
        );
        assert_eq!(minutes_and_days("243720 minute(s)"), Some((243_720, None)));
        assert_eq!(
            minutes_and_days("243720 minute(s) (16"),
            Some((243_720, None))
        );
        assert_eq!(minutes_and_days("2437"), None);
        assert_eq!(minutes_and_days(""), None);
        assert_eq!(minutes_and_days("99999999999 minute(s)"), None);
    }

    #[test]
    fn grace_of_office() {
        let grace = "29 days  (43194 minute(s) before expiring)";
        assert_eq!(days_and_minutes(grace), Some((43_194, Some(29))));
        assert_eq!(days_and_minutes("29 days  (43194"), None);
        assert_eq!(days_and_minutes("29 days"), None);
    }

    #[test]
    fn licensed_is_not_found_in_unlicensed() {
        assert_eq!(
            license_status("Unlicensed"),
            Some(LicenseStatus::Unlicensed)
        );
        assert_eq!(license_status("Licensed"), Some(LicenseStatus::Licensed));
        assert_eq!(license_status("licensed."), Some(LicenseStatus::Licensed));
        assert_eq!(
            license_status("Non-genuine grace period."),
            Some(LicenseStatus::NonGenuineGrace)
        );
        assert_eq!(license_status(LONG_STATUS), Some(LicenseStatus::OotGrace));
        assert_eq!(
            license_status("---LICENSED---"),
            Some(LicenseStatus::Licensed)
        );
        assert_eq!(
            license_status("---NOTIFICATIONS---"),
            Some(LicenseStatus::Notification)
        );
        assert_eq!(
            license_status("---EXTENDED GRACE---"),
            Some(LicenseStatus::ExtendedGrace)
        );
        for (words, status) in [
            ("OOBGrace", LicenseStatus::OobGrace),
            ("OOTGrace", LicenseStatus::OotGrace),
            ("NonGenuineGrace", LicenseStatus::NonGenuineGrace),
            ("ExtendedGrace", LicenseStatus::ExtendedGrace),
            ("Out-Of-Tolerance Grace Period", LicenseStatus::OotGrace),
            ("OOB Grace", LicenseStatus::OobGrace),
        ] {
            assert_eq!(license_status(words), Some(status), "{words}");
        }
        assert_eq!(license_status("5"), Some(LicenseStatus::Notification));
        assert_eq!(license_status("7"), None);
        assert_eq!(license_status("Licens"), None);
        assert_eq!(license_status("Unknown"), None);
        assert_eq!(license_status(""), None);
    }

    #[test]
    fn channels_follow_the_script() {
        for (token, channel) in PRINTED {
            let description = format!("Windows(R) Operating System, {token} channel");
            assert_eq!(judged_channel(&description), Some(channel), "{token}");
            assert_eq!(channel_of_description(&description), Some(channel));
        }
        for (description, expected) in [
            (
                "Windows(R) Operating System, VOLUME_KMSCLIENT channel",
                Some(Channel::KmsClient),
            ),
            ("Office 16, VOLUME_KMS channel", Some(Channel::KmsHost)),
            (
                "Windows(R) Operating System, VOLUME_KMS_C channel",
                Some(Channel::KmsHost),
            ),
            (
                "Windows(R) Operating System, RETAIL(MAK) channel",
                Some(Channel::Mak),
            ),
            ("Office 16, RETAIL(Grace) channel", Some(Channel::Retail)),
            (
                "Windows(R) Operating System, OEM_DM channel",
                Some(Channel::Oem),
            ),
            (
                "Windows(R) Operating System, TIMEBASED_EVAL channel",
                Some(Channel::Evaluation),
            ),
            (
                "Windows(R) Operating System, VIRTUAL_MACHINE_ACTIVATION channel",
                Some(Channel::Avma),
            ),
            (
                "Office 15, TIMEBASED_SUB channel",
                Some(Channel::Subscription),
            ),
            (
                "Windows(R) Operating System, SOMETHING_NEW channel",
                Some(Channel::Other),
            ),
            (
                "Windows(R) Operating System, VOLUME_KMSCLIENT",
                Some(Channel::KmsClient),
            ),
            (
                "windows(r) operating system, retail channel",
                Some(Channel::Retail),
            ),
            ("Windows(R) Operating System, VOLUME_KMS...", None),
            ("Windows(R) Operating System, VOLUME_KMSCLIEN", None),
            ("Windows(R) Operating System, RETAIL", None),
            ("Windows(R) Operating System", None),
            ("", None),
        ] {
            assert_eq!(
                channel_of_description(description),
                expected,
                "{description}"
            );
        }
    }

    #[test]
    fn hosts_masked_in_part_are_told() {
        for masked in [
            "kms.xxx.local:1688",
            "10.x.x.x",
            "[REDACTED]:1688",
            "<kms-server>:1688",
            "06401-00206-***-***-03",
        ] {
            assert!(names_a_mask(masked), "{masked}");
        }
        for value in [
            "kms01.example.com:1688",
            "xkms.example.com",
            "x.example.com:1688",
            "192.0.2.10",
            "[2001:db8::1]:1688",
        ] {
            assert!(!names_a_mask(value), "{value}");
        }
    }

    #[test]
    fn dates_that_mean_none() {
        for none in [
            "",
            "N/A",
            "1/1/1601 1:00:00 AM",
            "16010101000000.000000-000",
            "31.12.1600 23:00:00",
            "1/1/0001 12:00:00 AM",
            "0001-01-01T00:00:00",
            "1601-01-01T01:00:00+01:00",
            "/Date(-11644473600000)/",
            "/Date(-62135596800000)/",
        ] {
            assert!(is_no_date(none), "{none}");
        }
        for date in [
            "1/31/2026 9:30:00 AM",
            "20190203111404.180000-000",
            "/Date(1565000000000)/",
            "/Date(1565000000000+0200)/",
            "2026-01-31T10:30:00.0016010+01:00",
        ] {
            assert!(!is_no_date(date), "{date}");
        }
    }

    #[test]
    fn intervals_need_their_unit() {
        assert_eq!(interval("10080 minutes"), Some(10_080));
        assert_eq!(interval("100"), None);
        assert_eq!(interval(""), None);
    }

    #[test]
    fn masks_are_told_from_values() {
        for masked in [
            "XXXXX",
            "xxxxx-xxxxx",
            "*****",
            "<redacted>",
            "[REMOVED]",
            "########",
            "XXXX-…",
        ] {
            assert!(is_masked(masked), "{masked}");
        }
        for value in ["T83GX", "", "X", "kms01", "0ff1ce15", "-", "1688"] {
            assert!(!is_masked(value), "{value}");
        }
    }
}
