//! The same report of another machine: every identifier, count, date, host and address rolled anew, each in its own shape.

/// Random numbers from a fixed beginning (SplitMix64).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Random(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// Rolls every value of a text.
pub fn vary(text: &str, random: &mut Random) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    for line in text.split_inclusive('\n') {
        match minutes(line, random) {
            Some(rolled) => out.push_str(&rolled),
            None => words(line, random, &mut out),
        }
    }
    out
}

/// "243720 minute(s) (169 day(s))" and "29 days  (43194 minute(s) before expiring)": both figures of one time.
fn minutes(line: &str, random: &mut Random) -> Option<String> {
    let (before, after) = line.split_once(" minute(s)")?;
    let rolled = 1 + random.below(259_200);
    let digits = |text: &str| text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let head = &before[..digits(before)];
    if let Some((label, _)) = head.split_once(" days  (") {
        let label = &label[..digits(label)];
        let days = rolled / 1440;
        return Some(format!("{label}{days} days  ({rolled} minute(s){after}"));
    }
    let (_, tail) = after.split_once(" day(s)")?;
    let days = rolled / 1440;
    Some(format!("{head}{rolled} minute(s) ({days} day(s){tail}"))
}

/// Word by word; what has no shape of a value stays as it is.
fn words(line: &str, random: &mut Random, out: &mut String) {
    let label = line.split([':', '=']).next().unwrap_or_default();
    let counts = ["count", "Count", "equests"];
    let is_count = label.len() < line.len() && counts.iter().any(|word| label.contains(word));
    let is_key = label.ends_with("roduct key") || label.trim_end().ends_with("roduct Key");
    let is_version = label.ends_with("service version");
    let mut rest = line;
    while !rest.is_empty() {
        let of_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '/' | ':');
        let from = rest.find(of_word).unwrap_or(rest.len());
        let (between, word) = rest.split_at(from);
        let to = word.find(|c| !of_word(c)).unwrap_or(word.len());
        let (word, after) = word.split_at(to);
        out.push_str(between);
        rest = after;
        let is_value = line.len() - rest.len() > label.len() + 1;
        if word.is_empty() {
            break;
        }
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        if is_guid(word) {
            guid(word, random, out);
        } else if digits == word.len() && matches!(digits, 54 | 63) {
            installation_id(digits, random, out);
        } else if word.len() > 40
            && word
                .bytes()
                .all(|b| b.is_ascii_digit() || b"-.".contains(&b))
        {
            pid(word, random, out);
        } else if is_value && is_key && word.len() == 5 && !word.starts_with("XX") {
            for _ in 0..5 {
                out.push(char::from(b"BCDFGHJKMPQRTVWXY2346789"[random.below(24)]));
            }
        } else if word.starts_with("kms01.") || word.starts_with("desk01.") {
            let (name, tail) = word.split_once("01.").unwrap_or((word, ""));
            let site = ["", "north.", "branch07.", "dc."][random.below(4)];
            out.push_str(&format!("{name}{:02}.{site}{tail}", random.below(100)));
        } else if let Some(tail) = word.strip_prefix("192.0.2.") {
            let port = tail.trim_start_matches(|c: char| c.is_ascii_digit());
            out.push_str(&format!("192.0.2.{}{port}", 1 + random.below(254)));
        } else if is_value && is_count && digits == word.len() && digits < 10 && word != "0" {
            out.push_str(&format!("{}", random.below(10_usize.pow(digits as u32))));
        } else if is_value && is_version && word.matches('.').count() == 3 {
            let head = word.rsplit_once('.').map_or(word, |(head, _)| head);
            out.push_str(&format!("{head}.{}", random.below(9_000)));
        } else if is_value && digits >= 3 {
            date(word, random, out);
        } else {
            out.push_str(word);
        }
    }
}

fn is_guid(word: &str) -> bool {
    word.len() == 36
        && word.bytes().enumerate().all(|(at, byte)| {
            if matches!(at, 8 | 13 | 18 | 23) {
                byte == b'-'
            } else {
                byte.is_ascii_hexdigit()
            }
        })
}

fn guid(word: &str, random: &mut Random, out: &mut String) {
    // The Application IDs are the same on all machines.
    let fixed = ["55c92734", "0ff1ce1", "59a52881"];
    if fixed.iter().any(|begin| word.starts_with(begin)) {
        out.push_str(word);
        return;
    }
    let shouted = word.bytes().any(|byte| byte.is_ascii_uppercase());
    let digits: &[u8; 16] = if shouted {
        b"0123456789ABCDEF"
    } else {
        b"0123456789abcdef"
    };
    for byte in word.bytes() {
        out.push(char::from(if byte == b'-' {
            byte
        } else {
            digits[random.below(16)]
        }));
    }
}

/// Groups of random digits, each with its check digit behind.
fn installation_id(digits: usize, random: &mut Random, out: &mut String) {
    for _ in 0..9 {
        let mut sum = 0;
        for at in 0..digits / 9 - 1 {
            let digit = random.below(10);
            sum += if at % 2 == 1 { 2 * digit } else { digit };
            out.push(char::from(b'0' + digit as u8));
        }
        out.push(char::from(b'0' + (sum % 7) as u8));
    }
}

/// The key's own figures and the day; the host's build and the language stay.
fn pid(word: &str, random: &mut Random, out: &mut String) {
    let groups = word.split('-').count();
    for (at, group) in word.split('-').enumerate() {
        if at > 0 {
            out.push('-');
        }
        match at {
            2 | 3 => group
                .bytes()
                .for_each(|_| out.push(char::from(b'0' + random.below(10) as u8))),
            _ if at + 1 == groups && group.len() == 7 => {
                out.push_str(&format!("{:03}{}", 1 + random.below(365), &group[3..]));
            }
            _ => out.push_str(group),
        }
    }
}

/// Another day of a date and another minute of a time, as far as the word is one; anything else as it is.
fn date(word: &str, random: &mut Random, out: &mut String) {
    let whole =
        |text: &str, length| text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    if let Some((at, fraction)) = word
        .split_once('.')
        .filter(|(at, _)| whole(at, 14) && at > &"1700")
    {
        out.push_str(&format!(
            "{}{:02}{:02}.{fraction}",
            &at[..10],
            random.below(60),
            random.below(60)
        ));
        return;
    }
    let parts: Vec<&str> = word.split(':').collect();
    if let [hour, minute, tail @ ..] = parts.as_slice()
        && hour.len() <= 2
        && whole(minute, 2)
        && tail.iter().all(|second| whole(second, 2))
    {
        out.push_str(hour);
        for _ in 0..=tail.len() {
            out.push_str(&format!(":{:02}", random.below(60)));
        }
        return;
    }
    for mark in ['/', '.', '-'] {
        let parts: Vec<&str> = word.split(mark).collect();
        let is_date = parts.len() == 3
            && parts
                .iter()
                .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
            && parts
                .iter()
                .any(|part| part.len() == 4 && part.starts_with("20"));
        if is_date {
            // 1 to 12 is a day and a month alike.
            let at = usize::from(parts[0].len() == 4);
            for (index, part) in parts.iter().enumerate() {
                if index > 0 {
                    out.push(mark);
                }
                match index {
                    _ if index != at => out.push_str(part),
                    _ if part.len() == 2 => out.push_str(&format!("{:02}", 1 + random.below(12))),
                    _ => out.push_str(&format!("{}", 1 + random.below(9))),
                }
            }
            return;
        }
    }
    out.push_str(word);
}
